// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/ScheduleKey.h"

#include "core/Ids.h"

#include <QUuid>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

QUuid named(const QString &text)
{
    static const QUuid space = QUuid::createUuidV5(
        QUuid(0x6ba7b811, 0x9dad, 0x11d1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8), canonical(u"sid/schedule"));
    return QUuid::createUuidV5(space, text);
}

// The kinds to which several patients come, whether or not one line names them all.
bool isShared(const QString &kind)
{
    return kind == u"group" || kind == u"education" || kind == u"mind-body";
}

} // namespace

QString keyOf(const ScheduleRow &row)
{
    if (!row.id.isEmpty())
        return u"id|" + row.id;
    return QStringList{
        row.date.toString(Qt::ISODate), row.start.toString(u"HHmm"_s), row.end.toString(u"HHmm"_s), row.kind, row.title, row.place,
        row.practitioners.join(u' ')}
        .join(u'|');
}

QString sessionKeyOf(const ScheduleRow &row)
{
    const QString key = keyOf(row);
    const bool isAlone = row.id.isEmpty() && row.group.isEmpty() && row.patients.size() == 1 && !isShared(row.kind);
    return isAlone ? QString(key % u"|Patient/" % row.patients.first()) : key;
}

bool areSame(const ScheduleRow &one, const ScheduleRow &other)
{
    return one.date == other.date && one.start == other.start && one.end == other.end && one.kind == other.kind
        && one.title == other.title && one.place == other.place && one.practitioners == other.practitioners
        && one.isVideo == other.isVideo && one.link == other.link && one.status == other.status && one.offset == other.offset;
}

QString sessionIdOf(const QString &organization, const QString &key)
{
    return named(QString(organization % u'|' % key)).toString(QUuid::WithoutBraces);
}

QString appointmentIdOf(const QString &organization, const QString &key, const QString &patientId)
{
    return named(QString(organization % u'|' % key % u'|' % patientId)).toString(QUuid::Id128);
}

} // namespace handrail::clinic
