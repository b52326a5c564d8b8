// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"
#include "care/OwnMarks.h"
#include "care/SkillUse.h"
#include "store/AccountFiles.h"
#include "store/StoreKey.h"

#include <QCoroTask>
#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace handrail;

namespace {

/// In every text that the clinic has about the patient, and in what the patient writes. Nowhere else in the world.
const QString canary = QStringLiteral("Zaunkoenig");

/// All that was logged, whatever its level.
QByteArray logged;

void keepLogged(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message.toUtf8() + '\n';
}

/// Of a ContactPoint; elsewhere a "value" may be a number or a code.
const QString ofTelecom = QStringLiteral("telecom.value");

/// The words of a resource that people read: the canary is put behind each. Codes, references and addresses stay as they are.
QJsonValue marked(const QString &name, const QJsonValue &value)
{
    static const QStringList words{QStringLiteral("display"),
                                   QStringLiteral("text"),
                                   QStringLiteral("description"),
                                   QStringLiteral("comment"),
                                   QStringLiteral("title"),
                                   QStringLiteral("family"),
                                   QStringLiteral("given"),
                                   QStringLiteral("name"),
                                   QStringLiteral("patientInstruction"),
                                   QStringLiteral("valueString"),
                                   QStringLiteral("city"),
                                   QStringLiteral("line"),
                                   QStringLiteral("postalCode"),
                                   ofTelecom};
    if (value.isString())
        return words.contains(name) ? QString(value.toString() + u' ' + canary) : value;
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &entry : value.toArray())
            list << marked(name, entry);
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    // The clinic's own line is public, has to be called, and stays behind a sign-out so that Help now can show it.
    const bool isClinics = object.value(u"resourceType").toString() == u"Organization";
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString key = name == u"telecom" && member.key() == u"value" ? ofTelecom : member.key();
        if (key != u"coding" && key != u"meta" && !(isClinics && key == u"telecom"))
            member.value() = marked(key, member.value());
    }
    return object;
}

/// The ways in which a text or key could lie in a file.
QList<QByteArray> formsOf(const QByteArray &bytes)
{
    return {bytes, bytes.toHex(), bytes.toHex().toUpper(), bytes.toBase64(QByteArray::OmitTrailingEquals),
            bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)};
}

QList<QByteArray> formsOf(const QString &text)
{
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QList<QByteArray> forms = formsOf(text.toUtf8()) << wide;
    // In Base64 a text inside a longer one looks different by where it stands; its middle is the same in one of three ways.
    for (const char *shift : {"x", "xx"})
        forms << QByteArray(shift + text.toUtf8()).toBase64().mid(4).chopped(4);
    return forms;
}

/// "file: form" of the first of `needles` that lies in a file below one of `folders`; files named in `but` are left out.
QString firstFound(const QStringList &folders, const QList<QByteArray> &needles, const QStringList &but)
{
    for (const QString &folder : folders) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (but.contains(file.fileName()) || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const QByteArray &needle : needles) {
                if (bytes.contains(needle))
                    return file.fileName() + QStringLiteral(": ") + QString::fromLatin1(needle.toPercentEncoding());
            }
        }
    }
    return {};
}

} // namespace

