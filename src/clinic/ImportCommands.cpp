// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/ImportCommands.h"

#include "clinic/CommandText.h"
#include "clinic/StaffLog.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/forms/FormCheck.h"
#include "clinic/forms/FormDesk.h"
#include "clinic/forms/ClinicNotices.h"
#include "clinic/forms/ShippedForms.h"
#include "clinic/records/Importer.h"

#include <QJsonDocument>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace handrail::clinic {

namespace {

// Forms are judged; answers of the past are taken as they are, scored, and staff are told of them as of any other.
QList<Issue> issuesOf(const QJsonObject &resource)
{
    const bool isForm = resource.value(QLatin1String("resourceType")).toString() == QLatin1String("Questionnaire");
    return isForm ? checkForm(resource) : QList<Issue>();
}

} // namespace

int importRecords(Service &service, QIODevice &input, bool isOverwriting)
{
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    const auto progress = [&](qsizetype stored) {
        std::fprintf(stderr, isTerminal ? "\r%lld records stored" : "%lld records stored\n", static_cast<long long>(stored));
    };
    FormDesk desk(service.records);
    FamilySessions family(service.records);
    family.onOutlasted = [&](const QString &appointment, const QString &patient, const QString &relative) {
        return writeSharingTooShort(service.records, appointment, patient, relative);
    };
    const auto follow = [&](const Record &record) {
        // What the clinic makes of it has no row, as over HTTP: a patient would read in theirs that an alert was raised.
        const auto watching = std::exchange(service.records.onWritten, {});
        const Result<void> received = record.isDeleted ? Result<void>() : desk.received(record, FormDesk::Arrival::Imported);
        const Result<void> followed = received ? family.follow(record) : received;
        service.records.onWritten = watching;
        return followed;
    };
    StaffLog log(service);
    log.watch(StaffLog::Detail::EachType);
    Importer importer(service.records, progress, issuesOf, follow);
    if (isOverwriting)
        importer.overwrite();
    const auto stored = importer.importFrom(input);
    if (isTerminal)
        std::fputc('\n', stderr);
    for (const QString &record : importer.kept())
        print({record, QStringLiteral("stays as it is here")});
    if (!stored)
        return fail(QStringLiteral("record %1: %2. Nothing of its batch was stored.")
                        .arg(stored.error().position)
                        .arg(stored.error().text));
    if (*stored == 0)
        return fail(QStringLiteral("there is no record in the input"));
    if (!importer.kept().isEmpty())
        say(QStringLiteral(
                "Not stored: %1. A permission that has ended is given again by its patient alone; what is newer here gives way to "
                "what is older with --overwrite.")
                .arg(importer.kept().size()));
    say(QStringLiteral("Done: %1 records.").arg(*stored - importer.kept().size()));
    return 0;
}

int shippedForms(Service &service, bool isAdding)
{
    int refused = 0;
    for (const QString &id : shippedInstruments()) {
        const QByteArray text = shippedForm(id);
        const QJsonObject form = QJsonDocument::fromJson(text).object();
        const QString url = form.value(QLatin1String("url")).toString();
        QString state = QStringLiteral("here");
        if (!isFormHere(service.records, url)) {
            // The form itself, of whatever id, where it is not active, or another one of that id, is the clinic's to decide about.
            const RecordPtr other = service.records.read(QStringLiteral("Questionnaire"), id);
            const QString taken = other && !other->isDeleted ? id : idOfForm(service.records, url);
            if (!taken.isEmpty() || !isAdding)
                state = taken.isEmpty() ? QStringLiteral("not here")
                                        : QStringLiteral("not here: Questionnaire/%1 is another form, or not active").arg(taken);
            else if (const auto stored = Importer(service.records, {}, issuesOf).importResources({text}); !stored)
                state = QStringLiteral("not stored: ") + stored.error().text;
            else
                state = QStringLiteral("added");
            refused += isAdding && state != QLatin1String("added") ? 1 : 0;
        }
        std::puts((url + u'|' + form.value(QLatin1String("version")).toString() + u'\t'
                   + form.value(QLatin1String("title")).toString() + u'\t' + state)
                      .toUtf8()
                      .constData());
    }
    return refused > 0 ? 1 : 0;
}

} // namespace handrail::clinic
