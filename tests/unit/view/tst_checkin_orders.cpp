// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "care/SafetyReport.h"
#include "core/Ids.h"

#include <QGuiApplication>
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

    /// A clinic's own check-in may hold a group that repeats. That it comes once is said, and not of one that comes once anyway.
    void whatCannotBeAnsweredAgainIsSaid()
    {
        test::FormBench bench;
        const QString notice = u"Some questions can be answered only once here."_s;
        const auto noticeOf = [&](const QByteArray &repeats) -> QString {
            const bool isPut =
                bench.putForm("own",
                              "'url':'" + dailyCheckInUrl().toUtf8()
                                  + "','status':'active','item':[{'linkId':'all','type':'group','item':["
                                    "{'linkId':'drink','type':'group','text':'A drink',"
                                  + repeats + "'item':[{'linkId':'what','text':'What was it?','type':'string'}]}]}]");
            bench.checkIn.begin();
            const QString said = isPut && bench.checkIn.state() == CheckInView::Editing ? bench.checkIn.notice() : u"no form"_s;
            bench.checkIn.leave();
            return said;
        };
        QCOMPARE(noticeOf("'repeats':true,"), notice);
        QCOMPARE(noticeOf({}), QString());
        QCOMPARE(noticeOf("'repeats':true,'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs',"
                          "'valueInteger':1}],"),
                 QString());
    }

    void whoIsInDangerCanKeepTheRest_data()
    {
        QTest::addColumn<int>("report"); // OutboxState of what went ahead; 0: nothing did
        QTest::addColumn<QString>("atTheEnd");
        QTest::addColumn<bool>("isHeld");
        const auto state = [](OutboxState is) { return int(is); };
        QTest::newRow("on its way") << state(OutboxState::Queued) << u"yes"_s << true;
        QTest::newRow("perhaps there") << state(OutboxState::Uncertain) << u"yes"_s << true;
        QTest::newRow("at the clinic") << state(OutboxState::Done) << u"yes"_s << true;
        QTest::newRow("refused") << state(OutboxState::Rejected) << u"yes"_s << false;
        QTest::newRow("said otherwise then") << state(OutboxState::Queued) << u"not-sure"_s << false;
        QTest::newRow("nothing went ahead") << 0 << u"yes"_s << false;
    }

    /// Hazard H5: a check-in that is the only word of danger goes at once; one whose word of danger went ahead waits as any other.
    void whoIsInDangerCanKeepTheRest()
    {
        QFETCH(int, report);
        QFETCH(QString, atTheEnd);
        QFETCH(bool, isHeld);
        test::FormBench bench;
        Records &records = *bench.account.records();
        const std::optional<Form> form = dailyCheckInForm(records);
        QVERIFY(form);
        if (report > 0) {
            const Result<SafetyReport> ahead = sendAhead(records, bench.clock, *form, {{u"safety"_s, u"yes"_s}});
            QVERIFY(ahead);
            OutboxItem item = records.store().outbox().find(ahead->identifier).value().value();
            item.state = OutboxState(report);
            QVERIFY(records.store().outbox().update(item));
        }
        CheckIn filling(records, bench.clock, *form);
        QCOMPARE(filling.setAnswer(u"mood"_s, u"low"_s), Validity::Fine);
        QCOMPARE(filling.setAnswer(u"safety"_s, atTheEnd), Validity::Fine);
        const Result<CompletedForm> finished = filling.finish();
        QVERIFY(finished);
        CheckInDoneView &done = bench.checkInDone;
        done.hold(finished->identifier);
        QCOMPARE(records.store().outbox().find(finished->identifier).value()->retryAt.isValid(), isHeld);
        done.setShown(true);
        QCOMPARE(done.isHeld(), isHeld);
        if (!isHeld)
            return;
        done.setShared(false);
        QVERIFY(!done.isShared());
        QCOMPARE(done.sharingText(), u"Your answer about safety goes to your care team. Only you can see the rest."_s);
        QCOMPARE(records.store().outbox().find(finished->identifier).value()->state, OutboxState::Kept);
    }

    /// It is here alone, and meanwhile another device ended its day: it is gone on with as what it is, and in any language.
    void whatTheDiskDidNotTakeIsReadAnew()
    {
        test::FormBench bench(1024);
        if (!bench.disk->isThere())
            QSKIP("no right to mount a disk here");
        const QDate day(2026, 11, 17);
        bench.clock.setZone("America/New_York");
        bench.clock.setWallClock(QDateTime(day, QTime(22, 20), QTimeZone("America/New_York")).toUTC());
        CheckInView &view = bench.checkIn;
        const auto mood = [&view] { return view.fields()->fields().constFirst(); };
        view.begin();
        bench.disk->fill();
        for (int i = 0; i < 300 && view.isKept(); ++i) // until there is no room in the file either
            mood()->answer(i % 2 == 0 ? u"low"_s : u"okay"_s);
        QVERIFY(!view.isKept());
        const QVariant last = mood()->value();
        const QString question = view.title();
        view.leave();
        QVERIFY(view.isOpen());

        QVERIFY(bench.disk->resize(8192));
        const QString id =
            urn(scheduledId(bench.account.identity()->patientId, dailyCheckInUrl(), day, u"daily"_s)).section(u':', -1);
        QVERIFY(bench.putAnswers(id.toLatin1(), dailyCheckInUrl(), "{'linkId':'note','answer':[{'valueString':'Theirs'}]}"));
        view.begin();
        QCOMPARE(mood()->value(), last);
        QVERIFY2(view.canFinish() && view.notice().contains(u"already"_s), qPrintable(view.notice()));
        bench.preferences.setLanguage(u"es"_s);
        QCOMPARE(mood()->value(), last);
        QVERIFY(view.canFinish() && view.title() != question);
        while (view.state() == CheckInView::Editing)
            QVERIFY(view.next());
        const OutboxItem item = bench.account.records()->store().outbox().find(u"urn:uuid:"_s + id).value().value();
        QVERIFY(item.problem == outrunProblem && item.payload.contains(last.toString().toUtf8()));
    }
};

int main(int argc, char *argv[])
{
    SmallDisk::prepare();
    QGuiApplication app(argc, argv);
    TestCheckInOrders test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_checkin_orders.moc"
