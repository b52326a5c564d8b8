// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/ContentCheck.h"

#include "content/Lessons.h"
#include "content/Places.h"
#include "content/Skills.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace handrail {

namespace {

using Kind = ContentFault::Kind;

/// What must be the same in a translation, as one line.
QString shapeOf(const QJsonValue &value, const QString &key)
{
    static const QStringList kept{QStringLiteral("id"),    QStringLiteral("kind"),    QStringLiteral("type"),
                                  QStringLiteral("shape"), QStringLiteral("haptic"),  QStringLiteral("next"),
                                  QStringLiteral("then"),  QStringLiteral("summary"), QStringLiteral("skippedBy"),
                                  QStringLiteral("yes")};
    // Words that are offered may be more or fewer in another language; what an answer is kept as may not.
    static const QStringList counted{QStringLiteral("options"), QStringLiteral("columns"), QStringLiteral("rows"),
                                     QStringLiteral("marks")};
    if (value.isObject()) {
        QString shape;
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            shape += each.key() + u'=' + shapeOf(each.value(), each.key()) + u' ';
        return u'{' + shape + u'}';
    }
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        const bool isWords = std::all_of(list.begin(), list.end(), [](const QJsonValue &each) { return each.isString(); });
        if (isWords)
            return counted.contains(key) ? QString::number(list.size()) : QStringLiteral("words");
        QString shape;
        for (const QJsonValue &each : list)
            shape += shapeOf(each, key) + u',';
        return u'[' + shape + u']';
    }
    if (value.isString())
        return kept.contains(key) ? value.toString() : QStringLiteral("words");
    return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : QString::number(value.toDouble());
}

QString scriptShapeOf(const QByteArray &text)
{
    const auto matter = FrontMatter::read(text);
    const auto body = matter ? readMarkdown(matter->body()) : Result<Markdown>(Markdown());
    for (const Block &block : body.value_or(Markdown()).blocks) {
        if (const auto *code = std::get_if<CodeBlock>(&block))
            return shapeOf(QJsonDocument::fromJson(code->text.toUtf8()).object(), {});
    }
    return {};
}

QString shapeOf(const Question &question)
{
    QString shape;
    for (const Answer &answer : question.answers)
        shape += answer.isBest ? u'x' : u'-';
    return shape;
}

void collect(const Runs &runs, QList<Link> &links)
{
    for (const Run &run : runs) {
        if (run.link.kind != LinkKind::None)
            links << run.link;
    }
}

void collect(const QList<Block> &blocks, QList<Link> &links)
{
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            collect(paragraph->runs, links);
        if (const auto *list = std::get_if<ItemList>(&block)) {
            for (const ListItem &item : list->items)
                collect(item.runs, links);
        }
    }
}

void collect(const Question &question, QList<Link> &links)
{
    for (const Answer &answer : question.answers) {
        collect(answer.say, links);
        collect(answer.reply, links);
    }
}

/// One text as far as it is held against others.
struct Seen {
    TextPlace place;
    QString path;
    QString fault; ///< empty when it can be read
    QStringList shape;
    QList<Link> links;
    QList<Next> exits;
    QStringList risks;
};

