// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SafetyPlanPaperView.h"

#include "core/Log.h"
#include "view/PlanText.h"

#include <QBuffer>

namespace handrail {

namespace {

constexpr int pictureWidth = 1000; // pixels: sharp on a phone with its page as wide as the screen

} // namespace

SafetyPlanPaperView::SafetyPlanPaperView(Account &account, const Clock &clock, const Preferences &preferences, SafetyPlanView &plan,
                                         MyPeopleView &people, CrisisView &crisis, FileExport &files, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_plan(plan)
    , m_people(people)
    , m_crisis(crisis)
    , m_files(files)
{
    connect(&account, &Account::left, this, &SafetyPlanPaperView::clear);
    connect(&plan, &SafetyPlanView::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &SafetyPlanPaperView::savedChanged);
}

void SafetyPlanPaperView::setShown(bool isShown)
{
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    if (isShown)
        refresh();
    else
        clear();
}

void SafetyPlanPaperView::set(bool &choice, bool isOn)
{
    if (choice == isOn)
        return;
    choice = isOn;
    setSaving(Saving::NotAsked); // what was saved is not what shows now
    refresh();
}

void SafetyPlanPaperView::clear()
{
    m_page.reset();
    m_picture.clear();
    m_words.clear();
    m_hasName = false;
    m_hasNumbers = true;
    setSaving(Saving::NotAsked);
    Q_EMIT changed();
}

QPageSize::PageSizeId SafetyPlanPaperView::paper() const
{
    return m_preferences.locale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4;
}

double SafetyPlanPaperView::shape() const
{
    const QSizeF size = QPageSize::size(paper(), QPageSize::Point);
    return size.height() / size.width();
}

QStringList SafetyPlanPaperView::linesOf(PlanPart part) const
{
    QStringList lines;
    if (part == PlanPart::Coping)
        lines = m_plan.skillTitles();
    for (const OwnPerson &person : part == PlanPart::Contacts ? m_people.list() : QList<OwnPerson>()) {
        QStringList about{person.name};
        if (!person.role.isEmpty())
            about << person.role;
        if (m_hasNumbers)
            about << person.phone;
        lines << about.join(QStringLiteral(", "));
    }
    if (part == PlanPart::Professionals) {
        if (const CrisisLine line = m_crisis.lifeline(); !line.id.isEmpty())
            lines << sentences({line.callLabel, line.callNote});
        if (m_crisis.hasClinic())
            lines << tr("My clinic: %1").arg(m_crisis.clinicPhone());
    }
    return lines + m_plan.plan()->lines(part);
}

void SafetyPlanPaperView::refresh()
{
    Records *records = m_isShown ? m_account.records() : nullptr;
    if (!records || !m_plan.plan())
        return;
    VisitPage page;
    page.title = tr("My safety plan");
    page.name = m_hasName ? records->name().full : QString();
    page.dates = m_plan.madeText();
    page.language = m_preferences.language();
    for (const PlanPart part : planParts) {
        const QStringList lines = linesOf(part);
        if (lines.isEmpty())
            continue; // an empty step is not on the paper
        VisitPage::Section section;
        section.title = part == PlanPart::Reasons
            ? planTitle(part)
            : tr("%1. %2", "number and title of a step").arg(int(part) + 1).arg(planTitle(part));
        section.sentence = lines.join(QChar::LineSeparator);
        page.sections << section;
    }
    page.footer = tr("I made this page on my own device. In danger, call my local emergency number.");
    m_page = page;
    m_words.clear();
    for (const QString &words : visitPageWords(page))
        m_words << words.split(QChar::LineSeparator);
    m_picture.clear();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (buffer.open(QIODevice::WriteOnly) && visitPageImage(page, paper(), pictureWidth).save(&buffer, "PNG"))
        m_picture = QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
    Q_EMIT changed();
}

void SafetyPlanPaperView::save()
{
    if (!m_page || !m_account.records())
        return;
    const QByteArray pdf = visitPagePdf(*m_page, paper());
    const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
    // A name that tells nobody what is in it.
    const QString name = QStringLiteral("page-%1.pdf").arg(today.toString(Qt::ISODate));
    const Result<QString> saved =
        pdf.isEmpty() ? problem(ProblemKind::StoreFull, QStringLiteral("no PDF was made")) : m_files.save(name, pdf);
    if (!saved)
        qCWarning(logApp) << "saving a page:" << saved.error();
    setSaving(saved ? Saving::Done : Saving::Failed, saved.value_or(QString()));
}

QString SafetyPlanPaperView::savedText() const
{
    switch (m_saving) {
    case Saving::NotAsked: return {};
    case Saving::Done: return tr("Saved as %1. Whoever opens your files can read it.").arg(m_savedPath);
    case Saving::Failed: return tr("It was not saved. Is there room in your Downloads folder? You can try again.");
    }
    return {};
}

void SafetyPlanPaperView::setSaving(Saving saving, const QString &path)
{
    m_saving = saving;
    m_savedPath = path;
    Q_EMIT savedChanged();
}

} // namespace handrail
