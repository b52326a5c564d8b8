// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"
#include "fhir/ShownText.h"

#include <QStringList>
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace handrail::fhir {

namespace {

constexpr int deepest = 8;
constexpr qsizetype longestText = 64 * 1024;
constexpr qsizetype mostPeople = 64; // each reads the whole Consent once more

bool hasCode(const Node &concepts, std::string_view system, std::string_view code)
{
    const std::vector<Node> items = concepts.items();
    return std::any_of(items.begin(), items.end(), [&](const Node &one) { return one.codeIn(system) == code; });
}

// Whom it names, once each, in its order. A display may stand beside any of the references to one person.
void readPeople(const Node &provision, QList<Sharing> &people, int depth)
{
    if (provision["type"].view() == "deny" || depth > deepest)
        return;
    for (const Node &actor : provision["actor"].items()) {
        const Node reference = actor["reference"];
        const Target target = targetOf(reference);
        if (target.type != "RelatedPerson")
            continue;
        const QString id = toQString(target.id);
        auto known = std::find_if(people.begin(), people.end(), [&](const Sharing &one) { return one.personId == id; });
        if (known == people.end()) {
            if (people.size() >= mostPeople)
                return;
            people << Sharing();
            known = std::prev(people.end());
            known->personId = id;
        }
        if (known->name.isEmpty())
            known->name = reference["display"].line();
    }
    for (const Node &inner : provision["provision"].items())
        readPeople(inner, people, depth + 1);
}

// nullopt: it names no relative, and is of whom the one around it is.
std::optional<bool> isOf(const Node &provision, const std::string &personId)
{
    std::optional<bool> isTheirs;
    for (const Node &actor : provision["actor"].items()) {
        const Target target = targetOf(actor["reference"]);
        if (target.type == "RelatedPerson")
            isTheirs = isTheirs.value_or(false) || target.id == personId;
    }
    return isTheirs;
}

// The whole Consent is one permission: a provision inside only says what of it, and may say it, with all inside it, of one person alone.
void readProvision(const Node &provision, const std::string &personId, bool isTheirs, Sharing &sharing, int depth)
{
    if (provision["type"].view() == "deny" || depth > deepest)
        return;
    isTheirs = isOf(provision, personId).value_or(isTheirs);
    if (isTheirs) {
        sharing.isBusyShared = sharing.isBusyShared || hasCode(provision["code"], names::shareScopes, "busy");
        sharing.isAttendanceShared = sharing.isAttendanceShared || hasCode(provision["code"], names::shareScopes, "attendance");
        for (const Node &data : provision["data"].items()) {
            const Target target = targetOf(data["reference"]);
            if (data["meaning"].view() == "instance" && target.type == "Appointment")
                sharing.sessionId = toQString(target.id);
        }
    }
    for (const Node &inner : provision["provision"].items())
        readProvision(inner, personId, isTheirs, sharing, depth + 1);
}

// The moment from which nobody sees anything by it. A day ends where the clinic is, which a Consent does not say: it is over once it is
// over everywhere, so that nobody is told too early that they share nothing.
QDateTime endOf(const QString &end)
{
    const QDateTime instant = readInstant(end);
    const QDate day = readDayOf(end);
    return instant.isValid() || !day.isValid() ? instant : QDateTime(day.addDays(1), QTime(12, 0), Qt::UTC);
}

} // namespace

Result<QList<Sharing>> readConsent(const QByteArray &json, const QDateTime &nowUtc)
{
    const auto parsed = Json::parseMeant(json, "Consent");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    const Node provision = root["provision"];
    Sharing sharing;
    QList<Sharing> people;
    readPeople(provision, people, 0);
    const bool isOfPrivacy = root["scope"].codeIn("http://terminology.hl7.org/CodeSystem/consentscope") == "patient-privacy";
    if (status == "draft" || !isOfPrivacy)
        return QList<Sharing>();
    sharing.consentId = root["id"].code();
    sharing.version = root["meta"]["versionId"].code();
    for (const Node &identifier : root["identifier"].items()) {
        if (const QString value = identifier["value"].code(); sharing.identifier.isEmpty() && value.startsWith(u"urn:uuid:"))
            sharing.identifier = value;
    }
    sharing.signedAt = readInstant(root["dateTime"].code());
    const QString end = provision["period"]["end"].code();
    sharing.until = readDayOf(end);
    const QDateTime over = endOf(end);
    if (status == "inactive" || status == "rejected") {
        sharing.state = Sharing::State::Ended;
        sharing.endedAt = readInstant(root["meta"]["lastUpdated"].code());
    } else if (over.isValid() && over <= nowUtc) {
        sharing.state = Sharing::State::Expired;
    } else {
        sharing.state = status == "proposed" ? Sharing::State::Waiting : Sharing::State::Active;
    }
    for (Sharing &one : people) {
        Sharing whole = sharing;
        whole.personId = one.personId;
        whole.name = one.name;
        readProvision(provision, whole.personId.toStdString(), true, whole, 0);
        one = std::move(whole);
    }
    return people;
}

KeptOut readKeptOut(const QByteArray &json)
{
    KeptOut kept;
    const auto parsed = Json::parseResource(json, "Consent");
    if (!parsed)
        return kept;
    const Node provision = parsed->root()["provision"];
    for (const Node &data : provision["data"].items()) {
        const Target target = targetOf(data["reference"]);
        if (data["meaning"].view() == "instance" && target.type == "Appointment")
            kept.sessionIds << toQString(target.id);
    }
    const std::vector<Node> actors = provision["actor"].items();
    const Target person = actors.empty() ? Target() : targetOf(actors.front()["reference"]);
    if (parsed->root()["status"].view() == "active" && provision["type"].view() == "deny" && person.type == "RelatedPerson")
        kept.personId = toQString(person.id);
    return kept;
}

Result<QString> readSignedText(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Consent");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node text = parsed->root()["sourceAttachment"];
    const std::string_view data = text["data"].view();
    const auto bytes = QByteArray::fromBase64Encoding(QByteArray(data.data(), qsizetype(data.size())),
                                                      QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!text["contentType"].code().startsWith(u"text/plain") || !bytes || bytes.decoded.isEmpty()
        || bytes.decoded.size() > longestText)
        return problem(ProblemKind::BadData, QStringLiteral("Consent: no text"));
    QStringList lines;
    for (const QString &line : QString::fromUtf8(bytes.decoded).split(u'\n'))
        lines << shownText(line, Lines::One);
    return lines.join(u'\n');
}

Result<Relation> readRelation(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "RelatedPerson");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    Relation relation;
    relation.isActive = root["active"].boolean().value_or(true);
    for (const Node &one : root["relationship"].items()) {
        if (relation.words.isEmpty())
            relation.words = one.conceptText();
        if (relation.code.isEmpty())
            relation.code = toQString(one.codeIn(names::roleCodes));
    }
    return relation;
}

Sharing::Stop compareConsent(const QByteArray &stored, const QByteArray &update)
{
    const auto theirs = Json::parseResource(stored, "Consent");
    const auto ours = Json::parseResource(update, "Consent");
    if (!theirs || !ours)
        return Sharing::Stop::Refused;
    const std::string_view status = theirs->root()["status"].view();
    return status == "inactive" || status == "rejected" || status == "entered-in-error" ? Sharing::Stop::Sent
                                                                                        : Sharing::Stop::Saved;
}

} // namespace handrail::fhir
