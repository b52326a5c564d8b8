// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentLint.h"

#include "Wording.h"
#include "content/ContentCheck.h"
#include "content/Lessons.h"
#include "content/Places.h"
#include "content/Skills.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace handrail::lint {

namespace {

constexpr qsizetype mostHeavyWords = 3; // of 4 syllables, each counted once
constexpr int longestSinceReview = 365; // days

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(u' ');
}

QStringList linesOf(const QList<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            lines << plainText(paragraph->runs);
        if (const auto *items = std::get_if<ItemList>(&block)) {
            for (const ListItem &item : items->items)
                lines << plainText(item.runs);
        }
        if (const auto *drawing = std::get_if<Drawing>(&block))
            lines << drawing->says;
    }
    return lines;
}

QStringList linesOf(const Question &question)
{
    QStringList lines{question.ask};
    for (const Answer &answer : question.answers)
        lines << plainText(answer.say) << plainText(answer.reply);
    return lines;
}

QList<Link> linksOf(const QList<Block> &blocks)
{
    QList<Link> links;
    const auto add = [&](const Runs &runs) {
        for (const Run &run : runs)
            links << run.link;
    };
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            add(paragraph->runs);
        if (const auto *items = std::get_if<ItemList>(&block)) {
            for (const ListItem &item : items->items)
                add(item.runs);
        }
    }
    return links;
}

class Looker
{
public:
    Looker(const TextSource &texts, Whose whose, const QDate &today)
        : m_texts(texts)
        , m_isOurs(whose == Whose::Ours)
        , m_today(today)
    {
    }

    Report look()
    {
        for (const ContentFault &fault : m_isOurs ? faultsOf(m_texts) : QList<ContentFault>())
            m_report.findings << Finding{fault.path, nameOf(fault.kind) + QStringLiteral(": ") + fault.what};
        for (const QString &path : m_texts.paths()) {
            const auto place = textPlaceOf(path);
            if (!place)
                continue;
            m_path = path;
            m_locale = place->locale;
            const QByteArray text = m_texts.text(path);
            switch (place->kind) {
            case TextPlace::Kind::Skill: lookAtSkill(readSkill(text)); break;
            case TextPlace::Kind::Module: lookAtModule(readModule(text)); break;
            case TextPlace::Kind::Lesson: lookAtLesson(readLesson(text, place->module)); break;
            case TextPlace::Kind::Place: lookAtPlace(readPlace(text)); break;
            }
        }
        if (m_isOurs)
            lookForTranslations();
        return m_report;
    }

private:
    void say(const QString &what) { m_report.findings << Finding{m_path, what}; }
    void most(const char *what, qsizetype count, qsizetype limit)
    {
        if (count > limit)
            say(QStringLiteral("%1: %2, at most %3").arg(QLatin1String(what)).arg(count).arg(limit));
    }

    void lookAtSkill(const Result<SkillText> &skill)
    {
        if (!skill)
            return; // said already
        most("characters of the title", skill->title.size(), 28);
        most("characters of use", skill->use.size(), 34);
        lookAtIcon(skill->icon);
        most("words before the steps", wordsIn(linesOf(skill->about)).size(), 45);
        most("words afterwards", wordsIn({skill->afterwards}).size(), 25);
        lookAtLinks(linksOf(skill->about));
        lookAtWords(QStringList{skill->title, skill->use} + skill->cautions + linesOf(skill->about) + skill->steps
                        + wordsOf(skill->exercise) + QStringList{skill->afterwards},
                    skill->origin);
        if (const auto *choose = std::get_if<ChooseExercise>(&skill->exercise))
            lookAtDanger(*choose);
    }

    void lookAtDanger(const ChooseExercise &choose)
    {
        static const QRegularExpression danger(QStringLiteral("\\b(?:911|988)\\b"));
        for (const ChooseOption &option : choose.options) {
            if (option.act.contains(danger) && !option.isHelp)
                say(QStringLiteral("an answer about danger without help: ") + option.say);
        }
    }

