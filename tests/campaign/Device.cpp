// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Device.h"

#include "care/CameBack.h"
#include "care/CheckIn.h"
#include "care/OwnMarks.h"
#include "care/SafetyReport.h"
#include "core/Ids.h"
#include "fakes/Keyring.h"
#include "fhir/Read.h"
#include "store/StoreFile.h"
#include "store/StoreLock.h"

#include <QCoroTask>
#include <QDir>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QTimer>

namespace handrail {

namespace {

QString nameOf(OutboxState state)
{
    static const QStringList names{QStringLiteral("Queued"),    QStringLiteral("Sending"),  QStringLiteral("Uncertain"),
                                   QStringLiteral("NeedsAuth"), QStringLiteral("Conflict"), QStringLiteral("Rejected"),
                                   QStringLiteral("Done"),      QStringLiteral("Kept")};
    return names.value(int(state) - 1);
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Pin pin()
{
    Pin pin;
    for (const int digit : {2, 4, 6, 8, 1, 0})
        pin.append(digit);
    return pin;
}

} // namespace

QString Device::tokenIn(const QString &text)
{
    return text.section(u' ', 0, 0);
}

QString Device::noteWith(const QString &token)
{
    return token + QStringLiteral(" \u2014 \u201cna\u00efve\u201d \\ / \u2602 <b>&amp;</b>");
}

QJsonObject Device::factsOf(const QByteArray &json)
{
    const QJsonObject resource = QJsonDocument::fromJson(json).object();
    QString patient = resource.value(QLatin1String("subject")).toObject().value(QLatin1String("reference")).toString();
    QString token;
    if (resource.value(QLatin1String("resourceType")) == QLatin1String("QuestionnaireResponse")) {
        if (const auto form = fhir::readQuestionnaireResponse(json))
            token = tokenIn(form->answers.value(QStringLiteral("note")).toString());
    } else {
        patient = resource.value(QLatin1String("actor")).toObject().value(QLatin1String("reference")).toString();
        token = tokenIn(resource.value(QLatin1String("comment")).toString());
    }
    return {{QStringLiteral("token"), token}, {QStringLiteral("patient"), patient.section(u'/', -1)}};
}

Device::Device(const QString &folder, const QUrl &server, const QDateTime &now, std::chrono::milliseconds keychainPatience)
    : m_clock(now)
    , m_secrets(keychainPatience)
    , m_person(QString(), QString())
    , m_server(server)
    , m_folder(folder)
    , m_history(folder + QStringLiteral("/history"))
    , m_account(m_http, m_secrets, m_person, m_clock, AccountFiles(folder + QStringLiteral("/accounts")))
    , m_safety(m_account, m_clock, m_preferences)
    , m_checkIn(m_account, m_clock, m_preferences, m_safety)
{
    const auto putTogether = [this] {
        if (Records *records = m_account.records())
            (void)putCameBackTogether(*records, {});
    };
    QObject::connect(&m_account, &Account::cameBack, &m_account, putTogether); // as AccountView does
    QObject::connect(&m_account, &Account::stateChanged, &m_account, putTogether);
    QObject::connect(&m_safety, &SafetyView::pageDue, &m_checkIn, [this] {
        m_history.note("HELP", m_token,
                       {{QStringLiteral("patient"), m_account.identity()->patientId},
                        {QStringLiteral("requests"), m_http.requests() - m_requestsBefore}});
    });
}

QString Device::stateName() const
{
    return QString::fromLatin1(QMetaEnum::fromType<Account::State>().valueToKey(int(m_account.state())));
}

QString Device::open()
{
    QCoro::waitFor(m_account.start());
    return stateName();
}

QString Device::tryAgain()
{
    QCoro::waitFor(m_account.retryOpening());
    return stateName();
}

QString Device::signIn(const QString &name, const QString &password)
{
    m_person.become(name, password);
    // A page that never came would be waited for as long as a person may look at it.
    QTimer tooLong;
    tooLong.callOnTimeout(&m_account, [this] { m_account.cancelSignIn(); });
    tooLong.start(std::chrono::seconds(20));
    QCoro::waitFor(m_account.signIn(m_server));
    return stateName();
}

QString Device::signOut()
{
    QCoro::waitFor(m_account.signOut());
    return stateName();
}

QString Device::erase()
{
    const QString patient = m_account.identity() ? m_account.identity()->patientId : QString();
    m_history.note("ERASED", {}, {{QStringLiteral("patient"), patient}}); // before: it may be killed in the middle
    QCoro::waitFor(m_account.signOut(Account::Leaving::Erase));
    return stateName();
}

QString Device::openAside()
{
    int opened = 0;
    const QList<Account::AsidePin> pins = m_account.asidePins();
    for (const Account::AsidePin &one : pins)
        opened += QCoro::waitFor(m_account.openAside(one.path, pin())) ? 1 : 0;
    return QString::number(opened);
}

QString Device::setPin()
{
    return QCoro::waitFor(m_account.setPin(pin())) ? stateName() : QStringLiteral("refused");
}

QString Device::lock()
{
    m_account.lock();
    return stateName();
}

QString Device::unlock()
{
    QCoro::waitFor(m_account.unlock(pin()));
    return stateName();
}

QString Device::removePin()
{
    return QCoro::waitFor(m_account.removePin(pin())) ? stateName() : QStringLiteral("refused");
}

QString Device::forgetDamaged()
{
    int forgotten = 0;
    Records *records = m_account.records();
    const auto items = records ? records->store().outbox().unsent() : Result<QList<OutboxItem>>();
    for (const OutboxItem &item : items.value_or(QList<OutboxItem>())) {
        if (item.identifier.isEmpty() && records->store().outbox().forget(item.sequence))
            ++forgotten;
    }
    return QString::number(forgotten);
}

void Device::beginDay()
{
    m_clock.setWallClock(QDateTime(today().addDays(1), QTime(12, 0), m_clock.localZone()));
}

QString Device::goToClockChange()
{
    const QTimeZone::OffsetData next = m_clock.localZone().nextTransition(m_clock.nowUtc());
    if (!next.atUtc.isValid())
        return QStringLiteral("never");
    m_clock.setWallClock(next.atUtc.addSecs(-600));
    return QStringLiteral("ok");
}

QDate Device::today() const
{
    return m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
}

QString Device::todaysIdentifier() const
{
    return urn(scheduledId(m_account.identity()->patientId, dailyCheckInUrl(), today(), QStringLiteral("daily")));
}

void Device::noteInvoke(const QString &token, const QString &key, const QJsonObject &answers, const QString &identifier,
                        const QStringList &seen)
{
    m_token = token;
    m_checkedIn.clear();
    m_history.note("INVOKE", token,
                   {{QStringLiteral("patient"), m_account.identity()->patientId},
                    {QStringLiteral("key"), key},
                    {QStringLiteral("identifier"), identifier},
                    {QStringLiteral("answers"), answers},
                    {QStringLiteral("seen"), QJsonArray::fromStringList(seen)},
                    {QStringLiteral("now"), m_clock.nowUtc().toString(Qt::ISODateWithMs)}});
}

void Device::answer(FormField &field, std::mt19937 &dice, bool isShort)
{
    const QString linkId = field.linkId();
    const QVariantList options = field.options();
    const bool isAsked = linkId == QLatin1String("note") || linkId == QLatin1String("mood") || (!isShort && dice() % 4 != 0);
    if (!isAsked) {
        field.clear();
        return;
    }
    switch (field.control()) {
    case FormField::Faces:
    case FormField::Choice:
    case FormField::Scale:
    case FormField::YesNo: field.choose(int(dice() % unsigned(options.size()))); break;
    case FormField::Chips:
        for (int i = 0; i < 2; ++i)
            field.toggle(options.at(int(dice() % unsigned(options.size()))).toMap().value(QStringLiteral("code")).toString());
        break;
    case FormField::Slider:
    case FormField::Stepper:
        field.answer(field.minimum() + double(dice() % unsigned(field.maximum() - field.minimum() + 1)));
        break;
    case FormField::Text: field.answer(noteWith(m_token)); break;
    default: return;
    }
    if (field.value().isValid())
        m_answers.insert(linkId, QJsonValue::fromVariant(field.value()));
}

QString Device::outcome()
{
    if (m_checkIn.state() == CheckInView::Done) {
        m_history.note("OK", m_token);
        m_checkedIn = todaysIdentifier();
        return QStringLiteral("saved");
    }
    m_history.note("FAILED", m_token);
    return QString(u"failed: " % m_checkIn.problemTitle());
}

QString Device::checkIn(const QString &token, unsigned seed, bool isShort)
{
    std::mt19937 dice(seed);
    m_token = token;
    m_checkedIn.clear();
    m_answers = {};
    m_requestsBefore = m_http.requests();
    m_checkIn.begin();
    if (m_checkIn.state() == CheckInView::Done)
        return QStringLiteral("done already");
    if (m_checkIn.state() != CheckInView::Editing)
        return QStringLiteral("unavailable");
    if (!m_checkIn.dayText().isEmpty())
        m_checkIn.takeOther(); // that of the day before stays as it is
    if (!m_checkIn.dayText().isEmpty())
        return QStringLiteral("done already"); // today's: nothing else stands in the way of it
    while (m_checkIn.back()) {}                // a draft that came back is answered anew
    while (m_checkIn.state() == CheckInView::Editing) {
        const QList<FormField *> fields = m_checkIn.fields()->fields();
        for (FormField *field : fields)
            answer(*field, dice, isShort);
        if (m_checkIn.isLast())
            noteInvoke(token, QStringLiteral("check-in"), m_answers, todaysIdentifier());
        m_checkIn.next();
    }
    return outcome();
}

QString Device::checkInAgain()
{
    m_checkIn.retry();
    return outcome();
}

QString Device::keepToMyself()
{
    Records *records = m_account.records();
    if (!records || m_checkedIn.isEmpty() || !records->setKept(m_checkedIn, true))
        return QStringLiteral("refused");
    m_history.note("KEPT", m_token);
    return QStringLiteral("kept");
}

QString Device::mark(const QString &word)
{
    Records *records = m_account.records();
    if (!records || !setOwnMark(*records, today(), word))
        return QStringLiteral("refused");
    m_history.note(
        "MARK", word,
        {{QStringLiteral("patient"), records->identity().patientId}, {QStringLiteral("day"), today().toString(Qt::ISODate)}});
    return QStringLiteral("saved");
}

QString Device::decline(const QString &token, unsigned which)
{
    Records *records = m_account.records();
    if (!records)
        return QStringLiteral("unavailable");
    const auto sessions = records->sessions(QDate(2000, 1, 1), QDate(2199, 12, 31)); // all: this clock may be years off
    if (!sessions || sessions->isEmpty())
        return QStringLiteral("unavailable");
    const Session &session = sessions->at(int(which % unsigned(sessions->size())));
    const QString comment = noteWith(token);
    noteInvoke(token, QString(u"appointment/" % session.id), {{QStringLiteral("comment"), comment}}, {});
    const Result<void> queued = records->queueRsvp(session, Coming::Declined, comment, m_clock.nowUtc());
    m_history.note(queued ? "OK" : "FAILED", token);
    if (!queued)
        return QString(u"failed: " % handrail::nameOf(queued.error().kind));
    if (SyncEngine *engine = m_account.sync())
        engine->nudge();
    return QStringLiteral("saved");
}

QString Device::sync(bool isHurried)
{
    SyncEngine *engine = m_account.sync();
    if (!engine)
        return QStringLiteral("unavailable");
    if (isHurried)
        engine->retryNow();
    const Result<void> result = QCoro::waitFor(engine->run());
    return result ? QStringLiteral("ok") : handrail::nameOf(result.error().kind);
}

QString Device::handleKeychain(const QString &what)
{
    const auto said = [](bool isDone) { return isDone ? QStringLiteral("ok") : QStringLiteral("refused"); };
    if (what == u"lock")
        return said(keyring::lock());
    if (what == u"unlock")
        return said(keyring::unlock());
    // What an owner would have in a backup of the keychain.
    const QString backup = m_folder + QStringLiteral("/keychain-backup");
    if (what == u"refill") {
        bool isDone = true;
        const QStringList lines = QString::fromLatin1(fileContent(backup)).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            QString name = line.section(u' ', 0, 0);
            QByteArray bytes = QByteArray::fromHex(line.section(u' ', 1).toLatin1());
            isDone = QCoro::waitFor(m_secrets.write(name, bytes)).has_value() && isDone;
        }
        return said(isDone);
    }
    QFile file(backup);
    if (!file.open(QIODevice::WriteOnly))
        return said(false);
    QDir accounts(m_folder + QStringLiteral("/accounts"));
    for (const QString &store : accounts.entryList({QStringLiteral("*.db")})) {
        const QString hash = store.section(u'.', 0, 0);
        QStringList names{storeKeyName(hash)};
        // The store that is open here is not looked at by another way.
        if (const auto header = peekStoreHeader(accounts.filePath(store)))
            names << storeKeyName(hash, header->keyId);
        else if (Records *records = m_account.records())
            names << storeKeyName(hash, records->store().keyId());
        if (const auto lock = StoreLock::read(accounts.filePath(store)))
            names << pinSecretName(hash, lock->secretId());
        for (const QString &name : std::as_const(names)) {
            const auto bytes = QCoro::waitFor(m_secrets.read(name));
            if (bytes && *bytes)
                file.write(name.toLatin1() + ' ' + (*bytes)->toHex() + '\n');
        }
    }
    file.close();
    return said(keyring::removeAllEntries());
}

void Device::wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void Device::goOnForEver(const QString &prefix, unsigned seed)
{
    std::mt19937 dice(seed);
    for (unsigned number = 0;; ++number) {
        beginDay();
        const QString token = prefix + QString::number(number);
        const auto perhapsElsewhere = [&](const char *name) {
            if (dice() % 12 == 0)
                answerElsewhere(token + QLatin1String(name), dice());
            m_clock.advance(std::chrono::seconds(61)); // what is said within one second is said at one time
        };
        perhapsElsewhere("e");
        if (dice() % 6 == 0) {
            decline(token, dice());
        } else if (checkIn(token, dice(), dice() % 2 == 0) == u"saved" && dice() % 8 == 0) {
            perhapsElsewhere("f");
            change(token + u'c', dice());
        }
        switch (dice() % 4) {
        case 0: sync(dice() % 4 == 0); break;
        case 1: wait(std::chrono::milliseconds(dice() % 40)); break;
        default: break;
        }
        if (dice() % 4 == 0)
            choose(token + u'o', dice());
    }
}

QJsonObject Device::content()
{
    QJsonObject content{{QStringLiteral("state"), stateName()}, {QStringLiteral("requests"), m_http.requests()}};
    if (m_account.problem())
        content.insert(QStringLiteral("problem"), handrail::nameOf(m_account.problem()->kind));
    Records *records = m_account.records();
    if (!records)
        return content;
    Store &store = records->store();
    content.insert(QStringLiteral("patient"), records->identity().patientId);
    content.insert(QStringLiteral("hasPin"), m_account.hasPin());
    content.insert(QStringLiteral("account"), AccountFiles::hashOf(records->identity()));
    const auto report = store.check();
    content.insert(QStringLiteral("isSound"),
                   report && report->isFileSound && report->damagedRecords == 0 && report->damagedItems == 0);
    content.insert(QStringLiteral("unsent"), records->unsentCount());

    QJsonArray items;
    const auto all = store.outbox().all();
    content.insert(QStringLiteral("isReadable"), all.has_value());
    // What went ahead of its form is no deed of its own: the checker knows it at the clinic by its identifier.
    QSet<QString> ahead;
    for (const SubmittedForm &form : records->submittedTo({dailyCheckInUrl()})) {
        if (isSentAhead(form.form))
            ahead.insert(form.form.identifier);
    }
    for (const OutboxItem &item : all.value_or(QList<OutboxItem>())) {
        if (ahead.contains(item.identifier))
            continue;
        QJsonObject facts = factsOf(item.payload);
        facts.insert(QStringLiteral("state"), nameOf(item.state));
        facts.insert(QStringLiteral("problem"), item.problem);
        items.append(facts);
    }
    content.insert(QStringLiteral("items"), items);

    QStringList words = ownMarks(*records, QDate(2020, 1, 1), QDate(2100, 12, 31)).value_or(OwnMarks()).values();
    content.insert(QStringLiteral("marks"), QJsonArray::fromStringList(words));

    // What the pages would show as sent, and whose records lie here.
    QJsonArray shown;
    for (const SubmittedForm &form : records->submittedTo({dailyCheckInUrl()})) {
        if (form.state == OutboxState::Done && !ahead.contains(form.form.identifier))
            shown.append(tokenIn(form.form.answers.value(QStringLiteral("note")).toString()));
    }
    content.insert(QStringLiteral("shownAsSent"), shown);
    QJsonArray owners;
    for (const QString &type : {QStringLiteral("QuestionnaireResponse"), QStringLiteral("AppointmentResponse")}) {
        for (const QByteArray &json : store.records(type, 1000000).value_or(QList<QByteArray>())) {
            const QJsonValue owner = factsOf(json).value(QLatin1String("patient"));
            if (!owners.contains(owner))
                owners.append(owner);
        }
    }
    content.insert(QStringLiteral("owners"), owners);
    return content;
}

} // namespace handrail
