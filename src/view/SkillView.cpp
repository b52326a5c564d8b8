// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SkillView.h"

#include "content/ContentLibrary.h"
#include "core/Log.h"
#include "view/OriginText.h"
#include "view/ProblemText.h"

#include <algorithm>

namespace handrail {

namespace {

QVariantMap optionOf(const ChooseOption &option, const ContentLibrary &library)
{
    QVariantMap map{
        {QStringLiteral("say"), option.say}, {QStringLiteral("act"), option.act}, {QStringLiteral("isHelp"), option.isHelp}};
    // One that is not there leads nowhere, and that is not shown.
    if (const Result<SkillText> next = library.skill(option.next.skill); option.next.kind == Next::Kind::Skill && next) {
        map.insert(QStringLiteral("skill"), next->id);
        map.insert(QStringLiteral("skillTitle"), next->title);
    }
    return map;
}

QVariantMap cardOf(const GameCard &card)
{
    QVariantList answers;
    for (const CardAnswer &answer : card.answers)
        answers << QVariantMap{{QStringLiteral("say"), answer.say},
                               {QStringLiteral("reply"), answer.reply},
                               {QStringLiteral("isBest"), answer.isBest}};
    return {{QStringLiteral("front"), card.front},
            {QStringLiteral("hint"), card.hint},
            {QStringLiteral("canAnswerOwn"), card.canAnswerOwn},
            {QStringLiteral("answers"), answers}};
}

/// Without the answers that lead to a skill which is not there.
void leaveOutGone(Exercise &exercise, const ContentLibrary &library)
{
    auto *wait = std::get_if<WaitExercise>(&exercise);
    if (!wait)
        return;
    wait->afterAnswers.removeIf(
        [&](const Choice &answer) { return answer.next.kind == Next::Kind::Skill && !library.skill(answer.next.skill); });
    if (wait->afterAnswers.isEmpty())
        wait->afterAnswers << Choice{SkillView::tr("Done"), {}};
}

/// It runs by itself, or from one step to the next.
bool isPlayed(const Exercise &exercise)
{
    return std::holds_alternative<BreathExercise>(exercise) || std::holds_alternative<WaveExercise>(exercise)
        || std::holds_alternative<TimerExercise>(exercise) || std::holds_alternative<WaitExercise>(exercise)
        || std::holds_alternative<StepsExercise>(exercise) || std::holds_alternative<CountExercise>(exercise);
}

/// Who comes to its end has done it. Of what ends with a press on Done the person says so.
bool endsByItself(const Exercise &exercise)
{
    return isPlayed(exercise) || std::holds_alternative<CardsExercise>(exercise);
}

QVariantMap scriptOf(const Exercise &exercise, const ContentLibrary &library)
{
    QVariantList list;
    if (const auto *choose = std::get_if<ChooseExercise>(&exercise)) {
        for (const ChooseOption &option : choose->options)
            list << optionOf(option, library);
        return {{QStringLiteral("ask"), choose->ask}, {QStringLiteral("options"), list}};
    }
    if (const auto *game = std::get_if<CardsExercise>(&exercise)) {
        for (const GameCard &card : game->cards)
            list << cardOf(card);
        return {{QStringLiteral("cards"), list}};
    }
    if (const auto *reach = std::get_if<ReachOutExercise>(&exercise)) {
        return {{QStringLiteral("ask"), reach->ask},
                {QStringLiteral("messages"), reach->messages},
                {QStringLiteral("calling"), reach->calling}};
    }
    return {};
}

} // namespace

SkillView::SkillView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_report(account, clock)
{
    connect(&account, &Account::left, this, [this] {
        m_message.clear();
        close();
    });
    // Its words change under it; where it stands stays.
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (m_state != Closed)
            read();
    });
}

void SkillView::open(const QString &id)
{
    if (!m_account.records())
        return;
    m_id = id;
    m_use = {};
    m_use.skill = id;
    m_next.clear();
    m_began = m_clock.monotonic();
    m_problemText.clear();
    readChoices();
    if (!m_knower.isSamePersonAs(*m_account.identity()))
        m_known.clear();
    m_knower = *m_account.identity();
    if (!m_known.contains(id) && wasUsed())
        m_known.insert(id);
    read();
    Q_EMIT ratingsChanged();
    Q_EMIT problemChanged();
}

void SkillView::read()
{
    const ContentLibrary library = m_texts(m_preferences.language());
    Result<SkillText> text = library.skill(m_id);
    if (!text)
        qCWarning(logApp) << "a skill cannot be shown:" << text.error();
    const QStringList ready = m_script.value(QStringLiteral("messages")).toStringList();
    m_text = text ? std::move(*text) : SkillText();
    leaveOutGone(m_text.exercise, library);
    m_script = text ? scriptOf(m_text.exercise, library) : QVariantMap();
    // A ready message that nobody changed is said in the new language.
    if (const qsizetype at = ready.indexOf(message()); at >= 0)
        keepMessage(m_script.value(QStringLiteral("messages")).toStringList().value(at));
    Q_EMIT opened();
    Q_EMIT cautionsChanged();
    if (!text)
        setState(Missing);
    else if (m_state == Closed || m_state == Missing || !m_use.at.isValid())
        setState(Running);
}

void SkillView::close()
{
    if (m_state == Closed)
        return;
    m_report.leave();
    // Nothing of it stays for who comes next.
    m_id.clear();
    m_text = {};
    m_script.clear();
    m_next.clear();
    m_use = {};
    m_choices = {};
    m_problemText.clear();
    setState(Closed);
    Q_EMIT opened();
    Q_EMIT ratingsChanged();
    Q_EMIT choicesChanged();
    Q_EMIT problemChanged();
}

