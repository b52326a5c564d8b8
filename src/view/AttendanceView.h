// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Attendance.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QDate>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// What the clinic has written down of the sessions that are over, with "That's not right" for each; and asking for a letter.
class AttendanceView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isOpen READ isOpen WRITE setOpen NOTIFY changed)
    Q_PROPERTY(QString sinceText READ sinceText NOTIFY changed)
    Q_PROPERTY(QString attendanceText READ attendanceText NOTIFY changed)
    Q_PROPERTY(QString hoursText READ hoursText NOTIFY changed)
    Q_PROPERTY(QString weekText READ weekText NOTIFY changed)
    Q_PROPERTY(int weekPercent READ weekPercent NOTIFY changed)
    Q_PROPERTY(QString weekSpoken READ weekSpoken NOTIFY changed)
    Q_PROPERTY(QString restText READ restText NOTIFY changed)
    Q_PROPERTY(QVariantList sessions READ sessions NOTIFY changed)
    Q_PROPERTY(int hiddenSessions READ hiddenSessions NOTIFY changed)
    Q_PROPERTY(QVariantMap letter READ letter NOTIFY changed)
    Q_PROPERTY(QString letterFromText READ letterFromText NOTIFY changed)
    Q_PROPERTY(QString letterToText READ letterToText NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)

public:
    enum LetterFor { Work, School, Anybody };
    Q_ENUM(LetterFor)

    AttendanceView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                   QObject *parent = nullptr);

    /// The page shows; else nothing is read.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);
    /// "Since August 29, 2026", where older ones may not all be here; then none of those is in the numbers. Else empty.
    [[nodiscard]] QString sinceText() const { return m_sinceText; }
    [[nodiscard]] QString attendanceText() const { return m_attendanceText; } ///< "You came to 9 of 11 sessions."
    [[nodiscard]] QString hoursText() const { return m_hoursText; }           ///< "27 of 33 planned hours."
    /// "Hours planned this week: 9. You were there for 3 so far."; empty when none are planned, or not all of this week is here.
    [[nodiscard]] QString weekText() const { return m_weekText; }
    [[nodiscard]] int weekPercent() const { return m_weekPercent; }   ///< of the planned hours, attended; -1: nothing to draw
    [[nodiscard]] QString weekSpoken() const { return m_weekSpoken; } ///< what that draws, "3 of 9 planned hours this week"
    /// What is not counted: cancelled, not marked, without an end; a sentence each.
    [[nodiscard]] QString restText() const { return m_restText; }
    /// The newest first: {id, title, when, note, iconName, canContest, line (as RequestLine::toMap, or empty)}.
    [[nodiscard]] QVariantList sessions() const { return m_sessions; }
    /// How many older ones are there beside these.
    [[nodiscard]] int hiddenSessions() const { return m_hiddenSessions; }
    [[nodiscard]] QVariantMap letter() const { return m_letter; } ///< of the last one asked for; empty when there is none
    [[nodiscard]] QString letterFromText() const;
    [[nodiscard]] QString letterToText() const;
    [[nodiscard]] QString message() const { return m_message; } ///< what went wrong; empty when nothing did

    Q_INVOKABLE void showMore();
    /// Tells the clinic that its record of this session is not right. Saved here first.
    Q_INVOKABLE bool contest(const QString &sessionId);
    Q_INVOKABLE void moveLetterFrom(int days);
    Q_INVOKABLE void moveLetterTo(int days);
    /// It says when, and never what for.
    Q_INVOKABLE bool askLetter(handrail::AttendanceView::LetterFor who);

    void refresh();

Q_SIGNALS:
    void changed();

private:
    bool send(const MessageDraft &draft);
    void beginLetter();
    [[nodiscard]] QString hours(int minutes) const;
    void readWeek(const WeekHours &week);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    MinuteTimer &m_minute;
    QString m_sinceText;
    QString m_attendanceText;
    QString m_hoursText;
    QString m_weekText;
    int m_weekPercent = -1;
    QString m_weekSpoken;
    QString m_restText;
    QVariantList m_sessions;
    int m_mostRows = 0; ///< set with isOpen
    int m_hiddenSessions = 0;
    QVariantMap m_letter;
    QDate m_letterFrom;
    QDate m_letterTo;
    QString m_message;
    bool m_isOpen = false;
};

} // namespace handrail
