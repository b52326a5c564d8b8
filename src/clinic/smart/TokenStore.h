// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Access.h"
#include "clinic/base/Database.h"
#include "core/Clock.h"

#include <QHash>
#include <chrono>
#include <optional>

namespace handrail::clinic {

/// Authorization codes, access tokens and refresh tokens, and the families that bind those of one sign-in together. Only their SHA-256 is
/// kept. On the server's thread only; what other threads and processes write is seen at once.
class TokenStore
{
public:
    /// One sign-in that a person allowed.
    struct Grant {
        QString accountId;
        QString clientId;
        QString fhirUser;
        QString patientId;
        QStringList scopes;
    };

    struct CodeTerms {
        QString redirectUri;
        QString challenge; ///< PKCE S256
        QString nonce;     ///< of OpenID Connect; may be empty
    };

    struct Tokens {
        Grant grant; ///< scopes: those of this access token
        QString accessToken;
        QString refreshToken; ///< empty without offline_access
        std::chrono::seconds expiresIn{};
        bool isFirst = false; ///< of a code; not of a refresh
        QString nonce;        ///< of the code's request; may be empty
    };

    enum class Refusal { InvalidGrant, InvalidScope, Unavailable };

    template <typename T>
    using Answer = tl::expected<T, Refusal>;

    static constexpr std::chrono::seconds codeLifetime{60};
    static constexpr std::chrono::minutes accessLifetime{10};
    static constexpr std::chrono::hours refreshIdle{30 * 24};
    static constexpr std::chrono::hours refreshAbsolute{180 * 24};
    static constexpr std::chrono::seconds grace{30};
    static constexpr std::chrono::seconds codeGrace{10};

    TokenStore(Database &database, const Clock &clock);

    /// The tables, for Database::addArea("tokens", ...), after "accounts".
    [[nodiscard]] static QList<QStringList> schema();

    [[nodiscard]] Answer<QString> newCode(const Grant &grant, const CodeTerms &terms);
    /// newCode() inside a transaction of the caller's.
    [[nodiscard]] Answer<QString> insertCode(const Grant &grant, const CodeTerms &terms);
    /// One use. Any failure burns the code. A second use is refused and ends the whole family (RFC 6749 4.1.2), but not when the app
    /// itself, with the right verifier, asks once more within 10 s and before it used any token: then our first answer was lost.
    [[nodiscard]] Answer<Tokens> exchanged(const QString &code, const QString &clientId, const QString &redirectUri,
                                           const QString &verifier);
    /// Rotates. The same old token within 30 s gives the same new pair while that was never used; later use of it ends the family
    /// (design api 2.2). `scope`: empty, or less than was granted.
    [[nodiscard]] Answer<Tokens> refreshed(const QString &refreshToken, const QString &clientId, const QString &scope);
    /// What this refresh token of the client's was given for; also when it has ended, as long as it is known.
    [[nodiscard]] std::optional<Grant> grantOf(const QString &refreshToken, const QString &clientId) const;
    /// A refresh token ends its family, an access token itself. Unknown ones are fine (RFC 7009 2.2). False: the database refused.
    [[nodiscard]] bool revoke(const QString &token, const QString &clientId);
    [[nodiscard]] bool revokeAccount(const QString &accountId);
    [[nodiscard]] bool revokeIdentity(const QString &fhirUser, const QString &patientId);

    [[nodiscard]] std::optional<Access> check(const QByteArray &bearer);

    /// Deletes what ended more than a day ago.
    void purge();

private:
    struct Known {
        Access access;
        qint64 expires = 0;
    };
    struct Family;

    [[nodiscard]] qint64 now() const;
    [[nodiscard]] bool wasWrittenElsewhere();
    /// One of its tokens came back, so the answer that held it arrived.
    [[nodiscard]] bool noteArrival(const QString &family);
    [[nodiscard]] bool endFamily(const QString &family);
    [[nodiscard]] bool insertToken(const QByteArray &hash, int kind, const QString &family, const QString &scope, qint64 expires);
    [[nodiscard]] std::optional<Tokens> newPair(const QString &family, const Grant &grant, qint64 familyEnds);
    [[nodiscard]] Answer<Tokens> rotated(const QByteArray &oldHash, const QString &oldToken, const Family &family,
                                         const QString &scope);
    [[nodiscard]] std::optional<Tokens> withinGrace(const QString &oldToken, const QByteArray &sealedPair, qint64 retired,
                                                    const Family &family) const;

    Database &m_database;
    const Clock &m_clock;
    QHash<QByteArray, Known> m_known; ///< by SHA-256
    qint64 m_dataVersion = -1;
    Database::CommitMark m_commitMark;
};

} // namespace handrail::clinic
