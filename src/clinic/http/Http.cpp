// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/http/Http.h"

namespace handrail::clinic {

QByteArray findHeader(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.size() == name.size() && qstrnicmp(key.constData(), name.data(), size_t(name.size())) == 0)
            return value;
    }
    return {};
}

QByteArray Request::header(QByteArrayView name) const
{
    return findHeader(headers, name);
}

} // namespace handrail::clinic
