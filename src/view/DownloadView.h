// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Held.h"
#include "ports/FileExport.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <optional>

namespace handrail {

/// All that Handrail holds here of a person, in one file of their own that any browser shows. Written in small turns, so that the page goes on
/// answering, and piece by piece, so that it is never in memory as a whole.
class DownloadView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed)
    Q_PROPERTY(int percent READ percent NOTIFY progressChanged)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    enum State { NotAsked, Writing, Saved, Failed };
    Q_ENUM(State)

    DownloadView(Account &account, const Clock &clock, const Preferences &preferences, FileExport &files,
                 QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] State state() const { return m_state; }
    /// What will be in it: {title, count}.
    [[nodiscard]] QVariantList parts() const { return m_parts; }
    [[nodiscard]] int percent() const { return m_percent; }
    /// What became of save(); empty while nothing did.
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; } ///< of reading what is here
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// Because the person asked for it.
    Q_INVOKABLE void save();
    /// Nothing of what was written stays.
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void changed();
    void progressChanged();

private:
    void count();
    void end(State state);
    void fail(const Problem &problem);
    void writeSome();
    [[nodiscard]] Result<void> writePiece(const HeldPiece &piece);
    [[nodiscard]] QByteArray beginning() const;
    [[nodiscard]] QString lastWord() const;

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    FileExport &m_files;
    QTimer m_timer;
    bool m_isShown = false;
    State m_state = NotAsked;
    QVariantList m_parts;
    int m_percent = 0;
    QString m_savedPath;
    QString m_problemTitle;
    QString m_problemText;
    std::optional<HeldPieces> m_pieces;
    std::unique_ptr<ExportedFile> m_file;
    std::optional<HeldPiece::Kind> m_part;
    QString m_type; ///< of the records that are being written
};

} // namespace handrail
