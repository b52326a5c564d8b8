// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/TextSource.h"

#include <QByteArray>
#include <QMap>
#include <QString>

/// Small texts that are in order, to be spoiled one thing at a time.
namespace handrail::texts {

/// Texts held in memory.
class MapTexts final : public TextSource
{
public:
    QMap<QString, QByteArray> map;

    [[nodiscard]] QStringList paths() const override { return map.keys(); }
    [[nodiscard]] QByteArray text(const QString &path) const override { return map.value(path); }
};

inline QByteArray origin(const QByteArray &locale = "en")
{
    return "sources:\n- Own wording\nreviewedBy: The Handrail authors; a clinician has not reviewed it yet"
        + QByteArray(locale == "en" ? "" : "; awaiting a clinical translator") + "\nreviewDate: 2026-11-26\n";
}

inline const QByteArray stepsScript =
    R"({"kind":"steps","steps":[{"title":"Feet","say":"Feel both feet."},{"title":"Look","say":"Look around you."}]})";

inline QByteArray skill(const QByteArray &id, const QByteArray &script = stepsScript, const QByteArray &locale = "en")
{
    return "---\nid: " + id
        + "\ntitle: Feet on the floor\nuse: Come back to now\nicon: leaf\nminutes: 2\nmodality: mindfulness\nneeds:\n- anxious\n- "
          "craving\n"
          "cautions:\n- Stop if it gets worse.\n"
        + origin(locale)
        + "---\nThe floor holds you. It helps to feel it.\n\n## Steps\n\n1. Sit down.\n2. Press your feet down.\n3. Look "
          "around.\n\n```exercise\n"
        + script + "\n```\n\n## Afterwards\n\nYou took a moment. Go on when you like.\n";
}

inline QByteArray question(const QByteArray &ask, int best)
{
    QByteArray text = "### " + ask + "\n\n";
    const QByteArray answers[] = {"They fade with time.", "They last all day.", "They never come."};
    for (int i = 0; i < 3; ++i)
        text += (i == best ? "- [x] " : "- [ ] ") + answers[i] + "\n  It can feel so. Most pass soon.\n";
    return text + "\n";
}

inline QByteArray module(const QByteArray &id, const QByteArray &locale = "en")
{
    QByteArray text = "---\nid: " + id + "\ntitle: Urges\nicon: wave\naudience: patient\norder: 3\n" + origin(locale)
        + "---\n\nUrges come and go. Here is why.\n\n## Quiz\n\n";
    for (int i = 0; i < 5; ++i)
        text += question("What do urges do " + QByteArray::number(i) + "?", i % 3);
    return text;
}

inline QByteArray lesson(const QByteArray &id, const QByteArray &skillId, const QByteArray &locale = "en")
{
    QByteArray text =
        "---\nid: " + id + "\ntitle: The wave\nminutes: 2\norder: 1\nskills:\n- " + skillId + "\n" + origin(locale) + "---\n\n";
    const QByteArray words =
        "An urge is like a wave. It comes up, it peaks, and it goes down. You can watch it. You can let it pass, and feel "
        "your feet on the floor.\n";
    text += "## It rises\n\n" + words + "\n![A wave that rises and falls](drawing:craving-wave)\n\n";
    text += "## It peaks\n\n" + words + "\n- Breathe out.\n- Look **around**.\n\n";
    text += "## It falls\n\n" + words + "\n" + question("What do most urges do?", 1);
    text += "## One small thing\n\n" + words + "\nTry [Feet on the floor](skill:" + skillId + ") now.\n";
    return text;
}

inline QByteArray place(const QByteArray &id, const QByteArray &locale = "en")
{
    return "---\nid: " + id
        + "\ntitle: Harbor Food Pantry\nuse: Free food to take home.\nkinds:\n- food\n- other\nphone: (207) 555-0151\n"
          "website: https://pantry.example\naddress: 12 Pier Road\nhours: Weekdays until 6 pm\nlanguages:\n- English\n- Spanish\n"
          "cost: Free\nwho: People who live in Harbor Town\nchecked: 2026-11-03\nwords:\n- groceries bread\n"
        + origin(locale) + "---\nYou can come as you are. Bring a bag if you have one.\n";
}

/// One skill, one module, one lesson, in English and as if in Spanish.
inline MapTexts aWholeSet()
{
    MapTexts texts;
    for (const QByteArray &locale : {QByteArrayLiteral("en"), QByteArrayLiteral("es")}) {
        const QString file = u'/' + QString::fromLatin1(locale) + QStringLiteral(".md");
        texts.map.insert(QStringLiteral("skills/feet-down") + file, skill("feet-down", stepsScript, locale));
        texts.map.insert(QStringLiteral("lessons/urges") + file, module("urges", locale));
        texts.map.insert(QStringLiteral("lessons/urges/the-wave") + file, lesson("the-wave", "feet-down", locale));
    }
    return texts;
}

} // namespace handrail::texts
