// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OutgoingCopy.h"

#include "care/CheckIn.h"
#include "form/FormState.h"
#include "view/AnswerText.h"
#include "view/MedicineView.h"
#include "view/OutgoingItem.h"

#include <QSet>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutgoingCopy)
};

QString plainText(const QVariant &value)
{
    QStringList texts;
    for (const QVariant &one :
         value.canConvert<QVariantList>() && value.metaType().id() != QMetaType::QString ? value.toList() : QVariantList{value}) {
        const std::optional<QuantityValue> quantity = quantityIn(one);
        const QString text = one.toString();
        texts << (quantity ? QString(QString::number(quantity->value) % u' ' % quantity->unit) : ownWordsIn(text).value_or(text));
    }
    return texts.join(QStringLiteral(", "));
}

/// Question and answer in the form's words and order; an answer for which the form has no place any more comes last, by its key.
QStringList answerLines(const Outgoing &thing, const Records &records)
{
    const CompletedForm &read = *thing.said.form;
    std::optional<Form> form = records.formAnswered(read.questionnaire);
    if (!form && thing.kind == Outgoing::Kind::CheckIn)
        form = dailyCheckInForm(records);
    const Answers answers = form ? records.answersIn(thing.said.item, *form) : read.answers;
    QStringList lines;
    if (form && !form->title.isEmpty() && thing.kind != Outgoing::Kind::CheckIn)
        lines << form->title;
    QSet<QString> said;
    if (form) {
        FormState::Setting setting;
        setting.areInitialsTaken = false;
        FormState state(*form, setting);
        state.takeUp(answers);
        for (const FormEntry &entry : state.entries()) {
            const FormItem &item = *entry.item;
            const QVariant value = answers.value(entry.key);
            const bool isSkipped = isAnswerable(item) && entry.isAsked() && !item.isMedicineOnly;
            if (!value.isValid() && !isSkipped)
                continue;
            said << entry.key;
            lines << item.text << QStringLiteral("    %1").arg(answerText(item, value));
        }
    }
    for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer) {
        if (!said.contains(answer.key()))
            lines << answer.key() << QStringLiteral("    %1").arg(plainText(*answer));
    }
    return lines;
}

QStringList doseLines(const OutboxEntry &said, const TimeText &text)
{
    const DoseTime &time = said.dose->time;
    QString when = text.longDay(said.dose->day);
    if (time.part == DoseTime::Part::Nth)
        when = Words::tr("%1, time %2 of that day", "a day and a number").arg(when).arg(time.number);
    else if (time.part != DoseTime::Part::AnyTime)
        when = Words::tr("%1, %2").arg(when, doseTimeText(time, text));
    return {said.name, when, doseAnswerText(said.dose->answer), said.comment};
}

QStringList wordsOf(const Outgoing &thing, const Records &records, const Clock &clock, const TimeText &text)
{
    using Kind = Outgoing::Kind;
    const OutboxEntry &said = thing.said;
    QStringList lines;
    if (said.session && said.session->start.isValid()) {
        const QDateTime start =
            said.session->start.toTimeZone(said.session->zone.isValid() ? said.session->zone : clock.localZone());
        if (said.message)
            lines << said.session->title; // else the first line has it
        lines << Words::tr("%1, %2").arg(text.longDay(start.date()), text.time(start.time()));
    }
    if (thing.kind == Kind::Unshare)
        lines << (said.name.isEmpty() ? Words::tr("Stop sharing with a person.")
                                      : Words::tr("Stop sharing with %1.").arg(said.name));
    else if (said.dose)
        lines += doseLines(said, text);
    else if (said.message)
        lines << said.message->title << said.message->text;
    else if (said.form && thing.kind != Kind::Lesson)
        lines += answerLines(thing, records);
    else
        lines << said.name << said.comment;
    lines.removeAll(QString());
    // Not even its own words can be found: then what was to be sent.
    if (lines.isEmpty() && said.coming == Coming::Unsaid)
        lines << QString::fromUtf8(said.item.payload);
    return lines;
}

} // namespace

QString outgoingCopy(const Outgoing &thing, const Records &records, const Clock &clock, const TimeText &text)
{
    const QDateTime moment = thing.answered.isValid() ? thing.answered : thing.savedAt.toTimeZone(clock.localZone());
    const QString name = records.name().full;
    QStringList lines{outgoingItem(thing, {}, clock, text).title,
                      Words::tr("%1, %2").arg(text.longDay(moment.date()), text.time(moment.time()))};
    if (!name.isEmpty())
        lines << name;
    lines << Words::tr("The clinic does not have this from the app.") << QString();
    lines += wordsOf(thing, records, clock, text);
    return lines.join(u'\n') + u'\n';
}

} // namespace handrail
