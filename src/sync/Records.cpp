// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Records.h"

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/FormNames.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>
#include <algorithm>

namespace handrail {

namespace {

const QString appointment = QStringLiteral("Appointment");
const QString appointmentResponse = QStringLiteral("AppointmentResponse");
const QString questionnaire = QStringLiteral("Questionnaire");
const QString questionnaireResponse = QStringLiteral("QuestionnaireResponse");
const QString ownThings = QStringLiteral("own-things");

QList<QByteArray> orNone(Result<QList<QByteArray>> result)
{
    if (!result)
        qCWarning(logSync) << "reading records:" << result.error();
    return std::move(result).value_or(QList<QByteArray>());
}

/// These, and the references by which answers may name the same forms.
QStringList namesOf(const Store &store, const QStringList &urls)
{
    FormNames forms(store);
    QStringList names = urls;
    for (const QString &url : urls)
        names << forms.recordsOf(url);
    return names;
}

QString responseKey(const QString &identifier)
{
    return QString(u"response/" % identifier);
}

} // namespace

/// Of what the server took from here: what it has now was said later, by whomever.
bool Records::isOtherSince(const QByteArray &stored, const QByteArray &sent)
{
    return fhir::compareAnswers(stored, sent) == fhir::Answered::Later;
}

/// By their numbers ("1.10.0" after "1.9.0"), else by the alphabet.
bool Records::isNewer(const QString &version, const QString &than)
{
    qsizetype rest = 0;
    qsizetype restOfOther = 0;
    const QVersionNumber number = QVersionNumber::fromString(version, &rest);
    const QVersionNumber other = QVersionNumber::fromString(than, &restOfOther);
    return number != other ? number > other : version.mid(rest) > than.mid(restOfOther);
}

Records::Records(Store &store, Identity identity)
    : m_store(store)
    , m_identity(std::move(identity))
{
}

Result<QList<Session>> Records::sessions(const QDate &from, const QDate &to) const
{
    const Result<QList<QByteArray>> stored = m_store.recordsByDay(appointment, from, to);
    if (!stored)
        return tl::make_unexpected(stored.error());
    const RsvpAnswers answers = rsvpAnswers();
    QList<Session> sessions;
    for (const QByteArray &json : *stored) {
        if (const std::optional<Session> session = readSession(json, answers))
            sessions << *session;
    }
    std::stable_sort(sessions.begin(), sessions.end(), [](const Session &a, const Session &b) { return a.start < b.start; });
    return sessions;
}

Result<std::optional<Session>> Records::session(const QString &id) const
{
    const Result<std::optional<QByteArray>> json = m_store.record(appointment, id);
    if (!json)
        return tl::make_unexpected(json.error());
    if (!*json)
        return std::optional<Session>();
    return readSession(**json, rsvpAnswers());
}

QString Records::address(const QString &locationId) const
{
    const Result<std::optional<QByteArray>> json = m_store.record(QStringLiteral("Location"), locationId);
    if (!json || !*json)
        return {};
    return fhir::readAddress(**json).value_or(QString());
}

QList<SubmittedForm> Records::submittedOf(const QStringList &questionnaireUrls, const QList<QByteArray> &stored) const
{
    QList<SubmittedForm> submitted;
    QList<QByteArray> bytes; // of these
    QHash<QString, qsizetype> seen;
    FormNames names(m_store);
    bool isHere = true;
    const auto add = [&](const QByteArray &json, OutboxState state, const QDateTime &sentAt, bool isOutrun) {
        const Result<CompletedForm> form = readAnswers(json, {}, names);
        const bool isAsked =
            form && (questionnaireUrls.isEmpty() || questionnaireUrls.contains(form->questionnaire.section(u'|', 0, 0)));
        if (!isAsked)
            return;
        const SubmittedForm one{*form, state, sentAt, isOutrun};
        const auto known = seen.constFind(form->identifier);
        if (known == seen.cend()) {
            if (!form->identifier.isEmpty())
                seen.insert(form->identifier, submitted.size());
            submitted << one;
            bytes << json;
        } else if (!isHere && submitted.at(*known).sentAt.isValid() && isOtherSince(json, bytes.at(*known))) {
            submitted[*known] = one;
        }
    };
    // The outbox first: it knows the time of the server's word. What the server took from here it may have in other words by now.
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        if (item.resourceType == questionnaireResponse)
            add(item.payload, item.state, item.state == OutboxState::Done ? item.doneAt : QDateTime(),
                item.problem == outrunProblem);
    }
    isHere = false;
    for (const QByteArray &json : stored)
        add(json, OutboxState::Done, {}, false);
    std::stable_sort(submitted.begin(), submitted.end(),
                     [](const SubmittedForm &a, const SubmittedForm &b) { return a.form.authored > b.form.authored; });
    return submitted;
}

