// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentTexts.h"
#include "content/ContentLibrary.h"
#include "content/Pack.h"

#include <QCoreApplication>
#include <QTest>
#include <QtEndian>

#include <sodium.h>

using namespace handrail;

namespace {

/// A clinic that makes packs, with a key of its own, made for this run.
struct Clinic {
    QByteArray open = QByteArray(packKeyBytes, '\0');
    QByteArray secret = QByteArray(crypto_sign_SECRETKEYBYTES, '\0');

    Clinic()
    {
        crypto_sign_keypair(reinterpret_cast<unsigned char *>(open.data()), reinterpret_cast<unsigned char *>(secret.data()));
    }

    [[nodiscard]] static PackManifest manifest(int version)
    {
        return {QStringLiteral("clinic-pack"),
                version,
                {QStringLiteral("en"), QStringLiteral("es")},
                QDateTime(QDate(2026, 11, 26), QTime(9, 0), Qt::UTC)};
    }
    [[nodiscard]] QByteArray pack(int version, const texts::MapTexts &set = texts::aWholeSet()) const
    {
        return signedPack(manifest(version), set.map, secret);
    }
    /// Signs another manifest over the same texts.
    [[nodiscard]] QByteArray resigned(const QByteArray &pack, const QByteArray &from, const QByteArray &to) const
    {
        const qsizetype head = 8 + packSignatureBytes + 4;
        const qsizetype length = qFromBigEndian<quint32>(pack.constData() + head - 4);
        QByteArray json = pack.mid(head, length);
        json.replace(from, to);
        const QByteArray message = pack.left(8) + json;
        QByteArray signature(packSignatureBytes, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr,
                             reinterpret_cast<const unsigned char *>(message.constData()), std::size_t(message.size()),
                             reinterpret_cast<const unsigned char *>(secret.constData()));
        QByteArray size(4, '\0');
        qToBigEndian(quint32(json.size()), size.data());
        return pack.left(8) + signature + size + json + pack.mid(head + length);
    }
};

/// The fault's name, or "good".
QString verdictOf(const PackResult<std::shared_ptr<const Pack>> &result)
{
    return result ? QStringLiteral("good") : nameOf(result.error().fault);
}

} // namespace

/// Packs of a clinic: taken when all of it is in order, and else nothing changes.
class TestPack final : public QObject
{
    Q_OBJECT

private:
    Clinic m_clinic;

    [[nodiscard]] QString verdict(const QByteArray &bytes) const { return verdictOf(Pack::open(bytes, m_clinic.open)); }

private Q_SLOTS:
    void aGoodOneIsRead()
    {
        const auto pack = Pack::open(m_clinic.pack(3), m_clinic.open);
        QVERIFY2(pack, qPrintable(pack ? QString() : pack.error().what));
        QCOMPARE((*pack)->manifest(), Clinic::manifest(3));
        QCOMPARE((*pack)->paths(), texts::aWholeSet().paths());
        QCOMPARE((*pack)->text(QStringLiteral("skills/feet-down/en.md")), texts::skill("feet-down"));
        const ContentLibrary library(QStringLiteral("es"), {*pack, builtInTexts()});
        QVERIFY(library.skill(QStringLiteral("feet-down")));
        QVERIFY(library.skill(QStringLiteral("ride-the-urge")));
    }

    void thisBuildTakesNone()
    {
        if (!packKey().isEmpty())
            QSKIP("this build has a key");
        // No key opens nothing, and one of zeros is none.
        QCOMPARE(verdictOf(Pack::open(m_clinic.pack(1), packKey())), QStringLiteral("WrongKey"));
        QCOMPARE(verdictOf(Pack::open(m_clinic.pack(1), QByteArray(packKeyBytes, '\0'))), QStringLiteral("WrongKey"));
    }

    void cutShortAnywhere()
    {
        const QByteArray whole = m_clinic.pack(1);
        for (qsizetype size = 0; size < whole.size(); size += size < 200 ? 1 : 97)
            QVERIFY2(verdict(whole.left(size)) != QLatin1String("good"), qPrintable(QString::number(size)));
        QCOMPARE(verdict(whole.chopped(1)), QStringLiteral("CutShort"));
        QCOMPARE(verdict(whole.left(20)), QStringLiteral("CutShort"));
        QCOMPARE(verdict(whole.left(100)), QStringLiteral("CutShort"));
        QCOMPARE(verdict(whole + 'x'), QStringLiteral("CutShort"));
        QCOMPARE(verdict(whole), QStringLiteral("good"));
    }

    void changedAnywhere()
    {
        const QByteArray whole = m_clinic.pack(1);
        for (qsizetype at = 0; at < whole.size(); at += at < 300 ? 1 : 31) {
            QByteArray changed = whole;
            changed[at] = char(changed.at(at) ^ 0x20);
            QVERIFY2(verdict(changed) != QLatin1String("good"), qPrintable(QString::number(at)));
        }
        QByteArray text = whole;
        text[text.size() - 2] = 'x';
        QCOMPARE(verdict(text), QStringLiteral("WrongContent"));
        QByteArray manifest = whole;
        manifest.replace("\"version\":1", "\"version\":9");
        QCOMPARE(verdict(manifest), QStringLiteral("WrongKey"));
    }

    void signedByAnother()
    {
        QCOMPARE(verdict(Clinic().pack(1)), QStringLiteral("WrongKey"));
        QByteArray unsignedOne = m_clinic.pack(1);
        unsignedOne.replace(8, packSignatureBytes, QByteArray(packSignatureBytes, '\0'));
        QCOMPARE(verdict(unsignedOne), QStringLiteral("WrongKey"));
    }

