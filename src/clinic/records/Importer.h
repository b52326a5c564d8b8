// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"
#include "clinic/records/Validator.h"

#include <QIODevice>
#include <functional>

namespace handrail::clinic {

/// Brings resources in from a Bundle or from NDJSON (one resource a line), keeping their ids, and gives everything out again. What is
/// invalid stops the batch that it is in: of those 100 records none is stored, those of batches before it are. What people said here since is not
/// undone by what is older: see kept().
class Importer
{
public:
    struct Failure {
        qsizetype position = 0; ///< which resource, from 1
        QString text;           ///< for the person at the terminal: what is wrong and where, without the record's content
    };
    /// More that can be wrong with a resource than its structure; what is right gives nothing.
    using Check = std::function<QList<Issue>(const QJsonObject &resource)>;
    /// What follows from a record that is in now, in the transaction of its batch: also of one that was in before as it is, so that an
    /// import can be repeated. Of a QuestionnaireResponse once more at the end where a Questionnaire came after it.
    using Follow = std::function<Result<void>(const Record &record)>;
    /// `progress` is called after each batch with how many are stored.
    explicit Importer(Records &records, std::function<void(qsizetype)> progress = {}, Check check = {}, Follow follow = {});
    /// Answers that are older than those here are stored all the same.
    void overwrite() { m_isOverwriting = true; }

    /// How many resources were stored. Bundle entries with request.method DELETE delete; other methods store.
    [[nodiscard]] tl::expected<qsizetype, Failure> importFrom(QIODevice &input);
    [[nodiscard]] tl::expected<qsizetype, Failure> importResources(const QList<QByteArray> &resources);

    /// TYPE/ID of what stayed as it is here: a permission that has ended, which only its patient gives again; and a permission or answers of which
    /// a later version than meta.lastUpdated says is here. A permission that has ended in the file ends here in any case.
    [[nodiscard]] const QStringList &kept() const { return m_kept; }

    /// A Bundle of type collection on `output`: all current resources, or those of one patient with what they point at that belongs to
    /// nobody (Organization, Practitioner, Questionnaire, ...). False when there is no such patient or the output cannot be written.
    [[nodiscard]] bool exportTo(QIODevice &output, const QString &patientId, const QByteArray &base);

private:
    struct Item {
        QByteArray text;
        QString deletedType, deletedId;
    };
    [[nodiscard]] tl::expected<void, Failure> add(Item item);
    [[nodiscard]] tl::expected<void, Failure> storeBatch();
    [[nodiscard]] tl::expected<void, QString> store(const Item &item);
    [[nodiscard]] tl::expected<void, Failure> takeIn(QIODevice &input);
    [[nodiscard]] bool isKept(const Record &current, const QJsonObject &before, const QJsonObject &after) const;
    void noteArrived(const RecordPtr &record, bool isNew);
    [[nodiscard]] tl::expected<void, Failure> followLate();
    [[nodiscard]] tl::expected<void, Failure> addBundle(const QByteArray &text);

    Records &m_records;
    Validator m_validator;
    std::function<void(qsizetype)> m_progress;
    Check m_check;
    QList<Item> m_batch;
    qsizetype m_stored = 0;
    Follow m_follow;
    QList<RecordPtr> m_arrived; ///< in this batch
    QStringList m_responses;    ///< ids of all QuestionnaireResponses so far
    bool m_hasLateForm = false;
    bool m_isOverwriting = false;
    QStringList m_kept;
};

} // namespace handrail::clinic
