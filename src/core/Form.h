// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QMap>
#include <QVariant>

namespace handrail {

/// How a question is put. Read from Questionnaire.item.type and its itemControl; Unsupported is shown as such and stays skippable.
enum class Control { Display, Group, Faces, Slider, Choice, Chips, Stepper, Scale, YesNo, Text, Unsupported };

/// One possible answer of a choice (Questionnaire.item.answerOption).
struct Option {
    QString system;
    QString code;
    QString text;
    bool isExclusive = false; ///< questionnaire-optionExclusive
    bool hasWeight = false;
    double weight = 0;      ///< ordinalValue or itemWeight
    QString asWritten = {}; ///< `text` in the form's own language, for the clinic's records; empty: as shown
};

/// One Questionnaire.item.
struct FormItem {
    QString linkId;
    QString text;
    QString help; ///< a child display item with itemControl help
    Control control = Control::Unsupported;
    QString fhirType; ///< choice, integer, decimal ... as the server wrote it
    QList<Option> options;
    bool repeats = false;
    double minimum = 0;
    double maximum = 10;
    double step = 1;
    QString lowerLabel;
    QString upperLabel;
    int maxLength = 0;           ///< 0: no limit given
    bool isMedicineOnly = false; ///< asked only when a medicine is on the plan
    QList<FormItem> children;    ///< for Group
    QString asWritten = {};      ///< as Option::asWritten
};

/// A FHIR Questionnaire as the app shows it.
struct Form {
    QString url; ///< canonical without version
    QString version;
    QString title;
    bool isActive = true; ///< not a draft and not retired (Questionnaire.status)
    QList<FormItem> items;
    int droppedItems = 0;       ///< left out: read-only, a linkId written twice, or more items or levels than the app takes
    bool hasConditions = false; ///< asks some items only after certain answers (enableWhen), which the app does not judge yet
    bool isStandIn = false;     ///< the app's own, in the place of a form of the clinic's that it cannot ask rightly

    [[nodiscard]] QString canonicalWithVersion() const { return version.isEmpty() ? url : url + u'|' + version; }
};

/// The answer to one item, by linkId. `value` holds: QString code (Faces, Choice, YesNo, Scale), QStringList codes (Chips), double
/// (Slider, Stepper), QString (Text). An item without an entry was skipped.
using Answers = QMap<QString, QVariant>;

/// A finished set of answers: a FHIR QuestionnaireResponse.
struct CompletedForm {
    QString identifier;    ///< urn:uuid
    QString questionnaire; ///< canonical with version
    QString patientId;
    QDateTime authored; ///< with the offset of the place where it was answered
    Answers answers;
};

} // namespace handrail
