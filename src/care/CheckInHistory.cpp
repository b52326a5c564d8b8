// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckInHistory.h"

#include "care/CheckIn.h"

namespace handrail {

QList<AnsweredDay> answeredDays(const Records &records, const QDate &before, int days)
{
    QList<AnsweredDay> history;
    const Result<QList<SubmittedForm>> all =
        records.submittedBetween({dailyCheckInUrl()}, before.addDays(-days), before.addDays(-1));
    for (const SubmittedForm &submitted : all.value_or(QList<SubmittedForm>())) { // a day can have more than one record
        const QDate day = submitted.form.authored.date();
        if (history.isEmpty() || history.constLast().day != day)
            history << AnsweredDay{day, {}};
        Answers answers = submitted.form.answers;
        answers.insert(history.constLast().answers); // over them what came later that day: the newest comes first
        history.last().answers = answers;
    }
    return history;
}

QDate screenEarlySince(const Form &form, const QList<AnsweredDay> &days, const CareConfiguration &configuration)
{
    QDate since;
    for (qsizetype i = 0; i < days.size(); ++i) {
        const AnsweredDay &day = days.at(i);
        if (since.isValid() && day.day.addDays(1) != since)
            break;
        if (evaluate({form, day.answers, day.day}, days.mid(i + 1), configuration).has(ActionKind::ScreenEarly))
            since = day.day;
        else if (since.isValid())
            break;
    }
    return since;
}

} // namespace handrail
