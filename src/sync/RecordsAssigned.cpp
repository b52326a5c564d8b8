// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Assignment.h"
#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/FormNames.h"
#include "sync/KeptRecord.h"
#include "sync/Records.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <limits>

namespace handrail {

namespace {

const QString task = QStringLiteral("Task");
const QString questionnaire = QStringLiteral("Questionnaire");
const QString questionnaireResponse = QStringLiteral("QuestionnaireResponse");
constexpr int mostTasks = 500;
constexpr int mostAnswers = 100000;

QString withoutVersion(const QString &canonical)
{
    return canonical.section(u'|', 0, 0);
}

/// The form by its canonical, if it is in use and somebody is asked it.
std::optional<FormName> formNameOf(const QByteArray &json, const QString &language)
{
    const Result<Form> form = fhir::readQuestionnaire(json, language);
    if (!form || !form->isActive || form->url == moduleDoneUrl())
        return std::nullopt;
    return FormName{form->url, form->version, form->title, form->codes};
}

/// What is named by its id alone is the same form under its canonical. One that is not here, or says none, has that name for now, so that it is
/// asked for and says why it does not open. Empty: nobody is asked it.
QString urlOfForm(FormNames &names, const QString &id)
{
    const QString url = names.urlOf(id);
    return url.isEmpty() ? QString(questionnaire % u'/' % id) : url == moduleDoneUrl() ? QString() : url;
}

bool hasForm(FormNames &names, const QString &canonical)
{
    return !names.recordsOf(withoutVersion(canonical)).isEmpty();
}

/// There is a question that a person can answer here.
bool asksSomething(const QList<FormItem> &items)
{
    return std::any_of(items.cbegin(), items.cend(), [](const FormItem &item) {
        const bool isQuestion = item.control != Control::Group && item.control != Control::Display
            && item.control != Control::Unsupported && !item.isHidden && !item.isReadOnly;
        return isQuestion || (!item.isHidden && asksSomething(item.children));
    });
}

/// What the outbox says of it, whether the clinic has heard or not.
bool isUpdateOf(const OutboxItem &item, const QString &type)
{
    return item.resourceType == type && item.action == OutboxAction::Update && item.state != OutboxState::Rejected;
}

/// Word that these answers do this task.
OutboxItem completionOf(const QString &taskId, const CompletedForm &completed, const QDateTime &nowUtc, int priority)
{
    OutboxItem item;
    // The same for the same answers, so that answers that are queued again add nothing.
    item.identifier = urn(assignedId(completed.identifier, withoutVersion(completed.questionnaire), taskId));
    item.resourceType = task;
    item.dependencyKey = QString(u"response/" % completed.identifier);
    item.priority = priority;
    item.payload = fhir::writeTaskCompletion(taskId, completed.identifier);
    item.queuedAt = nowUtc;
    item.action = OutboxAction::Update;
    item.after = completed.identifier;
    return item;
}

/// What the clinic refused of the answers under this identifier, or as a change of them.
QList<qint64> refusedUnder(const QString &identifier, const QList<OutboxItem> &items)
{
    QList<qint64> refused;
    for (const OutboxItem &item : items) {
        const bool isIts = item.identifier == identifier || item.after == identifier;
        if (isIts && item.resourceType == questionnaireResponse && item.state == OutboxState::Rejected)
            refused << item.sequence;
    }
    return refused;
}

} // namespace

QList<CareTask> Records::tasks() const
{
    QList<CareTask> tasks;
    const QString self = u"Patient/" % m_identity.patientId;
    const auto take = [&](const QByteArray &json) {
        if (tasks.size() >= mostTasks)
            return;
        // What staff are to fill in about the patient is theirs, although it is for the patient.
        if (Result<CareTask> one = fhir::readTask(json, m_language); one && (one->owner.isEmpty() || one->owner == self))
            tasks << std::move(*one);
    };
    if (const Result<void> read = m_store.eachRecord(task, std::numeric_limits<int>::max(), take); !read) {
        qCWarning(logSync) << "reading records:" << read.error();
        return {};
    }
    if (tasks.isEmpty())
        return tasks;
    QHash<QString, bool> done; // and whether the clinic has heard
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        const Result<CareTask> update = isUpdateOf(item, task) ? fhir::readTask(item.payload) : Result<CareTask>();
        if (update && update->status == TaskStatus::Completed)
            done[update->id] = done.value(update->id, true) && item.state == OutboxState::Done;
    }
    for (CareTask &one : tasks) {
        const auto told = done.constFind(one.id);
        // Once it has heard, its own word of a lesson or skill counts: it may ask again. Answers to a form are given once.
        const bool isTheirs = told != done.cend() && *told && !one.library.isEmpty();
        if (told != done.cend() && !isTheirs && one.status != TaskStatus::TakenBack)
            one.status = TaskStatus::Completed;
    }
    FormNames names(m_store);
    for (CareTask &one : tasks) {
        if (one.isFormGuessed && !hasForm(names, one.questionnaire))
            one.questionnaire.clear();
        if (!one.questionnaireId.isEmpty())
            one.questionnaire = urlOfForm(names, one.questionnaireId);
    }
    return tasks;
}

