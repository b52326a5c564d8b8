// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

namespace handrail::clinic {

/// The command `join`: prints the link into a video session, once, for this Practitioner (an id), as `$join` gives it to who signs in.
/// `session` is the id of an Appointment, or what the Appointments of one session share (sid/session). Gives the program's exit code.
[[nodiscard]] int printJoinLink(Service &service, const QString &session, const QString &practitionerId, const JoinLinks &links);

} // namespace handrail::clinic
