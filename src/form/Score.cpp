// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Score.h"

#include "form/FormState.h"

#include <cmath>

namespace handrail {

struct ScoreExpression::Node {
    enum class Kind { Number, Path, Negative, Add, Subtract, Multiply, Divide };
    Kind kind = Kind::Number;
    double number = 0;
    qsizetype path = 0;
    std::shared_ptr<const Node> left = {};
    std::shared_ptr<const Node> right = {};
};

namespace {

using Node = ScoreExpression::Node;
using NodePtr = std::shared_ptr<const Node>;
using Kind = Node::Kind;

constexpr qsizetype longestExpression = 4000;
constexpr int deepestBracket = 32;

NodePtr made(Kind kind, NodePtr left, NodePtr right = {})
{
    return std::make_shared<const Node>(Node{kind, 0, 0, std::move(left), std::move(right)});
}

/// A parser by recursive descent. Each part is null where the text does not fit.
class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {
    }

    NodePtr whole()
    {
        NodePtr node = sum();
        return node && atEnd() ? node : nullptr;
    }

    QList<ScoreExpression::Path> paths;

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }
    bool atEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }
    bool take(QStringView word)
    {
        skipBlanks();
        if (!m_text.mid(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }
    /// All of these in order, with blanks between them or not.
    bool takeAll(std::initializer_list<QStringView> words)
    {
        return std::all_of(words.begin(), words.end(), [this](QStringView word) { return take(word); });
    }

    NodePtr sum()
    {
        if (++m_depth > deepestBracket)
            return nullptr;
        NodePtr left = term();
        while (left) {
            const Kind kind = take(u"+") ? Kind::Add : take(u"-") ? Kind::Subtract : Kind::Number;
            if (kind == Kind::Number)
                break;
            left = pair(kind, left, term());
        }
        --m_depth;
        return left;
    }

    NodePtr term()
    {
        NodePtr left = factor();
        while (left) {
            const Kind kind = take(u"*") ? Kind::Multiply : take(u"/") ? Kind::Divide : Kind::Number;
            if (kind == Kind::Number)
                break;
            left = pair(kind, left, factor());
        }
        return left;
    }

    static NodePtr pair(Kind kind, const NodePtr &left, NodePtr right)
    {
        return right ? made(kind, left, std::move(right)) : nullptr;
    }

    NodePtr factor()
    {
        if (take(u"-")) {
            if (++m_depth > deepestBracket)
                return nullptr;
            NodePtr inner = factor();
            --m_depth;
            return inner ? made(Kind::Negative, std::move(inner)) : nullptr;
        }
        if (take(u"(")) {
            NodePtr inner = sum();
            return inner && take(u")") ? inner : nullptr;
        }
        if (take(u"%resource"))
            return path();
        return number();
    }

    NodePtr number()
    {
        skipBlanks();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text.at(m_at) == u'.' || (m_text.at(m_at) >= u'0' && m_text.at(m_at) <= u'9')))
            ++m_at;
        bool isNumber = false;
        Node node;
        node.number = m_text.mid(start, m_at - start).toDouble(&isNumber);
        const bool hasBareDot = start < m_at && (m_text.at(start) == u'.' || m_text.at(m_at - 1) == u'.');
        return isNumber && !hasBareDot ? std::make_shared<const Node>(node) : nullptr;
    }

    std::optional<QString> quoted()
    {
        if (!take(u"'"))
            return std::nullopt;
        const qsizetype end = m_text.indexOf(u'\'', m_at);
        const QStringView content = end < 0 ? QStringView() : m_text.mid(m_at, end - m_at);
        if (end < 0 || content.isEmpty() || content.contains(u'\\')) // FHIRPath's escapes are beyond the grammar
            return std::nullopt;
        m_at = end + 1;
        return content.toString();
    }

    NodePtr path()
    {
        ScoreExpression::Path read;
        if (!take(u"."))
            return nullptr;
        read.isOutermostOnly = take(u"item");
        if (!read.isOutermostOnly && !takeAll({u"descendants", u"(", u")"}))
            return nullptr;
        if (!takeAll({u".", u"where", u"("}))
            return nullptr;
        do {
            const std::optional<QString> linkId = takeAll({u"linkId", u"="}) ? quoted() : std::nullopt;
            if (!linkId)
                return nullptr;
            if (!read.linkIds.contains(*linkId))
                read.linkIds << *linkId;
        } while (take(u"or"));
        if (!takeAll({u")", u".", u"answer", u".", u"value"}) || !tail(read))
            return nullptr;
        Node node;
        node.kind = Kind::Path;
        node.path = paths.size();
        paths << read;
        return std::make_shared<const Node>(node);
    }

    /// What follows the value: the weight, the sum.
    bool tail(ScoreExpression::Path &read)
    {
        while (take(u".")) {
            if (!read.isWeight && !read.isSum && take(u"extension")) {
                const std::optional<QString> url = take(u"(") ? quoted() : std::nullopt;
                const bool isWeight = url
                    && (*url == u"http://hl7.org/fhir/StructureDefinition/ordinalValue"
                        || *url == u"http://hl7.org/fhir/StructureDefinition/itemWeight");
                if (!isWeight || !takeAll({u")", u".", u"value"}))
                    return false;
                read.isWeight = true;
            } else if (!read.isWeight && !read.isSum && (take(u"ordinal") || take(u"weight"))) {
                if (!takeAll({u"(", u")"}))
                    return false;
                read.isWeight = true;
            } else if (!read.isSum && take(u"sum")) {
                if (!takeAll({u"(", u")"}))
                    return false;
                read.isSum = true;
            } else {
                return false;
            }
        }
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

std::optional<double> valueOf(const Node &node, const QList<double> &values)
{
    if (node.kind == Kind::Number)
        return node.number;
    if (node.kind == Kind::Path)
        return values.at(node.path);
    const std::optional<double> left = valueOf(*node.left, values);
    const std::optional<double> right = node.right ? valueOf(*node.right, values) : std::optional(0.0);
    if (!left || !right)
        return std::nullopt;
    switch (node.kind) {
    case Kind::Negative: return -*left;
    case Kind::Add: return *left + *right;
    case Kind::Subtract: return *left - *right;
    case Kind::Multiply: return *left * *right;
    default: return *right == 0 ? std::nullopt : std::optional(*left / *right);
    }
}

/// Without the dust of binary fractions: 0.1 + 0.2 is 0.3 in a record.
double rounded(double value)
{
    constexpr double places = 1e8;
    return std::abs(value) < 1e6 ? std::round(value * places) / places : value;
}

} // namespace

