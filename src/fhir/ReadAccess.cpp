// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostEntities = 100;
constexpr qsizetype longestName = 120; // more than a line is no name

/// Who asked for it, of several agents; else the first.
Node requestorOf(const Node &root)
{
    const std::vector<Node> agents = root["agent"].items();
    const auto found =
        std::find_if(agents.begin(), agents.end(), [](const Node &agent) { return agent["requestor"].boolean().value_or(false); });
    return found != agents.end() ? *found : agents.empty() ? Node() : agents.front();
}

Looker lookerOf(const Node &agent, const Target &who, const std::string &patientId)
{
    if (who.type == "Patient")
        return who.id == patientId ? Looker::Me : Looker::Unknown;
    for (const Node &role : agent["role"].items()) {
        const std::string_view code = role.codeIn(names::auditRoles);
        if (code == "staff")
            return Looker::Staff;
        if (code == "relative")
            return Looker::Relative;
    }
    if (who.type == "Practitioner" || who.type == "PractitionerRole" || who.type == "Organization")
        return Looker::Staff;
    if (who.type == "RelatedPerson")
        return Looker::Relative;
    return who.type == "Device" ? Looker::Program : Looker::Unknown;
}

/// In the clinic's words; without any the code that says it.
QString roleOf(const Node &agent, const QString &language)
{
    const std::vector<Node> roles = agent["role"].items();
    for (const Node &role : roles) {
        if (const QString text = role.conceptText(language); !text.isEmpty())
            return text.left(longestName);
    }
    for (const Node &role : roles) {
        for (const std::string_view system : {names::teamRoles, names::roleCodes}) {
            if (const std::string_view code = role.codeIn(system); !code.empty())
                return toQString(code).left(longestName);
        }
    }
    return {};
}

} // namespace

Result<AccessEvent> readAccess(const QByteArray &json, const QString &patientId, const QString &language)
{
    const auto parsed = Json::parseResource(json, "AuditEvent");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string patient = patientId.toStdString();
    AccessEvent event;
    event.id = toQString(root["id"].view());
    event.at = readInstant(root["recorded"].code());
    if (!event.at.isValid())
        return problem(ProblemKind::BadData, QStringLiteral("AuditEvent without a time"));

    const std::vector<Node> entities = root["entity"].items();
    bool isOurs = false;
    bool isAnothers = false;
    for (std::size_t i = 0; i < entities.size() && i < mostEntities; ++i) {
        const Node what = entities[i]["what"];
        const Target target = targetOf(what);
        if (target.type == "Patient") {
            isOurs = isOurs || target.id == patient;
            isAnothers = isAnothers || target.id != patient;
        } else if (event.type.isEmpty()) {
            // A search points at no record, and is called by the type.
            const std::string_view type = target.type.empty() ? what["display"].view() : target.type;
            if (isTypeName(type))
                event.type = toQString(type);
        }
    }
    if (isAnothers && !isOurs)
        return problem(ProblemKind::WrongPatient, QStringLiteral("AuditEvent about somebody else"));
    if (event.type.isEmpty() && isOurs)
        event.type = QStringLiteral("Patient");

    const Node agent = requestorOf(root);
    const Target who = targetOf(agent["who"]);
    if (!who.type.empty())
        event.who = QString(toQString(who.type) % u'/' % toQString(who.id));
    event.looker = lookerOf(agent, who, patient);
    event.name = agent["name"].line().left(longestName);
    if (event.name.isEmpty())
        event.name = agent["who"]["display"].line().left(longestName);
    event.role = roleOf(agent, language);
    const std::string_view action = root["action"].view();
    event.act = action == "C" || action == "U" ? AccessEvent::Act::Write
        : action == "D"                        ? AccessEvent::Act::Remove
                                               : AccessEvent::Act::Read;
    const std::string_view outcome = root["outcome"].view();
    event.isRefused = !outcome.empty() && outcome != "0";
    return event;
}

Result<QList<Leader>> readTeamMembers(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CareTeam");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    if (!status.empty() && status != "active")
        return problem(ProblemKind::NotFound, QStringLiteral("CareTeam that is over"));
    QList<Leader> members;
    const std::vector<Node> participants = root["participant"].items();
    for (std::size_t i = 0; i < participants.size() && i < mostEntities; ++i) {
        const Target member = targetOf(participants[i]["member"]);
        if (member.type == "Patient" || member.type == "RelatedPerson")
            continue;
        const std::vector<Node> roles = participants[i]["role"].items();
        const Leader one{participants[i]["member"]["display"].line().left(longestName),
                         roles.empty() ? QString() : roles.front().conceptText(language).left(longestName)};
        if (!one.name.isEmpty() || !one.role.isEmpty())
            members << one;
    }
    return members;
}

} // namespace handrail::fhir
