// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "History.h"
#include "Person.h"
#include "account/Account.h"
#include "fakes/FakeClock.h"
#include "net/QtHttpClient.h"
#include "platform/common/KeychainSecretStore.h"
#include "view/CheckInView.h"
#include "view/Preferences.h"

#include <QJsonObject>
#include <random>
#include <utility>

namespace handrail {

/// The app's own HttpClient with less patience than a person has, so that a server which never answers costs a moment and not half a minute.
class HurriedHttp final : public HttpClient
{
public:
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    [[nodiscard]] int requests() const { return m_requests; }
    /// With which the last request about records was allowed; empty before the first.
    [[nodiscard]] const QByteArray &authorization() const { return m_authorization; }

    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        ++m_requests;
        for (const auto &[name, value] : std::as_const(request.headers)) {
            if (name == "Authorization")
                m_authorization = QByteArray(value.constData(), value.size()); // the other copies are overwritten
        }
        request.deadline = std::min(request.deadline, m_patience);
        return m_http.send(std::move(request));
    }

private:
    std::chrono::milliseconds m_patience = std::chrono::seconds(30);
    int m_requests = 0;
    QByteArray m_authorization;
    QtHttpClient m_http;
};

/// The app without its pages on one device: the sealed file, the keychain, the network, the account, the sync and the check-in are those of
/// production, put together as app/patient/Application does; the clock and the person at the browser are played.
class Device
{
public:
    /// Everything is kept in `folder`; `now` is the first moment of its clock, in New York.
    Device(const QString &folder, const QUrl &server, const QDateTime &now, std::chrono::milliseconds keychainPatience);

    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] HurriedHttp &http() { return m_http; }
    [[nodiscard]] Account &account() { return m_account; }

    /// As the app starts: opens the store of who was here last.
    QString open();
    /// Through the clinic's own pages. The state that it led to.
    QString signIn(const QString &name, const QString &password);
    QString signOut();
    /// Signs out and erases, sent or not.
    QString erase();
    /// The same PIN always. Each gives the state that it led to, or "refused".
    QString setPin();
    QString lock();
    QString unlock();
    QString removePin();
    /// The person remembers the PIN that they went on without: what was put aside behind it comes back. How many such stores.
    QString openAside();
    /// The person has read of each damaged thing and takes it off the list. How many there were.
    QString forgetDamaged();
    QString tryAgain();

    /// Noon of the next day on this device.
    void beginDay();
    /// Ten minutes before the clocks of this device's zone are next changed. "never": it stays, since they are not.
    QString goToClockChange();
    /// Answers today's check-in by its pages, with answers that `seed` decides and a note that begins with `token`. "saved", or what the
    /// app said instead. `isShort`: the mood and the note alone.
    QString checkIn(const QString &token, unsigned seed, bool isShort);
    /// Presses once more after a failure.
    QString checkInAgain();
    /// Keeps the check-in that was just saved to oneself, before it has left. "kept", or "refused".
    QString keepToMyself();
    /// Changes the check-in that was saved last, as its page lets a person do. "saved", "put away", or what the app said instead.
    QString change(const QString &token, unsigned seed);
    /// Looks at each check-in that is refused, and at what the clinic has in its place: the person sends theirs, changed, or puts them away. How
    /// many there were.
    QString choose(const QString &token, unsigned seed);
    /// Another device of the same person answers today's check-in; where the clinic has one, that device changes it. "taken", "not taken", or
    /// "unavailable" before this one has asked the clinic for anything. No file of this device has a part in it.
    QString answerElsewhere(const QString &token, unsigned seed);
    /// Marks today with a word that no clinic hears of. "saved", or "refused".
    QString mark(const QString &word);
    /// Tells the clinic that a session is not possible. `which` of the sessions.
    QString decline(const QString &token, unsigned which);
    /// One whole run, or with `isHurried` that of "Try now". "ok", or the problem's kind.
    QString sync(bool isHurried);
    /// "lock", "unlock", or "empty" and "refill": the app's entries go, and come back. "ok", or "refused".
    QString handleKeychain(const QString &what);
    /// Lets everything go on by itself for a while.
    static void wait(std::chrono::milliseconds time);
    /// Days of check-ins, nudges and syncs one after the other, until somebody ends the program.
    [[noreturn]] void goOnForEver(const QString &prefix, unsigned seed);

    /// What the store holds, as the account that is here may read it.
    [[nodiscard]] QJsonObject content();
    [[nodiscard]] QString stateName() const;

private:
    [[nodiscard]] static QString tokenIn(const QString &text);
    /// A token, and after it signs of all kinds, so that a change of one of them on the way is seen.
    [[nodiscard]] static QString noteWith(const QString &token);
    /// The tokens of the answers in rows that a page shows (FormView::answerParts).
    [[nodiscard]] static QStringList tokensIn(const QVariantList &parts);
    /// Whose record it is, and which of ours: ids of patients that it names, and the token in its note or comment.
    [[nodiscard]] static QJsonObject factsOf(const QByteArray &json);
    [[nodiscard]] QString outcome();
    QString changeAs(const QString &identifier, const QString &token, unsigned seed);
    [[nodiscard]] QByteArray sendElsewhere(const QByteArray &method, const QString &path,
                                           const std::pair<QByteArray, QByteArray> &header, const QByteArray &body);
    void answer(FormField &field, std::mt19937 &dice, bool isShort);
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QString todaysIdentifier() const;
    /// `seen`: tokens of what stood on the page and is replaced. They are in the one line, so that no kill comes between.
    void noteInvoke(const QString &token, const QString &key, const QJsonObject &answers, const QString &identifier,
                    const QStringList &seen = {});

    FakeClock m_clock;
    HurriedHttp m_http;
    KeychainSecretStore m_secrets;
    Person m_person;
    QUrl m_server;
    QString m_folder;
    History m_history;
    Preferences m_preferences{QString()};
    Account m_account;
    SafetyView m_safety;
    CheckInView m_checkIn;
    QString m_token;
    QString m_checkedIn; ///< identifier of the check-in that m_token is about; empty when it is about something else
    QJsonObject m_answers;
    int m_requestsBefore = 0;
};

} // namespace handrail
