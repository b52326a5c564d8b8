// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SafetyPlan.h"

#include "care/OwnSheets.h"
#include "care/SafetyReport.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace handrail {

namespace {

const QString valueName = QStringLiteral("safety-plan");
constexpr std::array partNames{u"signs", u"coping", u"places", u"contacts", u"pros", u"means", u"reasons"};
/// Where the worksheet of earlier versions had the same (content/skills/my-safety-plan). But for whom to tell: that is somebody's name, and what
/// stands in a plan can be sent. It stays on the sheet.
constexpr std::array sheetFields{u"signs", u"alone", u"around", u"", u"trained", u"safer", u""};

QJsonArray arrayOf(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

QStringList wordsOf(const QJsonValue &value)
{
    QStringList words;
    for (const QJsonValue &one : value.toArray())
        words << one.toString();
    return words;
}

QDate dayIn(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QByteArray written(const SafetyPlan &plan)
{
    QJsonObject words;
    for (auto it = plan.words.cbegin(); it != plan.words.cend(); ++it)
        words.insert(nameOf(it.key()), it->left(longestPlanPart));
    QStringList parts;
    for (const PlanPart part : plan.lockScreen.parts)
        parts << nameOf(part);
    const QJsonObject object{{QStringLiteral("words"), words},
                             {QStringLiteral("skills"), arrayOf(plan.skills.mid(0, mostPlanSkills))},
                             {QStringLiteral("made"), plan.made.toString(Qt::ISODate)},
                             {QStringLiteral("changed"), plan.changed.toString(Qt::ISODate)},
                             {QStringLiteral("sharing"),
                              QJsonObject{{QStringLiteral("isOn"), plan.sharing.isOn},
                                          {QStringLiteral("identifier"), plan.sharing.identifier},
                                          {QStringLiteral("digest"), QString::fromLatin1(plan.sharing.digest)}}},
                             {QStringLiteral("lockScreen"),
                              QJsonObject{{QStringLiteral("isOn"), plan.lockScreen.isOn},
                                          {QStringLiteral("people"), arrayOf(plan.lockScreen.people)},
                                          {QStringLiteral("parts"), arrayOf(parts)}}}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The words of the worksheet, where there is one.
SafetyPlan planOfSheet(Records &records)
{
    SafetyPlan plan;
    const QString id = safetyPlanId(records);
    const Result<std::optional<OwnSheet>> sheet =
        id.isEmpty() ? Result<std::optional<OwnSheet>>(std::nullopt) : ownSheet(records, id);
    if (!sheet || !*sheet)
        return plan;
    for (const PlanPart part : planParts) {
        const SheetAnswer *answer = (*sheet)->answer(QString::fromUtf16(sheetFields[std::size_t(part)]));
        if (!answer || answer->type == WorksheetField::Type::Person)
            continue;
        QStringList lines = answer->words;
        lines << answer->typed;
        lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
        if (!lines.isEmpty())
            plan.words.insert(part, lines.join(u'\n').left(longestPlanPart));
    }
    plan.made = (*sheet)->made.date();
    plan.changed = (*sheet)->changed.date();
    return plan;
}

} // namespace

QString nameOf(PlanPart part)
{
    return QString::fromUtf16(partNames[std::size_t(part)]);
}

std::optional<PlanPart> planPartNamed(QStringView name)
{
    const auto found = std::find(partNames.cbegin(), partNames.cend(), name);
    return found == partNames.cend() ? std::nullopt : std::optional(PlanPart(found - partNames.cbegin()));
}

SafetyPlan planIn(const QByteArray &kept)
{
    const QJsonObject object = QJsonDocument::fromJson(kept).object();
    SafetyPlan plan;
    const QJsonObject words = object.value(QLatin1String("words")).toObject();
    for (const PlanPart part : planParts) {
        if (const QString text = words.value(nameOf(part)).toString(); !text.isEmpty())
            plan.words.insert(part, text);
    }
    plan.skills = wordsOf(object.value(QLatin1String("skills")));
    plan.made = dayIn(object.value(QLatin1String("made")));
    plan.changed = dayIn(object.value(QLatin1String("changed")));
    const QJsonObject sharing = object.value(QLatin1String("sharing")).toObject();
    plan.sharing = {sharing.value(QLatin1String("isOn")).toBool(), sharing.value(QLatin1String("identifier")).toString(),
                    sharing.value(QLatin1String("digest")).toString().toLatin1()};
    const QJsonObject shown = object.value(QLatin1String("lockScreen")).toObject();
    plan.lockScreen.isOn = shown.value(QLatin1String("isOn")).toBool();
    plan.lockScreen.people = wordsOf(shown.value(QLatin1String("people")));
    for (const QString &name : wordsOf(shown.value(QLatin1String("parts")))) {
        if (const std::optional<PlanPart> part = planPartNamed(name))
            plan.lockScreen.parts << *part;
    }
    return plan;
}

bool SafetyPlan::isBlank() const
{
    return skills.isEmpty()
        && std::all_of(words.cbegin(), words.cend(), [](const QString &text) { return text.trimmed().isEmpty(); });
}

QStringList SafetyPlan::lines(PlanPart part) const
{
    QStringList lines;
    for (const QString &line : words.value(part).split(u'\n')) {
        if (const QString plain = line.simplified(); !plain.isEmpty())
            lines << plain;
    }
    return lines;
}

Result<SafetyPlan> safetyPlan(Records &records)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(valueName);
    if (!kept)
        return tl::make_unexpected(kept.error());
    return *kept ? planIn(**kept) : planOfSheet(records);
}

Result<void> keepSafetyPlan(Records &records, const SafetyPlan &plan)
{
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    return records.store().setValue(valueName, written(plan));
}

Result<void> keepTypedPlan(Records &records, const SafetyPlan &plan)
{
    Result<void> kept = keepSafetyPlan(records, plan);
    if (!kept)
        records.store().putAside(valueName, written(plan)); // a lock takes it along
    return kept;
}

QString safetyPlanUrl()
{
    return canonical(u"Questionnaire/safety-plan");
}

std::optional<Form> safetyPlanForm(const Records &records)
{
    return records.form(safetyPlanUrl(), safetyPlanQuestionnaire());
}

std::optional<FormName> clinicPlanForm(const Records &records)
{
    const Code asked{canonical(u"CodeSystem/careplan-kind"), QStringLiteral("safety-plan")};
    for (const FormName &form : records.forms()) {
        if (form.codes.contains(asked) && form.url != safetyPlanUrl())
            return form;
    }
    return std::nullopt;
}

QString clinicPlanAnswers(const Records &records, const FormName &form)
{
    const QList<SubmittedForm> answered = finishedFormsTo(records, {form.url});
    return answered.isEmpty() ? QString() : answered.first().form.identifier;
}

} // namespace handrail
