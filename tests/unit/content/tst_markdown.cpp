// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Markdown.h"

#include <QElapsedTimer>
#include <QTest>

using namespace handrail;

namespace {

/// The blocks in short: "h2(Steps) p(a *b*) ol(1|2) check(x:say>reply)".
struct Sketch {
    static QString of(const Runs &runs)
    {
        QString text;
        for (const Run &run : runs) {
            QString part = run.text;
            if (run.isBold)
                part = u'*' + part + u'*';
            if (run.isEmphasis)
                part = u'_' + part + u'_';
            switch (run.link.kind) {
            case LinkKind::None: break;
            case LinkKind::Skill: part = QStringLiteral("<skill %1 %2>").arg(run.link.id, part); break;
            case LinkKind::Lesson: part = QStringLiteral("<lesson %1 %2>").arg(run.link.id, part); break;
            case LinkKind::Help: part = QStringLiteral("<help %1>").arg(part); break;
            case LinkKind::Web: part = QStringLiteral("<%1 %2>").arg(run.link.web.toString(), part); break;
            }
            text += part;
        }
        return text;
    }
    QString operator()(const Heading &block) const { return QStringLiteral("h%1(%2)").arg(block.level).arg(of(block.runs)); }
    QString operator()(const Paragraph &block) const { return QStringLiteral("p(%1)").arg(of(block.runs)); }
    QString operator()(const ItemList &block) const
    {
        QStringList items;
        for (const ListItem &item : block.items)
            items << QString(item.depth, u'>') + of(item.runs);
        return (block.isOrdered ? QStringLiteral("ol%1(").arg(block.start) : QStringLiteral("ul(")) + items.join(u'|') + u')';
    }
    QString operator()(const CheckList &block) const
    {
        QStringList items;
        for (const CheckItem &item : block.items)
            items << (item.isChecked ? QStringLiteral("x:") : QStringLiteral("-:")) + of(item.say) + u'>' + of(item.reply);
        return QStringLiteral("check(%1)").arg(items.join(u'|'));
    }
    QString operator()(const Drawing &block) const { return QStringLiteral("drawing(%1: %2)").arg(block.name, block.says); }
    QString operator()(const CodeBlock &block) const
    {
        return QStringLiteral("code(%1: %2)").arg(block.info, block.text.trimmed());
    }
};

QString sketch(const QByteArray &text)
{
    const auto read = readMarkdown(text);
    if (!read)
        return QStringLiteral("refused, ") + read.error().detail;
    QStringList blocks;
    for (const Block &block : read->blocks)
        blocks << std::visit(Sketch(), block);
    if (!read->dropped.isEmpty())
        blocks << QStringLiteral("without ") + read->dropped.join(u' ');
    return blocks.join(u' ');
}

} // namespace

