// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/MyPeople.h"
#include "care/SafetyPlan.h"
#include "store/LockScreenFile.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace handrail {

/// What the lock screen shows behind Help now, because its person switched that on: their own people and own lines, and no word of a clinic
/// or a treatment. Without the app's own titles: whoever shows it puts them in the language of the day.
struct LockScreenHelp {
    struct Line {
        PlanPart part = PlanPart::Coping;
        QString text;

        bool operator==(const Line &) const = default;
    };
    QString owner; ///< whose it is, as lockScreenOwner() says it
    QList<OwnPerson> people;
    QList<Line> lines;

    [[nodiscard]] bool isEmpty() const { return people.isEmpty() && lines.isEmpty(); }
    bool operator==(const LockScreenHelp &) const = default;
    /// The same owner's, and nobody and nothing of `other` is missing here.
    [[nodiscard]] bool holds(const LockScreenHelp &other) const;
};

/// Lines that may be chosen for it. Warning signs, the home and what professionals are on the plan say more of a person than they help here.
inline constexpr std::array lockScreenParts{PlanPart::Coping, PlanPart::Places, PlanPart::Reasons};

/// Says nothing to who does not know all of the identity already.
[[nodiscard]] QString lockScreenOwner(const Identity &identity);
/// What the choice makes of the plan and the people; `skillTitles` go with Coping.
[[nodiscard]] LockScreenHelp lockScreenHelp(const Identity &identity, const SafetyPlan &plan, const QList<OwnPerson> &people,
                                            const QStringList &skillTitles);

[[nodiscard]] QByteArray writeLockScreenHelp(const LockScreenHelp &help);
/// Anything that is no such thing reads as nothing; a number that cannot be dialled is left out with its person.
[[nodiscard]] LockScreenHelp readLockScreenHelp(const QByteArray &json);

} // namespace handrail
