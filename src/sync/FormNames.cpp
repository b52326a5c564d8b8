// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/FormNames.h"

#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"

namespace handrail {

namespace {

const QString questionnaire = QStringLiteral("Questionnaire");
const QString byId = QStringLiteral("Questionnaire/");
constexpr int mostForms = 400;

} // namespace

QString FormNames::of(const CompletedForm &answers)
{
    const QString &name = answers.questionnaire;
    if (!name.startsWith(byId))
        return name;
    const Named &form = named(name.section(u'|', 0, 0).mid(byId.size()));
    if (form.url.isEmpty())
        return name;
    if (const QString version = name.section(u'|', 1); !version.isEmpty())
        return version == form.version ? form.canonical : QString(form.url % u'|' % version);
    // Of a day alone, which is its noon in UTC here, the beginning, wherever that was.
    const QDateTime said = answers.saidAt().isValid() ? answers.saidAt() : answers.authored.addDays(-1);
    return form.changed.isValid() && said.isValid() && said >= form.changed ? form.canonical : form.url;
}

QStringList FormNames::recordsOf(const QString &url)
{
    if (!m_records) {
        m_records.emplace();
        const auto forms = m_store.records(questionnaire, mostForms);
        if (!forms)
            qCWarning(logSync) << "reading forms:" << forms.error();
        for (const QByteArray &json : forms.value_or(QList<QByteArray>())) {
            if (const Result<fhir::Slice> record = fhir::readResource(json))
                (*m_records)[fhir::canonicalOf(json).section(u'|', 0, 0)] << QString(byId % record->id);
        }
    }
    return m_records->value(url);
}

const FormNames::Named &FormNames::named(const QString &id)
{
    if (const auto known = m_known.constFind(id); known != m_known.cend())
        return *known;
    const auto json = m_store.record(questionnaire, id).value_or(std::nullopt);
    const Result<Form> form = json ? fhir::readQuestionnaire(*json) : Result<Form>();
    Named one;
    if (json && form) {
        const Result<fhir::Slice> record = fhir::readResource(*json);
        one = {form->url, form->version, form->canonicalWithVersion(), record ? record->lastUpdated : QDateTime()};
    }
    return *m_known.insert(id, one);
}

} // namespace handrail
