// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/FormState.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <limits>

using namespace handrail;

namespace {

const QStringList ab = {QStringLiteral("a"), QStringLiteral("b")};

FormItem changed(FormItem item, const std::function<void(FormItem &)> &change)
{
    change(item);
    return item;
}

FormItem many(FormItem item)
{
    item.repeats = true;
    if (item.control == Control::Choice)
        item.control = Control::Chips;
    return item;
}

const QList<Option> options = {madeOption("a"), madeOption("b"), madeOption("none")};

} // namespace

class FormAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validity_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QVariant>("answer");
        QTest::addColumn<int>("validity");
        m_items.clear();
        const auto row = [this](const char *name, const FormItem &item, const QVariant &answer, Validity validity) {
            m_items << item;
            QTest::newRow(name) << int(m_items.size() - 1) << answer << int(validity);
        };
        const auto item = [](ItemType type) {
            return madeItem("x", type, type == ItemType::Choice || type == ItemType::OpenChoice ? options : QList<Option>{});
        };
        row("boolean", item(ItemType::Boolean), qs("true"), Validity::Fine);
        row("boolean, as JSON has it", item(ItemType::Boolean), false, Validity::Fine);
        row("boolean, maybe", item(ItemType::Boolean), qs("maybe"), Validity::NotOffered);
        row("boolean, a number", item(ItemType::Boolean), 1.0, Validity::WrongType);
        row("choice", item(ItemType::Choice), qs("a"), Validity::Fine);
        row("choice, other", item(ItemType::Choice), qs("z"), Validity::NotOffered);
        row("choice, two", item(ItemType::Choice), ab, Validity::WrongType);
        row("choice, list of one", item(ItemType::Choice), QStringList{qs("a")}, Validity::Fine);
        row("choice, own words", item(ItemType::Choice), ownWords(qs("a")), Validity::NotOffered);
        row("chips", many(item(ItemType::Choice)), ab, Validity::Fine);
        row("chips, one", many(item(ItemType::Choice)), qs("a"), Validity::Fine);
        row("chips, one wrong", many(item(ItemType::Choice)), QStringList{qs("a"), qs("z")}, Validity::NotOffered);
        const FormItem exclusive = changed(many(item(ItemType::Choice)), [](FormItem &x) { x.options[2].isExclusive = true; });
        row("exclusive alone", exclusive, QStringList{qs("none")}, Validity::Fine);
        row("exclusive beside another", exclusive, QStringList{qs("a"), qs("none")}, Validity::NotAlone);
        row("too many", changed(many(item(ItemType::Choice)), [](FormItem &x) { x.maximumAnswers = 1; }), ab, Validity::TooMany);
        row("too few", changed(many(item(ItemType::Choice)), [](FormItem &x) { x.minimumAnswers = 3; }), ab, Validity::TooFew);
        row("open choice", item(ItemType::OpenChoice), qs("a"), Validity::Fine);
        row("open choice, own words", item(ItemType::OpenChoice), ownWords(qs("a")), Validity::Fine);
        row("open choice, other code", item(ItemType::OpenChoice), qs("z"), Validity::NotOffered);
        row("open choice, both", many(item(ItemType::OpenChoice)), QStringList{qs("a"), ownWords(qs("c"))}, Validity::Fine);
        const FormItem whole = changed(item(ItemType::Integer), [](FormItem &x) {
            x.hasMinimum = x.hasMaximum = true;
            x.minimum = -2;
            x.maximum = 20;
        });
        row("integer", whole, 20.0, Validity::Fine);
        row("integer, too large", whole, 21.0, Validity::TooLarge);
        row("integer, too small", whole, -3.0, Validity::TooSmall);
        row("integer, not whole", whole, 2.5, Validity::NotWhole);
        row("integer, text", whole, qs("many"), Validity::WrongType);
        row("integer, not a number", whole, qQNaN(), Validity::WrongType);
        row("integer, without end", whole, qInf(), Validity::WrongType);
        row("integer beyond FHIR's", item(ItemType::Integer), 3e9, Validity::TooLarge);
        row("integer below FHIR's", item(ItemType::Integer), -3e9, Validity::TooSmall);
        row("decimal", item(ItemType::Decimal), -0.25, Validity::Fine);
        const FormItem coins = changed(item(ItemType::Decimal), [](FormItem &x) { x.maximumDecimals = 2; });
        row("two decimals", coins, 1.29, Validity::Fine);
        row("three decimals", coins, 1.295, Validity::TooManyDecimals);
        const FormItem slider = changed(item(ItemType::Integer), [](FormItem &x) { x.control = Control::Slider; });
        row("slider", slider, 10.0, Validity::Fine);
        row("slider, beyond", slider, 11.0, Validity::TooLarge);
        row("string", item(ItemType::String), qs("x"), Validity::Fine);
        row("string, a number", item(ItemType::String), 5.0, Validity::WrongType);
        row("string of right-to-left words", item(ItemType::String), qs("مرحبا 👋🏽"), Validity::Fine);
        row("string, as long as it may be", changed(item(ItemType::Text), [](FormItem &x) { x.maxLength = 3; }), qs("abc"),
            Validity::Fine);
        row("string, too long", changed(item(ItemType::Text), [](FormItem &x) { x.maxLength = 3; }), qs("abcd"), Validity::TooLong);
        row("text of 1 MB", item(ItemType::Text), QString(1000 * 1000, u'x'), Validity::Fine);
        row("text beyond 1 MB", item(ItemType::Text), QString(1000 * 1000 + 1, u'x'), Validity::TooLong);
        row("text of 1 MB in letters of two bytes", item(ItemType::Text), QString(500 * 1000, u'ñ'), Validity::Fine);
        row("text beyond it", item(ItemType::Text), QString(500 * 1000 + 1, u'ñ'), Validity::TooLong);
        const auto shaped = [&](ItemType type, const QString &pattern) {
            return changed(item(type), [&](FormItem &x) { x.pattern = pattern; });
        };
        row("as the pattern asks", shaped(ItemType::String, qs("[0-9]{5}(-[0-9]{4})?")), qs("04101-0001"), Validity::Fine);
        row("only a part of it as the pattern asks", shaped(ItemType::String, qs("[0-9]{5}")), qs("041012"), Validity::NotAsAsked);
        row("either of two", shaped(ItemType::Text, qs("a|ab")), qs("ab"), Validity::Fine);
        row("neither of two", shaped(ItemType::Text, qs("a|ab")), qs("abc"), Validity::NotAsAsked);
        row("a pattern of an address", shaped(ItemType::Url, qs("https://.*")), qs("http://x.example"), Validity::NotAsAsked);
        row("no pattern at all", shaped(ItemType::String, qs("[0-9")), qs("x"), Validity::Fine);
        row("a pattern that closes what stands around it", shaped(ItemType::String, qs("a)|(?:b")), qs("x"), Validity::Fine);
        row("a pattern that takes back its limit", shaped(ItemType::String, qs("(*LIMIT_MATCH=4000000)a")), qs("x"),
            Validity::Fine);
        row("a text too long for a pattern", shaped(ItemType::Text, qs("a*")), QString(2000, u'b'), Validity::Fine);
        row("a pattern, many answers", many(shaped(ItemType::String, qs("[0-9]+"))), QVariantList{qs("1"), qs("b")},
            Validity::NotAsAsked);
        const FormItem held = changed(item(ItemType::Quantity), [](FormItem &x) {
            x.units = {{{}, qs("kg"), qs("kg")}, {{}, qs("[lb_av]"), qs("lb")}};
            x.leastQuantity = quantity(30, qs("kg"));
            x.mostQuantity = quantity(300, qs("kg"));
        });
        row("quantity with limits", held, quantity(70, qs("kg")), Validity::Fine);
        row("quantity, at its edge", held, quantity(30, qs("kg")), Validity::Fine);
        row("quantity below its limit", held, quantity(29.9, qs("kg")), Validity::TooSmall);
        row("quantity above its limit", held, quantity(300.5, qs("kg")), Validity::TooLarge);
        row("quantity in a unit without a limit", held, quantity(500, qs("[lb_av]")), Validity::Fine);
        row("quantity, a limit without a unit", changed(held, [](FormItem &x) { x.mostQuantity = quantity(9, {}); }),
            quantity(500, qs("[lb_av]")), Validity::TooLarge);
        row("url", item(ItemType::Url), qs("https://x.example/a"), Validity::Fine);
        row("url with a blank", item(ItemType::Url), qs("https://x.example/a b"), Validity::Unreadable);
        for (const char *date : {"2026-11-18", "2026-11", "2026", "2024-02-29"})
            row(date, item(ItemType::Date), qs(date), Validity::Fine);
        for (const char *date :
             {"2026-02-29", "18.11.2026", "2026-13-01", "2026-11-18T10:00:00Z", "26-11-18", "0000-01-01", "2026-1-1"})
            row(date, item(ItemType::Date), qs(date), Validity::Unreadable);
        const FormItem bounded = changed(item(ItemType::Date), [](FormItem &x) {
            x.earliest = qs("2026-01-01");
            x.latest = qs("2026-12");
        });
        row("on the first day", bounded, qs("2026-01-01"), Validity::Fine);
        row("before it", bounded, qs("2025-12-31"), Validity::TooSmall);
        row("in the last month", bounded, qs("2026-12-31"), Validity::Fine);
        row("after it", bounded, qs("2027-01-01"), Validity::TooLarge);
        for (const char *moment :
             {"2026-11-18T20:20:00Z", "2026-11-18T20:20:00.123-05:00", "2026-11-18", "2026-11-18T20:20:00+14:00"})
            row(moment, item(ItemType::DateTime), qs(moment), Validity::Fine);
        for (const char *moment : {"2026-11-18T20:20Z", "2026-11-18T20:20:00", "2026-11-18T24:00:00Z", "2026-11T20:20:00Z",
                                   "2026-11-18T20:20:00+15:00", "2026-11-18 20:20:00Z"})
            row(moment, item(ItemType::DateTime), qs(moment), Validity::Unreadable);
        row("20:20:00", item(ItemType::Time), qs("20:20:00"), Validity::Fine);
        for (const char *time : {"20:20", "24:00:00", "20:60:00", "8:00:00", "noon"})
            row(time, item(ItemType::Time), qs(time), Validity::Unreadable);
        const FormItem weight = changed(item(ItemType::Quantity), [](FormItem &x) {
            x.units = {{{}, qs("kg"), qs("kg")}, {{}, qs("lb"), qs("lb")}};
            x.hasMinimum = true;
            x.minimum = 0;
        });
        row("quantity", weight, quantity(70.5, qs("lb")), Validity::Fine);
        row("quantity of the first unit", weight, 70.5, Validity::Fine);
        row("quantity of another unit", weight, quantity(70.5, qs("stone")), Validity::NotOffered);
        row("quantity, too small", weight, quantity(-1, qs("kg")), Validity::TooSmall);
        row("quantity, text", weight, qs("heavy"), Validity::WrongType);
        row("quantity without units", item(ItemType::Quantity), quantity(2, qs("cups")), Validity::Fine);
        row("dates that repeat", many(item(ItemType::Date)), QVariantList{qs("2026-01-01"), qs("2026-01-02")}, Validity::Fine);
        row("dates that repeat, one wrong", many(item(ItemType::Date)), QVariantList{qs("2026-01-01"), qs("soon")},
            Validity::Unreadable);
        row("texts that repeat, a number among them", many(item(ItemType::String)), QVariantList{qs("a"), 2.0},
            Validity::WrongType);
        row("not required", item(ItemType::String), QVariant(), Validity::Fine);
        row("required", changed(item(ItemType::String), [](FormItem &x) { x.isRequired = true; }), QVariant(), Validity::Missing);
        row("required, blanks", changed(item(ItemType::String), [](FormItem &x) { x.isRequired = true; }), qs("  \n"),
            Validity::Missing);
        row("group", item(ItemType::Group), qs("x"), Validity::WrongType);
        row("display", item(ItemType::Display), qs("x"), Validity::WrongType);
        row("attachment", item(ItemType::Unsupported), qs("x"), Validity::WrongType);
        row("read-only", changed(item(ItemType::String), [](FormItem &x) { x.isReadOnly = true; }), qs("x"), Validity::WrongType);
        row("a score", scored("x", qs("1")), 5.0, Validity::WrongType);
    }
    void validity()
    {
        QFETCH(int, which);
        QFETCH(QVariant, answer);
        QFETCH(int, validity);
        FormState state(madeForm({m_items.at(which)}));
        QCOMPARE(int(state.wouldBe(qs("x"), answer)), validity);
        QVERIFY(!state.answer(qs("x")).isValid());
        QCOMPARE(int(state.setAnswer(qs("x"), answer)), validity);
        const bool isKept = validity != int(Validity::WrongType) && validity != int(Validity::NotOffered)
            && validity != int(Validity::Missing) && answer.isValid();
        QCOMPARE(state.answer(qs("x")).isValid(), isKept);
        if (isKept) {
            QCOMPARE(int(state.validity(0)), validity);
            QCOMPARE(state.problems().empty(), validity == int(Validity::Fine));
            // Through a draft's JSON and back it is the same.
            const QJsonObject json = QJsonObject::fromVariantMap(state.answers());
            FormState again(madeForm({m_items.at(which)}));
            QCOMPARE(again.takeUp(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object().toVariantMap()).leftOut, 0);
            QCOMPARE(again.answers(), state.answers());
        }
    }

    /// A form may come from anywhere, and an answer is judged at each letter.
    void noPatternTakesLong_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        const QString letters = QString(990, u'a') + qs("zb!!"); // with all that a pattern may look for first
        QTest::newRow("nested") << qs("(a+)+") << letters;
        QTest::newRow("either or") << qs("(a|a)*") << letters;
        QTest::newRow("either or, at the end") << qs("(a|aa)+$") << letters;
        QTest::newRow("many stars") << qs("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^!]") << letters;
        QTest::newRow("looks ahead") << qs("(?:(?=.*z)?a)*b") << letters;
        QTest::newRow("looks behind") << qs("(?:(?<!zzzzzzzz)a)*b") << letters;
        QTest::newRow("points back") << qs("(a*)*\\1b") << letters;
        QTest::newRow("goes into itself") << qs("(a|(?1)(?1))*b") << letters;
        QTest::newRow("asks for more") << qs("(*LIMIT_MATCH=4294967295)(a+)+") << letters;
        QTest::newRow("counted") << qs("((a{1,200}){1,200}){1,20}b") << letters;
        QTest::newRow("counted beyond reason") << qs("(((a{1,65535}){1,65535}){1,65535}){1,65535}b") << letters;
        QTest::newRow("deep") << QString(400, u'(') + u'a' + QString(400, u')') << letters;
    }
    void noPatternTakesLong()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        FormItem item = madeItem("x", ItemType::Text);
        item.pattern = pattern;
        FormState state(madeForm({item}));
        // A machine that is busy is not the pattern's fault: the best of five. Each letter that is typed has 16 ms.
        qint64 best = std::numeric_limits<qint64>::max();
        Validity validity = Validity::Missing;
        for (int run = 0; run < 5; ++run) {
            QElapsedTimer timer;
            timer.start();
            validity = state.setAnswer(qs("x"), QString(text + QString(run, u'!')));
            best = std::min(best, timer.elapsed());
        }
        QVERIFY2(best <= 16, qPrintable(QString::number(best)));
        // No such text matches; where that cannot be found out in time, nothing is said against it.
        QVERIFY(validity == Validity::Fine || validity == Validity::NotAsAsked);
        QVERIFY(state.answer(qs("x")).isValid());
    }

    void whatDoesNotFitTakesNothingAway()
    {
        FormState state(madeForm({madeItem("x", ItemType::Choice, options)}));
        state.setAnswer(qs("x"), qs("a"));
        state.setAnswer(qs("x"), qs("z"));
        QCOMPARE(state.answer(qs("x")).toString(), qs("a"));
        state.setAnswer(qs("x"), {});
        QVERIFY(!state.answer(qs("x")).isValid());
        QCOMPARE(state.setAnswer(qs("nobody"), qs("a")), Validity::WrongType);
    }

    void exclusiveOptionsClearTheRest()
    {
        FormItem item = many(madeItem("x", ItemType::Choice, options));
        item.options[2].isExclusive = true;
        FormState state(madeForm({item}));
        state.toggle(qs("x"), qs("a"));
        state.toggle(qs("x"), qs("b"));
        QCOMPARE(state.answer(qs("x")).toStringList(), ab);
        state.toggle(qs("x"), qs("none"));
        QCOMPARE(state.answer(qs("x")).toStringList(), QStringList{qs("none")});
        state.toggle(qs("x"), qs("b"));
        QCOMPARE(state.answer(qs("x")).toStringList(), QStringList{qs("b")});
        state.toggle(qs("x"), qs("b"));
        QVERIFY(!state.answer(qs("x")).isValid());
        QCOMPARE(state.toggle(qs("x"), qs("z")), Validity::NotOffered);
    }

    void problemsAreThoseOfWhatIsAsked()
    {
        const auto required = [](FormItem item) {
            item.isRequired = true;
            return item;
        };
        FormItem readOnly = required(madeItem("read-only", ItemType::String));
        readOnly.isReadOnly = true;
        FormItem hidden = required(madeItem("hidden", ItemType::String));
        hidden.isHidden = true;
        FormState state(madeForm({madeItem("more", ItemType::Boolean), required(madeItem("name", ItemType::String)),
                                  asked(required(madeItem("why", ItemType::String)), {whenYes("more")}), readOnly, hidden,
                                  required(madeItem("scan", ItemType::Unsupported)),
                                  required(madeGroup("g", {madeItem("in", ItemType::String)})), required(madeGroup("empty", {}))}));
        const auto problems = [&] {
            QStringList keys;
            for (const int index : state.problems())
                keys << state.entries()[std::size_t(index)].key;
            return keys.join(u' ');
        };
        QCOMPARE(problems(), qs("name g"));
        state.setAnswer(qs("in"), qs("x"));
        state.setAnswer(qs("more"), qs("true"));
        QCOMPARE(problems(), qs("name why"));
        QCOMPARE(state.progress().asked, 4);
        QCOMPARE(state.progress().answered, 2);
        state.setAnswer(qs("more"), qs("false"));
        state.setAnswer(qs("name"), qs("x"));
        QCOMPARE(problems(), QString());
        QCOMPARE(state.progress().asked, 3);
    }

    void initialValues()
    {
        FormItem shown = madeItem("shown", ItemType::Integer);
        shown.initial = 3.0;
        FormItem readOnly = madeItem("read-only", ItemType::String);
        readOnly.isReadOnly = true;
        readOnly.initial = qs("v7");
        FormItem wrong = madeItem("wrong", ItemType::Integer);
        wrong.initial = qs("many");
        FormItem list = many(madeItem("list", ItemType::Choice, options));
        list.initial = QVariantList{qs("a"), qs("b")};
        const Form form = madeForm({shown, readOnly, wrong, list});
        FormState state(form);
        QCOMPARE(state.submitted().keys(), QStringList({qs("list"), qs("read-only"), qs("shown")}));
        QCOMPARE(state.answer(qs("list")).toStringList(), ab);
        state.setAnswer(qs("shown"), {});
        QVERIFY(!state.submitted().contains(qs("shown"))); // it was taken back
        FormState::Setting setting;
        setting.areInitialsTaken = false;
        QCOMPARE(FormState(form, setting).submitted().keys(), QStringList{qs("read-only")});
        // A draft knows best; what the form itself gives is there again.
        state.takeUp({{qs("list"), QStringList{qs("b")}}});
        QCOMPARE(state.submitted().keys(), QStringList({qs("list"), qs("read-only")}));
        QCOMPARE(state.answers().keys(), QStringList{qs("list")});
    }

    void whatHasNoPlaceIsCounted()
    {
        FormState state(madeForm({madeItem("a", ItemType::String), madeItem("c", ItemType::Choice, options)}));
        const FormState::TakenUp taken =
            state.takeUp({{qs("a"), qs("x")}, {qs("gone"), qs("y")}, {qs("c"), qs("z")}, {answerKey(qs("a"), {1}), qs("copy")}});
        QCOMPARE(taken.taken, 1);
        QCOMPARE(taken.leftOut, 3);
        QCOMPARE(state.answers().keys(), QStringList{qs("a")});
    }

    /// A review tries all patterns of a form several times over: each is made once.
    void aPatternIsMadeOnce()
    {
        const QString whole = qs("[\\p{L}\\p{M}]{1,9}").repeated(50);
        QVERIFY(QRegularExpression(whole).isValid());
        FormItem asked = madeItem("a", ItemType::String);
        asked.pattern = whole;
        FormState state(madeForm({asked}));
        state.setAnswer(qs("a"), qs("abc"));
        constexpr int times = 60;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < times; ++i)
            QVERIFY(QRegularExpression(QRegularExpression::anchoredPattern(whole)).isValid());
        const qint64 making = timer.nsecsElapsed();
        timer.restart();
        for (int i = 0; i < times; ++i)
            QCOMPARE(state.validity(0), Validity::NotAsAsked);
        const qint64 judging = timer.nsecsElapsed();
        QVERIFY2(judging * 3 < making, qPrintable(qs("%1 ns to make, %2 ns to judge").arg(making / times).arg(judging / times)));
    }

private:
    QList<FormItem> m_items;
};

QTEST_GUILESS_MAIN(FormAnswersTest)
#include "tst_answers.moc"
