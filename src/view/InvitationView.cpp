// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/InvitationView.h"

#include <QPointer>
#include <algorithm>
#include <utility>

namespace handrail {

namespace {

constexpr QStringView signsOfCodes = u"23456789ABCDEFGHJKMNPQRSTVWXYZ"; ///< as the clinic makes them (clinic/family/Invitations)
constexpr qsizetype longestPaste = 16 * 1024;

/// Capitals of other alphabets, as a keyboard that is set to one types them.
QChar latinOf(QChar c)
{
    static constexpr QStringView others = u"АВЕКМНРСТУХЅЈԚԜΑΒΕΖΗΚΜΝΡΤΥΧ";
    static constexpr QStringView latin = u"ABEKMHPCTYXSJQWABEZHKMNPTYX";
    const qsizetype at = others.indexOf(c);
    return at < 0 ? c : latin.at(at);
}

} // namespace

InvitationView::InvitationView(Account &account, Navigator &navigator, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_navigator(navigator)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &InvitationView::onStateChanged);
    connect(&account, &Account::left, this, [this] { m_hasLeft = true; });
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&navigator, &Navigator::routeChanged, this, &InvitationView::onRouteChanged);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

QString InvitationView::readCode(const QString &typed)
{
    QString code;
    const QString plain = typed.left(256).normalized(QString::NormalizationForm_KC).toUpper();
    for (const QChar c : plain) {
        const bool isBetween = c.isSpace() || c.category() == QChar::Punctuation_Dash || c.category() == QChar::Other_Format;
        if (!isBetween && c.isPrint())
            code += latinOf(c);
    }
    return code.left(codeLength);
}

std::optional<DeepLink> InvitationView::findLink(const QString &text)
{
    // Around it there may be a message, or the marks in which people put addresses.
    const auto isPart = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_'
            || c == u'/' || c == u':';
    };
    const QStringView searched = QStringView(text).left(longestPaste);
    constexpr QStringView start = u"handrail://invite/";
    for (qsizetype from = searched.indexOf(start, 0, Qt::CaseInsensitive); from >= 0;
         from = searched.indexOf(start, from + start.size(), Qt::CaseInsensitive)) {
        qsizetype to = from;
        while (to < searched.size() && isPart(searched.at(to)))
            ++to;
        if (const std::optional<DeepLink> link = readDeepLink(searched.mid(from, to - from)))
            return link;
    }
    return std::nullopt;
}

void InvitationView::begin()
{
    forget();
    m_navigator.go(Navigator::Invitation);
}

void InvitationView::take(const DeepLink &link)
{
    forget();
    m_link = link;
    setStep(m_account.records() ? Question : Code);
    m_navigator.go(Navigator::Invitation);
}

void InvitationView::setLink(const QString &typed)
{
    const std::optional<DeepLink> link = findLink(typed);
    m_isLinkWrong = !link;
    if (!link) {
        Q_EMIT changed();
        return;
    }
    m_link = *link;
    setStep(m_account.records() ? Question : Code);
}

void InvitationView::goOn()
{
    if (m_step == Question)
        setStep(Code);
}

void InvitationView::setCode(const QString &typed)
{
    const QString code = readCode(typed);
    if (code == m_code)
        return;
    m_code = code;
    m_problem.reset();
    Q_EMIT changed();
}

void InvitationView::send()
{
    if (canSend())
        ask();
}

QCoro::Task<void> InvitationView::ask()
{
    const QPointer<InvitationView> self = this;
    const int asking = ++m_asking;
    m_problem.reset();
    m_wasAtPage = false;
    m_isBusy = true;
    Q_EMIT changed();
    const Result<void> opened = co_await m_account.openInvitation(m_link.fhirBase, m_link.token, m_code);
    if (!self || asking != m_asking) // the page was left meanwhile
        co_return;
    m_isBusy = false;
    if (opened) {
        m_isAccepting = true;
        m_wasIn = m_account.records() != nullptr;
        m_hasLeft = false;
        if (m_account.state() == Account::State::SignedOut || m_account.state() == Account::State::Revoked)
            Q_EMIT serverMet(m_link.fhirBase.toString());
        Q_EMIT changed();
        m_account.acceptInvitation();
        co_return;
    }
    switch (opened.error().kind) {
    case ProblemKind::NotFound:
    case ProblemKind::BadAddress:
    case ProblemKind::Insecure:
    case ProblemKind::NotFhir: // one page for all of it, whatever it was
        m_code.clear();
        setStep(Closed);
        break;
    default: m_problem = opened.error(); Q_EMIT changed();
    }
}

