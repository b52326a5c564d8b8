// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <csignal>

namespace handrail {

namespace {

std::chrono::milliseconds offsetTo(const QDateTime &now)
{
    return std::chrono::milliseconds(SystemClock().nowUtc().msecsTo(now));
}

/// The keychain outlives every stage: a removal may still be under way when an app is closed.
SecretStore &systemKeychain()
{
    static const Ports ports = makePorts();
    return *ports.secrets;
}

} // namespace

Stage::Stage(const QDateTime &now, const QString &folder)
    : m_folder(folder.isEmpty() ? m_ownFolder.path() : folder)
    , m_clock(offsetTo(now))
    , m_secrets(&systemKeychain())
    , m_person(QStringLiteral("maya"), QStringLiteral("demo"))
{
}

Stage::~Stage()
{
    closeApp();
    closeClinic();
}

bool Stage::openClinic(const QStringList &options)
{
    m_clinic = std::make_unique<test::ClinicProcess>();
    const bool isOpen =
        m_clinic->start(QStringList{QStringLiteral("demo"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port),
                                    QStringLiteral("--database"), at("clinic.db"), QStringLiteral("--now"),
                                    m_clock.nowUtc().toString(Qt::ISODate), QStringLiteral("--until-stdin-closes")}
                        + options);
    if (isOpen)
        m_port = m_clinic->base().port();
    return isOpen;
}

void Stage::closeClinic()
{
    if (m_clinic) {
        releaseClinic();
        m_clinic->stop();
    }
    m_clinic.reset();
}

void Stage::holdClinicOnceSignedIn()
{
    QObject::connect(&m_app->account(), &Account::stateChanged, m_app.get(), [this] {
        if (m_app->account().state() == Account::State::Active)
            ::kill(pid_t(m_clinic->pid()), SIGSTOP);
    });
}

void Stage::releaseClinic()
{
    ::kill(pid_t(m_clinic->pid()), SIGCONT);
}

QJsonArray Stage::recordsAtClinic(const QString &patientId, const QString &type) const
{
    const auto exported = test::ClinicProcess::runToEnd(
        {QStringLiteral("export"), QStringLiteral("--database"), at("clinic.db"), QStringLiteral("--patient"), patientId});
    QJsonArray found;
    const QJsonArray entries = QJsonDocument::fromJson(exported.output).object().value(QLatin1String("entry")).toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject resource = entry.toObject().value(QLatin1String("resource")).toObject();
        if (resource.value(QLatin1String("resourceType")).toString() == type)
            found << resource;
    }
    return found;
}

bool Stage::importToClinic(const QJsonArray &entries)
{
    const QJsonObject bundle{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                             {QStringLiteral("type"), QStringLiteral("collection")},
                             {QStringLiteral("entry"), entries}};
    return importToClinic(QJsonDocument(bundle).toJson());
}

bool Stage::importToClinic(const QByteArray &bundle)
{
    // The command line writes by the real clock, ahead of the clinic's here. The app takes that for the clinic's now, which has to lie behind
    // what it has: its clock stands still, and a Date is whole seconds.
    m_clock.advance(std::chrono::seconds(1));
    return test::ClinicProcess::runToEnd(
               {QStringLiteral("import"), QStringLiteral("--database"), at("clinic.db"), QStringLiteral("-")}, bundle)
               .code
        == 0;
}

bool Stage::command(const QStringList &words, const QByteArray &input)
{
    const auto done = test::ClinicProcess::runToEnd(words + QStringList{QStringLiteral("--database"), at("clinic.db")}, input);
    if (done.code != 0)
        qWarning("%s", QByteArray(done.output + done.errors).constData());
    return done.code == 0;
}

bool Stage::disableUser(const QString &name)
{
    return command({QStringLiteral("user"), QStringLiteral("disable"), name});
}

bool Stage::addIdentity(const QString &name, const QString &relatedPersonId, const QString &patientId)
{
    return test::ClinicProcess::runToEnd({QStringLiteral("user"), QStringLiteral("add-identity"), name,
                                          QStringLiteral("--fhir-user"), QStringLiteral("RelatedPerson/") + relatedPersonId,
                                          QStringLiteral("--patients"), patientId, QStringLiteral("--database"), at("clinic.db")})
               .code
        == 0;
}

