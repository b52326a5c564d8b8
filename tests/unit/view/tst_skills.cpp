// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillPicker.h"
#include "fakes/OneDevice.h"
#include "view/SkillView.h"
#include "view/SkillsView.h"

#include <QGuiApplication>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// The library of skills, without its pages: what a search finds in the texts that come with the app, and what a feeling starts.
class TestSkillsView final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        signIn();
    }

    void cleanup() { end(); }

    /// No feeling is meant by a plan or by thanks: nothing could be strong there.
    void howStrongItIsIsAskedOfAFeelingAlone()
    {
        SkillView skill(*m_account, m_clock, *m_preferences);
        for (const char *language : {"en", "es"}) {
            m_preferences->setLanguage(QString::fromLatin1(language));
            for (const QString &id : {u"plan-my-day"_s, u"thanks-list"_s, u"if-then-plan"_s, u"say-no"_s}) {
                skill.open(id);
                QVERIFY2(skill.state() == SkillView::Running && !skill.isRated(), qPrintable(id));
            }
            for (const QString &id : {u"long-out-breath"_s, u"ride-the-urge"_s, u"kind-voice"_s}) {
                skill.open(id);
                QVERIFY2(skill.state() == SkillView::Running && skill.isRated(), qPrintable(id));
            }
        }
    }

    /// What people call it, in their language, in the texts that come with the app.
    void wordsThatPeopleSayFindIt()
    {
        struct Row {
            const char *language;
            const char *typed;
            const char *found;
        };
        static constexpr Row rows[] = {
            {"en", "exercise", "move-a-little"},      {"en", "music", "five-senses"},
            {"en", "shower", "five-senses"},          {"en", "meditate", "mindful-minute"},
            {"en", "gratitude", "thanks-list"},       {"en", "flashback", "five-four-three-two-one"},
            {"en", "relax", "muscle-let-go"},         {"en", "nightmare", "wind-down"},
            {"en", "hungry", "body-check"},           {"en", "halt", "body-check"},
            {"en", "shaking", "alcohol-medicines"},   {"en", "withdrawal", "alcohol-medicines"},
            {"en", "ejercicio", "move-a-little"}, // in the other language, too
            {"en", "thought check", "thought-check"}, {"es", "ejercicio", "move-a-little"},
            {"es", "musica", "five-senses"},          {"es", "meditar", "mindful-minute"},
            {"es", "gratitud", "thanks-list"},        {"es", "relajar", "muscle-let-go"},
            {"es", "pesadilla", "wind-down"},         {"es", "hambre", "body-check"},
            {"es", "temblor", "healing-takes-time"},  {"es", "abstinencia", "alcohol-medicines"},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        for (const Row &row : rows) {
            m_preferences->setLanguage(QString::fromLatin1(row.language));
            skills.prepareSearch();
            skills.setQuery(QString::fromUtf8(row.typed));
            QStringList ids;
            for (const QVariantList &some : {skills.foundSkills(), skills.foundLessons(), skills.foundWorksheets()}) {
                for (const QVariant &each : some)
                    ids << each.toMap().value(u"id"_s).toString();
            }
            QVERIFY2(ids.contains(QLatin1String(row.found)), qPrintable(QLatin1String(row.typed) + u": "_s + ids.join(u' ')));
            QVERIFY2(ids.size() < 12, row.typed); // and not everything
        }
        // A worksheet is one without its text being read.
        skills.setQuery(u"thought-check"_s);
        m_preferences->setLanguage(u"en"_s);
        const auto isSheet = [](const QVariant &row) { return row.toMap().value(u"id"_s).toString() == u"thought-check"_s; };
        const QVariantList sheets = skills.foundWorksheets();
        const QVariantList others = skills.foundSkills();
        QVERIFY(std::any_of(sheets.cbegin(), sheets.cend(), isSheet) && std::none_of(others.cbegin(), others.cend(), isSheet));
    }

    /// The plainest words: what is right stands first among the skills, the lessons or the worksheets.
    void thePlainestWordsFindWhatIsRightAtTheTop()
    {
        struct Row {
            const char *language;
            const char *typed;
            const char *first;
        };
        static constexpr Row rows[] = {
            {"en", "breathing", "box-breath"},
            {"en", "breathe", "box-breath"},
            {"en", "breathing exercise", "box-breath"},
            {"en", "panic", "feet-and-chair"},
            {"en", "panic attack", "feet-and-chair"},
            {"en", "anxious", "long-out-breath"},
            {"en", "anxiety", "long-out-breath"},
            {"en", "anxios", "long-out-breath"},
            {"en", "stress", "box-breath"},
            {"en", "worry", "when-worry-takes-over"},
            {"en", "sleep", "wind-down"},
            {"en", "insomnia", "wind-down"},
            {"en", "slep", "wind-down"},
            {"en", "cant slep", "wind-down"},
            {"en", "craving", "ride-the-urge"},
            {"en", "urge", "ride-the-urge"},
            {"en", "drink", "ride-the-urge"},
            {"en", "alcohol", "alcohol-medicines"},
            {"en", "weed", "ride-the-urge"},
            {"en", "marijuana", "ride-the-urge"},
            {"en", "angry", "stop-and-step-back"},
            {"en", "mad", "stop-and-step-back"},
            {"en", "angry at my wife", "i-message"},
            {"en", "sad", "opposite-action"},
            {"en", "depressed", "opposite-action"},
            {"en", "what to do when I am sad", "opposite-action"},
            {"en", "lonely", "reach-out"},
            {"en", "pain", "muscle-let-go"},
            {"en", "bored", "move-a-little"},
            {"en", "tired", "body-check"},
            {"en", "meeting", "kinds-of-mutual-help"},
            {"en", "AA meetings", "kinds-of-mutual-help"},
            {"en", "sponsor", "reach-out"},
            {"en", "job", "who-needs-to-know"},
            {"en", "money", "a-money-plan"},
            {"en", "ashamed", "kind-voice"},
            {"en", "guilty", "kind-voice"},
            {"en", "journal", "thanks-list"},
            {"en", "mindfulness", "mindful-minute"},
            {"en", "meditation", "mindful-minute"},
            {"en", "dbt", "cool-down-fast"},
            {"en", "cbt", "kind-voice"},
            {"en", "family", "how-to-listen-first"},
            {"en", "methadone", "opioid-medicines"},
            {"en", "suboxone", "opioid-medicines"},
            {"en", "buprenorphine", "opioid-medicines"},
            {"en", "naltrexone", "opioid-medicines"},
            {"en", "cold water", "cool-down-fast"},
            {"en", "grounding", "grounding"},
            {"en", "relax", "muscle-let-go"},
            {"en", "walk", "move-a-little"},
            {"en", "music", "five-senses"},
            {"en", "pray", "let-it-be"},
            {"en", "trauma", "when-old-hurt-comes-back"},
            {"en", "decide", "good-and-bad-list"},
            {"en", "gratitude", "thanks-list"},
            {"es", "respirar", "box-breath"},
            {"es", "respiración", "box-breath"},
            {"es", "pánico", "feet-and-chair"},
            {"es", "ansiedad", "long-out-breath"},
            {"es", "ansiosa", "long-out-breath"},
            {"es", "estrés", "box-breath"},
            {"es", "dormir", "wind-down"},
            {"es", "ganas", "ride-the-urge"},
            {"es", "beber", "ride-the-urge"},
            {"es", "marihuana", "ride-the-urge"},
            {"es", "enojo", "stop-and-step-back"},
            {"es", "enojado con mi esposa", "i-message"},
            {"es", "triste", "opposite-action"},
            {"es", "sola", "reach-out"},
            {"es", "dolor", "muscle-let-go"},
            {"es", "aburrida", "move-a-little"},
            {"es", "reunión", "kinds-of-mutual-help"},
            {"es", "trabajo", "who-needs-to-know"},
            {"es", "vergüenza", "kind-voice"},
            {"es", "culpa", "kind-voice"},
            {"es", "diario", "thanks-list"},
            {"es", "meditar", "mindful-minute"},
            {"es", "familia", "how-to-listen-first"},
            {"es", "metadona", "opioid-medicines"},
            {"es", "suboxone", "opioid-medicines"},
            {"es", "naltrexona", "opioid-medicines"},
            {"es", "agua fría", "cool-down-fast"},
            {"es", "relajar", "long-out-breath"},
            {"es", "caminar", "move-a-little"},
            {"es", "música", "five-senses"},
            {"es", "rezar", "let-it-be"},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        for (const Row &row : rows) {
            m_preferences->setLanguage(QString::fromLatin1(row.language));
            skills.setQuery(QString::fromUtf8(row.typed));
            QStringList firsts;
            for (const QVariantList &some : {skills.foundSkills(), skills.foundLessons(), skills.foundWorksheets()})
                firsts << some.value(0).toMap().value(u"id"_s).toString();
            QVERIFY2(firsts.contains(QLatin1String(row.first)),
                     qPrintable(QString::fromUtf8(row.typed) + u": "_s + firsts.join(u' ')));
        }
        // As the tiles do: who feels low is met last with what comes after a slip.
        m_preferences->setLanguage(u"en"_s);
        for (const char *typed : {"sad", "guilt", "hopeless", "depressed"}) {
            skills.setQuery(QString::fromUtf8(typed));
            QVERIFY2(skills.foundWorksheets().size() > 2, typed);
            QCOMPARE(skills.foundWorksheets().constLast().toMap().value(u"id"_s).toString(), u"after-a-slip"_s);
        }
    }

    /// Spanish says how she feels in another form than how he does.
    void aWomanFindsAsMuchAsAMan()
    {
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        m_preferences->setLanguage(u"es"_s);
        for (const QString &of :
             u"enojad furios ansios preocupad asustad cansad deprimid avergonzad aburrid inquiet"_s.split(u' ')) {
            skills.setQuery(of + u'o');
            const int his = skills.foundCount();
            skills.setQuery(of + u'a');
            QVERIFY2(his > 7 && skills.foundCount() == his, qPrintable(of));
        }
    }

    /// A press on a feeling starts what the check-in offers for it.
    void aTileAndThePickerAgree()
    {
        static constexpr std::pair<const char *, const char *> bests[] = {
            {"craving", "ride-the-urge"},    {"anxious", "long-out-breath"}, {"sleep", "wind-down"},
            {"angry", "stop-and-step-back"}, {"lonely", "reach-out"},        {"low", "opposite-action"},
            {"pain", "muscle-let-go"},       {"bored", "move-a-little"},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        for (const char *language : {"en", "es"}) {
            m_preferences->setLanguage(QString::fromLatin1(language));
            for (const auto &[need, best] : bests) {
                QStringList ids;
                for (const QVariant &row : skills.rowsFor(QString::fromLatin1(need)))
                    ids << row.toMap().value(u"id"_s).toString();
                const QStringList picked = picksFor(*needNamed(QString::fromLatin1(need)));
                QVERIFY(picked.size() > 1 && ids.size() >= picked.size());
                QCOMPARE(ids.first(picked.size()), picked);
                QCOMPARE(ids.constFirst(), QLatin1String(best));
            }
        }
        QCOMPARE(skills.needs().size(), 8);
    }

    /// Somebody in danger is not sent away by a search: Help now stands above what is found, and what fits best is found first.
    void whoIsInDangerFindsHelp()
    {
        struct Row {
            const char *typed;
            const char *first; ///< of all that is found, or of the lessons; empty: whatever it is
        };
        static constexpr Row danger[] = {
            {"suicide", "my-safety-plan"},
            {"suicidal", "my-safety-plan"},
            {"suici", "my-safety-plan"},
            {"sucide", "my-safety-plan"},
            {"die", "my-safety-plan"},
            {"want to die", "my-safety-plan"},
            {"I want to die", "my-safety-plan"},
            {"end my life", "my-safety-plan"},
            {"Kill myself", "my-safety-plan"},
            {"hurt myself", "my-safety-plan"},
            {"cutting", "my-safety-plan"},
            {"i don’t want to live", "my-safety-plan"},
            {"988", "my-safety-plan"},
            {"no reason to live", "my-safety-plan"},
            {"suicidio", "my-safety-plan"},
            {"matarme", "my-safety-plan"},
            {"quiero morir", "my-safety-plan"},
            {"no quiero vivir", "my-safety-plan"},
            {"hacerme daño", "my-safety-plan"},
            {"hacerme dano", "my-safety-plan"},
            {"narcan", "naloxone-step-by-step"},
            {"naloxona", "naloxone-step-by-step"},
            {"overdose", "overdose-signs"},
            {"sobredosis", "overdose-signs"},
            {"not breathing", "overdose-signs"},
            {"fentanyl", "fentanyl"},
            // For what the texts say "Call 911", too; and who is hurt by somebody, or afraid to hurt somebody.
            {"seizure", ""},
            {"chest pain", ""},
            {"I can’t breathe", ""},
            {"Shaking", ""},
            {"tiemblo", ""},
            {"withdrawal", ""},
            {"my boyfriend hits me", ""},
            {"I will hurt someone", ""},
            {"raped", ""},
            {"convulsión", ""},
            {"dolor de pecho", ""},
            {"no puedo respirar", ""},
            {"mi esposo me pega", ""},
            // As it is said of somebody who does not wake or breathe, of not wanting to live, of what was done to one.
            {"She won’t wake", ""},
            {"he’s not waking up", ""},
            {"I can't wake him", ""},
            {"isn’t breathing", ""},
            {"he stopped breathing", ""},
            {"no pulse", ""},
            {"gray lips", ""},
            {"his lips are blue", ""},
            {"She is turning blue", ""},
            {"unconscious", ""},
            {"he’s not responding", ""},
            {"don’t want to exist", ""},
            {"I want to be gone", ""},
            {"end things", ""},
            {"can’t be here anymore", ""},
            {"I hate my life", ""},
            {"he hurt me", ""},
            {"no se despierta", ""},
            {"no puedo despertarlo", ""},
            {"no la puedo despertar", ""},
            {"mi hijo no está respirando", ""},
            {"dejó de respirar", ""},
            {"labios morados", ""},
            {"inconsciente", ""},
            {"no reacciona", ""},
            {"no quiero existir", ""},
            {"odio mi vida", ""},
            // As people say it of not wanting to wake, of being too much, of a way to do it; and of what an overdose looks like.
            {"go to sleep and not wake up", ""},
            {"I hope I never wake up", ""},
            {"sleep forever", ""},
            {"tired of living", ""},
            {"done with life", ""},
            {"I wish I was dead", ""},
            {"I don’t want to go on", ""},
            {"don’t wanna live", ""},
            {"i want to end my pain", ""},
            {"I’m a burden", ""},
            {"nobody would miss me", ""},
            {"goodbye note", ""},
            {"I have a gun", ""},
            {"she isn’t waking up", ""},
            {"he doesn’t wake up", ""},
            {"not awake", ""},
            {"passing out", ""},
            {"he blacked out", ""},
            {"nodding out", ""},
            {"drank too much", ""},
            {"he is blue", ""},
            {"he’s blue", ""},
            {"blue fingernails", ""},
            {"gurgling", ""},
            {"barely breathing", ""},
            {"she won’t respond", ""},
            {"quiero dormir y no despertar", ""},
            {"no me quiero despertar", ""},
            {"nunca despertar", ""},
            {"dormir para siempre", ""},
            {"cansada de vivir", ""},
            {"no quiero seguir así", ""},
            {"quiero dejar de existir", ""},
            {"acabar con mi dolor", ""},
            {"soy una carga", ""},
            {"nadie me extrañaría", ""},
            {"está morado", ""},
            {"se puso azul", ""},
            {"uñas moradas", ""},
            {"está muerto", ""},
            {"apenas respira", ""},
            {"no responde", ""},
            {"bebió demasiado", ""},
            {"perdió el conocimiento", ""},
            {"no quiero estar vivo", ""},
            {"mi esposo me pegó", ""},
            {"me golpeó", ""},
            {"me violaron", ""},
            {"estoy temblando", ""},
            {"estoy sudando", ""},
            {"withdrawal", ""},
            {"can’t stop shaking", ""},
            {"shaky", ""},
            {"sweating", ""},
            {"a seizure", ""},
            {"síntomas de abstinencia", ""},
            {"convulsiones", ""},
            {"me falta el aire", ""},
            // Of no hope, as the lesson on a low mood has it.
            {"hopeless", "my-safety-plan"},
            {"I feel so hopeless", "my-safety-plan"},
            {"hopelessness", "my-safety-plan"},
            {"hopless", "my-safety-plan"},
            {"there is no hope", "my-safety-plan"},
            {"I’ve lost all hope", "my-safety-plan"},
            {"without hope", "my-safety-plan"},
            {"sin esperanza", "my-safety-plan"},
            {"ya no tengo esperanza", "my-safety-plan"},
            {"perdí la esperanza", "my-safety-plan"},
            {"desesperanza", "my-safety-plan"},
            {"estoy desesperanzada", "my-safety-plan"},
        };
        static constexpr Row other[] = {
            {"relapse", "after-a-slip"},
            {"recaída", "after-a-slip"},
            {"sleep", ""},
            {"diet", ""},
            {"dice", ""},
            {"hungry", "body-check"},
            {"quitting", ""},
            {"prison", ""},
            {"lying", ""},
            {"pain", ""},
            {"substance abuse", ""},
            {"wake up early", ""},
            {"early waking", ""},
            {"deadline", ""},
            {"tired of work", ""},
            {"want to go on a trip", ""},
            {"going out with friends", ""},
            {"cansada del trabajo", ""},
            {"carga de trabajo", ""},
            {"moretón morado", ""},
            {"muerto de hambre", ""},
            {"back pain", ""},
            {"end of the day", ""},
            {"things to do", ""},
            {"exist", ""},
            {"the urge is gone", ""},
            {"my life", ""},
            {"despertar temprano", ""},
            {"vivir mejor", ""},
            {"pegar", ""},
            {"aire", ""},
            {"homeless", ""},
            {"esperanza", ""},
            {"", ""},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        const auto look = [&skills](const Row &row) {
            skills.setQuery(QString::fromUtf8(row.typed));
            const auto idOf = [](const QVariantList &rows) { return rows.value(0).toMap().value(u"id"_s).toString(); };
            const QString wanted = QString::fromLatin1(row.first);
            return wanted.isEmpty() || wanted == idOf(skills.foundSkills()) || wanted == idOf(skills.foundLessons())
                || wanted == idOf(skills.foundWorksheets());
        };
        for (const char *language : {"en", "es"}) {
            m_preferences->setLanguage(QString::fromLatin1(language));
            for (const Row &row : danger)
                QVERIFY2(look(row) && skills.isHelpDue(), row.typed);
            for (const Row &row : other)
                QVERIFY2(look(row) && !skills.isHelpDue(), row.typed);
        }
        // Whoever hid the plan finds Help now all the same.
        skills.setHidden(u"my-safety-plan"_s, true);
        skills.setQuery(u"want to die"_s);
        QVERIFY(skills.isHelpDue());
    }

    /// Product 34: not a skill is what is needed then.
    void whoSearchesForSignsOfWithdrawalIsToldWhichNeedADoctor()
    {
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        for (const char *typed :
             {"withdrawal", "Withdrawl", "withdrawals", "seizures", "alcohol withdrawal", "detox", "I have the shakes",
              "can’t stop shaking", "sweating", "night sweats", "seeing things", "a seizure", "hallucinations", "abstinencia",
              "estoy temblando", "sudores", "veo cosas", "convulsión", "desintoxicacion"}) {
            skills.setQuery(QString::fromUtf8(typed));
            QVERIFY2(skills.isWithdrawalDue(), typed);
        }
        for (const char *typed : {"", "sleep", "sweater", "handshake", "without sleep", "back pain", "dolor", "things to do",
                                  "suicide", "temprano", "sudoku", "sharing", "swearing"}) {
            skills.setQuery(QString::fromUtf8(typed));
            QVERIFY2(!skills.isWithdrawalDue(), typed);
        }
    }

    void whatTheClinicWithdrewIsNotThere()
    {
        SkillsView skills(*m_account, m_clock, *m_preferences);
        QVERIFY(skills.isThere(u"plan-my-day"_s));
        skills.setTexts([](const QString &language) { return ContentLibrary(language, {builtInTexts()}, {u"plan-my-day"_s}); });
        QVERIFY(!skills.isThere(u"plan-my-day"_s));
    }
};

QTEST_MAIN(TestSkillsView)
#include "tst_skills.moc"
