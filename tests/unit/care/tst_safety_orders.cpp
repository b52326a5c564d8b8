// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Evaluate.h"
#include "content/Questionnaires.h"
#include "fhir/Read.h"
#include "form/FormState.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace handrail;

/// A safety answer shows its page once for each graver step, in whatever order people go.
class TestSafetyOrders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// H6: 100,000 people answer, skip, go back, change, leave and take up again in any order; in the second form their answers also open
    /// and shut the questions about safety.
    void aSafetyAnswerShowsThePageOnceForEachGraverStep_data()
    {
        QTest::addColumn<QByteArray>("questionnaire");
        QTest::addColumn<int>("people");
#if defined(__SANITIZE_ADDRESS__)
        constexpr int share = 10; // a sanitizer looks at each of them for long
#else
        constexpr int share = 1;
#endif
        QTest::newRow("check-in") << dailyCheckInQuestionnaire() << 70'000 / share;
        QFile screen(QStringLiteral(HANDRAIL_QUESTIONNAIRES "/phq-2-9.json"));
        QVERIFY(screen.open(QIODevice::ReadOnly));
        QTest::newRow("PHQ-2 and PHQ-9") << screen.readAll() << 30'000 / share;
    }

    void aSafetyAnswerShowsThePageOnceForEachGraverStep()
    {
        QFETCH(QByteArray, questionnaire);
        QFETCH(int, people);
        QRandomGenerator random(6);
        const Form form = fhir::readQuestionnaire(questionnaire).value_or(Form());
        FormState state(form);
        QList<const FormItem *> items;
        for (const FormItem &item : state.form().items) {
            if (!item.options.isEmpty())
                items << &item;
        }
        const QString safety = safetyItems(form).value(0);
        const QStringList gravest{QStringLiteral("not-sure"), QStringLiteral("yes"), QStringLiteral("LA6569-3"),
                                  QStringLiteral("LA6570-1"), QStringLiteral("LA6571-9")};
        QVERIFY(items.size() > 3 && !safety.isEmpty());
        int withPage = 0;
        int twice = 0;
        int steps = 0; // from one positive answer to a graver one
        int shut = 0;
        for (int order = 0; order < people; ++order) {
            state.takeUp({});
            SafetyWatch watch;
            int shown = 0;
            bool wasPositive = false;
            int said = 0; // the gravest since the last no, by the order of the scale
            qsizetype step = 0;
            const auto look = [&] {
                // By the answer to the item alone, and whether it is asked.
                const FormEntry *entry = state.find(safety);
                const FormItem &item = *entry->item;
                const bool isAnswered = entry->value.isValid() && safetyOf(item, entry->value) == SafetyAnswer::Positive;
                const bool isPositive = isAnswered && entry->isAsked();
                shut += isAnswered && wasPositive && !isPositive;
                const bool isDue = watch.isDue(form, state.submitted());
                // At the very change that made it so or graver, and never later.
                const int grave = isPositive ? gravest.indexOf(entry->value.toString()) + 1 : 0;
                QVERIFY(!isPositive || grave > 0);
                QCOMPARE(isDue, grave > said);
                steps += isDue && wasPositive;
                said = isPositive ? std::max(said, grave) : 0;
                wasPositive = isPositive;
                shown += isDue;
            };
            for (int act = random.bounded(4, 24); act > 0; --act) {
                const FormItem &item = *items.at(step);
                switch (random.bounded(7)) {
                case 0:
                case 1:
                case 2:
                    (void)state.setAnswer(item.linkId, item.options.at(random.bounded(item.options.size())).code);
                    look();
                    break;
                case 3: // skip takes the answer back
                    (void)state.setAnswer(item.linkId, {});
                    look();
                    step = std::min(step + 1, items.size() - 1);
                    break;
                case 4: step = random.bounded(items.size()); break; // back and forward
                case 5: {                                           // left, and taken up from the draft
                    look();
                    const Answers draft = state.answers();
                    state.takeUp({});
                    state.takeUp(draft);
                    watch = SafetyWatch(gravityOf(form, state.submitted()));
                    said = wasPositive ? int(gravest.indexOf(state.find(safety)->value.toString())) + 1 : 0;
                    break;
                }
                case 6: // to the question itself, or to the first, on which others may depend
                    step = random.bounded(2) ? items.indexOf(state.find(safety)->item) : qsizetype(0);
                    break;
                }
            }
            withPage += shown > 0;
            twice += shown > 1;
        }
        QVERIFY2(withPage > people / 100 && twice > people / 1000 && steps > people / 1000,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(withPage).arg(twice).arg(steps)));
        QCOMPARE(shut > people / 1000, qstrcmp(QTest::currentDataTag(), "check-in") != 0);
    }
};

QTEST_GUILESS_MAIN(TestSafetyOrders)
#include "tst_safety_orders.moc"
