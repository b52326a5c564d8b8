// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FillingView.h"

#include <QGuiApplication>
#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

/// How long an answer is seen before the next question comes.
constexpr auto settling = 300ms;
constexpr auto settlingWithLessMotion = 120ms;
/// An answer about safety that comes letter by letter or along a scale counts when it is whole: "no" begins as "n", and 9 goes past 1.
constexpr auto wholeWords = 1200ms;
constexpr auto wholeNumber = 150ms;

std::chrono::milliseconds untilWhole(const FormField &field)
{
    if (!isSafetyItem(field.item()))
        return 0ms;
    switch (field.control()) {
    case FormField::Slider:
    case FormField::Stepper: return wholeNumber;
    case FormField::Text: return wholeWords;
    case FormField::OpenChoice: return field.isOwnWords() ? wholeWords : 0ms;
    default: return field.isTyped() ? wholeWords : 0ms;
    }
}

} // namespace

FillingView::FillingView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_safety(safety)
{
    m_goingOn.setSingleShot(true);
    connect(&m_goingOn, &QTimer::timeout, this, [this] {
        m_isGoingOn = true;
        next();
        m_isGoingOn = false;
    });
    m_comingBack.setSingleShot(true);
    connect(&m_comingBack, &QTimer::timeout, this, [this] {
        if (lookForSafety() || !m_filling || m_safety.comeBack(*m_filling, said(*m_filling)))
            return;
        m_watch = SafetyWatch();
        lookForSafety();
    });
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &FillingView::judge);
    connect(&safety, &SafetyView::told, this, [this](const QString &formUrl, const QString &identifier) {
        if (!m_filling || m_filling->form().url != formUrl)
            return;
        m_filling->keepAhead(identifier);
        m_isLate = true; // kept() comes after it
    });
    connect(&safety, &SafetyView::kept, this, &FillingView::keepLate);
    connect(&account, &Account::aboutToLock, this, [this] {
        if (m_filling)
            endScreen();
    });
    if (auto *app = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::applicationStateChanged, this, [this] {
            if (m_settling.isActive())
                judge();
        });
        connect(app, &QCoreApplication::aboutToQuit, this, &FillingView::endScreen);
    }
    connect(&account, &Account::stateChanged, this, &FillingView::onAccountChanged);
    connect(&account, &Account::recordsChanged, this, &FillingView::onAccountChanged);
    connect(&preferences, &Preferences::changed, this, &FillingView::changed);
}

FillingView::~FillingView() = default;

void FillingView::onAccountChanged()
{
    if (m_account.records())
        return;
    // Signed out or another person: nothing of these answers may stay in sight. The draft is sealed in its own store.
    m_settling.stop();
    close();
    Q_EMIT changed();
    Q_EMIT pageChanged();
    Q_EMIT answeredChanged();
}

void FillingView::close()
{
    m_goingOn.stop();
    m_comingBack.stop();
    if (m_settling.isActive()) {
        m_settling.stop();
        lookForSafety();
    }
    m_model.setFields({});
    dropFields();
    dropLast();
    m_filling.reset();
    m_untaken.clear();
    m_isLate = false;
    m_watch = SafetyWatch();
    m_tellsOfUse = false;
    m_isOnlyScreen = false;
    m_hasGoneOn = false;
    m_openedOn.clear();
    m_lead.clear();
    m_notice.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    m_state = Unavailable;
}

void FillingView::explain(const ProblemWords &words)
{
    m_problemTitle = words.title;
    m_problemText = words.text;
}

void FillingView::fail(const ProblemWords &words)
{
    explain(words);
    m_state = Failed;
    Q_EMIT changed();
}

QString FillingView::notice() const
{
    return m_state == Editing && !m_filling->page().keys.contains(m_openedOn) ? QString() : m_notice;
}

bool FillingView::isAnswered() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const FormField *field) {
        return (field->isAnswered() && !field->isReadOnly()) || field->hasUnreadLine();
    });
}

void FillingView::dropFields()
{
    if (m_fields.isEmpty())
        return;
    dropLast();
    m_last = std::exchange(m_fields, {});
}

void FillingView::dropLast()
{
    // Well after their delegates, which may still be in their own click.
    for (FormField *field : std::exchange(m_last, {}))
        QTimer::singleShot(std::chrono::seconds(1), field, &QObject::deleteLater);
}

