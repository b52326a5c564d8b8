// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QLoggingCategory>
#include <QUrl>

namespace handrail {

// One category a room. What is logged: codes, counts, path templates, status. Never bodies, names, answers, tokens or ids.
Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logClinic)

/// A URL that is fit for the log: no query, no fragment, no user info, and every path segment after a FHIR type replaced by `*`.
[[nodiscard]] QString redacted(const QUrl &url);

} // namespace handrail
