// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through Learn; begins and ends on its page, signed in as a patient.
class LessonTour
{
public:
    LessonTour(Stage &stage, Album &album);

    /// A module, a lesson to its end, its quiz.
    bool one();
    /// The first card of each module's first lesson, and the first question of its quiz.
    bool everyModule();

private:
    bool press(const char *name);
    bool show(const char *page, const char *mark);

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
