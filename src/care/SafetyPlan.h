// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "sync/Records.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>
#include <array>
#include <optional>

namespace handrail {

/// The steps of a safety plan in their order (design visual 12), and after them what keeps the person going (design api row 10).
enum class PlanPart { Signs, Coping, Places, Contacts, Professionals, Means, Reasons };
inline constexpr std::array planParts{PlanPart::Signs,         PlanPart::Coping, PlanPart::Places, PlanPart::Contacts,
                                      PlanPart::Professionals, PlanPart::Means,  PlanPart::Reasons};

/// "signs", "coping", "places", "contacts", "pros", "means", "reasons": the groups of the form, too. Frozen: they are in files.
[[nodiscard]] QString nameOf(PlanPart part);
[[nodiscard]] std::optional<PlanPart> planPartNamed(QStringView name);

inline constexpr qsizetype longestPlanPart = 500; ///< letters
inline constexpr qsizetype mostPlanSkills = 8;

/// What the care team was told of a plan.
struct PlanSharing {
    bool isOn = false;
    QString identifier; ///< urn:uuid of the answers; empty: none were ever sent
    QByteArray digest;  ///< of what was sent last

    bool operator==(const PlanSharing &) const = default;
};

/// What help the lock screen shows (design product 5); nothing of it while isOn is false.
struct LockScreenChoice {
    bool isOn = false;
    QStringList people; ///< ids of OwnPerson
    QList<PlanPart> parts;

    bool operator==(const LockScreenChoice &) const = default;
};

/// A person's own plan for a hard hour, in their own words. Any part may be empty.
struct SafetyPlan {
    QMap<PlanPart, QString> words; ///< as typed, a thing a line
    QStringList skills;            ///< ids; belong to Coping
    QDate made;                    ///< the day of the first words
    QDate changed;
    PlanSharing sharing = {};
    LockScreenChoice lockScreen = {};

    [[nodiscard]] bool isBlank() const;
    /// Without the empty ones, and without blanks around them.
    [[nodiscard]] QStringList lines(PlanPart part) const;

    bool operator==(const SafetyPlan &) const = default;
};

/// As it was kept. Who wrote a plan as a worksheet before there was this page has its words here, until this plan is kept for the first time;
/// the sheet stays as it is. Nobody has been asked anything, so nothing is shared. Problems: those of the store.
[[nodiscard]] Result<SafetyPlan> safetyPlan(Records &records);
/// A plan as it is kept.
[[nodiscard]] SafetyPlan planIn(const QByteArray &kept);
/// Sealed on this device alone, and durable when it returns. What is beyond longestPlanPart is left out. Problems: those of the store.
Result<void> keepSafetyPlan(Records &records, const SafetyPlan &plan);
/// The same for what was typed: what the disk refuses stays as Store::putAside() says, and goes on being read. Not for a choice, which is as it
/// was when it could not be kept.
Result<void> keepTypedPlan(Records &records, const SafetyPlan &plan);

/// The form under which a plan is shared (design api row 10).
[[nodiscard]] QString safetyPlanUrl();
[[nodiscard]] std::optional<Form> safetyPlanForm(const Records &records);
/// The active form of the clinic's whose code says that it is a safety plan (careplan-kind|safety-plan), such as one that it has a licence for. It
/// is here when a Task or the CarePlan of the patient names it, as with any form of the clinic's.
[[nodiscard]] std::optional<FormName> clinicPlanForm(const Records &records);
/// Identifier of the newest answers to it; empty: none.
[[nodiscard]] QString clinicPlanAnswers(const Records &records, const FormName &form);

/// The answers that say this plan. `skillTitles` in the person's language. Those of MyPeople are never in it; a name that
/// was typed into a step is.
[[nodiscard]] Answers planAnswers(const SafetyPlan &plan, const QStringList &skillTitles);

/// What becomes of a plan that is shared.
class PlanShare
{
public:
    PlanShare(Records &records, const Clock &clock)
        : m_records(records)
        , m_clock(clock)
    {
    }

    enum class State {
        Never,   ///< nothing of it ever left
        Waiting, ///< what is sent lies in the outbox
        Refused, ///< so it does, and the clinic did not take it
        Sent,    ///< the clinic has it as it is
        Older,   ///< the clinic has an earlier one, and the newer words stay here until share() is called again
        Stopped  ///< the clinic keeps what was sent; nothing more goes
    };
    [[nodiscard]] State state(const SafetyPlan &plan, const QStringList &skillTitles) const;

    /// Because the person asked for it: the plan as it is goes to the care team, in the place of what went before. Durable when it returns; gives
    /// the plan that is kept. Nothing happens when the clinic was told the same. Problems: BadData for a blank plan; those of the store.
    Result<SafetyPlan> share(SafetyPlan plan, const QStringList &skillTitles);
    /// No more goes. What still lies here is taken back; what has left stays with the clinic. Problems: those of the store.
    Result<SafetyPlan> stop(SafetyPlan plan);

private:
    Records &m_records;
    const Clock &m_clock;
};

} // namespace handrail
