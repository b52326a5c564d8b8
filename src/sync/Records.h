// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Assignment.h"
#include "core/Clock.h"
#include "core/Form.h"
#include "core/HelpCard.h"
#include "core/Identity.h"
#include "core/Medicine.h"
#include "core/Message.h"
#include "core/OfferedTexts.h"
#include "core/Plan.h"
#include "core/Problem.h"
#include "core/Program.h"
#include "core/Session.h"
#include "core/Sharing.h"
#include "store/Store.h"

#include <QDate>
#include <functional>
#include <optional>

namespace handrail {

namespace fhir {
struct NewMessage;
}

class FormNames;

/// A finished form with what is known of its way to the clinic.
struct SubmittedForm {
    CompletedForm form;
    OutboxState state = OutboxState::Done;
    QDateTime sentAt;      ///< UTC; when the server's word came; invalid while it has not
    bool isOutrun = false; ///< of Rejected: the clinic has others, and the person chooses
};

/// A message with what is known of its way to the clinic; one from the clinic is Done.
struct Message : WrittenMessage {
    OutboxState state = OutboxState::Done;
    QDateTime sentAt; ///< UTC; when the server's word came; invalid while it has not, and when that is not known any more
};

/// A form that is here, without its questions.
struct FormName {
    QString url; ///< canonical without version
    QString version;
    QString title;
    QList<Code> codes = {}; ///< what it is for
};

/// A word on a dose with what is known of its way to the clinic.
struct KnownDose {
    DoseSaid dose;
    OutboxState state = OutboxState::Done;
    bool isHere = false; ///< it cannot have left
};

/// Something of the outbox with what it is about.
struct OutboxEntry {
    OutboxItem item;
    std::optional<CompletedForm> form;     ///< of answers to a form
    std::optional<Session> session;        ///< that it is about, when it is known here
    Coming coming = Coming::Unsaid;        ///< said to that session
    QString comment;                       ///< said with it, or with a dose
    std::optional<WrittenMessage> message; ///< with its words
    std::optional<DoseSaid> dose;
    QString name; ///< of the medicine; while unsent of whom sharing ends with, and of what a task or a plan asked for. May be empty
};

/// What begins the key of a concern in the outbox: all that a relative's app sends.
inline constexpr QLatin1String concernKey("concern/");

/// A concern that a relative wrote.
struct SaidConcern {
    QString identifier;
    QString text; ///< as they wrote it; empty when it can't be read any more
    OutboxState state = OutboxState::Queued;
    QDateTime saidAt;       ///< UTC
    QDateTime sentAt;       ///< UTC; when the clinic's word came; invalid while it has not
    QDateTime retryAt;      ///< UTC; not before; invalid: as soon as may be
    bool isTooMany = false; ///< the clinic takes no more of them now; it goes later
};

// Something begun lies in the store under one of these. A form's is a JSON object: the time in `draftUntil`, UTC, says until when it is taken up
// again, and one in whose place `draftPutAside` stands is over.
inline constexpr QLatin1String draftPrefix("draft/");
inline constexpr QLatin1String inviteDraftName("sharing.invite");
inline constexpr QLatin1String draftUntil("until");
inline constexpr QLatin1String draftPutAside("putAside");

/// How much waits here. What nobody can count, a store put aside or an outbox that cannot be read, counts as one.
struct Unsent {
    int count = 0;
    int refused = 0; ///< of these: will not go by themselves
};

/// A name to greet with.
struct Name {
    QString given;
    QString full;
};

/// The store in the app's own terms: FHIR is read and written here, so that nobody above knows a resource. Reading touches the store
/// alone, never the network. GUI thread.
class Records
{
public:
    Records(Store &store, Identity identity);

    /// The language (BCP 47, "es") of the clinic's own words, where the clinic gives them in it.
    void setLanguage(const QString &language) { m_language = language; }
    /// Whose zone says which day it is, and on which day that was answered whose record gives its time in UTC; without one as it is written.
    void setClock(const Clock &clock) { m_clock = &clock; }

