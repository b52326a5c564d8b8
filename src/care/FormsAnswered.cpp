// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FormsAnswered.h"

#include "care/CheckIn.h"
#include "content/Questionnaires.h"
#include "sync/Records.h"

namespace handrail {

FormsAnswered::FormsAnswered(const Records &records)
    : m_records(records)
{
}

const Form *FormsAnswered::to(const CompletedForm &answers)
{
    const QString &canonical = answers.questionnaire;
    auto known = m_forms.find(canonical);
    if (known == m_forms.end()) {
        const bool isCheckIn = canonical.section(u'|', 0, 0) == dailyCheckInUrl();
        const QByteArray builtIn = isCheckIn ? dailyCheckInQuestionnaire() : QByteArray();
        known = m_forms.emplace(canonical, m_records.formAnswered(canonical, builtIn)).first;
    }
    return known->second ? &*known->second : nullptr;
}

} // namespace handrail
