// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/CrisisView.h"
#include "view/MyPeopleView.h"
#include "view/PaperView.h"
#include "view/SafetyPlanView.h"

namespace handrail {

/// The safety plan as a page. Without the switches being touched the name is not on it.
class SafetyPlanPaperView final : public handrail::PaperView
{
    Q_OBJECT
    Q_PROPERTY(bool hasName READ hasName WRITE setHasName NOTIFY changed)
    Q_PROPERTY(bool hasNumbers READ hasNumbers WRITE setHasNumbers NOTIFY changed)

public:
    SafetyPlanPaperView(Account &account, const Clock &clock, const Preferences &preferences, SafetyPlanView &plan,
                        MyPeopleView &people, CrisisView &crisis, FileExport &files, QObject *parent = nullptr);

    [[nodiscard]] bool hasName() const { return m_hasName; }
    void setHasName(bool isOn) { choose(m_hasName, isOn); }
    [[nodiscard]] bool hasNumbers() const { return m_hasNumbers; } ///< of the person's own people
    void setHasNumbers(bool isOn) { choose(m_hasNumbers, isOn); }

private:
    [[nodiscard]] std::optional<VisitPage> makePage(Records &records) override;
    void resetChoices() override;
    [[nodiscard]] QStringList linesOf(PlanPart part) const;

    SafetyPlanView &m_plan;
    MyPeopleView &m_people;
    CrisisView &m_crisis;
    bool m_hasName = false;
    bool m_hasNumbers = true;
};

} // namespace handrail
