// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartForm.h"

#include "clinic/http/HttpText.h"

#include <QStringDecoder>
#include <QSet>

namespace handrail::clinic {

namespace {

std::optional<QString> decoded(QByteArrayView in)
{
    QByteArray bytes;
    bytes.reserve(in.size());
    for (qsizetype i = 0; i < in.size(); ++i) {
        char c = in[i];
        if (c == '+') {
            c = ' ';
        } else if (c == '%') {
            if (i + 2 >= in.size())
                return std::nullopt;
            const int high = hexValue(in[i + 1]);
            const int low = hexValue(in[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (c == '\0')
            return std::nullopt;
        bytes.append(c);
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8(bytes);
    if (utf8.hasError())
        return std::nullopt;
    return text;
}

} // namespace

std::optional<SmartForm> SmartForm::parse(QByteArrayView encoded)
{
    constexpr qsizetype maxFields = 64;
    SmartForm form;
    qsizetype from = 0;
    while (from <= encoded.size()) {
        qsizetype to = from;
        while (to < encoded.size() && encoded[to] != '&')
            ++to;
        const QByteArrayView field = encoded.sliced(from, to - from);
        from = to + 1;
        if (field.isEmpty())
            continue;
        qsizetype equals = 0;
        while (equals < field.size() && field[equals] != '=')
            ++equals;
        const auto name = decoded(field.first(equals));
        const auto value = decoded(equals < field.size() ? field.sliced(equals + 1) : QByteArrayView());
        if (!name || !value || form.m_fields.size() >= maxFields)
            return std::nullopt;
        form.m_fields.append({*name, *value});
    }
    return form;
}

QString SmartForm::value(QStringView name) const
{
    for (const auto &[key, value] : m_fields) {
        if (key == name)
            return value;
    }
    return {};
}

bool SmartForm::has(QStringView name) const
{
    for (const auto &field : m_fields) {
        if (field.first == name)
            return true;
    }
    return false;
}

bool SmartForm::hasRepeated() const
{
    QSet<QString> seen;
    for (const auto &field : m_fields) {
        if (seen.contains(field.first))
            return true;
        seen.insert(field.first);
    }
    return false;
}

} // namespace handrail::clinic
