// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/AuditLog.h"

#include "core/Ids.h"
#include "core/Log.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

namespace {

constexpr std::size_t flushFrom = 4096;
constexpr std::size_t rowsAtOnce = 32;

QByteArray coding(const char *system, const QByteArray &code)
{
    return "{\"system\":\"http://" + QByteArray(system) + "\",\"code\":\"" + code + "\"}";
}

// The members of AuditEvent.agent that say it in words, each with a comma behind it.
QByteArray inWords(const AuditAgent &agent)
{
    QByteArray json;
    if (!agent.name.isEmpty())
        json += "\"name\":" + quoted(agent.name.toUtf8()) + ',';
    if (agent.role) {
        QJsonObject role = agent.roleWords;
        QJsonArray codings = role.value(QLatin1String("coding")).toArray();
        codings.prepend(QJsonObject{{QStringLiteral("system"), canonical(u"CodeSystem/audit-role")},
                                    {QStringLiteral("code"), QLatin1String(agent.role)}});
        role.insert(QStringLiteral("coding"), codings);
        json += "\"role\":[" + QJsonDocument(role).toJson(QJsonDocument::Compact) + "],";
    }
    return json;
}

QByteArray resourceFrom(const Statement &row, const AuditLog::Search &search)
{
    const qint64 id = row.number(0), at = row.number(1);
    const char action = row.bytes(5).at(0);
    const int status = int(row.number(8));
    const QByteArray type = row.bytes(6), target = row.bytes(7), patient = row.bytes(4), who = row.bytes(3);
    const char *interaction = action == 'C' ? "create"
        : action == 'U'                     ? "update"
        : action == 'D'                     ? "delete"
        : action == 'E'                     ? (row.text(7).isEmpty() ? "search" : "operation")
                                            : "read";
    AuditAgent agent{row.text(3), {}, nullptr, {}};
    if (search.describe)
        search.describe(agent, row.text(4));
    QByteArray json = "{\"resourceType\":\"AuditEvent\",\"id\":\"" + QByteArray::number(id)
        + "\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":\"" + writeInstant(at)
        + "\"},\"type\":" + coding("terminology.hl7.org/CodeSystem/audit-event-type", "rest") + ",\"subtype\":["
        + coding("hl7.org/fhir/restful-interaction", interaction) + "],\"action\":\"" + QByteArray(1, action) + "\",\"recorded\":\""
        + writeInstant(at) + "\",\"outcome\":\""
        + (status < 400       ? "0"
               : status < 500 ? "4"
                              : "8")
        + "\",\"agent\":[{" + (who.isEmpty() ? QByteArray() : QByteArray("\"who\":{\"reference\":" + quoted(who) + "},"))
        + (search.hasAccounts ? "\"altId\":" + quoted(row.bytes(2)) + ',' : QByteArray()) + inWords(agent)
        + "\"requestor\":true}],\"source\":{\"observer\":{\"display\":\"handrail-clinic\"}},\"entity\":[{\"what\":{";
    if (target.isEmpty())
        json += "\"display\":" + quoted(type);
    else
        json += "\"reference\":" + quoted(QByteArray(type + '/' + target));
    json += "}}";
    if (!patient.isEmpty() && !(type == "Patient" && target == patient))
        json += ",{\"what\":{\"reference\":" + quoted(QByteArray("Patient/" + patient))
            + "},\"role\":" + coding("terminology.hl7.org/CodeSystem/object-role", "1") + '}';
    return json + "]}";
}

} // namespace

Result<void> AuditLog::open()
{
    return m_database.addArea(
        QStringLiteral("audit"),
        {{
            QStringLiteral(
                "CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, user TEXT NOT NULL, who TEXT NOT "
                "NULL, "
                "patient TEXT NOT NULL, action TEXT NOT NULL, type TEXT NOT NULL, target TEXT NOT NULL, status INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX audit_patient ON audit (patient, id)"),
            QStringLiteral("CREATE TRIGGER audit_no_change BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'append only'); END"),
            QStringLiteral("CREATE TRIGGER audit_no_removal BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'append only'); END"),
        }});
}

