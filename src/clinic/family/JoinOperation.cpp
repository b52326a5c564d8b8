// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/JoinOperation.h"

#include "clinic/api/FhirApi.h"
#include "clinic/base/FhirTime.h"
#include "clinic/family/Parameters.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 joinsKept = 7 * 24 * 60 * minute; // longer than any session

std::optional<qint64> timeAt(const QJsonObject &appointment, const char *name)
{
    const auto time = readTime(appointment.value(QLatin1String(name)).toString(), TimeForm::DateTime);
    return time ? std::optional(time->low) : std::nullopt;
}

// What the Appointments of all patients of a session share (design api 0.4); of one alone, its own id.
QString sessionOf(const QJsonObject &appointment)
{
    const QJsonArray identifiers = appointment.value(QLatin1String("identifier")).toArray();
    for (const QJsonValue &each : identifiers) {
        const QString value = each.toObject().value(QLatin1String("value")).toString();
        if (each.toObject().value(QLatin1String("system")).toString() == canonical(u"sid/session") && !value.isEmpty())
            return u"session " + value;
    }
    return u"appointment " + appointment.value(QLatin1String("id")).toString();
}

bool isIn(const QJsonObject &appointment, const QString &person)
{
    const QJsonArray participants = appointment.value(QLatin1String("participant")).toArray();
    return std::any_of(participants.begin(), participants.end(), [&](const QJsonValue &each) {
        const QJsonObject actor = each.toObject().value(QLatin1String("actor")).toObject();
        return localReference(actor.value(QLatin1String("reference")).toString()) == person;
    });
}

Reply closed(const char *reason, const char *words, const QByteArray &opensAt = {})
{
    return refused(409, "business-rule", reason, words, opensAt);
}

} // namespace

JoinWindow joinWindow(qint64 start, qint64 end, Joiner who, bool wasIn, qint64 now)
{
    const bool isStaff = who == Joiner::Staff;
    JoinWindow window{JoinWindow::State::Open, start - (isStaff ? 30 : who == Joiner::Relative ? 10 : 15) * minute};
    if (now < window.opens)
        window.state = JoinWindow::State::TooEarly;
    else if (now >= end)
        window.state = JoinWindow::State::Over;
    else if (isStaff)
        window.state = JoinWindow::State::Open;
    else if (now >= start + 20 * minute)
        window.state = wasIn ? JoinWindow::State::OpenLate : JoinWindow::State::TooLate;
    else if (now >= start + 10 * minute)
        window.state = JoinWindow::State::OpenLate;
    return window;
}

JoinOperation::JoinOperation(Records &records, Policy &policy, JoinLinks links)
    : m_records(records)
    , m_policy(policy)
    , m_links(std::move(links))
{
}

OperationResult JoinOperation::run(const OperationCall &call)
{
    if (!Policy::hasScope(call.access, u"Appointment", Verb::Read))
        return {outcome(403, "forbidden", "This sign-in may not join")};
    const RecordPtr record = m_records.read(QStringLiteral("Appointment"), call.id);
    if (!record || record->isDeleted || !m_policy.isShownWhole(call.access, *record))
        return {notFound()};
    OperationResult result{linkInto(call, QJsonDocument::fromJson(record->body).object())};
    // That staff went in is the patient's to know.
    const auto patient = std::find_if(record->owners.begin(), record->owners.end(),
                                      [](const QString &owner) { return owner.startsWith(QLatin1String("Patient/")); });
    if (result.reply.status < 300 && Policy::isStaff(call.access) && patient != record->owners.end())
        result.about = patient->mid(8);
    return result;
}

Reply JoinOperation::linkInto(const OperationCall &call, const QJsonObject &session)
{
    const Joiner who = Policy::isStaff(call.access) ? Joiner::Staff : call.access.isRelative() ? Joiner::Relative : Joiner::Patient;
    if (who == Joiner::Staff && !isIn(session, call.access.fhirUser))
        return outcome(403, "forbidden", "Staff join the sessions that they take part in");
    const QString status = session.value(QLatin1String("status")).toString();
    if (status == QLatin1String("cancelled"))
        return closed("cancelled", "This session was cancelled");
    if (status == QLatin1String("fulfilled"))
        return closed("over", "This session is over");
    // Noted as missed while it runs: the patient may come still, and a relative who may not know of it reads it as booked. The window decides.
    const auto start = timeAt(session, "start");
    if (!start || (!isStillOn(session) && status != QLatin1String("noshow")))
        return closed("not-booked", "This session is not booked");
    const qint64 end = sessionEnd(session, *start);
    const QStringList rooms = m_policy.roomAddresses(session);
    const QString given = m_links.isMinting() ? QString() : givenAddress(session, rooms);
    if ((!isByVideo(session) && rooms.isEmpty()) || (!m_links.isMinting() && given.isEmpty()))
        return closed("no-link", "This session is not by video");

    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    bool wasIn = false;
    Statement before = m_records.database().statement(
        QStringLiteral("SELECT 1 FROM session_join WHERE appointment = ? AND who = ? AND start = ?"));
    wasIn = before.run({call.id, call.access.fhirUser, *start}) && before.next();
    const JoinWindow window = joinWindow(*start, end, who, wasIn, now);
    switch (window.state) {
    case JoinWindow::State::TooEarly: return closed("too-early", "This session is not open yet", writeInstant(window.opens));
    case JoinWindow::State::TooLate: return closed("too-late", "It began 20 minutes ago; call the clinic");
    case JoinWindow::State::Over: return closed("over", "This session is over");
    case JoinWindow::State::Open:
    case JoinWindow::State::OpenLate: break;
    }
    Statement old = m_records.database().statement(QStringLiteral("DELETE FROM session_join WHERE at < ?"));
    Statement note = m_records.database().statement(
        QStringLiteral("INSERT OR IGNORE INTO session_join (appointment, who, start, at) VALUES (?, ?, ?, ?)"));
    if (!old.run({now - joinsKept}) || !note.run({call.id, call.access.fhirUser, *start, now}))
        return problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});

    if (window.state == JoinWindow::State::OpenLate && !wasIn && onLate
        && !onLate(call.id, QString(u"Patient/" + call.access.patientId), call.access.fhirUser))
        return problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});

    ParametersAnswer answer;
    answer.add("url", "valueUrl",
               m_links.isMinting() ? m_links.minted(sessionOf(session), givenName(call.access), who == Joiner::Staff, now / 1000)
                                   : given);
    answer.add("until", "valueInstant",
               QString::fromLatin1(writeInstant(now + std::chrono::milliseconds(JoinLinks::lifetime).count())));
    if (window.state == JoinWindow::State::OpenLate)
        answer.add("late", "valueBoolean", true);
    return answer.reply();
}

// The first word of how the person is called, and no more.
QString JoinOperation::givenName(const Access &access)
{
    const RecordPtr record = m_records.read(access.fhirUser.section(u'/', 0, 0), access.fhirUser.section(u'/', 1));
    if (!record || record->isDeleted)
        return {};
    const QJsonObject name = QJsonDocument::fromJson(record->body).object().value(QLatin1String("name")).toArray().at(0).toObject();
    const QString given = name.value(QLatin1String("given")).toArray().at(0).toString();
    return plainLine((given.isEmpty() ? name.value(QLatin1String("text")).toString() : given).section(u' ', 0, 0), 60);
}

} // namespace handrail::clinic
