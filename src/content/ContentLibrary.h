// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Lessons.h"
#include "content/Places.h"
#include "content/Skills.h"
#include "content/TextSource.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace handrail {

/// The skills, lessons and places in one language; each text that is not there in it is there in English.
///
/// Making one costs nothing. The first question about skills reads the heads of the skills, the first about modules those of modules and
/// lessons; a whole text is read each time that it is asked for. What cannot be read is left out, and said in the log.
class ContentLibrary
{
public:
    /// `language`: BCP 47, its first part counts. The earliest source that has an id has it in all languages, so that no text of an
    /// older source stands in for a translation that a newer one does not have; and whose module it has, of that it has all lessons.
    /// `withdrawn`: the ids of skills, modules with their lessons, lessons and places that are not to be shown, whoever has them.
    explicit ContentLibrary(QString language, QList<std::shared_ptr<const TextSource>> sources = {builtInTexts()},
                            QSet<QString> withdrawn = {});

    [[nodiscard]] QString language() const { return m_language; }

    /// By id.
    [[nodiscard]] QList<Skill> skills() const;
    /// By their order.
    [[nodiscard]] QList<Module> modules() const;
    [[nodiscard]] QList<Module> modules(Audience audience) const;
    /// By their order; empty for a module that is not there.
    [[nodiscard]] QList<Lesson> lessons(const QString &module) const;

    /// By title.
    [[nodiscard]] QList<Place> places() const;

    // NotFound, or BadData when it can be read in neither language.
    [[nodiscard]] Result<SkillText> skill(const QString &id) const;
    [[nodiscard]] Result<ModuleText> module(const QString &id) const;
    /// Lesson ids are unique over all modules.
    [[nodiscard]] Result<LessonText> lesson(const QString &id) const;
    [[nodiscard]] Result<PlaceText> place(const QString &id) const;

private:
    struct Shelf;
    struct Item;

    [[nodiscard]] const Shelf &shelf() const;
    /// What `read` makes of the text in this language, or of the one in English.
    template <typename T, typename Read>
    [[nodiscard]] Result<T> readIn(const Item &item, Read read) const;

    QString m_language;
    QList<std::shared_ptr<const TextSource>> m_sources;
    QSet<QString> m_withdrawn;
    mutable std::shared_ptr<const Shelf> m_shelf;
    mutable std::optional<QList<Skill>> m_skills;
    mutable std::optional<QList<Module>> m_modules;
    mutable std::optional<QList<Place>> m_places;
    mutable std::optional<QHash<QString, QList<Lesson>>> m_lessons; ///< by module
};

/// What there is to read, in a language: ours alone, or with the clinic's.
using LibraryIn = std::function<ContentLibrary(const QString &language)>;

/// Ours alone.
[[nodiscard]] inline ContentLibrary builtInLibrary(const QString &language)
{
    return ContentLibrary(language);
}

} // namespace handrail
