// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormView.h"

#include "view/ProblemText.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace handrail {

FormView::FormView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety,
                   const AssignmentsView &assignments, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_safety(safety)
    , m_assignments(assignments)
{
    connect(&safety, &SafetyView::kept, this, &FormView::keepLate);
    connect(&account, &Account::stateChanged, this, &FormView::onAccountChanged);
    connect(&account, &Account::recordsChanged, this, &FormView::onAccountChanged);
    connect(&account, &Account::recordsChanged, &m_refreshSent, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refreshSent, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        // The form is read anew, and the draft has the answers.
        const QString argument = m_argument;
        const SafetyWatch watch = m_watch;
        if (m_state == Editing && !m_isAmending && isKept()) {
            close();
            open(argument);
            m_watch = watch;
        }
    });
}

FormView::~FormView() = default;

Writing FormView::writing() const
{
    return {m_preferences.locale(), m_clock.localZone()};
}

void FormView::onAccountChanged()
{
    if (m_account.records())
        return;
    // Signed out or another person: nothing of these answers may stay in sight. The draft is sealed in its own store.
    close();
    Q_EMIT changed();
    Q_EMIT pageChanged();
    Q_EMIT answeredChanged();
}

void FormView::close()
{
    dropFields();
    dropLast();
    m_filling.reset();
    m_late.reset();
    m_watch = SafetyWatch();
    m_argument.clear();
    m_isFromReview = false;
    m_isAmending = false;
    m_canAmend = false;
    m_sentIdentifier.clear();
    m_shownTitle.clear();
    m_lead.clear();
    m_notice.clear();
    m_answers.clear();
    m_missingText.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    m_sentText.clear();
    m_dayText.clear();
    m_state = Unavailable;
}

void FormView::open(const QString &argument)
{
    if (m_filling && m_argument == argument && !m_isAmending && !m_filling->isTooOld()) {
        showPage();
        return;
    }
    close();
    m_argument = argument;
    Records *records = m_account.records();
    const std::optional<Assignment> asked = m_assignments.named(argument);
    FillingRule rule;
    if (asked) {
        rule.slot = asked->id;
        rule.identifier = asked->identifier;
    }
    const QString url = asked ? asked->url() : argument.section(u'|', 0, 0);
    if (const std::optional<Form> form = records ? records->form(url) : std::nullopt) {
        m_filling = std::make_unique<FormFilling>(*records, m_clock, *form, rule);
        QStringList notices;
        switch (m_filling->resume()) {
        case FormFilling::Resumed::Nothing: break;
        case FormFilling::Resumed::AsLeft: notices << tr("Your answers from before are here."); break;
        case FormFilling::Resumed::FormChanged:
            notices << tr("Your clinic changed this form since. Your answers from before are here.");
            break;
        case FormFilling::Resumed::SomeLeftOut:
            notices << tr("Your clinic changed this form since. Some of your answers had no place in it any more.");
            break;
        case FormFilling::Resumed::PutAside:
            notices << tr("You began this form some time ago. It was put aside, and this is a new one.");
            break;
        }
        if (form->droppedItems > 0)
            notices << tr("Some questions of your clinic can’t be shown here.");
        m_notice = notices.join(u'\n');
        // The page came when that was answered.
        m_watch = SafetyWatch(m_filling->safety() == SafetyAnswer::Positive);
        m_state = m_filling->stepCount() > 0 ? Editing : Unavailable;
    }
    showPage();
}

QString FormView::heading() const
{
    if (m_state != Editing)
        return {};
    const FormEntry *group = m_filling->state().find(m_filling->page().heading);
    if (!group)
        return {};
    const QString text = unbroken(group->item->text);
    return group->copies > 1 ? tr("%1 (%2 of %3)").arg(text).arg(group->copy + 1).arg(group->copies) : text;
}

QVariantList FormView::fields() const
{
    QVariantList fields;
    for (FormField *field : m_fields)
        fields << QVariant::fromValue(field);
    return fields;
}

bool FormView::isAnswered() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const FormField *field) {
        return (field->isAnswered() && !field->isReadOnly()) || field->hasUnreadLine();
    });
}

