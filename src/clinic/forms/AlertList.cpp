// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/AlertList.h"

#include "clinic/base/FhirTime.h"
#include "clinic/forms/DerivedRecord.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString flagType = u"Flag"_s;
const QString communicationType = u"Communication"_s;
constexpr qint64 pageHolds = 30LL * 60 * 1000; ///< milliseconds: so long a call covers what the person says further in one go

QJsonArray one(const QJsonValue &value)
{
    return QJsonArray{value};
}

QJsonObject reference(const QString &target)
{
    return {{u"reference"_s, target}};
}

QString time(qint64 milliseconds)
{
    return QString::fromLatin1(writeInstant(milliseconds));
}

qint64 timeOf(const QJsonValue &value)
{
    const auto range = readTime(value.toString(), TimeForm::DateTime);
    return range ? range->low : 0;
}

QString acknowledgedUrl()
{
    return canonical(u"StructureDefinition/alert-acknowledged");
}

QString pagedUrl()
{
    return canonical(u"StructureDefinition/alert-paged");
}

QString graverUrl()
{
    return canonical(u"StructureDefinition/alert-graver");
}

QString notForOnCallUrl()
{
    return canonical(u"StructureDefinition/alert-not-for-on-call");
}

const QString detailUrl = u"http://hl7.org/fhir/StructureDefinition/flag-detail"_s;

QString levelSystem()
{
    return canonical(u"CodeSystem/alert-level");
}

QString reasonSystem()
{
    return canonical(u"CodeSystem/flag");
}

// Two kinds of staff's lists: safety, and the rest of what a clinician looks at (HL7 flag-category).
QJsonObject flagOf(const Alert &alert, const QString &id, const QString &response, const QString &patient, qint64 now)
{
    const bool isUrgent = alert.level == AlertLevel::Urgent;
    QJsonObject flag = derivedRecord(flagType, id, u"alert"_s);
    flag.insert(u"identifier"_s, one(flag.value("identifier"_L1)));
    flag.insert(u"extension"_s, one(QJsonObject{{u"url"_s, detailUrl}, {u"valueReference"_s, reference(response)}}));
    flag.insert(u"status"_s, u"active"_s);
    flag.insert(
        u"category"_s,
        QJsonArray{codeable(u"http://terminology.hl7.org/CodeSystem/flag-category"_s, isUrgent ? u"safety"_s : u"clinical"_s),
                   codeable(levelSystem(), nameOf(alert.level))});
    flag.insert(u"code"_s, codeable(reasonSystem(), alert.reason, wordsFor(alert.reason)));
    flag.insert(u"subject"_s, reference(patient));
    flag.insert(u"period"_s, QJsonObject{{u"start"_s, time(now)}});
    return flag;
}

QJsonObject communicationOf(const Alert &alert, const QString &id, const QString &response, const QString &patient,
                            const QStringList &teams, qint64 now)
{
    QJsonObject message = derivedRecord(communicationType, id, u"alert"_s);
    message.insert(u"identifier"_s, one(message.value("identifier"_L1)));
    message.insert(u"status"_s, u"in-progress"_s);
    message.insert(
        u"category"_s,
        QJsonArray{codeable(canonical(u"CodeSystem/message-kind"), u"alert"_s), codeable(levelSystem(), nameOf(alert.level))});
    message.insert(u"priority"_s,
                   alert.level == AlertLevel::Urgent       ? u"stat"_s
                       : alert.level == AlertLevel::Review ? u"asap"_s
                                                           : u"routine"_s);
    message.insert(u"subject"_s, reference(patient));
    message.insert(u"about"_s, QJsonArray{reference(response), reference(QString(u"Flag/" + id))});
    message.insert(u"sent"_s, time(now));
    QJsonArray recipients;
    for (const QString &team : teams)
        recipients.append(reference(team));
    if (!recipients.isEmpty())
        message.insert(u"recipient"_s, recipients);
    message.insert(u"payload"_s, one(QJsonObject{{u"contentString"_s, wordsFor(alert.reason)}}));
    return message;
}

