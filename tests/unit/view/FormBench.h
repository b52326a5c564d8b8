// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "fakes/SmallDisk.h"
#include "net/QtHttpClient.h"
#include "view/CheckInDoneView.h"
#include "view/CheckInView.h"
#include "view/FormView.h"
#include "view/MinuteTimer.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace handrail::test {

inline const QString weightsUrl = QStringLiteral("https://x.example/weights");

/// Two typed questions, of which the first asks another, for FormBench::putForm().
inline QByteArray weights(const QByteArray &version, const QByteArray &more = {})
{
    return "'url':'https://x.example/weights','version':'" + version
        + "','title':'Weights','status':'active','item':["
          "{'linkId':'weight','text':'Your weight','type':'integer'},"
          "{'linkId':'sure','text':'Are you sure?','type':'string','enableWhen':[{'question':'weight','operator':'>',"
          "'answerInteger':100}]},{'linkId':'day','text':'On which day?','type':'date'}"
        + more + ']';
}

/// The answers that the page of a sent form shows.
inline QStringList valuesOf(const FormView &view)
{
    QStringList values;
    for (const QVariant &row : view.answers())
        values << row.toMap().value(QStringLiteral("value")).toString();
    return values;
}

/// Somebody who is signed in, with a store of their own, and the views that fill in forms. JSON is written with ' for ".
class FormBench
{
public:
    /// `diskKib`: on a disk of this size, after SmallDisk::prepare(). `granted`: by the server; empty: all that is asked for.
    explicit FormBench(int diskKib = 0, const QString &granted = {})
        : disk(diskKib > 0 ? std::make_unique<SmallDisk>(m_folder.path(), diskKib) : nullptr)
    {
        m_server.setNow(clock.nowUtc());
        m_server.setNoRecords();
        m_server.setGrantedScope(granted);
        preferences.setLanguage(QStringLiteral("en"));
        QCoro::waitFor(account.start());
        QCoro::waitFor(account.signIn(m_server.base()));
    }

    bool put(const QString &type, const QString &id, QByteArray json)
    {
        return account.records()
            ->store()
            .putRecords({{type, id, QString::number(++m_version), clock.nowUtc(), QDate(2026, 11, 17), json.replace('\'', '"')}})
            .has_value();
    }
    bool putForm(const QByteArray &id, const QByteArray &rest)
    {
        return put(QStringLiteral("Questionnaire"), QString::fromLatin1(id),
                   "{'resourceType':'Questionnaire','id':'" + id + "'," + rest + '}');
    }
    /// Answers that the clinic has, under urn:uuid:ID.
    bool putAnswers(const QByteArray &id, const QString &questionnaire, const QByteArray &items)
    {
        return put(QStringLiteral("QuestionnaireResponse"), QString::fromLatin1(id),
                   "{'resourceType':'QuestionnaireResponse','id':'" + id + "','status':'completed','questionnaire':'"
                       + questionnaire.toUtf8() + "','identifier':{'system':'urn:ietf:rfc:3986','value':'urn:uuid:" + id
                       + "'},'authored':'2026-11-17T20:00:00-05:00','subject':{'reference':'Patient/"
                       + account.identity()->patientId.toUtf8() + "'},'author':{'reference':'Patient/"
                       + account.identity()->patientId.toUtf8() + "'},'item':[" + items + "]}");
    }

    FakeClock clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};

private:
    int m_version = 0; ///< a record that comes again is a newer one
    QTemporaryDir m_folder;

public:
    std::unique_ptr<SmallDisk> disk;

private:
    FakeFhirServer m_server;
    QtHttpClient m_http;
    FollowingBrowser m_browser;
    FakeSecretStore m_secrets;

public:
    Preferences preferences{QString()};
    Account account{m_http, m_secrets, m_browser, clock, AccountFiles(m_folder.filePath(QStringLiteral("accounts")))};
    /// As in the app: the records first, then the views.
    QMetaObject::Connection inOneLanguage = QObject::connect(&preferences, &Preferences::languageChanged, &account,
                                                             [this] { account.setLanguage(preferences.language()); });
    MinuteTimer minute{clock};
    SafetyView safety{account, clock, preferences};
    AssignmentsView assignments{account, clock, preferences, minute};
    FormView form{account, clock, preferences, safety, assignments};
    CheckInView checkIn{account, clock, preferences, safety};
    CheckInDoneView checkInDone{account, clock, preferences};
    QMetaObject::Connection held = QObject::connect(&checkIn, &CheckInView::finished, &checkInDone, &CheckInDoneView::hold);
};

/// The form weights() at the clinic, made anew for each test.
class FormWeights
{
protected:
    void begin()
    {
        m_bench = std::make_unique<FormBench>();
        m_view = &m_bench->form;
        QCOMPARE(m_bench->account.state(), Account::State::Active);
        QVERIFY(m_bench->putForm("w1", weights("1")));
    }
    void end() { m_bench.reset(); }
    [[nodiscard]] FormField *field(int index) const { return m_view->fields()->fields().value(index); }
    [[nodiscard]] QStringList values() const { return valuesOf(*m_view); }

    std::unique_ptr<FormBench> m_bench;
    FormView *m_view = nullptr;
};

} // namespace handrail::test