    /// Sessions with from <= day <= to, in order of time; records entered in error are left out.
    [[nodiscard]] Result<QList<Session>> sessions(const QDate &from, const QDate &to) const;
    [[nodiscard]] Result<std::optional<Session>> session(const QString &id) const;
    /// From this day on all of this patient's sessions are on this device; invalid: from the first day in care on. `today` at the clinic.
    [[nodiscard]] QDate sessionsSince(const QDate &today) const;
    /// "214 Harbor Street, ground floor"; empty when unknown.
    [[nodiscard]] QString address(const QString &locationId) const;
    /// Of the plans that are active one with a phase in progress, else one of today, else the newest: the next may be enrolled ahead. Without an active
    /// one the newest that was, so that its end can be seen.
    [[nodiscard]] std::optional<Program> program() const;
    /// The active form with this canonical that the server gave, of several the highest version; else, or when that one has
    /// nothing that can be asked here, `builtIn`, a Questionnaire that the app brought along.
    [[nodiscard]] std::optional<Form> form(const QString &url, const QByteArray &builtIn = {}) const;
    /// The form that answers are to (QuestionnaireResponse.questionnaire): of that version when it is here, also one that is not active any
    /// more, else as form(); without a version also one that is not active, if there is no other. FormsAnswered for many answers.
    [[nodiscard]] std::optional<Form> formAnswered(const QString &canonical, const QByteArray &builtIn = {}) const;
    /// Answers to any form, newest first: those that wait here, and those among the `limit` records of the server's that changed last, each
    /// identifier once: what was sent from here, as it is at the server by now. `isAll`: the server has no others here.
    [[nodiscard]] QList<SubmittedForm> submitted(int limit, bool *isAll = nullptr) const;
    /// The same to some forms, however many answers to others came since. It looks at all there are, but not
    /// again while as many lie here and the newest is the same: opening the answers of years takes a moment.
    [[nodiscard]] QList<SubmittedForm> submittedTo(const QStringList &questionnaireUrls) const;
    /// Those under this identifier, here or at the server, whichever are newer, read by the form that they answer. Looks at all, and opens those
    /// that name it.
    [[nodiscard]] std::optional<SubmittedForm> submittedAs(const QString &identifier) const;
    /// Those in whose place a change of these comes: the same. Where the clinic refused these, and has others from which they were not made, those.
    [[nodiscard]] std::optional<SubmittedForm> replacedAs(const QString &identifier) const;
    /// As submittedAs(), whether there are any.
    [[nodiscard]] bool isAtClinic(const QString &responseIdentifier) const;
    /// What the clinic asked the patient for, and what of it was done here. Those entered in error are left out, and those that somebody else is
    /// to do.
    [[nodiscard]] QList<CareTask> tasks() const;
    [[nodiscard]] QList<PlannedForm> plannedForms() const;       ///< of the plans that are active
    [[nodiscard]] QList<PlannedReading> plannedReadings() const; ///< the same
    /// Under which the clinic hears that one is done: the same on every device.
    [[nodiscard]] QString readingDoneIdentifier(const PlannedReading &reading) const;
    [[nodiscard]] QList<FormName> forms()
        const; ///< those to be answered: the active ones that the server gave, of several versions the highest
    /// What the clinic's Libraries offer and withdraw, by id; of several with one id the newest. TooMany are those after the first `mostOffered`.
    [[nodiscard]] Result<QList<OfferedTexts>> offeredTexts() const;
    /// The bytes of a pack whose pieces are all here; NotFound while one is missing.
    [[nodiscard]] Result<QByteArray> arrivedTexts(const OfferedTexts &offered) const;
    /// From now on this is not downloaded again; with an empty name the id's is, whatever was refused.
    Result<void> setTextsTaken(const QString &id, const QByteArray &name);
    [[nodiscard]] bool areTextsTaken(const OfferedTexts &offered) const;
    /// Nor is this, as long as it is offered as it is now and `taker` is who judges it.
    Result<void> setTextsRefused(const OfferedTexts &offered, const QByteArray &taker);
    [[nodiscard]] bool areTextsRefused(const OfferedTexts &offered, const QByteArray &taker) const;
    /// Takes away what was downloaded for packs that nobody offers any more, or that were taken or refused; without a taker all of it.
    Result<void> dropPieces(const QByteArray &taker);
    /// The same for the days from <= day <= to where they were answered, whatever their number. Up to 120 days the cost depends on what is
    /// asked for, not on what is stored.
    [[nodiscard]] Result<QList<SubmittedForm>> submittedBetween(const QStringList &questionnaireUrls, const QDate &from,
                                                                const QDate &to) const;
    /// The clinic's name and its number, which may stand with the care team or a place; of several clinics that of one with a number.
    [[nodiscard]] std::optional<ClinicContact> clinicContact() const;
    [[nodiscard]] Name name() const;        ///< of who signed in
    [[nodiscard]] Name patientName() const; ///< of the patient, as far as the signed-in person may know it
    [[nodiscard]] bool isMedicineOnPlan() const;

