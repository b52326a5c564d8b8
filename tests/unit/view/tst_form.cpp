// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"

#include <QFile>
#include <QGuiApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using test::weights, test::weightsUrl;
using namespace Qt::StringLiterals;

/// A form of the clinic's, as its pages show it.
class TestFormView final : public QObject, test::FormWeights
{
    Q_OBJECT

    QVariantMap row(int index) const { return m_view->answers().value(index).toMap(); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void halfTypedTakesNoGoodAnswerWithItAndComesBack()
    {
        m_view->open(weightsUrl);
        QCOMPARE(m_view->state(), FormView::Editing);
        field(0)->type(0, u"12"_s);
        QVERIFY(m_view->next());
        QVERIFY(m_view->back());
        field(0)->type(0, u"12a"_s);
        QVERIFY(m_view->isAnswered() && m_view->isKept());
        m_view->leave();
        QCOMPARE(m_view->state(), FormView::Unavailable);

        m_view->open(weightsUrl);
        QCOMPARE(field(0)->lineText(0), u"12a"_s);
        QCOMPARE(field(0)->value().toDouble(), 12.0);
        QVERIFY(!field(0)->problemText().isEmpty());
        QVERIFY(!m_view->next()); // it cannot be read
        // By way of the other screen too.
        m_view->review();
        m_view->goTo(1);
        QVERIFY(m_view->back());
        QCOMPARE(row(0).value(u"value"_s).toString(), u"12a"_s);
        QVERIFY(!row(0).value(u"problem"_s).toString().isEmpty());
        QVERIFY(!m_view->missingText().isEmpty());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Review);

        m_view->goTo(0);
        field(0)->type(0, u"12"_s); // as it was
        QVERIFY(m_view->next());
        QCOMPARE(m_view->missingText(), QString());
        QCOMPARE(row(0).value(u"value"_s).toString(), u"12"_s);
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
    }

