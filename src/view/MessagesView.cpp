// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MessagesView.h"

#include "care/OwnSheets.h"
#include "view/MinuteTimer.h"
#include "view/NameText.h"
#include "view/SheetText.h"
#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int lookedAt = 200; ///< so many of the newest at first, and for what is unread

MessageKind kindNamedIn(const QString &argument)
{
    if (argument == u"refill")
        return MessageKind::Refill;
    if (argument == u"letter")
        return MessageKind::Letter;
    if (argument == u"ride")
        return MessageKind::Ride;
    return MessageKind::Message;
}

} // namespace

MessagesView::MessagesView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                           QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_begun(account, Role::Patient, MessageKind::Message, mostMessageCharacters)
{
    connect(&m_begun, &BegunWords::changed, this, &MessagesView::begunChanged);
    connect(&account, &Account::left, this, &MessagesView::forget);
    connect(&account, &Account::stateChanged, this, &MessagesView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::syncChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    connect(&minute, &MinuteTimer::turned, this, [this] {
        if (m_begun.isOpen() || !m_newNote.isEmpty())
            m_refresh.ask();
    });
}

void MessagesView::settle()
{
    m_isSettled = true;
    refresh();
}

bool MessagesView::isSettledPatient() const
{
    return m_isSettled && m_account.records() && m_account.records()->identity().role == Role::Patient;
}

void MessagesView::forget()
{
    m_isKnown = false;
    m_unread.clear();
    m_newAtOpening.clear();
    m_team = {};
    m_newTitle.clear();
    m_newNote.clear();
    m_initials.clear();
    m_announcements.clear();
    m_sheets.clear();
    m_previewTitle.clear();
    m_previewParts.clear();
    m_thread.setRows({});
    Q_EMIT sheetsChanged();
    Q_EMIT changed();
}

void MessagesView::refresh()
{
    if (!isSettledPatient()) {
        m_isPatient = false;
        m_isTaken = false;
        Q_EMIT changed();
        return;
    }
    Records &records = *m_account.records();
    m_isPatient = true;
    m_isTaken = records.takesMessages();
    m_team = records.replyingTeam();
    const QList<Message> messages = readThread(records);
    const QList<Announcement> announced = records.announcements(m_clock.nowUtc());
    ReadMarks marks(records, messages, m_clock.nowUtc());
    QList<Message> unread;
    QSet<QString> names;
    for (const Message &one : messages) {
        if (!marks.isRead(one)) {
            unread << one;
            names.insert(one.id);
        }
    }
    int newWords = 0;
    for (const Announcement &one : announced) {
        if (!marks.isRead(one)) {
            ++newWords;
            names.insert(one.id);
        }
    }
    const TimeText text(m_preferences.locale());
    const QDate today = m_clock.today();
    m_announcements.clear();
    for (const Announcement &one : announced) {
        const QDate day = one.sent.toTimeZone(m_clock.localZone()).date();
        const QString when = day == today ? tr("Today") : text.shortDay(day);
        m_announcements << QVariantMap{
            {QStringLiteral("text"), one.text},
            {QStringLiteral("note"), one.fromName.isEmpty() ? when : tr("%1 · %2").arg(one.fromName, when)}};
    }
    // What was downloaded for the first time is no news of this moment.
    const bool isNews = m_isKnown && m_account.isFirstSyncDone() && !(names - m_unread).isEmpty();
    m_isKnown = true;
    if (m_begun.isOpen()) {
        m_newAtOpening += names;
        refreshThread(messages);
    }
    const bool isLookedAt = m_begun.isOpen() && m_isSeen;
    if (isLookedAt) {
        (void)marks.setRead(unread, announced); // what could not be noted is new once more
        unread.clear();
        names.clear();
        newWords = 0;
    }
    const bool wasUnread = !m_unread.isEmpty();
    m_unread = names;
    refreshNew(unread, newWords);
    Q_EMIT changed();
    if (isNews && !isLookedAt)
        Q_EMIT arrived();
    if (m_unread.isEmpty() && wasUnread)
        Q_EMIT allRead();
}

/// As far back as was asked for; where that brought nothing to show, further.
QList<Message> MessagesView::readThread(const Records &records)
{
    const int limit = m_begun.isOpen() ? m_limit : lookedAt;
    int visited = 0;
    QList<Message> messages = records.messages(limit, &visited);
    if (!m_begun.isOpen())
        return messages;
    m_hasMore = visited >= limit;
    if (m_isMoreAsked && m_hasMore && messages.size() <= m_thread.rowCount()) {
        m_limit *= 2;
        return readThread(records);
    }
    m_isMoreAsked = false;
    return messages;
}

QString MessagesView::givenName(const QString &full) const
{
    const QString first = full.section(u' ', 0, 0);
    return first.endsWith(u'.') ? full : first; // "Dr. Okafor"
}

void MessagesView::refreshNew(const QList<Message> &unread, int announced)
{
    m_newTitle.clear();
    m_newNote.clear();
    m_initials = initialsOf(m_team.person);
    if (!unread.isEmpty()) {
        const Message &newest = unread.first();
        const QDateTime sent = newest.sent.toTimeZone(m_clock.localZone());
        const QDate today = m_clock.today();
        const TimeText text(m_preferences.locale());
        const QString when = sent.date() == today ? text.time(sent.time()) : text.shortDay(sent.date());
        m_newTitle =
            newest.fromName.isEmpty() ? tr("Message from your clinic") : tr("Message from %1").arg(givenName(newest.fromName));
        m_newNote = newest.fromName == m_team.person && !teamRole().isEmpty() ? tr("%1 · %2").arg(teamRole(), when) : when;
        m_initials = initialsOf(newest.fromName);
    } else if (announced > 0) {
        m_newTitle = tr("News from your clinic");
        m_newNote = tr("For you to read");
    }
}

QString MessagesView::newText() const
{
    return m_unread.isEmpty() ? QString() : tr("%n new", nullptr, unreadCount());
}

QString MessagesView::doorText() const
{
    return m_unread.isEmpty() ? tr("Messages") : tr("Messages, %n new", nullptr, unreadCount());
}

QString MessagesView::teamName() const
{
    return m_team.person.isEmpty() ? tr("Your care team") : m_team.person;
}

QString MessagesView::teamRole() const
{
    return m_team.isCounselor ? tr("Your counselor") : m_team.role;
}

QString MessagesView::hoursText() const
{
    if (m_team.hours.isEmpty())
        return tr("Your clinic has not said when it replies.");
    return m_team.person.isEmpty() ? tr("Replies come %1.").arg(m_team.hours)
                                   : tr("%1 replies %2.").arg(givenName(m_team.person), m_team.hours);
}

QString MessagesView::hoursNote() const
{
    return m_team.hours.isEmpty() ? tr("If it can’t wait, call.") : tr("It may not be seen right away.");
}

QString MessagesView::placeholder() const
{
    return m_team.person.isEmpty() ? tr("Write to your care team") : tr("Write to %1").arg(givenName(m_team.person));
}

QVariantList MessagesView::kinds() const
{
    const auto row = [](MessageKind kind, const QString &words) {
        return QVariantMap{{QStringLiteral("kind"), int(kind)}, {QStringLiteral("text"), words}};
    };
    return {row(MessageKind::Refill, tr("Refill")), row(MessageKind::Letter, tr("Letter")), row(MessageKind::Ride, tr("Ride")),
            row(MessageKind::Message, tr("Other"))};
}

void MessagesView::setKind(int kind)
{
    if (kind >= 0 && kind <= int(MessageKind::Concern))
        m_begun.setKind(MessageKind(kind));
}

void MessagesView::open(const QString &argument)
{
    if (!m_begun.open())
        return;
    m_isSettled = true;
    m_limit = lookedAt;
    m_isMoreAsked = true;
    m_newAtOpening.clear();
    if (!argument.isEmpty())
        m_begun.setKind(kindNamedIn(argument));
    refresh();
}

void MessagesView::setSeen(bool isSeen)
{
    if (m_isSeen == isSeen)
        return;
    m_isSeen = isSeen;
    if (m_isSeen && m_begun.isOpen())
        m_refresh.ask();
    Q_EMIT seenChanged();
}

void MessagesView::leave()
{
    m_begun.leave();
    m_isSeen = false;
    m_newAtOpening.clear();
    m_thread.setRows({});
}

void MessagesView::more()
{
    if (!m_begun.isOpen() || !m_hasMore)
        return;
    m_limit *= 2;
    m_isMoreAsked = true;
    m_refresh.ask();
}

bool MessagesView::send()
{
    const bool isSent = m_begun.send([this](Records &records, const BegunMessage &begun) {
        return records.queueMessage({begun.kind, begun.text, {}, begun.identifier}, m_clock.nowUtc());
    });
    if (!isSent)
        return false;
    refresh();
    m_account.sendSoon();
    return true;
}

void MessagesView::lookForSheets()
{
    m_sheets.clear();
    preview({});
    if (Records *records = m_account.records()) {
        const TimeText text(m_preferences.locale());
        const Result<OwnSheets> own = ownSheets(*records);
        for (const OwnSheet &sheet : own ? own->sheets : QList<OwnSheet>()) {
            if (sheetWords(sheet, text).parts.isEmpty())
                continue;
            m_sheets << QVariantMap{{QStringLiteral("id"), sheet.id},
                                    {QStringLiteral("title"), sheetHeading(sheet)},
                                    {QStringLiteral("note"), text.shortDay(sheet.changed.date())}};
        }
    }
    Q_EMIT sheetsChanged();
}

void MessagesView::preview(const QString &id)
{
    m_previewTitle.clear();
    m_previewParts.clear();
    Records *records = m_account.records();
    const Result<std::optional<OwnSheet>> sheet =
        records && !id.isEmpty() ? ownSheet(*records, id) : Result<std::optional<OwnSheet>>(std::nullopt);
    if (sheet && *sheet) {
        const SheetWords words = sheetWords(**sheet, TimeText(m_preferences.locale()));
        m_previewTitle = words.title;
        m_previewParts = words.parts;
    }
    Q_EMIT sheetsChanged();
}

bool MessagesView::sendPreviewed()
{
    Records *records = m_account.records();
    if (!records || m_previewParts.isEmpty())
        return false;
    const Result<QString> queued = records->queueSheetMessage(m_previewTitle, m_previewParts, m_clock.nowUtc());
    if (!queued) {
        m_begun.setProblem(queued.error());
        return false;
    }
    preview({});
    refresh();
    m_account.sendSoon();
    return true;
}

} // namespace handrail