QList<SubmittedForm> Records::submitted(int limit, bool *isAll) const
{
    // Of two records with one identifier, as a weak server may have, the older one counts (design api 3.2.6).
    QList<QByteArray> stored = orNone(m_store.records(questionnaireResponse, limit));
    std::reverse(stored.begin(), stored.end());
    if (isAll) // by what lies here: not all of it can be read, and not all that can is finished answers
        *isAll = m_store.recordCount(questionnaireResponse).value_or(0) <= limit;
    return submittedOf({}, stored);
}

QList<QByteArray> Records::answersNaming(const QStringList &words) const
{
    QList<QByteArray> names;
    for (const QString &word : words)
        names << word.toUtf8() << word.toUtf8().replace('/', "\\/"); // as some servers write it
    QList<QByteArray> stored;
    const auto take = [&](const QByteArray &json) {
        if (std::any_of(names.begin(), names.end(), [&](const QByteArray &name) { return json.contains(name); }))
            stored << json;
    };
    if (const Result<void> all = m_store.eachRecord(questionnaireResponse, std::numeric_limits<int>::max(), take); !all)
        qCWarning(logSync) << "answers to forms:" << all.error();
    std::reverse(stored.begin(), stored.end());
    return stored;
}

QList<SubmittedForm> Records::submittedTo(const QStringList &questionnaireUrls) const
{
    if (questionnaireUrls.isEmpty())
        return {};
    const int answers = m_store.recordCount(questionnaireResponse).value_or(-1);
    const int stored =
        answers < 0 ? answers : answers + m_store.recordCount(questionnaire).value_or(0); // a form says what answers are to
    const QByteArray newest = m_store.records(questionnaireResponse, 1).value_or(QList<QByteArray>()).value(0);
    if (stored < 0 || stored != m_lookedBehind.stored || newest != m_lookedBehind.newest
        || questionnaireUrls != m_lookedBehind.questionnaireUrls)
        m_lookedBehind = {questionnaireUrls, stored, newest, answersNaming(namesOf(m_store, questionnaireUrls))};
    return submittedOf(questionnaireUrls, m_lookedBehind.found);
}

Result<QList<SubmittedForm>> Records::submittedBetween(const QStringList &questionnaireUrls, const QDate &from,
                                                       const QDate &to) const
{
    // A day more on each side: this device may have been in another zone when they came. Of a day, the older first.
    const Result<QList<QByteArray>> stored = m_store.recordsByDay(questionnaireResponse, from.addDays(-1), to.addDays(1));
    if (!stored)
        return tl::make_unexpected(stored.error());
    QList<SubmittedForm> submitted = submittedOf(questionnaireUrls, *stored);
    submitted.removeIf([&](const SubmittedForm &each) {
        const QDate day = each.form.authored.date(); // invalid is before every day
        return !day.isValid() || day < from || day > to;
    });
    return submitted;
}

std::optional<ClinicContact> Records::clinicContact() const
{
    std::optional<ClinicContact> line;
    std::optional<ClinicContact> clinic;
    const auto take = [](std::optional<ClinicContact> &known, const ClinicContact &one) {
        if (!known || (known->phone.isEmpty() && !one.phone.isEmpty()))
            known = one;
    };
    // A place with a number may be anybody's where a session is held: a community hall, a home.
    const auto isClinics = [this](const QByteArray &place, bool isOnly) {
        const Result<QString> organization = fhir::readManagingOrganization(place);
        if (!organization || organization->isEmpty())
            return organization && isOnly;
        return m_store.record(QStringLiteral("Organization"), *organization).value_or(std::nullopt).has_value();
    };
    // The first that has a number, in the order of design api row 6.
    for (const QString &type : {QStringLiteral("CareTeam"), QStringLiteral("Organization"), QStringLiteral("Location")}) {
        const QList<QByteArray> all = orNone(m_store.records(type));
        for (const QByteArray &json : all) {
            const Result<ClinicContact> one = fhir::readClinicContact(json, m_language);
            const bool isPlace = type == u"Location";
            if (!one || (isPlace && (one->phone.isEmpty() || !isClinics(json, all.size() == 1)))) // a room alone is no clinic
                continue;
            take(line, *one);
            if (type == u"Organization")
                take(clinic, *one);
        }
    }
    // Whosever the number is, the name is the clinic's, and so is what it says of who looks.
    if (line && clinic) {
        if (!clinic->name.isEmpty())
            line->name = clinic->name;
        line->monitoring = clinic->monitoring;
    }
    return line;
}

