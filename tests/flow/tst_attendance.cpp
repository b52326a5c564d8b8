// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace handrail;

namespace {

const QString maya = QStringLiteral("p101");

QDateTime newYork(const QTime &time)
{
    return QDateTime(QDate(2026, 11, 18), time, QTimeZone("America/New_York")).toUTC();
}

} // namespace

/// Late, can't come, a ride: in two taps from Today, and what became of it. And the record of what was, the way there, and the calendar.
class TestAttendance final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool press(const char *name) { return screen().press(QString::fromUtf8(name)); }
    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name), 20'000); }

    bool begin()
    {
        m_stage = std::make_unique<Stage>(newYork(QTime(15, 20)));
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 30'000)
            && waitFor("Late, or can’t come?");
    }

    QList<QJsonObject> atClinic(const char *type)
    {
        QList<QJsonObject> records;
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QString::fromLatin1(type)))
            records << one.toObject();
        return records;
    }

    /// Asks the clinic anew, as soon as nothing is under way, until this is there.
    bool refreshedTo(const char *name)
    {
        return screen().waitUntil(
            [this, name] {
                m_stage->app().account().refreshIfOlderThan(std::chrono::minutes(0));
                return screen().has(QString::fromUtf8(name));
            },
            20'000);
    }

    /// Staff note what was said, in the appointment itself.
    bool note(const QString &appointmentId, const QString &status)
    {
        for (QJsonObject appointment : atClinic("Appointment")) {
            if (appointment.value(QLatin1String("id")).toString() != appointmentId)
                continue;
            QJsonArray people = appointment.value(QLatin1String("participant")).toArray();
            for (qsizetype i = 0; i < people.size(); ++i) {
                QJsonObject person = people.at(i).toObject();
                const QString who = person.value(QLatin1String("actor")).toObject().value(QLatin1String("reference")).toString();
                if (who == QLatin1String("Patient/") + maya)
                    person.insert(QStringLiteral("status"), status);
                people.replace(i, person);
            }
            appointment.insert(QStringLiteral("participant"), people);
            return m_stage->importToClinic({QJsonObject{{QStringLiteral("resource"), appointment}}});
        }
        return false;
    }

    /// Staff move the session.
    bool move(const QString &appointmentId, qint64 seconds)
    {
        for (QJsonObject appointment : atClinic("Appointment")) {
            if (appointment.value(QLatin1String("id")).toString() != appointmentId)
                continue;
            for (const QString &name : {QStringLiteral("start"), QStringLiteral("end")}) {
                const QDateTime time = QDateTime::fromString(appointment.value(name).toString(), Qt::ISODate);
                appointment.insert(name, time.addSecs(seconds).toUTC().toString(Qt::ISODate));
            }
            return m_stage->importToClinic({QJsonObject{{QStringLiteral("resource"), appointment}}});
        }
        return false;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void lateInTwoTapsWithoutASignalAndWhatBecameOfIt()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        const QString next = m_stage->app().account().records()->sessions(QDate(2026, 11, 18), QDate(2026, 11, 18))->first().id;
        m_stage->closeClinic();
        QVERIFY2(press("Late, or can’t come?"), qPrintable(screen().spoken())); // the first tap
        QVERIFY(screen().waitUntil([this] {                                     // the tabs, too, lie under it
            const QList<QAccessibleInterface *> things = screen().all();
            return std::any_of(things.cbegin(), things.cend(), [this](QAccessibleInterface *thing) {
                return thing->role() == QAccessible::Dialog && thing->rect().height() == screen().window().height();
            });
        }));
        QVERIFY2(waitFor("I’ll be late,*"), qPrintable(screen().spoken()));
        QVERIFY2(press("I’ll be late,*"), qPrintable(screen().spoken())); // the second
        QVERIFY2(waitFor("You told us you’ll be late,*Saved here. Not sent yet."), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Call your clinic instead,*")));

        // A minute later a call is quicker.
        m_stage->clock().advance(std::chrono::seconds(61));
        m_stage->app().account().sendSoon();
        Q_EMIT m_stage->app().account().outboxChanged();
        QVERIFY2(waitFor("Call your clinic instead,*"), qPrintable(screen().spoken()));
        QVERIFY(press("Call your clinic instead,*"));
        QVERIFY(!m_stage->dialer().called().isEmpty());

        QVERIFY(m_stage->openClinic());
        m_stage->app().account().refreshIfOlderThan(std::chrono::minutes(0));
        QVERIFY2(waitFor("You told us you’ll be late,*Request sent at*"), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Call your clinic instead,*")));
        const QList<QJsonObject> answers = atClinic("AppointmentResponse");
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers.first().value(QLatin1String("participantStatus")).toString(), QStringLiteral("tentative"));

        QVERIFY(note(next, QStringLiteral("tentative")));
        QVERIFY2(refreshedTo("You told us you’ll be late,*Your clinic has seen it."), qPrintable(screen().spoken()));
    }

    void cannotComeThenComesAfterAll()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY(press("Late, or can’t come?") && waitFor("Tell your clinic I can’t come")
                && press("Tell your clinic I can’t come"));
        QVERIFY2(waitFor("You told us you can’t come,*Request sent at*"), qPrintable(screen().spoken()));
        QVERIFY2(press("You told us you can’t come,*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("I can come after all") && press("I can come after all"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You told us you plan to come*"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return atClinic("AppointmentResponse").size() == 2; }, 20'000));
        QVERIFY2(waitFor("Can’t make it?*"), qPrintable(screen().spoken()));
    }

    /// "Can't come" to one time is no word about another, whether it has left or not.
    void cannotComeAndThenTheSessionMoves()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        const Session next = m_stage->app().account().records()->sessions(QDate(2026, 11, 18), QDate(2026, 11, 18))->first();
        QVERIFY(press("Late, or can’t come?") && waitFor("Tell your clinic I can’t come")
                && press("Tell your clinic I can’t come"));
        QVERIFY2(waitFor("You told us you can’t come,*Request sent at*"), qPrintable(screen().spoken()));
        QCOMPARE(atClinic("AppointmentResponse").first().value(QLatin1String("start")).toString(),
                 next.start.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'")));
        QVERIFY(move(next.id, 24 * 3600));
        QVERIFY2(refreshedTo("You told us you can’t come,*That was for*This session has moved.*"), qPrintable(screen().spoken()));
        const Session moved = m_stage->app().account().records()->session(next.id)->value();
        QVERIFY(!moved.isDeclinedByMe && moved.isAsked);
        QVERIFY2(press("You told us you can’t come,*That was for*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("I plan to come") && press("I plan to come"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You told us you plan to come*"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return atClinic("AppointmentResponse").size() == 2; }, 20'000));
    }

    void aRideIsAskedForOnce()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY(press("Late, or can’t come?") && waitFor("I need a ride,*") && press("I need a ride,*"));
        QVERIFY2(waitFor("You asked for a ride,*Request sent at*"), qPrintable(screen().spoken()));
        QVERIFY(press("Late, or can’t come?") && waitFor("I’ll be late,*"));
        QVERIFY(!screen().has(QStringLiteral("I need a ride,*")));
        int rides = 0;
        for (const QJsonObject &message : atClinic("Communication"))
            rides += QJsonDocument(message).toJson().contains("\"ride\"");
        QCOMPARE(rides, 1);
    }

    /// In a room, and behind a link for who cannot come there: both are said, and there is a way there.
    void oneInARoomAndByVideoSaysBoth()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        const Session next = m_stage->app().account().records()->sessions(QDate(2026, 11, 18), QDate(2026, 11, 18))->first();
        QVERIFY(!next.place.isEmpty() && !next.isVideo);
        const QJsonObject channel{{QStringLiteral("url"), QStringLiteral("channelType")},
                                  {QStringLiteral("valueCoding"), QJsonObject{{QStringLiteral("code"), QStringLiteral("video")}}}};
        const QJsonObject address{{QStringLiteral("url"), QStringLiteral("address")},
                                  {QStringLiteral("valueUrl"), QStringLiteral("https://meet.example/a")}};
        const QJsonObject service{
            {QStringLiteral("url"),
             QStringLiteral("http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService")},
            {QStringLiteral("extension"), QJsonArray{channel, address}}};
        for (QJsonObject appointment : atClinic("Appointment")) {
            if (appointment.value(QLatin1String("id")).toString() != next.id)
                continue;
            appointment.insert(QStringLiteral("extension"), QJsonArray{service});
            QVERIFY(m_stage->importToClinic({QJsonObject{{QStringLiteral("resource"), appointment}}}));
        }
        QVERIFY2(refreshedTo("Next session: Evening group*, or by video"), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("Directions")), qPrintable(screen().spoken()));
        QVERIFY2(press("Details") && waitFor("Or by video"), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QString(next.place + u'*')) && screen().has(QStringLiteral("Directions"))
                     && screen().has(QStringLiteral("Join opens at*")),
                 qPrintable(screen().spoken()));
        QVERIFY2(press("Can’t make it?*") && waitFor("I need a ride,*"), qPrintable(screen().spoken()));
    }

    /// A ride to Wednesday's time is none to Thursday's.
    void aRideAndThenTheSessionMoves()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        const Session next = m_stage->app().account().records()->sessions(QDate(2026, 11, 18), QDate(2026, 11, 18))->first();
        QVERIFY(press("Late, or can’t come?") && waitFor("I need a ride,*") && press("I need a ride,*"));
        QVERIFY2(waitFor("You asked for a ride,*Request sent at*"), qPrintable(screen().spoken()));
        QVERIFY(move(next.id, 22 * 3600));
        QVERIFY2(refreshedTo("You asked for a ride,*That was for Wednesday, November 18, *This session has moved.*"),
                 qPrintable(screen().spoken()));
        QVERIFY2(press("You asked for a ride,*"), qPrintable(screen().spoken()));
        m_stage->clock().advance(std::chrono::minutes(1));
        QVERIFY2(waitFor("Can’t make it?*") && press("Can’t make it?*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("I need a ride,*") && press("I need a ride,*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You asked for a ride") && waitFor("Request sent at*"), qPrintable(screen().spoken()));
    }

    void theRecordTheLetterAndTheCalendar()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY(press("Schedule"));
        QVERIFY2(waitFor("Add all to your calendar*") && press("Add all to your calendar*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Given to your calendar*"), qPrintable(screen().spoken()));
        QVERIFY(press("Your sessions so far,*"));
        QVERIFY2(waitFor("You came to *sessions."), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("Hours planned this week: *"))
                     && screen().has(QStringLiteral("* of * planned hours this week")),
                 qPrintable(screen().spoken()));
        // The bar stands as far from the words above it as from those below.
        const auto item = [this](const char *name) -> const QQuickItem * {
            const QAccessibleInterface *found = screen().find(QString::fromUtf8(name));
            return found ? qobject_cast<const QQuickItem *>(found->object()) : nullptr;
        };
        const QQuickItem *above = item("Hours planned this week: *"), *bar = item("* of * planned hours this week"),
                         *below = item("Your clinic keeps this record. *");
        QVERIFY(above && bar && below);
        QCOMPARE(bar->y() - above->y() - above->height(), 8.0);
        QCOMPARE(below->y() - bar->y() - bar->height(), 8.0);
        QVERIFY2(press("That’s not right: *"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Ask your clinic to look") && press("Ask your clinic to look"));
        QVERIFY2(waitFor("You said this is not right. Request sent at*"), qPrintable(screen().spoken()));
        QVERIFY(press("A letter for work or school,*") && waitFor("Ask for the letter") && press("Ask for the letter"));
        QVERIFY2(waitFor("You asked for a letter*"), qPrintable(screen().spoken()));
    }

    void theWayIsTypedOnceAndTodaySaysWhenToLeave()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY(press("Details"));
        QVERIFY2(waitFor("How I get there,*") && press("How I get there,*"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Minutes from door to door"));
        QVERIFY(screen().type(QStringLiteral("Minutes from door to door"), QStringLiteral("soon")));
        QVERIFY(press("Save"));
        QVERIFY2(waitFor("Write the minutes as a number*"), qPrintable(screen().spoken()));
        QVERIFY(screen().type(QStringLiteral("Minutes from door to door"), QStringLiteral("\b\b\b\b25")));
        QVERIFY(press("Save"));
        QVERIFY2(waitFor("How I get there, Own car, 25 min, Leave by 5:35 pm"), qPrintable(screen().spoken()));
        QVERIFY(press("Today"));
        QVERIFY2(waitFor("Next session: Evening group*Leave by 5:35 pm"), qPrintable(screen().spoken()));
    }
};

QTEST_MAIN(TestAttendance)
#include "tst_attendance.moc"
