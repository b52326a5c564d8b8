// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/RecordWords.h"

#include "core/Ids.h"

namespace handrail::clinic::words {

using namespace Qt::Literals::StringLiterals;

QJsonObject reference(QLatin1String type, const QString &id, const QString &display)
{
    QJsonObject made{{u"reference"_s, QString(type % u'/' % id)}};
    if (!display.isEmpty())
        made.insert("display"_L1, display);
    return made;
}

QJsonObject coding(const QString &system, const QString &code, const QString &display)
{
    QJsonObject made{{u"system"_s, system}, {u"code"_s, code}};
    if (!display.isEmpty())
        made.insert("display"_L1, display);
    return made;
}

QJsonObject codeable(const QString &system, const QString &code, const QString &display)
{
    return {{u"coding"_s, list({coding(system, code, display)})}};
}

QJsonObject ours(QLatin1String system, const QString &code, const QString &display)
{
    return codeable(canonical(u"CodeSystem/") + system, code, display);
}

QJsonObject identifier(const QString &system, const QString &value)
{
    return {{u"system"_s, system}, {u"value"_s, value}};
}

QJsonObject translation(const QString &language, const QString &words)
{
    return object({{"url"_L1, u"http://hl7.org/fhir/StructureDefinition/translation"_s},
                   {"extension"_L1,
                    list({object({{"url"_L1, u"lang"_s}, {"valueCode"_L1, language}}),
                          object({{"url"_L1, u"content"_s}, {"valueString"_L1, words}})})}});
}

QJsonObject guarded()
{
    static const QJsonObject meta{
        {u"security"_s, list({coding(u"http://terminology.hl7.org/CodeSystem/v3-ActCode"_s, u"42CFRPart2"_s)})}};
    return meta;
}

} // namespace handrail::clinic::words
