// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
class TimeText;

/// The plan as the clinic wrote it: where the person is, the goals, what the week holds, the levels of care, and the next step. Never a guess, and
/// never a code. Looks into the store only while a page of it shows.
class PlanView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString levelText READ levelText NOTIFY changed)
    Q_PROPERTY(QString leadText READ leadText NOTIFY changed)
    Q_PROPERTY(QString untilText READ untilText NOTIFY changed)
    Q_PROPERTY(QVariantList rail READ rail NOTIFY changed)
    Q_PROPERTY(int railWeek READ railWeek NOTIFY changed)
    Q_PROPERTY(int railPhase READ railPhase NOTIFY changed)
    Q_PROPERTY(QString knobLabel READ knobLabel NOTIFY changed)
    Q_PROPERTY(QString railSpoken READ railSpoken NOTIFY changed)
    Q_PROPERTY(QVariantList goals READ goals NOTIFY changed)
    Q_PROPERTY(int hiddenGoals READ hiddenGoals NOTIFY changed)
    Q_PROPERTY(QStringList clinicNotes READ clinicNotes NOTIFY changed)
    Q_PROPERTY(QVariantList included READ included NOTIFY changed)
    Q_PROPERTY(QVariantList levels READ levels NOTIFY changed)
    Q_PROPERTY(bool hasNextStep READ hasNextStep NOTIFY changed)
    Q_PROPERTY(QString stepTitle READ stepTitle NOTIFY changed)
    Q_PROPERTY(QString stepLead READ stepLead NOTIFY changed)
    Q_PROPERTY(QVariantList weeks READ weeks NOTIFY changed)
    Q_PROPERTY(QStringList same READ same NOTIFY changed)
    Q_PROPERTY(QString tellText READ tellText NOTIFY changed)
    Q_PROPERTY(QString toldText READ toldText NOTIFY changed)
    Q_PROPERTY(bool canAsk READ canAsk NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)

public:
    /// What there is to say of a goal, or of the plan.
    enum Matter { NotClear, NotAgreed, TooSoon, Suggestion };
    Q_ENUM(Matter)

    PlanView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_shown > 0; }
    /// Several pages may show at once, while one takes the place of the other.
    void setShown(bool isShown);
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString levelText() const { return m_levelText; } ///< the phase, or both, in the clinic's words
    [[nodiscard]] QString leadText() const { return m_leadText; }
    [[nodiscard]] QString untilText() const { return m_untilText; }
    [[nodiscard]] QVariantList rail() const { return m_rail; } ///< as RailPath takes it
    [[nodiscard]] int railWeek() const { return m_railWeek; }
    [[nodiscard]] int railPhase() const { return m_railPhase; }
    [[nodiscard]] QString knobLabel() const { return m_knobLabel; }
    [[nodiscard]] QString railSpoken() const { return m_railSpoken; }
    /// The first of them: {id, title, stateText, steps: {text, isDone, hasState, note}, helpersText, reviewText, askedText}.
    [[nodiscard]] QVariantList goals() const { return m_goals; }
    [[nodiscard]] int hiddenGoals() const { return m_hiddenGoals; }
    Q_INVOKABLE void showMoreGoals();
    /// What staff note of the patient and opened to them.
    [[nodiscard]] QStringList clinicNotes() const { return m_clinicNotes; }
    [[nodiscard]] QVariantList included() const { return m_included; } ///< of this week: {iconName, tone, title, note}
    [[nodiscard]] QVariantList levels() const { return m_levels; }     ///< {title, note}
    [[nodiscard]] bool hasNextStep() const { return !m_stepTitle.isEmpty(); }
    [[nodiscard]] QString stepTitle() const { return m_stepTitle; }
    [[nodiscard]] QString stepLead() const { return m_stepLead; }
    /// The week before and the week after, or none: {title, count, isNew, days: {day, words, isFree}}.
    [[nodiscard]] QVariantList weeks() const { return m_weeks; }
    [[nodiscard]] QStringList same() const { return m_same; }
    [[nodiscard]] QString tellText() const { return m_tellText; } ///< "Tell Dana Ruiz"
    [[nodiscard]] QString toldText() const { return m_toldText; } ///< what became of the last word about the plan
    [[nodiscard]] bool canAsk() const { return m_canAsk; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// What was begun of a word about this and not sent.
    Q_INVOKABLE QString begun(handrail::PlanView::Matter matter, const QString &goalId) const;
    Q_INVOKABLE void keepBegun(handrail::PlanView::Matter matter, const QString &goalId, const QString &words);
    /// Tells the care team, in the person's own words; `words` may be empty but for a suggestion. `goalId` empty: about the plan. False when it was not
    /// kept; problemText says why.
    Q_INVOKABLE bool tell(handrail::PlanView::Matter matter, const QString &goalId, const QString &words);
    Q_INVOKABLE void clearProblem();

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    void refresh();
    void clear();
    void readProgram(const Program &program, const TimeText &text);
    void readGoals(const QList<Message> &messages, const TimeText &text);
    void readWeek(const TimeText &text);
    void readLevels(const TimeText &text);
    void readStep(const Program &program, const TimeText &text);
    [[nodiscard]] QString begunName(Matter matter, const QString &goalId) const;
    [[nodiscard]] QString askedOf(const QList<Message> &messages, const QString &about, const TimeText &text) const;
    [[nodiscard]] QDate today() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    int m_shown = 0;
    qsizetype m_mostGoals = 20;
    bool m_isThere = false;
    QString m_planId;
    QString m_levelText;
    QString m_leadText;
    QString m_untilText;
    QVariantList m_rail;
    int m_railWeek = 0;
    int m_railPhase = 0;
    QString m_knobLabel;
    QString m_railSpoken;
    QVariantList m_goals;
    QHash<QString, QString> m_goalWords; ///< by id
    int m_hiddenGoals = 0;
    QStringList m_clinicNotes;
    QVariantList m_included;
    QVariantList m_levels;
    QString m_stepTitle;
    QString m_stepLead;
    QVariantList m_weeks;
    QStringList m_same;
    QString m_tellText;
    QString m_toldText;
    bool m_canAsk = false;
    QString m_problemText;
};

} // namespace handrail
