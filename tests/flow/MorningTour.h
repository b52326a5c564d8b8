// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The morning after a check-in that was left in the evening; and what the clinic has not settled by then: a session, an order for medicine. On
/// a device and with a clinic of its own, which take the place of those in `stage`.
class MorningTour
{
public:
    MorningTour(std::unique_ptr<Stage> &stage, Album &album);

    bool all();

private:
    bool press(const char *name);
    bool show(const char *page, const char *mark);
    bool evening();
    bool unsettled();
    bool morning();

    std::unique_ptr<Stage> &m_stage;
    Album &m_album;
};

} // namespace handrail
