// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SafetyPlanView.h"

#include "care/OwnSheets.h"
#include "core/Log.h"
#include "view/PlanText.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

/// What a crash may take (design security row 52: a second).
constexpr std::chrono::milliseconds keptWithin{400};
/// Offered beside what is in the plan: short ones for many moods.
const QStringList commonSkills{
    QStringLiteral("ride-the-urge"), QStringLiteral("box-breath"),  QStringLiteral("five-four-three-two-one"),
    QStringLiteral("move-a-little"), QStringLiteral("five-senses"), QStringLiteral("cool-down-fast"),
    QStringLiteral("reach-out"),     QStringLiteral("kind-voice")};

} // namespace

SafetyPlanView::SafetyPlanView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_report(account, clock)
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keptWithin);
    connect(&m_keepTimer, &QTimer::timeout, this, &SafetyPlanView::flush);
    connect(&account, &Account::aboutToLock, this, &SafetyPlanView::flush);
    connect(&account, &Account::left, this, &SafetyPlanView::forget);
    connect(&account, &Account::stateChanged, this, [this] {
        if (!m_account.records())
            forget();
        else
            m_refresh.ask();
    });
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        m_shelf.reset();
        Q_EMIT changed();
    });
}

void SafetyPlanView::setTexts(LibraryIn texts)
{
    m_texts = std::move(texts);
    m_shelf.reset();
    m_refresh.ask();
}

void SafetyPlanView::forget()
{
    m_keepTimer.stop();
    m_plan.reset();
    m_shelf.reset();
    m_isGuided = false;
    m_isUnsaved = false;
    m_isUnreadable = false;
    m_savedAt = {};
    m_problemText.clear();
    Q_EMIT changed();
    Q_EMIT kept();
}

void SafetyPlanView::readAgain()
{
    if (m_isUnsaved)
        return;
    m_plan.reset();
    m_refresh.ask();
}

const SafetyPlan *SafetyPlanView::plan() const
{
    Records *records = m_account.records();
    if (!records)
        return nullptr;
    if (!m_plan) {
        const Result<SafetyPlan> read = safetyPlan(*records);
        if (!read) {
            if (!std::exchange(m_isUnreadable, true))
                qCWarning(logApp) << "the safety plan cannot be read:" << read.error();
            m_problemText = tr("Your plan can’t be read right now. Nothing was deleted.");
            return nullptr;
        }
        if (std::exchange(m_isUnreadable, false))
            m_problemText.clear();
        m_plan = *read;
    }
    return &*m_plan;
}

SafetyPlan *SafetyPlanView::editable()
{
    return plan() ? &*m_plan : nullptr;
}

QDate SafetyPlanView::today() const
{
    return m_clock.today();
}

bool SafetyPlanView::isUnreadable() const
{
    return m_account.records() && !plan();
}

QString SafetyPlanView::problemText() const
{
    (void)plan(); // what cannot be read is said also to who asks for nothing else
    return m_problemText;
}

bool SafetyPlanView::hasPlan() const
{
    return plan() && !plan()->isBlank();
}

QString SafetyPlanView::madeText() const
{
    if (!hasPlan() || !plan()->made.isValid())
        return {};
    const TimeText text(m_preferences.locale());
    const QString made = tr("My words. Made on %1.").arg(text.shortDay(plan()->made));
    return plan()->changed > plan()->made ? tr("%1 Changed on %2.", "two sentences").arg(made, text.shortDay(plan()->changed))
                                          : made;
}

QVariantList SafetyPlanView::steps() const
{
    QVariantList steps;
    for (const PlanPart part : planParts) {
        const QStringList lines = plan() ? plan()->lines(part) : QStringList();
        steps << QVariantMap{{QStringLiteral("part"), nameOf(part)},
                             {QStringLiteral("number"), part == PlanPart::Reasons ? 0 : int(part) + 1},
                             {QStringLiteral("title"), planTitle(part)},
                             {QStringLiteral("text"), lines.join(u'\n')},
                             {QStringLiteral("isEmpty"), lines.isEmpty()}};
    }
    return steps;
}

