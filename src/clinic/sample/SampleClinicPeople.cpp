// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicPeople.h"

#include <array>

namespace handrail::clinic {

namespace {

using Words = QStringView;

constexpr std::array<Words, 40> givenNames{u"Maya",  u"Jordan", u"Ines", u"Caleb", u"Noor",  u"Wes",   u"Talia", u"Omar",
                                           u"Greta", u"Felix",  u"Asha", u"Boone", u"Celia", u"Dev",   u"Edie",  u"Franco",
                                           u"Hana",  u"Ivo",    u"June", u"Kofi",  u"Lena",  u"Milo",  u"Nadia", u"Oscar",
                                           u"Petra", u"Quinn",  u"Rafa", u"Sadie", u"Tomas", u"Uma",   u"Vance", u"Willa",
                                           u"Yusuf", u"Zora",   u"Abel", u"Bea",   u"Cyrus", u"Delia", u"Emil",  u"Flora"};

constexpr std::array<Words, 40> familyNames{
    u"Bell",     u"Lake",      u"Ashdale",   u"Birchley",  u"Covewell",  u"Dunmoor",    u"Elmsworth", u"Fernway",
    u"Glenrow",  u"Heathcote", u"Ivybrook",  u"Juniper",   u"Kestrelle", u"Larkmead",   u"Mossley",   u"Nettlefold",
    u"Oakhurst", u"Pinewell",  u"Quillow",   u"Reedham",   u"Sedgeley",  u"Thornby",    u"Umberly",   u"Valemont",
    u"Willowby", u"Yarrow",    u"Zephyrine", u"Alderton",  u"Briarly",   u"Cloverley",  u"Dewhurst",  u"Eastmere",
    u"Foxglen",  u"Gorsedale", u"Hazelton",  u"Inglenook", u"Jasperley", u"Kingfisher", u"Lindenway", u"Marshby"};

constexpr std::array<Words, 20> relativeNames{u"Alma", u"Bruno", u"Clara", u"Dario", u"Elsa", u"Frank", u"Gina",
                                              u"Hugo", u"Irma",  u"Joel",  u"Kira",  u"Lou",  u"Mina",  u"Nils",
                                              u"Opal", u"Perry", u"Ruth",  u"Saul",  u"Tess", u"Vera"};

struct Relation {
    Words code;
    Words name;
};
constexpr std::array<Relation, 6> relations{{{u"SIS", u"sister"},
                                             {u"BRO", u"brother"},
                                             {u"MTH", u"mother"},
                                             {u"FTH", u"father"},
                                             {u"SPS", u"spouse"},
                                             {u"FRND", u"friend"}}};

SampleRelative relative(const SamplePatient &patient, int number)
{
    const int position = 2 * patient.index + number;
    const Relation &relation = relations[std::size_t(position) % relations.size()];
    SampleRelative person;
    person.id = u'r' + patient.id.mid(1) + u'-' + QString::number(number + 1);
    person.given = relativeNames[std::size_t(position * 7) % relativeNames.size()].toString();
    person.family =
        relation.code == u"FRND" ? familyNames[std::size_t(position + 11) % familyNames.size()].toString() : patient.family;
    person.relationCode = relation.code.toString();
    person.relation = relation.name.toString();
    person.joinsFamily = number == 0;
    return person;
}

void name(SampleRelative &person, Words given, const Relation &relation, const QString &family)
{
    person.given = given.toString();
    person.family = family;
    person.relationCode = relation.code.toString();
    person.relation = relation.name.toString();
}

} // namespace

QList<SamplePatient> samplePatients()
{
    QList<SamplePatient> list;
    for (int index = 0; index < sampleGroups * sampleGroupSize; ++index) {
        SamplePatient patient;
        patient.index = index;
        patient.group = index / sampleGroupSize;
        patient.member = index % sampleGroupSize;
        patient.id = u'p' + QString::number(100 * (patient.group + 1) + patient.member + 1);
        patient.given = givenNames[std::size_t(index)].toString();
        patient.family = familyNames[std::size_t(index)].toString();
        patient.birth = QDate(1972 + (index * 11) % 32, 1 + (index * 5) % 12, 1 + (index * 7) % 28);
        patient.hasMedicine = index % 2 == 0;
        patient.relatives = {relative(patient, 0), relative(patient, 1)};
        list << patient;
    }
    name(list[0].relatives[0], u"Rosa", relations[0], list[0].family);
    name(list[0].relatives[1], u"Luis", relations[3], list[0].family);
    name(list[1].relatives[0], u"Lee", relations[1], list[1].family);
    list[1].relatives[0].isRevoked = true;
    return list;
}

QList<SampleStaff> sampleStaff()
{
    struct Person {
        Words given;
        Words family;
    };
    constexpr std::array<Person, sampleGroups> counselors{
        {{u"Dana", u"Ruiz"}, {u"Nora", u"Field"}, {u"Theo", u"Marsh"}, {u"Iris", u"Vale"}, {u"Owen", u"Brook"}}};
    constexpr std::array<Person, sampleGroups> guides{
        {{u"Sam", u"Ortiz"}, {u"Jo", u"Hollow"}, {u"Ray", u"Stone"}, {u"Liv", u"Harrow"}, {u"Gus", u"Plover"}}};

    QList<SampleStaff> list;
    const auto add = [&](const Person &person, Words prefix, Words role) {
        const QString shown =
            prefix.isEmpty() ? QString(person.given % u' ' % person.family) : QString(prefix % u' ' % person.family);
        list << SampleStaff{u's' + QString::number(list.size() + 1),
                            prefix.toString(),
                            person.given.toString(),
                            person.family.toString(),
                            shown,
                            role.toString()};
    };
    for (const Person &person : counselors)
        add(person, {}, u"Counselor");
    for (const Person &person : guides)
        add(person, {}, u"Peer guide");
    add({u"Amara", u"Okafor"}, u"Dr.", u"Prescriber");
    add({u"Ida", u"Frost"}, {}, u"Teacher");
    add({u"Mia", u"Reed"}, {}, u"Guide");
    return list;
}

QList<SampleRoom> sampleRooms()
{
    // The groups' rooms, then the counselors' own, both in the order of the groups.
    constexpr std::array<Words, 2 * sampleGroups + 2> names{u"Room 2", u"Room 1", u"Room 3", u"Room 4",  u"Room 6",    u"Room 5",
                                                            u"Room 7", u"Room 8", u"Room 9", u"Room 10", u"Classroom", u"Studio"};
    QList<SampleRoom> list;
    for (const Words &room : names)
        list << SampleRoom{u'l' + QString::number(list.size() + 1), room.toString()};
    return list;
}

} // namespace handrail::clinic
