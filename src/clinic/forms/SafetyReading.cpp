// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/SafetyReading.h"

#include "fhir/Read.h"
#include "form/Safety.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <utility>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

// What tells whether items ask about safety, of all that there are.
QList<FormItem> outlinesOf(const QJsonArray &items)
{
    QList<FormItem> outlines;
    for (const QJsonValue &item : items) {
        FormItem outline;
        const QString type = item["type"_L1].toString();
        outline.type = type == "group"_L1 ? ItemType::Group : type == "display"_L1 ? ItemType::Display : ItemType::Choice;
        outline.linkId = item["linkId"_L1].toString();
        outline.text = item["text"_L1].toString();
        for (const QJsonValue &code : item["code"_L1].toArray())
            outline.codes << Code{code["system"_L1].toString(), code["code"_L1].toString()};
        for (const QJsonValue &option : item["answerOption"_L1].toArray())
            outline.options << Option{{}, {}, option["valueCoding"_L1]["display"_L1].toString(option["valueString"_L1].toString())};
        const QJsonArray extensions = item["extension"_L1].toArray();
        outline.isHidden = std::any_of(extensions.begin(), extensions.end(), [](const QJsonValue &each) {
            return each["url"_L1].toString() == "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"_L1
                && each["valueBoolean"_L1].toBool();
        });
        outline.conditions.resize(item["enableWhen"_L1].toArray().size()); // that there are any
        outline.children = outlinesOf(item["item"_L1].toArray());
        outlines << outline;
    }
    return outlines;
}

// The questions about safety among these that are not in the form.
struct Beyond {
    QList<FormItem> outlines;
    QJsonArray items;
};

void collectBeyond(const QJsonArray &items, const QList<FormItem> &outlines, const QSet<QString> &asking, Beyond &beyond)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        QJsonObject item = items.at(i).toObject();
        FormItem outline = outlines.at(i);
        collectBeyond(item.take("item"_L1).toArray(), std::exchange(outline.children, {}), asking, beyond);
        const bool isQuestion = outline.type == ItemType::Choice && !outline.linkId.isEmpty();
        if (!isQuestion || asking.contains(outline.linkId) || !asksAboutSafety(outline))
            continue;
        beyond.items.append(item);
        beyond.outlines << outline;
    }
}

void collectAsking(const QList<FormItem> &items, QSet<QString> &linkIds)
{
    for (const FormItem &item : items) {
        if (asksAboutSafety(item))
            linkIds.insert(item.linkId);
        collectAsking(item.children, linkIds);
    }
}

QSet<QString> askingAboutSafety(const Form &form)
{
    QList<FormItem> items = form.items;
    listen(items);
    QSet<QString> linkIds;
    collectAsking(items, linkIds);
    return linkIds;
}

// All items of answers side by side, from the outermost on.
QList<QJsonObject> sideBySide(const QJsonObject &json)
{
    QList<QJsonArray> open{json.value("item"_L1).toArray()};
    QList<QJsonObject> items;
    for (qsizetype i = 0; i < open.size(); ++i) {
        const QJsonArray list = open.at(i);
        for (const QJsonValue &each : list) {
            QJsonObject item = each.toObject();
            open.append(item.take("item"_L1).toArray());
            QJsonArray answers;
            for (const QJsonValue &one : item.value("answer"_L1).toArray()) {
                QJsonObject answer = one.toObject();
                open.append(answer.take("item"_L1).toArray());
                answers.append(answer);
            }
            if (!answers.isEmpty())
                item.insert(u"answer"_s, answers);
            items << item;
        }
    }
    return items;
}

// The answers about safety alone, side by side.
QByteArray safetyAlone(const QByteArray &response, const QSet<QString> &asking)
{
    QJsonObject json = QJsonDocument::fromJson(response).object();
    QJsonArray found;
    for (const QJsonObject &item : sideBySide(json)) {
        FormItem named;
        named.linkId = item.value("linkId"_L1).toString();
        if (asking.contains(named.linkId) || isMarkedAboutSafety(named))
            found.append(item);
    }
    json.insert(u"item"_s, found);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QList<FormItem> safetyItemsBeyond(const QByteArray &questionnaire, const Form &form)
{
    if (form.droppedItems == 0)
        return {};
    QJsonObject json = QJsonDocument::fromJson(questionnaire).object();
    const QJsonArray items = json.value("item"_L1).toArray();
    QList<FormItem> outlines = outlinesOf(items);
    listen(outlines);
    Beyond beyond;
    collectBeyond(items, outlines, askingAboutSafety(form), beyond);
    if (beyond.outlines.isEmpty())
        return {};
    // They are a form of their own, so that their options are read as well.
    json.insert(u"item"_s, beyond.items);
    auto read = fhir::readQuestionnaire(QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (!read)
        return beyond.outlines;
    for (FormItem &item : read->items) { // by their headings, which are not there
        const auto outline = std::find_if(beyond.outlines.cbegin(), beyond.outlines.cend(),
                                          [&](const FormItem &one) { return one.linkId == item.linkId; });
        if (outline != beyond.outlines.cend())
            item.dangerIn = outline->dangerIn;
    }
    return read->items;
}

Result<Form> readForm(const QByteArray &questionnaire)
{
    Result<Form> form = fhir::readQuestionnaire(questionnaire);
    if (form) {
        listen(form->items);
        form->items += safetyItemsBeyond(questionnaire, *form);
    }
    return form;
}

std::optional<Saying> readSaying(const QByteArray &response, const Form &form)
{
    auto read = fhir::readQuestionnaireResponse(response, form);
    const bool isFinished = read.has_value();
    if (!isFinished)
        read = fhir::readUnfinishedResponse(response, form);
    if (!read)
        return std::nullopt;
    if (read->isCut) {
        const QByteArray alone = safetyAlone(response, askingAboutSafety(form));
        const auto safety = isFinished ? fhir::readQuestionnaireResponse(alone, form) : fhir::readUnfinishedResponse(alone, form);
        read->answers.insert(safety ? safety->answers : Answers());
    }
    return Saying{*read, isFinished};
}

} // namespace handrail::clinic
