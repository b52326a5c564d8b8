// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fakes/FakeDialer.h"
#include "fakes/OneDevice.h"
#include "view/InviteView.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <memory>

namespace handrail {

/// Of a test in which Maya Bell invites a relative, with a real store and real sockets.
class InviteBench : protected OneDevice
{
protected:
    void beginInviting()
    {
        using namespace Qt::StringLiterals;
        m_preferences.setLanguage(u"en"_s);
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_server->setRecords(u"Patient"_s,
                             {{{u"resourceType"_s, u"Patient"_s},
                               {u"id"_s, u"p1"_s},
                               {u"name"_s, QJsonArray{QJsonObject{{u"text"_s, u"Maya Bell"_s}}}}}});
        signIn();
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        makeInvite();
    }
    void endInviting()
    {
        m_invite.reset();
        end();
    }
    void makeInvite() { m_invite = std::make_unique<InviteView>(*m_account, m_clock, m_preferences, m_dialer); }

    /// Up to the page that is signed.
    void write(const QString &session = {}, const QString &name = QStringLiteral("Rosa Bell"))
    {
        m_invite->open(session);
        QCOMPARE(m_invite->state(), InviteView::Who);
        m_invite->setName(name);
        m_invite->next();
        QVERIFY2(m_invite->state() == InviteView::Permission, qPrintable(m_invite->nameError()));
    }
    [[nodiscard]] QList<FakeRequest> calls() const { return m_server->requestsTo(m_path); }
    /// By name, what the app said with it.
    [[nodiscard]] static QJsonObject parameters(const FakeRequest &request)
    {
        QJsonObject byName;
        for (const QJsonValue &one : QJsonDocument::fromJson(request.body).object().value(QLatin1String("parameter")).toArray()) {
            QJsonObject value = one.toObject();
            const QString name = value.take(QLatin1String("name")).toString();
            byName.insert(name, value.begin().value());
        }
        return byName;
    }

    [[nodiscard]] static FakeReply opened()
    {
        return FakeReply::json(
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"status\",\"valueCode\":\"open\"},"
            "{\"name\":\"link\",\"valueString\":\"AbCdEfGhIjKlMnOpQrStUv\"},{\"name\":\"code\",\"valueString\":\"K7M4P2\"},"
            "{\"name\":\"until\",\"valueInstant\":\"2026-12-21T20:20:00.000Z\"},"
            "{\"name\":\"consent\",\"valueReference\":{\"reference\":\"Consent/c9\"}},"
            "{\"name\":\"person\",\"valueReference\":{\"reference\":\"RelatedPerson/r9\"}}]}");
    }
    [[nodiscard]] static FakeReply outcome(int status, const QJsonObject &details = {})
    {
        using namespace Qt::StringLiterals;
        QJsonObject issue{{u"severity"_s, u"error"_s}, {u"code"_s, u"value"_s}};
        if (!details.isEmpty())
            issue.insert(u"details"_s, details);
        return FakeReply::json(
            QJsonDocument(QJsonObject{{u"resourceType"_s, u"OperationOutcome"_s}, {u"issue"_s, QJsonArray{issue}}}).toJson(),
            status);
    }
    [[nodiscard]] static FakeReply refused(const QByteArray &code, int status = 422)
    {
        using namespace Qt::StringLiterals;
        const QJsonObject coding{{u"system"_s, canonical(u"CodeSystem/family-refusal")}, {u"code"_s, QString::fromLatin1(code)}};
        return outcome(status, {{u"coding"_s, QJsonArray{coding}}});
    }

    const QString m_path = FakeFhirServer::at(QStringLiteral("Patient/p1/$invite"));
    Preferences m_preferences{QString()};
    FakeDialer m_dialer;
    std::unique_ptr<InviteView> m_invite;
};

} // namespace handrail