Name Records::name() const
{
    const bool isRelative = m_identity.role == Role::Relative;
    const QString type = isRelative ? QStringLiteral("RelatedPerson") : QStringLiteral("Patient");
    const Result<std::optional<QByteArray>> json =
        m_store.record(type, isRelative ? m_identity.relatedPersonId : m_identity.patientId);
    if (!json || !*json)
        return {};
    const Result<fhir::PersonName> name = fhir::readPersonName(**json);
    return name ? Name{name->given, name->full} : Name{};
}

Name Records::patientName() const
{
    // A relative may not read the patient's own record; what the clinic calls the patient stands in the relative's.
    if (m_identity.role != Role::Relative)
        return name();
    const Result<std::optional<QByteArray>> json = m_store.record(QStringLiteral("RelatedPerson"), m_identity.relatedPersonId);
    if (!json || !*json)
        return {};
    const Result<fhir::PersonName> patient = fhir::readPatientOf(**json);
    return patient ? Name{patient->given, patient->full} : Name{};
}

bool Records::isMedicineOnPlan() const
{
    const QList<QByteArray> requests = orNone(m_store.records(QStringLiteral("MedicationRequest")));
    return std::any_of(requests.cbegin(), requests.cend(),
                       [](const QByteArray &json) { return fhir::isActiveMedication(json).value_or(false); });
}

OutboxItem Records::itemOf(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent)
{
    OutboxItem item;
    item.identifier = completed.identifier;
    item.resourceType = questionnaireResponse;
    // A key of its own: each stands alone, so that one which the server cannot take holds up no other; only its changes go after it.
    item.dependencyKey = responseKey(completed.identifier);
    item.priority = isUrgent ? 0 : 1;
    item.payload = fhir::writeQuestionnaireResponse(completed, form);
    item.queuedAt = nowUtc;
    return item;
}

Result<void> Records::queue(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent)
{
    const OutboxItem item = itemOf(completed, form, nowUtc, isUrgent);
    return m_store.outbox().queueAll(QList<OutboxItem>{item} + completionsBy(completed, nowUtc, item.priority));
}

Result<void> Records::queueAhead(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc)
{
    return m_store.outbox().queueAll({itemOf(completed, form, nowUtc, true)});
}

Result<QList<OutboxEntry>> Records::outbox() const
{
    const Result<QList<OutboxItem>> items = m_store.outbox().all();
    if (!items)
        return tl::make_unexpected(items.error());
    QList<OutboxEntry> entries;
    for (const OutboxItem &item : *items)
        entries << entryOf(item);
    return entries;
}

std::optional<Session> Records::sessionOf(const QString &appointmentId) const
{
    const auto json = m_store.record(appointment, appointmentId).value_or(std::nullopt);
    return json ? readSession(*json, {}) : std::nullopt;
}

OutboxEntry Records::entryOf(const OutboxItem &item) const
{
    OutboxEntry entry{item, {}, {}, {}, {}, {}, {}, {}};
    const bool isDone = item.state == OutboxState::Done; // nobody asks what it was called
    if (item.resourceType == questionnaireResponse) {
        if (const Result<CompletedForm> form = readAnswers(item.payload))
            entry.form = *form;
        entry.name = isDone ? QString() : askedFor(item, entry.form);
    } else if (item.resourceType == appointmentResponse) {
        if (const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(item.payload)) {
            entry.coming = rsvp->coming;
            entry.comment = rsvp->comment;
            entry.session = sessionOf(rsvp->appointmentId);
            if (entry.session && rsvp->start.isValid()
                && rsvp->start.toSecsSinceEpoch() != entry.session->start.toSecsSinceEpoch()) {
                entry.session->start = rsvp->start; // it has moved since, and this was said of the time before
                entry.session->end = {};
            }
        }
    } else if (item.resourceType == u"Communication") {
        if (const Result<WrittenMessage> message = fhir::readOwnMessage(item.payload, m_identity.patientId)) {
            entry.message = *message;
            if (message->about.startsWith(u"Appointment/"))
                entry.session = sessionOf(message->about.section(u'/', 1));
        }
    } else if (item.resourceType == u"MedicationStatement") {
        if (const Result<DoseSaid> dose = fhir::readDose(item.payload))
            entry.dose = *dose;
        const fhir::DoseWords words = fhir::readDoseWords(item.payload);
        entry.name = words.medicine;
        entry.comment = words.note;
    } else if (item.resourceType == u"Consent") {
        entry.name = isDone ? QString() : sharedWith(item);
    } else if (item.resourceType == u"Task") {
        entry.name = isDone ? QString() : askedFor(item, {});
    }
    return entry;
}

