// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Safety.h"

#include "core/Ids.h"
#include "form/AnswerCheck.h"
#include "form/FormState.h"
#include "form/SafetyWords.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

constexpr QLatin1String loinc{"http://loinc.org"};
const QString ownItem = QStringLiteral("safety");
const QString notSafety = QStringLiteral("not-safety");
const QString useItem = QStringLiteral("use");

QString ownSystem()
{
    return canonical(u"CodeSystem/question");
}

bool hasOwnCode(const FormItem &item, const QString &code)
{
    return item.codes.contains(Code{ownSystem(), code});
}

/// LOINC: item 9 of the PHQ-9, then the C-SSRS screener.
bool isSafetyCode(QStringView code)
{
    static const QStringList codes = {QStringLiteral("44260-8"), QStringLiteral("93246-7"), QStringLiteral("93247-5"),
                                      QStringLiteral("93248-3"), QStringLiteral("93249-1"), QStringLiteral("93250-9"),
                                      QStringLiteral("93267-3"), QStringLiteral("93269-9")};
    return std::any_of(codes.begin(), codes.end(), [code](const QString &known) { return known == code; });
}

bool isCodedAboutSafety(const FormItem &item)
{
    const bool isCoded = std::any_of(item.codes.cbegin(), item.codes.cend(),
                                     [](const Code &code) { return code.system == loinc && isSafetyCode(code.code); });
    // Forms that come from LOINC's own panels name an item by its code ("/44260-8").
    const QStringView linkId(item.linkId);
    return isCoded || hasOwnCode(item, ownItem) || isSafetyCode(linkId.mid(linkId.lastIndexOf(u'/') + 1));
}

QString simplified(QString value)
{
    value = value.normalized(QString::NormalizationForm_C).toLower().replace(u'-', u' ').replace(u'_', u' ').simplified();
    if (value.endsWith(u'.') || value.endsWith(u',') || value.endsWith(u'!')) // "0," may be the beginning of 0,5
        value.chop(1);
    return value;
}

