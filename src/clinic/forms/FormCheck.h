// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Validator.h"
#include "core/Form.h"

#include <QJsonObject>
#include <QList>

namespace handrail::clinic {

/// What is wrong with a Questionnaire beyond its structure (FHIR R4 que-1 to que-12, design api 1.3): linkIds written twice, conditions on
/// nothing or in a circle, options where there can be none, the abstract type `question`. At most 20 issues.
[[nodiscard]] QList<Issue> checkForm(const QJsonObject &questionnaire);

/// What is wrong with finished answers to this form: a linkId that it does not have, a value of another type, an option that it does not
/// list, several answers where one is asked, a number beyond its limits, a text too long. What follows from the answers
/// together is checkFilling()'s. At most 20 issues.
[[nodiscard]] QList<Issue> checkAnswers(const QJsonObject &response, const QJsonObject &questionnaire);

/// The questions that are safety items by words alone (form/Safety.h): their own, those of a heading, or those of an answer, which alone counts
/// then and is named too, "linkId (text)". A guess, for a warning: the clinic knows what they ask.
[[nodiscard]] QStringList unmarkedSafetyItems(const Form &form);

/// The linkIds of groups, and of texts before a question, whose words are of safety and make no heading of it: what is asked there is none about
/// safety by them, and the form does not say itself which it is; for a warning.
[[nodiscard]] QStringList safetyWordsHeadingNothing(const Form &form);

/// The linkIds of questions about safety that nobody can answer in the app, since their options are listed elsewhere, or they are hidden,
/// read-only or calculated; for a warning. Answers from elsewhere raise alerts, but for what is calculated.
[[nodiscard]] QStringList safetyItemsNotAsked(const Form &form);

/// The options of safety items that weigh 0 or, where they have no weight, have the code 0 or N, as a no does, and say none: "linkId (text)". They
/// count as danger (form/Safety.h); for a warning.
[[nodiscard]] QStringList safetyOptionsMadeAsNo(const Form &form);

/// The linkIds of safety items of whose options none says no, in words or by its weight: each of them counts as danger (form/Safety.h); for a warning.
[[nodiscard]] QStringList safetyItemsWithoutNo(const Form &form);

/// The scores that add up items which are not where they look: "linkId (the item that is not there)". They never come to a total; for a warning.
[[nodiscard]] QStringList scoresWithoutTheirItems(const Form &form);

} // namespace handrail::clinic
