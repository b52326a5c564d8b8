// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Community.h"
#include "content/ContentLibrary.h"
#include "core/Clock.h"
#include "view/CrisisView.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// Help outside the clinic: the list by kind and by what is typed, and one place of it. Works without a sign-in, with what comes with the app.
/// Texts are read while a page shows, and nothing of what is searched is kept.
class CommunityView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(bool isAsked READ isAsked NOTIFY changed)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(int foundCount READ foundCount NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(QString nearest READ nearest NOTIFY changed)
    Q_PROPERTY(bool isHelpDue READ isHelpDue NOTIFY changed)
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)
    Q_PROPERTY(QString noteText READ noteText NOTIFY noteChanged)

public:
    /// Calls go the way of `crisis`: on a device without a phone the number is shown large.
    CommunityView(const Clock &clock, const Preferences &preferences, CrisisView &crisis, QObject *parent = nullptr);

    /// The texts from now on; ours alone until then.
    void setTexts(const LibraryIn &texts);

    /// A list of {kind, text, isChosen}: those that there is something of.
    [[nodiscard]] QVariantList kinds() const { return m_kinds; }
    [[nodiscard]] QString kind() const { return m_kind ? nameOf(*m_kind) : QString(); } ///< as PlaceKind is named; empty: all
    void setKind(const QString &kind);
    [[nodiscard]] QString query() const { return m_query; }
    /// Each change is one pass over all that there is.
    void setQuery(const QString &query);
    [[nodiscard]] bool isAsked() const { return m_kind || !m_query.trimmed().isEmpty(); }
    /// The first of what was found: {id, title, note, checkedText, isOld, iconName, tone, call, spoken}.
    [[nodiscard]] QVariantList rows() const { return m_rows; }
    [[nodiscard]] int foundCount() const { return int(m_found.size()); }
    [[nodiscard]] QString countText() const; ///< "4 places"
    [[nodiscard]] QString nearest() const;   ///< what may have been meant when nothing was found
    [[nodiscard]] bool isHelpDue() const;    ///< by their words somebody may be in danger: Help now stands above it then
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString noteText() const { return m_noteText; } ///< what became of the last press; gone with the page

    /// A page shows; `kind` as above, or empty for what was chosen before. Each page says both.
    Q_INVOKABLE void come(const QString &kind);
    Q_INVOKABLE void go();
    Q_INVOKABLE void more(); ///< rows
    /// What was searched for: once no page of it is left open.
    void forget();
    /// {title, use, more, facts, checkedText, isOld, call, callText, hasWebsite, sources, reviewText, languageNote}; empty when there is no such
    /// place. `facts`: a list of {iconName, label, text}.
    Q_INVOKABLE [[nodiscard]] QVariantMap place(const QString &id) const;
    Q_INVOKABLE void call(const QString &id);
    Q_INVOKABLE void callNationwide(); ///< 211, whatever the list has
    Q_INVOKABLE void openWebsite(const QString &id);
    Q_INVOKABLE void copy(const QString &id); ///< name, number, address and website, to paste elsewhere
    /// What the person may say to the care team, to be changed before it is sent: "I would like help with ..."
    Q_INVOKABLE [[nodiscard]] QString askText(const QString &id) const;
    /// Any words, to paste elsewhere.
    Q_INVOKABLE void copyWords(const QString &words);

Q_SIGNALS:
    void changed();
    void noteChanged();

private:
    void refresh();
    void read();
    void look();
    void say(const QString &note);
    [[nodiscard]] QVariantMap rowOf(const Place &place) const;
    [[nodiscard]] QString checkedText(const Place &place) const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] const Place *placeOf(const QString &id) const;

    const Clock &m_clock;
    const Preferences &m_preferences;
    CrisisView &m_crisis;
    LibraryIn m_texts = builtInLibrary;
    int m_pages = 0; ///< that show
    std::optional<CommunityDirectory> m_directory;
    std::optional<PlaceKind> m_kind;
    QString m_query;
    QString m_cameFor; ///< the kind that the list was opened with
    qsizetype m_most = 0;
    QList<int> m_found;
    QVariantList m_kinds;
    QVariantList m_rows;
    QString m_noteText;
};

} // namespace handrail
