// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace handrail::clinic {

// The people of the sample clinic. All of them are invented.

struct SampleRelative {
    QString id;
    QString given;
    QString family;
    QString relationCode;     ///< HL7 v3-RoleCode
    QString relation;         ///< "sister"
    bool joinsFamily = false; ///< comes to the family sessions
    bool isRevoked = false;   ///< the patient took the consent back
};

struct SamplePatient {
    int index = 0;  ///< from 0, over all groups
    int group = 0;  ///< from 0
    int member = 0; ///< from 0, within the group
    QString id;
    QString given;
    QString family;
    QDate birth;
    bool hasMedicine = false;
    QList<SampleRelative> relatives;
};

struct SampleStaff {
    QString id;
    QString prefix; ///< "Dr."; may be empty
    QString given;
    QString family;
    QString shown; ///< as sessions name them: "Dana Ruiz", "Dr. Okafor"
    QString role;  ///< in a session: "Counselor"; relatives read it too
};

/// A room of the clinic.
struct SampleRoom {
    QString id;
    QString name; ///< "Room 2"
};

inline constexpr int sampleGroups = 5;
inline constexpr int sampleGroupSize = 8;

/// Patient 0 is Maya Bell, patient 1 Jordan Lake, both of group 0.
[[nodiscard]] QList<SamplePatient> samplePatients();
/// The counselors and peer guides of the groups, in the order of the groups, then the others.
[[nodiscard]] QList<SampleStaff> sampleStaff();
[[nodiscard]] QList<SampleRoom> sampleRooms();

// Positions in sampleStaff() and sampleRooms().
inline constexpr int sampleGuides = sampleGroups;
inline constexpr int samplePrescriber = 2 * sampleGroups;
inline constexpr int sampleTeacher = samplePrescriber + 1;
inline constexpr int sampleYogaTeacher = samplePrescriber + 2;
inline constexpr int sampleOffices = sampleGroups;
inline constexpr int sampleClassroom = 2 * sampleGroups;
inline constexpr int sampleStudio = sampleClassroom + 1;

} // namespace handrail::clinic