QList<PlannedForm> Records::plannedForms() const
{
    QList<PlannedForm> planned;
    for (const QByteArray &json : m_store.records(QStringLiteral("CarePlan")).value_or(QList<QByteArray>()))
        planned += fhir::readPlannedForms(json, m_language).value_or(QList<PlannedForm>());
    const QString byId = QString(questionnaire % u'/');
    FormNames names(m_store);
    for (PlannedForm &one : planned) {
        if (one.questionnaire.startsWith(byId))
            one.questionnaire = urlOfForm(names, one.questionnaire.mid(byId.size()));
    }
    planned.removeIf([&names](const PlannedForm &one) {
        return one.questionnaire.isEmpty() || (one.isFormGuessed && !hasForm(names, one.questionnaire));
    });
    return planned;
}

QList<PlannedReading> Records::plannedReadings() const
{
    QList<PlannedReading> planned;
    for (const QByteArray &json : m_store.records(QStringLiteral("CarePlan")).value_or(QList<QByteArray>()))
        planned += fhir::readPlannedReadings(json, m_language).value_or(QList<PlannedReading>());
    if (planned.isEmpty())
        return planned;
    QSet<QString> told;
    const auto look = [&told](const QByteArray &json) {
        // Most are check-ins, and need not be read; with escapes, JSON says the same in other bytes.
        if (!json.contains("module-done") && !json.contains('\\'))
            return;
        const Result<CompletedForm> form = fhir::readResponseHead(json);
        if (form && withoutVersion(form->questionnaire) == moduleDoneUrl())
            told << form->identifier;
    };
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        if (item.resourceType == questionnaireResponse && item.state != OutboxState::Rejected)
            look(item.payload);
    }
    if (const Result<void> read = m_store.eachRecord(questionnaireResponse, mostAnswers, look); !read)
        qCWarning(logSync) << "reading records:" << read.error();
    for (PlannedReading &one : planned)
        one.isCompleted = one.isCompleted || told.contains(readingDoneIdentifier(one));
    return planned;
}

QString Records::readingDoneIdentifier(const PlannedReading &reading) const
{
    return urn(assignedId(m_identity.patientId, moduleDoneUrl(), reading.planId + u'/' + reading.library));
}

