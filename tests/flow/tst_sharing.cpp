// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <cstdio>

using namespace handrail;

namespace {

qint64 wallTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

void say(const char *word)
{
    std::printf("%s %lld\n", word, static_cast<long long>(wallTime()));
    std::fflush(stdout);
}

/// The relative's app, as a process of its own with a store of its own: it asks the clinic again and again, and says when it was refused and what
/// its page shows then.
int beRelative(const QStringList &arguments)
{
    Stage stage(QDateTime::fromString(arguments.at(4), Qt::ISODateWithMs), arguments.at(3));
    const auto isShared = [&] {
        const Records *records = stage.app().account().records();
        return records && !records->sessions(QDate(2026, 8, 1), QDate(2027, 3, 1)).value_or(QList<Session>()).isEmpty();
    };
    if (!stage.openApp(arguments.at(2)) || !stage.signIn(QStringLiteral("rosa"), QStringLiteral("demo"))
        || !stage.screen().waitUntil([&] { return stage.app().account().isFirstSyncDone() && isShared(); }, 30'000)) {
        say("lost");
        return 1;
    }
    say("shared");
    const bool isRefused = stage.screen().waitUntil(
        [&] {
            stage.app().account().refreshIfOlderThan(std::chrono::minutes(0));
            return !isShared();
        },
        120'000);
    say(isRefused ? "refused" : "still");
    const bool isSaid = stage.screen().waitUntil(
        [&] {
            return stage.screen().has(QStringLiteral("Nothing is shared right now"))
                || stage.screen().has(QStringLiteral("The clinic ended your sign-in"));
        },
        20'000);
    say(isSaid ? "said" : "silent");
    return isRefused && isSaid ? 0 : 1;
}

/// That process, and what it said so far.
class RelativesApp
{
public:
    explicit RelativesApp(Stage &patients)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QGuiApplication::applicationFilePath(),
                        {QStringLiteral("--relative"), patients.clinic().base().toString(), m_folder.path(),
                         patients.clock().nowUtc().toString(Qt::ISODateWithMs)});
    }
    ~RelativesApp()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// When it said this word, by this machine's clock; 0 when it did not.
    qint64 timeOf(const char *word, int ms)
    {
        const QByteArray line = QByteArray(word) + ' ';
        const bool isHeard = QTest::qWaitFor(
            [&] {
                m_heard += m_process.readAllStandardOutput();
                return m_heard.contains(line) || m_process.state() == QProcess::NotRunning;
            },
            ms);
        m_heard += m_process.readAllStandardOutput();
        const qsizetype at = m_heard.indexOf(line);
        return isHeard && at >= 0 ? m_heard.mid(at + line.size()).split('\n').first().toLongLong() : 0;
    }
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }
    QProcess &process() { return m_process; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_heard;
};

} // namespace

/// The patient's side of family sharing at the real clinic: inviting, and stopping while the relative's own app is open.
class TestSharing final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name), 20'000); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    InviteView &invite() { return m_stage->app().invite(); }
    QString patient() { return m_stage->app().account().identity()->patientId; }
    bool isOffered()
    {
        return screen().waitUntil([this] { return m_stage->app().sharing().isOffered(); }, 30'000);
    }

    bool come()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"));
    }

    bool openPeople() { return press("You and settings*") && press("People I share with, *") && waitFor("Rosa Bell*"); }

    /// Steps 1 and 2, up to the answer.
    bool sign(const char *name)
    {
        return waitFor("Who do you want to invite?")
            && screen().type(QStringLiteral("Their first and last name"), QString::fromUtf8(name)) && press("Partner")
            && press("Next") && waitFor("Your permission to share")
            && screen().type(QStringLiteral("Type your name to sign"), QStringLiteral("Maya Bell")) && press("I agree");
    }

    QJsonArray consentsFor(const char *name)
    {
        QJsonArray found;
        for (const QJsonValue &consent : m_stage->recordsAtClinic(patient(), QStringLiteral("Consent"))) {
            if (QJsonDocument(consent.toObject()).toJson().contains(name))
                found << consent;
        }
        return found;
    }

    /// As an app that was handed link and code asks: the status.
    int openInvitation(const QString &token, const QString &code)
    {
        const auto parameter = [](const char *name, const QString &value) {
            return QJsonObject{{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("valueString"), value}};
        };
        const QJsonObject body{{QStringLiteral("resourceType"), QStringLiteral("Parameters")},
                               {QStringLiteral("parameter"), QJsonArray{parameter("link", token), parameter("code", code)}}};
        QUrl url = m_stage->clinic().base();
        url.setPath(url.path() + QStringLiteral("/RelatedPerson/$open-invitation"));
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/fhir+json"));
        QNetworkAccessManager manager;
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, QJsonDocument(body).toJson()));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            return -1;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    bool family(const QStringList &more)
    {
        return test::ClinicProcess::runToEnd(QStringList{QStringLiteral("family"), QStringLiteral("--database"),
                                                         QString(m_stage->folder() + QStringLiteral("/clinic.db"))}
                                             + more)
                   .code
            == 0;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void somebodyIsInvited()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY2(isOffered(), "the clinic lists $invite");
        QVERIFY2(openPeople() && press("Invite somebody"), qPrintable(screen().spoken()));
        QVERIFY2(press("Next") && waitFor("Please write their name."), qPrintable(screen().spoken()));
        QVERIFY2(sign("Luis Ortega"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Invitation for Luis"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("The code: *") && waitFor("Works once, until *"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You have an invitation. *"), qPrintable(screen().spoken()));

        const QJsonArray consents = consentsFor("Luis Ortega");
        QCOMPARE(consents.size(), 1);
        QCOMPARE(consents.first()[QLatin1String("status")].toString(), QStringLiteral("active"));
        const QByteArray words = QByteArray::fromBase64(
            consents.first()[QLatin1String("sourceAttachment")][QLatin1String("data")].toString().toLatin1());
        QVERIFY2(words.contains("From: Harbor Street Clinic") && words.contains("Signed by typing my name: Maya Bell"),
                 words.constData());
        const QString token = invite().link().section(u'/', -1);
        const QString code = invite().codeText().remove(u' ');
        QVERIFY(!invite().messageText().contains(code));
        // Nothing of the two lies on the device.
        QVERIFY(press("Done"));
        QVERIFY2(waitFor("Luis Ortega*"), qPrintable(screen().spoken()));
        QCOMPARE(openInvitation(token, QStringLiteral("AAAAAA")), 404);
        QCOMPARE(openInvitation(token, code), 200);

        // A new code; the old one is dead.
        QVERIFY2(press("Luis Ortega*") && press("Make a code") && waitFor("The code: *"), qPrintable(screen().spoken()));
        const QString second = invite().link().section(u'/', -1);
        const QString secondCode = invite().codeText().remove(u' ');
        QVERIFY(second != token);
        QCOMPARE(openInvitation(token, code), 404);
        QCOMPARE(openInvitation(second, secondCode), 200);
        QCOMPARE(consentsFor("Luis Ortega").size(), 1);
        // To close keeps it; to cancel is asked first, and says how far it has come.
        QVERIFY2(press("Cancel the invitation") && waitFor("Cancel the invitation for Luis?") && press("Go back"),
                 qPrintable(screen().spoken()));
        QCOMPARE(openInvitation(second, secondCode), 200);
        QVERIFY2(press("Cancel the invitation") && press("Cancel it now") && waitFor("Stopped. Luis sees nothing from now on."),
                 qPrintable(screen().spoken()));
        QVERIFY2(press("Close") && waitFor("Luis sees nothing. They were not told why."), qPrintable(screen().spoken()));
        QCOMPARE(openInvitation(second, secondCode), 404);
        QCOMPARE(consentsFor("Luis Ortega").first()[QLatin1String("status")].toString(), QStringLiteral("inactive"));
    }

    void whoIsOfflineLosesNothing()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        QVERIFY2(openPeople() && press("Invite somebody"), qPrintable(screen().spoken()));
        m_stage->closeClinic();
        QVERIFY2(sign("Ana Ruiz"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Inviting needs the network. *"), qPrintable(screen().spoken()));
        QVERIFY2(press("Close") && waitFor("Your invitation for Ana is not finished"), qPrintable(screen().spoken()));
        QVERIFY(m_stage->openClinic());
        QVERIFY2(press("Go on") && press("Try again") && waitFor("The code: *"), qPrintable(screen().spoken()));
        QCOMPARE(consentsFor("Ana Ruiz").size(), 1);
        QVERIFY2(press("Done") && waitFor("Ana Ruiz*"), qPrintable(screen().spoken()));

        // To stop without the network says that it waits.
        QVERIFY2(press("Rosa Bell*") && waitFor("Stop sharing"), qPrintable(screen().spoken()));
        m_stage->closeClinic();
        QVERIFY(press("Stop sharing") && press("Stop now"));
        QVERIFY2(waitFor("Saved here. It takes effect when this device is online. *") && waitFor("Call your clinic, *"),
                 qPrintable(screen().spoken()));
        // Away from the pages that can be left quickly, what is said about the connection is at the top again, and covers nothing.
        m_stage->app().navigator().go(Navigator::MyPeople);
        QVERIFY2(waitFor("Add a person") && waitFor("You’re offline. *"), qPrintable(screen().spoken()));
        QCOMPARE_LE(screen().find(QStringLiteral("You’re offline. *"))->rect().bottom(),
                    screen().find(QStringLiteral("My people"))->rect().top());
        m_stage->app().navigator().back();
        QVERIFY(m_stage->openClinic());
        m_stage->app().account().sync()->retryNow();
        QVERIFY2(waitFor("Rosa sees nothing. *"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("What Rosa could see") && !screen().has(QStringLiteral("What Rosa can see")),
                 qPrintable(screen().spoken()));
    }

    void whereTheClinicSignsFirst()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        QVERIFY(family({QStringLiteral("--countersign"), QStringLiteral("on")}));
        QVERIFY2(openPeople() && press("Invite somebody") && sign("Luis Ortega"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your clinic signs first") && press("Done") && waitFor("Luis Ortega, *The clinic signs first*"),
                 qPrintable(screen().spoken()));
        const QString id = consentsFor("Luis Ortega").first()[QLatin1String("id")].toString();
        QVERIFY(family({QStringLiteral("--sign"), id}));
        QCOMPARE(consentsFor("Luis Ortega").first()[QLatin1String("status")].toString(), QStringLiteral("active"));
        // As each minute does. The command line signs by this machine's clock, which is ahead of the sample clinic's: what seems to come from the
        // future is taken as of now, and may need one more look.
        QVERIFY2(screen().waitUntil(
                     [this] {
                         m_stage->app().account().refreshIfOlderThan(std::chrono::minutes(0));
                         return screen().has(QStringLiteral("Luis Ortega, *Invited*"));
                     },
                     30'000),
                 qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Luis Ortega, *Invited*") && press("Luis Ortega*") && press("Make a code") && waitFor("The code: *"),
                 qPrintable(screen().spoken()));
        QCOMPARE(consentsFor("Luis Ortega").size(), 1);
    }

    void fromTheSessionItself()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        const QList<Session> coming =
            m_stage->app().account().records()->sessions(QDate(2026, 11, 19), QDate(2026, 12, 31)).value_or(QList<Session>());
        const auto family = std::find_if(coming.cbegin(), coming.cend(), [](const Session &one) {
            return one.kind == SessionKind::Family && one.status == SessionStatus::Booked;
        });
        QVERIFY(family != coming.cend());
        m_stage->app().navigator().go(Navigator::SessionPage, family->id);
        QVERIFY2(press("Invite somebody to this session, *") && waitFor("One family session"), qPrintable(screen().spoken()));
        QVERIFY2(sign("Luis Ortega") && waitFor("The code: *"), qPrintable(screen().spoken()));
        const QJsonObject consent = consentsFor("Luis Ortega").first().toObject();
        QVERIFY(QJsonDocument(consent).toJson().contains(QString(u"Appointment/" + family->id).toUtf8()));
    }

    /// Design clinical 7.1: within 5 seconds, while the other app has its connection open.
    void toStopIsInForceWithinFiveSeconds()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        RelativesApp relative(*m_stage);
        QVERIFY2(relative.timeOf("shared", 90'000) > 0, relative.heard().constData());

        QVERIFY2(openPeople() && press("Rosa Bell*") && press("Stop sharing") && waitFor("Stop now"),
                 qPrintable(screen().spoken()));
        const qint64 tapped = wallTime();
        QVERIFY(screen().press(QStringLiteral("Stop now")));
        const qint64 refused = relative.timeOf("refused", 30'000);
        QVERIFY2(refused > 0, relative.heard().constData());
        qInfo("refused %lld ms after the tap", static_cast<long long>(refused - tapped));
        QVERIFY2(refused - tapped <= 5000, qPrintable(QString::number(refused - tapped)));
        QVERIFY2(relative.timeOf("said", 30'000) > 0, relative.heard().constData());
        QVERIFY(relative.process().waitForFinished(30'000));
        QCOMPARE(relative.process().exitCode(), 0);
        QVERIFY2(waitFor("Rosa sees nothing. They were not told why."), qPrintable(screen().spoken()));
        for (const QJsonValue &consent : consentsFor("Rosa Bell"))
            QCOMPARE(consent[QLatin1String("status")].toString(), QStringLiteral("inactive"));
    }

    /// One of two permissions is stopped: the page leads to the other, and back.
    void whereAnotherPermissionHolds()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        QJsonObject second = consentsFor("Rosa Bell").first().toObject();
        QCOMPARE(second.value(QLatin1String("status")).toString(), QStringLiteral("active"));
        second.insert(QStringLiteral("id"), QStringLiteral("second"));
        second.remove(QStringLiteral("identifier"));
        QVERIFY(m_stage->importToClinic({QJsonObject{{QStringLiteral("resource"), second}}}));
        m_stage->app().account().refreshIfOlderThan(std::chrono::minutes(0));
        QVERIFY2(openPeople() && press("Rosa Bell*") && waitFor("Another permission for Rosa"), qPrintable(screen().spoken()));
        QVERIFY2(press("Stop sharing") && waitFor("This permission ends. Rosa still sees*") && press("Stop now"),
                 qPrintable(screen().spoken()));
        QVERIFY2(waitFor("This permission is over. Rosa still sees*"), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Rosa sees nothing*")) && !screen().has(QStringLiteral("Stop sharing")));
        QVERIFY2(waitFor("What Rosa still sees") && press("Rosa Bell, *") && waitFor("Stop sharing"),
                 qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("This permission is over.*")));
        QVERIFY2(press("Back") && waitFor("This permission is over. Rosa still sees*"), qPrintable(screen().spoken()));
        QVERIFY2(press("Rosa Bell, *") && press("Stop sharing") && press("Stop now")
                     && waitFor("Rosa sees nothing. They were not told why."),
                 qPrintable(screen().spoken()));
    }

    /// On the person's own page, from the clinic's log: nothing, then what their app read, then the same without a network.
    void whatTheySawAndWhen()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        QVERIFY2(openPeople() && press("Rosa Bell*") && waitFor("What Rosa saw, and when"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Rosa has not looked at anything yet."), qPrintable(screen().spoken()));
        {
            RelativesApp relative(*m_stage);
            QVERIFY2(relative.timeOf("shared", 90'000) > 0, relative.heard().constData());
        }
        // The clinic is not asked again within a minute.
        m_stage->clock().advance(std::chrono::minutes(2));
        QVERIFY(press("Back") && press("Rosa Bell*"));
        QVERIFY2(waitFor("Today, *") && waitFor("*Looked at: your sessions*"), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Rosa has not looked at anything yet.")));
        // She is told of nothing else: not of her plan, her messages, or of something without a name.
        for (const char *other : {"your plan", "your messages", "your medicine", "your check-ins", "your records", "who looked"})
            QVERIFY2(!screen().spoken().contains(QStringLiteral("Looked at: ") + QString::fromLatin1(other)), other);
        // All of it is one tap away, with what others did.
        QVERIFY2(press("Who looked, *") && waitFor("Rosa Bell, sister") && waitFor("*Looked at: your sessions*"),
                 qPrintable(screen().spoken()));

        m_stage->closeClinic();
        m_stage->clock().advance(std::chrono::minutes(2));
        QVERIFY(press("Back") && press("Back") && press("Rosa Bell*"));
        QVERIFY2(waitFor("As of Today, *") && waitFor("Try again"), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("*Looked at: your sessions*")), qPrintable(screen().spoken()));
        QVERIFY2(press("Back") && press("Luis Bell*") && waitFor("This was not loaded yet."), qPrintable(screen().spoken()));
        QVERIFY(m_stage->openClinic());
        QVERIFY2(press("Try again") && waitFor("Luis has not looked at anything yet."), qPrintable(screen().spoken()));
    }

    /// The clinic fears for this patient: nothing of it is there, and nothing tells so.
    void whereTheClinicHasShutIt()
    {
        QVERIFY2(come(), "the clinic and the app do not open");
        QVERIFY(isOffered());
        QVERIFY(openPeople() && press("Invite somebody"));
        const QJsonObject coding{{QStringLiteral("system"), QStringLiteral("https://handrail.example/fhir/CodeSystem/flag")},
                                 {QStringLiteral("code"), QStringLiteral("no-joint")}};
        const QJsonObject flag{
            {QStringLiteral("resourceType"), QStringLiteral("Flag")},
            {QStringLiteral("id"), QStringLiteral("f1")},
            {QStringLiteral("status"), QStringLiteral("active")},
            {QStringLiteral("code"), QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}},
            {QStringLiteral("subject"), QJsonObject{{QStringLiteral("reference"), QString(u"Patient/" + patient())}}}};
        QVERIFY(m_stage->importToClinic(QJsonArray{QJsonObject{{QStringLiteral("resource"), flag}}}));
        QVERIFY2(sign("Luis Ortega") && waitFor("Your clinic arranges this together with you. What you signed is not used, *"),
                 qPrintable(screen().spoken()));
        QVERIFY(consentsFor("Luis Ortega").isEmpty());
        QVERIFY2(press("Close") && press("Back") && waitFor("Ask your clinic who else can see sessions"),
                 qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("People I share with*")));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    if (QGuiApplication::arguments().value(1) == u"--relative")
        return beRelative(QGuiApplication::arguments());
    TestSharing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sharing.moc"
