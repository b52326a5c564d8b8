// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrlQuery>
#include <zlib.h>

namespace handrail::test {

namespace {

const QString redirectUri = QStringLiteral("http://127.0.0.1:8765/callback");

QString program()
{
    return qEnvironmentVariable("HANDRAIL_CLINIC", QStringLiteral(HANDRAIL_CLINIC_PROGRAM));
}

QByteArray unpacked(const QByteArray &packed)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    QByteArray result;
    int state = Z_OK;
    while (state == Z_OK) {
        QByteArray chunk(64 * 1024, Qt::Uninitialized);
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = uInt(chunk.size());
        state = inflate(&stream, Z_NO_FLUSH);
        result += chunk.left(chunk.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? result : QByteArray();
}

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, '\0');
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(random.data()), bytes / 4);
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString unescaped(QString text)
{
    return text.replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&#39;"), QLatin1String("'"))
        .replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString attribute(const QString &tag, const char *name)
{
    const QRegularExpression expression(QStringLiteral("\\b%1\\s*=\\s*\"([^\"]*)\"").arg(QLatin1String(name)));
    return unescaped(expression.match(tag).captured(1));
}

struct Form {
    QString action;
    QUrlQuery fields;
    bool hasUserName = false;
};

// The form that asks for a user name, else the first one: hidden fields kept, the first button pressed.
std::optional<Form> pickForm(const QString &html, const QString &user, const QString &password)
{
    std::optional<Form> first;
    QRegularExpression formTag(QStringLiteral("<form\\b([^>]*)>(.*?)</form>"), QRegularExpression::DotMatchesEverythingOption);
    QRegularExpression inputTag(QStringLiteral("<(input|button)\\b([^>]*)>"));
    for (auto forms = formTag.globalMatch(html); forms.hasNext();) {
        const auto match = forms.next();
        Form form{attribute(match.captured(1), "action"), {}, false};
        bool hasButton = false;
        for (auto inputs = inputTag.globalMatch(match.captured(2)); inputs.hasNext();) {
            const auto input = inputs.next();
            const QString tag = input.captured(2), name = attribute(tag, "name"), type = attribute(tag, "type");
            if (name.isEmpty())
                continue;
            if (name == QLatin1String("username") || name == QLatin1String("password")) {
                form.hasUserName = true;
                form.fields.addQueryItem(
                    name, QString::fromLatin1(QUrl::toPercentEncoding(name == QLatin1String("username") ? user : password)));
                continue;
            }
            const bool isButton = type == QLatin1String("submit") || input.captured(1) == QLatin1String("button");
            if (isButton && hasButton)
                continue;
            hasButton = hasButton || isButton;
            form.fields.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(attribute(tag, "value"))));
        }
        if (form.hasUserName)
            return form;
        if (!first)
            first = form;
    }
    return first;
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

bool HttpAnswer::isOutcome() const
{
    const QJsonObject outcome = json();
    const QJsonObject issue = outcome.value(QLatin1String("issue")).toArray().at(0).toObject();
    return outcome.value(QLatin1String("resourceType")).toString() == QLatin1String("OperationOutcome")
        && issue.value(QLatin1String("severity")).isString() && issue.value(QLatin1String("code")).isString()
        && issue.value(QLatin1String("diagnostics")).isString();
}

std::optional<HttpAnswer> readAnswer(QByteArray &bytes, bool isHead, bool isAtEnd)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    HttpAnswer answer;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1))
        answer.headers.append({line.left(line.indexOf(':')).trimmed(), line.mid(line.indexOf(':') + 1).trimmed()});
    if (answer.status == 100) {
        bytes.remove(0, end + 4);
        return readAnswer(bytes, isHead, isAtEnd);
    }
    const bool hasBody = !isHead && answer.status != 204 && answer.status != 304;
    const qsizetype length = hasBody ? answer.header("Content-Length").toLongLong() : 0;
    if (bytes.size() < end + 4 + length)
        return std::nullopt;
    answer.body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    if (answer.header("Content-Encoding") == "gzip" && hasBody)
        answer.body = unpacked(answer.body);
    answer.isClosed = isAtEnd || answer.header("Connection").toLower() == "close";
    return answer;
}

ClinicProcess::~ClinicProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool ClinicProcess::start(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(program(), arguments);
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && timer.elapsed() < 60'000) {
        if (m_process.state() == QProcess::NotRunning
            || (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning))
            break;
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_base = QUrl(m_ready.value(QLatin1String("base")).toString());
    if (m_base.isEmpty())
        qWarning() << "the clinic did not start:" << m_process.readAllStandardError();
    return !m_base.isEmpty();
}

int ClinicProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        kill();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ClinicProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
}

ClinicProcess::Finished ClinicProcess::runToEnd(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Finished finished;
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit)
        finished.code = process.exitCode();
    finished.output = process.readAllStandardOutput();
    finished.errors = process.readAllStandardError();
    return finished;
}

