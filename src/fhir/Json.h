// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <simdjson.h>
#include <string_view>
#include <vector>

namespace handrail::fhir {

inline constexpr qsizetype maximumBytes = 10 * 1024 * 1024;
inline constexpr std::size_t maximumDepth = 64;

/// A place in a parsed resource. A path that is not there gives a node that is not valid, and every question to such a node has an
/// empty answer, so that an absent element never needs a special case.
class Node
{
public:
    Node() = default;
    explicit Node(simdjson::dom::element element)
        : m_element(element)
        , m_isValid(true)
    {
    }

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] bool isObject() const { return m_isValid && m_element.is_object(); }
    /// Only of a valid node.
    [[nodiscard]] simdjson::dom::element element() const { return m_element; }
    /// The member of an object; the last one where a key is written twice.
    [[nodiscard]] Node operator[](std::string_view key) const;
    /// The items of an array; empty for anything else.
    [[nodiscard]] std::vector<Node> items() const;
    /// The string as it is written, for comparing codes. Empty for anything else.
    [[nodiscard]] std::string_view view() const;
    /// A code, id or url: the string, or empty when it is longer than 2048 bytes or holds control characters.
    [[nodiscard]] QString code() const;
    /// Text for people on one line, cleaned (ShownText.h).
    [[nodiscard]] QString line() const;
    /// Text for people that may have several lines, cleaned.
    [[nodiscard]] QString lines() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> boolean() const;
    /// The text `key` in this language where the server gives that translation (R4 extension "translation"); else as it is written.
    /// `language` is a BCP 47 primary tag, "es"; empty: as it is written.
    [[nodiscard]] Node said(std::string_view key, const QString &language) const;
    /// How often a key is written in this object.
    [[nodiscard]] int countOf(std::string_view key) const;

    /// The first extension with this url.
    [[nodiscard]] Node extension(std::string_view url) const;
    /// The code of the first coding of a CodeableConcept that has this system.
    [[nodiscard]] std::string_view codeIn(std::string_view system) const;
    /// CodeableConcept.text, or the first display of its codings.
    [[nodiscard]] QString conceptText(const QString &language = {}) const;

private:
    simdjson::dom::element m_element;
    bool m_isValid = false;
};

/// A parsed JSON text and the memory that its nodes point into.
class Json
{
public:
    /// An object of at most 10 MB and 64 levels. NotFhir for HTML and for JSON that is no object; BadData for the rest. A byte order mark
    /// is passed over; half of a surrogate pair reads as U+FFFD.
    [[nodiscard]] static Result<Json> parse(QByteArrayView text);
    enum class IdRule { Required, Optional };
    /// As parse(), and its resourceType is `type`: BadData for another type or an unusable id. Optional is for what the app writes itself:
    /// that has no id before the server gave one.
    [[nodiscard]] static Result<Json> parseResource(QByteArrayView text, std::string_view type, IdRule rule = IdRule::Required);

    /// As parseResource(), and its status, by the name that this has there, is not entered-in-error: NotFound.
    [[nodiscard]] static Result<Json> parseMeant(QByteArrayView text, std::string_view type, IdRule rule = IdRule::Required,
                                                 std::string_view status = "status");

    [[nodiscard]] Node root() const { return m_root; }
    /// More than this reader holds: a number (1e999, 30 digits) or too many levels. The text around it can still be read.
    [[nodiscard]] static bool isBeyondUs(const Problem &problem);

private:
    std::unique_ptr<simdjson::dom::parser> m_parser;
    Node m_root;
};

/// A copy for simdjson, with its padding and without a byte order mark, in which each lone surrogate escape is replaced by \ufffd. The
/// length stays, so that positions in the copy are positions in `text` after its mark.
[[nodiscard]] simdjson::padded_string paddedCopy(QByteArrayView text);
/// 3 when the text starts with a UTF-8 byte order mark, else 0.
[[nodiscard]] qsizetype markLength(QByteArrayView text);
/// The problem with something that is not even the start of a JSON object, if that is what it is.
[[nodiscard]] std::optional<Problem> problemOfStart(QByteArrayView text);
/// FHIR id: [A-Za-z0-9-.]{1,64}.
[[nodiscard]] bool isId(std::string_view id);
/// A resource type's name: letters only, the first a capital.
[[nodiscard]] bool isTypeName(std::string_view name);

[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace handrail::fhir
