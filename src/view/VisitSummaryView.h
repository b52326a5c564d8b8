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

namespace handrail {

class ProgressView;

/// The page for a visit: what is on it, as a picture and as words, before anything is written; then a file of the person's own. Its range
/// is the one that Progress shows. Without the switches being touched neither the name nor the person's own marks are on it.
class VisitSummaryView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(bool hasName READ hasName WRITE setHasName NOTIFY changed)
    Q_PROPERTY(bool hasTrend READ hasTrend WRITE setHasTrend NOTIFY changed)
    Q_PROPERTY(bool hasSleep READ hasSleep WRITE setHasSleep NOTIFY changed)
    Q_PROPERTY(bool hasChecks READ hasChecks WRITE setHasChecks NOTIFY changed)
    Q_PROPERTY(bool hasSessions READ hasSessions WRITE setHasSessions NOTIFY changed)
    Q_PROPERTY(bool hasMarks READ hasMarks WRITE setHasMarks NOTIFY changed)
    Q_PROPERTY(QString picture READ picture NOTIFY changed)
    Q_PROPERTY(double shape READ shape NOTIFY changed)
    Q_PROPERTY(QStringList words READ words NOTIFY changed)
    Q_PROPERTY(QString spoken READ spoken NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY savedChanged)

public:
    VisitSummaryView(Account &account, const Clock &clock, const Preferences &preferences, const ProgressView &progress,
                     FileExport &files, QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] bool hasName() const { return m_hasName; }
    void setHasName(bool isOn) { set(m_hasName, isOn); }
    [[nodiscard]] bool hasTrend() const { return m_hasTrend; }
    void setHasTrend(bool isOn) { set(m_hasTrend, isOn); }
    [[nodiscard]] bool hasSleep() const { return m_hasSleep; }
    void setHasSleep(bool isOn) { set(m_hasSleep, isOn); }
    [[nodiscard]] bool hasChecks() const { return m_hasChecks; }
    void setHasChecks(bool isOn) { set(m_hasChecks, isOn); }
    [[nodiscard]] bool hasSessions() const { return m_hasSessions; }
    void setHasSessions(bool isOn) { set(m_hasSessions, isOn); }
    [[nodiscard]] bool hasMarks() const { return m_hasMarks; }
    void setHasMarks(bool isOn) { set(m_hasMarks, isOn); }
    /// The page as an image that holds its own bytes (a data: address); empty while there is none.
    [[nodiscard]] QString picture() const { return m_picture; }
    [[nodiscard]] double shape() const; ///< of the paper: height by width
    [[nodiscard]] QStringList words() const { return m_words; }
    [[nodiscard]] QString spoken() const { return m_words.join(QStringLiteral(". ")); }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }
    /// What became of save(); empty when what shows was not saved.
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] bool isSaved() const { return m_saving == Saving::Done; }

    /// Writes the page that is previewed, because the person asked for it.
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    void savedChanged();

private:
    void set(bool &choice, bool isOn);
    void refresh();
    void clear();
    enum class Saving { NotAsked, Done, Failed };
    void setSaving(Saving saving, const QString &path = {});
    [[nodiscard]] VisitPage::Section trendSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section sleepSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] static VisitPage::Section checkSection(const class ProgressText &text, const struct HowOften &check);
    [[nodiscard]] VisitPage::Section sessionSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] VisitPage::Section markSection(const class ProgressText &text, const struct Progress &progress) const;
    [[nodiscard]] QPageSize::PageSizeId paper() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    const ProgressView &m_progress;
    FileExport &m_files;
    bool m_isShown = false;
    bool m_hasName = false;
    bool m_hasTrend = true;
    bool m_hasSleep = true;
    bool m_hasChecks = true;
    bool m_hasSessions = true;
    bool m_hasMarks = false;
    std::optional<VisitPage> m_page;
    QString m_picture;
    QStringList m_words;
    QString m_problemTitle;
    QString m_problemText;
    Saving m_saving = Saving::NotAsked;
    QString m_savedPath;
};

} // namespace handrail
