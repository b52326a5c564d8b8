// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <map>

namespace handrail::clinic {

/// One element of a structure: a line ` name min..max types [>targets] [=codes]` of definitions/elements.txt.
struct Element {
    QString name; ///< `value[x]` keeps its bracket
    int min = 0;
    bool isList = false;
    QStringList types;   ///< FHIR type names; `@Path` stands for the structure of that name
    QStringList targets; ///< allowed types of a reference; empty when any
    QStringList codes;   ///< allowed values of a code (required binding); empty when not checked
};

/// The elements of one structure: a resource, a data type, or a part of either ("Appointment.participant").
struct Structure {
    QString name;
    QList<Element> elements;
    QHash<QString, std::pair<int, QString>> byKey; ///< JSON key -> element and its type; choices are spelt out (valueString)
};

enum class SearchKind { Token, Reference, Date, String, Uri };

/// A search parameter: where its values are, and what they are.
struct SearchParameter {
    QString name;
    QString indexed; ///< "Appointment.status": its name in the index
    SearchKind kind = SearchKind::Token;
    QStringList paths; ///< dotted; `telecom.where(phone)` keeps the ContactPoints of that system
    QString target;    ///< only references to this type; empty when any
};

/// Records of a type that are kept from patients, relatives, or both, whatever their sign-in and a Consent say.
struct Hiding {
    enum class When { Has, Lacks, NotOwn };
    bool isFromPatient = false; ///< else from relatives alone
    When when = When::Has;      ///< the code stands at the path; it does not; the record is not in the person's own compartment
    QString path;
    QString system;
    QString code;
};

/// All the clinic knows about one resource type. Read from definitions/types.txt: no type has code of its own.
struct ResourceType {
    QString name;
    QStringList patientPaths; ///< `id` for Patient itself
    QStringList relatedPaths;
    bool isOpen = false;
    bool needsMatch = false;
    QString patientMay; ///< letters of c, u, d
    QString relativeMay;
    QStringList authorNames;
    QStringList changeable;
    QStringList changeableToLater;          ///< a time that may only move on
    QHash<QString, QStringList> nextStates; ///< by the state before, `*` for any other; empty when the type has no such rule
    /// A patient's or relative's update may lead from one state to the other.
    [[nodiscard]] bool mayBecome(const QString &from, const QString &to) const;
    QList<Hiding> hidings;
    QStringList relativeFind;
    QStringList includes;
    QList<QStringList> rules; ///< across elements: {any a b}, {together a b}, {needs a status...}
    QList<SearchParameter> parameters;
    [[nodiscard]] const SearchParameter *parameter(QStringView name) const;
};

/// The one table of resource types, their elements and search parameters. Made once at start and never changed.
class TypeTable
{
public:
    TypeTable();
    /// Null when the clinic does not keep that type.
    [[nodiscard]] const ResourceType *type(const QString &name) const;
    /// Null when there is no such structure.
    [[nodiscard]] const Structure *structure(const QString &name) const;
    [[nodiscard]] const std::map<QString, ResourceType> &types() const { return m_types; }

private:
    void readElements(const QByteArray &text);
    void readTypes(const QByteArray &text);

    std::map<QString, ResourceType> m_types;
    QHash<QString, Structure> m_structures;
};

} // namespace handrail::clinic
