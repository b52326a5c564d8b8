// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/PaperView.h"

namespace handrail {

class ProgressView;

/// The page for a visit. Its range is the one that Progress shows. Without the switches being touched neither the name nor the person's own
/// marks are on it.
class VisitSummaryView final : public handrail::PaperView
{
    Q_OBJECT
    Q_PROPERTY(bool hasName READ hasName WRITE setHasName NOTIFY changed)
    Q_PROPERTY(bool hasTrend READ hasTrend WRITE setHasTrend NOTIFY changed)
    Q_PROPERTY(bool hasSleep READ hasSleep WRITE setHasSleep NOTIFY changed)
    Q_PROPERTY(bool hasChecks READ hasChecks WRITE setHasChecks NOTIFY changed)
    Q_PROPERTY(bool hasSessions READ hasSessions WRITE setHasSessions NOTIFY changed)
    Q_PROPERTY(bool hasMarks READ hasMarks WRITE setHasMarks NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    VisitSummaryView(Account &account, const Clock &clock, const Preferences &preferences, const ProgressView &progress,
                     FileExport &files, QObject *parent = nullptr);

    [[nodiscard]] bool hasName() const { return m_hasName; }
    void setHasName(bool isOn) { choose(m_hasName, isOn); }
    [[nodiscard]] bool hasTrend() const { return m_hasTrend; }
    void setHasTrend(bool isOn) { choose(m_hasTrend, isOn); }
    [[nodiscard]] bool hasSleep() const { return m_hasSleep; }
    void setHasSleep(bool isOn) { choose(m_hasSleep, isOn); }
    [[nodiscard]] bool hasChecks() const { return m_hasChecks; }
    void setHasChecks(bool isOn) { choose(m_hasChecks, isOn); }
    [[nodiscard]] bool hasSessions() const { return m_hasSessions; }
    void setHasSessions(bool isOn) { choose(m_hasSessions, isOn); }
    [[nodiscard]] bool hasMarks() const { return m_hasMarks; }
    void setHasMarks(bool isOn) { choose(m_hasMarks, isOn); }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

private:
    [[nodiscard]] std::optional<VisitPage> makePage(Records &records) override;
    void resetChoices() override;
    [[nodiscard]] VisitPage::Section trendSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section sleepSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] static VisitPage::Section checkSection(const class ProgressText &text, const struct HowOften &check);
    [[nodiscard]] VisitPage::Section sessionSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section markSection(const class ProgressText &text, const struct Progress &progress) const;

    const ProgressView &m_progress;
    bool m_hasName = false;
    bool m_hasTrend = true;
    bool m_hasSleep = true;
    bool m_hasChecks = true;
    bool m_hasSessions = true;
    bool m_hasMarks = false;
    QString m_problemTitle;
    QString m_problemText;
};

} // namespace handrail
