// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through the thread with the care team; begins and ends on Today, signed in as a patient who has not read all of it.
class MessagesTour
{
public:
    MessagesTour(Stage &stage, Album &album);

    bool thread();

private:
    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
