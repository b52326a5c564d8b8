// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "fhir/Json.h"

#include <QSet>

namespace handrail::fhir {

/// What one reading of a Questionnaire keeps in mind.
struct FormReading {
    Node root;
    QString language; ///< of the texts, where the form has them
    QSet<QString> linkIds;
    int count = 0;
    int dropped = 0;
    int listed = 0;   ///< entries of contained lists that were looked at
    int unlisted = 0; ///< items that have more options than could be listed
    int unjudged = 0; ///< conditions and expressions that are not run here
    bool hasAbstractItem = false;
};

/// answerOption, or the contained ValueSet of answerValueSet (`#id`): what it was expanded to, on whatever level, else what it lists. Others,
/// and what is included by a filter, cannot be known offline. Weights are R4's ordinalValue or R5's itemWeight.
void readOptions(FormReading &reading, const Node &node, FormItem &item);
/// questionnaire-unit and questionnaire-unitOption.
void readUnits(const Node &node, FormItem &item);
/// initial, or the options that are initialSelected.
void readInitial(const Node &node, FormItem &item);
/// enableWhen and enableBehavior. What cannot be judged becomes Operator::Always.
void readConditions(FormReading &reading, const Node &node, FormItem &item);

/// One value[x] of an answer as Answers holds it (core/Form.h); `prefix` is "value" or "answer". The item gives its options and units.
/// Invalid for value types that no control of ours gives.
[[nodiscard]] QVariant readValue(const Node &node, const char *prefix, const FormItem *item);
/// Chips hold a list in any case, others where the item repeats.
[[nodiscard]] bool holdsList(const FormItem &item);

/// Of a QuestionnaireResponse: what it says is answered, and not still being answered, or taken back.
[[nodiscard]] bool isFinished(const Node &response);

/// valueInteger or valueDecimal.
[[nodiscard]] std::optional<double> numberIn(const Node &extension);
/// All extensions with this url.
[[nodiscard]] std::vector<Node> extensionsOf(const Node &node, std::string_view url);

} // namespace handrail::fhir
