// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Places.h"

#include "content/CrisisPack.h"
#include "content/Markdown.h"

#include <algorithm>
#include <array>

namespace handrail {

namespace {

constexpr std::array kindNames{"food",   "housing", "meetings",   "jobs",     "transport", "benefits",
                               "health", "legal",   "child-care", "naloxone", "other"};
static_assert(kindNames.size() == placeKinds);

tl::unexpected<Problem> bad(const QString &what)
{
    return problem(ProblemKind::BadData, QStringLiteral("place: ") + what);
}

QString optional(FrontMatter &matter, const QString &key, qsizetype most)
{
    return matter.has(key) ? matter.text(key, most) : QString();
}

/// The number without what people put in to read it; anything else stays, so that it is refused.
QString dialled(QString phone)
{
    phone.removeIf([](QChar c) { return c == u' ' || c == u'-' || c == u'(' || c == u')' || c == u'.'; });
    return phone;
}

Place readHead(FrontMatter &matter)
{
    matter.only({QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("use"), QStringLiteral("kinds"),
                 QStringLiteral("phone"), QStringLiteral("website"), QStringLiteral("address"), QStringLiteral("hours"),
                 QStringLiteral("languages"), QStringLiteral("cost"), QStringLiteral("who"), QStringLiteral("checked"),
                 QStringLiteral("words"), QStringLiteral("sources"), QStringLiteral("reviewedBy"), QStringLiteral("reviewDate")});
    Place place;
    place.id = matter.text(QStringLiteral("id"), 64);
    if (!isContentId(place.id))
        matter.fail(QStringLiteral("id: no id"));
    place.title = matter.text(QStringLiteral("title"), 80);
    place.use = matter.text(QStringLiteral("use"), 120);
    for (const QString &name : matter.list(QStringLiteral("kinds"), true, qsizetype(kindNames.size()))) {
        const auto kind = placeKindNamed(name);
        if (!kind || place.kinds.contains(*kind))
            matter.fail(QStringLiteral("kinds: not known, or twice"));
        else
            place.kinds << *kind;
    }
    place.phone = optional(matter, QStringLiteral("phone"), 24);
    place.call = dialled(place.phone);
    if (!place.phone.isEmpty() && !isDiallable(place.call))
        matter.fail(QStringLiteral("phone: cannot be dialled"));
    if (const QString website = optional(matter, QStringLiteral("website"), 200); !website.isEmpty()) {
        const Link link = linkTo(website);
        place.website = link.web;
        if (link.kind != LinkKind::Web)
            matter.fail(QStringLiteral("website: no https address"));
    }
    place.address = optional(matter, QStringLiteral("address"), 120);
    if (place.phone.isEmpty() && place.website.isEmpty() && place.address.isEmpty())
        matter.fail(QStringLiteral("no phone, website or address"));
    place.hours = optional(matter, QStringLiteral("hours"), 80);
    place.languages = matter.list(QStringLiteral("languages"), false, 12);
    place.cost = optional(matter, QStringLiteral("cost"), 80);
    place.who = optional(matter, QStringLiteral("who"), 120);
    const QString checked = matter.text(QStringLiteral("checked"), 10);
    place.checked = QDate::fromString(checked, QStringLiteral("yyyy-MM-dd"));
    if (checked != QLatin1String("not yet") && (place.checked.year() < 2000 || place.checked.year() >= 2200))
        matter.fail(QStringLiteral("checked: not YYYY-MM-DD"));
    place.words = matter.list(QStringLiteral("words"), false, 24);
    return place;
}

} // namespace

Result<Place> readPlaceHead(const QByteArray &text)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    Place place = readHead(*matter);
    if (!matter->fault().isEmpty())
        return bad(matter->fault());
    return place;
}

Result<PlaceText> readPlace(const QByteArray &text)
{
    auto matter = FrontMatter::read(text);
    if (!matter)
        return tl::make_unexpected(matter.error());
    PlaceText place;
    static_cast<Place &>(place) = readHead(*matter);
    place.origin = matter->origin();
    if (!matter->fault().isEmpty())
        return bad(matter->fault());
    const auto blocks = readBody(*matter);
    if (!blocks)
        return tl::make_unexpected(blocks.error());
    for (const Block &block : *blocks) {
        const auto *paragraph = std::get_if<Paragraph>(&block);
        if (!paragraph)
            return bad(QStringLiteral("something else than paragraphs"));
        const bool hasLink = std::any_of(paragraph->runs.cbegin(), paragraph->runs.cend(),
                                         [](const Run &run) { return run.link.kind != LinkKind::None; });
        if (hasLink)
            return bad(QStringLiteral("a link in the words"));
        place.more << plainText(paragraph->runs);
    }
    if (place.more.size() > 2)
        return bad(QStringLiteral("more than 2 paragraphs"));
    return place;
}

std::optional<PlaceKind> placeKindNamed(QStringView name)
{
    const auto *found =
        std::find_if(kindNames.begin(), kindNames.end(), [&](const char *each) { return name == QLatin1String(each); });
    return found == kindNames.end() ? std::nullopt : std::optional(PlaceKind(found - kindNames.begin()));
}

QString nameOf(PlaceKind kind)
{
    return QLatin1String(kindNames.at(std::size_t(kind)));
}

} // namespace handrail