std::optional<CompletedForm> Records::refused(const QString &identifier, const Form &form) const
{
    const Result<std::optional<OutboxItem>> item = m_store.outbox().find(identifier);
    if (!item || !*item || (*item)->state != OutboxState::Rejected || (*item)->resourceType != questionnaireResponse)
        return std::nullopt;
    const Result<CompletedForm> completed = readAnswers((*item)->payload, form);
    return completed ? std::optional(*completed) : std::nullopt;
}

Answers Records::answersIn(const OutboxItem &item, const Form &form) const
{
    return fhir::readQuestionnaireResponse(item.payload, form).value_or(CompletedForm()).answers;
}

Result<void> Records::sendAgain(const CompletedForm &completed, const Form &form, bool isUrgent, const QByteArray &before)
{
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(completed.identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known || (*known)->state != OutboxState::Rejected)
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: not refused any more"));
    OutboxItem item = **known;
    item.state = OutboxState::Queued;
    // A damaged one does not say what it is, nor whether it left.
    item.resourceType = questionnaireResponse;
    item.mayHaveLeft = item.mayHaveLeft || item.payload.isEmpty();
    item.dependencyKey = responseKey(completed.identifier);
    item.priority = isUrgent ? 0 : 1;
    item.payload = fhir::writeQuestionnaireResponse(completed, form);
    if (!before.isEmpty())
        item.payload = fhir::writeChange(item.payload, before);
    item.attempts = 0; // and what the clinic has under this name is still looked for first
    item.retryAt = {};
    item.problem.clear();
    return m_store.outbox().update(item);
}

Result<void> Records::holdBack(const QString &identifier, const QDateTime &until)
{
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known || (*known)->state != OutboxState::Queued || (*known)->attempts > 0)
        return {};
    OutboxItem item = **known;
    item.retryAt = until;
    return m_store.outbox().update(item);
}

Result<void> Records::letGo(const QString &identifier)
{
    return holdBack(identifier, {});
}

Result<void> Records::setKept(const QString &identifier, bool isKept)
{
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    const OutboxState from = isKept ? OutboxState::Queued : OutboxState::Kept;
    if (!*known || (*known)->state != from || (*known)->mayHaveLeft)
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: it has left"));
    // What goes after it, that its task is done, stays or goes with it.
    const Result<QList<OutboxItem>> all = m_store.outbox().all();
    if (!all)
        return tl::make_unexpected(all.error());
    QList<OutboxItem> changed;
    for (OutboxItem item : *all) {
        if (item.state != from || (item.identifier != identifier && item.after != identifier))
            continue;
        item.state = isKept ? OutboxState::Kept : OutboxState::Queued;
        item.retryAt = {};
        changed << item;
    }
    return m_store.outbox().updateAll(changed);
}

bool Records::holdsOwnThings(const QDateTime &nowUtc) const
{
    // What cannot be read is not erased.
    const Result<std::optional<QByteArray>> noted = m_store.value(ownThings);
    if (!noted || *noted || keptCount().value_or(1) > 0)
        return true;
    const Result<ValueNames> named = m_store.valueNames({});
    return !named || std::any_of(named->names.cbegin(), named->names.cend(), [&](const QString &name) {
        const Result<std::optional<QByteArray>> value = m_store.value(name);
        return !value || (*value && isUnfinished(name, **value, nowUtc));
    });
}

Result<void> Records::noteOwnThings()
{
    const Result<std::optional<QByteArray>> noted = m_store.value(ownThings);
    return !noted || *noted ? Result<void>() : m_store.setValue(ownThings, QByteArrayLiteral("1"));
}

Result<int> Records::keptCount() const
{
    const Result<QList<OutboxItem>> items = m_store.outbox().all();
    if (!items)
        return tl::make_unexpected(items.error());
    // What only says that a task is done goes with the answers that do it.
    return int(std::count_if(items->cbegin(), items->cend(),
                             [](const OutboxItem &item) { return item.state == OutboxState::Kept && item.after.isEmpty(); }));
}

bool Records::isUnfinished(const QString &name, const QByteArray &value, const QDateTime &nowUtc)
{
    if (name == inviteDraftName)
        return true;
    if (!name.startsWith(draftPrefix))
        return false;
    const QJsonObject draft = QJsonDocument::fromJson(value).object();
    const QDateTime until = QDateTime::fromString(draft.value(draftUntil).toString(), Qt::ISODateWithMs);
    return !draft.contains(draftPutAside) && (!until.isValid() || nowUtc <= until);
}

Unsent Records::unsent() const
{
    const Result<QList<OutboxItem>> items = m_store.outbox().unsent();
    if (!items)
        return {1 + m_storesPutAside, 0};
    const auto refused =
        std::count_if(items->cbegin(), items->cend(), [](const OutboxItem &item) { return item.state == OutboxState::Rejected; });
    return {int(items->size()) + m_storesPutAside, int(refused)};
}

} // namespace handrail
