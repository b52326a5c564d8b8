// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CommunityView.h"

#include "view/OriginText.h"
#include "view/TimeText.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace handrail {

namespace {

constexpr qsizetype rowsAtOnce = 20;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

struct Look {
    const char *icon;
    int tone; ///< of IconTile
};

/// In the order of PlaceKind.
constexpr std::array looks{Look{"food-apple", 5}, Look{"home", 1},          Look{"account-group", 2}, Look{"briefcase", 3},
                           Look{"bus", 4},        Look{"file-document", 0}, Look{"medical-bag", 2},   Look{"scale-balance", 4},
                           Look{"baby", 3},       Look{"shield", 7},        Look{"hand-heart", 0}};
static_assert(looks.size() == placeKinds);

} // namespace

CommunityView::CommunityView(const Clock &clock, const Preferences &preferences, CrisisView &crisis, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_crisis(crisis)
{
    connect(&preferences, &Preferences::languageChanged, this, &CommunityView::refresh);
}

void CommunityView::setTexts(const LibraryIn &texts)
{
    m_texts = texts;
    refresh();
}

QDate CommunityView::today() const
{
    return m_clock.today();
}

void CommunityView::come(const QString &kind)
{
    const bool isFirst = m_pages++ == 0;
    say({});
    // Not again when somebody comes back to the list, however they changed it since.
    if (!kind.isEmpty() && std::exchange(m_cameFor, kind) != kind) {
        m_query.clear();
        m_kind = placeKindNamed(kind);
    }
    m_most = rowsAtOnce;
    if (isFirst || !m_directory)
        read();
    look();
}

void CommunityView::go()
{
    m_pages = std::max(0, m_pages - 1);
    if (m_pages > 0)
        return;
    m_directory.reset();
    m_found.clear();
    m_rows.clear();
    m_kinds.clear();
    Q_EMIT changed();
}

void CommunityView::forget()
{
    m_kind.reset();
    m_query.clear();
    m_cameFor.clear();
}

void CommunityView::refresh()
{
    m_directory.reset();
    if (m_pages == 0)
        return;
    read();
    look();
}

void CommunityView::read()
{
    m_directory.emplace(m_texts(m_preferences.language()).places());
}

void CommunityView::setKind(const QString &kind)
{
    const std::optional<PlaceKind> chosen = placeKindNamed(kind);
    if (chosen == m_kind)
        return;
    m_kind = chosen;
    m_most = rowsAtOnce;
    look();
}

void CommunityView::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_most = rowsAtOnce;
    look();
}

void CommunityView::more()
{
    m_most += rowsAtOnce;
    look();
}

void CommunityView::look()
{
    m_rows.clear();
    m_kinds.clear();
    m_found.clear();
    if (m_directory) {
        const std::array words{tr("Food"),   tr("Housing"), tr("Meetings"),   tr("Jobs"),     tr("Rides"), tr("Money help"),
                               tr("Health"), tr("Law"),     tr("Child care"), tr("Naloxone"), tr("Other")};
        for (const PlaceKind each : m_directory->kinds()) {
            m_kinds << QVariantMap{
                {key("kind"), nameOf(each)}, {key("text"), words.at(std::size_t(each))}, {key("isChosen"), m_kind == each}};
        }
        m_found = m_directory->find(m_query, m_kind);
        for (const int index : m_found.first(std::min(m_most, m_found.size())))
            m_rows << rowOf(m_directory->places().at(index));
    }
    Q_EMIT changed();
}

QString CommunityView::countText() const
{
    return tr("%n place(s)", nullptr, foundCount());
}

QString CommunityView::nearest() const
{
    return m_directory && m_found.isEmpty() ? m_directory->nearest(m_query) : QString();
}

bool CommunityView::isHelpDue() const
{
    return saysDanger(m_query);
}

QString CommunityView::emptyTitle() const
{
    return m_query.trimmed().isEmpty() ? tr("Nothing of this kind is here yet")
                                       : tr("Nothing found for “%1”").arg(m_query.trimmed());
}

