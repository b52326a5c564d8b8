// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QVariant>
#include <optional>

namespace handrail {

/// Questionnaire.item.type. Unsupported: attachment, reference, and every type that FHIR R4 does not know.
enum class ItemType {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String,
    Text,
    Url,
    Choice,
    OpenChoice,
    Quantity,
    Unsupported
};

/// How a question is put, which follows from its type, its itemControl and its limits. Unsupported is shown as such and stays skippable.
enum class Control {
    Display,
    Group,
    Faces,
    Slider,
    Choice,     ///< one of the options
    Chips,      ///< any number of the options
    Stepper,    ///< a number between two limits
    Scale,      ///< one of a few options that stand in a row, in an order
    YesNo,      ///< one of two options
    Text,       ///< several lines
    Number,     ///< typed: integer or decimal (FormItem::type says which)
    Date,       ///< a day
    DateTime,   ///< a day and a time
    Time,       ///< a time of day
    Line,       ///< one line of text
    Url,        ///< an address
    OpenChoice, ///< one of the options, or own words; any number of them when the item repeats
    Quantity,   ///< a number with a unit
    Unsupported
};

/// A code in a code system (Coding).
struct Code {
    QString system;
    QString code;

    friend bool operator==(const Code &a, const Code &b) { return a.system == b.system && a.code == b.code; }
};

/// One possible answer of a choice (Questionnaire.item.answerOption).
struct Option {
    QString system;
    QString code; ///< what Answers holds; no other option of the item has it
    QString text;
    bool isExclusive = false; ///< questionnaire-optionExclusive: taken alone
    bool hasWeight = false;
    double weight = 0;      ///< ordinalValue or itemWeight
    QString asWritten = {}; ///< `text` in the form's own language, for the clinic's records; empty: as shown
    ItemType type =
        ItemType::Choice; ///< Choice: a Coding. Display: one without a code. String, Integer, Date, Time: `code` as FHIR writes it
    QString codeAsWritten = {}; ///< Coding.code where another option of the item has it too, under another system; else empty
};

/// One of the units that a quantity can be given in.
struct Unit {
    QString system;
    QString code; ///< what Answers holds; the text where the form gives no code
    QString text;
};

/// Questionnaire.item.enableWhen.operator. Always: what cannot be judged here counts as fulfilled, so that no question is lost by it.
enum class Operator { Always, Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

/// One Questionnaire.item.enableWhen: the item is asked when the answer to `linkId` stands in this relation to `value`.
struct Condition {
    QString linkId;
    Operator relation = Operator::Always;
    ItemType type = ItemType::Boolean; ///< of answer[x]; Choice: a Coding
    QVariant value;                    ///< as in Answers; of a Coding its code; Exists: bool
    QString system = {};               ///< of a Coding
};

/// Questionnaire.item.enableBehavior.
enum class EnableBehavior { All, Any };

/// questionnaire-choiceOrientation, a hint.
enum class Orientation { Unsaid, Horizontal, Vertical };

/// Where a question speaks of hurting oneself or of dying (form/Safety): whatever is answered but no, or what one of its answers says. Asked since
/// when, 0 days are no "no".
enum class DangerIn { Nothing, Answers, Question, SinceWhen };

/// One Questionnaire.item.
struct FormItem {
    QString linkId;
    QString text;
    QString help; ///< its child display items with itemControl help or flyover, a line each
    Control control = Control::Unsupported;
    ItemType type = ItemType::Unsupported;
    QList<Option> options;
    bool repeats = false; ///< of a question: Answers holds a list. Of a group: there can be copies of it
    double minimum = 0;   ///< of a Slider or Stepper; elsewhere only with hasMinimum
    double maximum = 10;
    double step = 1;
    QString lowerLabel;
    QString upperLabel;
    int maxLength = 0;           ///< 0: no limit given
    bool isMedicineOnly = false; ///< asked only when a medicine is on the plan
    QList<FormItem> children;    ///< of a group, and of a question (Questionnaire.item.item below a question)
    QString asWritten = {};      ///< as Option::asWritten
    QString prefix = {};         ///< "1.", "a)"
    QString placeholder = {};    ///< entryFormat: how it is to be typed
    QList<Code> codes = {};      ///< what is asked, such as LOINC 44260-8
    QList<Condition> conditions = {};
    EnableBehavior behavior = EnableBehavior::All;
    bool isRequired = false;
    bool isReadOnly = false;
    bool isHidden = false; ///< never drawn, and judged like the others
    bool hasMinimum = false;
    bool hasMaximum = false;
    QString earliest = {}; ///< minValue and maxValue of a date, dateTime or time, as FHIR writes them
    QString latest = {};
    int maximumDecimals = -1; ///< -1: no limit given
    int maximumAnswers = 0;   ///< of an item that repeats (maxOccurs); 0: no limit given
    int minimumAnswers = 0;   ///< minOccurs
    QList<Unit> units = {};
    QVariant initial = {}; ///< initial or answerOption.initialSelected, as in Answers
    Orientation orientation = Orientation::Unsaid;
    QString pattern = {};        ///< regex: what a whole answer in letters has to match; empty: no such rule
    QVariant leastQuantity = {}; ///< sdc-questionnaire-minQuantity and maxQuantity, see quantity(); invalid: no such limit
    QVariant mostQuantity = {};
    QString scoreExpression = {};      ///< sdc-questionnaire-calculatedExpression in FHIRPath, as written
    bool needsMoreThanWeCanDo = false; ///< enableWhenExpression and the like, which is not run
    /// By its words or its heading; of a form that was listened to (form/Safety), once, since each answer asks.
    std::optional<DangerIn> dangerIn = {};
    bool isResultAsked = false; ///< of a form that is filled in: a result that is not worked out here, and required, so it is asked
};

/// A FHIR Questionnaire as the app shows it.
struct Form {
    QString url; ///< canonical without version; of one that has none its reference, "Questionnaire/7"
    QString version;
    QString title;
    bool isActive = true; ///< not a draft and not retired (Questionnaire.status)
    QList<FormItem> items;
    int droppedItems =
        0; ///< left out: without a linkId or with one that was written before, or more items or levels than the app takes
    int itemsLackingOptions = 0; ///< choices that have more options than are listed here: by a rule, elsewhere, or too many
    bool isStandIn = false;      ///< the app's own, in the place of a form of the clinic's that has nothing the app can ask
    QList<Code> codes = {};      ///< what it is for (Questionnaire.code)
    QString copyright = {};      ///< whose words it is made of (Questionnaire.copyright); may be empty, and of several lines

