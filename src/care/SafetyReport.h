// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "core/Form.h"
#include "form/Safety.h"
#include "sync/Records.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace handrail {

/// A safety answer went to the clinic at once, before the rest of its form was answered (design clinical 3.3). It is a QuestionnaireResponse
/// of its own, first in the outbox, with safetyAnswers() alone: what else was said is still the person's to keep. The form itself goes on and is
/// sent when it is finished.
struct SafetyReport {
    QString identifier;        ///< of what was sent
    QDateTime answered;        ///< with the offset of the place where it was
    bool isFollowedUp = false; ///< "How are you now?" was asked once, and is not asked again

    bool operator==(const SafetyReport &) const = default;
};

/// Makes safetyAnswers() of these durable, first in the outbox, and remembers that it was so. `answered` with the offset of the place; invalid: now.
/// The same answers of the same time are one report, however often; any others are another, if need be of the next second.
/// Problems: those of the store; then nothing was kept, and it can be called again.
Result<SafetyReport> sendAhead(Records &records, const Clock &clock, const Form &form, const Answers &answers,
                               const QDateTime &answered = {});
/// What went ahead of these finished answers: said on a day of theirs, or up to 12 hours before them, and not of a form that was finished in
/// between. The clinic takes it in the same way for one filling-in. Empty when the store cannot be read.
[[nodiscard]] QList<CompletedForm> sentAheadOf(const Records &records, const CompletedForm &finished);
/// The newest answers to this form, or with an empty url to any but the word that a lesson is done, without what isSentAhead(). Looks further
/// back until there are enough.
[[nodiscard]] QList<SubmittedForm> finishedForms(const Records &records, const QString &questionnaireUrl, int limit);
/// The same of all forms but the daily check-in, however many of these came since.
[[nodiscard]] QList<SubmittedForm> finishedBesideCheckIns(const Records &records, int limit);
/// Records::submittedTo() in the same way.
[[nodiscard]] QList<SubmittedForm> finishedFormsTo(const Records &records, const QStringList &questionnaireUrls);

/// The newest one of this account, as far as this device knows.
[[nodiscard]] std::optional<SafetyReport> lastSafetyReport(const Store &store);
Result<void> setFollowedUp(Store &store);
/// What went ahead of an answering of this form (url) that was left at this time, UTC, and not finished: the newest. nullopt: none is known here.
/// `amended`: the identifier of the answers that it changes, which end no search; nor do those that staff filled in.
[[nodiscard]] std::optional<SafetyReport> reportBefore(const Records &records, const QString &formUrl, const QDateTime &leftAt,
                                                       const QString &amended = {});

} // namespace handrail
