// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/Database.h"
#include "clinic/base/FhirTime.h"
#include "clinic/http/HttpText.h"
#include "clinic/base/JsonText.h"
#include "clinic/http/Server.h"
#include "clinic/records/TypeTable.h"
#include "clinic/records/Validator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;

/// The clinic's text: FHIR time, JSON as it came, HTTP heads and targets, and the table of types.
class TestClinicText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSqliteSaysMeansOneThing()
    {
        for (const auto &[code, kind] :
             {std::pair(5, ProblemKind::StoreInUse), std::pair(517, ProblemKind::StoreInUse), std::pair(6, ProblemKind::StoreInUse),
              std::pair(8, ProblemKind::StoreReadOnly), std::pair(14, ProblemKind::StoreReadOnly),
              std::pair(13, ProblemKind::StoreFull), std::pair(2067, ProblemKind::Conflict), std::pair(1555, ProblemKind::Conflict),
              std::pair(26, ProblemKind::StoreForeign), std::pair(11, ProblemKind::StoreBroken)})
            QCOMPARE(int(storeProblem(code)), int(kind));
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("form");
        QTest::addColumn<qint64>("low"); // -1: refused
        QTest::addColumn<qint64>("length");
        const qint64 day = 86'400'000;
        const auto row = [](const char *name, const char *text, TimeForm form, qint64 low, qint64 length) {
            QTest::newRow(name) << QString::fromLatin1(text) << int(form) << low << length;
        };
        row("year", "1970", TimeForm::Date, 0, 365 * day);
        row("month", "1970-02", TimeForm::Date, 31 * day, 28 * day);
        row("leap day", "1972-02-29", TimeForm::Date, 789 * day, day);
        row("no leap day", "1970-02-29", TimeForm::Date, -1, 0);
        row("month 13", "1970-13", TimeForm::Date, -1, 0);
        row("year 0", "0000", TimeForm::Date, -1, 0);
        row("five digits", "19700-01-01", TimeForm::Date, -1, 0);
        row("time in a date", "1970-01-01T00:00:00Z", TimeForm::Date, -1, 0);
        row("zulu", "1970-01-01T00:00:01Z", TimeForm::Instant, 1000, 1000);
        row("offset", "1970-01-01T00:00:00-05:00", TimeForm::Instant, 5 * 3'600'000, 1000);
        row("offset of nothing", "1970-01-01T00:00:01.000+00:00", TimeForm::DateTime, 1000, 1);
        row("fraction", "1970-01-01T00:00:00.250Z", TimeForm::Instant, 250, 1);
        row("one digit", "1970-01-01T00:00:00.2Z", TimeForm::Instant, 200, 100);
        row("long fraction", "1970-01-01T00:00:00.250999Z", TimeForm::Instant, 250, 1);
        row("leap second", "1970-01-01T23:59:60Z", TimeForm::Instant, day - 1000, 1000);
        row("hour 24", "1970-01-01T24:00:00Z", TimeForm::Instant, -1, 0);
        row("blank for T", "1970-01-01 00:00:00Z", TimeForm::Instant, -1, 0);
        row("small t", "1970-01-01t00:00:00Z", TimeForm::Instant, -1, 0);
        row("small z", "1970-01-01T00:00:00z", TimeForm::Instant, -1, 0);
        row("no offset", "1970-01-01T00:00:00", TimeForm::DateTime, -1, 0);
        row("no offset in a search", "1970-01-01T00:00", TimeForm::Search, 0, 60'000);
        row("date as instant", "1970-01-01", TimeForm::Instant, -1, 0);
        row("offset 14", "1970-01-01T14:00:00+14:00", TimeForm::Instant, 0, 1000);
        row("offset beyond 14", "1970-01-01T14:15:00+14:15", TimeForm::Instant, -1, 0);
        row("a long fraction", "1970-01-01T00:00:00.0000000000000001Z", TimeForm::Instant, 0, 1);
        row("offset 15", "1970-01-01T00:00:00+15:00", TimeForm::Instant, -1, 0);
        row("tail", "1970-01-01T00:00:00Zx", TimeForm::Instant, -1, 0);
        row("empty", "", TimeForm::DateTime, -1, 0);
    }
    void times()
    {
        QFETCH(QString, text);
        QFETCH(int, form);
        QFETCH(qint64, low);
        QFETCH(qint64, length);
        const auto range = readTime(text, TimeForm(form));
        QCOMPARE(range.has_value(), low >= 0);
        if (range) {
            QCOMPARE(range->low, low);
            QCOMPARE(range->high - range->low, length);
        }
    }

    void instantsAreWrittenInUtc()
    {
        QCOMPARE(writeInstant(1'000'123), QByteArray("1970-01-01T00:16:40.123Z"));
        for (const qint64 time : {-1LL, 951'825'599'999LL, 1'709'208'000'007LL, 4'107'542'399'000LL, -2'208'988'800'000LL})
            QCOMPARE(writeInstant(time), QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1());
    }

    void membersAreViews()
    {
        const QByteArray text = "{ \"a\" : 1.50 , \"b\":[1,{\"c\":\"x}\\\"\"}] }";
        const auto members = readMembers(text);
        QVERIFY(members);
        QCOMPARE(members->size(), 2);
        QCOMPARE(member(*members, "a").toByteArray(), QByteArray("1.50"));
        QCOMPARE(member(*members, "b").toByteArray(), QByteArray("[1,{\"c\":\"x}\\\"\"}]"));
        QVERIFY(member(*members, "c").isEmpty());
    }

    void badJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "{", "[]", "{\"a\":1", "{\"a\"}", "{\"a\":1}x", "{\"a\":1,\"a\":2}",
                                 "{\"x\":{\"a\":1,\"a\":2}}", "{\"\\u0061\":1}", "{\"a\":\"\n\"}", "{,}", "{\"a\":1,}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray("{\"a\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}");
    }
    void badJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readMembers(text));
    }

    void manyMembersCostLittleAndAreLimited()
    {
        const auto objectOf = [](int count, const QByteArray &last) {
            QByteArray text = "{";
            for (int i = 0; i < count - 1; ++i)
                text += "\"m" + QByteArray::number(i) + "\":1,";
            return QByteArray(text + '"' + last + "\":1}");
        };
        QCOMPARE(readMembers(objectOf(1000, "last"))->size(), 1000);
        for (const char *twice : {"m0", "m23", "m24", "m25", "m998"})
            QVERIFY2(!readMembers(objectOf(1000, twice)), twice);
        QVERIFY(!readMembers(objectOf(1001, "last")));
        // Each object has names of its own.
        const QByteArray two = "{\"a\":" + objectOf(1000, "last") + ",\"b\":" + objectOf(1000, "last") + '}';
        QVERIFY(readMembers(two));
        const QByteArray inner = "{\"a\":" + objectOf(1001, "last") + '}';
        QVERIFY(!readMembers(inner));
    }

    void identityReplacesOnlyIdentity()
    {
        const QByteArray text = "{\"id\":\"mine\",\"resourceType\":\"X\",\"v\":1.0,\"meta\":{}}";
        QCOMPARE(withIdentity(*readMembers(text), "X", "7", "{\"m\":1}"),
                 QByteArray("{\"resourceType\":\"X\",\"id\":\"7\",\"meta\":{\"m\":1},\"v\":1.0}"));
    }

    void onlyReferencesAreReplaced()
    {
        const QByteArray text =
            "{\"reference\":\"urn:uuid:1\",\"value\":\"urn:uuid:1\",\"url\" : \"urn:uuid:1\",\"reference2\":\"urn:uuid:1\"}";
        QCOMPARE(
            withReferences(text, {{"urn:uuid:1", "Task/9"}}),
            QByteArray("{\"reference\":\"Task/9\",\"value\":\"urn:uuid:1\",\"url\" : \"Task/9\",\"reference2\":\"urn:uuid:1\"}"));
    }

    void quotedTextIsJson()
    {
        const QByteArray odd("a\"\\\n\x01z");
        QCOMPARE(QJsonDocument::fromJson('[' + quoted(odd) + ']').array().at(0).toString().toUtf8(), odd);
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("path"); // null: refused
        QTest::newRow("plain") << QByteArray("/a/b?c=%2f") << QStringLiteral("/a/b");
        QTest::newRow("escape") << QByteArray("/a%20b%C3%A9") << QStringLiteral("/a b\u00e9");
        QTest::newRow("escape at the end") << QByteArray("/a%41") << QStringLiteral("/aA");
        for (const char *bad : {"", "a", "*", "http://x/a", "/a%2fb", "/%00", "/%0d%0a", "/%7f", "/%", "/%4", "/%4g", "/%ff",
                                "/a/../b", "/..", "/a/./b", "/%2e%2e/x"})
            QTest::newRow(bad) << QByteArray(bad) << QString();
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, path);
        const auto read = readTarget(std::string_view(target.constData(), std::size_t(target.size())));
        QCOMPARE(read.has_value(), !path.isNull());
        if (read)
            QCOMPARE(read->path, path);
    }

    void headersCannotBeInjected()
    {
        Reply reply;
        setHeader(reply, "Location", "/a\r\nSet-Cookie: b=c");
        reply.headers.append(std::pair<QByteArray, QByteArray>("X-Raw", "d\r\nX-Evil: e"));
        const std::string head = writeHead(reply, true, httpDate(0));
        QVERIFY(head.find("\nSet-Cookie") == std::string::npos);
        QVERIFY(head.find("\nX-Evil") == std::string::npos);
        QVERIFY(head.find("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n") != std::string::npos);
    }

    void theTableIsWhole()
    {
        const TypeTable types;
        QVERIFY(types.types().size() >= 28);
        for (const auto &[name, type] : types.types()) {
            const Structure *structure = types.structure(name);
            QVERIFY2(structure, qPrintable(name));
            // Every path of the table leads to an element of the definitions.
            QStringList paths = type.patientPaths + type.relatedPaths;
            for (const SearchParameter &parameter : type.parameters)
                paths += parameter.paths;
            for (const QString &path : std::as_const(paths)) {
                const Structure *at = structure;
                for (const QString &segment : path.split(u'.')) {
                    if (segment == QLatin1String("id") || segment.startsWith(QLatin1String("where(")))
                        continue;
                    QVERIFY2(at, qPrintable(QString(name + u' ' + path)));
                    const Element *found = nullptr;
                    for (const Element &element : at->elements) {
                        if (element.name == segment)
                            found = &element;
                    }
                    QVERIFY2(found, qPrintable(QString(name + u' ' + path)));
                    const QString next = found->types.value(0);
                    at = types.structure(next.startsWith(u'@') ? next.mid(1) : next);
                }
            }
            for (const QString &parameter : type.includes + type.relativeFind)
                QVERIFY2(type.parameter(parameter), qPrintable(QString(name + u' ' + parameter)));
            for (const QString &element : type.changeable + type.authorNames)
                QVERIFY2(element == QLatin1String("text") || element == QLatin1String("extension")
                             || structure->byKey.contains(element),
                         qPrintable(QString(name + u' ' + element)));
        }
    }

    void validation()
    {
        const TypeTable types;
        const Validator validator(types);
        const auto check = [&](const char *json) {
            const auto issues = validator.check(QJsonDocument::fromJson(json).object());
            return issues.isEmpty() ? QString() : issues.first().expression;
        };
        QCOMPARE(check("{\"resourceType\":\"Patient\"}"), QString());
        QCOMPARE(check("{\"resourceType\":\"Patient\",\"birthDate\":\"1990-02-30\"}"), QStringLiteral("Patient.birthDate"));
        QCOMPARE(check("{\"resourceType\":\"Patient\",\"deceasedBoolean\":true}"), QString());
        QVERIFY(!check("{\"resourceType\":\"Patient\",\"deceasedBoolean\":true,\"deceasedDateTime\":\"2026\"}").isEmpty());
        QCOMPARE(check("{\"resourceType\":\"Patient\",\"_birthDate\":{\"extension\":[{\"url\":\"u\",\"valueCode\":\"unknown\"}]}}"),
                 QString());
        QCOMPARE(check("{\"resourceType\":\"Patient\",\"name\":[{\"given\":[\"\"]}]}"), QStringLiteral("Patient.name[0].given[0]"));
        QCOMPARE(check("{\"resourceType\":\"Patient\",\"contained\":[{\"resourceType\":\"Unicorn\"}]}"),
                 QStringLiteral("Patient.contained[0]"));
        QCOMPARE(check("{\"resourceType\":\"Patient\",\"generalPractitioner\":[{\"reference\":\"#x\"}]}"),
                 QStringLiteral("Patient.generalPractitioner[0]"));
    }
};

QTEST_GUILESS_MAIN(TestClinicText)
#include "tst_clinic_text.moc"
