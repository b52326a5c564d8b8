// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/DerivedRecord.h"

#include "core/Ids.h"

#include <QJsonArray>
#include <QUuid>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

QString derivedId(const QString &responseId, const QString &kind, const QString &what)
{
    static const QUuid space = QUuid::createUuidV5(
        QUuid(0x6ba7b811, 0x9dad, 0x11d1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8), canonical(u"sid/derived"));
    return QUuid::createUuidV5(space, responseId + u'|' + kind + u'|' + what).toString(QUuid::WithoutBraces);
}

QJsonObject derivedRecord(const QString &type, const QString &id, const QString &kind)
{
    const QJsonObject label{{u"system"_s, u"http://terminology.hl7.org/CodeSystem/v3-ActCode"_s}, {u"code"_s, u"42CFRPart2"_s}};
    return {{u"resourceType"_s, type},
            {u"id"_s, id},
            {u"meta"_s, QJsonObject{{u"security"_s, QJsonArray{label}}}},
            {u"identifier"_s, QJsonObject{{u"system"_s, canonical(QString(u"sid/" + kind))}, {u"value"_s, id}}}};
}

QJsonObject codeable(const QString &system, const QString &code, const QString &text)
{
    QJsonObject made{{u"coding"_s, QJsonArray{QJsonObject{{u"system"_s, system}, {u"code"_s, code}}}}};
    if (!text.isEmpty())
        made.insert(u"text"_s, text);
    return made;
}

Result<void> writeDerived(Records &records, const QString &type, const QString &id, const QJsonObject &json)
{
    const std::optional<Draft> draft = draftOf(json);
    if (!draft)
        return problem(ProblemKind::BadData, u"derived record"_s);
    if (const Result<RecordPtr> stored = records.write(type, id, *draft); !stored)
        return tl::unexpected(stored.error());
    return {};
}

} // namespace handrail::clinic