    /// The goals that are worked on, rest or were reached, each with its steps, the plan's own before its targets; at most 1,000. Those that are
    /// worked on come first, each in one order on every device.
    [[nodiscard]] QList<PlanGoal> goals() const;
    /// The levels of care, the latest first.
    [[nodiscard]] QList<CareLevel> careLevels() const;
    /// What the patient shares with relatives, and did: what is in force and what waits first, then by the day of signing, the latest first.
    [[nodiscard]] QList<Sharing> sharings(const QDateTime &nowUtc) const;
    /// The words that were signed with that Consent; empty when it holds none.
    [[nodiscard]] QString signedText(const QString &consentId) const;
    /// Takes a Consent back at the clinic. Durable when it returns; before anything else that waits. A refused word is said again.
    Result<void> queueConsentEnd(const Sharing &sharing, const QDateTime &nowUtc);
    /// The orders that run or rest, by name.
    [[nodiscard]] QList<Medicine> medicines() const;
    /// All that was said of doses of the days from <= day <= to, the latest word first: what the clinic has, and what waits here or was refused.
    /// The cost depends on the days and on what waits.
    [[nodiscard]] Result<QList<KnownDose>> doses(const QDate &from, const QDate &to) const;
    /// Tells the clinic of a dose, not before `until`. Durable when it returns. `name` of the medicine. Conflict when other bytes are known under its
    /// identifier.
    Result<void> queueDose(const DoseSaid &said, const QString &name, const QString &note, const QDateTime &until);
    /// The server has MedicationStatements, as far as is known.
    [[nodiscard]] bool takesDoses() const;

