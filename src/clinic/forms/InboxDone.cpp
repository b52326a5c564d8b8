// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/InboxDone.h"

#include "clinic/forms/RequestMarks.h"
#include "clinic/records/SearchIndex.h"
#include "core/Assignment.h"
#include "fhir/Read.h"
#include "fhir/ShownText.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString taskType = u"Task"_s;
const QString answersType = u"QuestionnaireResponse"_s;

QJsonObject jsonOf(const Record &record)
{
    return QJsonDocument::fromJson(record.body).object();
}

/// Since when it says so: what came later is a mark or a note of staff's. nullopt: it came here done, and is nobody's news.
std::optional<qint64> doneSince(Records &records, const Record &task)
{
    qint64 since = task.updated;
    for (qint64 version = task.version - 1; version > 0; --version) {
        const RecordPtr before = records.readVersion(task.type, task.id, version);
        if (!before || before->isDeleted || jsonOf(*before).value("status"_L1).toString() != "completed"_L1)
            return since;
        since = before->updated;
    }
    return std::nullopt;
}

InboxItem itemOf(const Record &record, const QJsonObject &json, QLatin1String subject)
{
    InboxItem item;
    item.reference = record.type + u'/' + record.id;
    item.kind = u"task-done"_s;
    item.patient = localReference(json.value(subject)["reference"_L1].toString());
    item.from = item.patient;
    readMarks(item, json);
    if (!item.done)
        item.done = item.seen;
    return item;
}

std::optional<InboxItem> fromTask(Records &records, const Record &record)
{
    const Result<CareTask> task = fhir::readTask(record.body);
    if (!task || task->status != TaskStatus::Completed || task->library.isEmpty())
        return std::nullopt;
    InboxItem item = itemOf(record, jsonOf(record), "for"_L1);
    if (!task->owner.isEmpty() && task->owner != item.patient) // somebody else's to do
        return std::nullopt;
    item.about = u"Library/" + task->library;
    item.text = task->title;
    const std::optional<qint64> since = doneSince(records, record);
    if (!since)
        return std::nullopt;
    item.sent = *since;
    return item;
}

std::optional<InboxItem> fromAnswers(Records &records, const Record &record)
{
    const QJsonObject json = jsonOf(record);
    const QString status = json.value("status"_L1).toString();
    if (json.value("questionnaire"_L1).toString().section(u'|', 0, 0) != moduleDoneUrl()
        || (status != "completed"_L1 && status != "amended"_L1))
        return std::nullopt;
    InboxItem item = itemOf(record, json, "subject"_L1);
    // Whatever the patient wrote there: it is shown and leads nowhere.
    item.about = fhir::shownText(json.value("item"_L1)[0]["answer"_L1][0]["valueUri"_L1].toString(), fhir::Lines::One);
    const RecordPtr first = records.readVersion(record.type, record.id, 1);
    item.sent = first ? first->updated : record.updated;
    return item;
}

} // namespace

std::optional<InboxItem> doneOf(Records &records, const QString &reference)
{
    for (const QString &type : {taskType, answersType}) {
        const QString id = reference.contains(u'/') ? reference.section(u'/', 1) : reference;
        if (reference.contains(u'/') && !reference.startsWith(type + u'/'))
            continue;
        const RecordPtr record = records.read(type, id);
        if (!record || record->isDeleted)
            continue;
        auto item = type == taskType ? fromTask(records, *record) : fromAnswers(records, *record);
        if (item && item->patient.startsWith("Patient/"_L1))
            return item;
    }
    return std::nullopt;
}

QList<InboxItem> allDone(Records &records)
{
    QStringList references;
    // Of all answers of all patients those few are read that name the form.
    Statement found = records.database().statement(
        u"SELECT type, id FROM resource WHERE deleted = 0 AND (type = 'Task' OR (type = 'QuestionnaireResponse' AND "
        "instr(body, 'module-done') > 0))"_s);
    for (bool hasRow = found.run() && found.next(); hasRow; hasRow = found.next())
        references << QString(found.text(0) % u'/' % found.text(1));
    QList<InboxItem> items;
    for (const QString &reference : std::as_const(references)) {
        if (const auto item = doneOf(records, reference))
            items << *item;
    }
    return items;
}

} // namespace handrail::clinic
