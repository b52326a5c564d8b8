// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SyncView.h"

#include "view/OutgoingItem.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <QTimer>

#include <algorithm>

namespace handrail {

namespace {

/// Between two tries that the person asks for (Account::isRetriedLately()).
constexpr std::chrono::minutes betweenRetries{1};

/// The parts of the first download as people know them, and the FHIR types that each is made of.
struct PartOf {
    const char *title;
    QStringList types;
};

QList<PartOf> partsOfDownload()
{
    return {
        {QT_TRANSLATE_NOOP("handrail::SyncView", "Your sessions"),
         {QStringLiteral("Appointment"), QStringLiteral("AppointmentResponse"), QStringLiteral("Location")}},
        {QT_TRANSLATE_NOOP("handrail::SyncView", "People to call"),
         {QStringLiteral("CareTeam"), QStringLiteral("Organization"), QStringLiteral("Patient"), QStringLiteral("RelatedPerson")}},
        {QT_TRANSLATE_NOOP("handrail::SyncView", "Your plan and medicine"),
         {QStringLiteral("CarePlan"), QStringLiteral("EpisodeOfCare"), QStringLiteral("MedicationRequest")}},
        {QT_TRANSLATE_NOOP("handrail::SyncView", "Check-in"),
         {QStringLiteral("Questionnaire"), QStringLiteral("QuestionnaireResponse")}}};
}

} // namespace

SyncView::SyncView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &SyncView::refresh);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::syncChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &SyncView::refresh);
}

bool SyncView::canRetry() const
{
    const SyncEngine *sync = m_account.sync();
    if (!sync || sync->state() == SyncEngine::State::Running || m_account.state() != Account::State::Active)
        return false;
    return !m_account.isRetriedLately();
}

void SyncView::retry()
{
    if (!canRetry())
        return;
    QTimer::singleShot(betweenRetries, this, &SyncView::changed);
    m_account.retry();
}

void SyncView::refresh()
{
    m_bannerTitle.clear();
    m_bannerText.clear();
    m_savedText.clear();
    m_isOffline = false;
    m_hasFailed = false;
    m_isRunning = false;
    m_waitingCount = 0;
    m_refusedCount = 0;
    m_parts.clear();
    const SyncEngine *sync = m_account.sync();
    if (!sync) {
        m_partsDone = 0;
        m_partText.clear();
        Q_EMIT changed();
        return;
    }
    const TimeText text(m_preferences.locale());
    m_isRunning = sync->state() == SyncEngine::State::Running;
    const Unsent unsent = m_account.records()->unsent();
    m_refusedCount = unsent.refused;
    m_waitingCount = unsent.count - unsent.refused;
    const std::optional<Problem> problem = sync->lastProblem();
    m_isOffline = wayOf(m_account).isOffline;
    m_hasFailed = problem.has_value();
    if (sync->lastSuccess().isValid() && !m_account.isSessionOnly()) {
        m_savedText =
            tr("Saved on this device %1. Works offline.").arg(text.at(sync->lastSuccess().toTimeZone(m_clock.localZone()).time()));
    }
    // What needs the person goes before what waits: that goes by itself.
    const QString waiting = m_refusedCount > 0 ? tr("%n thing(s) need you", nullptr, m_refusedCount)
        : m_waitingCount > 0                   ? tr("%n thing(s) waiting to send", nullptr, m_waitingCount)
                                               : QString();
    if (m_account.state() == Account::State::NeedsSignIn) {
        m_bannerTitle = tr("Please sign in again");
        m_bannerText = !waiting.isEmpty()                  ? waiting
            : m_account.identity()->role == Role::Relative ? tr("Sign in to see what is shared with you.")
                                                           : tr("What is saved here stays.");
    } else if (m_account.isSessionOnly()) {
        m_bannerTitle = tr("Nothing is kept after you close Handrail");
        m_bannerText = waiting.isEmpty() ? tr("This device has no safe place for a key.") : waiting;
    } else if (m_isOffline) {
        m_bannerTitle = tr("You’re offline. That’s okay.");
        m_bannerText = waiting.isEmpty() ? tr("You see what is saved here.") : waiting;
    } else if (problem && problem->kind != ProblemKind::Cancelled) {
        const ProblemWords words = problemText(*problem);
        m_bannerTitle = words.title;
        // What the person has to do goes before what waits.
        m_bannerText = waiting.isEmpty() || !problem->isRetryable ? words.text : waiting;
    } else if (m_refusedCount > 0) {
        m_bannerTitle = waiting;
        m_bannerText = tr("Kept here. See what to do.");
    }
    refreshParts(*sync);
    Q_EMIT changed();
}

void SyncView::refreshParts(const SyncEngine &sync)
{
    const QList<SyncPart> parts = sync.parts();
    m_partsDone = 0;
    int shown = 0;
    for (const PartOf &part : partsOfDownload()) {
        int done = 0;
        int known = 0;
        int records = 0;
        bool isLoading = false;
        bool isMissing = true;
        for (const SyncPart &type : parts) {
            if (!part.types.contains(type.type))
                continue;
            ++known;
            records += type.count;
            done += type.state == SyncPart::State::Done || type.state == SyncPart::State::Unavailable;
            isLoading = isLoading || type.state == SyncPart::State::Loading;
            isMissing = isMissing && type.state == SyncPart::State::Unavailable;
        }
        if (known == 0)
            continue; // this person's server is not asked for it
        ++shown;
        PartState state = Waiting;
        QString detail = tr("Next");
        if (done == known) {
            state = isMissing ? Unavailable : Done;
            detail = isMissing ? tr("Not shared by your clinic")
                : records > 0  ? tr("%n saved on this device", nullptr, records)
                               : tr("Saved");
            ++m_partsDone;
        } else if (isLoading || done > 0) {
            state = Loading;
            detail = tr("Loading %1 of %2").arg(done + 1).arg(known);
        }
        m_parts << QVariantMap{{QStringLiteral("title"), tr(part.title)},
                               {QStringLiteral("detail"), detail},
                               {QStringLiteral("state"), int(state)},
                               {QStringLiteral("fraction"), double(done) / known}};
    }
    m_partText = shown == 0 ? QString() : tr("Part %1 of %2.").arg(qMin(m_partsDone + 1, shown)).arg(shown);
}

} // namespace handrail
