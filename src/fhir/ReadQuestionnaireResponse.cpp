// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "fhir/Names.h"
#include "fhir/QuestionnaireParts.h"
#include "fhir/Read.h"
#include "fhir/References.h"
#include "fhir/ShownText.h"

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
    QString linkId;
    QList<int> path;
};

/// Items with one linkId side by side are the copies of a group that repeats. Below an answer, the answer is what there are several of.
void openItems(const Node &list, const QList<int> &above, std::vector<Open> &open)
{
    QHash<QString, int> copies;
    for (const Node &item : list.items()) {
        const QString linkId = item["linkId"].code();
        open.push_back({item, linkId, above});
        open.back().path << copies[linkId]++;
    }
}

/// Of the whole response, each item that has a linkId. Whether these were all.
bool eachItem(const Node &root, const std::function<void(const QString &, const QList<int> &, const std::vector<Node> &)> &visit)
{
    // A list of our own instead of recursion; the order does not matter, since answers go by their keys.
    std::vector<Open> open;
    openItems(root["item"], {}, open);
    for (std::size_t i = 0; i < open.size() && i < maximumAnswers; ++i) {
        const Open item = open[i];
        const auto answers = item.node["answer"].items();
        if (!item.linkId.isEmpty())
            visit(item.linkId, item.path, answers);
        if (item.path.size() >= maximumLevels)
            continue;
        openItems(item.node["item"], item.path, open);
        for (std::size_t k = 0; k < answers.size() && open.size() < maximumAnswers; ++k) {
            const Node below = answers[k]["item"];
            if (!below.isValid())
                continue; // nearly always, and a path costs
            QList<int> path = item.path;
            path.last() = int(k);
            openItems(below, path, open);
        }
    }
    return open.size() < maximumAnswers;
}

/// What one answer says. What a server may add to it, or leave out of it, is not in it.
struct Said {
    QString type;      ///< value[x]
    QVariant value;    ///< of a Quantity a list, with its comparator; invalid for what has names alone
    QString system;    ///< of a code; empty when it is not written
    QStringList names; ///< by which it can be known, the surest first; those that are not written are empty
};

/// What a server has is what was sent. It may leave out the system, and what is less sure than what was sent; it may add words to a code, and
/// a code with its system to words.
bool isSame(const Said &there, const Said &ours)
{
    const bool isOfWords = ours.system.isEmpty() && ours.names.value(0).isEmpty();
    const bool isOtherSystem = !there.system.isEmpty() && there.system != ours.system && !isOfWords;
    if (there.type != ours.type || there.value != ours.value || isOtherSystem)
        return false;
    for (qsizetype i = 0; i < ours.names.size() && i < there.names.size(); ++i) {
        if (!ours.names.at(i).isEmpty())
            return there.names.at(i) == ours.names.at(i);
    }
    return there.names == ours.names; // a number without a unit
}

/// As it is read from a server, whichever line ends and invisible marks it keeps.
QString asRead(const Node &text)
{
    const QString whole = toQString(text.view());
    return shownText(whole, Lines::Many, whole.size() + 1);
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
        said.system = asRead(value["system"]);
        for (const std::string_view name : namesOf.value(said.type))
            said.names << asRead(value[name]);
        if (const auto number = value["value"].number())
            said.value = QVariantList{*number, asRead(value["comparator"])};
    } else if (const auto flag = value.boolean()) {
        said.value = *flag;
    } else if (const auto number = value.number()) {
        said.value = *number;
    } else {
        const QString text = asRead(value);
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

bool isSame(const QMap<QString, QList<Said>> &there, const QMap<QString, QList<Said>> &ours)
{
    const auto isEach = [](const QList<Said> &one, const QList<Said> &other) {
        const auto isOfCode = [](const Said &said) { return said.type == u"valueCoding"; };
        if (one.size() != other.size() || !std::any_of(other.cbegin(), other.cend(), isOfCode))
            return std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
                              [](const Said &a, const Said &b) { return isSame(a, b); });
        // In which order options were chosen says nothing.
        QList<Said> left = one;
        return std::all_of(other.cbegin(), other.cend(), [&left](const Said &said) {
            const auto found = std::find_if(left.cbegin(), left.cend(), [&said](const Said &each) { return isSame(each, said); });
            const bool isThere = found != left.cend();
            if (isThere)
                left.erase(found);
            return isThere;
        });
    };
    return there.keys() == ours.keys() && std::equal(there.cbegin(), there.cend(), ours.cbegin(), isEach);
}

Result<Json> responseIn(const QByteArray &json)
{
    return Json::parseResource(json, "QuestionnaireResponse", Json::IdRule::Optional);
}

