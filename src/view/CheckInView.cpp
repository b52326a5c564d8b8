// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CheckInView.h"

#include "care/CheckIn.h"
#include "care/Granted.h"
#include "core/Log.h"
#include "form/Safety.h"
#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

/// Questions that can be answered again and again elsewhere, such as once for each medicine: there is no button for it on these pages.
bool hasCopies(const QList<FormItem> &items)
{
    return std::any_of(items.cbegin(), items.cend(), [](const FormItem &item) {
        const bool isAskedAgain = item.type == ItemType::Group && item.repeats && item.maximumAnswers != 1;
        return !item.isHidden && (isAskedAgain || hasCopies(item.children));
    });
}

std::optional<Form> formToAsk(const Records *records)
{
    return records && takesAnswers(*records) ? dailyCheckInForm(*records) : std::nullopt;
}

QList<BegunCheckIn> begunIn(Records *records, const Clock &clock)
{
    const std::optional<Form> form = formToAsk(records);
    return form ? begunCheckIns(*records, clock, *form) : QList<BegunCheckIn>();
}

bool isBegun(const QList<BegunCheckIn> &begun, bool isSetAside)
{
    return std::any_of(begun.cbegin(), begun.cend(), [&](const BegunCheckIn &one) { return one.isSetAside == isSetAside; });
}

} // namespace

CheckInView::CheckInView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety, QObject *parent)
    : FillingView(account, clock, preferences, safety, parent)
{
    connect(&preferences, &Preferences::languageChanged, this, &CheckInView::onLanguageChanged);
}

void CheckInView::onLanguageChanged()
{
    if (m_state != Editing || m_filling->isSentAgain())
        return;
    // The form is read anew, and the draft has the answers. After another device ended its day that may say no more, and would not be gone on with.
    endScreen();
    if (isDone(m_filling->day()) && !isBegun(begunIn(m_account.records(), m_clock), m_isSetAside))
        return;
    const SafetyWatch watch = m_watch;
    open(m_isSetAside);
    m_watch = watch;
}

void CheckInView::close()
{
    FillingView::close();
    m_isSetAside = false;
    m_isOutrun = false;
    m_setAsideDay = QDate();
    m_sentAgain.clear();
}

QDate CheckInView::today() const
{
    return m_clock.today();
}

bool CheckInView::isDone(const QDate &day) const
{
    const Records *records = m_account.records();
    return records && !checkInsBetween(*records, day, day).value_or(QList<SubmittedForm>()).isEmpty();
}

void CheckInView::begin()
{
    // What is still here is read anew: another device may have ended its day. Store::value() has what the disk did not take.
    endScreen();
    const QList<BegunCheckIn> begun = begunIn(m_account.records(), m_clock);
    open(isBegun(begun, m_wasSetAside) ? m_wasSetAside : !begun.isEmpty() && begun.constFirst().isSetAside);
}

