// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/CommandLine.h"

#include "clinic/AlertCommands.h"
#include "clinic/CommandHelp.h"
#include "clinic/CommandText.h"
#include "clinic/DemoDatabase.h"
#include "clinic/FamilyCommands.h"
#include "clinic/ImportCommands.h"
#include "clinic/InboxCommands.h"
#include "clinic/JoinCommands.h"
#include "clinic/ListenAddress.h"
#include "clinic/ProgramCommands.h"
#include "clinic/ScheduleCommands.h"
#include "clinic/base/FhirTime.h"
#include "clinic/family/FamilySettings.h"
#include "clinic/records/Importer.h"
#include "clinic/sample/SampleClinic.h"
#include "clinic/Service.h"
#include "clinic/StaffLog.h"
#include "clinic/StdinWatch.h"
#include "clinic/UserCommands.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <atomic>
#include <cstdio>
#include <sys/stat.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <unistd.h>

namespace handrail::clinic {

namespace {

class Command
{
public:
    explicit Command(const QStringList &arguments)
        : m_arguments(arguments)
    {
        // The day of enrol --end may be left out; the parser wants a value.
        const qsizetype end = arguments.value(1) == QLatin1String("enrol") ? arguments.indexOf(QStringLiteral("--end")) : -1;
        if (end >= 0 && arguments.value(end + 1, QStringLiteral("--")).startsWith(QLatin1String("--")))
            m_arguments.replace(end, QStringLiteral("--end="));
        for (const auto &[name, value] : {std::pair("listen", "ADDR:PORT"),
                                          std::pair("database", "FILE"),
                                          std::pair("base-url", "URL"),
                                          std::pair("now", "TIME"),
                                          std::pair("patient", "ID"),
                                          std::pair("fhir-user", "REFERENCE"),
                                          std::pair("patients", "IDS"),
                                          std::pair("program", "NAME"),
                                          std::pair("program-file", "FILE"),
                                          std::pair("start", "DATE"),
                                          std::pair("dates", "ORDER"),
                                          std::pair("ack", "ID"),
                                          std::pair("on-call", "PROGRAM"),
                                          std::pair("on-call-after", "MINUTES"),
                                          std::pair("organization", "ID"),
                                          std::pair("countersign", "SWITCH"),
                                          std::pair("minors", "SWITCH"),
                                          std::pair("sign", "ID"),
                                          std::pair("end", "ID"),
                                          std::pair("keep-out", "SESSION"),
                                          std::pair("let-in", "SESSION"),
                                          std::pair("relative", "ID"),
                                          std::pair("jitsi-url", "URL"),
                                          std::pair("jitsi-app", "ID"),
                                          std::pair("jitsi-key-file", "FILE"),
                                          std::pair("seen", "ID"),
                                          std::pair("done", "ID"),
                                          std::pair("reply", "ID"),
                                          std::pair("as", "PRACTITIONER"),
                                          std::pair("days", "N")})
            m_parser.addOption({QString::fromLatin1(name), {}, QString::fromLatin1(value)});
        for (const char *name : {"behind-proxy", "until-stdin-closes", "open", "report", "all", "list", "dry-run", "overwrite",
                                 "next-phase", "help", "version"})
            m_parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
    }

