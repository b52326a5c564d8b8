// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/ShippedForms.h"

#include "clinic/records/PatientStanding.h"

#include <QFile>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

QByteArray shippedForm(const QString &id)
{
    QFile file(u":/handrail/clinic/forms/"_s + id + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList shippedInstruments()
{
    return {u"phq-2-9"_s, u"phq-9"_s, u"gad-2"_s, u"gad-7"_s};
}

QString idOfForm(Records &records, const QString &url)
{
    Statement found = records.database().statement(u"SELECT r.id FROM index_uri u JOIN resource r ON r.row = u.row WHERE "
                                                   u"u.parameter = 'Questionnaire.url' AND u.value = ? AND "
                                                   "r.deleted = 0 ORDER BY r.id"_s);
    return found.run({url}) && found.next() ? found.text(0) : QString();
}

QString formByRecord(Records &records, const QString &name, const QString &base)
{
    const QString address = name.section(u'|', 0, 0);
    const qsizetype at = address.lastIndexOf("/Questionnaire/"_L1);
    const bool isBelow = at > 0 && (base.isEmpty() ? address.contains("://"_L1) : address.left(at) == base);
    if (!isBelow || !idOfForm(records, address).isEmpty())
        return name;
    const bool isHere = !base.isEmpty() || !currentRecord(records, u"Questionnaire"_s, address.section(u'/', -1)).isEmpty();
    return isHere ? name.mid(at + 1) : name;
}

QString urlOfForm(Records &records, const QString &name)
{
    const QString form = name.section(u'|', 0, 0);
    if (!form.startsWith("Questionnaire/"_L1))
        return form;
    const QString url = currentRecord(records, u"Questionnaire"_s, form.section(u'/', 1, 1)).value("url"_L1).toString();
    return url.isEmpty() ? form : url;
}

bool isFormHere(Records &records, const QString &canonical)
{
    const QString version = canonical.section(u'|', 1);
    Statement found = records.database().statement(
        u"SELECT r.body FROM index_uri u JOIN resource r ON r.row = u.row WHERE u.parameter = 'Questionnaire.url' AND u.value = ? "
        "AND r.deleted = 0"_s);
    for (bool hasRow = found.run({canonical.section(u'|', 0, 0)}) && found.next(); hasRow; hasRow = found.next()) {
        const QJsonObject form = QJsonDocument::fromJson(found.bytes(0)).object();
        if (form.value("status"_L1).toString() == "active"_L1
            && (version.isEmpty() || form.value("version"_L1).toString() == version))
            return true;
    }
    return false;
}

} // namespace handrail::clinic