/// What no other answers are called. Two systems may count from 1.
QString nameOf(const Node &root)
{
    const QString value = root["identifier"]["value"].code();
    const QString id = toQString(root["id"].view());
    if (value.isEmpty())
        return id.isEmpty() ? QString() : QString(u"QuestionnaireResponse/" % id);
    // A server may drop the system of a URN, which says itself what it is.
    const QString system = root["identifier"]["system"].code();
    return system == uriSystem || (system.isEmpty() && value.startsWith(u"urn:")) ? value : QString(system % u'|' % value);
}

/// A day without a time counts as that day; noon is far from both its ends.
void putAuthored(CompletedForm &completed, const QString &authored)
{
    completed.authored = readZonedInstant(authored);
    completed.isInUtc = authored.endsWith(u'Z');
    if (const QDate day = authored.size() == 10 ? readDate(authored) : QDate(); day.isValid()) {
        completed.authored = QDateTime(day, QTime(12, 0), Qt::UTC);
        completed.isDayOnly = true;
    }
}

/// Without its answers.
CompletedForm headOf(const Node &root)
{
    CompletedForm completed;
    completed.identifier = nameOf(root);
    completed.questionnaire = root["questionnaire"].code();
    if (const Target subject = targetOf(root["subject"]); subject.type == "Patient")
        completed.patientId = toQString(subject.id);
    putAuthored(completed, root["authored"].code());
    completed.amended = readZonedInstant(root.extension(names::amended)["valueDateTime"].code());
    const Target author = targetOf(root["author"]);
    completed.isAmendable = root["identifier"]["system"].code() == uriSystem && completed.authored.isValid() && !completed.isDayOnly
        && author.type == "Patient" && toQString(author.id) == completed.patientId;
    return completed;
}

/// Whatever its status is.
CompletedForm saidWith(const Node &root, const Form &form)
{
    CompletedForm completed = headOf(root);
    ItemsByLinkId items;
    collectItems(form.items, items);
    completed.isCut = !eachItem(root, [&](const QString &linkId, const QList<int> &path, const std::vector<Node> &answers) {
        if (const QVariant value = valueOf(answers, items.value(linkId)); value.isValid())
            completed.answers.insert(answerKey(linkId, path), value);
    });
    return completed;
}

tl::unexpected<Problem> unfinished()
{
    return problem(ProblemKind::NotFound, QStringLiteral("QuestionnaireResponse that is not finished"));
}

Result<CompletedForm> completedIn(const Node &root, const Form &form)
{
    if (!isFinished(root))
        return unfinished();
    return saidWith(root, form);
}

} // namespace

bool isFinished(const Node &response)
{
    const std::string_view status = response["status"].view();
    return status == "completed" || status == "amended";
}

Result<CompletedForm> readQuestionnaireResponse(const QByteArray &json, const Form &form)
{
    const Result<Json> response = responseIn(json);
    if (!response)
        return tl::make_unexpected(response.error());
    return completedIn(response->root(), form);
}

Result<CompletedForm> readResponseHead(const QByteArray &json)
{
    const Result<Json> response = responseIn(json);
    if (!response)
        return tl::make_unexpected(response.error());
    if (!isFinished(response->root()))
        return unfinished();
    return headOf(response->root());
}

Result<CompletedForm> readUnfinishedResponse(const QByteArray &json, const Form &form)
{
    const Result<Json> response = responseIn(json);
    if (!response)
        return tl::make_unexpected(response.error());
    const std::string_view status = response->root()["status"].view();
    if (status != "in-progress" && status != "stopped")
        return problem(ProblemKind::NotFound, QStringLiteral("QuestionnaireResponse that was not left unfinished"));
    return saidWith(response->root(), form);
}

Answered compareAnswers(const QByteArray &stored, const QByteArray &sent)
{
    const Result<Json> there = responseIn(stored);
    const Result<Json> ours = responseIn(sent);
    if (!there || !ours)
        return Answered::Later;
    const Result<CompletedForm> theirs = completedIn(there->root(), {});
    const Result<CompletedForm> said = completedIn(ours->root(), {});
    if (!theirs || !said)
        return Answered::Later;
    // What is read without the form keeps neither the system of a code nor the type of a value.
    if (isSame(saidIn(there->root()), saidIn(ours->root())))
        return Answered::Same;
    const bool isEarlier = theirs->saidAt().isValid() && said->saidAt().isValid() && theirs->saidAt() < said->saidAt();
    return isEarlier ? Answered::Earlier : Answered::Later;
}

} // namespace handrail::fhir
