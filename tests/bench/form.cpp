// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-form ROUNDS: prints one line of JSON, from forms of 200 and of 10 items in turn: {"openRatios", "answerRatios": the time to open
// it from the store with its draft and its screens, and to settle one answer, by the same for the short form, "openMilliseconds",
// "answerMilliseconds": of the long one, the most of all rounds}.

#include "care/FormFilling.h"
#include "fakes/FakeClock.h"
#include "fhir/Read.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace handrail;

namespace {

constexpr int longForm = 200;
constexpr int shortForm = 10;
constexpr int inGroup = 8; ///< questions
constexpr int answersEach = 400;
constexpr int opensEach = 9;
const QString url = QStringLiteral("https://x.example/bench");

QJsonObject codingOption(int weight)
{
    return {{QStringLiteral("valueCoding"),
             QJsonObject{{QStringLiteral("system"), QStringLiteral("https://x.example/days")},
                         {QStringLiteral("code"), QStringLiteral("d%1").arg(weight)},
                         {QStringLiteral("display"), QStringLiteral("%1 days of the week").arg(weight)}}},
            {QStringLiteral("extension"),
             QJsonArray{QJsonObject{{QStringLiteral("url"), QStringLiteral("http://hl7.org/fhir/StructureDefinition/ordinalValue")},
                                    {QStringLiteral("valueDecimal"), weight}}}}};
}

QJsonObject total(const QString &linkId, const QStringList &of)
{
    QStringList parts;
    for (const QString &item : of)
        parts << QStringLiteral("linkId='%1'").arg(item);
    return {{QStringLiteral("linkId"), linkId},
            {QStringLiteral("type"), QStringLiteral("integer")},
            {QStringLiteral("readOnly"), true},
            {QStringLiteral("extension"),
             QJsonArray{QJsonObject{
                 {QStringLiteral("url"),
                  QStringLiteral("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression")},
                 {QStringLiteral("valueExpression"),
                  QJsonObject{{QStringLiteral("language"), QStringLiteral("text/fhirpath")},
                              {QStringLiteral("expression"),
                               QStringLiteral("%resource.descendants().where(%1).answer.value.ordinal().sum()")
                                   .arg(parts.join(QStringLiteral(" or ")))}}}}}}};
}

/// Groups of ten items: the group, eight questions, of which each asks for the one before it, and their total.
QByteArray questionnaire(int items)
{
    QJsonArray groups;
    for (int group = 0; group < items / 10; ++group) {
        QJsonArray questions;
        QStringList linkIds;
        for (int i = 0; i < inGroup; ++i) {
            const QString linkId = QStringLiteral("q%1").arg(group * 10 + i);
            QJsonObject question{
                {QStringLiteral("linkId"), linkId},
                {QStringLiteral("text"), QStringLiteral("How often was this in the last week?")},
                {QStringLiteral("type"), QStringLiteral("choice")},
                {QStringLiteral("answerOption"), QJsonArray{codingOption(0), codingOption(1), codingOption(2), codingOption(3)}}};
            if (i > 0)
                question.insert(QStringLiteral("enableWhen"),
                                QJsonArray{QJsonObject{{QStringLiteral("question"), linkIds.constLast()},
                                                       {QStringLiteral("operator"), QStringLiteral("exists")},
                                                       {QStringLiteral("answerBoolean"), true}}});
            questions << question;
            linkIds << linkId;
        }
        questions << total(QStringLiteral("t%1").arg(group), linkIds);
        groups << QJsonObject{{QStringLiteral("linkId"), QStringLiteral("g%1").arg(group)},
                              {QStringLiteral("type"), QStringLiteral("group")},
                              {QStringLiteral("item"), questions}};
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Questionnaire")},
                                     {QStringLiteral("id"), QStringLiteral("bench")},
                                     {QStringLiteral("url"), url},
                                     {QStringLiteral("status"), QStringLiteral("active")},
                                     {QStringLiteral("item"), groups}})
        .toJson(QJsonDocument::Compact);
}

/// Of the processor, so that other processes do not count: what is timed here waits for nothing.
class Stopwatch
{
public:
    [[nodiscard]] double milliseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    double m_start = now();
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// A device with this form and nothing else, half answered.
class Device
{
public:
    explicit Device(const QByteArray &json)
        : m_store(Store::inMemory().value())
        , m_records(*m_store, {})
    {
        StoredRecord record;
        record.type = QStringLiteral("Questionnaire");
        record.id = QStringLiteral("bench");
        record.versionId = QStringLiteral("1");
        record.lastUpdated = m_clock.nowUtc();
        record.json = json;
        if (!m_store->putRecords({record}))
            qFatal("the form was not stored");
        FormFilling filling(m_records, m_clock, *m_records.form(url));
        filling.setAnswer(QStringLiteral("q0"), QStringLiteral("d1"));
    }

    double open()
    {
        const Stopwatch timer;
        FormFilling filling(m_records, m_clock, *m_records.form(url));
        const bool isOpen = filling.resume() == FormFilling::Resumed::AsLeft && filling.stepCount() > 0;
        const double taken = timer.milliseconds();
        return isOpen ? taken : 1e9;
    }

private:
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
    std::unique_ptr<Store> m_store;
    Records m_records;
};

/// The median and the most of settling one answer, in a form that is half answered and changes at each.
std::pair<double, double> answerMany(const QByteArray &json)
{
    FormState state(*fhir::readQuestionnaire(json));
    const int groups = int(std::count_if(state.entries().begin(), state.entries().end(),
                                         [](const FormEntry &entry) { return entry.item->control == Control::Group; }));
    std::vector<double> times;
    for (int i = 0; i < answersEach; ++i) {
        const QString key = QStringLiteral("q%1").arg((i / inGroup % groups) * 10 + i % inGroup);
        const QVariant answer = i / (inGroup * groups) % 3 == 2 ? QVariant() : QVariant(QStringLiteral("d%1").arg(i % 4));
        const Stopwatch timer;
        state.setAnswer(key, answer);
        times.push_back(timer.milliseconds());
    }
    return {median(times), *std::max_element(times.begin(), times.end())};
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 9;
    const QByteArray longOne = questionnaire(longForm);
    const QByteArray shortOne = questionnaire(shortForm);
    QJsonArray openRatios;
    QJsonArray answerRatios;
    double mostOpen = 0;
    double mostAnswer = 0;
    Device longDevice(longOne);
    Device shortDevice(shortOne);
    (void)longDevice.open(); // warms up
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> opens; // several in turn: each is short
        std::vector<double> floors;
        for (int i = 0; i < opensEach; ++i) {
            opens.push_back(longDevice.open());
            floors.push_back(shortDevice.open());
        }
        const double open = median(opens);
        const auto [answer, slowest] = answerMany(longOne);
        openRatios << open / median(floors);
        answerRatios << answer / answerMany(shortOne).first;
        mostOpen = std::max(mostOpen, open);
        mostAnswer = std::max(mostAnswer, slowest);
    }
    const QJsonObject measured{{QStringLiteral("openRatios"), openRatios},
                               {QStringLiteral("answerRatios"), answerRatios},
                               {QStringLiteral("openMilliseconds"), mostOpen},
                               {QStringLiteral("answerMilliseconds"), mostAnswer}};
    std::printf("%s\n", QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
