// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

namespace handrail::clinic {

// The forms of src/content that a clinic can serve, and which forms it has. The files are compiled in here once more, because the clinic does not
// link the app's content.

/// The Questionnaire of that id ("phq-9", "daily-checkin") as JSON. Empty when none of that id comes with the program.
[[nodiscard]] QByteArray shippedForm(const QString &id);

/// The ids of the instruments among them: the PHQ-2 and GAD-2, which grow, the PHQ-9 and the GAD-7. The app brings the check-in itself.
[[nodiscard]] QStringList shippedInstruments();

/// The id of a Questionnaire of this address that the clinic keeps, in whatever state. Empty: it has none.
[[nodiscard]] QString idOfForm(Records &records, const QString &url);

/// A form that is named by the full address of its record, as "Questionnaire/7" with the version that was named; any other name as it is, also where
/// a form goes by that very address. `base`: the clinic's own FHIR address. Where that is not known, any address counts whose record is here.
[[nodiscard]] QString formByRecord(Records &records, const QString &name, const QString &base = {});

/// The address, without a version, of the form that is named so. Of one that is named by its record ("Questionnaire/7") that of the record as it is
/// now; the name itself where there is none.
[[nodiscard]] QString urlOfForm(Records &records, const QString &name);

/// The clinic has this form, and it is active: who is asked it can open it. `canonical` with a version means that version.
[[nodiscard]] bool isFormHere(Records &records, const QString &canonical);

} // namespace handrail::clinic
