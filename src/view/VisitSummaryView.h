// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/ContentLibrary.h"
#include "view/CrisisView.h"
#include "view/PaperView.h"

namespace handrail {

class ProgressView;

/// The page for a visit. Its range is the one that Progress shows. Without the switches being touched neither the name, nor any medicine, nor what is
/// the person's own, their marks, the skills that they used and what they want to talk about, is on it. Check-ins that they keep to themselves never
/// are, and the page says nothing of them.
class VisitSummaryView final : public handrail::PaperView
{
    Q_OBJECT
    Q_PROPERTY(bool hasName READ hasName WRITE setHasName NOTIFY changed)
    Q_PROPERTY(bool hasVisit READ hasVisit WRITE setHasVisit NOTIFY changed)
    Q_PROPERTY(QString visitText READ visitText NOTIFY changed)
    Q_PROPERTY(bool hasTalk READ hasTalk WRITE setHasTalk NOTIFY changed)
    Q_PROPERTY(bool hasProgram READ hasProgram WRITE setHasProgram NOTIFY changed)
    Q_PROPERTY(bool hasGoals READ hasGoals WRITE setHasGoals NOTIFY changed)
    Q_PROPERTY(bool hasTrend READ hasTrend WRITE setHasTrend NOTIFY changed)
    Q_PROPERTY(bool hasSleep READ hasSleep WRITE setHasSleep NOTIFY changed)
    Q_PROPERTY(bool hasChecks READ hasChecks WRITE setHasChecks NOTIFY changed)
    Q_PROPERTY(bool hasMedicine READ hasMedicine WRITE setHasMedicine NOTIFY changed)
    Q_PROPERTY(bool hasSessions READ hasSessions WRITE setHasSessions NOTIFY changed)
    Q_PROPERTY(bool hasMarks READ hasMarks WRITE setHasMarks NOTIFY changed)
    Q_PROPERTY(bool hasSkills READ hasSkills WRITE setHasSkills NOTIFY changed)
    Q_PROPERTY(bool hasNotes READ hasNotes WRITE setHasNotes NOTIFY changed)
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    VisitSummaryView(Account &account, const Clock &clock, const Preferences &preferences, const ProgressView &progress,
                     const CrisisView &crisis, FileExport &files, QObject *parent = nullptr);

    /// The names of skills from now on; ours alone until then.
    void setTexts(LibraryIn texts);

    [[nodiscard]] bool hasName() const { return m_hasName; }
    void setHasName(bool isOn) { choose(m_hasName, isOn); }
    /// The next one-on-one session, at the head of the page.
    [[nodiscard]] bool hasVisit() const { return m_hasVisit; }
    void setHasVisit(bool isOn) { choose(m_hasVisit, isOn); }
    /// "Visit with Dana Ruiz, Friday, November 20"; empty when none is planned.
    [[nodiscard]] QString visitText() const { return m_visitText; }
    /// The list of what to bring up next time.
    [[nodiscard]] bool hasTalk() const { return m_hasTalk; }
    void setHasTalk(bool isOn) { choose(m_hasTalk, isOn); }
    [[nodiscard]] bool hasProgram() const { return m_hasProgram; }
    void setHasProgram(bool isOn) { choose(m_hasProgram, isOn); }
    /// Those of the plan that are worked on.
    [[nodiscard]] bool hasGoals() const { return m_hasGoals; }
    void setHasGoals(bool isOn) { choose(m_hasGoals, isOn); }
    [[nodiscard]] bool hasTrend() const { return m_hasTrend; }
    void setHasTrend(bool isOn) { choose(m_hasTrend, isOn); }
    [[nodiscard]] bool hasSleep() const { return m_hasSleep; }
    void setHasSleep(bool isOn) { choose(m_hasSleep, isOn); }
    [[nodiscard]] bool hasChecks() const { return m_hasChecks; }
    void setHasChecks(bool isOn) { choose(m_hasChecks, isOn); }
    /// The names on the list, and nothing of how much or when.
    [[nodiscard]] bool hasMedicine() const { return m_hasMedicine; }
    void setHasMedicine(bool isOn) { choose(m_hasMedicine, isOn); }
    [[nodiscard]] bool hasSessions() const { return m_hasSessions; }
    void setHasSessions(bool isOn) { choose(m_hasSessions, isOn); }
    [[nodiscard]] bool hasMarks() const { return m_hasMarks; }
    void setHasMarks(bool isOn) { choose(m_hasMarks, isOn); }
    [[nodiscard]] bool hasSkills() const { return m_hasSkills; }
    void setHasSkills(bool isOn) { choose(m_hasSkills, isOn); }
    [[nodiscard]] bool hasNotes() const { return m_hasNotes; }
    void setHasNotes(bool isOn) { choose(m_hasNotes, isOn); }
    /// Beside the page, for the person alone: what is kept to oneself is not on it. Empty: nothing is kept.
    [[nodiscard]] QString keptText() const { return m_keptText; }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

private:
    [[nodiscard]] std::optional<VisitPage> makePage(Records &records) override;
    void resetChoices() override;
    [[nodiscard]] QString nextVisit(const Records &records, const class TimeText &time) const;
    [[nodiscard]] static VisitPage::Section talkSection(Records &records);
    [[nodiscard]] static VisitPage::Section goalSection(const Records &records);
    [[nodiscard]] static VisitPage::Section medicineSection(const Records &records);
    [[nodiscard]] std::optional<VisitPage::Section> programSection(const Records &records) const;
    [[nodiscard]] VisitPage::Section skillSection(Records &records, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section trendSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section sleepSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] static VisitPage::Section checkSection(const class ProgressText &text, const struct HowOften &check);
    [[nodiscard]] VisitPage::Section sessionSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section markSection(const class ProgressText &text, const struct Progress &progress) const;

    const ProgressView &m_progress;
    const CrisisView &m_crisis;
    LibraryIn m_texts = builtInLibrary;
    bool m_hasName = false;
    bool m_hasVisit = true;
    QString m_visitText;
    bool m_hasTalk = false;
    bool m_hasProgram = true;
    bool m_hasGoals = true;
    bool m_hasTrend = true;
    bool m_hasSleep = true;
    bool m_hasChecks = true;
    bool m_hasMedicine = false;
    bool m_hasSessions = true;
    bool m_hasMarks = false;
    bool m_hasSkills = false;
    bool m_hasNotes = true;
    QString m_keptText;
    QString m_problemTitle;
    QString m_problemText;
};

} // namespace handrail
