// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FormFilling.h"

#include "core/Log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cstdlib>

// The part of FormFilling that keeps the draft and takes it up again.

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
const QString heardName = QStringLiteral("heard");   ///< keepHeard()
const QString aheadName = QStringLiteral("ahead");   ///< keepAhead()
const QString amendsName = QStringLiteral("amends"); ///< the answers from which it was begun
const QString otherName = QStringLiteral("other");   ///< it says something else than those: whoever has no form cannot tell
/// Stands in a draft's place when its answers are gone.
const QString putAsideName = draftPutAside;

constexpr qint64 graceSeconds = 7LL * 24 * 3600;

} // namespace

QString FormFilling::draftName() const
{
    return m_refused ? QString(draftPrefix % m_refused->identifier) : draftNameOf(form().url, m_rule.slot);
}

QString FormFilling::draftNameOf(const QString &url, const QString &slot)
{
    return slot.isEmpty() ? QString(draftPrefix % url) : QString(draftPrefix % url % u'#' % slot);
}

QString FormFilling::slotOfChange(const QString &identifier)
{
    return QString(u"amend/" % identifier);
}

bool FormFilling::isChangeBegun(Records &records, const Clock &clock, const QString &url, const QString &identifier)
{
    const QString name = draftNameOf(url, slotOfChange(identifier));
    const std::optional<QByteArray> json = records.store().value(name).value_or(std::nullopt);
    if (!json || !Records::isUnfinished(name, *json, clock.nowUtc()))
        return false;
    const QJsonObject draft = QJsonDocument::fromJson(*json).object();
    return draft.value(otherName).toBool(true) || !draft.value(typedName).toObject().isEmpty();
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
    if (!savedAt.isValid() || age > m_rule.draftSeconds) {
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
    const QJsonObject beside = object.value(amendsName).toObject();
    const Answers answers = object.value(answersName).toObject().toVariantMap();
    const auto isOtherThan = [&](const Answers &those) {
        FormFilling asLeft(m_records, m_clock, form(), m_rule);
        asLeft.startFrom(answers);
        return !asLeft.m_state.saysSameAs(those);
    };
    // One that knows of those answers is there to be chosen from, and so is one of the same asking that says something else.
    bool isBeside = m_rule.amends.authored.isValid()
        && (!beside.isEmpty() || isBegunFrom(beside) || (identifier == m_rule.identifier && isOtherThan(begunFrom())));
    // The person was told that it is kept: also when its asking is over, and until it is what is held for that.
    if (!isBeside && !beside.isEmpty()) {
        const std::optional<SubmittedForm> held = m_records.submittedAs(identifier);
        isBeside = !held || isOtherThan(held->form.answers);
    }
    if (m_rule.outlivesItsAsking && !isBeside && isAnsweredSince(savedAt, identifier)) {
        if (const Result<void> removed = m_records.store().removeValue(draftName()); !removed)
            qCWarning(logApp) << "removing a draft that was finished:" << removed.error();
        return Resumed::Answered;
    }
    m_leftAt = savedAt;
    m_isForEarlier = !m_rule.identifier.isEmpty() && m_rule.identifier != identifier;
    int leftOut = m_state.takeUp(answers).leftOut + leaveOutUnfit();
    m_typed = object.value(typedName).toObject().toVariantMap();
    leftOut += int(m_typed.removeIf([this](const auto &one) {
        const FormEntry *entry = m_state.find(one.key());
        return !entry || !isAnswerable(*entry->item) || !isTyped(entry->item->control);
    }));
    m_shown = object.value(shownName).toVariant().toStringList();
    m_ahead = object.value(aheadName).toString();
    if (const QJsonValue value = object.value(heardName); value.isObject()) {
        const QVariantMap heard = value.toObject().toVariantMap();
        m_heard.emplace();
        for (auto it = heard.cbegin(); it != heard.cend(); ++it)
            m_heard->insert(it.key(), it->toDouble());
    }
    // A change is not lost over newer answers: both show, unless they say the same.
    if (!isBegunFrom(beside) && !m_state.saysSameAs(begunFrom()))
        m_shown << newerPage;
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

bool FormFilling::isBegunFrom(const QJsonObject &answers) const
{
    return answers == QJsonObject::fromVariantMap(begunFrom());
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
        m_records.submittedBetween({form().url}, savedAt.date().addDays(-1), m_clock.nowUtc().date().addDays(1))
            .value_or(QList<SubmittedForm>());
    return std::any_of(since.cbegin(), since.cend(), [&](const SubmittedForm &one) {
        return !isSentAhead(one.form)
            && (one.form.identifier == identifier || (one.form.isAmendable && one.form.authored > savedAt));
    });
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
                      {amendsName, QJsonObject::fromVariantMap(m_rule.amends.answers)},
                      {otherName, !m_state.saysSameAs(m_rule.amends.answers)}};
    if (m_heard) {
        QJsonObject heard;
        for (auto it = m_heard->cbegin(); it != m_heard->cend(); ++it)
            heard.insert(it.key(), *it);
        draft.insert(heardName, heard);
    }
    if (!m_ahead.isEmpty())
        draft.insert(aheadName, m_ahead);
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

} // namespace handrail