void CheckInView::open(bool isSetAside)
{
    close();
    Records *records = m_account.records();
    const std::optional<Form> form = formToAsk(records);
    const QList<BegunCheckIn> begun = form ? begunCheckIns(*records, m_clock, *form) : QList<BegunCheckIn>();
    // Today's is not begun anew once it is done; what was begun on another day can still be finished.
    const bool isTodayDone = records && isDone(today());
    const auto isIt = [&isSetAside](const BegunCheckIn &one) { return one.isSetAside == isSetAside; };
    if (isTodayDone && !begun.isEmpty() && !isBegun(begun, isSetAside))
        isSetAside = begun.constFirst().isSetAside;
    if (isTodayDone && begun.isEmpty()) {
        m_state = Done;
    } else if (form) {
        m_isSetAside = m_wasSetAside = isSetAside;
        m_filling = std::make_unique<CheckIn>(*records, m_clock, *form, isSetAside);
        const FormFilling::Resumed resumed = m_filling->resume();
        const auto own = std::find_if(begun.cbegin(), begun.cend(), isIt);
        m_isOutrun = own != begun.cend() && own->isOutrun;
        if (FormFilling::isTakenUp(resumed) && !m_isOutrun && isDone(m_filling->day())) // and nothing is to be added
            m_filling = std::make_unique<CheckIn>(*records, m_clock, *form, isSetAside);
        for (const BegunCheckIn &one : begun) {
            if (one.isSetAside && !isSetAside)
                m_setAsideDay = one.day;
        }
        noteResumed();
        QStringList notices;
        if (m_isOutrun)
            notices << tr(
                "There is a check-in for this day already, perhaps from another device of yours. What you began here is kept. "
                "After you finish, you can look at both and choose.");
        if (resumed == FormFilling::Resumed::Unreadable)
            notices << tr("You began a check-in before. What was saved can’t be opened any more, so this is a new one.");
        if (m_filling->isOldDraftPutAside())
            notices << tr("You began a check-in some time ago. It was put aside, and this is a new one.");
        if (form->isStandIn)
            notices << tr("Your clinic’s own questions can’t be shown here yet. These come with Handrail.");
        notices << lacksOf(m_filling->form());
        if (hasCopies(m_filling->form().items))
            notices << tr("Some questions can be answered only once here.");
        m_notice = notices.join(u'\n');
        m_state = m_filling->stepCount() > 0 ? Editing : Unavailable;
    }
    showPage();
}

QDate CheckInView::dayToTell() const
{
    return m_state != Editing || m_filling->isSentAgain() || m_filling->day() == today() ? QDate() : m_filling->day();
}

QString CheckInView::dayText() const
{
    const QDate day = dayToTell();
    return !day.isValid()
        ? QString()
        : tr("You began this check-in on %1. It counts for that day.").arg(TimeText(m_preferences.locale()).longDayWithin(day));
}

QString CheckInView::shortDayText() const
{
    const QDate day = dayToTell();
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    return !day.isValid() ? QString() : tr("For %1", "a day: For Wed, Nov 18").arg(text.longDayWithin(day));
}

QDate CheckInView::otherDay() const
{
    if (m_state != Editing || m_filling->isSentAgain())
        return {};
    if (m_filling->day() == today())
        return m_setAsideDay;
    return isDone(today()) ? QDate() : today();
}

QString CheckInView::otherText() const
{
    const QDate other = otherDay();
    return !other.isValid() ? QString()
        : other == today()  ? tr("Start today’s check-in")
                            : tr("Go on with %1").arg(TimeText(m_preferences.locale()).longDayWithin(other));
}

void CheckInView::takeOther()
{
    const QDate other = otherDay();
    if (!other.isValid() || hasPageCome())
        return;
    const bool isForToday = other == today();
    const bool wasSetAside = m_isSetAside;
    endScreen();
    const bool isUseDue = takeUse();
    leave();
    if (m_filling) { // the disk did not take it
        if (isUseDue)
            Q_EMIT useSaid();
        return;
    }
    Records *records = m_account.records();
    const Result<void> room = isForToday && !wasSetAside ? setCheckInAside(*records) : Result<void>();
    if (!room)
        qCWarning(logApp) << "the check-in of today has to wait:" << room.error();
    open(room ? !isForToday : wasSetAside);
    if (isUseDue)
        Q_EMIT useSaid();
}

void CheckInView::noteResumed()
{
    takeUpHeard();
    comeBack();
    m_tellsOfUse = true;
}

bool CheckInView::sendAgain(const QString &identifier)
{
    close();
    Records *records = m_account.records();
    const std::optional<Form> form = records ? dailyCheckInForm(*records) : std::nullopt;
    if (form) {
        m_filling = std::make_unique<CheckIn>(*records, m_clock, *form);
        const std::optional<int> leftOut = m_filling->stepCount() > 0 ? m_filling->takeUp(identifier) : std::nullopt;
        if (leftOut) {
            QStringList notices{
                tr("Your clinic could not take these answers. Change what you like. They are sent again at the end.")};
            if (*leftOut > 0)
                notices << tr("Your clinic changed this form since then. Some of your answers can’t be shown here. If you send "
                              "again, they are left out.");
            notices << lacksOf(m_filling->form());
            m_notice = notices.join(u'\n');
            noteResumed();
            // Else the check-in that was refused did. What was changed in it since may not have been told of.
            m_tellsOfUse = !isUseSaid(*form, records->refused(identifier, *form).value_or(CompletedForm()).answers);
            m_sentAgain = identifier;
            m_state = Editing;
        } else {
            m_filling.reset();
        }
    }
    showPage();
    return m_state == Editing;
}

