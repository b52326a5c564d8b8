// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace handrail;
using namespace handrail::fhir;

namespace {

CompletedForm checkin()
{
    CompletedForm completed;
    completed.identifier = QStringLiteral("urn:uuid:5f0c9d3e-6a0b-5c1d-9a43-2f1e7b6c8d90");
    completed.questionnaire = QStringLiteral("https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0");
    completed.patientId = QStringLiteral("maya");
    completed.authored = QDateTime(QDate(2026, 11, 18), QTime(8, 5, 30, 250), QTimeZone("America/New_York"));
    completed.answers = {
        {QStringLiteral("mood"), QStringLiteral("okay")},
        {QStringLiteral("craving"), 3.0},
        {QStringLiteral("use"), QStringLiteral("no")},
        {QStringLiteral("sleep-hours"), 6.5},
        {QStringLiteral("halt"), QStringList{QStringLiteral("tired"), QStringLiteral("pain")}},
        {QStringLiteral("confidence"), 8.0},
        {QStringLiteral("safety"), QStringLiteral("no")},
        {QStringLiteral("note"), QStringLiteral("Slept badly.\nWalked \u00e0 pied \U0001F331 \"ok\"")},
    };
    return completed;
}

Form form()
{
    return readQuestionnaire(fixture(QStringLiteral("questionnaire-daily-checkin.json"))).value();
}

Session session()
{
    return readAppointment(fixture(QStringLiteral("appointment-group.json"))).value();
}

/// Compares with the golden file, or writes it when asked to (tests/fixtures/README.md).
bool isGolden(const QString &name, const QByteArray &json)
{
    const QByteArray pretty = QJsonDocument::fromJson(json).toJson();
    if (qEnvironmentVariableIsSet("HANDRAIL_WRITE_FIXTURES")) {
        QFile file(QStringLiteral(HANDRAIL_FIXTURES "/") + name);
        return file.open(QIODevice::WriteOnly) && file.write(pretty) == pretty.size();
    }
    return fixture(name) == pretty;
}

/// The read functions want a resource as a server gives it back: with an id.
QByteArray withId(const QByteArray &json)
{
    return QByteArray(R"({"id":"server-1",)") + json.mid(1);
}

/// JSON, written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// A finished response with these items, said at `time` of one day.
QByteArray responseOf(const QByteArray &items, const char *time = "08:00")
{
    return json("{'resourceType':'QuestionnaireResponse','status':'completed','authored':'2026-11-18T") + time
        + json(":00Z','item':[") + items + "]}";
}

QJsonObject itemOf(const QByteArray &json, const QString &linkId)
{
    for (const auto &item : QJsonDocument::fromJson(json).object().value(QStringLiteral("item")).toArray()) {
        if (item.toObject().value(QStringLiteral("linkId")).toString() == linkId)
            return item.toObject();
    }
    return {};
}

} // namespace

class FhirWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles()
    {
        QVERIFY(isGolden(QStringLiteral("written-checkin.json"), writeQuestionnaireResponse(checkin(), form())));
        QVERIFY(isGolden(QStringLiteral("written-decline.json"),
                         writeRsvp(QStringLiteral("urn:uuid:0b1d6f5c-30a8-4f0e-8d7a-96b1a1f0c2d3"), session(), Coming::Declined,
                                   QStringLiteral("I have a job interview."))));
    }

    void comesBackAsItWas()
    {
        const CompletedForm sent = checkin();
        const QByteArray json = writeQuestionnaireResponse(sent, form());
        const auto read = readQuestionnaireResponse(withId(json), form());
        QVERIFY(read);
        QCOMPARE(read->identifier, sent.identifier);
        QCOMPARE(read->questionnaire, sent.questionnaire);
        QCOMPARE(read->patientId, sent.patientId);
        QCOMPARE(read->authored, sent.authored);
        QCOMPARE(read->authored.offsetFromUtc(), -5 * 3600);
        QCOMPARE(read->answers, sent.answers);
        QVERIFY(isAboutPatient(json, QStringLiteral("maya")));
        QVERIFY(hasIdentifier(json, QStringLiteral("urn:ietf:rfc:3986"), sent.identifier));
    }

    void theFormsOwnWordsAreSentWhateverWasShown()
    {
        Form shown = form();
        for (FormItem &item : shown.items) {
            item.text = QStringLiteral("¿?");
            for (Option &option : item.options)
                option.text = QStringLiteral("otra cosa");
        }
        QCOMPARE(writeQuestionnaireResponse(checkin(), shown), writeQuestionnaireResponse(checkin(), form()));
    }

    void whatWaitsHereCanBeReadToo()
    {
        QCOMPARE(readQuestionnaireResponse(writeQuestionnaireResponse(checkin(), form()), form())->answers, checkin().answers);
        QVERIFY(readAppointmentResponse(writeRsvp(QStringLiteral("urn:uuid:1"), session(), Coming::Declined, {}))->coming
                == Coming::Declined);
    }

    void sameInSameOut() { QCOMPARE(writeQuestionnaireResponse(checkin(), form()), writeQuestionnaireResponse(checkin(), form())); }

    void skippedItemsAreLeftOut()
    {
        const QByteArray json = writeQuestionnaireResponse(checkin(), form());
        QVERIFY(itemOf(json, QStringLiteral("meds")).isEmpty());
        const QJsonObject sleep = itemOf(json, QStringLiteral("sleep"));
        QCOMPARE(sleep.value(QStringLiteral("item")).toArray().size(), 1);
        CompletedForm nothing = checkin();
        nothing.answers = {{QStringLiteral("note"), QStringLiteral(" \n")}, {QStringLiteral("halt"), QStringList()}};
        const QJsonObject empty = QJsonDocument::fromJson(writeQuestionnaireResponse(nothing, form())).object();
        QVERIFY(!empty.contains(QStringLiteral("item")));
        QCOMPARE(empty.value(QStringLiteral("status")).toString(), QStringLiteral("completed"));
    }

    void choicesCarryTheirWeight()
    {
        const QByteArray json = writeQuestionnaireResponse(checkin(), form());
        const QJsonObject coding = itemOf(json, QStringLiteral("mood"))
                                       .value(QStringLiteral("answer"))
                                       .toArray()
                                       .first()
                                       .toObject()
                                       .value(QStringLiteral("valueCoding"))
                                       .toObject();
        QCOMPARE(coding.value(QStringLiteral("system")).toString(),
                 QStringLiteral("https://handrail.example/fhir/CodeSystem/mood"));
        QCOMPARE(coding.value(QStringLiteral("display")).toString(), QStringLiteral("Okay"));
        const QJsonObject weight = coding.value(QStringLiteral("extension")).toArray().first().toObject();
        QCOMPARE(weight.value(QStringLiteral("url")).toString(),
                 QStringLiteral("http://hl7.org/fhir/StructureDefinition/ordinalValue"));
        QCOMPARE(weight.value(QStringLiteral("valueDecimal")).toInt(), 2);
        QCOMPARE(itemOf(json, QStringLiteral("halt")).value(QStringLiteral("answer")).toArray().size(), 2);
    }

    /// FHIR asks for no code: an option can be words alone. It is offered, sent as it came, and read again as that option.
    void optionsWithoutACode()
    {
        const auto formOf = [](const QByteArray &item) {
            return readQuestionnaire(
                QByteArray(R"({"resourceType":"Questionnaire","id":"q","status":"active","item":[)" + item + "]}"));
        };
        const Result<Form> read = formOf(
            R"({"linkId":"x","type":"open-choice","answerOption":[{"valueCoding":{"system":"s","code":"a","display":"A"}},)"
            R"({"valueCoding":{"display":"Not that often"},"extension":[{"url":"http:\/\/hl7.org\/fhir\/StructureDefinition\/ordinalValue",)"
            R"("valueDecimal":2}]}],"initial":[{"valueCoding":{"display":"Not that often"}}]})");
        QVERIFY(read);
        const FormItem item = read->items.value(0);
        QCOMPARE(item.options.size(), 2);
        QCOMPARE(item.options.at(1).text, QStringLiteral("Not that often"));
        QCOMPARE(item.options.at(1).weight, 2.0);
        QCOMPARE(item.initial, QVariant(item.options.at(1).code));
        const Form &form = *read;
        CompletedForm said;
        said.answers = {{QStringLiteral("x"), item.options.at(1).code}};
        const QByteArray written = writeQuestionnaireResponse(said, form);
        const auto in = [](const QJsonValue &list, const char *name) { return list[0][QLatin1String(name)]; };
        const QJsonValue items = QJsonDocument::fromJson(written).object().value(QStringLiteral("item"));
        const QJsonObject coding = in(in(items, "answer"), "valueCoding").toObject();
        QCOMPARE(coding.value(QStringLiteral("display")).toString(), QStringLiteral("Not that often"));
        QVERIFY(!coding.contains(QStringLiteral("code")));
        QVERIFY(coding.contains(QStringLiteral("extension")));
        QCOMPARE(readQuestionnaireResponse(written, form).value_or(CompletedForm()).answers, said.answers);
        // What is neither a code nor words is not offered, and that is counted.
        const Form lacking = *formOf(
            R"({"linkId":"x","type":"choice","answerOption":[{"valueString":"a"},{"valueReference":{"reference":"Medication/1"}}]})");
        QCOMPARE(lacking.items.constFirst().options.size(), 1);
        QCOMPARE(lacking.itemsLackingOptions, 1);
    }

    void valueTypes()
    {
        const QByteArray json = writeQuestionnaireResponse(checkin(), form());
        const auto answer = [&](const char *linkId) {
            return itemOf(json, QLatin1String(linkId)).value(QStringLiteral("answer")).toArray().first().toObject();
        };
        QCOMPARE(answer("craving").value(QStringLiteral("valueInteger")).toInt(-1), 3);
        QVERIFY(json.contains("\"valueDecimal\":6.5"));
        QVERIFY(json.contains("\"valueInteger\":3"));
        QVERIFY(answer("note").contains(QStringLiteral("valueString")));
        QCOMPARE(answer("safety").value(QStringLiteral("valueCoding")).toObject().value(QStringLiteral("code")).toString(),
                 QStringLiteral("no"));

        FormItem flag;
        flag.linkId = QStringLiteral("b");
        flag.control = Control::YesNo;
        flag.type = ItemType::Boolean;
        Form flags;
        flags.items << flag;
        CompletedForm yes = checkin();
        yes.answers = {{QStringLiteral("b"), QStringLiteral("true")}};
        QVERIFY(writeQuestionnaireResponse(yes, flags).contains("\"valueBoolean\":true"));
        QCOMPARE(readQuestionnaireResponse(withId(writeQuestionnaireResponse(yes, flags)), flags)->answers, yes.answers);
    }

    void anAnswerIsNeverThrownAway()
    {
        CompletedForm odd = checkin();
        odd.answers = {{QStringLiteral("mood"), QStringLiteral("stormy")}};
        QCOMPARE(readQuestionnaireResponse(withId(writeQuestionnaireResponse(odd, form())), form())->answers, odd.answers);
    }

    void timesKeepTheirOffset()
    {
        CompletedForm completed = checkin();
        completed.authored = QDateTime(QDate(2026, 7, 1), QTime(23, 30), Qt::OffsetFromUTC, 5 * 3600 + 45 * 60);
        QVERIFY(writeQuestionnaireResponse(completed, form()).contains("2026-07-01T23:30:00.000+05:45"));
        completed.authored = QDateTime(QDate(2026, 7, 1), QTime(23, 30), Qt::UTC); // London, in winter: a "Z" would not say where
        QVERIFY(writeQuestionnaireResponse(completed, form()).contains("2026-07-01T23:30:00.000+00:00"));
        const auto read = readQuestionnaireResponse(withId(writeQuestionnaireResponse(completed, form())), form());
        QVERIFY(read && !read->isInUtc);
        QCOMPARE(read->authored, completed.authored);
        completed.authored = QDateTime(QDate(2026, 7, 1), QTime(23, 30)); // the tests run in New York
        QVERIFY(writeQuestionnaireResponse(completed, form()).contains("2026-07-01T23:30:00.000-04:00"));
    }

    void decline()
    {
        const QString id = QStringLiteral("urn:uuid:0b1d6f5c-30a8-4f0e-8d7a-96b1a1f0c2d3");
        const QByteArray json = writeRsvp(id, session(), Coming::Declined, QString());
        QVERIFY(!json.contains("comment"));
        QVERIFY(isAboutPatient(json, QStringLiteral("maya")));
        QVERIFY(hasIdentifier(json, QStringLiteral("urn:ietf:rfc:3986"), id));
        const auto rsvp = readAppointmentResponse(withId(json));
        QCOMPARE(rsvp->appointmentId, QStringLiteral("evening-group"));
        QCOMPARE(rsvp->coming, Coming::Declined);
        QCOMPARE(rsvp->identifier, id);
        QVERIFY(rsvp->start.isValid());
        QCOMPARE(rsvp->start, session().start);
        // When it was said, which is not when it arrives; nothing of that where nobody knows.
        QVERIFY(!json.contains("extension"));
        const QDateTime said(QDate(2026, 7, 1), QTime(18, 5), Qt::OffsetFromUTC, -4 * 3600);
        const QJsonObject dated = QJsonDocument::fromJson(writeRsvp(id, session(), Coming::Late, {}, {}, said)).object();
        const QJsonArray extensions = dated.value(QLatin1String("extension")).toArray();
        QCOMPARE(extensions.size(), 1);
        QCOMPARE(extensions.first()[QLatin1String("url")].toString(),
                 QStringLiteral("https://handrail.example/fhir/StructureDefinition/said-at"));
        QCOMPARE(extensions.first()[QLatin1String("valueDateTime")].toString(), QStringLiteral("2026-07-01T22:05:00.000Z"));
        // A relative's own word is about nobody else's coming.
        const QByteArray theirs = writeRsvp(id, session(), Coming::Declined, {}, QStringLiteral("rosa"));
        QVERIFY(isForRelative(theirs, QStringLiteral("rosa"), QStringLiteral("maya")) && !theirs.contains("Patient/"));
        for (const Coming coming : {Coming::Accepted, Coming::Late, Coming::Declined})
            QCOMPARE(readAppointmentResponse(writeRsvp(id, session(), coming, QStringLiteral("No ride")))->coming, coming);
    }

    /// Without the form, too.
    void severalQuantitiesAreReadAsSuch()
    {
        QJsonObject response = QJsonDocument::fromJson(withId(writeQuestionnaireResponse(checkin(), form()))).object();
        const auto kilos = [](double value) {
            return QJsonObject{{QStringLiteral("valueQuantity"),
                                QJsonObject{{QStringLiteral("value"), value}, {QStringLiteral("code"), QStringLiteral("kg")}}}};
        };
        response.insert(QStringLiteral("item"),
                        QJsonArray{QJsonObject{{QStringLiteral("linkId"), QStringLiteral("w")},
                                               {QStringLiteral("answer"), QJsonArray{kilos(5), kilos(7)}}}});
        const auto read = readQuestionnaireResponse(QJsonDocument(response).toJson());
        QVERIFY(read);
        QCOMPARE(read->answers.value(QStringLiteral("w")).toList(),
                 QVariantList({quantity(5, QStringLiteral("kg")), quantity(7, QStringLiteral("kg"))}));
    }

    /// What a server stores, and what was sent.
    void theSameIsSaidHoweverAServerWritesIt_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<bool>("isSame");
        QTest::addColumn<bool>("isSameTurned"); // what was sent is what the server has, and the other way round
        const auto items = [](const char *name, const char *theirs, const char *ours, bool isSame) {
            QTest::newRow(name) << json(theirs) << json(ours) << isSame << isSame;
        };
        enum Way { BothWays, ThisWayOnly };
        const auto answers = [](const char *name, const char *theirs, const char *ours, bool isSame, Way way = BothWays) {
            const QByteArray start = json("{'linkId':'a','answer':[");
            QTest::newRow(name) << start + json(theirs) + "]}" << start + json(ours) + "]}" << isSame
                                << (isSame && way == BothWays);
        };
        answers("words, version and more of a code",
                "{'id':'1','valueCoding':{'system':'urn:a','code':'x','version':'2','display':'Ex','userSelected':false}}",
                "{'valueCoding':{'extension':[{'url':'urn:e','valueDecimal':1}],'system':'urn:a','code':'x'}}", true);
        answers("no system", "{'valueCoding':{'code':'x'}}", "{'valueCoding':{'system':'urn:a','code':'x'}}", true, ThisWayOnly);
        answers("an empty system", "{'valueCoding':{'code':'x'}}", "{'valueCoding':{'system':'','code':'x'}}", true);
        answers("another system", "{'valueCoding':{'system':'urn:b','code':'x'}}", "{'valueCoding':{'system':'urn:a','code':'x'}}",
                false);
        answers("another code of the same words", "{'valueCoding':{'code':'y','display':'Ex'}}",
                "{'valueCoding':{'code':'x','display':'Ex'}}", false);
        answers("a code that was found for the words", "{'valueCoding':{'system':'urn:a','code':'x','display':'Ex'}}",
                "{'valueCoding':{'display':'Ex'}}", true, ThisWayOnly);
        answers("other words without a code", "{'valueCoding':{'display':'Why'}}", "{'valueCoding':{'display':'Ex'}}", false);
        answers("words for a code", "{'valueCoding':{'display':'x'}}", "{'valueCoding':{'code':'x'}}", false);
        answers("a unit that is added", "{'valueQuantity':{'value':6,'unit':'Kilo','system':'urn:u','code':'kg'}}",
                "{'valueQuantity':{'value':6.0,'system':'urn:u','code':'kg'}}", true);
        answers("a code that is added to a unit", "{'valueQuantity':{'value':6,'unit':'lb','system':'urn:u','code':'[lb_av]'}}",
                "{'valueQuantity':{'value':6,'unit':'lb'}}", true, ThisWayOnly);
        answers("a unit by its words alone", "{'valueQuantity':{'value':6,'unit':'lb'}}",
                "{'valueQuantity':{'value':6,'unit':'kg'}}", false);
        answers("a unit where there was none", "{'valueQuantity':{'value':6,'unit':'kg'}}", "{'valueQuantity':{'value':6}}", false);
        answers("another number", "{'valueQuantity':{'value':7,'code':'kg'}}", "{'valueQuantity':{'value':6,'code':'kg'}}", false);
        answers("less than a number", "{'valueQuantity':{'value':6,'comparator':'<'}}", "{'valueQuantity':{'value':6}}", false);
        answers("the second quantity", "{'valueQuantity':{'value':5}},{'valueQuantity':{'value':6}}",
                "{'valueQuantity':{'value':5}},{'valueQuantity':{'value':7}}", false);
        answers("one more", "{'valueInteger':5},{'valueInteger':6}", "{'valueInteger':5}", false);
        answers("options in another order", "{'valueCoding':{'code':'b','display':'B'}},{'valueCoding':{'code':'a'}}",
                "{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'b'}}", true);
        answers("one option twice", "{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'a'}}",
                "{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'b'}}", false);
        answers("texts in another order", "{'valueString':'b'},{'valueString':'a'}", "{'valueString':'a'},{'valueString':'b'}",
                false);
        answers("a decimal", "{'valueDecimal':6}", "{'valueDecimal':6.0}", true);
        answers("another decimal", "{'valueDecimal':6.01}", "{'valueDecimal':6.0}", false);
        answers("text without blanks around it", "{'valueString':'Slept badly.'}", "{'valueString':' Slept badly.\\n'}", true);
        answers("blanks within a text", "{'valueString':'any one'}", "{'valueString':'anyone'}", false);
        answers("other line ends", "{'valueString':'any\\none'}", "{'valueString':'any\\r\\none'}", true);
        answers("no mark of direction", "{'valueString':'yes'}", "{'valueString':'\\u200eyes'}", true);
        answers("a line end and a blank", "{'valueString':'any one'}", "{'valueString':'any\\none'}", false);
        answers("another type", "{'valueString':'x'}", "{'valueCoding':{'code':'x'}}", false);
        answers("yes and no", "{'valueBoolean':true}", "{'valueBoolean':false}", false);
        answers("yes and one", "{'valueBoolean':true}", "{'valueInteger':1}", false);
        answers("a moment in another zone", "{'valueDateTime':'2026-11-19T01:20:00Z'}",
                "{'valueDateTime':'2026-11-18T20:20:00-05:00'}", true);
        answers("another moment", "{'valueDateTime':'2026-11-18T20:20:00Z'}", "{'valueDateTime':'2026-11-18T20:20:00-05:00'}",
                false);
        answers("a day of no zone", "{'valueDateTime':'2026-11-19'}", "{'valueDateTime':'2026-11-18'}", false);
        answers("a reference", "{'valueReference':{'reference':'Location/1','display':'Home'}}",
                "{'valueReference':{'reference':'Location/1'}}", true);
        answers("another reference", "{'valueReference':{'reference':'Location/2','display':'Home'}}",
                "{'valueReference':{'reference':'Location/1','display':'Home'}}", false);
        answers("a file stored elsewhere", "{'valueAttachment':{'url':'Binary/1','hash':'aGFzaA==','size':4}}",
                "{'valueAttachment':{'data':'AAAA','hash':'aGFzaA=='}}", true);
        answers("another file", "{'valueAttachment':{'data':'AAAB'}}", "{'valueAttachment':{'data':'AAAA'}}", false);
        answers("an answer without a value", "{'valueInteger':5},{'id':'empty'}", "{'valueInteger':5}", true);
        items("items in another order, with words, and one that is not answered",
              "{'linkId':'c'},{'linkId':'b','text':'B','answer':[{'valueInteger':2}]},{'linkId':'a','answer':[{'valueInteger':1}]}",
              "{'linkId':'a','answer':[{'valueInteger':1}]},{'linkId':'b','answer':[{'valueInteger':2}]}", true);
        items("one more item", "{'linkId':'a','answer':[{'valueInteger':1}]},{'linkId':'b','answer':[{'valueInteger':2}]}",
              "{'linkId':'a','answer':[{'valueInteger':1}]}", false);
        items("the copies of a group",
              "{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':2}]}]},"
              "{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':1}]}]}",
              "{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':1}]}]},"
              "{'linkId':'g','item':[{'linkId':'a','answer':[{'valueInteger':2}]}]}",
              false);
    }
    void theSameIsSaidHoweverAServerWritesIt()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, ours);
        QFETCH(bool, isSame);
        QFETCH(bool, isSameTurned);
        QVERIFY(readQuestionnaireResponse(responseOf(theirs)) && readQuestionnaireResponse(responseOf(ours)));
        const auto compared = [](const QByteArray &stored, const char *when, const QByteArray &sent) {
            return compareAnswers(responseOf(stored, when), responseOf(sent));
        };
        QVERIFY(compared(ours, "08:00", ours) == Answered::Same);
        QVERIFY(compared(theirs, "07:59", ours) == (isSame ? Answered::Same : Answered::Earlier));
        QVERIFY(compared(theirs, "08:00", ours) == (isSame ? Answered::Same : Answered::Later));
        QVERIFY(compared(ours, "07:59", theirs) == (isSameTurned ? Answered::Same : Answered::Earlier));
        QVERIFY(compared(ours, "08:00", theirs) == (isSameTurned ? Answered::Same : Answered::Later));
    }

    /// Nothing says that they are there.
    void answersThatCannotBeReadAreNotTheSame()
    {
        const QByteArray readable = responseOf(json("{'linkId':'a','answer':[{'valueInteger':5}]}"), "07:59");
        const QByteArray deep = responseOf(QByteArray("[").repeated(99) + QByteArray("]").repeated(99));
        QVERIFY(compareAnswers(readable, readable) == Answered::Same);
        QVERIFY(compareAnswers(readable, deep) == Answered::Later);
        QVERIFY(compareAnswers(deep, readable) == Answered::Later);
        QVERIFY(compareAnswers(readable, QByteArray(readable).replace("completed", "in-progress")) == Answered::Later);
    }

    void unfinishedResponsesAreNoCheckins()
    {
        const QByteArray json = withId(writeQuestionnaireResponse(checkin(), form()));
        QCOMPARE(readQuestionnaireResponse(QByteArray(json).replace("\"completed\"", "\"in-progress\"")).error().kind,
                 ProblemKind::NotFound);
        QCOMPARE(readQuestionnaireResponse(QByteArray(json).replace("\"completed\"", "\"entered-in-error\"")).error().kind,
                 ProblemKind::NotFound);
        QVERIFY(readQuestionnaireResponse(QByteArray(json).replace("\"completed\"", "\"amended\"")));
        QVERIFY(!readQuestionnaireResponse(fixture(QStringLiteral("patient.json"))));
    }
};

QTEST_GUILESS_MAIN(FhirWriteTest)
#include "tst_write.moc"
