// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/TestCertificates.h"

#include <QSslKey>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace handrail {

namespace {

struct Deleter {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter>;
using Certificate = std::unique_ptr<X509, Deleter>;

constexpr long day = 24 * 60 * 60;

Key newKey()
{
    return Key(EVP_EC_gen("P-256"));
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (!extension)
        qFatal("TestCertificates: bad extension %s", value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// `issuer` null: self-signed.
Certificate newCertificate(const char *name, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, long from, long until,
                           const char *altName)
{
    static long serial = 1;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509 *signer = issuer ? issuer : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    addExtension(certificate.get(), signer, NID_basic_constraints, altName ? "critical,CA:FALSE" : "critical,CA:TRUE");
    if (altName)
        addExtension(certificate.get(), signer, NID_subject_alt_name, altName);
    X509_sign(certificate.get(), issuerKey, EVP_sha256());
    return certificate;
}

template <typename Write>
QByteArray pem(Write write)
{
    const std::unique_ptr<BIO, Deleter> bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

QSslCertificate toQt(X509 *certificate)
{
    return QSslCertificate(pem([certificate](BIO *bio) { PEM_write_bio_X509(bio, certificate); }), QSsl::Pem);
}

} // namespace

struct TestCertificates::Private {
    Key key = newKey();
    Certificate authority = newCertificate("Handrail test authority", key.get(), nullptr, key.get(), -day, day, nullptr);
};

TestCertificates::TestCertificates()
    : d(std::make_unique<Private>())
{
}

TestCertificates::~TestCertificates() = default;

QSslCertificate TestCertificates::authority() const
{
    return toQt(d->authority.get());
}

QSslConfiguration TestCertificates::server(Flaw flaw) const
{
    const Key key = newKey();
    const bool isSelfSigned = flaw == Flaw::SelfSigned;
    const char *altName = flaw == Flaw::OtherHost ? "DNS:clinic.example" : "IP:127.0.0.1";
    const Certificate certificate = newCertificate(
        "Handrail test server", key.get(), isSelfSigned ? nullptr : d->authority.get(), isSelfSigned ? key.get() : d->key.get(),
        flaw == Flaw::Expired ? -10 * day : -day, flaw == Flaw::Expired ? -5 * day : day, altName);
    const QByteArray keyPem =
        pem([&key](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(toQt(certificate.get()));
    configuration.setPrivateKey(QSslKey(keyPem, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    return configuration;
}

} // namespace handrail
