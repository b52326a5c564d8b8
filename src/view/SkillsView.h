// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/SkillSearch.h"
#include "content/ContentLibrary.h"
#include "view/OncePerTurn.h"
#include "view/SkillView.h"

#include <QObject>
#include <QSet>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// The library of skills: by need, the favourites, all, the hidden ones, and what a search finds among skills, lessons and worksheets.
/// Choices are read while a page shows. The texts are read once, ahead or with the first page; with the lock all of it goes.
///
/// A row is {id, title, note, iconName, need, minutesText}. Whether it is a favourite is not in it: a list stays as it is when a star changes.
class SkillsView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(handrail::SkillView *current READ current CONSTANT)
    Q_PROPERTY(bool isRead READ isRead NOTIFY changed)
    Q_PROPERTY(QVariantList needs READ needs NOTIFY changed)
    Q_PROPERTY(QStringList favouriteIds READ favouriteIds NOTIFY changed)
    Q_PROPERTY(QVariantList favourites READ favourites NOTIFY changed)
    Q_PROPERTY(QVariantList suggested READ suggested NOTIFY changed)
    Q_PROPERTY(QVariantList all READ all NOTIFY changed)
    Q_PROPERTY(QVariantList hidden READ hidden NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY found)
    Q_PROPERTY(bool isAsked READ isAsked NOTIFY found)
    Q_PROPERTY(QVariantList foundSkills READ foundSkills NOTIFY found)
    Q_PROPERTY(QVariantList foundLessons READ foundLessons NOTIFY found)
    Q_PROPERTY(QVariantList foundWorksheets READ foundWorksheets NOTIFY found)
    Q_PROPERTY(int foundCount READ foundCount NOTIFY found)
    Q_PROPERTY(QString nearest READ nearest NOTIFY found)
    Q_PROPERTY(bool isHelpDue READ isHelpDue NOTIFY found)
    Q_PROPERTY(bool isWithdrawalDue READ isWithdrawalDue NOTIFY found)

public:
    SkillsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// The one skill that can be open.
    [[nodiscard]] SkillView *current() { return &m_current; }
    /// The texts from now on, also of current(); ours alone until then.
    void setTexts(const LibraryIn &texts);
    /// Somebody is signed in and a page shows, so that the lists are what there is.
    [[nodiscard]] bool isRead() const { return m_isRead; }
    /// A list of {need, text, iconName, best, bestTitle, others}, in the order of Need; hidden skills are not counted. `best`: the skill to start
    /// with, empty when all are hidden; `others`: how many more there are.
    [[nodiscard]] QVariantList needs() const;
    [[nodiscard]] QStringList favouriteIds() const { return m_choices.favourites; }
    [[nodiscard]] QVariantList favourites() const { return m_favourites; } ///< rows, in the order in which they were chosen
    [[nodiscard]] QVariantList suggested() const;                          ///< three rows for now, `note` says why
    [[nodiscard]] QVariantList all() const { return m_all; }               ///< rows by title, without the hidden ones
    [[nodiscard]] QVariantList hidden() const { return m_hidden; }         ///< rows by title
    /// Why the last choice could not be kept, or that those before cannot be read.
    [[nodiscard]] QString problemText() const { return m_problemText.isEmpty() ? m_choicesProblem : m_problemText; }
    /// Rows for this need, those that it is most for first; what did not help twice comes last.
    Q_INVOKABLE [[nodiscard]] QVariantList rowsFor(const QString &need) const;
    Q_INVOKABLE [[nodiscard]] static QString textOf(const QString &need);
    /// There is such a skill, whoever's: the clinic may have withdrawn it. For pages outside the library that lead to one.
    Q_INVOKABLE [[nodiscard]] bool isThere(const QString &id) const;

    /// What is searched for. Each change is one pass over all that there is.
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] bool isAsked() const { return !m_query.trimmed().isEmpty(); }
    [[nodiscard]] QVariantList foundSkills() const { return m_foundSkills; }   ///< rows
    [[nodiscard]] QVariantList foundLessons() const { return m_foundLessons; } ///< rows; `id` is the lesson's
    [[nodiscard]] QVariantList foundWorksheets() const { return m_foundWorksheets; }
    [[nodiscard]] int foundCount() const { return int(m_foundSkills.size() + m_foundLessons.size() + m_foundWorksheets.size()); }
    [[nodiscard]] QString nearest() const { return m_nearest; } ///< what may have been meant when nothing was found

    /// Reads the texts, so that the first page of skills does not wait for them. Nothing when they were read, or nobody is signed in.
    void prepare();
    /// Who searches for this may be in danger: by their words, or by what these find. Help now stands above it then.
    [[nodiscard]] bool isHelpDue() const { return m_isHelpDue; }
    /// They search for signs of withdrawal: which of them need a doctor stands above it then.
    [[nodiscard]] bool isWithdrawalDue() const { return saysWithdrawal(m_query); }

    Q_INVOKABLE void setFavourite(const QString &id, bool isFavourite);
    Q_INVOKABLE void setHidden(const QString &id, bool isHidden);
    /// Reads what is searched, so that the first letter does not wait for it. Nothing when it was done, or no page of skills shows.
    Q_INVOKABLE void prepareSearch();
    /// A page of skills shows, or is gone; each page says both.
    Q_INVOKABLE void setShown(bool isShown);

Q_SIGNALS:
    void changed();
    void found();
    void problemChanged();

private:
    void refresh();
    void clear();
    void forgetTexts();
    void forgetSearch();
    void look();
    bool settle(const Result<void> &kept);
    void takeChoices(const Result<SkillChoices> &choices);
    [[nodiscard]] const Skill *skill(const QString &id) const;
    /// Those that are for it and not hidden, as they are offered.
    [[nodiscard]] QList<const Skill *> suited(Need need) const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LibraryIn m_texts = builtInLibrary;
    SkillView m_current;
    int m_pages = 0; ///< that show
    bool m_isRead = false;
    QList<Skill> m_skills;
    SkillChoices m_choices;
    QSet<QString> m_unhelpful;
    mutable std::optional<QVariantList> m_needs; ///< made when they are asked for
    mutable std::optional<QVariantList> m_suggested;
    QVariantList m_favourites;
    QVariantList m_all;
    QVariantList m_hidden;
    QString m_problemText;
    QString m_choicesProblem;
    QString m_query;
    std::optional<SkillSearch> m_search; ///< made once the page of it is there
    QList<QVariantMap> m_rows;           ///< of its entries, the skills first
    QVariantList m_foundSkills;
    QVariantList m_foundLessons;
    QVariantList m_foundWorksheets;
    QString m_nearest;
    bool m_isHelpDue = false;
};

} // namespace handrail
