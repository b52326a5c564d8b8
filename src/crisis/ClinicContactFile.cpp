// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "crisis/ClinicContactFile.h"

#include "content/CrisisPack.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace handrail {

namespace {

constexpr qint64 maximumBytes = 4096;
constexpr qsizetype maximumText = 200;
constexpr qsizetype maximumAddress = 1000;

bool isPlain(const QString &text)
{
    return text.size() <= maximumText && text.isValidUtf16() && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format && !c.isNonCharacter();
           });
}

/// As QUrl::FullyEncoded gives it; empty counts.
bool isEncodedAddress(const QString &text)
{
    return text.size() <= maximumAddress
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c > QLatin1Char(' ') && c <= QLatin1Char('~'); });
}

QString nameOf(Monitoring monitoring)
{
    switch (monitoring) {
    case Monitoring::BusinessHours: return QStringLiteral("business-hours");
    case Monitoring::AroundTheClock: return QStringLiteral("24x7");
    case Monitoring::None: break;
    }
    return QStringLiteral("none");
}

Monitoring monitoringNamed(const QString &name)
{
    for (const Monitoring monitoring : {Monitoring::BusinessHours, Monitoring::AroundTheClock}) {
        if (nameOf(monitoring) == name)
            return monitoring;
    }
    return Monitoring::None;
}

} // namespace

bool isUsable(const ClinicContact &contact)
{
    return !contact.name.trimmed().isEmpty() && isPlain(contact.name) && isPlain(contact.hours) && isDiallable(contact.phone);
}

std::optional<KeptClinic> ClinicContactFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray json = file.read(maximumBytes + 1);
    if (json.size() > maximumBytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const ClinicContact contact{object.value(QLatin1String("name")).toString(), object.value(QLatin1String("phone")).toString(),
                                object.value(QLatin1String("hours")).toString(),
                                monitoringNamed(object.value(QLatin1String("monitoring")).toString())};
    if (object.value(QLatin1String("format")).toInt() != 1 || !isUsable(contact))
        return std::nullopt;
    const QString server = object.value(QLatin1String("server")).toString();
    return KeptClinic{contact, isEncodedAddress(server) ? server : QString()};
}

bool ClinicContactFile::write(const KeptClinic &clinic) const
{
    const ClinicContact &contact = clinic.contact;
    if (!isUsable(contact) || !isEncodedAddress(clinic.server))
        return false;
    const QJsonObject object{{QStringLiteral("format"), 1},
                             {QStringLiteral("name"), contact.name},
                             {QStringLiteral("phone"), contact.phone},
                             {QStringLiteral("hours"), contact.hours},
                             {QStringLiteral("monitoring"), nameOf(contact.monitoring)},
                             {QStringLiteral("server"), clinic.server}};
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return file.commit();
}

bool ClinicContactFile::remove() const
{
    return QFile::remove(m_path) || !QFile::exists(m_path);
}

} // namespace handrail
