// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Read.h"
#include "form/FormState.h"
#include "form/Safety.h"
#include "form/Score.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

QJsonObject instrument(const QString &id)
{
    QFile file(QStringLiteral(HANDRAIL_INSTRUMENTS "/%1.json").arg(id));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QMap<QString, QJsonObject> itemsOf(const QJsonObject &form)
{
    QMap<QString, QJsonObject> items;
    for (const QJsonValue &item : form[u"item"_s].toArray())
        items.insert(item[u"linkId"_s].toString(), item.toObject());
    return items;
}

} // namespace

/// The short instruments that grow into the long ones (design clinical 2).
class InstrumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The vectors of design clinical 2, on the forms that are shipped. -1: left out.
    void theirTotals_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QList<int>>("weights");
        QTest::addColumn<double>("total"); // -1: none
        QTest::addColumn<bool>("isSafety");
        const QList<int> threes{3, 3, 3, 3, 3, 3, 3, 3, 3};
        for (const QString &id : {u"phq-9"_s, u"phq-2-9"_s}) {
            QTest::addRow("%s, all 3", qPrintable(id)) << id << threes << 27.0 << true;
            QTest::addRow("%s, item 9 alone with the first two", qPrintable(id))
                << id << QList<int>{3, 0, 0, 0, 0, 0, 0, 0, 1} << 4.0 << true;
            QTest::addRow("%s, one blank", qPrintable(id)) << id << QList<int>{3, 3, 3, -1, 3, 3, 3, 3, 0} << -1.0 << false;
        }
        QTest::newRow("five ones") << u"phq-9"_s << QList<int>{1, 1, 1, 1, 1, 0, 0, 0, 0} << 5.0 << false;
        QTest::newRow("item 9 alone") << u"phq-9"_s << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 1} << 1.0 << true;
        for (const QString &id : {u"gad-7"_s, u"gad-2"_s}) {
            QTest::addRow("%s, ten", qPrintable(id)) << id << QList<int>{2, 2, 2, 2, 1, 1, 0} << 10.0 << false;
            QTest::addRow("%s, one blank", qPrintable(id)) << id << QList<int>{2, 2, 2, 2, 1, 1, -1} << -1.0 << false;
        }
    }
    void theirTotals()
    {
        QFETCH(QString, id);
        QFETCH(QList<int>, weights);
        QFETCH(double, total);
        QFETCH(bool, isSafety);
        const auto form = fhir::readQuestionnaire(QJsonDocument(instrument(id)).toJson());
        QVERIFY(form);
        FormState state(*form);
        for (qsizetype i = 0; i < weights.size(); ++i) {
            const QString linkId = u"q%1"_s.arg(i + 1);
            const FormItem *item = itemIn(form->items, linkId);
            QVERIFY2(item, qPrintable(linkId));
            for (const Option &option : item->options) {
                if (option.hasWeight && int(option.weight) == weights.at(i))
                    QCOMPARE(state.setAnswer(linkId, option.code), Validity::Fine);
            }
        }
        const QString code = id.startsWith(u"phq") ? u"44261-6"_s : u"70274-6"_s;
        QList<double> totals;
        for (const ItemScore &score : scoresOf(*form, state.submitted())) {
            for (const Code &each : score.codes) {
                if (each.code == code && score.score.isScored())
                    totals << score.score.value;
            }
        }
        QCOMPARE(totals, total < 0 ? QList<double>() : QList<double>{total});
        QCOMPARE(safetyOf(*form, state.submitted()) == SafetyAnswer::Positive, isSafety);
    }

    /// As they were published, with the codes of LOINC. Nobody may change a word of them; the short ones are held to these below.
    void theirWords_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("linkId");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("answers"); // LOINC's code and the words, in order; a weight of 0 to 3 where they are scored
        const QStringList often{u"LA6568-5 Not at all 0"_s, u"LA6569-3 Several days 1"_s, u"LA6570-1 More than half the days 2"_s,
                                u"LA6571-9 Nearly every day 3"_s};
        const auto rows = [&](const QString &id, const QString &lead, const QList<QStringList> &items) {
            QTest::newRow(qPrintable(id + u" lead"_s)) << id << u"lead"_s << QString() << lead << QStringList();
            for (qsizetype i = 0; i < items.size(); ++i) {
                const QString linkId = u"q%1"_s.arg(i + 1);
                QTest::newRow(qPrintable(id + u' ' + linkId)) << id << linkId << items.at(i).at(0) << items.at(i).at(1) << often;
            }
        };
        rows(u"phq-9"_s, u"Over the last 2 weeks, how often have you been bothered by any of the following problems?"_s,
             {{u"44250-9"_s, u"Little interest or pleasure in doing things"_s},
              {u"44255-8"_s, u"Feeling down, depressed, or hopeless"_s},
              {u"44259-0"_s, u"Trouble falling or staying asleep, or sleeping too much"_s},
              {u"44254-1"_s, u"Feeling tired or having little energy"_s},
              {u"44251-7"_s, u"Poor appetite or overeating"_s},
              {u"44258-2"_s, u"Feeling bad about yourself — or that you are a failure or have let yourself or your family down"_s},
              {u"44252-5"_s, u"Trouble concentrating on things, such as reading the newspaper or watching television"_s},
              {u"44253-3"_s,
               u"Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or "
               "restless that you have been moving around a lot more than usual"_s},
              {u"44260-8"_s, u"Thoughts that you would be better off dead or of hurting yourself in some way"_s}});
        QTest::newRow("phq-9 difficulty")
            << u"phq-9"_s << u"difficulty"_s << u"69722-7"_s
            << u"If you checked off any problems, how difficult have these problems made it for you to do your work, take care of "
               "things at home, or get along with other people?"_s
            << QStringList{u"LA6572-7 Not difficult at all"_s, u"LA6573-5 Somewhat difficult"_s, u"LA6575-0 Very difficult"_s,
                           u"LA6574-3 Extremely difficult"_s};
        rows(u"gad-7"_s, u"Over the last 2 weeks, how often have you been bothered by the following problems?"_s,
             {{u"69725-0"_s, u"Feeling nervous, anxious or on edge"_s},
              {u"68509-9"_s, u"Not being able to stop or control worrying"_s},
              {u"69733-4"_s, u"Worrying too much about different things"_s},
              {u"69734-2"_s, u"Trouble relaxing"_s},
              {u"69735-9"_s, u"Being so restless that it is hard to sit still"_s},
              {u"69689-8"_s, u"Becoming easily annoyed or irritable"_s},
              {u"69736-7"_s, u"Feeling afraid as if something awful might happen"_s}});
    }
    void theirWords()
    {
        QFETCH(QString, id);
        QFETCH(QString, linkId);
        QFETCH(QString, code);
        QFETCH(QString, text);
        QFETCH(QStringList, answers);
        const QJsonObject form = instrument(id);
        const QJsonObject item = itemsOf(form).value(linkId);
        QCOMPARE(item[u"text"_s].toString(), text);
        QCOMPARE(item[u"code"_s][0][u"code"_s].toString(), code);
        QStringList offered;
        for (const QJsonValue &option : item[u"answerOption"_s].toArray()) {
            const QJsonValue coding = option[u"valueCoding"_s];
            QCOMPARE(coding[u"system"_s].toString(), u"http://loinc.org"_s);
            QString one = coding[u"code"_s].toString() + u' ' + coding[u"display"_s].toString();
            for (const QJsonValue &extension : option[u"extension"_s].toArray())
                one += u' ' + QString::number(extension[u"valueDecimal"_s].toDouble());
            offered << one;
        }
        QCOMPARE(offered, answers);
        QCOMPARE(itemsOf(form).size(), id == u"phq-9" ? 12 : 9); // the lead, the questions, and the total; nothing is added
        QVERIFY(!item.contains(u"_text"_s));                     // no translation but a published one
    }

    void theShortOneIsTheLongOne_data()
    {
        QTest::addColumn<QString>("growing");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<int>("questions");
        QTest::newRow("PHQ") << u"phq-2-9"_s << u"phq-9"_s << 9;
        QTest::newRow("GAD") << u"gad-2"_s << u"gad-7"_s << 7;
    }
    /// Word for word, with the same codes, answers, weights, total and notices.
    void theShortOneIsTheLongOne()
    {
        QFETCH(QString, growing);
        QFETCH(QString, whole);
        QFETCH(int, questions);
        const QJsonObject shortForm = instrument(growing);
        const QJsonObject longForm = instrument(whole);
        QCOMPARE(shortForm[u"copyright"_s].toString(), longForm[u"copyright"_s].toString());
        QVERIFY(shortForm[u"copyright"_s].toString().contains(u"LOINC is copyright"_s));
        QCOMPARE(shortForm[u"code"_s], longForm[u"code"_s]);
        QMap<QString, QJsonObject> mine = itemsOf(shortForm);
        int asked = 0;
        for (const QJsonObject &item : itemsOf(longForm)) {
            QJsonObject same = mine.value(item[u"linkId"_s].toString());
            asked += item[u"linkId"_s].toString().startsWith(u'q') ? 1 : 0;
            if (item[u"type"_s].toString() == u"display"_s)
                continue;
            same.remove(u"enableWhen"_s);
            same.remove(u"enableBehavior"_s);
            QJsonObject plain = item;
            plain.remove(u"enableWhen"_s);
            plain.remove(u"enableBehavior"_s);
            QCOMPARE(same, plain);
        }
        QCOMPARE(asked, questions);
    }

    void itGrowsFromThreeOn_data()
    {
        QTest::addColumn<int>("first"); // -1: skipped
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("isGrown");
        for (int first = -1; first <= 3; ++first) {
            for (int second = -1; second <= 3; ++second) {
                const bool isHigh = first == 3 || second == 3 || (first >= 0 && second >= 0 && first + second >= 3);
                QTest::addRow("%d and %d", first, second) << first << second << isHigh;
            }
        }
    }
    void itGrowsFromThreeOn()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(bool, isGrown);
        for (const auto &[id, questions] : {std::pair(u"gad-2"_s, 7), std::pair(u"phq-2-9"_s, 9)}) {
            const auto form = fhir::readQuestionnaire(QJsonDocument(instrument(id)).toJson());
            QVERIFY(form);
            FormState state(*form);
            const auto give = [&](int number, int weight) {
                if (weight >= 0) // the options stand in the order of their weights
                    state.setAnswer(u"q%1"_s.arg(number), state.find(u"q1"_s)->item->options.at(weight).code);
            };
            const auto asked = [&] {
                int count = 0;
                for (const FormEntry &entry : state.entries())
                    count += entry.isAsked() && entry.item->linkId.startsWith(u'q') ? 1 : 0;
                return count;
            };
            QCOMPARE(asked(), 2);
            give(1, first);
            give(2, second);
            QCOMPARE(asked(), isGrown ? questions : 2);
            const QString shortTotal = id == u"gad-2"_s ? u"gad2-total"_s : u"phq2-total"_s;
            QCOMPARE(state.answer(shortTotal).isValid(), first >= 0 && second >= 0);
            if (first >= 0 && second >= 0)
                QCOMPARE(state.answer(shortTotal).toDouble(), double(first + second));
            QVERIFY(!state.answer(u"total"_s).isValid()); // not of two alone
            if (!isGrown || first < 0 || second < 0)
                continue;
            for (int number = 3; number <= questions; ++number)
                give(number, 1);
            QCOMPARE(state.answer(u"total"_s).toDouble(), double(first + second + questions - 2));
            // Lower again, the rest is not asked and not sent, and there is no total of the whole.
            give(1, 0);
            give(2, 0);
            QCOMPARE(asked(), 2);
            QVERIFY(!state.submitted().contains(u"q3"_s) && !state.submitted().contains(u"total"_s));
        }
    }
};

QTEST_GUILESS_MAIN(InstrumentsTest)
#include "tst_instruments.moc"
