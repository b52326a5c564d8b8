// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/FhirApi.h"

#include "clinic/records/SearchIndex.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <limits>
#include <sodium.h>

namespace handrail::clinic {

// Search of the FHIR API: matches, includes, pages.

namespace {

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int all = std::numeric_limits<int>::max();
constexpr qsizetype macSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray pageContext(const Access &access, const SearchQuery &search)
{
    return search.type->name.toUtf8() + '?' + search.kept.join(u'&').toUtf8() + ' ' + access.fhirUser.toUtf8() + ' '
        + access.patientId.toUtf8();
}

// The named members of a resource and those that every reader needs; marked as a part (FHIR R4 3.1.1.5.9).
QByteArray onlyElements(const QByteArray &body, const QStringList &elements, const Structure &structure)
{
    const std::optional<Members> members = readMembers(body);
    if (!members)
        return body;
    QByteArray result = "{";
    for (const auto &[key, value] : *members) {
        QString name = QString::fromUtf8(key);
        if (name.startsWith(u'_'))
            name.remove(0, 1);
        const bool isBasic = name == QLatin1String("resourceType") || name == QLatin1String("id") || name == QLatin1String("meta");
        const auto known = structure.byKey.constFind(name);
        const bool isRequired = known != structure.byKey.cend() && structure.elements.at(known->first).min > 0;
        if (!isBasic && !isRequired && !elements.contains(name))
            continue;
        if (result.size() > 1)
            result += ',';
        result += '"';
        result += key;
        result += "\":";
        if (key != QByteArrayView("meta")) {
            result += value;
            continue;
        }
        QByteArray meta = value.toByteArray();
        if (!meta.contains("\"tag\"")) {
            meta.chop(1);
            meta += ",\"tag\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\",\"code\":\"SUBSETTED\"}]}";
        }
        result += meta;
    }
    return result + '}';
}

// What `_id` asks for holds of this one too.
bool isIdAsked(const SearchQuery &search, const QString &id)
{
    return std::all_of(search.clauses.begin(), search.clauses.end(), [&](const Clause &clause) {
        return clause.name != QLatin1String("_id")
            || std::any_of(clause.values.begin(), clause.values.end(),
                           [&](const QString &value) { return QString(value).remove(u'\\') == id; });
    });
}

Reply bundleReply(QByteArray body)
{
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = std::move(body);
    return reply;
}

} // namespace

bool FhirApi::spend(const SearchQuery &search)
{
    m_budget.alternatives -= search.alternatives;
    return m_budget.alternatives >= 0;
}

// What `_lastUpdated` asks for holds of this time too (milliseconds since 1970 UTC).
bool FhirApi::isUpdatedWithin(const SearchQuery &search, qint64 updated)
{
    return std::all_of(search.clauses.begin(), search.clauses.end(), [&](const Clause &clause) {
        if (clause.name != QLatin1String("_lastUpdated"))
            return true;
        return std::any_of(clause.values.begin(), clause.values.end(), [&](const QString &value) {
            QString text = QStringLiteral("SELECT 1 FROM (SELECT ? AS updated) WHERE ");
            QVariantList values{updated};
            if (!addRange(text, values, value, QLatin1String("updated"), QLatin1String("(updated + 1)")))
                return false;
            Statement holds = m_records.database().statement(text);
            return holds.run(values) && holds.next();
        });
    });
}

FhirApi::Matches FhirApi::matches(const Access &access, const SearchQuery &search, const SearchScope &scope,
                                  std::optional<Cursor> after, int limit, qsizetype maximumBytes)
{
    Matches found;
    qsizetype bytes = 0;
    QHash<QString, RecordPtr> days;
    {
        const StatementWatch watch(m_records.database(), m_budget.time);
        days = m_policy.attendedDays(access, search);
        found.isTooCostly = m_budget.time.isSpent();
    }
    const bool isOwnAlone = m_policy.isOwnAloneShown(access, *search.type);
    // A relative's rows are filtered again one by one, so a page may need more than one round; each of them looks through all that there are.
    while (found.records.size() < limit && !found.isCut && !found.isTooCostly) {
        const int missing = limit - int(found.records.size());
        const int wanted = access.isRelative() ? std::max(missing, 1000) : missing;
        const auto sql = writeSql(search, scope, after, false, wanted, found.error);
        if (!sql)
            return found;
        Statement query = m_records.database().statementOnce(sql->text);
        const StatementWatch watch(m_records.database(), m_budget.time);
        if (!query.run(sql->values)) {
            found.isTooCostly = m_budget.time.isSpent();
            found.error = "This search cannot be run";
            return found;
        }
        int rows = 0;
        while (found.records.size() < limit && !found.isCut && !found.isTooCostly && query.next()) {
            ++rows;
            auto record = std::make_shared<Record>();
            record->type = search.type->name;
            record->id = query.text(1);
            record->owners = query.text(5).split(u' ', Qt::SkipEmptyParts);
            Cursor cursor{{}, record->id};
            for (int i = 0; i < search.sort.size(); ++i)
                cursor.keys.append(query.value(6 + i));
            after = cursor;
            const auto day = days.constFind(record->id);
            if (isOwnAlone && day == days.cend() && !record->owners.contains(access.fhirUser))
                continue;
            record->row = query.number(0);
            record->version = query.number(2);
            record->updated = query.number(3);
            record->body = query.bytes(4);
            const RecordPtr told = day == days.cend() ? m_policy.toldBy(access, record) : *day;
            if (search.areTimesTold && !isUpdatedWithin(search, told->updated))
                continue;
            if (told != record) {
                record->id = told->id; // of a day
                record->version = told->version;
                record->updated = told->updated;
                record->body = told->body;
            }
            std::optional<QByteArray> body = day == days.cend() ? m_policy.shown(access, *record) : record->body;
            if (body && search.areTimesTold) {
                record->id = QJsonDocument::fromJson(*body).object().value(QLatin1String("id")).toString();
                if (!isIdAsked(search, record->id))
                    continue;
            }
            if (body) {
                bytes += search.isCountOnly ? 0 : body->size();
                if (search.isCountOnly) // before its text is gone, which says whether the patient may know of it
                    noteAbout(*record);
                record->body = search.isCountOnly ? QByteArray() : std::move(*body);
                found.records.append(std::move(record));
                found.cursors.append(cursor);
                found.isCut = bytes >= maximumBytes;
            }
        }
        // What is read one by one costs too, and a statement that was stopped looks as one at its end.
        found.isTooCostly = m_budget.time.isSpent();
        if (rows < wanted || found.isTooCostly)
            break;
    }
    return found;
}

// Those of all matches that come behind a page, by the id that is told.
FhirApi::Matches FhirApi::behind(Matches found, const std::optional<Cursor> &after)
{
    if (after)
        found.records.removeIf([&](const RecordPtr &record) { return record->id <= after->id; });
    std::sort(found.records.begin(), found.records.end(), [](const RecordPtr &a, const RecordPtr &b) { return a->id < b->id; });
    found.cursors.clear();
    for (const RecordPtr &record : std::as_const(found.records))
        found.cursors.append(Cursor{{}, record->id});
    return found;
}

Reply FhirApi::search(const Access &access, const ResourceType &type, const QByteArray &queryText, const QByteArray &prefer)
{
    if (!Policy::hasScope(access, type.name, Verb::Search))
        return insufficientScope();
    SearchQuery query =
        readSearch(m_records.types(), type, queryText, [&](const QString &name) { return Policy::mayFind(access, type, name); });
    query.areTimesTold = Policy::areTimesTold(access, type);
    // The order of the rows would tell which changed last, and that of their ids what they are: without it they come by those that are told.
    if (query.areTimesTold)
        query.sort.removeIf([](const SortKey &key) { return !key.parameter; });
    if (query.error)
        return outcome(400, "invalid", query.error);
    if (!query.unknown.isEmpty() && prefer.contains("handling=strict"))
        return outcome(400, "not-supported", "A search parameter is not known here");
    if (!spend(query))
        return tooCostly();
    std::optional<Cursor> after;
    if (!query.page.isEmpty()) {
        after = openedPage(access, query);
        if (!after)
            return outcome(410, "expired", "This page is no longer there; search anew");
    }

    if (Policy::isStaff(access))
        noteAsked(query);
    const QByteArray self =
        m_base + '/' + type.name.toLatin1() + (query.kept.isEmpty() ? QByteArray() : '?' + query.kept.join(u'&').toLatin1());
    QByteArray head = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"";
    const auto scope = m_policy.searchScope(access, query);
    if (query.isCountOnly) {
        const char *error = nullptr;
        qint64 total = 0;
        // Where some rows are not for this person, or not for the patient's log, each is looked at: a number tells that there is something.
        if (scope
            && (access.isRelative() || Policy::mayBeKept(type.name)
                || (!Policy::isStaff(access) && (!type.hidings.isEmpty() || type.name == QLatin1String("Medication"))))) {
            const Matches found = matches(access, query, *scope, std::nullopt, all, m_budget.bytes);
            if (found.isTooCostly)
                return tooCostly();
            total = found.records.size();
            if (access.isRelative() && total > 0) // their number is shown
                m_about.append(access.patientId);
            error = found.error;
        } else if (scope) {
            const auto sql = writeSql(query, *scope, std::nullopt, true, 0, error);
            if (sql) {
                Statement count = m_records.database().statementOnce(sql->text);
                const StatementWatch watch(m_records.database(), m_budget.time);
                const bool isRun = count.run(sql->values);
                Record counted;
                counted.type = type.name;
                while (isRun && count.next()) { // by whose they are
                    counted.owners = count.text(0).split(u' ', Qt::SkipEmptyParts);
                    noteAbout(counted);
                    total += count.number(1);
                }
                if (m_budget.time.isSpent())
                    return tooCostly();
                if (!isRun)
                    return problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});
            }
        }
        if (error)
            return outcome(400, "invalid", error);
        return bundleReply(head + ",\"total\":" + QByteArray::number(total)
                           + ",\"link\":[{\"relation\":\"self\",\"url\":" + quoted(self) + "}]}");
    }

    const bool isByToldId = query.areTimesTold && query.sort.isEmpty();
    Matches page;
    if (scope && isByToldId)
        page = behind(matches(access, query, *scope, std::nullopt, all, std::numeric_limits<qsizetype>::max()), after);
    else if (scope)
        page = matches(access, query, *scope, after, query.count + 1, m_budget.bytes);
    if (page.isTooCostly)
        return tooCostly();
    if (page.error)
        return outcome(400, "invalid", page.error);
    const QList<RecordPtr> found = page.records.first(std::min<qsizetype>(page.records.size(), query.count));
    const bool hasMore = page.isCut || page.records.size() > query.count;
    QByteArray next;
    if (hasMore)
        next = self + (query.kept.isEmpty() ? "?_page=" : "&_page=") + sealedPage(access, query, page.cursors.at(found.size() - 1));
    if (!hasMore && !after)
        head += ",\"total\":" + QByteArray::number(found.size());
    head += ",\"link\":[{\"relation\":\"self\",\"url\":" + quoted(self) + '}';
    if (!next.isEmpty())
        head += ",{\"relation\":\"next\",\"url\":" + quoted(next) + '}';
    head += ']';

    QByteArray entries;
    const Structure &structure = *m_records.types().structure(type.name);
    for (const RecordPtr &record : found) {
        noteAbout(*record);
        entries += ",{\"fullUrl\":" + quoted(QByteArray(m_base + '/' + type.name.toLatin1() + '/' + record->id.toLatin1()))
            + ",\"resource\":" + (query.elements.isEmpty() ? record->body : onlyElements(record->body, query.elements, structure))
            + ",\"search\":{\"mode\":\"match\"}}";
    }
    entries += included(access, query, found);
    if (!entries.isEmpty())
        head += ",\"entry\":[" + entries.mid(1) + ']';
    return bundleReply(head + '}');
}

