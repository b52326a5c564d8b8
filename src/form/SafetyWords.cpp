// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/SafetyWords.h"

#include <QRegularExpression>

namespace handrail {

namespace {

QRegularExpression words(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// However its letters are put together and its lines are broken.
QString inOneLine(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).simplified();
}

/// Of oneself as scales that people fill in by themselves put it, and of somebody who is asked.
const QString signs = QStringLiteral(
    "(?:suicid|self[- ]harm|\\b(kill|hurt|harm)(ing)? (my|your)self\\b|"
    "\\b(end|tak)(e|ing)? (my|your) (own )?life\\b|better off dead|"
    "\\b(I|you) (was|were) dead\\b|\\bto be dead\\b|\\b(want|wish)(ed|ing)? to die\\b|"
    "\\b(thoughts?|thinking) (of|about) ((my|your) (own )?)?(death|dying|being dead)\\b|"
    "\\b(matar|lastimar)(me|te|se)\\b|\\bhacer(me|te|se) da[nñ]o\\b|\\bquitar(me|te|se) la vida\\b|"
    "\\b(acabar|terminar) con (mi|tu|su) vida\\b|(estar|mejor) muert|"
    "\\b(quer|quier|quis|dese|gana)\\w* (de )?morir|"
    "\\b(pi?ens|idea)\\w* (de|en|sobre) (((mi|tu|su) )?muerte|la muerte(?! de (un |una |alg|otr|mi|tu|su|l))|morir))");

/// What may stand between a no and such a sign, and before the no: whatever else stands there makes it doubtful, as in "I do not know whether I
/// want to die". An apostrophe is any sign, or none.
const QString between = QStringLiteral(
    "(?:I|you|I.?ve|I.?m|have|has|had|having|do|did|am|are|was|be|been|would be|feel|felt|feeling|think|thoughts?|"
    "thinking|that|of|about|on|to|the|an?|any|at all|ever|want|wanted|wish|wished|desire|plans?|ideas?|urges?|active|"
    "passive|current|recent|yo|tengo|tenido|tuve|he|ha|pensado|pienso|pensé|pensar|pensamientos?|de|en|sobre|quiero|"
    "quería|quise|deseo|deseado|deseos|ganas|que|estaría|estoy|soy|siento|sentido|planes|intenci(?:ón|ones))");
const QString noes =
    QStringLiteral("(?:no|not|never|none|without|(?:do|does|did|have|has|had|am|are|was)n.?t|den(?:y|ies)|nunca|jamás|tampoco|sin|"
                   "ning(?:ún|una)|nada|niego)");
const QString furtherNoes = QStringLiteral("(?:no|never|nunca|ning(?:ún|una)|nada)");
/// And after the last sign. "Every day" and "but" are not among them.
const QString after =
    QStringLiteral("(?:thoughts?|ideation|ideas?|plans?|at all|in|any|some|way|or|others?|someone|else|the|these|past|last|few|two|"
                   "2|14|30|days?|weeks?|months?|year|o|a|otr[oa]s?|en|las?|los?|el|este|últim[oa]s?|dos|días|semanas?|mes|meses|"
                   "año|de|ningún|ninguna|modo|manera|absoluto|nada)");

/// What is done against it.
const QString against =
    QStringLiteral("\\b(prevent\\w*|(safety|crisis) plans?|plan(es)? de (seguridad|crisis)|prevención|prevenir)\\b");

} // namespace

bool soundsOfDanger(const QString &text)
{
    static const QRegularExpression of = words(signs);
    return inOneLine(text).contains(of);
}

bool deniesDanger(const QString &text)
{
    static const QRegularExpression denial =
        words(u"^(?:(?:no|never|nunca)[,.;:] )?(?:" + between + u" )*" + noes + u"(?: (?:" + between + u'|' + furtherNoes + u"))* ?"
              + signs + u"\\w*(?:(?: " + after + u")*(?: ?/ ?|,? (?:or|nor|and|o|u|ni|y|e) )(?:(?:" + between + u'|' + furtherNoes
              + u") )*" + signs + u"\\w*)*(?: " + after + u")*[.!]?$");
    return inOneLine(text).contains(denial);
}

bool admitsDanger(const QString &text)
{
    static const QRegularExpression isAgainst = words(against);
    return soundsOfDanger(text) && !deniesDanger(text) && !inOneLine(text).contains(isAgainst);
}

bool asksOfDanger(const QString &heading)
{
    constexpr qsizetype mostWordsOfAName = 3;
    static const QRegularExpression isOfHelp =
        words(against
              + u"|\\b(988|911|112|(hot|help|life) ?lines?|call|warning|signs|stay\\w* safe|safer|help\\w*|keep\\w*|cope|coping|"
                "support\\w*|reasons|my plan|emergenc\\w*|llam[ae]\\w*|línea|mi plan|señales|mantener\\w*|ayud\\w*|apoy\\w*|"
                "razones|evitar)\\b");
    // A question, its beginning, or the words of the person: notices speak to "you".
    static const QRegularExpression asks =
        words(QStringLiteral("[?:…]$|\\?|\\.\\.\\.$|\\b(I|my|myself|me|mi|yo)\\b|\\w[aei]rme\\b"));
    static const QRegularExpression isOfMore = words(QStringLiteral("[,/&]|\\b(and|y|e|safety|plan|care|seguridad)\\b"));
    const QString line = inOneLine(heading);
    if (!soundsOfDanger(line) || line.contains(isOfHelp))
        return false;
    return line.contains(asks) || (line.count(u' ') < mostWordsOfAName && !line.contains(isOfMore));
}

} // namespace handrail
