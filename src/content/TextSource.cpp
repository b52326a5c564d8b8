// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/TextSource.h"

#include "content/FrontMatter.h"
#include "content/Markdown.h"
#include "content/TextCount.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <atomic>

namespace handrail {

namespace {

std::atomic<int> read = 0;

/// What comes with the app; the build has listed it.
class BuiltInTexts final : public TextSource
{
public:
    [[nodiscard]] QStringList paths() const override
    {
        QFile list(QStringLiteral(":/handrail/content/paths"));
        return list.open(QIODevice::ReadOnly) ? QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }
    [[nodiscard]] QByteArray text(const QString &path) const override { return m_folder.text(path); }

private:
    FolderTexts m_folder{QStringLiteral(":/handrail/content")};
};

} // namespace

int textsRead()
{
    return read;
}

FolderTexts::FolderTexts(QString folder)
    : m_folder(std::move(folder))
{
}

QStringList FolderTexts::paths() const
{
    QStringList found;
    for (const char *room : {"/skills", "/lessons", "/places"}) {
        QDirIterator files(m_folder + QLatin1String(room), {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found << files.next().sliced(m_folder.size() + 1);
    }
    found.sort();
    return found;
}

QByteArray FolderTexts::text(const QString &path) const
{
    ++read;
    QFile file(m_folder + u'/' + path);
    return textPlaceOf(path) && file.open(QIODevice::ReadOnly) ? file.read(maximumMarkdownBytes + 1) : QByteArray();
}

std::shared_ptr<const TextSource> builtInTexts()
{
    return std::make_shared<BuiltInTexts>();
}

std::optional<TextPlace> textPlaceOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 3 || parts.size() > 4 || !parts.constLast().endsWith(QLatin1String(".md")))
        return std::nullopt;
    const QString locale = parts.constLast().chopped(3);
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    if (locale.size() != 2 || !std::all_of(locale.begin(), locale.end(), isLetter)
        || !std::all_of(parts.begin() + 1, parts.end() - 1, [](const QString &id) { return isContentId(id); }))
        return std::nullopt;
    if (parts.constFirst() == QLatin1String("skills") && parts.size() == 3)
        return TextPlace{TextPlace::Kind::Skill, parts.at(1), {}, locale};
    if (parts.constFirst() == QLatin1String("places") && parts.size() == 3)
        return TextPlace{TextPlace::Kind::Place, parts.at(1), {}, locale};
    if (parts.constFirst() == QLatin1String("lessons"))
        return parts.size() == 3 ? TextPlace{TextPlace::Kind::Module, parts.at(1), {}, locale}
                                 : TextPlace{TextPlace::Kind::Lesson, parts.at(2), parts.at(1), locale};
    return std::nullopt;
}

} // namespace handrail
