// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SafetyReport.h"

#include "care/CheckIn.h"
#include "core/Assignment.h"
#include "core/Log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <functional>

namespace handrail {

namespace {

const QString valueName = QStringLiteral("safety-report");
constexpr int mostAtOnce = 60;
constexpr qint64 fillingSeconds = 12LL * 3600; ///< between what went ahead of a form and the form, unless it is the same day
constexpr int longestFillingDays = 60;
constexpr int fewReports = 24; ///< to look at beside the forms, at first

Result<void> keep(Store &store, const SafetyReport &report)
{
    const QJsonObject object{{QStringLiteral("identifier"), report.identifier},
                             {QStringLiteral("answered"), report.answered.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("isFollowedUp"), report.isFollowedUp}};
    return store.setValue(valueName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// However often somebody asked for help or checked in: what they finished is found behind it.
QList<SubmittedForm> newest(const Records &records, int limit, const std::function<bool(const QString &)> &isAsked)
{
    for (int looked = limit + fewReports;; looked *= 2) {
        bool isAll = true;
        QList<SubmittedForm> forms = records.submitted(looked, &isAll);
        forms.removeIf([&](const SubmittedForm &one) {
            return !isAsked(one.form.questionnaire.section(u'|', 0, 0)) || isSentAhead(one.form);
        });
        // What only this device has may be older than what was not looked at.
        const auto atClinic =
            std::count_if(forms.cbegin(), forms.cend(), [](const SubmittedForm &one) { return one.state == OutboxState::Done; });
        if (isAll || atClinic >= limit)
            return forms.mid(0, limit);
    }
}

} // namespace

Result<SafetyReport> sendAhead(Records &records, const Clock &clock, const Form &form, const Answers &answers,
                               const QDateTime &answered)
{
    const QDateTime now = clock.nowUtc();
    const QDateTime local = answered.isValid() ? answered : now.toTimeZone(clock.localZone());
    CompletedForm completed;
    completed.patientId = records.identity().patientId;
    completed.questionnaire = form.canonicalWithVersion();
    completed.authored = local.toOffsetFromUtc(local.offsetFromUtc());
    completed.answers = safetyAnswers(form, answers);
    Result<void> queued = problem(ProblemKind::Conflict, QStringLiteral("safety report: too many at once"));
    // Something else was said in that second: it is of the next.
    for (int tries = 0; tries < mostAtOnce && !queued && queued.error().kind == ProblemKind::Conflict; ++tries) {
        if (tries > 0)
            completed.authored = completed.authored.addSecs(1);
        completed.identifier = reportIdentifier(completed.patientId, form.url, completed.authored);
        queued = records.queueAhead(completed, form, now);
    }
    if (!queued)
        return tl::make_unexpected(queued.error());
    const SafetyReport report{completed.identifier, completed.authored, false};
    // The answer is safe. Without this memory the question of the next day is not asked, nothing more.
    if (const Result<void> kept = keep(records.store(), report); !kept)
        qCWarning(logApp) << "the memory of the report:" << kept.error();
    return report;
}

QList<CompletedForm> sentAheadOf(const Records &records, const CompletedForm &finished)
{
    const QString url = finished.questionnaire.section(u'|', 0, 0);
    const QDate first = finished.authored.date();
    const QDate last = std::max(first, finished.saidAt().date());
    const QList<SubmittedForm> all = records.submittedBetween({url}, first.addDays(-1), last).value_or(QList<SubmittedForm>());
    const auto isFinishedBetween = [&](const CompletedForm &report) {
        return std::any_of(all.cbegin(), all.cend(), [&](const SubmittedForm &one) {
            return !isSentAhead(one.form) && one.form.identifier != finished.identifier && one.form.authored >= report.saidAt()
                && one.form.authored < finished.saidAt();
        });
    };
    QList<CompletedForm> ahead;
    for (const SubmittedForm &one : all) {
        const QDate day = one.form.saidAt().date();
        const qint64 before = one.form.saidAt().secsTo(finished.saidAt());
        const bool isNear = (day >= first && day <= last) || (before >= 0 && before <= fillingSeconds);
        if (isSentAhead(one.form) && isNear && !isFinishedBetween(one.form))
            ahead << one.form;
    }
    return ahead;
}

QList<SubmittedForm> finishedForms(const Records &records, const QString &questionnaireUrl, int limit)
{
    return newest(records, limit, [&](const QString &url) {
        return questionnaireUrl.isEmpty() ? url != moduleDoneUrl() : url == questionnaireUrl;
    });
}

QList<SubmittedForm> finishedBesideCheckIns(const Records &records, int limit)
{
    return newest(records, limit, [](const QString &url) { return url != moduleDoneUrl() && url != dailyCheckInUrl(); });
}

QList<SubmittedForm> finishedFormsTo(const Records &records, const QStringList &questionnaireUrls)
{
    QList<SubmittedForm> forms = records.submittedTo(questionnaireUrls);
    forms.removeIf([](const SubmittedForm &one) { return isSentAhead(one.form); });
    return forms;
}

std::optional<SafetyReport> reportBefore(const Records &records, const QString &formUrl, const QDateTime &leftAt,
                                         const QString &amended)
{
    const QDate last = leftAt.date().addDays(1); // on whatever wall
    for (const SubmittedForm &one :
         records.submittedBetween({formUrl}, last.addDays(-longestFillingDays), last).value_or(QList<SubmittedForm>())) {
        if (one.form.authored > leftAt.addSecs(mostAtOnce))
            continue;
        if (isSentAhead(one.form))
            return SafetyReport{one.form.identifier, one.form.authored, false};
        if (one.form.isAmendable && one.form.identifier != amended)
            return std::nullopt; // it was finished
    }
    return std::nullopt;
}

std::optional<SafetyReport> lastSafetyReport(const Store &store)
{
    const Result<std::optional<QByteArray>> value = store.value(valueName);
    if (!value || !*value)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(**value).object();
    const SafetyReport report{object.value(QLatin1String("identifier")).toString(),
                              QDateTime::fromString(object.value(QLatin1String("answered")).toString(), Qt::ISODateWithMs),
                              object.value(QLatin1String("isFollowedUp")).toBool()};
    return report.identifier.isEmpty() || !report.answered.isValid() ? std::nullopt : std::optional(report);
}

Result<void> setFollowedUp(Store &store)
{
    std::optional<SafetyReport> report = lastSafetyReport(store);
    if (!report || report->isFollowedUp)
        return {};
    report->isFollowedUp = true;
    return keep(store, *report);
}

} // namespace handrail
