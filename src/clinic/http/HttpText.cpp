// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/http/HttpText.h"

#include <QStringDecoder>
#include <QStringList>
#include <algorithm>
#include <array>
#include <ctime>
#include <initializer_list>
#include <zlib.h>

namespace handrail::clinic {

namespace {

std::string_view reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 507: return "Insufficient Storage";
    default: return "Status";
    }
}

void appendClean(std::string &to, const QByteArray &text)
{
    for (const char c : text) {
        if (uchar(c) >= 0x20 && c != 0x7f)
            to += c;
    }
}

} // namespace

bool isCleanHead(std::string_view head)
{
    for (std::size_t i = 0; i < head.size(); ++i) {
        const char c = head[i];
        if (c == '\n') {
            if (i == 0 || head[i - 1] != '\r')
                return false;
            if (i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t'))
                return false;
        } else if (c == '\r') {
            if (i + 1 >= head.size() || head[i + 1] != '\n')
                return false;
        } else if ((uchar(c) < 0x20 && c != '\t') || c == 0x7f) {
            return false;
        }
    }
    return true;
}

bool hasBareLineFeed(std::string_view text)
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (at == 0 || text[at - 1] != '\r')
            return true;
    }
    return false;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<Target> readTarget(std::string_view target)
{
    if (target.empty() || target.front() != '/')
        return std::nullopt;
    Target result;
    const std::size_t mark = target.find('?');
    if (mark != std::string_view::npos) {
        const std::string_view query = target.substr(mark + 1);
        result.query = QByteArray(query.data(), qsizetype(query.size()));
    }
    const std::string_view raw = target.substr(0, mark);
    QByteArray path;
    path.reserve(qsizetype(raw.size()));
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            const int high = i + 2 < raw.size() ? hexValue(raw[i + 1]) : -1;
            const int low = i + 2 < raw.size() ? hexValue(raw[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = char(high * 16 + low);
            i += 2;
            if (c == '/')
                return std::nullopt;
        }
        if (uchar(c) < 0x20 || c == 0x7f || c == '#')
            return std::nullopt;
        path += c;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    result.path = decoder(path);
    if (decoder.hasError())
        return std::nullopt;
    if (result.path.contains(QLatin1String("/."))) {
        const QStringList segments = result.path.split(u'/');
        if (segments.contains(QLatin1String(".")) || segments.contains(QLatin1String("..")))
            return std::nullopt;
    }
    return result;
}

namespace {

// What such a header says of the first of `names` that it names: they go from what fits best to what fits everything. Of nothing: no.
bool isTaken(QByteArrayView header, std::initializer_list<QByteArrayView> names)
{
    auto best = names.end();
    bool isWanted = false;
    for (const QByteArray &part : header.toByteArray().toLower().split(',')) {
        const QList<QByteArray> pieces = part.split(';');
        const auto named = std::find(names.begin(), best, QByteArrayView(pieces.first().trimmed()));
        if (named == best)
            continue;
        best = named;
        isWanted = std::none_of(pieces.begin() + 1, pieces.end(), [](const QByteArray &piece) {
            const QByteArray parameter = piece.trimmed();
            return parameter.startsWith("q=") && parameter.mid(2).toDouble() <= 0;
        });
    }
    return isWanted;
}

} // namespace

bool takesJson(QByteArrayView accept)
{
    return accept.trimmed().isEmpty()
        || isTaken(accept, {"application/fhir+json", "application/json", "text/json", "application/*", "*/*"});
}

bool takesGzip(QByteArrayView acceptEncoding)
{
    return isTaken(acceptEncoding, {"gzip", "*"});
}

QByteArray gzipped(const QByteArray &body)
{
    z_stream stream{};
    if (deflateInit2(&stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray result(qsizetype(deflateBound(&stream, uLong(body.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    const bool isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    result.truncate(isDone ? qsizetype(stream.total_out) : 0);
    deflateEnd(&stream);
    return result;
}

std::string writeHead(const Reply &reply, bool isKeptAlive, const std::string &date)
{
    std::string head;
    head.reserve(512);
    head += "HTTP/1.1 ";
    head += std::to_string(reply.status);
    head += ' ';
    head += reason(reply.status);
    head += "\r\nDate: ";
    head += date;
    for (const auto &[name, value] : reply.headers) {
        head += "\r\n";
        appendClean(head, name);
        head += ": ";
        appendClean(head, value);
    }
    if (reply.status != 204 && reply.status != 304) {
        head += "\r\nContent-Length: ";
        head += std::to_string(reply.body.size());
    }
    head += "\r\nX-Content-Type-Options: nosniff\r\nConnection: ";
    head += isKeptAlive ? "keep-alive\r\n\r\n" : "close\r\n\r\n";
    return head;
}

std::string httpDate(qint64 secondsSinceEpoch)
{
    const std::time_t time = secondsSinceEpoch;
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 40> text{};
    // The C locale's names, whatever the process uses.
    static constexpr std::array<const char *, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days.at(std::size_t(parts.tm_wday)),
                  parts.tm_mday, months.at(std::size_t(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    return text.data();
}

} // namespace handrail::clinic
