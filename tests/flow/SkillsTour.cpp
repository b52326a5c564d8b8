// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SkillsTour.h"

namespace handrail {

namespace {

class SkillsTour
{
public:
    SkillsTour(Stage &stage, Album &album)
        : m_stage(stage)
        , m_album(album)
    {
    }

    bool press(const char *name)
    {
        return m_stage.screen().waitFor(QString::fromUtf8(name)) && m_stage.screen().press(QString::fromUtf8(name));
    }

    bool search(const char *words) { return m_stage.screen().type(QStringLiteral("Search skills"), QString::fromUtf8(words)); }

    bool show(const char *page, const char *mark)
    {
        return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, QString::fromLatin1(page));
    }

    /// And in large text, and in Spanish.
    bool showAll(const char *page, const char *mark)
    {
        Preferences &preferences = m_stage.app().preferences();
        bool isGood = show(page, mark);
        preferences.setTextScale(2);
        isGood = isGood && m_album.add(m_stage, QString::fromLatin1(page) + QStringLiteral("-200"));
        preferences.setTextScale(1);
        preferences.setLanguage(QStringLiteral("es"));
        isGood = isGood && m_album.add(m_stage, QString::fromLatin1(page) + QStringLiteral("-es"));
        preferences.setLanguage(QStringLiteral("en"));
        return isGood;
    }

    /// Whichever player runs, its steps can be read.
    bool read() { return !m_stage.screen().has(QStringLiteral("Read the steps")) || press("Read the steps"); }

private:
    Stage &m_stage;
    Album &m_album;
};

} // namespace

bool showSkills(Stage &stage, Album &album)
{
    SkillsTour tour(stage, album);
    const bool isFound = tour.press("Skills") && tour.showAll("skills", "How are you right now?")
        && tour.press("Others for: Craving now") && tour.show("skills-need", "Ride the urge, *")
        && tour.press("Save Ride the urge as a favorite") && tour.press("Back") && tour.show("skills-favorites", "Your favorites")
        && tour.press("Search skills") && tour.search("slepe") && tour.show("skills-found", "Wind down, *") && tour.press("Clear")
        && tour.search("swiming") && tour.showAll("skills-none", "Nothing found for*") && tour.press("Back");
    return isFound && tour.press("Ride the urge, *") && tour.showAll("skill-before", "Begin") && tour.press("Begin")
        && tour.showAll("skill", "Pause") && tour.press("Good to know") && tour.show("skill-good", "Go back")
        && tour.press("Go back") && tour.press("How strong is it now? 0 to 10") && tour.show("skill-strength", "One more")
        && tour.press("Skip") && tour.read() && tour.showAll("skill-steps", "Done") && tour.press("Done")
        && tour.showAll("skill-after", "Did it help?") && tour.press("Done");
}

} // namespace handrail
