<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>handrail::AccountView</name>
    <message numerus="yes">
        <source>%n thing(s) are not sent yet. They will be lost, because this device keeps nothing.</source>
        <translation>
            <numerusform>%n thing is not sent yet. It will be lost, because this device keeps nothing.</numerusform>
            <numerusform>%n things are not sent yet. They will be lost, because this device keeps nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not sent yet. They stay locked on this device until you sign in again.</source>
        <translation>
            <numerusform>%n thing is not sent yet. It stays locked on this device until you sign in again.</numerusform>
            <numerusform>%n things are not sent yet. They stay locked on this device until you sign in again.</numerusform>
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
</TS>
