// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// References between records, and addresses of servers: three readers of references that must not disagree on whose record it is, and
// the list of addresses that the app talks to.

#include "Fuzz.h"
#include "auth/SmartConfiguration.h"
#include "auth/TokenExchange.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/Validator.h"
#include "fhir/Json.h"
#include "fhir/References.h"
#include "net/HttpClient.h"

#include <QHostAddress>

namespace handrail::fuzz {

namespace {

void checkReference(const QByteArray &bytes)
{
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    const fhir::Target target = fhir::targetOf(text);
    require(target.id.empty() == target.type.empty(), "a reference has both parts or none");
    if (!target.id.empty()) {
        require(fhir::isId(target.id) && fhir::isTypeName(target.type), "a reference names a type and an id");
        const QByteArray both = QByteArray(target.type.data(), qsizetype(target.type.size())) + '/'
            + QByteArray(target.id.data(), qsizetype(target.id.size()));
        require(bytes.contains(both), "a reference says what is written");
        require(clinic::isId(QString::fromUtf8(target.id.data(), qsizetype(target.id.size()))), "app and clinic know the same ids");
        require(fhir::targetOf(std::string_view(both.constData(), std::size_t(both.size()))).is(target.type, target.id),
                "a reference read twice stays the same");
    }
    // What the clinic files a record under must be what the app finds it under.
    const QString atClinic = clinic::localReference(QString::fromUtf8(bytes));
    if (!target.id.empty() && !atClinic.isEmpty() && bytes.count('/') == 1)
        require(atClinic.toUtf8() == bytes, "app and clinic see the same record");
}

void checkAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (isAllowedAddress(url)) {
        require(url.userInfo().isEmpty(), "no name in an address");
        const QHostAddress address(url.host());
        require(url.scheme() == u"https" || (url.scheme() == u"http" && (url.host() == u"localhost" || address.isLoopback())),
                "https, or this machine");
    }
    for (const QUrl &typed : {url, QUrl(text, QUrl::TolerantMode), QUrl::fromUserInput(text)}) {
        const Result<QUrl> base = readFhirBase(typed);
        if (!base)
            continue;
        require(isAllowedAddress(*base) && !base->hasQuery() && !base->hasFragment() && !base->path().endsWith(u'/'),
                "a server's address is plain");
        const Result<QUrl> again = readFhirBase(*base);
        require(again && *again == *base, "a server's address stays the same");
        require(QUrl(base->toString(QUrl::FullyEncoded), QUrl::StrictMode).host() == base->host(),
                "it survives being written down");
    }
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray bytes = input.line();
    checkReference(bytes);
    const QString text = QString::fromUtf8(bytes);
    checkAddress(text);
    const QString id = readFhirId(text);
    require(id.isEmpty() || clinic::isId(id), "an id for an address is an id");
}

} // namespace handrail::fuzz
