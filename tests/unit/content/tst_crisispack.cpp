// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/CrisisPack.h"
#include "core/Clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <functional>

using namespace handrail;

namespace {

QByteArray shippedJson()
{
    QFile file(QStringLiteral(":/handrail/content/crisis/us.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

using Edit = std::function<void(QJsonObject &)>;

/// Changes the first entry of the list `key`.
void editFirst(QJsonObject &pack, const QString &key, const Edit &edit)
{
    QJsonArray list = pack[key].toArray();
    QJsonObject first = list[0].toObject();
    edit(first);
    list[0] = first;
    pack[key] = list;
}

QByteArray edited(const Edit &edit)
{
    QJsonObject pack = QJsonDocument::fromJson(shippedJson()).object();
    edit(pack);
    return QJsonDocument(pack).toJson();
}

Edit firstNumber(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &pack) { editFirst(pack, QStringLiteral("numbers"), [&](QJsonObject &n) { n[key] = value; }); };
}

Edit top(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &pack) { pack[key] = value; };
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class CrisisPackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedPackIsSound();
    void builtInSaysTheSame();
    void aTranslationHasTheSameLines();
    void saysWhatTheDesignSays();
    void theOverdoseStepsHoldTheFacts();
    void diallable_data();
    void diallable();
    void damagedPackFallsBack_data();
    void damagedPackFallsBack();
    void everyCutFallsBack();
    void newerKeysAreNoFault();
    void foreignRegionShowsNoUsLine();
    void shippedPackIsReviewed();
    void reviewAge();
};

void CrisisPackTest::shippedPackIsSound()
{
    const Result<CrisisPack> pack = readCrisisPack(shippedJson());
    QVERIFY2(pack.has_value(), pack ? "" : qPrintable(pack.error().detail));
    QCOMPARE(pack->region, QStringLiteral("us"));
    QVERIFY(crisisPack() == *pack);
}

void CrisisPackTest::builtInSaysTheSame()
{
    const Result<CrisisPack> read = readCrisisPack(shippedJson());
    QVERIFY(read.has_value());
    const CrisisPack builtIn = builtInCrisisPack(u"us");
    QCOMPARE(builtIn.numbers.size(), read->numbers.size());
    for (qsizetype i = 0; i < builtIn.numbers.size(); ++i)
        QVERIFY2(builtIn.numbers[i] == read->numbers[i], qPrintable(builtIn.numbers[i].id));
    QVERIFY(builtIn.overdose == read->overdose);
    QCOMPARE(builtIn.sources, read->sources);
    QVERIFY(builtIn == *read);
}

void CrisisPackTest::aTranslationHasTheSameLines()
{
    const CrisisPack english = crisisPack(u"us");
    const CrisisPack spanish = crisisPack(u"us", u"es");
    QCOMPARE(spanish.language, QStringLiteral("es"));
    QCOMPARE(spanish.numbers.size(), english.numbers.size());
    for (qsizetype i = 0; i < english.numbers.size(); ++i) {
        QCOMPARE(spanish.numbers[i].id, english.numbers[i].id);
        QCOMPARE(spanish.numbers[i].call, english.numbers[i].call);
        QCOMPARE(spanish.numbers[i].text, english.numbers[i].text);
        QCOMPARE(spanish.numbers[i].shown, english.numbers[i].shown);
        QVERIFY2(spanish.numbers[i].callLabel != english.numbers[i].callLabel, qPrintable(english.numbers[i].id));
    }
    QCOMPARE(spanish.overdose.steps.size(), english.overdose.steps.size());
    QCOMPARE(spanish.overdose.notes.size(), english.overdose.notes.size());
    QVERIFY(!isReviewOverdue(spanish, QDate::currentDate()));
    // No other file is looked for than that of a plain code, and an unknown language gets English.
    QVERIFY(crisisPack(u"us", u"fr") == english);
    QVERIFY(crisisPack(u"us", u"../us-es") == english);
    QVERIFY(crisisPack(u"us", u"") == english);
}

void CrisisPackTest::saysWhatTheDesignSays()
{
    const CrisisPack pack = crisisPack();
    const CrisisNumber *lifeline = pack.number(u"lifeline");
    QVERIFY(lifeline);
    QCOMPARE(lifeline->call, QStringLiteral("988"));
    QCOMPARE(lifeline->text, QStringLiteral("988"));
    QCOMPARE(lifeline->web, QUrl(QStringLiteral("https://988lifeline.org/chat")));
    QCOMPARE(pack.number(u"emergency")->call, QStringLiteral("911"));
    QCOMPARE(pack.number(u"treatment")->call, QStringLiteral("18006624357"));
    QCOMPARE(pack.number(u"poison")->call, QStringLiteral("18002221222"));
    QVERIFY(!pack.number(u"nobody"));
    // The order is the order of doing: call, wake, naloxone, breathe, again, side.
    QCOMPARE(pack.overdose.first, QStringLiteral("Call 911"));
    QCOMPARE(pack.overdose.steps.size(), 5);
    QVERIFY(pack.overdose.steps[1].title.contains(QStringLiteral("naloxone")));
    QVERIFY(pack.overdose.lookFor.contains(QStringLiteral("can’t wake up")));
    QVERIFY(pack.withdrawal.contains(QStringLiteral("911")));
    // The number that people read is the number that is dialled.
    for (const CrisisNumber &number : pack.numbers)
        QCOMPARE(QString(number.shown).remove(u'-'), number.call);
}

// Design clinical 6.1: each fact stands in the step in which it is done, in every pack.
void CrisisPackTest::theOverdoseStepsHoldTheFacts()
{
    const auto holds = [](const CrisisPack &pack, qsizetype step, const char *fact) {
        return pack.overdose.steps.value(step).detail.contains(QString::fromUtf8(fact));
    };
    for (const CrisisPack &pack : {crisisPack(u"us"), builtInCrisisPack(u"us"), builtInCrisisPack(u"elsewhere")}) {
        QVERIFY(holds(pack, 1, "head back") && holds(pack, 1, "one nostril"));
        QVERIFY(holds(pack, 2, "1 breath every 5 seconds"));
        QVERIFY(holds(pack, 3, "other nostril"));
        QVERIFY(holds(pack, 4, "Stay") && holds(pack, 4, "wear off"));
        QVERIFY(pack.withdrawal.contains(QStringLiteral("drinking or using")));
        QVERIFY(pack.withdrawal.contains(QStringLiteral("Shaking or sweating")));
    }
    const CrisisPack spanish = crisisPack(u"us", u"es");
    QVERIFY(holds(spanish, 1, "cabeza hacia atrás") && holds(spanish, 1, "dentro de un orificio de la nariz"));
    QVERIFY(holds(spanish, 2, "1 respiración cada 5 segundos"));
    QVERIFY(holds(spanish, 3, "otro orificio de la nariz"));
    QVERIFY(holds(spanish, 4, "Quédate") && holds(spanish, 4, "puede pasar"));
    QCOMPARE(spanish.overdose.steps.at(4).title, QStringLiteral("Acuesta a la persona de lado"));
    QVERIFY(spanish.withdrawal.contains(QStringLiteral("beber o de consumir")));
    QVERIFY(spanish.withdrawal.contains(QStringLiteral("Temblor o sudor")));
}

void CrisisPackTest::diallable_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("988") << QStringLiteral("988") << true;
    QTest::newRow("plus") << QStringLiteral("+12075550142") << true;
    QTest::newRow("two") << QStringLiteral("15") << true;
    QTest::newRow("fifteen") << QStringLiteral("123456789012345") << true;
    QTest::newRow("sixteen") << QStringLiteral("1234567890123456") << false;
    QTest::newRow("one") << QStringLiteral("9") << false;
    QTest::newRow("plus alone") << QStringLiteral("+") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("dashes") << QStringLiteral("1-800") << false;
    QTest::newRow("two plus") << QStringLiteral("++911") << false;
    QTest::newRow("ussd") << QStringLiteral("*21*555#") << false;
    QTest::newRow("line end") << QStringLiteral("911\n") << false;
    QTest::newRow("other digits") << QStringLiteral("٩١١") << false;
    QTest::newRow("query") << QStringLiteral("911?body=x") << false;
}

void CrisisPackTest::diallable()
{
    QFETCH(QString, number);
    QFETCH(bool, isFine);
    QCOMPARE(isDiallable(number), isFine);
}

void CrisisPackTest::damagedPackFallsBack_data()
{
    QTest::addColumn<Edit>("edit");
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    QTest::newRow("other format") << top(s("format"), 2);
    QTest::newRow("other region") << top(s("region"), s("xx"));
    QTest::newRow("no region") << top(s("region"), QJsonValue::Undefined);
    QTest::newRow("no date") << top(s("reviewDate"), s("soon"));
    QTest::newRow("impossible date") << top(s("reviewDate"), s("2026-02-30"));
    QTest::newRow("no numbers") << top(s("numbers"), QJsonArray());
    QTest::newRow("numbers no list") << top(s("numbers"), 5);
    QTest::newRow("number no object") << top(s("numbers"), QJsonArray{s("988")});
    QTest::newRow("no overdose steps") << top(s("overdose"), QJsonObject());
    QTest::newRow("no page words") << top(s("page"), QJsonValue::Undefined);
    QTest::newRow("no withdrawal line") << top(s("withdrawal"), QJsonValue::Null);
    QTest::newRow("empty text") << top(s("withdrawal"), s("   "));
    QTest::newRow("endless text") << top(s("withdrawal"), QString(401, u'a'));
    QTest::newRow("control character") << top(s("withdrawal"), s("call\x01 911"));
    QTest::newRow("direction override") << firstNumber(s("shown"), s("\u202e119"));
    QTest::newRow("number with a code") << firstNumber(s("call"), s("*72988"));
    QTest::newRow("number as number") << firstNumber(s("call"), 988);
    QTest::newRow("no number") << firstNumber(s("call"), QJsonValue::Undefined);
    QTest::newRow("text line half given") << firstNumber(s("text"), QJsonValue::Undefined);
    QTest::newRow("web page over http") << firstNumber(s("web"), s("http://988lifeline.org/chat"));
    QTest::newRow("web page with a login") << firstNumber(s("web"), s("https://a:b@988lifeline.org/chat"));
    QTest::newRow("web page is script") << firstNumber(s("web"), s("javascript:alert(1)"));
    QTest::newRow("web page half given") << firstNumber(s("webLabel"), QJsonValue::Undefined);
    QTest::newRow("id twice") << firstNumber(s("id"), s("emergency"));
    QTest::newRow("no emergency line") << Edit([=](QJsonObject &pack) {
        QJsonArray numbers = pack[s("numbers")].toArray();
        numbers.removeAt(1);
        pack[s("numbers")] = numbers;
    });
    QTest::newRow("too many numbers") << Edit([=](QJsonObject &pack) {
        QJsonArray numbers = pack[s("numbers")].toArray();
        for (int i = 0; i < 30; ++i) {
            QJsonObject number = numbers[0].toObject();
            number[s("id")] = QString::number(i);
            numbers.append(number);
        }
        pack[s("numbers")] = numbers;
    });
    QTest::newRow("huge") << top(s("other"), QString(100000, u'a'));
}

void CrisisPackTest::damagedPackFallsBack()
{
    QFETCH(Edit, edit);
    // What is written into the pack differs from the built-in words, so that a fall-back can be told from a pack that was taken.
    const QByteArray json = edited([&](QJsonObject &pack) {
        pack[QStringLiteral("reviewedBy")] = QStringLiteral("somebody else");
        edit(pack);
    });
    QVERIFY(crisisPackFrom(json, u"us") == builtInCrisisPack(u"us"));
}

void CrisisPackTest::everyCutFallsBack()
{
    const QByteArray whole = shippedJson();
    for (qsizetype size = 0; size < whole.trimmed().size(); size += 7)
        QVERIFY(!readCrisisPack(whole.left(size)).has_value());
    QVERIFY(!readCrisisPack("[]").has_value());
    QVERIFY(!readCrisisPack("<html>").has_value());
    QVERIFY(!readCrisisPack(QByteArray(60000, '[')).has_value());
}

void CrisisPackTest::newerKeysAreNoFault()
{
    const QByteArray json = edited([](QJsonObject &pack) {
        pack[QStringLiteral("reviewedBy")] = QStringLiteral("somebody else");
        pack[QStringLiteral("later")] = QJsonObject();
    });
    QCOMPARE(crisisPackFrom(json, u"us").reviewedBy, QStringLiteral("somebody else"));
}

void CrisisPackTest::foreignRegionShowsNoUsLine()
{
    for (const QString &region :
         {QStringLiteral("de"), QStringLiteral(""), QStringLiteral("../us"), QStringLiteral("US/"), QString(9999, u'u')}) {
        const CrisisPack pack = crisisPack(region);
        QCOMPARE(pack.region, QStringLiteral("elsewhere"));
        QVERIFY(!pack.number(u"lifeline"));
        QVERIFY(pack.number(u"emergency"));
        QVERIFY(!pack.overdose.steps.isEmpty());
        QString words = pack.withdrawal + pack.overdose.first;
        for (const OverdoseStep &step : pack.overdose.steps)
            words += step.detail;
        QVERIFY(!words.contains(QStringLiteral("911")) && !words.contains(QStringLiteral("988")));
    }
}

void CrisisPackTest::shippedPackIsReviewed()
{
    // The gate of the build: a pack that nobody has looked at for a year stops the run.
    const QDate today = SystemClock().nowUtc().date();
    QVERIFY2(!isReviewOverdue(crisisPack(), today), "content/crisis/us.json needs a review");
    QVERIFY(!isReviewOverdue(builtInCrisisPack(u"elsewhere"), today));
}

void CrisisPackTest::reviewAge()
{
    CrisisPack pack;
    pack.reviewDate = QDate(2026, 11, 21);
    QVERIFY(!isReviewOverdue(pack, QDate(2026, 11, 21)));
    QVERIFY(!isReviewOverdue(pack, QDate(2027, 11, 21)));
    QVERIFY(isReviewOverdue(pack, QDate(2027, 11, 22)));
    QVERIFY(isReviewOverdue(pack, QDate(2026, 11, 20)));
    QVERIFY(isReviewOverdue(pack, QDate()));
    QVERIFY(isReviewOverdue(CrisisPack(), QDate(2026, 11, 21)));
    QVERIFY(isReviewOverdue(pack, QDate(2027, 5, 21), 180));
}

QTEST_GUILESS_MAIN(CrisisPackTest)
#include "tst_crisispack.moc"
