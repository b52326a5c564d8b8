// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "report/ReadableFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

constexpr int deepest = 100; // of FHIR's own limit of 64 nothing is lost

/// The characters that XML 1.0 has no place for are left out.
QByteArray escaped(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')
            clean += c;
    }
    return clean.toHtmlEscaped().toUtf8();
}

/// "lastUpdated": "last updated"; "valueCodeableConcept": "value codeable concept".
QString nameInWords(const QString &name)
{
    QString words;
    for (const QChar c : name) {
        if (c.isUpper() && !words.isEmpty() && !words.back().isSpace())
            words += u' ';
        words += c == u'-' || c == u'_' ? QChar(u' ') : c.toLower();
    }
    return words;
}

QByteArray plainValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? "yes" : "no";
    case QJsonValue::Double: return QByteArray::number(value.toDouble(), 'g', 15);
    case QJsonValue::String: return escaped(value.toString());
    default: return "-";
    }
}

void addValue(QByteArray &html, const QJsonValue &value, int depth)
{
    if (depth > deepest) {
        html += escaped(QString::fromUtf8(value.isObject() ? QJsonDocument(value.toObject()).toJson()
                                                           : QJsonDocument(value.toArray()).toJson()));
        return;
    }
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        if (list.size() == 1) {
            addValue(html, list.first(), depth);
            return;
        }
        html += "<ol>";
        for (const QJsonValue &one : list) {
            html += "<li>";
            addValue(html, one, depth + 1);
            html += "</li>";
        }
        html += "</ol>";
        return;
    }
    if (!value.isObject()) {
        html += plainValue(value);
        return;
    }
    const QJsonObject object = value.toObject();
    html += "<ul>";
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        html += "<li><b>" + escaped(nameInWords(member.key())) + "</b>: ";
        addValue(html, member.value(), depth + 1);
        html += "</li>";
    }
    // An attached text, which else only a program could read.
    const QString type = object.value(QLatin1String("contentType")).toString();
    const QByteArray data = object.value(QLatin1String("data")).toString().toLatin1();
    if (type.startsWith(QLatin1String("text/")) && !data.isEmpty())
        html += "<li><pre>" + escaped(QString::fromUtf8(QByteArray::fromBase64(data))) + "</pre></li>";
    html += "</ul>";
}

} // namespace

QByteArray readableStart(const QString &title, const QString &language, const QStringList &lines)
{
    QByteArray html = "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\"><head><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(title) + "</title><style>"
        + "body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}pre{white-space:pre-wrap;font:inherit}"
        + "ul,ol{margin:.2em 0;padding-left:1.3em}details{margin:.5em 0}summary{font-weight:600;cursor:pointer}"
        + "</style></head><body>\n<h1>" + escaped(title) + "</h1>\n";
    for (const QString &line : lines)
        html += readableParagraph(line);
    return html;
}

QByteArray readablePart(const QString &title)
{
    return "<h2>" + escaped(title) + "</h2>\n";
}

QByteArray readableThing(const QString &title, const QString &note, const QByteArray &content)
{
    QByteArray html = "<details open><summary>" + escaped(title) + "</summary>\n";
    if (!note.isEmpty())
        html += readableParagraph(note);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError)
        html += "<pre>" + escaped(QString::fromUtf8(content)) + "</pre>";
    else
        addValue(html, json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), 0);
    return html + "</details>\n";
}

QByteArray readableParagraph(const QString &text)
{
    return "<p>" + escaped(text) + "</p>\n";
}

QByteArray readableEnd()
{
    return "</body></html>\n";
}

} // namespace handrail
