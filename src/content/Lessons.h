// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/FrontMatter.h"
#include "content/Markdown.h"
#include "core/Problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

struct Answer {
    Runs say;
    Runs reply;
    bool isBest = false;

    bool operator==(const Answer &) const = default;
};

/// Exactly one of its answers is the best. There is no wrong one: each has a reply.
struct Question {
    QString ask;
    QList<Answer> answers; ///< 2 or 3

    bool operator==(const Question &) const = default;
};

struct Quiz {
    QList<Question> questions; ///< 5

    bool operator==(const Quiz &) const = default;
};

enum class Audience { Patient, Family };

/// Lessons on one subject, as lists show it.
struct Module {
    QString id;
    QString title;
    QString icon;
    Audience audience = Audience::Patient;
    int order = 1;
    QString language; ///< BCP 47, of this text

    bool operator==(const Module &) const = default;
};

struct ModuleText : Module {
    QList<Block> introduction;
    Quiz quiz;
    Origin origin;

    bool operator==(const ModuleText &) const = default;
};

/// A lesson, as lists show it.
struct Lesson {
    QString id;
    QString module; ///< as its folder says
    QString title;
    int minutes = 0;
    int order = 1;
    QStringList skills; ///< that it leads to, 0 to 3
    QStringList words;  ///< searched, never shown: what people call it; may be empty
    QString language;

    bool operator==(const Lesson &) const = default;
};

struct Card {
    QString title;
    QList<Block> blocks; ///< paragraphs, lists, a drawing
    std::optional<Question> check;

    bool operator==(const Card &) const = default;
};

struct LessonText : Lesson {
    QList<Card> cards; ///< 4 to 6
    Origin origin;

    bool operator==(const LessonText &) const = default;
};

// Each reads one file (src/content/README.md). BadData, with what is wrong in `detail`. The heads read the front matter alone.
[[nodiscard]] Result<Module> readModuleHead(const QByteArray &text);
[[nodiscard]] Result<ModuleText> readModule(const QByteArray &text);
[[nodiscard]] Result<Lesson> readLessonHead(const QByteArray &text, const QString &module);
[[nodiscard]] Result<LessonText> readLesson(const QByteArray &text, const QString &module);

} // namespace handrail