/// Whoever tells how the night was has gone past its hours. Not of a bad one: a few of these short are told of (design clinical 3.2), so the hours
/// wait for a tap, or for Next.
bool CheckInView::isPassedOver(const FormField &field) const
{
    const bool isBad = std::any_of(questions().begin(), questions().end(), [](const FormField *each) {
        return each->linkId() == QLatin1String("sleep-quality") && each->value().toString() == QLatin1String("bad");
    });
    return field.linkId() == QLatin1String("sleep-hours") && !field.isRequired() && !isBad;
}

void CheckInView::setPage()
{
    m_lead.removeOne(m_filling->lead().text); // it is the title
}

QString CheckInView::title() const
{
    if (m_state != Editing)
        return {};
    const FormItem &lead = m_filling->lead();
    const auto asked = std::find_if(questions().begin(), questions().end(),
                                    [&](const FormField *field) { return field->linkId() == lead.linkId; });
    return asked == questions().end() ? unbroken(lead.text) : (*asked)->text();
}

QString CheckInView::help() const
{
    return m_state == Editing ? unbroken(m_filling->lead().help) : QString();
}

bool CheckInView::canFinish() const
{
    return m_state == Editing && (m_filling->page().isExtra || m_isOutrun) && !isLast();
}

void CheckInView::sayUse(bool isDue)
{
    if (!isDue)
        return;
    if (m_filling)
        (void)takeUse();
    Q_EMIT useSaid();
}

bool CheckInView::next()
{
    const bool isDue = isUseDue(); // at the end the answers are gone from here
    if (!FillingView::next())
        return false;
    sayUse(isDue);
    return true;
}

bool CheckInView::finish()
{
    if (!canFinish())
        return false;
    const bool isDue = isUseDue();
    if (!goToEnd())
        return false;
    sayUse(isDue);
    return true;
}

bool CheckInView::back()
{
    if (hasPageCome())
        return true; // the page for a return to use comes when this screen is left
    const bool isDue = isUseDue();
    if (!FillingView::back())
        return false;
    sayUse(isDue);
    return true;
}

void CheckInView::retry()
{
    if (m_state == Failed)
        end();
}

void CheckInView::end()
{
    const bool isSentAgain = m_filling->isSentAgain();
    Records *records = m_account.records();
    const std::optional<Answers> there =
        records && !isSentAgain ? answeredElsewhere(*records, m_filling->form(), m_filling->day()) : std::nullopt;
    const Result<CompletedForm> completed = m_filling->finish();
    if (!completed) {
        if (isSentAgain && completed.error().kind == ProblemKind::Conflict)
            fail({tr("Your first answers are on their way"),
                  tr("They were taken after all, so this change was not used. Tell your clinic if it matters.")});
        else
            fail(handrail::problemText(completed.error()));
        return;
    }
    // Another device ended this day's otherwise meanwhile: nothing takes the place of that unseen, and the page after this shows the way to both.
    const bool isOutrun = there && !m_filling->state().saysSameAs(*there);
    if (const Result<void> held = isOutrun ? records->setOutrun(completed->identifier) : Result<void>(); !held)
        qCWarning(logApp) << "the clinic finds other answers:" << held.error(); // Push does the same
    close();
    m_state = isSentAgain ? Unavailable : Done;
    showPage();
    Q_EMIT finished(completed->identifier, isSentAgain);
    m_account.sendSoon();
}

} // namespace handrail
