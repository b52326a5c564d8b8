// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/SpeechDispatcher.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

/// Speech Dispatcher's command, played by a script that notes how it was called and what it was given.
class TestSpeech final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_path;

    [[nodiscard]] QByteArray noted(const char *name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void installCommand(const QByteArray &body)
    {
        QFile script(m_folder.filePath(QStringLiteral("spd-say")));
        QVERIFY(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
        script.write("#!/bin/sh\necho \"$*\" >> \"" + m_folder.path().toUtf8() + "/calls\"\n" + body);
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

private Q_SLOTS:
    void initTestCase() { m_path = qgetenv("PATH"); }
    void init() { qputenv("PATH", QByteArray(m_folder.path().toUtf8() + ":/bin:/usr/bin")); }
    void cleanup()
    {
        qputenv("PATH", m_path);
        QFile::remove(m_folder.filePath(QStringLiteral("calls")));
        QFile::remove(m_folder.filePath(QStringLiteral("text")));
    }

    void withoutTheCommandThereIsNoVoice()
    {
        qputenv("PATH", "/nonexistent");
        SpeechDispatcher voice;
        QVERIFY(!voice.canSpeak());
        bool hasEnded = false;
        voice.speak(QStringLiteral("Breathe out."), QStringLiteral("en"), [&] { hasEnded = true; });
        QTRY_VERIFY(hasEnded);
    }

    void theTextIsNotInTheListOfProcesses()
    {
        installCommand("case \"$*\" in *--pipe-mode*) cat >> \"" + m_folder.path().toUtf8() + "/text\";; esac\n");
        SpeechDispatcher voice;
        QVERIFY(voice.canSpeak());
        bool hasEnded = false;
        // A line that begins with "!-!" would be a command to the service.
        voice.speak(QStringLiteral("!-! !-!SET all\nBreathe out.\r\n!-!KILL"), QStringLiteral("es-US"), [&] { hasEnded = true; });
        QTRY_VERIFY(hasEnded);
        QCOMPARE(noted("text"), QByteArray("-!\n-!SET all Breathe out.\n-!KILL\n"));
        QCOMPARE(noted("calls").count("--pipe-mode --wait --language es\n"), 3);
    }

    void whatIsSpokenCanBeStopped()
    {
        installCommand("case \"$*\" in *--pipe-mode*) exec sleep 30;; esac\n");
        SpeechDispatcher voice;
        int ends = 0;
        voice.speak(QStringLiteral("One."), QStringLiteral("en"), [&] { ++ends; });
        QTRY_VERIFY(noted("calls").contains("--pipe-mode"));
        voice.stop();
        QCOMPARE(ends, 1);
        voice.stop();
        QCOMPARE(ends, 1);
        // One takes the place of another.
        voice.speak(QStringLiteral("Two."), QStringLiteral("en"), [&] { ++ends; });
        voice.speak(QStringLiteral("Three."), QStringLiteral("en"), [&] { ends += 10; });
        QCOMPARE(ends, 2);
        voice.stop();
        QCOMPARE(ends, 12);
        // Nobody else is told to be quiet: a screen reader may be speaking.
        QTest::qWait(200);
        QVERIFY2(!noted("calls").contains("--stop") && !noted("calls").contains("--cancel"), noted("calls").constData());
    }

    void aSentenceAtATime()
    {
        installCommand("cat >> \"" + m_folder.path().toUtf8() + "/text\"\n");
        SpeechDispatcher voice;
        bool hasEnded = false;
        voice.speak(QStringLiteral("Breathe in. Now? Breathe out, 4.5 times!"), QStringLiteral("en"), [&] { hasEnded = true; });
        QTRY_VERIFY(hasEnded);
        QCOMPARE(noted("text"), QByteArray("Breathe in.\nNow?\nBreathe out, 4.5 times!\n"));
        QFile::remove(m_folder.filePath(QStringLiteral("text")));
        // What was stopped says no next sentence.
        installCommand("cat >> \"" + m_folder.path().toUtf8() + "/text\"; exec sleep 30\n");
        voice.speak(QStringLiteral("One. Two."), QStringLiteral("en"), [] {});
        QTRY_COMPARE(noted("text"), QByteArray("One.\n"));
        voice.stop();
        QTest::qWait(300);
        QCOMPARE(noted("text"), QByteArray("One.\n"));
    }
};

QTEST_GUILESS_MAIN(TestSpeech)
#include "tst_speech.moc"
