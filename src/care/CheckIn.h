// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "core/Form.h"
#include "sync/Records.h"

#include <QJsonObject>
#include <optional>

namespace handrail {

/// The canonical of the daily check-in.
[[nodiscard]] QString dailyCheckInUrl();
/// The clinic's form of the daily check-in; where it has none, the one that the app brings along. nullopt when it has no question.
[[nodiscard]] std::optional<Form> dailyCheckInForm(const Records &records);

/// The daily check-in: one question (or one small group) a screen, each skippable. Answers are kept as a sealed draft from the first
/// one on, and are durable in the outbox before finish() returns.
class CheckIn
{
public:
    /// `form` must have at least one item. Items that only people with a medicine are asked are left out for the others.
    CheckIn(Records &records, const Clock &clock, Form form);

    /// Takes up a draft that is younger than 12 hours and belongs to this form and version. False when there is none. The answers of another
    /// one are removed.
    bool resume();
    /// There was a draft that could not be taken up (too old, or another version), and nothing was answered since.
    [[nodiscard]] bool isOldDraftPutAside() const { return m_isOldDraftPutAside; }
    /// Instead of resume(): takes up a check-in that the clinic refused, to send it again for the same day and under the same
    /// identifier. False when there is none that is refused now.
    bool takeUp(const QString &identifier);
    [[nodiscard]] bool isSentAgain() const { return m_refused.has_value(); }

    /// The draft on the disk is as the answers here. False when the disk refused it: then they are here alone.
    [[nodiscard]] bool isDraftKept() const { return m_isDraftKept; }
    /// Nothing was changed here for so long that it is no answer to today any more.
    [[nodiscard]] bool isTooOld() const;

    [[nodiscard]] int stepCount() const { return int(m_pages.size()); }
    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] const FormItem &page() const { return m_pages.at(m_step); }
    [[nodiscard]] const Form &form() const { return m_form; }
    [[nodiscard]] const Answers &answers() const { return m_answers; }

    /// Keeps the answer, or takes it back with an invalid value. Values out of the item's range or not among its options are refused
    /// with false. Problems of the draft's store do not lose the answer: it stays in memory.
    bool setAnswer(const QString &linkId, const QVariant &value);
    bool next(); ///< false on the last page
    bool back(); ///< false on the first
    void skip(); ///< takes the page's answers back and goes on

    /// Makes the answers durable. On failure nothing is lost: the answers stay here and finish() can be called again.
    Result<CompletedForm> finish();

private:
    [[nodiscard]] QString draftName() const;
    void saveDraft();
    bool keepDraft(const QJsonObject &draft);
    void setFitting(const Answers &answers);

    Records &m_records;
    const Clock &m_clock;
    Form m_form;
    QList<FormItem> m_pages;
    std::optional<CompletedForm> m_refused; ///< what is sent again
    Answers m_answers;
    int m_step = 0;
    bool m_isOldDraftPutAside = false;
    bool m_isDraftKept = true;
    QDateTime m_changedAt; ///< UTC; invalid before the first change
};

/// "Yes" or "not sure" to the question about self-harm: Help is shown before anything else (design clinical 3.3).
[[nodiscard]] bool asksForHelp(const Answers &answers);

/// "I'd rather not say" to that question: it is said that help is here all the same (design clinical 3.2).
[[nodiscard]] bool isSafetyUnsaid(const Answers &answers);

/// Today's check-in of this patient, if there is one, by the device's local date.
[[nodiscard]] std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock);

} // namespace handrail
