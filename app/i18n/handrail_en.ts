<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttendancePage</name>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Show more (%n left)</numerusform>
            <numerusform>Show more (%n left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistBody</name>
    <message numerus="yes">
        <source>%1 %n min</source>
        <comment>what to do, and how long</comment>
        <translation>
            <numerusform>%1 %n min</numerusform>
            <numerusform>%1 %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommunityPage</name>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Show more (%n left)</numerusform>
            <numerusform>Show more (%n left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message numerus="yes">
        <source>This can be %n letter(s) long.</source>
        <translation>
            <numerusform>This can be %n letter long.</numerusform>
            <numerusform>This can be %n letters long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please give %n answer(s) or more.</source>
        <translation>
            <numerusform>Please give %n answer or more.</numerusform>
            <numerusform>Please give %n answers or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please give %n answer(s) at most.</source>
        <translation>
            <numerusform>Please give %n answer at most.</numerusform>
            <numerusform>Please give %n answers at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldText</name>
    <message numerus="yes">
        <source>%n check-in(s) that only you can see</source>
        <translation>
            <numerusform>%n check-in that only you can see</numerusform>
            <numerusform>%n check-ins that only you can see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MadePage</name>
    <message numerus="yes">
        <source>%n thing(s) can’t be read any more. It is not something you did.</source>
        <translation>
            <numerusform>%n thing can’t be read any more. It is not something you did.</numerusform>
            <numerusform>%n things can’t be read any more. It is not something you did.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksCard</name>
    <message numerus="yes">
        <source>Show all %n day(s)</source>
        <translation>
            <numerusform>Show all %n day</numerusform>
            <numerusform>Show all %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message numerus="yes">
        <source>%n letter(s) left</source>
        <translation>
            <numerusform>%n letter left</numerusform>
            <numerusform>%n letters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutgoingItem</name>
    <message numerus="yes">
        <source>%n check-in(s)</source>
        <translation>
            <numerusform>%n check-in</numerusform>
            <numerusform>%n check-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that you can’t come</source>
        <translation>
            <numerusform>%n note that you can’t come</numerusform>
            <numerusform>%n notes that you can’t come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s)</source>
        <translation>
            <numerusform>%n other thing</numerusform>
            <numerusform>%n other things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged thing(s)</source>
        <translation>
            <numerusform>%n damaged thing</numerusform>
            <numerusform>%n damaged things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of answers</source>
        <translation>
            <numerusform>%n change of answers</numerusform>
            <numerusform>%n changes of answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that a form is done</source>
        <translation>
            <numerusform>%n note that a form is done</numerusform>
            <numerusform>%n notes that a form is done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that a lesson is done</source>
        <translation>
            <numerusform>%n note that a lesson is done</numerusform>
            <numerusform>%n notes that a lesson is done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worksheet(s)</source>
        <translation>
            <numerusform>%n worksheet</numerusform>
            <numerusform>%n worksheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that you’ll be late</source>
        <translation>
            <numerusform>%n note that you’ll be late</numerusform>
            <numerusform>%n notes that you’ll be late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that you plan to come</source>
        <translation>
            <numerusform>%n note that you plan to come</numerusform>
            <numerusform>%n notes that you plan to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) about medicine</source>
        <translation>
            <numerusform>%n answer about medicine</numerusform>
            <numerusform>%n answers about medicine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) to stop sharing</source>
        <translation>
            <numerusform>%n word to stop sharing</numerusform>
            <numerusform>%n words to stop sharing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinRail</name>
    <message numerus="yes">
        <source>%n number(s) in</source>
        <translation>
            <numerusform>%n number in</numerusform>
            <numerusform>%n numbers in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Show more (%n left)</numerusform>
            <numerusform>Show more (%n left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message numerus="yes">
        <source>Your clinic has not marked %n session(s) yet.</source>
        <translation>
            <numerusform>Your clinic has not marked %n session yet.</numerusform>
            <numerusform>Your clinic has not marked %n sessions yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answers on %n day(s).</source>
        <translation>
            <numerusform>Answers on %n day.</numerusform>
            <numerusform>Answers on %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skills %n time(s)</source>
        <translation>
            <numerusform>skills %n time</numerusform>
            <numerusform>skills %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillListPage</name>
    <message numerus="yes">
        <source>Show hidden (%n)</source>
        <translation>
            <numerusform>Show hidden (%n)</numerusform>
            <numerusform>Show hidden (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillSearchPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See all %n found</source>
        <translation>
            <numerusform>See %n found</numerusform>
            <numerusform>See all %n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>See all %n</numerusform>
            <numerusform>See all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YouCard</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) waiting to send</source>
        <translation>
            <numerusform>%n thing waiting to send</numerusform>
            <numerusform>%n things waiting to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::AccountView</name>
    <message numerus="yes">
        <source>%n thing(s) sent.</source>
        <translation>
            <numerusform>%n thing sent.</numerusform>
            <numerusform>%n things sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can’t be sent as they are. Open what waits to see why.</source>
        <translation>
            <numerusform>%n thing can’t be sent as it is. Open what waits to see why.</numerusform>
            <numerusform>%n things can’t be sent as they are. Open what waits to see why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::AssignmentsView</name>
    <message numerus="yes">
        <source>%n form(s) due</source>
        <translation>
            <numerusform>%n form due</numerusform>
            <numerusform>%n forms due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::AttendanceView</name>
    <message numerus="yes">
        <source>You came to %1 of %n session(s).</source>
        <translation>
            <numerusform>You came to %1 of %n session.</numerusform>
            <numerusform>You came to %1 of %n sessions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::BegunWords</name>
    <message numerus="yes">
        <source>This is too long to send. Make it shorter by %n letter(s). All of it is kept here.</source>
        <translation>
            <numerusform>This is too long to send. Make it shorter by %n letter. All of it is kept here.</numerusform>
            <numerusform>This is too long to send. Make it shorter by %n letters. All of it is kept here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) left</source>
        <translation>
            <numerusform>%n letter left</numerusform>
            <numerusform>%n letters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::CommunityView</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::FormView</name>
    <message numerus="yes">
        <source>%n answer(s) need a look before this can be sent.</source>
        <translation>
            <numerusform>%n answer needs a look before this can be sent.</numerusform>
            <numerusform>%n answers need a look before this can be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::InvitationView</name>
    <message numerus="yes">
        <source>%n more letter(s) or number(s)</source>
        <translation>
            <numerusform>%n more letter or number</numerusform>
            <numerusform>%n more letters or numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait %n minute(s), then try again.</source>
        <translation>
            <numerusform>Wait %n minute, then try again.</numerusform>
            <numerusform>Wait %n minutes, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::LearnView</name>
    <message numerus="yes">
        <source>%n question(s). No marks.</source>
        <translation>
            <numerusform>%n question. No marks.</numerusform>
            <numerusform>%n questions. No marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::LessonView</name>
    <message numerus="yes">
        <source>%n question(s). No marks.</source>
        <translation>
            <numerusform>%n question. No marks.</numerusform>
            <numerusform>%n questions. No marks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::LockView</name>
    <message numerus="yes">
        <source>On, %n minute(s) after you leave</source>
        <translation>
            <numerusform>On, %n minute after you leave</numerusform>
            <numerusform>On, %n minutes after you leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries did not match. The number pad opens again at %1.</source>
        <translation>
            <numerusform>%n try did not match. The number pad opens again at %1.</numerusform>
            <numerusform>%n tries did not match. The number pad opens again at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That did not match. %n more try(s), then you sign in with your clinic.</source>
        <translation>
            <numerusform>That did not match. %n more try, then you sign in with your clinic.</numerusform>
            <numerusform>That did not match. %n more tries, then you sign in with your clinic.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That did not match. %n more try(s), then that PIN is off.</source>
        <translation>
            <numerusform>That did not match. %n more try, then that PIN is off.</numerusform>
            <numerusform>That did not match. %n more tries, then that PIN is off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::MessagesView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Messages, %n new</numerusform>
            <numerusform>Messages, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::OutboxView</name>
    <message numerus="yes">
        <source>They send by themselves.</source>
        <translation>
            <numerusform>It sends by itself.</numerusform>
            <numerusform>They send by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They go after you sign in.</source>
        <translation>
            <numerusform>It goes after you sign in.</numerusform>
            <numerusform>They go after you sign in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them need(s) you.</source>
        <translation>
            <numerusform>%n needs you.</numerusform>
            <numerusform>%n need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) waiting</source>
        <translation>
            <numerusform>%n thing waiting</numerusform>
            <numerusform>%n things waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::PlanView</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n this week: %1</source>
        <translation>
            <numerusform>%n this week: %1</numerusform>
            <numerusform>%n this week: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ProgressView</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You came to %1 of %n session(s).</source>
        <translation>
            <numerusform>You came to %1 of %n session.</numerusform>
            <numerusform>You came to %1 of %n sessions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) marked</source>
        <translation>
            <numerusform>%n day marked</numerusform>
            <numerusform>%n days marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You used a skill %n time(s).</source>
        <translation>
            <numerusform>You used a skill %n time.</numerusform>
            <numerusform>You used a skill %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ScheduleView</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::SkillsView</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::SyncView</name>
    <message numerus="yes">
        <source>%n thing(s) waiting to send</source>
        <translation>
            <numerusform>%n thing waiting to send</numerusform>
            <numerusform>%n things waiting to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved on this device</source>
        <translation>
            <numerusform>%n saved on this device</numerusform>
            <numerusform>%n saved on this device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::TodayView</name>
    <message numerus="yes">
        <source>%n question(s). Skip any.</source>
        <translation>
            <numerusform>%n question. Skip it if you like.</numerusform>
            <numerusform>%n questions. Skip any.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::VisitSummaryView</name>
    <message numerus="yes">
        <source>I came to %1 of %n session(s).</source>
        <translation>
            <numerusform>I came to %1 of %n session.</numerusform>
            <numerusform>I came to %1 of %n sessions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clinic has not marked %n session(s) yet.</source>
        <translation>
            <numerusform>The clinic has not marked %n session yet.</numerusform>
            <numerusform>The clinic has not marked %n sessions yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <comment>a skill, how often it was used</comment>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
</TS>
