// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Answerer.h"

#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

/// Walking through a form brings questions that earlier answers let be asked; a form with more rounds than this runs in a circle.
constexpr int mostRounds = 200;

double someNumber(const FormItem &item)
{
    const bool isScale = item.control == Control::Slider || item.control == Control::Stepper;
    if (isScale || item.hasMinimum)
        return item.type == ItemType::Integer ? std::ceil(item.minimum) : item.minimum;
    return item.hasMaximum ? std::floor(std::min(item.maximum, 3.0)) : 3;
}

QString someText(const FormItem &item)
{
    const QString text = QStringLiteral("A walk, and \"tea\" \\ with 5 < 6. مرحبا 🌱");
    return item.maxLength > 0 ? text.left(item.maxLength).trimmed() : text;
}

QString someMoment(const FormItem &item, const char *otherwise)
{
    return !item.earliest.isEmpty() ? item.earliest : !item.latest.isEmpty() ? item.latest : QString::fromLatin1(otherwise);
}

QVariant oneAnswer(const FormItem &item)
{
    switch (item.control) {
    case Control::Faces:
    case Control::Choice:
    case Control::Scale:
    case Control::YesNo: return item.options.isEmpty() ? QVariant() : QVariant(item.options.constLast().code);
    case Control::OpenChoice: return ownWords(someText(item));
    case Control::Slider:
    case Control::Stepper:
    case Control::Number: return someNumber(item);
    case Control::Quantity: return quantity(someNumber(item), item.units.isEmpty() ? QString() : item.units.constLast().code);
    case Control::Text:
    case Control::Line: return someText(item);
    case Control::Url: return QStringLiteral("https://x.example/a");
    case Control::Date: return someMoment(item, "2026-11-18");
    case Control::DateTime: return someMoment(item, "2026-11-18T20:20:00-05:00");
    case Control::Time: return someMoment(item, "20:20:00");
    default: return {};
    }
}

QStringList someCodes(const FormItem &item)
{
    QStringList codes;
    const qsizetype wanted = std::max(1, item.minimumAnswers);
    for (const Option &option : item.options) {
        if (!option.isExclusive && codes.size() < wanted)
            codes << option.code;
    }
    if (codes.isEmpty() && !item.options.isEmpty())
        codes << item.options.constFirst().code;
    return codes;
}

} // namespace

QVariant someAnswer(const FormItem &item)
{
    if (item.control == Control::Chips)
        return someCodes(item);
    const QVariant one = oneAnswer(item);
    if (!item.repeats || !one.isValid())
        return one;
    QVariantList list;
    const int count = std::max(item.minimumAnswers, item.maximumAnswers == 1 || item.control == Control::OpenChoice ? 1 : 2);
    for (int i = 0; i < count; ++i)
        list << one;
    return list;
}

void answerAll(FormState &state)
{
    QStringList groups;
    for (const FormEntry &entry : state.entries()) {
        if (entry.isAsked() && entry.item->control == Control::Group && entry.item->repeats)
            groups << entry.key;
    }
    for (const QString &key : std::as_const(groups))
        state.addCopy(key);
    bool isMore = true;
    for (int round = 0; isMore && round < mostRounds; ++round) {
        isMore = false;
        for (std::size_t i = 0; i < state.entries().size(); ++i) {
            const FormEntry &entry = state.entries()[i];
            if (!entry.isAsked() || entry.value.isValid() || !isAnswerable(*entry.item))
                continue;
            const QVariant answer = someAnswer(*entry.item);
            isMore = (answer.isValid() && state.setAnswer(entry.key, answer) == Validity::Fine) || isMore;
        }
    }
}

QList<QByteArray> questionnairesIn(const QByteArray &json)
{
    const QLatin1String resourceType("resourceType");
    const QLatin1String questionnaire("Questionnaire");
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(resourceType).toString() == questionnaire)
        return {json};
    QList<QByteArray> found;
    if (root.value(resourceType).toString() != QLatin1String("Bundle"))
        return found;
    for (const QJsonValue &entry : root.value(QLatin1String("entry")).toArray()) {
        const QJsonObject resource = entry.toObject().value(QLatin1String("resource")).toObject();
        if (resource.value(resourceType).toString() == questionnaire)
            found << QJsonDocument(resource).toJson(QJsonDocument::Compact);
    }
    return found;
}

Result<AnsweredForm> answerQuestionnaire(const QByteArray &json)
{
    const Result<Form> form = fhir::readQuestionnaire(json);
    if (!form)
        return tl::make_unexpected(form.error());
    FormState state(*form);
    answerAll(state);
    AnsweredForm answered;
    answered.asked = state.progress().asked;
    answered.answered = state.progress().answered;
    answered.dropped = form->droppedItems;
    answered.problems = int(state.problems().size());
    for (const FormEntry &entry : state.entries()) {
        answered.unsupported += entry.isAsked() && entry.item->control == Control::Unsupported ? 1 : 0;
        const bool isScored = !entry.item->scoreExpression.isEmpty();
        answered.unworked += entry.isAsked() && isScored && !ScoreExpression::parse(entry.item->scoreExpression) ? 1 : 0;
    }

    CompletedForm completed;
    completed.identifier = QStringLiteral("urn:uuid:5e9f0a8e-8f4e-4c58-9a6d-0d4b5d1f0a01");
    completed.questionnaire = form->canonicalWithVersion();
    completed.patientId = QStringLiteral("p101");
    completed.authored = QDateTime(QDate(2026, 3, 2), QTime(10, 0), Qt::OffsetFromUTC, -5 * 3600);
    completed.answers = state.submitted();
    answered.response = fhir::writeQuestionnaireResponse(completed, *form);
    const Result<CompletedForm> read = fhir::readQuestionnaireResponse(answered.response, *form);
    answered.isReadBack = read && read->answers == completed.answers;
    return answered;
}

} // namespace handrail
