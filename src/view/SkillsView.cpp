// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SkillsView.h"

#include "care/OwnSheets.h"
#include "core/Log.h"
#include "view/ProblemText.h"
#include "view/SkillWords.h"

#include <QCollator>

#include <algorithm>
#include <tuple>

namespace handrail {

namespace {

constexpr QStringView overdoseModule = u"overdose-and-safety";
constexpr Need allNeeds[]{Need::Craving, Need::Anxious, Need::Sleep, Need::Angry, Need::Lonely, Need::Low, Need::Pain, Need::Bored};

/// The other language, so that a word in either finds it.
QString otherLanguage(const QString &language)
{
    return language.startsWith(QLatin1String("es")) ? QStringLiteral("en") : QStringLiteral("es");
}

} // namespace

SkillsView::SkillsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_current(account, clock, preferences)
{
    connect(&account, &Account::left, this, [this] { m_query.clear(); });
    connect(&account, &Account::stateChanged, this, &SkillsView::refresh);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        forgetTexts();
        refresh();
    });
    connect(&m_current, &SkillView::choicesChanged, &m_refresh, &OncePerTurn::ask);
    connect(&m_current, &SkillView::used, &m_refresh, &OncePerTurn::ask);
}

void SkillsView::setTexts(const LibraryIn &texts)
{
    m_texts = texts;
    m_current.setTexts(texts);
    forgetTexts();
    refresh();
}

void SkillsView::setShown(bool isShown)
{
    m_pages += isShown ? 1 : -1;
    // One page of skills follows another: what was read stays between them.
    if (isShown && (m_pages == 1 || m_skills.isEmpty()))
        refresh();
    else
        m_refresh.ask();
}

void SkillsView::forgetTexts()
{
    m_skills.clear();
    forgetSearch();
}

void SkillsView::forgetSearch()
{
    m_search.reset();
    m_rows.clear();
}

void SkillsView::prepare()
{
    if (!m_skills.isEmpty() || !m_account.records())
        return;
    m_skills = m_texts(m_preferences.language()).skills();
    QCollator byTitle(m_preferences.locale());
    std::stable_sort(m_skills.begin(), m_skills.end(),
                     [&](const Skill &a, const Skill &b) { return byTitle.compare(a.title, b.title) < 0; });
}

void SkillsView::clear()
{
    m_choices = {};
    m_unhelpful.clear();
    m_needs.reset();
    m_suggested.reset();
    m_favourites.clear();
    m_all.clear();
    m_hidden.clear();
}

void SkillsView::refresh()
{
    Records *records = m_account.records();
    clear();
    if (!records)
        forgetTexts();
    m_isRead = records && m_pages > 0;
    if (m_isRead) {
        prepare();
        takeChoices(skillChoices(*records));
        const QDate today = m_clock.today();
        m_unhelpful =
            unhelpfulSkills(skillUses(*records, today.addDays(-skillMemoryDays), today.addDays(1)).value_or(QList<SkillUse>()));
        for (const Skill &skill : std::as_const(m_skills))
            (m_choices.hidden.contains(skill.id) ? m_hidden : m_all) << skillRow(skill);
        for (const QString &id : std::as_const(m_choices.favourites)) {
            if (const Skill *favourite = skill(id); favourite && !m_choices.hidden.contains(id))
                m_favourites << skillRow(*favourite);
        }
    } else {
        forgetSearch();
    }
    Q_EMIT changed();
    look();
}

QVariantList SkillsView::needs() const
{
    if (m_needs || !m_isRead)
        return m_needs.value_or(QVariantList());
    m_needs.emplace();
    for (const Need need : allNeeds) {
        const QList<const Skill *> some = suited(need);
        *m_needs << QVariantMap{{QStringLiteral("need"), nameOf(need)},
                                {QStringLiteral("text"), needText(need)},
                                {QStringLiteral("iconName"), needIcon(need)},
                                {QStringLiteral("best"), some.isEmpty() ? QString() : some.first()->id},
                                {QStringLiteral("bestTitle"), some.isEmpty() ? QString() : some.first()->title},
                                {QStringLiteral("others"), std::max(0, int(some.size()) - 1)}};
    }
    return *m_needs;
}

QVariantList SkillsView::suggested() const
{
    Records *records = m_account.records();
    if (m_suggested || !m_isRead || !records)
        return m_suggested.value_or(QVariantList());
    m_suggested.emplace();
    QSet<QString> there;
    for (const Skill &skill : m_skills)
        there.insert(skill.id);
    for (const Pick &pick : picksNow(*records, m_clock, there)) {
        QVariantMap row = skillRow(*skill(pick.skill));
        row.insert(QStringLiteral("note"), pickReasonText(pick.reason));
        *m_suggested << row;
    }
    return *m_suggested;
}

QVariantList SkillsView::rowsFor(const QString &name) const
{
    QVariantList rows;
    if (const std::optional<Need> need = needNamed(name)) {
        for (const Skill *skill : suited(*need))
            rows << skillRow(*skill);
    }
    return rows;
}

QList<const Skill *> SkillsView::suited(Need need) const
{
    QList<const Skill *> some;
    for (const Skill &skill : m_skills) {
        if (skill.needs.contains(need) && !m_choices.hidden.contains(skill.id))
            some << &skill;
    }
    // As the check-in offers them, and then those that it is most for; but who feels low is met last with what comes after a slip.
    const QStringList offered = picksFor(need);
    const auto placeOf = [&](const Skill *skill) {
        const qsizetype at = offered.indexOf(skill->id);
        return std::tuple(m_unhelpful.contains(skill->id), at < 0 ? offered.size() : at, skill->id == afterSlipSkill,
                          skill->needs.indexOf(need));
    };
    std::stable_sort(some.begin(), some.end(), [&](const Skill *a, const Skill *b) { return placeOf(a) < placeOf(b); });
    return some;
}

