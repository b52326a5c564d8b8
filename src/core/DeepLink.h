// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QStringView>
#include <QUrl>
#include <QUrlQuery>
#include <optional>

namespace handrail {

/// An address that opens the app. Any program and any message can carry one, so it is only ever a wish: it names what a person may then
/// do, and does nothing itself (design security 3, row 9).
struct DeepLink {
    enum class Kind {
        Invite,  ///< handrail://invite/<base64url of the FHIR base, without padding>/<22 signs of base64url>
        Session, ///< handrail://session/<Appointment.id>
        SignedIn ///< handrail://signed-in?code=..&state=..: the browser comes back from the clinic's sign-in page (RFC 6749 4.1.2)
    };

    Kind kind = Kind::Session;
    QUrl fhirBase;         ///< Invite: http or https, no slash at the end; whether it may be talked to, net/HttpClient says
    QString token;         ///< Invite
    QString appointmentId; ///< Session: a FHIR id
    QUrlQuery answer;      ///< SignedIn: state and code or error, and iss and error_description where they came; each once
};

/// The link in `text`, which must be that and nothing else. nullopt for anything that is not exactly one of the three: longer than 2,048
/// signs, a sign that no address has, a user, a port, a fragment, a part too many, a query where none belongs.
[[nodiscard]] std::optional<DeepLink> readDeepLink(QStringView text);

/// The link of an invitation. It names neither the clinic nor what the invitation is about to whoever reads it.
/// `fhirBase` without a slash at the end, `token` from the clinic's `$invite`. Empty when the two make no link that readDeepLink() takes.
[[nodiscard]] QString inviteLink(const QUrl &fhirBase, const QString &token);

} // namespace handrail
