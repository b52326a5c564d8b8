// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/Platform.h"
#include "platform/common/DesktopBrowser.h"
#include "platform/common/DesktopCalendarExport.h"
#include "platform/common/DesktopDialer.h"
#include "platform/common/DesktopDirections.h"
#include "platform/common/DesktopFileExport.h"
#include "platform/linux/SchemeHandlers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace handrail;
using namespace Qt::StringLiterals;

class DoorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        m_canOpen = true;
    }
    void browser_data();
    void browser();
    void aLookAlikeIsHandedOverAsWhatItIs();
    void dialer_data();
    void dialer();
    void aTextHasItsWords();
    void dialerAsksOnceAndLate();
    void noPhoneHere();
    void directions();
    void calendar();
    void calendarNames_data();
    void calendarNames();
    void calendarFailures();
    void ownFiles();
    void schemeHandlers();
    void portsAreComplete();
    void memoryStaysPrivate();

private:
    UrlOpener opener()
    {
        return [this](const QUrl &url) {
            m_opened.append(url);
            return m_canOpen;
        };
    }

    QList<QUrl> m_opened;
    bool m_canOpen = true;
};

void DoorsTest::browser_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isOpened");
    QTest::newRow("https") << u"https://meet.clinic.example/room?x=1"_s << true;
    QTest::newRow("loopback") << u"http://127.0.0.1:4000/authorize?state=a"_s << true;
    QTest::newRow("loopback 6") << u"http://[::1]:4000/"_s << true;
    QTest::newRow("localhost") << u"http://localhost:4000/"_s << true;
    QTest::newRow("plain http") << u"http://clinic.example/"_s << false;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.evil.example/"_s << false;
    QTest::newRow("looks like localhost") << u"http://l\u043ecalhost/"_s << false;
    QTest::newRow("user info") << u"https://good.example@evil.example/"_s << false;
    QTest::newRow("wide at sign") << u"https://good.example\uff20evil.example/"_s << false;
    QTest::newRow("turned round") << u"https://good.example\u202emoc.evil.example/"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("upper") << u"JAVASCRIPT:alert(1)"_s << false;
    QTest::newRow("tel") << u"tel:988"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void DoorsTest::browser()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isOpened);
    DesktopBrowser browser(opener());
    QCOMPARE(browser.open(QUrl(address)), isOpened);
    QCOMPARE(m_opened.size(), isOpened ? 1 : 0);
    m_canOpen = false;
    QVERIFY(!browser.open(QUrl(address)));
}

/// A name may have letters of any script; the browser gets those that no eye takes for others.
void DoorsTest::aLookAlikeIsHandedOverAsWhatItIs()
{
    DesktopBrowser browser(opener());
    QVERIFY(browser.open(QUrl(u"https://cl\u0456nic.org/\u202egpj.exe"_s)));
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.first().toEncoded(), QByteArray("https://xn--clnic-o2e.org/%E2%80%AEgpj.exe"));
}

void DoorsTest::dialer_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("isHanded");
    QTest::newRow("988") << u"988"_s << true;
    QTest::newRow("plus") << u"+15555550100"_s << true;
    QTest::newRow("short") << u"9"_s << false;
    QTest::newRow("long") << u"1234567890123456"_s << false;
    QTest::newRow("pause") << u"988,,1"_s << false;
    QTest::newRow("extension") << u"988;ext=2"_s << false;
    QTest::newRow("star code") << u"*#06#"_s << false;
    QTest::newRow("encoded") << u"*%2306%23"_s << false;
    QTest::newRow("line break") << u"988\n"_s << false;
    QTest::newRow("other digits") << u"\u0669\u0668\u0668"_s << false;
    QTest::newRow("blank") << u"555 0100"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void DoorsTest::dialer()
{
    QFETCH(const QString, number);
    QFETCH(const bool, isHanded);
    DesktopDialer dialer([](const QString &) { return true; }, opener());
    QVERIFY(dialer.canCall());
    QCOMPARE(dialer.call(number), isHanded);
    QCOMPARE(dialer.text(number, {}), isHanded);
    if (isHanded)
        QCOMPARE(m_opened, QList<QUrl>({QUrl(u"tel:"_s + number), QUrl(u"sms:"_s + number)}));
    else
        QVERIFY(m_opened.isEmpty());
}

void DoorsTest::aTextHasItsWords()
{
    DesktopDialer dialer([](const QString &) { return true; }, opener());
    QVERIFY(dialer.text(u"2075550142"_s, u"Hi & hello? 50% ok\nÑ"_s));
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.first().path(), u"2075550142"_s);
    QCOMPARE(m_opened.first().query(QUrl::FullyEncoded), u"body=Hi%20%26%20hello%3F%2050%25%20ok%0A%C3%91"_s);
    QVERIFY(!dialer.text(u"988&body=x"_s, u"Hi"_s));
}

