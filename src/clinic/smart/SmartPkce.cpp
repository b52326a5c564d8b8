// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartPkce.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace handrail::clinic {

namespace {

bool isAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

bool SmartPkce::isChallenge(QStringView challenge)
{
    if (challenge.size() != 43)
        return false;
    for (const QChar c : challenge) {
        if (!isAlphanumeric(c) && c != u'-' && c != u'_')
            return false;
    }
    return true;
}

bool SmartPkce::isVerifier(QStringView verifier)
{
    if (verifier.size() < 43 || verifier.size() > 128)
        return false;
    for (const QChar c : verifier) {
        if (!isAlphanumeric(c) && c != u'-' && c != u'.' && c != u'_' && c != u'~')
            return false;
    }
    return true;
}

bool SmartPkce::isMatch(QStringView verifier, QStringView challenge)
{
    if (!isVerifier(verifier) || !isChallenge(challenge))
        return false;
    const QByteArray made = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray expected = challenge.toLatin1();
    return made.size() == expected.size()
        && sodium_memcmp(made.constData(), expected.constData(), static_cast<size_t>(made.size())) == 0;
}

} // namespace handrail::clinic