/// Without the 0 that some forms write before an answer: "0 - Not at all", "(0) Never". Bare signs stay as they are.
QString withoutZero(const QString &value)
{
    static const QRegularExpression zero(QStringLiteral("^(?:0|\\(0\\))[ .,:;)=/\\x{2010}-\\x{2015}\\x{2212}]+(?=\\w\\w)"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return QString(value).remove(zero);
}

/// None, or today: that depends on what is asked.
bool isZero(const QString &value)
{
    static const QSet<QString> words = {QStringLiteral("0"), QStringLiteral("0 days"), QStringLiteral("0 times"),
                                        QStringLiteral("0 días"), QStringLiteral("0 veces")};
    return words.contains(simplified(value));
}

/// "Not at all", "No", "Never" and "None" of LOINC's answer lists, and the words and codes with which forms say no and nothing more. The whole
/// answer has to be one of them: "not in the past month" may be a yes of another month.
bool isNo(const QString &value, DangerIn in)
{
    static const QSet<QString> words = {
        QStringLiteral("la6568 5"),
        QStringLiteral("la32 8"),
        QStringLiteral("la6270 8"),
        QStringLiteral("la137 2"),
        QStringLiteral("no"),
        QStringLiteral("n"),
        QStringLiteral("false"),
        QStringLiteral("not at all"),
        QStringLiteral("never"),
        QStringLiteral("none"),
        QStringLiteral("no, never"),
        QStringLiteral("no, not at all"),
        QStringLiteral("no thoughts"),
        QStringLiteral("no such thoughts"),
        QStringLiteral("none at all"),
        QStringLiteral("none of the time"),
        QStringLiteral("not once"),
        QStringLiteral("at no time"),
        QStringLiteral("none of these"),
        QStringLiteral("none of them"),
        QStringLiteral("none of the above"),
        QStringLiteral("nunca"),
        QStringLiteral("ninguno"),
        QStringLiteral("ninguna"),
        QStringLiteral("para nada"),
        QStringLiteral("en absoluto"),
        QStringLiteral("no, nunca"),
        QStringLiteral("no, jamás"),
        QStringLiteral("no, para nada"),
        QStringLiteral("no, en absoluto"),
        QStringLiteral("jamás"),
        QStringLiteral("nunca jamás"),
        QStringLiteral("ninguna vez"),
        QStringLiteral("ni una vez"),
        QStringLiteral("en ningún momento"),
        QStringLiteral("ningún pensamiento"),
        QStringLiteral("ningún día"),
        QStringLiteral("ninguno de estos"),
        QStringLiteral("ninguna de estas"),
        QStringLiteral("ninguno de los anteriores"),
        QStringLiteral("ninguna de las anteriores"),
    };
    const QString whole = simplified(value);
    return words.contains(whole) || words.contains(withoutZero(whole)) || (isZero(value) && in != DangerIn::SinceWhen);
}

/// A yes, whatever comes after it.
bool isYes(const QString &value)
{
    static const QSet<QString> words = {QStringLiteral("yes"), QStringLiteral("y"),  QStringLiteral("true"),
                                        QStringLiteral("sí"),  QStringLiteral("si"), QStringLiteral("la33")};
    const QString whole = simplified(value);
    const auto end = std::find_if(whole.begin(), whole.end(), [](QChar c) { return !c.isLetterOrNumber(); });
    return words.contains(whole.left(end - whole.begin()));
}

/// One sign, which may stand for something else.
bool isBare(const QString &value)
{
    const QString whole = simplified(value);
    return whole == u"0" || whole == u"n";
}

bool saysNo(const Option &option, DangerIn in)
{
    // A bare sign is in doubt against a weight, and against words: 0 "Always", N "Now".
    const auto isOther = [](const QString &words) { return !words.isEmpty() && !isBare(words); };
    const bool isBareNo = !(option.hasWeight && option.weight > 0) && !isOther(option.text) && !isOther(option.asWritten);
    const auto said = [&](const QString &value) { return isNo(value, in) && (isBareNo || !isBare(value)); };
    return said(option.code) || said(option.codeAsWritten) || said(option.text) || said(option.asWritten)
        || deniesDanger(option.text) || deniesDanger(option.asWritten);
}

/// As shown or as written.
bool tellsOfDanger(const Option &option)
{
    return (admitsDanger(option.text) || admitsDanger(option.asWritten)) && !deniesDanger(option.text)
        && !deniesDanger(option.asWritten);
}

/// Words come before weights, which some forms give to score by and not to rank by: scales begin at 1, and a yes weighs 0. A weight of 0 is a
/// no where no other option says it in words, and it is not asked since when: it may be "Today". In doubt it is Positive.
SafetyAnswer ofOption(const FormItem &item, DangerIn in, const Option &option)
{
    if (saysYes(option))
        return SafetyAnswer::Positive;
    if (saysNo(option, in))
        return SafetyAnswer::None;
    const bool isLeast = option.hasWeight && option.weight <= 0 && in != DangerIn::SinceWhen
        && std::none_of(item.options.cbegin(), item.options.cend(), [in](const Option &other) { return saysNo(other, in); });
    return isLeast ? SafetyAnswer::None : SafetyAnswer::Positive;
}

SafetyAnswer ofOne(const FormItem &item, DangerIn in, const QVariant &value)
{
    if (value.userType() == QMetaType::QVariantMap) {
        const auto measured = quantityIn(value);
        return measured && measured->value == 0 && in != DangerIn::SinceWhen ? SafetyAnswer::None : SafetyAnswer::Positive;
    }
    const QString code = value.toString();
    if (code == u"rather-not-say")
        return SafetyAnswer::Unsaid;
    const auto option = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &o) { return o.code == code; });
    if (in == DangerIn::Answers) // own words are never searched for danger
        return option != item.options.cend() && tellsOfDanger(*option) ? SafetyAnswer::Positive : SafetyAnswer::None;
    if (option != item.options.cend())
        return ofOption(item, in, *option);
    // People write as they speak, in one line and without a stop: "I have no plans I want to die".
    return isNo(ownWordsIn(code).value_or(code), in) ? SafetyAnswer::None : SafetyAnswer::Positive;
}