Result<void> Records::queueTaskDone(const QString &taskId, const QDateTime &nowUtc)
{
    OutboxItem item;
    item.identifier = urn(assignedId(m_identity.patientId, task, taskId));
    item.resourceType = task;
    item.dependencyKey = QString(u"task/" % taskId);
    item.payload = fhir::writeTaskCompletion(taskId);
    item.queuedAt = nowUtc;
    item.action = OutboxAction::Update;
    const QList<CareTask> all = tasks();
    const bool isOpen = std::any_of(all.cbegin(), all.cend(),
                                    [&](const CareTask &one) { return one.id == taskId && one.status == TaskStatus::Open; });
    // What was asked for again after it had been told is told anew.
    const auto wasTold = [this](const QString &identifier) {
        const auto told = m_store.outbox().find(identifier);
        return told && *told && (*told)->state == OutboxState::Done;
    };
    while (isOpen && wasTold(item.identifier))
        item.identifier = urn(assignedId(item.identifier, task, taskId));
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    // The same bytes under the same identifier: one that was refused is only listed, so it is set anew.
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(item.identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    return *known && (*known)->state == OutboxState::Rejected ? m_store.outbox().update(item) : Result<void>();
}

/// What the clinic calls what was done: a task, or something of a plan to read.
QString Records::askedFor(const OutboxItem &item, const std::optional<CompletedForm> &form) const
{
    if (item.resourceType == task) {
        const Result<CareTask> update = fhir::readTask(item.payload);
        const auto json = update ? m_store.record(task, update->id).value_or(std::nullopt) : std::nullopt;
        const Result<CareTask> asked = json ? fhir::readTask(*json, m_language) : update;
        return asked ? asked->title : QString();
    }
    if (!form || withoutVersion(form->questionnaire) != moduleDoneUrl())
        return {};
    const QString library = form->answers.value(QStringLiteral("library")).toString();
    for (const PlannedReading &one : plannedReadings()) {
        if (one.canonical == library && !one.title.isEmpty())
            return one.title;
    }
    return library.section(u'/', -1);
}

std::optional<Form> Records::form(const QString &url, const QByteArray &builtIn) const
{
    std::optional<Form> found;
    for (const QByteArray &json : m_store.records(QStringLiteral("Questionnaire")).value_or(QList<QByteArray>())) {
        const Result<Form> form = fhir::readQuestionnaire(json, m_language);
        if (form && form->url == url && form->isActive && (!found || isNewer(form->version, found->version)))
            found = *form;
    }
    if (found && asksSomething(found->items))
        return found;
    Result<Form> form = fhir::readQuestionnaire(builtIn, m_language);
    if (!form || form->url != url)
        return found;
    form->isStandIn = found.has_value();
    return *form;
}

std::optional<Form> Records::formAnswered(const QString &canonical, const QByteArray &builtIn) const
{
    std::optional<Form> newest; // where no version is said, also one that nobody is asked any more
    for (const QByteArray &json : m_store.records(QStringLiteral("Questionnaire")).value_or(QList<QByteArray>())) {
        Result<Form> form = fhir::readQuestionnaire(json, m_language);
        if (!form || !asksSomething(form->items))
            continue;
        if (form->canonicalWithVersion() == canonical)
            return *std::move(form);
        if (form->url == canonical && (!newest || isNewer(form->version, newest->version)))
            newest = *std::move(form);
    }
    Result<Form> own = fhir::readQuestionnaire(builtIn, m_language);
    if (own && own->canonicalWithVersion() == canonical)
        return *own;
    const std::optional<Form> asked = form(canonical.section(u'|', 0, 0), builtIn);
    return asked ? asked : newest;
}

QList<FormName> Records::forms() const
{
    QList<FormName> forms;
    for (const QByteArray &json : m_store.records(QStringLiteral("Questionnaire")).value_or(QList<QByteArray>())) {
        const std::optional<FormName> name = formNameOf(json, m_language);
        if (!name)
            continue;
        const auto same = std::find_if(forms.begin(), forms.end(), [&](const FormName &one) { return one.url == name->url; });
        if (same == forms.end())
            forms << *name;
        else if (isNewer(name->version, same->version))
            *same = *name;
    }
    return forms;
}

Result<CompletedForm> Records::readAnswers(const QByteArray &json, const Form &form) const
{
    FormNames names(m_store);
    return readAnswers(json, form, names);
}

Result<CompletedForm> Records::readAnswers(const QByteArray &json, const Form &form, FormNames &names) const
{
    Result<CompletedForm> read = fhir::readQuestionnaireResponse(json, form);
    if (read)
        read->questionnaire = names.of(*read);
    return read && m_clock ? Result<CompletedForm>(onTheWall(*std::move(read), m_clock->localZone())) : read;
}

/// The tasks that these answers do.
QList<OutboxItem> Records::completionsBy(const CompletedForm &completed, const QDateTime &nowUtc, int priority) const
{
    const QString url = withoutVersion(completed.questionnaire);
    QList<CareTask> open = tasks();
    open.removeIf([&](const CareTask &one) { return one.status != TaskStatus::Open || withoutVersion(one.questionnaire) != url; });
    const auto made = std::find_if(open.cbegin(), open.cend(), [&](const CareTask &one) {
        return urn(assignedId(completed.patientId, url, one.id)) == completed.identifier;
    });
    std::optional<CareTask> meant = made == open.cend() ? std::nullopt : std::optional(*made);
    if (!meant) {
        open.removeIf([&](const CareTask &one) { return one.from.isValid() && one.from > completed.authored.date(); });
        const auto oldest = std::min_element(open.cbegin(), open.cend(),
                                             [](const CareTask &a, const CareTask &b) { return a.authored < b.authored; });
        if (oldest != open.cend())
            meant = *oldest;
    }
    if (!meant)
        return {};
    return {completionOf(meant->id, completed, nowUtc, priority)};
}

std::optional<Records::HeldAnswers> Records::heldAs(const QString &identifier, bool isRefusedToo) const
{
    const auto isIt = [&](const QByteArray &json) {
        const Result<CompletedForm> read = fhir::readResponseHead(json);
        return read && read->identifier == identifier;
    };
    std::optional<HeldAnswers> held;
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) { // costs less to look through
        const bool isLookedAt = item.resourceType == questionnaireResponse && (isRefusedToo || item.state != OutboxState::Rejected);
        if (held || !isLookedAt || !isIt(item.payload))
            continue;
        held =
            HeldAnswers{item.payload, item.state, item.doneAt, item.action == OutboxAction::Update, item.problem == outrunProblem};
        if (item.state != OutboxState::Done)
            return held;
    }
    const QString byId = QString(questionnaireResponse + u'/'); // what has no identifier of its own
    QList<QByteArray> stored;
    if (!identifier.startsWith(byId))
        stored = answersNaming({identifier.section(u'|', -1)}); // of a name with its system, the last stands in the record
    else if (const auto record = m_store.record(questionnaireResponse, identifier.mid(byId.size())).value_or(std::nullopt))
        stored << *record;
    const auto there = std::find_if(stored.cbegin(), stored.cend(), isIt);
    if (there != stored.cend() && (!held || isOtherSince(*there, held->json)))
        held = HeldAnswers{*there};
    return held;
}

