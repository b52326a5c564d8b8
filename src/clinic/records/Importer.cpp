// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/Importer.h"

#include "clinic/base/FhirTime.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/StoreWords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace handrail::clinic {

namespace {

constexpr qsizetype batchSize = 100;
constexpr qint64 maximumLine = 16 * 1024 * 1024;
constexpr qint64 maximumBundle = 256 * 1024 * 1024;
const QString questionnaire = QStringLiteral("Questionnaire");
const QString questionnaireResponse = QStringLiteral("QuestionnaireResponse");

} // namespace

Importer::Importer(Records &records, std::function<void(qsizetype)> progress, Check check, Follow follow)
    : m_records(records)
    , m_validator(records.types())
    , m_progress(std::move(progress))
    , m_check(std::move(check))
    , m_follow(std::move(follow))
{
}

void Importer::noteArrived(const RecordPtr &record, bool isNew)
{
    if (!m_follow)
        return;
    m_arrived.append(record);
    m_hasLateForm = m_hasLateForm || (isNew && record->type == questionnaire && !m_responses.isEmpty());
    if (record->type == questionnaireResponse)
        m_responses.append(record->id);
}

// A form that came after its answers: what follows from them can be told only now.
tl::expected<void, Importer::Failure> Importer::followLate()
{
    if (!std::exchange(m_hasLateForm, false))
        return {};
    for (qsizetype from = 0; from < m_responses.size(); from += batchSize) {
        Transaction transaction(m_records.database());
        if (!transaction.isOpen())
            return tl::make_unexpected(Failure{m_stored, storeWords(ProblemKind::StoreInUse)});
        for (const QString &id : m_responses.mid(from, batchSize)) {
            const RecordPtr record = m_records.read(questionnaireResponse, id);
            const Result<void> followed = record && !record->isDeleted ? m_follow(*record) : Result<void>();
            if (!followed) {
                m_records.forget();
                return tl::make_unexpected(Failure{m_stored, storeWords(followed.error().kind)});
            }
        }
        if (!transaction.commit()) {
            m_records.forget();
            return tl::make_unexpected(Failure{m_stored, storeWords(ProblemKind::StoreReadOnly)});
        }
    }
    return {};
}

bool Importer::isKept(const Record &current, const QJsonObject &before, const QJsonObject &after) const
{
    static const QStringList inForce{QStringLiteral("draft"), QStringLiteral("proposed"), QStringLiteral("active")};
    const auto isInForce = [](const QJsonObject &consent) {
        return inForce.contains(consent.value(QLatin1String("status")).toString());
    };
    const bool isConsent = current.type == QLatin1String("Consent");
    if (isConsent && isInForce(before) != isInForce(after))
        return isInForce(after); // whoever says that it has ended is heard, also late
    if (m_isOverwriting || !(isConsent || current.type == questionnaireResponse))
        return false;
    const auto updated = readTime(after[QLatin1String("meta")][QLatin1String("lastUpdated")].toString(), TimeForm::Instant);
    return updated && updated->low < current.updated;
}

tl::expected<void, QString> Importer::store(const Item &item)
{
    if (!item.deletedType.isEmpty()) {
        const RecordPtr current = m_records.read(item.deletedType, item.deletedId);
        if (!current || current->isDeleted)
            return {};
        const Result<RecordPtr> removed = m_records.remove(current);
        if (!removed)
            return tl::make_unexpected(storeWords(removed.error().kind));
        return {};
    }
    const std::optional<Draft> draft = readDraft(item.text);
    if (!draft)
        return tl::make_unexpected(QStringLiteral("not JSON that can be read"));
    const QString typeName = draft->json.value(QLatin1String("resourceType")).toString();
    const QString id = draft->json.value(QLatin1String("id")).toString();
    if (!m_records.types().type(typeName))
        return tl::make_unexpected(QStringLiteral("this kind of record is not kept here"));
    if (!id.isEmpty() && !isId(id))
        return tl::make_unexpected(QStringLiteral("its id is not valid"));
    QList<Issue> issues = m_validator.check(draft->json);
    if (issues.isEmpty() && m_check)
        issues = m_check(draft->json);
    if (!issues.isEmpty())
        return tl::make_unexpected(QString(issues.first().expression + QLatin1String(": ") + QLatin1String(issues.first().text)
                                           + (id.isEmpty() ? QString() : QString(QLatin1String(", in ") + typeName + u'/' + id))));
    if (!id.isEmpty()) {
        // The same again changes nothing: an import may be repeated.
        const RecordPtr current = m_records.read(typeName, id);
        if (current && !current->isDeleted) {
            QJsonObject before = QJsonDocument::fromJson(current->body).object();
            QJsonObject after = draft->json;
            const bool isOlder = isKept(*current, before, after);
            for (QJsonObject *each : {&before, &after}) {
                QJsonObject meta = each->value(QLatin1String("meta")).toObject();
                meta.remove(QLatin1String("versionId"));
                meta.remove(QLatin1String("lastUpdated"));
                each->insert(QLatin1String("meta"), meta);
            }
            if (before == after) {
                noteArrived(current, false);
                return {};
            }
            if (isOlder) {
                m_kept.append(typeName + u'/' + id);
                noteArrived(current, false);
                return {};
            }
        }
    }
    const Result<RecordPtr> stored = m_records.write(typeName, id, *draft);
    if (!stored)
        return tl::make_unexpected(storeWords(stored.error().kind));
    noteArrived(*stored, true);
    return {};
}