HttpAnswer ClinicProcess::sendRaw(const QByteArray &bytes, int waitMilliseconds) const
{
    QTcpSocket socket;
    socket.connectToHost(m_base.host(), quint16(m_base.port()));
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(bytes);
    const bool isHead = bytes.startsWith("HEAD ");
    QByteArray received;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < waitMilliseconds) {
        const bool isReady = socket.waitForReadyRead(200);
        received += socket.readAll();
        const bool isAtEnd = !isReady && socket.state() != QAbstractSocket::ConnectedState;
        if (const auto answer = readAnswer(received, isHead, isAtEnd))
            return *answer;
        if (isAtEnd)
            break;
    }
    return {};
}

HttpAnswer ClinicProcess::send(const QByteArray &method, const QByteArray &path, const QByteArray &token, const QByteArray &body,
                               const Headers &headers) const
{
    QByteArray target = path;
    if (target.startsWith("http"))
        target = target.mid(target.indexOf('/', 8));
    else if (!target.startsWith('/'))
        target = m_base.path().toLatin1() + (target.isEmpty() ? "" : "/") + target;
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: " + m_base.authority().toLatin1() + "\r\n";
    bool hasType = false;
    for (const auto &[name, value] : headers) {
        request += name + ": " + value + "\r\n";
        hasType = hasType || name.compare("Content-Type", Qt::CaseInsensitive) == 0;
    }
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT") {
        if (!hasType)
            request += "Content-Type: application/fhir+json\r\n";
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return sendRaw(request + "\r\n" + body);
}

std::optional<SignedIn> ClinicProcess::signIn(const QString &user, const QString &password, const QString &scope) const
{
    const QJsonObject configuration = send("GET", ".well-known/smart-configuration").json();
    const QByteArray verifier = randomText(48), state = randomText(16);
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QUrlQuery query;
    for (const auto &[name, value] :
         {std::pair("response_type", QStringLiteral("code")), std::pair("client_id", QStringLiteral("handrail")),
          std::pair("redirect_uri", redirectUri), std::pair("scope", scope), std::pair("state", QString::fromLatin1(state)),
          std::pair("aud", m_base.toString()), std::pair("code_challenge", QString::fromLatin1(challenge)),
          std::pair("code_challenge_method", QStringLiteral("S256")), std::pair("nonce", QString::fromLatin1(randomText(16)))})
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QUrl url(configuration.value(QLatin1String("authorization_endpoint")).toString());
    url.setQuery(query);
    QByteArray method = "GET", body;
    QHash<QByteArray, QByteArray> cookies;
    for (int step = 0; step < 12; ++step) {
        Headers headers;
        QByteArray cookieText;
        for (auto it = cookies.cbegin(); it != cookies.cend(); ++it)
            cookieText += (cookieText.isEmpty() ? "" : "; ") + it.key() + '=' + it.value();
        if (!cookieText.isEmpty())
            headers.append({"Cookie", cookieText});
        if (method == "POST")
            headers.append(
                {{"Content-Type", "application/x-www-form-urlencoded"}, {"Origin", "http://" + m_base.authority().toLatin1()}});
        const HttpAnswer answer = send(method, url.toEncoded(), {}, body, headers);
        for (const auto &[name, value] : answer.headers) {
            if (name.compare("Set-Cookie", Qt::CaseInsensitive) == 0) {
                const QByteArray pair = value.left(value.indexOf(';') < 0 ? value.size() : value.indexOf(';'));
                cookies.insert(pair.left(pair.indexOf('=')), pair.mid(pair.indexOf('=') + 1));
            }
        }
        if (answer.status >= 300 && answer.status < 400) {
            url = url.resolved(QUrl(QString::fromLatin1(answer.header("Location"))));
            if (url.toString().startsWith(redirectUri)) {
                const QUrlQuery result(url);
                if (result.queryItemValue(QStringLiteral("state")).toLatin1() != state)
                    return std::nullopt;
                QUrlQuery exchange;
                for (const auto &[name, value] :
                     {std::pair("grant_type", QStringLiteral("authorization_code")),
                      std::pair("code", result.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded)),
                      std::pair("redirect_uri", redirectUri), std::pair("client_id", QStringLiteral("handrail")),
                      std::pair("code_verifier", QString::fromLatin1(verifier))})
                    exchange.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
                const HttpAnswer tokens =
                    send("POST", configuration.value(QLatin1String("token_endpoint")).toString().toLatin1(), {},
                         exchange.toString(QUrl::FullyEncoded).toLatin1(), {{"Content-Type", "application/x-www-form-urlencoded"}});
                const QJsonObject json = tokens.json();
                if (tokens.status != 200)
                    return std::nullopt;
                return SignedIn{json.value(QLatin1String("access_token")).toString().toLatin1(),
                                json.value(QLatin1String("refresh_token")).toString(),
                                json.value(QLatin1String("patient")).toString(), json.value(QLatin1String("scope")).toString()};
            }
            method = "GET";
            body.clear();
            continue;
        }
        const auto form = answer.status == 200 ? pickForm(QString::fromUtf8(answer.body), user, password) : std::nullopt;
        if (!form)
            return std::nullopt;
        if (!form->action.isEmpty())
            url = url.resolved(QUrl(form->action));
        method = "POST";
        body = form->fields.toString(QUrl::FullyEncoded).toLatin1();
    }
    return std::nullopt;
}

} // namespace handrail::test
