// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Exercise.h"
#include "content/FrontMatter.h"
#include "content/Markdown.h"
#include "core/Problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// Where a skill comes from.
enum class Modality { Cbt, Dbt, Mindfulness, Motivational };

/// What a skill suits (design clinical 4).
enum class Need { Craving, Anxious, Sleep, Angry, Lonely, Low, Pain, Bored };

/// A coping skill, as lists show it.
struct Skill {
    QString id;
    QString title;
    QString use;  ///< what it does, "Let a craving pass"
    QString icon; ///< as Icons names it
    int minutes = 0;
    Modality modality = Modality::Cbt;
    QList<Need> needs;    ///< what it suits, best first
    QStringList cautions; ///< said before the start; may be empty
    QStringList words;    ///< searched, never shown: what people call it; may be empty
    QString kind;         ///< of its exercise: "breath", "worksheet" ...
    QString language;     ///< BCP 47, of this text
    bool isRated = true;  ///< how strong a feeling is can be said before and after

    bool operator==(const Skill &) const = default;
};

/// The whole of it, read when it is opened.
struct SkillText : Skill {
    QList<Block> about; ///< what it is and why it helps
    QStringList steps;  ///< 3 to 6; complete in themselves
    Exercise exercise;
    QString afterwards; ///< said at the end
    Origin origin;

    bool operator==(const SkillText &) const = default;
};

/// Reads the front matter alone. BadData as readSkill, as far as it looks.
[[nodiscard]] Result<Skill> readSkillHead(const QByteArray &text);
/// Reads a skill's file (src/content/README.md). BadData, with what is wrong in `detail`.
[[nodiscard]] Result<SkillText> readSkill(const QByteArray &text);

/// "craving" ... as texts name it; nullopt for another word.
[[nodiscard]] std::optional<Need> needNamed(QStringView name);
[[nodiscard]] QString nameOf(Need need);
[[nodiscard]] QString nameOf(Modality modality);

} // namespace handrail
