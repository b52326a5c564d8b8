// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// JSON that the clinic cuts as text, against a reader that builds it anew.

#include "Fuzz.h"
#include "clinic/base/JsonText.h"
#include "clinic/records/Records.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::fuzz {

namespace {

/// The same replacement, on the values themselves.
QJsonValue replaced(const QJsonValue &value, const QString &from, const QString &to)
{
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &item : value.toArray())
            result << replaced(item, from, to);
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result = value.toObject();
    for (auto it = result.begin(); it != result.end(); ++it) {
        const bool isPointer = it.key() == u"reference" || it.key() == u"url";
        it.value() = isPointer && it.value() == QJsonValue(from) ? QJsonValue(to) : replaced(it.value(), from, to);
    }
    return result;
}

void checkReplacing(const QJsonObject &object)
{
    const QString from = QStringLiteral("urn:uuid:1");
    const QString to = QStringLiteral("Patient/p101");
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArray result = clinic::withReferences(text, {{from.toUtf8(), to.toUtf8()}});
    require(QJsonDocument::fromJson(result).object() == replaced(object, from, to).toObject(),
            "references are replaced, and nothing else");
}

void checkDraft(const clinic::Draft &draft)
{
    require(draft.json.size() == draft.members.size(), "two JSON readers see the same members");
    for (const auto &[name, value] : draft.members) {
        require(draft.json.contains(QString::fromUtf8(name)), "each member by its name");
        const QJsonDocument one = QJsonDocument::fromJson('[' + value.toByteArray() + ']');
        require(one.array().at(0) == draft.json.value(QString::fromUtf8(name)), "each member with its value");
    }
    QJsonObject expected = draft.json;
    expected.insert(QLatin1String("resourceType"), QStringLiteral("Patient"));
    expected.insert(QLatin1String("id"), QStringLiteral("p101"));
    expected.insert(QLatin1String("meta"), QJsonObject{{QStringLiteral("versionId"), QStringLiteral("2")}});
    const QByteArray text = clinic::withIdentity(draft.members, "Patient", "p101", "{\"versionId\":\"2\"}");
    QJsonParseError error;
    require(QJsonDocument::fromJson(text, &error).object() == expected && error.error == QJsonParseError::NoError,
            "a record gets its identity, and keeps the rest");
    require(clinic::readDraft(text).has_value(), "what is stored can be read again");
    checkReplacing(draft.json);
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray text = input.rest();
    const QString asText = QString::fromUtf8(text);
    const QJsonDocument quoted = QJsonDocument::fromJson('[' + clinic::quoted(asText.toUtf8()) + ']');
    require(quoted.array().at(0).toString() == asText, "a text in quotes is the same text");
    if (const auto items = clinic::readItems(text)) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        require(!document.isArray() || document.array().size() == items->size(), "two JSON readers see the same items");
    }
    if (const auto draft = clinic::readDraft(text))
        checkDraft(*draft);
}

} // namespace handrail::fuzz