void DoorsTest::dialerAsksOnceAndLate()
{
    QStringList asked;
    DesktopDialer dialer(
        [&asked](const QString &scheme) {
            asked.append(scheme);
            return scheme == u"tel";
        },
        opener());
    QVERIFY(asked.isEmpty());
    QVERIFY(dialer.canCall() && dialer.canCall() && dialer.call(u"988"_s));
    QCOMPARE(asked, QStringList(u"tel"_s));
    QVERIFY(!dialer.text(u"988"_s, {}));
}

void DoorsTest::noPhoneHere()
{
    DesktopDialer dialer([](const QString &) { return false; }, opener());
    QVERIFY(!dialer.canCall());
    QVERIFY(!dialer.call(u"988"_s));
    QVERIFY(!dialer.text(u"988"_s, {}));
    QVERIFY(m_opened.isEmpty());
}

void DoorsTest::directions()
{
    const QString address = u"214 Harbor Street,  Unit #3 & 4 + Ñ"_s;
    QVERIFY(DesktopDirections([](const QString &scheme) { return scheme == u"geo"; }, opener()).open(address));
    QCOMPARE(m_opened.last().toEncoded(), QByteArray("geo:0,0?q=214%20Harbor%20Street%2C%20Unit%20%233%20%26%204%20%2B%20%C3%91"));
    DesktopDirections withoutMap([](const QString &) { return false; }, opener());
    QVERIFY(withoutMap.open(address));
    QCOMPARE(
        m_opened.last().toEncoded(),
        QByteArray("https://www.openstreetmap.org/search?query=214%20Harbor%20Street%2C%20Unit%20%233%20%26%204%20%2B%20%C3%91"));
    QVERIFY(!withoutMap.open(u"  \n"_s));
    QVERIFY(withoutMap.open(QString(9000, u'x')));
    QVERIFY(m_opened.last().toEncoded().size() < 600);
    m_canOpen = false;
    QVERIFY(!withoutMap.open(address));
}

void DoorsTest::calendar()
{
    const QTemporaryDir directory;
    const QString folder = directory.filePath(u"cache/calendar"_s);
    const QByteArray event = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    QVERIFY(QDir().mkpath(folder));
    QFile left(folder + u"/left-by-a-crash.ics"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    {
        DesktopCalendarExport calendar(folder, opener());
        QVERIFY(left.exists()); // nothing happens before it is needed
        QVERIFY(calendar.open(event, u"Evening group.ics"_s));
        QVERIFY(!left.exists());
        const QString path = m_opened.value(0).toLocalFile();
        QCOMPARE(path, folder + u"/Evening-group.ics"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), event);
        QCOMPARE(QFileInfo(path).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
        QCOMPARE(QFileInfo(folder).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
        QVERIFY(calendar.open(event, u"Family.ics"_s));
        QVERIFY(QFile::exists(path)); // the calendar program may still read it
    }
    QVERIFY(QDir(folder).isEmpty());
}

void DoorsTest::calendarNames_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("name");
    QTest::newRow("climbing") << u"../../.bashrc"_s << u"bashrc.ics"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s << u"etc-passwd.ics"_s;
    QTest::newRow("double") << u"a.ics.exe"_s << u"a-ics-exe.ics"_s;
    QTest::newRow("empty") << QString() << u"session.ics"_s;
    QTest::newRow("dots") << u"...ics"_s << u"session.ics"_s;
    QTest::newRow("long") << QString(300, u'x') << QString(QString(60, u'x') + u".ics"_s);
}

void DoorsTest::calendarNames()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, name);
    const QTemporaryDir directory;
    DesktopCalendarExport calendar(directory.path(), opener());
    QVERIFY(calendar.open("BEGIN:VCALENDAR", asked));
    QCOMPARE(m_opened.value(0).toLocalFile(), directory.filePath(name));
}

void DoorsTest::calendarFailures()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto unwritable = DesktopCalendarExport(directory.filePath(u"file/calendar"_s), opener()).open("BEGIN:VCALENDAR", u"a"_s);
    QVERIFY(!unwritable);
    QCOMPARE(unwritable.error().kind, ProblemKind::StoreReadOnly);
    DesktopCalendarExport calendar(directory.filePath(u"calendar"_s), opener());
    const auto empty = calendar.open({}, u"a"_s);
    QVERIFY(!empty);
    QCOMPARE(empty.error().kind, ProblemKind::BadData);
    m_canOpen = false;
    const auto nobody = calendar.open("BEGIN:VCALENDAR", u"a"_s);
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, ProblemKind::NotFound);
}