    void lookAtModule(const Result<ModuleText> &module)
    {
        if (!module)
            return;
        most("characters of the title", module->title.size(), 40);
        lookAtIcon(module->icon);
        most("words of the introduction", wordsIn(linesOf(module->introduction)).size(), 40);
        lookAtLinks(linksOf(module->introduction));
        QStringList lines = QStringList{module->title} + linesOf(module->introduction);
        QSet<qsizetype> places;
        for (const Question &question : module->quiz.questions) {
            lines << linesOf(question);
            lookAtReplies(question);
            for (qsizetype i = 0; i < question.answers.size(); ++i) {
                if (question.answers.at(i).isBest)
                    places.insert(i);
            }
        }
        if (places.size() < 2)
            say(QStringLiteral("the best answer is always in the same place"));
        lookAtAddress(module->id, module->origin);
        lookAtWords(lines, module->origin);
    }

    void lookAtLesson(const Result<LessonText> &lesson)
    {
        if (!lesson)
            return;
        most("characters of the title", lesson->title.size(), 40);
        QStringList counted;
        QStringList lines{lesson->title};
        for (const Card &card : lesson->cards) {
            lines << card.title << linesOf(card.blocks);
            // What a drawing shows is said instead of it, not besides.
            QList<Block> read = card.blocks;
            read.removeIf([](const Block &block) { return std::holds_alternative<Drawing>(block); });
            counted << card.title << linesOf(read);
            lookAtLinks(linksOf(card.blocks));
            for (const Block &block : card.blocks) {
                const auto *drawing = std::get_if<Drawing>(&block);
                static const QStringList drawings = list("craving-wave habit-loop thought-loop rail-steps two-roads sleep-night "
                                                         "circle-of-people tolerance-line");
                if (drawing && (!drawings.contains(drawing->name) || drawing->says.isEmpty()))
                    say(QStringLiteral("a drawing that is not there, or without words: ") + drawing->name);
            }
            if (card.check) {
                lines << linesOf(*card.check);
                lookAtReplies(*card.check);
            }
        }
        const qsizetype words = wordsIn(counted).size();
        // Spanish says the same with more words.
        most("words", words, m_locale == QLatin1String("es") ? 300 : 250);
        if (words < 120)
            say(QStringLiteral("words: %1, at least 120").arg(words));
        lookAtAddress(lesson->module, lesson->origin);
        lookAtWords(lines, lesson->origin);
        m_report.rows.last().counted = words;
    }

    /// Its name is its owner’s; all other words are ours.
    void lookAtPlace(const Result<PlaceText> &place)
    {
        if (!place)
            return;
        most("characters of the title", place->title.size(), 40);
        most("characters of use", place->use.size(), 70);
        most("words", wordsIn(QStringList{place->use} + place->more).size(), 60);
        if (m_today.isValid() && (place->checked > m_today || place->checked.daysTo(m_today) > longestSinceReview))
            say(QStringLiteral("checked: more than a year ago, or to come"));
        QStringList lines{place->use};
        for (const QString &line : {place->hours, place->cost, place->who}) {
            if (!line.isEmpty())
                lines << line;
        }
        lookAtWords(lines + place->more, place->origin);
    }

    void lookAtReplies(const Question &question)
    {
        static const QRegularExpression hard(
            QStringLiteral("^(?:No[,.!]|Nope|Wrong|Incorrect|False[.,!]|Falso[.,!]|Incorrecto|Mal[.,!])"));
        for (const Answer &answer : question.answers) {
            if (!answer.isBest && plainText(answer.reply).contains(hard))
                say(QStringLiteral("a reply that begins with no: ") + plainText(answer.reply));
            most("sentences of a reply", sentencesIn({plainText(answer.reply)}).size(), 3);
        }
    }

    void lookAtIcon(const QString &icon)
    {
        static const QStringList icons =
            list("wave clock play walk heart note-text silverware-variant pause account weather-night leaf eye hand-heart star "
                 "school medical-bag "
                 "pill brain map-marker calendar phone chat shield run food book-open-variant account-group briefcase home "
                 "lifebuoy weather-windy "
                 "fire emoticon-sad emoticon-neutral lightbulb check-circle puzzle scale-balance cards");
        if (!icons.contains(icon))
            say(QStringLiteral("no such icon: ") + icon);
    }

