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

/// What one answer says. What a server may add to it, or leave out of it, is not in it.
struct Said {
    QString type;      ///< value[x]
    QVariant value;    ///< of a Quantity a list, with its comparator; invalid for what has names alone
    QString system;    ///< of a code; empty when it is not written
    QStringList names; ///< by which it can be known, the surest first; those that are not written are empty

    friend bool operator==(const Said &one, const Said &other)
    {
        const bool isOtherSystem = !one.system.isEmpty() && !other.system.isEmpty() && one.system != other.system;
        if (one.type != other.type || one.value != other.value || isOtherSystem)
            return false;
        for (qsizetype i = 0; i < one.names.size(); ++i) {
            if (!one.names.at(i).isEmpty() && !other.names.at(i).isEmpty())
                return one.names.at(i) == other.names.at(i);
        }
        return one.names == other.names; // nothing that both name: the same where there is nothing at all
    }
};

QString trimmedText(const Node &text)
{
    return toQString(text.view()).trimmed();
}

Said saidBy(std::string_view type, const Node &value)
{
    static const QHash<QString, std::vector<std::string_view>> namesOf{
        {QStringLiteral("valueCoding"), {"code", "display"}},
        {QStringLiteral("valueQuantity"), {"code", "unit"}},
        {QStringLiteral("valueReference"), {"reference", "display"}},
        {QStringLiteral("valueAttachment"), {"hash", "url", "data"}},
    };
    Said said{toQString(type), {}, {}, {}};
    if (value.isObject()) {
        said.system = trimmedText(value["system"]);
        for (const std::string_view name : namesOf.value(said.type))
            said.names << trimmedText(value[name]);
        if (const auto number = value["value"].number())
            said.value = QVariantList{*number, trimmedText(value["comparator"])};
    } else if (const auto flag = value.boolean()) {
        said.value = *flag;
    } else if (const auto number = value.number()) {
        said.value = *number;
    } else {
        const QString text = trimmedText(value);
        const QDateTime instant = type == "valueDateTime" ? readInstant(text) : QDateTime();
        said.value = instant.isValid() ? QVariant(instant) : QVariant(text); // a day alone is no instant
    }
    return said;
}

/// What a response says, item by item, to be compared without its form.
QMap<QString, QList<Said>> saidIn(const Node &root)
{
    QMap<QString, QList<Said>> said;
    eachItem(root, [&](const QString &linkId, const QList<int> &path, const std::vector<Node> &answers) {
        for (const Node &answer : answers) {
            if (!answer.isObject())
                continue;
            for (const auto field : simdjson::dom::object(answer.element())) {
                if (field.key.substr(0, 5) == "value")
                    said[answerKey(linkId, path)] << saidBy(field.key, Node(field.value));
            }
        }
    });
    return said;
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
    // What is read without the form keeps neither the system of a code nor the type of a value.
    const auto said = Json::parseResource(sent, "QuestionnaireResponse", Json::IdRule::Optional);
    const auto there = Json::parseResource(stored, "QuestionnaireResponse", Json::IdRule::Optional);
    if (theirs && said && there && saidIn(there->root()) == saidIn(said->root()))
        return Answered::Same;
    const bool isEarlier = theirs && theirs->saidAt().isValid() && ours->saidAt().isValid() && theirs->saidAt() < ours->saidAt();
    return isEarlier ? Answered::Earlier : Answered::Later;
}

} // namespace handrail::fhir
