// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"

#include "content/Questionnaires.h"
#include "core/Ids.h"
#include "core/Log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdlib>

namespace handrail {

namespace {

constexpr qint64 draftSeconds = 12 * 3600;
const QString safetyItem = QStringLiteral("safety");

/// Stands in a draft's place when its answers are gone.
const QString putAside = QStringLiteral("putAside");

const FormItem *find(const QList<FormItem> &items, const QString &linkId)
{
    for (const FormItem &item : items) {
        if (item.linkId == linkId)
            return &item;
        if (const FormItem *child = find(item.children, linkId))
            return child;
    }
    return nullptr;
}

bool isOption(const FormItem &item, const QString &code)
{
    return std::any_of(item.options.begin(), item.options.end(), [&](const Option &option) { return option.code == code; });
}

bool isFitting(const FormItem &item, const QVariant &value)
{
    switch (item.control) {
    case Control::Faces:
    case Control::Choice:
    case Control::Scale:
    case Control::YesNo: return isOption(item, value.toString());
    case Control::Chips: {
        const QStringList codes = value.toStringList();
        return !codes.isEmpty()
            && std::all_of(codes.begin(), codes.end(), [&](const QString &code) { return isOption(item, code); });
    }
    case Control::Slider:
    case Control::Stepper: {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        return isNumber && number >= item.minimum && number <= item.maximum;
    }
    case Control::Text:
        return !value.toString().trimmed().isEmpty() && (item.maxLength <= 0 || value.toString().size() <= item.maxLength);
    default: break;
    }
    return false;
}

QList<FormItem> pagesOf(const Form &form, bool isMedicineOnPlan)
{
    QList<FormItem> pages;
    for (const FormItem &item : form.items) {
        if (!item.isMedicineOnly || isMedicineOnPlan)
            pages << item;
    }
    return pages;
}

} // namespace

QString dailyCheckInUrl()
{
    return canonical(u"Questionnaire/daily-checkin");
}

std::optional<Form> dailyCheckInForm(const Records &records)
{
    const std::optional<Form> form = records.form(dailyCheckInUrl(), dailyCheckInQuestionnaire());
    return form && !form->items.isEmpty() ? form : std::nullopt;
}

CheckIn::CheckIn(Records &records, const Clock &clock, Form form)
    : m_records(records)
    , m_clock(clock)
    , m_form(std::move(form))
    , m_pages(pagesOf(m_form, records.isMedicineOnPlan()))
{
}

QString CheckIn::draftName() const
{
    return QStringLiteral("draft/") + (m_refused ? m_refused->identifier : m_form.url);
}

bool CheckIn::takeUp(const QString &identifier)
{
    m_refused = m_records.refused(identifier, m_form);
    if (!m_refused)
        return false;
    if (!resume())
        setFitting(m_refused->answers);
    return true;
}

void CheckIn::setFitting(const Answers &answers)
{
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const FormItem *item = find(m_pages, it.key());
        const QVariant value = item && item->control == Control::Chips ? QVariant(it.value().toStringList()) : it.value();
        if (item && isFitting(*item, value))
            m_answers.insert(it.key(), value);
    }
}

bool CheckIn::resume()
{
    const Result<std::optional<QByteArray>> draft = m_records.store().value(draftName());
    if (!draft || !*draft)
        return false;
    const QJsonObject object = QJsonDocument::fromJson(**draft).object();
    m_isOldDraftPutAside = object.contains(putAside);
    if (m_isOldDraftPutAside)
        return false;
    const QDateTime savedAt = QDateTime::fromString(object.value(QLatin1String("savedAt")).toString(), Qt::ISODateWithMs);
    // The clock may have been set back a little since.
    const qint64 age = std::abs(savedAt.secsTo(m_clock.nowUtc()));
    if (!savedAt.isValid() || age > draftSeconds || object.value(QLatin1String("version")).toString() != m_form.version) {
        m_isOldDraftPutAside = true;
        keepDraft({{putAside, true}});
        return false;
    }
    setFitting(object.value(QLatin1String("answers")).toObject().toVariantMap());
    m_step = std::clamp(object.value(QLatin1String("step")).toInt(), 0, std::max(0, stepCount() - 1));
    return true;
}

