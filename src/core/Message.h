// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace handrail {

/// What a message between a patient and the care team is about (design api row 8): the second coding of Communication.category. What the
/// app does not know is a Message. Announcement: from the clinic to its patients, a CommunicationRequest (row 11).
enum class MessageKind { Message, Refill, Letter, Ride, Swap, Plan, Medicine, Attendance, Concern, Announcement, Worksheet };

/// The longest text of a message, in UTF-16 units. What is longer would be cut where it is shown.
inline constexpr qsizetype mostMessageCharacters = 4000;

/// The longest concern of a relative, in UTF-16 units.
inline constexpr qsizetype mostConcernCharacters = 2000;

/// Something to say to the care team.
struct MessageDraft {
    MessageKind kind = MessageKind::Message;
    QString text;
    QString about;           ///< relative reference, "Appointment/x", "Goal/x", "MedicationRequest/x"; empty: nothing in particular
    QString identifier = {}; ///< urn:uuid; what is said under one is said once. Empty: a new one
    QDateTime aboutStart = {}; ///< UTC; of the session that it is about, as it stood; invalid when that says nothing
};

/// One message as it was written.
struct WrittenMessage {
    QString id;         ///< of the record at the clinic; empty while it waits here
    QString identifier; ///< urn:uuid that the app made; empty for those of a clinic that makes none
    MessageKind kind = MessageKind::Message;
    QString title;           ///< of a worksheet; else may be empty
    QString text;            ///< may be empty when something is attached
    QStringList attachments; ///< names of what the clinic attached, which is not downloaded
    QString about;           ///< as in MessageDraft
    QDateTime aboutStart;    ///< the same
    QString fromName;        ///< in the clinic's words; may be empty
    QString thread;          ///< id of the message that its thread begins with; may be empty
    QDateTime sent;          ///< UTC; when it was written, never later than the clinic had it; invalid when unknown
    QDateTime seenAt;        ///< UTC; when staff noted that they saw it; invalid while they did not. Of the patient's own alone
    bool isMine = false;     ///< the patient wrote it
};

/// Who of the clinic answers a patient's messages, and when, as far as the clinic says so.
struct ReplyingTeam {
    QString id;               ///< of the CareTeam; empty when there is none
    QString person;           ///< "Dana Ruiz"; empty when nobody is named
    QString role;             ///< in the clinic's words
    bool isCounselor = false; ///< by the role's code
    QString hours;            ///< "Monday to Friday, 9 to 5"; empty when the clinic does not say
};

/// Word from the clinic that waits for no answer.
struct Announcement {
    QString id;
    QString text;
    QString fromName; ///< may be empty
    QDateTime sent;   ///< UTC; invalid when unknown
    QDateTime from;   ///< UTC; not before; invalid: at once
    QDateTime until;  ///< UTC; not after; invalid: no end
    bool isUrgent = false;
};

} // namespace handrail
