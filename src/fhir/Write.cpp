// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Write.h"

#include "core/Ids.h"
#include "fhir/Names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace handrail::fhir {

namespace {

QString name(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonObject reference(QStringView type, const QString &id)
{
    return {{QStringLiteral("reference"), QString(type % u'/' % id)}};
}

QJsonObject identifierFrom(const QString &value)
{
    return {{QStringLiteral("system"), uriSystem.toString()}, {QStringLiteral("value"), value}};
}

/// FHIR dateTime with the offset of `time`, to the millisecond.
QString dateTime(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    const int size = std::abs(minutes);
    const QString offset = minutes == 0 ? QStringLiteral("Z")
                                        : QStringLiteral("%1%2:%3")
                                              .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
                                              .arg(size / 60, 2, 10, QLatin1Char('0'))
                                              .arg(size % 60, 2, 10, QLatin1Char('0'));
    return time.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz")) + offset;
}

/// FHIR R4 string: no control characters but tab and line ends, and not only blanks.
QString fhirString(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 || c == u'\n' || c == u'\r' || c == u'\t')
            result += c;
    }
    return result.trimmed();
}

QJsonObject codingOf(const FormItem &item, const QString &code)
{
    const auto option = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &o) { return o.code == code; });
    // An answer is never thrown away, also when the form has no such option any more.
    if (option == item.options.cend())
        return {{QStringLiteral("valueCoding"), QJsonObject{{QStringLiteral("code"), code}}}};
    const QString &display = option->asWritten.isEmpty() ? option->text : option->asWritten;
    if (option->system.isEmpty() && display == option->code)
        return {{QStringLiteral("valueString"), code}};
    QJsonObject coding{{QStringLiteral("code"), code}};
    if (!option->system.isEmpty())
        coding.insert(QStringLiteral("system"), option->system);
    if (!display.isEmpty())
        coding.insert(QStringLiteral("display"), display);
    if (option->hasWeight) {
        const QJsonObject weight{{QStringLiteral("url"), name(names::ordinalValue)},
                                 {QStringLiteral("valueDecimal"), option->weight}};
        coding.insert(QStringLiteral("extension"), QJsonArray{weight});
    }
    return {{QStringLiteral("valueCoding"), coding}};
}

QJsonObject answerOf(const FormItem &item, const QVariant &value)
{
    if (item.fhirType == u"boolean")
        return {{QStringLiteral("valueBoolean"), value.toString() == u"true"}};
    if (item.fhirType == u"integer")
        return {{QStringLiteral("valueInteger"), qint64(std::llround(value.toDouble()))}};
    if (item.fhirType == u"decimal")
        return {{QStringLiteral("valueDecimal"), value.toDouble()}};
    if (item.fhirType == u"choice" || item.fhirType == u"open-choice")
        return codingOf(item, value.toString());
    return {{QStringLiteral("valueString"), fhirString(value.toString())}};
}

bool isAnswered(const QVariant &value)
{
    if (!value.isValid())
        return false;
    if (value.userType() == QMetaType::QStringList)
        return !value.toStringList().isEmpty();
    return value.userType() != QMetaType::QString || !fhirString(value.toString()).isEmpty();
}

QJsonArray itemsFrom(const QList<FormItem> &items, const Answers &answers)
{
    QJsonArray list;
    for (const FormItem &item : items) {
        QJsonObject written{{QStringLiteral("linkId"), item.linkId}};
        if (const QString text = fhirString(item.asWritten.isEmpty() ? item.text : item.asWritten); !text.isEmpty())
            written.insert(QStringLiteral("text"), text);
        if (item.control == Control::Group) {
            const QJsonArray below = itemsFrom(item.children, answers);
            if (below.isEmpty())
                continue;
            written.insert(QStringLiteral("item"), below);
        } else {
            const QVariant value = answers.value(item.linkId);
            if (!isAnswered(value))
                continue;
            QJsonArray answer;
            if (value.userType() == QMetaType::QStringList) {
                for (const QString &code : value.toStringList())
                    answer << answerOf(item, code);
            } else {
                answer << answerOf(item, value);
            }
            written.insert(QStringLiteral("answer"), answer);
        }
        list << written;
    }
    return list;
}

} // namespace

