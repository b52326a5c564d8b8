// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/FormDesk.h"

#include "clinic/forms/DerivedRecord.h"
#include "clinic/forms/FormCheck.h"
#include "clinic/forms/ScoreRecords.h"
#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "form/Safety.h"

#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString observationType = u"Observation"_s;
constexpr int windowDays = 14;
constexpr int callDays = 7;                  ///< an imported answer that is older calls nobody
constexpr qint64 fillingSeconds = 12 * 3600; ///< between what went ahead of a form and the form, unless it is the same day

bool isFinished(const QString &status)
{
    return status == "completed"_L1 || status == "amended"_L1;
}

bool isCheckIn(const CompletedForm &answered)
{
    return answered.questionnaire.section(u'|', 0, 0) == canonical(u"Questionnaire/daily-checkin");
}

// By their times, what went ahead may belong to this form.
bool isAheadOf(const CompletedForm &report, const CompletedForm &finished)
{
    const qint64 seconds = report.authored.secsTo(finished.authored);
    return seconds >= 0 && (seconds <= fillingSeconds || report.authored.date() == finished.authored.date());
}

// Said where the clinic looks after its forms; the form is taken as it is.
void warnOf(const QByteArray &questionnaire)
{
    const auto form = fhir::readQuestionnaire(questionnaire);
    const QStringList unmarked = form ? unmarkedSafetyItems(*form) : QStringList();
    if (!unmarked.isEmpty())
        qCWarning(logClinic).noquote() << "the form" << form->url
                                       << "seems to ask about safety in items that are not marked, so no alert "
                                       << "comes of them:" << unmarked.join(u", "_s);
}

// What answers of another day can make noteworthy.
bool isPattern(const Alert &alert)
{
    return alert.reason == "medicine"_L1 || alert.reason == "sleep"_L1;
}

} // namespace

std::optional<FormDesk::StoredForm> FormDesk::formOf(const QString &canonicalUrl)
{
    const QString url = canonicalUrl.section(u'|', 0, 0);
    const QString version = canonicalUrl.section(u'|', 1);
    QStringList ids;
    {
        Statement found = m_records.database().statement(u"SELECT r.id FROM index_uri u JOIN resource r ON r.row = u.row WHERE "
                                                         u"u.parameter = 'Questionnaire.url' AND u.value = ? "
                                                         "AND r.deleted = 0 ORDER BY r.updated DESC LIMIT 50"_s);
        for (bool hasRow = !url.isEmpty() && found.run({url}) && found.next(); hasRow; hasRow = found.next())
            ids.append(found.text(0));
    }
    std::optional<StoredForm> newest;
    for (const QString &id : std::as_const(ids)) {
        const RecordPtr record = m_records.read(u"Questionnaire"_s, id);
        if (!record)
            continue;
        const QString own = QJsonDocument::fromJson(record->body).object().value("version"_L1).toString();
        if (own == version)
            return StoredForm{record->body, true};
        if (!newest)
            newest = StoredForm{record->body, false};
    }
    return newest;
}

QList<Issue> FormDesk::check(const QJsonObject &resource)
{
    const QString type = resource.value("resourceType"_L1).toString();
    if (type == "Questionnaire"_L1)
        return checkForm(resource);
    if (type != "QuestionnaireResponse"_L1 || !isFinished(resource.value("status"_L1).toString()))
        return {};
    const auto form = formOf(resource.value("questionnaire"_L1).toString());
    if (!form || !form->isSameVersion)
        return {};
    const QList<Issue> wrong = checkAnswers(resource, QJsonDocument::fromJson(form->body).object());
    return wrong.isEmpty() ? missing(resource, form->body) : wrong;
}

