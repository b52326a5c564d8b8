// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fakes/FakeHttpServer.h"
#include "fakes/SigningKey.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

namespace handrail {

/// Who signs in at a FakeFhirServer. Invented people.
struct FakePerson {
    QString subject = QStringLiteral("sub-maya");
    QString fhirUser = QStringLiteral("Patient/p1");
    QString patient = QStringLiteral("p1");
};

/// A small FHIR R4 server with SMART sign-in on loopback, for tests. It follows the specifications and is strict about the app: a
/// path that it does not know, a record asked for without Authorization, a token request with it, a wrong Accept or Content-Type, an
/// authorization request without PKCE fail the running test. Any path can be given another answer with route() and once().
class FakeFhirServer final : public FakeHttpServer
{
    Q_OBJECT
public:
    struct Tokens {
        QString access;
        QString refresh;
    };
    using ClaimsEditor = std::function<void(QJsonObject &header, QJsonObject &claims)>;

    FakeFhirServer();

    [[nodiscard]] QUrl base() const { return url(QStringLiteral("/fhir/R4")); }
    /// The path of something below the base, for route() and requestsTo().
    [[nodiscard]] static QString at(const QString &path) { return QStringLiteral("/fhir/R4/") + path; }

    [[nodiscard]] QJsonObject smartConfiguration() const;
    void setSmartConfiguration(const QJsonObject &configuration);

    void setPerson(const FakePerson &person) { m_person = person; }
    /// What the token reply says; empty: what was asked.
    void setGrantedScope(const QString &scope) { m_grantedScope = scope; }
    /// Left out of the token reply when negative.
    void setExpiresIn(int seconds) { m_expiresIn = seconds; }
    /// The time of this server, for its Date header and its id_tokens. It stands still.
    void setNow(const QDateTime &now) { m_now = now; }
    [[nodiscard]] QDateTime now() const { return m_now; }
    /// Changes each id_token before it is signed.
    void setClaimsEditor(ClaimsEditor editor) { m_editClaims = std::move(editor); }
    /// Signs with another key than the one in the key set.
    void setSigner(const SigningKey *key) { m_signer = key; }
    /// The same for all servers of a process, since making one takes a while.
    [[nodiscard]] static const SigningKey &key();

    /// Tokens as after a sign-in.
    Tokens issueTokens();
    /// The access token answers 401 from now on.
    void endAccess(const QString &accessToken) { m_access.removeAll(accessToken); }
    /// Every refresh answers invalid_grant from now on.
    void endFamily();
    /// The same, and as our clinic does it says that nothing is shared, until the next sign-in.
    void endSharing();
    [[nodiscard]] const QStringList &revoked() const { return m_revoked; }

    /// What a search for the type finds and a read of the id gives.
    void setRecords(const QString &type, const QList<QJsonObject> &records) { m_records[type] = records; }
    /// No record of any type that the app asks for; each search finds nothing.
    void setNoRecords();
    /// Records that were created here.
    [[nodiscard]] QList<QJsonObject> created() const { return m_created; }

protected:
    FakeReply handle(const FakeRequest &request) override;

private:
    [[nodiscard]] QString at(const char *path) const { return at(QString::fromLatin1(path)); }
    FakeReply authorize(const FakeRequest &request);
    FakeReply token(const FakeRequest &request);
    FakeReply redeem(const FakeRequest &request);
    FakeReply refresh(const FakeRequest &request);
    FakeReply tokenReply(const Tokens &tokens, const QString &scope, const QString &nonce);
    FakeReply record(const FakeRequest &request);
    FakeReply create(const FakeRequest &request, const QString &type);
    FakeReply search(const QString &type) const;
    void check(bool isRight, const FakeRequest &request, const char *rule);
    [[nodiscard]] FakeReply dated(FakeReply reply) const;

    struct Code {
        QString challenge;
        QString redirect;
        QString scope;
        QString nonce;
        bool isUsed = false;
    };

    const SigningKey *m_signer = nullptr;
    FakePerson m_person;
    QString m_grantedScope;
    int m_expiresIn = 600;
    QDateTime m_now;
    ClaimsEditor m_editClaims;
    QMap<QString, Code> m_codes;
    QStringList m_access;
    QString m_refresh;         ///< the one that is good
    QString m_previousRefresh; ///< gives the same new pair while that was not used
    Tokens m_lastPair;
    bool m_isSharingOver = false;
    QStringList m_revoked;
    QMap<QString, QList<QJsonObject>> m_records;
    QList<QJsonObject> m_created;
    int m_counter = 0;
};

} // namespace handrail
