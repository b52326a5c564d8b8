// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QList>
#include <QString>

namespace handrail::clinic {

/// How soon staff should look (design clinical 3.2). Urgent comes from safety items alone (3.5, H22).
enum class AlertLevel { Urgent, Review, Info };

/// One thing in a response that staff should look at.
struct Alert {
    AlertLevel level = AlertLevel::Info;
    QString reason; ///< a code of HR/CodeSystem/flag: safety, safety-unsaid, use, medicine, sleep

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// These answers are to our daily check-in, by the form that was found for them or by its name.
[[nodiscard]] bool isCheckIn(const Form &form, const CompletedForm &answered);

/// What staff are told of these answers:
///   urgent  an answer to a safety item that is not "no" (form/Safety.h), also where the form's conditions leave the item out, but no total, and
///           not what a read-only item says by itself; and whatever was sent ahead of its form (isSentAhead), also when its items say nothing
///           here
///   review  used, in our daily check-in; medicine not taken, for the second time running (not again for the third)
///   info    would rather not say, to a safety item; less than 5 hours of sleep on 3 of 7 days, at the third such day
/// `form` is without items when the clinic does not have it; then items are known by their linkId. `earlier` are finished check-ins of the
/// same patient with the same form from the 14 days before, in any order.
[[nodiscard]] QList<Alert> alertsOf(const Form &form, const CompletedForm &answered, const QList<CompletedForm> &earlier);

/// Whether `before` says the same as this alert of `now`, two answers to the same form by the same person: whoever was told of the one knows
/// of the other. A safety answer says the same when each positive one of `now` is in `before`, the same or one of more weight. Of what went
/// ahead and is not known here, each answer has to be; where it went without one that could be sent, the form behind it says the same.
[[nodiscard]] bool isSaidBy(const CompletedForm &before, const Alert &alert, const Form &form, const CompletedForm &now);

/// "urgent", "review", "info".
[[nodiscard]] QString nameOf(AlertLevel level);
/// What a reason means, for staff.
[[nodiscard]] QString wordsFor(const QString &reason);

} // namespace handrail::clinic
