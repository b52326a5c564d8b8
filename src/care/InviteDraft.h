// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "core/Sharing.h"
#include "sync/Inviting.h"
#include "sync/Records.h"

#include <QList>
#include <optional>

namespace handrail {

/// An invitation that is being written, or was signed and has no answer yet (design clinical 7.1). It lies sealed in the person's own store, with the
/// identifier that was made for it, so that an answer that was lost, or an app that was ended, never makes a second person of one.
struct InviteDraft {
    enum class Relationship { Family, Partner, Friend };

    SignedInvite invite; ///< signedAt is valid once it was signed; then nothing else of it changes
    Relationship relationship = Relationship::Family;

    [[nodiscard]] bool isSigned() const { return invite.signedAt.isValid(); }
};

/// Until when something may be shared.
struct InviteEnd {
    enum class Kind { AfterSession, ProgramEnd, ThreeMonths, SixMonths, Year };
    Kind kind = Kind::ThreeMonths;
    QDate day; ///< the last one
};

/// What cannot be taken as it is.
enum class InviteFault { None, NameMissing, NameTooLong, WordsTooLong, DayOver, DayTooFar, SignatureMissing, SignatureOfOther };

inline constexpr qsizetype longestInviteName = 100;
inline constexpr qsizetype longestInviteWords = 60;

/// A new one to this family session, or to all. Not kept yet.
[[nodiscard]] InviteDraft beginInvite(const Records &records, const Clock &clock, const QString &sessionId);
/// The ends that can be chosen, the first by default: the day after the one session; the end of the program; 3, 6, 12 months. Each lies between
/// tomorrow and what the clinic takes, a year.
[[nodiscard]] QList<InviteEnd> inviteEnds(const Records &records, const Clock &clock, const QString &sessionId);
/// v3-RoleCode.
[[nodiscard]] QString roleCodeOf(InviteDraft::Relationship relationship);
/// Family for one that is none of these.
[[nodiscard]] InviteDraft::Relationship relationshipOf(const QString &roleCode);
/// One line without signs that nobody sees, as it is signed and sent.
[[nodiscard]] QString plainInviteLine(const QString &text);

/// Whom and what: the first thing that is wrong.
[[nodiscard]] InviteFault faultOf(const InviteDraft &draft, const Clock &clock);
/// The typed name: some letters, and not the name of who is invited.
[[nodiscard]] InviteFault signatureFault(const InviteDraft &draft, const QString &typed);

/// What is kept; nullopt when there is none, or it cannot be read. One that the clinic has a Consent of is not kept any more.
[[nodiscard]] std::optional<InviteDraft> keptInvite(Records &records, const QDateTime &nowUtc);
/// Durable when it returns. Problems: those of the store.
Result<void> keepInvite(Records &records, const InviteDraft &draft);
Result<void> dropInvite(Records &records);

/// The last word on whether the clinic offers inviting to this person, and whether it is a day old; nullopt before the first. Kept in the store.
struct InvitingOffer {
    bool isOffered = false;
    bool isOld = false;
};
[[nodiscard]] std::optional<InvitingOffer> invitingOffer(Records &records, const QDateTime &nowUtc);
Result<void> noteInvitingOffer(Records &records, bool isOffered, const QDateTime &nowUtc);

} // namespace handrail
