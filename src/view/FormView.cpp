// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormView.h"

#include "care/CheckIn.h"
#include "view/FormTitle.h"
#include "view/TimeText.h"

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

const FormEntry *around(const FormState &state, const FormEntry &entry)
{
    return entry.parent < 0 ? nullptr : &state.entries()[std::size_t(entry.parent)];
}

bool isInside(const FormState &state, const FormEntry &entry, const QString &groupKey)
{
    for (const FormEntry *group = around(state, entry); group; group = around(state, *group)) {
        if (group->key == groupKey)
            return true;
    }
    return false;
}

/// Of two sets of answers each row says whether the other has something else there.
void markOthers(QVariantList &ours, QVariantList &theirs)
{
    if (theirs.isEmpty())
        return;
    const auto valuesOf = [](const QVariantList &rows) {
        QHash<QString, QVariant> values;
        for (const QVariant &row : rows) {
            const QVariantMap map = row.toMap();
            values.insert(map.value(QStringLiteral("key")).toString(), map.value(QStringLiteral("value")));
        }
        return values;
    };
    const auto mark = [](QVariantList &rows, const QHash<QString, QVariant> &there) {
        for (QVariant &row : rows) {
            QVariantMap map = row.toMap();
            const QString key = map.value(QStringLiteral("key")).toString();
            const bool isNowhere = !there.contains(key) && map.value(QStringLiteral("isSkipped")).toBool(); // not asked there
            map.insert(QStringLiteral("isOther"), !isNowhere && there.value(key) != map.value(QStringLiteral("value")));
            row = map;
        }
    };
    const QHash<QString, QVariant> own = valuesOf(ours);
    mark(ours, valuesOf(theirs));
    mark(theirs, own);
}

} // namespace

FormView::FormView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety,
                   AssignmentsView &assignments, QObject *parent)
    : FillingView(account, clock, preferences, safety, parent)
    , m_assignments(assignments)
{
    connect(&account, &Account::recordsChanged, &m_refreshSent, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refreshSent, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        readAnew();
        m_refreshSent.ask();
    });
}

/// In the language of now. The draft has the answers, and what was typed.
void FormView::readAnew()
{
    if (m_state != Editing && m_state != Review)
        return;
    endScreen();
    if (!isKept())
        return;
    const QString argument = m_argument;
    const SafetyWatch watch = m_watch;
    const bool isLookedThrough = m_state == Review;
    const bool isOnlyScreen = m_isOnlyScreen;
    const int at = step();
    if (!m_isAmending) {
        close();
        open(argument);
    } else if (!beginAmending(true)) {
        return;
    }
    m_watch = watch;
    if (isLookedThrough) {
        review();
    } else if (m_isAmending && m_filling->goTo(at)) {
        m_state = Editing;
        if (isOnlyScreen)
            showOnly();
        else
            showPage();
    }
}

