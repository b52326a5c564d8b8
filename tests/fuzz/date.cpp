// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Times as FHIR writes them. The app and the clinic have a reader each: they must agree on every text, and with the calendar.

#include "Fuzz.h"
#include "clinic/base/FhirTime.h"
#include "fhir/Read.h"

#include <QRegularExpression>

namespace handrail::fuzz {

namespace {

const QRegularExpression &instantForm()
{
    // FHIR R4 datatypes, instant; the offset as FHIR limits it there.
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
                       "(\\.[0-9]+)?(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))\\z"),
        QRegularExpression::DontCaptureOption);
    return form;
}

bool isWritten(const QString &text)
{
    return instantForm().match(text).hasMatch() && QDate::fromString(text.left(10), Qt::ISODate).isValid()
        && !text.startsWith(u"0000");
}

} // namespace

void prepare()
{
    (void)instantForm();
}

void run(Input input)
{
    const QString text = QString::fromUtf8(input.rest());
    const QDateTime instant = fhir::readInstant(text);
    require(instant.isValid() == isWritten(text), "an instant is what FHIR says");
    const auto atClinic = clinic::readTime(text, clinic::TimeForm::Instant);
    require(instant.isValid() == atClinic.has_value(), "app and clinic take the same instants");
    if (atClinic) {
        require(instant.toMSecsSinceEpoch() / 1000 == atClinic->low / 1000 || text.contains(u":60"),
                "app and clinic read the same time");
        const QString again = QString::fromLatin1(clinic::writeInstant(instant.toMSecsSinceEpoch()));
        require(fhir::readInstant(again) == instant || instant.date().year() > 9999 || instant.date().year() < 1,
                "a time that is written reads the same");
        require(fhir::readZonedInstant(text).toUTC() == instant, "the zone does not move the time");
        require(fhir::readDayOf(text) == fhir::readDate(text.left(10)), "its day is the day that is written");
    }
    const QDate date = fhir::readDate(text);
    const auto dateAtClinic = clinic::readTime(text, clinic::TimeForm::Date);
    require(date.isValid() == dateAtClinic.has_value(), "app and clinic take the same dates");
    if (date.isValid()) {
        require(dateAtClinic->low == QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(),
                "app and clinic read the same date");
        require(dateAtClinic->high > dateAtClinic->low, "a date has a length");
        require(fhir::readDayOf(text) == date, "a date is its own day");
    }
    for (const auto form : {clinic::TimeForm::DateTime, clinic::TimeForm::Search}) {
        const auto range = clinic::readTime(text, form);
        require(range.has_value() || (!instant.isValid() && !date.isValid()), "wider forms take what narrower ones take");
        require(!range || range->high > range->low, "a time has a length");
    }
}

} // namespace handrail::fuzz