    int run()
    {
        if (!m_parser.parse(m_arguments))
            return misuse(m_parser.errorText());
        if (m_parser.isSet(QStringLiteral("help"))) {
            std::fputs(commandHelp, stdout);
            return 0;
        }
        if (m_parser.isSet(QStringLiteral("version"))) {
            std::puts("handrail-clinic " HANDRAIL_VERSION);
            return 0;
        }
        const QStringList words = m_parser.positionalArguments();
        const QString verb = words.value(0);
        // What a command does not know it must not seem to heed.
        const QString command = verb == QLatin1String("user") ? QString(verb + u' ' + words.value(1)) : verb;
        const QStringList known = commandOptions(command);
        for (const QString &name : m_parser.optionNames()) {
            if (!known.isEmpty() && !known.contains(name))
                return misuse(QStringLiteral("--%1 has no meaning with %2").arg(name, command));
        }
        if (has("base-url") && !isFhirBase(baseUrl()))
            return misuse(QStringLiteral("--base-url needs a URL such as https://clinic.example/fhir/R4"));
        if (verb == QLatin1String("serve") && words.size() == 1)
            return serve(false);
        if (verb == QLatin1String("demo") && words.size() == 1)
            return serve(true);
        if (verb == QLatin1String("import") && words.size() == 2)
            return importFile(words.at(1));
        if (words == QStringList{QStringLiteral("forms")} || words == QStringList{QStringLiteral("forms"), QStringLiteral("add")})
            return withDatabase(words.size() == 1, [&](Service &service) { return shippedForms(service, words.size() == 2); });
        if (verb == QLatin1String("export") && words.size() == 1)
            return exportBundle();
        if (verb == QLatin1String("user"))
            return user(words.mid(1));
        if (verb == QLatin1String("alerts") && words.size() == 1)
            return alerts();
        if (verb == QLatin1String("gaps") && words.size() == 1)
            return gaps();
        if (verb == QLatin1String("inbox") && words.size() == 1)
            return inbox();
        if (verb == QLatin1String("announce") && words.size() == 1)
            return announce();
        if (verb == QLatin1String("monitoring") && words.size() <= 2)
            return monitoring(words.value(1));
        if (verb == QLatin1String("family") && words.size() == 1)
            return family();
        if (verb == QLatin1String("join") && words.size() == 2)
            return join(words.at(1));
        if (verb == QLatin1String("enrol") && words.size() == 1)
            return enrolPatients();
        if (verb == QLatin1String("time-zone") && words.size() <= 2)
            return timeZone(words.value(1));
        if (verb == QLatin1String("import-schedule") && words.size() == 2)
            return withDatabase(
                true, [&](Service &service) { return importSchedule(service, words.at(1), option("dates"), has("dry-run")); });
        const QString usage = commandUsage(verb);
        return misuse(verb.isEmpty()        ? QStringLiteral("say what to do")
                          : usage.isEmpty() ? QStringLiteral("this command is not known")
                                            : QString(verb + QStringLiteral(" takes this:\n") + usage));
    }

private:
    QString option(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }
    bool has(const char *name) const { return m_parser.isSet(QString::fromLatin1(name)); }

    QString baseUrl() const
    {
        QString base = option("base-url");
        while (base.endsWith(u'/'))
            base.chop(1);
        return base;
    }

