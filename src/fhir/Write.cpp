// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Write.h"

#include "core/Ids.h"
#include "fhir/MessageCodes.h"
#include "fhir/Names.h"
#include "fhir/Read.h"

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

/// FHIR dateTime with the offset of `time`, to the millisecond. `zero`: how no offset is written. An instant has none to tell; on a wall it is one.
QString dateTime(const QDateTime &time, const QString &zero = QStringLiteral("Z"))
{
    const int minutes = time.offsetFromUtc() / 60;
    const int size = std::abs(minutes);
    const QString offset = minutes == 0 ? zero
                                        : QStringLiteral("%1%2:%3")
                                              .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
                                              .arg(size / 60, 2, 10, QLatin1Char('0'))
                                              .arg(size % 60, 2, 10, QLatin1Char('0'));
    return time.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz")) + offset;
}

/// As the wall shows it where it was answered, also where that is UTC: a "Z" says nothing of where.
QString wallTime(const QDateTime &time)
{
    return dateTime(time, QStringLiteral("+00:00"));
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

QJsonObject plainOption(const Option &option)
{
    switch (option.type) {
    case ItemType::Integer: return {{QStringLiteral("valueInteger"), option.code.toInt()}};
    case ItemType::Date: return {{QStringLiteral("valueDate"), option.code}};
    case ItemType::Time: return {{QStringLiteral("valueTime"), option.code}};
    default: break;
    }
    return {{QStringLiteral("valueString"), option.codeAsWritten.isEmpty() ? option.code : option.codeAsWritten}};
}

QJsonObject codingOf(const FormItem &item, const QString &code)
{
    if (const auto words = ownWordsIn(code))
        return {{QStringLiteral("valueString"), fhirString(*words)}};
    const auto option = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &o) { return o.code == code; });
    // An answer is never thrown away, also when the form has no such option any more.
    if (option == item.options.cend())
        return {{QStringLiteral("valueCoding"), QJsonObject{{QStringLiteral("code"), code}}}};
    if (option->type != ItemType::Choice && option->type != ItemType::Display)
        return plainOption(*option);
    const QString &display = option->asWritten.isEmpty() ? option->text : option->asWritten;
    QJsonObject coding;
    if (option->type == ItemType::Choice)
        coding.insert(QStringLiteral("code"), option->codeAsWritten.isEmpty() ? code : option->codeAsWritten);
    if (!option->system.isEmpty())
        coding.insert(QStringLiteral("system"), option->system);
    if (!display.isEmpty())
        coding.insert(QStringLiteral("display"), display);
    // So that any server can score the answer without the form.
    if (option->hasWeight) {
        const QJsonObject weight{{QStringLiteral("url"), name(names::ordinalValue)},
                                 {QStringLiteral("valueDecimal"), option->weight}};
        coding.insert(QStringLiteral("extension"), QJsonArray{weight});
    }
    return {{QStringLiteral("valueCoding"), coding}};
}

QJsonObject quantityOf(const FormItem &item, const QVariant &value)
{
    const QuantityValue measured = quantityIn(value).value_or(QuantityValue{value.toDouble(), {}});
    QJsonObject quantity{{QStringLiteral("value"), measured.value}};
    const auto unit =
        std::find_if(item.units.cbegin(), item.units.cend(), [&](const Unit &known) { return known.code == measured.unit; });
    if (unit == item.units.cend()) {
        if (!fhirString(measured.unit).isEmpty())
            quantity.insert(QStringLiteral("unit"), fhirString(measured.unit));
    } else {
        // FHIR R4 qty-3: a code only with its system. Without one the unit has to say it, in whatever language it was chosen.
        quantity.insert(QStringLiteral("unit"), unit->system.isEmpty() ? unit->code : unit->text);
        if (!unit->system.isEmpty()) {
            quantity.insert(QStringLiteral("system"), unit->system);
            quantity.insert(QStringLiteral("code"), unit->code);
        }
    }
    return {{QStringLiteral("valueQuantity"), quantity}};
}

QJsonObject answerOf(const FormItem &item, const QVariant &value)
{
    switch (item.type) {
    case ItemType::Boolean: return {{QStringLiteral("valueBoolean"), value.toString() == u"true"}};
    case ItemType::Integer: return {{QStringLiteral("valueInteger"), qint64(std::llround(value.toDouble()))}};
    case ItemType::Decimal: return {{QStringLiteral("valueDecimal"), value.toDouble()}};
    case ItemType::Date: return {{QStringLiteral("valueDate"), value.toString()}};
    case ItemType::DateTime: return {{QStringLiteral("valueDateTime"), value.toString()}};
    case ItemType::Time: return {{QStringLiteral("valueTime"), value.toString()}};
    case ItemType::Url: return {{QStringLiteral("valueUri"), fhirString(value.toString())}};
    case ItemType::Choice:
    case ItemType::OpenChoice: return codingOf(item, value.toString());
    case ItemType::Quantity: return quantityOf(item, value);
    default: break;
    }
    return {{QStringLiteral("valueString"), fhirString(value.toString())}};
}

