// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/TypeTable.h"

#include <QFile>

static void initialiseResources()
{
    Q_INIT_RESOURCE(clinic_definitions);
}

namespace handrail::clinic {

namespace {

QByteArray readDefinition(const QString &name)
{
    QFile file(QStringLiteral(":/handrail/clinic/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a compiled-in definition is missing");
    return file.readAll();
}

SearchKind kindNamed(const QString &name)
{
    if (name == QLatin1String("reference"))
        return SearchKind::Reference;
    if (name == QLatin1String("date"))
        return SearchKind::Date;
    if (name == QLatin1String("string"))
        return SearchKind::String;
    return name == QLatin1String("uri") ? SearchKind::Uri : SearchKind::Token;
}

void addKeys(Structure &structure, int index)
{
    const Element &element = structure.elements.at(index);
    if (!element.name.endsWith(QLatin1String("[x]"))) {
        structure.byKey.insert(element.name, {index, element.types.value(0)});
        return;
    }
    const QString stem = element.name.chopped(3);
    for (const QString &type : element.types)
        structure.byKey.insert(stem + type.at(0).toUpper() + QStringView(type).mid(1), {index, type});
}

} // namespace

const SearchParameter *ResourceType::parameter(QStringView wanted) const
{
    for (const SearchParameter &candidate : parameters) {
        if (candidate.name == wanted)
            return &candidate;
    }
    return nullptr;
}

bool ResourceType::mayBecome(const QString &from, const QString &to) const
{
    if (nextStates.isEmpty())
        return true;
    const QStringList next = nextStates.value(from, nextStates.value(QStringLiteral("*")));
    return next.contains(from == to ? QStringLiteral("=") : to);
}

TypeTable::TypeTable()
{
    initialiseResources();
    readElements(readDefinition(QStringLiteral("elements.txt")));
    readTypes(readDefinition(QStringLiteral("types.txt")));
}

const ResourceType *TypeTable::type(const QString &name) const
{
    const auto found = m_types.find(name);
    return found == m_types.end() ? nullptr : &found->second;
}

const Structure *TypeTable::structure(const QString &name) const
{
    const auto found = m_structures.constFind(name);
    return found == m_structures.cend() ? nullptr : &*found;
}

void TypeTable::readElements(const QByteArray &text)
{
    Structure *current = nullptr;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (!line.startsWith(' ')) {
            const QString name = QString::fromLatin1(line);
            current = &m_structures[name];
            current->name = name;
            continue;
        }
        const QStringList words = QString::fromLatin1(line.mid(1)).split(u' ');
        Element element;
        element.name = words.at(0);
        element.min = words.at(1).left(1).toInt();
        element.isList = words.at(1).endsWith(u'*');
        element.types = words.at(2).split(u'|', Qt::SkipEmptyParts);
        for (const QString &word : words.mid(3)) {
            if (word.startsWith(u'>'))
                element.targets = word.mid(1).split(u'|');
            else if (word.startsWith(u'='))
                element.codes = word.mid(1).split(u'|');
        }
        current->elements.append(element);
        addKeys(*current, int(current->elements.size()) - 1);
    }
}

void TypeTable::readTypes(const QByteArray &text)
{
    ResourceType *current = nullptr;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (!line.startsWith(' ')) {
            const QString name = QString::fromLatin1(line);
            current = &m_types[name];
            current->name = name;
            continue;
        }
        QStringList words = QString::fromLatin1(line.mid(1)).split(u' ', Qt::SkipEmptyParts);
        const QString verb = words.takeFirst();
        if (verb == QLatin1String("?")) {
            SearchParameter parameter;
            parameter.name = words.takeFirst();
            parameter.indexed = current->name + u'.' + parameter.name;
            parameter.kind = kindNamed(words.takeFirst());
            if (words.constLast().startsWith(u'>'))
                parameter.target = words.takeLast().mid(1);
            parameter.paths = words;
            current->parameters.append(parameter);
        } else if (verb == QLatin1String("patient")) {
            current->patientPaths = words;
        } else if (verb == QLatin1String("related")) {
            current->relatedPaths = words;
        } else if (verb == QLatin1String("open")) {
            current->isOpen = true;
        } else if (verb == QLatin1String("match")) {
            current->needsMatch = true;
        } else if (verb == QLatin1String("patient-may")) {
            current->patientMay = words.value(0);
        } else if (verb == QLatin1String("relative-may")) {
            current->relativeMay = words.value(0);
        } else if (verb == QLatin1String("author")) {
            current->authorNames = words;
        } else if (verb == QLatin1String("change")) {
            current->changeable = words;
        } else if (verb == QLatin1String("later")) {
            current->changeableToLater = words;
        } else if (verb == QLatin1String("next")) {
            current->nextStates.insert(words.takeFirst(), words);
        } else if (verb == QLatin1String("hide")) {
            const QString code = words.value(3);
            const Hiding::When when = words.at(1) == QLatin1String("others") ? Hiding::When::NotOwn
                : words.at(1) == QLatin1String("unless")                     ? Hiding::When::Lacks
                                                                             : Hiding::When::Has;
            current->hidings.append(
                {words.at(0) == QLatin1String("patient"), when, words.value(2), code.section(u'|', 0, 0), code.section(u'|', 1)});
        } else if (verb == QLatin1String("relative-find")) {
            current->relativeFind = words;
        } else if (verb == QLatin1String("include")) {
            current->includes = words;
        } else if (verb == QLatin1String("rule")) {
            current->rules.append(words);
        }
    }
}

} // namespace handrail::clinic
