// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Progress.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
class TimeText;

/// Two weeks, four weeks, the whole program: the rail, a line or bars and a plain sentence for each answer, who was where, and the days
/// that the person marked. Looks into the store only while its page shows; forgets all of it with the page or the lock.
///
/// States: Away (no page): Ready | Failed, and with the whole program, which may be years, Loading; Loading (drawn first, then the store is
/// read): Ready | Failed; Ready and Failed: each other, or Loading when the range became the whole.
class ProgressView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(Range range READ range WRITE setRange NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(bool isDamaged READ isDamaged NOTIFY changed)
    Q_PROPERTY(bool hasProgram READ hasProgram NOTIFY changed)
    Q_PROPERTY(QVariantList rail READ rail NOTIFY changed)
    Q_PROPERTY(int railWeek READ railWeek NOTIFY changed)
    Q_PROPERTY(int railPhase READ railPhase NOTIFY changed)
    Q_PROPERTY(QString railSpoken READ railSpoken NOTIFY changed)
    Q_PROPERTY(QString knobLabel READ knobLabel NOTIFY changed)
    Q_PROPERTY(bool hasCheckIns READ hasCheckIns NOTIFY changed)
    Q_PROPERTY(QString startText READ startText NOTIFY changed)
    Q_PROPERTY(QString endText READ endText NOTIFY changed)
    Q_PROPERTY(QVariantList craving READ craving NOTIFY changed)
    Q_PROPERTY(QVariantList mood READ mood NOTIFY changed)
    Q_PROPERTY(QVariantList sleep READ sleep NOTIFY changed)
    Q_PROPERTY(QString cravingText READ cravingText NOTIFY changed)
    Q_PROPERTY(QString moodText READ moodText NOTIFY changed)
    Q_PROPERTY(QString sleepText READ sleepText NOTIFY changed)
    Q_PROPERTY(QString trendSpoken READ trendSpoken NOTIFY changed)
    Q_PROPERTY(QString sleepSpoken READ sleepSpoken NOTIFY changed)
    Q_PROPERTY(QVariantList checks READ checks NOTIFY changed)
    Q_PROPERTY(QString attendanceText READ attendanceText NOTIFY changed)
    Q_PROPERTY(QString skillsText READ skillsText NOTIFY changed)
    Q_PROPERTY(QString unmarkedText READ unmarkedText NOTIFY changed)
    Q_PROPERTY(QVariantList sessions READ sessions NOTIFY changed)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(QVariantList marks READ marks NOTIFY changed)
    Q_PROPERTY(QVariantList markRow READ markRow NOTIFY changed)
    Q_PROPERTY(QString marksText READ marksText NOTIFY changed)
    Q_PROPERTY(QString markDayText READ markDayText NOTIFY markChanged)
    Q_PROPERTY(QString markWord READ markWord NOTIFY markChanged)
    Q_PROPERTY(bool isDayMarked READ isDayMarked NOTIFY markChanged)
    Q_PROPERTY(bool hasLaterDay READ hasLaterDay NOTIFY markChanged)
    Q_PROPERTY(QString markProblem READ markProblem NOTIFY markChanged)
    Q_PROPERTY(int longestWord READ longestWord CONSTANT)

public:
    enum State { Away, Loading, Ready, Failed };
    Q_ENUM(State)
    enum Range { TwoWeeks, FourWeeks, Whole };
    Q_ENUM(Range)

    ProgressView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                 QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Range range() const { return m_range; }
    void setRange(Range range);
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }
    /// Some records can't be read and are left out.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    [[nodiscard]] bool hasProgram() const { return !m_rail.isEmpty(); }
    /// A list of {title, note, weeks, level}, as RailPath takes it.
    [[nodiscard]] QVariantList rail() const { return m_rail; }
    [[nodiscard]] int railWeek() const { return m_railWeek; } ///< from 1; 0 when nothing is counted
    [[nodiscard]] int railPhase() const { return m_railPhase; }
    [[nodiscard]] QString railSpoken() const { return m_railSpoken; }
    [[nodiscard]] QString knobLabel() const { return m_knobLabel; }  ///< "You, week 5"
    [[nodiscard]] bool hasCheckIns() const { return m_hasCheckIns; } ///< in the range
    [[nodiscard]] QString startText() const { return m_startText; }
    [[nodiscard]] QString endText() const { return m_endText; }
    /// A number for each step, the oldest first; without an answer it is undefined.
    [[nodiscard]] QVariantList craving() const { return m_craving; }
    [[nodiscard]] QVariantList mood() const { return m_mood; }
    [[nodiscard]] QVariantList sleep() const { return m_sleep; }
    [[nodiscard]] QString cravingText() const { return m_cravingText; }
    [[nodiscard]] QString moodText() const { return m_moodText; }
    [[nodiscard]] QString sleepText() const { return m_sleepText; }
    /// What a chart says to who does not see it.
    [[nodiscard]] QString trendSpoken() const { return m_trendSpoken; }
    [[nodiscard]] QString sleepSpoken() const { return m_sleepSpoken; }
    /// A list of {title, scale, text, rows, values, spoken}, one for each check that was answered. `values` from 0 to 3, a number for each week
    /// (in long ranges a month), the oldest first; without one undefined. `rows`: the same as a list, by the day, the newest first.
    [[nodiscard]] QVariantList checks() const { return m_checks; }
    [[nodiscard]] QString attendanceText() const { return m_attendanceText; } ///< "You came to 9 of 11 sessions."
    [[nodiscard]] QString skillsText() const { return m_skillsText; }         ///< empty when none was used
    [[nodiscard]] QString unmarkedText() const { return m_unmarkedText; }
    /// A list of {text, note, isAttended}, the newest first.
    [[nodiscard]] QVariantList sessions() const { return m_sessions; }
    /// A list of {title, note, mark, isMarked, day}, the newest first: the charts as a list. `day` for lookAt(); empty for more than a day.
    [[nodiscard]] QVariantList steps() const { return m_steps; }
    /// A list of {title, word, day}, the newest first.
    [[nodiscard]] QVariantList marks() const { return m_marks; }
    /// Whether each step has a mark, the oldest first.
    [[nodiscard]] QVariantList markRow() const { return m_markRow; }
    [[nodiscard]] QString marksText() const { return m_marksText; } ///< "3 days"

    /// The day whose mark can be changed now.
    [[nodiscard]] QString markDayText() const { return m_markDayText; }
    [[nodiscard]] QString markWord() const { return m_markWord; }
    [[nodiscard]] bool isDayMarked() const { return m_isDayMarked; }
    [[nodiscard]] bool hasLaterDay() const;
    [[nodiscard]] QString markProblem() const { return m_markProblem; }
    [[nodiscard]] static int longestWord() { return longestOwnMark; }
    Q_INVOKABLE void lookAt(const QString &day); ///< empty: today
    Q_INVOKABLE void lookEarlier();
    Q_INVOKABLE void lookLater();
    /// Marks the day, with a word or without one. False with markProblem() when it could not be kept.
    Q_INVOKABLE bool mark(const QString &word);
    Q_INVOKABLE bool unmark();

