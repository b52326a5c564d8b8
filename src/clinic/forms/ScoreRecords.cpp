// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/ScoreRecords.h"

#include "clinic/forms/DerivedRecord.h"
#include "fhir/Read.h"
#include "form/Score.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

QString itemText(const QList<FormItem> &items, const QString &linkId)
{
    for (const FormItem &item : items) {
        if (item.linkId == linkId)
            return item.asWritten.isEmpty() ? item.text : item.asWritten;
        if (const QString below = itemText(item.children, linkId); !below.isEmpty())
            return below;
    }
    return {};
}

QJsonObject codeOf(const ItemScore &score, const QString &words)
{
    QJsonArray codings;
    for (const Code &each : score.codes) {
        QJsonObject coding{{u"code"_s, each.code}};
        if (!each.system.isEmpty())
            coding.insert(u"system"_s, each.system);
        codings.append(coding);
    }
    QJsonObject code{{u"coding"_s, codings}};
    if (!words.isEmpty())
        code.insert(u"text"_s, words);
    return code;
}

} // namespace

QList<ScoreRecord> scoreRecords(const QJsonObject &response, const QByteArray &questionnaire)
{
    const auto form = fhir::readQuestionnaire(questionnaire);
    if (!form)
        return {};
    const auto answered = fhir::readQuestionnaireResponse(QJsonDocument(response).toJson(QJsonDocument::Compact), *form);
    const QString responseId = response.value("id"_L1).toString();
    QList<ScoreRecord> records;
    for (const ItemScore &each : scoresOf(*form, answered ? answered->answers : Answers())) {
        // Without a code nobody could say what the number is.
        if (each.codes.isEmpty())
            continue;
        ScoreRecord record{derivedId(responseId, u"score"_s, each.linkId), std::nullopt};
        if (answered && !answered->patientId.isEmpty() && each.score.isScored()) {
            QJsonObject made = derivedRecord(u"Observation"_s, record.id, u"score"_s);
            made.insert(u"identifier"_s, QJsonArray{made.value("identifier"_L1)});
            made.insert(u"status"_s, u"final"_s);
            made.insert(u"category"_s,
                        QJsonArray{codeable(u"http://terminology.hl7.org/CodeSystem/observation-category"_s, u"survey"_s)});
            made.insert(u"code"_s, codeOf(each, itemText(form->items, each.linkId)));
            made.insert(u"subject"_s, QJsonObject{{u"reference"_s, QString(u"Patient/" + answered->patientId)}});
            if (response.contains("authored"_L1))
                made.insert(u"effectiveDateTime"_s, response.value("authored"_L1));
            made.insert(u"valueQuantity"_s,
                        QJsonObject{{u"value"_s, each.score.value},
                                    {u"unit"_s, u"{score}"_s},
                                    {u"system"_s, u"http://unitsofmeasure.org"_s},
                                    {u"code"_s, u"{score}"_s}});
            made.insert(u"derivedFrom"_s,
                        QJsonArray{QJsonObject{{u"reference"_s, QString(u"QuestionnaireResponse/" + responseId)}}});
            record.observation = made;
        }
        records.append(record);
    }
    return records;
}

} // namespace handrail::clinic
