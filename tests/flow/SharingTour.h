// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through what a patient shares and how they invite; begins and ends on Today, signed in as a patient.
class SharingTour
{
public:
    SharingTour(Stage &stage, Album &album);

    bool one() { return inviting() && people(); }

private:
    bool inviting();
    bool people();
    bool press(const char *name);
    bool show(const char *page, const char *mark);
    bool more(const char *page);

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