QByteArray FhirApi::included(const Access &access, const SearchQuery &search, const QList<RecordPtr> &found)
{
    QByteArray entries;
    QSet<QString> done;
    for (const RecordPtr &record : found)
        done.insert(record->type + u'/' + record->id);
    for (const RecordPtr &record : found) {
        if (search.includes.isEmpty())
            break;
        // From the text as shown: what was cut out for a relative leads nowhere.
        const QJsonObject json = QJsonDocument::fromJson(record->body).object();
        for (const SearchParameter *parameter : search.includes) {
            for (const QString &path : parameter->paths) {
                for (const QJsonValue &value : valuesAt(json, path)) {
                    const QString target = localReference(value.toObject().value(QLatin1String("reference")).toString());
                    const qsizetype slash = target.indexOf(u'/');
                    if (slash < 0 || done.contains(target) || done.size() > 1000 || entries.size() > m_budget.bytes)
                        continue;
                    done.insert(target);
                    const QString type = target.left(slash);
                    if ((!parameter->target.isEmpty() && parameter->target != type) || !m_records.types().type(type)
                        || !Policy::hasScope(access, type, Verb::Read))
                        continue;
                    const RecordPtr named = m_records.read(type, target.mid(slash + 1));
                    if (!named || !m_policy.isShownWhole(access, *named)) // what is shown in part has another id
                        continue;
                    const RecordPtr other = m_policy.toldBy(access, named);
                    if (const std::optional<QByteArray> body = m_policy.shown(access, *other)) {
                        noteAbout(*other);
                        entries += ",{\"fullUrl\":" + quoted(QByteArray(m_base + '/' + target.toLatin1()))
                            + ",\"resource\":" + *body + ",\"search\":{\"mode\":\"include\"}}";
                    }
                }
            }
        }
    }
    return entries;
}

