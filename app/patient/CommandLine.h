// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QStringList>
#include <QUrl>

namespace handrail {

/// What `handrail` was asked to do.
struct CommandLine {
    QUrl server;          ///< --server: the clinic's FHIR base; empty when not given
    QString link;         ///< an address that opens the app (core/DeepLink), as it came; empty when not given
    bool isDemo = false;  ///< --demo: start the sample clinic on this device
    bool isReset = false; ///< --reset: erase what Handrail keeps on this device
    bool isYes = false;   ///< --yes: do not ask before erasing
};

/// Reads the arguments (the program's name first). --help and --version print and end the program; a wrong argument ends it with 2 and
/// one line on standard error; an address that begins as ours do is taken as it is, since a person did not type it. BadAddress or Insecure for a server that cannot be used.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments);

/// The base without a trailing slash. Problems: BadAddress, Insecure (plain http is accepted for loopback only).
[[nodiscard]] Result<QUrl> readServer(const QString &text);

} // namespace handrail
