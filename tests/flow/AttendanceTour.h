// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through what is told of a session and what is kept of those before; begins and ends on Today, signed in as a patient.
class AttendanceTour
{
public:
    AttendanceTour(Stage &stage, Album &album);

    bool told();
    bool before();

private:
    bool press(const char *name);
    bool show(const char *page, const char *mark);

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
