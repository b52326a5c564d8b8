// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/InviteDraft.h"

#include "core/Ids.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace handrail {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString draftName = inviteDraftName;
const QString offerName = u"sync.inviting"_s;
constexpr qint64 offerSeconds = 24LL * 60 * 60;

QDate today(const Clock &clock)
{
    return clock.today();
}

// The clinic counts a year of its own days, and this device may be east of it: from the day that it is everywhere by now.
QDate lastDay(const Clock &clock)
{
    return clock.nowUtc().addSecs(-12 * 3600).date().addYears(1);
}

bool hasLetters(const QString &text, int count)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter() || c.isSurrogate(); }) >= count;
}

} // namespace

QString plainInviteLine(const QString &text)
{
    QString line = text;
    // A joiner is part of how some names are written; it alone stays.
    line.removeIf([](QChar c) {
        return (c.category() == QChar::Other_Format && c.unicode() != 0x200c && c.unicode() != 0x200d)
            || (c.category() == QChar::Other_Control && !c.isSpace()) || c.category() == QChar::Other_PrivateUse;
    });
    return line.simplified();
}

QList<InviteEnd> inviteEnds(const Records &records, const Clock &clock, const QString &sessionId)
{
    using Kind = InviteEnd::Kind;
    const QDate now = today(clock);
    QList<InviteEnd> ends;
    if (!sessionId.isEmpty()) {
        const Result<std::optional<Session>> session = records.session(sessionId);
        if (session && *session && (*session)->start.isValid())
            ends << InviteEnd{Kind::AfterSession, (*session)->start.toTimeZone(clock.localZone()).date().addDays(1)};
    }
    if (const std::optional<Program> program = records.program(); program && program->isActive)
        ends << InviteEnd{Kind::ProgramEnd, program->end};
    ends << InviteEnd{Kind::ThreeMonths, now.addMonths(3)} << InviteEnd{Kind::SixMonths, now.addMonths(6)}
         << InviteEnd{Kind::Year, std::min(now.addYears(1), lastDay(clock))};
    ends.removeIf([&](const InviteEnd &end) { return !end.day.isValid() || end.day <= now || end.day > lastDay(clock); });
    return ends;
}

InviteDraft beginInvite(const Records &records, const Clock &clock, const QString &sessionId)
{
    InviteDraft draft;
    draft.invite.identifier = urn(newId());
    draft.invite.sessionId = sessionId;
    draft.invite.until = inviteEnds(records, clock, sessionId).constFirst().day;
    return draft;
}

QString roleCodeOf(InviteDraft::Relationship relationship)
{
    switch (relationship) {
    case InviteDraft::Relationship::Family: return u"FAMMEMB"_s;
    case InviteDraft::Relationship::Partner: return u"SIGOTHR"_s;
    case InviteDraft::Relationship::Friend: break;
    }
    return u"FRND"_s;
}

InviteDraft::Relationship relationshipOf(const QString &roleCode)
{
    for (const auto one : {InviteDraft::Relationship::Partner, InviteDraft::Relationship::Friend}) {
        if (roleCodeOf(one) == roleCode)
            return one;
    }
    return InviteDraft::Relationship::Family;
}

InviteFault faultOf(const InviteDraft &draft, const Clock &clock)
{
    const QString name = plainInviteLine(draft.invite.name);
    if (!hasLetters(name, 1))
        return InviteFault::NameMissing;
    if (name.size() > longestInviteName)
        return InviteFault::NameTooLong;
    if (plainInviteLine(draft.invite.relationshipWords).size() > longestInviteWords)
        return InviteFault::WordsTooLong;
    if (!draft.invite.until.isValid() || draft.invite.until <= today(clock))
        return InviteFault::DayOver;
    return draft.invite.until > lastDay(clock) ? InviteFault::DayTooFar : InviteFault::None;
}

InviteFault signatureFault(const InviteDraft &draft, const QString &typed)
{
    const QString name = plainInviteLine(typed);
    if (!hasLetters(name, 2) || name.size() > longestInviteName)
        return InviteFault::SignatureMissing;
    return name.compare(plainInviteLine(draft.invite.name), Qt::CaseInsensitive) == 0 ? InviteFault::SignatureOfOther
                                                                                      : InviteFault::None;
}

std::optional<InviteDraft> keptInvite(Records &records, const QDateTime &nowUtc)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(draftName);
    if (!kept || !*kept)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(**kept).object();
    InviteDraft draft;
    SignedInvite &invite = draft.invite;
    invite.identifier = json.value("identifier"_L1).toString();
    invite.name = json.value("name"_L1).toString();
    draft.relationship = InviteDraft::Relationship(std::clamp(json.value("relationship"_L1).toInt(), 0, 2));
    invite.relationshipCode = roleCodeOf(draft.relationship);
    invite.relationshipWords = json.value("words"_L1).toString();
    invite.sessionId = json.value("session"_L1).toString();
    invite.isBusyShared = json.value("busy"_L1).toBool();
    invite.isAttendanceShared = json.value("attendance"_L1).toBool();
    invite.until = QDate::fromString(json.value("until"_L1).toString(), Qt::ISODate);
    invite.consentText = json.value("text"_L1).toString();
    invite.language = json.value("language"_L1).toString();
    invite.signature = json.value("signature"_L1).toString();
    invite.signedAt = QDateTime::fromString(json.value("signed"_L1).toString(), Qt::ISODateWithMs);
    if (invite.identifier.isEmpty())
        return std::nullopt;
    const QList<Sharing> sharings = records.sharings(nowUtc);
    const bool isAtClinic = draft.isSigned()
        && std::any_of(sharings.cbegin(), sharings.cend(), [&](const Sharing &one) { return one.identifier == invite.identifier; });
    return isAtClinic ? std::nullopt : std::optional(draft);
}

Result<void> keepInvite(Records &records, const InviteDraft &draft)
{
    const SignedInvite &invite = draft.invite;
    QJsonObject json{{u"identifier"_s, invite.identifier},
                     {u"name"_s, invite.name},
                     {u"relationship"_s, int(draft.relationship)},
                     {u"words"_s, invite.relationshipWords},
                     {u"session"_s, invite.sessionId},
                     {u"busy"_s, invite.isBusyShared},
                     {u"attendance"_s, invite.isAttendanceShared},
                     {u"until"_s, invite.until.toString(Qt::ISODate)}};
    if (draft.isSigned()) {
        json.insert(u"text"_s, invite.consentText);
        json.insert(u"language"_s, invite.language);
        json.insert(u"signature"_s, invite.signature);
        json.insert(u"signed"_s, invite.signedAt.toString(Qt::ISODateWithMs));
    }
    return records.store().setValue(draftName, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<void> dropInvite(Records &records)
{
    return records.store().removeValue(draftName);
}

std::optional<InvitingOffer> invitingOffer(Records &records, const QDateTime &nowUtc)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(offerName);
    if (!kept || !*kept)
        return std::nullopt;
    const QDateTime at = QDateTime::fromString(QString::fromLatin1((*kept)->mid(1)), Qt::ISODate);
    InvitingOffer offer;
    offer.isOffered = (*kept)->startsWith('1');
    offer.isOld = !at.isValid() || std::abs(at.secsTo(nowUtc)) >= offerSeconds;
    return offer;
}

Result<void> noteInvitingOffer(Records &records, bool isOffered, const QDateTime &nowUtc)
{
    return records.store().setValue(offerName, QByteArray(isOffered ? "1" : "0") + nowUtc.toString(Qt::ISODate).toLatin1());
}

} // namespace handrail
