// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

#include <QString>
#include <QStringList>

namespace handrail::clinic {

// The commands `handrail-clinic user ...`.

[[nodiscard]] bool isUserVerb(const QString &verb);
/// add and password (the password comes from the standard input), add-identity, list, disable or enable. Gives the exit code.
int changeUsers(Service &service, const QString &verb, const QString &name, const QString &fhirUser, const QStringList &patients);

} // namespace handrail::clinic