bool CheckIn::isTooOld() const
{
    return m_changedAt.isValid() && std::abs(m_changedAt.secsTo(m_clock.nowUtc())) > draftSeconds;
}

void CheckIn::saveDraft()
{
    m_changedAt = m_clock.nowUtc();
    m_isDraftKept = keepDraft({{QStringLiteral("savedAt"), m_clock.nowUtc().toString(Qt::ISODateWithMs)},
                               {QStringLiteral("version"), m_form.version},
                               {QStringLiteral("step"), m_step},
                               {QStringLiteral("answers"), QJsonObject::fromVariantMap(m_answers)}});
}

bool CheckIn::keepDraft(const QJsonObject &draft)
{
    const Result<void> saved = m_records.store().setValue(draftName(), QJsonDocument(draft).toJson(QJsonDocument::Compact));
    if (!saved)
        qCWarning(logApp) << "draft:" << saved.error(); // finish() will meet the same fault and say so
    return saved.has_value();
}

bool CheckIn::setAnswer(const QString &linkId, const QVariant &value)
{
    const FormItem *item = find(m_pages, linkId);
    if (!item)
        return false;
    if (!value.isValid()) {
        m_answers.remove(linkId);
    } else {
        if (!isFitting(*item, value))
            return false;
        m_answers.insert(linkId, value);
    }
    saveDraft();
    return true;
}

bool CheckIn::next()
{
    if (m_step + 1 >= stepCount())
        return false;
    ++m_step;
    saveDraft();
    return true;
}

bool CheckIn::back()
{
    if (m_step == 0)
        return false;
    --m_step;
    saveDraft();
    return true;
}

void CheckIn::skip()
{
    m_answers.remove(page().linkId);
    for (const FormItem &child : page().children)
        m_answers.remove(child.linkId);
    if (!next())
        saveDraft();
}

Result<CompletedForm> CheckIn::finish()
{
    const QDateTime now = m_clock.nowUtc();
    const QDateTime local = now.toTimeZone(m_clock.localZone());
    CompletedForm completed;
    completed.patientId = m_records.identity().patientId;
    // What was refused keeps its identifier and the time for which it was answered: it is still the check-in of that day.
    completed.identifier = m_refused ? m_refused->identifier
                                     : urn(scheduledId(completed.patientId, m_form.url, local.date(), QStringLiteral("daily")));
    completed.questionnaire = m_form.canonicalWithVersion();
    completed.authored = m_refused ? m_refused->authored : local.toOffsetFromUtc(local.offsetFromUtc());
    completed.answers = m_answers;
    const bool isUrgent = asksForHelp(m_answers);
    const Result<void> queued =
        m_refused ? m_records.sendAgain(completed, m_form, isUrgent) : m_records.queue(completed, m_form, now, isUrgent);
    if (!queued)
        return tl::make_unexpected(queued.error());
    // Left behind, it would only offer to go on with what is finished; the item itself is safe.
    if (const Result<void> removed = m_records.store().removeValue(draftName()); !removed)
        qCWarning(logApp) << "removing the draft:" << removed.error();
    return completed;
}

bool asksForHelp(const Answers &answers)
{
    const QString safety = answers.value(safetyItem).toString();
    return safety == QLatin1String("yes") || safety == QLatin1String("not-sure");
}

bool isSafetyUnsaid(const Answers &answers)
{
    return answers.value(safetyItem).toString() == QLatin1String("rather-not-say");
}

std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock)
{
    const QDate today = clock.nowUtc().toTimeZone(clock.localZone()).date();
    for (const SubmittedForm &submitted : records.submitted(dailyCheckInUrl(), 5)) {
        // The date on the wall where it was answered counts, whatever zone the device is in now.
        if (submitted.form.authored.date() == today)
            return submitted;
    }
    return std::nullopt;
}

} // namespace handrail
