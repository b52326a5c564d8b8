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
    "\\b(I|you) (was|were) dead\\b|\\bto be dead\\b|\\b(want|wish|desire|urge|intent|intention|intend)(s|ed|ing)? to die\\b|"
    "\\b(thoughts?|think|thinking) (of|about) ((my|your) (own )?)?(death|dying|being dead)\\b|"
    "\\b(matar|lastimar)(me|te|se)\\b|\\bhacer(me|te|se) da[nñ]o\\b|\\bquitar(me|te|se) la vida\\b|"
    "\\b(acabar|terminar) con (mi|tu|su) vida\\b|(estar|mejor) muert|"
    "\\b(quer|quier|quis|dese|gana)\\w* (de )?morir|"
    "\\b(pi?ens|idea)\\w* (de|en|sobre) (((mi|tu|su) )?muerte|la muerte(?! de (un |una |alg|otr|mi|tu|su|l))|morir))");

/// Of not wanting to live: there is a no in it, and it is none. How or with whom somebody lives is not meant.
const QString notToLive = QStringLiteral(
    "(?:\\b(?:not|never|no longer|(?:do|does|did)n.?t) (?:want|wish|desire|feel like|care)(?:ed|ing)? "
    "(?:to )?(?:liv(?:e|ing)|be alive|wake up|go on(?= (?:living|like)|[.,!]?$))|"
    "\\b(?:no|without|(?:not|(?:do|does|did|ca)n.?t) (?:see|have|find|feel) (?:an?|any|the|much)) "
    "(?:reasons?|desire|wish|will|want|urge|hope) (?:left )?(?:to|for|of) (?:liv(?:e|ing)|be alive|wake up|go on)|"
    "\\bnothing (?:left )?to live for|(?:\\bnot|n.?t) worth living|"
    "\\bcan(?:no|.?| no)t (?:go on|live)(?= (?:living|like this|without (?:dying|wanting))|[.,!]?$)|"
    "\\bsleep and (?:not|never) wake up|\\bwish(?:ed)? (?:to|I (?:could|would)) (?:not|never) wake up|"
    "\\b(?:no|nunca|tampoco)(?: (?:ya|me))? (?:quier|quis|dese)\\w* (?:(?:seguir )?viv(?:ir|iendo)|estar viv[oa]|despertar(?:me)?)|"
    "\\b(?:sin|ning(?:ún|una)|no (?:hay|veo|tengo|encuentro)(?: (?:un|una|ningún|ninguna))?) "
    "(?:ganas|deseos?|raz(?:ón|ones)|motivos?) (?:de|para) (?:(?:seguir )?viv(?:ir|iendo)|despertar)|"
    "\\bno puedo seguir viviendo|\\bvida (?:ya )?no vale la pena|\\bno vale la pena vivir|"
    "\\b(?:quier|quis|dese)\\w* no (?:vivir|despertar)|\\bdormir(?:me)? y no (?:volver a )?despertar)\\b"
    "(?! (?:alone|at|near|early|late|before|tired|in an?|with an?|with others|sol[oa]s?|en una?|con otr[oa]s|temprano|tarde)\\b)");

/// What may stand before a no: whatever else stands there makes it doubtful, as in "I do not know whether I want to die". An apostrophe is any
/// sign, or none.
const QString before =
    QStringLiteral("(?:I|you|I.?ve|I.?m|have|has|had|having|do|did|am|are|was|be|been|feel|felt|yo|he|ha|tengo|tenido|tuve|"
                   "estoy|soy|siento)");
/// Of what is done or felt. An English verb right after a bare no begins anew: "No want to die".
const QString noes = QStringLiteral(
    "(?:no(?! (?:have|had|am|was|feel|felt|want|wished|wish I|wish that|better|mejor|think|thinking|thought)\\b)|not|never|"
    "(?:do|does|did|have|has|had|am|are|was)n.?t|den(?:y|ies)|nunca|jamás|tampoco|niego)");
/// Of what there is.
const QString noneOf = QStringLiteral("(?:without|sin|ning(?:ún|unas?))");
const QString verbs =
    QStringLiteral("(?:have|has|had|having|are|was|be|been|feel|felt|feeling|ever|me|he|ha|tengo|tenido|tuve|estoy|soy|siento|"
                   "sentido)");