QList<Issue> FormDesk::missing(const QJsonObject &response, const QByteArray &questionnaire)
{
    const auto form = fhir::readQuestionnaire(questionnaire);
    const auto answered = form ? fhir::readQuestionnaireResponse(QJsonDocument(response).toJson(QJsonDocument::Compact), *form)
                               : Result<CompletedForm>();
    if (!form || !answered || isCheckIn(*answered))
        return {};
    const QList<Alert> alerts = alertsOf(*form, *answered, {});
    const bool isHeard = std::any_of(alerts.begin(), alerts.end(), [](const Alert &each) {
        return each.reason == "safety"_L1 || each.reason == "safety-unsaid"_L1;
    });
    return isHeard ? QList<Issue>() : checkMissing(*form, answered->answers);
}

Result<void> FormDesk::received(const Record &record, Arrival arrival)
{
    if (record.type == "Questionnaire"_L1)
        warnOf(record.body);
    if (record.type != "QuestionnaireResponse"_L1)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(record.body).object();
    const auto stored = formOf(json.value("questionnaire"_L1).toString());
    if (stored && stored->isSameVersion) {
        if (auto scored = score(json, stored->body); !scored)
            return scored;
    }
    Form form;
    if (stored) {
        if (const auto read = fhir::readQuestionnaire(stored->body))
            form = *read;
    }
    // NotFound: it is not finished, or taken back. What staff were told, they were told.
    const auto answered = fhir::readQuestionnaireResponse(record.body, form);
    return answered && !answered->patientId.isEmpty() ? alert(record, form, *answered, arrival) : Result<void>();
}

// Brings the Observations up to date with the response. One that has no total any more is marked as an error.
Result<void> FormDesk::score(const QJsonObject &response, const QByteArray &questionnaire)
{
    const QString status = u"status"_s;
    const QString wrong = u"entered-in-error"_s;
    for (const ScoreRecord &each : scoreRecords(response, questionnaire)) {
        const RecordPtr stored = m_records.read(observationType, each.id);
        const QJsonObject before = stored && !stored->isDeleted ? QJsonDocument::fromJson(stored->body).object() : QJsonObject();
        QJsonObject now = before;
        if (before.isEmpty()) {
            now = each.observation.value_or(QJsonObject());
        } else if (!each.observation) {
            now.insert(status, wrong);
        } else {
            for (const QString &name : {u"effectiveDateTime"_s, u"valueQuantity"_s})
                now.insert(name, each.observation->value(name));
            if (now != before || before.value(status).toString() == wrong)
                now.insert(status, u"amended"_s);
        }
        if (now == before)
            continue;
        if (auto written = writeDerived(m_records, observationType, each.id, now); !written)
            return written;
    }
    return {};
}

// The patient's finished answers to the same form, within some days before and after.
QList<FormDesk::Dated> FormDesk::around(const CompletedForm &answered, const Form &form)
{
    const qint64 time = answered.authored.toMSecsSinceEpoch();
    constexpr qint64 window = qint64(windowDays) * 24 * 3600 * 1000;
    QList<std::pair<QString, QByteArray>> bodies;
    {
        Statement found = m_records.database().statement(
            u"SELECT r.id, r.body FROM compartment c JOIN index_date d ON d.row = c.row AND d.parameter = "
            "'QuestionnaireResponse.authored' JOIN resource r ON r.row = c.row WHERE c.owner = ? AND c.type = "
            "'QuestionnaireResponse' AND r.deleted = 0 AND d.low BETWEEN ? AND ? ORDER BY d.low LIMIT 200"_s);
        for (bool hasRow = found.run({QString(u"Patient/" + answered.patientId), time - window, time + window}) && found.next();
             hasRow; hasRow = found.next())
            bodies.append({found.text(0), found.bytes(1)});
    }
    const QString url = answered.questionnaire.section(u'|', 0, 0);
    QList<Dated> all;
    for (const auto &[id, body] : std::as_const(bodies)) {
        const auto read = fhir::readQuestionnaireResponse(body, form);
        if (read && read->patientId == answered.patientId && read->questionnaire.section(u'|', 0, 0) == url)
            all.append({id, *read});
    }
    return all;
}

