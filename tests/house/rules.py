# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""Rules that one line of a file can break.

Each has the reason why, a line or some that break it and such that do not; test_house.py tries them before it looks at the tree.
"""

import re
from dataclasses import dataclass, field


@dataclass
class Rule:
    name: str
    pattern: str
    why: str
    breaks: "str | tuple"
    keeps: "str | tuple"
    where: tuple = ("app/", "src/", "platform/", "qml/")
    suffixes: tuple = (".h", ".cpp")
    but_not: tuple = ()
    _compiled: re.Pattern = field(init=False, repr=False)

    def __post_init__(self):
        self._compiled = re.compile(self.pattern)

    def applies_to(self, path):
        return (path.startswith(self.where) and path.endswith(self.suffixes) and not path.startswith(self.but_not or ("\0",)))

    def is_broken_by(self, line):
        return self._compiled.search(line) is not None


def all_of(examples):
    return (examples,) if isinstance(examples, str) else examples


_WRITTEN_IN = re.compile(r"^( *)(?:\w+\.)?Text(?:Field|Area|Input|Edit) \{$")


def fields_without_hints(source):
    """Lines that begin a field which does not say what keyboards may do with its words: they learn and suggest what is typed, and what
    is typed here is private (design security row 19). A field that is fine with that says so, too."""
    lines = source.text.splitlines()
    for number, line in enumerate(lines, 1):
        begin = _WRITTEN_IN.match(line)
        if not begin:
            continue
        inside = lines[number:lines.index(begin.group(1) + "}", number)]
        if not any(one.startswith(begin.group(1) + "    inputMethodHints: ") for one in inside):
            yield number, "no inputMethodHints: a keyboard would learn what is written here"


_NO_CODE = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL)
_LAMBDA = re.compile(r"(?<!operator)\[[^\[\]]*\]\s*(?:\((?:[^()]|\([^()]*\))*\)\s*)?(?:mutable\s*)?(?P<type>->[^;{}]*)?\{")
_MADE_OF_ONE = re.compile(r'\b(?:QStringLiteral|QLatin1String|QByteArrayLiteral|QByteArray|QString|tr)\("x*"\)')
_JOINED = re.compile(r'"\w*\s*[+%]|[+%]\s*u?8?"')


def lambdas_that_build(source):
    """Lines on which a lambda that names no type returns strings joined by + or %. What it gives is then a QStringBuilder, which holds
    references to what has ended with the lambda. It sees those with a literal among them, and takes a comparison for one of the whole."""
    def blank(found):  # of the same length, and the same lines
        return " " * len(found[0]) if found[0].startswith("//") else '"' + re.sub(r"[^\n]", "x", found[0][1:-1]) + '"'

    text = _NO_CODE.sub(blank, source.text)
    begins = {found.end() - 1: found["type"] is None for found in _LAMBDA.finditer(text)}
    inside = [False]  # of each brace that is open: whether what returns there names no type
    for token in re.finditer(r"[{}]|\breturn\b([^;{}]*);", text):
        if token[0] == "{":
            inside.append(begins.get(token.start(), inside[-1]))
        elif token[0] == "}":
            inside = inside[:-1] or [False]
        elif inside[-1]:
            given = _MADE_OF_ONE.sub('"x"', token[1])
            while given != (given := re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", given)):
                pass
            if _JOINED.search(given) and not re.search(r"[=!]=|&&|\|\|", given):
                yield text.count("\n", 0, token.start()) + 1, "a lambda that returns joined strings names its type: -> QString"


# Names of code systems and the like: they look like addresses and are never opened.
_IDENTIFIERS = "|".join([
    r"hl7\.org/fhir", r"terminology\.hl7\.org", r"loinc\.org", r"snomed\.info/sct", r"unitsofmeasure\.org",
    r"www\.nlm\.nih\.gov/research/umls", r"www\.w3\.org", r"fhir-registry\.smarthealthit\.org/StructureDefinition",
])
_LOOPBACK = r"127\.0\.0\.1|localhost|\[::1\]|ADDR:PORT"  # the last in texts for people
_EVERYWHERE = ("app/", "src/", "platform/", "qml/", "tests/")
_QML = (".qml", ".js")

RULES = [
    Rule("context property", r"\bsetContextProperty\b",
         "QML sees typed singletons and required properties only, so that it can be compiled and checked",
         'context->setContextProperty(u"app"_qs, app);', "engine.load(url);", where=_EVERYWHERE),
    Rule("registration at run time", r"\bqmlRegister\w+",
         "types are registered by declaration, so that qmllint knows them",
         'qmlRegisterType<Day>("Handrail", 1, 0, "Day");', "QML_ELEMENT", where=_EVERYWHERE),
    Rule("insecure keychain", r"setInsecureFallback\s*\(\s*true",
         "a secret is kept in a keychain or not at all",
         "job->setInsecureFallback(true);", "job->setInsecureFallback(false);", where=_EVERYWHERE),
    Rule("TLS errors ignored", r"\bignoreSslErrors\b|VerifyNone\b",
         "a server that cannot be checked is not talked to",
         "reply->ignoreSslErrors();", "connect(reply, &QNetworkReply::sslErrors, this, &Reply::fail);"),
    Rule("clock", r"\bcurrentDateTime|\bQDate::currentDate\b|\bQTime::currentTime\b|currentMSecsSinceEpoch|currentSecsSinceEpoch"
                  r"|\bsystem_clock::now\b|\bstd::time\s*\(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)",
         "only core/Clock asks what time it is, so that tests can say",
         "const auto now = QDateTime::currentDateTimeUtc();", "const auto now = m_clock.nowUtc();",
         but_not=("src/core/Clock.",)),
    Rule("clock in QML", r"\bnew Date\b|\bDate\.now\b",
         "QML decides looks; dates come from C++, where tests can set them",
         "property var now: new Date()", "text: session.startsAt", where=("qml/",), suffixes=_QML),
    Rule("markup", r"\bText(Edit|Input)?\.(RichText|AutoText|MarkdownText|StyledText)\b",
         "text may come from a server; shown as markup it could load pictures or pose as a link of ours",
         "textFormat: Text.RichText", "textFormat: Text.PlainText", suffixes=_QML),
    Rule("colour", r"""["']#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["']|\bQColor\s*\(\s*(?:0x|\d)|\bQt\.rgba\s*\(\s*[\d.]""",
         "colours are chosen in qml/theme alone, for light and dark",
         'color: "#1f6f8b"', "color: Theme.accent", where=("app/", "src/view/", "platform/", "qml/"),
         suffixes=(".h", ".cpp") + _QML, but_not=("qml/theme/",)),
    Rule("operating system", r"\bQ_OS_\w+|\b__(?:ANDROID|APPLE|linux)__\b|\b_WIN32\b|\bQt\.platform\.os\b",
         "what differs between systems is in platform/; all else asks for a capability",
         "#ifdef Q_OS_ANDROID", "if (device.canCall())", where=("app/", "src/", "qml/"), suffixes=(".h", ".cpp") + _QML),
    Rule("plain http", r"http://(?!(?:%s|%s))[A-Za-z0-9\[]" % (_LOOPBACK, _IDENTIFIERS),
         "records travel over https; plain http is for loopback only",
         'const QUrl url(u"http://clinic.example/fhir"_qs);', 'u"http://hl7.org/fhir/StructureDefinition/tz-code"',
         suffixes=(".h", ".cpp") + _QML),
    Rule("random numbers", r"\bstd::rand\b|\bs?rand\s*\(|\brandom\(\)|\bmt19937|Math\.random",
         "anything that can be guessed ends up in a token sooner or later: libsodium or QRandomGenerator::system()",
         "const int jitter = rand() % 10;", "randombytes_buf(bytes.data(), bytes.size());", suffixes=(".h", ".cpp") + _QML),
    Rule("processes", r"\bQProcess\b|\bstd::system\s*\(|(?<![\w:.>])(?:::)?system\(|\bpopen\s*\(|\bexec[lv][pe]{0,2}\s*\(|\bv?fork\s*\("
                      r"|\bposix_spawnp?\s*\(",
         "only platform/ starts other programs, and the clinic the one that it was told to call for help",
         ("QProcess::startDetached(program);", "std::system(command);", "const int code = system(command);", "::system(command);",
          'popen(command, "r");', "execl(path, path, nullptr);", "::execvpe(path, arguments, environment);", "execlp(name, name, nullptr);",
          "const pid_t child = fork();", "vfork();", "posix_spawn(&child, path, nullptr, nullptr, arguments, environ);"),
         ("m_browser.open(url);", "QRandomGenerator::system()->generate();", "QLocale::system().name();", "boost::system::error_code error;"),
         where=("app/", "src/", "qml/"), but_not=("src/clinic/forms/OnCallCommand.",)),
    Rule("bare text", r"^\s*(?:\w+\.)?(?:Text|Label)\s*\{",
         "words are shown by Handrail.Controls alone: plain text, in the size that was chosen, spoken once",
         ("Text {", "    T.Label {"), "Words {", where=("qml/",), suffixes=(".qml",), but_not=("qml/controls/",)),
    Rule("network access", r"\bQNetworkAccessManager\b|\bQNetworkRequest\b",
         "one file of net talks to servers, so that deadlines, redirects and TLS are decided once",
         "QNetworkAccessManager m_network;", "HttpClient &m_http;", but_not=("src/net/",)),
    Rule("keychain", r"\bQKeychain\b|qt6keychain/",
         "one file knows the keychain's library and the names used in it",
         "QKeychain::ReadPasswordJob job(service);", "SecretStore &m_secrets;", but_not=("platform/common/",)),
    Rule("global objects", r"\bstatic\b.*[*&]\s*instance\s*\(",
         "objects are made in app/patient/Application and handed on, so that tests can hand on others",
         "static Store *instance();", "explicit Care(Store &store);"),
    Rule("QML that reaches out", r"\bXMLHttpRequest\b|\bQt\.openUrlExternally\b|\bJSON\.parse\b|\bQt\.createComponent\b|\bQt\.createQmlObject\b",
         "QML decides looks; network, browser and data are C++'s",
         "Qt.openUrlExternally(session.link)", "onClicked: session.join()", where=("qml/",), suffixes=_QML),
    Rule("pragma of a later Qt", r"^\s*pragma\s+(?:ValueTypeBehavior|FunctionSignatureBehavior|NativeMethodBehavior|Translator)\b",
         "Qt 6.4 refuses to load a file with a pragma that it does not know",
         "pragma ValueTypeBehavior: Addressable", "pragma ComponentBehavior: Bound", where=_EVERYWHERE, suffixes=_QML),
    Rule("id of an anchor line", r"^\s*id:\s*(?:top|bottom|left|right|baseline|horizontalCenter|verticalCenter)\b",
         "in a delegate the item's own anchor line of that name is found first, and its height is nothing",
         ("        id: top", "id: left // of both"), ("        id: bar", "anchors.top: bar.bottom", "id: topBar"), where=_EVERYWHERE, suffixes=_QML),
    Rule("loading by module", r"\bloadFromModule\b|\bsetInitialProperties\b.*loadFromModule",
         "Qt 6.4 has no loadFromModule",
         'engine.loadFromModule("Handrail.Shell", "Main");', "engine.load(mainUrl);", where=_EVERYWHERE),
    Rule("dynamic SQL", r"\b(?:exec|prepare)\s*\(.*\b(?:SELECT|INSERT|UPDATE|DELETE)\b.*\"\s*[+%]|\.arg\(.*\b(?:SELECT|INSERT|UPDATE|DELETE) ",
         "values reach SQL as bound parameters only",
         'query.exec("DELETE FROM records WHERE id = " + id);', 'query.prepare("DELETE FROM records WHERE id = ?");', where=("src/",)),
    Rule("straight apostrophe", r"""^(?:(?!//).)*?\"[^\"]*[A-Za-z]'[a-z]{1,2}\b(?!')""",
         "words for people have the curly apostrophe, so that they look and translate alike",
         'text: qsTr("Can\'t make it?")', 'text: qsTr("Can’t make it?")',
         where=("qml/", "src/view/", "src/auth/", "src/clinic/smart/", "src/content/"), suffixes=(".h", ".cpp", ".json") + _QML),
    Rule("open end", r"\b(?:TODO|FIXME|XXX)\b",
         "what is left to do is written where others look: in an issue",
         "// TODO: handle this", "// The server may send this twice.", where=_EVERYWHERE,
         suffixes=(".h", ".cpp", ".txt", ".cmake", ".sh") + _QML),
]
