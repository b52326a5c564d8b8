// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <QLocale>
#include <QTime>
#include <algorithm>
#include <array>

namespace handrail::fhir {

namespace {

/// The number to dial, or nothing: `+` and 2 to 15 digits once the usual separators are out. Anything with a pause, a star or an
/// extension is not dialled (design security row 21).
QString dialled(const QString &written)
{
    QString number;
    for (const QChar c : written) {
        if (c >= u'0' && c <= u'9')
            number += c;
        else if (c == u'+' && number.isEmpty())
            number += c;
        else if (c != u' ' && c != u'-' && c != u'.' && c != u'(' && c != u')' && c.unicode() != 0xa0)
            return {};
    }
    const auto count = number.size() - (number.startsWith(u'+') ? 1 : 0);
    return count >= 2 && count <= 15 ? number : QString();
}

struct Phone {
    QString number;
    QString hours;
};

/// The phone with the lowest rank among ContactPoints; those without a rank come last, in their order.
Phone bestPhone(const Node &telecoms, const QString &language)
{
    Phone best;
    double bestRank = 1e9;
    for (const Node &telecom : telecoms.items()) {
        if (telecom["system"].view() != "phone" || telecom["use"].view() == "old")
            continue;
        const QString number = dialled(telecom["value"].line());
        const double rank = telecom["rank"].number().value_or(1e6);
        if (number.isEmpty() || rank >= bestRank)
            continue;
        bestRank = rank;
        best = {number, telecom.extension(names::hours).said("valueString", language).line()};
        if (best.hours.isEmpty())
            best.hours = telecom.extension(names::contactComment).said("valueString", language).line();
    }
    return best;
}

/// "Monday–Friday 8:00 AM–9:00 PM" in this language: what Location.hoursOfOperation says, without a word of ours.
QString hoursOfOperation(const Node &location, const QString &language)
{
    constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const QLocale locale(language.isEmpty() ? QStringLiteral("en") : language);
    const auto dayName = [&](std::size_t day) -> QString { return locale.dayName(int(day) + 1); };
    const auto timeOf = [](const Node &node) { return QTime::fromString(node.code().left(8), Qt::ISODate); };
    QStringList all;
    for (const Node &hours : location["hoursOfOperation"].items()) {
        const QTime opens = timeOf(hours["openingTime"]);
        const QTime closes = timeOf(hours["closingTime"]);
        const bool isAllDay = hours["allDay"].boolean().value_or(false);
        if (all.size() >= 7 || (!isAllDay && !(opens.isValid() && closes.isValid())))
            continue;
        std::array<bool, weekdays.size()> isOpen{};
        for (const Node &day : hours["daysOfWeek"].items()) {
            const auto found = std::find(weekdays.begin(), weekdays.end(), day.view());
            if (found != weekdays.end())
                isOpen[std::size_t(found - weekdays.begin())] = true;
        }
        QStringList days;
        for (std::size_t first = 0, last = 0; first < isOpen.size(); first = last + 1) {
            last = first;
            if (!isOpen[first])
                continue;
            while (last + 1 < isOpen.size() && isOpen[last + 1])
                ++last;
            days << (first == last ? dayName(first) : QString(dayName(first) + u'\u2013' + dayName(last)));
        }
        const QString times = isAllDay
            ? QStringLiteral("24 h")
            : QString(locale.toString(opens, QLocale::ShortFormat) + u'\u2013' + locale.toString(closes, QLocale::ShortFormat));
        all << (days.isEmpty() ? times : QString(days.join(QStringLiteral(", ")) + u' ' + times));
    }
    return all.join(QStringLiteral("; "));
}

QString fullName(const Node &name)
{
    if (const QString text = name["text"].line(); !text.isEmpty())
        return text;
    QStringList parts;
    for (const Node &given : name["given"].items())
        parts << given.line();
    parts << name["family"].line();
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString givenName(const Node &name)
{
    const auto list = name["given"].items();
    return list.empty() ? QString() : list.front().line();
}

Node nameOfUse(const std::vector<Node> &list, std::initializer_list<std::string_view> uses)
{
    for (const std::string_view use : uses) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const Node &name) { return name["use"].view() == use; });
        if (found != list.end())
            return *found;
    }
    // A name that is no longer borne greets nobody.
    const auto current = std::find_if(
        list.begin(), list.end(), [](const Node &name) { return name["use"].view() != "old" && name["use"].view() != "maiden"; });
    return current == list.end() ? Node() : *current;
}

} // namespace

