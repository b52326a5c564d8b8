// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/WorksheetView.h"

#include "content/ContentLibrary.h"
#include "core/Log.h"
#include "view/ProblemText.h"
#include "view/SheetText.h"

#include <QTimer>

namespace handrail {

namespace {

// What a list's sheet holds beside its groups.
const QString ownGroup = QStringLiteral("own");
const QString pickId = QStringLiteral("pick");
const QString pickTimeId = QStringLiteral("pick-time");

} // namespace

WorksheetView::WorksheetView(Account &account, const Clock &clock, const Preferences &preferences,
                             QList<std::shared_ptr<const TextSource>> texts, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_texts(std::move(texts))
{
    connect(&account, &Account::stateChanged, this, [this] {
        if (!m_account.records())
            closeNow(); // all of it is on the disk, and nothing of it stays in sight
    });
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (!m_filling)
            return;
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
    Result<SkillText> text = ContentLibrary(m_preferences.language(), m_texts).skill(skill);
    if (!text)
        qCWarning(logApp) << "the script of a sheet cannot be read:" << text.error();
    m_hasScript = text.has_value();
    if (!text) {
        text = SkillText();
        text->id = skill;
    }
    if (const auto *script = std::get_if<ChecklistExercise>(&text->exercise); script && script->then.kind == Next::Kind::Skill) {
        const Result<SkillText> next = ContentLibrary(m_preferences.language(), m_texts).skill(script->then.skill);
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
        if (ticket == m_ticket)
            closeNow();
    });
}

void WorksheetView::beginSkill(const QString &skill)
{
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
    if (!m_filling || !m_hasScript)
        return;
    m_filling->beginAnew();
    m_isResumed = false;
    m_savedAt = {};
    m_problemText.clear();
    show();
}

void WorksheetView::openSheet(const QString &sheet)
{
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

void WorksheetView::done()
{
    if (m_filling)
        settle(m_filling->setDone(true));
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
    const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
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
    const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
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

const ListExercise *WorksheetView::list() const
{
    return m_filling ? std::get_if<ListExercise>(&m_filling->skill().exercise) : nullptr;
}

const ChecklistExercise *WorksheetView::checklist() const
{
    return m_filling ? std::get_if<ChecklistExercise>(&m_filling->skill().exercise) : nullptr;
}

QString WorksheetView::ask() const
{
    return list() ? list()->ask : QString();
}

bool WorksheetView::isPicked() const
{
    return list() && list()->isPicked;
}

QVariantList WorksheetView::groups() const
{
    QVariantList rows;
    const ListExercise *script = list();
    if (!script)
        return rows;
    const auto add = [&](const QString &id, const QString &label, const QStringList &suggestions) {
        const QStringList own = m_filling->answer(id).words;
        QStringList open = suggestions;
        open.removeIf([&](const QString &each) { return own.contains(each); });
        rows << QVariantMap{{QStringLiteral("id"), id},
                            {QStringLiteral("label"), label},
                            {QStringLiteral("own"), own},
                            {QStringLiteral("suggestions"), open}};
    };
    if (script->groups.isEmpty() || !script->suggestions.isEmpty() || !m_filling->answer(ownGroup).isBlank())
        add(ownGroup, script->groups.isEmpty() ? QString() : tr("Any time"), script->suggestions);
    for (const ListGroup &group : script->groups)
        add(group.id, group.label, group.suggestions);
    // A group that the script has no more, with something of one's own in it.
    for (const SheetAnswer &answer : m_filling->sheet().answers) {
        const bool isKnown = answer.id == ownGroup || answer.id == pickId || answer.id == pickTimeId
            || std::any_of(script->groups.cbegin(), script->groups.cend(),
                           [&](const ListGroup &group) { return group.id == answer.id; });
        if (!isKnown && !answer.isBlank())
            add(answer.id, answer.label, {});
    }
    return rows;
}

QStringList WorksheetView::everything() const
{
    QStringList all;
    for (const QVariant &group : groups())
        all << group.toMap().value(QStringLiteral("own")).toStringList();
    return all;
}

bool WorksheetView::add(const QString &group, const QString &text)
{
    const QString line = text.simplified();
    if (!list() || line.isEmpty())
        return false;
    QStringList own = m_filling->answer(group).words;
    if (own.contains(line))
        return true;
    if (own.size() >= mostSheetLines) {
        m_problemText = tr("This list is full. Take something away to add another.");
        Q_EMIT kept();
        return false;
    }
    QString label = list()->ask;
    for (const ListGroup &each : list()->groups)
        label = each.id == group ? each.label : label;
    return settle(m_filling->setWords(group, label, own << line));
}

void WorksheetView::change(const QString &group, int index, const QString &text)
{
    QStringList own = m_filling ? m_filling->answer(group).words : QStringList();
    if (index < 0 || index >= own.size())
        return;
    const QString before = own.at(index);
    const QString line = text.simplified();
    if (line.isEmpty())
        own.removeAt(index);
    else
        own[index] = line;
    const QString label = m_filling->answer(group).label;
    if (settle(m_filling->setWords(group, label, own)) && pick() == before)
        setPick(line);
}

QString WorksheetView::pick() const
{
    return m_filling ? m_filling->answer(pickId).words.value(0) : QString();
}

QString WorksheetView::pickTime() const
{
    return m_filling ? m_filling->answer(pickTimeId).words.value(0) : QString();
}

void WorksheetView::setPick(const QString &text)
{
    if (list())
        settle(m_filling->setWords(pickId, tr("Picked for now"), text.isEmpty() ? QStringList() : QStringList{text}));
}

void WorksheetView::setPickTime(const QString &text)
{
    if (list() && text != pickTime())
        settle(m_filling->setWords(pickTimeId, tr("When"), text.isEmpty() ? QStringList() : QStringList{text}));
}

QVariantList WorksheetView::items() const
{
    QVariantList rows;
    if (const ChecklistExercise *script = checklist()) {
        for (const ChecklistItem &item : script->items) {
            rows << QVariantMap{{QStringLiteral("id"), item.id},
                                {QStringLiteral("say"), item.say},
                                {QStringLiteral("minutes"), item.minutes},
                                {QStringLiteral("isDone"), !m_filling->answer(item.id).isBlank()}};
        }
    }
    return rows;
}

int WorksheetView::doneCount() const
{
    const QVariantList rows = items();
    return int(std::count_if(rows.cbegin(), rows.cend(),
                             [](const QVariant &row) { return row.toMap().value(QStringLiteral("isDone")).toBool(); }));
}

QString WorksheetView::thenSkill() const
{
    return !m_thenTitle.isEmpty() ? checklist()->then.skill : QString();
}

void WorksheetView::tick(const QString &id)
{
    const ChecklistExercise *script = checklist();
    if (!script)
        return;
    for (const ChecklistItem &item : script->items) {
        if (item.id == id)
            settle(m_filling->setWords(id, item.say,
                                       m_filling->answer(id).isBlank() ? QStringList{QStringLiteral("x")} : QStringList()));
    }
}

} // namespace handrail