void DoorsTest::ownFiles()
{
    const QTemporaryDir directory;
    DesktopFileExport files(directory.filePath(u"Downloads"_s));
    const auto first = files.save(u"handrail-2026-11-18.txt"_s, "one");
    QVERIFY(first);
    QCOMPARE(*first, directory.filePath(u"Downloads/handrail-2026-11-18.txt"_s));
    QCOMPARE(QFileInfo(*first).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    // What is there already stays, a link that points nowhere too.
    QVERIFY(QFile::link(directory.filePath(u"elsewhere"_s), directory.filePath(u"Downloads/handrail-2026-11-18-2.txt"_s)));
    const auto second = files.save(u"handrail-2026-11-18.txt"_s, "two");
    QVERIFY(second);
    QCOMPARE(*second, directory.filePath(u"Downloads/handrail-2026-11-18-3.txt"_s));
    QVERIFY(!QFile::exists(directory.filePath(u"elsewhere"_s)));
    QFile file(*first);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one"));

    // In pieces; what is given up leaves nothing.
    {
        const auto whole = files.begin(u"pieces.txt"_s);
        QVERIFY(whole && (*whole)->write("a") && (*whole)->write("b"));
        QCOMPARE((*whole)->finish().value_or(QString()), directory.filePath(u"Downloads/pieces.txt"_s));
        const auto givenUp = files.begin(u"given-up.txt"_s);
        QVERIFY(givenUp && (*givenUp)->write("a"));
        QVERIFY(QFile::exists(directory.filePath(u"Downloads/given-up.txt"_s)));
    }
    QFile pieces(directory.filePath(u"Downloads/pieces.txt"_s));
    QVERIFY(pieces.open(QIODevice::ReadOnly));
    QCOMPARE(pieces.readAll(), QByteArray("ab"));
    QVERIFY(!QFile::exists(directory.filePath(u"Downloads/given-up.txt"_s)));

    const auto unwritable = DesktopFileExport(*first + u"/folder"_s).save(u"a.txt"_s, "x");
    QVERIFY(!unwritable);
    QCOMPARE(unwritable.error().kind, ProblemKind::StoreReadOnly);
}

void DoorsTest::schemeHandlers()
{
    const QTemporaryDir directory;
    const auto write = [&directory](const QString &name, const QByteArray &content) {
        QVERIFY(QDir().mkpath(QFileInfo(directory.filePath(name)).path()));
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    };
    qputenv("XDG_DATA_HOME", directory.filePath(u"data"_s).toLocal8Bit());
    qputenv("XDG_DATA_DIRS", directory.filePath(u"system"_s).toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", directory.filePath(u"config"_s).toLocal8Bit());
    qputenv("XDG_CONFIG_DIRS", directory.filePath(u"none"_s).toLocal8Bit());
    QVERIFY(!hasSchemeHandler(u"tel"_s));
    write(u"system/applications/mimeinfo.cache"_s,
          "[MIME Cache]\nx-scheme-handler/tel=phone.desktop;\nx-scheme-handler/telx=b.desktop;\n");
    QVERIFY(!hasSchemeHandler(u"tel"_s)); // named, but not installed any more
    write(u"system/applications/phone.desktop"_s, "[Desktop Entry]\n");
    QVERIFY(hasSchemeHandler(u"tel"_s));
    QVERIFY(!hasSchemeHandler(u"te"_s));
    QVERIFY(!hasSchemeHandler(u"sms"_s));
    write(u"config/mimeapps.list"_s, "[Removed Associations]\nx-scheme-handler/sms=phone.desktop\n");
    QVERIFY(!hasSchemeHandler(u"sms"_s));
    write(u"config/mimeapps.list"_s, "[Default Applications]\nx-scheme-handler/sms=phone.desktop\n");
    QVERIFY(hasSchemeHandler(u"sms"_s));
}

void DoorsTest::portsAreComplete()
{
    const Ports ports = makePorts();
    QVERIFY(ports.secrets && ports.browser && ports.dialer && ports.calendar && ports.directions && ports.files);
    QVERIFY(ports.deviceAuth && !ports.deviceAuth->isAvailable());
    QVERIFY(!ports.browser->open(QUrl(u"file:///etc/passwd"_s)));
    QVERIFY(!ports.dialer->call(u"*#06#"_s));
}

void DoorsTest::memoryStaysPrivate()
{
    QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
    keepMemoryPrivate();
    QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    rlimit cores{1, 1};
    QCOMPARE(getrlimit(RLIMIT_CORE, &cores), 0);
    QCOMPARE(cores.rlim_cur, rlim_t(0));
    QCOMPARE(cores.rlim_max, rlim_t(0)); // and nothing in this process raises it again
}

QTEST_GUILESS_MAIN(DoorsTest)
#include "tst_doors.moc"