void FillingView::showPage()
{
    m_goingOn.stop();
    m_untaken.clear();
    m_hasGoneOn = m_isGoingOn;
    QList<FormField *> before = std::exchange(m_fields, {});
    QList<FormField *> now;
    m_lead.clear();
    if (m_state == Editing) {
        if (m_openedOn.isEmpty())
            m_openedOn = m_filling->page().keys.value(0);
        readTypedAgain();
        for (const QString &key : m_filling->page().keys) {
            const FormEntry *entry = m_filling->state().find(key);
            if (!entry || entry->item->control == Control::Group)
                continue;
            if (entry->item->control == Control::Display) {
                m_lead << entry->item->text;
                continue;
            }
            const QVariantMap typed = m_filling->typed(key);
            const auto kept = std::find_if(before.begin(), before.end(), [&](const FormField *field) {
                return field->key() == key && (typed.isEmpty() ? field->value() == entry->value : field->typed() == typed);
            });
            if (kept != before.end()) {
                now << *kept;
                before.erase(kept);
                continue;
            }
            auto *field = new FormField(*entry->item, entry->value, this, key, writing(), typed);
            connect(field, &FormField::answered, this, &FillingView::takeAnswer);
            connect(field, &FormField::unreadable, this, &FillingView::keepTyped);
            connect(field, &FormField::picked, this, &FillingView::goOnFrom);
            connect(field, &FormField::lineLeft, this, [this] {
                if (m_settling.isActive())
                    judge();
            });
            now << field;
        }
        setPage();
    }
    m_fields = before;
    dropFields();
    m_fields = now;
    m_shown = m_filling ? m_filling->page().keys : QStringList();
    m_shownSteps = stepCount();
    Q_EMIT changed();
    m_model.setFields(m_fields);
    Q_EMIT pageChanged();
    Q_EMIT answeredChanged();
}

void FillingView::takeAnswer(const QString &key, const QVariant &value)
{
    m_goingOn.stop();
    if (!m_filling)
        return;
    // The page first, then the disk: design clinical 3.3. What waits is kept by kept(), at the latest when this screen is left.
    const FormField *field = fieldOf(key);
    m_untaken.remove(key);
    if (!m_filling->isTaken(m_filling->take(key, value))) {
        if (field && field->isTyped())
            m_filling->keepTyped(key, field->typed());
        else
            m_untaken.insert(key, value);
    }
    m_isLate = true;
    judgeWhenWhole(field);
    Q_EMIT answeredChanged();
}

void FillingView::judgeWhenWhole(const FormField *field)
{
    if (const std::chrono::milliseconds whole = field ? untilWhole(*field) : 0ms; whole > 0ms)
        m_settling.start(whole);
    else
        judge();
}

/// The page first, then the disk. True: it came.
bool FillingView::judge()
{
    m_settling.stop();
    const bool isCome = lookForSafety();
    if (!isCome)
        keepLate();
    return isCome;
}

bool FillingView::lookForSafety()
{
    const bool wasLate = std::exchange(m_isLate, true); // the draft is to know of the page, which may show at once
    const bool isDue = m_filling && m_safety.note(m_watch, m_filling->form(), said(*m_filling), m_filling->soundAnswers());
    m_isLate = isDue ? m_isLate : wasLate;
    if (m_filling)
        m_filling->keepHeard(m_watch.heard());
    return isDue;
}

/// What is asked now and was answered, also where it is out of its limits or cannot be read: nobody in danger is unheard over that.
Answers FillingView::said(const FormFilling &filling) const
{
    Answers said = filling.state().submitted();
    for (const FormEntry &entry : filling.state().entries()) {
        if (entry.visibility == Visibility::Disabled || !isSafetyItem(*entry.item))
            continue;
        QVariantList lines;
        for (const QString &line : FormField::linesIn(filling.typed(entry.key))) {
            if (!line.trimmed().isEmpty())
                lines << readTyped(*entry.item, line, writing()).value_or(QVariant(line));
        }
        if (!lines.isEmpty())
            said.insert(entry.key, lines);
        if (&filling == m_filling.get() && m_untaken.contains(entry.key))
            said.insert(entry.key, m_untaken.value(entry.key));
    }
    return said;
}

FormField *FillingView::fieldOf(const QString &key) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const FormField *field) { return field->key() == key; });
    return found == m_fields.end() ? nullptr : *found;
}

/// The last answer that could be read stays, and what was typed since is kept beside it.
void FillingView::keepTyped(const QString &key)
{
    m_goingOn.stop();
    const FormField *field = fieldOf(key);
    if (!m_filling || !field)
        return;
    m_filling->keepTyped(key, field->typed());
    m_isLate = true;
    judgeWhenWhole(field);
    Q_EMIT answeredChanged();
}

/// In another language, or by another version of the form, it may be an answer.
void FillingView::readTypedAgain()
{
    const QStringList keys = m_filling->page().keys;
    for (const QString &key : keys) {
        const QVariantMap typed = m_filling->typed(key);
        if (typed.isEmpty())
            continue;
        const FormField field(*m_filling->state().find(key)->item, {}, nullptr, key, writing(), typed);
        if (!field.hasUnreadLine())
            m_filling->take(key, field.value());
    }
}

