// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/Safety.h"

#include <QTest>

using namespace handrail;

namespace {

FormItem coded(const char *code, ItemType type, const QList<Option> &options = {})
{
    FormItem item = madeItem("x", type, options);
    item.codes = {{qs("http://loinc.org"), qs(code)}};
    return item;
}

const QList<Option> often = {madeOption("LA6568-5", 0), madeOption("LA6569-3", 1), madeOption("LA6570-1", 2),
                             madeOption("LA6571-9", 3)};
const QList<Option> unweighted = {madeOption("LA6568-5"), madeOption("LA6569-3")};
const QList<Option> own = {madeOption("no"), madeOption("yes"), madeOption("not-sure"), madeOption("rather-not-say")};

} // namespace

class FormSafetyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whichever way a form weighs them: what says more is graver.
    void whatSaysMoreIsGraver()
    {
        const auto gravityOfCode = [](const QList<Option> &options, const char *code) {
            Form form;
            form.items = {coded("44260-8", ItemType::Choice, options)};
            const QString linkId = form.items.first().linkId;
            return gravityOf(form, {{linkId, qs(code)}}).value(linkId);
        };
        const auto option = [](const char *code, const char *text, double weight) {
            Option made = madeOption(code, 0);
            made.text = qs(text);
            made.weight = weight;
            return made;
        };
        const QList<Option> yesWeighsNothing{option("c1", "Yes", 0), option("c2", "Not sure", 1), option("c3", "No", 2)};
        QCOMPARE_GT(gravityOfCode(yesWeighsNothing, "c1"), gravityOfCode(yesWeighsNothing, "c2"));
        const QList<Option> upsideDown{option("c1", "Every day", 0), option("c2", "Some days", 1), option("c3", "Never", 3)};
        QCOMPARE_GT(gravityOfCode(upsideDown, "c1"), gravityOfCode(upsideDown, "c2"));
        QCOMPARE_GT(gravityOfCode(often, "LA6571-9"), gravityOfCode(often, "LA6570-1"));
    }

    void answers_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QVariant>("answer");
        QTest::addColumn<int>("safety");
        m_items.clear();
        const auto row = [this](const char *name, const FormItem &item, const QVariant &answer, SafetyAnswer safety) {
            m_items << item;
            QTest::newRow(name) << int(m_items.size() - 1) << answer << int(safety);
        };
        const FormItem nine = coded("44260-8", ItemType::Choice, often);
        row("item 9, not at all", nine, qs("LA6568-5"), SafetyAnswer::None);
        row("item 9, several days", nine, qs("LA6569-3"), SafetyAnswer::Positive);
        row("item 9, nearly every day", nine, qs("LA6571-9"), SafetyAnswer::Positive);
        row("item 9, unanswered", nine, {}, SafetyAnswer::None);
        row("item 9 without weights, not at all", coded("44260-8", ItemType::Choice, unweighted), qs("LA6568-5"),
            SafetyAnswer::None);
        row("item 9 without weights, several days", coded("44260-8", ItemType::Choice, unweighted), qs("LA6569-3"),
            SafetyAnswer::Positive);
        row("item 9, an answer nobody knows", nine, qs("sometimes"), SafetyAnswer::Positive);
        row("item 9 as a number, 0", coded("44260-8", ItemType::Integer), 0.0, SafetyAnswer::None);
        row("item 9 as a number, 1", coded("44260-8", ItemType::Integer), 1.0, SafetyAnswer::Positive);
        row("item 8", coded("44253-3", ItemType::Choice, often), qs("LA6571-9"), SafetyAnswer::None);
        FormItem named = madeItem("/44249-1/44260-8", ItemType::Choice, often);
        row("item 9 by its linkId", named, qs("LA6570-1"), SafetyAnswer::Positive);
        row(
            "another system's code",
            [] {
                FormItem item = coded("44260-8", ItemType::Choice, often);
                item.codes[0].system = qs("http://x.example");
                return item;
            }(),
            qs("LA6570-1"), SafetyAnswer::None);
        for (const char *code : {"93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9"}) {
            row(code, coded(code, ItemType::Boolean), qs("true"), SafetyAnswer::Positive);
            row(qPrintable(qs(code) + qs(" no")), coded(code, ItemType::Boolean), qs("false"), SafetyAnswer::None);
        }
        const FormItem safety = madeItem("safety", ItemType::Choice, own);
        row("own, no", safety, qs("no"), SafetyAnswer::None);
        row("own, yes", safety, qs("yes"), SafetyAnswer::Positive);
        row("own, not sure", safety, qs("not-sure"), SafetyAnswer::Positive);
        row("own, rather not", safety, qs("rather-not-say"), SafetyAnswer::Unsaid);
        // A clinic's own words, without weights.
        FormItem asked = madeItem("x", ItemType::Choice, {});
        asked.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("safety")}};
        const auto offered = [&asked](const char *text) {
            Option option = madeOption("c1");
            option.text = qs(text);
            asked.options = {option};
            return asked;
        };
        for (const char *no : {"No", "no.", "Never", "NONE", "Not at all", "not-at-all", "Nunca", "Ninguna", "Para nada",
                               "En absoluto", "Ningún día"})
            row(no, offered(no), qs("c1"), SafetyAnswer::None);
        for (const char *no : {"No thoughts", "None at all", "No, not at all.", "Jamás", "Ninguna vez", "NO, JAMÁS", "No, never"})
            row(no, offered(no), qs("c1"), SafetyAnswer::None);
        for (const char *yes : {"Sí", "Not in the past month", "Not today", "No, but last year", "Hardly ever", "Casi nunca",
                                "Once", "Never mind", "No thoughts today", "Not once a day"})
            row(yes, offered(yes), qs("c1"), SafetyAnswer::Positive);
        row("never, as LOINC says it", asked, qs("LA6270-8"), SafetyAnswer::None);
        FormItem boolean = madeItem("x", ItemType::Boolean, {});
        boolean.codes = asked.codes;
        row("marked, yes", boolean, qs("true"), SafetyAnswer::Positive);
        row("marked, no", boolean, qs("false"), SafetyAnswer::None);
        FormItem several = coded("44260-8", ItemType::Choice, often);
        several.control = Control::Chips;
        several.repeats = true;
        row("several, one of them", several, QStringList{qs("LA6568-5"), qs("LA6569-3")}, SafetyAnswer::Positive);
        row("several, none", several, QStringList{qs("LA6568-5")}, SafetyAnswer::None);
        wordsAndWeights(asked, row);
        for (const char *words : {"None of these", "None of the above.", "Ninguna de estas", "ninguno de los anteriores"}) {
            FormItem chips = offered(words);
            chips.control = Control::Chips;
            chips.repeats = true;
            chips.options << madeOption("c2");
            row(words, chips, QStringList{qs("c1")}, SafetyAnswer::None);
            row(qPrintable(qs(words) + qs(" beside another")), chips, QStringList{qs("c1"), qs("c2")}, SafetyAnswer::Positive);
        }
        FormItem open = offered("Yes");
        open.type = ItemType::OpenChoice;
        open.control = Control::OpenChoice;
        row("own words, no", open, ownWords(qs("No")), SafetyAnswer::None);
        row("own words, never", open, ownWords(qs("nunca.")), SafetyAnswer::None);
        row("own words, more than a no", open, ownWords(qs("No, only at night")), SafetyAnswer::Positive);
        row("own words", open, ownWords(qs("A bit")), SafetyAnswer::Positive);
        for (const char *words : {"I have no plans\nI want to die", "No\nI wish I was dead", "No I want to die",
                                  "NO \U0001F622 want to die", "I have no plans I want to die", "Without you I want to die",
                                  "I am not suicidal and I want to be dead", "I don't want to kill myself and I wish I was dead",
                                  "No quiero morir", "No tengo planes quiero morir", "I have no thoughts of suicide"}) {
            row(words, open, ownWords(qs(words)), SafetyAnswer::Positive);
            row(qPrintable(qs("in a line: ") + qs(words)), boolean, qs(words), SafetyAnswer::Positive);
        }
        open.repeats = true;
        row("own words, several", open, QStringList{ownWords(qs("No")), ownWords(qs("sometimes"))}, SafetyAnswer::Positive);
    }
    void answers()
    {
        QFETCH(int, which);
        QFETCH(QVariant, answer);
        QFETCH(int, safety);
        QCOMPARE(int(safetyOf(m_items.at(which), answer)), safety);
    }

    /// Ahead goes the safety answer, with what it hangs on, and nothing else.
    void aheadGoesTheSafetyAnswerAlone()
    {
        Form form;
        form.items = {madeItem("mood", ItemType::Choice, own),
                      madeItem("low", ItemType::Boolean),
                      asked(madeItem("days", ItemType::Integer), {whenYes("low")}),
                      madeItem("use", ItemType::Boolean),
                      asked(madeGroup("more",
                                      {asked(madeItem("safety", ItemType::Choice, own), {whenYes("alone")}),
                                       madeItem("note", ItemType::Text)}),
                            {when("days", Operator::Greater, ItemType::Integer, 3.0)}),
                      madeItem("alone", ItemType::Boolean)};
        Answers answers{{qs("mood"), qs("no")}, {qs("low"), qs("true")},   {qs("days"), 4.0},        {qs("use"), qs("true")},
                        {qs("note"), qs("x")},  {qs("alone"), qs("true")}, {qs("safety"), qs("yes")}};
        QCOMPARE(safetyAnswers(form, answers).keys(), (QStringList{qs("alone"), qs("days"), qs("low"), qs("safety")}));
        form.items = {madeItem("mood", ItemType::Choice, own), madeItem("safety", ItemType::Choice, own)};
        QCOMPARE(safetyAnswers(form, answers), (Answers{{qs("safety"), qs("yes")}}));
        // Conditions in a circle end, too.
        form.items = {asked(madeItem("safety", ItemType::Choice, own), {whenYes("low")}),
                      asked(madeItem("low", ItemType::Boolean), {whenYes("safety")})};
        QCOMPARE(safetyAnswers(form, answers).size(), 2);
    }

    /// What was drunk or used is read in the same way.
    void useIsSaidInWordsToo()
    {
        FormItem use = madeItem("use", ItemType::OpenChoice, {madeOption("c1", 0), madeOption("c2", 1)});
        use.options[0].text = qs("Yes");
        use.options[1].text = qs("Not at all");
        const Form form = madeForm({use});
        QVERIFY(isUseSaid(form, {{qs("use"), qs("c1")}}));
        QVERIFY(!isUseSaid(form, {{qs("use"), qs("c2")}}));
        QVERIFY(!isUseSaid(form, {{qs("use"), ownWords(qs("No"))}}));
        QVERIFY(isUseSaid(form, {{qs("use"), ownWords(qs("A beer"))}}));
    }

    /// Scales that people fill in by themselves speak of oneself, and so do these in Spanish. HL7's PHQ-9 marks no item.
    void whatSoundsLikeSafety_data()
    {
        QTest::addColumn<bool>("sounds");
        for (const char *text : {"The thought of harming myself has occurred to me",
                                 "I have thoughts of ending my life",
                                 "I would like to kill myself",
                                 "I have wished I was dead or thought of killing myself",
                                 "Have you wished you were dead?",
                                 "Did you want to die?",
                                 "Do you have thoughts of hurting yourself?",
                                 "Have you thought of taking your own life?",
                                 "Any self-harm?",
                                 "Thoughts that you would be better off dead, or thoughts of hurting yourself in some way?",
                                 "He pensado en hacerme daño",
                                 "He pensado en quitarme la vida",
                                 "Quiero matarme",
                                 "¿Ha pensado en lastimarse?",
                                 "¿Ha deseado estar muerto?",
                                 "Pensé en acabar con mi vida",
                                 "Thoughts of death or dying",
                                 "Thinking about your own death",
                                 "Did you think that you could end your life?",
                                 "Plans to end\nyour\u00a0life",
                                 "¿Ha sentido querer morir?",
                                 "¿Es posible que quieras morir?",
                                 "¿Tiene ganas de morirse?",
                                 "¿Desearía morir?",
                                 "Pensamientos de muerte",
                                 "¿Piensa en morir?",
                                 "¿Ha pensado en la muerte?",
                                 "He pensado en hacerme dano",
                                 "He pensado en hacerme dan\u0303o, otra vez"})
            QTest::newRow(text) << true;
        for (const char *text : {"I blame myself",
                                 "My life is good",
                                 "Did you take your medicine?",
                                 "How did the day end?",
                                 "Did somebody hurt you?",
                                 "¿Cómo va mi vida?",
                                 "Who was dead tired?",
                                 "Did you have thoughts about the death of somebody close?",
                                 "Were you afraid of dying?",
                                 "When did your working life end?",
                                 "How does pain change your life?",
                                 "Do you want to dye your hair?",
                                 "Has a death in your family kept you up?",
                                 "Thoughts of drinking",
                                 "¿Le hace daño la luz?",
                                 "¿Quiere mejorar su vida?",
                                 "¿Ha muerto alguien cercano?",
                                 "¿Quieres vivir con tu familia?",
                                 "¿Qué piensa de su tratamiento?",
                                 "¿Piensa en la muerte de un ser querido?",
                                 "Sueño con mi vida de antes"})
            QTest::newRow(text) << false;
    }
    void whatSoundsLikeSafety()
    {
        QFETCH(bool, sounds);
        FormItem item = madeItem("x", ItemType::Choice, often);
        item.text = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(soundsLikeSafety(item), sounds);
        QCOMPARE(safetyOf(item, qs("LA6571-9")) == SafetyAnswer::Positive, sounds);
        QCOMPARE(safetyOf(item, qs("LA6568-5")), SafetyAnswer::None);
        QCOMPARE(safetyAnswers(madeForm({item}), {{qs("x"), qs("LA6571-9")}}).size(), sounds ? 1 : 0);
        // Also where another language shows.
        std::swap(item.text, item.asWritten);
        QCOMPARE(isSafetyItem(item), sounds);
        // The clinic says that it is none, and what says that it is one stays one.
        item.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("not-safety")}};
        QVERIFY(!isSafetyItem(item));
        item.codes << Code{qs("http://loinc.org"), qs("44260-8")};
        QVERIFY(isSafetyItem(item));
    }

    /// Each answer asks for each question of a form: its words are looked through when the form is taken up, and not again.
    void theWordsOfAFormAreListenedToOnce()
    {
        FormItem group = madeItem("g", ItemType::Group);
        group.children = {madeItem("x", ItemType::Choice, often), madeItem("y", ItemType::Choice, often)};
        group.children[0].text = qs("Thoughts of death");
        const FormState state(madeForm({group}));
        FormItem grave = *state.find(qs("x"))->item;
        FormItem other = *state.find(qs("y"))->item;
        QVERIFY(isSafetyItem(grave) && !isSafetyItem(other));
        QCOMPARE(safetyItems(state.form()), QStringList{qs("x")});
        std::swap(grave.text, other.text);
        QVERIFY(isSafetyItem(grave) && !isSafetyItem(other));
    }

    /// The question says nothing of it, and one of its answers does. What denies it counts nowhere.
    void anAnswerThatSaysSoCounts_data()
    {
        QTest::addColumn<bool>("isDanger");
        for (const char *text :
             {"Thoughts of suicide", "I would kill myself if I had the chance",
              "I have thoughts of killing myself, but I would not carry them out", "Suicidal thoughts, no plan",
              "No plan, thoughts of suicide", "I would not kill myself, but I think of it", "I do not know whether I want to die",
              "I can’t stop thinking about suicide", "I don’t think about suicide every day", "Never without thoughts of suicide",
              "I have no reason not to kill myself", "I have no thoughts of suicide, wish I was dead", "I no longer want to die",
              "Pensamientos de muerte", "He pensado en hacerme daño", "No sé si quiero morir", "No dejo de pensar en suicidarme"})
            QTest::newRow(text) << true;
        for (const char *text : {"I have no thoughts of suicide", "I don’t have any thoughts of killing myself.",
                                 "I don't want to die", "I have never thought of killing myself", "No suicidal thoughts",
                                 "I am not suicidal", "No, I have no thoughts of suicide", "No thoughts of suicide or self-harm",
                                 "I do not wish to be dead", "I have no thoughts of hurting myself or others",
                                 "I have had no thoughts of suicide in the past two weeks", "No plans to end my life",
                                 "No tengo pensamientos de suicidio", "No tengo ganas de morir", "Sin pensamientos de muerte",
                                 "No, nunca he pensado en suicidarme", "No pienso en quitarme la vida ni en hacerme daño"})
            QTest::newRow(text) << false;
    }
    void anAnswerThatSaysSoCounts()
    {
        QFETCH(bool, isDanger);
        FormItem item = madeItem("x", ItemType::Choice, {madeOption("c1"), madeOption("c2", 0), madeOption("c3")});
        item.text = qs("Which of these did you have? Pick as many as you like.");
        item.options[0].text = qs("Panic");
        item.options[1].text = QString::fromUtf8(QTest::currentDataTag());
        item.options[2].text = qs("None of these");
        item.control = Control::Chips;
        item.repeats = true;
        const auto said = [&item](const char *code) { return safetyOf(item, QStringList{qs(code)}); };
        const SafetyAnswer meant = isDanger ? SafetyAnswer::Positive : SafetyAnswer::None;
        QCOMPARE(said("c2"), meant);
        QCOMPARE(said("c1"), SafetyAnswer::None);
        QCOMPARE(said("c3"), SafetyAnswer::None);
        QCOMPARE(isSafetyItem(item), isDanger);
        QCOMPARE(safetyOf(item, QStringList{qs("c1"), qs("c2")}), meant);
        QCOMPARE(gravityOf(madeForm({item}), {{qs("x"), QStringList{qs("c2")}}}).size(), isDanger ? 1 : 0);
        std::swap(item.options[1].text, item.options[1].asWritten); // in another language
        QCOMPARE(said("c2"), meant);
        // Own words are never searched.
        item.type = ItemType::OpenChoice;
        item.control = Control::OpenChoice;
        QCOMPARE(safetyOf(item, QStringList{ownWords(item.options[1].asWritten)}), SafetyAnswer::None);
        item.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("not-safety")}};
        QCOMPARE(said("c2"), SafetyAnswer::None);
        QVERIFY(!isSafetyItem(item));
        // Of a question about safety all count but a no. An option that denies it is one; own words that do may be more.
        item.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("safety")}};
        QCOMPARE(said("c1"), SafetyAnswer::Positive);
        QCOMPARE(said("c2"), meant);
        QCOMPARE(safetyOf(item, QStringList{ownWords(item.options[1].asWritten)}), SafetyAnswer::Positive);
    }

    void whatIsDoneAgainstItIsNoDanger()
    {
        FormItem item = madeItem("x", ItemType::Choice, {madeOption("c1"), madeOption("c2")});
        item.options[0].text = qs("Suicide prevention");
        item.options[1].text = qs("My safety plan for thoughts of suicide");
        QVERIFY(!isSafetyItem(item));
    }

    /// A heading asks, and the questions below it say when.
    void whatAHeadingAsksIsAsked_data()
    {
        QTest::addColumn<bool>("isHeading");
        for (const char *text :
             {"Have you had thoughts of killing yourself?", "Thoughts of suicide", "Suicidal thoughts", "Self-harm",
              "In the past month, I had thoughts of killing myself", "How often did you have thoughts of death:",
              "¿Ha pensado en hacerse daño?", "Pensamientos de muerte", "He pensado en hacerme daño",
              "Have you felt so helpless that you thought of suicide?", "Do you keep having thoughts of killing yourself?"})
            QTest::newRow(text) << true;
        for (const char *text :
             {"If you think about suicide, call 988.", "Suicide safety plan", "My safety plan for thoughts of suicide",
              "What helps when you think about hurting yourself?", "Suicide prevention", "How I keep myself from hurting myself",
              "Warning signs that I want to die", "Mood, anxiety and suicide", "Depression and suicide",
              "This form asks about your mood and about thoughts of suicide.", "How did you sleep?",
              "Mi plan de seguridad contra el suicidio"})
            QTest::newRow(text) << false;
    }
    void whatAHeadingAsksIsAsked()
    {
        QFETCH(bool, isHeading);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const Code other{qs("https://handrail.example/fhir/CodeSystem/question"), qs("not-safety")};
        FormItem group = madeGroup("g",
                                   {madeItem("a", ItemType::Boolean), madeGroup("h", {madeItem("b", ItemType::Boolean)}),
                                    madeItem("c", ItemType::Boolean)});
        group.text = text;
        group.children[2].codes = {other};
        FormItem display = madeItem("d", ItemType::Display);
        display.text = text;
        const Form form = madeForm(
            {group, madeItem("e", ItemType::Boolean), display, madeItem("f", ItemType::Text), madeItem("i", ItemType::Boolean)});
        const QStringList heard = isHeading ? QStringList{qs("a"), qs("b"), qs("f"), qs("i")} : QStringList();
        QCOMPARE(safetyItems(form), heard);
        const FormState state(form); // listened to once
        QCOMPARE(safetyItems(state.form()), heard);
        for (const FormEntry &entry : state.entries())
            QCOMPARE(isSafetyItem(*entry.item), heard.contains(entry.item->linkId));
        const auto said = [&](const char *linkId, const QVariant &value) { return safetyOf(form, {{qs(linkId), value}}); };
        const SafetyAnswer meant = isHeading ? SafetyAnswer::Positive : SafetyAnswer::None;
        QCOMPARE(said("b", qs("true")), meant);
        QCOMPARE(said("b", qs("false")), SafetyAnswer::None);
        QCOMPARE(said("c", qs("true")), SafetyAnswer::None);
        QCOMPARE(said("f", qs("Every night")), meant);
        QCOMPARE(said("f", qs("No")), SafetyAnswer::None);
        QCOMPARE(said("i", qs("true")), meant);
        QCOMPARE(gravityOf(form, {{qs("a"), qs("true")}, {qs("e"), qs("true")}}).size(), isHeading ? 1 : 0);
        QCOMPARE(safetyAnswers(form, {{qs("a"), qs("true")}, {qs("e"), qs("true")}}).size(), isHeading ? 1 : 0);
        group.codes = {other};
        QVERIFY(safetyItems(madeForm({group})).isEmpty());
    }

    void aGroupIsMarkedAsAWhole()
    {
        FormItem group = madeGroup("safety", {madeItem("a", ItemType::Boolean)});
        QVERIFY(safetyItems(madeForm({group})).isEmpty()); // its name alone: it may be about seat belts
        group.codes = {{qs("https://handrail.example/fhir/CodeSystem/question"), qs("safety")}};
        QCOMPARE(safetyItems(madeForm({group})), QStringList{qs("a")});
        group.codes = {{qs("http://loinc.org"), qs("93246-7")}};
        QCOMPARE(safetyItems(madeForm({group})), QStringList{qs("a")});
    }

    /// A read-only note or a group that carries the code is nothing that a person says.
    void onlyQuestionsAreSafetyItems()
    {
        FormItem readOnly = coded("44260-8", ItemType::Choice, often);
        readOnly.isReadOnly = true;
        QVERIFY(!isSafetyItem(readOnly));
        QVERIFY(asksAboutSafety(readOnly)); // for whoever gets an answer to it all the same
        QVERIFY(!isSafetyItem(coded("44260-8", ItemType::Group)));
        QVERIFY(isSafetyItem(coded("44260-8", ItemType::Choice, often)));
    }

    void ofAWholeForm()
    {
        FormItem nine = coded("44260-8", ItemType::Choice, often);
        nine.linkId = qs("q9");
        const Form form =
            madeForm({madeItem("safety", ItemType::Choice, own), madeGroup("g", {nine}, true), madeItem("note", ItemType::Text)});
        QCOMPARE(safetyItems(form), QStringList({qs("safety"), qs("q9")}));
        QCOMPARE(safetyOf(form, {}), SafetyAnswer::None);
        QCOMPARE(safetyOf(form, {{qs("safety"), qs("rather-not-say")}}), SafetyAnswer::Unsaid);
        QCOMPARE(safetyOf(form, {{qs("safety"), qs("rather-not-say")}, {answerKey(qs("q9"), {1}), qs("LA6569-3")}}),
                 SafetyAnswer::Positive);
    }

    /// By the second in which it was said, in whatever zone that is written.
    void whatWentAheadIsKnownByItsTime()
    {
        CompletedForm said;
        said.patientId = qs("p1");
        said.questionnaire = qs("https://clinic.example/fhir/Questionnaire/q|2");
        said.authored = QDateTime(QDate(2026, 11, 18), QTime(20, 20, 5, 678), Qt::OffsetFromUTC, -5 * 3600);
        const QString url = qs("https://clinic.example/fhir/Questionnaire/q");
        said.identifier = reportIdentifier(said.patientId, url, said.authored);
        QVERIFY(isSentAhead(said));
        const auto with = [&](const QDateTime &authored) {
            CompletedForm other = said;
            other.authored = authored;
            return isSentAhead(other);
        };
        QVERIFY(with(said.authored.toUTC()));
        QVERIFY(with(said.authored.addMSecs(-678)));
        QVERIFY(!with(said.authored.addSecs(1)));
        QVERIFY(!with(said.authored.addDays(1)));
        QVERIFY(!with(QDateTime()));
        QVERIFY(reportIdentifier(qs("p2"), url, said.authored) != said.identifier);
        QVERIFY(reportIdentifier(said.patientId, url + u'x', said.authored) != said.identifier);
    }