Result<ClinicContact> readClinicContact(const QByteArray &json, const QString &language)
{
    auto parsed = Json::parseResource(json, "Organization");
    const bool isOrganization = parsed.has_value();
    if (!isOrganization)
        parsed = Json::parseResource(json, "CareTeam");
    const bool isTeam = !isOrganization && parsed.has_value();
    if (!isOrganization && !isTeam)
        parsed = Json::parseResource(json, "Location");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    if (!isOrganization && !status.empty() && status != "active")
        return problem(ProblemKind::NotFound, QStringLiteral("CareTeam or Location that is over"));

    ClinicContact contact;
    contact.name = root["name"].line();
    Phone phone;
    if (isOrganization) {
        for (const Node &person : root["contact"].items()) {
            if (person["purpose"].codeIn(names::contactPurposes) == "crisis" && phone.number.isEmpty())
                phone = bestPhone(person["telecom"], language);
        }
    }
    if (phone.number.isEmpty())
        phone = bestPhone(root["telecom"], language);
    contact.phone = phone.number;
    contact.hours = phone.hours;
    if (contact.hours.isEmpty() && !isTeam) // a team's own hours are those in which it writes back
        contact.hours = root.extension(names::hours).said("valueString", language).line();
    if (contact.hours.isEmpty())
        contact.hours = hoursOfOperation(root, language);
    // What is unknown promises nothing.
    const std::string_view monitoring = root.extension(names::monitoring)["valueCode"].view();
    if (isOrganization && monitoring == "24x7")
        contact.monitoring = Monitoring::AroundTheClock;
    else if (isOrganization && monitoring == "business-hours")
        contact.monitoring = Monitoring::BusinessHours;
    return contact;
}

Result<QString> readManagingOrganization(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Location");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node named = parsed->root()["managingOrganization"];
    if (!named.isValid())
        return QString();
    const Target target = targetOf(named);
    if (target.type != "Organization")
        return problem(ProblemKind::NotFound, QStringLiteral("Location of an Organization without an id"));
    return toQString(target.id);
}

Result<QString> readAddress(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Location");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node address = parsed->root()["address"];
    QStringList lines;
    for (const Node &line : address["line"].items())
        lines << line.line();
    lines.removeAll(QString());
    return lines.isEmpty() ? address["text"].line() : lines.join(QStringLiteral(", "));
}

Result<PersonName> readPersonName(const QByteArray &json)
{
    auto parsed = Json::parseResource(json, "Patient");
    if (!parsed)
        parsed = Json::parseResource(json, "RelatedPerson");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const auto list = parsed->root()["name"].items();
    PersonName name;
    // People are greeted with the name they use; the full name is the one on paper.
    name.given = givenName(nameOfUse(list, {"usual", "nickname", "official"}));
    name.full = fullName(nameOfUse(list, {"official", "usual"}));
    if (name.given.isEmpty())
        name.given = givenName(nameOfUse(list, {"official"}));
    // Of who was invited there is the name as the patient wrote it, and no parts.
    const QString text = nameOfUse(list, {"official", "usual"})["text"].line();
    if (name.given.isEmpty() && !text.contains(u','))
        name.given = text.section(u' ', 0, 0);
    return name;
}

Result<PersonName> readPatientOf(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "RelatedPerson");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    PersonName name;
    name.full = parsed->root()["patient"]["display"].line();
    name.given = name.full.section(u' ', 0, 0);
    return name;
}

QDate readLastDayOf(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "RelatedPerson");
    return parsed ? readDayOf(parsed->root()["period"]["end"].code()) : QDate();
}

QDate readLastBusyDayOf(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "RelatedPerson");
    const QDate day = parsed ? readDayOf(parsed->root().extension(names::busyUntil)["valueDate"].code()) : QDate();
    return day.isValid() ? day : readLastDayOf(json);
}

} // namespace handrail::fhir
