// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "crisis/Crisis.h"

#include "crisis/ClinicContactFile.h"

namespace handrail {

QString sentences(const QStringList &parts)
{
    QString line;
    for (const QString &part : parts) {
        if (part.isEmpty())
            continue;
        if (!line.isEmpty())
            line += u' ';
        line += part;
        if (!part.endsWith(u'.') && !part.endsWith(u'?') && !part.endsWith(u':'))
            line += u'.';
    }
    return line;
}

namespace {

/// "Call 988", or "Find treatment: 1-800-662-4357" where the label does not hold the number.
QString labelled(const QString &label, const QString &number)
{
    return label.contains(number) ? label : label + QStringLiteral(": ") + number;
}

} // namespace

QString shownAddress(const QUrl &page)
{
    return page.host() + page.path();
}

Crisis::Crisis(CrisisPack pack, Dialer &dialer)
    : m_pack(std::move(pack))
    , m_dialer(dialer)
{
}

void Crisis::setClinic(const std::optional<ClinicContact> &contact)
{
    m_clinic = contact && isUsable(*contact) ? contact : std::nullopt;
}

bool Crisis::call(QStringView id)
{
    if (id == clinicId)
        return m_clinic && m_dialer.call(m_clinic->phone);
    const CrisisNumber *line = m_pack.number(id);
    return line && isDiallable(line->call) && m_dialer.call(line->call);
}

bool Crisis::callNumber(QStringView number)
{
    return isDiallable(number) && m_dialer.call(number.toString());
}

bool Crisis::textNumber(QStringView number, const QString &message)
{
    return isDiallable(number) && m_dialer.text(number.toString(), message);
}

bool Crisis::text(QStringView id)
{
    const CrisisNumber *line = m_pack.number(id);
    return line && isDiallable(line->text) && m_dialer.text(line->text, {});
}

QStringList Crisis::plainLines() const
{
    const auto lines = [](const CrisisNumber &number) {
        QStringList list{sentences({labelled(number.callLabel, number.shown), number.callNote})};
        if (!number.text.isEmpty())
            list << sentences({labelled(number.textLabel, number.text), number.textNote});
        if (!number.web.isEmpty())
            list << sentences({labelled(number.webLabel, shownAddress(number.web)), number.webNote});
        return list + number.more;
    };

    QStringList all{m_pack.page.title, m_pack.page.lead};
    if (!canCall())
        all << m_pack.page.anyPhone;
    // Talking first, as on the page; a region without a crisis line starts with its emergency number.
    const CrisisNumber *lifeline = m_pack.number(u"lifeline");
    const CrisisNumber *emergency = m_pack.number(u"emergency");
    if (lifeline)
        all << lines(*lifeline);
    if (m_clinic)
        all << sentences({labelled(m_pack.page.clinicLabel, m_clinic->phone), m_clinic->name, m_clinic->hours});
    all << m_pack.page.dangerTitle << m_pack.page.dangerNote;
    if (emergency)
        all << lines(*emergency);
    const OverdoseCard &card = m_pack.overdose;
    all << card.title << sentences({card.first, card.firstNote}) << card.lookForLabel + u' ' + card.lookFor;
    for (qsizetype i = 0; i < card.steps.size(); ++i)
        all << QString::number(i + 1) + QStringLiteral(". ") + sentences({card.steps[i].title, card.steps[i].detail});
    all << card.notes << m_pack.withdrawal;
    for (const CrisisNumber &number : m_pack.numbers) {
        if (&number != lifeline && &number != emergency)
            all << lines(number);
    }
    all << m_pack.page.footer;
    return all;
}

} // namespace handrail
