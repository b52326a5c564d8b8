// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/forms/AlertList.h"
#include "clinic/forms/SafetyReading.h"
#include "clinic/records/Records.h"
#include "clinic/records/Validator.h"

#include <QJsonObject>
#include <QList>
#include <optional>
#include <utility>

namespace handrail::clinic {

/// What the clinic does with forms and answers beyond keeping them: it judges them, scores them and tells staff (design api rows 3 to 3b,
/// clinical 3.2 and 3.3). For the server's thread.
class FormDesk
{
public:
    /// `base`: the clinic's own FHIR address, without a slash at the end, where it is known.
    explicit FormDesk(Records &records, QString base = {})
        : m_records(records)
        , m_alerts(records)
        , m_base(std::move(base))
    {
    }

    /// What is wrong with a Questionnaire, or with finished answers to a form that the clinic has in that very version, or had: one that was
    /// replaced or taken away since counts as well. Nothing for all else: those answers are taken as they are. What follows from the
    /// answers together is wrong too (checkFilling), but for the daily check-in, all of which may be skipped (design clinical 3.1). Answers that say something about
    /// safety of which staff are told, and what the app sends ahead of a form, are taken whatever else is wrong with them or missing: nobody
    /// in danger is turned away over a form that changed (3.3).
    [[nodiscard]] QList<Issue> check(const QJsonObject &resource);

    /// How a response came here. Imported: among records of another system or of another time. What was answered more than 7 days before
    /// the import then raises its alerts for staff to see, and nobody is called for it: whoever moves years of records must not wake
    /// anybody. What a person sends themself is always called for, however long it waited on a device.
    enum class Arrival { Sent, Imported };

    /// What follows from a response that was just written, inside the same transaction: score Observations, alerts, and what a plan of care
    /// asks for is done (design api row 4a). The same response
    /// again changes nothing; an amended one brings scores up to date and may raise further alerts, and takes none back, since staff
    /// may have seen it. What is said anew is told anew, and a graver safety answer too. A form says nothing new with what the app sent
    /// ahead of it (isSentAhead), nor that with what the form said: one answer, one alert, whichever comes first. Nor does an earlier
    /// version of the response that says the same. But each of these counts by the alert alone that it raised, about the same patient,
    /// and not when staff closed that before the answer here was given; whatever is in doubt is told. What goes ahead graver than what
    /// went ahead before it, in one filling-in, raises no second alert while the first is open: that one rises. Answers that another app left
    /// unfinished are judged by their safety items alone: an urgent alert, once for as long as what is saved says the same, and nothing else.
    /// Of a form: a warning in the log,
    /// when it asks about safety in an item that is not marked, or an answer to one that is has the weight or the code of a no and says none, or none says no,
    /// or when it has items beyond what is read of a form, and which of them ask about safety. Other types: nothing. The problems of Records::write; then the caller
    /// rolls back.
    [[nodiscard]] Result<void> received(const Record &record, Arrival arrival = Arrival::Sent);

private:
    struct StoredForm {
        QByteArray body;
        bool isSameVersion = false;
    };
    [[nodiscard]] QString urlOf(const CompletedForm &answered) const;
    [[nodiscard]] std::optional<StoredForm> formOf(const QJsonObject &response);
    /// `before`: milliseconds since 1970.
    [[nodiscard]] std::optional<StoredForm> formThen(const QString &id, qint64 before);
    [[nodiscard]] QStringList idsBy(const QString &query, const QVariantList &values);
    [[nodiscard]] Result<void> score(const QJsonObject &response, const QByteArray &questionnaire);
    [[nodiscard]] Result<void> alert(const Record &record, const Form &form, const Saying &said, Arrival arrival);
    [[nodiscard]] Result<void> noteDone(const QJsonObject &response, const QString &patientId);
    [[nodiscard]] bool isSleepTold(const CompletedForm &answered);

    /// One version of a response: what was said at one time.
    struct Dated {
        QString id;
        qint64 version = 1;
        CompletedForm answered;
        bool isAhead = false;   ///< isSentAhead
        bool isFinished = true; ///< Saying
    };
    [[nodiscard]] QList<Dated> around(const CompletedForm &answered, const QDateTime &when, const Form &form);
    [[nodiscard]] QList<Dated> earlierVersions(const Dated &newest, const Form &form);
    /// `sayings`: every version, of this response too.
    [[nodiscard]] bool isTold(const Alert &alert, AlertList::Call call, const Form &form, const Dated &now,
                              const QList<Dated> &sayings);
    [[nodiscard]] std::optional<QString> alertToRise(const Alert &alert, AlertList::Call call, const Form &form, const Dated &now,
                                                     const QList<Dated> &sayings);

    Records &m_records;
    AlertList m_alerts;
    QString m_base;
};

} // namespace handrail::clinic