    /// Durable when it returns. With it goes, after the answers have arrived, word to the task that they do: the open one for which this
    /// identifier was made (core/Ids assignedId), else the oldest open one that asks for this form. Problems: StoreFull, StoreReadOnly,
    /// StoreBroken.
    Result<void> queue(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent);
    /// The same for answers that go before their form is finished (design clinical 3.3): first in the outbox, and they do no task.
    Result<void> queueAhead(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc);
    /// Tells the clinic that a task which asks for no form is done (design api row 4). Durable when it returns; said once, however often it
    /// is called. Problems as above.
    Result<void> queueTaskDone(const QString &taskId, const QDateTime &nowUtc);
    /// Other answers in the place of those that were given under this identifier: the record becomes amended, or, as long as nothing of it
    /// left, the answers are replaced. `completed.authored` is the time of the change, later than that of what it changes. Durable when it
    /// returns. Problems as above, and NotFound when no such answers are known.
    Result<void> amend(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent);
    /// Tells the clinic whether the patient comes (design api rows 1b, 1d); of `comment` the first 1,000 characters. Durable when it returns.
    /// What was said last already, in the same words and not refused, is not said again.
    Result<void> queueRsvp(const Session &session, Coming coming, const QString &comment, const QDateTime &nowUtc);
    /// Brings a worksheet to a session: under this identifier, not before `until`; what was queued under it before and has not left is
    /// replaced. Conflict when it has left, or may have.
    Result<void> queueSheet(const QString &identifier, const Session &session, const QString &title, const QStringList &parts,
                            const QDateTime &now, const QDateTime &until);
    /// The thread with the care team, each message once, newest first: what waits here, and of the clinic's the `limit` that changed last.
    /// `visited`: how many records that were, also those that say nothing here; fewer than `limit` when there are no older ones.
    [[nodiscard]] QList<Message> messages(int limit, int *visited = nullptr) const;
    /// Of the same those about one of these ("Appointment/x"), however long ago they were written.
    [[nodiscard]] QList<Message> messagesAbout(const QStringList &abouts) const;
    /// The clinic's word to all or to this patient that holds at this time, newest first.
    [[nodiscard]] QList<Announcement> announcements(const QDateTime &nowUtc) const;
    /// What the clinic's staff note of the patient and opened to them, as it holds on this day; one line each.
    [[nodiscard]] QStringList clinicNotes(const QDate &today) const;
    /// Says something to the care team, or asks for something: all of it is one thread. Durable when it returns; gives the identifier.
    /// Problems: those of the store; BadData when there is nothing to say, or more than mostMessageCharacters; Conflict when other words were said
    /// under the draft's identifier.
    Result<QString> queueMessage(const MessageDraft &draft, const QDateTime &nowUtc);
    /// The same for a worksheet that goes into the thread: a part for each thing that is written.
    Result<QString> queueSheetMessage(const QString &title, const QStringList &parts, const QDateTime &nowUtc);
    /// The card "How I can help" with each relative, of several versions the newest; for a relative their own alone.
    [[nodiscard]] QList<HelpCard> helpCards() const;
    /// For a relative: the patient's times on the days from <= day <= to, as far as they are shared, in order.
    [[nodiscard]] QList<BusyTime> busyTimes(const QDate &from, const QDate &to) const;
    /// To a relative: a consent is in force, as far as was heard.
    [[nodiscard]] bool isAnythingShared() const;
    /// The last day on which something is shared with this relative, as the clinic says. Invalid when it does not.
    [[nodiscard]] QDate sharedUntil() const;
    /// The same of the patient's busy times.
    [[nodiscard]] QDate busySharedUntil() const;
    /// A relative tells the clinic something, one way. Durable when it returns; gives the identifier. Problems: those of the store; BadData when there
    /// is nothing to say, or more than mostConcernCharacters; Conflict when other words were said under this identifier.
    Result<QString> queueConcern(const QString &text, const QString &identifier, const QDateTime &nowUtc);
    /// Those of the last days, newest first.
    [[nodiscard]] QList<SaidConcern> concerns() const;
    [[nodiscard]] ReplyingTeam replyingTeam() const;             ///< of the active care team that changed last
    [[nodiscard]] QList<Leader> team() const;                    ///< who of the clinic is in the active care teams
    [[nodiscard]] static QString typeOf(const QByteArray &json); ///< the resourceType; empty when it cannot be read
    /// The clinic takes messages: false once its server said that it has none.
    [[nodiscard]] bool takesMessages() const;
    /// Takes something back that the clinic cannot have: Outbox::withdraw.
    Result<bool> withdraw(const QString &identifier) { return m_store.outbox().withdraw(identifier); }
    /// What waits, and what went in the last days, each with what it is about; newest first.
    [[nodiscard]] Result<QList<OutboxEntry>> outbox() const;
    /// The answers that the clinic refused under this identifier, while they are that.
    [[nodiscard]] std::optional<CompletedForm> refused(const QString &identifier, const Form &form) const;
    /// What was answered in an item of the outbox, as this form holds it; empty when it can't be read.
    [[nodiscard]] Answers answersIn(const OutboxItem &item, const Form &form) const;
    /// Sends answers that were refused again, changed or not, under their identifier. Conflict when they are not refused any more.
    /// `before`: the record in whose place they come where the clinic has one, and in no other's.
    Result<void> sendAgain(const CompletedForm &completed, const Form &form, bool isUrgent, const QByteArray &before = {});
    /// What was said under this identifier was refused, since the clinic took back what it has there (takenBackProblem).
    [[nodiscard]] bool isTakenBack(const QString &identifier) const;
    /// Instead of sendAgain() and amend() then: as queue(), under an identifier of its own, in the place of what was refused under `before`, whose
    /// task it does. All of that, or nothing changes.
    Result<void> queueAnew(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent,
                           const QString &before);
    /// These answers are not sent: others are known under their identifier, and the person chooses. Nothing happens where they may have left.
    Result<void> setOutrun(const QString &identifier);
    /// What the clinic refused under this identifier, or as a change of it, goes from here: the person chose what the clinic has.
    Result<void> forgetRefused(const QString &identifier);
    /// Answers that have not left yet wait until `until`, so that the person can still keep them back. Nothing happens to any others.
    Result<void> holdBack(const QString &identifier, const QDateTime &until);
    /// What waits because of holdBack() goes now.
    Result<void> letGo(const QString &identifier);
    /// Keeps answers on this device, or shares them after all. Conflict when they have left, or may have.
    Result<void> setKept(const QString &identifier, bool isKept);
    [[nodiscard]] Unsent unsent() const;
    [[nodiscard]] int unsentCount() const { return unsent().count; }
    /// The person keeps something here that no server has, by their own hand: a sign-out leaves the store sealed, as it does with what is unsent.
    /// So it is with what they keep to themselves (setKept), and with what they began and can still finish; without a time with all that they began.
    [[nodiscard]] bool holdsOwnThings(const QDateTime &nowUtc = {}) const;
    Result<void> noteOwnThings();
    [[nodiscard]] Result<int> keptCount() const; ///< what was answered and is kept to themselves
    /// Whether a value of the store is something begun that can still be finished.
    [[nodiscard]] static bool isUnfinished(const QString &name, const QByteArray &value, const QDateTime &nowUtc);
    void setStoresPutAside(int count) { m_storesPutAside = count; }
    [[nodiscard]] int storesPutAside() const { return m_storesPutAside; }

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] const Identity &identity() const { return m_identity; }

private:
    struct RsvpWord {
        ComingSaid said;
        QDateTime arrivedAt; ///< UTC, by the server's clock; invalid while it is not known there
    };
    /// All that this person said to an appointment, the newest first.
    struct RsvpWords {
        QList<RsvpWord> here; ///< in the outbox
        QList<RsvpWord> atClinic;
    };
    /// What they said last, to the time at which it stands now.
    struct Answer : RsvpWord {
        std::optional<ComingSaid> refused; ///< said after it, and not taken
        std::optional<ComingSaid> before;  ///< to another time, when they said nothing of this one
    };
    using RsvpAnswers = QHash<QString, RsvpWords>; ///< by the appointment's id
    [[nodiscard]] RsvpAnswers rsvpAnswers() const;
    [[nodiscard]] static Answer answerTo(const Session &session, const RsvpWords &words);
    [[nodiscard]] static bool isOtherSince(const QByteArray &stored, const QByteArray &sent);
    struct HeldAnswers {
        QByteArray json;
        OutboxState state = OutboxState::Done;
        QDateTime sentAt = {};
        bool isChange = false; ///< an update in the outbox
        bool isOutrun = false; ///< as in SubmittedForm
    };
    [[nodiscard]] SubmittedForm submittedFrom(const HeldAnswers &held) const;
    /// The newest under this identifier, from here or from the server. isRefusedToo: also what the clinic could not take.
    [[nodiscard]] std::optional<HeldAnswers> heldAs(const QString &identifier, bool isRefusedToo) const;
    /// Of two versions of one form.
    [[nodiscard]] static bool isNewer(const QString &version, const QString &than);
    [[nodiscard]] static OutboxItem itemOf(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc,
                                           bool isUrgent);
    [[nodiscard]] QList<OutboxItem> completionsBy(const CompletedForm &completed, const QDateTime &nowUtc, int priority) const;
    /// A record of answers, with its day where it was answered, and with the form's own name (FormNames).
    [[nodiscard]] Result<CompletedForm> readAnswers(const QByteArray &json, const Form &form = {}) const;
    [[nodiscard]] Result<CompletedForm> readAnswers(const QByteArray &json, const Form &form, FormNames &names) const;
    /// Records of answers that hold one of these words, the oldest first.
    [[nodiscard]] QList<QByteArray> answersNaming(const QStringList &words) const;
    /// What waits here and `stored`, of two records with one identifier the first, newest first.
    [[nodiscard]] QList<SubmittedForm> submittedOf(const QStringList &questionnaireUrls, const QList<QByteArray> &stored) const;
    /// Those in whose text `isLookedFor` sees what is asked for.
    [[nodiscard]] QList<Message> messagesWhere(int limit, const std::function<bool(const QByteArray &)> &isLookedFor,
                                               int *visited = nullptr) const;
    [[nodiscard]] fhir::NewMessage startMessage(const QString &identifier, const QDateTime &sent) const;
    Result<QString> queueMessageOf(const fhir::NewMessage &message, const QDateTime &nowUtc);
    [[nodiscard]] std::optional<Session> readSession(const QByteArray &json, const RsvpAnswers &answers) const;
    [[nodiscard]] OutboxEntry entryOf(const OutboxItem &item) const;
    [[nodiscard]] std::optional<Session> sessionOf(const QString &appointmentId) const; ///< whatever was said to it
    [[nodiscard]] QString sharedWith(const OutboxItem &consentEnd) const;
    [[nodiscard]] QString askedFor(const OutboxItem &item, const std::optional<CompletedForm> &form) const;

    Store &m_store;
    Identity m_identity;
    QString m_language;
    const Clock *m_clock = nullptr;
    int m_storesPutAside = 0;
    struct {
        QStringList questionnaireUrls;
        int stored = -1; ///< answers to any form
        QByteArray newest;
        QList<QByteArray> found;
    } mutable m_lookedBehind; ///< of submittedTo()
};

} // namespace handrail
