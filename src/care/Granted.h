// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace handrail {

class Records;

/// Whether records of this type may be created with these scopes, written as SMART's first version has them or as its second. None told: all that
/// was asked for is granted. What is granted with a condition counts; the server judges that.
[[nodiscard]] bool mayCreate(const QStringList &scopes, QStringView type);
/// The clinic takes check-ins and answers to forms from whoever is signed in. What it would refuse is not asked.
[[nodiscard]] bool takesAnswers(const Records &records);

} // namespace handrail
