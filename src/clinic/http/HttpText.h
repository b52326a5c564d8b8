// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Http.h"

#include <optional>
#include <string>
#include <string_view>

namespace handrail::clinic {

// HTTP/1.1 as text: what the parser of the library lets pass and we do not, and how an answer is written.

/// The head (up to and with the blank line) has no bare CR or LF, no folded line, no NUL or control character (RFC 9112 sections 2.2, 5.2).
[[nodiscard]] bool isCleanHead(std::string_view head);

/// A line feed without its carriage return: in a head or between chunks it ends nothing, so who sends it waits for ever.
[[nodiscard]] bool hasBareLineFeed(std::string_view text);

/// The value of a hexadecimal digit; -1 for any other character.
[[nodiscard]] int hexValue(char c);

/// The decoded path of a request target and its raw query. nullopt: not origin-form, a bad escape, an escaped slash, a control
/// character, a `.` or `..` segment, or not UTF-8.
struct Target {
    QString path;
    QByteArray query;
};
[[nodiscard]] std::optional<Target> readTarget(std::string_view target);

/// True when the client takes application/fhir+json, or JSON by another name (RFC 9110 section 12.5.1: the range that fits best counts, and
/// with q=0 it refuses).
[[nodiscard]] bool takesJson(QByteArrayView accept);

/// True when the client takes gzip (RFC 9110 section 12.5.3).
[[nodiscard]] bool takesGzip(QByteArrayView acceptEncoding);
/// The body as a gzip stream; empty when zlib fails.
[[nodiscard]] QByteArray gzipped(const QByteArray &body);

/// The head of an answer with Date, Content-Length and Connection. Control characters in names and values are dropped.
[[nodiscard]] std::string writeHead(const Reply &reply, bool isKeptAlive, const std::string &date);

/// `Sat, 21 Nov 2026 18:55:08 GMT`.
[[nodiscard]] std::string httpDate(qint64 secondsSinceEpoch);

} // namespace handrail::clinic
