// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"

#include <QSignalSpy>
#include <QTest>
#include <random>

using namespace handrail;
using namespace Qt::StringLiterals;

/// The check-in as people really fill it in.
class TestCheckInOrders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Design clinical 3.5, H6: in whatever order people answer, skip, go back and leave, a yes brings its page once, and nothing else does.
    void inWhateverOrderTheSafetyPageComesOnce()
    {
        test::FormBench bench;
        QSignalSpy due(&bench.safety, &SafetyView::pageDue);
        CheckInView &checkIn = bench.checkIn;
        std::mt19937 random(20261118);
        const auto pick = [&random](qsizetype of) { return of > 0 ? int(random() % unsigned(of)) : 0; };
        int orders = 0;
        for (int order = 0; order < 200; ++order) {
            bench.clock.advance(std::chrono::seconds(1));
            QVERIFY(bench.account.records()->store().removeValue(QString(draftPrefix + dailyCheckInUrl())));
            checkIn.begin();
            QCOMPARE(checkIn.state(), CheckInView::Editing);
            due.clear();
            bool isYes = false;
            for (int act = pick(45); act >= 0; --act) {
                const QList<FormField *> fields = checkIn.fields()->fields();
                FormField *field = fields.at(pick(fields.size()));
                const bool isSafety = field->linkId() == u"safety";
                const int choice = pick(field->options().size());
                const QString code = field->options().value(choice).toMap().value(u"code"_s).toString();
                switch (pick(6)) {
                case 0:
                case 1:
                    if (!checkIn.isLast())
                        checkIn.next();
                    break;
                case 2:
                    if (!checkIn.isLast() && !isSafety)
                        checkIn.skip();
                    break;
                case 3: checkIn.back(); break;
                case 4:
                    checkIn.leave();
                    checkIn.begin();
                    break;
                default:
                    if (code.isEmpty() || (isSafety && (isYes || code == u"not-sure")))
                        break;
                    field->choose(choice);
                    isYes = isYes || (isSafety && code == u"yes");
                }
                if (!due.isEmpty())
                    bench.safety.noteShown();
            }
            checkIn.leave();
            QVERIFY2(due.size() == (isYes ? 1 : 0), qPrintable(u"order %1: %2"_s.arg(order).arg(due.size())));
            orders += isYes ? 1 : 0;
        }
        QVERIFY2(orders > 15, qPrintable(QString::number(orders))); // it was looked at
    }
};

QTEST_MAIN(TestCheckInOrders)
#include "tst_checkin_orders.moc"
