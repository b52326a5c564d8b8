// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-search ENTRIES: prints one line of JSON: {"keystrokeMilliseconds": processor time from a letter to what it leaves, one for each letter
// of some searches over so many skills and lessons, the first letter after the page has opened among them; "prepareMilliseconds": reading
// what is searched in the texts that come with the app; "entries": how many there are; "contentBytes": what all texts add to the program}.

#include "BenchPerson.h"
#include "view/SkillsView.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QResource>
#include <array>
#include <cstdio>
#include <ctime>

using namespace handrail;

namespace {

/// So many skills and lessons, half and half, whose words differ as real ones do.
class ManyTexts final : public TextSource
{
public:
    explicit ManyTexts(int entries)
    {
        static constexpr std::array first{"Slow", "Long", "Kind", "Quiet", "Brave", "Small", "Warm", "Clear", "Steady", "Open"};
        static constexpr std::array second{"breath", "walk", "list", "plan", "wave", "talk", "rest", "look", "step", "song"};
        static constexpr std::array needs{"craving", "anxious", "sleep", "angry", "lonely", "low", "pain", "bored"};
        const QByteArray origin = "sources:\n- Made up\nreviewedBy: Nobody\nreviewDate: 2026-11-03\n---\n";
        for (int i = 0; i < entries / 2; ++i) {
            const QByteArray number = QByteArray::number(i);
            const QByteArray title =
                QByteArray(first[std::size_t(i) % first.size()]) + ' ' + second[std::size_t(i / 10) % second.size()] + ' ' + number;
            m_texts.insert(QStringLiteral("skills/s%1/en.md").arg(i),
                           "---\nid: s" + number + "\ntitle: " + title + "\nuse: For the evening of day " + number
                               + "\nicon: leaf\nminutes: 3\nmodality: mindfulness\nneeds:\n- "
                               + needs[std::size_t(i) % needs.size()] + "\nwords:\n- word" + number + "\n" + origin);
            const QByteArray module = "m" + QByteArray::number(i / perModule);
            if (i % perModule == 0)
                m_texts.insert(QStringLiteral("lessons/%1/en.md").arg(QLatin1String(module)),
                               "---\nid: " + module + "\ntitle: Part " + module + "\nicon: school\naudience: patient\norder: "
                                   + QByteArray::number(i / perModule + 1) + "\n" + origin);
            m_texts.insert(QStringLiteral("lessons/%1/l%2/en.md").arg(QLatin1String(module)).arg(i),
                           "---\nid: l" + number + "\ntitle: About " + title
                               + "\nminutes: 3\norder: " + QByteArray::number(i % perModule + 1) + "\n" + origin);
        }
    }
    [[nodiscard]] QStringList paths() const override { return m_texts.keys(); }
    [[nodiscard]] QByteArray text(const QString &path) const override { return m_texts.value(path); }

private:
    static constexpr int perModule = 50;
    QMap<QString, QByteArray> m_texts;
};

double milliseconds(std::clock_t start)
{
    return 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    const int entries = argc == 2 ? QByteArray(argv[1]).toInt() : 2000;
    BenchPerson person;
    if (!person.come())
        return 1;
    SkillsView skills(person.account, person.clock, person.preferences);
    skills.setShown(true);

    QJsonArray prepares;
    for (int i = 0; i < 9; ++i) {
        skills.setTexts(builtInLibrary);
        const std::clock_t start = std::clock();
        skills.prepareSearch();
        prepares << milliseconds(start);
    }

    qint64 bytes = 0;
    for (const QString &path : builtInTexts()->paths())
        bytes += QResource(QStringLiteral(":/handrail/content/") + path).size(); // as it lies there, compressed

    const auto many = std::make_shared<ManyTexts>(entries);
    skills.setTexts([&](const QString &language) { return ContentLibrary(language, {many}); });
    skills.prepareSearch(); // the page does that once it is there
    QJsonArray keystrokes;
    int most = 0;
    for (const QString &words : {QStringLiteral("slow breath"), QStringLiteral("about the evening"), QStringLiteral("i cant slepe"),
                                 QStringLiteral("xyzzy"), QStringLiteral("qiuet wlak 77")}) {
        for (int letters = 1; letters <= words.size(); ++letters) {
            const std::clock_t start = std::clock();
            skills.setQuery(words.left(letters));
            keystrokes << milliseconds(start);
            most = std::max(most, skills.foundCount());
        }
        skills.setQuery({});
    }
    if (int(skills.all().size()) != entries / 2 || most < entries / 4)
        return 1;
    std::puts(QJsonDocument(QJsonObject{{QStringLiteral("keystrokeMilliseconds"), keystrokes},
                                        {QStringLiteral("prepareMilliseconds"), prepares},
                                        {QStringLiteral("entries"), entries},
                                        {QStringLiteral("contentBytes"), bytes}})
                  .toJson(QJsonDocument::Compact)
                  .constData());
    return 0;
}
