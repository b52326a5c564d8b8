// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/PaperView.h"

#include "core/Log.h"

#include <QBuffer>

namespace handrail {

namespace {

constexpr int pictureWidth = 1000; // pixels: sharp on a phone with its page as wide as the screen

} // namespace

PaperView::PaperView(Account &account, const Clock &clock, const Preferences &preferences, FileExport &files, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_files(files)
{
    connect(&account, &Account::left, this, &PaperView::clear);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &PaperView::savedChanged);
}

void PaperView::setShown(bool isShown)
{
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    if (isShown)
        refresh();
    else
        clear();
}

void PaperView::choose(bool &choice, bool isOn)
{
    if (choice == isOn)
        return;
    choice = isOn;
    setSaving(Saving::NotAsked); // what was saved is not what shows now
    refresh();
}

void PaperView::clear()
{
    m_page.reset();
    m_pictures.clear();
    m_words.clear();
    resetChoices();
    setSaving(Saving::NotAsked);
    Q_EMIT changed();
}

QPageSize::PageSizeId PaperView::paper() const
{
    return m_preferences.locale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4;
}

double PaperView::shape() const
{
    const QSizeF size = QPageSize::size(paper(), QPageSize::Point);
    return size.height() / size.width();
}

void PaperView::refresh()
{
    Records *records = m_isShown ? m_account.records() : nullptr;
    if (!records)
        return;
    m_pictures.clear();
    m_words.clear();
    m_page = makePage(*records);
    if (m_page) {
        for (const QString &words : visitPageWords(*m_page, paper()))
            m_words << words.split(QChar::LineSeparator);
        for (const QImage &sheet : visitPageImages(*m_page, paper(), pictureWidth)) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            if (buffer.open(QIODevice::WriteOnly) && sheet.save(&buffer, "PNG"))
                m_pictures << QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
        }
    }
    Q_EMIT changed();
}

void PaperView::save()
{
    if (!m_page || !m_account.records())
        return;
    const QByteArray pdf = visitPagePdf(*m_page, paper());
    const QDate today = m_clock.today();
    // A name that tells nobody what is in it.
    const QString name = QStringLiteral("page-%1.pdf").arg(today.toString(Qt::ISODate));
    const Result<QString> saved =
        pdf.isEmpty() ? problem(ProblemKind::StoreFull, QStringLiteral("no PDF was made")) : m_files.save(name, pdf);
    if (!saved)
        qCWarning(logApp) << "saving a page:" << saved.error();
    setSaving(saved ? Saving::Done : Saving::Failed, saved.value_or(QString()));
}

QString PaperView::savedText() const
{
    switch (m_saving) {
    case Saving::NotAsked: return {};
    case Saving::Done: return tr("Saved as %1. Whoever opens your files can read it.").arg(m_savedPath);
    case Saving::Failed: return tr("It was not saved. Is there room in your Downloads folder? You can try again.");
    }
    return {};
}

void PaperView::setSaving(Saving saving, const QString &path)
{
    m_saving = saving;
    m_savedPath = path;
    Q_EMIT savedChanged();
}

} // namespace handrail
