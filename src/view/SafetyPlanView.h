// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/SafetyPlan.h"
#include "content/ContentLibrary.h"
#include "view/DoneReport.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The safety plan: read, written a step at a time, shared when the person asks for it. Each step is sealed as it is typed, so that neither the
/// lock nor a crash takes a word. Looks into the store when something of it is first asked for; with the lock all of it goes.
class SafetyPlanView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool hasPlan READ hasPlan NOTIFY changed)
    Q_PROPERTY(bool isUnreadable READ isUnreadable NOTIFY changed)
    Q_PROPERTY(QString madeText READ madeText NOTIFY changed)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(QVariantList skills READ skills NOTIFY changed)
    Q_PROPERTY(QVariantList offeredSkills READ offeredSkills NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY kept)
    Q_PROPERTY(QString problemText READ problemText NOTIFY kept)
    Q_PROPERTY(bool isGuided READ isGuided NOTIFY changed)
    Q_PROPERTY(bool isShared READ isShared NOTIFY changed)
    Q_PROPERTY(bool canSendChanges READ canSendChanges NOTIFY changed)
    Q_PROPERTY(QString shareText READ shareText NOTIFY changed)
    Q_PROPERTY(QString sentId READ sentId NOTIFY changed)
    Q_PROPERTY(QString clinicForm READ clinicForm NOTIFY changed)
    Q_PROPERTY(QString clinicFormTitle READ clinicFormTitle NOTIFY changed)
    Q_PROPERTY(QString clinicAnswers READ clinicAnswers NOTIFY changed)
    Q_PROPERTY(handrail::DoneReport *report READ report CONSTANT)

public:
    SafetyPlanView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// Where the titles of skills come from; ours alone until then.
    void setTexts(LibraryIn texts);

    [[nodiscard]] bool hasPlan() const;
    [[nodiscard]] bool isUnreadable() const; ///< there may be one, and nothing is written over it; problemText() says so
    [[nodiscard]] QString madeText() const;  ///< "Made on November 9." with the last change
    /// A list of {part, number, title, text, isEmpty}; number 0 for what comes after the six.
    [[nodiscard]] QVariantList steps() const;
    [[nodiscard]] QVariantList skills() const;        ///< rows {id, title, iconName}: those of the plan that are there
    [[nodiscard]] QVariantList offeredSkills() const; ///< the same with isChosen: those to choose from
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString problemText() const;

    /// `part` as nameOf(PlanPart) names it.
    Q_INVOKABLE [[nodiscard]] QString titleOf(const QString &part) const;
    Q_INVOKABLE [[nodiscard]] QString askOf(const QString &part) const;  ///< what to think of
    Q_INVOKABLE [[nodiscard]] QString hintOf(const QString &part) const; ///< as somebody may write it
    Q_INVOKABLE [[nodiscard]] QString words(const QString &part) const;
    Q_INVOKABLE [[nodiscard]] int indexOf(const QString &part) const;   ///< from 1
    Q_INVOKABLE [[nodiscard]] QString after(const QString &part) const; ///< empty after the last
    Q_INVOKABLE void setWords(const QString &part, const QString &words);
    Q_INVOKABLE void toggleSkill(const QString &id);
    /// A step's page goes: what was typed is kept, and, while the plan is shared, goes to the care team.
    Q_INVOKABLE void closeStep();
    Q_INVOKABLE void tryAgain() { flush(); }

    /// The steps come one after the other, as at the first time.
    [[nodiscard]] bool isGuided() const { return m_isGuided; }
    Q_INVOKABLE void setGuided(bool isGuided);

    [[nodiscard]] bool isShared() const;
    [[nodiscard]] bool canSendChanges() const;
    [[nodiscard]] QString shareText() const; ///< what is true of it now
    [[nodiscard]] QString sentId() const;    ///< identifier of what was sent; empty: nothing was
    Q_INVOKABLE void setShared(bool isShared);
    Q_INVOKABLE void sendChanges();

    [[nodiscard]] QString clinicForm() const; ///< canonical of the clinic's own form for such a plan; empty: it has none
    [[nodiscard]] QString clinicFormTitle() const;
    [[nodiscard]] QString clinicAnswers() const; ///< identifier of the answers to it; empty: none

    /// The skill is the safety plan: there is one place where it is written, and its worksheet is that of earlier versions.
    Q_INVOKABLE [[nodiscard]] static bool standsFor(const QString &skill);

    /// Whether the clinic, when it asked for this skill, hears that there is a plan. The page shows it once there is one, or is gone.
    [[nodiscard]] DoneReport *report() { return &m_report; }
    Q_INVOKABLE void askToTell();
    /// A page of the plan is there, or is gone; each says both, and one may come before the other has gone.
    Q_INVOKABLE void come();
    Q_INVOKABLE void leave();

    /// Something was written elsewhere that this plan may be read from.
    void readAgain();
    /// The plan as it stands; nullptr while nobody is in.
    [[nodiscard]] const SafetyPlan *plan() const;
    [[nodiscard]] QStringList skillTitles() const;
    /// What the lock screen may show of it.
    Result<void> setLockScreen(const LockScreenChoice &choice);

Q_SIGNALS:
    void changed();
    void kept();

private:
    void forget();
    void take(const Result<SafetyPlan> &plan);
    void flush();
    void tell(const Result<void> &result);
    [[nodiscard]] SafetyPlan *editable();
    [[nodiscard]] PlanShare::State shareState() const;
    [[nodiscard]] QVariantMap rowOf(const Skill &skill) const;
    [[nodiscard]] const QList<Skill> &shelf() const;
    [[nodiscard]] QDate today() const;

    OncePerTurn m_refresh{[this] { Q_EMIT changed(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LibraryIn m_texts = builtInLibrary;
    DoneReport m_report;
    int m_pages = 0; ///< that are there
    QTimer m_keepTimer;
    mutable std::optional<SafetyPlan> m_plan;
    mutable std::optional<QList<Skill>> m_shelf;
    bool m_isGuided = false;
    bool m_isUnsaved = false;
    mutable bool m_isUnreadable = false;
    QDateTime m_savedAt; ///< UTC
    mutable QString m_problemText;
};

} // namespace handrail
