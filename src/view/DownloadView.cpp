// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/DownloadView.h"

#include "core/Log.h"
#include "report/ReadableFile.h"
#include "view/HeldText.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

constexpr qint64 turnMs = 6; ///< of each turn of the event loop, so that a frame is drawn in time

QString clockTime(int minutes)
{
    return QTime(0, 0).addSecs(60 * minutes).toString(QStringLiteral("HH:mm"));
}

} // namespace

DownloadView::DownloadView(Account &account, const Clock &clock, const Preferences &preferences, FileExport &files, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_files(files)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &DownloadView::writeSome);
    connect(&account, &Account::aboutToLock, this, &DownloadView::stop);
    connect(&account, &Account::left, this, [this] {
        stop();
        m_parts.clear();
        end(NotAsked);
    });
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (m_isShown && m_state != Writing)
            count();
    });
}

void DownloadView::setShown(bool isShown)
{
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    stop();
    m_state = NotAsked;
    m_parts.clear();
    if (isShown)
        count();
    Q_EMIT changed();
}

void DownloadView::count()
{
    m_parts.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    Records *records = m_account.records();
    const Result<Held> here = records ? held(*records) : Held();
    if (!here) {
        const ProblemWords words = handrail::problemText(here.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
    }
    const auto add = [this](const QString &title, int number) {
        if (number > 0)
            m_parts << QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("count"), number}};
    };
    if (here) {
        add(tr("Worksheets, lists and checklists"), here->sheets);
        add(tr("My safety plan"), here->hasSafetyPlan ? 1 : 0);
        add(tr("My people"), here->people);
        add(tr("How sessions were"), here->sessionsTold);
        add(tr("Not sent yet"), here->waiting);
        for (const HeldRecords &one : here->records)
            add(heldName(one.type), one.count);
    }
    Q_EMIT changed();
}

QByteArray DownloadView::beginning() const
{
    const Records &records = *m_account.records();
    const TimeText text(m_preferences.locale());
    const QDateTime now = m_clock.localNow();
    QStringList lines{
        records.name().full, tr("Made on %1, %2.", "a day and a time").arg(text.longDay(now.date()), text.time(now.time())),
        tr("This file is not locked. Whoever opens it can read it. Keep it in a safe place."),
        // 42 CFR 2.32, in its own words: it is said in English, whatever the language.
        QStringLiteral("42 CFR part 2 prohibits unauthorized use or disclosure of these records."),
        tr("It holds all that Handrail keeps about you on this device. Your clinic may keep more. Ask your clinic for that."),
        tr("Not in it: your PIN and what keeps you signed in. Nor the texts of lessons and skills: they are about nobody."),
        tr("Names of entries and codes are as health records have them, in English.")};
    lines.removeAll(QString());
    QByteArray html = readableStart(tr("All that Handrail holds about me"), m_preferences.language(), lines);
    html += readablePart(tr("This app"));
    const QJsonObject app{{QStringLiteral("clinic"), records.identity().server.toString()},
                          {QStringLiteral("patient"), records.identity().patientId},
                          {QStringLiteral("language"), m_preferences.language()},
                          {QStringLiteral("textSize"), m_preferences.textScale()},
                          {QStringLiteral("lessMotion"), m_preferences.lessMotion()},
                          {QStringLiteral("discreetCalendar"), m_preferences.isDiscreet()},
                          {QStringLiteral("reminders"), m_preferences.hasReminders()},
                          {QStringLiteral("remindersBeforeASession"), m_preferences.sessionReminders()},
                          {QStringLiteral("dailyList"), m_preferences.hasListReminder()},
                          {QStringLiteral("dailyListAt"), clockTime(m_preferences.listReminderAt())},
                          {QStringLiteral("news"), m_preferences.hasNewsReminder()},
                          {QStringLiteral("quietFrom"), clockTime(m_preferences.quietFrom())},
                          {QStringLiteral("quietTo"), clockTime(m_preferences.quietTo())},
                          {QStringLiteral("locksAfterMinutes"), m_preferences.lockMinutes()},
                          {QStringLiteral("pinIsSet"), m_account.hasPin()}};
    return html + readableThing(tr("Settings"), {}, QJsonDocument(app).toJson(QJsonDocument::Compact));
}

