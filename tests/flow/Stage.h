// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ClinicProcess.h"
#include "Person.h"
#include "Screen.h"
#include "fakes/FakeCalendarExport.h"
#include "fakes/FakeCallDevices.h"
#include "fakes/FakeConnectivity.h"
#include "fakes/FakeDialer.h"
#include "fakes/FakeDirections.h"
#include "fakes/FakeFileExport.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeNotifier.h"
#include "fakes/FakeReadAloud.h"
#include "fakes/FakeScreenAwake.h"
#include "fakes/RunningClock.h"
#include "patient/Application.h"
#include "platform/Platform.h"

#include <QTemporaryDir>
#include <QTimeZone>
#include <memory>

namespace handrail {

/// Maya's Wednesday, 3:20 pm in New York.
inline const QDateTime wednesday(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());

/// A device with the real app on it, and the real clinic as its own process: the app's composition root, its sealed file and the system's
/// keychain are those of production; only the person at the browser, the phone app, the calendar and the map are played.
class Stage
{
public:
    /// Both run from `now` on, and the device is in New York. Everything is kept in `folder`, or without one in a folder that goes with the
    /// stage.
    explicit Stage(const QDateTime &now, const QString &folder = {});
    ~Stage();

    /// Starts the sample clinic, at the same address and with the same records as before, if it ran before.
    bool openClinic(const QStringList &options = {});
    void closeClinic();
    /// From the moment at which the app has a sign-in the clinic answers nothing, as behind a dead network, until it is released.
    void holdClinicOnceSignedIn();
    void releaseClinic();
    /// The clinic's own list of records of a type that are about this patient, read from its database by its export command.
    [[nodiscard]] QJsonArray recordsAtClinic(const QString &patientId, const QString &type) const;
    /// The entries of a Bundle, or the Bundle, by the clinic's import command.
    bool importToClinic(const QJsonArray &entries);
    bool importToClinic(const QByteArray &bundle);
    /// Any command of the clinic's on its database. True: it did it.
    bool command(const QStringList &words, const QByteArray &input = {});
    /// The clinic ends this person's account, and every sign-in with it.
    bool disableUser(const QString &name);
    /// The clinic gives this relative one more patient.
    bool addIdentity(const QString &name, const QString &relatedPersonId, const QString &patientId);
    /// What staff see in the clinic's list of what came and waits.
    [[nodiscard]] QByteArray inbox() const;
    /// Ends one consent at the clinic, as staff do.
    bool endConsent(const QString &relatedPersonId);

    /// Starts the app (again). `server` empty: the sample clinic; `mainPage` empty: the app's own.
    bool openApp(const QString &server = {}, const QUrl &mainPage = {});
    /// The same without a clinic: its address is to be typed.
    bool openAppToType();
    void closeApp();
    [[nodiscard]] bool isAppOpen() const { return m_screen != nullptr; }
    /// What has a screen reader say something, wherever the focus is: signal said(QString).
    [[nodiscard]] QObject *announcer();
    /// How long what has just come takes no press; openApp() makes it 0.
    void settle(int ms);
    [[nodiscard]] Application &app() { return *m_app; }
    [[nodiscard]] Screen &screen() { return *m_screen; }

    /// From the welcome page to the first page of this person.
    bool signIn(const QString &name, const QString &password, int milliseconds = 30'000);
    /// By the pages: You and privacy, Sign out.
    bool signOut();
    /// As if the clinic had refused what is in the outbox of who is signed in.
    bool refuseAll();

    [[nodiscard]] Person &person() { return m_person; }
    [[nodiscard]] FakeDialer &dialer() { return m_dialer; }
    [[nodiscard]] FakeCalendarExport &calendar() { return m_calendar; }
    [[nodiscard]] FakeDirections &directions() { return m_directions; }
    /// The network comes and goes by it alone.
    [[nodiscard]] FakeConnectivity &connectivity() { return m_connectivity; }
    [[nodiscard]] FakeFileExport &files() { return m_files; }
    [[nodiscard]] FakeNotifier &notifier() { return m_notifier; }
    [[nodiscard]] FakeHaptics &haptics() { return m_haptics; }
    [[nodiscard]] FakeReadAloud &voice() { return m_voice; }
    [[nodiscard]] FakeScreenAwake &screenAwake() { return m_screenAwake; }
    [[nodiscard]] FakeCallDevices &callDevices() { return m_callDevices; }
    [[nodiscard]] test::ClinicProcess &clinic() { return *m_clinic; }
    [[nodiscard]] RunningClock &clock() { return m_clock; }
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Another keychain than the system's, for what can go wrong with one. Before openApp().
    void useSecrets(SecretStore &secrets) { m_secrets = &secrets; }
    [[nodiscard]] SecretStore &secrets() { return *m_secrets; }
    /// Whose packs the app takes; without one it has the key of this build. Before openApp().
    void usePackKey(const QByteArray &key) { m_packKey = key; }

private:
    void makeApp();
    bool showApp(const QUrl &mainPage);
    [[nodiscard]] QObject *singleton(const char *module, const char *name);
    [[nodiscard]] QString at(const char *name) const { return m_folder + u'/' + QLatin1String(name); }

    QTemporaryDir m_ownFolder;
    QString m_folder;
    RunningClock m_clock;
    SecretStore *m_secrets;
    QByteArray m_packKey = packKey();
    Person m_person;
    FakeDialer m_dialer;
    FakeCalendarExport m_calendar;
    FakeDirections m_directions;
    FakeConnectivity m_connectivity;
    FakeFileExport m_files;
    FakeNotifier m_notifier;
    FakeHaptics m_haptics;
    FakeScreenAwake m_screenAwake;
    FakeCallDevices m_callDevices;
    FakeReadAloud m_voice;
    std::unique_ptr<test::ClinicProcess> m_clinic;
    int m_port = 0;
    std::unique_ptr<Application> m_app;
    std::unique_ptr<Screen> m_screen;
};

} // namespace handrail