// Bad sleep goes on for weeks: once in seven days is enough to be told of it.
bool FormDesk::isSleepTold(const CompletedForm &answered)
{
    const QList<RaisedAlert> raised = m_alerts.ofPatient(answered.patientId);
    return std::any_of(raised.begin(), raised.end(), [&](const RaisedAlert &each) {
        if (each.alert.reason != "sleep"_L1)
            return false;
        const RecordPtr record = m_records.read(u"QuestionnaireResponse"_s, each.response.section(u'/', 1));
        const auto read = record && !record->isDeleted ? fhir::readQuestionnaireResponse(record->body) : Result<CompletedForm>();
        return read && std::abs(read->authored.date().daysTo(answered.authored.date())) < 7;
    });
}

// By the version before, or by the other of the two that one filling-in sends: what went ahead, and the next form that was finished. Another
// form between them, or an earlier version of this one, is another filling-in: then it is told, as is whatever is in doubt.
bool FormDesk::isTold(const Alert &alert, const Form &form, const Dated &now, const std::optional<CompletedForm> &before,
                      const QList<Dated> &all)
{
    if (before && isSaidBy(*before, alert, form, now.answered))
        return true;
    const bool isAhead = isSentAhead(now.answered);
    return std::any_of(all.begin(), all.end(), [&](const Dated &other) {
        const CompletedForm &report = isAhead ? now.answered : other.answered;
        const Dated &finished = isAhead ? other : now;
        const auto isBetween = [&](const Dated &each) {
            return each.id != finished.id && each.answered.authored >= report.authored
                && each.answered.authored < finished.answered.authored && !isSentAhead(each.answered);
        };
        const bool isOneFilling = other.id != now.id && isAheadOf(report, finished.answered)
            && isSentAhead(other.answered) != isAhead && (isAhead || !before || before->authored < report.authored)
            && std::none_of(all.begin(), all.end(), isBetween);
        return isOneFilling && m_alerts.isRaised(alert, other.id) && isSaidBy(other.answered, alert, form, now.answered);
    });
}

Result<void> FormDesk::alert(const Record &record, const Form &form, const CompletedForm &answered, Arrival arrival)
{
    const QDateTime now = m_records.clock().nowUtc();
    const bool isNoteworthy = isCheckIn(answered) || !alertsOf(form, answered, {}).isEmpty();
    const QList<Dated> all = isNoteworthy && answered.authored.isValid() ? around(answered, form) : QList<Dated>();
    const RecordPtr earlierVersion = m_records.readVersion(record.type, record.id, record.version - 1);
    std::optional<CompletedForm> before;
    if (earlierVersion && !earlierVersion->isDeleted) {
        if (const auto read = fhir::readQuestionnaireResponse(earlierVersion->body, form))
            before = *read;
    }
    const auto raise = [&](const QString &id, const CompletedForm &of, bool isPatternOnly) -> Result<void> {
        QList<CompletedForm> earlier;
        for (const Dated &each : all) {
            if (each.id != id && each.answered.authored <= of.authored)
                earlier.append(each.answered);
        }
        for (const Alert &each : alertsOf(form, of, earlier)) {
            if (isPattern(each) ? each.reason == "sleep"_L1 && isSleepTold(of)
                                : isPatternOnly || isTold(each, form, {id, of}, before, all))
                continue;
            const bool isOld = arrival == Arrival::Imported && of.authored.isValid() && of.authored.daysTo(now) > callDays;
            const AlertList::Call call = isOld ? AlertList::Call::Nobody : AlertList::Call::OnCall;
            if (auto raised = m_alerts.raise(each, {id, isPattern(each) ? 1 : record.version, of.patientId}, call); !raised)
                return raised;
        }
        return {};
    };
    if (auto raised = raise(record.id, answered, false); !raised)
        return raised;
    // A check-in that was kept on a device for days comes after later ones, and may be what makes a row of them.
    for (const Dated &each : all) {
        if (each.id == record.id || each.answered.authored <= answered.authored)
            continue;
        if (auto raised = raise(each.id, each.answered, true); !raised)
            return raised;
    }
    return {};
}

} // namespace handrail::clinic
