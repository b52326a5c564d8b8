// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The addresses that open the app: any program on the device, and any message, can bring one (design security 3, row 9).

#include "Fuzz.h"
#include "auth/SmartConfiguration.h"
#include "clinic/records/Validator.h"
#include "core/DeepLink.h"
#include "net/HttpClient.h"

namespace handrail::fuzz {

namespace {

void checkInvite(const DeepLink &link, const QString &text)
{
    require(inviteLink(link.fhirBase, link.token) == QString(u"handrail" + text.mid(8)), "an invitation is written one way");
    require(link.appointmentId.isEmpty() && link.answer.isEmpty(), "an invitation is that alone");
    require(link.fhirBase.userInfo().isEmpty() && !link.fhirBase.hasQuery() && !link.fhirBase.hasFragment(),
            "a server's address is plain");
    // What is read here is what the sign-in will talk to.
    if (const Result<QUrl> base = readFhirBase(link.fhirBase))
        require(base->host() == link.fhirBase.host() && base->port() == link.fhirBase.port(), "no other host is meant");
}

void checkAnswer(const DeepLink &link)
{
    require(link.fhirBase.isEmpty() && link.token.isEmpty() && link.appointmentId.isEmpty(), "an answer is that alone");
    require(link.answer.hasQueryItem(QStringLiteral("state")), "an answer has a state");
    for (const auto &[name, value] : link.answer.queryItems(QUrl::FullyDecoded)) {
        require(link.answer.allQueryItemValues(name).size() == 1, "each once");
        for (const QChar c : value)
            require(c >= u' ' && c <= u'~', "an answer can be printed");
    }
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray bytes = input.rest();
    const QString text = QString::fromUtf8(bytes);
    const auto link = readDeepLink(text);
    if (!link)
        return;
    require(text.size() <= 2048, "it is short");
    for (const QChar c : text)
        require(c > u' ' && c <= u'~', "it can be printed");
    switch (link->kind) {
    case DeepLink::Kind::Invite: checkInvite(*link, text); break;
    case DeepLink::Kind::Session:
        require(clinic::isId(link->appointmentId), "an id is an id");
        require(link->token.isEmpty() && link->fhirBase.isEmpty() && link->answer.isEmpty(), "a session is that alone");
        break;
    case DeepLink::Kind::SignedIn: checkAnswer(*link); break;
    }
}

} // namespace handrail::fuzz