std::optional<ScoreExpression> ScoreExpression::parse(QStringView text)
{
    if (text.size() > longestExpression)
        return std::nullopt;
    Parser parser(text);
    ScoreExpression expression;
    expression.m_root = parser.whole();
    if (!expression.m_root)
        return std::nullopt;
    expression.m_paths = parser.paths;
    return expression;
}

Score ScoreExpression::evaluate(const std::function<Found(qsizetype)> &find) const
{
    QList<double> values;
    bool isTouched = false;
    bool isWhole = true;
    bool isOne = true;
    for (qsizetype i = 0; i < m_paths.size(); ++i) {
        const Found found = find(i);
        isTouched = isTouched || found.answered > 0;
        isWhole = isWhole && found.occurrences > 0 && found.answered == found.occurrences && found.numbers == found.answered;
        isOne = isOne && (m_paths.at(i).isSum || found.answered <= 1);
        values << found.sum;
    }
    if (!isTouched)
        return {Score::Outcome::NothingTouched, 0};
    if (!isWhole)
        return {Score::Outcome::Unanswered, 0};
    const std::optional<double> value = isOne ? valueOf(*m_root, values) : std::nullopt;
    if (!value || !std::isfinite(*value))
        return {Score::Outcome::NotOurs, 0};
    return {Score::Outcome::Scored, rounded(*value)};
}

QList<ItemScore> scoresOf(const Form &form, const Answers &answers)
{
    FormState state(form);
    state.takeUp(answers);
    QList<ItemScore> scores;
    for (const FormEntry &entry : state.entries()) {
        if (!entry.item->scoreExpression.isEmpty())
            scores << ItemScore{entry.item->linkId, entry.item->codes, entry.score};
    }
    return scores;
}

} // namespace handrail
