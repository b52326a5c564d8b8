// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/SafetyWords.h"

#include <QTest>

using namespace handrail;

/// What a question or an answer speaks of or denies, whatever stands around it.
class SafetyHeardTest : public QObject
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

    void howSomebodyLivesIsNotWhether()
    {
        for (const char *text : {"I don’t want to live alone",
                                 "I do not want to live in a group home",
                                 "I don’t want to live with my parents anymore",
                                 "I do not want to live with a new partner",
                                 "I don’t want to live in an old house",
                                 "I don’t want to wake up early",
                                 "I can’t go on vacation",
                                 "I don’t want to go on this trip",
                                 "Reasons to live",
                                 "I want to live",
                                 "No quiero vivir sola",
                                 "No quiero vivir en una casa con otros",
                                 "No quiero despertar temprano",
                                 "I don't want to live in a place where people use drugs",
                                 "I don’t want to live in a treatment center",
                                 "I don’t want to live in a residential program",
                                 "I don’t want to live in a recovery residence",
                                 "I never want to wake up in a jail cell",
                                 "I don’t want to wake up in jail",
                                 "I don’t want to live in a prison",
                                 "I don’t want to live on the street",
                                 "I don't want to live with my brother's drinking",
                                 "I don’t want to live with my brother’s drinking",
                                 "I don’t want to live at my mother’s house",
                                 "I don’t want to live at home",
                                 "I don’t want to wake up at 5",
                                 "I wish I did not wake up at night",
                                 "No quiero vivir en la calle",
                                 "No quiero vivir en un centro de tratamiento",
                                 "No quiero despertar en una celda",
                                 "No quiero vivir en un lugar donde usan drogas"})
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
                                 "I do not want to live with my mother's loss",
                                 "I do not want to live with my brother’s death",
                                 "I do not want to live with my parents’ deep shame",
                                 "I do not want to live at times",
                                 "I do not want to live at the moment",
                                 "I do not want to live at the present time",
                                 "I do not want to live at this point",
                                 "I do not want to live at my age",
                                 "I do not want to live in a dark place",
                                 "I do not want to live in a prison of pain",
                                 "No quiero vivir en un lugar así",
                                 "No quiero vivir en un mundo así",
                                 "Quiero cortarme el cuello",
                                 "Have you hurt yourself by accident or on purpose?",
                                 "Do you think of killing yourself at work?",
                                 "Do you want to hurt yourself at work?",
                                 "Do you think about hurting yourself at work?",
                                 "In the past month, have you hurt yourself at work or anywhere else?",
                                 "Have you ever intentionally hurt yourself at work or at home?",
                                 "Have you deliberately burned yourself cooking?",
                                 "Did you burn yourself cooking?",
                                 "Did you hurt yourself by accident because you wanted to?",
                                 "Did you hurt yourself by accident? Did you mean to?",
                                 "Have you hurt yourself by accident or otherwise?",
                                 "Did you willfully injure yourself falling?",
                                 "Was it on purpose that you burned yourself by accident?",
                                 "Do you have an urge to hurt yourself in a fall?",
                                 "Do you feel like hurting yourself falling?",
                                 "Were you better off dead, or hurt yourself in a fall?",
                                 "¿Se lastimó en el trabajo?",
                                 "¿Ha pensado en lastimarse en el trabajo o en la casa?",
                                 "¿Se ha hecho daño sin querer o queriendo?",
                                 "¿Se lastimó sin querer o deliberadamente?",
                                 "¿Ha intentado lastimarse sin querer vivir?",
                                 "¿Se ha hecho daño sin querer vivir?",
                                 "¿A propósito se lastimó en una caída?",
                                 "¿Se hizo daño por accidente, o no?",
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
                                 "Have you hurt yourself in a fall since your last visit?",
                                 "In the intensive program, have you injured yourself in a fall?",
                                 "Did you hurt yourself by accident?",
                                 "¿Se hizo daño en una caída?",
                                 "¿Se hizo daño por accidente?",
                                 "¿Te has lastimado sin querer?",
                                 "¿Te has lastimado sin querer, como al caer?",
                                 "¿Se lastimó el cuello?",
                                 "¿Se ha lastimado el cuello?",
                                 "¿Se ha lastimado el cuello o la espalda?",
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
};

QTEST_GUILESS_MAIN(SafetyHeardTest)
#include "tst_safetyheard.moc"