    /// What its answers say that they are to. A reference has no version.
    [[nodiscard]] QString canonicalWithVersion() const
    {
        return version.isEmpty() || url.startsWith(u"Questionnaire/") ? url : url + u'|' + version;
    }
};

/// The item with this linkId, on whatever level; null when there is none.
[[nodiscard]] const FormItem *itemIn(const QList<FormItem> &items, const QString &linkId);

/// The answers, each under the key of its item (answerKey). An item without an entry was not answered. `value` holds, by Control:
///   Faces, Choice, Scale, YesNo: QString, the code of the option
///   Chips: QStringList of codes
///   OpenChoice: QString, a code or ownWords(); QStringList of them when the item repeats
///   Slider, Stepper, Number: double; also of an item with a scoreExpression
///   Text, Line, Url: QString
///   Date, DateTime, Time: QString as FHIR writes it ("2026-11-18", "2026-11-18T20:20:00-05:00", "20:20:00")
///   Quantity: QVariantMap, see quantity()
/// Where an item of the last four lines repeats, even of one answer: QVariantList of those.
using Answers = QMap<QString, QVariant>;

/// The key of an answer: the linkId. Below the second and later copies of a group that repeats a path follows: the number, from 0, of
/// the copy on each level from the outermost item down to this one, without the zeros at its end. So the first copy of everything has the
/// plain linkId, and a form without such groups knows nothing of paths.
[[nodiscard]] QString answerKey(const QString &linkId, const QList<int> &path = {});
[[nodiscard]] QString linkIdOf(const QString &key);
/// Without the zeros at its end; empty for the first copy of everything, and for what is no key.
[[nodiscard]] QList<int> pathOf(const QString &key);

/// Of a group that repeats.
inline constexpr int mostCopiesOfGroup = 50;
/// How many copies of the groups that repeat these answers need, where it is more than one: by the key of the first copy. Never more
/// than FormItem::maximumAnswers or mostCopiesOfGroup.
[[nodiscard]] QHash<QString, int> copiesIn(const Form &form, const Answers &answers);

/// An answer to an OpenChoice that is none of its options, so that no words can be taken for a code.
[[nodiscard]] QString ownWords(const QString &text);
/// nullopt for a code.
[[nodiscard]] std::optional<QString> ownWordsIn(const QString &value);

/// The answer to a Quantity. `unit` is a Unit::code of the item, and empty where it has none.
[[nodiscard]] QVariant quantity(double value, const QString &unit);
struct QuantityValue {
    double value = 0;
    QString unit;
};
[[nodiscard]] std::optional<QuantityValue> quantityIn(const QVariant &answer);

/// A finished set of answers: a FHIR QuestionnaireResponse.
struct CompletedForm {
    QString identifier;    ///< urn:uuid. Of another system's "system|value"; of a record without one "QuestionnaireResponse/id"
    QString questionnaire; ///< canonical with version
    QString patientId;
    QDateTime authored; ///< with the offset of the place where it was answered
    Answers answers;
    QString basedOn = {};     ///< CarePlan/<id> that asks for it; only written, and empty for most
    QDateTime amended = {};   ///< when these answers took the place of earlier ones; invalid: they never did
    bool isDayOnly = false;   ///< `authored` is of that day, and its time is not known
    bool isInUtc = false;     ///< only read: `authored` was written with a "Z", which says nothing of where it was
    bool isAmendable = false; ///< only read: the patient wrote them, as this app writes: under a URN, with a time
    bool isCut = false;       ///< only read: there are more items than are taken

    /// When these very answers were given; invalid where no time is known.
    [[nodiscard]] QDateTime saidAt() const { return amended.isValid() ? amended : isDayOnly ? QDateTime() : authored; }
};

} // namespace handrail
