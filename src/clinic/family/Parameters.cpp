// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/Parameters.h"

#include "core/Ids.h"

#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

Parameters::Parameters(const QJsonObject &body)
{
    if (body.value(QLatin1String("resourceType")).toString() == QLatin1String("Parameters"))
        m_list = body.value(QLatin1String("parameter")).toArray();
}

QJsonValue Parameters::value(const char *name, const char *choice) const
{
    for (const QJsonValue &each : m_list) {
        if (each.toObject().value(QLatin1String("name")).toString() == QLatin1String(name))
            return each.toObject().value(QLatin1String(choice));
    }
    return QJsonValue(QJsonValue::Undefined);
}

QStringList Parameters::texts(const char *name, const char *choice) const
{
    QStringList texts;
    for (const QJsonValue &each : m_list) {
        if (each.toObject().value(QLatin1String("name")).toString() == QLatin1String(name))
            texts.append(each.toObject().value(QLatin1String(choice)).toString());
    }
    return texts;
}

bool Parameters::hasOnly(const QStringList &known) const
{
    return std::all_of(m_list.begin(), m_list.end(), [&](const QJsonValue &each) {
        return known.contains(each.toObject().value(QLatin1String("name")).toString());
    });
}

ParametersAnswer &ParametersAnswer::add(const char *name, const char *choice, const QJsonValue &value)
{
    m_list.append(QJsonObject{{QStringLiteral("name"), QLatin1String(name)}, {QLatin1String(choice), value}});
    return *this;
}

Reply ParametersAnswer::reply() const
{
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Parameters")},
                                           {QStringLiteral("parameter"), m_list}})
                     .toJson(QJsonDocument::Compact);
    return reply;
}

Reply refused(int status, const char *code, const char *reason, const char *words, const QByteArray &opensAt)
{
    QJsonObject issue{{QStringLiteral("severity"), QStringLiteral("error")},
                      {QStringLiteral("code"), QLatin1String(code)},
                      {QStringLiteral("details"),
                       QJsonObject{{QStringLiteral("coding"),
                                    QJsonArray{QJsonObject{{QStringLiteral("system"), canonical(u"CodeSystem/family-refusal")},
                                                           {QStringLiteral("code"), QLatin1String(reason)}}}}}},
                      {QStringLiteral("diagnostics"), QLatin1String(words)}};
    if (!opensAt.isEmpty()) {
        issue.insert(QStringLiteral("extension"),
                     QJsonArray{QJsonObject{{QStringLiteral("url"), canonical(u"StructureDefinition/opens-at")},
                                            {QStringLiteral("valueInstant"), QString::fromLatin1(opensAt)}}});
    }
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("OperationOutcome")},
                                           {QStringLiteral("issue"), QJsonArray{issue}}})
                     .toJson(QJsonDocument::Compact);
    return reply;
}

QString plainLine(const QString &text, qsizetype most)
{
    const QString line = text.trimmed();
    const bool isPlain = std::all_of(line.begin(), line.end(), [](QChar c) {
        return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format && c.category() != QChar::Separator_Line
            && c.category() != QChar::Separator_Paragraph;
    });
    return isPlain && line.size() <= most ? line : QString();
}

} // namespace handrail::clinic
