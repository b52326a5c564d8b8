// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/FillingCheck.h"

#include "fhir/ShownText.h"
#include "form/Dependencies.h"
#include "form/FormState.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>
#include <optional>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostIssues = 20;
constexpr qsizetype longestAddress = 2048; // bytes; a longer one is not read

// The item and those around it, as an expression that finds them in the answers: "....item.where(linkId='a').item.where(linkId='b')".
QString placeOf(const FormState &state, int index)
{
    const FormEntry &entry = state.entries()[std::size_t(index)];
    QString around = u"QuestionnaireResponse"_s;
    if (entry.parent >= 0) {
        const bool isQuestion = state.entries()[std::size_t(entry.parent)].item->type != ItemType::Group;
        around = placeOf(state, entry.parent) + (isQuestion ? u".answer"_s : QString());
    }
    QString linkId = entry.item->linkId;
    linkId.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return around + u".item.where(linkId='"_s + linkId + u"')"_s;
}

// Texts are cleaned when they are read, and the app judged them as they were written.
bool isReadAsWritten(const QJsonArray &items)
{
    return std::all_of(items.begin(), items.end(), [](const QJsonValue &item) {
        const QJsonArray answers = item["answer"_L1].toArray();
        return isReadAsWritten(item["item"_L1].toArray())
            && std::all_of(answers.begin(), answers.end(), [](const QJsonValue &answer) {
                   const QString text = answer["valueString"_L1].toString();
                   return fhir::shownText(text, fhir::Lines::Many, fhir::maximumSaid) == text
                       && answer["valueUri"_L1].toString().toUtf8().size() <= longestAddress
                       && isReadAsWritten(answer["item"_L1].toArray());
               });
    });
}

// Of which items it follows from finished answers alone whether they are asked: here as there, where also empty copies of groups are known.
class Sureness
{
public:
    explicit Sureness(const Form &form)
    {
        collect(form.items, -1, {});
        Dependencies dependencies(int(m_places.size()));
        QList<QList<int>> sources;
        for (int i = 0; i < int(m_places.size()); ++i) {
            sources.append(sourcesOf(i));
            for (const int source : std::as_const(sources.last()))
                dependencies.add(i, source);
        }
        dependencies.settle();
        m_isSure.assign(std::size_t(m_places.size()), false);
        for (const std::vector<int> &ring : dependencies.rings()) {
            const int i = ring.front();
            const QList<int> &from = sources.at(i);
            m_isSure[std::size_t(i)] = ring.size() == 1 && isSureByItself(i)
                && std::all_of(from.begin(), from.end(), [&](int source) { return m_isSure[std::size_t(source)]; });
        }
    }

    [[nodiscard]] bool of(const FormItem &item) const { return m_isSure[std::size_t(m_byLinkId.value(item.linkId))]; }

private:
    struct Place {
        const FormItem *item;
        int parent;
        QList<int> copied; ///< the groups around it of which there can be several
    };

    void collect(const QList<FormItem> &items, int parent, const QList<int> &copied)
    {
        for (const FormItem &item : items) {
            const int index = int(m_places.size());
            m_places.append({&item, parent, copied});
            m_byLinkId.insert(item.linkId, index);
            const bool isCopied = item.type == ItemType::Group && item.repeats;
            collect(item.children, index, isCopied ? copied + QList<int>{index} : copied);
        }
    }

    [[nodiscard]] QList<int> sourcesOf(int index) const
    {
        const Place &place = m_places.at(index);
        QStringList linkIds;
        for (const Condition &condition : place.item->conditions)
            linkIds.append(condition.linkId);
        if (const auto score = ScoreExpression::parse(place.item->scoreExpression)) {
            for (const ScoreExpression::Path &path : score->paths())
                linkIds.append(path.linkIds);
        }
        QList<int> sources;
        if (place.parent >= 0)
            sources.append(place.parent);
        for (const QString &linkId : std::as_const(linkIds)) {
            if (const int source = m_byLinkId.value(linkId, index); source != index)
                sources.append(source);
        }
        return sources;
    }

    [[nodiscard]] bool isSureByItself(int index) const
    {
        const Place &place = m_places.at(index);
        const FormItem &item = *place.item;
        const bool isOpen = item.needsMoreThanWeCanDo || item.isResultAsked || item.isMedicineOnly
            || std::any_of(item.conditions.cbegin(), item.conditions.cend(),
                           [](const Condition &condition) { return condition.relation == Operator::Always; });
        const QList<int> sources = sourcesOf(index);
        return !isOpen && std::all_of(sources.begin(), sources.end(), [&](int source) {
            const QList<int> &copied = m_places.at(source).copied;
            return std::all_of(copied.begin(), copied.end(), [&](int group) { return place.copied.contains(group); });
        });
    }

    QList<Place> m_places;
    QHash<QString, int> m_byLinkId;
    std::vector<bool> m_isSure;
};

struct Wrong {
    const char *code;
    const char *text;
};

// nullopt: nothing, or what checkAnswers() says.
std::optional<Wrong> wrongBy(Validity validity)
{
    switch (validity) {
    case Validity::Missing: return Wrong{"required", "The form requires an answer here"};
    case Validity::TooSmall: return Wrong{"value", "Less than the item allows"};
    case Validity::TooLarge: return Wrong{"value", "More than the item allows"};
    case Validity::NotWhole:
    case Validity::TooManyDecimals: return Wrong{"value", "More decimals than the item allows"};
    case Validity::Unreadable: return Wrong{"value", "No such date, time or address"};
    case Validity::NotAsAsked: return Wrong{"value", "Not written as the item asks for it"};
    case Validity::TooFew: return Wrong{"structure", "Fewer answers than the item asks for"};
    case Validity::TooMany: return Wrong{"structure", "More answers than the item allows"};
    case Validity::NotAlone: return Wrong{"business-rule", "An option that stands alone is beside others"};
    case Validity::Fine:
    case Validity::TooLong:
    case Validity::NotOffered:
    case Validity::WrongType: break;
    }
    return std::nullopt;
}

} // namespace

QList<Issue> checkFilling(const QJsonObject &response, const Form &form, const Answers &answers)
{
    if (form.droppedItems > 0 || !isReadAsWritten(response.value("item"_L1).toArray()))
        return {};
    QList<Issue> issues;
    FormState state(form);
    (void)state.takeUp(answers);
    const Sureness sureness(state.form());
    for (int i = 0; i < int(state.entries().size()) && issues.size() < mostIssues; ++i) {
        const FormEntry &entry = state.entries()[std::size_t(i)];
        const Validity validity = entry.isAsked() ? state.validity(i) : Validity::Fine;
        std::optional<Wrong> wrong = wrongBy(validity);
        if (entry.visibility == Visibility::Disabled && entry.value.isValid() && isAnswerable(*entry.item))
            wrong = Wrong{"business-rule", "The form does not ask this after the other answers"};
        const bool isOfItself = validity != Validity::Fine && validity != Validity::Missing;
        if (wrong && (isOfItself || sureness.of(*entry.item)))
            issues.append({wrong->code, placeOf(state, i), wrong->text});
    }
    return issues;
}

} // namespace handrail::clinic