/// What can harm somebody (design clinical H12): cold water, and holding the breath.
QStringList risksOf(const SkillText &skill)
{
    static const QRegularExpression cold(QStringLiteral("\\b(?:cold|ice|fr[ií][oa]|hielo)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList risks;
    const auto *breath = std::get_if<BreathExercise>(&skill.exercise);
    const auto *wave = std::get_if<WaveExercise>(&skill.exercise);
    for (const BreathPhase &phase : breath ? breath->phases : wave ? wave->phases : QList<BreathPhase>()) {
        if (phase.shape == BreathPhase::Shape::Stay && (!phase.isOptional || skill.cautions.isEmpty()))
            risks << QStringLiteral("a held breath that cannot be left out, or without caution");
    }
    if (const auto *timer = std::get_if<TimerExercise>(&skill.exercise)) {
        for (const TimerStep &step : timer->steps) {
            const bool isCold = step.say.contains(cold) || step.more.contains(cold);
            if (isCold && (step.skippedBy.isEmpty() || skill.cautions.isEmpty()))
                risks << QString(u"cold without a question before, or without caution: " % step.say);
        }
    }
    return risks;
}

Seen readSkillPlace(const TextPlace &place, const QString &path, const QByteArray &text)
{
    Seen seen{place, path, {}, {}, {}, {}, {}};
    const auto skill = readSkill(text);
    if (!skill) {
        seen.fault = skill.error().detail;
        return seen;
    }
    if (skill->id != place.id)
        seen.fault = QStringLiteral("id: not as the folder");
    QStringList needs;
    for (const Need need : skill->needs)
        needs << nameOf(need);
    seen.shape = {skill->icon,
                  QStringLiteral("%1 minutes").arg(skill->minutes),
                  nameOf(skill->modality),
                  needs.join(u' '),
                  skill->isRated ? QStringLiteral("rated") : QStringLiteral("not rated"),
                  QStringLiteral("%1 cautions").arg(skill->cautions.size()),
                  QStringLiteral("%1 steps").arg(skill->steps.size()),
                  scriptShapeOf(text)};
    collect(skill->about, seen.links);
    seen.risks = risksOf(*skill);
    seen.exits = exitsOf(skill->exercise);
    for (const Next &next : seen.exits) {
        if (next.kind == Next::Kind::Skill)
            seen.links << Link{LinkKind::Skill, next.skill, {}};
    }
    return seen;
}

Seen readModulePlace(const TextPlace &place, const QString &path, const QByteArray &text)
{
    Seen seen{place, path, {}, {}, {}, {}, {}};
    const auto module = readModule(text);
    if (!module) {
        seen.fault = module.error().detail;
        return seen;
    }
    if (module->id != place.id)
        seen.fault = QStringLiteral("id: not as the folder");
    seen.shape = {module->icon, module->audience == Audience::Family ? QStringLiteral("family") : QStringLiteral("patient"),
                  QStringLiteral("order %1").arg(module->order)};
    collect(module->introduction, seen.links);
    for (const Question &question : module->quiz.questions) {
        seen.shape << QStringLiteral("answers ") + shapeOf(question);
        collect(question, seen.links);
    }
    return seen;
}

Seen readLessonPlace(const TextPlace &place, const QString &path, const QByteArray &text)
{
    Seen seen{place, path, {}, {}, {}, {}, {}};
    const auto lesson = readLesson(text, place.module);
    if (!lesson) {
        seen.fault = lesson.error().detail;
        return seen;
    }
    if (lesson->id != place.id)
        seen.fault = QStringLiteral("id: not as the folder");
    seen.shape = {QStringLiteral("%1 minutes").arg(lesson->minutes), QStringLiteral("order %1").arg(lesson->order),
                  QStringLiteral("skills ") + lesson->skills.join(u' ')};
    for (const QString &skill : lesson->skills)
        seen.links << Link{LinkKind::Skill, skill, {}};
    for (const Card &card : lesson->cards) {
        QString shape = QStringLiteral("card ") + (card.check ? shapeOf(*card.check) : QString());
        for (const Block &block : card.blocks) {
            if (const auto *drawing = std::get_if<Drawing>(&block))
                shape += u' ' + drawing->name;
        }
        seen.shape << shape;
        collect(card.blocks, seen.links);
        if (card.check)
            collect(*card.check, seen.links);
    }
    return seen;
}

/// What is dialled and opened is the same in every language.
Seen readPlacePlace(const TextPlace &place, const QString &path, const QByteArray &text)
{
    Seen seen{place, path, {}, {}, {}, {}, {}};
    const auto one = readPlace(text);
    if (!one) {
        seen.fault = one.error().detail;
        return seen;
    }
    if (one->id != place.id)
        seen.fault = QStringLiteral("id: not as the folder");
    QStringList kinds;
    for (const PlaceKind kind : one->kinds)
        kinds << nameOf(kind);
    seen.shape = {kinds.join(u' '), QStringLiteral("phone ") + one->call, QStringLiteral("website ") + one->website.toString(),
                  QStringLiteral("checked ") + one->checked.toString(Qt::ISODate)};
    return seen;
}

Seen readAt(const TextPlace &place, const QString &path, const QByteArray &text)
{
    switch (place.kind) {
    case TextPlace::Kind::Skill: return readSkillPlace(place, path, text);
    case TextPlace::Kind::Module: return readModulePlace(place, path, text);
    case TextPlace::Kind::Lesson: return readLessonPlace(place, path, text);
    case TextPlace::Kind::Place: break;
    }
    return readPlacePlace(place, path, text);
}

/// Skills that can never come to an end, however the person answers.
QSet<QString> endless(const QHash<QString, QList<Next>> &exits)
{
    QSet<QString> ending;
    for (bool hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (auto skill = exits.begin(); skill != exits.end(); ++skill) {
            const bool ends =
                skill->isEmpty() || std::any_of(skill->begin(), skill->end(), [&](const Next &next) {
                    return next.kind == Next::Kind::End
                        || (next.kind == Next::Kind::Skill && (ending.contains(next.skill) || !exits.contains(next.skill)));
                });
            if (ends && !ending.contains(skill.key())) {
                ending.insert(skill.key());
                hasGrown = true;
            }
        }
    }
    const QList<QString> all = exits.keys();
    return QSet<QString>(all.begin(), all.end()) - ending;
}

class Checker
{
public:
    explicit Checker(const TextSource &texts)
    {
        for (const QString &path : texts.paths()) {
            const auto place = textPlaceOf(path);
            if (!place) {
                add(Kind::BadText, path, QStringLiteral("not the path of a text"));
                continue;
            }
            const QByteArray text = texts.text(path);
            const Seen seen = readAt(*place, path, text);
            if (!seen.fault.isEmpty())
                add(Kind::BadText, path, seen.fault);
            for (const QString &risk : seen.risks)
                add(Kind::CanHarm, path, risk);
            m_seen << seen;
        }
        const bool hasEnglish =
            std::any_of(m_seen.begin(), m_seen.end(), [](const Seen &seen) { return seen.place.locale == u"en"; });
        if (!hasEnglish && !m_seen.isEmpty())
            m_original = m_seen.constFirst().place.locale;
    }

    QList<ContentFault> faults(const KnownIds &own, const KnownIds &elsewhere)
    {
        checkIds(elsewhere);
        checkTranslations();
        checkModules(own, elsewhere);
        for (const Seen &seen : m_seen) {
            for (const Link &link : seen.links) {
                const bool isThere = link.kind == LinkKind::Skill
                    ? own.skills.contains(link.id) || elsewhere.skills.contains(link.id)
                    : link.kind == LinkKind::Lesson ? own.lessons.contains(link.id) || elsewhere.lessons.contains(link.id)
                                                    : true;
                if (!isThere)
                    add(Kind::LinkNowhere, seen.path, link.id);
            }
        }
        checkLoops();
        return m_faults;
    }

private:
    void add(Kind kind, const QString &path, const QString &what) { m_faults << ContentFault{kind, path, what}; }

    void checkIds(const KnownIds &elsewhere)
    {
        // Two texts are of one thing when kind, module and id are the same.
        QHash<QString, QString> folders;
        for (const Seen &seen : m_seen) {
            const QString folder = seen.path.section(u'/', 0, -2);
            if (const QString other = folders.value(seen.place.id, folder); other != folder)
                add(Kind::TwoOfOneId, seen.path, QStringLiteral("also ") + other);
            folders.insert(seen.place.id, folder);
            // What takes the place of another's is of the same kind.
            const bool isOther = (seen.place.kind != TextPlace::Kind::Skill && elsewhere.skills.contains(seen.place.id))
                || (seen.place.kind != TextPlace::Kind::Module && elsewhere.modules.contains(seen.place.id))
                || (seen.place.kind != TextPlace::Kind::Lesson && elsewhere.lessons.contains(seen.place.id))
                || (seen.place.kind != TextPlace::Kind::Place && elsewhere.places.contains(seen.place.id));
            if (isOther)
                add(Kind::TwoOfOneId, seen.path, QStringLiteral("of another kind elsewhere"));
        }
    }

    void checkTranslations()
    {
        QHash<QString, const Seen *> originals;
        for (const Seen &seen : m_seen) {
            if (seen.place.locale == m_original)
                originals.insert(seen.path.section(u'/', 0, -2), &seen);
        }
        for (const Seen &seen : m_seen) {
            const Seen *original = originals.value(seen.path.section(u'/', 0, -2));
            if (!original)
                add(Kind::MissingText, seen.path, QStringLiteral("without its original"));
            else if (seen.fault.isEmpty() && original->fault.isEmpty() && seen.shape != original->shape)
                add(Kind::NotTheSame, seen.path, differenceOf(seen.shape, original->shape));
        }
    }

    static QString differenceOf(const QStringList &shape, const QStringList &original)
    {
        for (qsizetype i = 0; i < std::min(shape.size(), original.size()); ++i) {
            if (shape.at(i) != original.at(i))
                return QStringLiteral("%1, in the original %2").arg(shape.at(i), original.at(i));
        }
        return QStringLiteral("%1 parts, in the original %2").arg(shape.size()).arg(original.size());
    }

    void checkModules(const KnownIds &own, const KnownIds &elsewhere)
    {
        QSet<QString> filled;
        for (const Seen &seen : m_seen) {
            if (seen.place.kind == TextPlace::Kind::Lesson)
                filled.insert(seen.place.module);
        }
        for (const Seen &seen : m_seen) {
            if (seen.place.kind == TextPlace::Kind::Lesson && !own.modules.contains(seen.place.module)
                && !elsewhere.modules.contains(seen.place.module))
                add(Kind::MissingText, seen.path, QStringLiteral("a lesson without its module"));
            if (seen.place.kind == TextPlace::Kind::Module && !filled.contains(seen.place.id))
                add(Kind::MissingText, seen.path, QStringLiteral("a module without lessons"));
        }
    }

    void checkLoops()
    {
        QHash<QString, QList<Next>> exits;
        for (const Seen &seen : m_seen) {
            if (seen.place.kind == TextPlace::Kind::Skill && seen.fault.isEmpty())
                exits.insert(seen.place.id, seen.exits);
        }
        const QSet<QString> caught = endless(exits);
        for (const Seen &seen : m_seen) {
            if (seen.place.kind == TextPlace::Kind::Skill && caught.contains(seen.place.id))
                add(Kind::EndlessLoop, seen.path, QStringLiteral("no way out but skills that lead back"));
        }
    }

    QList<Seen> m_seen;
    QList<ContentFault> m_faults;
    QString m_original = QStringLiteral("en");
};

QSet<QString> &setOf(KnownIds &ids, TextPlace::Kind kind)
{
    switch (kind) {
    case TextPlace::Kind::Skill: return ids.skills;
    case TextPlace::Kind::Module: return ids.modules;
    case TextPlace::Kind::Lesson: break;
    case TextPlace::Kind::Place: return ids.places;
    }
    return ids.lessons;
}

} // namespace

KnownIds idsOf(const TextSource &texts)
{
    KnownIds ids;
    for (const QString &path : texts.paths()) {
        if (const auto place = textPlaceOf(path))
            setOf(ids, place->kind).insert(place->id);
    }
    return ids;
}

QList<ContentFault> faultsOf(const TextSource &texts, const KnownIds &elsewhere)
{
    return Checker(texts).faults(idsOf(texts), elsewhere);
}

QString nameOf(ContentFault::Kind kind)
{
    static constexpr std::array names{"cannot be read",      "id used twice", "text missing", "link to nowhere",
                                      "not as the original", "endless loop",  "can harm"};
    return QLatin1String(names.at(std::size_t(kind)));
}

} // namespace handrail
