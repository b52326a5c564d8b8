// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/PullPlan.h"
#include "sync/Records.h"

#include <QSet>
#include <algorithm>
#include <limits>
#include <tuple>

namespace handrail {

namespace {

const QString communication = QStringLiteral("Communication");
constexpr int mostAnnouncements = 50;
/// So many of the newest are looked at for what a new message answers.
constexpr int lookedAt = 20;

QString relative(const QString &type, const QString &id)
{
    return id.isEmpty() ? QString() : QString(type % u'/' % id);
}

/// A message of the clinic's with what decides between two under one identifier (design api 3.2 rule 6).
struct Stored {
    Message message;
    QDateTime lastUpdated;
};

} // namespace

QList<Message> Records::messages(int limit, int *visited) const
{
    return messagesWhere(
        limit, [](const QByteArray &) { return true; }, visited);
}

QList<Message> Records::messagesAbout(const QStringList &abouts) const
{
    QList<QByteArray> looked;
    for (const QString &about : abouts)
        looked << about.mid(about.lastIndexOf(u'/') + 1).toUtf8();
    // The ids first, as bytes: most of a long thread need not be read.
    QList<Message> messages = messagesWhere(std::numeric_limits<int>::max(), [&](const QByteArray &json) {
        return std::any_of(looked.cbegin(), looked.cend(), [&](const QByteArray &about) { return json.contains(about); });
    });
    messages.removeIf([&](const Message &one) { return !abouts.contains(one.about); });
    return messages;
}

QList<Message> Records::messagesWhere(int limit, const std::function<bool(const QByteArray &)> &isLookedFor, int *visited) const
{
    QHash<QString, Stored> byName; // its identifier, else its id
    int count = 0;
    const auto visit = [&](const QByteArray &json) {
        ++count;
        if (!isLookedFor(json))
            return;
        const Result<WrittenMessage> written = fhir::readMessage(json, m_identity.patientId, m_language);
        const Result<fhir::Slice> slice = fhir::readResource(json);
        if (!written || !slice)
            return;
        Stored one{{*written, OutboxState::Done, {}}, slice->lastUpdated};
        const QString name = written->identifier.isEmpty() ? relative(communication, written->id) : written->identifier;
        const auto known = byName.constFind(name);
        if (known == byName.cend()
            || std::tuple(one.lastUpdated, one.message.id) < std::tuple(known->lastUpdated, known->message.id))
            byName.insert(name, std::move(one));
    };
    if (const Result<void> read = m_store.eachRecord(communication, limit, visit); !read)
        qCWarning(logSync) << "reading messages:" << read.error();
    if (visited)
        *visited = count;
    QList<Message> messages;
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        if (item.resourceType != communication || item.state == OutboxState::Kept || !isLookedFor(item.payload))
            continue;
        if (const auto known = byName.find(item.identifier); known != byName.end()) {
            known->message.sentAt = item.doneAt;
            continue;
        }
        if (const Result<WrittenMessage> written = fhir::readMessage(item.payload, m_identity.patientId, m_language))
            messages << Message{*written, item.state, item.doneAt};
    }
    for (const Stored &one : std::as_const(byName))
        messages << one.message;
    std::sort(messages.begin(), messages.end(), [](const Message &a, const Message &b) {
        return std::tie(a.sent, a.id, a.identifier) > std::tie(b.sent, b.id, b.identifier);
    });
    return messages;
}

QList<Announcement> Records::announcements(const QDateTime &nowUtc) const
{
    QList<Announcement> announcements;
    const auto stored = m_store.records(QStringLiteral("CommunicationRequest"), mostAnnouncements);
    if (!stored)
        qCWarning(logSync) << "reading announcements:" << stored.error();
    for (const QByteArray &json : stored.value_or(QList<QByteArray>())) {
        const Result<Announcement> one = fhir::readAnnouncement(json, m_identity.patientId, m_language);
        if (one && !(one->from.isValid() && one->from > nowUtc) && !(one->until.isValid() && one->until <= nowUtc))
            announcements << *one;
    }
    std::stable_sort(announcements.begin(), announcements.end(),
                     [](const Announcement &a, const Announcement &b) { return a.sent > b.sent; });
    return announcements;
}

