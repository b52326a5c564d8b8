// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/FhirTime.h"
#include "clinic/forms/FormDesk.h"
#include "clinic/forms/ShippedForms.h"

#include <QJsonDocument>
#include <algorithm>
#include <limits>

// The part of FormDesk that finds the form of answers.

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString questionnaireType = u"Questionnaire"_s;

// Milliseconds since 1970 by which these answers had been given; where they do not say when, that is now.
qint64 givenBefore(const QJsonObject &response)
{
    constexpr qint64 second = 1000; // the time of an answer may be to the second
    const auto said = readSaying(QJsonDocument(response).toJson(QJsonDocument::Compact), {});
    if (said && said->answered.amended.isValid())
        return said->answered.amended.toMSecsSinceEpoch() + second;
    const auto authored = readTime(response.value("authored"_L1).toString(), TimeForm::DateTime);
    return authored ? std::max(authored->high, authored->low + second) : std::numeric_limits<qint64>::max();
}

} // namespace

QString FormDesk::urlOf(const CompletedForm &answered) const
{
    return urlOfForm(m_records, formByRecord(m_records, answered.questionnaire, m_base));
}

// Answers are to what was asked: a version that was replaced or taken away since is looked up where it was.
std::optional<FormDesk::StoredForm> FormDesk::formOf(const QJsonObject &response)
{
    const QString canonicalUrl = formByRecord(m_records, response.value("questionnaire"_L1).toString(), m_base);
    const QString url = canonicalUrl.section(u'|', 0, 0);
    const QString version = canonicalUrl.section(u'|', 1);
    if (url.isEmpty())
        return std::nullopt;
    // A form without a url is known by its reference.
    const bool isById = url.startsWith("Questionnaire/"_L1);
    if (isById && version.isEmpty())
        return formThen(url.section(u'/', 1), givenBefore(response));
    const auto versionIn = [&](const RecordPtr &record) -> std::optional<QString> {
        const QJsonObject form = record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
        const bool isIt = isById ? !form.isEmpty() : form.value("url"_L1).toString() == url;
        return isIt ? std::optional(form.value("version"_L1).toString()) : std::nullopt;
    };
    QStringList ids{url.section(u'/', 1)};
    if (!isById)
        ids = idsBy(u"SELECT r.id FROM index_uri u JOIN resource r ON r.row = u.row WHERE u.parameter = "
                    "'Questionnaire.url' AND u.value = ? AND r.deleted = 0 ORDER BY r.updated DESC LIMIT 50"_s,
                    {url});
    std::optional<StoredForm> newest;
    for (const QString &id : std::as_const(ids)) {
        const RecordPtr record = m_records.read(questionnaireType, id);
        const std::optional<QString> own = versionIn(record);
        if (own && *own == version)
            return StoredForm{record->body, true};
        if (own && !newest)
            newest = StoredForm{record->body, version.isEmpty()}; // without a version that of now is meant
    }
    if (version.isEmpty())
        return newest;
    if (!isById)
        ids +=
            idsBy(u"SELECT id FROM resource WHERE type = ? AND deleted = 1 ORDER BY updated DESC LIMIT 200"_s, {questionnaireType});
    for (const QString &id : std::as_const(ids)) {
        for (const RecordPtr &record : m_records.history(questionnaireType, id)) {
            const std::optional<QString> own = versionIn(record);
            if (own == version)
                return StoredForm{record->body, true};
            if (own && !newest)
                newest = StoredForm{record->body, false};
        }
    }
    return newest;
}

// The version that this record was when the answers were given; what was answered before it came here is to the first that came. Marked or retired
// since it is that version still. Where it says none, nothing is known to be of the form of now but what was answered after its last change.
std::optional<FormDesk::StoredForm> FormDesk::formThen(const QString &id, qint64 before)
{
    const auto versionOf = [](const RecordPtr &record) {
        return QJsonDocument::fromJson(record->body).object().value("version"_L1).toString();
    };
    QList<RecordPtr> records = m_records.history(questionnaireType, id); // the newest first
    records.removeIf([](const RecordPtr &record) { return record->isDeleted; });
    if (records.isEmpty())
        return std::nullopt;
    const auto found =
        std::find_if(records.cbegin(), records.cend(), [before](const RecordPtr &record) { return record->updated < before; });
    const RecordPtr then = found == records.cend() ? records.last() : *found;
    const QString version = versionOf(then);
    if (version.isEmpty())
        return StoredForm{records.first()->body, then == records.first()};
    const auto same =
        std::find_if(records.cbegin(), records.cend(), [&](const RecordPtr &record) { return versionOf(record) == version; });
    return StoredForm{(*same)->body, true};
}

QStringList FormDesk::idsBy(const QString &query, const QVariantList &values)
{
    QStringList ids;
    Statement found = m_records.database().statement(query);
    for (bool hasRow = found.run(values) && found.next(); hasRow; hasRow = found.next())
        ids.append(found.text(0));
    return ids;
}

} // namespace handrail::clinic
