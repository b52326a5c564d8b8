// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicJson.h"
#include "clinic/sample/SampleClinicRecords.h"
#include "core/Ids.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

namespace {

// Purposes of sampleNumber(): each question draws its own numbers.
enum Draw : quint64 { Gap = 100, Minute, Skip, Mood, Craving, Use, Hours, Quality, Halt, Medicine, Confidence, Note };

/// The answers that a form allows, ready to be put into a response: linkId, code -> answer.
using Choices = std::map<std::pair<QString, QString>, QJsonObject>;

void collect(const QJsonArray &items, Choices &choices)
{
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        for (const QJsonValue &optionValue : item["answerOption"_L1].toArray()) {
            const QJsonObject option = optionValue.toObject();
            QJsonObject answer = option["valueCoding"_L1].toObject();
            // A choice carries its weight, so that any server can score it (design api 1.3).
            for (const QJsonValue &extension : option["extension"_L1].toArray()) {
                if (extension["url"_L1].toString().endsWith("/ordinalValue"_L1))
                    answer.insert("extension"_L1, list({extension}));
            }
            choices[{item["linkId"_L1].toString(), answer["code"_L1].toString()}] = object({{"valueCoding"_L1, answer}});
        }
        collect(item["item"_L1].toArray(), choices);
    }
}

/// The check-ins of one patient. All numbers are drawn from patient and day, so that a later `now` adds days and changes none.
class CheckIns
{
public:
    CheckIns(const SamplePatient &patient, const SampleClinicCalendar &calendar, const QJsonObject &questionnaire)
        : m_patient(patient)
        , m_calendar(calendar)
        , m_self(reference("Patient"_L1, patient.id))
        , m_url(questionnaire["url"_L1].toString())
        , m_canonical(m_url + u'|' + questionnaire["version"_L1].toString())
    {
        collect(questionnaire["item"_L1].toArray(), m_choices);
    }

    QList<QJsonObject> all(const QDate &begun, const QDate &first, int everyDays)
    {
        QList<QJsonObject> records;
        for (m_date = first; m_date < m_calendar.today(); m_date = m_date.addDays(everyDays)) {
            m_day = int(begun.daysTo(m_date));
            if (everyDays > 1 || !isGap())
                records << response();
        }
        return records;
    }

private:
    quint64 draw(Draw what) const { return sampleNumber(what, quint64(m_patient.index), quint64(m_day)); }
    int draw(Draw what, int count) const { return int(draw(what) % quint64(count)); }
    /// True for about one item in twelve: people skip.
    bool isSkipped(int item) const { return (draw(Skip) >> (4 * item)) % 12 == 0; }
    /// How far the person has come since the first day, 0 to 1.
    double progress() const { return std::min(1.0, m_day / 34.0); }

    bool isGap() const
    {
        // Maya leaves out one day in six and, once, two in a row.
        return m_patient.index == 0 ? m_day % 6 == 5 || m_day == 10 : draw(Gap, 100) < 28;
    }

    QJsonObject answered(const QString &linkId, const QJsonArray &answers) const
    {
        return object({{"linkId"_L1, linkId}, {"answer"_L1, answers}});
    }
    QJsonObject number(const QString &linkId, int value) const
    {
        return answered(linkId, list({object({{"valueInteger"_L1, value}})}));
    }
    QJsonObject choice(const QString &linkId, const QStringList &codes) const
    {
        QJsonArray answers;
        for (const QString &code : codes) {
            if (const auto found = m_choices.find({linkId, code}); found != m_choices.cend())
                answers << found->second;
        }
        return answered(linkId, answers);
    }

    int craving() const { return std::clamp(int(8 - 4 * progress()) + draw(Craving, 4) - 2, 0, 10); }

    QJsonObject sleep() const
    {
        const int halves = std::clamp(int(10 + 3 * progress()) + draw(Hours, 5) - 2, 0, 32);
        const QStringList qualities{u"bad"_s, u"poor"_s, u"okay"_s, u"good"_s, u"great"_s};
        const int quality = std::clamp((halves - 7) / 2 + draw(Quality, 2) - 1, 0, 4);
        return object({{"linkId"_L1, u"sleep"_s},
                       {"item"_L1,
                        list({answered(u"sleep-hours"_s, list({object({{"valueDecimal"_L1, halves / 2.0}})})),
                              choice(u"sleep-quality"_s, {qualities.at(quality)})})}});
    }

