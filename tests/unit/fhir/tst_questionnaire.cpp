// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "fhir/Read.h"

#include <QElapsedTimer>
#include <QTest>

using namespace handrail;
using namespace handrail::fhir;

namespace {

QByteArray formOf(const QByteArray &items, const QByteArray &rest = {})
{
    return QByteArray("{\"resourceType\":\"Questionnaire\",\"id\":\"q\",\"url\":\"https://x.example/"
                      "q\",\"version\":\"2\",\"status\":\"active\",\"item\":[")
        + items + ']' + rest + '}';
}

FormItem only(const QByteArray &item, const QByteArray &rest = {})
{
    const auto form = readQuestionnaire(formOf(item, rest));
    return form && form->items.size() == 1 ? form->items.first() : FormItem{};
}

} // namespace

class FhirQuestionnaireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dailyCheckin()
    {
        const auto form = readQuestionnaire(fixture(QStringLiteral("questionnaire-daily-checkin.json")));
        QVERIFY(form);
        QCOMPARE(form->canonicalWithVersion(), QStringLiteral("https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0"));
        QCOMPARE(form->title, QStringLiteral("Daily check-in"));
        QCOMPARE(form->droppedItems, 0);
        QStringList order;
        for (const FormItem &item : form->items)
            order << item.linkId;
        QCOMPARE(order.join(u' '), QStringLiteral("mood craving use sleep halt meds confidence safety note"));

        const FormItem &mood = form->items.at(0);
        QCOMPARE(mood.control, Control::Faces);
        QCOMPARE(mood.options.size(), 5);
        QCOMPARE(mood.options.at(4).code, QStringLiteral("very-good"));
        QCOMPARE(mood.options.at(4).weight, 4.0);
        QVERIFY(mood.options.at(4).hasWeight);

        const FormItem &craving = form->items.at(1);
        QCOMPARE(craving.control, Control::Slider);
        QCOMPARE(craving.type, ItemType::Integer);
        QCOMPARE(craving.maximum, 10.0);
        QCOMPARE(craving.step, 1.0);
        QCOMPARE(craving.lowerLabel, QStringLiteral("none"));
        QCOMPARE(craving.upperLabel, QStringLiteral("as strong as it gets"));
        QVERIFY(craving.children.isEmpty());

        QCOMPARE(form->items.at(2).control, Control::YesNo);
        const FormItem &sleep = form->items.at(3);
        QCOMPARE(sleep.control, Control::Group);
        QCOMPARE(sleep.children.size(), 2);
        QCOMPARE(sleep.children.at(0).control, Control::Stepper);
        QCOMPARE(sleep.children.at(0).step, 0.5);
        QCOMPARE(sleep.children.at(0).maximum, 16.0);
        QCOMPARE(sleep.children.at(1).control, Control::Scale);

        const FormItem &halt = form->items.at(4);
        QCOMPARE(halt.control, Control::Chips);
        QVERIFY(halt.repeats);
        QVERIFY(halt.options.last().isExclusive);
        QVERIFY(!halt.options.first().isExclusive);
        QCOMPARE(form->items.at(5).control, Control::Choice);
        QVERIFY(form->items.at(5).isMedicineOnly);
        QVERIFY(!halt.isMedicineOnly);
        QCOMPARE(form->items.at(7).control, Control::Choice);
        QCOMPARE(form->items.at(8).control, Control::Text);
        QCOMPARE(form->items.at(8).maxLength, 500);
    }

    void controls_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<int>("control");
        const auto row = [](const char *name, const char *rest, Control control) {
            QTest::newRow(name) << QByteArray(rest) << int(control);
        };
        row("display", R"("type":"display")", Control::Display);
        row("string", R"("type":"string")", Control::Line);
        row("text", R"("type":"text")", Control::Text);
        row("boolean", R"("type":"boolean")", Control::YesNo);
        row("unknown type", R"("type":"hologram")", Control::Unsupported);
        row("no type", R"("text":"?")", Control::Unsupported);
        row("group", R"("type":"group")", Control::Group);
        row("date", R"("type":"date")", Control::Date);
        row("dateTime", R"("type":"dateTime")", Control::DateTime);
        row("time", R"("type":"time")", Control::Time);
        row("url", R"("type":"url")", Control::Url);
        row("quantity", R"("type":"quantity")", Control::Quantity);
        row("decimal", R"("type":"decimal")", Control::Number);
        row("attachment", R"("type":"attachment")", Control::Unsupported);
        row("reference", R"("type":"reference")", Control::Unsupported);
        row("choice without options", R"("type":"choice")", Control::Unsupported);
        row("choice of a remote list", R"("type":"choice","answerValueSet":"http:\/\/loinc.org/vs/LL358-3")", Control::Unsupported);
        row("choice of strings", R"("type":"choice","answerOption":[{"valueString":"a"},{"valueString":"b"}])", Control::Choice);
        row("choice of numbers", R"("type":"choice","answerOption":[{"valueInteger":1}])", Control::Choice);
        row("choice of references", R"("type":"choice","answerOption":[{"valueReference":{"reference":"Patient/1"}}])",
            Control::Unsupported);
        row("open choice", R"("type":"open-choice","answerOption":[{"valueCoding":{"code":"a"}}])", Control::OpenChoice);
        row("open choice without options", R"("type":"open-choice")", Control::OpenChoice);
        row("repeating choice", R"("type":"choice","repeats":true,"answerOption":[{"valueCoding":{"code":"a"}}])", Control::Chips);
        row("open range", R"("type":"integer")", Control::Number);
        const char *range =
            R"("type":"integer","extension":[{"url":"http:\/\/hl7.org/fhir/StructureDefinition/minValue","valueInteger":%},)"
            R"({"url":"http:\/\/hl7.org/fhir/StructureDefinition/maxValue","valueInteger":^}])";
        const auto ranged = [&](const char *low, const char *high) {
            return QByteArray(range).replace("%", low).replace("^", high);
        };
        QTest::newRow("range") << ranged("1", "5") << int(Control::Stepper);
        QTest::newRow("range upside down") << ranged("5", "1") << int(Control::Number);
        QTest::newRow("empty range") << ranged("5", "5") << int(Control::Number);
        QTest::newRow("range of many presses") << ranged("0", "500") << int(Control::Number);
        QTest::newRow("endless range") << ranged("0", "1000000") << int(Control::Number);
    }
    void controls()
    {
        QFETCH(QByteArray, rest);
        QFETCH(int, control);
        const FormItem item = only(R"({"linkId":"x",)" + rest + '}');
        QCOMPARE(item.linkId, QStringLiteral("x"));
        QCOMPARE(int(item.control), control);
    }

    void decimalsBetweenLimits_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<int>("control");
        QTest::addColumn<bool>("hasMinimum");
        const QByteArray core = ",{'url':'http://hl7.org/fhir/StructureDefinition/";
        const QByteArray least = core + "minValue','valueDecimal':35}";
        const QByteArray most = core + "maxValue','valueDecimal':42}";
        const QByteArray step = ",{'url':'https://handrail.example/fhir/StructureDefinition/step-value','valueDecimal':0.5}";
        const QByteArray code = "{'system':'http://hl7.org/fhir/questionnaire-item-control','code':'slider'}";
        const QByteArray slider = core + "questionnaire-itemControl','valueCodeableConcept':{'coding':[" + code + "]}}";
        QTest::newRow("both") << least + most << int(Control::Number) << true;
        QTest::newRow("the upper one alone") << most << int(Control::Number) << false;
        QTest::newRow("too many presses") << core + "maxValue','valueDecimal':420}" + step << int(Control::Number) << false;
        QTest::newRow("by steps from nowhere") << most + step << int(Control::Stepper) << true;
        QTest::newRow("a slider") << least + most + slider << int(Control::Slider) << true;
    }
    void decimalsBetweenLimits()
    {
        QFETCH(QByteArray, extensions);
        const QByteArray whole = "{'linkId':'x','type':'decimal','extension':[" + extensions.mid(1) + "]}";
        const FormItem item = only(QByteArray(whole).replace('\'', '"'));
        QTEST(int(item.control), "control");
        QTEST(item.hasMinimum, "hasMinimum");
    }

    void abstractTypeIsRefused()
    {
        QCOMPARE(readQuestionnaire(formOf(R"({"linkId":"x","type":"question"})")).error().kind, ProblemKind::BadData);
    }

    void containedListsAreRead()
    {
        const QByteArray rest =
            R"(,"contained":[{"resourceType":"ValueSet","id":"vs","compose":{"include":[{"system":"s","concept":[{"code":"a","display":"A"},{"code":"b"}]}]}}])";
        const FormItem item = only("{\"linkId\":\"x\",\"type\":\"choice\",\"answerValueSet\":\"#vs\"}", rest);
        QCOMPARE(item.options.size(), 2);
        QCOMPARE(item.options.at(0).system, QStringLiteral("s"));
        QCOMPARE(item.options.at(1).text, QStringLiteral("b"));
    }

    /// What stands below the headings of a list can be chosen, and the headings cannot.
    void nestedListsAreReadWhole()
    {
        const QByteArray rest =
            R"(,"contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":[{"system":"s","filter":[{}]}]},"expansion":{"contains":[)"
            R"({"display":"Heading A","abstract":true,"contains":[{"system":"s","code":"a1"},{"system":"s","code":"a2","display":"A two"}]},)"
            R"({"system":"s","code":"hb","abstract":true,"display":"Heading B","contains":[{"system":"s","code":"b","contains":[{"system":"s","code":"b1"}]}]},)"
            R"({"system":"s","code":"c"}]}}])";
        const auto form = readQuestionnaire(formOf("{\"linkId\":\"x\",\"type\":\"choice\",\"answerValueSet\":\"#v\"}", rest));
        QVERIFY(form);
        QStringList codes;
        for (const Option &option : form->items.first().options)
            codes << option.code;
        QCOMPARE(codes.join(u' '), QStringLiteral("a1 a2 b b1 c"));
        QCOMPARE(form->items.first().options.at(1).text, QStringLiteral("A two"));
        QCOMPARE(form->itemsLackingOptions, 0); // it was expanded, so its filter says nothing more
    }

    void listsThatAreNotWholeAreCounted_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<int>("lacking");
        const QByteArray one = R"({"system":"s","concept":[{"code":"a"}]})";
        const QByteArray choice = "\"type\":\"choice\",\"answerValueSet\":\"#v\""; // no raw string: moc takes the # for its own
        const auto row = [](const char *name, const QByteArray &includes, const QByteArray &item, int lacking) {
            QTest::newRow(name) << QByteArray("\"compose\":{\"include\":[" + includes + "]}") << item << lacking;
        };
        row("listed", one, choice, 0);
        row("one part by a filter", one + R"(,{"system":"t","filter":[{"property":"p","op":"=","value":"v"}]})", choice, 1);
        row("one part a whole system", one + R"(,{"system":"t"})", choice, 1);
        row("one part another list", one + R"(,{"valueSet":["urn:x:v"]})", choice, 1);
        row("nothing listed, so it is not asked", R"({"system":"t"})", choice, 0);
        row("own words instead", one, R"("type":"open-choice","answerValueSet":"urn:x:elsewhere")", 1);
        row("own words alone", one, R"("type":"open-choice")", 0);
        QByteArray many;
        for (int i = 0; i < 501; ++i)
            many += "{\"code\":\"c" + QByteArray::number(i) + "\"},";
        row("too long", "{\"system\":\"s\",\"concept\":[" + many.chopped(1) + "]}", choice, 1);
    }
    void listsThatAreNotWholeAreCounted()
    {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, item);
        QFETCH(int, lacking);
        const auto form = readQuestionnaire(
            formOf("{\"linkId\":\"x\"," + item + '}', ",\"contained\":[{\"resourceType\":\"ValueSet\",\"id\":\"v\"," + set + "}]"));
        QVERIFY(form);
        QCOMPARE(form->itemsLackingOptions, lacking);
    }

    /// A hostile form must not hold up the app, however many items point at however long a list.
    void longListsAreReadInTime()
    {
        QByteArray items;
        for (int i = 0; i < 200; ++i)
            items += "{\"linkId\":\"" + QByteArray::number(i) + "\",\"type\":\"choice\",\"answerValueSet\":\"#v\"},";
        const QByteArray concepts = QByteArray("{\"code\":\"same\"},").repeated(100'000);
        const QByteArray json = "{\"resourceType\":\"Questionnaire\",\"id\":\"q\",\"item\":[" + items.chopped(1)
            + "],\"contained\":[{\"resourceType\":\"ValueSet\",\"id\":\"v\",\"compose\":{\"include\":[{\"concept\":["
            + concepts.chopped(1) + "]}]}}]}";
        QElapsedTimer timer;
        timer.start();
        const auto form = readQuestionnaire(json);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(form);
        QCOMPARE(form->items.size(), 200);
        QCOMPARE(form->items.constFirst().options.size(), 1);
    }

    void weightsOfBothReleases()
    {
        const FormItem item = only(
            R"({"linkId":"x","type":"choice","answerOption":[)"
            R"({"valueCoding":{"code":"a","extension":[{"url":"http:\/\/hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":3}]}},)"
            R"({"extension":[{"url":"http:\/\/hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":1.5}],"valueCoding":{"code":"b"}},{"valueCoding":{"code":"c"}}]})");
        QCOMPARE(item.options.at(0).weight, 3.0);
        QCOMPARE(item.options.at(1).weight, 1.5);
        QVERIFY(!item.options.at(2).hasWeight);
    }

    void doubledLinkIdsAreDropped()
    {
        const auto form = readQuestionnaire(
            formOf(R"({"linkId":"a","type":"text","text":"first"},{"linkId":"a","type":"text","text":"second"},{"type":"text"})"));
        QCOMPARE(form->items.size(), 1);
        QCOMPARE(form->items.first().text, QStringLiteral("first"));
        QCOMPARE(form->droppedItems, 2);
    }

    void tooManyItems()
    {
        QByteArray items;
        for (int i = 0; i < 10000; ++i)
            items += QByteArray(i ? "," : "") + "{\"linkId\":\"i" + QByteArray::number(i) + "\",\"type\":\"text\"}";
        const auto form = readQuestionnaire(formOf(items));
        QCOMPARE(form->items.size(), 2000);
        QCOMPARE(form->droppedItems, 8000);
    }

    void tooManyLevels()
    {
        QByteArray item = R"({"linkId":"l20","type":"text"})";
        for (int level = 19; level > 0; --level)
            item = "{\"linkId\":\"l" + QByteArray::number(level) + "\",\"type\":\"group\",\"item\":[" + item + "]}";
        const auto form = readQuestionnaire(formOf(item));
        QVERIFY(form);
        int levels = 0;
        for (const QList<FormItem> *list = &form->items; !list->isEmpty(); list = &list->first().children)
            ++levels;
        QCOMPARE(levels, 16);
        QCOMPARE(form->droppedItems, 1);
    }

    /// 64 items in each other are 129 levels of JSON, which no reader of ours takes.
    void farTooManyLevels()
    {
        QByteArray item = R"({"linkId":"l64","type":"text"})";
        for (int level = 63; level > 0; --level)
            item = "{\"linkId\":\"l" + QByteArray::number(level) + "\",\"type\":\"group\",\"item\":[" + item + "]}";
        QCOMPARE(readQuestionnaire(formOf(item)).error().kind, ProblemKind::BadData);
    }

    void everythingOfAnItem()
    {
        const QByteArray core = "http:\\/\\/hl7.org/fhir/StructureDefinition/";
        const FormItem item = only(
            R"({"linkId":"x","type":"integer","text":"How many?","prefix":"3.","required":true,"readOnly":true,"repeats":true,"maxLength":3,)"
            R"("code":[{"system":"http:\/\/loinc.org","code":"44260-8"},{"code":"c"}],"initial":[{"valueInteger":2},{"valueInteger":4}],"extension":[)"
            R"({"url":")"
            + core + R"(questionnaire-hidden","valueBoolean":true},{"url":")" + core
            + R"(entryFormat","valueString":"nn"},)"
              R"({"url":")"
            + core + R"(questionnaire-minOccurs","valueInteger":1},{"url":")" + core
            + R"(questionnaire-maxOccurs","valueInteger":4},)"
              R"({"url":")"
            + core + R"(questionnaire-choiceOrientation","valueCode":"horizontal"},{"url":")" + core
            + R"(maxDecimalPlaces","valueInteger":2},)"
              R"({"url":")"
            + core
            + R"(questionnaire-unit","valueCoding":{"system":"http:\/\/unitsofmeasure.org","code":"d","display":"days"}},)"
              R"({"url":")"
            + core + R"(minValue","valueInteger":-1}]})");
        QVERIFY(item.isRequired && item.isReadOnly && item.repeats && item.isHidden && item.hasMinimum && !item.hasMaximum);
        QCOMPARE(item.prefix, QStringLiteral("3."));
        QCOMPARE(item.placeholder, QStringLiteral("nn"));
        QCOMPARE(item.codes.size(), 2);
        QCOMPARE(item.codes.at(0).code, QStringLiteral("44260-8"));
        QCOMPARE(item.initial, QVariant(QVariantList{2.0, 4.0}));
        QCOMPARE(item.minimumAnswers, 1);
        QCOMPARE(item.maximumAnswers, 4);
        QCOMPARE(item.orientation, Orientation::Horizontal);
        QCOMPARE(item.maximumDecimals, 2);
        QCOMPARE(item.units.size(), 1);
        QCOMPARE(item.units.at(0).text, QStringLiteral("days"));
        QCOMPARE(item.minimum, -1.0);
    }

    void unitsAndMoments()
    {
        const QByteArray core = "http:\\/\\/hl7.org/fhir/StructureDefinition/";
        const FormItem weight =
            only(R"({"linkId":"x","type":"quantity","initial":[{"valueQuantity":{"value":70,"code":"kg"}}],"extension":[{"url":")"
                 + core + R"(questionnaire-unitOption","valueCoding":{"code":"kg"}},{"url":")" + core
                 + R"(questionnaire-unitOption","valueCoding":{"code":"[lb_av]","display":"lb"}}]})");
        QCOMPARE(weight.units.size(), 2);
        QCOMPARE(weight.units.at(1).text, QStringLiteral("lb"));
        QCOMPARE(weight.initial, quantity(70, QStringLiteral("kg")));
        const FormItem day =
            only(R"({"linkId":"x","type":"date","extension":[{"url":")" + core + R"(minValue","valueDate":"2026-01-01"},{"url":")"
                 + core + R"(maxValue","valueDate":"2026-12-31"}]})");
        QCOMPARE(day.earliest + day.latest, QStringLiteral("2026-01-012026-12-31"));
        const QByteArray sdc = "http:\\/\\/hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
        const auto between = [&](const QByteArray &least, const QByteArray &most) {
            return only(R"({"linkId":"x","type":"quantity","extension":[{"url":")" + sdc + R"(minQuantity","valueQuantity":)"
                        + least + R"(},{"url":")" + sdc + R"(maxQuantity","valueQuantity":)" + most + "}]}");
        };
        const FormItem held = between(R"({"value":30,"code":"kg"})", R"({"value":300,"unit":"kg"})");
        QCOMPARE(held.leastQuantity, quantity(30, QStringLiteral("kg")));
        QCOMPARE(held.mostQuantity, quantity(300, QStringLiteral("kg")));
        QVERIFY(!held.hasMinimum && !held.hasMaximum);
        const FormItem upsideDown = between(R"({"value":30,"code":"kg"})", R"({"value":3,"code":"kg"})");
        QVERIFY(!upsideDown.leastQuantity.isValid() && !upsideDown.mostQuantity.isValid());
        const FormItem unread = between(R"("30 kg")", R"({"code":"kg"})");
        QVERIFY(!unread.leastQuantity.isValid() && !unread.mostQuantity.isValid());
    }

    void pattern()
    {
        const QByteArray url = R"("extension":[{"url":"http:\/\/hl7.org/fhir/StructureDefinition/regex","valueString":)";
        QCOMPARE(only(R"({"linkId":"x","type":"string",)" + url + R"("[0-9]{5}"}]})").pattern, QStringLiteral("[0-9]{5}"));
        QVERIFY(only(R"({"linkId":"x","type":"string",)" + url + "7}]}").pattern.isEmpty());
    }

    void optionsOfEveryKind()
    {
        const FormItem item = only(
            R"({"linkId":"x","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"system":"s","code":"a"}},{"valueCoding":{"system":"t","code":"a"}},)"
            R"({"valueCoding":{"system":"s","code":"a"}},{"valueString":"Two words","initialSelected":true},{"valueInteger":5,"initialSelected":true},)"
            R"({"valueDate":"2026-01-01"},{"valueTime":"10:00:00"}]})");
        QCOMPARE(item.options.size(), 6); // one was there before
        QCOMPARE(item.options.at(0).code, QStringLiteral("a"));
        QCOMPARE(item.options.at(1).code, QStringLiteral("t|a"));
        QCOMPARE(item.options.at(1).codeAsWritten, QStringLiteral("a"));
        QCOMPARE(item.options.at(1).text, QStringLiteral("a"));
        QCOMPARE(item.options.at(3).code, QStringLiteral("5"));
        QCOMPARE(item.options.at(3).type, ItemType::Integer);
        QCOMPARE(item.options.at(4).type, ItemType::Date);
        QCOMPARE(item.options.at(5).type, ItemType::Time);
        QCOMPARE(item.initial, QVariant(QVariantList{QStringLiteral("Two words"), QStringLiteral("5")}));
    }

    void conditions()
    {
        const FormItem item = only(
            R"({"linkId":"x","type":"text","enableBehavior":"any","enableWhen":[{"question":"a","operator":"exists","answerBoolean":false},)"
            R"({"question":"b","operator":"=","answerCoding":{"system":"s","code":"c"}},{"question":"c","operator":">=","answerDecimal":2.5},)"
            R"({"question":"d","operator":"<","answerQuantity":{"value":3,"unit":"cups"}},{"question":"e","operator":"!=","answerDate":"2026-01"},)"
            R"({"question":"f","operator":"~","answerInteger":1},{"question":"g","operator":"="},{"question":"h","operator":"exists","answerInteger":1},)"
            R"({"question":"i","operator":"=","answerBoolean":"yes"},17]})");
        QCOMPARE(item.behavior, EnableBehavior::Any);
        QCOMPARE(item.conditions.size(), 10);
        QCOMPARE(item.conditions.at(0).relation, Operator::Exists);
        QCOMPARE(item.conditions.at(0).value, QVariant(false));
        QCOMPARE(item.conditions.at(1).type, ItemType::Choice);
        QCOMPARE(item.conditions.at(1).value.toString() + item.conditions.at(1).system, QStringLiteral("cs"));
        QCOMPARE(item.conditions.at(2).value, QVariant(2.5));
        QCOMPARE(item.conditions.at(3).value, quantity(3, QStringLiteral("cups")));
        QCOMPARE(item.conditions.at(4).type, ItemType::Date);
        for (int i = 5; i < 10; ++i) // an operator nobody knows, no answer, answers of the wrong type, no condition at all
            QCOMPARE(item.conditions.at(i).relation, Operator::Always);
        // FHIR wants to be told; without it one is enough.
        QCOMPARE(only(R"({"linkId":"x","type":"text","enableWhen":[{},{}]})").behavior, EnableBehavior::Any);
        QCOMPARE(only(R"({"linkId":"x","type":"text","enableBehavior":"all","enableWhen":[{},{}]})").behavior, EnableBehavior::All);
    }

    void expressions()
    {
        const QByteArray sdc = "http:\\/\\/hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
        const auto with = [&](const char *name, const char *language) {
            return only(R"({"linkId":"x","type":"integer","extension":[{"url":")" + sdc + name
                        + R"(","valueExpression":{"language":")" + language + R"(","expression":"1 + 1"}}]})");
        };
        QCOMPARE(with("calculatedExpression", "text/fhirpath").scoreExpression, QStringLiteral("1 + 1"));
        QVERIFY(!with("calculatedExpression", "text/fhirpath").needsMoreThanWeCanDo);
        QVERIFY(with("calculatedExpression", "text/cql").scoreExpression.isEmpty());
        for (const char *name : {"enableWhenExpression", "initialExpression", "answerExpression"})
            QVERIFY2(with(name, "text/fhirpath").needsMoreThanWeCanDo, name);
        QVERIFY(with("calculatedExpression", "text/cql").needsMoreThanWeCanDo);
    }

    void questionsBelowQuestions()
    {
        const FormItem item = only(
            R"({"linkId":"x","type":"boolean","item":[{"linkId":"y","type":"text"},{"linkId":"z","type":"display","text":"Words"}]})");
        QCOMPARE(item.children.size(), 2);
        QCOMPARE(item.children.at(0).control, Control::Text);
        QCOMPARE(item.children.at(1).text, QStringLiteral("Words"));
    }

    void wrongTypesHarmNothing()
    {
        const auto form = readQuestionnaire(formOf(
            R"({"linkId":5,"type":"text"},{"linkId":"a","type":7,"text":{},"required":"yes","repeats":1,"maxLength":"ten","answerOption":{},"enableWhen":"never","item":5,"code":{},"initial":true},)"
            R"("words",null,[],{"linkId":"b","type":"choice","answerOption":[1,{"valueCoding":"a"},{"valueString":{}}]})"));
        QVERIFY(form);
        QCOMPARE(form->items.size(), 2);
        QCOMPARE(form->items.at(0).control, Control::Unsupported);
        QCOMPARE(form->items.at(1).control, Control::Unsupported);
    }

    void textsInTheLanguageOfTheApp()
    {
        // Written with ' for ", so that it can be read.
        const auto spoken = [](const char *lang, const char *words) -> QByteArray {
            return QByteArray("{'extension':[{'url':'http:\\/\\/hl7.org/fhir/StructureDefinition/translation','extension':[")
                + "{'url':'lang','valueCode':'" + lang + "'},{'url':'content','valueString':'" + words + "'}]}]}";
        };
        const QByteArray help = "'extension':[{'url':'http:\\/\\/hl7.org/fhir/StructureDefinition/questionnaire-itemControl',"
                                "'valueCodeableConcept':{'coding':[{'system':'http:\\/\\/hl7.org/fhir/questionnaire-item-control',"
                                "'code':'help'}]}}]";
        const QByteArray choice = "{'linkId':'x','type':'choice','text':'How?','_text':" + spoken("es-MX", "¿Cómo?")
            + ",'answerOption':[{'valueCoding':{'code':'a','display':'Well','_display':" + spoken("es", "Bien")
            + "}},{'valueCoding':{'code':'b','display':'So-so','_display':" + spoken("es", "  ")
            + "}},{'valueString':'Else','_valueString':" + spoken("fr", "Autre")
            + "}],'item':[{'linkId':'h','type':'display','text':'Tap','_text':" + spoken("es", "Toca") + ',' + help + "}]}";
        QByteArray json = formOf(choice, ",'title':'Form','_title':" + spoken("ES", "Hoja"));
        json.replace('\'', '"');
        const auto spanish = readQuestionnaire(json, QStringLiteral("es"));
        QVERIFY(spanish && spanish->items.size() == 1);
        const FormItem &item = spanish->items.first();
        QCOMPARE(spanish->title, QStringLiteral("Hoja"));
        QCOMPARE(item.text, QStringLiteral("¿Cómo?"));
        QCOMPARE(item.help, QStringLiteral("Toca"));
        QCOMPARE(item.options.at(0).text, QStringLiteral("Bien"));
        QCOMPARE(item.options.at(1).text, QStringLiteral("So-so")); // nothing to read in it
        QCOMPARE(item.options.at(2).text, QStringLiteral("Else"));  // another language
        QCOMPARE(item.options.at(2).code, QStringLiteral("Else"));
        QCOMPARE(item.asWritten, QStringLiteral("How?"));
        QCOMPARE(item.options.at(0).asWritten, QStringLiteral("Well"));
        for (const char *other : {"", "en", "de"})
            QCOMPARE(readQuestionnaire(json, QString::fromLatin1(other))->items.first().text, QStringLiteral("How?"));
    }

    void helpLine()
    {
        const FormItem item = only(
            R"({"linkId":"x","type":"text","item":[{"linkId":"h","type":"display","text":"Take your time","extension":[)"
            R"({"url":"http:\/\/hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"system":"http:\/\/hl7.org/fhir/questionnaire-item-control","code":"help"}]}}]}]})");
        QCOMPARE(item.help, QStringLiteral("Take your time"));
    }

    void othersAreRefused()
    {
        QCOMPARE(readQuestionnaire(fixture(QStringLiteral("patient.json"))).error().kind, ProblemKind::BadData);
        QCOMPARE(readQuestionnaire(formOf({}))->items.size(), 0);
    }
};

QTEST_GUILESS_MAIN(FhirQuestionnaireTest)
#include "tst_questionnaire.moc"
