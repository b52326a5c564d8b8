// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/FhirApi.h"

#include <algorithm>

namespace handrail::clinic {

// Operations of the FHIR API: POST [base]/Type/$name and POST [base]/Type/id/$name.

Reply noSuchOperation()
{
    return outcome(404, "not-supported", "There is no such operation");
}

Reply FhirApi::operate(const Request &request, const QStringList &path)
{
    const QString name = path.last().mid(1);
    const bool isOfInstance = path.size() == 3;
    const auto found = std::find_if(m_operations.begin(), m_operations.end(), [&](const FhirOperation &each) {
        return path.size() <= 3 && each.name == name && each.type == path.first() && each.isOfInstance == isOfInstance;
    });
    const bool isKnown = found != m_operations.end();
    Reply refusal;
    std::optional<Access> access;
    if (isKnown && !found->needsToken) {
        if (isJsonAsked(request, refusal))
            access = Access();
    } else {
        access = admitted(request, refusal);
    }
    if (!access)
        return refusal;
    const auto draft = request.body.isEmpty() ? std::optional<Draft>(Draft()) : readDraft(request.body);
    if (!draft)
        return outcome(400, "structure", "The body is not JSON that can be read");
    if (!isKnown)
        return noSuchOperation();
    const QString id = isOfInstance ? path.at(1) : QString();
    if (isOfInstance && !isId(id))
        return notFound();
    if (found->needsToken && !m_rate.take(access->userId, m_records.clock().monotonic()))
        return tooMany();

    const OperationCall call{*access, id, draft->json, request.peer, QString::fromLatin1(request.header("Accept-Language"))};
    if (found->refusal) {
        if (const std::optional<Reply> refused = found->refusal(call))
            return *refused;
    }
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return problemReply({ProblemKind::StoreInUse, true, {}, 0, -1});
    m_records.noticeChanges(); // what another process committed a moment ago holds
    const std::size_t mark = m_audit.mark();
    const quint64 writes = m_records.writes();
    OperationResult result = found->run(call);
    const bool isKept = result.isKept || result.reply.status < 300;
    const QString patient = result.about.isEmpty() ? access->patientId : result.about;
    if (found->needsToken && isKept)
        m_audit.add(*access, 'E', found->type, id, patient, result.reply.status);
    if (isKept && m_audit.flushInside() && transaction.commit()) {
        m_audit.settle();
    } else {
        if (m_records.writes() != writes) // a refusal alone must not cost everybody the cache
            m_records.forget();
        m_audit.rewind(mark);
        if (isKept)
            result.reply = problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});
        if (found->needsToken)
            m_audit.add(*access, 'E', found->type, id, patient, result.reply.status);
    }
    addNotice(*access, result.reply);
    return result.reply;
}

} // namespace handrail::clinic