private:
    /// What an option says counts before what it weighs.
    template <typename Row>
    static void wordsAndWeights(FormItem item, const Row &row)
    {
        const auto option = [](const char *code, const char *text, double weight) {
            Option made = madeOption(code, 0);
            made.text = qs(text);
            made.weight = weight;
            return made;
        };
        const auto ask = [&](const char *name, const QList<Option> &options, const char *code, SafetyAnswer safety) {
            item.options = options;
            row(name, item, qs(code), safety);
        };
        for (const char *yes : {"Yes", "yes.", "Y", "True", "Sí", "Si", "Yes, in the past month"})
            ask(qPrintable(qs("weighs 0: ") + qs(yes)), {option("c1", yes, 0), option("c2", "Nein", 1)}, "c1",
                SafetyAnswer::Positive);
        ask("weighs 0: LOINC's yes", {option("LA33-6", "Ja", 0)}, "LA33-6", SafetyAnswer::Positive);
        ask("weighs less than 0: yes", {option("yes", "Oui", -1)}, "yes", SafetyAnswer::Positive);
        const QList<Option> fromOne{option("c1", "Not at all", 1), option("c2", "Some days", 2), option("c3", "Every day", 3)};
        ask("a scale from 1, not at all", fromOne, "c1", SafetyAnswer::None);
        ask("a scale from 1, some days", fromOne, "c2", SafetyAnswer::Positive);
        const QList<Option> otherWords{option("c1", "Gar nicht", 0), option("c2", "Manchmal", 1)};
        ask("the least, in words nobody knows", otherWords, "c1", SafetyAnswer::None);
        ask("more than the least, in words nobody knows", otherWords, "c2", SafetyAnswer::Positive);
        const QList<Option> upsideDown{option("c1", "Every day", 0), option("c2", "Never", 3)};
        ask("weighed upside down, every day", upsideDown, "c1", SafetyAnswer::Positive);
        ask("weighed upside down, never", upsideDown, "c2", SafetyAnswer::None);
        ask("weighs 0 beside a no", {option("c1", "No", 0), option("c2", "Not sure", 0)}, "c2", SafetyAnswer::Positive);
        ask("a code n that weighs more", {option("N", "Nearly every day", 3)}, "N", SafetyAnswer::Positive);
        ask("a code 0 that weighs more", {option("0", "Often", 2)}, "0", SafetyAnswer::Positive);
    }

    QList<FormItem> m_items;
};

QTEST_GUILESS_MAIN(FormSafetyTest)
#include "tst_safety.moc"
