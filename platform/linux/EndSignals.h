// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// SIGINT, SIGTERM and SIGHUP end the event loop of the QCoreApplication instead of the process. A second one ends the process.
void quitOnEndSignals();

} // namespace handrail
