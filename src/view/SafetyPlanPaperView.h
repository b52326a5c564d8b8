// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "ports/FileExport.h"
#include "report/VisitPage.h"
#include "view/CrisisView.h"
#include "view/MyPeopleView.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SafetyPlanView.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The safety plan as a page: all that is on it, as a picture and as words, before anything is written; then a file of the person's own. Made on
/// this device. Without the switches being touched the name is not on it.
class SafetyPlanPaperView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(bool hasName READ hasName WRITE setHasName NOTIFY changed)
    Q_PROPERTY(bool hasNumbers READ hasNumbers WRITE setHasNumbers NOTIFY changed)
    Q_PROPERTY(QString picture READ picture NOTIFY changed)
    Q_PROPERTY(double shape READ shape NOTIFY changed)
    Q_PROPERTY(QStringList words READ words NOTIFY changed)
    Q_PROPERTY(QString spoken READ spoken NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged)

public:
    SafetyPlanPaperView(Account &account, const Clock &clock, const Preferences &preferences, SafetyPlanView &plan,
                        MyPeopleView &people, CrisisView &crisis, FileExport &files, QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] bool hasName() const { return m_hasName; }
    void setHasName(bool isOn) { set(m_hasName, isOn); }
    [[nodiscard]] bool hasNumbers() const { return m_hasNumbers; } ///< of the person's own people
    void setHasNumbers(bool isOn) { set(m_hasNumbers, isOn); }
    /// The page as an image that holds its own bytes (a data: address); empty while there is none.
    [[nodiscard]] QString picture() const { return m_picture; }
    [[nodiscard]] double shape() const; ///< of the paper: height by width
    [[nodiscard]] QStringList words() const { return m_words; }
    [[nodiscard]] QString spoken() const { return m_words.join(QStringLiteral(". ")); }
    /// What became of save(); empty when what shows was not saved.
    [[nodiscard]] QString savedText() const;

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
    [[nodiscard]] QStringList linesOf(PlanPart part) const;
    [[nodiscard]] QPageSize::PageSizeId paper() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    SafetyPlanView &m_plan;
    MyPeopleView &m_people;
    CrisisView &m_crisis;
    FileExport &m_files;
    bool m_isShown = false;
    bool m_hasName = false;
    bool m_hasNumbers = true;
    std::optional<VisitPage> m_page;
    QString m_picture;
    QStringList m_words;
    Saving m_saving = Saving::NotAsked;
    QString m_savedPath;
};

} // namespace handrail
