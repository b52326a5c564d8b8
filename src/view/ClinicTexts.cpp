// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ClinicTexts.h"

#include "care/PackShelf.h"

#include <utility>

namespace handrail {

ClinicTexts::ClinicTexts(Account &account, const Preferences &preferences, QByteArray key, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_preferences(preferences)
    , m_key(std::move(key))
{
    account.setPackTaker(PackShelf::takerOf(m_key));
    // The records alone say that somebody else signed in: who was in before may have gone without a lock or a sign-out.
    connect(&account, &Account::recordsChanged, this, &ClinicTexts::follow);
    connect(&account, &Account::stateChanged, this, &ClinicTexts::follow);
    connect(&account, &Account::syncChanged, this, &ClinicTexts::follow);
}

void ClinicTexts::follow()
{
    const bool isOpen = m_account.records() != nullptr;
    if (std::exchange(m_isOpen, isOpen) != isOpen) {
        m_isLoading = false;
        m_sources.reset();
        m_withdrawn.clear();
        setMissed(false);
        Q_EMIT changed();
    }
    if (!isOpen)
        return;
    const bool isLoading = m_account.sync()->state() == SyncEngine::State::Running;
    if (std::exchange(m_isLoading, isLoading) && !isLoading)
        update();
}

void ClinicTexts::update()
{
    PackShelf shelf(*m_account.records(), m_key, idsOf(*builtInTexts()));
    const PackShelf::Update update = shelf.update();
    setMissed(update.isMissed);
    if (!update.isChanged && (!m_sources || update.withdrawn == m_withdrawn))
        return;
    m_sources.reset();
    Q_EMIT changed();
}

ContentLibrary ClinicTexts::library(const QString &language)
{
    if (!m_account.records())
        return ContentLibrary(language);
    if (!m_sources) {
        PackShelf::Texts texts = PackShelf(*m_account.records(), m_key, idsOf(*builtInTexts())).texts();
        m_sources = std::move(texts.packs);
        *m_sources << builtInTexts();
        m_withdrawn = std::move(texts.withdrawn);
        if (texts.isDamaged)
            setMissed(true);
    }
    return ContentLibrary(language, *m_sources, m_withdrawn);
}

QString ClinicTexts::updateText() const
{
    return m_isMissed ? tr("An update did not arrive.") : QString();
}

void ClinicTexts::setMissed(bool isMissed)
{
    if (std::exchange(m_isMissed, isMissed) != isMissed)
        Q_EMIT updateTextChanged();
}

} // namespace handrail