void FormView::dropFields()
{
    if (m_fields.isEmpty())
        return;
    dropLast();
    m_last = std::exchange(m_fields, {});
}

void FormView::dropLast()
{
    // Well after their delegates, which may still be in their own click.
    for (FormField *field : std::exchange(m_last, {}))
        QTimer::singleShot(std::chrono::seconds(1), field, &QObject::deleteLater);
}

void FormView::showPage()
{
    QList<FormField *> before = std::exchange(m_fields, {});
    m_lead.clear();
    if (m_state == Editing) {
        for (const QString &key : m_filling->page().keys) {
            const FormEntry *entry = m_filling->state().find(key);
            if (!entry || entry->item->control == Control::Group)
                continue;
            if (entry->item->control == Control::Display) {
                m_lead << entry->item->text;
                continue;
            }
            const auto kept = std::find_if(before.begin(), before.end(), [&](const FormField *field) {
                return field->key() == key && field->value() == entry->value;
            });
            if (kept != before.end()) {
                m_fields << *kept;
                before.erase(kept);
                continue;
            }
            auto *field = new FormField(*entry->item, entry->value, this, key, writing());
            connect(field, &FormField::answered, this, &FormView::takeAnswer);
            m_fields << field;
        }
    }
    if (m_state == Editing && m_lead.isEmpty() && heading().isEmpty())
        m_lead << leadBefore();
    const QList<FormField *> now = std::exchange(m_fields, before);
    dropFields();
    m_fields = now;
    Q_EMIT changed();
    Q_EMIT pageChanged();
    Q_EMIT answeredChanged();
}

/// "Over the last 2 weeks, how often ...?" is written once and asks every question after it.
QVariantList FormView::leadBefore() const
{
    QVariantList lead;
    for (const FormEntry &entry : m_filling->state().entries()) {
        if (m_filling->page().keys.contains(entry.key))
            break;
        const QString text = entry.item->text.trimmed();
        if (entry.item->control == Control::Display && entry.isAsked() && entry.level == 0)
            lead = text.endsWith(u'?') || text.endsWith(u':') ? QVariantList{entry.item->text} : QVariantList();
    }
    return lead;
}

void FormView::takeAnswer(const QString &key, const QVariant &value)
{
    if (!m_filling)
        return;
    // The page first, then the disk: design clinical 3.3. What waits is kept by kept(), at the latest when this screen is left.
    Answers answers = m_filling->answers();
    if (value.isValid())
        answers.insert(key, value);
    else
        answers.remove(key);
    keepLate();
    if (m_safety.note(m_watch, m_filling->form(), answers))
        m_late = {key, value};
    else
        keep(key, value);
    Q_EMIT answeredChanged();
}

void FormView::keep(const QString &key, const QVariant &value)
{
    const QStringList shown = m_filling->page().keys;
    const int steps = stepCount();
    m_filling->setAnswer(key, value);
    if (m_filling->page().keys != shown)
        showPage(); // a question that depends on this one
    else if (stepCount() != steps)
        Q_EMIT changed();
}

void FormView::keepLate()
{
    if (const auto late = std::exchange(m_late, std::nullopt); late && m_filling)
        keep(late->first, late->second);
}

void FormView::endScreen()
{
    m_safety.keepNow();
    keepLate();
}

bool FormView::next()
{
    if (m_state != Editing)
        return false;
    endScreen();
    bool isReadable = true;
    for (FormField *field : std::as_const(m_fields)) {
        const int index = m_filling->state().indexOf(field->key());
        const Validity validity = index < 0 ? Validity::Fine : m_filling->state().validity(index);
        // What is missing is said in Review: on the way each question can be skipped.
        field->setValidity(validity == Validity::Missing ? Validity::Fine : validity);
        isReadable = isReadable && field->problemText().isEmpty();
    }
    if (!isReadable)
        return false;
    if (m_isFromReview || !m_filling->next())
        review();
    else
        showPage();
    return true;
}

void FormView::skip()
{
    if (m_state != Editing)
        return;
    endScreen();
    const bool wasLast = isLast();
    m_filling->skip();
    if (wasLast || m_isFromReview)
        review();
    else
        showPage();
}

