// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MadeView.h"

#include "core/Log.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/SheetText.h"

#include <algorithm>

namespace handrail {

MadeView::MadeView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(sheetUndoTime);
    m_holdTimer.setSingleShot(true);
    m_holdTimer.setInterval(std::chrono::seconds(11));
    connect(&m_undoTimer, &QTimer::timeout, this, &MadeView::endUndo);
    // The engine looks at what is held when it looks at anything; this makes sure that it does.
    connect(&m_holdTimer, &QTimer::timeout, this, [this] {
        if (m_account.records())
            m_account.sendSoon();
        refresh();
    });
    connect(&account, &Account::aboutToLock, this, &MadeView::endUndo);
    connect(&account, &Account::left, this, &MadeView::onAccountChanged);
    connect(&account, &Account::stateChanged, this, &MadeView::onAccountChanged);
    connect(&account, &Account::outboxChanged, &m_settle, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_settle, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &MadeView::refresh);
    connect(&minute, &MinuteTimer::turned, &m_refresh, &OncePerTurn::ask);
}

QDate MadeView::today() const
{
    return m_clock.today();
}

std::optional<Bringing> MadeView::bringing() const
{
    if (!m_account.records())
        return std::nullopt;
    const TimeText text(m_preferences.locale());
    return Bringing(*m_account.records(), m_clock, [text](const OwnSheet &sheet) { return sheetWords(sheet, text); });
}

void MadeView::onAccountChanged()
{
    const bool wasIn = std::exchange(m_isIn, m_account.records() != nullptr);
    if (m_isIn && !wasIn)
        purge(); // the program ended before it was gone; nobody is offered it back any more
    if (!m_isIn) {
        m_actProblem.clear();
        m_undoTimer.stop();
        m_deleted.clear();
        m_undoText.clear();
        m_sheetId.clear();
        m_sessionId.clear();
        Q_EMIT undoChanged();
    }
    refresh();
}

void MadeView::setShown(bool isShown)
{
    if (!isShown)
        m_actProblem.clear();
    m_shown = std::max(0, m_shown + (isShown ? 1 : -1)); // one page comes before the other has gone
    refresh();
}

void MadeView::setSessionId(const QString &id)
{
    m_sessionId = id;
    refresh();
}

void MadeView::setSheetId(const QString &id)
{
    if (id == m_sheetId)
        return;
    m_sheetId = id;
    m_bringProblem.clear();
    refreshBring();
}

void MadeView::settle()
{
    if (std::optional<Bringing> way = bringing()) {
        if (const Result<void> settled = way->settle(); !settled)
            qCWarning(logApp) << "what became of a sheet is not noted:" << settled.error();
    }
    refresh();
}

QVariantMap MadeView::rowOf(const OwnSheet &sheet, const Bringing &bringing, const TimeText &text) const
{
    const BringFacts facts = bringing.facts(sheet);
    const QString heading = sheetHeading(sheet);
    QStringList notes;
    if (heading != sheet.title)
        notes << sheet.title;
    notes << text.time(sheet.changed.time());
    return {{QStringLiteral("id"), sheet.id},
            {QStringLiteral("title"), heading},
            {QStringLiteral("note"), notes.join(QStringLiteral(" · "))},
            {QStringLiteral("isBrought"), facts.isOn()},
            {QStringLiteral("bringText"),
             facts.isOn() ? handrail::bringText(facts, m_clock.nowUtc(), m_clock.localZone(), text) : QString()}};
}

void MadeView::refresh()
{
    m_days.clear();
    m_forSession.clear();
    m_damaged = 0;
    m_problemText.clear();
    Records *records = m_account.records();
    if (records && (m_shown > 0 || !m_sessionId.isEmpty())) {
        if (m_deleted.isEmpty())
            purge(); // what a full disk kept
        const Result<OwnSheets> all = ownSheets(*records);
        if (!all)
            m_problemText = handrail::problemText(all.error()).inOne();
        const TimeText text(m_preferences.locale(), m_preferences.textScale());
        const Bringing way = *bringing();
        QDate day;
        m_damaged = all ? all->damaged : 0;
        for (const OwnSheet &sheet : all ? all->sheets : QList<OwnSheet>()) {
            if (sheet.isBlank())
                continue; // all was taken back
            const QVariantMap row = rowOf(sheet, way, text);
            if (!m_sessionId.isEmpty() && sheet.bringing.sessionId == m_sessionId && way.facts(sheet).isOn())
                m_forSession << row;
            if (m_shown == 0)
                continue;
            if (m_days.isEmpty() || sheet.changed.date() != day) {
                day = sheet.changed.date();
                m_days << QVariantMap{{QStringLiteral("title"), text.relativeDay(day, today())},
                                      {QStringLiteral("sheets"), QVariantList()}};
            }
            QVariantMap last = m_days.takeLast().toMap();
            last.insert(QStringLiteral("sheets"), last.value(QStringLiteral("sheets")).toList() << QVariant(row));
            m_days << last;
        }
    }
    Q_EMIT changed();
    refreshBring();
}

