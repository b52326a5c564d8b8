// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CheckInView.h"

#include "view/ProblemText.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace handrail {

CheckInView::CheckInView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_safety(safety)
{
    connect(&safety, &SafetyView::kept, this, &CheckInView::keepLate);
    connect(&account, &Account::stateChanged, this, &CheckInView::onAccountChanged);
    connect(&account, &Account::recordsChanged, this, &CheckInView::onAccountChanged);
    connect(&preferences, &Preferences::languageChanged, this, &CheckInView::onLanguageChanged);
}

CheckInView::~CheckInView() = default;

void CheckInView::onAccountChanged()
{
    if (m_account.records())
        return;
    // Signed out or another person: nothing of these answers may stay in sight. The draft is sealed in its own store.
    m_checkIn.reset();
    dropFields();
    m_late.reset();
    m_notice.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    m_state = Unavailable;
    Q_EMIT changed();
    Q_EMIT answeredChanged();
}

void CheckInView::onLanguageChanged()
{
    // The form is read anew, and the draft has the answers.
    if (m_state != Editing || m_checkIn->isSentAgain())
        return;
    const SafetyWatch watch = m_watch;
    const bool wasUseSaid = m_wasUseSaid;
    leave();
    begin();
    m_watch = watch;
    m_wasUseSaid = wasUseSaid;
}

void CheckInView::clear()
{
    m_notice.clear();
    m_problemTitle.clear();
    m_watch = SafetyWatch();
    m_wasUseSaid = false;
    m_late.reset();
    m_checkIn.reset();
    m_state = Unavailable;
}

void CheckInView::begin()
{
    // What the disk did not take is still here.
    if (m_checkIn && !m_checkIn->isSentAgain() && !m_checkIn->isTooOld() && !todaysCheckIn(*m_account.records(), m_clock)) {
        m_state = Editing;
        showPage();
        return;
    }
    clear();
    if (Records *records = m_account.records()) {
        if (todaysCheckIn(*records, m_clock)) {
            m_state = Done;
        } else if (const std::optional<Form> form = dailyCheckInForm(*records)) {
            m_checkIn = std::make_unique<CheckIn>(*records, m_clock, *form);
            m_checkIn->resume();
            noteResumed();
            if (m_checkIn->isOldDraftPutAside())
                m_notice = tr("You began a check-in some time ago. It was put aside, and this is a new one.");
            const auto note = [this](const QString &words) {
                m_notice += (m_notice.isEmpty() ? QString() : QStringLiteral("\n")) + words;
            };
            if (form->isStandIn)
                note(tr("Your clinic’s own questions can’t be shown here yet. These come with Handrail."));
            if (form->droppedItems > 0)
                note(tr("Some questions of your clinic can’t be shown here."));
            m_state = m_checkIn->stepCount() > 0 ? Editing : Unavailable;
        }
    }
    showPage();
}

void CheckInView::noteResumed()
{
    // The pages came when these answers were given.
    m_watch = SafetyWatch(safetyOf(m_checkIn->form(), m_checkIn->answers()) == SafetyAnswer::Positive);
    m_wasUseSaid = m_checkIn->answers().value(QStringLiteral("use")).toString() == QLatin1String("yes");
}

bool CheckInView::sendAgain(const QString &identifier)
{
    clear();
    Records *records = m_account.records();
    const std::optional<Form> form = records ? dailyCheckInForm(*records) : std::nullopt;
    if (form) {
        m_checkIn = std::make_unique<CheckIn>(*records, m_clock, *form);
        if (m_checkIn->stepCount() > 0 && m_checkIn->takeUp(identifier)) {
            m_notice = tr("Your clinic could not take these answers. Change what you like. They are sent again at the end.");
            noteResumed();
            m_state = Editing;
        } else {
            m_checkIn.reset();
        }
    }
    showPage();
    return m_state == Editing;
}

void CheckInView::dropFields()
{
    // Well after their delegates, which may still be in their own click.
    for (FormField *field : std::exchange(m_fields, {}))
        QTimer::singleShot(std::chrono::seconds(1), field, &QObject::deleteLater);
}

void CheckInView::showPage()
{
    dropFields();
    if (m_checkIn && m_state == Editing) {
        const Writing writing{m_preferences.locale(), m_clock.localZone()};
        for (const QString &key : m_checkIn->page().keys) {
            const FormEntry *entry = m_checkIn->state().find(key);
            auto *field = new FormField(*entry->item, entry->value, this, key, writing);
            connect(field, &FormField::answered, this, &CheckInView::takeAnswer);
            m_fields << field;
        }
    }
    Q_EMIT changed();
    Q_EMIT answeredChanged();
}

