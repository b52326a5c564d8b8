// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <memory>

namespace handrail {

/// A certificate authority that lives for one test, and servers that it vouches for.
class TestCertificates
{
public:
    enum class Flaw { None, SelfSigned, Expired, OtherHost };

    TestCertificates();
    ~TestCertificates();
    Q_DISABLE_COPY_MOVE(TestCertificates)

    [[nodiscard]] QSslCertificate authority() const;
    /// What a TLS server on 127.0.0.1 needs, with one thing wrong.
    [[nodiscard]] QSslConfiguration server(Flaw flaw) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handrail
