// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Read.h"
#include "fhir/References.h"

#include <QHash>

namespace handrail::fhir {

namespace {

constexpr std::size_t maximumAnswers = 1000;

void collectControls(const QList<FormItem> &items, QHash<QString, Control> &controls)
{
    for (const FormItem &item : items) {
        controls.insert(item.linkId, item.control);
        collectControls(item.children, controls);
    }
}

/// A single answer as Answers keeps it (core/Form.h). Invalid for value types that no control of ours gives.
QVariant valueOf(const Node &answer)
{
    if (const Node coding = answer["valueCoding"]; coding.isObject()) {
        const QString code = coding["code"].code();
        return code.isEmpty() ? QVariant() : QVariant(code);
    }
    if (const Node text = answer["valueString"]; text.isValid())
        return text.lines();
    if (const auto flag = answer["valueBoolean"].boolean())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    for (const char *element : {"valueDecimal", "valueInteger"}) {
        if (const auto number = answer[element].number())
            return *number;
    }
    return {};
}

QVariant valueOf(const std::vector<Node> &list, std::optional<Control> control)
{
    QVariantList values;
    for (const Node &answer : list) {
        if (const QVariant value = valueOf(answer); value.isValid())
            values << value;
    }
    if (values.isEmpty())
        return {};
    if (values.size() == 1 && control != Control::Chips)
        return values.first();
    QStringList codes;
    for (const QVariant &value : std::as_const(values))
        codes << value.toString();
    return codes;
}

} // namespace

Result<CompletedForm> readQuestionnaireResponse(const QByteArray &json, const Form &form)
{
    const auto parsed = Json::parseResource(json, "QuestionnaireResponse", Json::IdRule::Optional);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    if (status != "completed" && status != "amended")
        return problem(ProblemKind::NotFound, QStringLiteral("QuestionnaireResponse that is not finished"));

    CompletedForm completed;
    completed.identifier = root["identifier"]["value"].code();
    completed.questionnaire = root["questionnaire"].code();
    if (const Target subject = targetOf(root["subject"]); subject.type == "Patient")
        completed.patientId = toQString(subject.id);
    completed.authored = readZonedInstant(root["authored"].code());

    QHash<QString, Control> controls;
    collectControls(form.items, controls);
    // A list of our own instead of recursion; the order does not matter, since answers go by linkId.
    std::vector<Node> open = root["item"].items();
    for (std::size_t i = 0; i < open.size() && i < maximumAnswers; ++i) {
        const QString linkId = open[i]["linkId"].code();
        const auto answers = open[i]["answer"].items();
        const auto control = controls.constFind(linkId);
        const QVariant value = valueOf(answers, control == controls.cend() ? std::nullopt : std::optional(*control));
        if (!linkId.isEmpty() && value.isValid())
            completed.answers.insert(linkId, value);
        std::vector<Node> below = open[i]["item"].items();
        for (const Node &answer : answers) {
            for (const Node &child : answer["item"].items())
                below.push_back(child);
        }
        open.insert(open.end(), below.begin(), below.end());
    }
    return completed;
}

Answered compareAnswers(const QByteArray &stored, const QByteArray &sent)
{
    const Result<CompletedForm> ours = readQuestionnaireResponse(sent);
    if (!ours)
        return Answered::Same; // of another type, which is never written twice under one identifier
    const Result<CompletedForm> theirs = readQuestionnaireResponse(stored);
    if (theirs && theirs->answers == ours->answers)
        return Answered::Same;
    const bool isEarlier = theirs && theirs->authored.isValid() && ours->authored.isValid() && theirs->authored < ours->authored;
    return isEarlier ? Answered::Earlier : Answered::Later;
}

} // namespace handrail::fhir