bool isBlank(const QVariant &value)
{
    return value.userType() == QMetaType::QString && fhirString(ownWordsIn(value.toString()).value_or(value.toString())).isEmpty();
}

/// The answers of an item, without blank ones: FHIR has no empty values and no empty arrays.
QVariantList answersOf(const QVariant &value)
{
    const bool isList = value.userType() == QMetaType::QStringList || value.userType() == QMetaType::QVariantList;
    QVariantList list = isList ? value.toList() : QVariantList{value};
    list.removeIf([](const QVariant &one) { return !one.isValid() || isBlank(one); });
    return list;
}

/// The items of a response as the form nests them: what is inside a group in its item, what is below a question in its first answer.
class ItemWriter
{
public:
    ItemWriter(const Form &form, const Answers &answers)
        : m_answers(answers)
        , m_copies(copiesIn(form, answers))
    {
    }

    QJsonArray write(const QList<FormItem> &items)
    {
        QJsonArray list;
        for (const FormItem &item : items) {
            const int count = std::max(1, m_copies.value(answerKey(item.linkId, m_path), 1));
            for (int copy = 0; copy < count; ++copy) {
                m_path << copy;
                const QJsonObject written =
                    item.type == ItemType::Group || item.control == Control::Group ? group(item) : question(item);
                m_path.removeLast();
                if (!written.isEmpty())
                    list << written;
            }
        }
        return list;
    }

private:
    static QJsonObject start(const FormItem &item)
    {
        QJsonObject written{{QStringLiteral("linkId"), item.linkId}};
        if (const QString text = fhirString(item.asWritten.isEmpty() ? item.text : item.asWritten); !text.isEmpty())
            written.insert(QStringLiteral("text"), text);
        return written;
    }

    QJsonObject group(const FormItem &item)
    {
        const QJsonArray below = write(item.children);
        if (below.isEmpty())
            return {};
        QJsonObject written = start(item);
        written.insert(QStringLiteral("item"), below);
        return written;
    }

    QJsonObject question(const FormItem &item)
    {
        QJsonArray list;
        for (const QVariant &answer : answersOf(m_answers.value(answerKey(item.linkId, m_path))))
            list << answerOf(item, answer);
        if (const QJsonArray below = write(item.children); !below.isEmpty()) {
            QJsonObject first = list.isEmpty() ? QJsonObject() : list.first().toObject();
            first.insert(QStringLiteral("item"), below);
            if (list.isEmpty())
                list << first;
            else
                list[0] = first;
        }
        if (list.isEmpty())
            return {};
        QJsonObject written = start(item);
        written.insert(QStringLiteral("answer"), list);
        return written;
    }

    const Answers &m_answers;
    const QHash<QString, int> m_copies;
    QList<int> m_path;
};

/// Of which answers a change is to take the place; empty when it does not say.
QJsonObject baseOf(const QByteArray &change)
{
    return QJsonDocument::fromJson(change).object().value(QLatin1String("contained")).toArray().at(0).toObject();
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
        {QStringLiteral("authored"), wallTime(completed.authored)},
    };
    if (completed.amended.isValid()) {
        response.insert(QStringLiteral("extension"),
                        QJsonArray{QJsonObject{{QStringLiteral("url"), name(names::amended)},
                                               {QStringLiteral("valueDateTime"), wallTime(completed.amended)}}});
    }
    if (!completed.basedOn.isEmpty())
        response.insert(QStringLiteral("basedOn"), QJsonArray{QJsonObject{{QStringLiteral("reference"), completed.basedOn}}});
    // An empty array is not allowed in FHIR.
    if (const QJsonArray items = ItemWriter(form, completed.answers).write(form.items); !items.isEmpty())
        response.insert(QStringLiteral("item"), items);
    return QJsonDocument(response).toJson(QJsonDocument::Compact);
}

QByteArray writeChange(const QByteArray &sent, const QByteArray &before)
{
    QJsonObject change = QJsonDocument::fromJson(sent).object();
    QJsonObject base = QJsonDocument::fromJson(before).object();
    base.remove(QStringLiteral("contained")); // that of a change before this one
    change.insert(QStringLiteral("contained"), QJsonArray{base});
    return QJsonDocument(change).toJson(QJsonDocument::Compact);
}

QByteArray writeAlone(const QByteArray &change)
{
    if (!change.contains("\"contained\"")) // most are sent as they lie here, byte for byte
        return change;
    QJsonObject alone = QJsonDocument::fromJson(change).object();
    alone.remove(QStringLiteral("contained"));
    return QJsonDocument(alone).toJson(QJsonDocument::Compact);
}

