// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

namespace handrail {

/// Where texts come from, by path: "skills/ride-the-urge/en.md", "places/call-211/en.md", "lessons/<module>/en.md",
/// "lessons/<module>/<lesson>/en.md".
class TextSource
{
public:
    virtual ~TextSource() = default;
    [[nodiscard]] virtual QStringList paths() const = 0;
    /// Empty when there is no such text.
    [[nodiscard]] virtual QByteArray text(const QString &path) const = 0;
};

/// A folder of the disk or of the program.
class FolderTexts final : public TextSource
{
public:
    explicit FolderTexts(QString folder);
    [[nodiscard]] QStringList paths() const override;
    [[nodiscard]] QByteArray text(const QString &path) const override;

private:
    QString m_folder;
};

/// What comes with the app.
[[nodiscard]] std::shared_ptr<const TextSource> builtInTexts();

/// What a path is the text of.
struct TextPlace {
    enum class Kind { Skill, Module, Lesson, Place };
    Kind kind = Kind::Skill;
    QString id;
    QString module; ///< of a lesson
    QString locale;

    bool operator==(const TextPlace &) const = default;
};

/// nullopt when the path is none of the four forms above, with plain ids and a locale of two letters.
[[nodiscard]] std::optional<TextPlace> textPlaceOf(const QString &path);

} // namespace handrail
