// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/ContentLibrary.h"

#include "core/Log.h"

#include <QMap>

#include <algorithm>

namespace handrail {

struct ContentLibrary::Item {
    std::shared_ptr<const TextSource> source;
    QString module;                 ///< of a lesson
    QMap<QString, QString> locales; ///< to paths
};

/// Which texts there are, by id. Paths alone: no text was read.
struct ContentLibrary::Shelf {
    QMap<QString, Item> skills;
    QMap<QString, Item> modules;
    QMap<QString, Item> lessons;
    QMap<QString, Item> places;

    [[nodiscard]] QMap<QString, Item> &of(TextPlace::Kind kind)
    {
        switch (kind) {
        case TextPlace::Kind::Skill: return skills;
        case TextPlace::Kind::Module: return modules;
        case TextPlace::Kind::Lesson: break;
        case TextPlace::Kind::Place: return places;
        }
        return lessons;
    }
};

ContentLibrary::ContentLibrary(QString language, QList<std::shared_ptr<const TextSource>> sources, QSet<QString> withdrawn)
    : m_language(language.section(u'-', 0, 0).section(u'_', 0, 0))
    , m_sources(std::move(sources))
    , m_withdrawn(std::move(withdrawn))
{
}

const ContentLibrary::Shelf &ContentLibrary::shelf() const
{
    if (m_shelf)
        return *m_shelf;
    const auto made = std::make_shared<Shelf>();
    for (const std::shared_ptr<const TextSource> &source : m_sources) {
        for (const QString &path : source->paths()) {
            const auto place = textPlaceOf(path);
            if (!place || m_withdrawn.contains(place->id) || m_withdrawn.contains(place->module))
                continue;
            const auto module = made->modules.constFind(place->module);
            if (module != made->modules.cend() && module->source != source)
                continue; // an earlier source has its own module of this name
            Item &item = made->of(place->kind)[place->id];
            if (!item.source) {
                item.source = source;
                item.module = place->module;
            }
            if (item.source == source && item.module == place->module)
                item.locales.insert(place->locale, path);
        }
    }
    m_shelf = made;
    return *m_shelf;
}

template <typename T, typename Read>
Result<T> ContentLibrary::readIn(const Item &item, Read read) const
{
    Result<T> last = problem(ProblemKind::NotFound, QStringLiteral("content: in neither language"));
    QStringList languages{m_language};
    if (const QString english = QStringLiteral("en"); m_language != english)
        languages << english;
    for (const QString &language : languages) {
        const QString path = item.locales.value(language);
        if (path.isEmpty())
            continue;
        last = read(item.source->text(path));
        if (last) {
            last->language = language;
            return last;
        }
        qCWarning(logApp) << "content:" << path << last.error();
    }
    return last;
}

QList<Skill> ContentLibrary::skills() const
{
    if (!m_skills) {
        m_skills.emplace();
        for (const Item &item : shelf().skills) {
            if (const auto skill = readIn<Skill>(item, readSkillHead))
                *m_skills << *skill;
        }
    }
    return *m_skills;
}

QList<Module> ContentLibrary::modules() const
{
    if (!m_modules) {
        m_modules.emplace();
        for (const Item &item : shelf().modules) {
            if (const auto module = readIn<Module>(item, readModuleHead))
                *m_modules << *module;
        }
        std::stable_sort(m_modules->begin(), m_modules->end(), [](const Module &a, const Module &b) { return a.order < b.order; });
    }
    return *m_modules;
}

QList<Module> ContentLibrary::modules(Audience audience) const
{
    QList<Module> some = modules();
    some.removeIf([&](const Module &module) { return module.audience != audience; });
    return some;
}

QList<Lesson> ContentLibrary::lessons(const QString &module) const
{
    if (!m_lessons) {
        m_lessons.emplace();
        for (const Item &item : shelf().lessons) {
            const auto lesson = readIn<Lesson>(item, [&](const QByteArray &text) { return readLessonHead(text, item.module); });
            if (lesson)
                (*m_lessons)[item.module] << *lesson;
        }
        for (QList<Lesson> &some : *m_lessons)
            std::stable_sort(some.begin(), some.end(), [](const Lesson &a, const Lesson &b) { return a.order < b.order; });
    }
    return m_lessons->value(module);
}

QList<Place> ContentLibrary::places() const
{
    if (!m_places) {
        m_places.emplace();
        for (const Item &item : shelf().places) {
            if (const auto place = readIn<Place>(item, readPlaceHead))
                *m_places << *place;
        }
        std::stable_sort(m_places->begin(), m_places->end(), [](const Place &a, const Place &b) {
            return QString::compare(a.title, b.title, Qt::CaseInsensitive) < 0;
        });
    }
    return *m_places;
}

Result<SkillText> ContentLibrary::skill(const QString &id) const
{
    return readIn<SkillText>(shelf().skills.value(id), readSkill);
}

Result<ModuleText> ContentLibrary::module(const QString &id) const
{
    return readIn<ModuleText>(shelf().modules.value(id), readModule);
}

Result<LessonText> ContentLibrary::lesson(const QString &id) const
{
    const Item item = shelf().lessons.value(id);
    return readIn<LessonText>(item, [&](const QByteArray &text) { return readLesson(text, item.module); });
}

Result<PlaceText> ContentLibrary::place(const QString &id) const
{
    return readIn<PlaceText>(shelf().places.value(id), readPlace);
}

} // namespace handrail
