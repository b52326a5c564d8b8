// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/FamilyDesk.h"

#include "clinic/family/HelpCards.h"
#include "clinic/family/KeptOut.h"
#include "clinic/family/Parameters.h"
#include "clinic/records/SessionMove.h"

#include <QJsonDocument>

namespace handrail::clinic {

namespace {

// The app, not a browser, carries this ticket to the authorize page, so there is no cookie to bind it to.
const QString ticketStage = QStringLiteral("invitation");
const QString ticketBearer = QStringLiteral("app");
constexpr std::chrono::minutes ticketLifetime{15};

// One link's tries count together. Its hash alone is kept.
QString counterOf(const OperationCall &call)
{
    return QString::fromLatin1(Invitations::hashOf(Parameters(call.body).text("link", "valueString").left(64)).toHex());
}

} // namespace

FamilyDesk::FamilyDesk(Records &records, AuditLog &audit, QByteArray ticketKey)
    : m_records(records)
    , m_audit(audit)
    , m_sessions(records)
    , m_invitations(records)
    , m_grants(records)
    , m_invite(records, audit, [this](const Record &record) { return m_sessions.follow(record); })
    , m_tickets(std::move(ticketKey))
{
}

void FamilyDesk::attach(FhirApi &api, const JoinLinks &links, TellStaff onLate, TellStaff onOutlasted)
{
    m_sessions.onOutlasted = std::move(onOutlasted);
    m_join.emplace(m_records, api.policy(), links);
    m_join->onLate = std::move(onLate);
    api.onWritten = [this](const Record &record) { return m_sessions.follow(record); };
    api.addOperation({QStringLiteral("Patient"), QStringLiteral("invite"), true, true,
                      [this](const OperationCall &call) { return m_invite.run(call); }});
    api.addOperation({QStringLiteral("RelatedPerson"), QStringLiteral("open-invitation"), false, false,
                      [this](const OperationCall &call) { return open(call); },
                      [this](const OperationCall &call) { return slowedDown(call); }});
    api.addOperation({QStringLiteral("Appointment"), QStringLiteral("join"), true, true,
                      [this](const OperationCall &call) { return m_join->run(call); }});
}

// Before anything is locked: whoever guesses holds up nobody else.
std::optional<Reply> FamilyDesk::slowedDown(const OperationCall &call)
{
    const QString counted = counterOf(call);
    const auto now = m_records.clock().monotonic();
    const auto wait = std::chrono::ceil<std::chrono::seconds>(m_throttle.waitFor(counted, call.peer, now));
    if (wait.count() > 0) {
        Reply reply = refused(429, "throttled", "wait", "Too many tries; wait and go on");
        setHeader(reply, "Retry-After", QByteArray::number(qint64(wait.count())));
        return reply;
    }
    m_attempt = m_throttle.noteAttempt(counted, call.peer, now);
    return std::nullopt;
}

OperationResult FamilyDesk::open(const OperationCall &call)
{
    const Parameters asked(call.body);
    const QString link = asked.text("link", "valueString");
    const auto found = m_invitations.tried(link, asked.text("code", "valueString"));
    if (!found)
        return {refused(404, "not-found", "not-open", "This link and code open nothing"), true};
    m_throttle.noteSuccess(m_attempt);
    // The patient may know that it was opened, and when.
    m_audit.add({{}, QString(u"RelatedPerson/" + found->person), found->patient, {}}, 'E', QStringLiteral("RelatedPerson"),
                found->person, found->patient, 200);
    const qint64 wall = m_records.clock().nowUtc().toMSecsSinceEpoch();
    QJsonObject content{{QStringLiteral("link"), QString::fromLatin1(found->link.toHex())}};
    if (const QString challenge = asked.text("challenge", "valueString"); !challenge.isEmpty())
        content.insert(QStringLiteral("challenge"), challenge.left(64));
    return {ParametersAnswer()
                .add("ticket", "valueString", m_tickets.sealed(content, ticketStage, ticketBearer, std::chrono::milliseconds(wall)))
                .add("until", "valueInstant",
                     QString::fromLatin1(writeInstant(wall + std::chrono::milliseconds(ticketLifetime).count())))
                .reply()};
}

std::optional<QString> FamilyDesk::opened(const QString &ticket, const QString &challenge)
{
    const auto content = m_tickets.opened(ticket, ticketStage, ticketBearer,
                                          std::chrono::milliseconds(m_records.clock().nowUtc().toMSecsSinceEpoch()));
    if (!content || content->value(QLatin1String("challenge")).toString(challenge) != challenge)
        return std::nullopt;
    m_records.noticeChanges();
    const QString invitation = content->value(QLatin1String("link")).toString();
    const auto found = m_invitations.byLink(QByteArray::fromHex(invitation.toLatin1()));
    return found && m_invitations.isOpen(*found) ? std::optional(invitation) : std::nullopt;
}

Result<Identity> FamilyDesk::accept(const QString &invitation, const Bind &bind)
{
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, QStringLiteral("invitation"), true);
    m_records.noticeChanges();
    const std::size_t mark = m_audit.mark();
    Result<Identity> accepted = acceptInside(invitation, bind);
    if (accepted && m_audit.flushInside() && transaction.commit()) {
        m_audit.settle();
        return accepted;
    }
    m_records.forget();
    m_audit.rewind(mark);
    return accepted ? problem(ProblemKind::StoreBroken, QStringLiteral("invitation")) : accepted;
}

