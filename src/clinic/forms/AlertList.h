// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/forms/AlertRules.h"
#include "clinic/records/Records.h"

#include <QStringList>
#include <optional>

namespace handrail::clinic {

/// An alert as it stands.
struct RaisedAlert {
    QString id; ///< says nothing of anybody
    Alert alert;
    QString patient;  ///< Patient/<id>
    QString response; ///< QuestionnaireResponse/<id>
    qint64 raised = 0;
    bool isOpen = true;
    std::optional<qint64> acknowledged;
    QString acknowledgedBy;
    std::optional<qint64> paged;
    std::optional<qint64> graver; ///< the person said it again and more gravely, last at this time; `response` is that one
    QStringList furtherResponses; ///< those that did, each in its version: QuestionnaireResponse/<id>/_history/<version>
    bool isForOnCall = true;      ///< false: an old answer out of an import, for which nobody is called
};

/// The alerts of the clinic. Each is a Flag, which has its state, and a Communication, which tells the care team (design clinical 3.2,
/// api row 11a); both are staff's alone, by the type table. For the server's thread, or a process of its own.
class AlertList
{
public:
    explicit AlertList(Records &records)
        : m_records(records)
    {
    }

    /// Who may be called when nobody closes it.
    enum class Call { OnCall, Nobody };

    /// The response that says it. Whatever follows from more than one version of it, or from other responses too, is of version 1: it is
    /// raised once.
    struct Source {
        QString responseId;
        qint64 version = 1;
        QString patientId;
    };

    /// Raises an alert inside the caller's transaction, once for each version of the response, whatever became of it since. One that is not
    /// urgent not while an open one says the same of the same patient. The problems of Records::write.
    [[nodiscard]] Result<void> raise(const Alert &alert, const Source &source, Call call);
    /// An open alert is graver now, by this response: it stands before the other ones of its level, and no other is raised for what the
    /// person says in one go. Who was called for it within the last 30 minutes is not called again; after that on-call is called anew, at
    /// once. Inside the caller's transaction. NotFound: there is no such alert; the problems of Records::write.
    [[nodiscard]] Result<void> noteGraver(const QString &id, const Source &source);
    /// This alert of that very version of the response, as it stands now; or which rose by it; nullopt when there is none.
    [[nodiscard]] std::optional<RaisedAlert> raisedBy(const Alert &alert, const Source &source);

    /// Open ones first, then by level, then those that became graver, then the oldest first.
    [[nodiscard]] QList<RaisedAlert> all(bool isOpenOnly);
    [[nodiscard]] QList<RaisedAlert> ofPatient(const QString &patientId);

    // Each in a transaction of its own. NotFound: there is no such alert. StoreInUse and the problems of Records::write.

    /// Closes it, with who and when. One that was closed before stays as it is.
    [[nodiscard]] Result<RaisedAlert> acknowledge(const QString &id, const QString &who);
    /// Notes that the on-call command has taken it.
    [[nodiscard]] Result<void> notePaged(const QString &id);

private:
    [[nodiscard]] std::optional<RaisedAlert> find(const QString &id);
    [[nodiscard]] QList<RaisedAlert> read(const QStringList &ids);
    [[nodiscard]] Result<void> write(const QString &type, const QString &id, const QJsonObject &json);
    [[nodiscard]] QJsonObject json(const QString &type, const QString &id);

    Records &m_records;
};

} // namespace handrail::clinic
