// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicPlan.h"

#include "clinic/sample/SampleClinicJson.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

namespace {

void addTime(QJsonObject &request)
{
    const QString name = request["medicationCodeableConcept"_L1]["text"_L1].toString();
    const QString when = name == u"Buprenorphine" ? u"EVE"_s : u"MORN"_s;
    const QJsonObject repeat =
        object({{"frequency"_L1, 1}, {"period"_L1, 1}, {"periodUnit"_L1, u"d"_s}, {"when"_L1, list({when})}});
    request.insert("dosageInstruction"_L1, list({object({{"timing"_L1, object({{"repeat"_L1, repeat}})}})}));
}

QJsonObject reviewedOn(const QDate &day)
{
    return object({{"url"_L1, canonical(u"StructureDefinition/review-date")}, {"valueDate"_L1, day.toString(Qt::ISODate)}});
}

QJsonObject step(const QString &words, const QString &goal, bool isDone, const QJsonObject &helper)
{
    QJsonObject detail = object({{"status"_L1, isDone ? u"completed"_s : u"not-started"_s},
                                 {"goal"_L1, list({reference("Goal"_L1, goal)})},
                                 {"performer"_L1, list({helper})}});
    say(detail, "description"_L1, words);
    return object({{"detail"_L1, detail}});
}

/// Who made it, when it is looked at again, and the steps towards the goals.
void addSteps(QJsonObject &plan, const SamplePatient &patient, const QDate &review)
{
    const SampleStaff counselor = sampleStaff().at(patient.group);
    const QJsonObject helper = reference("Practitioner"_L1, counselor.id, counselor.shown);
    plan.insert("author"_L1, helper);
    plan.insert("extension"_L1, list({reviewedOn(review)}));
    QJsonArray activities = plan["activity"_L1].toArray();
    const QString goal = u'g' + patient.id.mid(1);
    if (patient.index == 0) {
        activities << step(u"Phone stays in the kitchen"_s, goal + u"-1", true, helper)
                   << step(u"Tea, no coffee after noon"_s, goal + u"-1", false, helper)
                   << step(u"Call her on Wednesdays"_s, goal + u"-2", true, helper)
                   << step(u"Come to the family session"_s, goal + u"-2", true, helper)
                   << step(u"Plan Friday with James"_s, goal + u"-3", false, helper);
    } else {
        activities << step(u"Pick one small thing for this week"_s, goal + u"-1", false, helper);
    }
    plan.insert("activity"_L1, activities);
}

} // namespace

void addPlan(QList<QJsonObject> &records, const SamplePatient &patient, const SampleClinicCalendar &calendar)
{
    const QDate review = calendar.day(8, Qt::Thursday);
    for (QJsonObject &record : records) {
        const QString type = record["resourceType"_L1].toString();
        if (type == u"MedicationRequest")
            addTime(record);
        else if (type == u"CarePlan")
            addSteps(record, patient, review);
        else if (type == u"Goal")
            record.insert("extension"_L1, list({reviewedOn(review)}));
    }
}

} // namespace handrail::clinic
