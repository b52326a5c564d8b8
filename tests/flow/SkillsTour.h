// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through Skills, signed in as a patient.
class SkillsTour
{
public:
    SkillsTour(Stage &stage, Album &album)
        : m_stage(stage)
        , m_album(album)
    {
    }

    /// From any page with the bar: the pages of skills, and one skill to its end.
    bool one();
    /// Each skill's start, middle and end.
    bool everySkill();
    /// What was made with them, and one that is brought to a session. To the first page of Skills.
    bool made();

private:
    bool press(const QString &name) { return m_stage.screen().waitFor(name) && m_stage.screen().press(name); }
    bool press(const char *name) { return press(QString::fromUtf8(name)); }
    bool search(const char *words) { return m_stage.screen().type(QStringLiteral("Search skills"), QString::fromUtf8(words)); }
    bool show(const char *page, const char *mark);
    /// And in large text, and in Spanish.
    bool showAll(const char *page, const char *mark);
    /// Whichever player runs, its steps can be read.
    bool read() { return !m_stage.screen().has(QStringLiteral("Read the steps")) || press("Read the steps"); }

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
