// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "form/Safety.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <limits>
#include <utility>

namespace handrail {

class FormState;

/// What an answer can lead to (design clinical 3.2). The pages put these into words; none of them tells a person how severe something is.
enum class ActionKind {
    SafetyPage,       ///< at once, before anything is saved (design clinical 3.3)
    HelpOffered,      ///< nothing needs to be said, and help is here
    HelpLink,         ///< a way to Help now stands on the page
    AfterUse,         ///< the pages after a return to use
    Skill,            ///< `id` names it, as src/content/skills does
    AskTeamForCall,   ///< an offer: the person decides
    TellTeam,         ///< an offer to speak of it at the next visit or call
    TalkBeforeChange, ///< ask the team before a medicine is stopped or doubled
    ScreenEarly,      ///< the PHQ-2 is due now and not only on its day: care/Assignments asks for it
    Module,           ///< of Learn; `id` names it
    NextSession,      ///< when the next session is
    Affirm            ///< one kind line
};

/// How the clinic sorts it in its list. The app itself sends Urgent first and does nothing more with it.
enum class Flag { None, Info, Review, Urgent };

struct Action {
    ActionKind kind = ActionKind::Affirm;
    QString id = {}; ///< of a skill or a module

    bool operator==(const Action &) const = default;
};

/// When a rule applies. By item and by answer; `times` of the answers that `span` looks at have to be so, the newest one among them.
struct Trigger {
    enum class Span {
        Now,         ///< the newest answer alone
        LastAnswers, ///< as many answers to the item as `times`, whatever days they are of
        LastDays     ///< the last `days` days, today among them
    };

    QString item;           ///< linkId
    QStringList codes = {}; ///< one of these was chosen; empty: the answer is a number from `low` to `high`
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    Span span = Span::Now;
    int times = 1;
    int days = 1;
    SafetyAnswer safety =
        SafetyAnswer::None; ///< else: what form/Safety.h finds among all answers, in whatever form; `item` does not count
    bool isOnAnyScale =
        false; ///< of a number: it leads to people or to help, and applies although a clinic asks in another way (isAskedAsCounted)
    bool isUse = false; ///< else: isUseSaid() of form/Safety.h; `item` does not count
};

/// One row of the table.
struct Rule {
    QString name;
    Trigger when;
    QList<Action> actions;
    Flag flag = Flag::None;
};

/// The answers of one day, each item with what was said last.
struct AnsweredDay {
    QDate day; ///< on the wall where it was answered
    Answers answers;
};

/// What somebody says now.
struct Said {
    Form form;
    Answers answers;
    QDate day;
};

/// What a clinic can set. The table is data, so that it can be shown, tested and changed as a whole.
struct CareConfiguration {
    QList<Rule> rules;
    QList<Action> whenAllIsFine;
    int daysWithoutCheckIn = 3; ///< then one gentle reminder, and no more until there was a check-in (care/Reminders)

    /// The table of design clinical 3.2.
    [[nodiscard]] static CareConfiguration standard();
};

struct Outcome {
    QList<Action> actions; ///< in the order of the table, each once
    Flag flag = Flag::None;

    [[nodiscard]] bool has(ActionKind kind) const;
    /// The skills among them, the first two at most: more is no help on a hard day.
    [[nodiscard]] QStringList skills() const;
};

/// Whether a rule with this trigger applies to what is said now.
[[nodiscard]] bool applies(const Trigger &trigger, const Said &said, const QList<AnsweredDay> &history);

/// What these answers lead to. A pure function: the same answers, history and configuration give the same outcome, with no clock, store or
/// network. `history`: days before said.day, the newest first. An item that was skipped leads nowhere.
[[nodiscard]] Outcome evaluate(const Said &said, const QList<AnsweredDay> &history, const CareConfiguration &configuration);

/// The one place that each form asks at each change of an answer. The safety page is due once for each graver step: when a question is answered
/// more gravely (gravityOf() of form/Safety.h) than it was since it was last answered with no. Another word that is not graver, or a step back,
/// brings nothing new to the person who has just seen the page. Once an answer is taken back, or the form asks for it no more, that question is
/// armed again: who says it anew is heard anew, by the page and by the clinic.
class SafetyWatch
{
public:
    SafetyWatch() = default;
    /// Answers are taken up again: those whose page came when they were given, by their gravityOf().
    explicit SafetyWatch(QMap<QString, double> heard)
        : m_said(std::move(heard))
    {
    }

    /// True: show the page now, before anything is saved. A safety answer is what form/Safety.h takes for one. `answers`: of what is asked now.
    [[nodiscard]] bool isDue(const Form &form, const Answers &answers);
    /// This copy of a group is about to be taken out: what was heard of those after it moves up with their answers.
    void leaveOutCopy(const FormState &state, const QString &key);
    /// The answers whose page came, and how grave they were.
    [[nodiscard]] const QMap<QString, double> &heard() const { return m_said; }

private:
    QMap<QString, double> m_said; ///< the gravest since the last no, by the answer's key
};

/// What was taken, as far as somebody wants to say.
enum class Substance { Alcohol, Opioids, Stimulants, Pills, Other, Unsaid };

/// Which cards come after a return to use. Naloxone whenever an opioid may have been in it, which is also when nothing is said: lost tolerance
/// kills (design clinical 0.7). Withdrawal for what is dangerous to stop alone (0.8); pills may be either.
struct UseCards {
    bool isNaloxone = false;
    bool isWithdrawal = false;

    bool operator==(const UseCards &) const = default;
};
[[nodiscard]] UseCards useCards(const QList<Substance> &said);

} // namespace handrail