// nullopt: a Flag of another kind, which a person wrote.
std::optional<RaisedAlert> alertFrom(const QJsonObject &flag)
{
    RaisedAlert raised;
    bool isOurs = false;
    for (const QJsonValue &category : flag.value("category"_L1).toArray()) {
        for (const QJsonValue &coding : category["coding"_L1].toArray()) {
            for (const AlertLevel level : {AlertLevel::Urgent, AlertLevel::Review, AlertLevel::Info}) {
                if (coding["system"_L1].toString() == levelSystem() && coding["code"_L1].toString() == nameOf(level)) {
                    raised.alert.level = level;
                    isOurs = true;
                }
            }
        }
    }
    if (!isOurs)
        return std::nullopt;
    raised.id = flag.value("id"_L1).toString();
    raised.alert.reason = flag.value("code"_L1)["coding"_L1][0]["code"_L1].toString();
    raised.patient = flag.value("subject"_L1)["reference"_L1].toString();
    raised.raised = timeOf(flag.value("period"_L1)["start"_L1]);
    raised.isOpen = flag.value("status"_L1).toString() == "active"_L1;
    for (const QJsonValue &extension : flag.value("extension"_L1).toArray()) {
        const QString url = extension["url"_L1].toString();
        if (url == detailUrl)
            raised.response = extension["valueReference"_L1]["reference"_L1].toString();
        else if (url == notForOnCallUrl())
            raised.isForOnCall = !extension["valueBoolean"_L1].toBool();
        else if (url == pagedUrl())
            raised.paged = timeOf(extension["valueDateTime"_L1]);
        else if (url == graverUrl()) {
            for (const QJsonValue &part : extension["extension"_L1].toArray()) {
                if (part["url"_L1].toString() == "time"_L1)
                    raised.graver = timeOf(part["valueDateTime"_L1]);
                else
                    raised.furtherResponses.append(part["valueReference"_L1]["reference"_L1].toString());
            }
        } else if (url == acknowledgedUrl()) {
            for (const QJsonValue &part : extension["extension"_L1].toArray()) {
                if (part["url"_L1].toString() == "time"_L1)
                    raised.acknowledged = timeOf(part["valueDateTime"_L1]);
                else
                    raised.acknowledgedBy = part["valueString"_L1].toString();
            }
        }
    }
    return raised;
}

QString idOf(const Alert &alert, const QString &responseId, qint64 version)
{
    const QString what = nameOf(alert.level) + u'|' + alert.reason;
    return derivedId(responseId, u"alert"_s, version == 1 ? what : what + u'|' + QString::number(version));
}

QString versionOf(const AlertList::Source &source)
{
    return u"QuestionnaireResponse/%1/_history/%2"_s.arg(source.responseId).arg(source.version);
}

void addExtension(QJsonObject &record, const QJsonObject &extension)
{
    QJsonArray extensions = record.value("extension"_L1).toArray();
    extensions.append(extension);
    record.insert(u"extension"_s, extensions);
}

} // namespace

QJsonObject AlertList::json(const QString &type, const QString &id)
{
    const RecordPtr record = m_records.read(type, id);
    return record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
}

Result<void> AlertList::write(const QString &type, const QString &id, const QJsonObject &json)
{
    return writeDerived(m_records, type, id, json);
}

std::optional<RaisedAlert> AlertList::raisedBy(const Alert &alert, const Source &source)
{
    if (auto raised = find(idOf(alert, source.responseId, source.version)))
        return raised;
    const QList<RaisedAlert> all = ofPatient(source.patientId);
    const auto further = std::find_if(all.begin(), all.end(), [&](const RaisedAlert &each) {
        return each.alert == alert && each.furtherResponses.contains(versionOf(source));
    });
    return further == all.end() ? std::nullopt : std::optional(*further);
}

Result<void> AlertList::raise(const Alert &alert, const Source &source, Call call)
{
    const QString &responseId = source.responseId;
    const QString id = idOf(alert, responseId, source.version);
    if (m_records.read(flagType, id))
        return {};
    const QString patient = u"Patient/" + source.patientId;
    for (qint64 version = 1; alert.level != AlertLevel::Urgent && version < source.version; ++version) {
        const auto earlier = find(idOf(alert, responseId, version));
        if (earlier && earlier->isOpen && earlier->patient == patient)
            return {};
    }
    const QString response = u"QuestionnaireResponse/" + responseId;
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    QStringList teams;
    {
        Statement found = m_records.database().statement(
            u"SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'CareTeam' "
            "AND r.deleted = 0 ORDER BY r.id LIMIT 4"_s);
        for (bool hasRow = found.run({patient}) && found.next(); hasRow; hasRow = found.next())
            teams.append(u"CareTeam/" + found.text(0));
    }
    QJsonObject flag = flagOf(alert, id, response, patient, now);
    if (call == Call::Nobody)
        addExtension(flag, {{u"url"_s, notForOnCallUrl()}, {u"valueBoolean"_s, true}});
    if (auto flagged = write(flagType, id, flag); !flagged)
        return flagged;
    return write(communicationType, id, communicationOf(alert, id, response, patient, teams, now));
}