void FillingView::keepLate()
{
    if (m_settling.isActive()) { // a draft holds what was judged
        judge();
        return;
    }
    if (!std::exchange(m_isLate, false) || !m_filling)
        return;
    m_filling->keepHeard(m_watch.heard());
    m_filling->saveDraft();
    if (m_filling->page().keys != m_shown)
        showPage(); // a question that depends on the answer
    else if (std::exchange(m_shownSteps, stepCount()) != stepCount())
        Q_EMIT changed();
}

/// It waits for an answer of its own.
bool FillingView::isOpenQuestion(const FormField &field) const
{
    return !field.isReadOnly() && (field.hasUnreadLine() || (!field.isAnswered() && !isPassedOver(field)));
}

void FillingView::goOnFrom(const QString &key)
{
    m_goingOn.stop();
    if (!m_preferences.goesOn() || m_state != Editing || (isLast() && !isEndAsking()))
        return;
    for (const FormField *field : std::as_const(m_fields)) {
        // After what says more than no there is something to read here.
        if (safetyOf(field->item(), field->value()) != SafetyAnswer::None || (field->key() != key && isOpenQuestion(*field)))
            return;
    }
    m_goingOn.start(m_preferences.lessMotion() ? settlingWithLessMotion : settling);
}

bool FillingView::hasPageCome()
{
    m_goingOn.stop();
    return m_settling.isActive() && judge();
}

void FillingView::endScreen()
{
    (void)hasPageCome();
    m_safety.keepNow();
    keepLate();
}

bool FillingView::isScreenReadable()
{
    bool isReadable = true;
    for (FormField *field : std::as_const(m_fields)) {
        // Of what is answered, not of what was kept: a strict form keeps only what is fine. What is missing is said at the end: on the way
        // each question can be skipped.
        const Validity validity =
            field->isReadOnly() || !field->isAnswered() ? Validity::Fine : m_filling->state().wouldBe(field->key(), field->value());
        field->setValidity(validity);
        isReadable = isReadable && field->problemText().isEmpty();
    }
    return isReadable;
}

bool FillingView::canLeaveScreen()
{
    if (m_state != Editing || hasPageCome())
        return false;
    endScreen();
    return isScreenReadable();
}

bool FillingView::next()
{
    if (!canLeaveScreen())
        return false;
    if (m_isOnlyScreen ? !goToNew() : !m_filling->next())
        end();
    else
        showPage();
    return true;
}

void FillingView::showOnly()
{
    m_isOnlyScreen = true;
    m_seen.clear();
    for (const FormPage &page : m_filling->pages())
        m_seen.unite(QSet<QString>(page.keys.cbegin(), page.keys.cend()));
    m_state = Editing;
    showPage();
}

/// To a screen that this one made. False: there is none, and what is asked now was there to be looked through.
bool FillingView::goToNew()
{
    m_seen.unite(QSet<QString>(m_shown.cbegin(), m_shown.cend()));
    const QList<FormPage> &pages = m_filling->pages();
    const auto isNew = [this](const FormPage &page) {
        return std::any_of(page.keys.cbegin(), page.keys.cend(), [this](const QString &key) { return !m_seen.contains(key); });
    };
    return m_filling->goTo(int(std::find_if(pages.cbegin(), pages.cend(), isNew) - pages.cbegin()));
}

bool FillingView::goToEnd()
{
    if (!canLeaveScreen())
        return false;
    end();
    return true;
}

void FillingView::skip()
{
    if (m_state != Editing || hasPageCome())
        return;
    endScreen();
    m_untaken.clear();
    const bool isLastSkipped = !m_filling->skip();
    // What is taken back can be said again, and what is asked instead may have been answered before.
    const bool isPageThere = lookForSafety();
    if (m_isOnlyScreen ? !goToNew() : isLastSkipped && !isPageThere)
        end();
    else
        showPage();
}

bool FillingView::back()
{
    if (hasPageCome())
        return true;
    endScreen();
    if (m_state == Failed)
        m_state = Editing;
    else if (m_state != Editing || !m_filling->back())
        return false;
    showPage();
    return true;
}

void FillingView::clearAnswers()
{
    m_goingOn.stop();
    for (FormField *field : std::as_const(m_fields)) {
        if (!field->isReadOnly())
            field->clear();
    }
    if (m_settling.isActive())
        judge();
}

void FillingView::lookAgain()
{
    // Whoever is in the middle of an answer goes on with it: the next minute looks again.
    if (!m_filling || m_settling.isActive() || m_goingOn.isActive() || m_isLate)
        return;
    comeBack(); // it may have lain open over the night
    if (m_state != Editing || !m_untaken.isEmpty() || !m_filling->turnDay())
        return;
    m_isGoingOn = true;
    showPage();
    m_isGoingOn = false;
}

void FillingView::leave()
{
    endScreen();
    if (m_filling && !m_filling->isDraftKept())
        return; // it is here alone
    close();
    showPage();
}

} // namespace handrail
