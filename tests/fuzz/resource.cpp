// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Every reader of a single record, over the same bytes. Whatever they take, people can be shown it.

#include "Fuzz.h"
#include "content/CrisisPack.h"
#include "fhir/Read.h"
#include "fhir/Bundle.h"
#include "fhir/Json.h"
#include "fhir/Write.h"

namespace handrail::fuzz {

namespace {

void checkSession(const Session &session)
{
    for (const QString &text : {session.title, session.topic, session.place})
        requireShown(text);
    for (const Leader &leader : session.leaders) {
        requireShown(leader.name);
        requireShown(leader.role);
    }
    for (const QString &text : session.whatToBring)
        requireShown(text);
    require(session.joinUrl.isEmpty()
                || (session.joinUrl.isValid() && session.joinUrl.scheme() == u"https" && !session.joinUrl.host().isEmpty()
                    && session.joinUrl.userInfo().isEmpty()),
            "a link to join is https, without a name in it");
    require(!session.start.isValid() || session.start.timeSpec() == Qt::UTC, "times are in UTC");
}

void checkContact(const ClinicContact &contact)
{
    requireShown(contact.name);
    requireShown(contact.hours);
    require(contact.phone.isEmpty() || isDiallable(contact.phone), "a number is only digits");
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray json = input.rest();
    if (const auto session = fhir::readAppointment(json))
        checkSession(*session);
    if (const auto session = fhir::readAppointment(json, json))
        checkSession(*session);
    const auto program = fhir::readProgram(json);
    if (program && *program) {
        requireShown((*program)->title);
        for (const Phase &phase : (*program)->phases)
            requireShown(phase.title);
    }
    if (const auto contact = fhir::readClinicContact(json))
        checkContact(*contact);
    if (const auto address = fhir::readAddress(json))
        requireShown(*address);
    for (const auto &name : {fhir::readPersonName(json), fhir::readPatientOf(json)}) {
        if (name) {
            requireShown(name->given);
            requireShown(name->full);
        }
    }
    if (const auto task = fhir::readTask(json)) {
        requireShown(task->title);
        require(fhir::isId(task->id.toStdString()), "a task has an id that can be in an address");
        require(!task->questionnaire.contains(u' ') || task->questionnaire.size() <= 2048, "a form is named by its address");
        // What we say of a task is there once, however often it is said.
        const QByteArray update = fhir::writeTaskCompletion(task->id, QStringLiteral("urn:uuid:1"));
        if (fhir::compareTask(json, update) == fhir::TaskStanding::Open) {
            const QByteArray done = fhir::applyTaskUpdate(json, update, QStringLiteral("r1"));
            require(fhir::compareTask(done, update) == fhir::TaskStanding::Same, "a completed task is completed");
        }
    }
    if (const auto planned = fhir::readPlannedForms(json)) {
        for (const PlannedForm &form : *planned) {
            requireShown(form.title);
            require(form.everyDays >= 0 && form.everyDays <= 3660, "a rhythm is a number of days");
            require(form.everyDays == 0 || !form.from.isValid() || !form.due.isValid() || form.from <= form.due,
                    "what comes back has a turn");
        }
    }
    if (const auto offered = fhir::readOfferedTexts(json)) {
        qint64 all = 0;
        for (const OfferedTexts::Piece &piece : offered->pieces) {
            require(piece.size > 0 && (fhir::isId(piece.binaryId.toStdString()) || !piece.data.isEmpty()),
                    "a piece lies somewhere");
            all += piece.size;
        }
        require(all <= mostOfferedBytes && offered->pieces.size() <= 64, "a pack has a limit");
    }
    if (const auto bytes = fhir::readBinary(json))
        require(!bytes->isEmpty(), "a Binary has bytes");
    (void)fhir::namedForms(json);
    (void)fhir::readAppointmentResponse(json);
    if (const auto flag = fhir::readFlag(json)) {
        require(fhir::isFlagForPatient(json), "what is for staff alone is not read");
        requireShown(flag->text);
    }
    (void)fhir::isActiveMedication(json);
    (void)fhir::readOutcome(json);
    (void)fhir::issueCode(json);
    (void)fhir::isForRelative(json, QStringLiteral("rp1"), QStringLiteral("p101"));
}

} // namespace handrail::fuzz
