// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CrisisView.h"

namespace handrail {

namespace {

const QString lifelineId = QStringLiteral("lifeline");
const QString emergencyId = QStringLiteral("emergency");
const QString poisonId = QStringLiteral("poison");
const QString treatmentId = QStringLiteral("treatment");

/// As people in the United States read it; any other number as it is dialled.
QString shownPhone(const QString &phone)
{
    if (phone.size() != 12 || !phone.startsWith(QLatin1String("+1")))
        return phone;
    return QStringLiteral("(%1) %2-%3").arg(phone.mid(2, 3), phone.mid(5, 3), phone.mid(8));
}

CrisisLine shownLine(const CrisisNumber *line)
{
    if (!line)
        return {};
    const QString more = line->more.join(u' ');
    return {line->id,
            line->shown,
            line->callLabel,
            line->callNote,
            line->textLabel,
            line->textNote,
            !line->text.isEmpty(),
            line->web.isEmpty() ? QString() : line->webLabel,
            line->webNote,
            more,
            sentences({line->shown, line->callNote, more})};
}

} // namespace

CrisisView::CrisisView(Crisis &crisis, ClinicContactFile file, Browser &browser, QObject *parent)
    : QObject(parent)
    , m_crisis(crisis)
    , m_file(std::move(file))
    , m_browser(browser)
{
    if (const std::optional<KeptClinic> kept = m_file.read()) {
        m_crisis.setClinic(kept->contact);
        m_clinicServer = kept->server;
    }
}

CrisisWords CrisisView::page() const
{
    const CrisisPage &page = m_crisis.pack().page;
    return {page.title, page.lead, page.clinicLabel, page.dangerTitle, page.dangerNote, page.anyPhone, page.footer};
}

CrisisLine CrisisView::lifeline() const
{
    return shownLine(m_crisis.pack().number(lifelineId));
}

CrisisLine CrisisView::emergency() const
{
    return shownLine(m_crisis.pack().number(emergencyId));
}

CrisisLine CrisisView::treatment() const
{
    return shownLine(m_crisis.pack().number(treatmentId));
}

CrisisLine CrisisView::poison() const
{
    return shownLine(m_crisis.pack().number(poisonId));
}

QVariantList CrisisView::webPages() const
{
    QVariantList lines;
    for (const CrisisNumber &line : m_crisis.pack().numbers) {
        if (!line.web.isEmpty())
            lines << QVariant::fromValue(shownLine(&line));
    }
    return lines;
}

QVariantList CrisisView::otherLines() const
{
    QVariantList lines;
    for (const CrisisNumber &line : m_crisis.pack().numbers) {
        if (line.id != lifelineId && line.id != emergencyId)
            lines << QVariant::fromValue(shownLine(&line));
    }
    return lines;
}

QString CrisisView::clinicName() const
{
    return hasClinic() ? m_crisis.clinic()->name : QString();
}

QString CrisisView::clinicPhone() const
{
    return hasClinic() ? shownPhone(m_crisis.clinic()->phone) : QString();
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

QString CrisisView::numberOf(const QString &id) const
{
    const CrisisNumber *line = m_crisis.pack().number(id);
    return line ? line->shown : clinicPhone();
}

void CrisisView::show(const QString &number, const QString &label)
{
    m_shownNumber = number;
    m_shownLabel = label;
    Q_EMIT shownNumberChanged();
}

void CrisisView::call(const QString &id)
{
    if (!m_crisis.canCall() || !m_crisis.call(id))
        show(numberOf(id), tr("Call this number on any phone"));
}

void CrisisView::callNumber(const QString &number)
{
    if (!m_crisis.canCall() || !m_crisis.callNumber(number))
        show(shownPhone(number), tr("Call this number on any phone"));
}

void CrisisView::textNumber(const QString &number, const QString &message)
{
    if (!m_crisis.canCall() || !m_crisis.textNumber(number, message))
        show(shownPhone(number), tr("Text this number on any phone"));
}

void CrisisView::text(const QString &id)
{
    if (!m_crisis.canCall() || !m_crisis.text(id))
        show(numberOf(id), tr("Text this number on any phone"));
}

void CrisisView::openPage(const QString &id)
{
    const CrisisNumber *line = m_crisis.pack().number(id);
    if (line && !line->web.isEmpty())
        openAddress(line->web);
}

void CrisisView::openAddress(const QUrl &web)
{
    if (!m_browser.open(web))
        show(shownAddress(web), tr("Open this page in any web browser"));
}

void CrisisView::hideNumber()
{
    m_shownNumber.clear();
    Q_EMIT shownNumberChanged();
}

void CrisisView::setPack(CrisisPack pack)
{
    m_crisis.setPack(std::move(pack));
    hideNumber();
    Q_EMIT wordsChanged();
}

void CrisisView::keepClinic(const KeptClinic &clinic, bool isOnDisk)
{
    if (clinic.contact == m_crisis.clinic() && clinic.server == m_clinicServer)
        return;
    m_crisis.setClinic(clinic.contact);
    m_clinicServer = clinic.server;
    if (m_crisis.clinic() && isOnDisk)
        m_file.write(clinic);
    Q_EMIT clinicChanged();
}

void CrisisView::forgetClinicBut(const QString &server)
{
    if (m_crisis.clinic() && server != m_clinicServer)
        forgetClinic();
}

void CrisisView::forgetClinic(bool isOnDisk)
{
    m_crisis.setClinic(std::nullopt);
    m_clinicServer.clear();
    if (isOnDisk)
        m_file.remove();
    Q_EMIT clinicChanged();
}

} // namespace handrail
