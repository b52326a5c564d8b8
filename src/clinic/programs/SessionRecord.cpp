// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/SessionRecord.h"

#include "clinic/records/RecordWords.h"
#include "core/Ids.h"

#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace words;

namespace {

const QString serviceUrl = u"http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService"_s;

QJsonObject videoService(const QString &link)
{
    QJsonArray parts =
        list({object({{"url"_L1, u"channelType"_s}, {"valueCoding"_L1, coding(canonical(u"CodeSystem/channel"), u"video"_s)}})});
    if (!link.isEmpty())
        parts.append(object({{"url"_L1, u"address"_s}, {"valueUrl"_L1, link}}));
    return object({{"url"_L1, serviceUrl}, {"extension"_L1, parts}});
}

/// A list as one text, a line each; a translation only where each line has it.
SaidText joined(const QList<SaidText> &lines)
{
    SaidText all;
    for (const SaidText &line : lines)
        all.words += (all.words.isEmpty() ? QString() : u"\n"_s) + line.words;
    if (lines.isEmpty())
        return all;
    const QStringList languages = lines.first().translations.keys();
    for (const QString &language : languages) {
        QStringList parts;
        for (const SaidText &line : lines) {
            if (line.translations.contains(language))
                parts << line.translations.value(language);
        }
        if (parts.size() == lines.size())
            all.translations.insert(language, parts.join(u'\n'));
    }
    return all;
}

} // namespace

void say(QJsonObject &made, QLatin1String key, const SaidText &said)
{
    if (said.words.isEmpty())
        return;
    made.insert(key, said.words);
    QJsonArray extensions;
    for (auto it = said.translations.begin(); it != said.translations.end(); ++it)
        extensions.append(translation(it.key(), it.value()));
    if (!extensions.isEmpty())
        made.insert(QString(u'_' + key), object({{"extension"_L1, extensions}}));
}

QJsonObject sessionRecord(const HeldSession &session, const QString &zone)
{
    const QJsonObject zoned =
        object({{"extension"_L1,
                 list({object({{"url"_L1, u"http://hl7.org/fhir/StructureDefinition/tz-code"_s}, {"valueCode"_L1, zone}})})}});
    QJsonObject made = object({{"resourceType"_L1, u"Appointment"_s},
                               {"meta"_L1, guarded()},
                               {"identifier"_L1, list({identifier(canonical(u"sid/session"), session.sessionId)})},
                               {"status"_L1, u"booked"_s},
                               {"serviceType"_L1, list({ours("session-kind"_L1, session.kind)})},
                               {"start"_L1, WallClock::instant(session.start, session.startOffset)},
                               {"_start"_L1, zoned},
                               {"end"_L1, WallClock::instant(session.end, session.endOffset)}});
    if (!session.program.isEmpty())
        made.insert("serviceCategory"_L1, list({ours("program"_L1, session.program)}));
    say(made, "description"_L1, session.title);
    say(made, "comment"_L1, session.topic);
    say(made, "patientInstruction"_L1, joined(session.bring));
    if (session.isVideo)
        made.insert("extension"_L1, list({videoService(session.link)}));
    return made;
}

bool lacksAddress(const QJsonObject &appointment)
{
    const QJsonArray extensions = appointment.value("extension"_L1).toArray();
    return std::any_of(extensions.begin(), extensions.end(), [](const QJsonValue &each) {
        const QJsonArray parts = each["extension"_L1].toArray();
        return each["url"_L1].toString() == serviceUrl && std::none_of(parts.begin(), parts.end(), [](const QJsonValue &part) {
                   return part["url"_L1].toString() == "address"_L1;
               });
    });
}

QJsonObject participant(const QJsonObject &actor)
{
    return object({{"actor"_L1, actor}, {"status"_L1, u"accepted"_s}});
}

} // namespace handrail::clinic
