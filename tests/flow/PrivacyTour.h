// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through who can see what, who looked, what was signed, and the file of all of it; begins and ends on Today, signed in as a patient.
class PrivacyTour
{
public:
    PrivacyTour(Stage &stage, Album &album);

    bool all();

private:
    bool press(const char *name);
    bool show(const char *page, const char *mark);

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
