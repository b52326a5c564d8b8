// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Application.h"

#include <QTimer>
#include <utility>

// The part of Application that leads back to where the person was when the lock fell.

namespace handrail {

void Application::connectLock()
{
    // Who was asked for the PIN in the middle of a check-in goes on at the same question: each answer was in the draft before the lock fell.
    connect(&m_account, &Account::aboutToLock, this, [this] {
        m_wasInCheckIn = m_navigator.has(Navigator::CheckIn) && m_checkIn.state() == CheckInView::Editing;
        m_againBeforeLock = m_checkIn.sentAgain();
        m_formBeforeLock = m_form.isOpen() && !m_form.isAmending() ? m_form.argument() : QString();
        // Not taken: the app may be ended before the PIN, and then the change tells of it.
        m_changeBeforeLock = m_form.isUseDue() ? m_form.argument() : QString();
        m_wasInSafety = m_navigator.has(Navigator::Safety);
        m_wasInHelp = Navigator::isHelp(m_navigator.route());
        m_planStepBeforeLock = m_navigator.route() == Navigator::SafetyPlanStep ? m_navigator.argument() : QString();
        m_skillBeforeLock = m_skills.current()->state() == SkillView::Running ? m_skills.current()->id() : QString();
        m_accountBeforeLock = m_account.accountHash();
        m_timed.keepPlace();
        m_turns.keepPlace();
    });
    connect(&m_account, &Account::stateChanged, this, [this] {
        if (m_account.state() == Account::State::Locked) {
            QTimer::singleShot(0, this, [this] { m_engine.collectGarbage(); }); // when the page is gone
            return;
        }
        if (m_account.state() == Account::State::Starting) // a store is mended, or another account opened
            return;
        const bool isActive = m_navigator.isSignedIn() && m_account.accountHash() == m_accountBeforeLock;
        // Help stays on top through all of it (Navigator::setEntry()). Where it stands for the page after a safety answer, that comes again.
        const Navigator::Route help = m_navigator.route();
        const bool isInHelp = Navigator::isHelp(help);
        const bool isLedBack = isActive
            && (m_wasInCheckIn || m_wasInSafety || !m_changeBeforeLock.isEmpty() || !m_skillBeforeLock.isEmpty()
                || !m_formBeforeLock.isEmpty() || !m_planStepBeforeLock.isEmpty());
        if (isLedBack && isInHelp)
            m_navigator.home();
        if (const QString skill = std::exchange(m_skillBeforeLock, {}); !skill.isEmpty() && isActive)
            m_navigator.go(Navigator::Skill, skill);
        if (std::exchange(m_wasInCheckIn, false) && isActive)
            m_navigator.go(Navigator::CheckIn, std::exchange(m_againBeforeLock, {}));
        if (const QString form = std::exchange(m_formBeforeLock, {}); !form.isEmpty() && isActive)
            m_navigator.go(Navigator::Form, form);
        if (const QString step = std::exchange(m_planStepBeforeLock, {}); !step.isEmpty() && isActive) {
            m_navigator.go(Navigator::SafetyPlan);
            m_navigator.go(Navigator::SafetyPlanStep, step);
        }
        if (const QString change = std::exchange(m_changeBeforeLock, {}); !change.isEmpty() && isActive) {
            m_form.showAnswers(change);
            if (m_form.amend())
                m_form.takeUse(); // its draft knows, as when it is left: the page comes once
            m_navigator.go(Navigator::AfterUse);
        }
        if (std::exchange(m_wasInSafety, false) && isActive)
            m_navigator.go(Navigator::Safety);
        if (std::exchange(m_wasInHelp, false) && isLedBack && isInHelp) {
            m_navigator.go(Navigator::Help);
            m_navigator.go(help);
        }
    });
}

} // namespace handrail
