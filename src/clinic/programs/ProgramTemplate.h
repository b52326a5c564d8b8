// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTime>

namespace handrail::clinic {

/// Words for people, with translations beside them.
struct SaidText {
    QString words;
    QMap<QString, QString> translations; ///< by BCP 47 language
};

/// A session that comes again in a phase.
struct ProgramSession {
    QString id;   ///< of this template, at most 16 letters, digits and dashes
    QString kind; ///< code of HR/CodeSystem/session-kind
    SaidText title;
    QList<int> days; ///< 1 Monday to 7 Sunday
    QTime start;     ///< on the clinic's wall
    int minutes = 0;
    int from = 1;         ///< first week of the phase in which it is held
    int every = 1;        ///< then each so many weeks
    bool isAlone = false; ///< the patient's own: nobody else of the program comes
    bool isVideo = false;
    QString link;              ///< of its video room; empty: made at the tap
    QStringList practitioners; ///< ids, who leads first
    QString location;          ///< id; may be empty
    QList<SaidText> topics;    ///< of the first time, the second ...
    QList<SaidText> bring;
};

/// Something to do in a week of a phase.
struct ProgramTask {
    QString id; ///< as of a session
    SaidText title;
    QString questionnaire; ///< canonical; or else
    QString library;       ///< canonical of a lesson, module or skill
    int from = 1;
    int every = 0; ///< 0: once
};

struct ProgramPhase {
    QString code;    ///< of HR/CodeSystem/program-phase
    QString program; ///< of HR/CodeSystem/program: what its sessions are part of
    SaidText title;
    int weeks = 0;       ///< for which sessions and tasks are made
    bool isOpen = false; ///< the plan says no end
    QList<ProgramSession> sessions;
    QList<ProgramTask> tasks;
};

/// A program as a clinic runs it (clinical 1): what an enrolment is made from. Nothing in it is guessed, and nothing added to it.
struct ProgramTemplate {
    QString id;
    QString code; ///< of HR/CodeSystem/program
    SaidText title;
    QList<QDate> closed; ///< days without sessions
    QList<ProgramPhase> phases;

    [[nodiscard]] int weeks() const;
};

/// A template that was read, or what is wrong with it, each with its place ("phases[0].sessions[2].start: ..."). Unknown members are wrong:
/// what a clinic wrote must not seem to be heeded. At most 256 kB, 20 phases, 104 weeks, 60 sessions and 60 tasks a phase, 5000 records in all.
struct ReadTemplate {
    ProgramTemplate program;
    QStringList wrong;
};
[[nodiscard]] ReadTemplate readTemplate(const QByteArray &json);

/// The codes of HR/CodeSystem/session-kind that a clinic can plan.
[[nodiscard]] const QStringList &sessionKinds();

/// The ids of the templates that come with the program.
[[nodiscard]] QStringList builtInPrograms();
/// The text of one; empty when there is none of that name.
[[nodiscard]] QByteArray builtInProgram(const QString &id);

} // namespace handrail::clinic
