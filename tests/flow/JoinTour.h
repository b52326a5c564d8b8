// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour into a video session that is open; begins on the first page and ends there, after the question how it was.
class JoinTour
{
public:
    JoinTour(Stage &stage, Album &album);

    bool all();

private:
    bool howItWas();
    bool press(const char *name);
    bool show(const char *page, const char *mark);

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
