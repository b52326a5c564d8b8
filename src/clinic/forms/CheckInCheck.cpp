// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/CheckInCheck.h"

#include "core/Ids.h"
#include "form/Judging.h"
#include "form/Safety.h"

#include <QRegularExpression>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

bool hasNo(const FormItem &item)
{
    return std::any_of(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.code == "no"_L1; });
}

/// "Skip", "Prefer not to say": by its words or its code it is no answer. A guess.
bool soundsUnsaid(const Option &option)
{
    static const QRegularExpression signs(
        QStringLiteral("\\b(skip|pass\\b|declin|refus|no answer|not applicable|n/a|rather not|"
                       "(prefer|want|wish|like) not|not (to )?(say|tell|answer|share)|omit|salt(ar|o)|"
                       "(prefiero|quiero|deseo) no\\b|no (quiero|deseo|prefiero|decir|contest|respond)|sin respuesta|no aplica)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QStringList said{option.code, option.codeAsWritten, option.text, option.asWritten};
    return std::any_of(said.cbegin(), said.cend(),
                       [](QString one) { return one.replace(u'-', u' ').replace(u'_', u' ').contains(signs); });
}

} // namespace

QStringList checkInItemsReadOtherwise(const Form &form)
{
    QStringList found;
    if (form.url != canonical(u"Questionnaire/daily-checkin"))
        return found;
    const auto look = [&](const QString &linkId, bool (*isRead)(const FormItem &), const char *meant) {
        const FormItem *item = itemIn(form.items, linkId);
        if (item && !isRead(*item))
            found << linkId + u" ("_s + QLatin1String(meant) + u')';
    };
    look(u"mood"_s, isAskedAsCounted, "options with weights from 0, the lowest, to 4");
    for (const QString &ofTen : {u"craving"_s, u"confidence"_s})
        look(ofTen, isAskedAsCounted, "a number with the limits 0 and 10, or eleven options that weigh 0 to 10");
    look(u"sleep-hours"_s, isAskedAsCounted, "a number of hours");
    look(u"meds"_s, hasNo, "options of which one has the code no");
    const FormItem *use = itemIn(form.items, u"use"_s);
    for (const Option &option : use ? use->options : QList<Option>()) {
        if (isUseSaid(form, {{use->linkId, option.code}}) && !saysYes(option) && soundsUnsaid(option))
            found << u"use (“"_s + option.text + u"” counts as a return to use, which the code rather-not-say does not)"_s;
    }
    return found;
}

} // namespace handrail::clinic
