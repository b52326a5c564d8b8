// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handrail::fhir {

namespace {

constexpr std::array<std::pair<std::string_view, SessionKind>, 7> kinds{{{"group", SessionKind::Group},
                                                                         {"individual", SessionKind::Individual},
                                                                         {"family", SessionKind::Family},
                                                                         {"education", SessionKind::Education},
                                                                         {"medication", SessionKind::Medication},
                                                                         {"mind-body", SessionKind::MindBody},
                                                                         {"intake", SessionKind::Intake}}};

SessionKind kindOf(const Node &appointment)
{
    for (const Node &type : appointment["serviceType"].items()) {
        const std::string_view code = type.codeIn(names::sessionKinds);
        for (const auto &[name, kind] : kinds) {
            if (name == code)
                return kind;
        }
    }
    return SessionKind::Other;
}

SessionStatus statusOf(std::string_view code)
{
    if (code == "booked")
        return SessionStatus::Booked;
    if (code == "arrived" || code == "checked-in")
        return SessionStatus::CheckedIn;
    if (code == "fulfilled")
        return SessionStatus::Attended;
    if (code == "noshow")
        return SessionStatus::NotAttended;
    if (code == "cancelled")
        return SessionStatus::Cancelled;
    // proposed, pending, waitlist; and of a status that we do not know we do not say that it is settled.
    return SessionStatus::Requested;
}

/// By the code (HL7 appointment-cancellation-reason): "pat", "pat-crs"; "prov", "maint". Others leave open who it was.
CalledOff calledOffBy(const Node &appointment)
{
    const std::string_view code =
        appointment["cancelationReason"].codeIn("http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason");
    if (code == "pat" || code.substr(0, 4) == "pat-")
        return CalledOff::ByPatient;
    return code == "prov" || code.substr(0, 5) == "prov-" || code == "maint" ? CalledOff::ByClinic : CalledOff::Unsaid;
}

Coming comingOf(std::string_view code)
{
    if (code == "accepted")
        return Coming::Accepted;
    if (code == "declined")
        return Coming::Declined;
    return code == "tentative" ? Coming::Late : Coming::Unsaid;
}

QTimeZone zoneOf(const Node &appointment)
{
    for (const std::string_view url : {names::timeZoneCode, names::timeZone}) {
        const std::string_view id = appointment["_start"].extension(url)["valueCode"].view();
        // A zone's name becomes a file name inside Qt: letters of IANA names only, and no way up.
        const bool isName = !id.empty() && id.size() <= 64 && id[0] != '/' && id.find("..") == std::string_view::npos
            && std::all_of(id.begin(), id.end(),
                           [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '+' || c == '-' || c == '/'; });
        if (!isName)
            continue;
        if (const QTimeZone zone(QByteArray(id.data(), qsizetype(id.size()))); zone.isValid())
            return zone;
    }
    return {};
}

/// https, with a host and without user info; anything else is no link (design security row 20).
QUrl linkFrom(const QString &text)
{
    if (!text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const bool isPlain = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.authority().contains(u'@');
    return isPlain ? url : QUrl();
}

QUrl linkOfService(const Node &appointment)
{
    const Node service = appointment.extension(names::virtualService);
    const Node address = service.extension("address");
    // R5 lets the address be one of these; ContactPoint holds it one level down.
    for (const Node &value : {address["valueUrl"], address["valueString"], address["valueContactPoint"]["value"]}) {
        if (const QUrl link = linkFrom(value.code()); !link.isEmpty())
            return link;
    }
    return {};
}

QUrl linkOfLocation(const Node &location)
{
    for (const Node &telecom : location["telecom"].items()) {
        if (telecom["system"].view() != "url")
            continue;
        if (const QUrl link = linkFrom(telecom["value"].code()); !link.isEmpty())
            return link;
    }
    return {};
}

QUrl linkInText(const QString &text)
{
    const auto start = text.indexOf(QLatin1String("https://"), 0, Qt::CaseInsensitive);
    if (start < 0)
        return {};
    auto end = start;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    QString word = text.sliced(start, end - start);
    while (!word.isEmpty() && QStringView(u".,;:!?)>\"'").contains(word.back()))
        word.chop(1);
    return linkFrom(word);
}

Leader leaderFrom(const Node &participant, const QString &language)
{
    Leader leader;
    leader.name = participant["actor"]["display"].line();
    const auto types = participant["type"].items();
    for (const Node &type : types) {
        leader.role = type.said("text", language).line();
        if (!leader.role.isEmpty())
            break;
    }
    return leader;
}

void readComing(const Node &participant, Session &session)
{
    session.noted = comingOf(participant["status"].view());
    session.isAsked = participant["status"].view() == "needs-action";
    session.isDeclinedByMe = session.noted == Coming::Declined;
}

void readParticipants(const Node &appointment, const QString &language, const std::string &relative, Session &session,
                      QUrl &locationLink)
{
    for (const Node &participant : appointment["participant"].items()) {
        const Node actor = participant["actor"];
        Target target = targetOf(actor);
        if (target.type.empty())
            target.type = actor["type"].view();
        bool isOnline = false; // a link under a name is no place to go to
        if (const std::string_view reference = actor["reference"].view(); !reference.empty() && reference[0] == '#') {
            for (const Node &contained : appointment["contained"].items()) {
                if (contained["id"].view() == reference.substr(1)) {
                    target.type = contained["resourceType"].view();
                    if (target.type == "Location") {
                        locationLink = linkOfLocation(contained);
                        isOnline = !locationLink.isEmpty() && !contained["address"].isValid();
                    }
                }
            }
        }
        if (target.type == "Patient" && session.patientId.isEmpty()) {
            session.patientId = toQString(target.id);
            if (relative.empty())
                readComing(participant, session);
        } else if (!relative.empty() && target.is("RelatedPerson", relative)) {
            readComing(participant, session);
        } else if (target.type == "Practitioner" || target.type == "PractitionerRole") {
            if (Leader leader = leaderFrom(participant, language); !leader.name.isEmpty())
                session.leaders << std::move(leader);
        } else if (target.type == "Location" && session.place.isEmpty() && !isOnline) {
            session.place = actor.said("display", language).line();
            session.locationId = toQString(target.id);
        }
    }
}

QStringList linesOf(const QString &text)
{
    QStringList list;
    for (const QString &line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            list << trimmed;
    }
    return list;
}

} // namespace

Result<Session> readAppointment(const QByteArray &json, const QByteArray &location, const QString &language,
                                const QString &relativeId)
{
    const auto parsed = Json::parseMeant(json, "Appointment");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();

    Session session;
    session.id = root["id"].code();
    session.kind = kindOf(root);
    session.status = statusOf(root["status"].view());
    session.calledOff = calledOffBy(root);
    session.title = root.said("description", language).line();
    session.topic = root.said("comment", language).lines();
    session.start = readInstant(root["start"].code());
    session.end = readInstant(root["end"].code());
    if (session.end.isValid() && session.start.isValid() && session.end < session.start)
        session.end = {};
    session.zone = zoneOf(root);
    session.changedAt = readInstant(root["meta"]["lastUpdated"].code());
    session.previousStart = readInstant(root.extension(names::previousStart)["valueDateTime"].code());
    QUrl locationLink;
    readParticipants(root, language, relativeId.toStdString(), session, locationLink);
    if (locationLink.isEmpty() && !location.isEmpty()) {
        if (const auto place = Json::parseResource(location, "Location"); place && place->root()["id"].code() == session.locationId)
            locationLink = linkOfLocation(place->root());
    }

    const QString instructions = root.said("patientInstruction", language).lines();
    session.whatToBring = linesOf(instructions);
    session.isVideo = root.extension(names::virtualService).isValid();
    session.joinUrl = linkOfService(root);
    // Video without an address: the link comes at the tap, and no other one is meant.
    const bool isLinkMade = session.joinUrl.isEmpty() && root.extension(names::virtualService).extension("channelType").isValid();
    if (session.joinUrl.isEmpty() && !isLinkMade)
        session.joinUrl = locationLink;
    // A session in a room may point at a map or a form; only one without a room can be meant to be held behind a link.
    if (session.joinUrl.isEmpty() && !isLinkMade && session.place.isEmpty() && session.locationId.isEmpty()) {
        session.joinUrl = linkInText(instructions);
        if (!session.joinUrl.isEmpty())
            session.whatToBring.removeIf(
                [](const QString &line) { return line.contains(QLatin1String("https://"), Qt::CaseInsensitive); });
    }
    session.isVideo = session.isVideo || !session.joinUrl.isEmpty();
    return session;
}

Result<Rsvp> readAppointmentResponse(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "AppointmentResponse", Json::IdRule::Optional);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const Target target = targetOf(root["appointment"]);
    if (target.type != "Appointment")
        return problem(ProblemKind::BadData, QStringLiteral("AppointmentResponse without an appointment"));
    Rsvp rsvp{toQString(target.id), comingOf(root["participantStatus"].view()), root["comment"].lines(), {}, {}, {}};
    for (const Node &identifier : root["identifier"].items()) {
        if (identifier["system"].view() == "urn:ietf:rfc:3986" && rsvp.identifier.isEmpty())
            rsvp.identifier = identifier["value"].code();
    }
    rsvp.changedAt = readInstant(root["meta"]["lastUpdated"].code());
    // What staff note of it is a version of its own, and no later word of this person's.
    const QDateTime seenAt = readInstant(root.extension(names::requestSeen).extension("time")["valueDateTime"].code());
    if (seenAt.isValid() && rsvp.changedAt.isValid() && seenAt < rsvp.changedAt)
        rsvp.changedAt = seenAt;
    rsvp.start = readInstant(root["start"].code());
    return rsvp;
}

} // namespace handrail::fhir
