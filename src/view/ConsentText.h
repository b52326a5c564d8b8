// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/InviteDraft.h"
#include "view/TimeText.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// What is shared with somebody.
struct SharedFacts {
    bool isOneSession = false; ///< else all family sessions
    QString sessionText;       ///< of the one; may be empty
    bool isBusyShared = false;
    bool isAttendanceShared = false;
};

/// A part of it, in the words that are signed; whoever says it to the patient says it in these.
struct SharedThing {
    enum class Kind { Times, WithIt, Busy, Attendance };
    Kind kind = Kind::Times;
    QString words;
    QString note; ///< may be empty
};

[[nodiscard]] QList<SharedThing> sharedThings(const SharedFacts &facts);

/// A permission to share, in the words that are shown and signed: what 42 CFR 2.31(a) asks for (who it is about, who discloses, what, to whom, why, the
/// right to stop and how, until when, signature and date) and the notice of 2.32. Pure: the same facts give the same words.
struct ConsentText {
    struct Row {
        QString label;
        QString value;
        QString note; ///< may be empty

        bool operator==(const Row &) const = default;
    };

    QString title;
    QString lead;
    QList<Row> rows;
    QString rights; ///< how to stop, and that it may not be passed on
    QString noticeTitle;
    QStringList notice;
    QString dateLine;

    /// All of it as plain text, signed with this name.
    [[nodiscard]] QString signedWith(const QString &name) const;

    bool operator==(const ConsentText &) const = default;
};

/// What the words are made of.
struct ConsentFacts {
    QString patientName;
    QString clinicName;
    QString toName;
    QString relation;    ///< in words
    QString sessionText; ///< of the one session; empty: all family sessions
    bool isBusyShared = false;
    bool isAttendanceShared = false;
    QDate until;
    QDate today;
};

[[nodiscard]] ConsentText consentText(const ConsentFacts &facts, const TimeText &text);
/// "Family", "Partner", "Friend".
[[nodiscard]] QString relationText(InviteDraft::Relationship relationship);
/// "February 12, 2027".
[[nodiscard]] QString fullDate(const QDate &day, const TimeText &text);
/// What a person calls somebody: the first word of the name.
[[nodiscard]] QString calledName(const QString &name);

} // namespace handrail
