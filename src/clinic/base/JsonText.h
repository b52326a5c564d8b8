// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QHash>
#include <optional>
#include <utility>

namespace handrail::clinic {

// JSON as text. Resources are stored as the client wrote them (number precision and order of elements kept); only id and meta are
// replaced. So these functions cut text, they do not build it anew.

/// The members of the outermost object, in order, as views into `text`: name without quotes, value with its own.
using Members = QList<std::pair<QByteArrayView, QByteArrayView>>;

/// nullopt when `text` is not one JSON object in good order, is deeper than 64 levels, has more than 1000 members in one object or one
/// of them twice, or has an escape in a member's name. Values inside are checked for shape, not for meaning.
[[nodiscard]] std::optional<Members> readMembers(QByteArrayView text);

/// The items of a JSON array, as views. nullopt as above.
[[nodiscard]] std::optional<QList<QByteArrayView>> readItems(QByteArrayView text);

/// The value of a member; empty when absent.
[[nodiscard]] QByteArrayView member(const Members &members, QByteArrayView name);

/// A resource's text with resourceType, id and meta in front and all else as it was.
[[nodiscard]] QByteArray withIdentity(const Members &members, const QByteArray &type, const QByteArray &id, const QByteArray &meta);

/// The text with each string value `from` of a `reference` or `url` member replaced (Bundle transactions, urn:uuid).
[[nodiscard]] QByteArray withReferences(const QByteArray &text, const QHash<QByteArray, QByteArray> &replacements);

/// A JSON string with quotes.
[[nodiscard]] QByteArray quoted(QByteArrayView utf8);

} // namespace handrail::clinic
