// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FormFilling.h"

#include "core/Ids.h"
#include "core/Log.h"
#include "sync/PassedOver.h"

#include <QJsonDocument>
#include <algorithm>
#include <cstdlib>

namespace handrail {

namespace {

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

std::optional<int> FormFilling::takeUp(const QString &identifier)
{
    m_refused = m_records.refused(identifier, form());
    if (!m_refused)
        return std::nullopt;
    const int leftOut = startFrom(m_refused->answers);
    if (!isTakenUp(resume()))
        leaveOutPassed({});
    return leftOut;
}

int FormFilling::startFrom(const Answers &answers)
{
    m_typed.clear();
    const int leftOut = m_state.takeUp(answers).leftOut + leaveOutUnfit();
    if (m_rule.amends.authored.isValid() && !isBegunFrom(QJsonObject::fromVariantMap(answers)))
        m_shown << newerPage;
    m_step = 0;
    refreshPages();
    return leftOut;
}

bool FormFilling::takeNewer()
{
    // Whoever is asked may have answered on another device. Under a name of its own nobody has.
    const bool isAsked = m_rule.outlivesItsAsking && !m_rule.identifier.isEmpty();
    const bool isChange = m_rule.amends.authored.isValid();
    const std::optional<SubmittedForm> held = isAsked || isChange ? m_records.replacedAs(m_identifier) : std::nullopt;
    if (isAsked && !(held && held->form.authored.isValid())) { // none, or none that can be changed: the clinic finds out
        m_rule.amends = {};
        return false;
    }
    const QJsonObject there = held ? QJsonObject::fromVariantMap(held->form.answers) : QJsonObject();
    if (!held || (isChange && isBegunFrom(there)))
        return false;
    m_rule.amends = held->form;
    if (isAsked && m_state.saysSameAs(held->form.answers))
        return false; // they say the same
    noteShown(newerPage);
    return true;
}

Result<void> FormFilling::giveUp()
{
    if (const Result<void> gone = m_records.forgetRefused(m_identifier); !gone)
        return gone;
    return m_records.store().removeValue(draftName());
}

void FormFilling::answerFor(const QString &identifier)
{
    if (identifier != m_identifier)
        m_rule.amends = {};
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
    m_lookedOn = localNow().addSecs(-4LL * 3600).date();
    if (m_rule.ofTheMoment.isEmpty() || m_lookedOn <= (m_refused ? m_refused->authored.date() : day()))
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

bool FormFilling::turnDay()
{
    if (localNow().addSecs(-4LL * 3600).date() == m_lookedOn)
        return false;
    const QStringList asked = page().keys;
    const int count = stepCount();
    leaveOutPassed({});
    return page().keys != asked || stepCount() != count;
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
    const QDateTime local = m_clock.localNow();
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

QDate FormFilling::day() const
{
    return m_saidAt.isValid() ? m_saidAt.date() : localNow().date();
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
    std::vector<int> found = m_rule.isStrict ? std::vector<int>() : m_state.problems();
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
    const QString before = completed.identifier;
    const bool isAnew = (m_refused || m_rule.amends.authored.isValid()) && m_records.isTakenBack(before);
    if (isAnew)
        completed.identifier = urn(newId());
    const Result<void> queued = isAnew     ? m_records.queueAnew(completed, form(), now, isUrgent, before)
        : m_refused                        ? m_records.sendAgain(completed, form(), isUrgent)
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
    const QString type = QStringLiteral("Questionnaire");
    if (const QString byId = QString(type % u'/'); url.startsWith(byId))
        return records.store().record(type, url.mid(byId.size())).value_or(std::nullopt).has_value();
    // Nothing of it but its url need be readable.
    const QList<QByteArray> forms = records.store().records(type).value_or(QList<QByteArray>());
    return std::any_of(forms.begin(), forms.end(), [&url](const QByteArray &json) {
        return QJsonDocument::fromJson(json).object().value(QLatin1String("url")).toString() == url;
    });
}

} // namespace handrail