/// Texts as typed blocks; what is hostile is shown as it stands, left out or refused (design security 5, rows 16, 18 and 19).
class TestMarkdown final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("blocks");
        const auto row = [](const char *name, const char *text, const char *blocks) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(blocks);
        };
        row("nothing", "", "");
        row("heading, paragraph", "## Steps\n\nOne line\nand the next.", "h2(Steps) p(One line and the next.)");
        row("bold, emphasis", "a **b** *c* **_d_**", "p(a *b* _c_ _*d*_)");
        row("a hard line end", "one  \ntwo", "p(one\ntwo)");
        row("lists", "1. one\n2. two\n\ntext\n\n- a\n- b", "ol1(one|two) p(text) ul(a|b)");
        row("a list that begins at 3", "3. c\n4. d", "ol3(c|d)");
        row("a list in a list", "- a\n  - b\n    1. c\n- d", "ul(a|>b|>>c|d)");
        row("an item of two paragraphs", "- a\n\n  b\n- c", "ul(a\nb|c)");
        row("answers", "- [x] They fade.\n  Yes. Each one.\n  More.\n- [ ] They last.\n  It can feel so.",
            "check(x:They fade.>Yes. Each one. More.|-:They last.>It can feel so.)");
        row("answers without reply", "- [x] A\n- [ ] B", "check(x:A>|-:B>)");
        row("answers with a blank line", "- [x] A\n\n  Yes.\n- [ ] B\n\n  No.", "check(x:A>Yes.|-:B>No.)");
        row("a box among others", "- [x] A\n- B", "ul(A|B) without check");
        row("a drawing", "![A wave](drawing:craving-wave)", "drawing(craving-wave: A wave)");
        row("a drawing in a line", "See ![a wave](drawing:craving-wave).", "p(See a wave.) without image");
        row("two drawings", "![a](drawing:x) ![b](drawing:y)", "p(a b) without image");
        row("an exercise", "```exercise\n{\"kind\": \"steps\"}\n```", "code(exercise: {\"kind\": \"steps\"})");
        row("links", "[a](skill:ride-the-urge) [b](lesson:the-wave) [c](help:) [d](https://www.cdc.gov/sleep)",
            "p(<skill ride-the-urge a> <lesson the-wave b> <help c> <https://www.cdc.gov/sleep d>)");
        row("bold in a link", "[a **b**](help:)", "p(<help a ><help *b*>)");
        row("entities", "a &amp; b &#8217; &lt;b&gt; &copy;", "p(a & b ’ <b> &copy;)");
        row("a quote", "> said\n\nmore", "p(said) p(more) without quote");
        row("a line across", "a\n\n---\n\nb", "p(a) p(b) without rule");
        row("a table is no table", "| a |\n|---|\n| b |", "p(| a | |---| | b |)");

        row("script", "<script>alert(1)</script>", "p(<script>alert(1)</script>) without html");
        row("html in a line", "a <img src=x onerror=y> b <!-- c -->", "p(a <img src=x onerror=y> b <!-- c -->) without html");
        row("no html", "1 < 2, a <3 b, 5 <- 6", "p(1 < 2, a <3 b, 5 <- 6)");
        row("html from entities", "&lt;script&gt;", "p(<script>)");
        row("an image from the net", "![a cat](https://example.org/cat.png)", "p(a cat) without image");
        row("an image from the disk", "![a cat](file:///etc/passwd)", "p(a cat) without image");
        row("an image in a link", "[![a](https://x.org/b)](help:)", "p(<help a>) without image");
        row("a drawing outside the app", "![a](drawing:../../x)", "p(a) without image");
        row("inline code", "a `b` c", "p(a b c) without code");
        row("a reference", "[a][1]\n\n[1]: javascript:alert(1)", "p(a) without link");
        row("an address in brackets", "<javascript:alert(1)> <https://www.cdc.gov>",
            "p(javascript:alert(1) <https://www.cdc.gov https://www.cdc.gov>) without link");
    }

    void reads()
    {
        QFETCH(QString, text);
        QTEST(sketch(text.toUtf8()), "blocks");
    }

    void onlySomeLinksLead_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *address, LinkKind kind) {
            QTest::newRow(address) << QString::fromUtf8(address) << int(kind);
        };
        row("skill:a-b2", LinkKind::Skill);
        row("lesson:a", LinkKind::Lesson);
        row("help:", LinkKind::Help);
        row("https://www.cdc.gov/sleep?a=b#c", LinkKind::Web);
        for (const char *address : {"",
                                    "javascript:alert(1)",
                                    "JaVaScRiPt:alert(1)",
                                    " javascript:alert(1)",
                                    "\tjavascript:alert(1)",
                                    "java\tscript:alert(1)",
                                    "data:text/html,x",
                                    "file:///etc/passwd",
                                    "qrc:/x",
                                    ":/handrail",
                                    "intent:x",
                                    "content:x",
                                    "http://www.cdc.gov",
                                    "HTTPS://www.cdc.gov",
                                    "//www.cdc.gov",
                                    "/x",
                                    "x.md",
                                    "https:",
                                    "https://",
                                    "https:///x",
                                    "https://user@cdc.gov",
                                    "https://user:pass@cdc.gov",
                                    "https://cdc.gov\\@evil.example",
                                    "https://cdc.gov:8443/",
                                    "https://xn--cd-xyz.gov/",
                                    "https://cdс.gov/",
                                    "https://a b.gov",
                                    "https://[::1",
                                    "tel:911",
                                    "sms:988",
                                    "mailto:a@b.c",
                                    "skill:",
                                    "skill:A",
                                    "skill:../x",
                                    "skill:a--b",
                                    "skill:a b",
                                    "Skill:a",
                                    "lesson:a/b",
                                    "help:x",
                                    "drawing:x",
                                    "skill:a\n"})
            row(address, LinkKind::None);
    }

    void onlySomeLinksLead()
    {
        QFETCH(QString, address);
        QTEST(int(linkTo(address).kind), "kind");
    }

    void linksThatAreNotFollowedAreWords()
    {
        for (const char *address : {"javascript:alert(1)", "file:///x", "http://x.org", "data:text/html,x", "intent://x", "qrc:/x"})
            QCOMPARE(sketch(QByteArray("[now](") + address + ")"), QStringLiteral("p(now) without link"));
    }

    void tooMuchIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRead");
        const QByteArray line("words of a line\n\n");
        QTest::newRow("256 KiB") << line.repeated(256 * 1024 / line.size()).first(20000) << true;
        QTest::newRow("more than 256 KiB") << QByteArray(256 * 1024 + 1, 'x') << false;
        QTest::newRow("a paragraph of 17 KiB") << QByteArray("word ").repeated(3500) << false;
        QTest::newRow("2,000 blocks") << QByteArray("x\n\n").repeated(2000) << true;
        QTest::newRow("2,001 blocks") << QByteArray("x\n\n").repeated(2001) << false;
        QTest::newRow("2,001 items") << QByteArray(QByteArray("- x\n").repeated(200) + "\n").repeated(11) << false;
        QTest::newRow("501 links") << QByteArray(QByteArray("[a](help:) ").repeated(50) + "\n\n").repeated(11) << false;
        QTest::newRow("no UTF-8") << QByteArray("a \xff b") << false;
        QTest::newRow("half a character") << QByteArray("a \xed\xa0\x80 b") << false;
        QTest::newRow("a zero byte") << QByteArray("a \0 b", 5) << true; // becomes U+FFFD
        QTest::newRow("an override") << QByteArray("a \u202e b") << false;
        QTest::newRow("an override by number") << QByteArray("a &#x202e; b") << false;
        QTest::newRow("an override in an exercise") << QByteArray("```exercise\n\u202e\n```") << false;
        QTest::newRow("a bell by number") << QByteArray("a &#7; b") << false;
        QTest::newRow("marks on a letter") << QByteArray("a\u0301\u0301\u0301\u0301") << false;
        QTest::newRow("7 lists deep") << QByteArray("- - - - - - - x") << true;
        QTest::newRow("10,000 lists deep") << QByteArray("- ").repeated(10000) << false;
        QTest::newRow("10,000 quotes deep") << QByteArray(10000, '>') << false;
        QByteArray stairs;
        for (int i = 0; i < 12; ++i)
            stairs += QByteArray(2 * i, ' ') + "- x\n";
        QTest::newRow("12 lists by steps") << stairs << false; // a list and its item are two
        QTest::newRow("10,000 lists with an end") << QByteArray("> - ").repeated(8) + "x" << false;
    }

    void tooMuchIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRead);
        const auto read = readMarkdown(text);
        QCOMPARE(read.has_value(), isRead);
        if (!read)
            QCOMPARE(read.error().kind, ProblemKind::BadData);
    }

    /// Texts that make some readers take quadratic time.
    void timeIsBounded()
    {
        const QByteArray paragraph = "\n\n";
        for (const char *piece :
             {"[",    "![",     "[a](", "**a ",    "*a _b ", "<",    "`",  "``` `", "&#",    "[a][", "\\",   "[a]: /b\n",
              "[a] ", "- x\n ", "_a__", "![a][b]", "<a ",    "<!--", "](", "1. ",   "a\n- ", "\t- ", "> a\n"}) {
            const QByteArray part = QByteArray(piece).repeated(15000 / qsizetype(qstrlen(piece))) + paragraph;
            const QByteArray text = part.repeated(16);
            QElapsedTimer clock;
            clock.start();
            (void)readMarkdown(text);
            QVERIFY2(clock.elapsed() < 1000,
                     qPrintable(QStringLiteral("%1: %2 ms").arg(QLatin1String(piece)).arg(clock.elapsed())));
        }
    }
};

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
