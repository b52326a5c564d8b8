// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CalmView.h"

#include "content/TextSource.h"

#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

/// The first helps most people and asks for least.
const QStringList &calming()
{
    static const QStringList ids{QStringLiteral("long-out-breath"), QStringLiteral("feet-and-chair"),
                                 QStringLiteral("five-four-three-two-one")};
    return ids;
}

/// By its own path: what lists all texts does not belong on the way to Help now.
Result<SkillText> builtIn(const QString &id, const QString &language)
{
    const auto in = [&](const QString &locale) {
        return readSkill(builtInTexts()->text(QStringLiteral("skills/%1/%2.md").arg(id, locale)));
    };
    Result<SkillText> text = in(language.left(2));
    return text ? text : in(QStringLiteral("en"));
}

/// Without a word before it, and to its end by itself or by what is found.
bool playsHere(const Exercise &exercise)
{
    const auto *timer = std::get_if<TimerExercise>(&exercise);
    return std::holds_alternative<BreathExercise>(exercise) || std::holds_alternative<CountExercise>(exercise)
        || (timer && !timer->check);
}

} // namespace

CalmView::CalmView(const Clock &clock, Haptics &haptics, ScreenAwake &screen, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_timed(clock, haptics, screen)
    , m_turns(clock, haptics, screen)
{
    connect(&m_timed, &TimedPlayer::ticked, this, &CalmView::changed);
    connect(&m_timed, &TimedPlayer::stateChanged, this, &CalmView::changed);
    connect(&m_timed, &TimedPlayer::finished, this, &CalmView::finish);
    connect(&m_timed, &TimedPlayer::ended, this, &CalmView::finish);
    connect(&m_turns, &TurnsView::changed, this, &CalmView::changed);
    connect(&m_turns, &TurnsView::finished, this, &CalmView::finish);
    const auto readAgain = [this] {
        m_skills.clear();
        Q_EMIT wordsChanged();
    };
    connect(&preferences, &Preferences::languageChanged, this, readAgain);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, [this, readAgain] {
        m_texts = std::move(m_coming);
        readAgain();
    });
}

void CalmView::setTexts(LibraryIn texts)
{
    m_coming = std::move(texts);
    if (m_coming) {
        m_soon.start();
        return;
    }
    m_soon.stop();
    if (std::exchange(m_texts, nullptr)) {
        m_skills.clear();
        Q_EMIT wordsChanged();
    }
}

std::optional<SkillText> CalmView::textOf(const QString &id) const
{
    const QString language = m_preferences.language();
    Result<SkillText> text = m_texts ? m_texts(language).skill(id) : builtIn(id, language);
    return text && playsHere(text->exercise) ? std::optional(std::move(*text)) : std::nullopt;
}

QVariantList CalmView::skills() const
{
    if (!m_skills.isEmpty())
        return m_skills;
    for (const QString &id : calming()) {
        if (const std::optional<SkillText> text = textOf(id))
            m_skills << QVariantMap{{QStringLiteral("id"), id},
                                    {QStringLiteral("title"), text->title},
                                    {QStringLiteral("use"), text->use},
                                    {QStringLiteral("iconName"), text->icon}};
    }
    return m_skills;
}

CalmView::State CalmView::state() const
{
    if (m_text.id.isEmpty())
        return Closed;
    return m_isOver ? Over : !isCounting() && m_timed.state() == TimedPlayer::Paused ? Paused : Running;
}

void CalmView::setShown(bool isShown)
{
    m_timed.setShown(isShown);
    m_turns.setShown(isShown);
    Q_EMIT changed();
}

void CalmView::open(const QString &id)
{
    const std::optional<SkillText> text = calming().contains(id) ? textOf(id) : std::nullopt;
    if (!text) {
        close();
        return;
    }
    m_text = *text;
    begin();
}

void CalmView::again()
{
    if (!m_text.id.isEmpty())
        begin();
}

void CalmView::begin()
{
    m_isOver = false;
    if (isCounting())
        m_turns.begin(m_text.exercise);
    else
        m_timed.begin(m_text.exercise, {}, true);
    Q_EMIT opened();
    Q_EMIT changed();
}

void CalmView::finish()
{
    m_isOver = true;
    Q_EMIT changed();
}

void CalmView::close()
{
    m_timed.close();
    m_turns.close();
    m_text = {};
    m_isOver = false;
    Q_EMIT opened();
    Q_EMIT changed();
}

void CalmView::next()
{
    if (isCounting())
        m_turns.next();
    else
        m_timed.next();
}

} // namespace handrail