const QString wishes = QStringLiteral(
    "(?:(?:want|wish)(?:ed)?(?: to)?|(?:think|thought|thinking) (?:of|about)|quiero|quería|quise|querido|deseo|deseado|"
    "(?:pensado|pienso|pensé|pensar) (?:de|en|sobre)|estaría)");
const QString wishedDeath = QStringLiteral("(?:wish(?:ed)?(?: that)? (?:I|you) (?:was|were) dead)");
/// Leads from the no to the sign. No person, no wish, and no "plans" without "to": "no plans I want to die", "no plan thoughts of suicide".
const QString links = QStringLiteral(
    "(?:any|an?|the|at all|active|passive|current|recent|nunca|ning(?:ún|una)|(?:thoughts?|ideas?|plans?|urges?|wish|desire|"
    "intent|intentions?|pensamientos?|planes|deseos?|ganas|intenci(?:ón|ones)) (?:of|about|on|to|de|en|sobre))");
/// A sign that begins so says by itself that it is so.
const QString anew = QStringLiteral(
    "(?:I|you|want|wish(?! to)|better|mejor|think\\w*|qu[ie]\\w*|dese[oóaeé](?! de)|desear\\w*|piens\\w*|pens[éaó])\\b");
/// And after the last sign. What is so on some days or in some ways, every day, or "but", is not among it.
const QString after = QStringLiteral(
    "(?:thoughts?|ideation|ideas?|plans?|or (?:dying|death)|at all|in any way|or others?|or someone else|someone else|others|"
    "(?:(?:in|over|during) )?(?:(?:the|these) )?(?:past|last)(?: (?:few|two|2|14|30))? (?:days?|weeks?|months?|year)|"
    "(?:o )?a otr[oa]s?|o otr[oa]s?|en (?:las?|los?|el|este|estas|estos)(?: últim[oa]s?)?(?: (?:dos|2|14|30))? "
    "(?:días|semanas?|mes|meses|año)|"
    "de ningún modo|de ninguna manera|en absoluto|nada)");

/// What is done against it.
const QString against =
    QStringLiteral("\\b(prevent\\w*|(safety|crisis) plans?|plan(es)? de (seguridad|crisis)|prevención|prevenir)\\b");

} // namespace

bool soundsOfDanger(const QString &text)
{
    static const QRegularExpression of = words(signs + u'|' + notToLive);
    return inOneLine(text).contains(of);
}

bool deniesDanger(const QString &text)
{
    static const QRegularExpression lineEnd(QStringLiteral("\\v"));
    static const QString toNouns = u"(?: " + links + u")* (?!" + anew + u')' + signs;
    static const QString denied = u"(?:" + noes + u"(?: " + verbs + u")*(?:(?: " + wishes + u")?(?: el)? (?!(?:I|you) )" + signs
        + u"| " + wishedDeath + u'|' + toNouns + u")|" + noneOf + toNouns + u")\\w*(?: " + after + u")*";
    static const QString further = u"(?: ?/ ?|,? (?:or|nor|o|u|ni) )(?:(?:" + links + u"|of|about|to|de|en) )*(?!" + anew + u')'
        + signs + u"\\w*(?: " + after + u")*";
    static const QRegularExpression denial = words(u"^(?:(?:no|none|never|nunca)[,.;:] )?(?:" + before + u" )*" + denied + u"(?:"
                                                   + further + u"|,? (?:and|y|e) " + denied + u")*[.!]?$");
    static const QRegularExpression isNotToLive = words(notToLive);
    // A line of its own is a sentence of its own.
    return !text.trimmed().contains(lineEnd) && inOneLine(text).contains(denial) && !inOneLine(text).contains(isNotToLive);
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
              + u"|\\b(988|911|112|(hot|help|life) ?lines?|call|warning|signs|(stay|keep)\\w*( \\w+)? "
                u"safe|safer|help(s|ed|ing|ful)?|cope|"
                "coping|keeps? (me|you|myself|yourself)|support(s|ive)?|reasons|my plan|emergenc\\w*|llam[ae]\\w*|línea|mi "
                "plan|señales|mantener\\w*|ayud\\w*|apoy\\w*|"
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
