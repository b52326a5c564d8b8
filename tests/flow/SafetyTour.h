// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through the people to call and the safety plan, before there is one and when it is written. Begins signed in as a patient, and ends
/// on the first page.
class SafetyTour
{
public:
    SafetyTour(Stage &stage, Album &album)
        : m_stage(stage)
        , m_album(album)
    {
    }

    bool all();
    /// The pages after a safety answer and after a return to use, as they are without a signal and once the clinic has the answer; and all().
    bool afterAnAnswer();

private:
    bool show(const char *page, const char *mark, bool isMore = true);
    bool write();

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
