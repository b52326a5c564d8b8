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
    /// A no beside a sentence that says so is none of it, whatever parts the two, or nothing.
    void whatDeniesDanger_data()
    {
        QTest::addColumn<bool>("denies");
        for (const char *text : {"I have no plans\nI want to die",
                                 "No\nI wish I was dead",
                                 "No\u2028I want to die",
                                 "No\r\nwant to die",
                                 "I don't want to kill myself and I wish I was dead",
                                 "I am not suicidal and I want to be dead",
                                 "No thoughts of suicide and I want to die",
                                 "I have no plans I want to die",
                                 "No I want to die",
                                 "Without you I want to die",
                                 "Not suicidal some days",
                                 "I don't think about suicide some days",
                                 "I am not suicidal two days a week",
                                 "No suicidal thoughts some weeks",
                                 "No want to die",
                                 "No have thoughts of suicide",
                                 "No am suicidal",
                                 "no im suicidal",
                                 "No I'm suicidal",
                                 "No I’m suicidal",
                                 "NO I WANT TO DIE",
                                 "No \U0001F622 want to die",
                                 "no, I want to die",
                                 "No plans want to die",
                                 "I have no plans to want I wish I was dead",
                                 "No tengo planes quiero morir",
                                 "Nada quiero morir",
                                 "Sin ti quiero morir",
                                 "Sin nada quiero morir",
                                 "No\nquiero morir",
                                 "No tengo planes y quiero morir",
                                 "No estoy bien quiero morir",
                                 "Nunca. Quiero morir",
                                 "No mejor muerto",
                                 "No better off dead",
                                 "I wish I had no thoughts of suicide",
                                 "I want to not want to die",
                                 "No pienso en suicidarme o quiero morir",
                                 "No thoughts of suicide or I want to die",
                                 "I never have no thoughts of suicide",
                                 "Nunca no pienso en morir",
                                 "No thoughts of suicide yo quiero morir",
                                 "No plan thoughts of suicide",
                                 "No planes pensamientos de muerte",
                                 "No thoughts of suicide e quiero morir",
                                 "No nada pienso en morir",
                                 "No tengo plan pienso en la muerte",
                                 "No yo quiero morir",
                                 "No, quiero morir",
                                 "no; wish I was dead",
                                 "No wish I was dead",
                                 "No thinking about dying",
                                 "Not sure I want to die",
                                 "I do not have a plan but I want to die",
                                 "Not at all want to die",
                                 "No thoughts of suicide/I want to die",
                                 "No thoughts of suicide / want to die",
                                 "I don't want to live and want to die",
                                 "No. I want to die.",
                                 "none want to die",
                                 "I have no one I want to die",
                                 "Nunca ninguna quiero morir",
                                 "No he I want to die",
                                 "No thoughts of suicide or want to die",
                                 "No ganas de vivir ganas de morir",
                                 "No tengo ganas ganas de morir",
                                 "I don't feel I want to die",
                                 "I feel no thoughts I want to die",
                                 "No tengo nada quiero matarme",
                                 "No tengo planes quiero matarme",
                                 "No planes quitarme la vida",
                                 "No tengo a nadie quiero morir",
                                 "No quiero vivir quiero morir",
                                 "No tuve planes deseo morir",
                                 "I was not I was dead",
                                 "No I was dead",
                                 "Never I wish I was dead",
                                 "I have never I want to die",
                                 "No ya quiero morir",
                                 "no kill myself?",
                                 "Tampoco, quiero morir",
                                 "Not suicidal, want to die"})
            QTest::newRow(text) << false;
        for (const char *text : {"I have never wished I was dead",
                                 "I did not want to kill myself",
                                 "Never thought about suicide",
                                 "No wish to die",
                                 "I have no wish to be dead",
                                 "No quiero morir",
                                 "No quiero matarme",
                                 "Nunca he deseado morir",
                                 "No he deseado estar muerto",
                                 "I dont want to die",
                                 "I don`t want to die",
                                 "I donʼt want to die",
                                 "I DO NOT WANT TO DIE",
                                 "No thoughts of suicide and no plans to end my life",
                                 "Without thoughts of suicide",
                                 "I deny thoughts of suicide",
                                 "No tengo pensamientos de suicidio ni ganas de morir",
                                 "I'm not thinking about dying",
                                 "I'm not thinking of suicide",
                                 "Not suicidal",
                                 "Not at all suicidal",
                                 "Ninguna idea de suicidio",
                                 "No tengo ideas de muerte",
                                 "No he pensado en la muerte",
                                 "No pienso en morir",
                                 "No active thoughts of killing myself",
                                 "No thoughts of wanting to die",
                                 "I am not better off dead",
                                 "I don't think about killing myself or hurting myself",
                                 "No thoughts of self-harm/suicide"})
            QTest::newRow(text) << true;
    }
    void whatDeniesDanger()
    {
        QFETCH(bool, denies);
        const QString text = qs(QTest::currentDataTag());
        QCOMPARE(deniesDanger(text), denies);
        QCOMPARE(deniesDanger(text.toUpper()), denies);
        QCOMPARE(deniesDanger(text.normalized(QString::NormalizationForm_D)), denies);
        QCOMPARE(deniesDanger(u' ' + text + u'\n'), denies);
    }

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
    void howSomebodyLivesIsNotWhether()
    {
        for (const char *text :
             {"I don’t want to live alone", "I do not want to live in a group home", "I don’t want to live with my parents anymore",
              "I do not want to live with a new partner", "I don’t want to live in an old house", "I don’t want to wake up early",
              "I can’t go on vacation", "I don’t want to go on this trip", "Reasons to live", "I want to live",
              "No quiero vivir sola", "No quiero vivir en una casa con otros", "No quiero despertar temprano"})
            QVERIFY2(!soundsOfDanger(qs(text)), text);
    }

    void whatIsDoneToOneselfIsHeard_data()
    {
        QTest::addColumn<bool>("isHeard");
        for (const char *text : {"In the past week, have you harmed yourself on purpose?",
                                 "Have you thought that you do not want to live?",
                                 "Have you hoped that you would not wake up?",
                                 "Have you wished you could fall asleep and never wake up?",
                                 "Do you engage in self-injury, such as cutting?",
                                 "Have you cut or burned yourself?",
                                 "Did you cut yourself in the arm?",
                                 "Have you ever hurt yourself out of anger or shame?",
                                 "Have you cut yourself out of anger?",
                                 "Have you thought of killing yourself out of despair?",
                                 "I want to harm myself off and on",
                                 "I cut myself off and on",
                                 "I don’t want to live with my pain anymore",
                                 "I do not want to live at all",
                                 "I dont want to live in a world like this",
                                 "I do not want to live with my family’s shame",
                                 "No quiero vivir en un mundo así",
                                 "Quiero cortarme el cuello",
                                 "Have you hurt yourself by accident or on purpose?",
                                 "Do you think of killing yourself at work?",
                                 "¿Se ha lastimado sin querer o a propósito?",
                                 "¿Se ha lastimado sin querer morir?",
                                 "Have you ended or tried to have taken your own life?",
                                 "Kill yourself—or someone else?",
                                 "Do you wonder whether life is worth living?",
                                 "Selfharm",
                                 "Any self harm?",
                                 "Any self\u2010harm?",
                                 "Any self\u2011harm?",
                                 "Any self\u2013injury?",
                                 "Any self\u2015harm?",
                                 "Any self\u2212harm?",
                                 "¿Ha pensado en autolesionarse?",
                                 "¿Se ha hecho daño a propósito?",
                                 "¿Te has hecho algún daño?",
                                 "¿Ha sentido que no quiere vivir?",
                                 "¿Se ha lastimado?",
                                 "¿Te cortaste?",
                                 "Me he cortado",
                                 "¿Se hirió a propósito?",
                                 "¿Ha deseado poder dormirse y no despertar?"})
            QTest::newRow(text) << true;
        for (const char *text : {"Did you cut yourself off from friends?",
                                 "Did you cut yourself out of the family?",
                                 "Do you cut yourself some slack?",
                                 "Do you burn yourself out?",
                                 "Have you injured yourself in a fall?",
                                 "Did you burn yourself cooking?",
                                 "Did you hurt yourself by accident?",
                                 "¿Se hizo daño en una caída?",
                                 "¿Se lastimó en el trabajo?",
                                 "¿Te has lastimado sin querer?",
                                 "¿Se lastimó el cuello?",
                                 "¿Se ha lastimado el cuello?",
                                 "Did you hurt your back?",
                                 "Do you want to live with your family?",
                                 "Do you not want to live with your family?",
                                 "Did they hurt your self-esteem?",
                                 "Do you feel tired of living alone?",
                                 "Are you done with life skills group?",
                                 "I hope I do not wake up early",
                                 "Is your life worth living well?",
                                 "¿Se ha cortado el pelo?",
                                 "¿Se lastimó la espalda?",
                                 "¿Alguien te ha lastimado?",
                                 "¿Ha terminado con todo el curso?"})
            QTest::newRow(text) << false;
    }
    void whatIsDoneToOneselfIsHeard()
    {
        QFETCH(bool, isHeard);
        const QString text = qs(QTest::currentDataTag());
        QCOMPARE(soundsOfDanger(text), isHeard);
        QCOMPARE(soundsOfDanger(text.toUpper()), isHeard);
    }

    /// Of the past, too; and a bare no before what was done is none of it.
    void whatWasNotDoneToOneselfIsDenied()
    {
        for (const char *text :
             {"I have never cut myself", "No self\u2011injury", "I have not harmed myself on purpose", "No cutting myself",
              "I am not tired of living", "No me he lastimado", "Nunca me he hecho daño", "No me quiero matar"})
            QVERIFY2(soundsOfDanger(qs(text)) && deniesDanger(qs(text)), text);
        for (const char *text : {"No cut myself", "No hurt myself", "No, cut myself", "No tired of living", "No sleep forever",
                                 "No I dont want to be here", "No dont want to be here", "No, nobody would miss me", "No, me corto",
                                 "No cansada de vivir"})
            QVERIFY2(admitsDanger(qs(text)), text);
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
        for (const char *notice : {"Thinking about suicide? You are not alone.", "Suicidal? You matter.",
                                   "Thinking about suicide? Talk to me.", "Have you thought of suicide? We ask everybody",
                                   "¿Piensas en el suicidio? No estás solo.", "¿Ha pensado en el suicidio? Preguntamos a todos.",
                                   "Are you thinking of suicide? Our team is there for you (and your family)."}) {
            const Form form = madeForm({text(notice), slept});
            QVERIFY2(!asksOfDanger(qs(notice), false), notice);
            FormItem group = madeGroup("g", {slept}); // holds questions: it is no notice
            group.text = qs(notice);
            QCOMPARE(safetyItems(madeForm({group})), QStringList{qs("slept")});
            QCOMPARE(safetyItems(form), QStringList());
            QCOMPARE(safetyOf(form, {{qs("slept"), qs("Good")}}), SafetyAnswer::None);
        }
        for (const char *asks :
             {"Have you thought of suicide?", "(Have you thought of suicide?)", "“Have you thought of suicide?”",
              "Have you thought of suicide? (past month)", "Have you thought of suicide? [yes/no]", "Have I thought of suicide?",
              "Have you wished you were dead? Have you thought of killing yourself?", "¿Ha pensado en el suicidio? ",
              "Have you thought of suicide?\nIn the past month:", "Suicidal?", "Suicidal? (today)",
              "Have you had thoughts of killing yourself? Check all that apply.",
              "Have you thought of suicide? Answer for the past month.",
              "Have you done anything to end your life? Examples: collected pills, obtained a gun.",
              "Have you thought of suicide? If not, you are done.", "Have you thought of suicide? We ask about the past month.",
              "¿Ha pensado en el suicidio? Marque todo lo que corresponda."})
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