Result<Identity> FamilyDesk::acceptInside(const QString &invitation, const Bind &bind)
{
    const auto found = m_invitations.byLink(QByteArray::fromHex(invitation.toLatin1()));
    if (!found || !m_invitations.isOpen(*found) || !m_invitations.take(*found))
        return problem(ProblemKind::NotFound, QStringLiteral("invitation"));
    const Identity identity{QString(u"RelatedPerson/" + found->person), found->patient};
    const RecordPtr person = m_records.read(QStringLiteral("RelatedPerson"), found->person);
    if (!person || person->isDeleted)
        return problem(ProblemKind::NotFound, QStringLiteral("invitation"));
    QStringList same; // who they were for this patient before, also what the account has no more after this
    const auto account = bind(identity, [&](const Identity &other) {
        same.append(other.fhirUser);
        return m_grants.holding(other.fhirUser.section(u'/', 1), other.patientId).isEmpty();
    });
    if (!account)
        return tl::unexpected(account.error());
    if (!m_invitations.noteTaker(*found, *account))
        return problem(ProblemKind::StoreBroken, QStringLiteral("invitation"));
    same += Accounts(m_records.database(), m_records.clock()).besides(identity);
    if (const auto kept = keepOutAsAll(m_records, identity, same); !kept)
        return tl::unexpected(kept.error());
    if (const auto addressed = addressCards(m_records, identity, same); !addressed)
        return tl::unexpected(addressed.error());
    QJsonObject json = QJsonDocument::fromJson(person->body).object();
    json.insert(QStringLiteral("active"), true);
    const auto draft = readDraft(QJsonDocument(json).toJson(QJsonDocument::Compact));
    const Result<RecordPtr> stored = draft ? m_records.write(person->type, person->id, *draft)
                                           : Result<RecordPtr>(problem(ProblemKind::BadData, QStringLiteral("person")));
    if (!stored)
        return tl::unexpected(stored.error());
    if (const auto settled = m_sessions.follow(**stored); !settled)
        return tl::unexpected(settled.error());
    if (const auto told = same.isEmpty() ? tellBesideKeptOut(identity) : Result<void>(); !told)
        return tl::unexpected(told.error());
    m_audit.add({*account, identity.fhirUser, identity.patientId, {}}, 'U', person->type, person->id, identity.patientId, 200);
    return identity;
}

Result<void> FamilyDesk::tellBesideKeptOut(const Identity &identity)
{
    QStringList sessions;
    for (const KeptOut &kept : keptOutFor(m_records, identity.patientId)) {
        if (kept.relative != identity.fhirUser && !sessions.contains(kept.session))
            sessions.append(kept.session);
    }
    for (const QString &session : std::as_const(sessions)) {
        const RecordPtr record = m_records.read(QStringLiteral("Appointment"), session.section(u'/', 1));
        if (!onBesideKeptOut || !record || record->isDeleted
            || statusIn(QJsonDocument::fromJson(record->body).object(), identity.fhirUser).isEmpty())
            continue;
        if (const auto told = onBesideKeptOut(record->id, u"Patient/" + identity.patientId, identity.fhirUser); !told)
            return told;
    }
    return {};
}

} // namespace handrail::clinic