QString SkillsView::textOf(const QString &need)
{
    const std::optional<Need> named = needNamed(need);
    return named ? needText(*named) : QString();
}

bool SkillsView::isThere(const QString &id) const
{
    return m_texts(m_preferences.language()).skill(id).has_value();
}

void SkillsView::prepareSearch()
{
    if (m_search || m_skills.isEmpty())
        return;
    const ContentLibrary library = m_texts(m_preferences.language());
    const ContentLibrary other = m_texts(otherLanguage(m_preferences.language()));
    QHash<QString, QStringList> inOther;
    for (const Skill &skill : other.skills())
        inOther.insert(skill.id, QStringList{skill.title, skill.use} + skill.words);
    for (const Module &module : other.modules(Audience::Patient)) {
        for (const Lesson &lesson : other.lessons(module.id))
            inOther.insert(lesson.id, QStringList{lesson.title, module.title} + lesson.words);
    }
    QList<SearchEntry> entries;
    for (const Skill &skill : std::as_const(m_skills)) {
        QStringList alike{nameOf(skill.modality)};
        for (const Need need : skill.needs)
            alike += searchWordsOf(need) + QStringList{needText(need)};
        entries << SearchEntry{skill.id, skill.title, skill.use, skill.words + inOther.value(skill.id), alike};
        m_rows << skillRow(skill);
    }
    for (const Module &module : library.modules(Audience::Patient)) {
        for (const Lesson &lesson : library.lessons(module.id)) {
            entries << SearchEntry{lesson.id, lesson.title, module.title, lesson.words + inOther.value(lesson.id)};
            m_rows << QVariantMap{{QStringLiteral("id"), lesson.id},
                                  {QStringLiteral("title"), lesson.title},
                                  {QStringLiteral("note"), module.title},
                                  {QStringLiteral("module"), module.id},
                                  {QStringLiteral("iconName"), QStringLiteral("book-open-variant")},
                                  {QStringLiteral("minutesText"), tr("%n min", nullptr, lesson.minutes)}};
        }
    }
    m_search.emplace(std::move(entries));
}

void SkillsView::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    look();
}

void SkillsView::look()
{
    m_foundSkills.clear();
    m_foundLessons.clear();
    m_foundWorksheets.clear();
    m_nearest.clear();
    m_isHelpDue = saysDanger(m_query);
    if (isAsked() && !m_skills.isEmpty()) {
        prepareSearch();
        QList<SearchHit> hits = m_search->find(m_query);
        const auto isPlan = [this](const SearchHit &hit) {
            return hit.entry < m_skills.size() && m_skills.at(hit.entry).id == safetyPlanSkill;
        };
        // Whatever words it was said in.
        if (const Skill *plan = skill(safetyPlanSkill.toString()); m_isHelpDue && plan) {
            hits.removeIf(isPlan);
            hits.prepend(SearchHit{int(plan - m_skills.constData()), true});
        }
        for (const SearchHit &hit : std::as_const(hits)) {
            const QVariantMap &row = m_rows.at(hit.entry);
            if (hit.entry >= m_skills.size()) {
                m_foundLessons << row;
                m_isHelpDue = m_isHelpDue || (hit.hasMost && row.value(QStringLiteral("module")) == overdoseModule.toString());
            } else if (const Skill &skill = m_skills.at(hit.entry); !m_choices.hidden.contains(skill.id)) {
                const bool isSheet = skill.kind == QLatin1String("worksheet") && !isPlan(hit); // it has a page of its own
                (isSheet ? m_foundWorksheets : m_foundSkills) << row;
                m_isHelpDue = m_isHelpDue || (hit.hasMost && isPlan(hit));
            }
        }
        if (foundCount() == 0)
            m_nearest = m_search->nearest(m_query);
    }
    Q_EMIT found();
}

void SkillsView::setFavourite(const QString &id, bool isFavourite)
{
    if (m_account.records() && settle(handrail::setFavourite(*m_account.records(), id, isFavourite)))
        refresh();
}

void SkillsView::setHidden(const QString &id, bool isHidden)
{
    if (m_account.records() && settle(handrail::setHidden(*m_account.records(), id, isHidden)))
        refresh();
}

bool SkillsView::settle(const Result<void> &kept)
{
    m_problemText = problemIn(kept);
    Q_EMIT problemChanged();
    return kept.has_value();
}

void SkillsView::takeChoices(const Result<SkillChoices> &choices)
{
    m_choices = choices.value_or(SkillChoices());
    // That no favorites are shown is not because there are none.
    m_choicesProblem = !choices ? handrail::problemText(choices.error()).inOne()
        : m_choices.isBegunAnew ? tr("Your favorites and what you hid can’t be read any more. You can choose again.")
                                : QString();
    Q_EMIT problemChanged();
}

const Skill *SkillsView::skill(const QString &id) const
{
    const auto found = std::find_if(m_skills.cbegin(), m_skills.cend(), [&](const Skill &skill) { return skill.id == id; });
    return found == m_skills.cend() ? nullptr : &*found;
}

} // namespace handrail
