// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// The name of a store's value: the canonicals of forms that the server has and this app cannot read at all, a line each. Such a form is no
/// record here.
inline const QString passedOverForms = QStringLiteral("sync.passedOverForms");

} // namespace handrail
