// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

namespace handrail {

/// What a score came to. Only Scored has a value; a score that is not there is never 0.
struct Score {
    enum class Outcome {
        Scored,
        Unanswered,     ///< an item that counts was not answered, or has an answer without a number: no total
        NothingTouched, ///< no answer at all stands where the expression looks
        NotOurs         ///< outside the grammar, or a division by 0: the clinic's server scores
    };
    Outcome outcome = Outcome::NotOurs;
    double value = 0;

    [[nodiscard]] bool isScored() const { return outcome == Outcome::Scored; }
    friend bool operator==(const Score &a, const Score &b) { return a.outcome == b.outcome && a.value == b.value; }
};

/// sdc-questionnaire-calculatedExpression in the closed grammar of design api 1.3, without a FHIRPath engine:
///   sum    = term (("+" | "-") term)*
///   term   = factor (("*" | "/") factor)*
///   factor = number | "-" factor | "(" sum ")" | path
///   path   = "%resource" (".item" | ".descendants()") ".where(" "linkId" "=" 'id' ("or" "linkId" "=" 'id')* ")" ".answer.value"
///            [".extension('" ordinalValue or itemWeight "').value" | ".ordinal()" | ".weight()"] [".sum()"]
/// `.item` sees only the outermost items, as FHIRPath does.
class ScoreExpression
{
public:
    /// nullopt outside the grammar, and for more than 4000 characters or 32 brackets in each other.
    [[nodiscard]] static std::optional<ScoreExpression> parse(QStringView text);

    /// One path: what it looks at.
    struct Path {
        QStringList linkIds;
        bool isOutermostOnly = false; ///< .item
        bool isWeight = false;        ///< the weight of the chosen option, not the value itself
        bool isSum = false;
    };
    [[nodiscard]] const QList<Path> &paths() const { return m_paths; }

    /// What a path found in a form.
    struct Found {
        int occurrences = 0; ///< of its items in the form; one that the form does not have counts too, as not answered
        int answered = 0;    ///< of these
        int numbers = 0;     ///< of these, with something that can be added up
        double sum = 0;
    };
    /// `find` is asked with an index into paths().
    [[nodiscard]] Score evaluate(const std::function<Found(qsizetype)> &find) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
    QList<Path> m_paths;
};

/// A score of a form, and which item holds it.
struct ItemScore {
    QString linkId;
    QList<Code> codes; ///< such as LOINC 44261-6, the total of a PHQ-9
    Score score;
};

/// All scores of a form with these answers, in the form's order: the same for the app and for the clinic.
[[nodiscard]] QList<ItemScore> scoresOf(const Form &form, const Answers &answers);

} // namespace handrail
