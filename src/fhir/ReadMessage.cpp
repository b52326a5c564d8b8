// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "fhir/Json.h"
#include "fhir/MessageCodes.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostParts = 200;

bool namesPatient(const Node &references, const QString &patientId)
{
    const auto list = references.items();
    const std::string id = patientId.toStdString();
    return std::any_of(list.begin(), list.end(), [&](const Node &one) { return targetOf(one).is("Patient", id); });
}

bool isRelative(const Node &reference)
{
    return targetOf(reference).type == "RelatedPerson" || reference["type"].view() == "RelatedPerson";
}

/// Our codes among the categories; empty when it has none.
std::vector<std::string_view> kindsOf(const Node &root)
{
    std::vector<std::string_view> kinds;
    for (const Node &category : root["category"].items()) {
        for (const Node &coding : category["coding"].items()) {
            if (coding["system"].view() == names::messageKinds)
                kinds.push_back(coding["code"].view());
        }
    }
    return kinds;
}

bool isOneOf(const std::vector<std::string_view> &kinds, std::string_view code)
{
    return std::find(kinds.begin(), kinds.end(), code) != kinds.end();
}

QString identifierOf(const Node &root)
{
    const std::string system = uriSystem.toString().toStdString();
    for (const Node &identifier : root["identifier"].items()) {
        if (identifier["system"].view() == system)
            return identifier["value"].code();
    }
    return {};
}

QString textOf(const Node &root, const QString &language)
{
    QStringList parts;
    const auto payload = root["payload"].items();
    for (std::size_t i = 0; i < payload.size() && i < mostParts; ++i)
        parts << payload[i].said("contentString", language).lines();
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

QStringList attachmentsOf(const Node &root, const QString &language)
{
    QStringList attachments;
    const auto payload = root["payload"].items();
    for (std::size_t i = 0; i < payload.size() && i < mostParts; ++i) {
        const Node attachment = payload[i]["contentAttachment"];
        if (!attachment.isValid() && !payload[i]["contentReference"].isValid())
            continue;
        attachments << (attachment.isValid() ? attachment.said("title", language).line()
                                             : payload[i]["contentReference"]["display"].line());
    }
    return attachments;
}

/// `isOurs`: this app wrote it.
Result<WrittenMessage> read(const QByteArray &json, const QString &patientId, const QString &language, bool isOurs)
{
    const auto parsed = Json::parseResource(json, "Communication", Json::IdRule::Optional);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::vector<std::string_view> kinds = kindsOf(root);
    const std::string_view status = root["status"].view();
    WrittenMessage message;
    message.isMine = targetOf(root["sender"]).is("Patient", patientId.toStdString());
    // What a clinic writes without our codes is a message when it is to the patient.
    const bool isMessage =
        isOneOf(kinds, secureMessage) || (kinds.empty() && !message.isMine && namesPatient(root["recipient"], patientId));
    const bool isOver = status == "completed" || status == "in-progress";
    // What a relative writes is to the clinic and what is written to one is theirs, whatever the record says: nothing of it belongs into the
    // thread with the care team.
    const auto recipients = root["recipient"].items();
    const bool isToRelatives =
        !message.isMine && !recipients.empty() && std::all_of(recipients.begin(), recipients.end(), isRelative);
    const bool isRelatives = !isOurs && (isRelative(root["sender"]) || isToRelatives);
    if (!isMessage || !isOver || isOneOf(kinds, howToHelp) || isRelatives)
        return problem(ProblemKind::NotFound, QStringLiteral("Communication that is no message, or was taken back"));
    message.id = toQString(root["id"].view());
    message.identifier = identifierOf(root);
    for (const std::string_view code : kinds)
        message.kind = code == secureMessage ? message.kind : kindFrom(code);
    message.title = root["topic"].conceptText(language);
    message.text = textOf(root, language);
    message.attachments = attachmentsOf(root, language);
    if (const auto about = root["about"].items(); !about.empty()) {
        const Target target = targetOf(about.front());
        message.about = target.id.empty() ? QString() : QString(toQString(target.type) % u'/' % toQString(target.id));
    }
    message.aboutStart = readInstant(root.extension(names::aboutStart)["valueDateTime"].code());
    message.fromName = message.isMine ? QString() : root["sender"]["display"].line();
    if (const auto whole = root["partOf"].items(); !whole.empty() && targetOf(whole.front()).type == "Communication")
        message.thread = toQString(targetOf(whole.front()).id);
    if (message.isMine)
        message.seenAt = readInstant(root["received"].code());
    // Nobody wrote it later than it was seen or stored: the clock was ahead, or the year is wrong.
    message.sent = readInstant(root["sent"].code());
    for (const QDateTime &latest : {message.seenAt, readInstant(root["meta"]["lastUpdated"].code())}) {
        if (latest.isValid() && !(message.sent.isValid() && message.sent <= latest))
            message.sent = latest;
    }
    return message;
}

} // namespace

Result<WrittenMessage> readMessage(const QByteArray &json, const QString &patientId, const QString &language)
{
    return read(json, patientId, language, false);
}

Result<WrittenMessage> readOwnMessage(const QByteArray &json, const QString &patientId)
{
    return read(json, patientId, {}, true);
}

Result<ReplyingTeam> readReplyingTeam(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CareTeam");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    if (!status.empty() && status != "active")
        return problem(ProblemKind::NotFound, QStringLiteral("CareTeam that is over"));
    ReplyingTeam team;
    team.id = toQString(root["id"].view());
    team.hours = root.extension(names::hours).said("valueString", language).line();
    for (const Node &participant : root["participant"].items()) {
        if (targetOf(participant["member"]).type != "Practitioner" && targetOf(participant["member"]).type != "PractitionerRole")
            continue;
        const std::vector<Node> roles = participant["role"].items();
        const bool isCounselor =
            std::any_of(roles.begin(), roles.end(), [](const Node &role) { return role.codeIn(names::teamRoles) == "counselor"; });
        if (!team.person.isEmpty() && !(isCounselor && !team.isCounselor))
            continue;
        team.person = participant["member"]["display"].line();
        team.role = roles.empty() ? QString() : roles.front().conceptText(language);
        team.isCounselor = isCounselor;
    }
    return team;
}

Result<Announcement> readAnnouncement(const QByteArray &json, const QString &patientId, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CommunicationRequest");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const bool isForPatient =
        namesPatient(root["recipient"], patientId) || isOneOf(kindsOf(root), codeOf(MessageKind::Announcement));
    if (root["status"].view() != "active" || root["doNotPerform"].boolean().value_or(false) || !isForPatient)
        return problem(ProblemKind::NotFound, QStringLiteral("CommunicationRequest that is over, or not for the patient"));
    Announcement announcement;
    announcement.id = toQString(root["id"].view());
    announcement.text = textOf(root, language);
    announcement.fromName = root["sender"]["display"].line();
    if (announcement.fromName.isEmpty())
        announcement.fromName = root["requester"]["display"].line();
    announcement.sent = readInstant(root["authoredOn"].code());
    announcement.from = readInstant(root["occurrencePeriod"]["start"].code());
    announcement.until = readInstant(root["occurrencePeriod"]["end"].code());
    if (!announcement.from.isValid())
        announcement.from = readInstant(root["occurrenceDateTime"].code());
    announcement.isUrgent = root["priority"].view() == "urgent" || root["priority"].view() == "stat";
    if (announcement.text.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("CommunicationRequest without words"));
    return announcement;
}

} // namespace handrail::fhir