QByteArray FhirApi::sealedPage(const Access &access, const SearchQuery &search, const Cursor &cursor) const
{
    QByteArray text;
    QDataStream stream(&text, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << cursor.keys << cursor.id;
    // Sealed, as it has the id of the last row, which a relative may not know; and bound to the search and to the person: nobody moves a page
    // to another question or another sign-in.
    const QByteArray context = pageContext(access, search);
    QByteArray sealed(nonceSize + text.size() + macSize, '\0');
    auto *bytes = reinterpret_cast<unsigned char *>(sealed.data());
    randombytes_buf(bytes, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + nonceSize, nullptr, bytesOf(text), quint64(text.size()), bytesOf(context),
                                               quint64(context.size()), nullptr, bytes, bytesOf(m_pageKey));
    return sealed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<Cursor> FhirApi::openedPage(const Access &access, const SearchQuery &search) const
{
    const QByteArray raw = QByteArray::fromBase64(search.page.toLatin1(), QByteArray::Base64UrlEncoding);
    if (raw.size() <= nonceSize + macSize)
        return std::nullopt;
    const QByteArray context = pageContext(access, search);
    QByteArray text(raw.size() - nonceSize - macSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(text.data()), nullptr, nullptr,
                                                   bytesOf(raw) + nonceSize, quint64(raw.size() - nonceSize), bytesOf(context),
                                                   quint64(context.size()), bytesOf(raw), bytesOf(m_pageKey))
        != 0)
        return std::nullopt;
    QDataStream stream(text);
    stream.setVersion(QDataStream::Qt_6_0);
    Cursor cursor;
    stream >> cursor.keys >> cursor.id;
    return stream.status() == QDataStream::Ok && cursor.keys.size() == search.sort.size() ? std::optional(cursor) : std::nullopt;
}

} // namespace handrail::clinic
