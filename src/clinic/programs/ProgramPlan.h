// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>

namespace handrail::clinic {

// What the EpisodeOfCare and the CarePlan of somebody in a program say, for those who change them.

/// What one enrolment made has one identifier.
[[nodiscard]] bool areOfOne(const QJsonObject &record, const QJsonObject &other);
/// An episode that is active or on hold.
[[nodiscard]] bool isRunning(const QJsonObject &episode);
/// How the ids of an enrolment's sessions begin: as that of its first episode, and so does the plan's. Null when there is neither.
[[nodiscard]] QString madeBy(const QString &episode, const QString &plan);
/// It and its status end the day before.
[[nodiscard]] QJsonObject endedBefore(QJsonObject episode, const QDate &day);

/// An Appointment that may yet take place.
[[nodiscard]] bool isOpenSession(const QJsonObject &appointment);
/// A Task that is not begun, and that nobody has done, declined or called off.
[[nodiscard]] bool isOpenTask(const QJsonObject &task);

/// An active CarePlan of a program.
[[nodiscard]] bool isProgram(const QJsonObject &plan);
/// One that somebody was enrolled in ahead is active from the start, and none of its phases has begun.
[[nodiscard]] bool hasBegun(const QJsonObject &plan);
// Of the detail of one of its activities.
[[nodiscard]] bool isPhase(const QJsonValue &detail);
[[nodiscard]] bool isCurrent(const QJsonValue &phase);
[[nodiscard]] bool isToCome(const QJsonValue &phase);
/// Puts these members into the detail of an activity.
void changePhase(QJsonArray &activities, qsizetype index, const QString &status, const QJsonObject &period);

/// The day of `start` or `end`; invalid when there is none.
[[nodiscard]] QDate dayOf(const QJsonValue &period, QLatin1String name);

} // namespace handrail::clinic