tl::expected<void, Importer::Failure> Importer::storeBatch()
{
    if (m_batch.isEmpty())
        return {};
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return tl::make_unexpected(Failure{m_stored + 1, QStringLiteral("the database is busy or cannot be written")});
    for (qsizetype i = 0; i < m_batch.size(); ++i) {
        if (const auto stored = store(m_batch.at(i)); !stored) {
            m_records.forget();
            return tl::make_unexpected(Failure{m_stored + i + 1, stored.error()});
        }
    }
    for (const RecordPtr &record : std::exchange(m_arrived, {})) {
        if (const Result<void> followed = m_follow(*record); !followed) {
            m_records.forget();
            return tl::make_unexpected(Failure{m_stored + 1, storeWords(followed.error().kind)});
        }
    }
    if (!transaction.commit()) {
        m_records.forget();
        return tl::make_unexpected(Failure{m_stored + 1, QStringLiteral("the database cannot be written")});
    }
    m_stored += m_batch.size();
    m_batch.clear();
    if (m_progress)
        m_progress(m_stored);
    return {};
}

tl::expected<void, Importer::Failure> Importer::add(Item item)
{
    m_batch.append(std::move(item));
    return m_batch.size() >= batchSize ? storeBatch() : tl::expected<void, Failure>();
}

tl::expected<void, Importer::Failure> Importer::addBundle(const QByteArray &text)
{
    const std::optional<Members> members = readMembers(text);
    if (!members)
        return tl::make_unexpected(Failure{0, QStringLiteral("the Bundle is not JSON that can be read")});
    const QByteArrayView entryText = member(*members, "entry");
    const auto entries = entryText.isEmpty() ? std::optional(QList<QByteArrayView>()) : readItems(entryText);
    if (!entries)
        return tl::make_unexpected(Failure{0, QStringLiteral("the Bundle's entries cannot be read")});
    for (const QByteArrayView entryView : *entries) {
        const std::optional<Members> entry = readMembers(entryView);
        const QByteArrayView resource = entry ? member(*entry, "resource") : QByteArrayView();
        Item item{resource.toByteArray(), {}, {}};
        const QJsonObject request =
            entry ? QJsonDocument::fromJson(member(*entry, "request").toByteArray()).object() : QJsonObject();
        if (request.value(QLatin1String("method")).toString() == QLatin1String("DELETE")) {
            const QString target = localReference(request.value(QLatin1String("url")).toString());
            item = {{}, target.section(u'/', 0, 0), target.section(u'/', 1)};
        }
        if (item.text.isEmpty() && item.deletedType.isEmpty())
            return tl::make_unexpected(Failure{m_stored + m_batch.size() + 1, QStringLiteral("an entry without a resource")});
        if (auto added = add(std::move(item)); !added)
            return added;
    }
    return {};
}

tl::expected<qsizetype, Importer::Failure> Importer::importFrom(QIODevice &input)
{
    auto taken = takeIn(input);
    if (taken)
        taken = storeBatch();
    // Also when something stopped it: what was stored before stays.
    const auto followed = followLate();
    if (!taken || !followed)
        return tl::make_unexpected(taken ? followed.error() : taken.error());
    return m_stored;
}

