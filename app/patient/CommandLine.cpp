// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "CommandLine.h"

#include "net/HttpClient.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace handrail {

Result<QUrl> readServer(const QString &text)
{
    QString base = text.trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    const QUrl url(base, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()
        || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        return problem(ProblemKind::BadAddress, QStringLiteral("server"));
    if (!isAllowedAddress(url))
        return problem(ProblemKind::Insecure, QStringLiteral("server"));
    return url;
}

CommandLine readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("An app for people in an intensive outpatient program."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help and end."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version and end."));
    const QCommandLineOption server(QStringLiteral("server"),
                                    QStringLiteral("The FHIR R4 base address of your clinic. Who is signed in stays at theirs, and "
                                                   "Handrail has to be closed."),
                                    QStringLiteral("url"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Start a sample clinic on this device, with invented people."));
    const QCommandLineOption reset(QStringLiteral("reset"),
                                   QStringLiteral("Erase what Handrail keeps on this device, sent or not, and end."));
    const QCommandLineOption yes(QStringLiteral("yes"), QStringLiteral("With --reset: do not ask."));
    parser.addPositionalArgument(QStringLiteral("link"), QStringLiteral("An address that opens Handrail: handrail://..."),
                                 QStringLiteral("[link]"));
    parser.addOptions({help, version, server, demo, reset, yes});

    const auto refuse = [](const QString &why) {
        std::fprintf(stderr, "handrail: %s\nTry handrail --help.\n", qPrintable(why));
        std::exit(2);
    };
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    QStringList given = parser.positionalArguments();
    const QString link = !given.isEmpty() && given.first().startsWith(QLatin1String("handrail:"), Qt::CaseInsensitive)
        ? given.takeFirst()
        : QString();
    if (!given.isEmpty())
        refuse(QStringLiteral("unexpected argument: %1").arg(given.first()));
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        std::exit(0);
    }
    if (parser.isSet(version)) {
        std::puts("handrail " HANDRAIL_VERSION);
        std::exit(0);
    }
    CommandLine line;
    line.link = link;
    line.isDemo = parser.isSet(demo);
    line.isReset = parser.isSet(reset);
    line.isYes = parser.isSet(yes);
    if (line.isReset && line.isDemo)
        refuse(QStringLiteral(
            "--reset erases what is kept on this device; the sample clinic keeps nothing. Leave one of the two out."));
    if (line.isReset && (parser.isSet(server) || !link.isEmpty()))
        refuse(QStringLiteral("--reset erases and ends: it takes no server and no link."));
    if (line.isYes && !line.isReset)
        refuse(QStringLiteral("--yes goes with --reset alone."));
    if (parser.values(server).size() > 1)
        refuse(QStringLiteral("one clinic at a time: give --server once."));
    if (parser.isSet(server)) {
        if (line.isDemo)
            refuse(QStringLiteral("--demo brings its own server; leave --server out."));
        const Result<QUrl> base = readServer(parser.value(server));
        if (!base)
            refuse(base.error().kind == ProblemKind::Insecure
                       ? QStringLiteral("the clinic's address must start with https (plain http works for this device only).")
                       : QStringLiteral("this is not a clinic's address: %1").arg(parser.value(server)));
        line.server = *base;
    }
    return line;
}

} // namespace handrail
