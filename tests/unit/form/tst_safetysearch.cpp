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
        // Of too much taken, of the body, of others, of pain, of no more than despair, or as no form puts it. To what they used people write a
        // goodbye letter, too.
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
               "sudando|"
               "end myself|end my self|off myself|offing myself|cut my arm|cut my leg|blow my brains|jump from|"
               "step in front|crash my car|noose|kill himself|kill herself|kill themselves|killing himself|"
               "killing herself|killed himself|killed herself|hurt himself|hurt herself|hurting himself|hurting herself|"
               "harm himself|harm herself|harming himself|harming herself|cut himself|cut herself|end his life|"
               "end her life|take his life|take her life|take his own life|take her own life|all my pills|all the pills|"
               "all of my pills|bottle of pills|swallowed pills|took all my|took a bunch|never born|wasnt born|"
               "life isnt worth|life is not worth|life not worth|life has no meaning|life has no purpose|"
               "life is meaningless|life is pointless|will to live|left to live for|a reason to live|any reason to live|"
               "no point in going on|better without me|better off if i|care if i live|wasnt alive|hate being alive|"
               "cant do it anymore|cant do this any more|cant take it any more|cant take this anymore|"
               "cant take this any more|cant live anymore|cant keep going|pain to end|all to end|dieing|hear voices|"
               "voices in my head|voices tell me|voices telling me|hallucinat|took way too much|took way too many|"
               "took to much|took to many|taken too much|taken too many|taking too much|took more than|did too much|"
               "did way too much|did to much|had way too much|drank way too much|drank to much|used too much|"
               "used way too much|smoked too much|shot too much|snorted too much|ods|oded|i odd|he odd|she odd|"
               "they odd|almost odd|son odd|daughter odd|friend odd|brother odd|sister odd|husband odd|wife odd|"
               "boyfriend odd|girlfriend odd|partner odd|mom odd|dad odd|wont breathe|lips blue|purple lips|"
               "lips are purple|turning purple|turned purple|turning gray|turning grey|unable to wake|pass out|fainting|"
               "collapsed|chest hurt|chest is hurting|chest is tight|chest feels tight|chest tight|tight chest|"
               "chest pressure|in my chest|on my chest|pain in chest|heart hurt|heart pain|pain in my heart|left arm|"
               "cardiac arrest|a stroke|shortness of breath|catch my breath|cant get air|difficulty breathing|"
               "struggling to breathe|coughing blood|coughing up blood|vomiting blood|throwing up blood|want to hurt|"
               "wanna hurt|gonna hurt|hurt my husband|hurt my wife|hurt my partner|hurt my boyfriend|hurt my girlfriend|"
               "hurt my ex|hurt my kid|hurt my child|hurt my son|hurt my daughter|hurt my baby|want to kill|wanna kill|"
               "gonna kill|going to kill|kill my husband|kill my wife|kill my boss|kill people|hit my kid|hit my child|"
               "hit my son|hit my daughter|hit my baby|hits us|hitting me|beating me|punches me|kicked me|kicks me|"
               "slapped me|slaps me|choked me|chokes me|strangling|threatened me|threatening me|threatened to|"
               "abusing me|raping|rapist|sexual abuse|assaulted|molest|physical abuse|child abuse|domestic abuse|"
               "stalker|stalking me|stalks me|afraid of him|afraid of my husband|afraid of my boyfriend|"
               "afraid of my partner|scared of him|scared of my husband|scared of my boyfriend|scared of my partner|"
               "wont let me leave|dont feel safe|do not feel safe|a knife|stabbed|need help now|ambulance|helpline|"
               "my abuser|strangled|being trafficked|nearly odd|to hurt my|my life to end|cease to exist|"
               "longer want to live|longer want to be|no way out|leave this world|too many pills|tightness in chest|"
               "have been born|acabar conmigo|acabar con mi sufrimiento|terminar con mi sufrimiento|acabar con esto|"
               "terminar con esto|acabar con el dolor|todo termine|todo acabe|todo se acabe|no merezco vivir|me muera|"
               "deseo la muerte|hubiera nacido|haber nacido|soy un estorbo|soy un peso|nadie me va a extrañar|"
               "sentido a la vida|sentido a mi vida|sentido de la vida|sentido vivir|no tiene sentido|nada tiene sentido|"
               "vida sin sentido|para qué vivir|para qué vivo|por qué vivir|para qué seguir|no puedo seguir|ya no aguanto|"
               "no soporto más|odio vivir|cortó las venas|me quemo|pegarme un tiro|tirarme de|tirarme por|tirarme al|"
               "aventarme|lanzarme|saltar de un|saltar del|ahogarme|una soga|todas las pastillas|todas mis pastillas|"
               "muchas pastillas|demasiadas pastillas|me tomé todas|tomó demasiado|tomó demasiadas|tomé demasiadas|"
               "tomé de más|tomó de más|bebí de más|me metí demasiado|se metió demasiado|consumió demasiado|usé demasiado|"
               "usó demasiado|fumé demasiado|pasé de dosis|pasó de dosis|escucho voces|escuchar voces|oír voces|"
               "voces en mi cabeza|alucinando|alucinaciones|no puede respirar|le cuesta respirar|dificultad para respirar|"
               "le falta el aire|me falta aire|sin aire|falta de aire|me asfixio|se asfixia|ahogando|duele el pecho|"
               "duele mucho el pecho|duele mi pecho|pecho me duele|dolor del pecho|en el pecho|en mi pecho|pecho apretado|"
               "aprieta el pecho|duele el corazón|dolor en el corazón|dolor de corazón|corazón me duele|ataque al corazón|"
               "ataque cardíaco|paro cardíaco|derrame|embolia|desmayar|no despertó|no se mueve|perdí la conciencia|"
               "sin conciencia|labios negros|vomito sangre|vomitando sangre|me pegan|me pegaron|me está pegando|"
               "me violan|violada|abusó de mí|abuso sexual|abuso infantil|me ahorcó|me empujó|me empuja|me patea|"
               "me hace daño|me hizo daño|me hacen daño|me agredió|me agrede|me acosa|me persigue|miedo a mi esposo|"
               "miedo a mi marido|miedo a mi pareja|miedo a mi novio|miedo de mi esposo|miedo de mi marido|"
               "miedo de mi pareja|miedo de mi novio|quiero pegarle|voy a pegarle|pegarle a mi|golpear a|lastimarla|"
               "lastimé a|pega a mi|pegó a mi|un arma|un cuchillo|auxilio|socorro|ayuda urgente|ambulancia|"
               "línea de ayuda|cortado las venas|seguir vivo|seguir viva|no hay salida|no veo salida|dejar este mundo|"
               "irme de este mundo")
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