/// What a person does with the app leaves nothing readable behind: not in a file of the device, not in a log.
class TestPrivacy final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Account &account() { return m_stage->app().account(); }
    Navigator &navigator() { return m_stage->app().navigator(); }
    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool typeInto(const char *name)
    {
        return waitFor(name) && screen().type(QString::fromUtf8(name), canary + QStringLiteral(" words"));
    }

    /// Everything below the test's own home and temporary folder but the clinic's database, which is another machine's.
    [[nodiscard]] QString firstFound(const QList<QByteArray> &needles) const
    {
        QStringList clinics;
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            clinics << m_stage->folder() + QStringLiteral("/clinic.db") + QLatin1String(suffix);
        return ::firstFound({QDir::homePath(), QDir::tempPath(), m_stage->folder()}, needles, clinics);
    }

    bool markEverythingAtTheClinic()
    {
        const auto all = test::ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"),
                                                        m_stage->folder() + QStringLiteral("/clinic.db"),
                                                        QStringLiteral("--patient"), QStringLiteral("p101")});
        QJsonArray entries;
        for (const QJsonValue &entry : QJsonDocument::fromJson(all.output).object().value(QLatin1String("entry")).toArray()) {
            const QJsonValue resource = entry.toObject().value(QLatin1String("resource"));
            // The clinic's public name and line lie in the clear on purpose: Help now shows them without a key.
            if (resource.toObject().value(QLatin1String("resourceType")) != QLatin1String("Organization"))
                entries << QJsonObject{{QStringLiteral("resource"), marked({}, resource)}};
        }
        return entries.size() > 50 && m_stage->importToClinic(entries);
    }

    bool answerTheCheckIn()
    {
        bool isGood = screen().press(QStringLiteral("Start the check-in"));
        while (isGood && !screen().has(QStringLiteral("Anything you want to note*")))
            isGood = screen().waitFor(QStringLiteral("Skip")) && screen().press(QStringLiteral("Skip"));
        QString field;
        for (QAccessibleInterface *thing : isGood ? screen().all() : QList<QAccessibleInterface *>()) {
            if (thing->role() == QAccessible::EditableText)
                field = thing->text(QAccessible::Name);
        }
        isGood = isGood && screen().type(field, canary + QStringLiteral(" note"));
        return isGood && screen().waitFor(QStringLiteral("Finish*")) && screen().press(QStringLiteral("Finish*"));
    }