void MadeView::refreshBring()
{
    m_facts = {};
    const std::optional<Bringing> way = bringing();
    const Result<std::optional<OwnSheet>> sheet =
        way && !m_sheetId.isEmpty() ? ownSheet(*m_account.records(), m_sheetId) : Result<std::optional<OwnSheet>>(std::nullopt);
    if (sheet && *sheet)
        m_facts = way->facts(**sheet);
    m_bringText = handrail::bringText(m_facts, m_clock.nowUtc(), m_clock.localZone(),
                                      TimeText(m_preferences.locale(), m_preferences.textScale()));
    Q_EMIT bringChanged();
}

void MadeView::setBrought(bool isOn)
{
    std::optional<Bringing> way = bringing();
    if (!way || m_sheetId.isEmpty())
        return;
    const Result<void> done = way->setOn(m_sheetId, isOn);
    m_bringProblem.clear();
    if (!done) {
        m_bringProblem = done.error().kind == ProblemKind::Conflict ? tr("It has left this device. It can’t be taken back.")
            : done.error().kind == ProblemKind::BadData             ? tr("Write something first.")
                                                                    : handrail::problemText(done.error()).inOne();
    }
    m_holdTimer.start();
    m_account.sendSoon();
    refresh();
}

void MadeView::bringAsItIs()
{
    std::optional<Bringing> way = bringing();
    if (!way || m_sheetId.isEmpty())
        return;
    const Result<void> done = way->bringAsItIs(m_sheetId);
    m_bringProblem = problemIn(done);
    m_holdTimer.start();
    m_account.sendSoon();
    refresh();
}

void MadeView::follow(const QString &id)
{
    std::optional<Bringing> way = bringing();
    if (!way)
        return;
    if (const Result<void> done = way->follow(id); !done) {
        qCWarning(logApp) << "what waits is older than the sheet:" << done.error();
        m_bringProblem = handrail::problemText(done.error()).inOne();
    }
    m_holdTimer.start();
    if (m_shown > 0)
        m_refresh.ask();
    if (id == m_sheetId)
        refreshBring();
}

void MadeView::remove(const QString &id)
{
    Records *records = m_account.records();
    if (!records)
        return;
    endUndo();
    const Result<std::optional<OwnSheet>> sheet = ownSheet(*records, id);
    if (!sheet || !*sheet) {
        tellAct(sheet ? Result<void>() : tl::make_unexpected(sheet.error()));
        return;
    }
    // What has not left goes nowhere; what has is the clinic's, and that is said.
    std::optional<Bringing> way = bringing();
    const BringFacts facts = way->facts(**sheet);
    m_wasBrought = facts.isOn() && facts.canSwitch();
    Result<void> done = m_wasBrought ? way->setOn(id, false) : Result<void>();
    if (done) {
        done = deleteOwnSheet(*records, id, m_clock.nowUtc());
        if (!done && m_wasBrought && !way->setOn(id, true))
            qCWarning(logApp) << "a sheet that could not be deleted is not brought any more";
    }
    if (done) {
        m_deleted = id;
        m_undoText = facts.isOn() && !facts.canSwitch()
            ? tr("“%1” is deleted here. Your care team keeps what was sent.").arg(sheetHeading(**sheet))
            : tr("“%1” is deleted.").arg(sheetHeading(**sheet));
        m_undoTimer.start();
    }
    m_account.sendSoon();
    Q_EMIT undoChanged();
    tellAct(done);
}

void MadeView::removeDamaged()
{
    if (Records *records = m_account.records())
        tellAct(removeDamagedSheets(*records));
}

/// And shows what is there now.
void MadeView::tellAct(const Result<void> &done)
{
    m_actProblem = problemIn(done);
    refresh();
}

void MadeView::undo()
{
    Records *records = m_account.records();
    if (!records || m_deleted.isEmpty())
        return;
    m_undoTimer.stop();
    const QString id = m_deleted;
    Result<void> done = undeleteOwnSheet(*records, id);
    if (done)
        m_deleted.clear();
    else
        m_undoTimer.start(); // it is still there, and can be had back when there is room
    if (done && m_wasBrought) {
        done = bringing()->setOn(id, true);
        m_holdTimer.start();
    }
    Q_EMIT undoChanged();
    tellAct(done);
}

void MadeView::endUndo()
{
    m_undoTimer.stop();
    if (m_deleted.isEmpty())
        return;
    m_deleted.clear();
    m_undoText.clear();
    purge();
    Q_EMIT undoChanged();
}

void MadeView::purge()
{
    if (!m_account.records())
        return;
    if (const Result<void> purged = purgeOwnSheets(*m_account.records(), m_clock.nowUtc(), true); !purged)
        qCWarning(logApp) << "what was deleted is still here:" << purged.error();
}

} // namespace handrail