Q_SIGNALS:
    void changed();
    void markChanged();

private:
    void begin();
    void refresh();
    void clear();
    void setRail(const Records &records, const QDate &today);
    void setWords(const Progress &progress);
    void setLists(const Progress &progress, const TimeText &text);
    void showMark(const QDate &day);
    bool settle(const Result<void> &kept);
    [[nodiscard]] QDate today() const;

    QTimer m_loading;
    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    bool m_isShown = false;
    State m_state = Away;
    Range m_range = TwoWeeks;
    QString m_problemTitle;
    QString m_problemText;
    bool m_isDamaged = false;
    QVariantList m_rail;
    int m_railWeek = 0;
    int m_railPhase = 0;
    QString m_railSpoken;
    QString m_knobLabel;
    bool m_hasCheckIns = false;
    QString m_startText;
    QString m_endText;
    QVariantList m_craving;
    QVariantList m_mood;
    QVariantList m_sleep;
    QString m_cravingText;
    QString m_moodText;
    QString m_sleepText;
    QString m_trendSpoken;
    QString m_sleepSpoken;
    QVariantList m_checks;
    QString m_attendanceText;
    QString m_unmarkedText;
    QString m_skillsText;
    QVariantList m_sessions;
    QVariantList m_steps;
    QVariantList m_marks;
    QVariantList m_markRow;
    QString m_marksText;
    QDate m_markDay;
    QString m_markDayText;
    QString m_markWord;
    bool m_isDayMarked = false;
    QString m_markProblem;
};

} // namespace handrail