void AuditLog::add(const Access &access, char action, const QString &type, const QString &id, const QString &patient, int status)
{
    m_pending.push_back({m_clock.nowUtc().toMSecsSinceEpoch(), access.userId, access.fhirUser, patient, action, type, id, status});
}

bool AuditLog::flushInside()
{
    // Many rows in one statement: each run of a statement costs more than the row itself.
    static const QString single =
        QStringLiteral("INSERT INTO audit (at, user, who, patient, action, type, target, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    static const QString many = single + QStringLiteral(", (?, ?, ?, ?, ?, ?, ?, ?)").repeated(int(rowsAtOnce) - 1);
    const auto text = [](const QString &value) { return value.isNull() ? QStringLiteral("") : value; };
    for (std::size_t done = 0; done < m_pending.size();) {
        const std::size_t count = m_pending.size() - done >= rowsAtOnce ? rowsAtOnce : 1;
        QVariantList values;
        values.reserve(qsizetype(count) * 8);
        for (const std::size_t end = done + count; done < end; ++done) {
            const AuditEntry &entry = m_pending[done];
            values << entry.at << text(entry.user) << text(entry.fhirUser) << text(entry.patient)
                   << QString(QLatin1Char(entry.action)) << text(entry.type) << text(entry.id) << entry.status;
        }
        Statement insert = m_database.statement(count == 1 ? single : many);
        if (!insert.run(values))
            return false;
    }
    return true;
}

void AuditLog::flush()
{
    if (m_pending.empty())
        return;
    Transaction transaction(m_database);
    if (transaction.isOpen() && flushInside() && transaction.commit())
        settle();
    else if (m_pending.size() > flushFrom)
        qCCritical(logClinic) << "the audit log cannot be written;" << m_pending.size() << "entries wait";
}

// Not from the cache of statements: the text follows what is asked.
Statement AuditLog::asked(const QString &sql, const QVariantList &values)
{
    flush();
    Statement query = m_database.statementOnce(sql);
    query.run(values);
    return query;
}

qint64 AuditLog::newest()
{
    Statement rows = asked(QStringLiteral("SELECT max(id) FROM audit"), {});
    return rows.next() ? rows.number(0) : 0;
}

QList<AuditLog::Found> AuditLog::find(const Search &search)
{
    const bool isFurther = search.after > 0;
    Statement rows = asked(QStringLiteral("SELECT id, at, user, who, patient, action, type, target, status FROM audit WHERE 1 = 1")
                               + search.where
                               + (isFurther ? QLatin1String(search.isNewestFirst ? " AND id < ?" : " AND id > ?") : QLatin1String())
                               + QLatin1String(search.upTo > 0 ? " AND id <= ?" : "")
                               + QLatin1String(search.isNewestFirst ? " ORDER BY id DESC LIMIT ?" : " ORDER BY id LIMIT ?"),
                           search.values + (isFurther ? QVariantList{search.after} : QVariantList())
                               + (search.upTo > 0 ? QVariantList{search.upTo} : QVariantList()) + QVariantList{search.count + 1});
    QList<Found> found;
    while (rows.next())
        found.append(Found{rows.number(0), rows.text(4), resourceFrom(rows, search)});
    return found;
}

QHash<QString, qint64> AuditLog::counts(const Search &search)
{
    Statement rows =
        asked(QStringLiteral("SELECT patient, count(*) FROM audit WHERE 1 = 1") + search.where + QLatin1String(" GROUP BY patient"),
              search.values);
    QHash<QString, qint64> found;
    while (rows.next())
        found.insert(rows.text(0), rows.number(1));
    return found;
}

} // namespace handrail::clinic
