// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/FormDesk.h"

#include "clinic/base/FhirTime.h"
#include "clinic/forms/DerivedRecord.h"
#include "clinic/forms/FillingCheck.h"
#include "clinic/forms/CheckInCheck.h"
#include "clinic/forms/FormCheck.h"
#include "clinic/forms/Inbox.h"
#include "clinic/forms/ScoreRecords.h"
#include "core/Assignment.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "form/Safety.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <limits>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString observationType = u"Observation"_s;
constexpr int windowDays = 14;
constexpr int callDays = 7;                  ///< an imported answer that is older calls nobody
constexpr qint64 mostVersions = 20;          ///< of one response, to look back at
constexpr qint64 toTheSecond = 999;          ///< milliseconds: the time of an answer may be to the second
constexpr qint64 fillingSeconds = 12 * 3600; ///< between what went ahead of a form and the form, unless it is the same day

bool isFinished(const QString &status)
{
    return status == "completed"_L1 || status == "amended"_L1;
}

// By their times, what went ahead may belong to this form.
bool isAheadOf(const CompletedForm &report, const CompletedForm &finished)
{
    const qint64 seconds = report.saidAt().secsTo(finished.saidAt());
    return report.saidAt().isValid() && finished.saidAt().isValid() && seconds >= 0
        && (seconds <= fillingSeconds || report.saidAt().date() == finished.saidAt().date());
}

bool isAboutSafety(const QList<Alert> &alerts)
{
    return std::any_of(alerts.begin(), alerts.end(),
                       [](const Alert &each) { return each.reason == "safety"_L1 || each.reason == "safety-unsaid"_L1; });
}

// Said where the clinic looks after its forms; the form is taken as it is.
void warnOf(const QByteArray &questionnaire)
{
    const auto form = fhir::readQuestionnaire(questionnaire);
    const QStringList unmarked = form ? unmarkedSafetyItems(*form) : QStringList();
    if (!unmarked.isEmpty())
        qCWarning(logClinic).noquote() << "the form" << form->url
                                       << "seems to ask about safety in items that are not marked. By these words, or those "
                                       << "of a heading, answers but no count as danger; where an answer stands in brackets, that "
                                       << "alone. Mark them as safety or not-safety:" << unmarked.join(u", "_s);
    const QStringList unheard = form ? safetyWordsHeadingNothing(*form) : QStringList();
    if (!unheard.isEmpty())
        qCWarning(logClinic).noquote() << "the form" << form->url
                                       << "speaks of safety in groups or texts that make no heading, and by their words no answer "
                                       << "counts as danger. Mark what is asked there as safety or not-safety:"
                                       << unheard.join(u", "_s);
    if (form && form->droppedItems > 0) {
        QStringList beyond;
        for (const FormItem &item : safetyItemsBeyond(questionnaire, *form))
            beyond << item.linkId;
        qCWarning(logClinic).noquote()
            << "the form" << form->url << "has items that the app cannot ask," << form->droppedItems
            << "of them with all that is below: they are more, or deeper, than it takes, or have a linkId twice or none."
            << (beyond.isEmpty() ? u"None of them seems to ask about safety."_s
                                 : QString(u"Of these ask about safety: "_s + beyond.join(u", "_s)));
    }
    const QStringList notAsked = form ? safetyItemsNotAsked(*form) : QStringList();
    if (!notAsked.isEmpty())
        qCWarning(logClinic).noquote() << "the form" << form->url
                                       << "asks about safety in items that the app cannot ask, since their options are not in the "
                                       << "form or they are hidden, read-only or calculated:" << notAsked.join(u", "_s);
    const QStringList madeAsNo = form ? safetyOptionsMadeAsNo(*form) : QStringList();
    if (!madeAsNo.isEmpty())
        qCWarning(logClinic).noquote()
            << "the form" << form->url
            << "gives answers about safety the weight or the code of a no, and their words say none, so they count as danger:"
            << madeAsNo.join(u", "_s);
    const QStringList withoutNo = form ? safetyItemsWithoutNo(*form) : QStringList();
    if (!withoutNo.isEmpty())
        qCWarning(logClinic).noquote()
            << "the form" << form->url
            << "asks about safety in questions none of whose answers says no, in words or by its weight, so "
            << "every answer to them counts as danger:" << withoutNo.join(u", "_s);
    const QStringList scores = form ? scoresWithoutTheirItems(*form) : QStringList();
    if (!scores.isEmpty())
        qCWarning(logClinic).noquote() << "the form" << form->url
                                       << "adds up items that it does not have where it looks for them, so there is never a total:"
                                       << scores.join(u", "_s);
    const QStringList otherwise = form ? checkInItemsReadOtherwise(*form) : QStringList();
    if (!otherwise.isEmpty())
        qCWarning(logClinic).noquote()
            << "the daily check-in" << form->url
            << "asks in ways that the app and the alerts do not count with, so what follows may be wrong:"
            << otherwise.join(u", "_s);
}

