// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Ids.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

// The forms that clinics commonly serve under our names (design clinical 2), by their canonicals without a version.
[[nodiscard]] inline QString phq2Url()
{
    return canonical(u"Questionnaire/phq-2-9");
} ///< grows into PHQ-9 by itself
[[nodiscard]] inline QString gad2Url()
{
    return canonical(u"Questionnaire/gad-2");
}
[[nodiscard]] inline QString phq9Url()
{
    return canonical(u"Questionnaire/phq-9");
}
[[nodiscard]] inline QString gad7Url()
{
    return canonical(u"Questionnaire/gad-7");
}

/// The form that says that a lesson, module or skill of a plan of care is done (design api row 4a). Nobody is asked it.
[[nodiscard]] inline QString moduleDoneUrl()
{
    return canonical(u"Questionnaire/module-done");
}

/// FHIR R4 Task.status, as far as the one who is to do it meets it. On hold and draft are Waiting: not yet to be done.
enum class TaskStatus { Waiting, Open, Completed, TakenBack };

/// Something that the clinic asked the patient to do: a FHIR Task (design api row 4).
struct CareTask {
    QString id;
    TaskStatus status = TaskStatus::Open;
    QString questionnaire;   ///< canonical of the form to answer, with its version where one is named; empty: it is no form
    QString questionnaireId; ///< id of that form's record, when the task names it by that alone; as it is written
    QString library;    ///< id of the lesson, module or skill to go through, the end of its Library's address; empty: it is none
    QString owner;      ///< who is to do it: "Patient/p1", or a type alone ("Practitioner"); empty: nobody that can be told
    QString by;         ///< who asks, as the clinic names them; may be empty
    QString sessionId;  ///< of the session that it is for; may be empty
    QString title;      ///< in the clinic's words; may be empty
    QDate from;         ///< not to be done before this day; invalid: at once
    QDate due;          ///< the last day on which it is expected; invalid: none
    QDateTime authored; ///< UTC; invalid when unknown
    bool isFormGuessed =
        false; ///< the address in `questionnaire` does not say that it is a form's: it is one when a form of it is here
};

/// A form that the plan of care asks for, for a clinic whose server has no Task (row 4a): CarePlan.activity.detail.
struct PlannedForm {
    QString questionnaire; ///< canonical, with its version where one is named
    QString title;         ///< in the clinic's words; may be empty
    QDate from;            ///< invalid: from the beginning
    QDate due;             ///< the last day; invalid: none
    int everyDays = 0;     ///< asked again each so many days; 0: once
    bool isCompleted = false;
    bool isFormGuessed = false; ///< as in CareTask
};

/// Each how many days this form (url) is asked for on that day: as often as what is neither done, over nor still to come says. 0: it does not come
/// back.
[[nodiscard]] inline int askedEvery(const QList<PlannedForm> &planned, const QString &url, const QDate &day)
{
    int every = 0;
    for (const PlannedForm &one : planned) {
        const bool isNow = !one.isCompleted && !(one.from.isValid() && one.from > day) && !(one.due.isValid() && one.due < day);
        if (isNow && one.everyDays > 0 && one.questionnaire.section(u'|', 0, 0) == url && (every == 0 || one.everyDays < every))
            every = one.everyDays;
    }
    return every;
}

/// A lesson, module or skill that the plan of care names, for the same clinics.
struct PlannedReading {
    QString library;          ///< as in CareTask
    QString title;            ///< in the clinic's words; may be empty
    QDate from;               ///< invalid: from the beginning
    QDate due;                ///< the last day; invalid: none
    bool isCompleted = false; ///< by the plan's own word, or the clinic was told (moduleDoneUrl())
    QString planId = {};      ///< of the CarePlan
    QString canonical = {};   ///< of the Library as the plan names it, without a version
};

} // namespace handrail