void DownloadView::save()
{
    Records *records = m_account.records();
    if (!records || m_state == Writing)
        return;
    const QDate today = m_clock.today();
    m_pieces.emplace(*records);
    Result<void> begun = m_pieces->begin();
    if (begun) {
        // A name that tells nobody what is in it.
        Result<std::unique_ptr<ExportedFile>> file = m_files.begin(QStringLiteral("page-%1.html").arg(today.toString(Qt::ISODate)));
        if (file) {
            m_file = std::move(*file);
            begun = m_file->write(beginning());
        } else {
            begun = tl::make_unexpected(file.error());
        }
    }
    if (!begun) {
        fail(begun.error());
        return;
    }
    m_part.reset();
    m_type.clear();
    m_percent = 0;
    m_state = Writing;
    m_timer.start();
    Q_EMIT progressChanged();
    Q_EMIT changed();
}

Result<void> DownloadView::writePiece(const HeldPiece &piece)
{
    using Kind = HeldPiece::Kind;
    QByteArray html;
    if (m_part != piece.kind || (piece.kind == Kind::Record && m_type != piece.name)) {
        m_part = piece.kind;
        m_type = piece.name;
        html = readablePart(piece.kind == Kind::Own            ? tr("Made on this device")
                                : piece.kind == Kind::Outgoing ? tr("Sent, or waiting to be sent")
                                                               : heldName(piece.name));
    }
    const QString title = piece.kind == Kind::Own ? ownName(piece.name) : heldName(piece.name);
    html += readableThing(title, piece.kind == Kind::Outgoing ? sentStateText(piece.state) : QString(), piece.content);
    return m_file->write(html);
}

void DownloadView::writeSome()
{
    QElapsedTimer turn;
    turn.start();
    while (turn.elapsed() < turnMs) {
        const Result<std::optional<HeldPiece>> piece = m_pieces->next();
        if (!piece) {
            fail(piece.error());
            return;
        }
        if (!*piece) {
            Result<void> written = m_file->write(QByteArray(readableParagraph(lastWord()) + readableEnd()));
            Result<QString> path = written ? m_file->finish() : Result<QString>(tl::make_unexpected(written.error()));
            if (!path) {
                fail(path.error());
                return;
            }
            m_savedPath = *path;
            end(Saved);
            return;
        }
        if (const Result<void> written = writePiece(**piece); !written) {
            fail(written.error());
            return;
        }
    }
    const int percent = m_pieces->total() > 0 ? int(100 * m_pieces->done() / m_pieces->total()) : 100;
    if (std::exchange(m_percent, percent) != percent)
        Q_EMIT progressChanged();
}

QString DownloadView::lastWord() const
{
    QStringList words;
    if (m_pieces->damaged() > 0)
        words << tr("Some things on this device could not be read, and are not in this file.");
    if (const Records *records = m_account.records(); records && records->storesPutAside() > 0)
        words << tr("Something from earlier is put aside on this device. Its key is out of reach, so it is not in this file.");
    if (!m_account.asidePins().isEmpty())
        words << tr("What is behind the PIN that you had before is not in this file. You and privacy has a way to bring it back.");
    return words.isEmpty() ? tr("This is the end of the file.") : words.join(u' ');
}

void DownloadView::fail(const Problem &problem)
{
    qCWarning(logApp) << "writing all that is here:" << problem;
    end(Failed);
}

void DownloadView::stop()
{
    if (m_state == Writing)
        end(NotAsked);
}

void DownloadView::end(State state)
{
    m_timer.stop();
    m_file.reset(); // what is not finished goes
    m_pieces.reset();
    m_state = state;
    Q_EMIT changed();
}

QString DownloadView::savedText() const
{
    switch (m_state) {
    case NotAsked:
    case Writing: return {};
    case Saved: return tr("Saved as %1. Whoever opens your files can read it.").arg(m_savedPath);
    case Failed: return tr("It was not saved. Is there room in your Downloads folder? You can try again.");
    }
    return {};
}

} // namespace handrail
