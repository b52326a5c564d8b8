// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "content/ContentLibrary.h"
#include "view/Preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// Where skills and lessons come from: the clinic's packs, and ours without what the clinic withdrew. Nothing is read before a text is asked
/// for, and after the lock nothing of it is left. What was downloaded is taken up when a download ends, however it ends.
class ClinicTexts final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString updateText READ updateText NOTIFY updateTextChanged)

public:
    /// `key`: whose packs are taken (content/Pack.h).
    ClinicTexts(Account &account, const Preferences &preferences, QByteArray key, QObject *parent = nullptr);

    /// In the language of the app.
    [[nodiscard]] ContentLibrary library() { return library(m_preferences.language()); }
    [[nodiscard]] ContentLibrary library(const QString &language);
    /// That something newer is offered and is not here; empty when all is here. It is tried again with each download.
    [[nodiscard]] QString updateText() const;

Q_SIGNALS:
    void changed(); ///< library() has something else now
    void updateTextChanged();

private:
    void follow();
    void update();
    void setMissed(bool isMissed);

    Account &m_account;
    const Preferences &m_preferences;
    QByteArray m_key;
    std::optional<QList<std::shared_ptr<const TextSource>>> m_sources; ///< read since the last change
    QSet<QString> m_withdrawn;
    bool m_isOpen = false; ///< somebody is signed in, and not locked out
    bool m_isMissed = false;
    bool m_isLoading = false; ///< a download runs
};

} // namespace handrail
