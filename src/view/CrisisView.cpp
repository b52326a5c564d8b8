// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CrisisView.h"

namespace handrail {

namespace {

const QString lifelineId = QStringLiteral("lifeline");
const QString emergencyId = QStringLiteral("emergency");

QVariantMap lineMap(const CrisisNumber *line)
{
    if (!line)
        return {};
    return {{QStringLiteral("id"), line->id},
            {QStringLiteral("shown"), line->shown},
            {QStringLiteral("callLabel"), line->callLabel},
            {QStringLiteral("callNote"), line->callNote},
            {QStringLiteral("textLabel"), line->textLabel},
            {QStringLiteral("textNote"), line->textNote},
            {QStringLiteral("canText"), !line->text.isEmpty()},
            {QStringLiteral("more"), line->more}};
}

} // namespace

CrisisView::CrisisView(Crisis &crisis, ClinicContactFile file, QObject *parent)
    : QObject(parent)
    , m_crisis(crisis)
    , m_file(std::move(file))
{
    m_crisis.setClinic(m_file.read());
}

QVariantMap CrisisView::page() const
{
    const CrisisPage &page = m_crisis.pack().page;
    return {{QStringLiteral("title"), page.title},
            {QStringLiteral("lead"), page.lead},
            {QStringLiteral("clinicLabel"), page.clinicLabel},
            {QStringLiteral("dangerTitle"), page.dangerTitle},
            {QStringLiteral("dangerNote"), page.dangerNote},
            {QStringLiteral("anyPhone"), page.anyPhone},
            {QStringLiteral("footer"), page.footer}};
}

QVariantMap CrisisView::lifeline() const
{
    return lineMap(m_crisis.pack().number(lifelineId));
}

QVariantMap CrisisView::emergency() const
{
    return lineMap(m_crisis.pack().number(emergencyId));
}

QVariantList CrisisView::otherLines() const
{
    QVariantList lines;
    for (const CrisisNumber &line : m_crisis.pack().numbers) {
        if (line.id != lifelineId && line.id != emergencyId)
            lines << lineMap(&line);
    }
    return lines;
}

QString CrisisView::clinicName() const
{
    return hasClinic() ? m_crisis.clinic()->name : QString();
}

QString CrisisView::clinicPhone() const
{
    return hasClinic() ? m_crisis.clinic()->phone : QString();
}

QString CrisisView::clinicHours() const
{
    return hasClinic() ? m_crisis.clinic()->hours : QString();
}

QVariantList CrisisView::overdoseSteps() const
{
    QVariantList steps;
    for (const OverdoseStep &step : m_crisis.overdose().steps)
        steps << QVariantMap{{QStringLiteral("title"), step.title}, {QStringLiteral("detail"), step.detail}};
    return steps;
}

void CrisisView::setAfterSafetyAnswer(bool isAfter)
{
    if (isAfter == m_isAfterSafetyAnswer)
        return;
    m_isAfterSafetyAnswer = isAfter;
    Q_EMIT reasonChanged();
}

void CrisisView::show(const QString &id, const QString &label)
{
    const CrisisNumber *line = m_crisis.pack().number(id);
    m_shownNumber = line ? line->shown : clinicPhone();
    m_shownLabel = label;
    Q_EMIT shownNumberChanged();
}

void CrisisView::call(const QString &id)
{
    if (!m_crisis.canCall() || !m_crisis.call(id))
        show(id, tr("Call this number on any phone"));
}

void CrisisView::text(const QString &id)
{
    if (!m_crisis.canCall() || !m_crisis.text(id))
        show(id, tr("Text this number on any phone"));
}

void CrisisView::hideNumber()
{
    m_shownNumber.clear();
    Q_EMIT shownNumberChanged();
}

void CrisisView::keepClinic(const ClinicContact &contact)
{
    m_crisis.setClinic(contact);
    if (m_crisis.clinic())
        m_file.write(contact);
    Q_EMIT clinicChanged();
}

} // namespace handrail