bool SkillView::wasUsed() const
{
    const QDate today = m_clock.today();
    const QList<SkillUse> uses =
        skillUses(*m_account.records(), today.addDays(-skillMemoryDays), today.addDays(1)).value_or(QList<SkillUse>());
    return std::any_of(uses.cbegin(), uses.cend(), [this](const SkillUse &use) { return use.skill == m_id; });
}

bool SkillView::isCautionDue() const
{
    const auto *timer = std::get_if<TimerExercise>(&m_text.exercise);
    return !m_text.cautions.isEmpty() && isPlayed() && !(timer && timer->check) && !m_known.contains(m_id);
}

bool SkillView::isPlayed() const
{
    return handrail::isPlayed(m_text.exercise);
}

void SkillView::noteRead()
{
    m_known.insert(m_id);
    Q_EMIT cautionsChanged();
}

void SkillView::finish()
{
    stop(true);
}

bool SkillView::goOn(const QString &next)
{
    stop(true, next);
    return m_next.isEmpty();
}

void SkillView::end()
{
    stop(false);
}

void SkillView::stop(bool isWhole, const QString &next)
{
    if (m_state != Running)
        return;
    m_isWhole = isWhole;
    m_use.at = m_clock.localNow();
    m_use.at = m_use.at.toOffsetFromUtc(m_use.at.offsetFromUtc());
    m_use.minutes = int(std::chrono::round<std::chrono::minutes>(m_clock.monotonic() - m_began).count());
    keepUse();
    m_message.remove(m_id);
    m_report.ask(m_id, m_texts(m_preferences.language()), isWhole && endsByItself(m_text.exercise));
    m_next = m_report.isAsked() ? next : QString();
    setState(After);
}

void SkillView::again()
{
    if (m_state != After)
        return;
    m_report.leave();
    // How it is now is how it was before the next time.
    const std::optional<int> now = m_use.after;
    m_use = {};
    m_use.skill = m_id;
    m_use.before = now;
    m_next.clear();
    m_began = m_clock.monotonic();
    Q_EMIT ratingsChanged();
    setState(Running);
}

void SkillView::setBefore(int value)
{
    m_use.before = value >= 0 && value <= 10 ? std::optional(value) : std::nullopt;
    Q_EMIT ratingsChanged();
}

void SkillView::setAfter(int value)
{
    m_use.after = value >= 0 && value <= 10 ? std::optional(value) : std::nullopt;
    keepUse();
    Q_EMIT ratingsChanged();
}

SkillView::Help SkillView::help() const
{
    return m_use.help == SkillUse::Help::Unsaid ? Unsaid : m_use.help == SkillUse::Help::Yes ? Helped : DidNotHelp;
}

void SkillView::setHelp(Help help)
{
    m_use.help = help == Unsaid ? SkillUse::Help::Unsaid : help == Helped ? SkillUse::Help::Yes : SkillUse::Help::No;
    keepUse();
    Q_EMIT ratingsChanged();
}

void SkillView::keepUse()
{
    if (m_account.records() && m_use.at.isValid() && settle(noteSkillUse(*m_account.records(), m_use)))
        Q_EMIT used();
}

void SkillView::setFavourite(bool isFavourite)
{
    if (m_account.records() && settle(handrail::setFavourite(*m_account.records(), m_id, isFavourite)))
        readChoices();
}

void SkillView::keepMessage(const QString &text)
{
    if (m_state == Running)
        m_message.insert(m_id, text);
}

void SkillView::setHidden(bool isHidden)
{
    if (m_account.records() && settle(handrail::setHidden(*m_account.records(), m_id, isHidden)))
        readChoices();
}

void SkillView::readChoices()
{
    const Result<SkillChoices> choices = skillChoices(*m_account.records());
    m_choices = choices.value_or(SkillChoices());
    if (!choices)
        settle(tl::make_unexpected(choices.error())); // not known is not the same as none
    Q_EMIT choicesChanged();
}

bool SkillView::settle(const Result<void> &kept)
{
    m_problemText = problemIn(kept);
    Q_EMIT problemChanged();
    return kept.has_value();
}

void SkillView::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

QString SkillView::kind() const
{
    return m_text.id.isEmpty() ? QString() : kindOf(m_text.exercise);
}

QString SkillView::nextTitle() const
{
    const Result<SkillText> next = m_next.isEmpty() ? SkillText() : m_texts(m_preferences.language()).skill(m_next);
    return next ? next->title : QString();
}

QString SkillView::modality() const
{
    switch (m_text.modality) {
    case Modality::Cbt: return tr("Thoughts and acts (CBT)");
    case Modality::Dbt: return tr("Strong feelings (DBT)");
    case Modality::Mindfulness: return tr("Mindfulness");
    case Modality::Motivational: return tr("What matters to you");
    }
    return {};
}

QString SkillView::about() const
{
    QStringList paragraphs;
    for (const Block &block : m_text.about) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            paragraphs << plainText(paragraph->runs);
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

QString SkillView::origin() const
{
    if (m_text.origin.sources.isEmpty())
        return {};
    return tr("Sources: %1. %2", "sources; who reviewed it and when")
        .arg(m_text.origin.sources.join(QStringLiteral("; ")), OriginText::review(m_text.origin, m_preferences.locale()));
}

QString SkillView::changeText() const
{
    return m_use.before && m_use.after ? tr("%1 before, %2 now").arg(*m_use.before).arg(*m_use.after) : QString();
}

} // namespace handrail
