// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/sample/SampleClinicCalendar.h"
#include "clinic/sample/SampleClinicPeople.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

namespace handrail::clinic {

/// One session of the sample clinic, for one patient or several.
struct SampleSession {
    QString key;  ///< the same in every run of one week: "g1-20261118"
    QString kind; ///< code of HR/CodeSystem/session-kind
    QString title;
    QString topic;
    QStringList bring;
    int week = 0;
    QDate date;
    QTime start;
    QTime end;
    QTime previousStart; ///< valid when the session was moved
    bool isVideo = false;
    bool isCancelled = false;
    int room = -1;       ///< position in sampleRooms(); -1 for video
    QList<int> staff;    ///< positions in sampleStaff(), who leads first
    QList<int> patients; ///< positions in samplePatients()
    bool withRelatives = false;
};

/// Every session of the clinic from the first week of the program to 8 weeks after it.
[[nodiscard]] QList<SampleSession> sampleSessions(const SampleClinicCalendar &calendar, const QList<SamplePatient> &patients);

} // namespace handrail::clinic
