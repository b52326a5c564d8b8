// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OutboxView.h"

#include "core/Log.h"
#include "view/OutgoingCopy.h"
#include "view/ProblemText.h"

#include <QHash>
#include <algorithm>

namespace handrail {

OutboxView::OutboxView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, FileExport &files,
                       QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_files(files)
{
    connect(&account, &Account::stateChanged, this, &OutboxView::refresh);
    connect(&account, &Account::outboxChanged, this, &OutboxView::refresh);
    connect(&account, &Account::syncChanged, this, &OutboxView::refresh);
    connect(&account, &Account::recordsChanged, this, &OutboxView::refresh);
    connect(&preferences, &Preferences::languageChanged, this, &OutboxView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &OutboxView::refresh);
}

void OutboxView::setShown(bool isShown)
{
    m_isShown = isShown;
    forgetCopyText();
    refresh();
}

void OutboxView::refresh()
{
    const Records *records = m_isShown ? m_account.records() : nullptr;
    if (!records && m_title.isEmpty())
        return;
    m_problemTitle.clear();
    m_problemText.clear();
    QList<Outgoing> things;
    if (records) {
        const Result<QList<Outgoing>> read = outgoing(*records, wayOf(m_account));
        if (read) {
            things = *read;
        } else {
            const ProblemWords words = handrail::problemText(read.error());
            m_problemTitle = words.title;
            m_problemText = words.text;
        }
    }
    const TimeText text(m_preferences.locale());
    const QDate today = m_clock.today();
    const Way way = wayOf(m_account);
    QHash<qint64, OutgoingItem> items;
    for (const Outgoing &thing : std::as_const(things))
        items.insert(thing.number, outgoingItem(thing, way, m_clock, text));
    QList<OutgoingItem> waiting;
    QList<OutgoingItem> sentToday;
    QList<OutgoingItem> sentBefore;
    for (const Outgoing &thing : std::as_const(things)) {
        const bool isToday = thing.sentAt.toTimeZone(m_clock.localZone()).date() == today;
        OutgoingItem item = items.value(thing.number);
        QStringList along;
        for (const qint64 number : thing.goesAlong)
            along << items.value(number).title;
        item.along = m_preferences.locale().createSeparatedList(along);
        (thing.state != Outgoing::State::Sent ? waiting : isToday ? sentToday : sentBefore) << item;
    }
    m_canGo = std::any_of(things.cbegin(), things.cend(), [](const Outgoing &thing) {
        return thing.state == Outgoing::State::Saved || thing.state == Outgoing::State::Unsure
            || thing.state == Outgoing::State::Sending;
    });
    m_waiting.setItems(waiting);
    m_sentToday.setItems(sentToday);
    m_sentBefore.setItems(sentBefore);
    if (records)
        setWords(things);
    else
        m_title.clear();
    Q_EMIT changed();
}

void OutboxView::setWords(const QList<Outgoing> &things)
{
    const int waiting = m_waiting.rowCount();
    if (waiting == 0) {
        m_title = hasProblem() ? tr("What waits can’t be read now") : tr("Nothing waits");
        m_lead = hasProblem() ? QString() : tr("Your clinic has everything that you sent from here.");
        return;
    }
    const auto needing =
        int(std::count_if(things.cbegin(), things.cend(), [](const Outgoing &thing) { return thing.needsPerson(); }));
    const QString safe = m_account.isSessionOnly() ? tr("Kept until you close Handrail.") : tr("Safe on this device.");
    QString then = tr("They send by themselves.", nullptr, waiting);
    if (m_account.state() == Account::State::NeedsSignIn)
        then = tr("They go after you sign in.", nullptr, waiting);
    else if (needing > 0)
        then = tr("%n of them need(s) you.", nullptr, needing);
    m_title = tr("%n thing(s) waiting", nullptr, waiting);
    m_lead = QStringLiteral("%1 %2").arg(safe, then);
}

void OutboxView::saveCopy(const QString &identifier)
{
    const Records *records = m_account.records();
    const QList<Outgoing> things = records ? outgoing(*records, wayOf(m_account)).value_or(QList<Outgoing>()) : QList<Outgoing>();
    const auto thing = std::find_if(things.cbegin(), things.cend(), [&](const Outgoing &each) {
        const bool canSave = each.state == Outgoing::State::Refused || each.state == Outgoing::State::Behind;
        return canSave && each.identifier == identifier;
    });
    if (thing == things.cend())
        return;
    const QDate day = thing->answered.isValid() ? thing->answered.date() : thing->savedAt.toTimeZone(m_clock.localZone()).date();
    // A name that tells nobody what is in it.
    const Result<QString> saved = m_files.save(QStringLiteral("handrail-%1.txt").arg(day.toString(Qt::ISODate)),
                                               outgoingCopy(*thing, *records, m_clock, TimeText(m_preferences.locale())).toUtf8());
    setCopyText(saved ? tr("Saved as %1").arg(*saved) : tr("No copy was made. Is there room in your Downloads folder?"));
}

void OutboxView::remove(int number)
{
    if (!m_account.records())
        return;
    if (const Result<void> removed = m_account.records()->store().outbox().forget(number); !removed)
        qCWarning(logApp) << "removing what was refused:" << removed.error();
    m_account.sendSoon();
}

void OutboxView::forgetCopyText()
{
    setCopyText({});
}

void OutboxView::setCopyText(const QString &text)
{
    m_copyText = text;
    Q_EMIT copyTextChanged();
}

} // namespace handrail