void CheckInView::takeAnswer(const QString &key, const QVariant &value)
{
    if (!m_checkIn)
        return;
    // The page first, then the disk: design clinical 3.3. What waits is kept by kept(), at the latest when this screen is left.
    Answers answers = m_checkIn->answers();
    if (value.isValid())
        answers.insert(key, value);
    else
        answers.remove(key);
    keepLate();
    if (m_safety.note(m_watch, m_checkIn->form(), answers))
        m_late = {key, value};
    else
        keep(key, value);
    Q_EMIT answeredChanged();
}

void CheckInView::keepLate()
{
    if (const auto late = std::exchange(m_late, std::nullopt); late && m_checkIn)
        keep(late->first, late->second);
}

void CheckInView::keep(const QString &key, const QVariant &value)
{
    const QStringList asked = m_checkIn->page().keys;
    const int count = stepCount();
    m_checkIn->setAnswer(key, value);
    if (asked != m_checkIn->page().keys)
        showPage(); // an answer can bring a question below it
    else if (count != stepCount())
        Q_EMIT changed();
}

QString CheckInView::stepText() const
{
    return tr("%1 of %2").arg(step() + 1).arg(stepCount());
}

QString CheckInView::title() const
{
    return m_checkIn && m_state == Editing ? unbroken(m_checkIn->lead().text) : QString();
}

QString CheckInView::help() const
{
    return m_checkIn && m_state == Editing ? unbroken(m_checkIn->lead().help) : QString();
}

bool CheckInView::isAnswered() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const FormField *field) { return field->isAnswered(); });
}

bool CheckInView::isSafetyUnsaid() const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [](const FormField *field) { return safetyOf(field->item(), field->value()) == SafetyAnswer::Unsaid; });
}

QVariantList CheckInView::fields() const
{
    QVariantList fields;
    for (FormField *field : m_fields)
        fields << QVariant::fromValue(field);
    return fields;
}

void CheckInView::clearAnswers()
{
    for (FormField *field : std::as_const(m_fields))
        field->clear();
}

bool CheckInView::isUseSaidHere() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const FormField *field) {
        return field->linkId() == QLatin1String("use") && field->value().toString() == QLatin1String("yes");
    });
}

void CheckInView::next()
{
    if (!m_checkIn)
        return;
    endScreen();
    const bool isUseSaid = isUseSaidHere() && !std::exchange(m_wasUseSaid, isUseSaidHere() || m_wasUseSaid);
    if (m_checkIn->next())
        showPage();
    else
        finish();
    if (isUseSaid && m_state == Editing)
        Q_EMIT useSaid();
}

void CheckInView::endScreen()
{
    m_safety.keepNow();
    keepLate();
}

void CheckInView::skip()
{
    if (!m_checkIn)
        return;
    endScreen();
    const bool wasLast = isLast();
    m_checkIn->skip();
    if (wasLast)
        finish();
    else
        showPage();
}

void CheckInView::retry()
{
    if (m_checkIn && m_state == Failed)
        finish();
}

bool CheckInView::back()
{
    endScreen();
    if (m_checkIn && m_state == Failed) {
        m_state = Editing;
        showPage();
        return true;
    }
    if (!m_checkIn || !m_checkIn->back())
        return false;
    showPage();
    return true;
}

void CheckInView::leave()
{
    endScreen();
    if (m_checkIn && m_checkIn->isDraftKept())
        m_checkIn.reset();
    m_state = Unavailable;
    showPage();
}

void CheckInView::finish()
{
    const Result<CompletedForm> completed = m_checkIn->finish();
    if (!completed) {
        const bool isUnderWay = m_checkIn->isSentAgain() && completed.error().kind == ProblemKind::Conflict;
        const ProblemWords words = isUnderWay
            ? ProblemWords{tr("Your first answers are on their way"),
                           tr("They were taken after all, so this change was not used. Tell your clinic if it matters.")}
            : handrail::problemText(completed.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
        m_state = Failed;
        Q_EMIT changed();
        return;
    }
    const bool isSentAgain = m_checkIn->isSentAgain();
    m_checkIn.reset();
    m_state = isSentAgain ? Unavailable : Done;
    showPage();
    Q_EMIT finished(isSentAgain);
    m_account.sendSoon();
}

} // namespace handrail