// When it was said at the latest: forms that were moved from paper or from a portal may name a day, a month or a year alone.
QDateTime latestSaid(const CompletedForm &answered, const QByteArray &response)
{
    const QString authored = QJsonDocument::fromJson(response)["authored"_L1].toString();
    const auto time = answered.saidAt().isValid() ? std::nullopt : readTime(authored, TimeForm::DateTime);
    return time ? QDateTime::fromMSecsSinceEpoch(time->high - 1, Qt::UTC) : answered.saidAt();
}

// What answers of another day can make noteworthy.
bool isPattern(const Alert &alert)
{
    return alert.reason == "medicine"_L1 || alert.reason == "sleep"_L1;
}

std::optional<RaisedAlert> lastAlertOf(const QList<RaisedAlert> &raised, const Alert &alert, const QString &responseId)
{
    std::optional<RaisedAlert> last;
    for (const RaisedAlert &each : raised) {
        if (each.alert == alert && each.response == u"QuestionnaireResponse/" + responseId && (!last || each.raised > last->raised))
            last = each;
    }
    return last;
}

} // namespace

QList<Issue> FormDesk::check(const QJsonObject &resource)
{
    const QString type = resource.value("resourceType"_L1).toString();
    if (type == "Questionnaire"_L1)
        return checkForm(resource);
    if (type == "Communication"_L1)
        return checkMessage(resource);
    if (type != "QuestionnaireResponse"_L1 || !isFinished(resource.value("status"_L1).toString()))
        return {};
    const auto form = formOf(resource);
    if (!form || !form->isSameVersion)
        return {};
    const auto read = readForm(form->body);
    const auto said = readSaying(QJsonDocument(resource).toJson(QJsonDocument::Compact), read.value_or(Form()));
    // First of all whoever says that they are in danger: refused, they would be heard by nobody.
    if (said && isAboutSafety(alertsOf(read.value_or(Form()), said->answered, {})))
        return {};
    if (const QList<Issue> wrong = checkAnswers(resource, QJsonDocument::fromJson(form->body).object()); !wrong.isEmpty())
        return wrong;
    return read && said && !isCheckIn(*read, said->answered) ? checkFilling(resource, *read, said->answered.answers)
                                                             : QList<Issue>();
}

Result<void> FormDesk::received(const Record &record, Arrival arrival)
{
    if (record.type == "Questionnaire"_L1)
        warnOf(record.body);
    if (record.type != "QuestionnaireResponse"_L1)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(record.body).object();
    const auto stored = formOf(json);
    const Form form = stored ? readForm(stored->body).value_or(Form()) : Form();
    // Nothing: it is taken back. What staff were told, they were told.
    const auto said = readSaying(record.body, form);
    // What goes ahead is not the form: with q1 and q2, which say why item 9 is asked, it would be a PHQ-2 by itself.
    if (stored && stored->isSameVersion && !(said && isSentAhead(said->answered))) {
        if (auto scored = score(json, stored->body); !scored)
            return scored;
    }
    if (!said || said->answered.patientId.isEmpty())
        return {};
    if (auto noted = said->isFinished ? noteDone(json, said->answered.patientId) : Result<void>(); !noted)
        return noted;
    return alert(record, form, *said, arrival);
}