QByteArray writeQuestionnaireResponse(const CompletedForm &completed, const Form &form)
{
    const QJsonObject patient = reference(u"Patient", completed.patientId);
    QJsonObject response{
        {QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
        {QStringLiteral("identifier"), identifierFrom(completed.identifier)},
        {QStringLiteral("questionnaire"), completed.questionnaire},
        {QStringLiteral("status"), QStringLiteral("completed")},
        {QStringLiteral("subject"), patient},
        {QStringLiteral("author"), patient},
        {QStringLiteral("source"), patient},
        {QStringLiteral("authored"), dateTime(completed.authored)},
    };
    // An empty array is not allowed in FHIR.
    if (const QJsonArray items = itemsFrom(form.items, completed.answers); !items.isEmpty())
        response.insert(QStringLiteral("item"), items);
    return QJsonDocument(response).toJson(QJsonDocument::Compact);
}

QByteArray writeAmendment(const QByteArray &stored, const QByteArray &sent)
{
    QJsonObject amended = QJsonDocument::fromJson(stored).object();
    const QJsonObject ours = QJsonDocument::fromJson(sent).object();
    for (const QString &element : {QStringLiteral("questionnaire"), QStringLiteral("authored"), QStringLiteral("item")}) {
        amended.remove(element);
        if (ours.contains(element))
            amended.insert(element, ours.value(element));
    }
    amended.insert(QStringLiteral("status"), QStringLiteral("amended"));
    return QJsonDocument(amended).toJson(QJsonDocument::Compact);
}

QByteArray writeTaskCompletion(const QString &taskId, const QString &responseIdentifier)
{
    const QJsonObject coding{{QStringLiteral("system"), name(names::sdcCodes)},
                             {QStringLiteral("code"), QStringLiteral("questionnaire-response")}};
    const QJsonObject answers{{QStringLiteral("type"), QStringLiteral("QuestionnaireResponse")},
                              {QStringLiteral("identifier"), identifierFrom(responseIdentifier)}};
    const QJsonObject output{{QStringLiteral("type"), QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}},
                             {QStringLiteral("valueReference"), answers}};
    return QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Task")},
                                     {QStringLiteral("id"), taskId},
                                     {QStringLiteral("status"), QStringLiteral("completed")},
                                     {QStringLiteral("output"), QJsonArray{output}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray applyTaskUpdate(const QByteArray &stored, const QByteArray &update, const QString &responseId)
{
    QJsonObject task = QJsonDocument::fromJson(stored).object();
    const QJsonObject ours = QJsonDocument::fromJson(update).object();
    task.insert(QStringLiteral("status"), ours.value(QLatin1String("status")));
    const auto answersOf = [](const QJsonValue &output) {
        return output.toObject().value(QLatin1String("valueReference")).toObject();
    };
    QJsonArray outputs = task.value(QLatin1String("output")).toArray();
    for (const QJsonValue &one : ours.value(QLatin1String("output")).toArray()) {
        QJsonObject output = one.toObject();
        QJsonObject answers = answersOf(output);
        const QJsonValue identifier = answers.value(QLatin1String("identifier"));
        const bool isThere = std::any_of(outputs.cbegin(), outputs.cend(), [&](const QJsonValue &other) {
            return answersOf(other).value(QLatin1String("identifier")).toObject().value(QLatin1String("value"))
                == identifier.toObject().value(QLatin1String("value"));
        });
        if (isThere)
            continue;
        if (!responseId.isEmpty())
            answers.insert(QStringLiteral("reference"), QString(u"QuestionnaireResponse/" % responseId));
        output.insert(QStringLiteral("valueReference"), answers);
        outputs << output;
    }
    task.insert(QStringLiteral("output"), outputs);
    return QJsonDocument(task).toJson(QJsonDocument::Compact);
}

QByteArray writeDecline(const QString &identifier, const Session &session, const QString &comment)
{
    QJsonObject response{
        {QStringLiteral("resourceType"), QStringLiteral("AppointmentResponse")},
        {QStringLiteral("identifier"), QJsonArray{identifierFrom(identifier)}},
        {QStringLiteral("appointment"), reference(u"Appointment", session.id)},
        {QStringLiteral("actor"), reference(u"Patient", session.patientId)},
        {QStringLiteral("participantStatus"), QStringLiteral("declined")},
    };
    if (const QString words = fhirString(comment); !words.isEmpty())
        response.insert(QStringLiteral("comment"), words);
    return QJsonDocument(response).toJson(QJsonDocument::Compact);
}

} // namespace handrail::fhir
