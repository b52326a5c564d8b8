// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Learning.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>

namespace handrail {

class MinuteTimer;
class TimeText;

/// The modules, what the clinic asked for, and one module with its lessons. What somebody did is read when a page asks for it, the texts
/// once, ahead or then; all of it is on the device. A relative has the family's modules alone, and so has whoever is not signed in.
class LearnView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantList cards READ cards NOTIFY changed)
    Q_PROPERTY(QVariantList alsoAsked READ alsoAsked NOTIFY changed)
    Q_PROPERTY(QVariantList modules READ modules NOTIFY changed)
    Q_PROPERTY(QVariantList family READ family NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QString firstModule READ firstModule NOTIFY changed)
    Q_PROPERTY(QString familyModule READ familyModule NOTIFY changed)
    Q_PROPERTY(QString moduleId READ moduleId NOTIFY changed)
    Q_PROPERTY(bool hasModule READ hasModule NOTIFY changed)
    Q_PROPERTY(QString moduleTitle READ moduleTitle NOTIFY changed)
    Q_PROPERTY(QString moduleText READ moduleText NOTIFY changed)
    Q_PROPERTY(QString moduleNote READ moduleNote NOTIFY changed)
    Q_PROPERTY(QVariantList lessons READ lessons NOTIFY changed)
    Q_PROPERTY(QString quizNote READ quizNote NOTIFY changed)
    Q_PROPERTY(QStringList sources READ sources NOTIFY changed)
    Q_PROPERTY(QString reviewText READ reviewText NOTIFY changed)

public:
    LearnView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent = nullptr);

    /// None or one of {what, id, label, from, title, note, spoken, fraction, progress, action}: what is to be done first, or a lesson that was
    /// left in the middle. `what` is "lesson", "skill" or "" (nothing to open).
    [[nodiscard]] QVariantList cards() const { return m_cards; }
    /// The rest of what is asked for: {what, id, title, note}.
    [[nodiscard]] QVariantList alsoAsked() const { return m_alsoAsked; }
    /// Lists of {id, title, note, spoken, ring, fraction, isDone}.
    [[nodiscard]] QVariantList modules() const { return m_modules; }
    [[nodiscard]] QVariantList family() const { return m_family; }      ///< for a patient who wants to look; empty for a relative
    [[nodiscard]] QString problemText() const { return m_problemText; } ///< that places are gone, or cannot be read now
    [[nodiscard]] QString firstModule() const;
    [[nodiscard]] QString familyModule() const; ///< the first one for families, for whoever it may be; empty: there is none

    [[nodiscard]] QString moduleId() const { return m_moduleId; }
    [[nodiscard]] bool hasModule() const { return m_module.has_value(); } ///< false: there is no such module
    [[nodiscard]] QString moduleTitle() const { return m_module ? m_module->title : QString(); }
    [[nodiscard]] QString moduleText() const;
    [[nodiscard]] QString moduleNote() const;                        ///< that it is in English; else empty
    [[nodiscard]] QVariantList lessons() const { return m_lessons; } ///< as modules()
    [[nodiscard]] QString quizNote() const { return m_quizNote; }    ///< empty: there is no quiz
    [[nodiscard]] QStringList sources() const;
    [[nodiscard]] QString reviewText() const;

    /// A page that shows it comes or goes; while there is none nothing is made anew.
    Q_INVOKABLE void come();
    Q_INVOKABLE void go();
    Q_INVOKABLE void openModule(const QString &id);
    /// Reads what modules and lessons there are, so that the first page does not wait for it. Nothing when nobody is signed in.
    void prepare() const;
    void refresh();

    // For the page of one lesson.
    [[nodiscard]] const ContentLibrary &library() const;
    /// The texts from now on; ours alone until then.
    void setTexts(LibraryIn texts);
    /// The family's modules are all that there is: for a relative, and where nobody is signed in.
    [[nodiscard]] bool isFamilyAlone() const;
    /// Whether this person may open it.
    [[nodiscard]] bool mayOpen(const QString &module) const;
    [[nodiscard]] QString minutesText(int minutes) const; ///< "About 3 minutes"
    /// That this text is not there in the language of the app; empty when it is.
    [[nodiscard]] QString languageNote(const QString &language) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QVariantMap moduleRow(const Module &module, const LearningPlaces &places) const;
    [[nodiscard]] QVariantMap lessonRow(const Lesson &lesson, const LearningPlaces &places) const;
    [[nodiscard]] QVariantMap askedCard(const AssignedLearning &asked, const LearningPlaces &places, const TimeText &text,
                                        const QDate &today) const;
    [[nodiscard]] QVariantMap unfinishedCard(const LearningPlaces &places) const;
    [[nodiscard]] QString whenText(const AssignedLearning &asked, const TimeText &text, const QDate &today) const;
    void putStep(QVariantMap &card, const Lesson &lesson, const LearningPlaces &places) const;
    void refreshModule(const LearningPlaces &places);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LibraryIn m_texts = builtInLibrary;
    mutable std::unique_ptr<ContentLibrary> m_library;
    int m_pages = 0;
    QString m_problemText;
    QVariantList m_cards;
    QVariantList m_alsoAsked;
    QVariantList m_modules;
    QVariantList m_family;
    QString m_moduleId;
    std::optional<ModuleText> m_module;
    QVariantList m_lessons;
    QString m_quizNote;
};

} // namespace handrail