QByteArray writeWithout(const QByteArray &change, const QByteArray &refused)
{
    const QJsonValue base = QJsonDocument::fromJson(refused).object().value(QLatin1String("contained"));
    QJsonObject rest = QJsonDocument::fromJson(change).object();
    if (!base.toArray().isEmpty()) // else nobody knows
        rest.insert(QStringLiteral("contained"), base);
    return QJsonDocument(rest).toJson(QJsonDocument::Compact);
}

bool isChange(const QByteArray &sent)
{
    return !baseOf(sent).isEmpty();
}

bool isMadeFrom(const QByteArray &change, const QByteArray &stored)
{
    const QJsonObject base = baseOf(change);
    return base.isEmpty() || compareAnswers(stored, QJsonDocument(base).toJson(QJsonDocument::Compact)) == Answered::Same;
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
    // What others wrote there stays; when it was amended is said once.
    const auto isOurs = [](const QJsonValue &extension) {
        return extension[QLatin1String("url")].toString() == name(names::amended);
    };
    QJsonArray extensions;
    for (const QJsonValue &each : amended.value(QLatin1String("extension")).toArray()) {
        if (!isOurs(each))
            extensions << each;
    }
    for (const QJsonValue &each : ours.value(QLatin1String("extension")).toArray()) {
        if (isOurs(each))
            extensions << each;
    }
    amended.remove(QStringLiteral("extension"));
    if (!extensions.isEmpty())
        amended.insert(QStringLiteral("extension"), extensions);
    amended.insert(QStringLiteral("status"), QStringLiteral("amended"));
    return QJsonDocument(amended).toJson(QJsonDocument::Compact);
}

QByteArray writeTaskCompletion(const QString &taskId, const QString &responseIdentifier)
{
    QJsonObject task{{QStringLiteral("resourceType"), QStringLiteral("Task")},
                     {QStringLiteral("id"), taskId},
                     {QStringLiteral("status"), QStringLiteral("completed")}};
    if (!responseIdentifier.isEmpty()) {
        const QJsonObject coding{{QStringLiteral("system"), name(names::sdcCodes)},
                                 {QStringLiteral("code"), QStringLiteral("questionnaire-response")}};
        const QJsonObject answers{{QStringLiteral("type"), QStringLiteral("QuestionnaireResponse")},
                                  {QStringLiteral("identifier"), identifierFrom(responseIdentifier)}};
        const QJsonObject output{{QStringLiteral("type"), QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}},
                                 {QStringLiteral("valueReference"), answers}};
        task.insert(QStringLiteral("output"), QJsonArray{output});
    }
    return QJsonDocument(task).toJson(QJsonDocument::Compact);
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
    if (!outputs.isEmpty())
        task.insert(QStringLiteral("output"), outputs);
    return QJsonDocument(task).toJson(QJsonDocument::Compact);
}

QByteArray writeRsvp(const QString &identifier, const Session &session, Coming coming, const QString &comment,
                     const QString &relativeId, const QDateTime &said)
{
    QString status = QStringLiteral("needs-action");
    switch (coming) {
    case Coming::Unsaid: break;
    case Coming::Accepted: status = QStringLiteral("accepted"); break;
    case Coming::Declined: status = QStringLiteral("declined"); break;
    case Coming::Late: status = QStringLiteral("tentative"); break;
    }
    QJsonObject response{
        {QStringLiteral("resourceType"), QStringLiteral("AppointmentResponse")},
        {QStringLiteral("identifier"), QJsonArray{identifierFrom(identifier)}},
        {QStringLiteral("appointment"), reference(u"Appointment", session.id)},
        {QStringLiteral("actor"),
         relativeId.isEmpty() ? reference(u"Patient", session.patientId) : reference(u"RelatedPerson", relativeId)},
        {QStringLiteral("participantStatus"), status},
    };
    if (session.start.isValid()) {
        response.insert(QStringLiteral("start"), dateTime(session.start.toUTC()));
        if (session.end.isValid())
            response.insert(QStringLiteral("end"), dateTime(session.end.toUTC()));
    }
    if (const QString words = fhirString(comment); !words.isEmpty())
        response.insert(QStringLiteral("comment"), words);
    if (said.isValid())
        response.insert(QStringLiteral("extension"),
                        QJsonArray{QJsonObject{{QStringLiteral("url"), name(names::saidAt)},
                                               {QStringLiteral("valueDateTime"), dateTime(said.toUTC())}}});
    return QJsonDocument(response).toJson(QJsonDocument::Compact);
}

