// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MessagesView.h"
#include "view/TimeText.h"

namespace handrail {

namespace {

QString nameOf(const Message &message)
{
    return message.identifier.isEmpty() ? message.id : message.identifier;
}

} // namespace

void MessagesView::refreshThread(const QList<Message> &messages)
{
    const QDate today = m_clock.today();
    const TimeText text(m_preferences.locale());
    QList<ThreadModel::Row> rows;
    rows.reserve(messages.size());
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const auto dayOf = [&](qsizetype at) { return messages.at(at).sent.toTimeZone(m_clock.localZone()).date(); };
        ThreadModel::Row row = rowOf(messages.at(i), today, text);
        if (i + 1 == messages.size() || dayOf(i) != dayOf(i + 1)) {
            const QDate day = dayOf(i);
            row.dayText = day == today ? tr("Today") : day == today.addDays(-1) ? tr("Yesterday") : text.longDay(day);
        }
        rows << row;
    }
    m_thread.setRows(rows);
}

QString MessagesView::stateTextOf(const Message &message, const QDate &today, const TimeText &text) const
{
    const auto timeOf = [&](const QDateTime &moment) { return text.time(moment.toTimeZone(m_clock.localZone()).time()); };
    if (!message.isMine)
        return message.fromName.isEmpty() ? timeOf(message.sent)
                                          : tr("%1 · %2").arg(givenName(message.fromName), timeOf(message.sent));
    if (message.state == OutboxState::Done) {
        const QDateTime moment = message.sentAt.isValid() ? message.sentAt : message.sent;
        const QDate day = moment.toTimeZone(m_clock.localZone()).date();
        // Under another day's heading the day is said too.
        const QString when = day == message.sent.toTimeZone(m_clock.localZone()).date() || day == today
            ? timeOf(moment)
            : tr("%1, %2").arg(text.shortDay(day), timeOf(moment));
        return message.seenAt.isValid() ? tr("Sent %1 · Seen").arg(when) : tr("Sent %1").arg(when);
    }
    if (m_account.state() == Account::State::NeedsSignIn || message.state == OutboxState::NeedsAuth)
        return tr("Saved. Sign in to send it.");
    if (message.state == OutboxState::Rejected)
        return tr("Needs you: your clinic could not take it.");
    if (message.state == OutboxState::Uncertain || message.state == OutboxState::Conflict)
        return tr("Saved. Checking if it arrived.");
    const SyncEngine *sync = m_account.sync();
    const std::optional<Problem> problem = sync ? sync->lastProblem() : std::nullopt;
    const bool isOffline = problem && (problem->kind == ProblemKind::Offline || problem->kind == ProblemKind::Timeout);
    return isOffline ? tr("Saved. Sends when you have signal.") : tr("Saved. Not sent yet.");
}

ThreadModel::Row MessagesView::rowOf(const Message &message, const QDate &today, const TimeText &text) const
{
    ThreadModel::Row row;
    row.name = nameOf(message);
    row.isMine = message.isMine;
    row.isNew = m_newAtOpening.contains(message.id);
    row.needsYou = message.isMine && message.state == OutboxState::Rejected;
    row.text = message.text;
    for (const QString &attached : message.attachments)
        row.text += (row.text.isEmpty() ? QString() : QStringLiteral("\n"))
            + (attached.isEmpty() ? tr("Something is attached. Ask your clinic for it.")
                                  : tr("Attached: %1. Ask your clinic for it.").arg(attached));
    switch (message.kind) {
    case MessageKind::Refill: row.kindText = tr("Refill"); break;
    case MessageKind::Letter: row.kindText = tr("Letter"); break;
    case MessageKind::Ride: row.kindText = tr("Ride"); break;
    case MessageKind::Swap: row.kindText = tr("Another time"); break;
    case MessageKind::Plan: row.kindText = tr("My plan"); break;
    case MessageKind::Medicine: row.kindText = tr("Medicine"); break;
    case MessageKind::Attendance: row.kindText = tr("My attendance"); break;
    case MessageKind::Concern: row.kindText = tr("A concern"); break;
    case MessageKind::Worksheet:
        row.kindText = message.title.isEmpty() ? tr("Worksheet") : tr("Worksheet: %1").arg(message.title);
        break;
    case MessageKind::Message:
    case MessageKind::Announcement: break;
    }
    row.stateText = stateTextOf(message, today, text);
    row.stateIcon = !message.isMine          ? QString()
        : message.state == OutboxState::Done ? QStringLiteral("check-circle")
        : row.needsYou                       ? QStringLiteral("alert-circle-outline")
                                             : QStringLiteral("clock");
    const QString who = message.isMine ? tr("You") : message.fromName.isEmpty() ? tr("Your clinic") : message.fromName;
    const QString words = row.kindText.isEmpty() ? row.text : tr("%1. %2").arg(row.kindText, row.text);
    row.spoken = tr("%1: %2 %3").arg(who, words, row.stateText);
    return row;
}

} // namespace handrail
