// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"

#include "fhir/Names.h"
#include "fhir/ShownText.h"

#include <algorithm>
#include <cstring>

namespace handrail::fhir {

namespace {

constexpr auto numberDetail = "json: number";
constexpr auto depthDetail = "json: too deep";

/// Newer simdjson has a code for big integers that 3.0 does not know; its text tells both.
bool isNumberError(simdjson::error_code error)
{
    const std::string_view message = simdjson::error_message(error);
    return error == simdjson::NUMBER_ERROR || message.find("Big integer") != std::string_view::npos;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The value of the four hexadecimal digits at `at`, or -1.
int hexAt(const char *text, qsizetype size, qsizetype at)
{
    if (at + 4 > size)
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const char c = text[i];
        const int digit = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

void repairSurrogates(char *text, qsizetype size)
{
    const auto isHigh = [](int unit) { return unit >= 0xd800 && unit <= 0xdbff; };
    const auto isLow = [](int unit) { return unit >= 0xdc00 && unit <= 0xdfff; };
    // Every record comes by here several times, and most have few escapes: leap from one to the next.
    const auto next = [text, size](qsizetype from) {
        const void *found = from < size ? std::memchr(text + from, '\\', std::size_t(size - from)) : nullptr;
        return found ? static_cast<const char *>(found) - text : size;
    };
    for (qsizetype i = next(0); i + 1 < size; i = next(i + 1)) {
        if (text[i + 1] != 'u') {
            ++i; // the escaped character, which may be a backslash itself
            continue;
        }
        const int unit = hexAt(text, size, i + 2);
        const bool isPair =
            isHigh(unit) && i + 7 < size && text[i + 6] == '\\' && text[i + 7] == 'u' && isLow(hexAt(text, size, i + 8));
        if (isPair) {
            i += 11;
        } else if (isHigh(unit) || isLow(unit)) {
            std::copy_n("fffd", 4, text + i + 2);
            i += 5;
        }
    }
}

} // namespace

Node Node::operator[](std::string_view key) const
{
    simdjson::dom::object object;
    if (!m_isValid || m_element.get_object().get(object))
        return {};
    Node found;
    for (const auto field : object) {
        if (field.key == key)
            found = Node(field.value);
    }
    return found;
}

std::vector<Node> Node::items() const
{
    std::vector<Node> list;
    simdjson::dom::array array;
    if (!m_isValid || m_element.get_array().get(array))
        return list;
    for (const auto item : array)
        list.emplace_back(item);
    return list;
}

std::string_view Node::view() const
{
    std::string_view text;
    if (!m_isValid || m_element.get_string().get(text))
        return {};
    return text;
}

QString Node::code() const
{
    const std::string_view text = view();
    const bool isUsable =
        text.size() <= 2048 && std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return isUsable ? toQString(text) : QString();
}

QString Node::line() const
{
    return shownText(toQString(view()), Lines::One);
}

QString Node::lines() const
{
    return shownText(toQString(view()), Lines::Many);
}

std::optional<double> Node::number() const
{
    double value = 0;
    if (!m_isValid || m_element.get_double().get(value))
        return std::nullopt;
    return value;
}

std::optional<bool> Node::boolean() const
{
    bool value = false;
    if (!m_isValid || m_element.get_bool().get(value))
        return std::nullopt;
    return value;
}

int Node::countOf(std::string_view key) const
{
    simdjson::dom::object object;
    if (!m_isValid || m_element.get_object().get(object))
        return 0;
    int count = 0;
    for (const auto field : object)
        count += field.key == key ? 1 : 0;
    return count;
}

Node Node::extension(std::string_view url) const
{
    for (const Node &candidate : (*this)["extension"].items()) {
        if (candidate["url"].view() == url)
            return candidate;
    }
    return {};
}

std::string_view Node::codeIn(std::string_view system) const
{
    for (const Node &coding : (*this)["coding"].items()) {
        if (coding["system"].view() == system)
            return coding["code"].view();
    }
    return {};
}

Node Node::said(std::string_view key, const QString &language) const
{
    const Node asWritten = (*this)[key];
    if (language.isEmpty() || !asWritten.isValid())
        return asWritten;
    for (const Node &extension : (*this)['_' + std::string(key)]["extension"].items()) {
        if (extension["url"].view() != names::translation)
            continue;
        const QString given = extension.extension("lang")["valueCode"].code();
        const Node content = extension.extension("content");
        const Node words = content["valueString"].isValid() ? content["valueString"] : content["valueMarkdown"];
        const bool isIt = given.section(u'-', 0, 0).compare(language, Qt::CaseInsensitive) == 0;
        if (isIt && !words.line().isEmpty())
            return words;
    }
    return asWritten;
}

QString Node::conceptText(const QString &language) const
{
    if (const QString text = said("text", language).line(); !text.isEmpty())
        return text;
    for (const Node &coding : (*this)["coding"].items()) {
        if (const QString display = coding.said("display", language).line(); !display.isEmpty())
            return display;
    }
    return {};
}

qsizetype markLength(QByteArrayView text)
{
    return text.size() >= 3 && text[0] == '\xef' && text[1] == '\xbb' && text[2] == '\xbf' ? 3 : 0;
}

std::optional<Problem> problemOfStart(QByteArrayView text)
{
    if (text.size() > maximumBytes)
        return Problem{ProblemKind::BadData, false, QStringLiteral("json: too large")};
    const auto body = text.sliced(markLength(text));
    const auto *first = std::find_if_not(body.begin(), body.end(), isSpace);
    if (first == body.end())
        return Problem{ProblemKind::BadData, true, QStringLiteral("json: empty")};
    if (*first == '<')
        return Problem{ProblemKind::NotFhir, true, QStringLiteral("a page of HTML or XML")};
    if (*first != '{')
        return Problem{ProblemKind::NotFhir, true, QStringLiteral("json: not an object")};
    return std::nullopt;
}

simdjson::padded_string paddedCopy(QByteArrayView text)
{
    const QByteArrayView body = text.sliced(markLength(text));
    simdjson::padded_string copy(body.data(), std::size_t(body.size()));
    repairSurrogates(copy.data(), body.size());
    return copy;
}

bool isId(std::string_view id)
{
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool isTypeName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && name[0] >= 'A' && name[0] <= 'Z'
        && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

Result<Json> Json::parse(QByteArrayView text)
{
    if (const auto early = problemOfStart(text))
        return tl::make_unexpected(*early);
    const simdjson::padded_string copy = paddedCopy(text);
    Json json;
    json.m_parser = std::make_unique<simdjson::dom::parser>();
    // simdjson counts the document itself as a level.
    if (json.m_parser->allocate(copy.size(), maximumDepth + 1))
        return problem(ProblemKind::BadData, QStringLiteral("json: no memory"), true);
    simdjson::dom::element root;
    if (const auto error = json.m_parser->parse(copy).get(root)) {
        if (isNumberError(error))
            return problem(ProblemKind::BadData, QLatin1String(numberDetail));
        if (error == simdjson::DEPTH_ERROR)
            return problem(ProblemKind::BadData, QLatin1String(depthDetail));
        return problem(ProblemKind::BadData, QStringLiteral("json: code ") + QString::number(int(error)), true);
    }
    json.m_root = Node(root);
    return json;
}

Result<Json> Json::parseResource(QByteArrayView text, std::string_view type, IdRule rule)
{
    auto json = parse(text);
    if (!json)
        return json;
    const Node root = json->root();
    if (root["resourceType"].view() != type)
        return problem(ProblemKind::BadData, QStringLiteral("resource of another type than ") + toQString(type));
    const bool isMissing = rule == IdRule::Optional && !root["id"].isValid();
    if (!isMissing && !isId(root["id"].view()))
        return problem(ProblemKind::BadData, toQString(type) + QStringLiteral(" without a usable id"));
    return json;
}

Result<Json> Json::parseMeant(QByteArrayView text, std::string_view type, IdRule rule, std::string_view status)
{
    auto json = parseResource(text, type, rule);
    if (json && json->root()[status].view() == "entered-in-error")
        return problem(ProblemKind::NotFound, toQString(type) + QStringLiteral(" entered in error"));
    return json;
}

bool Json::isBeyondUs(const Problem &problem)
{
    return problem.kind == ProblemKind::BadData
        && (problem.detail == QLatin1String(numberDetail) || problem.detail == QLatin1String(depthDetail));
}

} // namespace handrail::fhir
