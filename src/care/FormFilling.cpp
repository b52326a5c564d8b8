// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FormFilling.h"

#include "core/Ids.h"
#include "core/Log.h"
#include "sync/PassedOver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cstdlib>

namespace handrail {

namespace {

// What stands in a draft.
const QString savedAtName = QStringLiteral("savedAt");
const QString saidAtName = QStringLiteral("saidAt"); ///< by isOfItsDay
const QString versionName = QStringLiteral("version");
const QString pageName = QStringLiteral("page"); ///< the key of the first question of the page
const QString identifierName = QStringLiteral("identifier");
const QString answersName = QStringLiteral("answers");
const QString typedName = QStringLiteral("typed");
const QString shownName = QStringLiteral("shown");
const QString amendsName = QStringLiteral("amends"); ///< the answers from which it was begun
/// Stands in a draft's place when its answers are gone.
const QString putAsideName = draftPutAside;

constexpr qint64 graceSeconds = 7LL * 24 * 3600;

FormState::Setting settingFor(const Records &records, const FillingRule &rule)
{
    FormState::Setting setting;
    setting.isMedicineOnPlan = records.isMedicineOnPlan();
    setting.areInitialsTaken = rule.areInitialsTaken;
    return setting;
}

} // namespace

FormFilling::FormFilling(Records &records, const Clock &clock, Form form, FillingRule rule)
    : m_records(records)
    , m_clock(clock)
    , m_rule(std::move(rule))
    , m_state(std::move(form), settingFor(records, m_rule))
    , m_identifier(m_rule.identifier.isEmpty() ? urn(newId()) : m_rule.identifier)
{
    refreshPages();
}

QString FormFilling::draftName() const
{
    return m_refused ? QString(draftPrefix % m_refused->identifier) : draftNameOf(form().url, m_rule.slot);
}

QString FormFilling::draftNameOf(const QString &url, const QString &slot)
{
    return slot.isEmpty() ? QString(draftPrefix % url) : QString(draftPrefix % url % u'#' % slot);
}

bool FormFilling::takeUp(const QString &identifier)
{
    m_refused = m_records.refused(identifier, form());
    if (!m_refused)
        return false;
    if (!isTakenUp(resume())) {
        startFrom(m_refused->answers);
        leaveOutPassed({});
    }
    return true;
}

void FormFilling::startFrom(const Answers &answers)
{
    m_typed.clear();
    m_state.takeUp(answers);
    (void)leaveOutUnfit();
    m_step = 0;
    refreshPages();
}

FormFilling::Resumed FormFilling::resume()
{
    Result<std::optional<QByteArray>> draft = m_records.store().value(draftName());
    if (draft && !*draft && m_rule.outlivesItsAsking)
        draft = takeOldName();
    if (draft && !*draft)
        return Resumed::Nothing;
    m_isDraftKept = !m_records.store().isAside(draftName());
    const QJsonObject object = draft ? QJsonDocument::fromJson(**draft).object() : QJsonObject();
    if (object.isEmpty()) {
        qCWarning(logApp) << "a draft cannot be read" << (draft ? QString() : nameOf(draft.error().kind));
        return Resumed::Unreadable;
    }
    m_isOldDraftPutAside = object.contains(putAsideName);
    if (m_isOldDraftPutAside)
        return Resumed::PutAside;
    const QDateTime savedAt = QDateTime::fromString(object.value(savedAtName).toString(), Qt::ISODateWithMs);
    const qint64 age = std::abs(savedAt.secsTo(m_clock.nowUtc())); // the clock may have been set back a little since
    const bool isOfOthers = object.value(amendsName).toObject() != QJsonObject::fromVariantMap(m_rule.amends.answers);
    if (!savedAt.isValid() || age > m_rule.draftSeconds || isOfOthers) {
        m_isOldDraftPutAside = true;
        // A clock that jumped and comes back must not have cost the answers; the next answer or a week takes them.
        if (!savedAt.isValid() || age > m_rule.draftSeconds + graceSeconds)
            keepDraft({{putAsideName, true}});
        return Resumed::PutAside;
    }
    m_saidAt = QDateTime::fromString(object.value(saidAtName).toString(), Qt::ISODateWithMs);
    if (!m_saidAt.isValid()) { // of an earlier version of the app
        const QDateTime local = savedAt.toTimeZone(m_clock.localZone());
        m_saidAt = local.toOffsetFromUtc(local.offsetFromUtc());
    }
    const QString identifier = object.value(identifierName).toString();
    if (m_rule.outlivesItsAsking && isAnsweredSince(savedAt, identifier)) {
        if (const Result<void> removed = m_records.store().removeValue(draftName()); !removed)
            qCWarning(logApp) << "removing a draft that was finished:" << removed.error();
        return Resumed::Answered;
    }
    if (!m_rule.identifier.isEmpty() && m_rule.identifier != identifier)
        m_leftForEarlier = savedAt;
    int leftOut = m_state.takeUp(object.value(answersName).toObject().toVariantMap()).leftOut + leaveOutUnfit();
    m_typed = object.value(typedName).toObject().toVariantMap();
    leftOut += int(m_typed.removeIf([this](const auto &one) {
        const FormEntry *entry = m_state.find(one.key());
        return !entry || !isAnswerable(*entry->item) || !isTyped(entry->item->control);
    }));
    m_shown = object.value(shownName).toVariant().toStringList();
    // One by a rule is its asking's (design api 3.2), and nobody asks now.
    if (m_rule.identifier.isEmpty() && QUuid(identifier.section(u':', -1)).version() == QUuid::Random)
        m_identifier = identifier;
    m_step = 0;
    refreshPages();
    (void)turnTo(object.value(pageName).toString());
    leaveOutPassed({});
    if (leftOut > 0)
        return Resumed::SomeLeftOut;
    return object.value(versionName).toString() == form().version ? Resumed::AsLeft : Resumed::FormChanged;
}

/// Each asking had a draft under a name of its own once, out of reach for the next. The one that was left last goes on.
std::optional<QByteArray> FormFilling::takeOldName()
{
    Store &store = m_records.store();
    const QString name = draftName();
    const ValueNames found = store.valueNames(QString(name % u'#')).value_or(ValueNames());
    QString last;
    QDateTime lastSaved;
    std::optional<QByteArray> draft;
    for (const QString &one : found.names) {
        const auto value = store.value(one).value_or(std::nullopt);
        const QDateTime savedAt = QDateTime::fromString(
            QJsonDocument::fromJson(value.value_or(QByteArray())).object().value(savedAtName).toString(), Qt::ISODateWithMs);
        if (one.startsWith(QString(name % u"#amend/")) || !savedAt.isValid() || (lastSaved.isValid() && savedAt <= lastSaved)
            || !Records::isUnfinished(one, *value, m_clock.nowUtc()))
            continue;
        last = one;
        lastSaved = savedAt;
        draft = value;
    }
    if (draft && store.setValue(name, *draft))
        (void)store.removeValue(last); // left behind, it is over when the form is answered
    return draft;
}

/// By the person, and also when the app ended before its draft was gone: no draft answers for two askings. What staff filled in ends none.
bool FormFilling::isAnsweredSince(const QDateTime &savedAt, const QString &identifier) const
{
    const QList<SubmittedForm> since =
        m_records.submittedBetween(form().url, savedAt.date().addDays(-1), m_clock.nowUtc().date().addDays(1))
            .value_or(QList<SubmittedForm>());
    return std::any_of(since.cbegin(), since.cend(), [&](const SubmittedForm &one) {
        return !isSentAhead(one.form)
            && (one.form.identifier == identifier || (one.form.isAmendable && one.form.authored > savedAt));
    });
}

void FormFilling::answerFor(const QString &identifier)
{
    m_rule.identifier = identifier;
    m_identifier = identifier;
}

int FormFilling::leaveOutUnfit()
{
    if (!m_rule.isStrict)
        return 0;
    QStringList unfit;
    for (int i = 0; i < int(m_state.entries().size()); ++i) {
        const FormEntry &entry = m_state.entries()[std::size_t(i)];
        if (entry.value.isValid() && m_state.validity(i) != Validity::Fine)
            unfit << entry.key;
    }
    for (const QString &key : std::as_const(unfit))
        m_state.setAnswer(key, {});
    return int(unfit.size());
}

bool FormFilling::isTooOld() const
{
    return m_changedAt.isValid() && std::abs(m_changedAt.secsTo(m_clock.nowUtc())) > m_rule.draftSeconds;
}

SafetyAnswer FormFilling::safety() const
{
    return safetyOf(form(), m_state.submitted());
}

Answers FormFilling::soundAnswers() const
{
    Answers answers = m_state.submitted();
    for (int i = 0; i < int(m_state.entries().size()); ++i) {
        const Validity validity = m_state.validity(i);
        if (validity != Validity::Fine && validity != Validity::Missing)
            answers.remove(m_state.entries()[std::size_t(i)].key);
    }
    return answers;
}

/// The page stays, or where it is gone the next one after it comes.
void FormFilling::refreshPages()
{
    const QList<FormPage> before = std::exchange(m_pages, pagesOf(m_state, m_rule.atTheEnd));
    const auto isPassed = [this](const QString &key) { return m_passed.contains(key); };
    const auto isText = [this](const QString &key) { return m_state.find(key)->item->control == Control::Display; };
    for (FormPage &page : m_pages) {
        if (page.keys.removeIf(isPassed) > 0 && std::all_of(page.keys.cbegin(), page.keys.cend(), isText))
            page.keys.clear();
    }
    m_pages.removeIf([](const FormPage &page) { return page.keys.isEmpty(); });
    for (int old = m_step; old < before.size(); ++old) {
        const QStringList &was = before.at(old).keys;
        if (std::any_of(was.cbegin(), was.cend(), [this](const QString &key) { return turnTo(key); }))
            return;
    }
    m_step = std::clamp(m_step, 0, std::max(0, stepCount() - 1));
}

bool FormFilling::turnTo(const QString &key)
{
    const auto found =
        std::find_if(m_pages.cbegin(), m_pages.cend(), [&](const FormPage &page) { return page.keys.contains(key); });
    if (found != m_pages.cend())
        m_step = int(found - m_pages.cbegin());
    return found != m_pages.cend();
}

/// From four in the morning on. What was answered stays to be seen and changed, what is `shown` until it is left; safety is asked of on any day.
void FormFilling::leaveOutPassed(const QStringList &shown)
{
    if (m_rule.ofTheMoment.isEmpty() || localNow().addSecs(-4LL * 3600).date() <= (m_refused ? m_refused->authored.date() : day()))
        return;
    for (const FormEntry &entry : m_state.entries()) {
        if (m_rule.ofTheMoment.contains(entry.item->linkId) && !entry.value.isValid() && !m_typed.contains(entry.key)
            && !asksAboutSafety(*entry.item) && !shown.contains(entry.key))
            m_passed << entry.key;
    }
    refreshPages();
    if (m_pages.isEmpty()) { // it asks nothing else
        m_passed.clear();
        refreshPages();
    }
}

const FormPage &FormFilling::page() const
{
    static const FormPage none;
    return m_pages.isEmpty() ? none : m_pages.at(m_step);
}

const FormItem &FormFilling::lead() const
{
    static const FormItem none;
    QList<const FormItem *> questions;
    for (const QString &key : page().keys) {
        const FormEntry *entry = m_state.find(key);
        if (entry && entry->item->control != Control::Display)
            questions << entry->item;
    }
    const FormEntry *group = m_state.find(page().heading);
    if (group && questions.size() != 1)
        return *group->item;
    if (!questions.isEmpty())
        return *questions.constFirst();
    const FormEntry *display = page().keys.isEmpty() ? nullptr : m_state.find(page().keys.constFirst());
    return display ? *display->item : none;
}

QDateTime FormFilling::localNow() const
{
    const QDateTime local = m_clock.nowUtc().toTimeZone(m_clock.localZone());
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

QDate FormFilling::day() const
{
    return m_saidAt.isValid() ? m_saidAt.date() : localNow().date();
}

void FormFilling::saveDraft()
{
    m_changedAt = m_clock.nowUtc();
    if (const QDateTime local = localNow(); day() == local.date())
        m_saidAt = local;
    QJsonObject draft{{savedAtName, m_changedAt.toString(Qt::ISODateWithMs)},
                      {draftUntil, m_changedAt.addSecs(m_rule.draftSeconds).toString(Qt::ISODateWithMs)},
                      {versionName, form().version},
                      {pageName, page().keys.value(0)},
                      {identifierName, m_identifier},
                      {answersName, QJsonObject::fromVariantMap(answers())},
                      {typedName, QJsonObject::fromVariantMap(m_typed)},
                      {shownName, QJsonArray::fromStringList(m_shown)},
                      {amendsName, QJsonObject::fromVariantMap(m_rule.amends.answers)}};
    if (m_rule.isOfItsDay)
        draft.insert(saidAtName, m_saidAt.toString(Qt::ISODateWithMs));
    m_isDraftKept = keepDraft(draft);
}

void FormFilling::noteShown(const QString &page)
{
    m_shown << page;
    saveDraft();
}

bool FormFilling::keepDraft(const QJsonObject &draft)
{
    const QByteArray json = QJsonDocument(draft).toJson(QJsonDocument::Compact);
    const Result<void> saved = m_records.store().setValue(draftName(), json);
    if (!saved) {
        qCWarning(logApp) << "draft:" << saved.error(); // finish() will meet the same fault and say so
        m_records.store().putAside(draftName(), json);  // a lock takes it along
    }
    return saved.has_value();
}

Validity FormFilling::setAnswer(const QString &key, const QVariant &value)
{
    const Validity validity = take(key, value);
    if (isTaken(validity))
        saveDraft();
    return validity;
}

bool FormFilling::isTaken(Validity validity) const
{
    const bool isRefused = validity == Validity::NotOffered || validity == Validity::WrongType;
    return !isRefused && (!m_rule.isStrict || validity == Validity::Fine || validity == Validity::Missing);
}

Validity FormFilling::take(const QString &key, const QVariant &value)
{
    Validity validity = m_state.wouldBe(key, value);
    if (isTaken(validity)) {
        validity = m_state.setAnswer(key, value);
        m_typed.remove(key);
        refreshPages();
    }
    return validity;
}

void FormFilling::keepTyped(const QString &key, const QVariantMap &typed)
{
    m_typed.insert(key, typed);
}

std::vector<int> FormFilling::problems() const
{
    std::vector<int> found = m_state.problems();
    for (auto it = m_typed.cbegin(); it != m_typed.cend(); ++it) {
        const int index = m_state.indexOf(it.key());
        if (index >= 0 && m_state.entries()[std::size_t(index)].isAsked())
            found.push_back(index);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Validity FormFilling::toggle(const QString &key, const QString &code)
{
    const Validity validity = m_state.toggle(key, code);
    if (validity != Validity::NotOffered && validity != Validity::WrongType) {
        refreshPages();
        saveDraft();
    }
    return validity;
}

QString FormFilling::addCopy(const QString &key)
{
    const int added = m_state.addCopy(key);
    if (added < 0)
        return {};
    refreshPages();
    saveDraft();
    return m_state.entries()[std::size_t(added)].key;
}

bool FormFilling::removeCopy(const QString &key)
{
    const Answers typed = m_state.withoutCopy(key, m_typed);
    if (!m_state.removeCopy(key))
        return false;
    m_typed = typed;
    refreshPages();
    saveDraft();
    return true;
}

bool FormFilling::goTo(int step)
{
    if (step < 0 || step >= stepCount())
        return false;
    m_step = step;
    saveDraft();
    return true;
}

bool FormFilling::next()
{
    leaveOutPassed(page().keys);
    return goTo(m_step + 1);
}

bool FormFilling::back()
{
    leaveOutPassed(page().keys);
    return goTo(m_step - 1);
}

bool FormFilling::skip()
{
    const QStringList keys = page().keys;
    for (const QString &key : keys) {
        m_state.setAnswer(key, {});
        m_typed.remove(key);
    }
    refreshPages();
    if (next())
        return true;
    saveDraft();
    return false;
}

QString FormFilling::identifierAt(const QDateTime & /*local*/) const
{
    return m_identifier;
}

Result<CompletedForm> FormFilling::finish()
{
    if (!m_rule.isStrict && !problems().empty())
        return problem(ProblemKind::Rejected, QStringLiteral("form: answers that it does not allow"));
    const QDateTime now = m_clock.nowUtc();
    const QDateTime said = localNow();
    const QDateTime ofItsDay = m_rule.isOfItsDay && day() != said.date() ? m_saidAt : QDateTime();
    CompletedForm completed;
    completed.patientId = m_records.identity().patientId;
    // What was refused keeps its identifier and the time for which it was answered: a check-in is still the one of that day. So does what is
    // answered anew: it stays where it is in what came before and after. What ends on another day than it began keeps its day in the same way.
    completed.identifier = m_refused ? m_refused->identifier : identifierAt(ofItsDay.isValid() ? ofItsDay : said);
    completed.questionnaire = form().canonicalWithVersion();
    completed.authored = m_refused         ? m_refused->authored
        : m_rule.amends.authored.isValid() ? m_rule.amends.authored
        : ofItsDay.isValid()               ? ofItsDay
                                           : said;
    if (m_refused)
        completed.amended = m_refused->amended;
    else if (m_rule.amends.authored.isValid() || ofItsDay.isValid())
        completed.amended = said;
    completed.answers = m_state.submitted();
    const bool isUrgent = safety() == SafetyAnswer::Positive;
    const Result<void> queued = m_refused  ? m_records.sendAgain(completed, form(), isUrgent)
        : m_rule.amends.authored.isValid() ? m_records.amend(completed, form(), now, isUrgent)
                                           : m_records.queue(completed, form(), now, isUrgent);
    if (!queued)
        return tl::make_unexpected(queued.error());
    // Left behind, it would only offer to go on with what is finished; the item itself is safe.
    if (const Result<void> removed = m_records.store().removeValue(draftName()); !removed)
        qCWarning(logApp) << "removing the draft:" << removed.error();
    return completed;
}

bool isFormHere(Records &records, const QString &url)
{
    const QByteArray passedOver = records.store().value(passedOverForms).value_or(std::nullopt).value_or(QByteArray());
    for (const QByteArray &canonical : passedOver.split('\n')) {
        if (QString::fromUtf8(canonical).section(u'|', 0, 0) == url)
            return true;
    }
    // Nothing of it but its url need be readable.
    const QList<QByteArray> forms = records.store().records(QStringLiteral("Questionnaire")).value_or(QList<QByteArray>());
    return std::any_of(forms.begin(), forms.end(), [&url](const QByteArray &json) {
        return QJsonDocument::fromJson(json).object().value(QLatin1String("url")).toString() == url;
    });
}

} // namespace handrail