    void aFormThatNeedsMoreThanWeCanDoSaysSo()
    {
        const auto isSaid = [](const FillingView &view) {
            return view.notice().contains(u"Some questions may not be meant for you."_s);
        };
        m_view->open(weightsUrl);
        QVERIFY(!isSaid(*m_view));
        m_view->leave();
        QFile file(QStringLiteral(HANDRAIL_FIXTURES "/forms/beyond.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray beyond = file.readAll();
        QVERIFY(m_bench->put(u"Questionnaire"_s, u"beyond"_s, beyond));
        m_view->open(u"https://handrail.example/fhir/Questionnaire/beyond"_s);
        QCOMPARE(m_view->state(), FormView::Editing);
        QVERIFY2(isSaid(*m_view), qPrintable(m_view->notice()));
        m_view->leave();

        CheckInView &checkIn = m_bench->checkIn;
        checkIn.begin();
        QVERIFY(!isSaid(checkIn));
        checkIn.leave();
        QVERIFY(m_bench->put(u"Questionnaire"_s, u"beyond-too"_s,
                             QByteArray(beyond).replace("Questionnaire/beyond", "Questionnaire/daily-checkin")));
        checkIn.begin();
        QCOMPARE(checkIn.state(), CheckInView::Editing);
        QVERIFY2(isSaid(checkIn), qPrintable(checkIn.notice()));
    }

    void theNoticeOfAnInstrumentGoesWithIt()
    {
        QVERIFY(m_bench->putForm("w2", weights("2") + ",'copyright':'By A and B.\\nNo permission required.'"));
        QCOMPARE(m_view->copyright(), QString());
        m_view->open(weightsUrl);
        QCOMPARE(m_view->copyright(), u"By A and B.\nNo permission required."_s);
    }

    void whatIsTakenBackIsGoneWithWhatWasTyped()
    {
        m_view->open(weightsUrl);
        field(0)->type(0, u"a"_s);
        QVERIFY(m_view->isAnswered());
        m_view->clearAnswers();
        QVERIFY(!m_view->isAnswered());
        m_view->leave();
        m_view->open(weightsUrl);
        QCOMPARE(field(0)->lineText(0), QString());
        field(0)->type(0, u"b"_s);
        m_view->skip();
        QVERIFY(m_view->back());
        QCOMPARE(field(0)->lineText(0), QString());
    }

    void whatAnotherLanguageCanReadIsAnAnswer()
    {
        m_bench->preferences.setLanguage(u"es"_s);
        m_view->open(weightsUrl);
        QVERIFY(m_view->next());
        field(0)->type(0, u"11/18/2026"_s); // there is no month 18
        QVERIFY(field(0)->hasUnreadLine());
        m_bench->preferences.setLanguage(u"en"_s);
        QCOMPARE(field(0)->value().toString(), u"2026-11-18"_s);
        QVERIFY(m_view->next());
        QCOMPARE(m_view->missingText(), QString());
    }

    void aQuestionThatComesTakesNoRowAway()
    {
        QVERIFY(m_bench->putForm("g",
                                 "'url':'https://x.example/group','status':'active','item':[{'linkId':'g','text':'Both',"
                                 "'type':'group','item':[{'linkId':'a','text':'A','type':'string'},{'linkId':'b','text':'B',"
                                 "'type':'string','enableWhen':[{'question':'c','operator':'exists','answerBoolean':true}]},"
                                 "{'linkId':'c','text':'C','type':'integer'}]}]"));
        m_view->open(u"https://x.example/group"_s);
        QCOMPARE(m_view->fields()->rowCount(), 2);
        const QPointer<FormField> typed = field(1);
        const QSignalSpy removed(m_view->fields(), &QAbstractItemModel::rowsRemoved);
        typed->type(0, u"1"_s);
        QCOMPARE(m_view->fields()->rowCount(), 3);
        QCOMPARE(field(2), typed.data());
        typed->type(0, u"1x"_s);
        QCOMPARE(m_view->fields()->rowCount(), 3); // it was answered
        QCOMPARE(removed.size(), 0);
        typed->type(0, QString());
        QCOMPARE(m_view->fields()->rowCount(), 2);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(field(1), typed.data());
    }

    void nothingIsPassedOverByItself()
    {
        const QByteArray number =
            "'type':'integer','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/minValue',"
            "'valueInteger':0},{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueInteger':12},"
            "{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl','valueCodeableConcept':"
            "{'coding':[{'code':'spinner'}]}}]";
        QVERIFY(m_bench->putForm("n",
                                 "'url':'https://x.example/night','status':'active','item':[{'linkId':'g','text':'Night',"
                                 "'type':'group','item':[{'linkId':'sleep-hours','text':'Hours',"
                                     + number
                                     + "},{'linkId':'good','text':'Good?','type':'boolean'}]},"
                                       "{'linkId':'end','text':'More?','type':'string'}]"));
        m_view->open(u"https://x.example/night"_s);
        QCOMPARE(field(0)->control(), FormField::Stepper);
        field(1)->choose(0);
        QTest::qWait(500);
        QCOMPARE(m_view->step(), 0);

        // The hours of the check-in are a guess that can be left.
        CheckInView &checkIn = m_bench->checkIn;
        checkIn.begin();
        QCOMPARE(checkIn.state(), CheckInView::Editing);
        while (checkIn.fields()->fields().constFirst()->linkId() != QLatin1String("sleep-hours"))
            checkIn.skip();
        const int step = checkIn.step();
        checkIn.fields()->fields().at(1)->choose(2);
        QTRY_COMPARE(checkIn.step(), step + 1);
        // Not of a bad night: three short ones are told of.
        QVERIFY(checkIn.back());
        checkIn.fields()->fields().at(1)->choose(0);
        QTest::qWait(600);
        QCOMPARE(checkIn.step(), step);
        QVERIFY(checkIn.next()); // and they are still theirs to leave
        QCOMPARE(checkIn.step(), step + 1);
    }

    void aChangeThatWasPutAsideBeginsWithWhatWasSent()
    {
        QVERIFY(m_bench->putAnswers("1", weightsUrl + u"|1"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        m_view->goTo(0);
        field(0)->type(0, u"81"_s);
        m_view->leave();
        m_bench->clock.advance(std::chrono::hours(24 * 32));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s}));
    }

    void aDraftThatCantBeReadIsSaid()
    {
        QVERIFY(m_bench->account.records()->store().setValue(u"draft/"_s + weightsUrl, "{\"answers\":{\"weig"));
        m_view->open(weightsUrl);
        QCOMPARE(m_view->state(), FormView::Editing);
        QVERIFY2(m_view->notice().contains(u"can’t be opened"_s), qPrintable(m_view->notice()));
        field(0)->type(0, u"80"_s);
        m_view->leave();
        m_view->open(weightsUrl);
        QVERIFY(!m_view->notice().contains(u"can’t be opened"_s));
    }

    void whatTheDiskDidNotTakeStaysOpen()
    {
        m_bench = std::make_unique<test::FormBench>(1024);
        if (!m_bench->disk->isThere())
            QSKIP("no right to mount a disk here");
        m_view = &m_bench->form;
        QVERIFY(m_bench->putForm("w1", weights("1")));
        QVERIFY(m_bench->putForm("o", "'url':'https://x.example/other','status':'active','item':[{'linkId':'o','type':'string'}]"));
        QVERIFY(m_bench->putAnswers("1", u"https://x.example/other"_s, "{'linkId':'o','answer':[{'valueString':'old'}]}"));
        m_view->open(weightsUrl);
        m_bench->disk->fill();
        for (int i = 0; i < 300 && m_view->isKept(); ++i) // until there is no room in the file either
            field(0)->type(0, QString::number(i + 1));
        QVERIFY(!m_view->isKept());
        const QVariant last = field(0)->value();
        m_view->leave();
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->isOtherHeld());
        QVERIFY(m_view->answers().isEmpty());
        m_view->open(u"https://x.example/other"_s);
        QVERIFY(m_view->isOtherHeld());
        QCOMPARE(m_view->argument(), weightsUrl);
        m_view->open(weightsUrl);
        QVERIFY(!m_view->isOtherHeld());
        QCOMPARE(field(0)->value(), last);
        QVERIFY(m_bench->disk->resize(4096));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(!m_view->isOtherHeld());
        QCOMPARE(values(), QStringList{u"old"_s});
        m_view->open(weightsUrl);
        QCOMPARE(field(0)->value(), last);
    }

