// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <optional>
#include <utility>

namespace handrail::clinic {

/// The fields of a query string or of an application/x-www-form-urlencoded body.
class SmartForm
{
public:
    /// nullopt: a broken percent escape, bytes that are no UTF-8, a NUL, or more than 64 fields.
    [[nodiscard]] static std::optional<SmartForm> parse(QByteArrayView encoded);

    /// The first value of that name; empty when absent.
    [[nodiscard]] QString value(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;
    /// RFC 6749 3.1 and 3.2: a parameter must not be there twice.
    [[nodiscard]] bool hasRepeated() const;

private:
    QList<std::pair<QString, QString>> m_fields;
};

} // namespace handrail::clinic
