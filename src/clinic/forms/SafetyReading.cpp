// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/SafetyReading.h"

#include "fhir/Read.h"
#include "form/Safety.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

// What tells whether an item asks about safety.
FormItem outlineOf(const QJsonObject &item)
{
    FormItem outline;
    outline.linkId = item.value("linkId"_L1).toString();
    outline.text = item.value("text"_L1).toString();
    for (const QJsonValue &code : item.value("code"_L1).toArray())
        outline.codes << Code{code["system"_L1].toString(), code["code"_L1].toString()};
    return outline;
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
    QSet<QString> linkIds;
    collectAsking(form.items, linkIds);
    return linkIds;
}

// All items of a form, or of answers, side by side, from the outermost on.
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
    const QSet<QString> asking = askingAboutSafety(form);
    QJsonObject json = QJsonDocument::fromJson(questionnaire).object();
    QList<FormItem> outlines;
    QJsonArray beyond;
    for (const QJsonObject &item : sideBySide(json)) {
        const QString type = item.value("type"_L1).toString();
        const FormItem outline = outlineOf(item);
        if (type == "group"_L1 || type == "display"_L1 || outline.linkId.isEmpty() || asking.contains(outline.linkId)
            || !asksAboutSafety(outline))
            continue;
        outlines << outline;
        beyond.append(item);
    }
    if (outlines.isEmpty())
        return {};
    // They are a form of their own, so that their options are read as well.
    json.insert(u"item"_s, beyond);
    const auto read = fhir::readQuestionnaire(QJsonDocument(json).toJson(QJsonDocument::Compact));
    return read ? read->items : outlines;
}

Result<Form> readForm(const QByteArray &questionnaire)
{
    Result<Form> form = fhir::readQuestionnaire(questionnaire);
    if (form)
        form->items += safetyItemsBeyond(questionnaire, *form);
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
