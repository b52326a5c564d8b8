// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PackBench.h"
#include "fakes/DamagedStore.h"
#include "fakes/SmallDisk.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::test;
using namespace Qt::StringLiterals;

/// A clinic's packs: downloaded in pieces, taken when all is in order; and whatever else comes, the last good one stays.
class TestPackShelf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackArrivesOnce()
    {
        Bench bench;
        QVERIFY(!bench.update().isChanged);
        QVERIFY(bench.store->value(u"pack-versions"_s).value() == std::nullopt); // nothing is written where nothing is offered
        bench.publish(bench.key.pack(1));
        const PackShelf::Update arrived = bench.update();
        QVERIFY2(bench.result && arrived.isChanged && !arrived.isMissed,
                 qPrintable(bench.result ? QString() : nameOf(bench.result.error().kind)));
        QCOMPARE(bench.version(), 1);
        QVERIFY(bench.pieceRequests() > 1);
        QCOMPARE(bench.count(u"Binary"_s), 0); // it is not kept twice
        bench.clinic.forgetRequests();
        const PackShelf::Update again = bench.update();
        QVERIFY(!again.isChanged && !again.isMissed);
        QCOMPARE(bench.pieceRequests(), 0);
        bench.publish(bench.key.pack(7));
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 7);
    }

    void aPackInTheLibraryItself()
    {
        Bench bench;
        const QByteArray pack = bench.key.pack(1);
        bench.put(
            Bench::libraryOf(packId, u"active"_s,
                             {QJsonObject{{u"data"_s, base64(pack)}, {u"size"_s, pack.size()}, {u"hash"_s, base64(sha1(pack))}}}));
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 1);
        QCOMPARE(bench.pieceRequests(), 0);
    }

    void aDownloadGoesOnWhereItWasCutOff()
    {
        Bench bench;
        const QByteArray pack = bench.key.pack(1);
        bench.publish(pack, pack.size() / 6 + 1);
        int asked = 0;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (!request.url.path().contains(u"/Binary/") || ++asked < 4)
                return std::nullopt;
            return ScriptedClinic::Reply(tl::make_unexpected(Problem{ProblemKind::Offline, true, {}}));
        });
        const PackShelf::Update cut = bench.update();
        QVERIFY(!bench.result && bench.result.error().kind == ProblemKind::Offline);
        QVERIFY(cut.isMissed && !cut.isChanged);
        QCOMPARE(bench.version(), 0);
        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        bench.restart();
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.pieceRequests(), 3);
        QCOMPARE(bench.version(), 1);
    }

    void badUpdates_data()
    {
        // What is published over version 2 of the test's own clinic, and the fault that the log names.
        using Make = std::function<void(Bench &)>;
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *fault, const Make &make) {
            QTest::newRow(name) << make << QString::fromLatin1(fault);
        };
        const auto texts = [&row](const char *name, const texts::MapTexts &set) {
            row(name, "BadTexts", [set](Bench &bench) { bench.publish(bench.key.pack(3, set)); });
        };
        const QByteArray skill = texts::skill("more");
        row("cut short", "CutShort", [](Bench &bench) { bench.publish(bench.key.pack(3).chopped(9)); });
        row("signed by another key", "WrongKey", [](Bench &bench) { bench.publish(Key().pack(3)); });
        row("changed after it was signed", "WrongContent", [](Bench &bench) {
            QByteArray pack = bench.key.pack(3);
            pack[pack.size() - 2] = 'x';
            bench.publish(pack);
        });
        row("an older version", "NotNewer", [](Bench &bench) { bench.publish(bench.key.pack(1)); });
        row("the same version with other texts", "NotNewer",
            [skill](Bench &bench) { bench.publish(bench.key.pack(2, setWith("skills/more/en.md", skill))); });
        row("another pack", "OtherPack", [](Bench &bench) { bench.publish(bench.key.pack(3, texts::aWholeSet(), u"others"_s)); });
        row("no pack", "NotAPack", [](Bench &bench) { bench.publish(QByteArray(5000, 'x')); });
        texts::MapTexts lacking = texts::aWholeSet();
        lacking.map.remove(u"lessons/urges/the-wave/en.md"_s);
        lacking.map.remove(u"lessons/urges/the-wave/es.md"_s);
        texts("a missing lesson", lacking);
        texts("a negative time",
              setWith("skills/more/en.md", QByteArray(skill).replace("\"say\":\"Feel", "\"seconds\":-5,\"say\":\"Feel")));
        texts("a huge time",
              setWith("skills/more/en.md", QByteArray(skill).replace("\"say\":\"Feel", "\"seconds\":86400,\"say\":\"Feel")));
        texts("a loop",
              setWith("skills/more/en.md",
                      texts::skill(
                          "more", R"({"kind":"checklist","items":[{"id":"a","say":"A."},{"id":"b","say":"B."}],"then":"again"})")));
        texts("an id used twice", setWith("skills/the-wave/en.md", texts::skill("the-wave")));
        texts("a skill with the id of a module of ours",
              setWith("skills/triggers-and-cravings/en.md", texts::skill("triggers-and-cravings")));
        texts("an image from the net",
              setWith("skills/more/en.md", QByteArray(skill).replace("The floor", "![x](https://example.org/x.png)")));
        // What the server does with the pieces.
        const auto answered = [&row](const char *name, const ScriptedClinic::Reply &reply) {
            row(name, "did not arrive", [reply](Bench &bench) {
                bench.publish(bench.key.pack(3));
                bench.clinic.setScript([reply](const HttpRequest &request) {
                    return request.url.path().contains(u"/Binary/") ? std::optional(reply) : std::nullopt;
                });
            });
        };
        answered("a piece that is not there", ScriptedClinic::outcome(404, "not-found"));
        answered("a piece that is not for us", ScriptedClinic::outcome(403, "forbidden"));
        answered("a piece that the server cannot give", ScriptedClinic::outcome(500, "exception"));
        answered("a page of a Wi-Fi", ScriptedClinic::answer(200, "<html>Welcome</html>"));
        answered("another record", ScriptedClinic::answer(200, R"({"resourceType":"Patient","id":"maya"})"));
        answered("no base64", ScriptedClinic::answer(200, R"({"resourceType":"Binary","data":"%%%"})"));
        answered("other bytes", ScriptedClinic::answer(200, R"({"resourceType":"Binary","data":"AAAA"})"));
        answered("an answer that is cut off", ScriptedClinic::Reply(tl::make_unexpected(Problem{ProblemKind::BadData, true, {}})));
        // What the Library says of them.
        const auto said = [&row](const char *name, const char *key, const QJsonValue &value) {
            row(name, "did not arrive", [key = QString::fromLatin1(key), value](Bench &bench) {
                QJsonObject library = bench.publish(bench.key.pack(3));
                QJsonArray content = library.value(u"content"_s).toArray();
                QJsonObject first = content.first().toObject();
                first.insert(key, value);
                content.replace(0, first);
                library.insert(u"content"_s, content);
                bench.put(library);
            });
        };
        said("another hash", "hash", base64(sha1("x")));
        said("no hash", "hash", u""_s);
        said("no size", "size", 0);
        said("a negative size", "size", -4096);
        said("a huge size", "size", 1e12);
        said("another size", "size", 4095);
        said("a place at another server", "url", u"https://elsewhere.example/pack"_s);
        said("a file", "url", u"file:///etc/passwd"_s);
        row("more than a pack may have", "did not arrive", [](Bench &bench) {
            QJsonArray content;
            for (int i = 0; i < 9; ++i)
                content << QJsonObject{{u"url"_s, u"Binary/b"_s}, {u"size"_s, 1024 * 1024}, {u"hash"_s, base64(sha1("b"))}};
            bench.put(Bench::libraryOf(packId, u"active"_s, content));
        });
        row("more pieces than are counted", "did not arrive", [](Bench &bench) { bench.publish(bench.key.pack(3), 40); });
    }

    void badUpdates()
    {
        using Make = std::function<void(Bench &)>;
        QFETCH(Make, make);
        QFETCH(QString, fault);
        Bench bench;
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        make(bench);
        const bool isRefused = fault != u"did not arrive";
        for (int tries = 0; tries < 2; ++tries) {
            if (tries == 0 || !isRefused) // what did not arrive is tried again with each download
                QTest::ignoreMessage(QtWarningMsg, QRegularExpression(fault));
            else
                QTest::failOnWarning(QRegularExpression(u"pack"_s)); // nor is it opened again
            bench.clinic.forgetRequests();
            const PackShelf::Update update = bench.update();
            QVERIFY2(bench.result, qPrintable(bench.result ? QString() : nameOf(bench.result.error().kind))); // the rest came
            QVERIFY(update.isMissed && !update.isChanged);
            QCOMPARE(bench.version(), 2);
            if (isRefused)
                QCOMPARE(bench.pieceRequests() > 0, tries == 0);
            QVERIFY(!isRefused || bench.count(u"Binary"_s) == 0);
            QCOMPARE(PackShelf(bench.records, bench.key.open, {}).texts().packs.constFirst()->text(u"skills/feet-down/en.md"_s),
                     texts::skill("feet-down"));
        }
        for (const HttpRequest &request : bench.clinic.requests())
            QCOMPARE(request.url.host(), u"clinic.example"_s);
        bench.clinic.setScript({});
        bench.publish(bench.key.pack(4));
        const PackShelf::Update good = bench.update();
        QVERIFY(good.isChanged && !good.isMissed);
        QCOMPARE(bench.version(), 4);
        QCOMPARE(bench.count(u"Binary"_s), 0); // nor do the pieces of the bad one stay
    }

    /// A pack that can no longer be read is downloaded again, and until then no older one stands in for it.
    void anOlderOneNeverStandsIn()
    {
        Bench bench;
        const QByteArray older = bench.key.pack(1);
        bench.publish(older);
        QVERIFY(bench.update().isChanged);
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        QVERIFY(bench.store->setValue(u"sync.pack.clinic-pack"_s, older));
        QVERIFY(bench.shelf().texts().isDamaged);
        QCOMPARE(bench.version(), 0);
        bench.publish(older);
        QVERIFY(bench.update().isMissed);
        QCOMPARE(bench.version(), 0);
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 2);
        // The store was made anew: what can be downloaded is gone, the version is not.
        QVERIFY(bench.store->removeValue(u"sync.pack.clinic-pack"_s));
        QCOMPARE(bench.version(), 0);
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 2);
    }

    void whatIsWithdrawn()
    {
        Bench bench;
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        bench.put(Bench::libraryOf(u"ride-the-urge"_s, u"retired"_s));
        bench.put(Bench::libraryOf(u"triggers-and-cravings"_s, u"draft"_s));
        bench.update();
        PackShelf::Texts texts = bench.shelf().texts();
        QCOMPARE(texts.withdrawn, QSet<QString>{u"ride-the-urge"_s});
        bench.put(Bench::libraryOf(u"ride-the-urge"_s, u"active"_s));
        bench.put(Bench::libraryOf(packId, u"retired"_s));
        QVERIFY(bench.update().isChanged);
        texts = bench.shelf().texts();
        QVERIFY(texts.packs.isEmpty());
        QCOMPARE(texts.withdrawn, QSet<QString>{packId});
        QVERIFY(bench.store->value(u"sync.pack.clinic-pack"_s).value() == std::nullopt); // nothing of it is left
        bench.publish(bench.key.pack(1)); // what was withdrawn does not come back by an older one
        QVERIFY(bench.update().isMissed);
        bench.publish(bench.key.pack(3));
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 3);
    }

    void anAppWithoutAKeyTakesNone()
    {
        Bench bench;
        bench.publish(bench.key.pack(1));
        bench.put(Bench::libraryOf(u"ride-the-urge"_s, u"retired"_s));
        QVERIFY(bench.run());
        QVERIFY(bench.count(u"Binary"_s) > 0); // of a time with a key
        bench.packTaker = PackShelf::takerOf({});
        bench.restart();
        PackShelf shelf(bench.records, {}, {});
        for (int times = 0; times < 2; ++times) {
            bench.clinic.forgetRequests();
            QVERIFY(bench.run());
            QCOMPARE(bench.pieceRequests(), 0);
            QVERIFY(!shelf.update().isMissed); // it waits for nothing
            QCOMPARE(bench.count(u"Binary"_s), 0);
        }
        QVERIFY(partOf(bench, u"Binary"_s).type.isEmpty());
        QVERIFY(shelf.texts().packs.isEmpty());
        QCOMPARE(shelf.texts().withdrawn, QSet<QString>{u"ride-the-urge"_s}); // which needs no key
        bench.packTaker = PackShelf::takerOf(bench.key.open);
        bench.restart();
        QVERIFY(bench.update().isChanged); // an app with a key that comes later does
        QCOMPARE(bench.version(), 1);
    }

    void fourAreTakenAndNoByteOfAFifth()
    {
        Bench bench;
        for (const char *id : {"pack-e", "pack-b", "pack-c", "pack-d"})
            bench.publish(bench.key.pack(1, texts::aWholeSet(), QString::fromLatin1(id)), 4096, QString::fromLatin1(id));
        QVERIFY(!bench.update().isMissed);
        QCOMPARE(bench.shelf().texts().packs.size(), 4);
        for (int i = 0; i < 20; ++i) {
            const QString id = u"pack-x%1"_s.arg(i, 2, 10, QChar(u'0'));
            bench.publish(bench.key.pack(1, texts::aWholeSet(), id), 4096, id);
        }
        bench.clinic.forgetRequests();
        QVERIFY(bench.update().isMissed);
        QCOMPARE(bench.pieceRequests(), 0);
        // One that comes before them takes the place of the last.
        bench.publish(bench.key.pack(1, texts::aWholeSet(), u"pack-a"_s), 4096, u"pack-a"_s);
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.shelf().texts().packs.size(), 4);
        QVERIFY(bench.store->value(u"sync.pack.pack-e"_s).value() == std::nullopt);
        QCOMPARE(bench.count(u"Binary"_s), 0);
    }

    /// What was refused is looked at again by another version of the app, or by one with another key.
    void anotherTakerLooksAgain()
    {
        Bench bench;
        const Key other;
        bench.publish(other.pack(1));
        QVERIFY(bench.update().isMissed);
        bench.clinic.forgetRequests();
        QVERIFY(bench.update().isMissed);
        QCOMPARE(bench.pieceRequests(), 0);
        bench.key = other;
        bench.packTaker = PackShelf::takerOf(other.open);
        bench.restart();
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 1);
    }

    void theVersionsAreDamaged_data()
    {
        QTest::addColumn<bool>("isPackThere");
        QTest::newRow("the pack is there") << true;
        QTest::newRow("the pack is gone, too") << false;
    }

    /// Whatever lies on the shelf is shown all the same; what does not is said to be missing, and comes again.
    void theVersionsAreDamaged()
    {
        QFETCH(bool, isPackThere);
        Bench bench;
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        QVERIFY(bench.store->setValue(u"pack-versions"_s, QByteArray(40, '\x07')));
        if (!isPackThere)
            QVERIFY(bench.store->removeValue(u"sync.pack.clinic-pack"_s));
        QCOMPARE(bench.shelf().texts().isDamaged, !isPackThere);
        QCOMPARE(bench.version(), isPackThere ? 2 : 0);
        bench.clinic.forgetRequests();
        QCOMPARE(bench.update().isMissed, false);
        QCOMPARE(bench.pieceRequests() > 0, !isPackThere);
        QCOMPARE(bench.version(), 2);
        QVERIFY(bench.store->setValue(u"pack-versions"_s, "[]"));
        bench.publish(bench.key.pack(1)); // an older one is not taken, whoever lost the row
        QVERIFY(bench.update().isMissed);
        QCOMPARE(bench.version(), 2);
    }

    /// A pack that was withdrawn lies on no shelf, and its version is known all the same.
    void theVersionsAreDamagedAfterAWithdrawal()
    {
        Bench bench;
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        bench.put(Bench::libraryOf(packId, u"retired"_s));
        QVERIFY(bench.update().isChanged);
        QVERIFY(bench.store->setValue(u"pack-versions"_s, QByteArray(40, '\x07')));
        bench.publish(bench.key.pack(1));
        QVERIFY(bench.update().isMissed);
        QCOMPARE(bench.version(), 0);
        bench.publish(bench.key.pack(3));
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 3);
    }

    /// Nobody had looked before the next download.
    void thePackAndItsVersionAreLost()
    {
        Bench bench;
        bench.publish(bench.key.pack(2));
        QVERIFY(bench.update().isChanged);
        QVERIFY(bench.store->setValue(u"pack-versions"_s, "x"));
        for (const QString &name : {u"pack-version.clinic-pack"_s, u"sync.pack.clinic-pack"_s})
            QVERIFY(bench.store->removeValue(name));
        QVERIFY(bench.update().isMissed); // the download had asked for nothing
        QVERIFY(bench.update().isChanged);
        QCOMPARE(bench.version(), 2);
    }

    /// A row that fails its seal.
    void theVersionsFailTheirSeal()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.db"_s);
        const StoreKey storeKey = StoreKey::fromKeychain(QByteArray(1, 1) + QByteArray(48, 'k')).value();
        const Key key;
        auto store = Store::create(path, storeKey);
        QVERIFY(store);
        QVERIFY((*store)->setValue(u"pack-versions"_s, R"({"clinic-pack":2})"));
        store->reset();
        {
            DamagedStore file(path);
            QVERIFY(file.flip(file.values().constLast()));
        }
        store = Store::open(path, storeKey);
        QVERIFY(store);
        QVERIFY(!(*store)->value(u"pack-versions"_s));
        QVERIFY((*store)->setValue(u"sync.pack.clinic-pack"_s, key.pack(2)));
        Records records(**store, {});
        PackShelf shelf(records, key.open, {});
        const auto older = shelf.take(packId, key.pack(1));
        QVERIFY(!older);
        QCOMPARE(nameOf(older.error().fault), u"NotNewer"_s);
        QVERIFY(shelf.take(packId, key.pack(3)));
    }

    void aRelativeIsGivenNone()
    {
        Bench bench(Role::Relative);
        bench.publish(bench.key.pack(1));
        const PackShelf::Update update = bench.update();
        QVERIFY(!update.isChanged && !update.isMissed);
        QVERIFY(bench.clinic.requestsTo("GET", u"Library"_s).isEmpty());
    }

    void aFullDisk()
    {
        const QTemporaryDir folder;
        const SmallDisk disk(folder.path(), 400);
        if (!disk.isThere())
            QSKIP("no right to make a small disk");
        const StoreKey storeKey = StoreKey::fromKeychain(QByteArray(1, 1) + QByteArray(48, 'k')).value();
        const Key key;
        auto store = Store::create(folder.filePath(u"a.db"_s), storeKey);
        QVERIFY(store);
        Records records(**store, {});
        PackShelf shelf(records, key.open, {});
        QVERIFY(shelf.take(packId, key.pack(1)));
        // The offer is in the store too, so that texts() has something to show.
        StoredRecord library;
        library.type = u"Library"_s;
        library.id = packId;
        library.json = QJsonDocument(Bench::libraryOf(
                                         packId, u"active"_s,
                                         {QJsonObject{{u"url"_s, u"Binary/b"_s}, {u"size"_s, 1}, {u"hash"_s, base64(sha1("b"))}}}))
                           .toJson();
        QVERIFY((*store)->putRecords({library}));
        const auto version = [&] { return std::static_pointer_cast<const Pack>(shelf.texts().packs.value(0))->manifest().version; };
        texts::MapTexts large = texts::aWholeSet();
        for (int i = 0; i < 40; ++i) {
            const QByteArray id = "more-" + QByteArray::number(i);
            large.map.insert(u"skills/%1/en.md"_s.arg(QString::fromLatin1(id)), texts::skill(id));
        }
        const QByteArray next = key.pack(2, large);
        disk.fill();
        const auto refused = shelf.take(packId, next);
        QVERIFY(!refused);
        QCOMPARE(nameOf(refused.error().fault), u"NotWritten"_s);
        QCOMPARE(version(), 1);
        // After a new start too.
        store->reset();
        store = Store::open(folder.filePath(u"a.db"_s), storeKey);
        QVERIFY(store);
        Records again(**store, {});
        PackShelf later(again, key.open, {});
        QCOMPARE(std::static_pointer_cast<const Pack>(later.texts().packs.value(0))->manifest().version, 1);
        QFile::remove(folder.filePath(u"ballast"_s));
        QVERIFY(later.take(packId, next));
        QCOMPARE(std::static_pointer_cast<const Pack>(later.texts().packs.value(0))->manifest().version, 2);
    }
};

int main(int argc, char *argv[])
{
    if (sodium_init() < 0)
        return 1;
    SmallDisk::prepare();
    QCoreApplication program(argc, argv);
    TestPackShelf test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pack_shelf.moc"
