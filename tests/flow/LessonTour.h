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

    /// A module, a lesson to its end, its quiz, and one that the clinic asks for.
    bool one();
    /// The first card of each module's first lesson, and the first question of its quiz.
    bool everyModule();

private:
    /// A lesson that the clinic asks for, read in part, above rings that are filled in part.
    bool asked();
    bool press(const char *name);
    bool show(const char *page, const char *mark);

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
