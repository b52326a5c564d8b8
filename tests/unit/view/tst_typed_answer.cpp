// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormField.h"

#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QLocale american(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);
const QTimeZone newYork("America/New_York");

FormItem item(handrail::Control control)
{
    FormItem item;
    item.linkId = u"q"_s;
    item.text = u"A question"_s;
    item.control = control;
    return item;
}

QString read(handrail::Control control, const QString &text, const QLocale &locale = american)
{
    const std::optional<QVariant> answer = readTyped(item(control), text, {locale, newYork});
    return answer ? answer->toString() : u"-"_s;
}

} // namespace

/// Answers that are typed: days, times, numbers, own words.
class TestTypedAnswer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("answer");
        QTest::newRow("as it is written here") << u"11/18/2026"_s << american << u"2026-11-18"_s;
        QTest::newRow("as it is written there") << u"18.11.2026"_s << german << u"2026-11-18"_s;
        QTest::newRow("other signs") << u" 11 - 18 - 2026 "_s << american << u"2026-11-18"_s;
        QTest::newRow("year first") << u"2026-11-18"_s << german << u"2026-11-18"_s;
        QTest::newRow("a month") << u"3/2024"_s << american << u"2024-03"_s;
        QTest::newRow("a year") << u"1987"_s << american << u"1987"_s;
        QTest::newRow("Arabic digits") << u"٢٠٢٦-١١-١٨"_s << american << u"-"_s;
        QTest::newRow("a short year is not guessed") << u"11/18/26"_s << american << u"-"_s;
        QTest::newRow("no such day") << u"2/30/2026"_s << american << u"-"_s;
        QTest::newRow("no such month") << u"18/11/2026"_s << american << u"-"_s;
        QTest::newRow("words") << u"last Tuesday"_s << american << u"-"_s;
        QTest::newRow("too much") << u"11/18/2026/4"_s << american << u"-"_s;
        QTest::newRow("blank") << u"   "_s << american << u"-"_s;
    }
    void days()
    {
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QTEST(read(handrail::Control::Date, text, locale), "answer");
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("answer");
        for (const char *either : {"1:00", "7:30", "10:30", "11.15", "12:30", "7:30:00", " 10:30 "})
            QTest::newRow(either) << QString::fromLatin1(either) << u"-"_s;
        QTest::newRow("with a nought") << u"07:30"_s << u"07:30:00"_s;
        QTest::newRow("past midnight") << u"0:30"_s << u"00:30:00"_s;
        QTest::newRow("past midnight, in two digits") << u"00:30"_s << u"00:30:00"_s;
        QTest::newRow("past noon") << u"13:00"_s << u"13:00:00"_s;
        QTest::newRow("evening") << u"7:30 pm"_s << u"19:30:00"_s;
        QTest::newRow("evening, short") << u"7 p.m."_s << u"19:00:00"_s;
        QTest::newRow("Spanish") << u"7:30 p. m."_s << u"19:30:00"_s;
        QTest::newRow("midnight") << u"12:00 am"_s << u"00:00:00"_s;
        QTest::newRow("noon") << u"12 PM"_s << u"12:00:00"_s;
        QTest::newRow("24 hours") << u"19:30"_s << u"19:30:00"_s;
        QTest::newRow("either half of the day") << u"7"_s << u"-"_s;
        QTest::newRow("both at once") << u"19:30 pm"_s << u"-"_s;
        QTest::newRow("no such time") << u"25:00"_s << u"-"_s;
        QTest::newRow("words") << u"after work"_s << u"-"_s;
    }
    void times()
    {
        QFETCH(QString, text);
        QTEST(read(handrail::Control::Time, text), "answer");
        QTEST(read(handrail::Control::Time, text, QLocale(QLocale::Spanish, QLocale::UnitedStates)), "answer");
    }

    /// Where nobody writes AM or PM there is one 10:30.
    void timesOf24Hours()
    {
        QCOMPARE(read(handrail::Control::Time, u"10:30"_s, german), u"10:30:00"_s);
        QCOMPARE(read(handrail::Control::Time, u"7:30"_s, german), u"07:30:00"_s);
        QCOMPARE(read(handrail::Control::Time, u"7"_s, german), u"-"_s);
    }

    void whatIsMissingOfATimeIsSaid_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<bool>("isMissing");
        const int time = int(handrail::Control::Time);
        const int moment = int(handrail::Control::DateTime);
        QTest::newRow("a time") << time << u"10:30"_s << american << true;
        QTest::newRow("an hour") << time << u"7"_s << american << true;
        QTest::newRow("in Spanish") << time << u"10:30"_s << QLocale(QLocale::Spanish, QLocale::UnitedStates) << true;
        QTest::newRow("a day with a time") << moment << u"11/18/2026 7:30"_s << american << true;
        QTest::newRow("a day with an hour") << moment << u"11/18/2026, 7"_s << american << true;
        QTest::newRow("no such time") << time << u"10:75"_s << american << false;
        QTest::newRow("an hour past noon") << time << u"19"_s << american << false;
        QTest::newRow("words") << time << u"after work"_s << american << false;
        QTest::newRow("an hour where there are 24") << time << u"7"_s << german << false;
        QTest::newRow("no day") << moment << u"7:30"_s << american << false;
        QTest::newRow("no year") << moment << u"11/18 7:30"_s << american << false;
        QTest::newRow("a day alone") << int(handrail::Control::Date) << u"11/18"_s << american << false;
    }
    /// Such a time was read: it is not said that it can’t be.
    void whatIsMissingOfATimeIsSaid()
    {
        QFETCH(int, control);
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QFETCH(bool, isMissing);
        FormField field(item(handrail::Control(control)), {}, nullptr, {}, {locale, newYork});
        field.type(0, text);
        field.setValidity(Validity::Fine);
        const QString begin = isMissing ? u"Please add AM or PM, like this: "_s : u"That can’t be read. "_s;
        QVERIFY2(field.problemText().startsWith(begin), qPrintable(field.problemText()));
        if (!isMissing)
            return;
        field.type(0, text + u" pm"_s);
        QCOMPARE(field.problemText(), QString());
    }

    void dayAndTimeHaveTheOffsetOfThatDay()
    {
        QCOMPARE(read(handrail::Control::DateTime, u"11/18/2026 7:30 pm"_s), u"2026-11-18T19:30:00-05:00"_s);
        QCOMPARE(read(handrail::Control::DateTime, u"7/4/2026, 8:00 am"_s), u"2026-07-04T08:00:00-04:00"_s);
        QCOMPARE(read(handrail::Control::DateTime, u"11/18/2026"_s), u"2026-11-18"_s); // as much as was said
        QCOMPARE(read(handrail::Control::DateTime, u"7:30 pm"_s), u"-"_s);
        QCOMPARE(read(handrail::Control::DateTime, u"11/18/2026 7:30"_s), u"-"_s); // of that day there are two
    }

    void aMomentIsShownByTheWallWhereItWasSaid()
    {
        const auto shown = [](const QString &moment) {
            // The blank before PM differs between versions of the CLDR.
            return typedText(item(handrail::Control::DateTime), moment, {american, newYork}).simplified();
        };
        QCOMPARE(shown(u"2026-11-18T19:30:00-05:00"_s), u"11/18/2026 7:30 PM"_s);
        QCOMPARE(shown(u"2026-11-18T19:30:00-08:00"_s), u"11/18/2026 7:30 PM"_s);
        QCOMPARE(shown(u"2026-11-19T00:30:00Z"_s), u"11/18/2026 7:30 PM"_s); // the same moment, as some servers write it
        QCOMPARE(shown(u"2026-11-19T00:30:00.000Z"_s), u"11/18/2026 7:30 PM"_s);
    }

    void whatWasReadIsWrittenTheSame_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("day") << int(handrail::Control::Date) << u"11/18/2026"_s << american;
        QTest::newRow("day in Spanish") << int(handrail::Control::Date) << u"18/11/2026"_s
                                        << QLocale(QLocale::Spanish, QLocale::Mexico);
        QTest::newRow("year") << int(handrail::Control::Date) << u"1987"_s << american;
        QTest::newRow("number") << int(handrail::Control::Number) << u"1234.5"_s << american;
        QTest::newRow("round number") << int(handrail::Control::Number) << u"100000"_s << american;
        QTest::newRow("large number") << int(handrail::Control::Number) << u"12345678901"_s << american;
        QTest::newRow("tenth") << int(handrail::Control::Number) << u"0.1"_s << american;
        QTest::newRow("small number") << int(handrail::Control::Number) << u"0.00001"_s << american;
        QTest::newRow("number with a comma") << int(handrail::Control::Number) << u"1234,5"_s << german;
        QTest::newRow("line") << int(handrail::Control::Line) << u"أهلا 🙂 hi"_s << american;
    }
    void whatWasReadIsWrittenTheSame()
    {
        QFETCH(int, control);
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        const FormItem question = item(handrail::Control(control));
        const std::optional<QVariant> answer = readTyped(question, text, {locale, newYork});
        QVERIFY(answer);
        QCOMPARE(typedText(question, *answer, {locale, newYork}), text);
    }

    void halfTypedIsNoAnswerAndIsNotLost()
    {
        FormField field(item(handrail::Control::Date), {}, nullptr, {}, {american, newYork});
        const QSignalSpy answered(&field, &FormField::answered);
        field.type(0, u"11/18"_s);
        QVERIFY(!field.isAnswered());
        QVERIFY(field.hasUnreadLine());
        QCOMPARE(field.lineText(0), u"11/18"_s);
        QVERIFY(field.problemText().isEmpty()); // not at the first letter
        field.setValidity(Validity::Fine);
        QVERIFY(field.problemText().contains(u"11/18/2026"_s));
        field.type(0, u"11/18/2026"_s);
        QVERIFY(field.problemText().isEmpty());
        QCOMPARE(field.value().toString(), u"2026-11-18"_s);
        QCOMPARE(answered.size(), 1);
        field.type(0, u"11/18/202"_s); // on the way to another one
        QVERIFY(field.hasUnreadLine());
        QCOMPARE(field.value().toString(), u"2026-11-18"_s); // until there is one
        QCOMPARE(answered.size(), 1);

        FormField again(item(handrail::Control::Date), field.value(), nullptr, {}, {american, newYork}, field.typed());
        QCOMPARE(again.lineText(0), u"11/18/202"_s);
        QCOMPARE(again.value().toString(), u"2026-11-18"_s);
        QVERIFY(again.problemText().contains(u"11/18/2026"_s));
        again.clear();
        QVERIFY(!again.isAnswered() && !again.hasUnreadLine());
        QCOMPARE(again.problemText(), QString());
    }

    void whatCanBeReadElsewhereIsAnAnswer()
    {
        const FormItem date = item(handrail::Control::Date);
        FormField field(date, u"2026-11-12"_s, nullptr, {}, {american, newYork});
        const QSignalSpy unreadable(&field, &FormField::unreadable);
        field.type(0, u"18.11.2026"_s);
        QVERIFY(field.hasUnreadLine());
        QCOMPARE(unreadable.size(), 1);
        const FormField there(date, u"2026-11-12"_s, nullptr, {}, {german, newYork}, field.typed());
        QVERIFY(!there.hasUnreadLine());
        QCOMPARE(there.value().toString(), u"2026-11-18"_s);
    }

    void severalAnswersAreLines()
    {
        FormItem question = item(handrail::Control::Number);
        question.repeats = true;
        question.maximumAnswers = 2;
        FormField field(question, {}, nullptr, {}, {german, newYork});
        QVERIFY(!field.canAddLine());
        field.type(0, u"3,5"_s);
        QVERIFY(field.canAddLine());
        field.addLine();
        field.type(1, u"4"_s);
        QVERIFY(!field.canAddLine());
        QCOMPARE(field.value().toList(), (QVariantList{3.5, 4.0}));
        QCOMPARE(field.valueText(), u"3,5, 4"_s);
        field.clear();
        QCOMPARE(field.lineCount(), 1);
        QVERIFY(!field.isAnswered());
    }

    void aQuantityHasAUnit()
    {
        FormItem question = item(handrail::Control::Quantity);
        question.units = {{u"http://unitsofmeasure.org"_s, u"kg"_s, u"kg"_s},
                          {u"http://unitsofmeasure.org"_s, u"[lb_av]"_s, u"lb"_s}};
        FormField field(question, {}, nullptr, {}, {american, newYork});
        field.type(0, u"150"_s);
        field.chooseUnit(0, u"[lb_av]"_s);
        const std::optional<QuantityValue> answer = quantityIn(field.value());
        QVERIFY(answer);
        QCOMPARE(answer->value, 150.0);
        QCOMPARE(answer->unit, u"[lb_av]"_s);
        QCOMPARE(field.valueText(), u"150\u00a0lb"_s);
    }

    void eachLineHasItsOwnUnit()
    {
        const QString kg = u"kg"_s;
        const QString lb = u"[lb_av]"_s;
        FormItem question = item(handrail::Control::Quantity);
        question.repeats = true;
        question.units = {{u"http://unitsofmeasure.org"_s, kg, kg}, {u"http://unitsofmeasure.org"_s, lb, u"lb"_s}};
        const Writing writing{american, newYork};
        const QVariantList said{quantity(70, kg), quantity(150, lb)};
        // As it is read back, to be amended: what is not touched stays.
        FormField field(question, said, nullptr, {}, writing);
        QCOMPARE(field.lineUnits(), QStringList({kg, lb}));
        field.type(1, u"151"_s);
        QCOMPARE(field.value().toList(), QVariantList({quantity(70, kg), quantity(151, lb)}));
        field.addLine(); // mostly the unit is that of the line before
        QCOMPARE(field.lineUnits(), QStringList({kg, lb, lb}));
        field.chooseUnit(2, kg);
        field.type(2, u"72"_s);
        QCOMPARE(field.value().toList(), QVariantList({quantity(70, kg), quantity(151, lb), quantity(72, kg)}));
        field.type(1, {}); // a blank line takes its unit along
        QCOMPARE(field.value().toList(), QVariantList({quantity(70, kg), quantity(72, kg)}));
        QCOMPARE(field.valueText(), u"70\u00a0kg, 72\u00a0kg"_s);
        field.chooseUnit(3, lb);
        QCOMPARE(field.lineUnits(), QStringList({kg, lb, kg}));

        field.type(1, u"many"_s);
        FormField again(question, said, nullptr, {}, writing, field.typed());
        QVERIFY(again.hasUnreadLine());
        QCOMPARE(again.lineUnits(), QStringList({kg, lb, kg}));
        again.type(1, u"9"_s);
        QCOMPARE(again.value().toList(), QVariantList({quantity(70, kg), quantity(9, lb), quantity(72, kg)}));
        const QVariantMap older{{u"lines"_s, QVariantList{u"1"_s, u"2"_s}}, {u"unit"_s, lb}};
        QCOMPARE(FormField(question, {}, nullptr, {}, writing, older).value().toList(),
                 QVariantList({quantity(1, lb), quantity(2, lb)}));
        field.clear();
        QCOMPARE(field.lineUnits(), QStringList{QString()});
        question.units.removeLast();
        QCOMPARE(FormField(question, {}, nullptr, {}, writing).lineUnits(), QStringList{kg});
    }

    void ownWordsStandBesideTheOptions()
    {
        FormItem question = item(handrail::Control::OpenChoice);
        question.options = {{u"s"_s, u"bus"_s, u"By bus"_s}, {u"s"_s, u"none"_s, u"None"_s, true}};
        FormField one(question, {});
        one.choose(0);
        one.writeOwn(u"bus"_s); // words are never taken for a code
        QCOMPARE(one.ownText(), u"bus"_s);
        QVERIFY(!one.isChosen(u"bus"_s));
        one.writeOwn({});
        QVERIFY(!one.isAnswered());

        question.repeats = true;
        FormField many(question, {});
        many.toggle(u"bus"_s);
        many.writeOwn(u"On foot"_s);
        QCOMPARE(many.valueText(), u"By bus, On foot"_s);
        many.toggle(u"none"_s);
        QCOMPARE(many.value().toStringList(), QStringList{u"none"_s});
        many.writeOwn(u" "_s); // nothing yet
        QCOMPARE(many.value().toStringList(), QStringList{u"none"_s});
        many.writeOwn(u"On foot"_s);
        QCOMPARE(many.valueText(), u"On foot"_s);
    }
};

QTEST_GUILESS_MAIN(TestTypedAnswer)
#include "tst_typed_answer.moc"
