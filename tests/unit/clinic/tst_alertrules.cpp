// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/AlertRules.h"
#include "clinic/forms/FormCheck.h"
#include "clinic/forms/SafetyReading.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"
#include "fhir/Read.h"
#include "form/Safety.h"

#include <QMap>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

namespace {

/// JSON, written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

/// The table of what staff are told (design clinical 3.2), and how much of it there is (3.5, H22).
class TestAlertRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto read = fhir::readQuestionnaire(dailyCheckInQuestionnaire());
        QVERIFY(read);
        m_form = *read;
    }

    void table_data()
    {
        QTest::addColumn<Answers>("answers");
        QTest::addColumn<QStringList>("alerts");
        const auto row = [](const char *name, const Answers &answers, const QStringList &alerts) {
            QTest::newRow(name) << answers << alerts;
        };
        row("nothing", {}, {});
        row("safety yes", {{u"safety"_s, u"yes"_s}}, {u"urgent safety"_s});
        row("safety not sure", {{u"safety"_s, u"not-sure"_s}}, {u"urgent safety"_s});
        row("safety rather not say", {{u"safety"_s, u"rather-not-say"_s}}, {u"info safety-unsaid"_s});
        row("safety no", {{u"safety"_s, u"no"_s}}, {});
        row("use yes", {{u"use"_s, u"yes"_s}}, {u"review use"_s});
        row("use, a boolean", {{u"use"_s, u"true"_s}}, {u"review use"_s});
        row("use, a clinic's own code", {{u"use"_s, u"once-or-twice"_s}}, {u"review use"_s});
        row("use, how often", {{u"use"_s, 2.0}}, {u"review use"_s});
        row("use, not", {{u"use"_s, u"false"_s}}, {});
        row("use, never", {{u"use"_s, 0.0}}, {});
        row("use, unsaid", {{u"use"_s, u"rather-not-say"_s}}, {});
        row("use no", {{u"use"_s, u"no"_s}}, {});
        row("craving 10", {{u"craving"_s, 10.0}}, {});
        row("mood very low", {{u"mood"_s, u"very-low"_s}}, {});
        row("confidence 0", {{u"confidence"_s, 0.0}}, {});
        row("medicine no, once", {{u"meds"_s, u"no"_s}}, {});
        row("one short night", {{u"sleep-hours"_s, 1.0}}, {});
        // A note is never searched for danger (design clinical 0, 4).
        row("a note", {{u"note"_s, u"I want to end my life"_s}}, {});
    }
    void table()
    {
        QFETCH(Answers, answers);
        QFETCH(QStringList, alerts);
        QCOMPARE(said(alertsOf(m_form, day(0, answers), {})), alerts);
        // A form that is gone: known by the names of its items.
        QCOMPARE(said(alertsOf(Form(), day(0, answers), {})), alerts);
    }

    void onlyOurCheckInSaysUse()
    {
        CompletedForm other = day(0, {{u"use"_s, u"yes"_s}, {u"safety"_s, u"yes"_s}});
        other.questionnaire = u"https://clinic.example/Questionnaire/sleep-aids"_s;
        QCOMPARE(said(alertsOf(Form(), other, {})), QStringList{u"urgent safety"_s});
        // By its record: the form that is found there says which it is.
        Form asked;
        asked.url = canonical(u"Questionnaire/daily-checkin");
        other.questionnaire = u"Questionnaire/7"_s;
        QCOMPARE(said(alertsOf(asked, other, {})), QStringList({u"urgent safety"_s, u"review use"_s}));
    }

    // The app cannot ask them, and an answer that comes from elsewhere is one all the same.
    void anAnswerCountsWhoeverCanGiveIt_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QVariant>("no");
        QTest::addColumn<QVariant>("danger");
        const QByteArray nine = json("'linkId':'q9','code':[{'system':'http://loinc.org','code':'44260-8'}],");
        const QByteArray options = json("'answerOption':[{'valueCoding':{'code':'never'}},{'valueCoding':{'code':'daily'}}]");
        const auto row = [](const char *name, const QByteArray &item, const QVariant &no, const QVariant &danger) {
            QTest::newRow(name) << item << no << danger;
        };
        row("options elsewhere", nine + json("'type':'choice','answerValueSet':'http://loinc.org/vs/LL358-3'"), u"LA6568-5"_s,
            u"LA6569-3"_s);
        row("options elsewhere, and known by its words alone",
            json("'linkId':'q9','text':'Thoughts of hurting "
                 "yourself','type':'choice','answerValueSet':'http://loinc.org/vs/LL358-3'"),
            u"LA6568-5"_s, u"LA6569-3"_s);
        row("read-only", nine + json("'type':'choice','readOnly':true,") + options, u"never"_s, u"daily"_s);
        row("read-only, yes or no", nine + json("'type':'boolean','readOnly':true"), u"false"_s, u"true"_s);
        row("read-only, and the form says no itself",
            nine
                + json("'type':'choice','readOnly':true,'answerOption':[{'valueCoding':{'code':'never'},'initialSelected':true},"
                       "{'valueCoding':{'code':'daily'}}]"),
            u"never"_s, u"daily"_s);
        row("named by its code", json("'linkId':'/44249-1/44260-8','type':'choice','answerValueSet':'http://loinc.org/vs/LL358-3'"),
            u"LA6568-5"_s, u"LA6571-9"_s);
    }
    void anAnswerCountsWhoeverCanGiveIt()
    {
        QFETCH(QByteArray, item);
        QFETCH(QVariant, no);
        QFETCH(QVariant, danger);
        const auto form = fhir::readQuestionnaire(
            json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':[{") + item
            + "}]}");
        QVERIFY(form && form->items.size() == 1);
        const FormItem &only = form->items.first();
        QVERIFY(!isSafetyItem(only)); // or nothing is proved here
        QCOMPARE(safetyItemsNotAsked(*form), QStringList{only.linkId});
        QVERIFY(safetyItemsNotAsked(m_form).isEmpty());
        const auto alerts = [&](const QVariant &value) { return said(alertsOf(*form, day(0, {{only.linkId, value}}), {})); };
        QCOMPARE(alerts(no), QStringList());
        QCOMPARE(alerts(danger), QStringList{u"urgent safety"_s});
    }

    // By the words of a heading or of an answer, whoever can give it, and however much there is of the form.
    void aHeadingAndAnAnswerSayIt_data()
    {
        QTest::addColumn<int>("before"); // items, of which the app takes 2,000
        QTest::newRow("in a short form") << 0;
        QTest::newRow("beyond what is read") << 2500;
    }
    void aHeadingAndAnAnswerSayIt()
    {
        QFETCH(int, before);
        QByteArray items;
        for (int i = 0; i < before; ++i)
            items += json("{'linkId':'i") + QByteArray::number(i) + json("','type':'string','text':'Here'},");
        items += json("{'linkId':'g','type':'group','text':'Have you had thoughts of killing yourself?','item':["
                      "{'linkId':'a','type':'boolean','text':'In the past month'},"
                      "{'linkId':'b','type':'boolean','text':'In your lifetime','readOnly':true}]},"
                      "{'linkId':'d','type':'display','text':'Have you thought about your own death?'},"
                      "{'linkId':'c','type':'string','text':'Your answer'},"
                      // What may not be shown ends no heading.
                      "{'linkId':'h','type':'display','text':'For the office:','extension':[{'url':"
                      "'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}]},"
                      "{'linkId':'f','type':'string','text':'How often?'},"
                      "{'linkId':'w','type':'display','text':'Since you said so:','enableWhen':[{'question':'c',"
                      "'operator':'exists','answerBoolean':true}]},"
                      "{'linkId':'k','type':'string','text':'When?'},"
                      "{'linkId':'e','type':'choice','text':'Which is true?','answerOption':["
                      "{'valueCoding':{'code':'e1','display':'I don’t have any thoughts of killing myself'}},"
                      "{'valueCoding':{'code':'e2','display':'I would kill myself if I had the chance'}}]}");
        const auto form = readForm(
            json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':[") + items + "]}");
        QVERIFY(form);
        const auto alerts = [&](const char *linkId, const char *value) {
            return said(alertsOf(*form, day(0, {{QString::fromLatin1(linkId), QString::fromLatin1(value)}}), {}));
        };
        const QStringList urgent{u"urgent safety"_s};
        QCOMPARE(alerts("a", "true"), urgent);
        QCOMPARE(alerts("a", "false"), QStringList());
        QCOMPARE(alerts("b", "true"), urgent);
        QCOMPARE(alerts("b", "false"), QStringList());
        QCOMPARE(alerts("c", "Often"), urgent);
        QCOMPARE(alerts("c", "never"), QStringList());
        QCOMPARE(alerts("f", "Often"), urgent);
        QCOMPARE(alerts("k", "Today"), urgent);
        QCOMPARE(alerts("e", "e2"), urgent);
        QCOMPARE(alerts("e", "e1"), QStringList());
    }

    void whatTheFormSaysItselfIsNobodysDanger_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QVariant>("sentAlong");
        const auto row = [](const char *name, const char *item, const QVariant &sentAlong) {
            QTest::newRow(name) << json(item) << sentAlong;
        };
        row("words of the form",
            "'type':'string','readOnly':true,'initial':[{'valueString':'Tell us if you think of hurting yourself.'}]",
            u"Tell us if you think of hurting yourself."_s);
        row("an option of the form",
            "'type':'choice','readOnly':true,'answerOption':[{'valueCoding':{'code':'never'}},"
            "{'valueCoding':{'code':'daily'},'initialSelected':true}]",
            u"daily"_s);
        row("yes", "'type':'boolean','readOnly':true,'initial':[{'valueBoolean':true}]", u"true"_s);
        row("a yes that is hidden",
            "'type':'boolean','initial':[{'valueBoolean':true}],'extension':[{'url':"
            "'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}]",
            u"true"_s);
        row("a number", "'type':'decimal','readOnly':true,'initial':[{'valueDecimal':2}]", 2.0);
        row("a total",
            "'type':'decimal','extension':[{'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/"
            "sdc-questionnaire-calculatedExpression',"
            "'valueExpression':{'language':'text/fhirpath','expression':'1 + 1'}}]",
            2.0);
    }
    void whatTheFormSaysItselfIsNobodysDanger()
    {
        QFETCH(QByteArray, item);
        QFETCH(QVariant, sentAlong);
        const auto form = fhir::readQuestionnaire(
            json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':["
                 "{'linkId':'safety','code':[{'system':'http://loinc.org','code':'44260-8'}],")
            + item + "}]}");
        QVERIFY(form && form->items.size() == 1);
        const QString linkId = form->items.first().linkId;
        QCOMPARE(safetyItemsNotAsked(*form), QStringList{linkId});
        QCOMPARE(said(alertsOf(*form, day(0, {{linkId, sentAlong}}), {})), QStringList());
    }

    // Nor what it fills in where nobody sees it, below a heading; what another app says there is.
    void whatAFormHidesIsNobodysDanger()
    {
        const auto form = readForm(
            json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':[{'linkId':'g',"
                 "'type':'group','code':[{'system':'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'item':["
                 "{'linkId':'version','type':'string','text':'Form version','initial':[{'valueString':'v2'}],'extension':[{'url':"
                 "'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}]},"
                 "{'linkId':'meta','type':'group','extension':[{'url':"
                 "'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}],'item':["
                 "{'linkId':'build','type':'string','text':'Build','initial':[{'valueString':'7'}]}]},"
                 "{'linkId':'a','type':'boolean','text':'In the past month'}]}]}"));
        QVERIFY(form);
        const auto alerts = [&](const char *version, const char *answer) {
            return said(alertsOf(
                *form,
                day(0, {{u"version"_s, QString::fromLatin1(version)}, {u"build"_s, u"7"_s}, {u"a"_s, QString::fromLatin1(answer)}}),
                {}));
        };
        QCOMPARE(alerts("v2", "false"), QStringList());
        QCOMPARE(alerts("v2", "true"), QStringList{u"urgent safety"_s});
        QCOMPARE(alerts("Every night", "false"), QStringList{u"urgent safety"_s});
    }

    void hiddenSafetyItemsAreNamed()
    {
        FormItem asked;
        asked.linkId = u"safety"_s;
        asked.type = ItemType::Boolean;
        asked.control = Control::YesNo;
        FormItem group;
        group.linkId = u"g"_s;
        group.type = ItemType::Group;
        group.control = Control::Group;
        group.children = {asked};
        Form form;
        form.items = {group};
        QVERIFY(safetyItemsNotAsked(form).isEmpty());
        form.items[0].children[0].isHidden = true;
        QCOMPARE(safetyItemsNotAsked(form), QStringList{u"safety"_s});
        form.items[0].children[0].isHidden = false;
        form.items[0].isHidden = true;
        QCOMPARE(safetyItemsNotAsked(form), QStringList{u"safety"_s});
    }

    void scoresOfItemsThatAreNotThereAreNamed()
    {
        FormItem total;
        total.linkId = u"total"_s;
        total.scoreExpression = u"%resource.item.where(linkId='a' or linkId='b' or linkId='zz').answer.value.ordinal().sum()"_s;
        FormItem a, b, group;
        a.linkId = u"a"_s;
        b.linkId = u"b"_s;
        group.linkId = u"g"_s;
        group.children = {b};
        Form form;
        form.items = {a, group, total};
        QCOMPARE(scoresWithoutTheirItems(form), QStringList({u"total (b)"_s, u"total (zz)"_s})); // b is further in
        form.items = {a, group};
        QVERIFY(scoresWithoutTheirItems(form).isEmpty());
    }

    void sleepCountsDaysAndNotCheckIns()
    {
        const auto night = [&](int n, double hours) { return day(n, {{u"sleep-hours"_s, hours}}); };
        const QList<CompletedForm> twice{night(0, 4), night(0, 3)};
        QVERIFY(alertsOf(m_form, night(1, 4), twice).isEmpty());
        QCOMPARE(alertsOf(m_form, night(2, 4.5), twice + QList<CompletedForm>{night(1, 4)}).size(), 1);
        QVERIFY(alertsOf(m_form, night(2, 5), twice + QList<CompletedForm>{night(1, 4)}).isEmpty());
        // The seventh day after is too far.
        QCOMPARE(alertsOf(m_form, night(6, 4), {night(0, 4), night(3, 4)}).size(), 1);
        QVERIFY(alertsOf(m_form, night(7, 4), {night(0, 4), night(3, 4)}).isEmpty());
    }

    // H22: 200 people who answer everything, for 90 days. One in fifty is in danger on some day.
    void aCohortDoesNotDrownItsStaff()
    {
        quint64 state = 20261125;
        const auto dice = [&state](quint64 sides) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return int((state >> 33) % sides);
        };
        QMap<int, QMap<AlertLevel, int>> weeks;
        int asked = 0;
        int danger = 0;
        int unsaid = 0;
        for (int person = 0; person < 200; ++person) {
            const bool isSleepless = person % 10 == 0;
            QList<CompletedForm> earlier;
            for (int n = 0; n < 90; ++n) {
                if (dice(4) == 0)
                    continue; // no check-in that day
                Answers answers{{u"mood"_s, QStringList{u"very-low"_s, u"low"_s, u"okay"_s, u"good"_s}.at(dice(4))},
                                {u"craving"_s, double(dice(11))},
                                {u"confidence"_s, double(dice(11))},
                                {u"sleep-hours"_s, isSleepless ? 3.0 + dice(4) : 5.0 + dice(4)},
                                {u"use"_s, dice(30) == 0 ? u"yes"_s : u"no"_s},
                                {u"meds"_s, dice(15) == 0 ? u"no"_s : u"yes"_s},
                                {u"safety"_s, u"no"_s}};
                if (person % 50 == 7 && n % 30 == 3)
                    answers.insert(u"safety"_s, dice(2) ? u"yes"_s : u"not-sure"_s);
                else if (dice(200) == 0)
                    answers.insert(u"safety"_s, u"rather-not-say"_s);
                const CompletedForm now = day(n, answers);
                const SafetyAnswer safety = safetyOf(m_form, answers);
                danger += safety == SafetyAnswer::Positive ? 1 : 0;
                unsaid += safety == SafetyAnswer::Unsaid ? 1 : 0;
                ++asked;
                for (const Alert &alert : alertsOf(m_form, now, earlier)) {
                    ++weeks[n / 7][alert.level];
                    QCOMPARE(alert.level == AlertLevel::Urgent, alert.reason == "safety"_L1);
                    QVERIFY(alert.level != AlertLevel::Urgent || safety == SafetyAnswer::Positive);
                }
                earlier.append(now);
                if (earlier.size() > 14)
                    earlier.removeFirst();
            }
        }
        int urgent = 0;
        for (auto it = weeks.cbegin(); it != weeks.cend(); ++it) {
            qInfo("week %d: %d urgent, %d review, %d info", it.key() + 1, it->value(AlertLevel::Urgent),
                  it->value(AlertLevel::Review), it->value(AlertLevel::Info));
            urgent += it->value(AlertLevel::Urgent);
            QVERIFY(it->value(AlertLevel::Review) < 200 / 2); // of 200 people, each week
        }
        QVERIFY(asked > 12'000 && danger > 3);
        QCOMPARE(urgent, danger); // from safety items, each of them, and from nothing else
        QVERIFY(unsaid > 0);
    }

private:
    static QStringList said(const QList<Alert> &alerts)
    {
        QStringList words;
        for (const Alert &alert : alerts)
            words << nameOf(alert.level) + u' ' + alert.reason;
        return words;
    }
    CompletedForm day(int number, const Answers &answers) const
    {
        CompletedForm made;
        made.questionnaire = canonical(u"Questionnaire/daily-checkin") + u"|1.0.0"_s;
        made.patientId = u"p1"_s;
        made.authored = QDateTime(QDate(2026, 9, 1).addDays(number), QTime(20, 0), Qt::OffsetFromUTC, -5 * 3600);
        made.answers = answers;
        return made;
    }

    Form m_form;
};

QTEST_GUILESS_MAIN(TestAlertRules)
#include "tst_alertrules.moc"