/// Of a positive answer. Asked since when, the fewer days the graver.
double gravityOfOne(const FormItem &item, DangerIn in, const QVariant &value)
{
    constexpr double notSure = 1;
    constexpr double said = 2;
    const double way = in == DangerIn::SinceWhen ? -1 : 1;
    if (const auto measured = quantityIn(value))
        return way * measured->value;
    if (value.userType() == QMetaType::Double || value.userType() == QMetaType::Int || value.userType() == QMetaType::LongLong)
        return way * value.toDouble();
    const QString code = value.toString();
    const auto option = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &o) { return o.code == code; });
    if (option != item.options.cend() && option->hasWeight) {
        // How far from a no, whichever way the weights go; a yes in words is more than that.
        const auto no = std::find_if(item.options.cbegin(), item.options.cend(),
                                     [in](const Option &other) { return other.hasWeight && saysNo(other, in); });
        // Weights that are the days themselves; others go up with what is graver.
        const bool areDays = std::all_of(item.options.cbegin(), item.options.cend(), [](const Option &other) {
            return !other.hasWeight || other.weight == 0 || other.text.trimmed().startsWith(QString::number(other.weight));
        });
        const double apart =
            no != item.options.cend() ? std::abs(option->weight - no->weight) : (areDays ? way : 1) * std::abs(option->weight);
        return saysYes(*option) ? said + apart : apart;
    }
    return code == u"not-sure" ? notSure : said;
}

struct Asking {
    const FormItem *item;
    DangerIn in;
    bool isHidden; ///< or what is around it is
};

/// The form's own words, which it sends along with every response.
bool isOwnOfForm(const Asking &asking, const QVariant &value)
{
    return asking.isHidden && asking.item->initial.isValid() && fittedAnswer(*asking.item, asking.item->initial) == value;
}

SafetyAnswer gravestOf(const Asking &asking, const QVariant &value)
{
    const FormItem &item = *asking.item;
    const DangerIn in = asking.in;
    if (!value.isValid() || in == DangerIn::Nothing || isOwnOfForm(asking, value))
        return SafetyAnswer::None;
    if (value.userType() != QMetaType::QStringList && value.userType() != QMetaType::QVariantList)
        return value.toString().isEmpty() && value.userType() == QMetaType::QString ? SafetyAnswer::None : ofOne(item, in, value);
    SafetyAnswer gravest = SafetyAnswer::None;
    for (const QVariant &one : value.toList())
        gravest = std::max(gravest, ofOne(item, in, one));
    return gravest;
}

/// By its own words and those of its answers.
DangerIn heardIn(const FormItem &item)
{
    if (hasOwnCode(item, notSafety))
        return DangerIn::Nothing;
    if (soundsOfDanger(item.text) || (item.asWritten != item.text && soundsOfDanger(item.asWritten)))
        return DangerIn::Question;
    const bool isAnswer = std::any_of(item.options.cbegin(), item.options.cend(), tellsOfDanger);
    return isAnswer ? DangerIn::Answers : DangerIn::Nothing;
}

bool isAskedSinceWhen(const FormItem &item)
{
    return asksSinceWhen(item.text) || (item.asWritten != item.text && asksSinceWhen(item.asWritten));
}

/// What it is without knowing what stands around it, or as it was listened to.
DangerIn dangerIn(const FormItem &item)
{
    const bool isMarked = isMarkedAboutSafety(item);
    if (item.dangerIn && (!isMarked || item.dangerIn == DangerIn::SinceWhen))
        return *item.dangerIn;
    const DangerIn in = isMarked ? DangerIn::Question : heardIn(item);
    return in == DangerIn::Question && isAskedSinceWhen(item) ? DangerIn::SinceWhen : in;
}

/// The app shows such a text over the questions after it, too (view/FormView).
bool leadsOn(const FormItem &text)
{
    const QString line = text.text.trimmed();
    return line.endsWith(u'?') || line.endsWith(u':');
}