// Word that a lesson, module or skill of a plan is done (design api row 4a): the plan says so from then on, to whoever reads it.
Result<void> FormDesk::noteDone(const QJsonObject &response, const QString &patientId)
{
    if (response.value("questionnaire"_L1).toString().section(u'|', 0, 0) != moduleDoneUrl())
        return {};
    QStringList done;
    for (const QJsonValue &item : response.value("item"_L1).toArray()) {
        for (const QJsonValue &answer : item["answer"_L1].toArray())
            done.append(answer["valueUri"_L1].toString());
    }
    for (const QJsonValue &basis : response.value("basedOn"_L1).toArray()) {
        const QStringList reference = basis["reference"_L1].toString().split(u'/');
        if (reference.size() != 2 || reference.first() != "CarePlan"_L1)
            continue;
        const RecordPtr stored = m_records.read(reference.first(), reference.last());
        QJsonObject plan = stored && !stored->isDeleted ? QJsonDocument::fromJson(stored->body).object() : QJsonObject();
        if (plan.value("subject"_L1)["reference"_L1].toString() != QString(u"Patient/" + patientId))
            continue;
        QJsonArray activities = plan.value("activity"_L1).toArray();
        bool isChanged = false;
        for (qsizetype i = 0; i < activities.size(); ++i) {
            QJsonObject activity = activities.at(i).toObject();
            QJsonObject detail = activity.value("detail"_L1).toObject();
            const QJsonArray asked = detail.value("instantiatesCanonical"_L1).toArray();
            const bool isDone = std::any_of(asked.begin(), asked.end(), [&](const QJsonValue &each) {
                return done.contains(each.toString().section(u'|', 0, 0));
            });
            static const QStringList open{u"not-started"_s, u"scheduled"_s, u"in-progress"_s, u"unknown"_s};
            if (!isDone || !open.contains(detail.value("status"_L1).toString()))
                continue;
            detail.insert(u"status"_s, u"completed"_s);
            activity.insert(u"detail"_s, detail);
            activities.replace(i, activity);
            isChanged = true;
        }
        if (!isChanged)
            continue;
        plan.insert(u"activity"_s, activities);
        if (auto written = writeDerived(m_records, reference.first(), reference.last(), plan); !written)
            return written;
    }
    return {};
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

// The patient's finished answers to the same form, within some days before and after, in order of time.
QList<FormDesk::Dated> FormDesk::around(const CompletedForm &answered, const QDateTime &when, const Form &form)
{
    const qint64 time = when.toMSecsSinceEpoch();
    constexpr qint64 window = qint64(windowDays) * 24 * 3600 * 1000;
    struct Row {
        QString id;
        qint64 version;
        QByteArray body;
    };
    QList<Row> rows;
    {
        Statement found = m_records.database().statement(
            u"SELECT r.id, r.version, r.body FROM compartment c JOIN index_date d ON d.row = c.row AND d.parameter = "
            "'QuestionnaireResponse.authored' JOIN resource r ON r.row = c.row WHERE c.owner = ? AND c.type = "
            "'QuestionnaireResponse' AND r.deleted = 0 AND d.low BETWEEN ? AND ? ORDER BY abs(d.low - ?) LIMIT 200"_s);
        for (bool hasRow =
                 found.run({QString(u"Patient/" + answered.patientId), time - window, time + window, time}) && found.next();
             hasRow; hasRow = found.next())
            rows.append({found.text(0), found.number(1), found.bytes(2)});
    }
    const QString url = urlOf(answered);
    QList<Dated> all;
    for (const Row &row : std::as_const(rows)) {
        const auto read = fhir::readQuestionnaireResponse(row.body, form);
        if (read && read->patientId == answered.patientId && urlOf(*read) == url)
            all.append({row.id, row.version, *read, isSentAhead(*read)});
    }
    std::sort(all.begin(), all.end(), [](const Dated &a, const Dated &b) { return a.answered.authored < b.answered.authored; });
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

// About the same patient and to the same form, the newest first.
QList<FormDesk::Dated> FormDesk::earlierVersions(const Dated &newest, const Form &form)
{
    const QString url = urlOf(newest.answered);
    QList<Dated> earlier;
    for (qint64 version = newest.version - 1; version > 0 && version >= newest.version - mostVersions; --version) {
        const RecordPtr record = m_records.readVersion(u"QuestionnaireResponse"_s, newest.id, version);
        const auto said = record && !record->isDeleted ? readSaying(record->body, form) : std::nullopt;
        if (said && said->answered.patientId == newest.answered.patientId && urlOf(said->answered) == url)
            earlier.append({newest.id, version, said->answered, isSentAhead(said->answered), said->isFinished});
    }
    return earlier;
}

// Told is what an alert was raised for: by an earlier version, or by the other of the two that one filling-in sends, which are what went ahead
// and the next that was finished, in that very version. Another one between them makes it another filling-in. That something was said is no
// proof: the form may not have been here, or its item not marked. An alert more is right where this is not sure.
bool FormDesk::isTold(const Alert &alert, AlertList::Call call, const Form &form, const Dated &now, const QList<Dated> &sayings)
{
    const QString patient = u"Patient/" + now.answered.patientId;
    const qint64 saidAt = now.answered.saidAt().isValid() ? now.answered.saidAt().toMSecsSinceEpoch() + toTheSecond
                                                          : std::numeric_limits<qint64>::max();
    const auto isSaid = [&](const Dated &each) {
        return each.answered.questionnaire == now.answered.questionnaire && isSaidBy(each.answered, alert, form, now.answered);
    };
    // What staff closed before this was said tells them nothing of it; but what is saved again, unfinished, is one saying still.
    const auto isHeardBy = [&](const std::optional<RaisedAlert> &raised, bool isOwn) {
        return raised && raised->patient == patient && (raised->isForOnCall || call == AlertList::Call::Nobody)
            && (raised->isOpen || raised->acknowledged.value_or(0) > saidAt || (isOwn && !now.isFinished));
    };
    const auto isHeard = [&](const Dated &each) {
        return isHeardBy(m_alerts.raisedBy(alert, {each.id, each.version, now.answered.patientId}), each.id == now.id);
    };
    const auto isOneFilling = [&](const Dated &report, const Dated &finished) {
        return isAheadOf(report.answered, finished.answered)
            && std::none_of(sayings.begin(), sayings.end(), [&](const Dated &each) {
                   return each.isFinished && !each.isAhead && each.answered.saidAt() >= report.answered.saidAt()
                       && (each.id == finished.id ? each.version < finished.version
                                                  : each.answered.saidAt() < finished.answered.saidAt());
               });
    };
    const auto isPairHeard = [&](const Dated &saying) {
        return std::any_of(sayings.begin(), sayings.end(), [&](const Dated &other) {
            return other.id != saying.id && other.isAhead != saying.isAhead
                && isOneFilling(saying.isAhead ? saying : other, saying.isAhead ? other : saying) && isSaid(other)
                && isHeard(other);
        });
    };
    if (isPairHeard(now))
        return true;
    // Back over the versions, as long as they say the same without a break.
    bool isSavedOn = false;
    for (qint64 version = now.version - 1; version > 0; --version) {
        // Saved more often than is looked back at: what they say had the last alert of this response.
        if (isSavedOn && version < now.version - mostVersions)
            return isHeardBy(lastAlertOf(m_alerts.ofPatient(now.answered.patientId), alert, now.id), true);
        const auto before = std::find_if(sayings.begin(), sayings.end(), [&](const Dated &each) {
            return each.id == now.id && each.version == version && each.isAhead == now.isAhead;
        });
        if (before == sayings.end() || !isSaid(*before))
            return false;
        if (isHeard(*before) || isPairHeard(*before))
            return true;
        isSavedOn = !before->isFinished;
    }
    return false;
}

// What went ahead of the same filling-in before, and was not as grave: staff have one alert, which rises, and are called once
// more only when the call is some time ago (AlertList::noteGraver).
std::optional<QString> FormDesk::alertToRise(const Alert &alert, AlertList::Call call, const Form &form, const Dated &now,
                                             const QList<Dated> &sayings)
{
    if (alert.level != AlertLevel::Urgent || !now.isAhead)
        return std::nullopt;
    for (const Dated &each : sayings) {
        const bool isFinishedBetween = std::any_of(sayings.begin(), sayings.end(), [&](const Dated &other) {
            return other.isFinished && !other.isAhead && other.answered.saidAt() >= each.answered.saidAt()
                && other.answered.saidAt() < now.answered.saidAt();
        });
        if (!each.isAhead || each.id == now.id || each.answered.questionnaire != now.answered.questionnaire || isFinishedBetween
            || !isAheadOf(each.answered, now.answered) || !isSaidBy(now.answered, alert, form, each.answered)
            || isSaidBy(each.answered, alert, form, now.answered))
            continue;
        const auto raised = m_alerts.raisedBy(alert, {each.id, each.version, now.answered.patientId});
        if (raised && raised->isOpen && raised->patient == u"Patient/" + now.answered.patientId
            && (raised->isForOnCall || call == AlertList::Call::Nobody))
            return raised->id;
    }
    return std::nullopt;
}

Result<void> FormDesk::alert(const Record &record, const Form &form, const Saying &said, Arrival arrival)
{
    const CompletedForm &answered = said.answered;
    const QDateTime now = m_records.clock().nowUtc();
    const bool isNoteworthy = isCheckIn(form, answered) || !alertsOf(form, answered, {}).isEmpty();
    const QList<Dated> all =
        isNoteworthy && answered.authored.isValid() ? around(answered, answered.authored, form) : QList<Dated>();
    const Dated arrived{record.id, record.version, answered, isSentAhead(answered), said.isFinished};
    QList<Dated> sayings = all;
    // What is amended keeps its day; what was said with it is of the day on which that was done.
    for (const Dated &each :
         isNoteworthy &&answered.amended.isValid() ? around(answered, answered.amended, form) : QList<Dated>()) {
        if (std::none_of(all.begin(), all.end(), [&](const Dated &one) { return one.id == each.id; }))
            sayings.append(each);
    }
    if (std::none_of(sayings.begin(), sayings.end(), [&](const Dated &each) { return each.id == record.id; }))
        sayings.append(arrived);
    for (qsizetype newest = isNoteworthy ? sayings.size() : 0; newest-- > 0;)
        sayings.append(earlierVersions(sayings.at(newest), form));
    const auto raise = [&](const QString &id, const CompletedForm &of, bool isPatternOnly) -> Result<void> {
        QList<CompletedForm> earlier;
        for (const Dated &each : all) {
            if (each.id != id && each.answered.authored <= of.authored)
                earlier.append(each.answered);
        }
        for (const Alert &each : alertsOf(form, of, earlier)) {
            if (!said.isFinished && each.level != AlertLevel::Urgent)
                continue;
            const QDateTime when = id == record.id ? latestSaid(of, record.body) : of.saidAt();
            const bool isOld = arrival == Arrival::Imported && when.isValid() && when.daysTo(now) > callDays;
            const AlertList::Call call = isOld ? AlertList::Call::Nobody : AlertList::Call::OnCall;
            if (isPattern(each) ? each.reason == "sleep"_L1 && isSleepTold(of)
                                : isPatternOnly || isTold(each, call, form, arrived, sayings))
                continue;
            if (const auto rising = alertToRise(each, call, form, arrived, sayings); rising && id == record.id) {
                if (auto noted = m_alerts.noteGraver(*rising, {id, record.version, of.patientId}); !noted)
                    return noted;
                continue;
            }
            if (auto raised = m_alerts.raise(each, {id, isPattern(each) ? 1 : record.version, of.patientId}, call); !raised)
                return raised;
        }
        return {};
    };
    if (auto raised = raise(record.id, answered, false); !raised || !said.isFinished)
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
