// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Granted.h"

#include "sync/Records.h"

#include <algorithm>

namespace handrail {

bool mayCreate(const QStringList &scopes, QStringView type)
{
    return scopes.isEmpty() || std::any_of(scopes.cbegin(), scopes.cend(), [type](const QString &scope) {
               const QString context = scope.section(u'/', 0, 0);
               const QString what = scope.section(u'/', 1).section(u'?', 0, 0);
               const QString resource = what.section(u'.', 0, 0);
               const QString rights = what.section(u'.', 1);
               const bool areLetters =
                   std::all_of(rights.cbegin(), rights.cend(), [](QChar letter) { return QStringView(u"cruds").contains(letter); });
               return (context == u"patient" || context == u"user") && (resource == type || resource == u"*")
                   && (rights == u"write" || rights == u"*" || (areLetters && rights.contains(u'c')));
           });
}

bool takesAnswers(const Records &records)
{
    return mayCreate(records.identity().scopes, u"QuestionnaireResponse");
}

} // namespace handrail