/// Each item, with where it speaks of danger, and whether it is hidden by itself or by what is around it. The heading of a question is the group
/// around it, however far out, or a text before it: after the first question below that it counts up to the next text, a mere name up to the
/// next group, too. Of groups it heads the one right after it.
/// A group that is "not-safety" is so for all in it that is not marked itself; a question is for itself alone.
/// Since when it was may be asked by whatever is around it, and by a text before it up to the next text, though they speak of nothing else.
template <typename Items, typename Each>
void walk(Items &items, std::optional<DangerIn> around, bool isSinceAround, bool isHiddenAround, const Each &each)
{
    const FormItem *before = nullptr; // the text that heads what follows
    bool isBegun = false;             // something was asked after it
    bool isSinceBefore = false;       // a text before asks since when, and nothing else does after it
    for (auto &item : items) {
        const bool isListenedTo = item.dangerIn.has_value();
        const bool isHeading = !isListenedTo && (around != DangerIn::Nothing || isCodedAboutSafety(item)) && isSafetyHeading(item);
        const bool isGroup = item.type == ItemType::Group;
        const bool isText = item.type == ItemType::Display;
        const bool isSure = !item.isHidden && item.conditions.isEmpty(); // to be shown: what may not be ends nothing
        const bool isOver = isText || (isGroup && before && !leadsOn(*before));
        const bool isHidden = isHiddenAround || item.isHidden;
        const bool isSince = !isListenedTo && isAskedSinceWhen(item);
        if (isBegun && isSure && isOver)
            before = nullptr;
        if (isText && (isSince || (isBegun && isSure)))
            isSinceBefore = isSince;
        const bool isHeaded = before && !(isGroup && isBegun);
        const bool isOther = hasOwnCode(item, notSafety);
        const std::optional<DangerIn> handed = isOther ? DangerIn::Nothing : isHeaded ? DangerIn::Question : around;
        const bool isSinceHere = isSinceAround || isSinceBefore || isSince;
        const DangerIn in = handed && !isListenedTo && !isMarkedAboutSafety(item) ? *handed : dangerIn(item);
        each(item, in == DangerIn::Question && isSinceHere ? DangerIn::SinceWhen : in, isHidden);
        const std::optional<DangerIn> inside = isHeading ? DangerIn::Question : handed;
        walk(item.children, isGroup || !isOther ? inside : around, isSinceHere, isHidden, each);
        if (isHeading && isText)
            before = &item;
        isBegun = !((isHeading || isSince) && isText) && (isBegun || (isSure && !isText));
    }
}

/// The questions about safety that a person can answer here.
QList<Asking> askingIn(const Form &form)
{
    QList<Asking> found;
    walk(form.items, std::nullopt, false, false, [&](const FormItem &item, DangerIn in, bool isHidden) {
        if (in != DangerIn::Nothing && isAnswerable(item))
            found << Asking{&item, in, isHidden};
    });
    return found;
}

/// By its linkId, the items from which it follows whether an item is asked: those around it, and those of the conditions of all these.
void collectReasons(const QList<FormItem> &items, const QStringList &around, QHash<QString, QStringList> &reasons)
{
    for (const FormItem &item : items) {
        QStringList own = around;
        for (const Condition &condition : item.conditions)
            own << condition.linkId;
        reasons.insert(item.linkId, own);
        collectReasons(item.children, own << item.linkId, reasons);
    }
}

} // namespace

bool saysYes(const Option &option)
{
    return isYes(option.code) || isYes(option.codeAsWritten) || isYes(option.text) || isYes(option.asWritten);
}

bool isMarkedAboutSafety(const FormItem &item)
{
    return isCodedAboutSafety(item) || item.linkId == ownItem;
}

bool soundsLikeSafety(const FormItem &item)
{
    return (item.dangerIn ? *item.dangerIn : heardIn(item)) != DangerIn::Nothing;
}

bool asksAboutSafety(const FormItem &item)
{
    return dangerIn(item) != DangerIn::Nothing;
}