bool FormView::back()
{
    if (m_state == Review || m_state == Failed) {
        m_isFromReview = false;
        m_state = Editing;
    } else if (m_isFromReview) {
        review();
        return true;
    } else if (m_state != Editing || !m_filling->back()) {
        return false;
    }
    showPage();
    return true;
}

void FormView::goTo(int step)
{
    if (!m_filling || !m_filling->goTo(step))
        return;
    m_isFromReview = true;
    m_state = Editing;
    showPage();
}

void FormView::review()
{
    if (!m_filling)
        return;
    m_isFromReview = false;
    m_state = Review;
    listAnswers(m_filling->state());
    const auto count = int(m_filling->state().problems().size());
    m_missingText = count == 0 ? QString() : tr("%n answer(s) need a look before this can be sent.", nullptr, count);
    showPage();
}

void FormView::listAnswers(const FormState &state)
{
    m_answers.clear();
    const std::vector<int> problems = state.problems();
    for (int i = 0; i < int(state.entries().size()); ++i) {
        const FormEntry &entry = state.entries()[std::size_t(i)];
        if (!entry.isAsked() || !isAnswerable(*entry.item))
            continue;
        int step = -1;
        for (int page = 0; m_filling && page < m_filling->stepCount() && step < 0; ++page) {
            if (m_filling->pages().at(page).keys.contains(entry.key))
                step = page;
        }
        const bool isProblem = std::find(problems.begin(), problems.end(), i) != problems.end();
        m_answers << QVariantMap{
            {QStringLiteral("label"), unbroken(entry.item->text)},
            {QStringLiteral("value"), answerText(*entry.item, entry.value, writing())},
            {QStringLiteral("isSkipped"), !entry.value.isValid()},
            {QStringLiteral("step"), step},
            {QStringLiteral("problem"), isProblem ? validityText(*entry.item, state.validity(i), writing()) : QString()}};
    }
}

void FormView::clearAnswers()
{
    for (FormField *field : std::as_const(m_fields)) {
        if (!field->isReadOnly())
            field->clear();
    }
}

QString FormView::groupToCopy() const
{
    if (m_state != Editing)
        return {};
    const FormEntry *group = m_filling->state().find(m_filling->page().heading);
    return group && group->item->repeats ? group->key : QString();
}

bool FormView::canAddCopy() const
{
    const QString key = groupToCopy();
    if (key.isEmpty())
        return false;
    const FormEntry *group = m_filling->state().find(key);
    const int most = group->item->maximumAnswers > 0 ? group->item->maximumAnswers : mostCopiesOfGroup;
    return group->copy + 1 == group->copies && group->copies < most;
}

bool FormView::canRemoveCopy() const
{
    const QString key = groupToCopy();
    return !key.isEmpty() && m_filling->state().find(key)->copies > 1;
}

void FormView::addCopy()
{
    const QString key = groupToCopy();
    if (key.isEmpty() || !m_filling->addCopy(key))
        return;
    // To the first question of the new copy, which comes after those of this one.
    const int from = step();
    while (m_filling->page().heading == key && m_filling->next()) {}
    if (m_filling->page().heading == key)
        m_filling->goTo(from);
    showPage();
}

void FormView::removeCopy()
{
    const QString key = groupToCopy();
    if (!key.isEmpty() && m_filling->removeCopy(key))
        showPage();
}

void FormView::send()
{
    if (!m_filling || (m_state != Review && m_state != Failed))
        return;
    if (!m_filling->state().problems().empty()) {
        review();
        return;
    }
    const Result<CompletedForm> completed = m_filling->finish();
    if (!completed) {
        const ProblemWords words = handrail::problemText(completed.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
        m_state = Failed;
        Q_EMIT changed();
        return;
    }
    m_shownTitle = m_filling->form().title;
    m_sentIdentifier = completed->identifier;
    m_filling.reset();
    m_isAmending = false;
    m_state = Done;
    showPage();
    refreshSent();
    Q_EMIT finished();
    m_account.sendSoon();
}

void FormView::leave()
{
    endScreen();
    if (m_filling && !m_filling->isDraftKept())
        return; // it is here alone
    close();
    showPage();
}

} // namespace handrail
