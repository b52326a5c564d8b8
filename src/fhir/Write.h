// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "core/Medicine.h"
#include "core/Message.h"
#include "core/Session.h"
#include "core/Sharing.h"

#include <QByteArray>
#include <QString>

namespace handrail::fhir {

/// A completed QuestionnaireResponse (design api row 3a): author, source and subject are the patient; skipped items are left out;
/// choices carry system, code, display and the ordinalValue of their option.
[[nodiscard]] QByteArray writeQuestionnaireResponse(const CompletedForm &completed, const Form &form);

/// `sent`, which is to take the place of `before` and of no other answers: with these inside. writeAmendment() leaves them out.
[[nodiscard]] QByteArray writeChange(const QByteArray &sent, const QByteArray &before);
/// Without them, as it is sent to where there are no answers yet.
[[nodiscard]] QByteArray writeAlone(const QByteArray &change);
/// `change`, made from `refused`, as it is when that never comes to be: it takes the place of what that was to take the place of.
[[nodiscard]] QByteArray writeWithout(const QByteArray &change, const QByteArray &refused);
/// It says of which answers it is to take the place.
[[nodiscard]] bool isChange(const QByteArray &sent);
/// What the server has now is what this change is to take the place of; or it does not say of what.
[[nodiscard]] bool isMadeFrom(const QByteArray &change, const QByteArray &stored);

/// The QuestionnaireResponse `stored` with the answers of `sent`, and status amended; all else stays as the server wrote it.
[[nodiscard]] QByteArray writeAmendment(const QByteArray &stored, const QByteArray &sent);

/// What there is to say of a Task when its form is answered (row 4): completed, and the answers by their identifier. Elements to set, not
/// a whole Task. Without an identifier: it asked for no form.
[[nodiscard]] QByteArray writeTaskCompletion(const QString &taskId, const QString &responseIdentifier = {});
/// The Task `stored` with what `update` says; all else stays as the server wrote it. `responseId`: the answers' id, where it is known.
[[nodiscard]] QByteArray applyTaskUpdate(const QByteArray &stored, const QByteArray &update, const QString &responseId);

/// What there is to say of a Consent that the patient takes back (row 7a): its status. Elements to set, not a whole Consent.
[[nodiscard]] QByteArray writeConsentEnd(const QString &consentId);
/// The Consent `stored` with what `update` says; all else stays as the server wrote it.
[[nodiscard]] QByteArray applyConsentUpdate(const QByteArray &stored, const QByteArray &update);

/// The Parameters of `Patient/{id}/$invite`: a permission that was signed.
[[nodiscard]] QByteArray writeInvite(const SignedInvite &invite);
/// The same, for a new code of one that the clinic has.
[[nodiscard]] QByteArray writeInviteAgain(const QString &identifier);

/// An AppointmentResponse that says whether the patient, or the RelatedPerson with this id, comes (rows 1b, 1d), and to which time: a word about one
/// says nothing of another. `comment` may be empty. `said`: when, which R4 has no element for; it may come much later.
[[nodiscard]] QByteArray writeRsvp(const QString &identifier, const Session &session, Coming coming, const QString &comment,
                                   const QString &relativeId = {}, const QDateTime &said = {});

/// A message of the patient's (row 8). References are relative, "CareTeam/x"; empty ones are left out.
struct NewMessage {
    QString identifier;
    QString patientId;
    QString relatedPersonId = {}; ///< who writes, when it is a relative; else the patient does
    MessageKind kind = MessageKind::Message;
    QString title;
    QStringList parts; ///< each is one payload; blank ones are left out
    QString about;
    QDateTime aboutStart = {}; ///< may be invalid
    QString recipient;
    QString thread;  ///< what the thread begins with
    QString answers; ///< what it answers
    QDateTime sent;  ///< written with the offset that it has
};
[[nodiscard]] QByteArray writeMessage(const NewMessage &message);

/// A MedicationStatement: what the patient says of one dose (row 9a). Taken is completed, not taken not-taken, not sure unknown. Its time is the day, and
/// dosage holds when in the day, never how much. `name` of the medicine; `note` may be empty.
[[nodiscard]] QByteArray writeDose(const DoseSaid &said, const QString &patientId, const QString &name, const QString &note);

} // namespace handrail::fhir
