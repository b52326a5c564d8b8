// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Texts of skills and lessons. Whatever they hold: what comes out is within the limits, is text, and leads nowhere but where it may.

#include "Fuzz.h"
#include "content/CrisisPack.h"
#include "content/Exercise.h"
#include "content/Lessons.h"
#include "content/Markdown.h"
#include "content/Places.h"
#include "content/Skills.h"
#include "content/SoundText.h"

#include <algorithm>

namespace handrail::fuzz {

namespace {

void check(const Runs &runs)
{
    for (const Run &run : runs) {
        require(isSoundText(run.text), "words are words");
        const Link &link = run.link;
        require((link.kind == LinkKind::Skill || link.kind == LinkKind::Lesson) == isContentId(link.id),
                "a skill or lesson has an id");
        require((link.kind == LinkKind::Web) == !link.web.isEmpty(), "a page has an address");
        require(link.web.isEmpty()
                    || (link.web.scheme() == u"https" && !link.web.host().isEmpty() && link.web.userInfo().isEmpty()),
                "a page is https");
    }
}

struct Check {
    void operator()(const Heading &block) const
    {
        require(block.level >= 1 && block.level <= 6, "headings have 6 levels");
        check(block.runs);
    }
    void operator()(const Paragraph &block) const { check(block.runs); }
    void operator()(const ItemList &block) const
    {
        require(!block.items.isEmpty(), "a list has items");
        for (const ListItem &item : block.items) {
            require(item.depth >= 0 && item.depth < maximumMarkdownNesting, "lists are not deep");
            check(item.runs);
        }
    }
    void operator()(const CheckList &block) const
    {
        require(!block.items.isEmpty(), "a list has items");
        for (const CheckItem &item : block.items) {
            check(item.say);
            check(item.reply);
            require(!plainText(item.say).contains(u'\n') && !plainText(item.reply).contains(u'\n'),
                    "answer and reply are one line each");
        }
    }
    void operator()(const Drawing &block) const
    {
        require(isContentId(block.name) && isSoundText(block.says), "a drawing has a name");
    }
    void operator()(const CodeBlock &block) const { require(isSoundText(block.text) && isSoundText(block.info), "code is text"); }
};

qsizetype sizeOf(const Markdown &text)
{
    qsizetype size = text.blocks.size();
    for (const Block &block : text.blocks) {
        if (const auto *list = std::get_if<ItemList>(&block))
            size += list->items.size() - 1;
        if (const auto *list = std::get_if<CheckList>(&block))
            size += list->items.size() - 1;
    }
    return size;
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray text = input.rest();
    const auto read = readMarkdown(text);
    if (read) {
        require(sizeOf(*read) <= maximumMarkdownBlocks, "blocks are not many");
        for (const Block &block : read->blocks)
            std::visit(Check(), block);
        require(*read == *readMarkdown(text), "the same text reads the same");
    }
    if (const auto skill = readSkill(text)) {
        require(isContentId(skill->id) && skill->minutes >= 1 && skill->steps.size() >= 3 && skill->steps.size() <= 6,
                "a skill is whole");
        require(!wordsOf(skill->exercise).isEmpty() && readSkillHead(text)->id == skill->id, "and can be played");
    }
    if (const auto module = readModule(text)) {
        for (const Question &question : module->quiz.questions)
            require(
                std::count_if(question.answers.begin(), question.answers.end(), [](const Answer &answer) { return answer.isBest; })
                    == 1,
                "one answer is the best");
    }
    if (const auto lesson = readLesson(text, QStringLiteral("module")))
        require(lesson->cards.size() >= 4 && lesson->cards.size() <= 6, "a lesson has 4 to 6 cards");
    if (const auto place = readPlace(text)) {
        require(place->call.isEmpty() || isDiallable(place->call), "what is dialled is a number");
        require(place->website.isEmpty() || place->website.scheme() == QLatin1String("https"), "what is opened is https");
        require(!place->kinds.isEmpty() && place->checked.isValid() && place->more.size() <= 2, "a place is whole");
    }
    (void)readExercise(text);
}

} // namespace handrail::fuzz
