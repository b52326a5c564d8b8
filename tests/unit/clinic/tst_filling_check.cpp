// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Answerer.h"
#include "clinic/forms/CheckInCheck.h"
#include "clinic/forms/FillingCheck.h"
#include "clinic/forms/FormCheck.h"
#include "clinic/forms/ShippedForms.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// With everything by which what the app knows and what a response says could differ.
QByteArray trickyForm()
{
    return json(
        "{'resourceType':'Questionnaire','id':'t','url':'https://x.example/t','version':'1','status':'active','item':["
        "{'linkId':'color','type':'string','text':'c'},"
        "{'linkId':'blue','type':'string','required':true,'enableWhen':[{'question':'color','operator':'=','answerString':'Blue'}]}"
        ","
        "{'linkId':'other','type':'string','enableWhen':[{'question':'color','operator':'!=','answerString':'Blue'}]},"
        "{'linkId':'child','type':'group','repeats':true,'item':[{'linkId':'name','type':'string'},"
        "{'linkId':'age','type':'integer','enableWhen':[{'question':'name','operator':'exists','answerBoolean':true}]}]},"
        "{'linkId':'nameless','type':'string','enableWhen':[{'question':'name','operator':'exists','answerBoolean':false}]},"
        "{'linkId':'named','type':'boolean','required':true,'enableWhen':[{'question':'name','operator':'exists',"
        "'answerBoolean':true}]},"
        "{'linkId':'a','type':'boolean','enableWhen':[{'question':'b','operator':'!=','answerBoolean':true}]},"
        "{'linkId':'b','type':'boolean','enableWhen':[{'question':'a','operator':'!=','answerBoolean':true}]},"
        "{'linkId':'after','type':'boolean','enableWhen':[{'question':'b','operator':'=','answerBoolean':true}]},"
        "{'linkId':'weight','type':'quantity','required':true,'extension':[{'url':"
        "'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption','valueCoding':{'code':'kg','display':'kilogram'}}]},"
        "{'linkId':'word','type':'string','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/regex','valueString':"
        "'\\\\w+'}]},"
        "{'linkId':'some','type':'open-choice','repeats':true,'answerOption':[{'valueString':'x'},{'valueString':'y'}]},"
        "{'linkId':'short','type':'text','maxLength':7}]}");
}

QVariant chosenAnswer(const FormItem &item, QRandomGenerator &random)
{
    const QStringList texts{u"Blue"_s, u" Blue "_s, u"Blue\u200f"_s, u"red"_s, u"two words"_s, u"\u200f"_s};
    const auto text = [&] { return texts.at(random.bounded(int(texts.size()))); };
    const auto option = [&] { return item.options.at(random.bounded(int(item.options.size()))).code; };
    switch (item.control) {
    case Control::Line:
    case Control::Text: return item.repeats ? QVariant(QVariantList{text(), text()}) : QVariant(text());
    case Control::OpenChoice:
        if (random.bounded(2) == 0 || item.options.isEmpty())
            return item.repeats ? QVariant(QStringList{ownWords(text()), ownWords(text())}) : QVariant(ownWords(text()));
        return item.repeats ? QVariant(QStringList{option()}) : QVariant(option());
    case Control::Faces:
    case Control::Choice:
    case Control::Scale:
    case Control::YesNo: return option();
    case Control::Chips: return QStringList{option(), option()};
    case Control::Number: return double(random.bounded(200));
    default: return someAnswer(item);
    }
}

/// In any order, back and forth.
void fillIn(FormState &state, QRandomGenerator &random)
{
    for (int step = 0; step < 60; ++step) {
        const FormEntry &entry = state.entries()[std::size_t(random.bounded(int(state.entries().size())))];
        if (entry.item->control == Control::Group && entry.item->repeats && random.bounded(3) == 0)
            (void)state.addCopy(entry.key);
        else if (entry.isAsked() && isAnswerable(*entry.item))
            (void)state.setAnswer(entry.key, random.bounded(5) == 0 ? QVariant() : chosenAnswer(*entry.item, random));
    }
    for (const int problem : state.problems())
        (void)state.setAnswer(state.entries()[std::size_t(problem)].key, someAnswer(*state.entries()[std::size_t(problem)].item));
}

} // namespace

