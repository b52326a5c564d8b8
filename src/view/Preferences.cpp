// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/Preferences.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <QSettings>
#include <QStringList>
#include <QStyleHints>
#include <algorithm>

namespace handrail {

namespace {

struct Spoken {
    QString code;
    QString name;
};

const QList<Spoken> &spoken()
{
    static const QList<Spoken> all{{QStringLiteral("en"), QStringLiteral("English")},
                                   {QStringLiteral("es"), QStringLiteral("Español")}};
    return all;
}

bool isSpoken(const QString &code)
{
    return std::any_of(spoken().begin(), spoken().end(), [&code](const Spoken &one) { return one.code == code; });
}

/// A time of day as it can be chosen.
int timeOfDay(int minutes)
{
    constexpr int step = 15;
    constexpr int day = 24 * 60;
    return ((minutes / step * step) % day + day) % day;
}

QString systemLanguage()
{
    const QString language = QLocale::system().name().section(u'_', 0, 0);
    return isSpoken(language) ? language : spoken().first().code;
}

} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_language(systemLanguage())
{
    if (!m_file.isEmpty()) {
        const QSettings settings(m_file, QSettings::IniFormat);
        m_appearance =
            Appearance(std::clamp(settings.value(QStringLiteral("appearance"), int(System)).toInt(), int(System), int(Dark)));
        m_textScale = std::clamp(settings.value(QStringLiteral("textScale"), 1.0).toDouble(), 1.0, 2.0);
        m_lessMotion = settings.value(QStringLiteral("lessMotion"), false).toBool();
        m_goesOn = settings.value(QStringLiteral("goesOn"), true).toBool();
        m_server = settings.value(QStringLiteral("server")).toString();
        m_isDiscreet = settings.value(QStringLiteral("discreet"), true).toBool();
        m_checksDevices = settings.value(QStringLiteral("check-devices"), true).toBool();
        if (const QVariant isLedAloud = settings.value(QStringLiteral("ledAloud")); isLedAloud.isValid())
            m_isLedAloud = isLedAloud.toBool();
        m_lockMinutes = std::clamp(settings.value(QStringLiteral("lockMinutes"), 1).toInt(), 0, 5);
        m_hasReminders = settings.value(QStringLiteral("reminders"), true).toBool();
        m_sessionReminders = std::clamp(settings.value(QStringLiteral("sessionReminders"), 2).toInt(), 0, 2);
        m_hasListReminder = settings.value(QStringLiteral("listReminder"), true).toBool();
        m_hasNewsReminder = settings.value(QStringLiteral("newsReminder"), true).toBool();
        m_listReminderAt = timeOfDay(settings.value(QStringLiteral("listReminderAt"), m_listReminderAt).toInt());
        m_quietFrom = timeOfDay(settings.value(QStringLiteral("quietFrom"), m_quietFrom).toInt());
        m_quietTo = timeOfDay(settings.value(QStringLiteral("quietTo"), m_quietTo).toInt());
        if (const QString language = settings.value(QStringLiteral("language")).toString(); isSpoken(language))
            m_language = language;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Preferences::changed);
#endif
}

void Preferences::keep(const QString &name, const QVariant &value)
{
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).setValue(name, value);
}

template <typename Value>
void Preferences::change(Value &member, Value value, const QString &name)
{
    if (member == value)
        return;
    member = value;
    keep(name, value);
    Q_EMIT changed();
}

void Preferences::setHasReminders(bool hasReminders)
{
    change(m_hasReminders, hasReminders, QStringLiteral("reminders"));
}

void Preferences::setSessionReminders(int count)
{
    change(m_sessionReminders, std::clamp(count, 0, 2), QStringLiteral("sessionReminders"));
}

void Preferences::setHasNewsReminder(bool hasNewsReminder)
{
    change(m_hasNewsReminder, hasNewsReminder, QStringLiteral("newsReminder"));
}

void Preferences::setHasListReminder(bool hasListReminder)
{
    change(m_hasListReminder, hasListReminder, QStringLiteral("listReminder"));
}

void Preferences::setListReminderAt(int minutes)
{
    change(m_listReminderAt, timeOfDay(minutes), QStringLiteral("listReminderAt"));
}

void Preferences::setQuietFrom(int minutes)
{
    change(m_quietFrom, timeOfDay(minutes), QStringLiteral("quietFrom"));
}

void Preferences::setQuietTo(int minutes)
{
    change(m_quietTo, timeOfDay(minutes), QStringLiteral("quietTo"));
}

void Preferences::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    keep(QStringLiteral("appearance"), int(appearance));
    Q_EMIT changed();
}

bool Preferences::isDark() const
{
    if (m_appearance != System)
        return m_appearance == Dark;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Qt 6.4 does not tell the scheme; a dark window in the system's palette means a dark desktop.
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}

void Preferences::setTextScale(double scale)
{
    scale = std::clamp(scale, 1.0, 2.0);
    if (qFuzzyCompare(scale, m_textScale))
        return;
    m_textScale = scale;
    keep(QStringLiteral("textScale"), scale);
    Q_EMIT changed();
}

void Preferences::setLessMotion(bool lessMotion)
{
    if (lessMotion == m_lessMotion)
        return;
    m_lessMotion = lessMotion;
    keep(QStringLiteral("lessMotion"), lessMotion);
    Q_EMIT changed();
}

void Preferences::setGoesOn(bool goesOn)
{
    change(m_goesOn, goesOn, QStringLiteral("goesOn"));
}

void Preferences::setLanguage(const QString &language)
{
    if (language == m_language || !isSpoken(language))
        return;
    m_language = language;
    keep(QStringLiteral("language"), language);
    Q_EMIT languageChanged();
}

QVariantList Preferences::languages()
{
    QVariantList list;
    for (const Spoken &one : spoken())
        list << QVariantMap{{QStringLiteral("code"), one.code}, {QStringLiteral("text"), one.name}};
    return list;
}

QString Preferences::languageName() const
{
    const auto found = std::find_if(spoken().begin(), spoken().end(), [this](const Spoken &one) { return one.code == m_language; });
    return found == spoken().end() ? QString() : found->name;
}

QLocale Preferences::locale() const
{
    return QLocale(m_language + QStringLiteral("_US"));
}

void Preferences::setServer(const QString &server)
{
    if (server == m_server)
        return;
    m_server = server;
    keep(QStringLiteral("server"), server);
    Q_EMIT changed();
}

void Preferences::setLockMinutes(int minutes)
{
    minutes = std::clamp(minutes, 0, 5);
    if (minutes == m_lockMinutes)
        return;
    m_lockMinutes = minutes;
    keep(QStringLiteral("lockMinutes"), minutes);
    Q_EMIT changed();
}

void Preferences::setChecksDevices(bool checksDevices)
{
    change(m_checksDevices, checksDevices, QStringLiteral("check-devices"));
}

void Preferences::setLedAloud(bool isLedAloud)
{
    if (isLedAloud == m_isLedAloud)
        return;
    m_isLedAloud = isLedAloud;
    keep(QStringLiteral("ledAloud"), isLedAloud);
    Q_EMIT changed();
}

void Preferences::setDiscreet(bool isDiscreet)
{
    if (isDiscreet == m_isDiscreet)
        return;
    m_isDiscreet = isDiscreet;
    keep(QStringLiteral("discreet"), isDiscreet);
    Q_EMIT changed();
}

} // namespace handrail
