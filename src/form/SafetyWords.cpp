// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/SafetyWords.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace handrail {

namespace {

QRegularExpression words(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// However its letters are put together, its lines are broken and its hyphens are written.
QString inOneLine(const QString &text)
{
    static const QRegularExpression hyphens(QStringLiteral("[\\x{2010}-\\x{2015}\\x{2212}]"));
    return text.normalized(QString::NormalizationForm_C).replace(hyphens, QStringLiteral("-")).simplified();
}

/// How, where or with whom somebody lives or wakes up: with others, in a home or a cell, and not with pain or shame, or in a world like this.
const QString ofHow = QStringLiteral(
    "(?! (?:alone|at (?:home|work|school|(?:my|your|the) (?!(?:present|moment|time|point|end|age)\\b))|"
    "(?<=up )at (?:\\d|night|noon|dawn)|near|early|late|before|tired|with others|with (?:an?|my|your|the) (?:\\S+ )?(?:family|"
    "parents?|mother|father|mom|dad|grand\\w+|aunt|uncle|sisters?|brothers?|siblings?|kids?|child|children|sons?|daughters?|"
    "relatives|partner|spouse|husband|wife|boyfriend|girlfriend|ex|friends?|(?:room|house)mates?|others?|people|strangers?|"
    "in-laws|pets?|dogs?|cats?|alarm|hangover)|"
    "in an? (?:\\S+ )?(?:(?:group|nursing|care|foster|sober|living|halfway|recovery) )?(?:home|house|household|apartment|flat|"
    "room|dorm|shelter|facility|institution|hospital|hotel|motel|car|van|tent|trailer|building|city|town|village|"
    "neighborhood|(?<!dark )place|center|residence|program|jail|prison|cell|bad mood|panic|sweat)(?! of\\b)|in (?:jail|prison)|"
    "[io]n the streets?|"
    "sol[oa]s?|en una? (?:\\S+ )?(?:casa|hogar|apartamento|departamento|piso|cuarto|habitación|residencia|albergue|refugio|"
    "asilo|hospital|hotel|ciudad|pueblo|barrio|lugar donde|centro|programa|cárcel|prisión|celda)|en la (?:calle|cárcel)|"
    "con otr[oa]s|temprano|tarde)\\b"
    "(?!(?:['’]s?)? (?:\\S+ )?(?:loss|shame|guilt|grief|pain|death|absence|hate|blame)\\b))");
/// Not of oneself: self-esteem.
const QString ofWorth = QStringLiteral("(?![- ](?:esteem|confidence|respect|image|worth)\\b)");
/// An accident that has happened. One that is yet to come is none: "Do you think of hurting yourself in a fall?"
const QString accident = QStringLiteral(
    "(?:(?<!\\bto )\\b(?:hurt|injured?|burn(?:ed|t)?) (?:my|your|one) ?self (?:in a fall|falling|by accident|accidentally)|"
    "\\b(?:me|te|se) (?:(?:he|has|ha|había|habías) )?(?:lastim\\w+|(?:hago|haces|hace|hice|hiciste|hizo|hecho)(?: alg[uú]n)? "
    "da[nñ]o) (?:en una caída|por accidente|sin querer(?=[^\\w\\s/]|$)))\\b(?!,? (?:or|[ou])\\b)|"
    "\\b(?:me|te|se) (?:\\w+ )?lastim\\w+ el cuello\\b");
/// Whatever happened: it asks whether it was meant or wished for.
const QString intent = QStringLiteral(
    "\\b(?:purpose|propósito|adrede|inten(?:t|d|ci)|deliberate|deliberad|will?ful|knowing|voluntari|want|wish|think|thought|"
    "mean(?:t|ing)? (?:to|it)|pens|piens|dese[aeoéó]|qui(?:er|s)|quer(?!er\\b))");
/// What is done to oneself. Nobody cuts themselves off, or their hair, in this sense, nor hurts their self-esteem.
const QString toOneself =
    QStringLiteral(
        "\\bself[- ]?(?:harm|injur|mutilat)|"
        "\\b(?:kill|harm|hang|hung|shoot|shot|stab|poison|drown|hurt|injur|burn(?!\\w* \\w+ ?self out\\b(?! of\\b)))\\w* "
        "(?:my|your|one) ?self\\b")
    + ofWorth
    + QStringLiteral(
        "|\\bcut(?:s|ting)? (?:my|your|one) ?self\\b(?! (?:off(?! and on)|out(?! of (?!(?:the|an?|life|every\\w*)\\b))|loose|free|"
        "short|shaving|a break|some slack)\\b)")
    + ofWorth
    + QStringLiteral("|\\b(?:cut|slit)(?:ting|s)? (?:my|your) wrists?\\b|\\bautolesi|"
                     "(?:\\b(?:(?:mat|lastim|cort|ahorc|envenen)(?:ar|[aá]ndo)|colgar|herir|hiri[eé]ndo)(?:me|te|se)|"
                     "\\bme (?:(?:he|había) )?(?:(?:mat|lastim|cort)(?:o|[eé]|aba|ado)|hiero|her[ií]|herido)|"
                     "\\bte (?:(?:has|habías) )?(?:(?:mat|lastim|cort)(?:as|aste|abas|ado)|hieres|heriste|herido)|"
                     "\\bse (?:(?:ha|había) )?(?:(?:mat|lastim|cort)(?:a|[oó]|aba|ado)|hiere|hiri[oó]|herido))\\b"
                     "(?! (?:el (?:pelo|cabello|dedo|pie|tobillo|hombro|contacto)|las? "
                     "(?:uñas|espalda|rodillas?|llamada|conexión|luz|comunicación))\\b)|"
                     "\\b(?:hac(?:er|i[eé]ndo)(?:me|te|se)|me hago|te haces|se hace|me hice|te hiciste|se hizo|"
                     "(?:me he|te has|se ha|me había|te habías|se había) hecho)(?: alg[uú]n)? da[nñ]o\\b");
/// Of oneself as scales that people fill in by themselves put it, and of somebody who is asked.
const QString signs =
    u"(?:" + toOneself
    + QStringLiteral("|suicid|\\bunalive|\\bjump(?:ing|ed)? (?:off|in front)\\b|"
                     "\\b(?:end|tak|took)(?:e|en|ed|ing)? (?:my|your|one.?s) (?:own )?life\\b|\\bend(?:ing|ed)? it all\\b|"
                     "\\bg(?:i|a)v(?:e|en|ing) up on life\\b|\\bsleep(?:ing)? forever\\b|better off (?:dead|without (?:me|you)\\b)|"
                     "\\b(I|you) (was|were) dead\\b|\\bwish(?:ed)?(?: that)? (?:I|you) (?:was|were) gone\\b|\\bto be dead\\b|"
                     "\\b(?:want|wish)(?:ed|ing)? to (?:be gone|disappear)\\b|"
                     "\\b(want|wish|desire|urge|intent|intention|intend)(s|ed|ing)? to die\\b|"
                     "\\b(thoughts?|think|thinking) (of|about) ((my|your) (own )?)?(death|dying|being dead)\\b|"
                     "\\b(?:(?:(?:tired|sick) of|done with) (?:living|life(?! skills)|being alive)|done living)\\b")
    + ofHow
    + QStringLiteral(
        "|\\bquit\\w+ la vida\\b|\\bdar(?:me|te|se) un tiro\\b|\\batent\\w+ contra (?:mi|tu|su) (?:propia )?vida\\b|"
        "\\b(?:acab|termin)\\w+ con (?:mi|tu|su) (?:propia )?vida\\b|\\b(?:acab|termin)ar con todo\\b(?! "
        "(?:el|la|lo)\\b)|(estar|mejor) muert|\\bmejor sin (?:mí|ti|usted)\\b|"
        "\\b(?:me|te|se) (?:quier|quis)\\w* (?:matar|lastimar|cortar|herir)\\b|\\bdormir(?:me|te|se)? para siempre\\b|\\bdejar de "
        "existir\\b|"
        "\\b(quer|quier|quis|dese|gana)\\w* (de )?(?:morir|desaparecer)|"
        "\\b(pi?ens|idea)\\w* (de|en|sobre) (((mi|tu|su) )?muerte|la muerte(?! de (un |una |alg|otr|mi|tu|su|l))|morir)|"
        "\\b(?:dejar de vivir|(?:cansad|hart)[oa]s? de (?:vivir|la vida))\\b")
    + ofHow + u')';

/// Of not wanting to live: there is a no in it, and it is none.
const QString notToLive =
    QStringLiteral(
        "(?:\\b(?:not|never|no longer|(?:do|does|did)n.?t) (?:want|wanna|wish|desire|feel like|care)(?:ed|ing)? "
        "(?:to )?(?:liv(?:e|ing)|be (?:alive|here)|exist|wake up|go on(?= (?:living|like)|\\W*$))|"
        "\\b(?:no|without|(?:not|(?:do|does|did|ca)n.?t) (?:see|have|find|feel) (?:an?|any|the|much)) "
        "(?:reasons?|desire|wish|will|want|urge|hope) (?:left )?(?:to|for|of) (?:liv(?:e|ing)|be alive|wake up|go on)|"
        "\\bno point (?:in|to) (?:living|life|being alive)|\\bbe here any ?more|\\bno(?:body| one) would miss (?:me|you)|"
        "\\bnothing (?:left )?to live for|(?:\\b(?:not|no longer|never|hardly)|n.?t) worth living|"
        "\\b(?:if|whether) (?:(?:my|your) )?life (?:is|was) worth living|"
        "\\bcan(?:no|.?| no)t (?:go on|live)(?= (?:living|like this|without (?:dying|wanting))|\\W*$)|"
        "sleep and (?:not|never) wake up|\\b(?:wish|hop|pray|want)\\w*(?: \\S+){0,5} (?:not|never|\\w+n.?t) (?:to )?wake(?: up)?+|"
        "\\b(?:no|nunca|tampoco)(?: (?:ya|me|te|se))? (?:quier|quis|dese)\\w* "
        "(?:(?:seguir )?viv(?:ir|iendo)|existir|estar (?:viv[oa]|aquí)|despertar(?:me|te|se)?)|"
        "\\b(?:sin|ning(?:ún|una)|no (?:hay|veo|tengo|tienes?|encuentro)(?: (?:un|una|ningún|ninguna))?) "
        "(?:ganas|deseos?|raz(?:ón|ones)|motivos?) (?:de|para) (?:(?:seguir )?viv(?:ir|iendo)|despertar)|"
        "\\bno pued(?:o|es?) seguir viviendo|\\bvida (?:ya )?no (?:vale|valga) la pena|\\bno (?:vale|valga) la pena vivir|"
        "\\bnadie (?:me|te|l[aeo]) extrañaría|\\b(?:no|nunca) volver a despertar|"
        "\\b(?:quier|quis|dese|esper)\\w* (?:no|nunca) (?:vivir|despertar)|"
        "\\bdormir(?:me|te|se)? y (?:no|nunca) (?:volver a )?despertar)\\b")
    + ofHow;

/// What may stand before a no: whatever else stands there makes it doubtful, as in "I do not know whether I want to die". An apostrophe is any
/// sign, or none.
const QString before =
    QStringLiteral("(?:I|you|I.?ve|I.?m|have|has|had|having|do|did|am|are|was|be|been|feel|felt|yo|he|ha|tengo|tenido|tuve|"
                   "estoy|soy|siento)");
/// Of what is done or felt. An English verb right after a bare no begins anew: "No want to die".
const QString noes = QStringLiteral(
    "(?:no(?! (?:(?:have|had|am|was|feel|felt|want|wished|wish I|wish that|better|mejor|think|thinking|thought|tired|sick|done|"
    "g[ia]ve|end|take|took|jump|sleep|hart[oa]|cansad[oa])\\b|(?!\\w+ing )\\w+ (?:my|your|one) ?self\\b))|not|never|"
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
    "(?:thoughts?|ideation|ideas?|plans?|or (?:dying|death)|on purpose|a propósito|at all|in any way|or others?|or someone "
    "else|someone else|others|"
    "(?:(?:in|over|during) )?(?:(?:the|these) )?(?:past|last)(?: (?:few|two|2|14|30))? (?:days?|weeks?|months?|year)|"
    "(?:o )?a otr[oa]s?|o otr[oa]s?|en (?:las?|los?|el|este|estas|estos)(?: últim[oa]s?)?(?: (?:dos|2|14|30))? "
    "(?:días|semanas?|mes|meses|año)|"
    "de ningún modo|de ninguna manera|en absoluto|nada)");

/// What is done against it.
const QString against =
    QStringLiteral("\\b(prevent\\w*|(safety|crisis) plans?|plan(es)? de (seguridad|crisis)|prevención|prevenir)\\b");

/// A notice of where help is.
const QString help = against
    + QStringLiteral("|\\b(988|911|112|(hot|help|life) ?lines?|call|warning|signs|(stay|keep)\\w*( \\w+)? "
                     "safe|safer|help(s|ed|ing|ful)?|cope|"
                     "coping|keeps? (me|you|myself|yourself)|support(s|ive)?|reasons|my plan|emergenc\\w*|llam[ae]\\w*|línea|mi "
                     "plan|señales|mantener\\w*|ayud\\w*|apoy\\w*|"
                     "razones|evitar)\\b");
/// What a notice goes on to say after its question. What its sentence says of answers and questions is none of it, but that everybody is asked.
const QString comfort = QStringLiteral(
    "\\b(?:you matter|your life matters|(?:not|nobody|no one)\\b[^.!?]* right away|not alone|there for you|there is "
    "hope|(?:never|not) the answer|don.?t give up|"
    "(?:it|things) (?:can |will |do |does )?gets? better|(?:tu|su) vida (?:importa|vale)|importas|usted importa|"
    "no est[áa]s? sol[oa]|preguntamos (?:esto )?a tod[oa]s|hay esperanza)\\b|"
    "(?:^[-)\\]\"”’»›]*|[-.!:;)\\]\"”»]) ?(?:please,? |por favor,? )?"
    "(?:if (?:so|yes|you (?:are|do|have)),? (?:please )?|you (?:can|may|could) (?:always )?|si (?:sí|es así),? (?:por favor,? )?)?"
    "(?:we ask (?!about\\b|for\\b|(?:that )?you\\b)|"
    "(?![^.!]*\\b(?:answer|question|skip|respuest|pregunta(?!mos)|respon|contest|omit))(?:"
    "(?:talk|speak) (?:to|with)|text (?:\\S+ to )?(?:us|me|your|\\d+)|reach (?:out|us|your)|check in with|get in touch|"
    "contact (?:us|your|an?|the|some\\w+)|see (?:your|an?) (?:doctor|counselor|therapist|clinician|provider)|"
    "tell (?:your|some\\w+|any\\w+|an? (?:friend|adult))|tell us\\b(?! (?:more|how|when|what|which|if|about)\\b)|"
    "let (?:us|some\\w+) know|(?:do not|don.?t) wait|your (?:care )?team is|come in\\b|stop here|dígan\\w+|dinos|avis[ea]\\b|no "
    "espere\\w*|"
    "go (?:\\w+ )?to (?:(?:the|your|an?|any) )?(?:nearest|closest|local|hospital|ER|clinic|urgent|doctor|counselor)|"
    "you(?: are|['’]re)(?! (?:(?:being )?asked|done|finished|almost|now (?:on|at|in)|free to (?!talk|speak|reach)|"
    "not (?:required|obliged|expected))\\b)|we (?:care|can(?! (?:see|read|use|only)\\b))|we(?: are|['’]re)"
    "(?! asking (?:about|for|you)\\b)|our (?:team|staff)|many people|tú eres|usted es|habl[ae]\\w* con|puedes? hablar|"
    "estamos(?! preguntando (?:por|sobre|si))|nuestro equipo|much(?:as personas|a gente)|acud(?:e|a|ir)|contact(?:a|e) "
    "(?:a|con)|comuní(?:cate|quese)|(?:ve|vaya) al? "
    "(?!(?:la )?(?:siguiente|próxima|número|página|sección)\\b)|bus(?:ca|que) a|(?:marque|marca) (?:(?:el|al) )?"
    "(?:número |teléfono )?\\d{3})\\b)");
/// What may stand after a question that is still to be answered, though comfort stands there, too: a remark in brackets, what leads on, or how to
/// answer.
const QString howToAnswer = QStringLiteral(
    "^[)\\]\"”’»›]*( ?[(\\[][^.!?]*[)\\]]:?)?$|[:…][)\\]\"”’»›]*$|\\.\\.\\.$|"
    "(?:^[-)\\]\"”’»›]*|[.!:;)\\]\"”»]) ?(?:please,? |por favor,? )?(?:"
    "(?:(?:and|you (?:can|may|might)) )?(?:check|mark|tick|circle|choose|select|pick|skip)(?! "
    "(?:in|out|up|on|with|life|hope|to)\\b)|(?:tap|click|touch)(?! (?:here|below|to)\\b)|"
    "answer|respond|(?:rate|enter|list|since|specify|describe|explain|indicate)\\b|write(?! to\\b)|examples?|for example|e\\.g|"
    "such as|(?:not )?counting|(?:do(?: not|n.?t) )?(?:count|include)\\b|even if you (?:did|do|have|were|would)\\b|"
    "tell us (?:more|how|when|what|which|if|about)|be (?:as )?honest|take your time|say yes|how (?:often|many|long)|"
    "think (?:back|(?:about|of) (?:the|your|these) (?:past|last))|(?:use (?:an?|the)|on a) (?:number|scale|list|box)|"
    "(?:(?:in|over|during|within|for) )?(?:(?:the|this|these|your) )?(?:past|last|life ?time|week|month|year|\\d+ \\w)|"
    "(?:this|these)(?: (?:question|item|thought)s?)? (?:is about|are about|asks?|include|mean)|"
    "we(?: are|['’]re)? ask(?:ing)? (?:about|for|that you|you)|you(?: are|['’]re) (?:(?:being )?asked|done|finished)|"
    "your answers?|there (?:is|are) no (?:right|wrong)|(?:go|continue)(?: on)? to (?:the next|question)|"
    "yes ?(?:/|or|=)|\\d+ ?[=:]|more than one|only one|if you (?:answer|said|say|check|mark|chose)\\w*|"
    "if (?:yes|no|not|so|none|never)\\b(?!,? (?:please )?(?:talk|reach|text|speak|contact|tell (?!us)|go|see|get|visit|come)\\b)|"
    "(?:marque|marca)(?! (?:(?:el|al) )?(?:número|teléfono|\\d))|(?:toque|toca|pulse|pulsa|oprim[ae]) "
    "(?:una?|la|su|tu)\\b|elij|elige|escoj|escoge|seleccion|respond|contest|indi(?:que|ca)|"
    "anot[ea]|escrib(?!\\w+ a\\b)|describ|expli(?:que|ca)|califi(?:que|ca)|inclu[iy]|ejemplo|por ejemplo|es decir|"
    "puedes? (?:elegir|marcar|escoger|seleccionar|responder|omitir)|(?:su|tu)s? respuestas?|no hay respuestas|"
    "(?:en|durante) (?:las?|los?|el|est[aeo]s?|su|tu) (?:\\d+ )?(?:últim|pasad|dos|vida|semana|mes|año|día)|desde|esto "
    "(?:incluye|significa)|preguntamos (?:por|sobre|si)|"
    "piens[ae] en (?:el|los|las) (?:últim|pasad)|cuánt|con qué frecuencia|sí ?(?:/|o|=)|más de un|solo un|"
    "si (?:no|sí|es así|la respuesta|contest\\w+|respond\\w+|marc\\w+)\\b"
    "(?!,? (?:por favor,? )?(?:habl|acud|busc|contact|vay|ve |dig|cuént|escríb)))");

bool isHeard(const QString &text)
{
    static const QRegularExpression of = words(signs + u'|' + notToLive);
    static const QRegularExpression isMeant = words(intent);
    static const QRegularExpression isAccident = words(accident);
    QString line = inOneLine(text);
    if (!line.contains(isMeant))
        line.remove(isAccident);
    return line.contains(of);
}

bool isDenied(const QString &text)
{
    static const QRegularExpression lineEnd(QStringLiteral("\\v"));
    // Written out at each of its places it would be too long.
    static const QString sign = QStringLiteral("(?&sign)");
    static const QString toNouns = u"(?: " + links + u")* (?!" + anew + u')' + sign;
    static const QString denied = u"(?:" + noes + u"(?: " + verbs + u")*(?:(?: " + wishes + u")?(?: el)? (?!(?:I|you) )" + sign
        + u"| " + wishedDeath + u'|' + toNouns + u")|" + noneOf + toNouns + u")\\w*(?: " + after + u")*";
    static const QString further = u"(?: ?/ ?|,? (?:or|nor|o|u|ni) )(?:(?:" + links + u"|of|about|to|de|en) )*(?!" + anew + u')'
        + sign + u"\\w*(?: " + after + u")*";
    static const QRegularExpression denial =
        words(u"(?(DEFINE)(?<sign>" + signs + u"))^(?:(?:no|none|never|nunca)[,.;:] )?(?:" + before + u" )*" + denied + u"(?:"
              + further + u"|,? (?:and|y|e) " + denied + u")*[.!]?$");
    static const QRegularExpression isNotToLive = words(notToLive);
    // A line of its own is a sentence of its own.
    return !text.trimmed().contains(lineEnd) && inOneLine(text).contains(denial) && !inOneLine(text).contains(isNotToLive);
}

/// Not "since your last visit" or "in the time since", within which something may have been 0 times. How long somebody has gone without it is
/// since when, too, and how long without a reason to live is not.
bool isOfTimeSince(const QString &text)
{
    static const QRegularExpression isOf = words(QStringLiteral(
        "\\bago\\b|\\bhow recent|\\bwhen last\\b|(?<!the )\\b(?:days?|weeks?|months?|years?|hours?|long|"
        "time)(?:['’]s)?(?: (?:has|have|had|is|was|are|were|there|it|been|passed|elapsed|gone|went|go|by|did|do|can|you|I|"
        "managed?|in a row|so far|now)){0,6} (?:since\\b(?! (?:(?:your|our|the) last (?:visit|appointment|session|check|"
        "time we)\\b(?! (?:to|at|for|because)\\b)|we\\b))|(?<without>without|free (?:of|from)|clean (?:of|from))\\b(?! "
        "(?:(?:an?|any|the|"
        "much) )?(?:reasons?|desire|wish|will|want|urge|hope) (?:left )?(?:to|for|of) (?:liv|be alive|wake|go on))|"
        "(?:with )?no (?:suicid|thought|urge|idea|self[- ]?(?:harm|inj))|(?:(?:(?:have|"
        "had|did|do) )?(?:that )?you(?: have| had| did| do)? not|(?:have|had|did|do)n.?t you|(?:that )?you (?:have|had|did|"
        "do)n.?t) (?:tried|try|attempt|hurt|harm|cut|injur|burn|consider|(?:thought|think) (?:of|about)|(?:had|have) (?:an?|"
        "any) (?:suicid|thought|idea|plan|urge)|wanted to (?:die|kill|hurt|harm|end)|done any))|\\b(?:harm|injury)[- ]free\\b|"
        "\\b(?:did|have|had|were|was) (?:you|I) last (?!(?:week|month|year|night|spring|summer|fall|autumn|winter|\\w+day|few|"
        "couple|two|\\d+|here|visit\\w*|c[ao]me|answer\\w*|se(?:e|en) us|me[et]t? (?:us|with us)|(?:talk|spoke)\\w* (?:to|"
        "with) us)\\b)|\\bwhen (?:was|is|were) (?:your|the) (?:last (?!time\\b)|most recent )(?!visit|appointment|session|check)|"
        "\\blast (?:time\\b(?! (?:we|you (?:were here|came|visited|answered)))|th(?:ink|ought)|attempt|suicid|self[- ]?(?:harm|"
        "inj)|ha(?:d|ve)\\b|f(?:eel|elt)\\b|wish|want|tr(?:y|ied)\\b|hurt|harm|cut|injur|burn)|\\búltima vez\\b(?! que (?:nos|"
        "vino|viniste|estuv))|(?<!desde )\\bhace\\b(?! (?:alg[uú]n )?da[nñ]o)|\\bdesde (?:hace )?cu[aá]n|\\b(?:días|semanas|"
        "meses|años|horas|tiempo)(?: (?:han?|has|pasado|pasaron|pasó|transcurri\\w+|estado|seguid[oa]s|"
        "ya)){0,3} (?:desde\\b(?! (?:su|tu|la) última (?:visita|cita|consulta|sesión)\\b(?! (?:al?|en|por)\\b))|"
        "(?:que )?no (?:(?:me|te|se|ha|has|he) ){1,2}(?:pensado|intentado|hecho|lastimado|cortado|herido)\\b)|\\b(?:(?:días|"
        "semanas|meses|años|horas|tiempo)(?: (?:ha|has|estado|pasado|seguid[oa]s|ya)){0,3}|llev\\w+(?: ya)?) (?<sin>sin)\\b(?! "
        "(?:querer|"
        "(?:ganas|deseos?|raz(?:ón|ones)|motivos?) (?:de|para)) (?:(?:seguir )?viv|despertar))"));
    const QString line = inOneLine(text);
    for (auto found = isOf.globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        // Of what somebody goes without: most such questions are of drink and drugs.
        constexpr int mostWords = 5;
        const qsizetype end = std::max(match.capturedEnd(QStringLiteral("without")), match.capturedEnd(QStringLiteral("sin")));
        if (end < 0 || isHeard(line.mid(end).trimmed().section(u' ', 0, mostWords - 1)))
            return true;
    }
    return false;
}

/// These patterns are long, and the words of a form are asked about anew at each of its answers.
template <bool judge(const QString &)>
bool remembered(const QString &text)
{
    constexpr qsizetype most = 1000;
    static thread_local QHash<QString, bool> judged;
    if (const auto known = judged.constFind(text); known != judged.cend())
        return *known;
    if (judged.size() >= most)
        judged.clear();
    return *judged.insert(text, judge(text));
}

} // namespace

bool soundsOfDanger(const QString &text)
{
    return remembered<isHeard>(text);
}

bool deniesDanger(const QString &text)
{
    return remembered<isDenied>(text);
}

bool admitsDanger(const QString &text)
{
    static const QRegularExpression isAgainst = words(against);
    return soundsOfDanger(text) && !deniesDanger(text) && !inOneLine(text).contains(isAgainst);
}

bool asksOfDanger(const QString &heading, bool holdsQuestions)
{
    constexpr qsizetype mostWordsOfAName = 3;
    static const QRegularExpression isOfHelp = words(help);
    static const QRegularExpression isOfComfort = words(comfort);
    static const QRegularExpression isToBeAnswered = words(howToAnswer);
    // "Have you had any of these? Thoughts of suicide, plans."
    static const QRegularExpression asksOfWhatFollows =
        words(QStringLiteral("\\b(?:these|following|siguientes?|est[oa]s)(?: [^ ?]+){0,3}\\?$"));
    // What leads on to questions, or the words of the person: notices speak to "you".
    static const QRegularExpression asks = words(QStringLiteral("[:…][)\\]\"”’»›]*( ?[(\\[][^.!?]*[)\\]]:?)?$|\\.\\.\\.$|"
                                                                "\\b(I|my|myself|me|mi|yo)\\b|\\w[aei]rme\\b"));
    static const QRegularExpression isOfMore = words(QStringLiteral("[,/&]|\\b(and|y|e|safety|plan|care|seguridad)\\b"));
    const QString line = inOneLine(heading);
    qsizetype end = line.lastIndexOf(u'?') + 1;
    if (!soundsOfDanger(line.left(end)) && line.left(end).contains(asksOfWhatFollows))
        end = line.size();
    const QString asked = line.left(end);
    const QString told = line.mid(end).trimmed();
    if (soundsOfDanger(asked) && !(holdsQuestions ? asked : line).contains(isOfHelp)
        && (holdsQuestions || !told.contains(isOfComfort) || told.contains(isToBeAnswered)))
        return true;
    return soundsOfDanger(told) && !line.contains(isOfHelp)
        && (told.contains(asks) || (told.count(u' ') < mostWordsOfAName && !told.contains(isOfMore)));
}

bool asksSinceWhen(const QString &text)
{
    return remembered<isOfTimeSince>(text);
}

} // namespace handrail
