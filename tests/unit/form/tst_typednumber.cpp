// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/TypedNumber.h"

#include <QTest>

using namespace handrail;

class FormTypedNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<double>("number");
        const auto row = [](const char *text, const char *locale, double number) {
            QTest::addRow("%s in %s", text, locale) << QString::fromUtf8(text) << QString::fromLatin1(locale) << number;
        };
        for (const char *locale : {"en_US", "es_MX", "de_DE", "fr_FR", "ar_EG"}) {
            row("3.5", locale, 3.5);
            row("3,5", locale, 3.5);
            row(" 7 ", locale, 7);
            row("-2,25", locale, -2.25);
            row("1,234,567", locale, 1234567);
            row("1.234.567", locale, 1234567);
            row("1.234,5", locale, 1234.5);
            row("1,234.5", locale, 1234.5);
            row("1 234,5", locale, 1234.5);
            row("0.125", locale, 0.125);
            row(".5", locale, 0.5);
            row("5.", locale, 5);
        }
        row("1,000", "en_US", 1000);
        row("1,000", "de_DE", 1);
        row("1.000", "de_DE", 1000);
        row("1.000", "en_US", 1);
        row("1.000", "es_ES", 1000);
        row("1’000", "de_CH", 1000);
        row("٣٫٥", "ar_EG", 3.5);
        row("١٬٢٣٤", "ar_EG", 1234);
        row("३.५", "hi_IN", 3.5);
        row("３．５", "ja_JP", 3.5);
        row("−4", "en_US", -4);
        row("\u200f5", "ar_EG", 5);
        row("+5", "en_US", 5);
    }
    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, locale);
        QFETCH(double, number);
        const std::optional<double> read = readTypedNumber(text, QLocale(locale));
        QVERIFY(read);
        QCOMPARE(*read, number);
    }

    void whatIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"",           " ",     "many", "1e3", "inf", "nan", "0x10", "1,2,3", "1.2.3", "1.23,456.7",
              "12 34",      "1--2",  "-",    "--1", ".",   ",",   "5 kg", "1/2",   "½",     "12345678901234567890",
              "1,2345,678", "1 2 3", "5-",   "+-5"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
        QTest::newRow("long") << QString(100, u'1');
    }
    void whatIsNone()
    {
        QFETCH(QString, text);
        for (const char *locale : {"en_US", "de_DE", "ar_EG"})
            QVERIFY2(!readTypedNumber(text, QLocale(QString::fromLatin1(locale))), locale);
    }
};

QTEST_GUILESS_MAIN(FormTypedNumberTest)
#include "tst_typednumber.moc"