tl::expected<void, Importer::Failure> Importer::takeIn(QIODevice &input)
{
    bool isFirst = true;
    while (true) {
        QByteArray line = input.readLine(maximumLine);
        if (line.isEmpty())
            break;
        if (isFirst && line.startsWith("\xef\xbb\xbf"))
            line.remove(0, 3);
        if (line.trimmed().isEmpty())
            continue;
        const bool isWhole = readMembers(line.trimmed()).has_value();
        if (isFirst && !isWhole) { // a Bundle over many lines
            while (line.size() < maximumBundle) {
                const QByteArray more = input.read(1024 * 1024);
                if (more.isEmpty())
                    break;
                line += more;
            }
        }
        isFirst = false;
        line = line.trimmed();
        const std::optional<Members> members = readMembers(line);
        if (!members)
            return tl::make_unexpected(Failure{m_stored + m_batch.size() + 1, QStringLiteral("not JSON that can be read")});
        const auto added = member(*members, "resourceType") == QByteArrayView("\"Bundle\"") ? addBundle(line) : add({line, {}, {}});
        if (!added)
            return added;
    }
    return {};
}

tl::expected<qsizetype, Importer::Failure> Importer::importResources(const QList<QByteArray> &resources)
{
    for (const QByteArray &resource : resources) {
        if (const auto added = add({resource, {}, {}}); !added)
            return tl::make_unexpected(added.error());
    }
    if (const auto last = storeBatch(); !last)
        return tl::make_unexpected(last.error());
    return m_stored;
}

bool Importer::exportTo(QIODevice &output, const QString &patientId, const QByteArray &base)
{
    if (!patientId.isEmpty()) {
        const RecordPtr patient = m_records.read(QStringLiteral("Patient"), patientId);
        if (!patient || patient->isDeleted)
            return false;
    }
    bool isFirst = true, isGood = true;
    QSet<QString> pointedAt, given;
    const auto give = [&](const QString &type, const QString &id, const QByteArray &body) {
        given.insert(type + u'/' + id);
        const QByteArray entry = QByteArray(isFirst ? "\n" : ",\n") + "{\"fullUrl\":"
            + quoted(QByteArray(base + '/' + type.toLatin1() + '/' + id.toLatin1())) + ",\"resource\":" + body + '}';
        isFirst = false;
        isGood = isGood && output.write(entry) == entry.size();
        if (patientId.isEmpty())
            return;
        for (const QString &reference : referencesIn(QJsonDocument::fromJson(body).object()))
            pointedAt.insert(localReference(reference));
    };
    // 42 CFR 2.32: the notice goes with every disclosure.
    isGood =
        output.write(
            "{\"resourceType\":\"Bundle\",\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
            "\"code\":\"42CFRPart2\",\"display\":\"42 CFR part 2 prohibits unauthorized use or disclosure of these records.\"}]},"
            "\"type\":\"collection\"")
        > 0;
    QByteArray opening = ",\"entry\":[";
    Statement rows = m_records.database().statement(
        patientId.isEmpty()
            ? QStringLiteral("SELECT type, id, body FROM resource WHERE deleted = 0 ORDER BY updated")
            : QStringLiteral("SELECT r.type, r.id, r.body FROM resource r JOIN compartment c ON c.row = r.row WHERE "
                             "c.owner = ? AND r.deleted = 0 ORDER BY r.updated"));
    if (!rows.run(patientId.isEmpty() ? QVariantList() : QVariantList{QString(u"Patient/" + patientId)}))
        return false;
    while (rows.next()) {
        if (!std::exchange(opening, {}).isEmpty())
            isGood = isGood && output.write(",\"entry\":[") > 0;
        give(rows.text(0), rows.text(1), rows.bytes(2));
    }
    // What one patient's records point at, as far as it is nobody's; and what those point at in turn.
    while (!pointedAt.isEmpty()) {
        const QSet<QString> now = std::exchange(pointedAt, {});
        for (const QString &target : now) {
            const QString type = target.section(u'/', 0, 0);
            const ResourceType *known = given.contains(target) ? nullptr : m_records.types().type(type);
            const RecordPtr record = known && known->isOpen ? m_records.read(type, target.section(u'/', 1)) : nullptr;
            if (record && !record->isDeleted)
                give(type, record->id, record->body);
        }
    }
    return isGood && output.write(isFirst ? "}\n" : "\n]}\n") > 0;
}

} // namespace handrail::clinic
