// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/JoinCommands.h"

#include "clinic/CommandText.h"
#include "clinic/StaffLog.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/family/JoinOperation.h"
#include "clinic/family/Parameters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>

namespace handrail::clinic {

int printJoinLink(Service &service, const QString &session, const QString &practitionerId, const JoinLinks &links)
{
    Transaction transaction(service.database);
    if (!transaction.isOpen())
        return fail(words({ProblemKind::StoreInUse, true, {}, 0, -1}));
    StaffLog log(service, practitionerId);
    Policy policy(service.records);
    JoinOperation join(service.records, policy, links);
    OperationCall call;
    call.access = {userOfTheSystem(), QString(u"Practitioner/" + practitionerId), {}, {QStringLiteral("user/Appointment.r")}};
    QString why = QStringLiteral("There is no such session");
    for (const QString &id : appointmentsOf(service.records, session)) {
        call.id = id;
        const OperationResult result = join.run(call);
        const QJsonObject answer = QJsonDocument::fromJson(result.reply.body).object();
        if (result.reply.status != 200) { // of several, one that is cancelled or missed shuts out nobody
            if (result.reply.status != 404)
                why =
                    answer.value(QLatin1String("issue")).toArray().at(0).toObject().value(QLatin1String("diagnostics")).toString();
            continue;
        }
        if (!log.note('E', QStringLiteral("Appointment"), id, result.about) || !transaction.commit())
            return fail(QStringLiteral("the log of accesses cannot be written"));
        std::puts(Parameters(answer).text("url", "valueUrl").toUtf8().constData());
        say(QStringLiteral("This link is yours alone. It opens for five minutes, and is kept nowhere."));
        return 0;
    }
    return fail(why);
}

} // namespace handrail::clinic
