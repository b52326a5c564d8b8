// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QString>
#include <QStringView>
#include <QUuid>

namespace handrail {

/// The canonical base of every code system, extension and questionnaire that Handrail defines. Frozen in data: never change it.
inline constexpr QStringView canonicalBase = u"https://handrail.example/fhir";

/// `https://handrail.example/fhir/` + path.
[[nodiscard]] QString canonical(QStringView path);

/// The system of identifiers that the app makes itself (FHIR R4 datatypes, Identifier).
inline constexpr QStringView uriSystem = u"urn:ietf:rfc:3986";

/// A new random identifier (UUID v4) for something that happens once.
[[nodiscard]] QUuid newId();

/// The identifier of a scheduled check-in (UUID v5): two devices, or a reinstall, make the same one for the same day and slot.
/// `localDate` is the patient's local date when answering, `questionnaire` the canonical without its version.
[[nodiscard]] QUuid scheduledId(const QString &patientId, const QString &questionnaire, const QDate &localDate,
                                const QString &slot);

/// The identifier of the answers to a form that a Task asks for (UUID v5), for the same reason. `questionnaire` without its version.
[[nodiscard]] QUuid assignedId(const QString &patientId, const QString &questionnaire, const QString &taskId);

/// `urn:uuid:` + the id in lower case without braces.
[[nodiscard]] QString urn(const QUuid &id);

} // namespace handrail
