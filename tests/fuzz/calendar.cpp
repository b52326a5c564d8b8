// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What goes out to a calendar for a hostile appointment: lines are title, place, address, start and end as FHIR writes them.
// Read back by the rules of RFC 5545: one event, and nothing of the texts reaches beyond its own line.

#include "Fuzz.h"
#include "care/Schedule.h"
#include "fhir/Read.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace handrail::fuzz {

namespace {

/// Content lines, unfolded (RFC 5545 3.1).
QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines;
    require(text.endsWith("\r\n"), "the last line ends");
    for (const QByteArray &line : text.chopped(2).replace("\r\n", "\x1e").split('\x1e')) {
        require(line.size() <= 75, "no line is longer than 75 octets");
        require(!line.contains('\r') && !line.contains('\n'), "lines end by CR LF alone");
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        (void)QString(decoder(line));
        require(!decoder.hasError(), "no character is cut by a fold");
        if (line.startsWith(' ') && !lines.isEmpty())
            lines.last() += line.mid(1);
        else
            lines << line;
    }
    return lines;
}

/// TEXT of RFC 5545 3.3.11, read back.
QString unescaped(const QByteArray &value)
{
    QString text;
    const QString all = QString::fromUtf8(value);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = all.at(i);
        require(c != u';' && c != u',', "no separator is left bare");
        require(c.category() != QChar::Other_Control, "no control character goes out");
        if (c != u'\\') {
            text += c;
            continue;
        }
        require(++i < all.size(), "an escape is whole");
        const QChar escape = all.at(i);
        require(escape == u'\\' || escape == u';' || escape == u',' || escape == u'n', "an escape is one of RFC 5545");
        text += escape == u'n' ? QChar(u'\n') : escape;
    }
    return text;
}

QString expected(const QString &text)
{
    QString plain;
    for (const QChar c : QString::fromUtf8(text.toUtf8())) {
        if (c.category() != QChar::Other_Control || c == u'\n')
            plain += c;
    }
    return plain;
}

bool leads(const QString &text)
{
    return text.contains(QStringLiteral("://")) || text.contains(QStringLiteral("www."), Qt::CaseInsensitive);
}

void check(const QByteArray &text, const Session &session, const QString &address, const QString &discreetTitle)
{
    static const QRegularExpression time(QStringLiteral("^[0-9]{8}T[0-9]{6}Z$"));
    const bool isDiscreet = !discreetTitle.isEmpty();
    const QList<QByteArray> lines = linesOf(text);
    QList<QByteArray> names;
    for (const QByteArray &line : lines) {
        const QByteArray name = line.left(line.indexOf(':'));
        const QByteArray value = line.mid(name.size() + 1);
        names << name;
        if (name.startsWith("DT"))
            require(time.match(QString::fromLatin1(value)).hasMatch(), "a time is a time");
        if (name == "SUMMARY")
            require(unescaped(value) == (isDiscreet ? discreetTitle : expected(session.title)) || leads(session.title),
                    "the title is the title");
        if (name == "LOCATION")
            require(unescaped(value) == expected(address.isEmpty() ? session.place : session.place + QStringLiteral(", ") + address)
                        || leads(session.place) || leads(address),
                    "the place is the place");
        if (name == "SUMMARY" || name == "LOCATION")
            require(!leads(unescaped(value)), "no link goes out");
    }
    QList<QByteArray> all{"BEGIN",   "VERSION", "PRODID",  "METHOD",   "BEGIN",  "UID", "DTSTAMP",
                          "DTSTART", "DTEND",   "SUMMARY", "LOCATION", "STATUS", "END", "END"};
    if (isDiscreet || session.place.isEmpty() || (leads(session.place) && !names.contains("LOCATION")))
        all.removeAll("LOCATION");
    require(names == all, "one event, and nothing but its lines");
}

} // namespace

void prepare() {}

void run(Input input)
{
    Session session;
    session.id = QStringLiteral("a1");
    session.patientId = QStringLiteral("p101");
    session.title = QString::fromUtf8(input.line().replace("\\n", "\n"));
    session.place = QString::fromUtf8(input.line().replace("\\n", "\n"));
    const QString address = QString::fromUtf8(input.line().replace("\\n", "\n"));
    session.start = fhir::readInstant(QString::fromUtf8(input.line()));
    session.end = fhir::readInstant(QString::fromUtf8(input.line()));
    const auto isBeyond = [](const QDateTime &time) { return time.date().year() < 1 || time.date().year() > 9998; };
    if (isBeyond(session.end))
        session.end = {};
    if (!session.start.isValid() || isBeyond(session.start)) // without a start nothing is handed over
        session.start = QDateTime(QDate(2026, 3, 2), QTime(18, 0), Qt::UTC);
    const QDateTime now(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
    for (const QString &discreetTitle : {QString(), QStringLiteral("Appointment")})
        check(iCalendar(session, address, now, discreetTitle), session, address, discreetTitle);
}

} // namespace handrail::fuzz
