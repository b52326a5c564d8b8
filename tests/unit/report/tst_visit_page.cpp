// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "report/VisitPage.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

namespace {

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

VisitPage example()
{
    VisitPage page;
    page.title = words("For my visit");
    page.name = words("Maya Bell");
    page.visit = words("Visit with Dana Ruiz, Friday, November 20");
    page.dates = words("Nov 5 to Nov 18, 2026");
    page.language = words("en");
    VisitPage::Section trend;
    trend.title = words("Urges and mood");
    trend.sentence = words("Urges are lower in the last 7 days than in the 7 before.");
    trend.drawing = VisitPage::Drawing::Lines;
    trend.lines = {{words("Urge"), {7, 8, std::nullopt, 6, 4}, false}, {words("Mood"), {3, 3, std::nullopt, 5, 6}, true}};
    trend.startText = words("Nov 5");
    trend.endText = words("Today");
    VisitPage::Section sleep;
    sleep.title = words("Sleep");
    sleep.sentence = words("About 6 hours a night.");
    sleep.drawing = VisitPage::Drawing::Bars;
    sleep.lines = {{{}, {5.5, std::nullopt, 6, 7, 0}, false}};
    sleep.maximum = 12;
    sleep.startText = words("Nov 5");
    sleep.endText = words("Last night");
    VisitPage::Section sessions;
    sessions.title = words("Sessions");
    sessions.sentence = words("I came to 2 of 3 sessions.");
    sessions.rows = {words("Nov 9, Evening group"), words("Nov 11, Evening group"), words("Nov 16, One-on-one")};
    page.sections = {trend, sleep, sessions};
    page.footer = words("I made this on my own device, for my visit. It is not a medical record.");
    return page;
}

VisitPage::Section withRows(const char *title, int rows, int letters)
{
    VisitPage::Section section;
    section.title = words(title);
    for (int i = 0; i < rows; ++i)
        section.rows << QStringLiteral("%1 %2 %3")
                            .arg(section.title)
                            .arg(i)
                            .arg(QStringLiteral("miércoles ").repeated(30))
                            .left(letters)
                            .trimmed();
    section.moreText = words("y %1 más en %2").arg(rows - VisitPage::mostRows + 1).arg(section.title);
    return section;
}

/// All thirteen parts that a page can have, each at its most: long sentences, many rows, words without an end.
VisitPage fullest()
{
    VisitPage page = example();
    const VisitPage::Section trend = page.sections.at(0);
    const VisitPage::Section sleep = page.sections.at(1);
    VisitPage::Section program;
    program.title = words("Programa");
    VisitPage::Section notes;
    notes.title = words("Notas");
    notes.blankLines = 3;
    VisitPage::Section endless = withRows("Medicina", 10, 90);
    endless.rows.last() = QString(120, u'W');
    page.sections = {withRows("Hablar", 40, 300),
                     program,
                     withRows("Metas", 8, 120),
                     trend,
                     sleep,
                     withRows("PHQ 2", 4, 60),
                     withRows("PHQ 9", 4, 60),
                     withRows("GAD 2", 4, 60),
                     withRows("GAD 7", 4, 60),
                     endless,
                     withRows("Sesiones", 40, 80),
                     withRows("Días", 40, 300),
                     withRows("Destrezas", 40, 90),
                     notes};
    for (VisitPage::Section &section : page.sections)
        section.sentence = QStringLiteral("Las ganas de consumir son menores en los últimos 14 días que en los 14 de antes. ")
                               .repeated(2)
                               .trimmed();
    page.name = QString(200, u'M');
    return page;
}

/// One row that is longer than a sheet, as a goal of the clinic's may be.
VisitPage endless()
{
    VisitPage page = example();
    page.sections = {withRows("Metas", 3, 40)};
    page.sections[0].rows[1] = QStringLiteral("una meta sin fin ").repeated(900).trimmed();
    return page;
}

/// What a tool of poppler says of the bytes.
QByteArray ask(const QString &tool, const QStringList &arguments, const QByteArray &pdf)
{
    QProcess process;
    process.start(tool, arguments);
    process.write(pdf);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray("failed");
}

QString without(QString text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return text.remove(blanks);
}

} // namespace

