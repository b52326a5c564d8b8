// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-form ROUNDS: prints one line of JSON, from forms of 200 and of 10 items in turn: {"openRatios", "answerRatios": the time to open
// it, and to settle one answer, by the same for the short form, "openMilliseconds", "answerMilliseconds": of the long one, the most}.

#include "fhir/Read.h"
#include "form/FormPages.h"
#include "form/FormState.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>

using namespace handrail;

namespace {

constexpr int longForm = 200;
constexpr int shortForm = 10;
constexpr int answersEach = 400;

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

/// Groups of ten items: nine questions, of which each asks for the one before it, and their total.
QByteArray questionnaire(int items)
{
    QJsonArray groups;
    for (int group = 0; group < items / 10; ++group) {
        QJsonArray questions;
        QStringList linkIds;
        for (int i = 0; i < 9; ++i) {
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
                                     {QStringLiteral("status"), QStringLiteral("active")},
                                     {QStringLiteral("item"), groups}})
        .toJson(QJsonDocument::Compact);
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double openOnce(const QByteArray &json)
{
    QElapsedTimer timer;
    timer.start();
    const Result<Form> form = fhir::readQuestionnaire(json);
    const FormState state(*form);
    const bool isOpen = !pagesOf(state).isEmpty();
    const double taken = milliseconds(timer);
    return isOpen ? taken : 1e9;
}

/// The median and the most of settling one answer, in a form that is half answered and changes at each.
std::pair<double, double> answerMany(const QByteArray &json)
{
    FormState state(*fhir::readQuestionnaire(json));
    const int groups = int(std::count_if(state.entries().begin(), state.entries().end(),
                                         [](const FormEntry &entry) { return entry.item->control == Control::Group; }));
    std::vector<double> times;
    for (int i = 0; i < answersEach; ++i) {
        const QString key = QStringLiteral("q%1").arg((i / 9 % groups) * 10 + i % 9);
        const QVariant answer = i / (9 * groups) % 3 == 2 ? QVariant() : QVariant(QStringLiteral("d%1").arg(i % 4));
        QElapsedTimer timer;
        timer.start();
        state.setAnswer(key, answer);
        times.push_back(milliseconds(timer));
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
    openOnce(longOne); // warms up
    for (int round = 0; round < rounds; ++round) {
        const double open = openOnce(longOne);
        std::vector<double> floors; // it is short: several, so that the clock can tell
        for (int i = 0; i < 5; ++i)
            floors.push_back(openOnce(shortOne));
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