/// Finished answers as a whole, judged by the clinic.
class TestFillingCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBreaksTheFormIsNamed_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("code"); // empty: nothing is wrong
        const auto row = [](const char *name, const char *item, const char *answers, const char *code) {
            QTest::newRow(name) << json(item) << json(answers) << QByteArray(code);
        };
        const char *choices =
            "'type':'choice','repeats':true,'extension':[{'url':"
            "'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs','valueInteger':2},{'url':"
            "'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs','valueInteger':2}],'answerOption':["
            "{'valueString':'a'},{'valueString':'b'},{'valueString':'c'}]";
        row("two", choices, "{'valueString':'a'},{'valueString':'b'}", "");
        row("too few", choices, "{'valueString':'a'}", "structure");
        row("too many", choices, "{'valueString':'a'},{'valueString':'b'},{'valueString':'c'}", "structure");
        const char *alone =
            "'type':'choice','repeats':true,'answerOption':[{'valueString':'a'},{'valueString':'none','extension':["
            "{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive','valueBoolean':true}]}]";
        row("alone", alone, "{'valueString':'none'}", "");
        row("not alone", alone, "{'valueString':'a'},{'valueString':'none'}", "business-rule");
        const char *day =
            "'type':'date','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/minValue','valueDate':'2026-01-01'},"
            "{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueDate':'2026-12-31'}]";
        row("a day", day, "{'valueDate':'2026-11-18'}", "");
        row("too early", day, "{'valueDate':'2025-12-31'}", "value");
        row("too late", day, "{'valueDate':'2027-01-01'}", "value");
        const char *code =
            "'type':'string','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/regex','valueString':'[0-9]{5}'}]";
        row("as asked", code, "{'valueString':'04101'}", "");
        row("not as asked", code, "{'valueString':'4101'}", "value");
        row("long enough", "'type':'text','maxLength':3", "{'valueString':'abc'}", "");
        row("too long", "'type':'text','maxLength':3", "{'valueString':'abcd'}", "too-long");
        row("own words too long", "'type':'open-choice','maxLength':3,'answerOption':[{'valueString':'a'}]",
            "{'valueString':'abcd'}", "too-long");
        const char *decimals = "'type':'decimal','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces',"
                               "'valueInteger':1}]";
        row("one decimal", decimals, "{'valueDecimal':1.5}", "");
        row("too many decimals", decimals, "{'valueDecimal':1.55}", "value");
        const char *asked = "'type':'string','enableWhen':[{'question':'first','operator':'=','answerBoolean':true}]";
        row("not asked", asked, "{'valueString':'x'}", "business-rule");
        row("in doubt whether it is asked",
            "'type':'string','enableBehavior':'all','enableWhen':[{'question':'first','operator':'=','answerBoolean':true},"
            "{'question':'first','operator':'like','answerBoolean':true}]",
            "{'valueString':'x'}", "");
        row("hidden",
            "'type':'text','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':"
            "true},{'url':'http://hl7.org/fhir/StructureDefinition/regex','valueString':'[0-9]{5}'}]",
            "{'valueString':'x'}", "");
    }
    void whatBreaksTheFormIsNamed()
    {
        QFETCH(QByteArray, item);
        QFETCH(QByteArray, answers);
        QFETCH(QByteArray, code);
        const QByteArray form = json("{'resourceType':'Questionnaire','id':'q','url':'https://x.example/q','version':'1','status':"
                                     "'active','item':[{'linkId':'first','type':'boolean'},{'linkId':'x',")
            + item + "}]}";
        const QByteArray response =
            json("{'resourceType':'QuestionnaireResponse','status':'completed','questionnaire':'https://x.example/q|1','item':["
                 "{'linkId':'first','answer':[{'valueBoolean':false}]},{'linkId':'x','answer':[")
            + answers + "]}]}";
        const QList<Issue> issues = issuesOf(form, response);
        QCOMPARE(issues.isEmpty() ? QByteArray() : QByteArray(issues.first().code), code);
        QCOMPARE(issues.size(), code.isEmpty() ? 0 : 1);
    }

    /// What stands below a heading of a list is one of its options; the heading is not.
    void aListWithHeadingsIsJudged()
    {
        const QByteArray form = json(
            "{'resourceType':'Questionnaire','id':'q','url':'https://x.example/q','version':'1','status':'active','contained':["
            "{'resourceType':'ValueSet','id':'v','expansion':{'contains':[{'system':'urn:x','code':'h','abstract':true,"
            "'contains':[{'system':'urn:x','code':'a'}]},{'system':'urn:x','code':'b'}]}}],'item':[{'linkId':'c','type':'choice',"
            "'answerValueSet':'#v'}]}");
        for (const auto &[code, count] : {std::pair("a", 0), std::pair("b", 0), std::pair("h", 1), std::pair("z", 1)}) {
            const QByteArray response =
                json("{'resourceType':'QuestionnaireResponse','status':'completed','item':[{'linkId':'c','answer':[{'valueCoding':"
                     "{'system':'urn:x','code':'")
                + code + json("'}}]}]}");
            QCOMPARE(issuesOf(form, response).size(), count);
        }
    }

    /// Whatever somebody fills in, in whatever order: what the app lets go is taken.
    void whatTheAppSendsIsNotRefused_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("tricky") << trickyForm();
        for (const QString &folder : {QStringLiteral(HANDRAIL_FORMS), QStringLiteral(HANDRAIL_QUESTIONNAIRES)}) {
            const QStringList names = QDir(folder).entryList({u"*.json"_s});
            QVERIFY(names.size() >= 5);
            for (const QString &name : names) {
                QFile file(folder + u'/' + name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                QJsonObject form = QJsonDocument::fromJson(file.readAll()).object();
                form.insert(u"resourceType"_s, u"Questionnaire"_s);
                form.insert(u"id"_s, u"q"_s);
                QTest::newRow(qPrintable(name)) << QJsonDocument(form).toJson();
            }
        }
    }
    void whatTheAppSendsIsNotRefused()
    {
        QFETCH(QByteArray, form);
        const auto read = fhir::readQuestionnaire(form);
        QVERIFY(read);
        int sent = 0;
        for (quint32 seed = 0; seed < 200; ++seed) {
            QRandomGenerator random(seed);
            FormState state(*read);
            fillIn(state, random);
            if (!state.problems().empty())
                continue;
            ++sent;
            CompletedForm completed;
            completed.identifier = u"urn:uuid:5e9f0a8e-8f4e-4c58-9a6d-0d4b5d1f0a01"_s;
            completed.questionnaire = read->canonicalWithVersion();
            completed.patientId = u"p101"_s;
            completed.authored = QDateTime(QDate(2026, 3, 2), QTime(10, 0), Qt::OffsetFromUTC, -5 * 3600);
            completed.answers = state.submitted();
            const QByteArray response = fhir::writeQuestionnaireResponse(completed, *read);
            for (const Issue &issue : issuesOf(form, response))
                QFAIL(qPrintable(QString::number(seed) + u' ' + issue.expression + u' ' + QString::fromLatin1(issue.text) + u'\n'
                                 + QString::fromUtf8(response)));
            if (response.contains(QByteArray("\u200f"))) // nobody sees it, and it is not read again
                continue;
            // What is looked at later, and sent again when something of it is changed, is what was sent.
            FormState again(*read, {.areInitialsTaken = false});
            const Result<CompletedForm> back = fhir::readQuestionnaireResponse(response, *read);
            QVERIFY(back);
            QCOMPARE(again.takeUp(back->answers).leftOut, 0);
            if (QByteArray(QTest::currentDataTag()) == "tricky") // empty copies are not sent, nor the same words twice
                continue;
            completed.answers = again.submitted();
            const QByteArray anew = fhir::writeQuestionnaireResponse(completed, *read);
            QVERIFY2(anew == response, qPrintable(QString::fromUtf8(QByteArray(response + "\n" + anew))));
        }
        QVERIFY2(sent > 50, qPrintable(QString::number(sent)));
    }

    // Its words make it a safety item, and the clinic hears of that; it can say what it is.
    void whatSeemsToAskAboutSafetyIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("by its words") << u"Did you want to die?"_s << QString() << true;
        QTest::newRow("of something else") << u"How did the day end?"_s << QString() << false;
        QTest::newRow("marked") << u"Did you want to die?"_s << u"safety"_s << false;
        QTest::newRow("marked as another") << u"Did you want to die?"_s << u"not-safety"_s << false;
        QTest::newRow("of a code that says nothing of it") << u"Did you want to die?"_s << u"mood"_s << true;
    }
    void whatSeemsToAskAboutSafetyIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(bool, isNamed);
        Form form;
        FormItem item;
        item.linkId = u"q"_s;
        item.type = ItemType::Boolean;
        item.text = text;
        item.codes = {{u"https://handrail.example/fhir/CodeSystem/question"_s, code}};
        form.items = {item};
        QCOMPARE(unmarkedSafetyItems(form), isNamed ? QStringList{u"q"_s} : QStringList());
    }

    // So are those that go by a heading, or by one of their answers; and, apart from them, what speaks of it and makes no heading, where the form
    // does not say which the questions there are.
    void whatSeemsToAskByOtherWordsIsNamed()
    {
        const auto read = [](const QByteArray &mark) {
            return fhir::readQuestionnaire(
                json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':["
                     "{'linkId':'g','type':'group','text':'Have you had thoughts of suicide?'")
                + mark
                + json(",'item':[{'linkId':'a','type':'boolean','text':'In the past month'},{'linkId':'h','type':'group',"
                       "'text':'Depression and suicide','item':["
                       "{'linkId':'b','type':'boolean','text':'In your lifetime','readOnly':true}]}]},"
                       "{'linkId':'c','type':'choice','repeats':true,'text':'Which of these?','answerOption':["
                       "{'valueString':'Panic'},{'valueString':'Thoughts of suicide'},{'valueString':'No thoughts of suicide'}]},"
                       "{'linkId':'m','type':'group','text':'Depression and suicide','item':[{'linkId':'d','type':'boolean',"
                       "'text':'Feeling down'}]},"
                       "{'linkId':'n','type':'display','text':'Have you had thoughts of killing yourself? If so, please also call "
                       "988.'},"
                       "{'linkId':'o','type':'display','text':'Thoughts of killing yourself in the past month'},"
                       "{'linkId':'e','type':'boolean','text':'Your answer'},"
                       "{'linkId':'p','type':'display','text':'If you think of suicide, call 988.'},"
                       "{'linkId':'r','type':'display','text':'Depression and suicide'},"
                       "{'linkId':'s','type':'boolean','text':'Feeling low','code':[{'system':"
                       "'https://handrail.example/fhir/CodeSystem/question','code':'not-safety'}]}]}"));
        };
        const auto form = read({});
        QVERIFY(form);
        const QStringList others{u"c (Thoughts of suicide)"_s}, unheard{u"m"_s, u"n"_s, u"o"_s};
        QCOMPARE(unmarkedSafetyItems(*form), QStringList({u"a"_s, u"b"_s}) + others);
        QCOMPARE(safetyWordsHeadingNothing(*form), unheard);
        QCOMPARE(safetyItemsNotAsked(*form), QStringList{u"b"_s});
        const QByteArray mark = json(",'code':[{'system':'https://handrail.example/fhir/CodeSystem/question','code':'");
        const auto marked = read(mark + json("safety'}]"));
        QVERIFY(marked);
        QCOMPARE(unmarkedSafetyItems(*marked), others);
        QCOMPARE(safetyWordsHeadingNothing(*marked), unheard);
        QCOMPARE(safetyItemsNotAsked(*marked), QStringList{u"b"_s});
        const auto other = read(mark + json("not-safety'}]"));
        QVERIFY(other);
        QCOMPARE(unmarkedSafetyItems(*other), others);
        QCOMPARE(safetyWordsHeadingNothing(*other), unheard);
        QCOMPARE(safetyItemsNotAsked(*other), QStringList());
    }

    // By its weight, or without one by its code: the words of an answer about safety say what it is.
    void whatIsMadeAsANoAndSaysNoneIsNamed()
    {
        const auto form = fhir::readQuestionnaire(
            json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':["
                 "{'linkId':'a','type':'choice','text':'Thoughts of suicide?','answerOption':["
                 "{'valueCoding':{'code':'N','display':'Now'}},{'valueCoding':{'code':'P','display':'Never'}}]},"
                 "{'linkId':'b','type':'choice','text':'Thoughts of suicide?','answerOption':["
                 "{'valueCoding':{'code':'0','display':'Always'}},{'valueCoding':{'code':'1','display':'No'}}]},"
                 "{'linkId':'c','type':'choice','text':'Thoughts of suicide?','answerOption':["
                 "{'valueCoding':{'code':'0','display':'Not at all'}},{'valueCoding':{'code':'1','display':'Often'}}]},"
                 "{'linkId':'d','type':'choice','text':'Thoughts of suicide?','answerOption':["
                 "{'valueCoding':{'code':'n'}},{'valueInteger':0},{'valueCoding':{'code':'y'}}]},"
                 "{'linkId':'e','type':'choice','text':'How did you sleep?','answerOption':["
                 "{'valueCoding':{'code':'N','display':'Not well'}}]}]}"));
        QVERIFY(form);
        QCOMPARE(safetyOptionsMadeAsNo(*form), QStringList({u"a (Now)"_s, u"b (Always)"_s}));
    }

    // Whatever is answered there is urgent. Where the words of an answer alone count, its neighbors say no.
    void whereNoAnswerSaysNoIsNamed_data()
    {
        QTest::addColumn<QString>("item");
        QTest::addColumn<bool>("isNamed");
        const auto row = [](const char *name, const char *item, bool isNamed) {
            QTest::newRow(name) << QString::fromUtf8(json(item)) << isNamed;
        };
        row("words that nobody knows", "'text':'Thoughts of suicide?','answerOption':[{'valueString':'Nein'},{'valueString':'Ja'}]",
            true);
        row("one that is not said",
            "'text':'Thoughts of suicide?','answerOption':[{'valueString':'Yes'},{'valueCoding':{'code':"
            "'rather-not-say'}}]",
            true);
        row("the code alone", "'text':'Thoughts of suicide?','answerOption':[{'valueCoding':{'code':'N','display':'Nein'}}]", true);
        row("a no", "'text':'Thoughts of suicide?','answerOption':[{'valueString':'No thoughts'},{'valueString':'Yes'}]", false);
        row("by its weight",
            "'text':'Thoughts of suicide?','answerOption':[{'extension':[{'url':"
            "'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':0}],'valueCoding':{'code':'c1',"
            "'display':'Nein'}},{'valueCoding':{'code':'c2','display':'Ja'}}]",
            false);
        row("about something else", "'text':'How did you sleep?','answerOption':[{'valueString':'Bad'}]", false);
        row("an answer alone", "'text':'Which of these?','answerOption':[{'valueString':'Panic'},{'valueString':'Suicidal'}]",
            false);
    }
    void whereNoAnswerSaysNoIsNamed()
    {
        QFETCH(QString, item);
        QFETCH(bool, isNamed);
        const auto form = fhir::readQuestionnaire(
            json("{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://x.example/q','item':["
                 "{'linkId':'y','type':'boolean','text':'Suicidal?'},{'linkId':'w','type':'text','text':'Suicidal?'},"
                 "{'linkId':'g','type':'group','text':'A','item':[{'linkId':'a','type':'choice',")
            + item.toUtf8() + "}]}]}");
        QVERIFY(form);
        QCOMPARE(safetyItemsWithoutNo(*form), isNamed ? QStringList{u"a"_s} : QStringList());
    }

    void aCheckInThatIsReadOtherwise_data()
    {
        QTest::addColumn<QString>("linkId");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value"); // in the place of what stands there
        QTest::addColumn<QStringList>("warned");
        const auto parsed = [](const QByteArray &text) {
            return QJsonValue(QJsonDocument::fromJson(json(text.constData())).array());
        };
        const QStringList ofTen{u"craving (a number with the limits 0 and 10, or eleven options that weigh 0 to 10)"_s};
        const char *const limits = "[{'url':'http://hl7.org/fhir/StructureDefinition/minValue','valueInteger':0},"
                                   "{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueInteger':%}]";
        QTest::newRow("ours") << QString() << QString() << QJsonValue() << QStringList();
        QTest::newRow("other words alone") << u"mood"_s << u"text"_s << QJsonValue(u"How is it going?"_s) << QStringList();
        QTest::newRow("faces without weights")
            << u"mood"_s << u"answerOption"_s
            << parsed("[{'valueCoding':{'code':'very-good'}},{'valueCoding':{'code':'low'}},{'valueCoding':{'code':'very-low'}}]")
            << QStringList{u"mood (options with weights from 0, the lowest, to 4)"_s};
        QTest::newRow("urges to 100") << u"craving"_s << u"extension"_s << parsed(QByteArray(limits).replace('%', "100")) << ofTen;
        QTest::newRow("urges to 10") << u"craving"_s << u"extension"_s << parsed(QByteArray(limits).replace('%', "10"))
                                     << QStringList();
        QTest::newRow("urges without limits") << u"craving"_s << u"extension"_s << QJsonValue(QJsonArray()) << ofTen;
        QTest::newRow("medicine by other codes")
            << u"meds"_s << u"answerOption"_s << parsed("[{'valueCoding':{'code':'Y'}},{'valueCoding':{'code':'N'}}]")
            << QStringList{u"meds (options of which one has the code no)"_s};
        const auto use = [&](const char *name, const char *options, const QStringList &counted) {
            QStringList warned;
            for (const QString &words : counted)
                warned << u"use (“"_s + words + u"” counts as a return to use, which the code rather-not-say does not)"_s;
            QTest::newRow(name) << u"use"_s << u"answerOption"_s << parsed(options) << warned;
        };
        use("use, and not to say it in our code",
            "[{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'a','display':'Yes, a drink'}},"
            "{'valueCoding':{'code':'rather-not-say','display':'Skip'}}]",
            {});
        use("use, and not to say it in other codes",
            "[{'valueCoding':{'code':'n','display':'No'}},{'valueCoding':{'code':'y','display':'Yes'}},"
            "{'valueCoding':{'code':'skip','display':'Skip'}},{'valueString':'Prefer not to say'}]",
            {u"Skip"_s, u"Prefer not to say"_s});
        use("what was used, and how much of it",
            "[{'valueCoding':{'code':'no'}},{'valueString':'A little'},{'valueString':'Alcohol'},{'valueString':'Once'},"
            "{'valueCoding':{'code':'passed-out','display':'So much that I did not know'}},"
            "{'valueCoding':{'code':'asked-declined','display':'–'}},{'valueString':'Prefiero no decirlo'}]",
            {u"–"_s, u"Prefiero no decirlo"_s});
        QTest::newRow("another form") << QString() << u"url"_s << QJsonValue(u"https://x.example/daily"_s) << QStringList();
    }
    void aCheckInThatIsReadOtherwise()
    {
        QFETCH(QString, linkId);
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QStringList, warned);
        QJsonObject form = QJsonDocument::fromJson(shippedForm(u"daily-checkin"_s)).object();
        if (linkId.isEmpty() && !key.isEmpty()) {
            form[key] = value;
            form["item"_L1] =
                QJsonArray{QJsonObject{{u"linkId"_s, u"craving"_s}, {u"type"_s, u"integer"_s}, {u"text"_s, u"Urge?"_s}}};
        }
        QJsonArray items = form["item"_L1].toArray();
        for (QJsonValueRef each : items) {
            QJsonObject item = each.toObject();
            if (item["linkId"_L1].toString() == linkId)
                item[key] = value;
            each = item;
        }
        form["item"_L1] = items;
        const auto read = fhir::readQuestionnaire(QJsonDocument(form).toJson());
        QVERIFY(read);
        QCOMPARE(checkInItemsReadOtherwise(*read), warned);
    }

private:
    /// As FormDesk goes about it.
    static QList<Issue> issuesOf(const QByteArray &form, const QByteArray &response)
    {
        const auto read = fhir::readQuestionnaire(form);
        const auto answered = read ? fhir::readQuestionnaireResponse(response, *read) : Result<CompletedForm>();
        if (!read || !answered)
            return {{"unreadable", {}, ""}};
        const QJsonObject said = QJsonDocument::fromJson(response).object();
        const QList<Issue> wrong = checkAnswers(said, QJsonDocument::fromJson(form).object());
        return wrong.isEmpty() ? checkFilling(said, *read, answered->answers) : wrong;
    }
};

QTEST_GUILESS_MAIN(TestFillingCheck)
#include "tst_filling_check.moc"