Result<void> AlertList::noteGraver(const QString &id, const Source &source)
{
    QJsonObject flag = json(flagType, id);
    if (!alertFrom(flag))
        return problem(ProblemKind::NotFound, u"graver"_s);
    const qint64 at = m_records.clock().nowUtc().toMSecsSinceEpoch();
    const QString now = time(at);
    const QJsonObject response = reference(u"QuestionnaireResponse/" + source.responseId);
    QJsonArray extensions = flag.value("extension"_L1).toArray();
    for (qsizetype i = 0; i < extensions.size(); ++i) {
        if (extensions.at(i)["url"_L1].toString() == detailUrl)
            extensions.replace(i, QJsonObject{{u"url"_s, detailUrl}, {u"valueReference"_s, response}});
    }
    flag.insert(u"extension"_s, extensions);
    const auto paged = alertFrom(flag)->paged;
    if (paged && at - *paged > pageHolds) {
        // Who was called has long done what they did for less than this. The versions before keep when that was.
        QJsonArray kept = flag.value("extension"_L1).toArray();
        for (qsizetype i = kept.size(); i-- > 0;) {
            if (kept.at(i)["url"_L1].toString() == pagedUrl())
                kept.removeAt(i);
        }
        flag.insert(u"extension"_s, kept);
    }
    addExtension(flag,
                 {{u"url"_s, graverUrl()},
                  {u"extension"_s,
                   QJsonArray{QJsonObject{{u"url"_s, u"time"_s}, {u"valueDateTime"_s, now}},
                              QJsonObject{{u"url"_s, u"response"_s}, {u"valueReference"_s, reference(versionOf(source))}}}}});
    if (auto written = write(flagType, id, flag); !written)
        return written;
    QJsonObject message = json(communicationType, id);
    if (message.isEmpty())
        return {};
    for (const auto &[name, more] :
         {std::pair(u"about"_s, response),
          std::pair(u"payload"_s, QJsonObject{{u"contentString"_s, u"Said again, and more gravely"_s}})}) {
        QJsonArray values = message.value(name).toArray();
        values.append(more);
        message.insert(name, values);
    }
    return write(communicationType, id, message);
}

QList<RaisedAlert> AlertList::read(const QStringList &ids)
{
    QList<RaisedAlert> alerts;
    for (const QString &id : ids) {
        if (const auto found = find(id))
            alerts.append(*found);
    }
    std::sort(alerts.begin(), alerts.end(), [](const RaisedAlert &a, const RaisedAlert &b) {
        return std::tuple(!a.isOpen, a.alert.level, !a.graver, a.raised, a.id)
            < std::tuple(!b.isOpen, b.alert.level, !b.graver, b.raised, b.id);
    });
    return alerts;
}

std::optional<RaisedAlert> AlertList::find(const QString &id)
{
    return alertFrom(json(flagType, id));
}

QList<RaisedAlert> AlertList::all(bool isOpenOnly)
{
    QStringList ids;
    {
        Statement found = m_records.database().statement(
            isOpenOnly ? u"SELECT r.id FROM index_token t JOIN resource r ON r.row = t.row WHERE t.parameter = 'Flag.status' "
                         "AND t.code = 'active' AND t.system = ''"_s
                       : u"SELECT id FROM resource WHERE type = 'Flag' AND deleted = 0"_s);
        for (bool hasRow = found.run() && found.next(); hasRow; hasRow = found.next())
            ids.append(found.text(0));
    }
    return read(ids);
}

QList<RaisedAlert> AlertList::ofPatient(const QString &patientId)
{
    QStringList ids;
    {
        Statement found = m_records.database().statement(
            u"SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'Flag' "
            "AND r.deleted = 0"_s);
        for (bool hasRow = found.run({QString(u"Patient/" + patientId)}) && found.next(); hasRow; hasRow = found.next())
            ids.append(found.text(0));
    }
    return read(ids);
}

Result<RaisedAlert> AlertList::acknowledge(const QString &id, const QString &who)
{
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, u"acknowledge"_s);
    m_records.noticeChanges();
    const auto before = find(id);
    if (!before)
        return problem(ProblemKind::NotFound, u"acknowledge"_s);
    if (!before->isOpen)
        return *before;
    const QString now = time(m_records.clock().nowUtc().toMSecsSinceEpoch());
    QJsonObject flag = json(flagType, id);
    flag.insert(u"status"_s, u"inactive"_s);
    QJsonObject period = flag.value("period"_L1).toObject();
    period.insert(u"end"_s, now);
    flag.insert(u"period"_s, period);
    addExtension(flag,
                 {{u"url"_s, acknowledgedUrl()},
                  {u"extension"_s,
                   QJsonArray{QJsonObject{{u"url"_s, u"time"_s}, {u"valueDateTime"_s, now}},
                              QJsonObject{{u"url"_s, u"who"_s}, {u"valueString"_s, who}}}}});
    if (const auto closed = write(flagType, id, flag); !closed)
        return tl::unexpected(closed.error());
    if (QJsonObject message = json(communicationType, id); !message.isEmpty()) {
        message.insert(u"status"_s, u"completed"_s);
        message.insert(u"received"_s, now);
        if (const auto closed = write(communicationType, id, message); !closed)
            return tl::unexpected(closed.error());
    }
    if (!transaction.commit()) {
        m_records.forget();
        return problem(ProblemKind::StoreBroken, u"acknowledge"_s);
    }
    return find(id).value_or(*before);
}

Result<void> AlertList::notePaged(const QString &id)
{
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, u"paged"_s);
    m_records.noticeChanges();
    QJsonObject flag = json(flagType, id);
    if (!alertFrom(flag))
        return problem(ProblemKind::NotFound, u"paged"_s);
    addExtension(flag, {{u"url"_s, pagedUrl()}, {u"valueDateTime"_s, time(m_records.clock().nowUtc().toMSecsSinceEpoch())}});
    if (auto noted = write(flagType, id, flag); !noted)
        return noted;
    if (!transaction.commit()) {
        m_records.forget();
        return problem(ProblemKind::StoreBroken, u"paged"_s);
    }
    return {};
}

} // namespace handrail::clinic