    int serve(bool isDemo)
    {
        const auto listen = readListenAddress(has("listen") ? option("listen")
                                                  : isDemo  ? QStringLiteral("127.0.0.1:0")
                                                            : QString());
        if (!listen)
            return misuse(QStringLiteral("--listen needs ADDR:PORT"));
        if (isDemo && !listen->isLoopback)
            return misuse(QStringLiteral("everybody knows the passwords of demo, so it is for this machine alone: --listen takes "
                                         "an address such as 127.0.0.1:0"));
        if (!listen->isLoopback && !has("behind-proxy"))
            return misuse(QStringLiteral("this address can be reached from outside. Put a proxy that does TLS in front and give "
                                         "--behind-proxy and --base-url"));
        if (!isDemo && has("behind-proxy") && !has("base-url"))
            return misuse(QStringLiteral("--behind-proxy needs --base-url with the address that people and apps use, such as "
                                         "https://clinic.example/fhir/R4: by any other nobody can sign in"));
        if (!isDemo && !has("database"))
            return misuse(QStringLiteral("--database is needed"));
        QString base = baseUrl();
        if (has("base-url") && !isSafeBase(base))
            return misuse(QStringLiteral("--base-url has to begin with https: the app takes plain http from this machine alone"));
        OnCall::Options onCall;
        if (!readOnCall(onCall))
            return misuse(QStringLiteral("--on-call needs a program that can be run, and --on-call-after minutes from 0 to 10080"));
        const Result<JoinLinks> links = joinLinks();
        if (!links)
            return misuseOfJitsi();
        std::chrono::milliseconds offset{0};
        if (has("now")) {
            const auto now = readTime(option("now"), TimeForm::Search);
            if (!now)
                return misuse(QStringLiteral("--now needs a time such as 2026-11-23T22:00:00Z"));
            offset = std::chrono::milliseconds(now->low - SystemClock().nowUtc().toMSecsSinceEpoch());
        }
        const SystemClock clock(offset);
        QTemporaryDir temporary;
        const QString file = has("database") ? option("database") : temporary.filePath(QStringLiteral("clinic.db"));
        Service service(file, clock);
        if (const auto opened = service.open(); !opened)
            return fail(words(opened.error()));

        Server server({}, has("behind-proxy"));
        server.setClock(clock);
        const auto port = server.listen(listen->address, listen->port);
        if (!port)
            return fail(port.error().detail == QLatin1String("in use") ? QStringLiteral("something else is listening there already")
                                                                       : QStringLiteral("this address cannot be used"));
        if (base.isEmpty()) {
            const QByteArray host = listen->address.contains(':') ? QByteArray('[' + listen->address + ']') : listen->address;
            base = QStringLiteral("http://%1:%2/fhir/R4").arg(QString::fromLatin1(host)).arg(*port);
        }
        SmartOptions options;
        if (isDemo) {
            for (const SampleUser &user : sampleUsers())
                options.samplePeople.append({user.name, user.words, user.spanish, user.role == u"staff"});
        }
        if (const auto started = service.startSmart(base.toUtf8(), options); !started)
            return fail(words(started.error()));
        if (isDemo && !isSample(service) && isInUse(service))
            return fail(
                QStringLiteral("this database is a real clinic's, and demo would open it to everybody. Give demo another file"));
        if (!isDemo && isSample(service))
            say(QStringLiteral(
                "handrail-clinic: demo made this database, and everybody knows its passwords. Keep no real records in it"));
        if (isDemo && !addSample(service, clock))
            return fail(QStringLiteral("the sample clinic cannot be stored"));
#ifdef __GLIBC__
        ::malloc_trim(0); // what making the sample took goes back to the machine
#endif
        service.attach(server, base.toUtf8(), *links);
        if (has("on-call"))
            service.startOnCall(server, onCall);
        // From here on one thread answers everybody: nobody waits for a lock that somebody outside holds.
        service.database.setPatience(std::chrono::milliseconds(100));
        server.setSignalsHandled(true); // before anybody is told that it is ready, and may stop it
        printReady(base.toUtf8(), clock, isDemo);

        std::unique_ptr<StdinWatch> watch;
        if (has("until-stdin-closes"))
            watch = std::make_unique<StdinWatch>(server);
        server.run();
        service.audit.flush();
        return 0;
    }

    Result<JoinLinks> joinLinks() const
    {
        const bool isMinting = has("jitsi-url") || has("jitsi-app") || has("jitsi-key-file");
        return isMinting ? JoinLinks::fromFile(option("jitsi-url"), option("jitsi-app"), option("jitsi-key-file")) : JoinLinks();
    }

    static int misuseOfJitsi()
    {
        return misuse(QStringLiteral("Jitsi needs --jitsi-url https://..., --jitsi-app and --jitsi-key-file, a file of 32 bytes or "
                                     "more that only this account can read"));
    }

    int join(const QString &session)
    {
        if (!has("as"))
            return misuse(QStringLiteral("join needs --as with the id of the Practitioner who joins"));
        const Result<JoinLinks> links = joinLinks();
        if (!links)
            return misuseOfJitsi();
        return withDatabase(true, [&](Service &service) { return printJoinLink(service, session, option("as"), *links); });
    }

    bool readOnCall(OnCall::Options &options) const
    {
        if (!has("on-call"))
            return !has("on-call-after");
        const QFileInfo program(option("on-call"));
        options.command = program.absoluteFilePath();
        bool isNumber = true;
        const int minutes = has("on-call-after") ? option("on-call-after").toInt(&isNumber) : int(options.after.count());
        options.after = std::chrono::minutes(minutes);
        return program.isFile() && program.isExecutable() && isNumber && minutes >= 0 && minutes <= 7 * 24 * 60;
    }

