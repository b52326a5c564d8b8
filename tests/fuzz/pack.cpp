// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Packs of texts. The first line is the manifest, the rest the texts; both are signed here, since nothing unsigned gets further. Whatever they
// hold: what opens is in order, and the same bytes without the signature open nothing.

#include "Fuzz.h"
#include "content/Pack.h"

#include <QtEndian>

#include <sodium.h>

namespace handrail::fuzz {

namespace {

QByteArray publicKey(packKeyBytes, '\0');
QByteArray secretKey(crypto_sign_SECRETKEYBYTES, '\0');

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray assembled(const QByteArray &signature, const QByteArray &manifest, const QByteArray &texts)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(manifest.size()), length.data());
    return "HRPACK1\n" + signature + length + manifest + texts;
}

} // namespace

void prepare()
{
    require(sodium_init() >= 0, "libsodium starts");
    QByteArray seed(crypto_sign_SEEDBYTES, 's');
    crypto_sign_seed_keypair(bytesOf(publicKey), bytesOf(secretKey), bytesOf(seed));
}

void run(Input input)
{
    const QByteArray manifest = input.line();
    const QByteArray texts = input.rest();
    QByteArray message = "HRPACK1\n" + manifest;
    QByteArray signature(packSignatureBytes, '\0');
    require(!Pack::open(assembled(signature, manifest, texts), publicKey), "what is not signed does not open");
    require(!Pack::open(manifest, publicKey) && !Pack::open(texts, publicKey), "nor do bytes");

    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(message), std::size_t(message.size()), bytesOf(secretKey));
    const auto pack = Pack::open(assembled(signature, manifest, texts), publicKey);
    if (!pack)
        return;
    require((*pack)->manifest().version >= 1 && (*pack)->manifest().created.isValid(), "a pack has a version and a day");
    require(!(*pack)->paths().isEmpty() && faultsOf(**pack).isEmpty(), "its texts are in order");
    for (const QString &path : (*pack)->paths()) {
        const auto place = textPlaceOf(path);
        require(place && (*pack)->manifest().locales.contains(place->locale), "each at its place, in a language that it names");
    }
    require(!Pack::open(assembled(signature, manifest, texts.chopped(1)), publicKey), "cut short it does not open");
    require(!Pack::open(assembled(signature, manifest, texts + 'x'), publicKey), "nor with more after its end");
}

} // namespace handrail::fuzz