QStringList Records::clinicNotes(const QDate &today) const
{
    QStringList notes;
    const auto stored = m_store.records(QStringLiteral("Flag"), mostAnnouncements);
    if (!stored)
        qCWarning(logSync) << "reading flags:" << stored.error();
    for (const QByteArray &json : stored.value_or(QList<QByteArray>())) {
        const Result<fhir::ShownFlag> flag = fhir::readFlag(json, m_language);
        const bool isOn = flag && !(flag->from.isValid() && flag->from > today) && !(flag->until.isValid() && flag->until < today);
        if (isOn && !notes.contains(flag->text))
            notes << flag->text;
    }
    return notes;
}

/// To the team that is shown as the one that replies; to nobody by name when none is active.
fhir::NewMessage Records::startMessage(const QString &identifier, const QDateTime &sent) const
{
    fhir::NewMessage message;
    message.identifier = identifier;
    message.patientId = m_identity.patientId;
    message.sent = sent;
    message.recipient = relative(QStringLiteral("CareTeam"), replyingTeam().id);
    return message;
}

Result<QString> Records::queueMessageOf(const fhir::NewMessage &message, const QDateTime &nowUtc)
{
    OutboxItem item;
    item.identifier = message.identifier;
    item.resourceType = communication;
    // A key of its own: one that the clinic is not sure of holds up no other.
    item.dependencyKey = QString(u"message/" % message.identifier);
    item.payload = fhir::writeMessage(message);
    item.queuedAt = nowUtc;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return message.identifier;
}

Result<QString> Records::queueMessage(const MessageDraft &draft, const QDateTime &nowUtc)
{
    const QString text = draft.text.trimmed();
    if (text.isEmpty() || text.size() > mostMessageCharacters)
        return problem(ProblemKind::BadData, QStringLiteral("message: nothing to say, or too much"));
    fhir::NewMessage message = startMessage(draft.identifier.isEmpty() ? urn(newId()) : draft.identifier, nowUtc);
    message.kind = draft.kind;
    message.parts = QStringList{text};
    message.about = draft.about;
    message.aboutStart = draft.aboutStart;
    // What is said after the clinic's word answers it; a request of its own does not.
    const QList<Message> newest = messages(lookedAt);
    const auto last = std::find_if(newest.cbegin(), newest.cend(), [](const Message &one) { return !one.id.isEmpty(); });
    if (last != newest.cend()) {
        message.thread = relative(communication, last->thread.isEmpty() ? last->id : last->thread);
        if (!last->isMine && draft.kind == MessageKind::Message)
            message.answers = relative(communication, last->id);
    }
    return queueMessageOf(message, nowUtc);
}

Result<QString> Records::queueSheetMessage(const QString &title, const QStringList &parts, const QDateTime &nowUtc)
{
    if (parts.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("message: a blank sheet"));
    fhir::NewMessage message = startMessage(urn(newId()), nowUtc);
    message.kind = MessageKind::Worksheet;
    message.title = title;
    message.parts = parts;
    return queueMessageOf(message, nowUtc);
}

Result<void> Records::queueSheet(const QString &identifier, const Session &session, const QString &title, const QStringList &parts,
                                 const QDateTime &now, const QDateTime &until)
{
    fhir::NewMessage message = startMessage(identifier, now);
    message.kind = MessageKind::Worksheet;
    message.title = title;
    message.parts = parts;
    message.about = relative(QStringLiteral("Appointment"), session.id);
    OutboxItem item;
    item.identifier = identifier;
    item.resourceType = communication;
    item.dependencyKey = QStringLiteral("sheet/") + identifier;
    item.payload = fhir::writeMessage(message);
    item.queuedAt = now.toUTC();
    item.retryAt = until;
    return m_store.outbox().update(item);
}

ReplyingTeam Records::replyingTeam() const
{
    for (const QByteArray &json : m_store.records(QStringLiteral("CareTeam")).value_or(QList<QByteArray>())) {
        if (const Result<ReplyingTeam> team = fhir::readReplyingTeam(json, m_language))
            return *team;
    }
    return {};
}

bool Records::takesMessages() const
{
    const auto refused = m_store.value(refusedName(communication));
    return refused && !*refused;
}

} // namespace handrail
