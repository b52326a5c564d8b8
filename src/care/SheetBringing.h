// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/OwnSheets.h"
#include "core/Clock.h"

#include <functional>
#include <optional>

namespace handrail {

/// A sheet in the words that the clinic reads: its title, and one part for each thing that is written. Empty parts: nothing is written.
struct SheetWords {
    QString title;
    QStringList parts;
};
using SheetReader = std::function<SheetWords(const OwnSheet &)>;

/// Where a sheet is that is to be brought to a session.
///   Off        only the person sees it
///   NoSession  on; no one-on-one is known that it could go to. It waits here as it was when it was switched on
///   NoSessionOther  the same, and it was changed since
///   Held       on its way, and for some seconds still here
///   Waiting    waits to be sent
///   Unsure     it left, and no answer came; or it is leaving now
///   Refused    the clinic could not take it
///   Sent       the clinic has it as it is
///   SentOther  the clinic has it as it was; it was changed since
///   TakenOut   it was on, and is not in the outbox any more
enum class BringState { Off, NoSession, NoSessionOther, Held, Waiting, Unsure, Refused, Sent, SentOther, TakenOut };

struct BringFacts {
    BringState state = BringState::Off;
    std::optional<Session> session; ///< that it goes to, or went to, when it is known here
    QDateTime sentAt;               ///< UTC
    /// The switch does something: what the clinic may have cannot be taken back.
    [[nodiscard]] bool canSwitch() const
    {
        return state != BringState::Unsure && state != BringState::Sent && state != BringState::SentOther;
    }
    /// What goes, or went, is older than the sheet.
    [[nodiscard]] bool isOlder() const { return state == BringState::SentOther || state == BringState::NoSessionOther; }
    [[nodiscard]] bool isOn() const { return state != BringState::Off && state != BringState::TakenOut; }
};

/// The one-on-one that comes next: not over, not cancelled, not declined, as far as sessions are known (daysKnown). Problems: those of the store.
[[nodiscard]] Result<std::optional<Session>> nextOneOnOne(const Records &records, const QDateTime &nowUtc);

/// Puts sheets on their way to the next one-on-one, through the outbox, and takes them off it. What is queued is the sheet as it is then; while it
/// has not left it follows the sheet. It does not leave before the person had some seconds to think again. What waits for a one-on-one that is not
/// planned yet follows nothing: weeks may go by, and what is written in them was not meant.
class Bringing
{
public:
    Bringing(Records &records, const Clock &clock, SheetReader reader);

    [[nodiscard]] BringFacts facts(const OwnSheet &sheet) const;

    // Durable when they return. Problems: those of the store; NotFound when the sheet is gone; BadData for one on which nothing is written;
    // Conflict, and nothing changes, when it has left, or may have.

    Result<void> setOn(const QString &id, bool isOn);
    /// Of one that was changed since: brings it as it is now; what was sent stays with the clinic, and this is another message.
    Result<void> bringAsItIs(const QString &id);
    /// The sheet was changed: what waits is replaced, and stays a while longer. Nothing happens to what has left.
    Result<void> follow(const QString &id);
    /// What became of those under way: notes what arrived, and gives those that wait for a one-on-one to it. Costs one look-up when there are none.
    Result<void> settle();

private:
    Result<void> begin(OwnSheet sheet);
    Result<void> queue(OwnSheet sheet, const Session &session, const SheetWords &words);
    Result<void> put(const OwnSheet &sheet, const Session &session, const SheetWords &words);
    [[nodiscard]] QDateTime soon() const;

    Records &m_records;
    const Clock &m_clock;
    SheetReader m_reader;
};

} // namespace handrail