    void whatIsNoPack()
    {
        for (const QByteArray &bytes : {QByteArray("HRPACK2\n").append(500, 'x'), QByteArray(500, 'x'), QByteArray("PK\x03\x04")})
            QCOMPARE(verdict(bytes), QStringLiteral("NotAPack"));
        QCOMPARE(verdict(QByteArray(maximumPackBytes + 1, 'x')), QStringLiteral("TooLarge"));
        QByteArray long_ = m_clinic.pack(1);
        long_.replace(8 + packSignatureBytes, 4, QByteArray("\xff\xff\xff\xff", 4));
        QCOMPARE(verdict(long_), QStringLiteral("TooLarge"));
    }

    void manifestsThatAreNotInOrder_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *verdict = "BadManifest") {
            QTest::newRow(name) << from << to << QString::fromLatin1(verdict);
        };
        row("another format", "\"format\":1", "\"format\":2");
        row("no JSON", "{\"", "\"");
        row("no version", "\"version\":7", "\"version\":0");
        row("a negative version", "\"version\":7", "\"version\":-7");
        row("a version in words", "\"version\":7", "\"version\":\"7\"");
        row("no id", "clinic-pack", "../pack");
        row("no date", "2026-11-26T09:00:00Z", "yesterday");
        row("a date without zone", "2026-11-26T09:00:00Z", "2026-11-26T09:00:00");
        row("no texts", "\"texts\"", "\"text\"");
        row("a language that is not named", "\"es\"]", "\"fr\"]");
        row("a path twice", "skills/feet-down/es.md", "skills/feet-down/en.md");
        row("a path outside", "skills/feet-down/es.md", "skills/../../es.md");
        row("an absolute path", "skills/feet-down/es.md", "/etc/feet-down/es.md");
        row("a negative length", "\"size\":", "\"size\":-");
        row("a huge length", "\"size\":", "\"size\":99999");
        row("another text's hash", "\"sha256\":\"", "\"sha256\":\"0", "BadManifest");
        row("the texts of one another", "skills/feet-down/en.md", "skills/feet-down/de.md");
    }

    void manifestsThatAreNotInOrder()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QByteArray whole = m_clinic.pack(7);
        QVERIFY(whole.contains(from));
        const QByteArray changed = m_clinic.resigned(whole, from, to);
        QVERIFY(changed != whole);
        QTEST(verdictOf(Pack::open(changed, m_clinic.open)), "verdict");
        QCOMPARE(verdict(m_clinic.resigned(whole, "xyz", "")), QStringLiteral("good"));
    }

    void textsThatAreNotInOrder_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *path, const QByteArray &text) {
            QTest::newRow(name) << QString::fromLatin1(path) << text;
        };
        row("a module without its lessons", "lessons/more/en.md", texts::module("more"));
        row("a lesson that is missing", "skills/more/en.md",
            QByteArray(texts::skill("more")).replace("The floor", "[The floor](lesson:gone)"));
        row("an id used twice", "skills/the-wave/en.md", texts::skill("the-wave"));
        row("an id that is another's", "skills/more/en.md", texts::skill("feet-down"));
        row("a negative time", "skills/more/en.md",
            QByteArray(texts::skill("more")).replace("\"say\":\"Feel", "\"seconds\":-5,\"say\":\"Feel"));
        row("a huge time", "skills/more/en.md",
            QByteArray(texts::skill("more")).replace("\"say\":\"Feel", "\"seconds\":86400,\"say\":\"Feel"));
        row("a loop", "skills/more/en.md",
            texts::skill("more", R"({"kind":"checklist","items":[{"id":"a","say":"A."},{"id":"b","say":"B."}],"then":"again"})"));
        row("an image from the net", "skills/more/en.md",
            QByteArray(texts::skill("more")).replace("The floor", "![x](https://example.org/x.png)"));
        row("a link to a file", "skills/more/en.md",
            QByteArray(texts::skill("more")).replace("The floor", "[The floor](file:///etc/passwd)"));
        row("10,000 lists", "skills/more/en.md",
            QByteArray(texts::skill("more")).replace("The floor", QByteArray("- ").repeated(10000)));
        row("no text", "skills/more/en.md", "x");
    }

    void textsThatAreNotInOrder()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        auto set = texts::aWholeSet();
        set.map.insert(path, text);
        QCOMPARE(verdict(m_clinic.pack(1, set)), QStringLiteral("BadTexts"));
    }

    /// A skill of the clinic's may take the place of a skill of ours, and of nothing else.
    void anIdOfAnotherKindIsRefused()
    {
        KnownIds ours;
        ours.skills = {QStringLiteral("feet-down")};
        QCOMPARE(verdictOf(Pack::open(m_clinic.pack(1), m_clinic.open, ours)), QStringLiteral("good"));
        for (QSet<QString> *other : {&ours.modules, &ours.lessons}) {
            *other = {QStringLiteral("feet-down")};
            QCOMPARE(verdictOf(Pack::open(m_clinic.pack(1), m_clinic.open, ours)), QStringLiteral("BadTexts"));
            other->clear();
        }
        ours.skills = {QStringLiteral("urges")}; // a module there
        QCOMPARE(verdictOf(Pack::open(m_clinic.pack(1), m_clinic.open, ours)), QStringLiteral("BadTexts"));
    }

    void aMissingLessonIsSeen()
    {
        auto set = texts::aWholeSet();
        set.map.remove(QStringLiteral("lessons/urges/the-wave/en.md"));
        set.map.remove(QStringLiteral("lessons/urges/the-wave/es.md"));
        QCOMPARE(verdict(m_clinic.pack(1, set)), QStringLiteral("BadTexts"));
    }
};

int main(int argc, char *argv[])
{
    if (sodium_init() < 0)
        return 1;
    QCoreApplication program(argc, argv);
    TestPack test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pack.moc"
