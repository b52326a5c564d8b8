// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/WorksheetView.h"

#include "content/ContentLibrary.h"
#include "core/Log.h"
#include "view/ProblemText.h"
#include "view/SheetText.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QTimer>

namespace handrail {

WorksheetView::WorksheetView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::aboutToLock, this, [this] {
        if (!letGo())
            beLost(); // what the disk did not take
    });
    connect(&account, &Account::left, this, &WorksheetView::closeNow);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (!m_filling || !letGo())
            return; // in the other language once it is kept and opened again
        const QString skill = m_filling->skill().id;
        if (m_filling->isKept())
            openSheet(sheetId());
        else
            beginSkill(skill);
    });
}

WorksheetView::~WorksheetView() = default;

TimeText WorksheetView::timeText() const
{
    return TimeText(m_preferences.locale(), m_preferences.textScale());
}

bool WorksheetView::read(const QString &skill)
{
    clear();
    if (!m_account.records())
        return false;
    Result<SkillText> text = m_texts(m_preferences.language()).skill(skill);
    if (!text)
        qCWarning(logApp) << "the script of a sheet cannot be read:" << text.error();
    m_hasScript = text.has_value();
    if (!text) {
        text = SkillText();
        text->id = skill;
    }
    if (const auto *script = std::get_if<ChecklistExercise>(&text->exercise); script && script->then.kind == Next::Kind::Skill) {
        const Result<SkillText> next = m_texts(m_preferences.language()).skill(script->then.skill);
        m_thenTitle = next ? next->title : QString();
    }
    m_filling = std::make_unique<SheetFilling>(*m_account.records(), m_clock, std::move(*text));
    return true;
}

int WorksheetView::begin(const QString &skill)
{
    beginSkill(skill);
    return ++m_ticket;
}

int WorksheetView::open(const QString &sheet)
{
    openSheet(sheet);
    return ++m_ticket;
}

void WorksheetView::close(int ticket)
{
    // When the page that asks is gone, and not while it goes.
    QTimer::singleShot(0, this, [this, ticket] {
        if (ticket == m_ticket && letGo())
            closeNow();
    });
}

/// Its person is told with the next sheet.
void WorksheetView::beLost()
{
    if (m_account.identity())
        m_lostBy = *m_account.identity();
}

/// Whether nothing is lost when it goes.
bool WorksheetView::letGo()
{
    if (m_filling)
        QGuiApplication::inputMethod()->commit(); // the word that is still being composed
    return !m_filling || !m_filling->isUnsaved() || settle(m_filling->keep());
}

void WorksheetView::beginSkill(const QString &skill)
{
    if (!letGo()) {
        if (m_filling->skill().id == skill) {
            show();
            return;
        }
        beLost();
    }
    if (read(skill) && m_hasScript) {
        const SheetFilling::Begun begun = m_filling->begin();
        m_isResumed = begun == SheetFilling::Begun::Resumed;
        if (begun == SheetFilling::Begun::Broken)
            m_problemText = tr("What you wrote here before can’t be read. You can begin a new one.");
    } else {
        clear();
    }
    show();
}

void WorksheetView::beginAnew()
{
    if (!m_filling || !m_hasScript || !letGo())
        return;
    m_filling->beginAnew();
    m_taken = {};
    m_isResumed = false;
    m_savedAt = {};
    m_problemText.clear();
    show();
}

void WorksheetView::openSheet(const QString &sheet)
{
    if (!letGo()) {
        if (sheetId() == sheet) {
            show();
            return;
        }
        beLost();
    }
    const Result<std::optional<OwnSheet>> known =
        m_account.records() ? ownSheet(*m_account.records(), sheet) : Result<std::optional<OwnSheet>>(std::nullopt);
    if (!known || !*known || !read((*known)->skill) || !m_filling->take(sheet))
        clear();
    // A script of another kind under the same name: what was written can be read.
    if (m_filling && m_hasScript
        && m_filling->sheet().kind != SheetFilling(*m_account.records(), m_clock, m_filling->skill()).sheet().kind)
        m_hasScript = false;
    show();
}

void WorksheetView::show()
{
    dropFields();
    const bool isTheirs = m_lostBy && m_account.identity() && m_lostBy->isSamePersonAs(*m_account.identity());
    if (m_filling && m_problemText.isEmpty() && isTheirs && std::exchange(m_lostBy, std::nullopt))
        m_problemText = tr("Some of what you wrote last could not be kept on this device.");
    if (m_filling && m_filling->isKept() && !m_savedAt.isValid())
        m_savedAt = m_filling->sheet().changed.toUTC();
    const QList<WorksheetField> asked = m_filling && m_hasScript ? m_filling->fields() : QList<WorksheetField>();
    for (const WorksheetField &one : asked) {
        auto *field = new SheetField(int(m_fields.size()) + 1, one, m_filling->answer(one.id), timeText(), this);
        connect(field, &SheetField::edited, this, [this, field] { takeAnswer(field); });
        m_fields << field;
    }
    Q_EMIT opened();
    Q_EMIT kept();
}

void WorksheetView::dropFields()
{
    // Their delegates may live a little longer.
    for (SheetField *field : std::as_const(m_last))
        field->deleteLater();
    for (SheetField *field : std::as_const(m_fields))
        disconnect(field, nullptr, this, nullptr);
    m_last = std::exchange(m_fields, {});
}

