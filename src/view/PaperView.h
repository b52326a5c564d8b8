// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "ports/FileExport.h"
#include "report/VisitPage.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// A page for paper made on this device: all that is on it, as pictures and as words, before anything is written; then a file of the person's
/// own. What it says and what can be left out is for those that derive.
class PaperView : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QStringList pictures READ pictures NOTIFY changed)
    Q_PROPERTY(double shape READ shape NOTIFY changed)
    Q_PROPERTY(QStringList words READ words NOTIFY changed)
    Q_PROPERTY(QString spoken READ spoken NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY savedChanged)

public:
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    /// Each sheet as an image that holds its own bytes (a data: address); empty while there is no page.
    [[nodiscard]] QStringList pictures() const { return m_pictures; }
    [[nodiscard]] double shape() const; ///< of a sheet: height by width
    [[nodiscard]] QStringList words() const { return m_words; }
    [[nodiscard]] QString spoken() const { return m_words.join(QStringLiteral(". ")); }
    /// What became of save(); empty when what shows was not saved.
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] bool isSaved() const { return m_saving == Saving::Done; }

    /// Writes the page that is previewed, because the person asked for it.
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    void savedChanged();

protected:
    PaperView(Account &account, const Clock &clock, const Preferences &preferences, FileExport &files, QObject *parent);

    /// The page of these records; nullopt when there is none.
    [[nodiscard]] virtual std::optional<VisitPage> makePage(Records &records) = 0;
    /// What can be left out is as at first again.
    virtual void resetChoices() = 0;
    /// Takes a choice, and makes the page anew.
    void choose(bool &choice, bool isOn);
    void makeSoon() { m_refresh.ask(); }

    [[nodiscard]] Account &account() const { return m_account; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }

private:
    void refresh();
    void clear();
    enum class Saving { NotAsked, Done, Failed };
    void setSaving(Saving saving, const QString &path = {});
    [[nodiscard]] QPageSize::PageSizeId paper() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    FileExport &m_files;
    bool m_isShown = false;
    std::optional<VisitPage> m_page;
    QStringList m_pictures;
    QStringList m_words;
    Saving m_saving = Saving::NotAsked;
    QString m_savedPath;
};

} // namespace handrail
