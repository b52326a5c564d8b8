// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentLint.h"
#include "ContentTexts.h"
#include "content/ContentCheck.h"
#include "content/ContentLibrary.h"
#include "content/CrisisPack.h"
#include "content/Pack.h"
#include "content/Places.h"

#include <QSet>
#include <QTest>

#include <sodium.h>

using namespace handrail;

namespace {

QStringList titlesOf(const QList<Place> &places)
{
    QStringList titles;
    for (const Place &place : places)
        titles << place.title;
    return titles;
}

} // namespace

/// Places to find help: what is read, what is refused, and what comes with the app.
class TestPlaces final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholePlace()
    {
        const auto place = readPlace(texts::place("harbor-food-pantry"));
        QVERIFY2(place.has_value(), place ? "" : qPrintable(place.error().detail));
        QCOMPARE(place->title, QStringLiteral("Harbor Food Pantry"));
        QCOMPARE(place->kinds, (QList<PlaceKind>{PlaceKind::Food, PlaceKind::Other}));
        QCOMPARE(place->phone, QStringLiteral("(207) 555-0151"));
        QCOMPARE(place->call, QStringLiteral("2075550151"));
        QCOMPARE(place->website, QUrl(QStringLiteral("https://pantry.example")));
        QCOMPARE(place->checked, QDate(2026, 11, 3));
        QCOMPARE(place->languages, (QStringList{QStringLiteral("English"), QStringLiteral("Spanish")}));
        QCOMPARE(place->who, QStringLiteral("People who live in Harbor Town"));
        QCOMPARE(place->more, QStringList{QStringLiteral("You can come as you are. Bring a bag if you have one.")});
        QCOMPARE(place->origin.sources.size(), 1);
        QCOMPARE(*readPlaceHead(texts::place("harbor-food-pantry")), static_cast<const Place &>(*place));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *from, const char *to, const char *why) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(why);
        };
        row("letters in the number", "(207) 555-0151", "207-555-FOOD", "phone");
        row("a pause and a code", "(207) 555-0151", "2075550151,,99", "phone");
        row("a code of the phone's own", "(207) 555-0151", "*21*2075550151", "phone");
        row("an address for a number", "(207) 555-0151", "tel:2075550151", "phone");
        row("too long a number", "(207) 555-0151", "2075550151234567", "phone");
        row("figures of another script", "(207) 555-0151", "٢٠٧٥٥٥", "phone");
        row("no https", "https://pantry.example", "http://pantry.example", "website");
        row("another scheme", "https://pantry.example", "javascript:alert(1)", "website");
        row("a user in the address", "https://pantry.example", "https://a@pantry.example", "website");
        row("a kind that is none", "- food", "- drugs", "kinds");
        row("a kind twice", "- other", "- food", "kinds");
        row("no day", "checked: 2026-11-03\n", "", "checked");
        row("another word for the day", "checked: 2026-11-03", "checked: not now", "checked");
        row("a day in another order", "2026-11-03", "11/03/2026", "checked");
        row("a day of no calendar", "2026-11-03", "2026-02-30", "checked");
        row("another key", "cost: Free", "price: Free", "price");
        row("more of who can go than fits", "who: People",
            "who: People people people people people people people people people "
            "people people people people people people people people people",
            "who");
        row("an id that is none", "id: harbor-food-pantry", "id: ../../etc", "id");
        row("a link in the words", "Bring a bag", "[Bring](https://evil.example) a bag", "link");
        row("a list in the words", "You can come", "- You can come", "paragraphs");
    }

    void whatIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, why);
        QByteArray text = texts::place("harbor-food-pantry");
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const auto place = readPlace(text);
        QVERIFY(!place);
        QCOMPARE(place.error().kind, ProblemKind::BadData);
        QVERIFY2(place.error().detail.contains(why), qPrintable(place.error().detail));
    }

    void oneWayToReachItIsNeeded()
    {
        QByteArray text = texts::place("harbor-food-pantry");
        text.replace("phone: (207) 555-0151\n", "").replace("website: https://pantry.example\n", "");
        QVERIFY(readPlace(text));
        QVERIFY(readPlace(QByteArray(text).replace("who: People who live in Harbor Town\n", ""))->who.isEmpty()); // all can
        text.replace("address: 12 Pier Road\n", "");
        QVERIFY(!readPlace(text) && !readPlaceHead(text));
    }

    void theClinicsStandsInForOursAndAWithdrawnOneGoes()
    {
        const auto clinic = std::make_shared<texts::MapTexts>();
        clinic->map.insert(QStringLiteral("places/call-211/en.md"),
                           texts::place("call-211").replace("title: Harbor Food Pantry", "title: 211 of Harbor"));
        const ContentLibrary library(QStringLiteral("es"), {clinic, builtInTexts()}, {QStringLiteral("samhsa-helpline")});
        const QStringList titles = titlesOf(library.places());
        QVERIFY(titles.contains(QStringLiteral("211 of Harbor")) && !titles.contains(QStringLiteral("211")));
        QVERIFY(titles.contains(QStringLiteral("Ayuda legal")));
        QVERIFY(!titles.contains(QStringLiteral("Línea Nacional de SAMHSA")));
        QCOMPARE(library.place(QStringLiteral("call-211"))->language, QStringLiteral("en"));
        QVERIFY(!library.place(QStringLiteral("samhsa-helpline")));
    }

    void aTranslationDialsTheSame()
    {
        texts::MapTexts set;
        set.map.insert(QStringLiteral("places/pantry/en.md"), texts::place("pantry"));
        set.map.insert(QStringLiteral("places/pantry/es.md"), texts::place("pantry", "es").replace("555-0151", "555-0152"));
        const QList<ContentFault> faults = faultsOf(set);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().kind, ContentFault::Kind::NotTheSame);
        // An id is of one kind, here and elsewhere.
        KnownIds elsewhere;
        elsewhere.skills.insert(QStringLiteral("pantry"));
        set.map.remove(QStringLiteral("places/pantry/es.md"));
        QCOMPARE(faultsOf(set, elsewhere).size(), 1);
        QCOMPARE(idsOf(set).places, QSet<QString>{QStringLiteral("pantry")});
    }

    /// Signed, and yet nothing of it is taken.
    void aPackWithOneBadNumberIsRefusedWhole()
    {
        QVERIFY(sodium_init() >= 0);
        QByteArray open(packKeyBytes, '\0');
        QByteArray secret(crypto_sign_SECRETKEYBYTES, '\0');
        crypto_sign_keypair(reinterpret_cast<unsigned char *>(open.data()), reinterpret_cast<unsigned char *>(secret.data()));
        const PackManifest manifest{
            QStringLiteral("town"), 1, {QStringLiteral("en")}, QDateTime(QDate(2026, 11, 26), QTime(9, 0), Qt::UTC)};
        QMap<QString, QByteArray> map{{QStringLiteral("places/pantry/en.md"), texts::place("pantry")},
                                      {QStringLiteral("places/table/en.md"), texts::place("table")}};
        QVERIFY(Pack::open(signedPack(manifest, map, secret), open));
        map[QStringLiteral("places/table/en.md")].replace("(207) 555-0151", "*#06#");
        const auto pack = Pack::open(signedPack(manifest, map, secret), open);
        QVERIFY(!pack);
        QCOMPARE(pack.error().fault, PackFault::BadTexts);
    }

    void theLinterHoldsThem()
    {
        texts::MapTexts set;
        set.map.insert(QStringLiteral("places/pantry/en.md"), texts::place("pantry"));
        set.map.insert(QStringLiteral("places/pantry/es.md"), texts::place("pantry", "es"));
        const auto findings = [&](const QDate &today = {}) {
            QStringList lines;
            for (const lint::Finding &finding : lint::look(set, lint::Whose::Ours, today).findings)
                lines << finding.path + QStringLiteral(": ") + finding.what;
            return lines.join(u'\n');
        };
        QCOMPARE(findings(QDate(2026, 12, 1)), QString());
        QVERIFY(findings(QDate(2027, 11, 4)).contains(QStringLiteral("checked: more than a year ago")));
        QVERIFY(findings(QDate(2026, 11, 2)).contains(QStringLiteral("checked: more than a year ago, or to come")));
        set.map[QStringLiteral("places/pantry/en.md")].replace("Bring a bag", "You should call 555-0151 and bring a bag");
        QVERIFY2(findings().contains(QStringLiteral("orders about")), qPrintable(findings()));
        set.map[QStringLiteral("places/pantry/en.md")] = texts::place("pantry").replace("People who live in", "No addicts in");
        QVERIFY2(!findings().isEmpty(), qPrintable(findings()));
        set.map[QStringLiteral("places/pantry/en.md")] = texts::place("pantry");
        set.map.remove(QStringLiteral("places/pantry/es.md"));
        QVERIFY(findings().contains(QStringLiteral("not in Spanish")));
    }

    /// What comes with the app: each kind has some, each number is a short code or a whole one of the United States.
    void oursCanBeCalledAndCoverEachKind()
    {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("es")}) {
            const ContentLibrary library(language);
            QSet<PlaceKind> kinds;
            QVERIFY(library.places().size() >= 20);
            for (const Place &place : library.places()) {
                QCOMPARE(place.language, language);
                QVERIFY(library.place(place.id));
                kinds += QSet<PlaceKind>(place.kinds.begin(), place.kinds.end());
                QVERIFY2(place.call.isEmpty() || place.call == u"211" || (place.call.size() == 11 && place.call.startsWith(u'1')),
                         qPrintable(place.id));
                QVERIFY2(place.address.isEmpty(), qPrintable(place.id)); // none of ours is near anybody
            }
            QCOMPARE(kinds.size(), placeKinds);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
