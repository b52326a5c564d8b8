// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"

#include <sodium.h>

#include <array>

namespace handrail {

QString canonical(QStringView path)
{
    return canonicalBase + u'/' + path;
}

QUuid newId()
{
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

namespace {

QUuid named(const QString &name)
{
    static const QUuid space = QUuid::createUuidV5(
        QUuid(0x6ba7b811, 0x9dad, 0x11d1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8), canonicalBase.toString());
    return QUuid::createUuidV5(space, name);
}

} // namespace

QUuid scheduledId(const QString &patientId, const QString &questionnaire, const QDate &localDate, const QString &slot)
{
    return named(patientId + u'|' + questionnaire + u'|' + localDate.toString(Qt::ISODate) + u'|' + slot);
}

QUuid assignedId(const QString &patientId, const QString &questionnaire, const QString &taskId)
{
    return named(patientId + u'|' + questionnaire + QStringLiteral("|Task/") + taskId);
}

QString urn(const QUuid &id)
{
    return QStringLiteral("urn:uuid:") + id.toString(QUuid::WithoutBraces);
}

} // namespace handrail
