// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Http.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace handrail::clinic {

/// The Parameters that an operation takes (FHIR R4 section 2.1.27.10): flat ones, by name.
class Parameters
{
public:
    /// Reads a body that came. What is none, or holds a parameter without a name, is as one without any.
    explicit Parameters(const QJsonObject &body);

    /// The value of the first one of that name with that choice ("valueCode"); undefined when there is none.
    [[nodiscard]] QJsonValue value(const char *name, const char *choice) const;
    [[nodiscard]] QString text(const char *name, const char *choice) const { return value(name, choice).toString(); }
    [[nodiscard]] QStringList texts(const char *name, const char *choice) const;
    /// Each name is one of `known`.
    [[nodiscard]] bool hasOnly(const QStringList &known) const;

private:
    QJsonArray m_list;
};

/// Writes the Parameters of an answer.
class ParametersAnswer
{
public:
    ParametersAnswer &add(const char *name, const char *choice, const QJsonValue &value);
    /// 200, never kept in a cache.
    [[nodiscard]] Reply reply() const;

private:
    QJsonArray m_list;
};

/// An OperationOutcome that an app can act on: `issue.code` as FHIR has it, `issue.details.coding` the reason (HR/CodeSystem/family-refusal),
/// and with a time also the extension HR/StructureDefinition/opens-at. Constant words only.
[[nodiscard]] Reply refused(int status, const char *code, const char *reason, const char *words, const QByteArray &opensAt = {});

/// One line of a person's own: no control characters, trimmed, 1 to `most` long. Empty otherwise.
[[nodiscard]] QString plainLine(const QString &text, qsizetype most);

} // namespace handrail::clinic
