// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "crisis/ClinicContactFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

class ClinicContactFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheContact();
    void onlyTheOwnerReadsIt();
    void absentFile();
    void damagedFileIsIgnored_data();
    void damagedFileIsIgnored();
    void unusableContactLeavesTheOldOne();
    void folderThatCannotBeWritten();
    void removes();

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("clinic.json")); }
    void put(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    const ClinicContact m_clinic{QStringLiteral("Harbor Street Clinic"), QStringLiteral("+12075550142"),
                                 QStringLiteral("On call 24 hours"), Monitoring::BusinessHours};
    const KeptClinic m_kept{m_clinic, QStringLiteral("https://harborstreet.example/fhir/R4")};
};

void ClinicContactFileTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void ClinicContactFileTest::keepsTheContact()
{
    QVERIFY(ClinicContactFile(path()).write(m_kept));
    const std::optional<KeptClinic> read = ClinicContactFile(path()).read();
    QVERIFY(read);
    QCOMPARE(read->contact.name, m_clinic.name);
    QCOMPARE(read->contact.phone, m_clinic.phone);
    QCOMPARE(read->contact.hours, m_clinic.hours);
    QCOMPARE(int(read->contact.monitoring), int(Monitoring::BusinessHours));
    QCOMPARE(read->server, m_kept.server);
}

void ClinicContactFileTest::onlyTheOwnerReadsIt()
{
    QVERIFY(ClinicContactFile(path()).write(m_kept));
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void ClinicContactFileTest::absentFile()
{
    QVERIFY(!ClinicContactFile(path()).read());
    QVERIFY(!ClinicContactFile(m_dir->path()).read());
}

void ClinicContactFileTest::damagedFileIsIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = R"({"format":1,"name":"A","phone":"+12075550142","hours":""})";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << good.left(good.size() - 2);
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("other format") << QByteArray(good).replace("\"format\":1", "\"format\":2");
    QTest::newRow("bad number") << QByteArray(good).replace("+1207", "*1207");
    QTest::newRow("number with a blank") << QByteArray(good).replace("+1207", "+1207 ");
    QTest::newRow("no name") << QByteArray(good).replace("\"A\"", "7");
    QTest::newRow("override in the name") << QByteArray(good).replace("\"A\"",
                                                                      "\"A\xe2\x80\xae"
                                                                      "B\"");
    QTest::newRow("half a character in the name") << QByteArray(good).replace("\"A\"", R"("A\ud800")");
    QTest::newRow("too large") << QByteArray(good + QByteArray(5000, ' '));
    QTest::newRow("zeros") << QByteArray(100, '\0');
}

void ClinicContactFileTest::damagedFileIsIgnored()
{
    QFETCH(QByteArray, bytes);
    put(R"({"format":1,"name":"A","phone":"+12075550142","hours":""})"); // as it was written before it said whose it is
    QVERIFY(ClinicContactFile(path()).read() && ClinicContactFile(path()).read()->server.isEmpty());
    put(bytes);
    QVERIFY(!ClinicContactFile(path()).read());
}

void ClinicContactFileTest::unusableContactLeavesTheOldOne()
{
    const ClinicContactFile file(path());
    QVERIFY(file.write(m_kept));
    KeptClinic bad = m_kept;
    bad.contact.phone = QStringLiteral("call us");
    QVERIFY(!file.write(bad));
    KeptClinic large = m_kept;
    large.server += QString(5000, u'x');
    QVERIFY(!file.write(large));
    QCOMPARE(file.read(), m_kept);
}

void ClinicContactFileTest::folderThatCannotBeWritten()
{
    QVERIFY(!ClinicContactFile(m_dir->filePath(QStringLiteral("none/clinic.json"))).write(m_kept));
}

void ClinicContactFileTest::removes()
{
    const ClinicContactFile file(path());
    QVERIFY(file.write(m_kept));
    QVERIFY(file.remove());
    QVERIFY(!QFile::exists(path()));
    QVERIFY(file.remove());
}

QTEST_GUILESS_MAIN(ClinicContactFileTest)
#include "tst_cliniccontactfile.moc"
