// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fakes/FakeHttpServer.h"

#include <QDateTime>
#include <QTimeZone>

namespace handrail::joining {

// A video session, and what a clinic answers to the tap of Join; ' stands for ".

inline const QString madeLink = QStringLiteral("https://meet.example/rooms/r1?jwt=secret.of.one");
inline const QDateTime start(QDate(2026, 11, 18), QTime(22, 30), QTimeZone::utc());

inline FakeReply json(int status, const QByteArray &text)
{
    return FakeReply::json(QByteArray(text).replace('\'', '"'), status);
}

inline FakeReply refusal(const QByteArray &reason, const QByteArray &more = {})
{
    return json(409,
                "{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'business-rule','details':{'coding':[{"
                "'system':'https://handrail.example/fhir/CodeSystem/family-refusal','code':'"
                    + reason + "'}]}" + more + "}]}");
}

inline FakeReply tooEarly(const QByteArray &opensAt)
{
    return refusal("too-early",
                   ",'extension':[{'url':'https://handrail.example/fhir/StructureDefinition/opens-at','valueInstant':'" + opensAt
                       + "'}]");
}

inline FakeReply good()
{
    return json(200,
                "{'resourceType':'Parameters','parameter':[{'name':'url','valueUri':'" + madeLink.toLatin1()
                    + "'},{'name':'until','valueInstant':'2026-11-18T22:30:00Z'}]}");
}

inline QByteArray appointment(bool hasAddress, const QDateTime &at, const char *status)
{
    const QByteArray address =
        hasAddress ? QByteArray(",{'url':'address','valueUrl':'https://video.example/staff'}") : QByteArray();
    return QByteArray("{'resourceType':'Appointment','id':'a1','meta':{'versionId':'1','lastUpdated':'2026-11-01T00:00:00Z'},"
                      "'status':'"
                      + QByteArray(status) + "','start':'" + at.toString(Qt::ISODate).toLatin1() + "','end':'"
                      + at.addSecs(3000).toString(Qt::ISODate).toLatin1()
                      + "','description':'Family session','extension':[{'url':'http://hl7.org/fhir/5.0/StructureDefinition/"
                        "extension-Appointment.virtualService','extension':[{'url':'channelType','valueCoding':{'code':'video'}}"
                      + address + "]}],'participant':[{'actor':{'reference':'Patient/p1'},'status':'accepted'}]}")
        .replace('\'', '"');
}

} // namespace handrail::joining
