// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Schedule.h"
#include "ports/CalendarExport.h"
#include "ports/Directions.h"
#include "ports/FileExport.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SessionItem.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// One session and what can be done about it: directions, calendar. Serves the patient and the relative. JoinView leads into it.
class SessionView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY changed)
    Q_PROPERTY(handrail::SessionItem item READ item NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(bool canSaveFile READ canSaveFile NOTIFY changed)

public:
    SessionView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, CalendarExport &calendar,
                Directions &directions, FileExport &files, QObject *parent = nullptr);

    [[nodiscard]] QString sessionId() const { return m_id; }
    void setSessionId(const QString &id);
    /// Not valid when the session is gone.
    [[nodiscard]] SessionItem item() const { return m_item; }
    /// What the last action led to, in one sentence; empty when there is nothing to say.
    [[nodiscard]] QString message() const;
    /// What was meant for the calendar can be saved as a file: no calendar opened.
    [[nodiscard]] bool canSaveFile() const { return m_said == Said::NoCalendar; }

    Q_INVOKABLE void openDirections(const QString &id);
    Q_INVOKABLE void addToCalendar();
    /// Every session that is not over, the cancelled ones too, as one file.
    Q_INVOKABLE void addAllToCalendar();
    Q_INVOKABLE void saveFile();
    Q_INVOKABLE void clearMessage();

    void refresh();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::optional<Session> find(const QString &id) const;
    /// What there is to say, not the words: they follow the language.
    enum class Said {
        Nothing,
        NoMap,
        InCalendar,
        InCalendarDiscreetly,
        NoCalendar,
        DeviceFull,
        CannotSave,
        Saved,
        AllInCalendar,
        NothingPlanned
    };
    void say(Said what);
    void sayWhyNot(const Problem &problem);
    void giveToCalendar(const QList<CalendarEntry> &entries, const QString &fileName, Said done);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    CalendarExport &m_calendar;
    Directions &m_directions;
    FileExport &m_files;
    QString m_id;
    SessionItem m_item;
    Said m_said = Said::Nothing;
    QString m_address; ///< for NoMap
    QByteArray m_file; ///< for NoCalendar
    QString m_fileName;
    QString m_savedPath; ///< for Saved
};

} // namespace handrail
