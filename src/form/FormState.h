// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "form/Score.h"

#include <QHash>
#include <memory>
#include <vector>

namespace handrail {

/// Whether a question is asked now.
enum class Visibility {
    Shown,
    Hidden, ///< questionnaire-hidden, or inside such a group: judged and submitted like the others, never drawn
    Disabled ///< enableWhen says no, here or further out: not drawn and not submitted. Its answer stays here, in case it is asked again
};

/// How an answer stands to what its item allows. Drafts may break it; what is sent may not.
enum class Validity {
    Fine,
    Missing,         ///< required, and not answered
    TooSmall,        ///< number; a date or time before FormItem::earliest; a quantity below FormItem::leastQuantity
    TooLarge,        ///< number; a date or time after FormItem::latest; a quantity above FormItem::mostQuantity
    NotWhole,        ///< an integer with decimals
    TooManyDecimals, ///< more than FormItem::maximumDecimals
    TooLong,         ///< more than FormItem::maxLength characters
    Unreadable,      ///< no such date, time or address
    NotAsAsked,      ///< letters that do not match FormItem::pattern
    TooFew,          ///< answers, or answered copies of a group, than FormItem::minimumAnswers
    TooMany,         ///< answers than FormItem::maximumAnswers
    NotAlone,        ///< an exclusive option beside others
    NotOffered,      ///< none of the options, or units. Never kept
    WrongType        ///< a value that the item's control cannot give, or no item to answer. Never kept
};

/// One item, in one copy of each group around it.
struct FormEntry {
    QString key; ///< of its answer
    const FormItem *item = nullptr;
    int parent = -1; ///< index of the item around it; -1 on the outermost level
    int level = 0;   ///< how many items stand around it
    int copy = 0;    ///< of a group that repeats: which of its copies, from 0
    int copies = 1;  ///< of a group that repeats: how many there are
    Visibility visibility = Visibility::Shown;
    QVariant value; ///< the answer, also while Disabled; of an item that is scored its score; invalid: none
    Score score;    ///< of an item with a scoreExpression

    [[nodiscard]] bool isAsked() const { return visibility == Visibility::Shown; }
};

/// A form that is being answered: what is asked now, what the answers are worth, and what is sent in the end (FHIR R4 Questionnaire
/// enableWhen and enableBehavior, SDC calculatedExpression; design api 1.3). Pure: no clock, no disk, no network.
///
/// What is asked follows from the answers alone, never from the order in which they were given, and is found in one pass. No form can
/// loop and no question is lost by the way its conditions are written:
///   - A condition that points at no question, at its own item, or at one that can have no answer here, counts as fulfilled.
///   - Where conditions depend on each other in a circle, those of the circle count as fulfilled for all its items while none of them is
///     answered, and for each item that is answered; the other items are judged by these answers. So two questions that shut each other
///     out work as meant, and an answer never hides its own question. A score inside a circle counts as fulfilling.
///   - Where a linkId stands in several copies of a group, a condition means the copy it is in itself, else the last one before it, else
///     the first one after (FHIR R4 Questionnaire.item.enableWhen.question).
class FormState
{
public:
    struct Setting {
        bool isMedicineOnPlan = true; ///< else items that are isMedicineOnly count as Disabled, until answers to one are taken up
        bool areInitialsTaken = true; ///< initial values of questions that are drawn become answers; those of hidden ones always do
    };

    explicit FormState(Form form);
    FormState(Form form, Setting setting);
    ~FormState();
    FormState(const FormState &) = delete;
    FormState &operator=(const FormState &) = delete;

    /// As it is filled in here: what is required and would be answered by an expression beyond ScoreExpression is without it, and so is asked.
    [[nodiscard]] const Form &form() const;

    /// All entries, each before those inside it, in the form's order. Indexes and pointers are good until a copy is added or taken away,
    /// or takeUp().
    [[nodiscard]] const std::vector<FormEntry> &entries() const;
    /// -1 when there is none.
    [[nodiscard]] int indexOf(const QString &key) const;
    [[nodiscard]] const FormEntry *find(const QString &key) const;
    [[nodiscard]] QVariant answer(const QString &key) const;

    /// Gives an answer, or takes it back with an invalid value, a text of blanks or an empty list. Everything that is not NotOffered or
    /// WrongType is kept, whatever else is wrong with it. Items that are read-only or scored take no answer.
    Validity setAnswer(const QString &key, const QVariant &value);
    /// What setAnswer would say, without keeping anything.
    [[nodiscard]] Validity wouldBe(const QString &key, const QVariant &value) const;
    /// Turns one code of Chips, or of an OpenChoice that repeats, on or off. An exclusive one clears the rest, and the rest clears it.
    Validity toggle(const QString &key, const QString &code);
    /// The entries whose visibility or value the last of these two calls changed, in order. Everything after any other call.
    [[nodiscard]] const std::vector<int> &changed() const;

    /// Another copy of a group that repeats, behind its last one; the index of it, -1 when there can be no more.
    int addCopy(const QString &key);
    /// Takes a copy away with its answers; those after it move up. False for the only one.
    bool removeCopy(const QString &key);
    /// What removeCopy would leave of something else that is kept under the keys of answers.
    [[nodiscard]] Answers withoutCopy(const QString &key, const Answers &given) const;

    /// How many answers were taken, and how many were not, since the form has no place for them. What the form gives by itself, scores and
    /// items that are read-only, is neither.
    struct TakenUp {
        int taken = 0;
        int leftOut = 0;
    };
    /// Replaces all answers, initial ones too.
    TakenUp takeUp(const Answers &answers);

    /// What was answered, also where it is Disabled now: for a draft.
    [[nodiscard]] Answers answers() const;
    /// What is sent: answers, initial values and scores of everything that is not Disabled.
    [[nodiscard]] Answers submitted() const;
    /// These as submitted() would have them, to be compared with others: also where they were read without the form, and in whatever order
    /// options were chosen. What has no place here stays as it is.
    [[nodiscard]] Answers comparable(const Answers &given) const;
    /// These and submitted() say the same.
    [[nodiscard]] bool saysSameAs(const Answers &given) const { return comparable(given) == comparable(submitted()); }

    [[nodiscard]] Validity validity(int index) const;
    /// The entries that keep the form from being sent, in order. Disabled ones never do, nor do those that nobody can answer here.
    [[nodiscard]] std::vector<int> problems() const;
    /// Questions that are asked now, and how many of them are answered.
    struct Progress {
        int asked = 0;
        int answered = 0;
    };
    [[nodiscard]] Progress progress() const;

private:
    [[nodiscard]] bool hasTooFewCopies(int index) const;

    class Engine;
    std::unique_ptr<Engine> m_engine;
};

/// A control whose answer is typed, in one line or more: Number, Date, DateTime, Time, Line, Url, Quantity.
[[nodiscard]] bool isTyped(Control control);
/// A question that a person can answer here: no group, no display, not read-only, not scored, not Unsupported.
[[nodiscard]] bool isAnswerable(const FormItem &item);

} // namespace handrail
