// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <initializer_list>
#include <utility>

namespace handrail::clinic::words {

// Short words for records that the clinic writes itself.

using Members = std::initializer_list<std::pair<QLatin1String, QJsonValue>>;

[[nodiscard]] inline QJsonObject object(Members members)
{
    QJsonObject made;
    for (const auto &[key, value] : members)
        made.insert(key, value);
    return made;
}

[[nodiscard]] inline QJsonArray list(std::initializer_list<QJsonValue> values)
{
    return QJsonArray(values);
}

/// A Reference, with a display unless that is empty.
[[nodiscard]] QJsonObject reference(QLatin1String type, const QString &id, const QString &display = {});
[[nodiscard]] QJsonObject coding(const QString &system, const QString &code, const QString &display = {});
/// A CodeableConcept with one coding.
[[nodiscard]] QJsonObject codeable(const QString &system, const QString &code, const QString &display = {});
/// A CodeableConcept of one of our own code systems.
[[nodiscard]] QJsonObject ours(QLatin1String system, const QString &code, const QString &display = {});
[[nodiscard]] QJsonObject identifier(const QString &system, const QString &value);
/// The extension of an element that says it in another language too (R4 extension "translation").
[[nodiscard]] QJsonObject translation(const QString &language, const QString &words);
/// The label of records that US law guards most (42 CFR Part 2); every record about a patient carries it.
[[nodiscard]] QJsonObject guarded();

} // namespace handrail::clinic::words
