// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/ScoreRecords.h"
#include "clinic/sample/SampleClinicJson.h"
#include "clinic/sample/SampleClinicRecords.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

namespace {

const QString sdcCodes = u"http://hl7.org/fhir/uv/sdc/CodeSystem/temp"_s;

/// A form that was filled in: which, in which week of the program, and the weights of the answers in the order of the questions. Nobody in
/// the sample is in danger: item 9 of the PHQ-9 is 0, or was not asked.
struct Filled {
    QString form;
    int week;
    QList<int> answers;
};

QList<Filled> filledForms()
{
    return {{u"phq-9"_s, 1, {2, 2, 2, 2, 2, 2, 1, 1, 0}},
            {u"gad-7"_s, 1, {2, 2, 2, 2, 1, 2, 1}},
            {u"phq-2-9"_s, 2, {2, 2, 2, 2, 1, 2, 1, 1, 0}},
            {u"gad-7"_s, 2, {2, 1, 2, 2, 1, 1, 1}},
            {u"phq-2-9"_s, 3, {1, 1}},
            {u"gad-7"_s, 3, {1, 1, 2, 1, 1, 1, 1}},
            {u"phq-9"_s, 4, {1, 1, 2, 1, 1, 1, 1, 0, 0}},
            {u"gad-7"_s, 4, {1, 1, 1, 1, 0, 1, 1}}};
}

QString canonicalOf(const QJsonObject &questionnaire)
{
    return questionnaire["url"_L1].toString() + u'|' + questionnaire["version"_L1].toString();
}

/// The option of that weight, as an answer.
QJsonObject answerOf(const QJsonObject &item, int weight)
{
    for (const QJsonValue &option : item["answerOption"_L1].toArray()) {
        const QJsonArray extensions = option["extension"_L1].toArray();
        if (extensions.isEmpty() || extensions[0]["valueDecimal"_L1].toInt(-1) != weight)
            continue;
        QJsonObject coding = option["valueCoding"_L1].toObject();
        coding.insert("extension"_L1, extensions);
        return object({{"valueCoding"_L1, coding}});
    }
    return {};
}

QJsonObject responseOf(const Filled &filled, const SamplePatient &patient, const SampleClinicCalendar &calendar,
                       const QJsonObject &questionnaire)
{
    QJsonArray items;
    for (const QJsonValue &value : questionnaire["item"_L1].toArray()) {
        const QJsonObject item = value.toObject();
        const bool isScale = item["linkId"_L1].toString().startsWith(u'q');
        if (isScale && items.size() < filled.answers.size())
            items << object({{"linkId"_L1, item["linkId"_L1]},
                             {"text"_L1, item["text"_L1]},
                             {"answer"_L1, list({answerOf(item, filled.answers.at(items.size()))})}});
    }
    const QDate date = calendar.day(filled.week, Qt::Wednesday);
    const QJsonObject self = reference("Patient"_L1, patient.id);
    return object(
        {{"resourceType"_L1, u"QuestionnaireResponse"_s},
         {"id"_L1, QString(u'q' % patient.id.mid(1) % u'-' % filled.form % u'-' % SampleClinicCalendar::digits(date))},
         {"meta"_L1, guarded()},
         {"identifier"_L1,
          identifier(uriSystem.toString(), urn(scheduledId(patient.id, questionnaire["url"_L1].toString(), date, u"weekly"_s)))},
         {"questionnaire"_L1, canonicalOf(questionnaire)},
         {"status"_L1, u"completed"_s},
         {"subject"_L1, self},
         {"author"_L1, self},
         {"source"_L1, self},
         {"authored"_L1, calendar.instant(date, QTime(17, 10))},
         {"item"_L1, items}});
}

QJsonObject task(const QString &words, const SamplePatient &patient, const SampleClinicCalendar &calendar,
                 const QJsonObject &questionnaire)
{
    const QDate first = calendar.day(SampleClinicCalendar::currentWeek, Qt::Monday);
    const QDate last = calendar.day(SampleClinicCalendar::currentWeek, Qt::Sunday);
    const QString form = questionnaire["id"_L1].toString();
    const SampleStaff counselor = sampleStaff().at(patient.group);
    QJsonObject made =
        object({{"resourceType"_L1, u"Task"_s},
                {"id"_L1, QString(u"task" % patient.id.mid(1) % u'-' % form % u'-' % SampleClinicCalendar::digits(first))}});
    made.insert("meta"_L1, guarded());
    made.insert("identifier"_L1,
                list({identifier(uriSystem.toString(),
                                 urn(scheduledId(patient.id, questionnaire["url"_L1].toString(), first, u"task"_s)))}));
    made.insert("status"_L1, u"requested"_s);
    made.insert("intent"_L1, u"order"_s);
    made.insert("code"_L1, codeable(sdcCodes, u"complete-questionnaire"_s));
    say(made, "description"_L1, words);
    made.insert("focus"_L1, reference("Questionnaire"_L1, form));
    made.insert("for"_L1, reference("Patient"_L1, patient.id));
    made.insert("owner"_L1, reference("Patient"_L1, patient.id));
    made.insert("requester"_L1, reference("Practitioner"_L1, counselor.id, counselor.shown));
    made.insert("authoredOn"_L1, calendar.instant(first, QTime(8, 0)));
    made.insert("lastModified"_L1, calendar.instant(first, QTime(8, 0)));
    made.insert(
        "restriction"_L1,
        object({{"period"_L1, object({{"start"_L1, first.toString(Qt::ISODate)}, {"end"_L1, last.toString(Qt::ISODate)}})}}));
    made.insert(
        "input"_L1,
        list({object({{"type"_L1, codeable(sdcCodes, u"questionnaire"_s)}, {"valueCanonical"_L1, canonicalOf(questionnaire)}})}));
    return made;
}

} // namespace

QList<QJsonObject> sampleForms(const SamplePatient &patient, const SampleClinicCalendar &calendar,
                               const QMap<QString, QJsonObject> &questionnaires)
{
    QList<QJsonObject> records;
    for (const Filled &filled : filledForms()) {
        const QJsonObject questionnaire = questionnaires.value(filled.form);
        const QJsonObject response = responseOf(filled, patient, calendar, questionnaire);
        records << response;
        for (const ScoreRecord &score : scoreRecords(response, QJsonDocument(questionnaire).toJson(QJsonDocument::Compact))) {
            if (score.observation)
                records << *score.observation;
        }
    }
    records << task(u"Your mood, this week"_s, patient, calendar, questionnaires.value(u"phq-2-9"_s))
            << task(u"Worry, this week"_s, patient, calendar, questionnaires.value(u"gad-7"_s));
    return records;
}

} // namespace handrail::clinic
