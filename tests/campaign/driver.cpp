// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
//
// campaign-driver FOLDER SERVER NOW KEYCHAIN-MS: a Device that does what its standard input says, one command a line, and answers each with one
// line of JSON. Between two commands it stands still, so that a run can be repeated.

#include "Device.h"
#include "faults.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <dlfcn.h>
#include <iostream>
#include <string>

using namespace handrail;

namespace {

template <typename Function>
Function preloaded(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

const auto armFault = preloaded<decltype(&handrail_fault_arm)>("handrail_fault_arm");
const auto disarmFault = preloaded<decltype(&handrail_fault_disarm)>("handrail_fault_disarm");
const auto faultHits = preloaded<decltype(&handrail_fault_hits)>("handrail_fault_hits");

QString carriedOut(Device &device, const QStringList &words, QJsonObject &reply)
{
    const QString verb = words.value(0);
    const auto number = [&words](int at) { return words.value(at).toLongLong(); };
    if (verb == u"open")
        return device.open();
    if (verb == u"settle") {
        device.account().settle();
        return QStringLiteral("ok");
    }
    if (verb == u"try-again")
        return device.tryAgain();
    if (verb == u"sign-in")
        return device.signIn(words.value(1), words.value(2));
    if (verb == u"sign-out")
        return device.signOut();
    if (verb == u"erase")
        return device.erase();
    if (verb == u"set-pin")
        return device.setPin();
    if (verb == u"lock")
        return device.lock();
    if (verb == u"unlock")
        return device.unlock();
    if (verb == u"remove-pin")
        return device.removePin();
    if (verb == u"open-aside")
        return device.openAside();
    if (verb == u"forget-damaged")
        return device.forgetDamaged();
    if (verb == u"next-day") {
        device.beginDay();
        return QStringLiteral("ok");
    }
    if (verb == u"clock-change")
        return device.goToClockChange();
    if (verb == u"check-in")
        return device.checkIn(words.value(1), unsigned(number(2)), words.value(3) == u"short");
    if (verb == u"again")
        return device.checkInAgain();
    if (verb == u"change")
        return device.change(words.value(1), unsigned(number(2)));
    if (verb == u"choose")
        return device.choose(words.value(1), unsigned(number(2)));
    if (verb == u"elsewhere")
        return device.answerElsewhere(words.value(1), unsigned(number(2)));
    if (verb == u"keep")
        return device.keepToMyself();
    if (verb == u"mark")
        return device.mark(words.value(1));
    if (verb == u"decline")
        return device.decline(words.value(1), unsigned(number(2)));
    if (verb == u"sync")
        return device.sync(words.value(1) == u"now");
    if (verb == u"wait") {
        Device::wait(std::chrono::milliseconds(number(1)));
        return QStringLiteral("ok");
    }
    if (verb == u"patience") {
        device.http().setPatience(std::chrono::milliseconds(number(1)));
        return QStringLiteral("ok");
    }
    // Time passes, for the calendar and for tokens; or somebody sets the device's clock; or the device travels.
    if (verb == u"advance") {
        device.clock().advance(std::chrono::seconds(number(1)));
        return QStringLiteral("ok");
    }
    if (verb == u"set-clock") {
        device.clock().setWallClock(device.clock().nowUtc().addSecs(number(1)));
        return QStringLiteral("ok");
    }
    if (verb == u"zone") {
        device.clock().setZone(words.value(1).toLatin1());
        return QStringLiteral("ok");
    }
    if (verb == u"keychain")
        return device.handleKeychain(words.value(1));
    if (verb == u"power") { // from now on; after so many operations on files the machine stops
        if (!armFault)
            qFatal("campaign-faults is not preloaded");
        armFault(HandrailFaultPower, number(1), false, unsigned(number(2)));
        return QStringLiteral("ok");
    }
    if (verb == u"content") {
        reply = device.content();
        return QStringLiteral("ok");
    }
    if (verb == u"for-ever")
        device.goOnForEver(words.value(1), unsigned(number(2)));
    return QStringLiteral("no such command");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("handrail"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("Usage: campaign-driver FOLDER SERVER NOW KEYCHAIN-MS\n", stderr);
        return 2;
    }
    Device device(arguments.at(1), QUrl(arguments.at(2)), QDateTime::fromString(arguments.at(3), Qt::ISODateWithMs),
                  std::chrono::milliseconds(arguments.at(4).toInt()));
    std::string line;
    while (std::getline(std::cin, line)) {
        QStringList words = QString::fromStdString(line).split(u' ');
        // fault KIND NTH LASTING SEED COMMAND ...: this one command meets the fault.
        const bool isFaulted = words.first() == u"fault";
        if (isFaulted && !armFault)
            qFatal("campaign-faults is not preloaded");
        QJsonObject reply;
        if (isFaulted) {
            const QStringList command = words.mid(5);
            armFault(words.at(1).toInt(), words.at(2).toLong(), words.at(3).toInt() != 0, words.at(4).toUInt());
            const QString result = carriedOut(device, command, reply);
            reply.insert(QStringLiteral("operations"), qint64(disarmFault()));
            reply.insert(QStringLiteral("hits"), qint64(faultHits()));
            reply.insert(QStringLiteral("result"), result);
        } else {
            const QString result = carriedOut(device, words, reply);
            reply.insert(QStringLiteral("result"), result);
        }
        reply.insert(QStringLiteral("now"), device.clock().nowUtc().toString(Qt::ISODateWithMs));
        std::fputs(QJsonDocument(reply).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
        std::fflush(stdout);
    }
    return 0;
}