    static void printReady(const QByteArray &base, const Clock &clock, bool isDemo)
    {
        QJsonObject ready{{QStringLiteral("base"), QString::fromUtf8(base)},
                          {QStringLiteral("now"), QString::fromLatin1(writeInstant(clock.nowUtc().toMSecsSinceEpoch()))}};
        if (isDemo) {
            QJsonArray users;
            for (const SampleUser &user : sampleUsers())
                users.append(QJsonObject{{QStringLiteral("name"), user.name},
                                         {QStringLiteral("password"), user.password},
                                         {QStringLiteral("role"), user.role}});
            ready.insert(QStringLiteral("users"), users);
        }
        std::puts(QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    // Runs `action` on an opened database.
    template <typename Action>
    int withDatabase(bool mustExist, Action action)
    {
        if (!has("database"))
            return misuse(QStringLiteral("--database is needed"));
        if (mustExist && !QFileInfo::exists(option("database")))
            return fail(QStringLiteral("there is no such database"));
        const SystemClock clock;
        Service service(option("database"), clock);
        if (const auto opened = service.open(); !opened)
            return fail(words(opened.error()));
        return action(service);
    }

    int importFile(const QString &name)
    {
        QFile file(name);
        const bool isOpen = name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!isOpen)
            return fail(QStringLiteral("the file cannot be read"));
        return withDatabase(false, [&](Service &service) { return importRecords(service, file, has("overwrite")); });
    }

    int exportBundle()
    {
        return withDatabase(true, [&](Service &service) {
            StaffLog log(service);
            const QString type = QStringLiteral("Patient"), id = option("patient");
            if (!(has("patient") ? log.note('R', type, id, id) : log.noteEverybody('R', type)))
                return fail(QStringLiteral("the log of accesses cannot be written"));
            QFile output;
            Importer importer(service.records);
            const QByteArray base = has("base-url") ? baseUrl().toUtf8() : QByteArray("https://handrail.example/clinic/fhir/R4");
            const bool isGood =
                output.open(stdout, QIODevice::WriteOnly) && importer.exportTo(output, option("patient"), base) && output.flush();
            return isGood ? 0 : fail(QStringLiteral("there is no such patient, or the output cannot be written"));
        });
    }

    int user(const QStringList &arguments)
    {
        const QString verb = arguments.value(0);
        const bool isMore = verb == QLatin1String("add-identity"), isAdd = verb == QLatin1String("add");
        if (arguments.size() != (verb == QLatin1String("list") ? 1 : 2) || !isUserVerb(verb))
            return misuse(QStringLiteral("user takes list, or one of add, add-identity, password, disable and enable with a NAME"));
        if ((isAdd || isMore) && !has("fhir-user"))
            return misuse(QStringLiteral("user add and user add-identity need --fhir-user"));
        const QStringList patients = option("patients").split(u',', Qt::SkipEmptyParts);
        if (isMore && patients.size() != 1)
            return misuse(QStringLiteral("user add-identity needs --patients with the one patient of that RelatedPerson"));
        return withDatabase(
            true, [&](Service &service) { return changeUsers(service, verb, arguments.value(1), option("fhir-user"), patients); });
    }

    int alerts()
    {
        if (int(has("open")) + int(has("ack")) + int(has("report")) > 1)
            return misuse(QStringLiteral("alerts takes one of --open, --ack ID and --report"));
        return withDatabase(true, [&](Service &service) {
            StaffLog log(service);
            log.watch();
            return has("ack")   ? acknowledgeAlert(service.records, option("ack"))
                : has("report") ? reportAlerts(service.records)
                                : listAlerts(service.records, log, has("open"));
        });
    }

    int gaps()
    {
        return withDatabase(true, [&](Service &service) {
            StaffLog log(service);
            return listGaps(service.records, log, baseUrl());
        });
    }

    int inbox()
    {
        if (int(has("open")) + int(has("seen")) + int(has("done")) + int(has("reply")) > 1 || (has("as") && !has("reply")))
            return misuse(QStringLiteral("inbox takes one of --open, --seen ID, --done ID and --reply ID, and --as with --reply"));
        return withDatabase(true, [&](Service &service) {
            Records &records = service.records;
            StaffLog log(service, option("as"));
            log.watch();
            return has("seen") ? markSeen(records, option("seen"))
                : has("done")  ? markDone(records, option("done"))
                : has("reply") ? replyTo(records, option("reply"), option("as"))
                               : listInbox(records, log, has("open"));
        });
    }

    int announce()
    {
        bool isNumber = true;
        const int days = has("days") ? option("days").toInt(&isNumber) : 7;
        if (has("patient") == has("all") || option("patient").isEmpty() == has("patient") || !isNumber || days < 1 || days > 366)
            return misuse(QStringLiteral("announce takes --patient ID or --all, and --days from 1 to 366"));
        return withDatabase(true, [&](Service &service) {
            StaffLog log(service);
            log.watch();
            return announceTo(service.records, option("patient"), days);
        });
    }

    int monitoring(const QString &value)
    {
        if (!value.isEmpty() && !isMonitoring(value))
            return misuse(QStringLiteral("monitoring is none, business-hours or 24x7"));
        return withDatabase(true,
                            [&](Service &service) { return sayOrSetMonitoring(service.records, option("organization"), value); });
    }

    int enrolPatients()
    {
        if (has("list"))
            return listPrograms();
        if (has("next-phase") || has("end")) {
            if (!has("patient") || has("patients") || has("program") || has("program-file")
                || (has("end") && (has("start") || has("next-phase"))))
                return misuse(
                    QStringLiteral("enrol --next-phase takes --patient ID, and --start DATE unless it began today; so does "
                                   "enrol --end DATE, without --start. Both take --dry-run"));
            return withDatabase(true, [&](Service &service) {
                return has("end") ? endEnrolment(service, option("patient"), option("end"), has("dry-run"))
                                  : beginNextPhase(service, option("patient"), option("start"), has("dry-run"));
            });
        }
        if (has("patient") == has("patients") || has("program") == has("program-file") || !has("start"))
            return misuse(QStringLiteral(
                "enrol takes --patient ID or --patients FILE, --program NAME or --program-file FILE, and --start DATE"));
        return withDatabase(true, [&](Service &service) {
            return enrol(service,
                         {option("program"), option("program-file"), option("start"), option("patient"), option("patients"),
                          has("dry-run")});
        });
    }

    int timeZone(const QString &zone)
    {
        return withDatabase(true, [&](Service &service) { return sayOrSetTimeZone(service, option("organization"), zone); });
    }

    int family()
    {
        const bool isOfOne = has("keep-out") || has("let-in");
        if (int(has("sign")) + int(has("end")) + int(has("keep-out")) + int(has("let-in")) > 1 || isOfOne != has("relative")
            || (has("as") && !has("sign") && !has("keep-out")))
            return misuse(
                QStringLiteral("family takes one of --sign ID, --end ID, --keep-out SESSION and --let-in SESSION, the last two "
                               "with --relative ID, and --as with --sign or --keep-out"));
        for (const char *name : {"countersign", "minors"}) {
            if (has(name) && option(name) != QLatin1String("on") && option(name) != QLatin1String("off"))
                return misuse(QStringLiteral("--%1 is on or off").arg(QLatin1String(name)));
        }
        return withDatabase(true, [&](Service &service) {
            FamilySettings settings(service.database);
            for (const auto &[name, choice] : {std::pair("countersign", FamilySettings::Choice::Countersign),
                                               std::pair("minors", FamilySettings::Choice::Minors)}) {
                if (!has(name))
                    continue;
                if (const auto set = settings.set(choice, option(name) == QLatin1String("on")); !set)
                    return fail(words(set.error()));
            }
            if (!has("sign") && !has("end") && !isOfOne)
                return listFamily(service);
            if (const auto started = service.startSmart({}, {}); !started)
                return fail(words(started.error()));
            StaffLog log(service, option("as"));
            log.watch();
            return has("sign")    ? signConsent(service, option("sign"), option("as"))
                : has("end")      ? endConsent(service, option("end"))
                : has("keep-out") ? keepOut(service, option("keep-out"), option("relative"), option("as"))
                                  : letIn(service, option("let-in"), option("relative"));
        });
    }

    QStringList m_arguments;
    QCommandLineParser m_parser;
};

} // namespace

int runCommandLine(const QStringList &arguments)
{
    ::umask(077); // records are for this account alone
    return Command(arguments).run();
}

} // namespace handrail::clinic
