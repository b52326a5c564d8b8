// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// An id_token. The first byte says which part is hostile: the token as a whole, the key set, or claims and header that the clinic's own key
// has signed. No text may pass that this key has not signed, and no claims that are not ours.

#include "Fuzz.h"
#include "auth/IdToken.h"
#include "fakes/SigningKey.h"

#include <QJsonDocument>
#include <QJsonArray>
#include <memory>

namespace handrail::fuzz {

namespace {

// Made once: a key costs a second.
std::unique_ptr<SigningKey> key; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
QByteArray good;                 // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

const IdExpectation &expected()
{
    static const IdExpectation what{QStringLiteral("https://clinic.example/fhir"), QStringLiteral("handrail"),
                                    QStringLiteral("n-1"), QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC)};
    return what;
}

QJsonObject goodClaims()
{
    return {
        {QStringLiteral("iss"), expected().issuer},    {QStringLiteral("aud"), expected().audience},
        {QStringLiteral("nonce"), expected().nonce},   {QStringLiteral("exp"), double(expected().nowUtc.toSecsSinceEpoch() + 300)},
        {QStringLiteral("sub"), QStringLiteral("u1")}, {QStringLiteral("fhirUser"), QStringLiteral("Patient/p101")}};
}

QJsonObject headerFor()
{
    return {{QStringLiteral("alg"), QStringLiteral("RS256")}, {QStringLiteral("kid"), QString::fromLatin1(key->id())}};
}

void checkSigned(const QJsonObject &header, const QJsonObject &claims)
{
    const auto read = verifyIdToken(key->sign(header, claims), key->jwks(), expected());
    if (!read)
        return;
    require(header.value(QLatin1String("alg")) == QLatin1String("RS256"), "only RS256 passes");
    require(claims.value(QLatin1String("iss")) == expected().issuer, "only our issuer's token passes");
    require(claims.value(QLatin1String("aud")) == expected().audience
                || claims.value(QLatin1String("aud")).toArray().contains(expected().audience),
            "only a token for us passes");
    require(claims.value(QLatin1String("nonce")) == expected().nonce, "only this sign-in's token passes");
    require(claims.value(QLatin1String("exp")).toDouble() > double(expected().nowUtc.toSecsSinceEpoch() - 600),
            "an old token does not pass");
    require(!read->subject.isEmpty() && read->subject == claims.value(QLatin1String("sub")).toString(), "the token says who it is");
}

} // namespace

void prepare()
{
    key = std::make_unique<SigningKey>("k1");
    good = key->sign(headerFor(), goodClaims());
    require(verifyIdToken(good, key->jwks(), expected()).has_value(), "the good token passes");
}

void run(Input input)
{
    switch (input.byte()) {
    case 'k': { // another key set for a good token
        const QByteArray keys = input.rest();
        const auto read = verifyIdToken(good, keys, expected());
        require(!read || keys.contains(key->jwk().value(QLatin1String("n")).toString().toLatin1()), "another key does not pass");
        break;
    }
    case 'c': checkSigned(headerFor(), QJsonDocument::fromJson(input.rest()).object()); break;
    case 'o': { // over the good claims
        QJsonObject claims = goodClaims();
        const QJsonObject over = QJsonDocument::fromJson(input.rest()).object();
        for (auto it = over.begin(); it != over.end(); ++it)
            claims.insert(it.key(), it.value());
        checkSigned(headerFor(), claims);
        break;
    }
    case 'h': checkSigned(QJsonDocument::fromJson(input.rest()).object(), goodClaims()); break;
    case 'f': { // the good token with bytes changed: place (2 bytes) and value
        QByteArray token = good;
        while (!input.isEmpty()) {
            const qsizetype at = (input.byte() | input.byte() << 8) % token.size();
            token[at] = char(input.byte());
        }
        require(token == good || !verifyIdToken(token, key->jwks(), expected()), "a changed token does not pass");
        break;
    }
    default: require(!verifyIdToken(input.rest(), key->jwks(), expected()), "a made-up token does not pass"); break;
    }
}

} // namespace handrail::fuzz