const QList<Skill> &SafetyPlanView::shelf() const
{
    if (!m_shelf)
        m_shelf = m_texts(m_preferences.language()).skills();
    return *m_shelf;
}

QVariantMap SafetyPlanView::rowOf(const Skill &skill) const
{
    return {{QStringLiteral("id"), skill.id},
            {QStringLiteral("title"), skill.title},
            {QStringLiteral("iconName"), skill.icon},
            {QStringLiteral("isChosen"), plan() && plan()->skills.contains(skill.id)}};
}

QVariantList SafetyPlanView::skills() const
{
    QVariantList rows;
    for (const QString &id : plan() ? plan()->skills : QStringList()) {
        const auto found = std::find_if(shelf().cbegin(), shelf().cend(), [&](const Skill &one) { return one.id == id; });
        if (found != shelf().cend())
            rows << rowOf(*found);
    }
    return rows;
}

QVariantList SafetyPlanView::offeredSkills() const
{
    QStringList ids = plan() ? plan()->skills : QStringList();
    for (const QString &id : commonSkills) {
        if (!ids.contains(id))
            ids << id;
    }
    QVariantList rows;
    // In the order of the shelf, so that none moves when it is chosen.
    for (const Skill &skill : shelf()) {
        if (ids.contains(skill.id))
            rows << rowOf(skill);
    }
    return rows;
}

QStringList SafetyPlanView::skillTitles() const
{
    QStringList titles;
    for (const QVariant &row : skills())
        titles << row.toMap().value(QStringLiteral("title")).toString();
    return titles;
}

QString SafetyPlanView::titleOf(const QString &part) const
{
    const std::optional<PlanPart> known = planPartNamed(part);
    return known ? planTitle(*known) : QString();
}

QString SafetyPlanView::askOf(const QString &part) const
{
    const std::optional<PlanPart> known = planPartNamed(part);
    return known ? planAsk(*known) : QString();
}

QString SafetyPlanView::hintOf(const QString &part) const
{
    const std::optional<PlanPart> known = planPartNamed(part);
    return known ? planHint(*known) : QString();
}

QString SafetyPlanView::words(const QString &part) const
{
    const std::optional<PlanPart> known = planPartNamed(part);
    return known && plan() ? plan()->words.value(*known) : QString();
}

int SafetyPlanView::indexOf(const QString &part) const
{
    const std::optional<PlanPart> known = planPartNamed(part);
    return known ? int(*known) + 1 : 0;
}

QString SafetyPlanView::after(const QString &part) const
{
    const std::optional<PlanPart> known = planPartNamed(part);
    return known && *known != planParts.back() ? nameOf(PlanPart(int(*known) + 1)) : QString();
}

void SafetyPlanView::setWords(const QString &part, const QString &words)
{
    const std::optional<PlanPart> known = planPartNamed(part);
    SafetyPlan *own = editable();
    if (!own)
        Q_EMIT kept(); // and the problem says why nothing is
    if (!known || !own || own->words.value(*known) == words)
        return;
    if (words.isEmpty())
        own->words.remove(*known);
    else
        own->words.insert(*known, words.left(longestPlanPart));
    m_isUnsaved = true;
    if (!m_keepTimer.isActive()) // from the first letter on: who types without a pause is kept, too
        m_keepTimer.start();
}

void SafetyPlanView::toggleSkill(const QString &id)
{
    SafetyPlan *own = editable();
    if (!own)
        return;
    if (!own->skills.removeOne(id) && own->skills.size() < mostPlanSkills)
        own->skills << id;
    m_isUnsaved = true;
    flush();
}

void SafetyPlanView::flush()
{
    m_keepTimer.stop();
    SafetyPlan *own = m_isUnsaved ? editable() : nullptr;
    if (!own)
        return;
    own->changed = today();
    if (!own->made.isValid())
        own->made = own->changed;
    const Result<void> written = keepTypedPlan(*m_account.records(), *own);
    m_isUnsaved = !written;
    if (written)
        m_savedAt = m_clock.nowUtc();
    tell(written);
    Q_EMIT changed();
}

