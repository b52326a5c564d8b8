// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/ConsentGrants.h"
#include "clinic/base/Access.h"

#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <optional>

namespace handrail::clinic {

// What remains of a record for who may not see it whole. Pure: who may see what is Policy's.

/// A relative sees records of the type in part alone: what else changes in them is not theirs to know, so they have no versions for them either.
[[nodiscard]] bool isCutForRelative(const QString &type);

/// A record that is open to a relative, without what is about others (design api 2.4). Of a type that is cut an allow-list remains, all
/// the way down: no note, no text beside the words that are for them, no extension but those that their app reads, no level of care.
[[nodiscard]] QJsonObject cutForRelative(QJsonObject resource, const QString &type, const Access &access);

/// A session that is a relative's too, without what tells who comes or came: until its end it is `booked` whatever the clinic noted, and
/// after it too unless attendance is shared (then `fulfilled` or `noshow`); of the others every participant.status is `accepted`.
[[nodiscard]] QJsonObject withoutAttendance(QJsonObject session, const Access &access, bool hasAttendance, qint64 now);

/// An Appointment of which a relative may only know that the patient is busy (design clinical 7.2): resourceType, meta (version, time,
/// labels, the tag SUBSETTED), status, start, end, and as the one participant that R4 wants `patient` (Patient/<id>), whom they asked about.
/// No id: the session's own follows from what it is, and Policy::busyId gives another. Until its end it is `booked` or `cancelled` whatever the
/// clinic noted, so that nothing tells if the patient came; then it is gone, or, where attendance is shared too, `fulfilled` or `noshow`. nullopt: it
/// is not there; so is all of which attendance alone is shared, and no time (cutToDay). `now` in milliseconds since 1970 UTC.
[[nodiscard]] std::optional<QJsonObject> cutToBusy(const QJsonObject &session, const QString &patient, const Opening &open,
                                                   qint64 now);

/// A day on which a relative may only know that the patient came or not: as an Appointment from midnight to midnight with an id of the day, so
/// that neither tells of a time or of how many sessions there were. `session` is one of that day, whose labels it keeps; the rest as above.
[[nodiscard]] QJsonObject cutToDay(const QJsonObject &session, const QString &patient, const TimeRange &day, const WallClock &clock,
                                   bool isCame);

/// Puts the last day on which something is shared into a relative's own record (period.end), and where that is another, the last one on which the
/// patient's busy times are (extension HR/StructureDefinition/busy-until); invalid: without end, or not shared. No version of the record knows
/// them, so the version that is shown follows from all: `<version>-<yyyymmdd>-b<yyyymmdd>`.
void setLastDays(QJsonObject &relative, const QDate &day, const QDate &busy);

/// What a patient or relative wrote, without the name at the clinic's machine of who dealt with it (request-done, part `who`).
[[nodiscard]] QJsonObject withoutWhoDidIt(QJsonObject record);

/// A session or a message without those who take part in it beside the clinic and who is named here: others' names are nobody's to read. Who
/// is named in another way than by a record of this clinic (display alone, identifier, an address) goes too.
[[nodiscard]] QJsonObject withoutOthers(QJsonObject record, const std::function<bool(const QString &reference)> &isNamed);

/// The lasting address of a room (Location.telecom of system url); empty: it has none that is https.
[[nodiscard]] QString roomAddress(const QJsonObject &location);
/// A Location without its web addresses: who may come in asks for a link at the tap.
[[nodiscard]] QJsonObject withoutAddress(QJsonObject location);

/// An Appointment without the addresses of its video room, wherever in it they stand. The channel stays, so that an app can say that it is by
/// video; one that is held in rooms with such addresses gets it. `rooms`: their addresses.
[[nodiscard]] QJsonObject withoutLinks(QJsonObject session, const QStringList &rooms);

} // namespace handrail::clinic
