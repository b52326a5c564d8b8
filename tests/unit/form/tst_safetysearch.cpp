// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "content/CrisisWords.h"
#include "form/SafetyWords.h"

#include <QHash>
#include <QTest>

using namespace handrail;

/// The words by which the app's search knows danger, and those by which a form does.
class SafetySearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What somebody in danger may search for in the app is heard in a form, unless it is of something else or says too little.
    void theWordsOfTheSearchAreHeard()
    {
        // A word alone, in what is asked with it.
        const QHash<QString, QString> asked{{qs("die"), qs("Do you want to die?")},
                                            {qs("dying"), qs("Do you think about dying?")},
                                            {qs("dead"), qs("Do you wish you were dead?")},
                                            {qs("cutting"), qs("Do you hurt yourself, such as by cutting?")},
                                            {qs("want to exist"), qs("I do not want to exist")},
                                            {qs("never wake"), qs("Do you hope to never wake up?")},
                                            {qs("be alive"), qs("I do not want to be alive")},
                                            {qs("disappear"), qs("Do you want to disappear?")},
                                            {qs("morir"), qs("¿Quiere morir?")},
                                            {qs("morirme"), qs("Quiero morirme")},
                                            {qs("estar vivo"), qs("No quiero estar vivo")},
                                            {qs("estar viva"), qs("No quiero estar viva")},
                                            {qs("no despertar"), qs("¿Desea no despertar?")},
                                            {qs("nunca despertar"), qs("¿Desea nunca despertar?")},
                                            {qs("ganas de vivir"), qs("No tengo ganas de vivir")},
                                            {qs("desaparecer"), qs("¿Quiere desaparecer?")}};
        // Of too much taken, of the body, of others, of pain, or of no more than despair. To what they used people write a goodbye letter, too.
        const QStringList others =
            qs("kill me|kms|end it|end things|hopel|hopless|no hope|lost hope|lost all hope|without hope|goodbye letter|goodbye "
               "note|gun|hate my life|end my pain|end the pain|"
               "end my suffering|want it to end|a burden|took too much|took too many|took pills|drank too much|drunk too much|"
               "overdose|overdosed|overdosing|od|oding|narcan|naloxone|not breathing|isnt breathing|stopped breathing|"
               "stops breathing|doesnt breathe|barely breathing|hardly breathing|no pulse|blue lips|lips are blue|turning blue|"
               "turned blue|is blue|hes blue|shes blue|blue face|blue nails|nails are blue|blue fingernails|"
               "fingernails are blue|gray lips|grey lips|lips are gray|lips are grey|wont wake|cant wake|couldnt wake|"
               "doesnt wake|didnt wake|not wake|not waking|isnt waking|not awake|isnt awake|not responding|unresponsive|"
               "not responsive|isnt responding|wont respond|doesnt respond|went limp|gurgling|choking|foaming|nodding out|"
               "nodding off|unconscious|988|911|hotline|lifeline|crisis|emergency|danger|not safe|unsafe|poison|"
               "cant do this anymore|cant take it anymore|seizure|chest pain|heart attack|cant breathe|can not breathe|"
               "cannot breathe|hard to breathe|trouble breathing|passed out|passing out|blacked out|blacking out|fainted|"
               "bleeding|shaking|shaky|sweating|withdrawal|seeing things|hearing voices|hurt someone|hurting someone|"
               "kill someone|kill him|kill her|kill them|hits me|hit me|beats me|beat me|hurts me|hurting me|hurt me|"
               "threatens me|abuses me|abused me|being abused|abusive|domestic violence|rape|raped|muriendo|está muerto|"
               "está muerta|no quiero seguir así|odio mi vida|acabar con mi dolor|terminar con mi dolor|soy una carga|sin "
               "esperanza|no tengo esperanza|no hay esperanza|perdí la esperanza|desesperanza|"
               "carta de despedida|no puedo más|no doy más|pistola|tomé demasiado|tomé pastillas|tomó pastillas|bebí demasiado|"
               "bebió demasiado|sobredosis|naloxona|no respira|no está respirando|dejó de respirar|apenas respira|"
               "respira apenas|sin pulso|labios azules|labios morados|labios grises|está morado|está morada|se puso morado|"
               "se puso morada|poniendo morado|poniendo morada|está azul|se puso azul|poniendo azul|uñas azules|uñas moradas|"
               "no despierta|no se despierta|no puedo despertar|no lo puedo despertar|no la puedo despertar|no reacciona|"
               "no responde|se ahoga|me ahogo|espuma por la boca|inconsciente|perdió el conocimiento|sin conocimiento|"
               "línea de crisis|crisis|emergencia|peligro|no estoy a salvo|veneno|intoxicación|me muero|no aguanto más|"
               "convulsión|convulsiones|dolor de pecho|dolor en el pecho|infarto|no puedo respirar|me cuesta respirar|"
               "me falta el aire|me desmayé|desmayo|desmayado|desmayada|sangrando|abstinencia|veo cosas|oigo voces|hacerle daño|"
               "daño a alguien|matar a alguien|matarlo|matarla|me pega|me pegó|me golpea|me golpeó|me amenaza|me maltrata|"
               "maltrato|abusa de mí|violencia doméstica|me violó|me violaron|violación|tiemblo|temblando|temblar|temblores|"
               "sudando")
                .split(u'|');
        for (const QString &words : crisisWords()) {
            const QString heard = asked.value(words, u'“' + words + u"”?");
            QVERIFY2(soundsOfDanger(heard) != others.contains(words), qPrintable(heard));
        }
        for (const QString &words : asked.keys() + others)
            QVERIFY2(crisisWords().contains(words), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(SafetySearchTest)
#include "tst_safetysearch.moc"
