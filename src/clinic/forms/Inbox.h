// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"
#include "clinic/records/SessionMove.h"
#include "clinic/records/Validator.h"

#include <QString>
#include <optional>

namespace handrail::clinic {

/// One thing that a patient or relative wrote to the clinic, said to a session, or did of what was asked for.
struct InboxItem {
    QString reference;          ///< Communication/x, AppointmentResponse/x; Task/x or QuestionnaireResponse/x of what was done
    QString kind;               ///< the code of its message-kind ("refill"), "message", "task-done", or what was said to a session
    qint64 sent = 0;            ///< milliseconds since 1970 UTC
    QString patient;            ///< Patient/x
    QString from;               ///< who wrote it: Patient/x, RelatedPerson/x
    QString about;              ///< reference; may be empty
    QString text;               ///< on one line
    std::optional<qint64> said; ///< of an answer to a session: when, where that was before it came (`sent`)
    bool isTooLate = false;     ///< the session was over when it came
    std::optional<Moved> moved; ///< the session of which it was said, since then
    std::optional<qint64> seen;
    std::optional<qint64> done; ///< closed: marked so, a message that was answered, a worksheet or a task-done that was seen
    QString doneBy;             ///< of the user of the system; may be empty
};

/// What became of an announcement.
struct Announced {
    int told = 0;
    int leftOut = 0;                ///< patients who are not active, have died, or whose record was replaced
    std::optional<Problem> problem; ///< what stopped it; those who were told stay told
};

/// What patients wrote and asked, and what they ended, for staff. Of several answers of one person to one session the newest counts; one that
/// says no more than the clinic's own record does, without words, is nothing to look at. For a process of its own.
class Inbox
{
public:
    explicit Inbox(Records &records)
        : m_records(records)
    {
    }

    /// The open ones first, the oldest first.
    [[nodiscard]] QList<InboxItem> all(bool isOpenOnly);

    // `reference` may be an id alone. Problems: NotFound when the inbox has no such thing; those of Records::write.

    /// Notes that staff saw it: Communication.received; of an answer to a session, that person's participant.status in the Appointment becomes
    /// what was said, unless the session has moved since. Nothing is cancelled by that.
    [[nodiscard]] Result<InboxItem> setSeen(const QString &reference);
    /// The same, and that it is dealt with.
    [[nodiscard]] Result<InboxItem> setDone(const QString &reference, const QString &who);
    /// Answers in the thread, from this Practitioner (an id), or with none from the patient's clinic. What is answered was seen. BadData: no
    /// text, more than mostMessageCharacters, or no such Practitioner. Conflict: nobody answers an answer to a session in a thread.
    [[nodiscard]] Result<InboxItem> reply(const QString &reference, const QString &text, const QString &practitionerId);
    /// An announcement to this patient, with an empty id to each active one, for so many days. Whoever has died or whose record was replaced is
    /// left out. BadData as above; NotFound when there is no such patient.
    [[nodiscard]] Announced announce(const QString &patientId, const QString &text, int days);

private:
    [[nodiscard]] QStringList idsOf(const QString &type);
    [[nodiscard]] QJsonObject json(const QString &reference);
    [[nodiscard]] Result<void> write(const QJsonObject &record);
    [[nodiscard]] std::optional<InboxItem> fromMessage(const QJsonObject &message);
    [[nodiscard]] InboxItem fromResponse(const QJsonObject &response, qint64 sent);
    [[nodiscard]] QList<InboxItem> responses(const QString &appointment);
    [[nodiscard]] QJsonObject announcement(const QString &patient, const QJsonObject &person, const QString &text, int days) const;
    [[nodiscard]] bool isNews(const InboxItem &item);
    [[nodiscard]] std::optional<InboxItem> find(const QString &reference);
    [[nodiscard]] Result<void> note(const InboxItem &item, const std::optional<QString> &doneBy);
    [[nodiscard]] qint64 now() const { return m_records.clock().nowUtc().toMSecsSinceEpoch(); }

    Records &m_records;
};

/// What is wrong with a Communication as a message: more words than anybody reads. Nothing for all else.
[[nodiscard]] QList<Issue> checkMessage(const QJsonObject &resource);

} // namespace handrail::clinic
