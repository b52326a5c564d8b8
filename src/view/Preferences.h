// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace handrail {

/// How the app looks and speaks on this device. Nothing personal; kept in plain settings, so that it also holds when signed out.
class Preferences final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Appearance appearance READ appearance WRITE setAppearance NOTIFY changed)
    Q_PROPERTY(bool isDark READ isDark NOTIFY changed)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(bool lessMotion READ lessMotion WRITE setLessMotion NOTIFY changed)
    Q_PROPERTY(bool goesOn READ goesOn WRITE setGoesOn NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QVariantList languages READ languages CONSTANT)
    Q_PROPERTY(QString languageName READ languageName NOTIFY languageChanged)
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY changed)
    Q_PROPERTY(bool isDiscreet READ isDiscreet WRITE setDiscreet NOTIFY changed)
    Q_PROPERTY(bool hasReminders READ hasReminders WRITE setHasReminders NOTIFY changed)
    Q_PROPERTY(int sessionReminders READ sessionReminders WRITE setSessionReminders NOTIFY changed)
    Q_PROPERTY(bool hasListReminder READ hasListReminder WRITE setHasListReminder NOTIFY changed)
    Q_PROPERTY(bool hasNewsReminder READ hasNewsReminder WRITE setHasNewsReminder NOTIFY changed)
    Q_PROPERTY(int listReminderAt READ listReminderAt WRITE setListReminderAt NOTIFY changed)
    Q_PROPERTY(int quietFrom READ quietFrom WRITE setQuietFrom NOTIFY changed)
    Q_PROPERTY(int quietTo READ quietTo WRITE setQuietTo NOTIFY changed)
    Q_PROPERTY(bool checksDevices READ checksDevices WRITE setChecksDevices NOTIFY changed)
    Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed)

public:
    enum Appearance { System, Light, Dark };
    Q_ENUM(Appearance)

    /// `file` is the settings file; empty keeps the preferences in memory.
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale); ///< kept within 1 to 2
    [[nodiscard]] bool lessMotion() const { return m_lessMotion; }
    void setLessMotion(bool lessMotion);
    [[nodiscard]] bool goesOn() const
    {
        return m_goesOn;
    } ///< in a form the next question comes by itself after an answer of one tap
    void setGoesOn(bool goesOn);
    [[nodiscard]] QString language() const { return m_language; } ///< "en", "es"
    void setLanguage(const QString &language);
    /// A list of {code, text}: the languages of the app, each by its own name.
    [[nodiscard]] static QVariantList languages();
    [[nodiscard]] QString languageName() const;
    /// How dates and numbers are written: in the language, as in the United States.
    [[nodiscard]] QLocale locale() const;
    [[nodiscard]] QString server() const { return m_server; } ///< the FHIR base last signed in at; empty before the first time
    void setServer(const QString &server);
    [[nodiscard]] bool isDiscreet() const { return m_isDiscreet; } ///< calendar entries say "Appointment" alone
    void setDiscreet(bool isDiscreet);
    [[nodiscard]] bool checksDevices() const { return m_checksDevices; } ///< microphone and camera, before a video session
    void setChecksDevices(bool checksDevices);
    /// Whether timed skills are led aloud; nothing until the person has chosen.
    [[nodiscard]] std::optional<bool> isLedAloud() const { return m_isLedAloud; }
    void setLedAloud(bool isLedAloud);
    [[nodiscard]] int lockMinutes() const { return m_lockMinutes; } ///< with a PIN: locked so long after the app was left; 0 to 5
    void setLockMinutes(int minutes);

    // Reminders: whether, how many for a session (0 to 2), and times of day in minutes after midnight, in steps of a quarter of an hour.
    [[nodiscard]] bool hasReminders() const { return m_hasReminders; }
    void setHasReminders(bool hasReminders);
    [[nodiscard]] int sessionReminders() const { return m_sessionReminders; }
    void setSessionReminders(int count);
    [[nodiscard]] bool hasListReminder() const { return m_hasListReminder; } ///< for the check-in and forms
    void setHasListReminder(bool hasListReminder);
    [[nodiscard]] bool hasNewsReminder() const { return m_hasNewsReminder; } ///< for messages, answers, and times that change
    void setHasNewsReminder(bool hasNewsReminder);
    [[nodiscard]] int listReminderAt() const { return m_listReminderAt; }
    void setListReminderAt(int minutes);
    [[nodiscard]] int quietFrom() const { return m_quietFrom; }
    void setQuietFrom(int minutes);
    [[nodiscard]] int quietTo() const { return m_quietTo; } ///< the same as quietFrom: never quiet
    void setQuietTo(int minutes);

Q_SIGNALS:
    void changed();
    void languageChanged();

private:
    void keep(const QString &name, const QVariant &value);
    template <typename Value>
    void change(Value &member, Value value, const QString &name);

    QString m_file;
    Appearance m_appearance = System;
    double m_textScale = 1;
    bool m_lessMotion = false;
    bool m_goesOn = true;
    QString m_language;
    QString m_server;
    bool m_isDiscreet = true;
    bool m_checksDevices = true;
    std::optional<bool> m_isLedAloud;
    int m_lockMinutes = 1;
    bool m_hasReminders = true;
    int m_sessionReminders = 2;
    bool m_hasListReminder = true;
    bool m_hasNewsReminder = true;
    int m_listReminderAt = 19 * 60;
    int m_quietFrom = 21 * 60;
    int m_quietTo = 8 * 60;
};

} // namespace handrail
