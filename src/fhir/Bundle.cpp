// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Bundle.h"

#include "fhir/Json.h"
#include "fhir/Read.h"

#include <array>

namespace handrail::fhir {

namespace {

using simdjson::ondemand::document;
using simdjson::ondemand::field;
using simdjson::ondemand::object;
using simdjson::ondemand::parser;

constexpr qsizetype maximumEntries = 1000;
/// What decides whose record it is. Written twice, two readers could see two different records (design security row 3).
constexpr std::array<std::string_view, 5> decidingKeys{"id", "resourceType", "meta", "subject", "patient"};

tl::unexpected<Problem> bad(const char *what, bool isRetryable = true)
{
    return problem(ProblemKind::BadData, QStringLiteral("bundle: ") + QLatin1String(what), isRetryable);
}

/// One entry of the Bundle as it lies in the text.
struct Entry {
    std::string_view resource;
    bool isIncluded = false;
    bool isOutcome = false;
};

bool readEntry(object entry, Entry &result)
{
    for (auto fieldOrError : entry) {
        field item;
        std::string_view key;
        if (std::move(fieldOrError).get(item) || item.unescaped_key().get(key))
            return false;
        if (key == "resource") {
            object resource;
            if (!result.resource.empty() || item.value().get_object().get(resource) || resource.raw_json().get(result.resource))
                return false;
        } else if (key == "search") {
            object search;
            std::string_view mode;
            if (item.value().get_object().get(search))
                return false;
            if (!search.find_field_unordered("mode").get_string().get(mode)) {
                result.isIncluded = mode == "include";
                result.isOutcome = mode == "outcome";
            }
        }
    }
    return true;
}

bool readNext(object link, QString &next)
{
    std::string_view relation;
    std::string_view url;
    if (link.find_field_unordered("relation").get_string().get(relation) || relation != "next")
        return true;
    if (link.find_field_unordered("url").get_string().get(url) || url.size() > 8192)
        return false;
    next = toQString(url);
    return true;
}

/// The slice of a text that is one resource. nullopt when it has no usable type or id.
Result<std::optional<Slice>> slice(QByteArrayView text)
{
    const auto json = Json::parse(text);
    if (!json) {
        if (Json::isBeyondUs(json.error()))
            return std::optional<Slice>();
        return tl::make_unexpected(json.error());
    }
    const Node root = json->root();
    for (const std::string_view key : decidingKeys) {
        if (root.countOf(key) > 1)
            return problem(ProblemKind::BadData, QStringLiteral("json: a deciding key is written twice"));
    }
    const std::string_view type = root["resourceType"].view();
    const std::string_view id = root["id"].view();
    if (!isTypeName(type) || !isId(id))
        return std::optional<Slice>();
    const Node meta = root["meta"];
    Slice result;
    result.type = toQString(type);
    result.id = toQString(id);
    result.versionId = meta["versionId"].code();
    result.lastUpdated = readInstant(meta["lastUpdated"].code());
    result.isEnteredInError = root["status"].view() == "entered-in-error";
    result.json = text.toByteArray();
    return std::optional<Slice>(std::move(result));
}

} // namespace

Result<Page> readPage(const QByteArray &json)
{
    if (const auto early = problemOfStart(json))
        return tl::make_unexpected(*early);
    const auto mark = markLength(json);
    const simdjson::padded_string copy = paddedCopy(json);
    parser reader;
    document doc;
    object root;
    if (reader.iterate(copy).get(doc) || doc.get_object().get(root))
        return bad("not whole");

    Page page;
    QList<Entry> entries;
    std::string type;
    bool hasEntries = false;
    for (auto fieldOrError : root) {
        field item;
        std::string_view key;
        if (std::move(fieldOrError).get(item) || item.unescaped_key().get(key))
            return bad("not whole");
        if (key == "resourceType") {
            std::string_view value;
            if (!type.empty() || item.value().get_string().get(value))
                return bad("resourceType", false);
            type = value;
        } else if (key == "link") {
            simdjson::ondemand::array links;
            if (item.value().get_array().get(links))
                return bad("link", false);
            for (auto linkOrError : links) {
                object link;
                if (linkOrError.get_object().get(link) || !readNext(link, page.next))
                    return bad("link");
            }
        } else if (key == "entry") {
            simdjson::ondemand::array list;
            if (hasEntries || item.value().get_array().get(list))
                return bad("entry", false);
            hasEntries = true;
            for (auto entryOrError : list) {
                object entry;
                Entry found;
                if (entryOrError.get_object().get(entry) || !readEntry(entry, found))
                    return bad("entry");
                if (entries.size() >= maximumEntries)
                    return bad("too many entries", false);
                entries << found;
            }
        }
    }
    // The one question about the end that simdjson 3.0 and newer both answer.
    if (doc.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return bad("something after its end");
    if (type.empty())
        return problem(ProblemKind::NotFhir, QStringLiteral("json: no resourceType"), true);
    if (type != "Bundle")
        return bad("another resource type", false);

    page.entries.reserve(entries.size());
    for (const Entry &entry : std::as_const(entries)) {
        if (entry.isOutcome)
            continue;
        if (entry.resource.empty()) {
            ++page.skipped;
            continue;
        }
        // simdjson's piece reaches to the next token; its place in the copy is its place in what the server sent.
        const auto at = qsizetype(entry.resource.data() - copy.data()) + mark;
        const auto text = QByteArrayView(json).sliced(at, qsizetype(entry.resource.size())).trimmed();
        auto result = slice(text);
        if (!result)
            return tl::make_unexpected(result.error());
        if (!*result) {
            ++page.skipped;
            continue;
        }
        (*result)->isIncluded = entry.isIncluded;
        page.entries << std::move(**result);
    }
    return page;
}

Result<Slice> readResource(const QByteArray &json)
{
    auto result = slice(QByteArrayView(json).sliced(markLength(json)));
    if (!result)
        return tl::make_unexpected(result.error());
    if (!*result) {
        const auto parsed = Json::parse(json);
        if (parsed && !parsed->root()["resourceType"].isValid())
            return problem(ProblemKind::NotFhir, QStringLiteral("json: no resourceType"), true);
        return problem(ProblemKind::BadData, QStringLiteral("resource without a usable type or id"));
    }
    return std::move(**result);
}

} // namespace handrail::fhir