    void lookAtLinks(const QList<Link> &links)
    {
        static const QRegularExpression trusted(QStringLiteral("(?:^|\\.)(?:[a-z0-9-]+\\.gov|988lifeline\\.org|211\\.org)$"));
        for (const Link &link : links) {
            if (m_isOurs && link.kind == LinkKind::Web && !link.web.host().contains(trusted))
                say(QStringLiteral("a link to no public health source: ") + link.web.host());
        }
    }

    /// What can cost a life when it is wrong can be looked up by whoever reads it.
    void lookAtAddress(const QString &module, const Origin &origin)
    {
        static const QStringList modules = list("medicine-that-helps overdose-and-safety for-families");
        const auto isThere = [](const QString &source) { return source.contains(QLatin1String("https://")); };
        if (m_isOurs && modules.contains(module) && std::none_of(origin.sources.begin(), origin.sources.end(), isThere))
            say(QStringLiteral("no source with an address"));
    }

    void lookAtOrigin(const Origin &origin)
    {
        QString by = QStringLiteral("The Handrail authors; a clinician has not reviewed it yet");
        if (m_locale != QLatin1String("en"))
            by += QStringLiteral("; awaiting a clinical translator");
        if (m_isOurs && origin.reviewedBy != by)
            say(QStringLiteral("reviewedBy: not “%1”").arg(by));
        if (m_today.isValid() && (origin.reviewDate > m_today || origin.reviewDate.daysTo(m_today) > longestSinceReview))
            say(QStringLiteral("reviewDate: more than a year ago, or to come"));
        for (const QString &source : origin.sources) {
            if (source.contains(QLatin1String("http:")))
                say(QStringLiteral("a source without https: ") + source);
        }
    }

    void lookAtWords(const QStringList &lines, const Origin &origin)
    {
        lookAtOrigin(origin);
        static const QRegularExpression markup(QStringLiteral("<[A-Za-z/!]|&[a-z]+;|\\*\\*|\\]\\("));
        for (const QString &line : lines) {
            for (const QString &what : forbiddenIn(line, m_locale))
                say(what);
            if (line.contains(markup))
                say(QStringLiteral("markup that is shown as it stands: ") + line.left(60));
        }
        const Ease ease = easeOf(lines, m_locale);
        for (const QString &sentence : ease.longest)
            say(QStringLiteral("%1 words in a sentence: %2").arg(wordsIn({sentence}).size()).arg(sentence));
        if (m_locale == QLatin1String("es")) {
            if (ease.figure < hardestSpanish)
                say(QStringLiteral("ease %1, at least %2").arg(ease.figure, 0, 'f', 1).arg(hardestSpanish));
        } else {
            if (ease.figure > hardestGrade)
                say(QStringLiteral("grade %1, at most %2").arg(ease.figure, 0, 'f', 1).arg(hardestGrade));
            if (ease.heavy.size() > mostHeavyWords)
                say(QStringLiteral("words of 4 syllables: ") + ease.heavy.join(u' '));
        }
        m_report.rows << Row{m_path, m_locale, ease.words, 0, ease.figure, origin.sources.size(), origin.reviewDate};
    }

    /// All skills and places are in Spanish, and the modules that most people need (design clinical 5: 2, 3, 4, 5, 7, 12).
    void lookForTranslations()
    {
        static const QStringList modules = list("science-of-addiction triggers-and-cravings relapse-prevention coping-basics "
                                                "overdose-and-safety for-families");
        const QStringList paths = m_texts.paths();
        for (const QString &path : paths) {
            const auto place = textPlaceOf(path);
            if (!place || place->locale != QLatin1String("en"))
                continue;
            const bool isNeeded = place->kind == TextPlace::Kind::Skill || place->kind == TextPlace::Kind::Place
                || modules.contains(place->kind == TextPlace::Kind::Module ? place->id : place->module);
            m_path = path;
            if (isNeeded && !paths.contains(path.chopped(5) + QStringLiteral("es.md")))
                say(QStringLiteral("not in Spanish"));
        }
    }

    const TextSource &m_texts;
    bool m_isOurs;
    QDate m_today;
    Report m_report;
    QString m_path;
    QString m_locale;
};

} // namespace

Report look(const TextSource &texts, Whose whose, const QDate &today)
{
    return Looker(texts, whose, today).look();
}

} // namespace handrail::lint
