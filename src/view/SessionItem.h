// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "core/Identity.h"
#include "core/Session.h"
#include "view/TimeText.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The kinds and states of a session as QML names them: Sessions.Group, Sessions.Cancelled.
namespace Sessions {
Q_NAMESPACE
QML_ELEMENT
enum Kind { Group, Individual, Family, Education, Medication, MindBody, Intake, Other };
Q_ENUM_NS(Kind)
enum State { Upcoming, InSession, Attended, Past, Cancelled, Declined };
Q_ENUM_NS(State)
enum Join { NoVideo, OpensLater, Open, OpenLate, AskFirst, Over };
Q_ENUM_NS(Join)
} // namespace Sessions

/// One session in the words and choices that a page shows. A value: it is made anew when something changes.
class SessionItem
{
    Q_GADGET
    QML_VALUE_TYPE(sessionItem)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(int state MEMBER state)
    Q_PROPERTY(int join MEMBER join)
    Q_PROPERTY(QString kindName MEMBER kindName)
    Q_PROPERTY(QString iconName MEMBER iconName)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString topic MEMBER topic)
    Q_PROPERTY(QString timeText MEMBER timeText)
    Q_PROPERTY(QString whenText MEMBER whenText)
    Q_PROPERTY(QString countdown MEMBER countdown)
    Q_PROPERTY(QString startsText MEMBER startsText)
    Q_PROPERTY(QString endsText MEMBER endsText)
    Q_PROPERTY(QString wasText MEMBER wasText)
    Q_PROPERTY(QString joinText MEMBER joinText)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString placeLine MEMBER placeLine)
    Q_PROPERTY(QString rowNote MEMBER rowNote)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(QString chipIcon MEMBER chipIcon)
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(QString leaders MEMBER leaders)
    Q_PROPERTY(QString leaderRoles MEMBER leaderRoles)
    Q_PROPERTY(QStringList whatToBring MEMBER whatToBring)
    Q_PROPERTY(QString spoken MEMBER spoken)
    Q_PROPERTY(bool isVideo MEMBER isVideo)
    Q_PROPERTY(bool isToday MEMBER isToday)
    Q_PROPERTY(bool isMoved MEMBER isMoved)
    Q_PROPERTY(bool isUnconfirmed MEMBER isUnconfirmed)
    Q_PROPERTY(bool canJoin MEMBER canJoin)
    Q_PROPERTY(bool canGetReady MEMBER canGetReady)
    Q_PROPERTY(bool hasDirections MEMBER hasDirections)
    Q_PROPERTY(bool canDecline MEMBER canDecline)
    Q_PROPERTY(bool canBeLate MEMBER canBeLate)
    Q_PROPERTY(bool isAsked MEMBER isAsked)
    Q_PROPERTY(bool isValid MEMBER isValid)

public:
    bool operator==(const SessionItem &other) const = default;

    QString id;
    int kind = Sessions::Other;
    int state = Sessions::Upcoming;
    int join = Sessions::NoVideo;
    QString kindName; ///< "Group session"
    QString iconName; ///< of the kind, as Icons names it
    QString title;
    QString topic;
    QString timeText;   ///< "6:00–9:00 pm"; "Time not known"
    QString whenText;   ///< "Today, 6:00–9:00 pm"; with "New York time" where the device's clock says another
    QString countdown;  ///< "in 2 h 40 min", "now", "Not confirmed yet"; empty when past
    QString startsText; ///< "Starts in 2 h 40 min"
    QString endsText;   ///< "Ends at 9:00 pm", where large text left that out of the times
    QString wasText;    ///< "Was 5:00 pm" when moved
    QString joinText;   ///< "Join opens at 5:20 pm", "Join"
    QString place;
    QString placeLine; ///< "Room 2, Harbor Street Clinic", "Video · Dr. Amara Okafor", "Room 2, Harbor Street Clinic, or by video"
    QString rowNote;   ///< the last line of its row: the place, or what is more important
    QString chip;      ///< "Cancelled", "Moved", "Not confirmed yet"; empty when there is nothing to say
    QString chipIcon;
    QString address;
    QString leaders; ///< "Dana Ruiz and Sam Ortiz"
    QString leaderRoles;
    QStringList whatToBring;
    QString spoken; ///< the whole card in one sentence, for a screen reader
    bool isVideo = false;
    bool isToday = false;
    bool isMoved = false;
    bool isUnconfirmed = false; ///< nobody at the clinic has confirmed it, and it is not over
    bool canJoin = false;
    bool canGetReady = false; ///< Join is open, or opens within half an hour
    bool hasDirections = false;
    bool canDecline = false;
    bool canBeLate = false; ///< it is about to begin, or has
    bool isAsked = false;   ///< the clinic asks whether one comes, and nothing was said
    bool isValid = false;   ///< false: there is no session
};

/// "New York" when clocks there show another time at that moment than this device's; else empty.
[[nodiscard]] QString zoneName(const QTimeZone &zone, const QTimeZone &deviceZone, const QDateTime &at);

/// Puts a session into words. `address` may be empty; `role`: who looks at it, for when Join opens.
[[nodiscard]] SessionItem sessionItem(const Session &session, const QString &address, const Clock &clock, const TimeText &text,
                                      Role role = Role::Patient);

} // namespace handrail