QString CommunityView::checkedText(const Place &place) const
{
    const TimeText text(m_preferences.locale());
    const QDate now = today();
    if (!place.checked.isValid())
        return tr("Nobody has checked this yet. It may be wrong.");
    const QString day = std::abs(place.checked.daysTo(now)) < 300
        ? text.shortDay(place.checked)
        : tr("%1 %2", "month and year").arg(text.month(place.checked)).arg(place.checked.year());
    return isMaybeOld(place, now) ? tr("Checked %1. It may be out of date.").arg(day) : tr("Checked %1").arg(day);
}

QVariantMap CommunityView::rowOf(const Place &place) const
{
    const Look &look = looks.at(std::size_t(m_kind && place.kinds.contains(*m_kind) ? *m_kind : place.kinds.first()));
    const QString checked = checkedText(place);
    const QString note = place.hours.isEmpty() ? place.use : tr("%1 %2", "what it is, and its hours").arg(place.use, place.hours);
    return {{key("id"), place.id},
            {key("title"), place.title},
            {key("note"), note},
            {key("checkedText"), checked},
            {key("isOld"), isMaybeOld(place, today())},
            {key("iconName"), QString::fromLatin1(look.icon)},
            {key("tone"), look.tone},
            {key("call"), place.call},
            {key("spoken"), tr("%1. %2 %3").arg(place.title, note.endsWith(u'.') ? note : QString(note + u'.'), checked)}};
}

const Place *CommunityView::placeOf(const QString &id) const
{
    if (!m_directory)
        return nullptr;
    const QList<Place> &all = m_directory->places();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Place &place) { return place.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

QVariantMap CommunityView::place(const QString &id) const
{
    const Result<PlaceText> place = m_texts(m_preferences.language()).place(id);
    if (!place)
        return {};
    QVariantList facts;
    const auto fact = [&](const char *icon, const QString &label, const QString &text) {
        if (!text.isEmpty())
            facts << QVariantMap{{key("iconName"), QString::fromLatin1(icon)}, {key("label"), label}, {key("text"), text}};
    };
    fact("clock", tr("Open"), place->hours);
    fact("map-marker", tr("Where"), place->address);
    fact("account-group", tr("Who can go"), place->who);
    fact("hand-heart", tr("Cost"), place->cost);
    fact("message-text", tr("Languages"), m_preferences.locale().createSeparatedList(place->languages));
    fact("earth", tr("Website"), place->website.host());
    return {
        {key("title"), place->title},
        {key("use"), place->use},
        {key("more"), place->more.join(QStringLiteral("\n\n"))},
        {key("facts"), facts},
        {key("checkedText"), checkedText(*place)},
        {key("isOld"), isMaybeOld(*place, today())},
        {key("call"), place->call},
        {key("callText"), place->call.isEmpty() ? QString() : tr("Call %1").arg(place->phone)},
        {key("hasWebsite"), !place->website.isEmpty()},
        {key("sources"), place->origin.sources},
        {key("reviewText"), OriginText::review(place->origin, m_preferences.locale())},
        {key("languageNote"), place->language == m_preferences.language() ? QString() : tr("This text is in English for now.")}};
}

void CommunityView::call(const QString &id)
{
    if (const Place *place = placeOf(id); place && !place->call.isEmpty())
        m_crisis.callNumber(place->call);
}

void CommunityView::callNationwide()
{
    m_crisis.callNumber(QStringLiteral("211"));
}

void CommunityView::openWebsite(const QString &id)
{
    if (const Place *place = placeOf(id); place && !place->website.isEmpty())
        m_crisis.openAddress(place->website);
}

void CommunityView::copy(const QString &id)
{
    const Place *place = placeOf(id);
    if (!place)
        return;
    QStringList lines{place->title, place->phone, place->address, place->website.toString()};
    lines.removeAll(QString());
    copyWords(lines.join(u'\n'));
}

void CommunityView::copyWords(const QString &words)
{
    QGuiApplication::clipboard()->setText(words);
    say(tr("Copied. You can paste it anywhere."));
}

QString CommunityView::askText(const QString &id) const
{
    const Place *place = placeOf(id);
    return place ? tr("I would like help with this: %1 (%2)").arg(place->title, place->use) : QString();
}

void CommunityView::say(const QString &note)
{
    m_noteText = note;
    Q_EMIT noteChanged();
}

} // namespace handrail
