// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-community PLACES: prints one line of JSON: {"keystrokeMilliseconds": processor time from a letter to the rows that it leaves, one for each letter of some
// searches over so many places, "openMilliseconds": reading them all, "places": how many there are}.

#include "fakes/FakeBrowser.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeDialer.h"
#include "view/CommunityView.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <cstdio>
#include <ctime>

using namespace handrail;

namespace {

/// A town with so many places, whose words differ as those of a real one do.
class BigTown final : public TextSource
{
public:
    explicit BigTown(int places)
    {
        static constexpr std::array names{"Harbor", "Hill",   "Mill",   "River", "Bridge",
                                          "Garden", "Market", "Chapel", "Union", "North"};
        static constexpr std::array kinds{"food", "housing", "meetings", "jobs", "transport", "benefits", "health", "legal"};
        static constexpr std::array uses{"Free food to take home",        "A place to stay for some nights",
                                         "A group that meets each week",  "Help to find work near home",
                                         "Low-cost rides to visits",      "Help with bills and forms",
                                         "A nurse sees you without wait", "Advice on rent and debts"};
        for (int i = 0; i < places; ++i) {
            const QByteArray number = QByteArray::number(i);
            const std::size_t kind = std::size_t(i) % kinds.size();
            m_texts.insert(QStringLiteral("places/p%1/en.md").arg(i),
                           "---\nid: p" + number + "\ntitle: " + names[std::size_t(i) % names.size()] + " "
                               + names[std::size_t(i / 10) % names.size()] + " house " + number + "\nuse: " + uses[kind]
                               + ".\nkinds:\n- " + kinds[kind] + "\nphone: 207-555-01" + QByteArray::number(i % 90 + 10)
                               + "\naddress: " + number + " " + names[std::size_t(i / 7) % names.size()]
                               + " Street\nhours: Weekdays, 9 to 5.\nchecked: 2026-11-03\nsources:\n- Made up\nreviewedBy: "
                                 "Nobody\nreviewDate: 2026-11-03\n---\n");
        }
    }
    [[nodiscard]] QStringList paths() const override { return m_texts.keys(); }
    [[nodiscard]] QByteArray text(const QString &path) const override { return m_texts.value(path); }

private:
    QMap<QString, QByteArray> m_texts;
};

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    const int places = argc == 2 ? QByteArray(argv[1]).toInt() : 2000;
    const FakeClock clock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
    Preferences preferences{QString()};
    preferences.setLanguage(QStringLiteral("en"));
    FakeDialer dialer;
    FakeBrowser browser;
    Crisis crisis(builtInCrisisPack(u"us"), dialer);
    CrisisView crisisView(crisis, ClinicContactFile(QString()), browser);
    CommunityView view(clock, preferences, crisisView);
    const auto town = std::make_shared<BigTown>(places);
    view.setTexts([&](const QString &language) { return ContentLibrary(language, {town}); });

    QElapsedTimer timer;
    timer.start();
    view.come({});
    const double open = milliseconds(timer);
    QJsonArray keystrokes;
    for (const QString &words : {QStringLiteral("food near me"), QStringLiteral("bridge street rent"), QStringLiteral("xyzzy"),
                                 QStringLiteral("hoyse 1999"), QStringLiteral("a nurse without wait")}) {
        for (int letters = 1; letters <= words.size(); ++letters) {
            const std::clock_t start = std::clock();
            view.setQuery(words.left(letters));
            const QVariantList rows = view.rows();
            keystrokes << 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC;
        }
        view.setQuery({});
    }
    if (view.foundCount() != places)
        return 1;
    std::puts(QJsonDocument(QJsonObject{{QStringLiteral("keystrokeMilliseconds"), keystrokes},
                                        {QStringLiteral("openMilliseconds"), open},
                                        {QStringLiteral("places"), places}})
                  .toJson(QJsonDocument::Compact)
                  .constData());
    return 0;
}
