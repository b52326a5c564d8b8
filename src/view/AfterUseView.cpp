// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AfterUseView.h"

#include <array>

namespace handrail {

namespace {

constexpr std::array shown{Substance::Alcohol, Substance::Opioids, Substance::Stimulants,
                           Substance::Pills,   Substance::Other,   Substance::Unsaid};

} // namespace

AfterUseView::AfterUseView(Account &account, const Preferences &preferences, QObject *parent)
    : QObject(parent)
{
    connect(&account, &Account::stateChanged, this, &AfterUseView::forget);
    connect(&preferences, &Preferences::languageChanged, this, &AfterUseView::changed);
}

QVariantList AfterUseView::choices() const
{
    const std::array texts{tr("Alcohol"), tr("Opioids"), tr("Stimulants"), tr("Pills"), tr("Other"), tr("Rather not say")};
    QVariantList choices;
    for (std::size_t i = 0; i < shown.size(); ++i)
        choices << QVariantMap{{QStringLiteral("text"), texts[i]}, {QStringLiteral("isChosen"), m_said.contains(shown[i])}};
    return choices;
}

void AfterUseView::toggle(int index)
{
    if (index < 0 || index >= int(shown.size()))
        return;
    const Substance substance = shown[std::size_t(index)];
    const bool wasChosen = m_said.removeAll(substance) > 0;
    // To say nothing stands alone.
    if (!wasChosen && substance == Substance::Unsaid)
        m_said.clear();
    else
        m_said.removeAll(Substance::Unsaid);
    if (!wasChosen)
        m_said << substance;
    Q_EMIT changed();
}

void AfterUseView::forget()
{
    m_said.clear();
    Q_EMIT changed();
}

} // namespace handrail