QByteArray writeMessage(const NewMessage &message)
{
    const auto coding = [](std::string_view code) {
        return QJsonObject{{QStringLiteral("system"), name(names::messageKinds)}, {QStringLiteral("code"), name(code)}};
    };
    // A message, so that staff who read messages see it; and what kind of one, for who looks for that.
    QJsonArray codings{coding(secureMessage)};
    if (const std::string_view kind = codeOf(message.kind); !kind.empty())
        codings << coding(kind);
    QJsonArray payload;
    for (const QString &part : message.parts) {
        if (const QString words = fhirString(part); !words.isEmpty())
            payload << QJsonObject{{QStringLiteral("contentString"), words}};
    }
    QJsonObject json{
        {QStringLiteral("resourceType"), QStringLiteral("Communication")},
        {QStringLiteral("identifier"), QJsonArray{identifierFrom(message.identifier)}},
        {QStringLiteral("status"), QStringLiteral("completed")},
        {QStringLiteral("category"), QJsonArray{QJsonObject{{QStringLiteral("coding"), codings}}}},
        {QStringLiteral("subject"), reference(u"Patient", message.patientId)},
        {QStringLiteral("sender"),
         message.relatedPersonId.isEmpty() ? reference(u"Patient", message.patientId)
                                           : reference(u"RelatedPerson", message.relatedPersonId)},
        {QStringLiteral("sent"), dateTime(message.sent)},
    };
    // An empty array is not allowed in FHIR.
    if (!payload.isEmpty())
        json.insert(QStringLiteral("payload"), payload);
    const auto insertReference = [&json](const QString &element, const QString &target) {
        if (!target.isEmpty())
            json.insert(element, QJsonArray{QJsonObject{{QStringLiteral("reference"), target}}});
    };
    insertReference(QStringLiteral("about"), message.about);
    if (message.aboutStart.isValid())
        json.insert(QStringLiteral("extension"),
                    QJsonArray{QJsonObject{{QStringLiteral("url"), name(names::aboutStart)},
                                           {QStringLiteral("valueDateTime"), dateTime(message.aboutStart.toUTC())}}});
    insertReference(QStringLiteral("recipient"), message.recipient);
    insertReference(QStringLiteral("partOf"), message.thread);
    insertReference(QStringLiteral("inResponseTo"), message.answers);
    if (const QString title = fhirString(message.title); !title.isEmpty())
        json.insert(QStringLiteral("topic"), QJsonObject{{QStringLiteral("text"), title}});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray writeDose(const DoseSaid &said, const QString &patientId, const QString &name, const QString &note)
{
    const QString status = said.answer == DoseAnswer::Taken ? QStringLiteral("completed")
        : said.answer == DoseAnswer::NotTaken               ? QStringLiteral("not-taken")
                                                            : QStringLiteral("unknown");
    const QString words = fhirString(name);
    QJsonObject statement{
        {QStringLiteral("resourceType"), QStringLiteral("MedicationStatement")},
        {QStringLiteral("identifier"), QJsonArray{identifierFrom(said.identifier)}},
        {QStringLiteral("basedOn"), QJsonArray{reference(u"MedicationRequest", said.medicineId)}},
        {QStringLiteral("status"), status},
        {QStringLiteral("medicationCodeableConcept"),
         QJsonObject{{QStringLiteral("text"), words.isEmpty() ? QStringLiteral("Medicine") : words}}},
        {QStringLiteral("subject"), reference(u"Patient", patientId)},
        {QStringLiteral("effectiveDateTime"), said.day.toString(Qt::ISODate)},
        {QStringLiteral("dateAsserted"), dateTime(said.said)},
        {QStringLiteral("informationSource"), reference(u"Patient", patientId)},
    };
    QJsonObject dosage;
    if (const QByteArrayView when = eventTimingOf(said.time); !when.isEmpty())
        dosage.insert(
            QStringLiteral("timing"),
            QJsonObject{{QStringLiteral("repeat"), QJsonObject{{QStringLiteral("when"), QJsonArray{QString::fromLatin1(when)}}}}});
    else if (said.time.part == DoseTime::Part::Clock)
        dosage.insert(QStringLiteral("timing"),
                      QJsonObject{{QStringLiteral("repeat"),
                                   QJsonObject{{QStringLiteral("timeOfDay"),
                                                QJsonArray{said.time.clock.toString(QStringLiteral("HH:mm:ss"))}}}}});
    else if (said.time.part == DoseTime::Part::Nth)
        dosage.insert(QStringLiteral("sequence"), said.time.number);
    if (!dosage.isEmpty())
        statement.insert(QStringLiteral("dosage"), QJsonArray{dosage});
    if (const QString remark = fhirString(note); !remark.isEmpty())
        statement.insert(QStringLiteral("note"), QJsonArray{QJsonObject{{QStringLiteral("text"), remark}}});
    return QJsonDocument(statement).toJson(QJsonDocument::Compact);
}

} // namespace handrail::fhir
