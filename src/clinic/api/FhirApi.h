// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/AuditLog.h"
#include "clinic/api/FhirOperation.h"
#include "clinic/api/Policy.h"
#include "clinic/api/WriteRate.h"
#include "clinic/base/CpuBudget.h"
#include "clinic/forms/FormDesk.h"
#include "clinic/http/Server.h"
#include "clinic/records/Validator.h"

#include <QJsonObject>
#include <QSet>
#include <functional>

namespace handrail::clinic {

/// FHIR R4 over HTTP: create, read, vread, history, update, search, batch, transaction, metadata. One body of code for all types. Nothing is
/// deleted this way: what is over has a status that says so (design api 0.10). The import command can; what it deleted is 410 here.
class FhirApi
{
public:
    /// Processor time that one interaction may take, as others wait meanwhile; and that a whole batch may.
    static constexpr std::chrono::milliseconds interactionTime{150};
    static constexpr std::chrono::milliseconds batchTime{2000};

    /// `base` is the FHIR base URL without a slash at the end.
    FhirApi(Records &records, AuditLog &audit, TokenChecker &tokens, QByteArray base, QJsonObject security);

    void addRoutes(Server &server);
    /// Everything but a Bundle.
    [[nodiscard]] Reply handle(const Request &request);
    /// A Bundle: a batch entry by entry, a transaction in one step.
    [[nodiscard]] Steps handleBundle(const Request &request);

    /// Before addRoutes(). /metadata names it, with its definition below HR/OperationDefinition.
    void addOperation(FhirOperation operation) { m_operations.append(std::move(operation)); }
    /// Called with each record that a request wrote, in its transaction. What it writes itself is not handed to it.
    std::function<Result<void>(const Record &record)> onWritten;
    [[nodiscard]] Policy &policy() { return m_policy; }

    /// Called after the commit of a Consent that is no longer active: the relatives it named, and the patient.
    std::function<void(const QString &relatedPersonId, const QString &patientId)> onConsentEnded;

private:
    // One interaction, from a request of its own or from an entry of a Bundle.
    struct Operation {
        QByteArray method;
        QStringList path; // below the base
        QByteArray query;
        QByteArray ifMatch, ifNoneExist, ifNoneMatch, prefer;
        QByteArray body;
        QString givenId;              // of a create inside a transaction
        std::optional<Reply> refusal; // of an entry of a batch that asks for nothing that can be done
        bool isInTransaction = false;
    };
    struct Outcome {
        Reply reply;
        RecordPtr record; // what was written or matched
    };

    std::optional<Access> admitted(const Request &request, Reply &refusal);
    static bool isJsonAsked(const Request &request, Reply &refusal);
    Reply operate(const Request &request, const QStringList &path);
    Result<RecordPtr> store(const ResourceType &type, const QString &id, const Draft &draft);
    void describe(AuditAgent &agent, const QString &patient);
    Reply perform(const Access &access, const Operation &operation);
    Reply read(const Access &access, const ResourceType &type, const Operation &operation);
    Reply readHistory(const Access &access, const ResourceType &type, const QString &id);
    Reply write(const Access &access, const ResourceType &type, const Operation &operation);
    Outcome create(const Access &access, const ResourceType &type, const Operation &operation);
    Outcome update(const Access &access, const ResourceType &type, const Operation &operation);
    Outcome written(const Access &access, const RecordPtr &record, int status, const Operation &operation);

    Reply search(const Access &access, const ResourceType &type, const QByteArray &query, const QByteArray &prefer);
    struct Matches {
        QList<RecordPtr> records;
        QList<Cursor> cursors;
        bool isCut = false; // there may be more, but the answer is as long as it may be
        const char *error = nullptr;
        bool isTooCostly = false;
    };
    [[nodiscard]] bool isUpdatedWithin(const SearchQuery &search, qint64 updated);
    Matches matches(const Access &access, const SearchQuery &search, const SearchScope &scope, std::optional<Cursor> after,
                    int limit, qsizetype maximumBytes);
    static Matches behind(Matches found, const std::optional<Cursor> &after);
    bool spend(const SearchQuery &search);
    QByteArray included(const Access &access, const SearchQuery &search, const QList<RecordPtr> &found);
    QByteArray sealedPage(const Access &access, const SearchQuery &search, const Cursor &cursor) const;
    std::optional<Cursor> openedPage(const Access &access, const SearchQuery &search) const;

    struct Batch;
    std::optional<Reply> step(Batch &batch);
    Reply transaction(const Access &access, QList<Operation> operations, const QList<QByteArray> &fullUrls);
    std::optional<QList<Operation>> readEntries(const QByteArray &text, QList<QByteArray> &fullUrls, bool isTransaction,
                                                const char *&error) const;
    static QByteArray entryOf(const Reply &reply);

    Reply audit(const Access &access, const Operation &operation);
    static QList<SearchParameter> auditParameters();
    void noteAbout(const Record &record);
    void noteAsked(const SearchQuery &search);
    void log(const Access &access, char action, const QString &type, const QString &id, int status);
    Reply capability() const;
    void noteConsent(const Record &before);
    void tellConsents();

    Records &m_records;
    AuditLog &m_audit;
    TokenChecker &m_tokens;
    Policy m_policy;
    Validator m_validator;
    FormDesk m_forms;
    WriteRate m_rate;
    QByteArray m_base;
    QJsonObject m_security;
    QByteArray m_pageKey;
    QList<FhirOperation> m_operations;
    QList<std::pair<QString, QString>> m_endedConsents; // told after the commit
    QStringList m_about;                                // the patients of whom the interaction under way shows or changes something
    QSet<QString> m_newInTransaction;                   // Type/id of what the transaction under way creates

    // What the request under way, with all entries of its Bundle, may still cost: one thread answers everybody.
    struct Budget {
        int alternatives = 200;            // values in the conditions of its searches
        qsizetype bytes = 4 * 1024 * 1024; // of its answer; the last part may go beyond
        CpuBudget time;                    // of the interaction under way
    };
    Budget m_budget;
};

/// The segments of a path below the base; a slash at its end is let pass. Empty when one of them is.
[[nodiscard]] QStringList segmentsOf(const QString &path);
/// W/"<version>".
[[nodiscard]] QByteArray etagOf(const Record &record);
/// If-Match or If-None-Match names this tag: in a list, without its W/, or by an asterisk for any (RFC 9110 13.1).
[[nodiscard]] bool isTagIn(const QByteArray &header, const QByteArray &tag);
/// The notice that a relative's answer carries.
void addNotice(const Access &access, Reply &reply);
/// The constant answers of the API.
[[nodiscard]] Reply insufficientScope();
[[nodiscard]] Reply notFound();
[[nodiscard]] Reply tooCostly();
[[nodiscard]] Reply tooMany();
[[nodiscard]] Reply problemReply(const Problem &problem);
[[nodiscard]] Reply issuesReply(const QList<Issue> &issues);
[[nodiscard]] Reply resourceReply(int status, const Record &record, const QByteArray &body);

} // namespace handrail::clinic