bool isSafetyHeading(const FormItem &item)
{
    if (item.type != ItemType::Group && item.type != ItemType::Display)
        return false;
    // By its name alone it is none: a part of a form that is named "safety" may well be about seat belts.
    if (isCodedAboutSafety(item))
        return true;
    const bool isGroup = item.type == ItemType::Group;
    return !hasOwnCode(item, notSafety)
        && (asksOfDanger(item.text, isGroup) || (item.asWritten != item.text && asksOfDanger(item.asWritten, isGroup)));
}

void listen(QList<FormItem> &items)
{
    walk(items, std::nullopt, false, false, [](FormItem &item, DangerIn in, bool) { item.dangerIn = in; });
}

bool isSafetyItem(const FormItem &item)
{
    return isAnswerable(item) && asksAboutSafety(item);
}

QStringList safetyItems(const Form &form)
{
    QStringList linkIds;
    for (const Asking &asking : askingIn(form))
        linkIds << asking.item->linkId;
    return linkIds;
}

SafetyAnswer safetyOf(const FormItem &item, const QVariant &value)
{
    return isAnswerable(item) ? gravestOf({&item, dangerIn(item), item.isHidden}, value) : SafetyAnswer::None;
}

Answers safetyAnswers(const Form &form, const Answers &answers)
{
    QHash<QString, QStringList> reasons;
    collectReasons(form.items, {}, reasons);
    QStringList open = safetyItems(form);
    QSet<QString> wanted;
    while (!open.isEmpty()) {
        const QString linkId = open.takeLast();
        if (wanted.contains(linkId))
            continue;
        wanted << linkId;
        open << reasons.value(linkId);
    }
    Answers found;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        if (wanted.contains(linkIdOf(it.key())))
            found.insert(it.key(), *it);
    }
    return found;
}

bool isUseSaid(const Form &form, const Answers &answers)
{
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        if (linkIdOf(it.key()) != useItem)
            continue;
        const FormItem *item = itemIn(form.items, useItem);
        const FormItem unknown;
        if (gravestOf({item ? item : &unknown, DangerIn::Question, false}, *it) == SafetyAnswer::Positive)
            return true;
    }
    return false;
}

SafetyAnswer safetyOf(const Form &form, const Answers &answers)
{
    const QList<Asking> found = askingIn(form);
    SafetyAnswer gravest = SafetyAnswer::None;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        const QString linkId = linkIdOf(it.key());
        for (const Asking &asking : found) {
            if (asking.item->linkId == linkId)
                gravest = std::max(gravest, gravestOf(asking, it.value()));
        }
    }
    return gravest;
}

QMap<QString, double> gravityOf(const Form &form, const Answers &answers)
{
    const QList<Asking> found = askingIn(form);
    QMap<QString, double> gravity;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        const QString linkId = linkIdOf(it.key());
        for (const Asking &asking : found) {
            const FormItem *item = asking.item;
            if (item->linkId != linkId || gravestOf(asking, it.value()) != SafetyAnswer::Positive)
                continue;
            const bool isList = it->userType() == QMetaType::QStringList || it->userType() == QMetaType::QVariantList;
            for (const QVariant &one : isList ? it->toList() : QVariantList{*it}) {
                if (ofOne(*item, asking.in, one) != SafetyAnswer::Positive)
                    continue;
                const double grave = gravityOfOne(*item, asking.in, one);
                gravity[it.key()] = std::max(gravity.value(it.key(), grave), grave);
            }
        }
    }
    return gravity;
}

QString reportIdentifier(const QString &patientId, const QString &formUrl, const QDateTime &said)
{
    const QDateTime utc = said.toUTC();
    return urn(
        scheduledId(patientId, formUrl, utc.date(), QStringLiteral("safety-") + utc.time().toString(QStringLiteral("HH:mm:ss"))));
}

bool isSentAhead(const CompletedForm &completed)
{
    const QString url = completed.questionnaire.section(u'|', 0, 0);
    return completed.authored.isValid() && completed.identifier == reportIdentifier(completed.patientId, url, completed.authored);
}

} // namespace handrail