void SafetyPlanView::tell(const Result<void> &result)
{
    m_problemText = problemIn(result);
    Q_EMIT kept();
}

QString SafetyPlanView::savedText() const
{
    if (!m_savedAt.isValid() || m_isUnsaved)
        return {};
    return tr("Saved %1").arg(TimeText(m_preferences.locale()).time(m_savedAt.toTimeZone(m_clock.localZone()).time()));
}

void SafetyPlanView::closeStep()
{
    flush();
    m_savedAt = {};
    Q_EMIT kept();
    if (isShared() && !m_isUnsaved)
        sendChanges();
}

void SafetyPlanView::setGuided(bool isGuided)
{
    m_isGuided = isGuided;
    Q_EMIT changed();
}

PlanShare::State SafetyPlanView::shareState() const
{
    Records *records = m_account.records();
    return records && plan() ? PlanShare(*records, m_clock).state(*plan(), skillTitles()) : PlanShare::State::Never;
}

bool SafetyPlanView::isShared() const
{
    return plan() && plan()->sharing.isOn;
}

bool SafetyPlanView::canSendChanges() const
{
    return isShared() && shareState() == PlanShare::State::Older;
}

QString SafetyPlanView::shareText() const
{
    return planShareText(shareState());
}

QString SafetyPlanView::sentId() const
{
    return plan() ? plan()->sharing.identifier : QString();
}

void SafetyPlanView::take(const Result<SafetyPlan> &plan)
{
    // What was refused half way stands on the disk as far as it came: the page says that, and not what it had hoped for.
    m_plan.reset();
    if (plan)
        m_plan = *plan;
    tell(plan ? Result<void>() : tl::make_unexpected(plan.error()));
    m_account.sendSoon();
    Q_EMIT changed();
}

void SafetyPlanView::setShared(bool isShared)
{
    flush();
    if (!plan())
        return;
    PlanShare share(*m_account.records(), m_clock);
    take(isShared ? share.share(*plan(), skillTitles()) : share.stop(*plan()));
}

void SafetyPlanView::sendChanges()
{
    if (plan() && !plan()->isBlank())
        take(PlanShare(*m_account.records(), m_clock).share(*plan(), skillTitles()));
}

QString SafetyPlanView::clinicForm() const
{
    const std::optional<FormName> form = m_account.records() ? clinicPlanForm(*m_account.records()) : std::nullopt;
    return form ? form->url : QString();
}

QString SafetyPlanView::clinicFormTitle() const
{
    const std::optional<FormName> form = m_account.records() ? clinicPlanForm(*m_account.records()) : std::nullopt;
    return form ? form->title : QString();
}

QString SafetyPlanView::clinicAnswers() const
{
    const std::optional<FormName> form = m_account.records() ? clinicPlanForm(*m_account.records()) : std::nullopt;
    return form ? clinicPlanAnswers(*m_account.records(), *form) : QString();
}

bool SafetyPlanView::standsFor(const QString &skill)
{
    return skill == safetyPlanSkill;
}

void SafetyPlanView::askToTell()
{
    if (hasPlan())
        m_report.ask(safetyPlanSkill.toString(), m_texts(m_preferences.language()), false);
}

void SafetyPlanView::come()
{
    ++m_pages;
    askToTell();
}

void SafetyPlanView::leave()
{
    m_pages = std::max(0, m_pages - 1);
    if (m_pages == 0)
        m_report.leave();
}

Result<void> SafetyPlanView::setLockScreen(const LockScreenChoice &choice)
{
    SafetyPlan *own = editable();
    if (!own)
        return problem(ProblemKind::Locked, QStringLiteral("safety plan"));
    SafetyPlan next = *own;
    next.lockScreen = choice;
    const Result<void> written = keepSafetyPlan(*m_account.records(), next);
    if (written) {
        *own = next;
        Q_EMIT changed(); // and not else: whoever follows it would try the same again for ever
    }
    return written;
}

} // namespace handrail