SubmittedForm Records::submittedFrom(const HeldAnswers &held) const
{
    SubmittedForm submitted{readAnswers(held.json).value_or(CompletedForm()), held.state, held.sentAt, held.isOutrun};
    // What an answer is depends on its question: own words, or an option.
    if (const std::optional<Form> form = formAnswered(submitted.form.questionnaire))
        submitted.form = readAnswers(held.json, *form).value_or(submitted.form);
    return submitted;
}

std::optional<SubmittedForm> Records::submittedAs(const QString &identifier) const
{
    const std::optional<HeldAnswers> held = heldAs(identifier, true);
    return held ? std::optional(submittedFrom(*held)) : std::nullopt;
}

std::optional<SubmittedForm> Records::replacedAs(const QString &identifier) const
{
    const std::optional<HeldAnswers> held = heldAs(identifier, true);
    if (!held || held->state != OutboxState::Rejected)
        return held ? std::optional(submittedFrom(*held)) : std::nullopt;
    const std::optional<HeldAnswers> there = heldAs(identifier, false);
    const bool isOther = there && !(held->isChange && fhir::isMadeFrom(held->json, there->json));
    return submittedFrom(isOther ? *there : *held);
}

Result<void> Records::amend(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent)
{
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(completed.identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    const QByteArray payload = fhir::writeQuestionnaireResponse(completed, form);
    const std::optional<HeldAnswers> held = heldAs(completed.identifier, false);
    const bool isDamaged = *known && (*known)->payload.isEmpty(); // nobody knows what was in it; what is held counts
    if (*known && !isDamaged && (*known)->state == OutboxState::Rejected) {
        // What waits behind it was made from what is refused, and would find these there as another's: it goes into it first.
        OutboxItem refused = **known;
        if (const Result<void> taken = m_store.outbox().takeInChanges(refused, refused.problem); !taken)
            return taken;
        const bool isHeldBehind = held && held->isChange && held->state != OutboxState::Done;
        return sendAgain(completed, form, isUrgent, held && !isHeldBehind ? held->json : (*known)->payload);
    }
    if (*known && (*known)->isHere()) { // nothing of it left
        OutboxItem item = **known;
        item.state = OutboxState::Queued;
        item.priority = isUrgent ? 0 : item.priority;
        item.payload = fhir::writeWithout(payload, item.payload);
        return m_store.outbox().update(item);
    }
    if ((!*known || isDamaged) && !held)
        return problem(ProblemKind::NotFound, QStringLiteral("amend: no such answers"));
    OutboxItem item;
    item.identifier = urn(newId());
    item.resourceType = questionnaireResponse;
    item.dependencyKey = QString(u"response/" % completed.identifier);
    item.priority = isUrgent ? 0 : 1;
    item.payload = held ? fhir::writeChange(payload, held->json) : payload;
    item.queuedAt = nowUtc;
    item.action = OutboxAction::Update;
    item.after = completed.identifier;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    if (const Result<void> gone = forgetRefused(completed.identifier); !gone) // this is in their place
        qCWarning(logSync) << "refused changes stay:" << gone.error();
    return {};
}

bool Records::isTakenBack(const QString &identifier) const
{
    const QList<OutboxItem> unsent = m_store.outbox().unsent().value_or(QList<OutboxItem>());
    return std::any_of(unsent.cbegin(), unsent.cend(), [&](const OutboxItem &item) {
        return item.state == OutboxState::Rejected && item.problem == takenBackProblem
            && (item.identifier == identifier || item.after == identifier);
    });
}

Result<void> Records::queueAnew(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent,
                                const QString &before)
{
    const Result<QList<OutboxItem>> all = m_store.outbox().all();
    if (!all)
        return tl::make_unexpected(all.error());
    const OutboxItem item = itemOf(completed, form, nowUtc, isUrgent);
    // The task that those were to do is done by these, and no other.
    QList<OutboxItem> completions;
    for (const OutboxItem &word : *all) {
        const bool isTheirs = word.resourceType == task && word.after == before;
        const Result<CareTask> done = isTheirs ? fhir::readTask(word.payload) : Result<CareTask>();
        if (done && !done->id.isEmpty())
            completions << completionOf(done->id, completed, nowUtc, item.priority);
    }
    if (completions.isEmpty())
        completions = completionsBy(completed, nowUtc, item.priority);
    return m_store.outbox().forgetAll(refusedUnder(before, *all), QList<OutboxItem>{item} + completions);
}

Result<void> Records::setOutrun(const QString &identifier)
{
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known || (*known)->state != OutboxState::Queued || (*known)->mayHaveLeft)
        return {};
    OutboxItem item = **known;
    item.state = OutboxState::Rejected;
    item.problem = outrunProblem;
    return m_store.outbox().update(item);
}

Result<void> Records::forgetRefused(const QString &identifier)
{
    const Result<QList<OutboxItem>> all = m_store.outbox().all();
    if (!all)
        return tl::make_unexpected(all.error());
    return m_store.outbox().forgetAll(refusedUnder(identifier, *all));
}

bool Records::isAtClinic(const QString &responseIdentifier) const
{
    return submittedAs(responseIdentifier).has_value();
}

} // namespace handrail