void WorksheetView::clear()
{
    m_filling.reset();
    m_hasScript = false;
    m_thenTitle.clear();
    m_taken = {};
    m_isResumed = false;
    m_savedAt = {};
    m_problemText.clear();
}

void WorksheetView::closeNow()
{
    if (!m_filling)
        return;
    clear();
    show();
    // Nothing that a person wrote stays in memory, either: their fields go when the pages are gone.
    QTimer::singleShot(0, this, [gone = std::exchange(m_last, {})] {
        for (SheetField *field : gone)
            field->deleteLater();
    });
}

void WorksheetView::takeAnswer(SheetField *field)
{
    if (!m_filling)
        return;
    const bool isKept = settle(m_filling->setAnswer(field->answer()));
    // What the store took may be less than what was pasted.
    const SheetAnswer taken = m_filling->answer(field->id());
    if (isKept && taken.words != field->answer().words)
        field->take(taken);
}

bool WorksheetView::settle(const Result<void> &result)
{
    m_problemText.clear();
    if (result) {
        if (m_filling && m_filling->isKept())
            m_savedAt = m_clock.nowUtc();
    } else {
        m_problemText = handrail::problemText(result.error()).inOne();
    }
    Q_EMIT kept();
    if (result && m_filling && m_filling->isKept())
        Q_EMIT sheetChanged(sheetId());
    return result.has_value();
}

void WorksheetView::tryAgain()
{
    if (m_filling)
        settle(m_filling->keep());
}

bool WorksheetView::done()
{
    if (!m_filling)
        return true;
    QGuiApplication::inputMethod()->commit(); // the word that is still being composed
    // Who is done meant the line that stands there; one for which there is no room stays where it is.
    const QList<SheetAnswer> answers = list() ? m_filling->sheet().answers : QList<SheetAnswer>();
    for (const SheetAnswer &answer : answers) {
        if (!answer.typed.isEmpty())
            add(answer.id, answer.typed);
    }
    m_taken = {};
    return settle(m_filling->setDone(true));
}

QString WorksheetView::sheetId() const
{
    return m_filling && m_filling->isKept() ? m_filling->sheet().id : QString();
}

QString WorksheetView::kind() const
{
    if (!m_filling)
        return {};
    switch (m_filling->sheet().kind) {
    case OwnSheet::Kind::Worksheet: return QStringLiteral("worksheet");
    case OwnSheet::Kind::List: return QStringLiteral("list");
    case OwnSheet::Kind::Checklist: return QStringLiteral("checklist");
    }
    return {};
}

QString WorksheetView::title() const
{
    if (!m_filling)
        return {};
    return m_hasScript ? m_filling->skill().title : m_filling->sheet().title;
}

QString WorksheetView::use() const
{
    return m_filling ? m_filling->skill().use : QString();
}

bool WorksheetView::isPlan() const
{
    return m_filling && m_filling->skill().id == safetyPlanSkill;
}

bool WorksheetView::hasScript() const
{
    return m_hasScript;
}

QString WorksheetView::resumedText() const
{
    if (!m_isResumed || !m_filling || isPlan() || m_filling->sheet().kind == OwnSheet::Kind::List)
        return {};
    const QDateTime made = m_filling->sheet().made;
    const QDate today = m_clock.today();
    return tr("You began this one: %1, %2.").arg(timeText().relativeDay(made.date(), today), timeText().time(made.time()));
}

QVariantList WorksheetView::fields() const
{
    QVariantList list;
    for (SheetField *field : m_fields)
        list << QVariant::fromValue(field);
    return list;
}

QVariantMap WorksheetView::rowOf(const SheetAnswer &answer) const
{
    return {{QStringLiteral("label"), answer.label},
            {QStringLiteral("text"), sheetAnswerText(answer, timeText())},
            {QStringLiteral("isPerson"), answer.type == WorksheetField::Type::Person}};
}

QVariantList WorksheetView::leftOver() const
{
    QVariantList list;
    if (m_filling && m_hasScript) {
        for (const SheetAnswer &answer : m_filling->leftOver())
            list << rowOf(answer);
    }
    return list;
}

QVariantList WorksheetView::entries() const
{
    QVariantList list;
    if (!m_filling)
        return list;
    const OwnSheet &sheet = m_filling->sheet();
    for (const SheetAnswer &answer : sheet.answers + sheet.earlier) {
        if (answer.isBlank())
            continue;
        QVariantMap row = rowOf(answer);
        if (sheet.kind == OwnSheet::Kind::Checklist)
            row.insert(QStringLiteral("text"), tr("Done"));
        row.insert(QStringLiteral("number"), int(list.size()) + 1);
        list << row;
    }
    return list;
}

QString WorksheetView::savedText() const
{
    if (!m_filling || !m_filling->isKept() || !m_problemText.isEmpty())
        return {};
    const QDateTime at = m_savedAt.toTimeZone(m_clock.localZone());
    const QDate today = m_clock.today();
    return at.date() == today ? tr("Saved %1").arg(timeText().time(at.time())) : tr("Saved %1").arg(timeText().shortDay(at.date()));
}

QString WorksheetView::madeText() const
{
    if (!m_filling || !m_filling->isKept())
        return {};
    const OwnSheet &sheet = m_filling->sheet();
    const QString made = timeText().shortDay(sheet.made.date());
    const QString changed = timeText().shortDay(sheet.changed.date());
    return made == changed ? tr("My words. Made %1.").arg(made) : tr("My words. Made %1, changed %2.").arg(made, changed);
}

} // namespace handrail
