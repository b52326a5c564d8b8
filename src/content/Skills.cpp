// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Skills.h"

#include <algorithm>
#include <array>

namespace handrail {

namespace {

constexpr std::array needNames{"craving", "anxious", "sleep", "angry", "lonely", "low", "pain", "bored"};
constexpr std::array modalityNames{"cbt", "dbt", "mindfulness", "motivational"};

template <std::size_t size>
QStringList all(const std::array<const char *, size> &names)
{
    QStringList list;
    for (const char *name : names)
        list << QString::fromLatin1(name);
    return list;
}

tl::unexpected<Problem> bad(const QString &what)
{
    return problem(ProblemKind::BadData, QStringLiteral("skill: ") + what);
}

Skill readHead(FrontMatter &matter)
{
    matter.only({QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("use"), QStringLiteral("icon"),
                 QStringLiteral("minutes"), QStringLiteral("modality"), QStringLiteral("needs"), QStringLiteral("cautions"),
                 QStringLiteral("words"), QStringLiteral("rated"), QStringLiteral("sources"), QStringLiteral("reviewedBy"),
                 QStringLiteral("reviewDate")});
    Skill skill;
    skill.id = matter.text(QStringLiteral("id"), 64);
    if (!isContentId(skill.id))
        matter.fail(QStringLiteral("id: no id"));
    skill.title = matter.text(QStringLiteral("title"), 80);
    skill.use = matter.text(QStringLiteral("use"), 80);
    skill.icon = matter.text(QStringLiteral("icon"), 64);
    skill.minutes = matter.number(QStringLiteral("minutes"), 1, 60);
    const QStringList modalities = all(modalityNames);
    skill.modality = Modality(std::max<qsizetype>(0, modalities.indexOf(matter.word(QStringLiteral("modality"), modalities))));
    for (const QString &name : matter.list(QStringLiteral("needs"), true, qsizetype(needNames.size()))) {
        const auto need = needNamed(name);
        if (!need || skill.needs.contains(*need))
            matter.fail(QStringLiteral("needs: not known, or twice"));
        else
            skill.needs << *need;
    }
    skill.cautions = matter.list(QStringLiteral("cautions"), false, 6);
    skill.words = matter.list(QStringLiteral("words"), false, 24);
    const QString rated = QStringLiteral("rated");
    skill.isRated = !matter.has(rated) || matter.word(rated, {QStringLiteral("yes"), QStringLiteral("no")}) == QLatin1String("yes");
    return skill;
}

/// Takes the parts of a body one after the other.
class Parts
{
public:
    explicit Parts(const QList<Block> &blocks)
        : m_blocks(blocks)
    {
    }

    template <typename T>
    [[nodiscard]] const T *take()
    {
        const T *found = m_at < m_blocks.size() ? std::get_if<T>(&m_blocks.at(m_at)) : nullptr;
        m_at += found ? 1 : 0;
        return found;
    }
    [[nodiscard]] bool takeHeading(const QString &word)
    {
        const Heading *heading = take<Heading>();
        return heading && heading->level == 2 && plainText(heading->runs) == word;
    }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_blocks.size(); }

private:
    const QList<Block> &m_blocks;
    qsizetype m_at = 0;
};

/// The kind of the exercise, without reading it; empty where none is named. readSkill() finds out whether it is one.
QString kindIn(const QByteArray &body)
{
    const qsizetype script = body.indexOf("\n```exercise");
    const qsizetype key = script < 0 ? -1 : body.indexOf("\"kind\"", script);
    const qsizetype from = key < 0 ? -1 : body.indexOf('"', key + 6);
    const qsizetype to = from < 0 ? -1 : body.indexOf('"', from + 1);
    return to < 0 || to - from > 32 ? QString() : QString::fromUtf8(body.mid(from + 1, to - from - 1));
}

} // namespace

Result<Skill> readSkillHead(const QByteArray &text)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    Skill skill = readHead(*matter);
    if (!matter->fault().isEmpty())
        return bad(matter->fault());
    skill.kind = kindIn(matter->body());
    return skill;
}

Result<SkillText> readSkill(const QByteArray &text)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    SkillText skill;
    static_cast<Skill &>(skill) = readHead(*matter);
    skill.origin = matter->origin();
    if (!matter->fault().isEmpty())
        return bad(matter->fault());

    const auto blocks = readBody(*matter);
    if (!blocks)
        return tl::make_unexpected(blocks.error());
    Parts parts(*blocks);
    while (const auto *paragraph = parts.take<Paragraph>())
        skill.about << *paragraph;
    if (skill.about.isEmpty() || skill.about.size() > 3)
        return bad(QStringLiteral("not 1 to 3 paragraphs before the steps"));
    if (!parts.takeHeading(QStringLiteral("Steps")))
        return bad(QStringLiteral("no ## Steps"));
    const auto *steps = parts.take<ItemList>();
    if (!steps || !steps->isOrdered || steps->items.size() < 3 || steps->items.size() > 6)
        return bad(QStringLiteral("steps: not an ordered list of 3 to 6"));
    for (const ListItem &item : steps->items) {
        skill.steps << plainText(item.runs).trimmed();
        if (item.depth != 0 || skill.steps.constLast().isEmpty() || skill.steps.constLast().contains(u'\n'))
            return bad(QStringLiteral("steps: one is empty or has parts"));
    }
    const auto *script = parts.take<CodeBlock>();
    if (!script || script->info != QLatin1String("exercise"))
        return bad(QStringLiteral("no block \"exercise\" after the steps"));
    const auto exercise = readExercise(script->text.toUtf8());
    if (!exercise)
        return tl::make_unexpected(exercise.error());
    skill.exercise = *exercise;
    skill.kind = kindOf(*exercise);
    if (!parts.takeHeading(QStringLiteral("Afterwards")))
        return bad(QStringLiteral("no ## Afterwards"));
    const auto *afterwards = parts.take<Paragraph>();
    if (!afterwards || !parts.isAtEnd())
        return bad(QStringLiteral("not one paragraph at the end"));
    skill.afterwards = plainText(afterwards->runs);
    for (const Next &next : exitsOf(skill.exercise)) {
        if (next.kind == Next::Kind::Skill && next.skill == skill.id)
            return bad(QStringLiteral("leads to itself: again says that"));
    }
    return skill;
}

std::optional<Need> needNamed(QStringView name)
{
    const auto *found =
        std::find_if(needNames.begin(), needNames.end(), [&](const char *each) { return name == QLatin1String(each); });
    return found == needNames.end() ? std::nullopt : std::optional(Need(found - needNames.begin()));
}

QString nameOf(Need need)
{
    return QLatin1String(needNames.at(std::size_t(need)));
}

QString nameOf(Modality modality)
{
    return QLatin1String(modalityNames.at(std::size_t(modality)));
}

} // namespace handrail
