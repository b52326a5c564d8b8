// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormView.h"

#include "view/FormTitle.h"

#include <algorithm>
#include <utility>

namespace handrail {

FormView::FormView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety,
                   const AssignmentsView &assignments, QObject *parent)
    : FillingView(account, clock, preferences, safety, parent)
    , m_assignments(assignments)
{
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

void FormView::close()
{
    FillingView::close();
    m_argument.clear();
    m_isAmending = false;
    m_canAmend = false;
    m_isOtherHeld = false;
    m_sentIdentifier.clear();
    m_title.clear();
    setAnswers({});
    m_missingText.clear();
    m_sentText.clear();
    m_dayText.clear();
}

/// What the disk did not take is here alone, and nothing may take its place.
bool FormView::holdsOther()
{
    if (m_filling && !m_filling->isDraftKept())
        m_filling->saveDraft(); // there may be room by now
    m_isOtherHeld = m_filling && !m_filling->isDraftKept();
    Q_EMIT changed();
    return m_isOtherHeld;
}

void FormView::open(const QString &argument)
{
    if (m_filling && m_argument == argument && !m_filling->isTooOld()) {
        m_isOtherHeld = false;
        showPage();
        return;
    }
    if (holdsOther())
        return;
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
        m_title = asked && !asked->title.isEmpty() ? asked->title : formTitle(url, form->title);
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
        case FormFilling::Resumed::Unreadable:
            notices << tr("You began this form before. What was saved can’t be opened any more, so this is a new one.");
            break;
        }
        if (form->droppedItems > 0)
            notices << tr("Some questions of your clinic can’t be shown here.");
        m_notice = notices.join(u'\n');
        // The page came when that was answered.
        m_watch = watchFor(*m_filling);
        m_state = m_filling->stepCount() > 0 ? Editing : Unavailable;
    }
    if (m_state == Unavailable && records && records->hasForm(url))
        explain({tr("This form can’t be shown here"),
                 tr("Your clinic may have taken it back, or it needs something that this app can’t do yet. Please ask your clinic "
                    "about it.")});
    else if (m_state == Unavailable)
        explain({tr("This form is not here yet"),
                 tr("It comes from your clinic. Please try again later. If it does not come, ask your clinic.")});
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

void FormView::setPage()
{
    if (m_lead.isEmpty() && heading().isEmpty())
        m_lead << leadBefore();
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

bool FormView::back()
{
    const bool isBetween = m_state == Review || m_state == Failed;
    if (!isBetween && !m_isOnlyScreen)
        return FillingView::back();
    endScreen();
    if (m_isOnlyScreen) {
        review();
    } else {
        m_state = Editing;
        showPage();
    }
    return true;
}

void FormView::goTo(int step)
{
    if (!m_filling || !m_filling->goTo(step))
        return;
    m_isOnlyScreen = true;
    m_state = Editing;
    showPage();
}

void FormView::review()
{
    if (!m_filling)
        return;
    m_isOnlyScreen = false;
    m_state = Review;
    const std::vector<int> problems = m_filling->problems();
    listAnswers(m_filling->state(), problems);
    const auto count = int(problems.size());
    m_missingText = count == 0 ? QString() : tr("%n answer(s) need a look before this can be sent.", nullptr, count);
    showPage();
}

/// Rows that are the same stay.
void FormView::setAnswers(const QVariantList &answers)
{
    if (answers == m_answers)
        return;
    m_answers = answers;
    Q_EMIT answersChanged();
}

QVariantList FormView::answerParts() const
{
    constexpr qsizetype together = 40;
    QVariantList parts;
    for (qsizetype from = 0; from < m_answers.size(); from += together)
        parts << QVariant(m_answers.mid(from, together));
    return parts;
}

void FormView::listAnswers(const FormState &state, const std::vector<int> &problems)
{
    QVariantList answers;
    QHash<QString, int> stepOf;
    for (int page = 0; m_filling && page < m_filling->stepCount(); ++page) {
        const FormPage &one = m_filling->pages().at(page);
        for (const QString &key : one.keys)
            stepOf.insert(key, page);
        for (const FormEntry *group = state.find(one.heading); group && !stepOf.contains(group->key);
             group = group->parent < 0 ? nullptr : &state.entries()[std::size_t(group->parent)])
            stepOf.insert(group->key, page);
    }
    for (int i = 0; i < int(state.entries().size()); ++i) {
        const FormEntry &entry = state.entries()[std::size_t(i)];
        const bool isProblem = std::binary_search(problems.begin(), problems.end(), i);
        // A group has a row only when something is wrong with the whole of it.
        if (!entry.isAsked() || !(isAnswerable(*entry.item) || isProblem))
            continue;
        const QVariantMap typed = m_filling ? m_filling->typed(entry.key) : QVariantMap();
        const Validity validity = typed.isEmpty() ? state.validity(i) : Validity::Unreadable;
        answers << QVariantMap{{QStringLiteral("label"), unbroken(entry.item->text)},
                               {QStringLiteral("value"),
                                typed.isEmpty() ? answerText(*entry.item, entry.value, writing())
                                                : FormField::linesIn(typed).join(QStringLiteral(", "))},
                               {QStringLiteral("isSkipped"), typed.isEmpty() && !entry.value.isValid()},
                               {QStringLiteral("step"), stepOf.value(entry.key, -1)},
                               {QStringLiteral("problem"), isProblem ? validityText(*entry.item, validity, writing()) : QString()}};
    }
    setAnswers(answers);
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
    if (key.isEmpty() || !m_filling->removeCopy(key))
        return;
    lookForSafety();
    showPage();
}

void FormView::send()
{
    if (!m_filling || (m_state != Review && m_state != Failed))
        return;
    if (!m_filling->problems().empty()) {
        review();
        return;
    }
    const Result<CompletedForm> completed = m_filling->finish();
    if (!completed) {
        fail(handrail::problemText(completed.error()));
        return;
    }
    m_sentIdentifier = completed->identifier;
    m_filling.reset();
    m_isAmending = false;
    m_state = Done;
    showPage();
    refreshSent();
    Q_EMIT finished();
    m_account.sendSoon();
}

} // namespace handrail