private Q_SLOTS:
    void initTestCase() { qInstallMessageHandler(keepLogged); } // QTest has put its own in by now

    void init()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic());
        QVERIFY(markEverythingAtTheClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
    }

    void cleanup() { m_stage.reset(); }

    void nothingOfThePersonLiesInTheClear()
    {
        // The search itself works: at the clinic the words are there.
        QVERIFY(!::firstFound({m_stage->folder()}, formsOf(canary), {}).isEmpty());
        QVERIFY2(screen().waitFor(QStringLiteral("Next session: Evening group %1*").arg(canary)), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        QCOMPARE(firstFound(formsOf(canary)), QString());

        // A draft, then a check-in that waits, then one that was sent.
        m_stage->closeClinic();
        QVERIFY2(answerTheCheckIn(), qPrintable(screen().spoken()));
        QCOMPARE(firstFound(formsOf(canary)), QString());
        QVERIFY(screen().waitFor(QStringLiteral("Done")));
        QVERIFY(screen().press(QStringLiteral("Done")));
        QVERIFY(m_stage->openClinic());
        m_stage->app().account().sync()->retryNow();
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().records()->unsentCount() == 0; }, 30'000));
        QCOMPARE(firstFound(formsOf(canary)), QString());
        m_stage->closeApp();
        QCOMPARE(firstFound(formsOf(canary)), QString());

        for (const QByteArray &form : formsOf(canary))
            QVERIFY2(!logged.contains(form), logged.constData());
        QVERIFY(logged.contains("sent QuestionnaireResponse")); // so logging was heard at all
    }

    /// Wherever a patient types words of their own; the code, the link and the PIN, which open something; and the lock.
    void whatIsTypedAndGivenOutLiesNowhere()
    {
        QVERIFY(screen().waitUntil([this] { return account().isFirstSyncDone(); }));
        // A message that is begun, then sent; at the clinic it is readable.
        navigator().go(Navigator::Messages);
        QVERIFY2(typeInto("Write to Dana*"), qPrintable(screen().spoken()));
        QTest::qWait(1500); // a draft is kept within a second
        QVERIFY(!account().records()->store().valueNames(QString(draftPrefix % u"message"))->names.isEmpty());
        QCOMPARE(firstFound(formsOf(canary)), QString());
        QVERIFY(press("Send"));
        QVERIFY2(screen().waitUntil([this] { return m_stage->inbox().contains(canary.toUtf8()); }, 20'000),
                 qPrintable(screen().spoken()));

        navigator().go(Navigator::SafetyPlan);
        QVERIFY2(press("Begin") && typeInto("My warning signs, in my own words") && waitFor("Saved 3:2*"),
                 qPrintable(screen().spoken()));
        navigator().go(Navigator::MyPeople);
        QVERIFY2(press("Add a person") && waitFor("Phone number") && typeInto("Name") && typeInto("Who they are to you")
                     && screen().type(QStringLiteral("Phone number"), QStringLiteral("2075550142")) && press("Save")
                     && waitFor("My people"),
                 qPrintable(screen().spoken()));
        navigator().go(Navigator::Skill, QStringLiteral("thought-check"));
        QVERIFY2(typeInto("What happened?") && waitFor("Saved 3:2*"), qPrintable(screen().spoken()));
        navigator().go(Navigator::Progress);
        QVERIFY2(press("Mark a day") && typeInto("A word of your own, or none") && press("Save"), qPrintable(screen().spoken()));
        QCOMPARE(firstFound(formsOf(canary)), QString());

        QVERIFY(screen().waitUntil([this] { return m_stage->app().sharing().isOffered(); }, 30'000));
        navigator().go(Navigator::Invite);
        QVERIFY2(typeInto("Their first and last name") && press("Partner") && press("Next") && waitFor("Your permission to share")
                     && typeInto("Type your name to sign*"),
                 qPrintable(screen().spoken()));
        QVERIFY2(screen().type(QStringLiteral("Type your name to sign*"), QStringLiteral(" Bell")) && press("I agree")
                     && waitFor("The code: *"),
                 qPrintable(screen().spoken()));
        QStringList secrets{m_stage->app().invite().link().section(u'/', -1), m_stage->app().invite().codeText().remove(u' '),
                            m_stage->app().invite().codeText(), QStringLiteral("246810")};
        const QList<Session> sessions = account().records()->sessions(wednesday.date(), wednesday.date().addDays(60)).value();
        QVERIFY(std::any_of(sessions.begin(), sessions.end(), [](const Session &each) { return each.isVideo; }));
        for (const Session &session : sessions)
            QVERIFY2(session.joinUrl.isEmpty(), qPrintable(session.joinUrl.toString())); // it comes with the tap that opens it
        QVERIFY(secrets.at(0).size() > 16 && secrets.at(1).size() == 6);
        QList<QByteArray> needles = formsOf(canary);
        for (const QString &secret : std::as_const(secrets))
            needles << secret.toUtf8() << QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
        QVERIFY(press("Done"));
        QCOMPARE(firstFound(needles), QString());

        const auto pin = [] {
            Pin typed;
            for (const int digit : {2, 4, 6, 8, 1, 0})
                typed.append(digit);
            return typed;
        };
        QVERIFY(QCoro::waitFor(account().setPin(pin())));
        account().lock();
        QCOMPARE(account().state(), Account::State::Locked);
        QVERIFY(waitFor("Enter your PIN"));
        QCOMPARE(firstFound(needles), QString());
        m_stage->closeApp();
        QCOMPARE(firstFound(needles), QString());
        QVERIFY(m_stage->openApp() && waitFor("Enter your PIN"));
        QCoro::waitFor(account().unlock(pin()));
        QCOMPARE(account().state(), Account::State::Active);
        QVERIFY(ownMarks(*account().records(), wednesday.date(), wednesday.date())->values().value(0).contains(canary));
        QCoro::waitFor(account().signOut(Account::Leaving::Erase));
        QVERIFY(QDir(m_stage->folder() + QStringLiteral("/device/accounts"))
                    .entryList({QStringLiteral("*.db*")}, QDir::Files)
                    .isEmpty());
        QCOMPARE(firstFound(needles), QString());
        for (const QByteArray &needle : std::as_const(needles))
            QVERIFY2(!logged.contains(needle), needle.constData());
    }

    void nothingOfARelativeLiesInTheClear()
    {
        QCoro::waitFor(account().signOut());
        QVERIFY(waitFor("Sign in with your program"));
        QVERIFY2(m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return account().isFirstSyncDone(); }));
        QVERIFY2(press("Tell the clinic something*") && typeInto("What should the clinic know?"), qPrintable(screen().spoken()));
        QTest::qWait(1500);
        QVERIFY(!account().records()->store().valueNames(draftPrefix)->names.isEmpty());
        QCOMPARE(firstFound(formsOf(canary)), QString());
        m_stage->closeClinic();
        QVERIFY2(press("Send to the clinic") && waitFor("Saved*"), qPrintable(screen().spoken()));
        QCOMPARE(firstFound(formsOf(canary)), QString());
        QVERIFY(m_stage->openClinic());
        account().sync()->retryNow();
        QVERIFY(screen().waitUntil([this] { return account().records()->unsentCount() == 0; }, 30'000));
        QVERIFY(m_stage->inbox().contains(canary.toUtf8()));
        QCOMPARE(firstFound(formsOf(canary)), QString());
        QCoro::waitFor(account().signOut());
        QVERIFY(waitFor("Sign in with your program"));
        QCOMPARE(firstFound(formsOf(canary)), QString());
        for (const QByteArray &form : formsOf(canary))
            QVERIFY2(!logged.contains(form), logged.constData());
    }

    void theKeyLiesInTheKeychainAlone()
    {
        const QString hash = AccountFiles::hashOf(*m_stage->app().account().identity());
        const Ports ports = makePorts();
        const auto kept = QCoro::waitFor(ports.secrets->read(storeKeyName(hash)));
        QVERIFY(kept && *kept);
        const Result<StoreKey> key = StoreKey::fromKeychain(**kept);
        QVERIFY(key);
        const QByteArray secret(reinterpret_cast<const char *>(key->key().data()), StoreKey::keyBytes);
        QCOMPARE(firstFound(formsOf(secret)), QString());
        for (const QByteArray &form : formsOf(secret))
            QVERIFY(!logged.contains(form));
        // Its name, which says nothing, is what the store is found by.
        QVERIFY(!firstFound({key->id()}).isEmpty());
    }

    void afterSignOutNothingOfThePersonIsLeftAtAll()
    {
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        const QString device = m_stage->folder() + QStringLiteral("/device/accounts");
        QVERIFY(!QDir(device).entryList({QStringLiteral("*.db*")}, QDir::Files).isEmpty());
        QVERIFY2(m_stage->signOut(), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return QDir(device).entryList({QStringLiteral("*.db*")}, QDir::Files).isEmpty(); }));
        QCOMPARE(firstFound(formsOf(canary)), QString());
    }

    /// With its key, too: whoever has the device and its keychain finds what the person made here, and nothing that came from the clinic.
    void afterASkillNothingOfTheClinicIsLeft()
    {
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        Records &records = *m_stage->app().account().records();
        const QString hash = AccountFiles::hashOf(records.identity());
        SkillUse use;
        use.skill = QStringLiteral("box-breathing");
        use.at = wednesday;
        QVERIFY(noteSkillUse(records, use));
        QVERIFY(records.store().recordCount().value() > 50);
        QVERIFY2(m_stage->signOut(), qPrintable(screen().spoken()));
        const QString path = m_stage->folder() + QStringLiteral("/device/accounts/") + hash + QStringLiteral(".db");
        QVERIFY(QFile::exists(path));
        const auto kept = QCoro::waitFor(makePorts().secrets->read(storeKeyName(hash)));
        QVERIFY(kept && *kept);
        const auto store = Store::open(path, StoreKey::fromKeychain(**kept).value());
        QVERIFY(store);
        QCOMPARE((*store)->recordCount().value(), 0);
        const auto left = (*store)->valueNames({});
        QVERIFY(left);
        for (const QString &name : left->names) {
            const QByteArray value = (*store)->value(name).value().value_or(QByteArray());
            QVERIFY2(!value.contains(canary.toUtf8()), qPrintable(name));
        }
    }
};

int main(int argc, char *argv[])
{
    // What Qt puts aside for a while is looked through as well.
    const QString temporary = QDir::homePath() + QStringLiteral("/tmp");
    QDir().mkpath(temporary);
    qputenv("TMPDIR", QFile::encodeName(temporary));
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    QLoggingCategory::setFilterRules(QStringLiteral("handrail.*=true"));
    TestPrivacy test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_privacy.moc"
