// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/BringUp.h"

#include "care/Attendance.h"
#include "care/Schedule.h"
#include "core/Ids.h"

#include <algorithm>

namespace handrail {

namespace {

const QString current = QStringLiteral("bring-up");
constexpr int skillDays = 14;
const QString lines = QStringLiteral("lines");

} // namespace

Result<std::optional<OwnSheet>> bringUpList(Records &records)
{
    const Result<std::optional<QByteArray>> id = records.store().value(current);
    if (!id)
        return tl::make_unexpected(id.error());
    if (!*id)
        return std::optional<OwnSheet>();
    return ownSheet(records, QString::fromUtf8(**id));
}

Result<QString> keepBringUp(Records &records, const Clock &clock, const BringUpWords &words)
{
    const Result<std::optional<OwnSheet>> known = bringUpList(records);
    if (!known)
        return tl::make_unexpected(known.error());
    const QDateTime now = clock.nowUtc();
    const QDateTime here = now.toOffsetFromUtc(now.toTimeZone(clock.localZone()).offsetFromUtc());
    OwnSheet sheet = known->value_or(OwnSheet());
    const bool isNew = sheet.id.isEmpty();
    if (isNew) {
        sheet.id = newId().toString(QUuid::WithoutBraces);
        sheet.kind = OwnSheet::Kind::List;
        sheet.skill = bringUpSkill.toString();
        sheet.summary = lines;
        sheet.made = here;
    }
    SheetAnswer answer;
    answer.id = lines;
    answer.type = WorksheetField::Type::List;
    answer.label = words.label;
    for (const QString &line : words.lines) {
        const QString kept = cutTo(line.simplified(), longestBringUpLine);
        if (!kept.isEmpty() && answer.words.size() < mostBringUpLines)
            answer.words << kept;
    }
    answer.typed = cutTo(words.typed, longestBringUpLine);
    sheet.title = words.title;
    sheet.answers = {answer};
    sheet.changed = here;
    if (const Result<void> kept = keepOwnSheet(records, sheet); !kept)
        return tl::make_unexpected(kept.error());
    if (isNew) {
        if (const Result<void> noted = records.store().setValue(current, sheet.id.toUtf8()); !noted)
            return tl::make_unexpected(noted.error());
    }
    return sheet.id;
}

Result<QList<SkillUse>> skillsToBringUp(Records &records, const Clock &clock)
{
    const QDateTime now = clock.nowUtc();
    const QDate today = now.toTimeZone(clock.localZone()).date();
    const QDate first = today.addDays(-skillDays);
    Result<QList<SkillUse>> uses = skillUses(records, first, today);
    const Result<QList<Session>> sessions = uses && !uses->isEmpty() ? records.sessions(first, today) : QList<Session>();
    if (!uses || !sessions)
        return tl::make_unexpected(uses ? sessions.error() : uses.error());
    QDateTime spoken;
    for (const Session &session : *sessions) {
        const Presence presence = presenceOf(session);
        const bool wasHeld = presence == Presence::Attended || presence == Presence::Unmarked;
        if (session.kind == SessionKind::Individual && wasHeld && !session.isUnconfirmed() && !session.isDeclinedByMe
            && isOver(session, now) && !(spoken.isValid() && endOf(session) < spoken))
            spoken = endOf(session);
    }
    uses->removeIf([&](const SkillUse &use) { return spoken.isValid() && use.at < spoken; });
    std::reverse(uses->begin(), uses->end());
    return uses;
}

Result<void> beginBringUpAnew(Records &records)
{
    return records.store().removeValue(current);
}

} // namespace handrail
