// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/CommandHelp.h"

namespace handrail::clinic {

const char *const commandHelp = R"(handrail-clinic: the reference backend of Handrail (FHIR R4, SMART App Launch)

  handrail-clinic serve --listen ADDR:PORT --database FILE [--base-url URL [--behind-proxy]]
                        [--on-call PROGRAM [--on-call-after MINUTES]]
                        [--jitsi-url URL --jitsi-app ID --jitsi-key-file FILE]
  handrail-clinic demo [--listen 127.0.0.1:0] [--database FILE] [--now ISO-8601] [--until-stdin-closes]
  handrail-clinic import FILE|- --database FILE [--overwrite]
  handrail-clinic forms [add] --database FILE
  handrail-clinic export --database FILE [--patient ID] [--base-url URL]
  handrail-clinic user add NAME --fhir-user TYPE/ID [--patients ID] --database FILE    (the password is read from standard input)
  handrail-clinic user add-identity NAME --fhir-user RelatedPerson/ID --patients ID --database FILE
  handrail-clinic user list --database FILE
  handrail-clinic user password NAME --database FILE    (the new password is read from standard input)
  handrail-clinic user disable NAME --database FILE
  handrail-clinic user enable NAME --database FILE
  handrail-clinic alerts --database FILE [--open | --ack ID | --report]
  handrail-clinic gaps --database FILE [--base-url URL]
  handrail-clinic inbox --database FILE [--open | --seen ID | --done ID | --reply ID [--as PRACTITIONER]]
  handrail-clinic announce --database FILE (--patient ID | --all) [--days N]
  handrail-clinic monitoring [none | business-hours | 24x7] --database FILE [--organization ID]
  handrail-clinic family --database FILE [--countersign on|off] [--minors on|off] [--sign CONSENT-ID [--as PRACTITIONER] | --end CONSENT-ID]
  handrail-clinic family --database FILE (--keep-out SESSION|APPOINTMENT [--as PRACTITIONER] | --let-in SESSION|APPOINTMENT) --relative ID
  handrail-clinic join SESSION|APPOINTMENT --as PRACTITIONER --database FILE [--jitsi-url URL --jitsi-app ID --jitsi-key-file FILE]
  handrail-clinic time-zone [AREA/CITY] --database FILE [--organization ID]
  handrail-clinic enrol --list
  handrail-clinic enrol (--patient ID | --patients FILE|-) (--program NAME | --program-file FILE) --start DATE --database FILE
                        [--dry-run]
  handrail-clinic enrol --patient ID --next-phase [--start DATE] --database FILE [--dry-run]
  handrail-clinic enrol --patient ID --end [DATE] --database FILE [--dry-run]
  handrail-clinic import-schedule FILE.csv|- --database FILE [--dates dmy | --dates mdy] [--dry-run]
  handrail-clinic --help | --version

serve   answers at http://ADDR:PORT/fhir/R4. An address that is not loopback needs --behind-proxy: put a proxy that does TLS in front.
        --base-url is where the app finds it, and begins with https: plain http works on one machine alone. --behind-proxy needs it.
demo    the same with sample people, whose names and passwords it prints as one line of JSON. Without --database all is gone at the end.
        It refuses a database that it did not make itself, and addresses beyond this machine: everybody knows its passwords.
import  takes a Bundle or NDJSON, keeps ids, and stores batches of 100 whole or not at all. Answers to forms are scored
        and raise alerts as if they were sent now; of answers older than 7 days on-call is not told. It names what stays as it is here: a
        permission that has ended, and permissions and answers that are newer here by meta.lastUpdated; --overwrite takes older ones all the same.
forms   says which of the instruments that come with it (PHQ-2 and GAD-2, which grow, PHQ-9, GAD-7) the clinic has and so can ask. add puts in
        those that are missing, and changes no form that is there. Other forms come in by import.
export  writes a Bundle of type collection to standard output.
alerts  lists what staff should look at: urgent, review, info. --ack closes one, in your name. --report counts them by week.
        serve --on-call runs a program when an urgent one was closed by nobody for --on-call-after minutes (15). It gets the alert's id.
gaps    lists the patients in a program of whom no check-in has come for 3 days or more, by the days of the clinic's own clocks, the longest
        first. In aftercare, where one a week is asked for unless the plan says else, it lists them two days after one was due. Of whoever
        has sent none since the program began, that day counts. Left out are people whose program has ended, is on hold or has not begun. A
        check-in that somebody kept to themselves is not at the clinic, and so counts as none. --base-url is where the app finds the clinic: one
        that names its form by the whole address there counts only with it, and one that names a form of another clinic never.
inbox   lists what patients wrote, asked for, said to sessions, and did of the lessons and skills that were asked for (task-done, which
        --seen closes), who came late to a session by video, whom a session that moved leaves out, as it is after the end of what the
        patient permits them, and who is new in a session out of which another relative is kept; the open ones first. --seen tells them
        that it was seen, --done closes it, --reply answers in their thread with the text of the standard input, as one Practitioner or as
        the clinic. A decline cancels nothing.
announce     writes the text of the standard input to one patient, or to all, for 7 days or so many.
monitoring   says, or sets, whether somebody watches what comes in. The app's words follow it; with none it promises nothing.
family  lists what patients share with relatives. --countersign on: staff sign before it is in force. --minors on: patients under 18 may
        invite. --sign puts a Consent in force that waits for it, with --as in the name of that Practitioner; --end ends one.
        --keep-out keeps one relative who was invited out of one family session, and --let-in takes that back: the session is not there for
        them, wherever it moves, and they are not told why; the others see no change. Who was invited twice is two relatives in the list;
        whoever has both by one sign-in is kept out and let in as both, also when they get the second one later, by an invitation or by user
        add-identity. As another patient's relative by that sign-in, too, where that patient has an Appointment of the same session by then;
        name one that is planned later in a command of its own. With another sign-in nothing shows that it is the same person: the inbox says
        that somebody new has a place in that session.
        It shuts nobody out of a room in which they are already. Without Jitsi, whoever joined in that room before knows its address: change
        it.
        serve --jitsi-... makes the links of video sessions itself. The key is the secret that your Jitsi knows for that app, 32 bytes or
        more, in a file that only this account can read.
join    prints the link into a video session for a Practitioner who takes part in it, from 30 minutes before; with Jitsi, as its moderator. Each
        patient's and relative's waits in the app. Give it the same --jitsi options as serve.
time-zone    says, or sets, in which zone the clinic's clocks are. enrol and import-schedule plan by them.
enrol   writes what a program is for a patient: an episode, the plan with its phases, every session, what is due each week. Each patient whole
        or not at all; again, nothing is added. With a first day that lies ahead it is planned: the same command, run again on that day or
        later, begins it, and nothing else does. --program-file takes your own program, written as those in src/clinic/programs/templates.
        It says which forms the program asks for and the clinic does not have. Times stay as the clocks on the wall show them; a time that the clocks jump over is as much later, of one shown twice the first is taken.
        --next-phase says that the patient's next phase began, today or on that day: the plan's current one ends the day before. Sessions to come
        that it made for the phase before are cancelled when the new one begins early; those of the new one stay as planned. Others stay, too:
        how many are now on the wrong side of that day is said.
        Where the new one is of another level of care, the episode ends with the old one and the next begins.
        --end says that what the patient is enrolled in is over, and DATE was the last day: today, or the day on which it was to end, if that is
        past. The episode is finished, the plan completed with its current phase, later phases, and sessions and tasks that it made for later
        days, are cancelled. Sessions from elsewhere stay: how many is said. Of several, it is the one that had begun by DATE.
        A program that is planned and has not begun, such as that of somebody enrolled by mistake, is ended with its first day as DATE: the
        episode is cancelled, the plan revoked, and everything of it still to come is cancelled, all at once. Sessions that have been stay as they
        are. Where another runs by then, that day could be its last one: both are named and nothing is done, until what runs is ended.
        --dry-run says of each of these what would become of it, with the same numbers and days, and writes nothing.
import-schedule   takes a CSV file whose first line names its columns: date, start, end, kind, title and patient, patients or group; and, if you
        like, id, practitioner, place, video, offset, status. Days are 2026-12-07 unless --dates says in which order they are; a session ends
        on the day on which it begins, at 24:00 at the latest. All of it or nothing: what is wrong is said by line. With an id a session can come again: what changed is changed,
        of a group also for who has it and is on hold, or in it no more. Others stay as they are.
user    add and add-identity take the ids of records that are there: import them first. A RelatedPerson has to be that patient's.
        Each signs in by one name: disable the one before a record gets another.
        A relative has one RelatedPerson for each patient: add takes the first, add-identity one more. They choose when they sign in.
        password gives somebody who is there another password. Whoever is signed in by that name has to sign in again, with the new one; what
        their app keeps stays, since they are the same person to it. A relative stays signed in: their app removes what is shared when a
        sign-in ends. disable ends every sign-in of that name, enable lets them sign in again, unless another name was given to that record meanwhile.
        So where somebody else may know the password, disable, give another one, and enable.
)";

