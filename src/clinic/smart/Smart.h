// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Access.h"
#include "core/Clock.h"
#include "core/Problem.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QUrl>
#include <functional>
#include <memory>
#include <optional>

namespace handrail::clinic {

class Database;
class InvitationBook;
class Server;

/// A sample person whom the sign-in page of a demo clinic offers as a button.
struct SamplePerson {
    QString userName;     ///< maya
    QString words;        ///< "Maya Bell, patient"
    QString spanish;      ///< the same in Spanish
    bool isStaff = false; ///< not offered where an app for patients and relatives asks
};

/// What the clinic's own sign-in pages say, and what a demo adds to them.
struct SmartOptions {
    QString clinicName = QStringLiteral("Harbor Street Clinic");
    QString clinicPhone;              ///< as people dial it, "555-0100"; empty: no number is shown
    QList<SamplePerson> samplePeople; ///< demo only: these sign in without a password; empty: nothing is offered
    /// The name of whom a reference (Patient/<id>, RelatedPerson/<id>, Practitioner/<id>) stands for, as people say it; empty when unknown.
    /// Called from any thread.
    std::function<QString(const QString &reference)> personName = {};
    /// The last day on which this patient shares something with this relative, as it is now; an invalid one: no end. nullopt: nothing is shared, and
    /// the pages name no patient, and a refused refresh token says so to the app. Called from any thread.
    std::function<std::optional<QDate>(const QString &fhirUser, const QString &patientId)> sharedUntil = {};
};

/// An account, for `user list`.
struct User {
    QString name;
    QStringList fhirUsers; ///< Patient/<id>, Practitioner/<id>, or one RelatedPerson/<id> for each patient
    QStringList patients;  ///< ids of the patients whom this person may open
    bool isDisabled = false;
};

/// SMART App Launch 2.2 for this clinic: discovery, sign-in and consent pages, tokens, revocation, keys; and the accounts behind them.
/// Everything lasting is in the database, so several processes may share it; passwords are Argon2id, tokens are kept as SHA-256 only.
class Smart final : public TokenChecker
{
public:
    /// fhirBase is what people and apps use, without a slash at the end; it may be empty for the command line's user commands.
    Smart(Database &database, const Clock &clock, QUrl fhirBase, SmartOptions options = {});
    ~Smart() override;

    /// What went wrong while the tables and keys were prepared, if anything; all else fails then.
    [[nodiscard]] const Result<void> &ready() const;

    void addRoutes(Server &server);
    /// On the server's thread. A token that was seen before costs no query unless somebody else wrote the database meanwhile.
    std::optional<Access> check(const QByteArray &bearer) override;

    /// Adds an account. `fhirUser` is Patient/<id>, RelatedPerson/<id> or Practitioner/<id>; `patients` the ids that it may open (none for
    /// staff, one for a relative). A relative of two patients is two RelatedPersons: call addIdentity for the second. BadData: name, password or reference
    /// not acceptable. Conflict: the name is taken.
    Result<void> addUser(const QString &name, const QString &password, const QString &fhirUser, const QStringList &patients);
    /// One more RelatedPerson of the same person. NotFound: no such account. BadData: the account is no relative's. Conflict: it has that.
    Result<void> addIdentity(const QString &name, const QString &fhirUser, const QString &patientId);
    [[nodiscard]] QList<User> users() const;
    /// The account's tokens die at once, also in other processes. NotFound: no such account.
    Result<void> disableUser(const QString &name);
    /// They may sign in again; tokens from before stay dead. NotFound: no such account. Conflict: another account is theirs
    /// by now.
    Result<void> enableUser(const QString &name);
    /// Another password, for the same person to every app: `sub` stays. Whoever was signed in has to sign in with it, but for a relative: a relative's
    /// app removes what is shared when a sign-in ends. NotFound: no such account. BadData: the password is not acceptable.
    Result<void> setPassword(const QString &name, const QString &password);

    /// A relative's Consent ended: every sign-in of that RelatedPerson for that patient ends now. Call after the Consent is committed.
    void consentEnded(const QString &relatedPersonId, const QString &patientId);

    /// Where the sign-in pages ask about invitations (`invitation=` of authorize). It outlives this. Without it there are none.
    void setInvitations(InvitationBook &book);
    /// What seals tickets, for who makes those of invitations. ready() was good.
    [[nodiscard]] Result<QByteArray> ticketKey();

    /// `rest.security` of the CapabilityStatement: the SMART service code and the oauth-uris extension.
    [[nodiscard]] QJsonObject capabilitySecurity() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handrail::clinic
