// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "sync/PassedOver.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QString url = u"https://x.example/weights"_s;

} // namespace

/// What stands around a form of the clinic's: its title, what it lacks, and where it is found again.
class TestAroundAForm final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FormBench> m_bench;

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FormBench>();
        QCOMPARE(m_bench->account.state(), Account::State::Active);
        QVERIFY(m_bench->putForm("w1",
                                 "'url':'https://x.example/weights','version':'1','title':'Weights','status':'active','item':["
                                 "{'linkId':'weight','text':'Your weight','type':'integer'},"
                                 "{'linkId':'day','text':'On which day?','type':'date'}]"));
    }
    void cleanup() { m_bench.reset(); }

    /// What the clinic calls this asking changes with the words of the page, on the question and on the look through the answers.
    void theTitleIsInTheLanguageOfThePage()
    {
        FormView &view = m_bench->form;
        QVERIFY(m_bench->put(
            u"Task"_s, u"t1"_s,
            "{'resourceType':'Task','id':'t1','status':'requested','intent':'order','for':{'reference':'Patient/"
                + m_bench->account.identity()->patientId.toUtf8()
                + "'},'description':'Your weight','_description':{'extension':[{'url':"
                  "'http://hl7.org/fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'es'},"
                  "{'url':'content','valueString':'Su peso'}]}]},'code':{'coding':[{'system':"
                  "'http://hl7.org/fhir/uv/sdc/CodeSystem/temp','code':'complete-questionnaire'}]},'input':[{'type':{'coding':["
                  "{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/temp','code':'questionnaire'}]},'valueCanonical':"
                  "'https://x.example/weights|1'}]}"));
        m_bench->assignments.settle();
        view.open(u"task/t1"_s);
        QCOMPARE(view.title(), u"Your weight"_s);
        m_bench->preferences.setLanguage(u"es"_s);
        QCOMPARE(view.state(), FormView::Editing);
        QCOMPARE(view.title(), u"Su peso"_s);
        view.review();
        m_bench->preferences.setLanguage(u"en"_s);
        QCOMPARE(view.state(), FormView::Review);
        QCOMPARE(view.title(), u"Your weight"_s);
        QCOMPARE(view.answers().size(), 2);
    }

    void whatWasAnsweredIsFoundBehindAllCheckIns()
    {
        FormView &view = m_bench->form;
        const QByteArray said = "{'linkId':'weight','answer':[{'valueInteger':80}]}";
        QVERIFY(m_bench->putAnswers("old", url + u"|1"_s, said));
        m_bench->clock.advance(std::chrono::seconds(1));
        for (int day = 0; day < 510; ++day)
            QVERIFY(m_bench->putAnswers("d" + QByteArray::number(day), dailyCheckInUrl() + u"|1.0.0"_s, said));
        m_bench->assignments.settle();
        QCOMPARE(m_bench->assignments.done().size(), 1);
        const QString id = m_bench->assignments.done().constFirst().toMap().value(u"id"_s).toString();
        QCOMPARE(id, u"urn:uuid:old"_s);
        view.showAnswers(id);
        QCOMPARE(view.answers().constFirst().toMap().value(u"value"_s).toString(), u"80"_s);

        // They have a list of their own.
        AssignmentsView &all = m_bench->assignments;
        QCOMPARE(all.checkIns().size(), 100);
        QVERIFY(all.hasEarlier());
        const QVariantMap first = all.checkIns().constFirst().toMap();
        QCOMPARE(first.value(u"title"_s).toString(), u"Daily check-in"_s);
        QCOMPARE(first.value(u"note"_s).toString(), u"Nov 17"_s);
        view.showAnswers(first.value(u"id"_s).toString());
        QVERIFY(view.canAmend());
        for (const int shown : {200, 300, 400, 500, 510}) {
            all.showEarlier();
            QCOMPARE(all.checkIns().size(), shown);
        }
        QVERIFY(!all.hasEarlier());
    }

    /// In the list, and with the answers: nobody else knows of it.
    void aChangeThatWasLeftIsToldOf()
    {
        FormView &view = m_bench->form;
        AssignmentsView &all = m_bench->assignments;
        const QString id = u"urn:uuid:1"_s;
        const QString begun = u"You began a change. It is not sent."_s;
        const auto note = [&all] { return all.done().value(0).toMap().value(u"note"_s).toString(); };
        QVERIFY(m_bench->putAnswers("1", url + u"|1"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        all.settle();
        view.showAnswers(id);
        QVERIFY(view.amend());
        view.goTo(0);
        view.leave(); // looked at, and nothing is different
        QCOMPARE(note(), u"Nov 17"_s);
        view.showAnswers(id);
        QVERIFY(!view.isChangeBegun());
        QCOMPARE(view.notice(), QString());

        QVERIFY(view.amend());
        view.goTo(0);
        view.fields()->fields().constFirst()->type(0, u"8x"_s); // no answer yet, and kept all the same
        view.leave();
        QCOMPARE(note(), QString(u"Nov 17. "_s + begun));
        view.showAnswers(id);
        QVERIFY(view.amend());
        view.goTo(0);
        view.fields()->fields().constFirst()->type(0, u"81"_s);
        view.leave();
        QCOMPARE(note(), QString(u"Nov 17. "_s + begun));
        view.showAnswers(id);
        QVERIFY(view.isChangeBegun());
        QCOMPARE(view.notice(), begun);

        const QDateTime now = m_bench->clock.nowUtc();
        m_bench->clock.setWallClock(now.addDays(31)); // by then it is put aside
        view.showAnswers(id);
        QVERIFY(!view.isChangeBegun());
        m_bench->clock.setWallClock(now);
        view.showAnswers(id);
        QVERIFY(view.amend());
        view.send();
        QCOMPARE(view.state(), FormView::Done);
        QVERIFY(!view.isChangeBegun());
        all.refresh();
        QCOMPARE(note(), u"Nov 17. Saved here. Not sent yet."_s);
    }

    /// The score is sent along, and nobody's answer.
    void whoOnlyLooksAtAFormWithAScoreBeganNoChange()
    {
        FormView &view = m_bench->form;
        AssignmentsView &all = m_bench->assignments;
        const QString id = u"urn:uuid:s"_s;
        const auto note = [&all] { return all.done().value(0).toMap().value(u"note"_s).toString(); };
        QVERIFY(m_bench->putForm(
            "s1",
            "'url':'https://x.example/scored','version':'1','title':'Scored','status':'active','item':["
            "{'linkId':'bad','text':'Bad days','type':'integer'},{'linkId':'total','text':'Total','type':'integer','readOnly':true,"
            "'extension':[{'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',"
            "'valueExpression':{'language':'text/fhirpath','expression':"
            "'%resource.item.where(linkId=\\u0027bad\\u0027).answer.value'}}]}]"));
        QVERIFY(m_bench->putAnswers("s", u"https://x.example/scored|1"_s,
                                    "{'linkId':'bad','answer':[{'valueInteger':2}]},"
                                    "{'linkId':'total','answer':[{'valueInteger':2}]}"));
        all.settle();
        QVERIFY(m_bench->account.records()->submittedAs(id).value().form.answers.contains(u"total"_s));
        for (const bool isChanged : {false, true, false}) {
            view.showAnswers(id);
            QVERIFY(view.amend());
            view.goTo(0);
            view.fields()->fields().constFirst()->type(0, isChanged ? u"3"_s : u"2"_s);
            view.leave();
            QCOMPARE(note().contains(u"You began a change."_s), isChanged);
            view.showAnswers(id);
            QCOMPARE(view.isChangeBegun(), isChanged);
            QCOMPARE(view.notice().isEmpty(), !isChanged);
        }
    }

    /// A form a day, for longer than a program lasts.
    void whatWasAnsweredLongAgoIsAFewTapsAway()
    {
        const AssignmentsView &view = m_bench->assignments;
        QVERIFY(!view.hasEarlier());
        for (int day = 0; day < 205; ++day)
            QVERIFY(m_bench->putAnswers("f" + QByteArray::number(day), url + u"|1"_s, {}));
        m_bench->assignments.settle();
        for (const int shown : {100, 200, 205}) {
            QCOMPARE(view.done().size(), shown);
            QCOMPARE(view.hasEarlier(), shown < 205);
            QSignalSpy changed(&view, &AssignmentsView::changed);
            m_bench->assignments.showEarlier();
            QCOMPARE(changed.count(), 1);
        }
        m_bench->assignments.refresh(); // what comes takes none of them away
        QCOMPARE(view.done().size(), 205);
    }

    /// Nested deeper than anything is read: it came, and is no record here.
    void aFormThatCannotEvenBeKeptIsNotToBeWaitedFor()
    {
        FormView &view = m_bench->form;
        const QString deep = u"https://x.example/deep"_s;
        view.open(deep);
        QCOMPARE(view.state(), FormView::Unavailable);
        QVERIFY2(view.problemText().contains(u"try again later"_s), qPrintable(view.problemText()));
        view.leave();
        QVERIFY(
            m_bench->account.records()->store().setValue(passedOverForms, "https://x.example/other|1\nhttps://x.example/deep|2"));
        view.open(deep);
        QCOMPARE(view.problemTitle(), u"This form can’t be shown here"_s);
        QVERIFY2(!view.problemText().contains(u"try again later"_s), qPrintable(view.problemText()));
    }

    void aListThatIsNotWholeSaysSo()
    {
        FormView &view = m_bench->form;
        const auto formWith = [](const QByteArray &version, const QByteArray &include) {
            return QByteArray("'url':'https://x.example/weights','version':'" + version
                              + "','title':'W','status':'active','contained':[{'resourceType':'ValueSet','id':'v','compose':{"
                                "'include':[{'system':'s','concept':[{'code':'a'}]}"
                              + include + "]}}],'item':[{'linkId':'c','text':'C','type':'choice','answerValueSet':'#v'}]");
        };
        const auto isSaid = [&](const QByteArray &id, const QByteArray &form) {
            const bool isPut = m_bench->putForm(id, form);
            view.open(url);
            const bool isThere = view.notice().contains(u"Some answers to choose from can’t be shown here."_s);
            view.leave();
            return isPut && isThere;
        };
        QVERIFY(!isSaid("w2", formWith("2", "")));
        QVERIFY(isSaid("w3", formWith("3", ",{'system':'t','filter':[{'property':'p','op':'=','value':'v'}]}")));
    }

    void aResultThatIsNotWorkedOutIsSaidOrAsked()
    {
        FormView &view = m_bench->form;
        const QByteArray bmi = "'url':'https://clinic.example/Questionnaire/bmi','status':'active','version':'";
        const auto form = [&](const char *version, const char *expression, const char *rest) -> QByteArray {
            return bmi + version
                + "','item':[{'linkId':'kg','text':'Weight','type':'decimal'},{'linkId':'bmi','text':'BMI','type':'decimal'" + rest
                + ",'extension':[{'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',"
                  "'valueExpression':{'language':'text/fhirpath','expression':'"
                + expression + "'}}]}]";
        };
        const auto open = [&](const QByteArray &one, const char *id) {
            view.leave();
            QVERIFY(m_bench->putForm(id, one));
            view.open(u"https://clinic.example/Questionnaire/bmi"_s);
            QCOMPARE(view.state(), FormView::Editing);
        };
        const QString result = u"Some results that this form works out can’t be shown here."_s;
        const QString question = u"Some questions may not be meant for you."_s;
        int id = 0;
        for (const char *rest : {",'readOnly':true", "", ",'readOnly':true,'required':true"}) {
            const QByteArray next = QByteArray::number(++id);
            open(form(next.constData(), "%weight / 4", rest), next.constData());
            QVERIFY2(view.notice().contains(result) && !view.notice().contains(question), qPrintable(view.notice()));
            QCOMPARE(view.stepCount(), 1);
        }
        open(form("4", "%weight / 4", ",'required':true"), "4");
        // It is meant for them, and it is shown.
        QCOMPARE(view.notice(),
                 u"This form asks you for a result that Handrail can’t work out. Your clinic can tell you what to put there."_s);
        QCOMPARE(view.stepCount(), 2);
        open(form("5", "1 + 1", ",'readOnly':true"), "5"); // which is worked out
        QVERIFY2(!view.notice().contains(result) && !view.notice().contains(question), qPrintable(view.notice()));
    }

    void theHelpOfAGroupStandsBelowItsHeading()
    {
        FormView &view = m_bench->form;
        const QByteArray help = ",'type':'display','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-"
                                "itemControl','valueCodeableConcept':{'coding':[{'system':'http://hl7.org/fhir/questionnaire-item-"
                                "control','code':'help'}]}}]}";
        const QByteArray questions =
            "{'linkId':'N1','text':'One?','type':'boolean'},{'linkId':'N2','text':'Two?','type':'boolean'},"
            "{'linkId':'N3','text':'Three?','type':'boolean'},{'linkId':'N4','text':'Four?','type':'boolean'}";
        QVERIFY(m_bench->putForm(
            "g1",
            "'url':'https://clinic.example/Questionnaire/"
            "help','status':'active','version':'1','item':[{'linkId':'o','text':'Body','type':'group',"
            "'item':[{'linkId':'oh','text':'All of you.'"
                + help + ",{'linkId':'i','text':'Heart','type':'group','item':[{'linkId':'ih','text':'At rest.'" + help
                + ",{'linkId':'ij','text':'Not after a walk.'" + help + ',' + QByteArray(questions).replace('N', 'a')
                + "]},{'linkId':'j','text':'Skin','type':'group','item':[" + QByteArray(questions).replace('N', 'b') + "]}]}]"));
        view.open(u"https://clinic.example/Questionnaire/help"_s);
        QCOMPARE(view.state(), FormView::Editing);
        QCOMPARE(view.heading(), u"Heart"_s);
        QCOMPARE(view.lead(), (QVariantList{u"All of you."_s, u"At rest.\nNot after a walk."_s}));
        view.skip();
        QCOMPARE(view.heading(), u"Heart"_s);
        QCOMPARE(view.lead(), QVariantList{u"At rest.\nNot after a walk."_s});
        for (int i = 0; i < 3; ++i)
            view.skip();
        QCOMPARE(view.heading(), u"Skin"_s);
        QCOMPARE(view.lead(), QVariantList());
    }

    /// Where all is looked through it says the same of a time as beside its question.
    void whatATimeLacksIsSaidWhereItIsLookedThrough()
    {
        QVERIFY(m_bench->putForm("when",
                                 "'url':'https://x.example/when','version':'1','status':'active','item':["
                                 "{'linkId':'at','text':'At what time?','type':'time'}]"));
        FormView &view = m_bench->form;
        view.open(u"https://x.example/when"_s);
        view.fields()->fields().constFirst()->type(0, u"10:30"_s);
        view.review();
        const QString problem = view.answers().constFirst().toMap().value(u"problem"_s).toString();
        QVERIFY2(problem.startsWith(u"Please add AM or PM"_s), qPrintable(problem));
    }
};

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    TestAroundAForm test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_form_around.moc"
