// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QDateTime>
#include <QMap>

namespace handrail {

/// What an answer says about the person's safety (design clinical 2 and 3.2), by the item alone: never by a total.
enum class SafetyAnswer {
    None,     ///< no safety item, not answered, or an answer that says no
    Unsaid,   ///< the person would rather not say
    Positive, ///< thoughts of hurting oneself or of dying, or not sure of it
};

/// An item about hurting oneself that says so: item 9 of the PHQ-9 (LOINC 44260-8), the items of the C-SSRS screener, the one of our own daily
/// check-in (linkId "safety"), and whatever item a clinic marks with the code "safety" of HR/CodeSystem/question (Questionnaire.item.code).
[[nodiscard]] bool isMarkedAboutSafety(const FormItem &item);
/// Its words, or those of one of its answers, are of hurting oneself or of dying, in English or Spanish (form/SafetyWords). A guess; the code
/// "not-safety" of the same system says that it is none. Of an item that was listened to its heading too.
[[nodiscard]] bool soundsLikeSafety(const FormItem &item);
/// One or the other: HL7's own PHQ-9 marks no item. Whether or not it can be answered here.
[[nodiscard]] bool asksAboutSafety(const FormItem &item);
/// A group, or a text, that is marked or asks about it by its words: what is asked in the group, or after the text, is asked about safety, unless
/// it, or a group around it, is "not-safety". After a question below it a text heads what follows up to the next text, and one that does not lead
/// on with "?" or ":" up to the next group, too.
[[nodiscard]] bool isSafetyHeading(const FormItem &item);
/// Looks once through all words of a form. From then on each of its items knows its heading; the functions below that take a Form know it anyway.
void listen(QList<FormItem> &items);
/// Such an item that a person can answer here (isAnswerable).
[[nodiscard]] bool isSafetyItem(const FormItem &item);
/// The linkIds of the safety items of a form, in its order.
[[nodiscard]] QStringList safetyItems(const Form &form);
/// For every value that Answers can hold. An answer to a safety item that cannot be read as "no" counts as Positive. A no is what says "No",
/// "Not at all", "Never", "None" or "None of these", in English or Spanish, in own words too, or has their LOINC code, whatever it weighs; of
/// options one that says "I have no thoughts of suicide", too, and one of the bare code 0 or N without words that weighs no more than 0; else the
/// option that weighs 0, where it says no yes and no other option says no.
/// Where a question, a heading or what it is part of asks how long ago it was, 0 is today, and neither "0 days" nor a weight of 0 is a no.
/// Where the words of an answer alone make it a safety item, the options that say so count, and nothing else.
[[nodiscard]] SafetyAnswer safetyOf(const FormItem &item, const QVariant &value);
/// The gravest of all answers.
[[nodiscard]] SafetyAnswer safetyOf(const Form &form, const Answers &answers);

/// Of these answers those to safety items, and those by which it is asked at all: what goes to the clinic ahead of the form, and nothing else of it.
[[nodiscard]] Answers safetyAnswers(const Form &form, const Answers &answers);

/// How grave each positive safety answer is, by its key; to be compared within one key alone. The weight of the option that was chosen, or the
/// number that was said; else 2, and 1 for "not sure". Answers that are not positive are not in it.
[[nodiscard]] QMap<QString, double> gravityOf(const Form &form, const Answers &answers);

/// A yes in words or as a code, in English or Spanish, whatever comes after it.
[[nodiscard]] bool saysYes(const Option &option);

/// What was drunk or used, by the daily check-in (linkId "use", design clinical 3.2): an answer that says neither "no" nor "rather not say", in
/// whatever code or type a clinic asks it. Without its item in the form the answer alone counts.
[[nodiscard]] bool isUseSaid(const Form &form, const Answers &answers);

/// The identifier of a safety answer that goes to the clinic ahead of its form (design clinical 3.3), by the second in which it was said: one
/// for each saying, whichever device or store it comes from, and the same one whenever that saying is sent again. It says what it is to
/// whoever knows the rest: the clinic tells by it that the form which follows says nothing new. `formUrl` without its version.
[[nodiscard]] QString reportIdentifier(const QString &patientId, const QString &formUrl, const QDateTime &said);
/// These answers went ahead of a form: they are not the form itself. By the time that they name; with another time they are something else.
[[nodiscard]] bool isSentAhead(const CompletedForm &completed);

} // namespace handrail
