// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace handrail {

/// Who opened something, as far as the clinic's log says it (code system HR/CodeSystem/audit-role, else by what kind of record they have).
enum class Looker { Unknown, Me, Relative, Staff, Program };

/// One line of the clinic's log about this patient (FHIR R4 AuditEvent, design api row 12). What was in the record is never in it.
struct AccessEvent {
    enum class Act { Read, Write, Remove };

    QString id;
    QDateTime at; ///< UTC
    Looker looker = Looker::Unknown;
    QString who;  ///< relative reference, "Practitioner/x"; empty when it is nobody with a record
    QString name; ///< in the clinic's words; may be empty
    QString role; ///< the same: "Counselor", "sister"
    Act act = Act::Read;
    QString type;           ///< FHIR type of what was opened; empty when the clinic does not say
    bool isRefused = false; ///< they did not get it

    bool operator==(const AccessEvent &) const = default;
};

/// A page of it, the newest first.
struct AccessPage {
    QList<AccessEvent> events;
    QString next; ///< where the next page is; empty on the last
};

} // namespace handrail
