// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/FormNames.h"

#include "fhir/Bundle.h"
#include "fhir/Read.h"

namespace handrail {

QString FormNames::of(const CompletedForm &answers)
{
    const QString byId = QStringLiteral("Questionnaire/");
    const QString &name = answers.questionnaire;
    if (!name.startsWith(byId))
        return name;
    const QString id = name.section(u'|', 0, 0).mid(byId.size());
    auto form = m_known.constFind(id);
    if (form == m_known.cend())
        form = m_known.insert(id, named(id));
    if (form->url.isEmpty())
        return name;
    if (const QString version = name.section(u'|', 1); !version.isEmpty())
        return version == form->version ? form->canonical : QString(form->url % u'|' % version);
    // Of a day alone, which is its noon in UTC here, the beginning, wherever that was.
    const QDateTime said = answers.saidAt().isValid() ? answers.saidAt() : answers.authored.addDays(-1);
    return form->changed.isValid() && said.isValid() && said >= form->changed ? form->canonical : form->url;
}

FormNames::Named FormNames::named(const QString &id) const
{
    const auto json = m_store.record(QStringLiteral("Questionnaire"), id).value_or(std::nullopt);
    const Result<Form> form = json ? fhir::readQuestionnaire(*json) : Result<Form>();
    if (!form)
        return {};
    const Result<fhir::Slice> record = fhir::readResource(*json);
    return {form->url, form->version, form->canonicalWithVersion(), record ? record->lastUpdated : QDateTime()};
}

} // namespace handrail