QString commandUsage(const QString &verb)
{
    const QString begin = QStringLiteral("  handrail-clinic %1 ").arg(verb);
    QStringList usage;
    bool isIts = false;
    for (const QString &line : QString::fromUtf8(commandHelp).section(QStringLiteral("\n\n"), 1, 1).split(u'\n')) {
        const bool goesOn = line.startsWith(QLatin1String("   "));
        isIts = line.startsWith(begin) || (isIts && goesOn);
        if (isIts)
            usage.append(line);
    }
    return usage.join(u'\n');
}

QStringList commandOptions(const QString &command)
{
    for (const auto &[name, options] :
         {std::pair("serve",
                    "listen database base-url behind-proxy until-stdin-closes on-call on-call-after jitsi-url jitsi-app "
                    "jitsi-key-file"),
          std::pair("demo", "listen database base-url behind-proxy until-stdin-closes now jitsi-url jitsi-app jitsi-key-file"),
          std::pair("import", "database overwrite"),
          std::pair("forms", "database"),
          std::pair("export", "database patient base-url"),
          std::pair("user add", "database fhir-user patients"),
          std::pair("user add-identity", "database fhir-user patients"),
          std::pair("user list", "database"),
          std::pair("user password", "database"),
          std::pair("user disable", "database"),
          std::pair("user enable", "database"),
          std::pair("alerts", "database open ack report"),
          std::pair("gaps", "database base-url"),
          std::pair("inbox", "database open seen done reply as"),
          std::pair("announce", "database patient all days"),
          std::pair("monitoring", "database organization"),
          std::pair("family", "database countersign minors sign end keep-out let-in relative as"),
          std::pair("time-zone", "database organization"),
          std::pair("join", "database as jitsi-url jitsi-app jitsi-key-file"),
          std::pair("import-schedule", "database dates dry-run"),
          std::pair("enrol", "database patient patients program program-file start list dry-run next-phase end")}) {
        if (command == QLatin1String(name))
            return QString::fromLatin1(options).split(u' ');
    }
    return {};
}

} // namespace handrail::clinic