void InvitationView::tryAgain()
{
    if (m_step == Closed)
        setStep(Code);
}

void InvitationView::otherLink()
{
    forget();
}

void InvitationView::setStep(Step step)
{
    m_step = step;
    m_problem.reset();
    m_isLinkWrong = false;
    Q_EMIT changed();
}

void InvitationView::forget()
{
    ++m_asking;
    m_link = {};
    m_code.clear();
    m_isBusy = false;
    m_isAccepting = false;
    setStep(Link);
}

void InvitationView::onStateChanged()
{
    const Account::State state = m_account.state();
    if (state == Account::State::SigningIn)
        return;
    if (!std::exchange(m_isAccepting, false)) {
        if (state == Account::State::Locked)
            forget();
        Q_EMIT changed();
        return;
    }
    const bool isBack = state == Account::State::SignedOut || state == Account::State::Revoked
        || ((state == Account::State::Active || state == Account::State::NeedsSignIn) && m_wasIn && !m_hasLeft);
    if (!isBack) {
        if (!m_account.records() || m_account.isSessionOnly())
            Q_EMIT serverLeft(m_account.isSessionOnly());
        forget();
        return;
    }
    // Nobody signed in. Whoever did not let the app in has used up nothing.
    m_problem = m_account.problem();
    m_wasAtPage = true;
    Q_EMIT serverLeft(m_problem && m_problem->kind == ProblemKind::SignInDenied);
    m_account.clearProblem();
    m_navigator.go(Navigator::Invitation);
    Q_EMIT changed();
}

void InvitationView::onRouteChanged()
{
    // Help lies over it; the clinic's page is a part of it.
    if (!m_navigator.has(Navigator::Invitation) && !m_isAccepting && (m_step != Link || m_isLinkWrong))
        forget();
}

bool InvitationView::hasOddSign() const
{
    return std::any_of(m_code.begin(), m_code.end(), [](QChar c) { return !signsOfCodes.contains(c); });
}

QString InvitationView::linkError() const
{
    return m_isLinkWrong ? tr("This is not the whole link. Copy it once more, from “handrail” to the end.") : QString();
}

QString InvitationView::codeError() const
{
    return hasOddSign() ? tr("No code has I, L, O, U, 0 or 1 in it. Ask to hear it once more.") : QString();
}

QString InvitationView::missingText() const
{
    return missing() > 0 ? tr("%n more letter(s) or number(s)", nullptr, missing()) : QString();
}

ProblemWords InvitationView::problemWords() const
{
    if (!m_problem)
        return {};
    switch (m_problem->kind) {
    case ProblemKind::Offline:
    case ProblemKind::Timeout:
        return {tr("You seem to be offline"),
                m_wasAtPage ? tr("Try again when you have a connection.")
                            : tr("Nothing is used up. Try again when you have a connection.")};
    case ProblemKind::ServerBusy: {
        const int minutes = (std::max(m_problem->retryAfterSeconds, 1) + 59) / 60;
        if (m_problem->httpStatus != 429)
            break;
        return {tr("Too many tries"), tr("Wait %n minute(s), then try again.", nullptr, minutes)};
    }
    case ProblemKind::SignInDenied: return {tr("You said “not now”"), tr("Nothing is used up. You can go on when you are ready.")};
    case ProblemKind::SignInAbandoned: return {tr("The page was not finished"), tr("You can go on when you are ready.")};
    case ProblemKind::UnsentOfAnother: return handrail::problemText(*m_problem);
    default: break;
    }
    // After the clinic's page it may be used up, and the page of what is closed tells how to go on.
    return {tr("That did not work"),
            m_wasAtPage ? tr("It is not your fault. Try again in a while.")
                        : tr("It is not your fault. Nothing is used up. Try again in a while.")};
}

QString InvitationView::whoText() const
{
    const Records *records = m_account.records();
    if (!records)
        return {};
    const QString name = records->name().full;
    return name.isEmpty() ? tr("Somebody is signed in on this device.") : tr("%1 is signed in on this device.").arg(name);
}

} // namespace handrail
