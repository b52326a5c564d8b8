// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Names.h"
#include "fhir/QuestionnaireParts.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <QHash>
#include <algorithm>
#include <functional>

namespace handrail::fhir {

namespace {

constexpr std::size_t maximumAnswers = 5000;
constexpr qsizetype maximumLevels = 32;

using ItemsByLinkId = QHash<QString, const FormItem *>;

void collectItems(const QList<FormItem> &items, ItemsByLinkId &byLinkId)
{
    for (const FormItem &item : items) {
        byLinkId.insert(item.linkId, &item);
        collectItems(item.children, byLinkId);
    }
}

/// A coding without a code says what it displays: the option of these words, else the words themselves.
QVariant displayed(const Node &answer, const FormItem *item)
{
    const QString display = answer["valueCoding"]["display"].line();
    for (const Option &option : item ? item->options : QList<Option>()) {
        if (!display.isEmpty() && (option.text == display || option.asWritten == display))
            return option.code;
    }
    return display.isEmpty() ? QVariant() : QVariant(display);
}

QVariant valueOf(const std::vector<Node> &list, const FormItem *item)
{
    QVariantList values;
    for (const Node &answer : list) {
        const QVariant read = readValue(answer, "value", item);
        if (const QVariant value = read.isValid() ? read : displayed(answer, item); value.isValid())
            values << value;
    }
    if (values.isEmpty())
        return {};
    const bool isList = item ? holdsList(*item) : values.size() > 1;
    if (!isList && values.size() == 1)
        return values.constFirst();
    const bool isOfCodes = !item || item->control == Control::Chips || item->control == Control::OpenChoice;
    const bool isOfQuantities =
        std::any_of(values.cbegin(), values.cend(), [](const QVariant &value) { return quantityIn(value); });
    if (!isOfCodes || isOfQuantities)
        return values;
    QStringList codes;
    for (const QVariant &value : std::as_const(values))
        codes << value.toString();
    return codes;
}

/// An item of the response and which one it is of those with its linkId, on each level (answerKey).
struct Open {
    Node node;
    QList<int> path;
};

/// Items with one linkId side by side are the copies of a group that repeats. Below an answer, the answer is what there are several of.
void openItems(const Node &list, const QList<int> &above, std::vector<Open> &open)
{
    QHash<QString, int> copies;
    for (const Node &item : list.items())
        open.push_back({item, above + QList<int>{copies[item["linkId"].code()]++}});
}

/// Of the whole response, each item that has a linkId.
void eachItem(const Node &root, const std::function<void(const QString &, const QList<int> &, const std::vector<Node> &)> &visit)
{
    // A list of our own instead of recursion; the order does not matter, since answers go by their keys.
    std::vector<Open> open;
    openItems(root["item"], {}, open);
    for (std::size_t i = 0; i < open.size() && i < maximumAnswers; ++i) {
        const Open item = open[i];
        const QString linkId = item.node["linkId"].code();
        const auto answers = item.node["answer"].items();
        if (!linkId.isEmpty())
            visit(linkId, item.path, answers);
        if (item.path.size() >= maximumLevels)
            continue;
        openItems(item.node["item"], item.path, open);
        for (std::size_t k = 0; k < answers.size() && open.size() < maximumAnswers; ++k) {
            QList<int> path = item.path;
            path.last() = int(k);
            openItems(answers[k]["item"], path, open);
        }
    }
}

/// A value as it is written, without what is only shown with it or added by a server. Of what has a code, the words are only shown.
QVariant writtenValue(const Node &value)
{
    if (!value.isObject()) {
        if (const auto flag = value.boolean())
            return *flag;
        if (const auto number = value.number())
            return *number;
        return toQString(value.view()).trimmed();
    }
    const bool isCoded = value["code"].isValid();
    QVariantMap members;
    for (const auto field : simdjson::dom::object(value.element())) {
        const bool isWords = field.key == "display" || field.key == "text" || field.key == "unit";
        if (field.key != "id" && field.key != "extension" && field.key.substr(0, 1) != "_" && !(isCoded && isWords))
            members.insert(toQString(field.key), writtenValue(Node(field.value)));
    }
    return members;
}

/// What was said, to be compared without the form: as numbers, codes and their systems, in the order in which it is written.
QMap<QString, QVariantList> writtenAnswers(const Node &root)
{
    QMap<QString, QVariantList> written;
    eachItem(root, [&](const QString &linkId, const QList<int> &path, const std::vector<Node> &answers) {
        for (const Node &answer : answers) {
            if (!answer.isObject())
                continue;
            for (const auto field : simdjson::dom::object(answer.element())) {
                if (field.key.substr(0, 5) == "value")
                    written[answerKey(linkId, path)] << QVariantList{toQString(field.key), writtenValue(Node(field.value))};
            }
        }
    });
    return written;
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
    completed.amended = readZonedInstant(root.extension(names::amended)["valueDateTime"].code());

    ItemsByLinkId items;
    collectItems(form.items, items);
    eachItem(root, [&](const QString &linkId, const QList<int> &path, const std::vector<Node> &answers) {
        if (const QVariant value = valueOf(answers, items.value(linkId)); value.isValid())
            completed.answers.insert(answerKey(linkId, path), value);
    });
    return completed;
}

Answered compareAnswers(const QByteArray &stored, const QByteArray &sent)
{
    const Result<CompletedForm> ours = readQuestionnaireResponse(sent);
    if (!ours)
        return Answered::Same; // of another type, which is never written twice under one identifier
    const Result<CompletedForm> theirs = readQuestionnaireResponse(stored);
    // As they are written: what is read without the form keeps neither the system of a code nor the type of a value.
    const auto said = Json::parseResource(sent, "QuestionnaireResponse", Json::IdRule::Optional);
    const auto there = Json::parseResource(stored, "QuestionnaireResponse", Json::IdRule::Optional);
    if (theirs && said && there && writtenAnswers(there->root()) == writtenAnswers(said->root()))
        return Answered::Same;
    const bool isEarlier = theirs && theirs->saidAt().isValid() && ours->saidAt().isValid() && theirs->saidAt() < ours->saidAt();
    return isEarlier ? Answered::Earlier : Answered::Later;
}

} // namespace handrail::fhir
