// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormView.h"

#include "care/CheckIn.h"
#include "care/FormsAnswered.h"
#include "care/SafetyPlan.h"
#include "core/Log.h"
#include "form/Safety.h"
#include "view/CheckInDoneView.h"
#include "view/ConsentText.h"
#include "view/FormTitle.h"
#include "view/SentText.h"
#include "view/TimeText.h"

// The part of FormView for answers that were sent: seen again, and changed.

namespace handrail {

namespace {

/// What was answered, seen again. What is asked only of those who have a medicine is no skip where nothing says that it was asked.
constexpr FormState::Setting asAnswered{.isMedicineOnPlan = false, .areInitialsTaken = false};

/// Also a check-in and a plan of one's own, whose forms the app brings along.
std::optional<Form> formOf(const Records &records, const SubmittedForm &sent)
{
    FormsAnswered forms(records);
    if (const Form *form = forms.to(sent.form))
        return *form;
    return sent.form.questionnaire.section(u'|', 0, 0) == safetyPlanUrl() ? safetyPlanForm(records) : std::nullopt;
}

} // namespace

void FormView::showAnswers(const QString &identifier)
{
    if (holdsOther())
        return;
    close();
    m_sentIdentifier = identifier;
    refreshSent();
    showPage();
}

void FormView::refreshSent()
{
    Records *records = m_account.records();
    if (m_sentIdentifier.isEmpty() || m_filling || !records)
        return;
    const std::optional<SubmittedForm> sent = records->submittedAs(m_sentIdentifier);
    if (!sent)
        return;
    const TimeText text(m_preferences.locale());
    const QDate day = sent->form.authored.date();
    m_dayText = day.year() == m_clock.today().year() ? text.longDay(day) : fullDate(day, text);
    m_sentText = handrail::sentText(*sent, text, m_clock);
    m_isAtClinic = sent->state == OutboxState::Done;
    const std::optional<Form> form = formOf(*records, *sent);
    if (!form) {
        m_title = formTitle(sent->form.questionnaire.section(u'|', 0, 0), {});
        m_notice = tr("The questions of this form are not on this device, so your answers can’t be shown. You can ask your clinic "
                      "for them.");
        m_canAmend = false;
        m_isChangeBegun = false;
        setAnswers({});
        Q_EMIT changed();
        return;
    }
    FormState state(*form, asAnswered);
    const bool isAllShown = state.takeUp(sent->form.answers).leftOut == 0;
    setAnswers(rowsOf(state));
    m_notice.clear();
    if (!isAllShown)
        m_notice = tr("Your clinic changed this form since then. Some of your answers can’t be shown here.");
    else if (form->canonicalWithVersion() != sent->form.questionnaire)
        m_notice = tr("Your clinic changed this form since then. Some words may differ from what you saw.");
    const bool isRefused = sent->state == OutboxState::Rejected;
    m_isOutrun = isRefused && records->replacedAs(m_sentIdentifier).value_or(*sent).state != OutboxState::Rejected;
    if (m_isOutrun && !sent->isOutrun) // else sentText() says it
        m_notice = QStringList{newerText(), m_notice}.join(u'\n').trimmed();
    m_title = formTitle(form->url, form->title);
    const bool isKeptBack = sent->state == OutboxState::Kept;
    // Once there it stays, also while they leave: nothing goes away from under a finger.
    const bool isSharingSaid = !isRefused && (isKeptBack || !m_sharingText.isEmpty());
    m_sharingText = isSharingSaid ? CheckInDoneView::whoSees(*records, *form, *sent) : QString();
    m_isShared = !isKeptBack;
    const auto item = records->store().outbox().find(m_sentIdentifier).value_or(std::nullopt);
    m_canShare = item && !item->mayHaveLeft && (isKeptBack || sent->state == OutboxState::Queued);
    // A change is sent, and the plan is changed on its own page.
    m_canAmend = sent->form.isAmendable && sent->state != OutboxState::Sending && !isKeptBack && form->url != safetyPlanUrl();
    m_isChangeBegun = m_canAmend && FormFilling::isChangeBegun(*records, m_clock, form->url, m_sentIdentifier);
    if (m_isChangeBegun && !m_isOutrun) // else both are to be looked at
        m_notice = QStringList{tr("You began a change. It is not sent."), m_notice}.join(u'\n').trimmed();
    Q_EMIT changed();
}

void FormView::setShared(bool isShared)
{
    Records *records = m_account.records();
    if (!records || m_sharingText.isEmpty() || isShared == m_isShared)
        return;
    if (const Result<void> done = records->setKept(m_sentIdentifier, !isShared); !done)
        qCWarning(logApp) << "sharing stays as it was:" << done.error();
    refreshSent();
    m_account.sendSoon();
}

QString FormView::newerText()
{
    return tr("Other answers to this form came in. They may be from another device of yours or from your clinic. What you answered "
              "here is kept, and your clinic does not have it yet. Look at both, and choose.");
}

QVariantList FormView::newerRows() const
{
    if (!m_filling->isFromNewer())
        return {};
    FormState state(m_filling->form(), asAnswered);
    state.takeUp(m_filling->begunFrom());
    return rowsOf(state);
}

/// Gone on with: it was open already, and nothing is said of how it began.
bool FormView::beginAmending(bool isGoneOnWith)
{
    Records *records = m_account.records();
    const std::optional<SubmittedForm> sent = records ? records->submittedAs(m_sentIdentifier) : std::nullopt;
    const std::optional<Form> form = sent ? formOf(*records, *sent) : std::nullopt;
    if (!form)
        return false;
    FillingRule rule;
    rule.slot = FormFilling::slotOfChange(m_sentIdentifier);
    rule.identifier = m_sentIdentifier;
    rule.amends = records->replacedAs(m_sentIdentifier).value_or(*sent).form;
    rule.isStrict = form->url == dailyCheckInUrl(); // as it was when it was answered
    const QString identifier = m_sentIdentifier;
    const auto item = records->store().outbox().find(identifier).value_or(std::nullopt);
    const bool isOutrunAnew = sent->isOutrun && item && item->problem == outrunProblem; // a change has a name of its own
    close();
    m_argument = identifier;
    m_title = formTitle(form->url, form->title);
    m_filling = std::make_unique<FormFilling>(*records, m_clock, *form, rule);
    const int leftOut = m_filling->startFrom(sent->form.answers);
    const FormFilling::Resumed resumed = m_filling->resume();
    QStringList notices;
    if (FormFilling::isTakenUp(resumed)) {
        if (!m_filling->isFromNewer() && !isGoneOnWith)
            notices << tr("You began to change these answers before. Here is how you left them.");
    } else if (resumed != FormFilling::Resumed::Nothing) {
        notices << tr("These are your answers as they are now. A change that you began before was put aside.");
    }
    if (m_filling->isFromNewer())
        notices << newerText();
    if (leftOut > 0)
        notices << tr("Your clinic changed this form since then. Some of your answers can’t be shown here. If you send again, they "
                      "are left out.");
    m_notice = notices.join(u'\n');
    takeUpHeard();
    m_sentIdentifier = identifier;
    m_isAmending = true;
    m_isOutrunAnew = isOutrunAnew;
    m_tellsOfUse = form->url == dailyCheckInUrl() && !isUseSaid(*form, sent->form.answers);
    comeBack();
    review();
    return true;
}

QString FormView::keepNewer()
{
    if (m_state != Review || m_newer.isEmpty())
        return {};
    const QString identifier = m_filling->amends().identifier;
    if (const Result<void> gone = m_filling->giveUp(); !gone) {
        m_notice = handrail::problemText(gone.error()).inOne();
        m_toldNotice.clear();
        review();
        return {};
    }
    close(); // what the disk refused goes, too
    showAnswers(identifier);
    m_account.sendSoon();
    return identifier;
}

} // namespace handrail