    void theEndOfACheckInOutlastsMidnight()
    {
        m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, 19), QTime(4, 58), QTimeZone::utc())); // 11:58 pm in New York
        m_bench->clock.setZone("America/New_York");
        m_bench->checkIn.begin();
        while (m_bench->checkIn.state() == CheckInView::Editing) {
            FormField *first = m_bench->checkIn.fields()->fields().constFirst();
            if (first->linkId() == QLatin1String("craving")) {
                first->answer(4.0);
                QVERIFY(m_bench->checkIn.next());
            } else {
                m_bench->checkIn.skip();
            }
        }
        QCOMPARE(m_bench->checkIn.state(), CheckInView::Done);
        CheckInDoneView &done = m_bench->checkInDone;
        m_bench->clock.advance(std::chrono::minutes(3));
        done.setShown(true);
        QVERIFY(!done.summary().isEmpty());
        QVERIFY(done.canKeep());
        QCOMPARE(done.craving().constLast().toDouble(), 4.0);
        QStringList skills; // what fits this urge, and not a day of which nothing is said
        for (const QVariant &row : done.skills())
            skills << row.toMap().value(u"id"_s).toString();
        QVERIFY2(skills.contains(u"wait-do-choose"_s), qPrintable(skills.join(u' ')));
        done.setShared(false);
        QVERIFY(!done.isShared());
        done.setShown(false);
        done.setShown(true); // back from a skill
        QVERIFY(!done.summary().isEmpty() && !done.isShared() && done.canKeep());
        // It was tried without a network, and so is here. Where it may have left, nobody can keep it.
        done.setShared(true);
        for (const bool mayHaveLeft : {false, true}) {
            Outbox &outbox = m_bench->account.records()->store().outbox();
            OutboxItem item =
                outbox.find(m_bench->account.records()->submittedTo({dailyCheckInUrl()}).first().form.identifier).value().value();
            item.attempts = 1;
            item.retryAt = m_bench->clock.nowUtc().addSecs(2);
            item.mayHaveLeft = mayHaveLeft;
            QVERIFY(outbox.update(item));
            done.setShown(true);
            QCOMPARE(done.canKeep(), !mayHaveLeft);
            QVERIFY(!done.isHeld());
            QCOMPARE(done.sentText(), u"Saved on this device. Not sent yet."_s);
        }
        done.setShown(false);
        done.forget();
        done.setShown(true); // another day
        QVERIFY(done.summary().isEmpty());
    }

    /// Design clinical 3.2: below 5 hours on 3 of 7 days.
    void shortNightsLeadToTheModuleAboutSleep()
    {
        const QString hours = u"sleep-hours"_s;
        for (const int modules : {0, 0, 1}) {
            m_bench->checkIn.begin();
            while (m_bench->checkIn.state() == CheckInView::Editing) {
                FormField *first = m_bench->checkIn.fields()->fields().constFirst();
                if (first->linkId() == hours)
                    first->answer(4.5);
                m_bench->checkIn.next();
            }
            m_bench->checkInDone.setShown(true);
            QCOMPARE(m_bench->checkInDone.modules().size(), modules);
            QVERIFY(!m_bench->checkInDone.skills().isEmpty() && m_bench->checkInDone.skills().size() <= 2);
            if (modules > 0) {
                const QVariantMap row = m_bench->checkInDone.modules().constFirst().toMap();
                QCOMPARE(row.value(u"id"_s).toString(), u"sleep-and-stress"_s);
                QCOMPARE(row.value(u"title"_s).toString(), u"Sleep and stress"_s);
                QVERIFY(!row.value(u"iconName"_s).toString().isEmpty());
            }
            m_bench->checkInDone.setShown(false);
            m_bench->clock.advance(std::chrono::hours(24));
        }
    }

    /// A question that repeats around it has no copies.
    void aGroupBelowAQuestionCanBeFinished()
    {
        QVERIFY(m_bench->putForm(
            "q",
            "'url':'https://x.example/pets','status':'active','item':[{'linkId':'kinds','text':'Which kinds?','type':'choice',"
            "'repeats':true,'answerOption':[{'valueString':'cat'},{'valueString':'dog'}],'item':[{'linkId':'pet','text':'A pet',"
            "'type':'group','repeats':true,'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs',"
            "'valueInteger':2}],'item':[{'linkId':'name','text':'Name','type':'string'}]}]}]"));
        m_view->open(u"https://x.example/pets"_s);
        QVERIFY(m_view->copies().isEmpty());
        QVERIFY(m_view->next());
        QCOMPARE(m_view->heading(), u"A pet"_s);
        field(0)->type(0, u"Ada"_s);
        QCOMPARE(m_view->copies().size(), 1);
        m_view->review();
        QVERIFY(!m_view->missingText().isEmpty());
        m_view->goTo(1);
        m_view->addCopy(m_view->copies().first().toMap().value(u"key"_s).toString());
        QCOMPARE(m_view->heading(), u"A pet (2 of 2)"_s);
        field(0)->type(0, u"Bo"_s);
        m_view->review();
        QCOMPARE(m_view->missingText(), QString());
    }

    /// A group that repeats and holds nothing but groups has no screen of its own: the last one inside it leads to another.
    void aGroupOfGroupsCanHaveAnotherCopy()
    {
        QVERIFY(m_bench->putForm(
            "c",
            "'url':'https://x.example/people','status':'active','item':[{'linkId':'person','text':'A person','type':'group',"
            "'repeats':true,'item':[{'linkId':'who','text':'Who','type':'group','item':[{'linkId':'name','text':'Name',"
            "'type':'string'}]},{'linkId':'reach','text':'How to reach them','type':'group','repeats':true,'item':["
            "{'linkId':'phone','text':'Phone','type':'string'}]}]},{'linkId':'z','text':'Anything else?','type':'string'}]"));
        m_view->open(u"https://x.example/people"_s);
        const auto buttons = [this] {
            QStringList texts;
            for (const QVariant &row : m_view->copies())
                texts << row.toMap().value(u"addText"_s).toString() << row.toMap().value(u"removeText"_s).toString();
            texts.removeAll(QString());
            return texts;
        };
        const auto keyAt = [this](int row) { return m_view->copies().value(row).toMap().value(u"key"_s).toString(); };
        QCOMPARE(m_view->heading(), u"Who"_s);
        QCOMPARE(buttons(), QStringList());
        field(0)->type(0, u"Ann"_s);
        QVERIFY(m_view->next());
        QCOMPARE(m_view->heading(), u"How to reach them"_s);
        QCOMPARE(buttons(), (QStringList{u"Add another"_s, u"Add another: A person"_s}));
        m_view->addCopy(keyAt(0)); // another phone of hers
        QCOMPARE(m_view->heading(), u"How to reach them (2 of 2)"_s);
        QCOMPARE(buttons(), (QStringList{u"Add another"_s, u"Take this one out"_s, u"Add another: A person"_s}));
        field(0)->type(0, u"555"_s);
        m_view->addCopy(keyAt(1)); // another person
        QCOMPARE(m_view->heading(), u"A person (2 of 2) · Who"_s);
        field(0)->type(0, u"Bo"_s);
        QVERIFY(m_view->next());
        QCOMPARE(m_view->heading(), u"A person (2 of 2) · How to reach them"_s);
        QCOMPARE(buttons(), (QStringList{u"Add another"_s, u"Add another: A person"_s, u"Take this one out: A person"_s}));

        m_view->review();
        QStringList rows;
        for (const QVariant &one : m_view->answers())
            rows << one.toMap().value(u"label"_s).toString() + u" = " + one.toMap().value(u"value"_s).toString();
        QCOMPARE(
            rows,
            (QStringList{u"A person (1 of 2) · Name = Ann"_s, u"A person (1 of 2) · How to reach them (1 of 2) · Phone = Skipped"_s,
                         u"A person (1 of 2) · How to reach them (2 of 2) · Phone = 555"_s, u"A person (2 of 2) · Name = Bo"_s,
                         u"A person (2 of 2) · Phone = Skipped"_s, u"Anything else? = Skipped"_s}));
        m_view->goTo(row(4).value(u"step"_s).toInt());
        m_view->removeCopy(keyAt(1));
        QCOMPARE(m_view->stepCount(), 4); // Ann, her two phones, and what is asked of all
        m_view->review();
        QCOMPARE(row(0).value(u"label"_s).toString(), u"Name"_s);
    }

    /// A PHQ-2 becomes a PHQ-9 by an answer that is changed at the end, or after it was sent.
    void whatAChangedAnswerAsksIsAskedBeforeTheEnd_data()
    {
        QTest::addColumn<bool>("isSent");
        QTest::newRow("looked through") << false;
        QTest::newRow("changed after it was sent") << true;
    }
    void whatAChangedAnswerAsksIsAskedBeforeTheEnd()
    {
        QFETCH(bool, isSent);
        const auto grows = [](const char *linkId, const char *text) -> QByteArray {
            return QByteArray("{'linkId':'") + linkId + "','text':'" + text
                + "','type':'string','enableWhen':[{'question':'a','operator':'>','answerInteger':2}]},";
        };
        const QString url = u"https://x.example/grows"_s;
        QVERIFY(m_bench->putForm("g",
                                 "'url':'https://x.example/grows','version':'1','status':'active','item':[{'linkId':'a','text':'A',"
                                 "'type':'integer'},"
                                     + grows("b", "B") + "{'linkId':'z','text':'Z','type':'string'}," + grows("c", "C").chopped(1)
                                     + ']'));
        if (isSent) {
            QVERIFY(m_bench->putAnswers("1", url + u"|1", "{'linkId':'a','answer':[{'valueInteger':1}]}"));
            m_view->showAnswers(u"urn:uuid:1"_s);
            QVERIFY(m_view->amend());
        } else {
            m_view->open(url);
            field(0)->type(0, u"1"_s);
            QVERIFY(m_view->next() && m_view->next());
        }
        QCOMPARE(m_view->state(), FormView::Review);
        const auto change = [this](const char *number) {
            m_view->goTo(0);
            field(0)->type(0, QString::fromLatin1(number));
            QVERIFY(m_view->next());
        };
        change("2");
        QCOMPARE(m_view->state(), FormView::Review);
        change("3");
        QCOMPARE(m_view->state(), FormView::Editing);
        QCOMPARE(field(0)->linkId(), u"b"_s);
        m_view->skip();
        QCOMPARE(m_view->state(), FormView::Editing);
        QCOMPARE(field(0)->linkId(), u"c"_s); // Z was there before
        field(0)->type(0, u"yes"_s);
        QVERIFY(m_view->next());
        QCOMPARE(m_view->state(), FormView::Review);
        QCOMPARE(values(), (QStringList{u"3"_s, u"Skipped"_s, u"Skipped"_s, u"yes"_s}));
        change("4"); // which asks nothing else
        QCOMPARE(m_view->state(), FormView::Review);
        // Whoever goes back looks through it all.
        change("1");
        change("5");
        QVERIFY(m_view->back());
        QCOMPARE(m_view->state(), FormView::Review);
    }

    void aGroupThatIsNeededHasARowInTheReview()
    {
        QVERIFY(m_bench->putForm(
            "r",
            "'url':'https://x.example/needed','status':'active','item':[{'linkId':'x','text':'First','type':'string'},"
            "{'linkId':'g','text':'Who can help','type':'group','required':true,'item':[{'linkId':'a','text':'A','type':'string'},"
            "{'linkId':'b','text':'B','type':'string'}]}]"));
        m_view->open(u"https://x.example/needed"_s);
        m_view->review();
        QVERIFY(!m_view->missingText().isEmpty());
        QCOMPARE(m_view->answers().size(), 4);
        QCOMPARE(row(1).value(u"label"_s).toString(), u"Who can help"_s);
        QCOMPARE(row(1).value(u"step"_s).toInt(), 1);
        QVERIFY(!row(1).value(u"problem"_s).toString().isEmpty());
        m_view->goTo(1);
        field(1)->type(0, u"Ann"_s);
        QVERIFY(m_view->next());
        QCOMPARE(m_view->missingText(), QString());
        QCOMPARE(m_view->answers().size(), 3);
    }
};

int main(int argc, char *argv[])
{
    SmallDisk::prepare();
    QGuiApplication app(argc, argv);
    TestFormView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_form.moc"
