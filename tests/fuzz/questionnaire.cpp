// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A clinic's own form: what the app makes of it can be answered, and the answers read back as they were given.

#include "Answerer.h"
#include "Fuzz.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonDocument>
#include <QSet>
#include <cmath>

namespace handrail::fuzz {

namespace {

struct Check {
    QSet<QString> linkIds;
    int count = 0;

    void items(const QList<FormItem> &list, int level)
    {
        require(level <= 16, "no form is deeper than 16 levels");
        for (const FormItem &item : list)
            one(item, level);
    }

    void one(const FormItem &item, int level)
    {
        require(++count <= 2000, "no form is longer than 2000 items");
        require(!item.linkId.isEmpty() && !linkIds.contains(item.linkId), "each item has a name of its own");
        linkIds.insert(item.linkId);
        for (const QString &text : {item.text, item.help, item.lowerLabel, item.upperLabel, item.prefix, item.placeholder})
            requireShown(text);
        QSet<QString> codes;
        for (const Option &option : item.options) {
            requireShown(option.text);
            require(!option.code.isEmpty() && !codes.contains(option.code), "each option has a code of its own");
            require(!option.hasWeight || std::isfinite(option.weight), "a weight can be added up");
            codes.insert(option.code);
        }
        require(item.children.isEmpty() || item.type != ItemType::Display, "words hold nothing");
        require(!item.hasMinimum || !item.hasMaximum || item.minimum <= item.maximum, "limits can be kept");
        control(item);
        items(item.children, level + 1);
    }

    static void control(const FormItem &item)
    {
        switch (item.control) {
        case Control::Slider:
        case Control::Stepper:
            require(std::isfinite(item.minimum) && item.maximum > item.minimum && item.step > 0
                        && (item.maximum - item.minimum) / item.step <= 1000,
                    "a scale can be walked");
            break;
        case Control::Faces:
        case Control::Choice:
        case Control::Scale:
        case Control::YesNo:
        case Control::Chips: require(!item.options.isEmpty(), "a choice has options"); break;
        default: break;
        }
    }
};

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray json = input.rest();
    if (const auto other = fhir::readQuestionnaireResponse(json))
        require(other->answers.size() <= 5000, "no more answers than the app takes");
    const auto form = fhir::readQuestionnaire(json);
    if (!form)
        return;
    requireShown(form->title);
    Check check;
    check.items(form->items, 1);

    CompletedForm completed;
    completed.identifier = QStringLiteral("urn:uuid:5e9f0a8e-8f4e-4c58-9a6d-0d4b5d1f0a01");
    completed.questionnaire = form->canonicalWithVersion();
    completed.patientId = QStringLiteral("p101");
    completed.authored = QDateTime(QDate(2026, 3, 2), QTime(10, 0), Qt::OffsetFromUTC, -5 * 3600);
    FormState state(*form);
    answerAll(state);
    completed.answers = state.submitted();
    for (int i = 0; i < int(state.entries().size()); ++i) { // what does not fit is not sent
        if (state.validity(i) != Validity::Fine)
            completed.answers.remove(state.entries()[std::size_t(i)].key);
    }
    const QByteArray written = fhir::writeQuestionnaireResponse(completed, *form);
    require(QJsonDocument::fromJson(written).isObject(), "what is written is JSON");
    const auto read = fhir::readQuestionnaireResponse(written, *form);
    require(read.has_value(), "what is written can be read");
    require(read->identifier == completed.identifier && read->patientId == completed.patientId
                && read->authored == completed.authored,
            "whose and when stays");
    require(read->answers == completed.answers, "each answer stays as it was given");
}

} // namespace handrail::fuzz
