// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeCallDevices.h"
#include "view/DeviceCheckView.h"

#include <QGuiApplication>
#include <QTest>

using namespace handrail;

/// What is said of microphone, headphones and camera, and that they are let go.
class TestDeviceCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLookedAtBeforeThePage()
    {
        FakeCallDevices devices;
        DeviceCheckView view(devices);
        QCOMPARE(devices.looks, 0);
        view.begin();
        QVERIFY(devices.isListening);
        QVERIFY(!devices.isCameraOn); // off at the start
        view.stop();
        QVERIFY(devices.isLetGo());
    }

    void aVoiceIsHeardAndNoiseIsNot()
    {
        FakeCallDevices devices;
        DeviceCheckView view(devices);
        view.begin();
        QCOMPARE(view.micText(), QStringLiteral("Say something to test it"));
        devices.speak(0);
        devices.speak(0.002);
        QCOMPARE(view.mic(), DeviceCheckView::Quiet);
        devices.speak(0.2);
        QCOMPARE(view.micText(), QStringLiteral("We can hear you"));
        QVERIFY(view.level() > 3);
        devices.speak(1);
        QCOMPARE(view.level(), DeviceCheckView::steps);
        devices.speak(0);
        QCOMPARE(view.level(), 0);
        QCOMPARE(view.mic(), DeviceCheckView::Heard); // it was heard
        view.setMicOn(false);
        QVERIFY(!devices.isListening);
        QCOMPARE(view.mic(), DeviceCheckView::Off);
    }

    void withoutDevicesItSaysSo()
    {
        FakeCallDevices devices;
        devices.found = {true, false, false, false};
        DeviceCheckView view(devices);
        view.begin();
        QCOMPARE(view.micText(), QStringLiteral("No microphone found. You can still join."));
        QCOMPARE(view.cameraText(), QStringLiteral("No camera found. You can still join."));
        view.setCameraOn(true);
        QVERIFY(!view.isCameraOn());
        devices.plug({true, true, true, false}); // a headset, while the page shows
        QCOMPARE(view.mic(), DeviceCheckView::Quiet);
        QCOMPARE(view.headphonesText(), QStringLiteral("Headphones are in"));
        devices.plug({});
        QCOMPARE(view.mic(), DeviceCheckView::Unknown);
    }

    void withoutPermissionItSaysSo()
    {
        FakeCallDevices devices;
        devices.opensMicrophone = false;
        devices.opensCamera = false;
        DeviceCheckView view(devices);
        view.begin();
        QCOMPARE(view.micText(), QStringLiteral("Your microphone does not open. You can still join."));
        view.setCameraOn(true);
        QVERIFY(!view.isCameraOn());
        QCOMPARE(view.cameraText(), QStringLiteral("Your camera does not open. You can still join."));
    }

    void theCameraIsSeenAndForgotten()
    {
        FakeCallDevices devices;
        DeviceCheckView view(devices);
        view.begin();
        view.setCameraOn(true);
        devices.smile(QImage(8, 8, QImage::Format_RGB32));
        QVERIFY(!view.picture().isNull());
        view.setCameraOn(false);
        QVERIFY(view.picture().isNull() && !devices.isCameraOn);
        view.setCameraOn(true);
        devices.plug({true, true, false, false}); // it is unplugged
        QVERIFY(!view.isCameraOn() && !devices.isCameraOn);
    }

    void whoTypesIsNotHeard()
    {
        FakeCallDevices devices;
        DeviceCheckView view(devices);
        view.begin();
        view.setPlace(DeviceCheckView::Typing);
        QVERIFY(!view.isMicOn() && !devices.isListening);
        view.begin(); // another time
        QVERIFY(view.isMicOn());
        QCOMPARE(view.place(), DeviceCheckView::Unsaid);
    }
};

QTEST_MAIN(TestDeviceCheck)
#include "tst_device_check.moc"
