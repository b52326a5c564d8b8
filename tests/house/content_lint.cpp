// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Holds the texts of src/content against their rules. Ends with 1 when one is broken.

#include "ContentLint.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace handrail;

namespace {

int countOf(const lint::Report &report, TextPlace::Kind kind)
{
    return int(std::count_if(report.rows.begin(), report.rows.end(), [&](const lint::Row &row) {
        const auto place = textPlaceOf(row.path);
        return place && place->kind == kind && place->locale == QLatin1String("en");
    }));
}

void printTable(QTextStream &out, const lint::Report &report)
{
    out << "The grade of English is Flesch-Kincaid's (6.0 at most), the figure of Spanish Flesch-Szigriszt's (65 at least: easier "
           "is more).\nCounted: the words of a lesson that its length is held against, without its question and what a drawing "
           "says.\n";
    for (const QString &locale : {QStringLiteral("en"), QStringLiteral("es")}) {
        out << '\n'
            << QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                   .arg(locale, -62)
                   .arg(QStringLiteral("words"), 6)
                   .arg(QStringLiteral("counted"), 8)
                   .arg(locale == QLatin1String("en") ? QStringLiteral("grade") : QStringLiteral("ease"), 6)
                   .arg(QStringLiteral("sources"), 8)
                   .arg(QStringLiteral("reviewed"), 11);
        qsizetype texts = 0;
        qsizetype words = 0;
        for (const lint::Row &row : report.rows) {
            if (row.locale != locale)
                continue;
            ++texts;
            words += row.words;
            out << QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                       .arg(row.path.chopped(6), -62)
                       .arg(row.words, 6)
                       .arg(row.counted > 0 ? QString::number(row.counted) : QString(), 8)
                       .arg(row.figure, 6, 'f', 1)
                       .arg(row.sources, 8)
                       .arg(row.reviewed.toString(Qt::ISODate), 11);
        }
        out << QStringLiteral("%1 texts, %2 words\n").arg(texts).arg(words);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    QCommandLineParser line;
    line.setApplicationDescription(QStringLiteral("Holds skills, lessons and quizzes against the rules of src/content/README.md."));
    line.addHelpOption();
    const QCommandLineOption table(QStringLiteral("table"), QStringLiteral("print what there is: words, grade, sources"));
    const QCommandLineOption dated(QStringLiteral("dated"), QStringLiteral("a review that is more than a year old is a fault"));
    const QCommandLineOption skills(QStringLiteral("skills"), QStringLiteral("at least so many in English"), QStringLiteral("N"),
                                    QStringLiteral("0"));
    const QCommandLineOption modules(QStringLiteral("modules"), QStringLiteral("at least so many"), QStringLiteral("N"),
                                     QStringLiteral("0"));
    const QCommandLineOption lessons(QStringLiteral("lessons"), QStringLiteral("at least so many"), QStringLiteral("N"),
                                     QStringLiteral("0"));
    line.addOptions({table, dated, skills, modules, lessons});
    line.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("that has skills/ and lessons/"));
    line.process(program);
    if (line.positionalArguments().size() != 1)
        line.showHelp(2);

    const FolderTexts texts(line.positionalArguments().constFirst());
    lint::Report report = lint::look(texts, lint::Whose::Ours, line.isSet(dated) ? QDate::currentDate() : QDate());
    const auto expect = [&](const QCommandLineOption &option, TextPlace::Kind kind) {
        if (const int count = countOf(report, kind); count < line.value(option).toInt())
            report.findings << lint::Finding{option.names().constFirst(),
                                             QStringLiteral("%1, at least %2").arg(count).arg(line.value(option))};
    };
    expect(skills, TextPlace::Kind::Skill);
    expect(modules, TextPlace::Kind::Module);
    expect(lessons, TextPlace::Kind::Lesson);

    QTextStream out(stdout);
    if (line.isSet(table))
        printTable(out, report);
    for (const lint::Finding &finding : report.findings)
        out << finding.path << ": " << finding.what << '\n';
    out << QStringLiteral("content: %1 texts, %2 findings\n").arg(report.rows.size()).arg(report.findings.size());
    return report.findings.isEmpty() ? 0 : 1;
}
