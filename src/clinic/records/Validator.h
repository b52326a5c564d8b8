// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/TypeTable.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace handrail::clinic {

/// One thing that is wrong with a resource. Holds where and what kind, never the value: the words are constant, but for names of elements.
struct Issue {
    const char *code = "invalid"; ///< issue-type of FHIR R4
    QString expression;           ///< Appointment.participant[0].status
    QByteArray text;
};

/// Checks a resource against the structure definitions: known elements, cardinality, primitive formats, required codes, types of
/// references, extensions, contained resources, and the rules across elements that types of section 1 of the contract have.
class Validator
{
public:
    explicit Validator(const TypeTable &types)
        : m_types(types)
    {
    }
    /// At most 20 issues; empty when the resource is good. `resource` is an object of a type in the table.
    [[nodiscard]] QList<Issue> check(const QJsonObject &resource) const;

private:
    struct Place;
    struct Run;
    void checkResource(Run &run, const QJsonObject &resource, const Place &place, bool isContained) const;
    void checkStructure(Run &run, const Structure &structure, const QJsonObject &object, const Place &place, bool isResource) const;
    void checkElement(Run &run, const Element &element, const QString &type, const QJsonValue &value, const Place &place) const;
    void checkValue(Run &run, const Element &element, const QString &type, const QJsonValue &value, const Place &place) const;
    void checkReference(Run &run, const Element &element, const QJsonObject &reference, const Place &place) const;
    void checkExtensions(Run &run, const QJsonValue &value, const Place &place) const;
    void checkRules(Run &run, const QJsonObject &resource, const Place &place) const;

    const TypeTable &m_types;
};

/// FHIR id: 1 to 64 letters, digits, `-` or `.`.
[[nodiscard]] bool isId(QStringView text);

} // namespace handrail::clinic
