// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "fhir/Bundle.h"
#include "store/Store.h"
#include "sync/FhirClient.h"
#include "sync/OlderSessions.h"
#include "sync/PullPlan.h"
#include "sync/SyncEngine.h"

#include <QSet>
#include <functional>
#include <optional>

namespace handrail {

/// Downloads one type after the other (design api 3.4). A page is looked through before anything of it is kept: a record that is not of the
/// type asked for, or not about the person who signed in, is dropped, and the others go on. The cursor of a type moves only after its last
/// page; a list that is cut off is gone on with in the next run, at the page where it was. What changed is asked for each time, everything once a week: what is gone at the clinic then goes here.
class Pull
{
public:
    /// `packTaker`: as in SyncOptions.
    Pull(FhirClient &client, Store &store, const Clock &clock, const Identity &identity, SyncLifePointer life,
         QByteArray packTaker);

    void setRecordsChanged(std::function<void()> changed) { m_recordsChanged = std::move(changed); }
    void setPartsChanged(std::function<void()> changed) { m_partsChanged = std::move(changed); }

    /// Awaited after each page of a list that has another; with a problem the list is cut off there, and goes on in the next run.
    void setBetweenPages(std::function<QCoro::Task<Result<void>>()> between) { m_betweenPages = std::move(between); }

    [[nodiscard]] QList<SyncPart> parts() const { return m_parts; }
    [[nodiscard]] int stepCount() const { return int(m_plan.size()); }
    [[nodiscard]] const QString &typeOf(int step) const { return m_plan.at(step).type; }

    /// Before the first step of a run.
    void begin();
    /// A type that the server refuses (403, 404, 405, 501) is no problem: its part becomes Unavailable and what is stored stays, but for
    /// a relative, whose consent may have ended: then it goes.
    QCoro::Task<Result<void>> run(int step);
    /// What the steps since begin() dropped that was not told before: WrongPatient or, for another type, BadData. A record is told once.
    [[nodiscard]] std::optional<Problem> takeDropped();
    /// Every step so far found no such type: whatever answers there is no FHIR server for us.
    [[nodiscard]] bool isNothingThere() const { return !m_hasAnswer && m_missingSteps > 2; }
    /// One record anew, beside a run. What the clinic shows no more goes from the store; its problem is the result then.
    QCoro::Task<Result<void>> readAgain(QString type, QString id);
    /// Beside a run: the sessions of this time in care that are older than what a first download asks for. Once, page after page, and after an
    /// interruption from the page where it was.
    QCoro::Task<Result<void>> readOlder();
    /// Takes out all that a relative may see: of the patient, with their name, and of the clinic.
    Result<void> removeShared();

private:
    /// What one list is being read into.
    struct List {
        PullStep step;
        QDateTime cursor;
        QDateTime newest;     ///< the greatest lastUpdated so far
        QStringList ids;      ///< Referenced: ask for these
        QString canonical;    ///< Canonical: ask for this
        QSet<QString> listed; ///< what is there
        QSet<QUrl> visited;
        int refusal = 0;        ///< the status when the type was refused
        bool canResume = false; ///< where it is cut off is kept, and the next run goes on there
        bool isResumed = false;
        bool hasRead = false; ///< a page came in this run
        bool isCut = false;   ///< to compare with, and longer than one run reads
        QUrl place;           ///< the page at which to go on; empty: the first
        QDateTime began;      ///< by the server's clock; what changed since is asked for next time
        bool isRestarted = false;
        bool hasDropped = false;    ///< something was not ours
        bool hasPassedOver = false; ///< something was more than can be read
        bool isDoubtful = false;    ///< with records of another type: what it does not name may be there all the same
        bool wasEmpty = false;      ///< nothing of the type was here before
    };

