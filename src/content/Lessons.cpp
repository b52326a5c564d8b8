// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Lessons.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr qsizetype questionsOfQuiz = 5;

tl::unexpected<Problem> bad(const char *what, const QString &fault)
{
    return problem(ProblemKind::BadData, QLatin1String(what) + QStringLiteral(": ") + fault);
}

Module readModuleMatter(FrontMatter &matter)
{
    matter.only({QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("icon"), QStringLiteral("audience"),
                 QStringLiteral("order"), QStringLiteral("sources"), QStringLiteral("reviewedBy"), QStringLiteral("reviewDate")});
    Module module;
    module.id = matter.text(QStringLiteral("id"), 64);
    if (!isContentId(module.id))
        matter.fail(QStringLiteral("id: no id"));
    module.title = matter.text(QStringLiteral("title"), 80);
    module.icon = matter.text(QStringLiteral("icon"), 64);
    const QString family = QStringLiteral("family");
    module.audience = matter.word(QStringLiteral("audience"), {QStringLiteral("patient"), family}) == family ? Audience::Family
                                                                                                             : Audience::Patient;
    module.order = matter.number(QStringLiteral("order"), 1, 999);
    return module;
}

Lesson readLessonMatter(FrontMatter &matter, const QString &module)
{
    matter.only({QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("minutes"), QStringLiteral("order"),
                 QStringLiteral("skills"), QStringLiteral("words"), QStringLiteral("sources"), QStringLiteral("reviewedBy"),
                 QStringLiteral("reviewDate")});
    Lesson lesson;
    lesson.module = module;
    lesson.id = matter.text(QStringLiteral("id"), 64);
    if (!isContentId(lesson.id))
        matter.fail(QStringLiteral("id: no id"));
    lesson.title = matter.text(QStringLiteral("title"), 80);
    lesson.minutes = matter.number(QStringLiteral("minutes"), 1, 10);
    lesson.order = matter.number(QStringLiteral("order"), 1, 99);
    lesson.skills = matter.list(QStringLiteral("skills"), false, 3);
    lesson.words = matter.list(QStringLiteral("words"), false, 24);
    for (const QString &skill : lesson.skills) {
        if (!isContentId(skill) || lesson.skills.count(skill) > 1)
            matter.fail(QStringLiteral("skills: no id, or twice"));
    }
    return lesson;
}

Result<Question> readQuestion(const Heading &heading, const Block *below)
{
    Question question{plainText(heading.runs), {}};
    const auto *list = below ? std::get_if<CheckList>(below) : nullptr;
    if (!list || list->items.size() < 2 || list->items.size() > 3)
        return problem(ProblemKind::BadData, QStringLiteral("a question without 2 or 3 answers: ") + question.ask.left(60));
    for (const CheckItem &item : list->items) {
        question.answers << Answer{item.say, item.reply, item.isChecked};
        if (plainText(item.say).trimmed().isEmpty() || plainText(item.reply).trimmed().isEmpty())
            return problem(ProblemKind::BadData, QStringLiteral("an answer without a reply: ") + question.ask.left(60));
    }
    if (std::count_if(question.answers.begin(), question.answers.end(), [](const Answer &answer) { return answer.isBest; }) != 1)
        return problem(ProblemKind::BadData, QStringLiteral("not exactly one best answer: ") + question.ask.left(60));
    return question;
}

/// Adds what is on a card; false for what none may have.
bool addToCard(Card &card, const Block &block)
{
    if (const auto *list = std::get_if<ItemList>(&block)) {
        if (list->items.size() > 4
            || std::any_of(list->items.begin(), list->items.end(), [](const ListItem &item) { return item.depth > 0; }))
            return false;
    } else if (!std::holds_alternative<Paragraph>(block) && !std::holds_alternative<Drawing>(block)) {
        return false;
    }
    card.blocks << block;
    return true;
}

} // namespace

Result<Module> readModuleHead(const QByteArray &text)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    Module module = readModuleMatter(*matter);
    if (!matter->fault().isEmpty())
        return bad("module", matter->fault());
    return module;
}