QByteArray Stage::inbox() const
{
    return test::ClinicProcess::runToEnd(
               {QStringLiteral("inbox"), QStringLiteral("--open"), QStringLiteral("--database"), at("clinic.db")})
        .output;
}

bool Stage::endConsent(const QString &relatedPersonId)
{
    const QString reference = QStringLiteral("RelatedPerson/") + relatedPersonId;
    const auto all = test::ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"), at("clinic.db")});
    for (const QJsonValue &entry : QJsonDocument::fromJson(all.output).object().value(QLatin1String("entry")).toArray()) {
        QJsonObject resource = entry.toObject().value(QLatin1String("resource")).toObject();
        if (resource.value(QLatin1String("resourceType")) != QLatin1String("Consent")
            || !QJsonDocument(resource).toJson().contains(reference.toUtf8()))
            continue;
        resource[QLatin1String("status")] = QStringLiteral("inactive");
        return importToClinic({QJsonObject{{QStringLiteral("resource"), resource}}});
    }
    return false;
}

void Stage::makeApp()
{
    m_app = std::make_unique<Application>(Outside{*m_secrets, m_person, m_dialer, m_calendar, m_directions, m_connectivity, m_clock,
                                                  m_files, m_notifier, m_haptics, m_screenAwake, m_callDevices, nullptr, &m_voice,
                                                  m_packKey},
                                          Places::in(at("device")));
    m_app->preferences().setLanguage(QStringLiteral("en"));
    m_app->preferences().setAppearance(Preferences::Light);
}

bool Stage::openApp(const QString &server, const QUrl &mainPage)
{
    makeApp();
    m_app->fixServer(!server.isEmpty() ? server
                         : m_clinic    ? m_clinic->base().toString()
                                       : QStringLiteral("http://127.0.0.1:%1/fhir/R4").arg(m_port));
    return showApp(mainPage);
}

bool Stage::openAppToType()
{
    makeApp();
    return showApp({});
}

bool Stage::showApp(const QUrl &mainPage)
{
    if (!(mainPage.isEmpty() ? m_app->show() : m_app->show(mainPage)))
        return false;
    QQuickWindow *window = m_app->window();
    m_screen = std::make_unique<Screen>(*window);
    settle(0);
    return m_screen->waitUntil([this] { return m_app->navigator().route() != Navigator::Starting; });
}

QObject *Stage::announcer()
{
    return singleton("Handrail.Controls", "Announcer");
}

void Stage::settle(int ms)
{
    singleton("Handrail.Theme", "Motion")->setProperty("settle", ms);
}

QObject *Stage::singleton(const char *module, const char *name)
{
    QQmlComponent component(&m_app->engine());
    component.setData(QByteArray("import QtQml\nimport ") + module + "\nQtObject { readonly property QtObject it: " + name + " }",
                      {});
    const std::unique_ptr<QObject> holder(component.create());
    if (!holder)
        qFatal("%s", qPrintable(component.errorString()));
    return holder->property("it").value<QObject *>();
}

void Stage::closeApp()
{
    m_screen.reset();
    m_app.reset();
}

bool Stage::signIn(const QString &name, const QString &password, int milliseconds)
{
    m_person.become(name, password);
    return m_screen->press(QStringLiteral("Sign in with your program"))
        && m_screen->waitUntil([this] { return m_app->navigator().isSignedIn(); }, milliseconds);
}

bool Stage::signOut()
{
    return m_screen->press(QStringLiteral("You and settings*")) && m_screen->waitFor(QStringLiteral("Sign out, Your clinic*"))
        && m_screen->press(QStringLiteral("Sign out, Your clinic*")) && m_screen->waitFor(QStringLiteral("Stay signed in"))
        && m_screen->press(QStringLiteral("Sign out")) && m_screen->waitFor(QStringLiteral("Sign in with your program"));
}

bool Stage::refuseAll()
{
    Outbox &outbox = m_app->account().records()->store().outbox();
    bool isDone = true;
    for (OutboxItem item : outbox.all().value_or(QList<OutboxItem>())) {
        item.state = OutboxState::Rejected;
        item.problem = QStringLiteral("Rejected:invalid");
        isDone = outbox.update(item).has_value() && isDone;
    }
    Q_EMIT m_app->account().outboxChanged();
    return isDone;
}

} // namespace handrail
