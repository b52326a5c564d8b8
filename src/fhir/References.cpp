// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/References.h"

#include "fhir/Bundle.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <string>

namespace handrail::fhir {

namespace {

/// Types that R4 puts into no patient's compartment and that hold nothing personal.
constexpr std::array<std::string_view, 14> sharedTypes{
    "ActivityDefinition", "CapabilityStatement", "CodeSystem",          "HealthcareService", "Library",
    "Location",           "Medication",          "Organization",        "PlanDefinition",    "Practitioner",
    "PractitionerRole",   "Questionnaire",       "StructureDefinition", "ValueSet"};

bool isShared(std::string_view type)
{
    return std::find(sharedTypes.begin(), sharedTypes.end(), type) != sharedTypes.end();
}

bool anyActorIs(const Node &participants, std::string_view type, std::string_view id)
{
    const auto list = participants.items();
    return std::any_of(list.begin(), list.end(),
                       [&](const Node &participant) { return targetOf(participant["actor"]).is(type, id); });
}

} // namespace

Target targetOf(std::string_view reference)
{
    if (reference.empty() || reference.size() > 2048 || reference[0] == '#' || reference.substr(0, 4) == "urn:")
        return {};
    if (const auto history = reference.find("/_history/"); history != std::string_view::npos)
        reference = reference.substr(0, history);
    const auto idStart = reference.rfind('/');
    if (idStart == std::string_view::npos)
        return {};
    const auto before = reference.substr(0, idStart);
    const auto typeStart = before.rfind('/');
    const Target target{typeStart == std::string_view::npos ? before : before.substr(typeStart + 1), reference.substr(idStart + 1)};
    return isTypeName(target.type) && isId(target.id) ? target : Target{};
}

Target targetOf(const Node &reference)
{
    return targetOf(reference["reference"].view());
}

bool isAboutPatient(const QByteArray &json, const QString &patientId)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return false;
    const Node root = parsed->root();
    const std::string_view type = root["resourceType"].view();
    if (isShared(type))
        return true;
    const std::string id = patientId.toStdString();
    if (id.empty())
        return false;
    const auto names = [&](std::string_view element) { return targetOf(root[element]).is("Patient", id); };

    if (type == "Patient")
        return root["id"].view() == id;
    if (type == "Appointment")
        return anyActorIs(root["participant"], "Patient", id);
    if (type == "AppointmentResponse")
        return names("actor");
    if (type == "Task")
        return names("for");
    if (type == "CommunicationRequest" || type == "Communication") {
        if (root["subject"].isValid())
            return names("subject");
        const auto recipients = root["recipient"].items();
        return names("sender")
            || std::any_of(recipients.begin(), recipients.end(), [&](const Node &r) { return targetOf(r).is("Patient", id); });
    }
    // Everything else in a patient's compartment says so by one of two elements.
    return root["subject"].isValid() ? names("subject") : names("patient");
}

bool isForRelative(const QByteArray &json, const QString &relatedPersonId, const QString &patientId)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return false;
    const Node root = parsed->root();
    const std::string_view type = root["resourceType"].view();
    const std::string relative = relatedPersonId.toStdString();
    const std::string patient = patientId.toStdString();
    if (isShared(type))
        return true;
    if (relative.empty())
        return false;
    if (type == "RelatedPerson")
        return root["id"].view() == relative;
    if (type == "AppointmentResponse")
        return targetOf(root["actor"]).is("RelatedPerson", relative);
    if (type == "CareTeam")
        return isAboutPatient(json, patientId);
    if (type == "Communication") {
        const auto recipients = root["recipient"].items();
        return targetOf(root["subject"]).is("Patient", patient)
            && (targetOf(root["sender"]).is("RelatedPerson", relative)
                || std::any_of(recipients.begin(), recipients.end(),
                               [&](const Node &one) { return targetOf(one).is("RelatedPerson", relative); }));
    }
    if (type != "Appointment")
        return false;
    const auto participants = root["participant"].items();
    const bool isAboutSomebodyElse = std::any_of(participants.begin(), participants.end(), [&](const Node &participant) {
        const Target actor = targetOf(participant["actor"]);
        return actor.type == "Patient" && actor.id != patient;
    });
    return !isAboutSomebodyElse && anyActorIs(root["participant"], "RelatedPerson", relative);
}

bool isTimeAlone(const QByteArray &json)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return false;
    const Node root = parsed->root();
    if (root["resourceType"].view() != "Appointment" || root["serviceType"].isValid() || root["description"].isValid())
        return false;
    const auto participants = root["participant"].items();
    const auto tags = root["meta"]["tag"].items();
    return participants.empty()
        || (std::any_of(tags.begin(), tags.end(), [](const Node &tag) { return tag["code"].view() == "SUBSETTED"; })
            && std::all_of(participants.begin(), participants.end(),
                           [](const Node &one) { return targetOf(one["actor"]).type == "Patient"; }));
}

bool hasIdentifier(const QByteArray &json, const QString &system, const QString &value)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return false;
    const std::string wantedSystem = system.toStdString();
    const std::string wantedValue = value.toStdString();
    const auto matches = [&](const Node &identifier) {
        return identifier["system"].view() == wantedSystem && identifier["value"].view() == wantedValue;
    };
    // QuestionnaireResponse has one identifier, most others a list.
    const Node identifier = parsed->root()["identifier"];
    const auto list = identifier.items();
    return matches(identifier) || std::any_of(list.begin(), list.end(), matches);
}

QString canonicalOf(const QByteArray &json)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return {};
    const QString url = parsed->root()["url"].code();
    const QString version = parsed->root()["version"].code();
    return url.isEmpty() || version.isEmpty() ? url : QString(url % u'|' % version);
}

QStringList referencedIds(const QByteArray &json, const QString &type)
{
    QStringList ids;
    const auto parsed = Json::parse(json);
    if (!parsed)
        return ids;
    const std::string wanted = type.toStdString();
    QSet<QString> seen; // a server may name very many
    // Breadth first with a list of our own: the depth of the input is not the depth of our stack.
    std::vector<simdjson::dom::element> open{parsed->root().element()};
    for (std::size_t i = 0; i < open.size(); ++i) {
        simdjson::dom::object object;
        simdjson::dom::array array;
        if (!open[i].get_object().get(object)) {
            for (const auto field : object) {
                if (field.key == "reference") {
                    const Target target = targetOf(Node(field.value).view());
                    const QString id = toQString(target.id);
                    if (target.type == wanted && !seen.contains(id)) {
                        seen.insert(id);
                        ids << id;
                    }
                }
                if (!field.value.is_string())
                    open.push_back(field.value);
            }
        } else if (!open[i].get_array().get(array)) {
            for (const auto item : array)
                open.push_back(item);
        }
    }
    return ids;
}

} // namespace handrail::fhir