Result<ModuleText> readModule(const QByteArray &text)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    ModuleText module;
    static_cast<Module &>(module) = readModuleMatter(*matter);
    module.origin = matter->origin();
    if (!matter->fault().isEmpty())
        return bad("module", matter->fault());
    const auto blocks = readBody(*matter);
    if (!blocks)
        return tl::make_unexpected(blocks.error());

    qsizetype at = 0;
    while (at < blocks->size() && std::holds_alternative<Paragraph>(blocks->at(at)))
        module.introduction << blocks->at(at++);
    if (module.introduction.isEmpty() || module.introduction.size() > 3)
        return bad("module", QStringLiteral("not 1 to 3 paragraphs before the quiz"));
    const auto *quiz = at < blocks->size() ? std::get_if<Heading>(&blocks->at(at++)) : nullptr;
    if (!quiz || quiz->level != 2 || plainText(quiz->runs) != QLatin1String("Quiz"))
        return bad("module", QStringLiteral("no ## Quiz"));
    while (at < blocks->size()) {
        const auto *ask = std::get_if<Heading>(&blocks->at(at));
        if (!ask || ask->level != 3)
            return bad("module", QStringLiteral("in the quiz, what is no ### question"));
        const auto question = readQuestion(*ask, at + 1 < blocks->size() ? &blocks->at(at + 1) : nullptr);
        if (!question)
            return bad("module", question.error().detail);
        module.quiz.questions << *question;
        at += 2;
    }
    if (module.quiz.questions.size() != questionsOfQuiz)
        return bad("module", QStringLiteral("not 5 questions"));
    return module;
}

Result<Lesson> readLessonHead(const QByteArray &text, const QString &module)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    Lesson lesson = readLessonMatter(*matter, module);
    if (!matter->fault().isEmpty())
        return bad("lesson", matter->fault());
    return lesson;
}

Result<LessonText> readLesson(const QByteArray &text, const QString &module)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    LessonText lesson;
    static_cast<Lesson &>(lesson) = readLessonMatter(*matter, module);
    lesson.origin = matter->origin();
    if (!matter->fault().isEmpty())
        return bad("lesson", matter->fault());
    const auto blocks = readBody(*matter);
    if (!blocks)
        return tl::make_unexpected(blocks.error());

    qsizetype drawings = 0;
    for (qsizetype at = 0; at < blocks->size(); ++at) {
        const Block &block = blocks->at(at);
        drawings += std::holds_alternative<Drawing>(block) ? 1 : 0;
        const auto *heading = std::get_if<Heading>(&block);
        if (heading && heading->level == 2) {
            lesson.cards << Card{plainText(heading->runs), {}, {}};
            continue;
        }
        if (lesson.cards.isEmpty())
            return bad("lesson", QStringLiteral("something before the first card"));
        Card &card = lesson.cards.last();
        if (card.check)
            return bad("lesson", QStringLiteral("something after a check, on ") + card.title.left(60));
        if (heading && heading->level == 3) {
            const auto question = readQuestion(*heading, at + 1 < blocks->size() ? &blocks->at(at + 1) : nullptr);
            if (!question)
                return bad("lesson", question.error().detail);
            card.check = *question;
            ++at;
        } else if (!addToCard(card, block)) {
            return bad("lesson",
                       QStringLiteral("neither paragraph, list of at most 4, drawing nor check, on ") + card.title.left(60));
        }
    }
    if (lesson.cards.size() < 4 || lesson.cards.size() > 6)
        return bad("lesson", QStringLiteral("not 4 to 6 cards"));
    if (std::any_of(lesson.cards.begin(), lesson.cards.end(),
                    [](const Card &card) { return card.blocks.isEmpty() || card.title.isEmpty(); }))
        return bad("lesson", QStringLiteral("an empty card"));
    if (drawings > 1)
        return bad("lesson", QStringLiteral("more than one drawing"));
    if (std::count_if(lesson.cards.begin(), lesson.cards.end(), [](const Card &card) { return card.check.has_value(); }) > 1)
        return bad("lesson", QStringLiteral("more than one check"));
    return lesson;
}

} // namespace handrail
