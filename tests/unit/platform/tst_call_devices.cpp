// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/LoadedCallDevices.h"

#include <QGuiApplication>
#include <QTest>

using namespace handrail;

/// Microphone and camera of the machine that the test runs on, which may have none.
class TestCallDevices final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutTheLibraryNothingIsKnown()
    {
        LoadedCallDevices devices(QStringLiteral("/nowhere/libhandrail-media.so"));
        QCOMPARE(devices.look([] {}), CallDevices::Found());
        QVERIFY(!devices.listen([](double) {}));
        QVERIFY(!devices.showCamera([](const QImage &) {}));
        devices.stopListening();
        devices.hideCamera();
        devices.done();
    }

    void withItTheyAreLookedAtAndLetGo()
    {
        const QString library = QStringLiteral(HANDRAIL_MEDIA);
        if (library.isEmpty())
            QSKIP("built without Qt Multimedia");
        LoadedCallDevices devices(library);
        const CallDevices::Found found = devices.look([] {});
        QVERIFY(found.canLook);
        const bool isHeard = devices.listen([](double) {});
        QVERIFY(found.hasMicrophone || !isHeard);
        const bool isSeen = devices.showCamera([](const QImage &) {});
        QVERIFY(found.hasCamera || !isSeen);
        devices.done();
        devices.done();
        QVERIFY(devices.look([] {}).canLook); // another time
    }
};

QTEST_MAIN(TestCallDevices)
#include "tst_call_devices.moc"