    QStringList feelings() const
    {
        const QStringList all{u"tired"_s, u"stressed"_s, u"lonely"_s, u"bored"_s, u"hungry"_s, u"angry"_s, u"pain"_s};
        const quint64 number = draw(Halt);
        QStringList chosen;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if ((number >> (5 * i)) % 5 == 0)
                chosen << all.at(i);
        }
        return chosen.isEmpty() ? QStringList{u"none"_s} : chosen;
    }

    QString note() const
    {
        const QStringList notes{u"Walked by the water before group."_s, u"Long day at work."_s, u"Slept late, felt better."_s,
                                u"Good talk with a friend."_s};
        return notes.at(draw(Note, 400) % notes.size());
    }

    QJsonArray items() const
    {
        const QStringList moods{u"very-low"_s, u"low"_s, u"okay"_s, u"good"_s, u"very-good"_s};
        const QStringList medicine{u"yes"_s, u"yes"_s, u"yes"_s, u"yes"_s, u"yes"_s, u"some"_s, u"no"_s, u"not-today"_s};
        QJsonArray made;
        if (!isSkipped(0))
            made << choice(u"mood"_s, {moods.at(std::clamp(int(1 + 2 * progress()) + draw(Mood, 3) - 1, 0, 4))});
        if (!isSkipped(1))
            made << number(u"craving"_s, craving());
        if (!isSkipped(2))
            made << choice(u"use"_s, {m_day < 20 && draw(Use, 25) == 0 ? u"yes"_s : u"no"_s});
        if (!isSkipped(3))
            made << sleep();
        if (!isSkipped(4))
            made << choice(u"halt"_s, feelings());
        if (m_patient.hasMedicine && !isSkipped(5))
            made << choice(u"meds"_s, {medicine.at(draw(Medicine, int(medicine.size())))});
        if (!isSkipped(6))
            made << number(u"confidence"_s, std::clamp(int(5 + 2 * progress()) + draw(Confidence, 4) - 1, 0, 10));
        // Nobody in the sample is in danger: an invented alarm would teach staff to look past real ones.
        if (!isSkipped(7))
            made << choice(u"safety"_s, {u"no"_s});
        if (draw(Note, 6) == 0)
            made << answered(u"note"_s, list({object({{"valueString"_L1, note()}})}));
        return made;
    }

    QJsonObject response() const
    {
        QJsonObject made =
            object({{"resourceType"_L1, u"QuestionnaireResponse"_s},
                    {"id"_L1, QString(u'q' % m_patient.id.mid(1) % u'-' % SampleClinicCalendar::digits(m_date))},
                    {"meta"_L1, guarded()},
                    // As the app makes it for this day, so that a check-in sent twice stays one.
                    {"identifier"_L1, identifier(uriSystem.toString(), urn(scheduledId(m_patient.id, m_url, m_date, u"daily"_s)))},
                    {"questionnaire"_L1, m_canonical},
                    {"status"_L1, u"completed"_s},
                    {"subject"_L1, m_self},
                    {"author"_L1, m_self},
                    {"source"_L1, m_self},
                    {"authored"_L1, m_calendar.instant(m_date, QTime(19, 30).addSecs(60 * draw(Minute, 120)))}});
        if (const QJsonArray answers = items(); !answers.isEmpty())
            made.insert("item"_L1, answers);
        return made;
    }

    const SamplePatient &m_patient;
    const SampleClinicCalendar &m_calendar;
    const QJsonObject m_self;
    const QString m_url;
    const QString m_canonical;
    Choices m_choices;
    QDate m_date;
    int m_day = 0;
};

} // namespace

QList<QJsonObject> sampleCheckIns(const SamplePatient &patient, const SampleClinicCalendar &calendar,
                                  const QJsonObject &questionnaire)
{
    const QDate begun = calendar.day(1, Qt::Monday);
    return CheckIns(patient, calendar, questionnaire).all(begun, begun, 1);
}

QList<QJsonObject> sampleWeeklyCheckIns(const SamplePatient &patient, const SampleClinicCalendar &calendar,
                                        const QJsonObject &questionnaire, const QDate &begun, const QDate &first)
{
    return CheckIns(patient, calendar, questionnaire).all(begun, first, 7);
}

} // namespace handrail::clinic
