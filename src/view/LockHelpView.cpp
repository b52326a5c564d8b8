// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/LockHelpView.h"

#include "core/Log.h"
#include "view/PlanText.h"
#include "view/ProblemText.h"

#include <QPointer>

namespace handrail {

LockHelpView::LockHelpView(Account &account, SecretStore &secrets, const QString &path, MyPeopleView &people, SafetyPlanView &plan,
                           CrisisView &crisis, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_people(people)
    , m_plan(plan)
    , m_crisis(crisis)
    , m_file(secrets, path)
{
    // The plan and the people are made before this: what they hold is kept, and still there.
    connect(&account, &Account::aboutToLock, this, &LockHelpView::follow);
    connect(&account, &Account::stateChanged, this, &LockHelpView::onAccountChanged);
    connect(&account, &Account::pinChanged, &m_follow, &OncePerTurn::ask);
    connect(&people, &MyPeopleView::changed, &m_follow, &OncePerTurn::ask);
    connect(&plan, &SafetyPlanView::changed, &m_follow, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &LockHelpView::changed);
}

void LockHelpView::onAccountChanged()
{
    m_shown = {};
    m_refused.reset();
    const Account::State state = m_account.state();
    if (state == Account::State::Locked) {
        load();
    } else if (state == Account::State::SignedOut || state == Account::State::Revoked) {
        m_isChoiceOver = true; // nor does the next sign-in bring it back
        bring({});
    } else {
        m_follow.ask();
    }
    Q_EMIT changed();
}

bool LockHelpView::isOn() const
{
    return m_plan.plan() && m_plan.plan()->lockScreen.isOn;
}

LockScreenHelp LockHelpView::wanted() const
{
    const SafetyPlan *plan = m_plan.plan();
    return plan && m_account.identity() ? lockScreenHelp(*m_account.identity(), *plan, m_people.list(), m_plan.skillTitles())
                                        : LockScreenHelp();
}

void LockHelpView::follow()
{
    if (!m_account.records() || !m_plan.plan())
        return;
    if (isOn() && (m_isChoiceOver || !m_account.hasPin())) {
        LockScreenChoice off = m_plan.plan()->lockScreen;
        off.isOn = false;
        if (const Result<void> kept = m_plan.setLockScreen(off); !kept)
            qCWarning(logApp) << "what the lock screen shows is switched off, and that is not kept:" << kept.error();
    }
    m_isChoiceOver = false;
    const LockScreenHelp help = m_account.hasPin() ? wanted() : LockScreenHelp();
    bring(help.isEmpty() ? QByteArray() : writeLockScreenHelp(help));
    Q_EMIT changed();
}

QCoro::Task<void> LockHelpView::bring(QByteArray content)
{
    m_wanted = content;
    if (m_isWriting)
        co_return;
    if (content.isEmpty() && !m_file.exists()) {
        m_wanted.reset();
        m_written = QByteArray();
        co_return;
    }
    const QPointer<LockHelpView> self(this);
    const LockScreenFile file = m_file;
    m_isWriting = true;
    while (self && m_wanted) {
        const QByteArray next = *m_wanted;
        m_wanted.reset();
        if (!m_written) {
            const std::optional<QByteArray> there = co_await file.read();
            if (!self)
                co_return;
            m_written = there.value_or(QByteArray());
        }
        if (next == *m_written && file.exists() == !next.isEmpty())
            continue;
        if (next == m_refused)
            continue; // the disk said no to just this
        Result<void> done;
        if (next.isEmpty())
            done = co_await file.remove();
        else
            done = co_await file.write(next);
        if (!self)
            co_return;
        if (done) {
            m_written = next;
            m_refused.reset();
            m_problemText.clear();
            continue;
        }
        m_refused = next;
        // What was there before stays to help, but not with anything that its person took away.
        const bool isStillRight = !next.isEmpty() && readLockScreenHelp(next).holds(readLockScreenHelp(*m_written));
        if (!next.isEmpty() && !isStillRight) {
            const Result<void> gone = co_await file.remove();
            if (!self)
                co_return;
            if (!gone)
                qCWarning(logApp) << "what the lock screen showed before:" << gone.error();
        }
        m_written.reset(); // to be looked at
        fail(done.error(), isStillRight && file.exists());
    }
    m_isWriting = false;
    Q_EMIT changed();
    if (m_account.state() == Account::State::Locked)
        load();
}

void LockHelpView::fail(const Problem &problem, bool isShownStill)
{
    qCWarning(logApp) << "what the lock screen shows:" << problem;
    m_problemText = handrail::problemText(problem).inOne();
    if (isShownStill || !isOn() || !m_account.records())
        return;
    LockScreenChoice off = m_plan.plan()->lockScreen;
    off.isOn = false;
    if (const Result<void> kept = m_plan.setLockScreen(off); !kept)
        qCWarning(logApp) << "and that it is off is not kept:" << kept.error();
}

QCoro::Task<void> LockHelpView::load()
{
    if (m_isWriting || !m_file.exists())
        co_return; // when it is written it is read
    const QPointer<LockHelpView> self(this);
    const LockScreenFile file = m_file;
    const std::optional<QByteArray> content = co_await file.read();
    if (!self || m_account.state() != Account::State::Locked)
        co_return;
    const LockScreenHelp help = readLockScreenHelp(content.value_or(QByteArray()));
    // Another person of this device may have left theirs.
    m_shown = help.owner == m_account.accountHash() ? help : LockScreenHelp();
    Q_EMIT changed();
}

QVariantList LockHelpView::people() const
{
    QVariantList rows;
    for (const OwnPerson &person : m_shown.people)
        rows << personRow(person);
    return rows;
}

QVariantList LockHelpView::lines() const
{
    QVariantList rows;
    for (const LockScreenHelp::Line &line : m_shown.lines)
        rows << QVariantMap{{QStringLiteral("title"), planTitle(line.part)}, {QStringLiteral("text"), line.text}};
    return rows;
}

void LockHelpView::call(const QString &phone)
{
    m_crisis.callNumber(phone);
}

void LockHelpView::text(const QString &phone, const QString &message)
{
    m_crisis.textNumber(phone, message);
}

QString LockHelpView::stateText() const
{
    return isOn() ? tr("On. Who holds this device can read it.") : tr("Off. Nothing of yours shows while it is locked.");
}

QVariantList LockHelpView::choices() const
{
    const SafetyPlan *plan = m_plan.plan();
    if (!plan)
        return {};
    QVariantList rows;
    for (const OwnPerson &person : m_people.list()) {
        rows << QVariantMap{{QStringLiteral("id"), person.id},
                            {QStringLiteral("title"), person.name},
                            {QStringLiteral("note"), person.role},
                            {QStringLiteral("isOn"), plan->lockScreen.people.contains(person.id)}};
    }
    for (const PlanPart part : lockScreenParts) {
        QStringList lines = plan->lines(part);
        if (part == PlanPart::Coping)
            lines = m_plan.skillTitles() + lines;
        if (lines.isEmpty())
            continue;
        rows << QVariantMap{{QStringLiteral("id"), nameOf(part)},
                            {QStringLiteral("title"), planTitle(part)},
                            {QStringLiteral("note"), lines.join(QStringLiteral(" · "))},
                            {QStringLiteral("isOn"), plan->lockScreen.parts.contains(part)}};
    }
    return rows;
}

void LockHelpView::setOn(bool isOn)
{
    if (!m_plan.plan() || !canBeOn())
        return;
    LockScreenChoice choice = m_plan.plan()->lockScreen;
    choice.isOn = isOn;
    // The first time: what helps most and says least.
    if (isOn && choice.people.isEmpty() && choice.parts.isEmpty()) {
        choice.people = m_people.list().isEmpty() ? QStringList() : QStringList{m_people.list().first().id};
        choice.parts = {PlanPart::Coping};
    }
    keep(choice);
}

void LockHelpView::choose(const QString &id, bool isOn)
{
    if (!m_plan.plan())
        return;
    LockScreenChoice choice = m_plan.plan()->lockScreen;
    if (const std::optional<PlanPart> part = planPartNamed(id)) {
        choice.parts.removeAll(*part);
        if (isOn)
            choice.parts << *part;
    } else {
        choice.people.removeAll(id);
        if (isOn)
            choice.people << id;
    }
    keep(choice);
}

void LockHelpView::keep(const LockScreenChoice &choice)
{
    m_problemText.clear();
    m_refused.reset();
    const Result<void> kept = m_plan.setLockScreen(choice);
    if (!kept)
        m_problemText = handrail::problemText(kept.error()).inOne();
    follow();
}

} // namespace handrail