/// The page for the visit: what is previewed is what is in the file, on as few sheets as can be read, as text.
class TestVisitPage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWordsAreWhatIsThere()
    {
        const QStringList all = visitPageWords(example(), QPageSize::A4);
        QCOMPARE(all.first(), words("For my visit"));
        QCOMPARE(all.at(1), words("Maya Bell"));
        QCOMPARE(all.last(), example().footer);
        QVERIFY(all.contains(words("Urge")) && all.contains(words("Nov 16, One-on-one")));
        VisitPage unnamed = example();
        unnamed.name.clear();
        QVERIFY(!visitPageWords(unnamed, QPageSize::A4).contains(words("Maya Bell")));
    }

    void tooManyRowsAreCounted()
    {
        const QStringList all = visitPageWords(fullest(), QPageSize::A4);
        for (const char *title : {"Hablar", "Sesiones", "Días", "Destrezas"}) {
            QCOMPARE(all.count(words("y 29 más en ") + words(title)), 1);
            QCOMPARE(all.filter(QRegularExpression(words("^%1 \\d+ ").arg(words(title)))).size(), VisitPage::mostRows - 1);
        }
    }

    /// Letters of less than 7 points nobody can read. On each sheet stands which of how many it is, and what the page is not.
    void whatHasNoRoomGoesOnOnAnotherSheet()
    {
        QCOMPARE(visitPageImages(example(), QPageSize::Letter, 612).size(), 1);
        QVERIFY(!visitPageWords(example(), QPageSize::Letter).contains(words("1/1")));
        for (const QPageSize::PageSizeId paper : {QPageSize::Letter, QPageSize::A4}) {
            const auto sheets = int(visitPageImages(fullest(), paper, 612).size());
            QVERIFY2(sheets >= 2 && sheets <= 4, qPrintable(QString::number(sheets)));
            const QStringList all = visitPageWords(fullest(), paper);
            QCOMPARE(all.count(fullest().footer), sheets);
            for (int i = 1; i <= sheets; ++i)
                QCOMPARE(all.count(QStringLiteral("%1/%2").arg(i).arg(sheets)), 1);
        }
        QVERIFY(visitPageImages(endless(), QPageSize::Letter, 612).size() >= 2);
    }

    void whatDiffersShows()
    {
        const QImage image = visitPageImages(example(), QPageSize::Letter, 612).constFirst();
        QCOMPARE(image.size(), QSize(612, 792));
        QCOMPARE(image, visitPageImages(example(), QPageSize::Letter, 612).constFirst());
        VisitPage other = example();
        other.sections[0].lines[0].values[2] = 7; // the gap is closed
        QVERIFY(image != visitPageImages(other, QPageSize::Letter, 612).constFirst());
        other = example();
        other.name.clear();
        QVERIFY(image != visitPageImages(other, QPageSize::Letter, 612).constFirst());
        QCOMPARE(visitPageImages(example(), QPageSize::A4, 595).constFirst().size(), QSize(595, 842));
    }

    void aGapStaysAGap()
    {
        const auto inkOf = [](const QList<std::optional<double>> &values) {
            VisitPage page = example();
            page.sections = {page.sections.first()};
            page.sections[0].lines = {{QString(), values, false}};
            const QImage image = visitPageImages(page, QPageSize::Letter, 612).constFirst();
            int columns = 0;
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    if (const QColor color = image.pixelColor(x, y); color.green() > color.red() + 30) {
                        ++columns; // the line is green, and nothing else is
                        break;
                    }
                }
            }
            return columns;
        };
        const int whole = inkOf({9, 9, 9, 9, 9, 9});
        const int gapped = inkOf({9, 9, std::nullopt, std::nullopt, 9, 9});
        QVERIFY2(whole > 300 && gapped > 0.3 * whole && gapped < 0.5 * whole,
                 qPrintable(QStringLiteral("%1, %2").arg(whole).arg(gapped)));
        QVERIFY(inkOf({std::nullopt, std::nullopt, 9, std::nullopt, std::nullopt}) > 0); // a single day is a dot
        QCOMPARE(inkOf({std::nullopt, std::nullopt}), 0);
    }

    void nothingLeavesThePaper()
    {
        // A frame of the margin's width stays white, even when it is very full.
        for (const VisitPage &page : {example(), fullest(), endless()}) {
            for (const QImage &image : visitPageImages(page, QPageSize::A4, 595)) {
                for (int x = 0; x < image.width(); ++x) {
                    for (int y = 0; y < image.height(); ++y) {
                        if (x < 50 || x >= image.width() - 50 || y < 50 || y >= image.height() - 50)
                            QVERIFY2(image.pixelColor(x, y) == Qt::white, qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
                    }
                }
            }
        }
    }

    void theFileHoldsTheSameAsText_data()
    {
        QTest::addColumn<VisitPage>("page");
        QTest::addColumn<QPageSize::PageSizeId>("paper");
        QTest::newRow("letter") << example() << QPageSize::Letter;
        QTest::newRow("A4, full, Spanish") << fullest() << QPageSize::A4;
        QTest::newRow("letter, full, Spanish") << fullest() << QPageSize::Letter;
    }

    void theFileHoldsTheSameAsText()
    {
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        if (tool.isEmpty())
            QSKIP("poppler's tools are not installed");
        QFETCH(VisitPage, page);
        QFETCH(QPageSize::PageSizeId, paper);
        const QByteArray pdf = visitPagePdf(page, paper);
        QVERIFY(pdf.startsWith("%PDF-"));
        const QString text = without(QString::fromUtf8(ask(tool, {QStringLiteral("-"), QStringLiteral("-")}, pdf)));
        const QString raw =
            without(QString::fromUtf8(ask(tool, {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")}, pdf)));
        for (const QString &line : visitPageWords(page, paper))
            QVERIFY2(text.contains(without(line)) || raw.contains(without(line)), qPrintable(line));

        const QString info = QString::fromUtf8(ask(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+%1\\n").arg(visitPageImages(page, paper, 100).size()))),
                 qPrintable(info));
        QVERIFY2(!info.contains(page.name), qPrintable(info)); // whose it is stands on the page alone
        const QStringList fonts =
            QString::fromUtf8(ask(QStringLiteral("pdffonts"), {QStringLiteral("-")}, pdf)).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2);
        for (const QString &font : fonts.mid(2)) // name, type, encoding, "emb sub uni", object
            QVERIFY2(font.contains(QRegularExpression(QStringLiteral("\\syes\\s+\\w+\\s+yes\\s"))), qPrintable(font));
    }

    void thePreviewLooksAsTheFile()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty())
            QSKIP("poppler's tools are not installed");
        const QByteArray picture =
            ask(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-")},
                visitPagePdf(example(), QPageSize::Letter));
        const auto coarse = [](const QImage &image) {
            return image.scaled(102, 132, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_Grayscale8);
        };
        const QImage file = coarse(QImage::fromData(picture));
        const auto differenceTo = [&](const VisitPage &page) {
            const QImage preview = coarse(visitPageImages(page, QPageSize::Letter, 612).constFirst());
            int most = 0;
            for (int y = 0; y < file.height(); ++y) {
                for (int x = 0; x < file.width(); ++x)
                    most = std::max(most, std::abs(qGray(file.pixel(x, y)) - qGray(preview.pixel(x, y))));
            }
            return most;
        };
        const int same = differenceTo(example());
        VisitPage other = example();
        other.sections[0].lines[0].values = {1, 1, 1, 1, 1};
        const int different = differenceTo(other);
        QVERIFY2(same < 40 && different > 2 * same, qPrintable(QStringLiteral("%1, %2").arg(same).arg(different)));
    }
};

QTEST_MAIN(TestVisitPage)
#include "tst_visit_page.moc"
