// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/RoleText.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace handrail {

namespace {

struct Role {
    const char *code;
    const char *words; ///< as clinics write it in English
};

constexpr Role roles[] = {
    {"counselor", QT_TRANSLATE_NOOP("RoleText", "Counselor")},
    {"peer-guide", QT_TRANSLATE_NOOP("RoleText", "Peer guide")},
    {"prescriber", QT_TRANSLATE_NOOP("RoleText", "Prescriber")},
    {"FAMMEMB", QT_TRANSLATE_NOOP("RoleText", "family")},
    {"SIGOTHR", QT_TRANSLATE_NOOP("RoleText", "partner")},
    {"DOMPART", QT_TRANSLATE_NOOP("RoleText", "partner")},
    {"SPS", QT_TRANSLATE_NOOP("RoleText", "spouse")},
    {"HUSB", QT_TRANSLATE_NOOP("RoleText", "husband")},
    {"WIFE", QT_TRANSLATE_NOOP("RoleText", "wife")},
    {"FRND", QT_TRANSLATE_NOOP("RoleText", "friend")},
    {"PRN", QT_TRANSLATE_NOOP("RoleText", "parent")},
    {"MTH", QT_TRANSLATE_NOOP("RoleText", "mother")},
    {"FTH", QT_TRANSLATE_NOOP("RoleText", "father")},
    {"CHILD", QT_TRANSLATE_NOOP("RoleText", "child")},
    {"DAU", QT_TRANSLATE_NOOP("RoleText", "daughter")},
    {"SON", QT_TRANSLATE_NOOP("RoleText", "son")},
    {"SIB", QT_TRANSLATE_NOOP("RoleText", "sibling")},
    {"SIS", QT_TRANSLATE_NOOP("RoleText", "sister")},
    {"BRO", QT_TRANSLATE_NOOP("RoleText", "brother")},
    {"GRPRN", QT_TRANSLATE_NOOP("RoleText", "grandparent")},
    {"AUNT", QT_TRANSLATE_NOOP("RoleText", "aunt")},
    {"UNCLE", QT_TRANSLATE_NOOP("RoleText", "uncle")},
    {"COUSN", QT_TRANSLATE_NOOP("RoleText", "cousin")},
};

} // namespace

QString roleText(const QString &code, const QString &words)
{
    const auto isOne = [&](const Role &one) {
        const bool isSaid = words.isEmpty() || words.compare(QLatin1String(one.words), Qt::CaseInsensitive) == 0;
        return code.isEmpty() ? !words.isEmpty() && (isSaid || words == QLatin1String(one.code))
                              : isSaid && code == QLatin1String(one.code);
    };
    const auto *const role = std::find_if(std::begin(roles), std::end(roles), isOne);
    return role == std::end(roles) ? words : QCoreApplication::translate("RoleText", role->words);
}

} // namespace handrail
