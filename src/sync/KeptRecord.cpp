// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/KeptRecord.h"

#include "fhir/Read.h"
#include "sync/FhirClient.h"

namespace handrail {

CompletedForm onTheWall(CompletedForm completed, const QTimeZone &deviceZone)
{
    QDateTime &at = completed.authored;
    if (at.isValid() && completed.isInUtc)
        at = at.toOffsetFromUtc(deviceZone.offsetFromUtc(at));
    return completed;
}

StoredRecord recordFrom(const fhir::Slice &slice, const QTimeZone &deviceZone)
{
    StoredRecord record;
    record.type = slice.type;
    record.id = slice.id;
    record.versionId = slice.versionId;
    record.lastUpdated = slice.lastUpdated;
    record.json = slice.json;
    if (slice.type == u"Appointment") {
        const auto session = fhir::readAppointment(slice.json);
        if (session && session->start.isValid())
            record.day = session->start.toTimeZone(session->zone.isValid() ? session->zone : deviceZone).date();
    } else if (slice.type == u"QuestionnaireResponse") {
        if (const auto completed = fhir::readResponseHead(slice.json))
            record.day = onTheWall(*completed, deviceZone).authored.date();
    } else if (slice.type == u"MedicationStatement") {
        if (const auto said = fhir::readDose(slice.json))
            record.day = said->day;
    }
    return record;
}

StoredRecord recordFrom(const fhir::Slice &slice, const QTimeZone &deviceZone, const FhirClient &client)
{
    constexpr int slackSeconds = 120; // between two clocks of one server
    StoredRecord record = recordFrom(slice, deviceZone);
    if (client.clockOffset() && record.lastUpdated > client.serverNow().addSecs(slackSeconds))
        record.lastUpdated = client.serverNow();
    return record;
}

} // namespace handrail
