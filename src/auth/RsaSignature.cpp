// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/RsaSignature.h"

#include "core/Log.h"

#include <QLibrary>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/opensslv.h>
#include <openssl/param_build.h>

#include <memory>

namespace handrail {

namespace {

constexpr int smallestKey = 2048; // bit; RFC 7518 3.3
constexpr int largestKey = 8192;  // what a check may cost

/// What we need of libcrypto, opened at the first check, as Qt opens it for its first TLS connection. A start signs nobody in, and to link this
/// library was a sixth of all that a start had to link.
struct Crypto {
    decltype(&::BN_bin2bn) binaryToNumber = nullptr;
    decltype(&::BN_num_bits) numberBits = nullptr;
    decltype(&::BN_free) freeNumber = nullptr;
    decltype(&::OSSL_PARAM_BLD_new) newBuilder = nullptr;
    decltype(&::OSSL_PARAM_BLD_push_BN) pushNumber = nullptr;
    decltype(&::OSSL_PARAM_BLD_to_param) toParameters = nullptr;
    decltype(&::OSSL_PARAM_BLD_free) freeBuilder = nullptr;
    decltype(&::OSSL_PARAM_free) freeParameters = nullptr;
    decltype(&::EVP_PKEY_CTX_new_from_name) newKeyContext = nullptr;
    decltype(&::EVP_PKEY_CTX_free) freeKeyContext = nullptr;
    decltype(&::EVP_PKEY_fromdata_init) beginKey = nullptr;
    decltype(&::EVP_PKEY_fromdata) makeKey = nullptr;
    decltype(&::EVP_PKEY_free) freeKey = nullptr;
    decltype(&::EVP_MD_CTX_new) newDigestContext = nullptr;
    decltype(&::EVP_MD_CTX_free) freeDigestContext = nullptr;
    decltype(&::EVP_sha256) sha256 = nullptr;
    decltype(&::EVP_DigestVerifyInit) beginVerify = nullptr;
    decltype(&::EVP_DigestVerify) verify = nullptr;

    [[nodiscard]] bool open()
    {
        QLibrary library(QStringLiteral("crypto"), OPENSSL_VERSION_MAJOR);
        const auto find = [&library](auto &function, const char *name) {
            function = reinterpret_cast<std::decay_t<decltype(function)>>(library.resolve(name));
            return function != nullptr;
        };
        return find(binaryToNumber, "BN_bin2bn") && find(numberBits, "BN_num_bits") && find(freeNumber, "BN_free")
            && find(newBuilder, "OSSL_PARAM_BLD_new") && find(pushNumber, "OSSL_PARAM_BLD_push_BN")
            && find(toParameters, "OSSL_PARAM_BLD_to_param") && find(freeBuilder, "OSSL_PARAM_BLD_free")
            && find(freeParameters, "OSSL_PARAM_free") && find(newKeyContext, "EVP_PKEY_CTX_new_from_name")
            && find(freeKeyContext, "EVP_PKEY_CTX_free") && find(beginKey, "EVP_PKEY_fromdata_init")
            && find(makeKey, "EVP_PKEY_fromdata") && find(freeKey, "EVP_PKEY_free") && find(newDigestContext, "EVP_MD_CTX_new")
            && find(freeDigestContext, "EVP_MD_CTX_free") && find(sha256, "EVP_sha256") && find(beginVerify, "EVP_DigestVerifyInit")
            && find(verify, "EVP_DigestVerify");
    }
};

/// Null when it is not there.
const Crypto *crypto()
{
    static const std::unique_ptr<const Crypto> opened = [] {
        auto library = std::make_unique<Crypto>();
        if (!library->open()) {
            qCCritical(logAuth) << "OpenSSL" << OPENSSL_VERSION_MAJOR << "is not there";
            library.reset();
        }
        return library;
    }();
    return opened.get();
}

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const
    {
        (crypto()->*Free)(pointer);
    }
};
using Number = std::unique_ptr<BIGNUM, Freed<&Crypto::freeNumber>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<&Crypto::freeBuilder>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<&Crypto::freeParameters>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<&Crypto::freeKeyContext>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<&Crypto::freeKey>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<&Crypto::freeDigestContext>>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Number number(const Crypto &openssl, const QByteArray &bytes)
{
    return Number(bytes.isEmpty() ? nullptr : openssl.binaryToNumber(bytesOf(bytes), int(bytes.size()), nullptr));
}

/// Null when it is not an RSA key of a size that we accept.
Key readKey(const Crypto &openssl, const RsaKey &rsa)
{
    const Number modulus = number(openssl, rsa.modulus);
    const Number exponent = number(openssl, rsa.exponent);
    if (!modulus || !exponent || openssl.numberBits(modulus.get()) < smallestKey || openssl.numberBits(modulus.get()) > largestKey
        || openssl.numberBits(exponent.get()) > 64)
        return {};
    const Builder builder(openssl.newBuilder());
    if (!builder || !openssl.pushNumber(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get())
        || !openssl.pushNumber(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()))
        return {};
    const Parameters parameters(openssl.toParameters(builder.get()));
    const KeyContext context(openssl.newKeyContext(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || openssl.beginKey(context.get()) != 1
        || openssl.makeKey(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return Key(key);
}

} // namespace

bool isSignedByRsa(const RsaKey &rsa, const QByteArray &text, const QByteArray &signature)
{
    const Crypto *openssl = crypto();
    if (!openssl)
        return false;
    const Key key = readKey(*openssl, rsa);
    const DigestContext context(openssl->newDigestContext());
    return key && context && openssl->beginVerify(context.get(), nullptr, openssl->sha256(), nullptr, key.get()) == 1
        && openssl->verify(context.get(), bytesOf(signature), std::size_t(signature.size()), bytesOf(text),
                           std::size_t(text.size()))
        == 1;
}

} // namespace handrail
