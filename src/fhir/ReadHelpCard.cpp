// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Bundle.h"
#include "fhir/Json.h"
#include "fhir/MessageCodes.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostLines = 20;
constexpr qsizetype mostRelatives = 20;

bool isHelpCard(const Node &root)
{
    const auto categories = root["category"].items();
    return std::any_of(categories.begin(), categories.end(), [](const Node &category) {
        const auto codings = category["coding"].items();
        return std::any_of(codings.begin(), codings.end(), [](const Node &coding) {
            return coding["system"].view() == names::messageKinds && coding["code"].view() == howToHelp;
        });
    });
}

} // namespace

Result<HelpCard> readHelpCard(const QByteArray &json, const QString &patientId, const QString &language)
{
    const auto parsed = Json::parseResource(json, "Communication");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    // Of the clinic alone: nobody agrees for somebody else by writing one.
    const std::string_view sender = targetOf(root["sender"]).type;
    if (!isHelpCard(root) || (status != "completed" && status != "in-progress")
        || !targetOf(root["subject"]).is("Patient", patientId.toStdString()) || sender == "Patient" || sender == "RelatedPerson")
        return problem(ProblemKind::NotFound, QStringLiteral("Communication that is no card of this patient, or was taken back"));
    HelpCard card;
    card.id = toQString(root["id"].view());
    for (const Node &recipient : root["recipient"].items()) {
        const Target target = targetOf(recipient);
        if (target.type == "RelatedPerson" && card.with.size() < mostRelatives)
            card.with << HelpCard::Relative{QStringLiteral("RelatedPerson/") % toQString(target.id), recipient["display"].line()};
    }
    const auto payload = root["payload"].items();
    for (std::size_t i = 0; i < payload.size() && i < mostLines; ++i) {
        if (const QString line = payload[i].said("contentString", language).lines(); !line.isEmpty())
            card.lines << line;
    }
    card.agreed = readInstant(root["sent"].code());
    if (card.lines.isEmpty() || card.with.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("a card without words, or with nobody"));
    return card;
}

Result<BusyTime> readBusyTime(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Appointment");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    BusyTime time{readInstant(root["start"].code()), readInstant(root["end"].code()), BusyTime::Presence::Untold, isTimeAlone(json),
                  QDate()};
    if (status == "cancelled" || status == "entered-in-error" || !time.start.isValid())
        return problem(ProblemKind::NotFound, QStringLiteral("Appointment that is cancelled, or without a time"));
    if (status == "fulfilled")
        time.presence = BusyTime::Presence::Came;
    else if (status == "noshow")
        time.presence = BusyTime::Presence::Missed;
    if (time.end.isValid() && time.end < time.start)
        time.end = {};
    // As it is written there: elsewhere the same moments are in two days.
    const QString first = root["start"].code(), last = root["end"].code();
    const QDate day = QDate::fromString(first.left(10), Qt::ISODate);
    const QString midnight = QStringLiteral("T00:00:00");
    if (day.isValid() && first.mid(10).startsWith(midnight)
        && last.startsWith(QString(day.addDays(1).toString(Qt::ISODate) % midnight)))
        time.day = day;
    return time;
}

} // namespace handrail::fhir
