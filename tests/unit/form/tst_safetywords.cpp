// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/Safety.h"
#include "form/SafetyWords.h"

#include <QTest>

using namespace handrail;

namespace {

FormItem text(const char *words)
{
    return madeItem(words, ItemType::Display);
}

FormItem question(const char *linkId)
{
    return madeItem(linkId, ItemType::Boolean);
}

} // namespace

class SafetyWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Of an answer to choose, below a question that says nothing of it, and below one about safety.
    void aNoInAnAnswerIsHeardForWhatItDenies_data()
    {
        QTest::addColumn<bool>("isDanger");
        for (const char *text : {"I do not want to live",
                                 "I don’t want to live",
                                 "I dont want to live anymore",
                                 "I no longer want to live",
                                 "I don’t want to be alive",
                                 "I don’t want to live, but I do not want to die",
                                 "I don’t want to wake up",
                                 "I never want to wake up",
                                 "I don’t feel like living",
                                 "I don’t want to go on",
                                 "No reason to live",
                                 "I don’t see a reason to live",
                                 "No desire to live",
                                 "I have no wish to live",
                                 "Nothing to live for",
                                 "Life is not worth living",
                                 "can’t go on without dying",
                                 "I can’t go on",
                                 "I wish I could go to sleep and not wake up",
                                 "Desire to die",
                                 "I think about dying",
                                 "No, I do not want to live",
                                 "No desire to die some days",
                                 "No quiero vivir",
                                 "Ya no quiero vivir",
                                 "No me quiero despertar",
                                 "No quiero estar viva",
                                 "Sin ganas de vivir",
                                 "No tengo ganas de vivir",
                                 "No hay razón para vivir",
                                 "No puedo seguir viviendo",
                                 "La vida no vale la pena",
                                 "Quisiera dormir y no despertar",
                                 "Deseo de morir",
                                 "No tengo ganas de vivir, deseo de morir"})
            QTest::newRow(text) << true;
        for (const char *text : {"No desire to die",
                                 "I have no desire to die",
                                 "I have no wish to die",
                                 "I don’t have any wish to die",
                                 "I do not have any desire to die",
                                 "No intent to die",
                                 "No intention of killing myself",
                                 "No thoughts of harming myself",
                                 "No thoughts of death or dying",
                                 "Never thought of suicide",
                                 "I don’t think about dying",
                                 "None, no thoughts of suicide",
                                 "No thoughts of suicide or wish to die",
                                 "No quiero morir",
                                 "No me quiero morir",
                                 "Sin deseos de morir",
                                 "Sin deseo de morir",
                                 "Ningún deseo de morir",
                                 "Ningunas ganas de morir",
                                 "No tengo deseo de morir",
                                 "Nunca he pensado en el suicidio"})
            QTest::newRow(text) << false;
    }
    void aNoInAnAnswerIsHeardForWhatItDenies()
    {
        QFETCH(bool, isDanger);
        const SafetyAnswer meant = isDanger ? SafetyAnswer::Positive : SafetyAnswer::None;
        FormItem item = madeItem("x", ItemType::Choice, {madeOption("c1"), madeOption("c2")});
        item.options[1].text = qs(QTest::currentDataTag());
        QCOMPARE(isSafetyItem(item), isDanger);
        QCOMPARE(safetyOf(item, qs("c2")), meant);
        item.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("safety")}};
        QCOMPARE(safetyOf(item, qs("c2")), meant);
        item.options[1].text = item.options[1].text.toUpper();
        QCOMPARE(safetyOf(item, qs("c2")), meant);
    }

    /// Of a question that is marked.
    void aBareCodeIsANoWhereNothingElseIsSaid_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("weight"); // below 0: none
        QTest::addColumn<bool>("isNo");
        const auto row = [](const char *code, const char *words, double weight, bool isNo) {
            QTest::addRow("%s %s %g", code, words, weight) << qs(code) << qs(words) << weight << isNo;
        };
        for (const char *words : {"Nearly every day", "Now", "Always", "Nein", "Not today", "Yes", "0 Always", "0 - 1 days",
                                  "0,5 days", "0 - N", "0: Yes"}) {
            for (const char *code : {"N", "n", "N.", "0"})
                row(code, words, -1, false);
        }
        for (const char *code : {"N", "n", "0"}) {
            for (const char *words : {"", "0", "N", "No", "Not at all", "Never", "I have no thoughts of suicide"})
                row(code, words, -1, true);
            row(code, "Nein", 0, true);
            row(code, "Nearly every day", 3, false);
            row(code, "", 3, false);
        }
        for (const char *words :
             {"0 - Not at all", "0 – Never", "(0) Never", "0: None", "0. Nunca", "0 No", "0 days", "0 veces", "0 días"})
            row("0", words, -1, true);
        row("false", "Nein", -1, true);
        row("LA32-8", "Nein", -1, true);
    }
    void aBareCodeIsANoWhereNothingElseIsSaid()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        QFETCH(double, weight);
        QFETCH(bool, isNo);
        Option option = madeOption("", weight);
        option.code = code;
        option.text = words;
        FormItem item = madeItem("x", ItemType::Choice, {option, madeOption("c2")});
        item.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("safety")}};
        const SafetyAnswer meant = isNo ? SafetyAnswer::None : SafetyAnswer::Positive;
        QCOMPARE(safetyOf(item, code), meant);
        // Beside the same code of another system, and where no words of this language show.
        item.options[0].asWritten = words;
        item.options[0].codeAsWritten = code;
        item.options[0].code = u"urn:x|" + code;
        if (!isNo)
            item.options[0].text = code;
        QCOMPARE(safetyOf(item, item.options[0].code), meant);
        // Where another says no in words, a weight of 0 is in doubt.
        item.options << madeOption("never");
        if (words == u"Nein" && weight == 0.0)
            QCOMPARE(safetyOf(item, item.options[0].code), SafetyAnswer::Positive);
    }

    /// 0 days ago is today.
    void howLongAgoIsNotHowOften_data()
    {
        QTest::addColumn<bool>("isAgo");
        for (const char *text : {"How many days ago did you last think of killing yourself?",
                                 "How many days since you last thought of killing yourself?",
                                 "How long has it been since you thought of suicide?",
                                 "When did you last think of killing yourself?",
                                 "When was the last time you thought of suicide?",
                                 "Time since last thought of suicide",
                                 "¿Hace cuántos días pensó en quitarse la vida?",
                                 "¿Cuántos días han pasado desde que pensó en matarse?",
                                 "¿Desde cuándo no piensa en matarse?",
                                 "¿Cuándo fue la última vez que pensó en matarse?",
                                 "How many days is it since you hurt yourself?",
                                 "How many days were there since you hurt yourself?",
                                 "How many days since your last visit to the hospital for hurting yourself?",
                                 "How many days have you gone without hurting yourself?",
                                 "How many days in a row have you been without thoughts of suicide?",
                                 "How long have you been free of self-harm?",
                                 "How many days have you been self-harm free?",
                                 "For how many days have you not thought of suicide?",
                                 "How many days haven’t you hurt yourself?",
                                 "How many days have you had no thoughts of suicide?",
                                 "On how many days did you not hurt yourself?",
                                 "When did you last injure yourself?",
                                 "When did you last burn yourself?",
                                 "When did you last do something to end your life?",
                                 "When were you last suicidal?",
                                 "When was your most recent suicide attempt?",
                                 "How recently did you think of suicide?",
                                 "¿Cuántos días lleva sin hacerse daño?",
                                 "¿Cuánto tiempo llevas sin pensar en matarte?",
                                 "¿Cuántos días ha estado sin hacerse daño?",
                                 "¿Cuántos días no ha pensado en matarse?"})
            QTest::newRow(text) << true;
        for (const char *text :
             {"On how many days did you think of killing yourself?",
              "Since your last visit, how many times have you thought of killing yourself?",
              "In the time since your last visit, have you had thoughts of suicide?",
              "Since the last time we met, on how many days did you think of suicide?", "¿Cuántas veces se hace daño?",
              "Desde su última visita, ¿cuántas veces pensó en matarse?",
              "Desde hace dos semanas, ¿cuántas veces pensó en matarse?",
              "On how many days since your last visit did you think of killing yourself?",
              "On how many days since we last met did you think of killing yourself?",
              "How many times did you last month think of suicide?", "On how many days did you not want to live?",
              "How many days have you not wanted to live?", "For how many days have you had no reason to live?",
              "How many days have you felt you could not go on without hurting yourself?",
              "On how many days did you go without food because you wanted to die?",
              "On how many days were you without hope and wished to be dead?", "¿Cuántos días lleva sin ganas de vivir?",
              "¿Cuántos días desde su última visita pensó en matarse?"})
            QTest::newRow(text) << false;
    }
    void howLongAgoIsNotHowOften()
    {
        QFETCH(bool, isAgo);
        const SafetyAnswer meant = isAgo ? SafetyAnswer::Positive : SafetyAnswer::None;
        const QString words = qs(QTest::currentDataTag());
        const QList<Option> options{madeOption("0 days", 0), madeOption("0", 0),    madeOption("0 times"),
                                    madeOption("0 días"),    madeOption("0 veces"), madeOption("3 days", 3)};
        FormItem asks = madeItem("x", ItemType::Choice, options);
        asks.text = words;
        QVERIFY(isSafetyItem(asks));
        const auto said = [&](const QVariant &value) { return safetyOf(asks, value); };
        for (const Option &option : options.first(5))
            QCOMPARE(said(option.code), meant);
        QCOMPARE(said(qs("3 days")), SafetyAnswer::Positive);
        QCOMPARE(said(ownWords(qs("0 days"))), meant);
        QCOMPARE(said(0.0), meant);
        QCOMPARE(said(quantity(0, qs("d"))), meant);
        asks.options << madeOption("never", 9);
        QCOMPARE(said(qs("never")), SafetyAnswer::None);
        QCOMPARE(said(qs("0 days")), meant);
        asks.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("safety")}};
        QCOMPARE(said(qs("0 days")), meant);
        // By what stands over it.
        FormItem below = madeItem("y", ItemType::Choice, options);
        below.text = qs("Thoughts of killing yourself");
        FormItem group = madeGroup("g", {below});
        group.text = words;
        FormItem over = text("");
        over.text = words;
        for (const Form &form : {madeForm({group}), madeForm({over, text("Think back."), below})}) {
            QCOMPARE(safetyOf(form, {{qs("y"), qs("0 days")}}), meant);
            const FormState state(form); // listened to once
            QCOMPARE(safetyOf(state.form(), {{qs("y"), qs("0 days")}}), meant);
            QCOMPARE(safetyOf(*state.find(qs("y"))->item, qs("0 days")), meant);
        }
        const Form form = madeForm({over, question("z"), text("In the past month:"), below});
        QCOMPARE(safetyOf(form, {{qs("y"), qs("0 days")}}), SafetyAnswer::None);
    }

    /// The fewer days ago the graver, as a number, with its unit, and by the weights of options.
    void whatIsLessLongAgoIsGraver()
    {
        FormItem item = madeItem("x", ItemType::Integer);
        item.text = qs("How many days ago did you last hurt yourself?");
        const auto gravity = [&item](const QVariant &value) {
            return gravityOf(madeForm({item}), {{qs("x"), value}}).value(qs("x"), qQNaN());
        };
        QVERIFY(gravity(0.0) > gravity(30.0));
        QVERIFY(gravity(1.0) > gravity(30.0));
        QVERIFY(gravity(quantity(0, qs("d"))) > gravity(quantity(30, qs("d"))));
        item.type = ItemType::Choice;
        item.control = Control::Choice;
        item.options = {madeOption("0 days", 0), madeOption("3 days", 3), madeOption("30 days", 30)};
        QVERIFY(gravity(qs("0 days")) > gravity(qs("3 days")));
        QVERIFY(gravity(qs("3 days")) > gravity(qs("30 days")));
        item.options << madeOption("never", 90);
        QVERIFY(gravity(qs("0 days")) > gravity(qs("30 days")));
        item.options.removeLast();
        item.text = qs("On how many days did you hurt yourself?");
        QVERIFY(gravity(qs("30 days")) > gravity(qs("3 days")));
        // Weights that are no days, and go up with what is graver.
        item.text = qs("How long ago did you try to kill yourself?");
        item.options = {madeOption("Over a year ago", 0), madeOption("3 months to a year", 1),
                        madeOption("In the last 3 months", 2)};
        QVERIFY(gravity(qs("In the last 3 months")) > gravity(qs("Over a year ago")));
    }

    /// How long without drink or drugs is nothing of danger, and hands nothing on to what is asked below it.
    void howLongWithoutDrinkIsNotSinceWhen()
    {
        for (const char *heading : {"How many days have you gone without drinking or using?", "Time without alcohol or drugs",
                                    "Días sin consumir", "How long have you been free of drugs?"}) {
            FormItem below = madeItem("y", ItemType::Integer);
            below.text = qs("On how many days this week did you think about suicide?");
            FormItem group = madeGroup("g", {below});
            group.text = qs(heading);
            QVERIFY2(safetyOf(madeForm({group}), {{qs("y"), 0.0}}) == SafetyAnswer::None, heading);
        }
    }

    /// As the app shows it: a text that leads on stands over all that is asked after it.
    void aTextHeadsWhatIsAskedAfterIt_data()
    {
        QTest::addColumn<QList<FormItem>>("items");
        QTest::addColumn<QStringList>("heard");
        const auto row = [](const char *name, const QList<FormItem> &items, const QStringList &heard) {
            QTest::newRow(name) << items << heard;
        };
        const FormItem asks = text("Have you had thoughts of killing yourself?");
        const FormItem name = text("Suicidal thoughts");
        const FormItem note = text("Think of the past month.");
        const FormItem other = text("How did you sleep?");
        const FormItem a = question("a");
        const FormItem b = question("b");
        const FormItem group = madeGroup("g", {question("c")});
        const auto maybe = [](FormItem item) { return asked(item, {whenYes("z")}); };
        FormItem hidden = other;
        hidden.isHidden = true;
        row("a note before the question", {asks, note, a}, {qs("a")});
        row("two questions", {asks, a, b}, {qs("a"), qs("b")});
        row("a note between them", {asks, a, note, b}, {qs("a")});
        row("the next that leads on", {asks, a, other, b}, {qs("a")});
        row("one that leads on with a colon", {asks, a, text("In the past month: "), b}, {qs("a")});
        row("one that leads on to the same question", {asks, text("In the past month:"), a, b}, {qs("a"), qs("b")});
        row("after a question that may not show", {asks, maybe(a), other, b}, {qs("a"), qs("b")});
        row("one that may not show", {asks, a, maybe(other), b}, {qs("a"), qs("b")});
        row("one that does not show", {asks, a, hidden, b}, {qs("a"), qs("b")});
        row("another that asks so", {other, a, asks, b}, {qs("b")});
        row("a group right after it", {asks, note, group, a}, {qs("c"), qs("a")});
        row("a group later on", {asks, a, group, b}, {qs("a"), qs("b")});
        row("in a group", {madeGroup("g", {asks, a, b}), question("c")}, {qs("a"), qs("b")});
        row("a name", {name, note, a, b}, {qs("a"), qs("b")});
        row("a name, and the next name", {name, a, text("Sleep"), b}, {qs("a")});
        row("a name, and the next group", {name, a, group, b}, {qs("a")});
    }
    void aTextHeadsWhatIsAskedAfterIt()
    {
        QFETCH(QList<FormItem>, items);
        QFETCH(QStringList, heard);
        const Form form = madeForm(items);
        QCOMPARE(safetyItems(form), heard);
        QCOMPARE(safetyItems(FormState(form).form()), heard); // listened to once
    }

    /// A notice asks to speak to whoever reads it, and goes on.
    void aKindNoticeHeadsNothing()
    {
        FormItem slept = madeItem("slept", ItemType::Choice, {madeOption("Good"), madeOption("Bad")});
        slept.text = qs("How did you sleep?");
        for (const char *notice : {"Thinking about suicide? You are not alone.",
                                   "Suicidal? You matter.",
                                   "Thinking about suicide? Talk to me.",
                                   "Have you thought of suicide? We ask everybody",
                                   "¿Piensas en el suicidio? No estás solo.",
                                   "¿Ha pensado en el suicidio? Preguntamos a todos.",
                                   "Are you thinking of suicide? Our team is there for you (and your family).",
                                   "Thinking about suicide? Call or text 988.",
                                   "¿Piensa en el suicidio? Llame al 988.",
                                   "Have you had thoughts of killing yourself? If yes, please call us today.",
                                   "Have you had thoughts of killing yourself? Ask for help if you need it to answer.",
                                   "Have you wished to be dead? If you need help, tell your clinician.",
                                   "Having thoughts of suicide? Text HOME to 741741.",
                                   "Having thoughts of suicide? Reach out to your counselor.",
                                   "Having thoughts of suicide? You can talk to us.",
                                   "Having thoughts of suicide? If so, please talk to us.",
                                   "Having thoughts of suicide? Check in with your counselor.",
                                   "Having thoughts of suicide? Suicide is never the answer.",
                                   "¿Piensas en suicidarte? Acude a urgencias.",
                                   "¿Piensas en suicidarte? Marca el 024.",
                                   "¿Piensas en suicidarte? Si es así, habla con nosotros.",
                                   "Having thoughts of suicide? You’re important to us.",
                                   "Having thoughts of suicide? You are going to be okay.",
                                   "Having thoughts of suicide? (You are not alone.)",
                                   "Having thoughts of suicide? We care about you.",
                                   "Having thoughts of suicide? Many people feel this way.",
                                   "Having thoughts of suicide? Things can get better.",
                                   "Having thoughts of suicide? Go to the nearest hospital.",
                                   "Having thoughts of suicide? Tell someone you trust.",
                                   "Having thoughts of suicide? Contact your counselor.",
                                   "Have you thought of suicide? We ask everyone this question.",
                                   "Thinking of suicide? This form is not read right away.",
                                   "Thinking of suicide? Nobody reads these answers right away.",
                                   "Thinking of suicide? Let us know.",
                                   "Thinking of suicide? Tell us right away.",
                                   "Thinking of suicide? Don’t wait.",
                                   "Thinking of suicide? Your team is here for you.",
                                   "Thinking of suicide? Come in today.",
                                   "Thinking of suicide? Stop here and talk to your counselor now.",
                                   "¿Piensa en suicidarse? Díganos.",
                                   "¿Piensa en suicidarse? Avise a su equipo.",
                                   "¿Piensa en suicidarse? No espere.",
                                   "¿Piensas en suicidarte? Puedes hablar con nosotros.",
                                   "¿Piensas en suicidarte? Busca a alguien de confianza.",
                                   "¿Piensas en suicidarte? Ve al hospital."}) {
            const Form form = madeForm({text(notice), slept});
            QVERIFY2(!asksOfDanger(qs(notice), false), notice);
            FormItem group = madeGroup("g", {slept}); // holds questions: it is no notice
            group.text = qs(notice);
            QCOMPARE(safetyItems(madeForm({group})), QStringList{qs("slept")});
            QCOMPARE(safetyItems(form), QStringList());
            QCOMPARE(safetyOf(form, {{qs("slept"), qs("Good")}}), SafetyAnswer::None);
        }
        // What is asked is something else, in a group, too.
        for (const char *notice :
             {"Ready? This form asks about your mood, your sleep and thoughts of suicide.",
              "Why do we ask? Some questions are about suicide.", "What helps when you think of suicide? Check all that apply."})
            QVERIFY2(!asksOfDanger(qs(notice), false) && !asksOfDanger(qs(notice), true), notice);
        QVERIFY(asksOfDanger(qs("Have you had any of these? Thoughts of suicide, plans or self-harm"),
                             true)); // it asks of what follows
        for (const char *asks : {"Have you thought of suicide?",
                                 "(Have you thought of suicide?)",
                                 "“Have you thought of suicide?”",
                                 "Have you thought of suicide? (past month)",
                                 "Have you thought of suicide? [yes/no]",
                                 "Have I thought of suicide?",
                                 "Have you wished you were dead? Have you thought of killing yourself?",
                                 "¿Ha pensado en el suicidio? ",
                                 "Have you thought of suicide?\nIn the past month:",
                                 "Suicidal?",
                                 "Suicidal? (today)",
                                 "Have you had thoughts of killing yourself? Check all that apply.",
                                 "Have you thought of suicide? Answer for the past month.",
                                 "Have you done anything to end your life? Examples: collected pills, obtained a gun.",
                                 "Have you thought of suicide? If not, you are done.",
                                 "Have you thought of suicide? We ask about the past month.",
                                 "¿Ha pensado en el suicidio? Marque todo lo que corresponda.",
                                 "Have you thought of suicide? Please choose one answer.",
                                 "Have you thought of suicide? (past month) Mark one.",
                                 "Have you thought of suicide? You may pick more than one.",
                                 "Have you thought of suicide? During the past month.",
                                 "Have you thought of suicide? Yes / No",
                                 "Have you thought of suicide? 0 = never, 3 = always",
                                 "Have you thought of suicide? If yes, tell us more.",
                                 "Have you thought of suicide? There are no wrong answers.",
                                 "Have you thought of suicide? You are not alone. Please answer honestly.",
                                 "Have you wished to be dead? Self-harm?",
                                 "¿Ha pensado en el suicidio? Elija una opción.",
                                 "¿Ha pensado en el suicidio? Por favor, responda por el último mes.",
                                 "¿Ha pensado en el suicidio? En las últimas dos semanas.",
                                 "¿Ha pensado en el suicidio? Si no, ya terminó.",
                                 "¿Ha pensado en el suicidio? Puede elegir más de una.",
                                 "Have you thought about killing yourself? Tap one.",
                                 "Have you thought of suicide? Tap the answer that fits best.",
                                 "Have you thought of suicide? Use a number from 0 to 10.",
                                 "Have you thought of suicide? Think about today.",
                                 "Have you thought of suicide? If you have, how often?",
                                 "Have you thought of suicide? Be as honest as you can.",
                                 "Have you thought of suicide? It is okay to skip this question.",
                                 "Have you thought of suicide? All answers are private.",
                                 "Have you thought of suicide? Say yes or no.",
                                 "Have you thought of suicide? This is hard.",
                                 "Have you thought of suicide? Only today counts.",
                                 "Have you thought of suicide? You are not alone. Tap one.",
                                 "Have you thought of suicide? You are free to skip this question.",
                                 "Have you thought of suicide? Our team reads all answers.",
                                 "Have you thought of suicide? We can see what you write.",
                                 "Have you thought of suicide? You can talk to us about your answers.",
                                 "Have you thought of suicide? Go to the next page.",
                                 "¿Ha pensado en el suicidio? Use los últimos 14 días.",
                                 "¿Ha pensado en el suicidio? Toque una respuesta.",
                                 "¿Ha pensado en el suicidio? No está solo. Toque una respuesta.",
                                 "¿Ha pensado en el suicidio? Puede omitir esta pregunta.",
                                 "¿Ha pensado en el suicidio? Vaya a la siguiente pregunta."})
            QVERIFY2(asksOfDanger(qs(asks), false) && asksOfDanger(qs(asks), true), asks);
    }

    /// Of a group it goes for all in it but what is marked itself.
    void whatIsNotSafetyIsNoneInsideEither()
    {
        const QString system = qs("https://handrail.example/fhir/CodeSystem/question");
        FormItem own = question("own");
        own.text = qs("Did somebody you love die by suicide?");
        FormItem answers = madeItem("answers", ItemType::Choice, {madeOption("c1")});
        answers.options[0].text = qs("Thoughts of suicide");
        FormItem marked = question("marked");
        marked.codes = {{system, qs("safety")}};
        FormItem inner = madeGroup("inner", {question("below"), marked});
        inner.text = qs("Thoughts of suicide");
        FormItem group = madeGroup("g", {own, answers, inner, text("Suicidal thoughts"), question("after")});
        const auto heard = [&] {
            const Form form = madeForm({group});
            const QStringList found = safetyItems(form);
            return safetyItems(FormState(form).form()) == found ? found : QStringList();
        };
        QCOMPARE(heard(), QStringList({qs("own"), qs("answers"), qs("below"), qs("marked"), qs("after")}));
        group.codes = {{system, qs("not-safety")}};
        QCOMPARE(heard(), QStringList{qs("marked")});
        group.children[2].codes = marked.codes;
        QCOMPARE(heard(), QStringList({qs("below"), qs("marked")}));
        // A question that is none says it of itself alone.
        own.codes = group.codes;
        own.children = {question("you")};
        own.children[0].text = qs("Have you thought of killing yourself?");
        group = madeGroup("g", {own});
        QCOMPARE(heard(), QStringList{qs("you")});
    }
};

QTEST_GUILESS_MAIN(SafetyWordsTest)
#include "tst_safetywords.moc"
