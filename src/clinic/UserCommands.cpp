// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/UserCommands.h"

#include "clinic/CommandText.h"
#include "clinic/StaffLog.h"
#include "clinic/family/HelpCards.h"
#include "clinic/family/KeptOut.h"

#include <QFile>
#include <algorithm>
#include <cstdio>

namespace handrail::clinic {

namespace {

// nullopt when it cannot be read.
std::optional<QString> passwordFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray password = input.readLine(1024);
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    return QString::fromUtf8(password);
}

/// What is wrong with whom a sign-in would stand for: by one wrong letter what a person writes is in nobody's record. Empty: nothing.
QString wrongIn(Records &records, const QString &fhirUser, const QStringList &patients)
{
    QStringList references{fhirUser};
    for (const QString &patient : patients)
        references << QString(u"Patient/" + patient.section(u'/', -1));
    for (const QString &reference : std::as_const(references)) {
        const RecordPtr record = records.read(reference.section(u'/', 0, 0), reference.section(u'/', 1));
        if (!record || record->isDeleted)
            return QStringLiteral("there is no %1 here. Import that record first, or look at the id again").arg(reference);
        if (reference.startsWith(QLatin1String("RelatedPerson/")) && references.size() == 2
            && !record->owners.contains(references.last()))
            return QStringLiteral("%1 is a relative of another patient, not of %2").arg(reference, references.last());
    }
    return {};
}

/// What is wrong with a password for that name. Empty: nothing.
QString wrongPassword(const QString &password, const QString &name)
{
    switch (Accounts::faultOf(password, name)) {
    case Accounts::PasswordFault::None: break;
    case Accounts::PasswordFault::Short:
        return QStringLiteral("the password needs %1 signs or more").arg(Accounts::shortestPassword);
    case Accounts::PasswordFault::Long: return QStringLiteral("the password is too long");
    case Accounts::PasswordFault::NamesUser: return QStringLiteral("the password has the user name in it");
    }
    return {};
}

/// Who else signs in as that record. Empty: nobody.
QString takenBy(Service &service, const QString &fhirUser, const QString &name)
{
    const QList<User> users = service.smart->users();
    const auto taken = std::find_if(users.begin(), users.end(), [&](const User &each) {
        return !each.isDisabled && each.fhirUsers.contains(fhirUser) && each.name != Accounts::plainName(name);
    });
    return taken == users.end() ? QString() : taken->name;
}

Result<void> addIdentity(Service &service, const QString &name, const Identity &identity)
{
    Transaction transaction(service.database);
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, QStringLiteral("account"), true);
    StaffLog log(service);
    log.watch();
    if (auto added = service.smart->addIdentity(name, identity.fhirUser, identity.patientId); !added)
        return added;
    const QStringList same = Accounts(service.database, service.records.clock()).besides(identity);
    if (auto kept = keepOutAsAll(service.records, identity, same); !kept)
        return kept;
    if (auto addressed = addressCards(service.records, identity, same); !addressed)
        return addressed;
    return transaction.commit() ? Result<void>() : problem(ProblemKind::StoreBroken, QStringLiteral("account"));
}

} // namespace

bool isUserVerb(const QString &verb)
{
    return QStringList{QStringLiteral("add"),      QStringLiteral("add-identity"), QStringLiteral("list"),
                       QStringLiteral("password"), QStringLiteral("disable"),      QStringLiteral("enable")}
        .contains(verb);
}

int changeUsers(Service &service, const QString &verb, const QString &name, const QString &fhirUser, const QStringList &patients)
{
    if (const auto started = service.startSmart({}, {}); !started)
        return fail(words(started.error()));
    if (verb == QLatin1String("list")) {
        for (const User &each : service.smart->users()) {
            std::puts(QString(each.name + u'\t' + each.fhirUsers.join(u',') + u'\t' + each.patients.join(u',') + u'\t'
                              + (each.isDisabled ? QStringLiteral("disabled") : QStringLiteral("active")))
                          .toUtf8()
                          .constData());
        }
        return 0;
    }
    if (verb.startsWith(QLatin1String("add"))) {
        if (const QString wrong = wrongIn(service.records, fhirUser, patients); !wrong.isEmpty())
            return fail(wrong);
        if (const QString taken = takenBy(service, fhirUser, name); !taken.isEmpty())
            return fail(
                QStringLiteral("%1 signs in as %2 already: user password gives them another password, user disable makes room")
                    .arg(taken, fhirUser));
        if (Accounts::plainName(name).isEmpty())
            return fail(QStringLiteral("a user name has 1 to 64 of a-z, 0-9 and . _ @ + -"));
    }
    Result<void> done;
    const bool isPassword = verb == QLatin1String("password");
    if (isPassword || verb == QLatin1String("add")) {
        const auto password = passwordFromInput();
        if (!password)
            return fail(QStringLiteral("the password cannot be read"));
        if (const QString wrong = wrongPassword(*password, name); !wrong.isEmpty())
            return fail(wrong);
        done =
            isPassword ? service.smart->setPassword(name, *password) : service.smart->addUser(name, *password, fhirUser, patients);
    } else if (verb == QLatin1String("add-identity")) {
        done = addIdentity(service, name, {fhirUser, patients.first().section(u'/', -1)});
    } else {
        done = verb == QLatin1String("disable") ? service.smart->disableUser(name) : service.smart->enableUser(name);
    }
    if (done && isPassword && !Accounts(service.database, service.records.clock()).byName(name))
        say(QStringLiteral("This account is disabled, also with the new password: user enable lets them sign in again."));
    return done ? 0 : fail(words(done.error()));
}

} // namespace handrail::clinic
