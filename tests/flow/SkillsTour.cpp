// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SkillsTour.h"

#include "SkillPlay.h"
#include "content/ContentLibrary.h"

namespace handrail {

bool SkillsTour::show(const char *page, const char *mark)
{
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, QString::fromLatin1(page));
}

bool SkillsTour::showAll(const char *page, const char *mark)
{
    return show(page, mark) && m_album.addLargeAndInSpanish(m_stage, QString::fromLatin1(page));
}

bool SkillsTour::one()
{
    const bool isFound = press("Skills") && showAll("skills", "How are you right now?") && press("Others for: Craving now")
        && show("skills-need", "Ride the urge, *") && press("Save Ride the urge as a favorite") && press("Back")
        && show("skills-favorites", "Your favorites") && press("Search skills") && search("slepe")
        && show("skills-found", "Wind down, *") && press("Clear") && search("swiming")
        && showAll("skills-none", "Nothing found for*") && press("Back");
    return isFound && press("Ride the urge, *") && showAll("skill-first", "I have read what is good to know")
        && press("I have read what is good to know") && showAll("skill", "Pause") && press("Good to know")
        && show("skill-good", "Go back") && press("Go back") && press("How strong is it now? 0 to 10")
        && show("skill-strength", "One more") && press("Skip") && read() && showAll("skill-steps", "Done") && press("Done")
        && showAll("skill-after", "Did it help?") && press("Done");
}

bool SkillsTour::made()
{
    Navigator &navigator = m_stage.app().navigator();
    const QString happened = QStringLiteral("What happened?");
    navigator.go(Navigator::Skill, QStringLiteral("thought-check"));
    const bool isWritten = m_stage.screen().waitFor(happened) && m_stage.screen().type(happened, QStringLiteral("Payday"))
        && m_stage.screen().waitFor(QStringLiteral("Saved *")) && press("Done")
        && m_stage.screen().waitFor(QStringLiteral("Did it help?"));
    navigator.go(Navigator::Made);
    const bool isShown = isWritten && showAll("made", "Payday, *") && press("Payday, *") && showAll("made-sheet", "Delete this")
        && press("Bring to my session, Off*") && show("made-sheet-brought", "Bring to my session, On*");
    navigator.go(Navigator::Skills);
    return isShown;
}

bool SkillsTour::everySkill()
{
    const ContentLibrary library(QStringLiteral("en"));
    SkillPlay play(m_stage);
    bool isGood = press("See all *") && !library.skills().isEmpty();
    for (const Skill &skill : library.skills()) {
        const Result<SkillText> text = library.skill(skill.id);
        const auto picture = [&](const char *part) {
            const QString page = u"skill-" % skill.id % u'-' % QString::fromLatin1(part);
            return m_album.add(m_stage, page) && m_album.addLarge(m_stage, page);
        };
        isGood =
            isGood && text && m_stage.screen().waitFor(QStringLiteral("All skills")) && press(skill.title + QStringLiteral(", *"));
        if (SafetyPlanView::standsFor(skill.id)) { // a page of its own, which has its own pictures
            isGood = isGood && m_stage.screen().waitFor(QStringLiteral("No one watches this page*")) && picture("1-start")
                && press("Back");
            continue;
        }
        isGood = isGood && m_stage.screen().waitFor(QStringLiteral("Close")) && picture("1-start");
        isGood = isGood && play.toTheEnd(text->exercise, [&] { return picture("2-middle"); }) && picture("3-end") && press("Done");
    }
    return isGood && press("Back");
}

} // namespace handrail