    QCoro::Task<Result<void>> pullList(PullStep step);
    QCoro::Task<Result<void>> readList(std::shared_ptr<List> list);
    void takeUpPlace(List &list) const;
    void keepPlace(const List &list);
    void forgetPlace(const List &list);
    void startOver(List &list);
    QCoro::Task<Result<void>> pullWhole(std::shared_ptr<List> list);
    QCoro::Task<Result<void>> removeGone(std::shared_ptr<List> whole);
    QCoro::Task<Result<void>> pullReferenced(PullStep step);
    QCoro::Task<Result<void>> pullOrganizations(PullStep step, QStringList ids);
    QCoro::Task<Result<void>> pullOnlyOrganization(PullStep step);
    QCoro::Task<Result<void>> readOne(QString type, QString id);
    QCoro::Task<Result<fhir::Page>> fetchOne(QString type, QString id);
    QCoro::Task<Result<void>> pullSelf(PullStep step);
    QCoro::Task<Result<void>> pullForms(PullStep step);
    QCoro::Task<Result<void>> pullPieces(PullStep step);
    QCoro::Task<Result<void>> readOlderPages(std::shared_ptr<OlderSessions> older);
    [[nodiscard]] std::optional<OlderSessions> olderWanted();
    [[nodiscard]] QUrl olderPage(const OlderSessions &older) const;

    [[nodiscard]] QUrl firstPage(const List &list) const;
    [[nodiscard]] bool isMine(const QByteArray &json) const;
    [[nodiscard]] fhir::Page sifted(const PullStep &step, fhir::Page page);
    [[nodiscard]] static bool isRefusal(int status);
    [[nodiscard]] static bool isRefusal(int status, const PullStep &step)
    {
        return isRefusal(status) || (step.isOptional && status == 400);
    }
    Result<void> keep(const PullStep &step, const fhir::Page &page);
    Result<void> store(const fhir::Page &page);
    Result<void> finish(const List &list);
    Result<void> removeUnlisted(const PullStep &step, const QSet<QString> &listed);
    [[nodiscard]] QStringList wantedForms(const PullStep &step, const QSet<QString> &here, int mostRecords) const;
    [[nodiscard]] QStringList wantedIds(const PullStep &step) const;
    [[nodiscard]] QStringList unlisted(const List &whole) const;
    [[nodiscard]] QDateTime notAfterNow(const QDateTime &lastUpdated) const;
    [[nodiscard]] bool isFresh(const QString &type) const;
    void setFresh(const QString &type);
    [[nodiscard]] bool isNoted(const QString &name, std::chrono::milliseconds within) const;
    void note(const QString &name, std::chrono::milliseconds before = {});
    [[nodiscard]] bool hasAny(const QString &type) const;
    [[nodiscard]] bool isNothingShared() const;

    void tellRecordsChanged();
    void tellRecordsChangedSoon();
    void tellUntold();
    void setPart(SyncPart::State state, int added = 0);
    Result<void> unavailable(const PullStep &step, int status);

    FhirClient &m_client;
    Store &m_store;
    const Clock &m_clock;
    const Identity &m_identity;
    SyncLifePointer m_life;
    QByteArray m_packTaker;
    QList<PullStep> m_plan;
    QList<SyncPart> m_parts;
    int m_current = 0;
    QSet<QString> m_dropped; ///< type, id and version of what was dropped and is not told yet
    QSet<QString> m_told;
    bool m_hasForeign = false; ///< one of m_dropped is about somebody else
    int m_missingSteps = 0;
    bool m_hasAnswer = false;
    bool m_isReadingOlder = false;
    bool m_isOlderSettled = false; ///< all are here, or this server does not give them
    bool m_isUnsorted = false;     ///< this server refused _sort
    int m_pageSize = 50;
    bool m_isUntold = false;                             ///< records changed, and nobody heard of it yet
    std::optional<std::chrono::milliseconds> m_lastTold; ///< monotonic
    std::function<void()> m_recordsChanged;
    std::function<void()> m_partsChanged;
    std::function<QCoro::Task<Result<void>>()> m_betweenPages;
};

} // namespace handrail
