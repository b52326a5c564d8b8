// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Access.h"
#include "clinic/base/FhirTime.h"
#include "clinic/records/Records.h"

#include <QHash>
#include <QJsonObject>
#include <algorithm>
#include <functional>
#include <vector>

namespace handrail::clinic {

/// One access: who did what to which record, and how it ended. Never what was in it.
struct AuditEntry {
    qint64 at = 0;
    QString user;
    QString fhirUser;
    QString patient;   ///< the patient whose data it was about; empty when it was nobody's
    char action = 'R'; ///< C R U D E (FHIR R4 audit-event-action)
    QString type;
    QString id; ///< empty for a search
    int status = 200;
};

/// Who looked, in words: filled in when the log is read, from the records as they are then.
struct AuditAgent {
    QString who;                ///< RelatedPerson/<id>; empty: staff at the clinic's own machine, who have no sign-in there
    QString name;               ///< as people say it; empty when unknown
    const char *role = nullptr; ///< HR/CodeSystem/audit-role: patient, relative or staff
    QJsonObject roleWords; ///< "Counselor", "sister": a CodeableConcept with its codes, and what it is called in other languages
};

/// The record of every access (45 CFR 164.312(b)). Rows can be added, never changed or removed: triggers see to it. Reads are gathered
/// in memory and written every quarter of a second; a write's row is in the write's own transaction.
class AuditLog
{
public:
    AuditLog(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }
    [[nodiscard]] Result<void> open();

    void add(const Access &access, char action, const QString &type, const QString &id, const QString &patient, int status);
    /// Writes what was gathered, in a transaction of its own.
    void flush();
    /// The same inside the caller's transaction. What was gathered is dropped only by settle(), after the commit.
    [[nodiscard]] bool flushInside();
    void settle() { m_pending.clear(); }
    /// How much is gathered, and back to that: what a rolled-back transaction claimed did not happen.
    [[nodiscard]] std::size_t mark() const { return m_pending.size(); }
    void rewind(std::size_t mark) { m_pending.resize(std::min(mark, m_pending.size())); }

    struct Search {
        QString where; ///< conditions on id, at, who and patient, each with AND before it; what a client sent is in `values` alone
        QVariantList values;
        bool isNewestFirst = true;
        std::function<void(AuditAgent &agent, const QString &patient)> describe; ///< fills in all but `who`
        bool hasAccounts = true;                                                 ///< with the clinic's own ids of the accounts
        qint64 after = 0;                                                        ///< id of the last one shown; 0 on the first page
        qint64 upTo = 0; ///< id of the last one there was on the first page, where the oldest come first; 0: no such end
        int count = 50;
    };
    struct Found {
        qint64 id;
        QString patient;     ///< empty: nobody's
        QByteArray resource; ///< an AuditEvent
    };
    /// The id of the last row there is; 0: none.
    [[nodiscard]] qint64 newest();
    /// At most `count` + 1 (the last one tells that there is more).
    [[nodiscard]] QList<Found> find(const Search &search);
    /// How many there are, by patient.
    [[nodiscard]] QHash<QString, qint64> counts(const Search &search);

private:
    [[nodiscard]] Statement asked(const QString &sql, const QVariantList &values);

    Database &m_database;
    const Clock &m_clock;
    std::vector<AuditEntry> m_pending;
};

} // namespace handrail::clinic