void FormView::close()
{
    FillingView::close();
    m_argument.clear();
    if (std::exchange(m_isAmending, false))
        m_assignments.refresh(); // which changes were begun stands there
    m_isOutrunAnew = false;
    m_canAmend = false;
    m_isChangeBegun = false;
    m_isOtherHeld = false;
    m_isOutrun = false;
    m_isAtClinic = false;
    m_isShared = false;
    m_canShare = false;
    m_sharingText.clear();
    m_sentIdentifier.clear();
    m_title.clear();
    setAnswers({});
    m_toldNotice.clear();
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
        comeBack();
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
    rule.outlivesItsAsking = true;
    if (asked)
        rule.identifier = asked->identifier;
    // Answered on another device, perhaps: nothing takes the place of that unseen.
    const bool isAnswered = records && asked && !asked->identifier.isEmpty() && asked->answered == asked->identifier;
    if (const auto there = isAnswered ? records->replacedAs(asked->identifier) : std::nullopt)
        rule.amends = there->form;
    const QString url = asked ? asked->url() : argument.section(u'|', 0, 0);
    // The version that the clinic names is the one to ask, while it is here.
    const bool isVersionNamed = asked && asked->questionnaire.contains(u'|');
    std::optional<Form> form = records && isVersionNamed ? records->formAnswered(asked->questionnaire) : std::nullopt;
    if (records && (!form || !form->isActive)) // one that was taken back is not asked
        form = records->form(url);
    if (form) {
        m_filling = std::make_unique<FormFilling>(*records, m_clock, *form, rule);
        m_title = asked && !asked->title.isEmpty() ? asked->title : formTitle(url, form->title);
        QStringList notices;
        const FormFilling::Resumed resumed = m_filling->resume();
        switch (resumed) {
        case FormFilling::Resumed::Nothing: break;
        case FormFilling::Resumed::Answered:
            notices << tr("This form was answered after you began it here, so this is a new one.");
            break;
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
        if (m_filling->isFromNewer())
            notices << tr("This form has answers already. Before you send, you see both and choose.");
        if (const QDateTime left = m_filling->leftForEarlier(); left.isValid())
            notices << tr("These answers are from %1. Change what is different now.")
                           .arg(TimeText(m_preferences.locale()).shortDay(left.toTimeZone(m_clock.localZone()).date()));
        notices << lacksOf(m_filling->form());
        m_notice = notices.join(u'\n');
        takeUpHeard(resumed == FormFilling::Resumed::FormChanged || resumed == FormFilling::Resumed::SomeLeftOut);
        comeBack();
        m_state = m_filling->stepCount() > 0 ? Editing : Unavailable;
    }
    if (m_state == Unavailable && records && isFormHere(*records, url))
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
    const FormState &state = m_filling->state();
    const FormEntry *group = state.find(m_filling->page().heading);
    if (!group)
        return {};
    QStringList names = copiesAround(state, *group);
    names << (group->copies > 1 ? copyName(*group) : unbroken(group->item->text));
    names.removeAll(QString());
    return names.join(QStringLiteral(" · "));
}

/// "Medicine (2 of 3)".
QString FormView::copyName(const FormEntry &group)
{
    const QString text = unbroken(group.item->text);
    return text.isEmpty() ? tr("%1 of %2").arg(group.copy + 1).arg(group.copies)
                          : tr("%1 (%2 of %3)").arg(text).arg(group.copy + 1).arg(group.copies);
}

/// Of the groups around it of which there are several, from the outside in.
QStringList FormView::copiesAround(const FormState &state, const FormEntry &entry)
{
    QStringList names;
    for (const FormEntry *group = around(state, entry); group; group = around(state, *group)) {
        if (group->copies > 1)
            names.prepend(copyName(*group));
    }
    return names;
}

void FormView::setPage()
{
    if (m_lead.isEmpty() && heading().isEmpty())
        m_lead << leadBefore();
    m_lead = helpAround() + m_lead;
}

/// Below the heading what it says as a help; of the groups around that one where they begin.
QVariantList FormView::helpAround() const
{
    const FormState &state = m_filling->state();
    const QString own = m_filling->page().heading;
    const FormEntry *before = step() > 0 ? state.find(m_filling->pages().at(step() - 1).keys.constLast()) : nullptr;
    QVariantList help;
    for (const FormEntry *group = state.find(own); group; group = around(state, *group)) {
        const bool isDue = group->key == own || !before || !isInside(state, *before, group->key);
        if (isDue && group->item->control == Control::Group && !group->item->help.isEmpty())
            help.prepend(group->item->help);
    }
    return help;
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
    if (hasPageCome())
        return true;
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
    if (m_filling && m_filling->goTo(step))
        showOnly();
}

void FormView::review()
{
    if (!m_filling)
        return;
    m_isOnlyScreen = false;
    m_state = Review;
    const std::vector<int> problems = m_filling->problems();
    QVariantList ours = rowsOf(m_filling->state(), problems, m_filling.get());
    QVariantList theirs = newerRows();
    markOthers(ours, theirs);
    setAnswers(ours, theirs);
    const auto count = int(problems.size());
    m_missingText = count == 0 ? QString() : tr("%n answer(s) need a look before this can be sent.", nullptr, count);
    showPage();
}

bool FormView::takeUntold()
{
    return m_state == Review && std::exchange(m_toldNotice, m_notice) != m_notice;
}

/// Rows that are the same stay.
void FormView::setAnswers(const QVariantList &answers, const QVariantList &newer)
{
    if (answers == m_answers && newer == m_newer)
        return;
    m_answers = answers;
    m_newer = newer;
    Q_EMIT answersChanged();
}

QVariantList FormView::partsOf(const QVariantList &rows)
{
    constexpr qsizetype together = 40;
    QVariantList parts;
    for (qsizetype from = 0; from < rows.size(); from += together)
        parts << QVariant(rows.mid(from, together));
    return parts;
}

/// `filling`: whose pages they lead back to.
QVariantList FormView::rowsOf(const FormState &state, const std::vector<int> &problems, const FormFilling *filling) const
{
    QVariantList answers;
    QHash<QString, int> stepOf;
    for (int page = 0; filling && page < filling->stepCount(); ++page) {
        const FormPage &one = filling->pages().at(page);
        for (const QString &key : one.keys)
            stepOf.insert(key, page);
        for (const FormEntry *group = state.find(one.heading); group && !stepOf.contains(group->key); group = around(state, *group))
            stepOf.insert(group->key, page);
    }
    for (int i = 0; i < int(state.entries().size()); ++i) {
        const FormEntry &entry = state.entries()[std::size_t(i)];
        const bool isProblem = std::binary_search(problems.begin(), problems.end(), i);
        // A group has a row only when something is wrong with the whole of it.
        if (!entry.isAsked() || !(isAnswerable(*entry.item) || isProblem))
            continue;
        const QVariantMap typed = filling ? filling->typed(entry.key) : QVariantMap();
        const Validity validity = typed.isEmpty() ? state.validity(i) : Validity::Unreadable;
        const QString label = (copiesAround(state, entry) << unbroken(entry.item->text)).join(QStringLiteral(" · "));
        answers << QVariantMap{{QStringLiteral("key"), entry.key},
                               {QStringLiteral("label"), label},
                               {QStringLiteral("value"),
                                typed.isEmpty() ? answerText(*entry.item, entry.value, writing())
                                                : FormField::linesIn(typed).join(QStringLiteral(", "))},
                               {QStringLiteral("isSkipped"), typed.isEmpty() && !entry.value.isValid()},
                               {QStringLiteral("step"), stepOf.value(entry.key, -1)},
                               {QStringLiteral("problem"),
                                isProblem ? validityText(*entry.item, validity, writing(), FormField::linesIn(typed)) : QString()}};
    }
    return answers;
}

QVariantList FormView::copies() const
{
    QVariantList rows;
    const FormState *state = m_state == Editing ? &m_filling->state() : nullptr;
    const QString own = state ? m_filling->page().heading : QString();
    const FormEntry *after = state && !isLast() ? state->find(m_filling->pages().at(step() + 1).keys.constLast()) : nullptr;
    for (const FormEntry *group = state ? state->find(own) : nullptr; group; group = around(*state, *group)) {
        const bool hasCopies = group->item->control == Control::Group && group->item->repeats; // around it a question may repeat
        if (!hasCopies || (group->key != own && after && isInside(*state, *after, group->key)))
            continue;
        const int most = group->item->maximumAnswers > 0 ? group->item->maximumAnswers : mostCopiesOfGroup;
        const bool canAdd = group->copy + 1 == group->copies && group->copies < most;
        const bool canRemove = group->copies > 1;
        // Whose it is goes without saying for the group that is asked here.
        const QString name = group->key == own ? QString() : unbroken(group->item->text);
        const QString add = name.isEmpty() ? tr("Add another") : tr("Add another: %1").arg(name);
        const QString remove = name.isEmpty() ? tr("Take this one out") : tr("Take this one out: %1").arg(name);
        if (canAdd || canRemove)
            rows << QVariantMap{{QStringLiteral("key"), group->key},
                                {QStringLiteral("addText"), canAdd ? add : QString()},
                                {QStringLiteral("removeText"), canRemove ? remove : QString()}};
    }
    return rows;
}

void FormView::addCopy(const QString &key)
{
    const QString added = m_state == Editing ? m_filling->addCopy(key) : QString();
    if (added.isEmpty())
        return;
    const FormState &state = m_filling->state();
    for (int page = 0; page < stepCount(); ++page) {
        const FormEntry *asked = state.find(m_filling->pages().at(page).keys.constLast());
        if (asked && isInside(state, *asked, added)) {
            m_filling->goTo(page);
            break;
        }
    }
    showPage();
}

void FormView::removeCopy(const QString &key)
{
    if (m_state != Editing)
        return;
    SafetyWatch watch = m_watch;
    watch.leaveOutCopy(m_filling->state(), key);
    m_filling->keepHeard(watch.heard()); // for the draft, which is saved with it
    if (!m_filling->removeCopy(key))
        return;
    m_watch = watch;
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
    const std::optional<Assignment> asked = m_isAmending ? std::nullopt : m_assignments.named(m_argument);
    if (asked && !asked->identifier.isEmpty())
        m_filling->answerFor(asked->identifier); // its turn may have come while this was open
    if (m_filling->takeNewer()) {
        m_notice = newerText();
        m_toldNotice.clear();
        review();
        return;
    }
    const bool isUseNew = isUseDue(); // at the end the answers are gone from here
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
    if (isUseNew)
        Q_EMIT useSaid();
    m_account.sendSoon();
}

} // namespace handrail
