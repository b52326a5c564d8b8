// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Makes a clinic's signing key, and packs of its own texts (src/content/README.md).

#include "ContentLint.h"
#include "LibraryBundle.h"
#include "content/ContentCheck.h"
#include "content/FrontMatter.h"
#include "content/Pack.h"
#include "content/TextSource.h"
#include "core/Clock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QStringBuilder>
#include <QTextStream>

#include <sodium.h>

using namespace handrail;

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongUse = 2;

const char *const usage =
    "Usage: handrail-pack key FILE                   make a key: FILE stays with you, FILE.pub goes into the app\n"
    "       handrail-pack make --id ID --version N --key FILE FOLDER PACK\n"
    "                                               sign the texts of FOLDER (skills/, lessons/, places/) as PACK\n"
    "       handrail-pack check --key FILE.pub PACK say whether an app with that key would take it\n"
    "       handrail-pack publish --key FILE.pub PACK\n"
    "                                               write a FHIR Bundle that offers it, for handrail-clinic import\n"
    "       handrail-pack withdraw ID               write one that hides a skill, module, lesson, place or pack of this id\n"
    "       handrail-pack restore ID                write one that shows a skill, module, lesson or place of ours again\n"
    "       handrail-pack restore --key FILE.pub ID PACK\n"
    "                                               the same of one that is in PACK; PACK itself is published again\n";

int say(const QString &text, int code)
{
    QTextStream(code == done ? stdout : stderr) << text << '\n';
    return code;
}

/// Never over a file that is there; readable by its owner alone when it is secret.
bool writeNew(const QString &path, const QByteArray &bytes, bool isSecret)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    if (isSecret && !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    return file.write(bytes) == bytes.size() && file.flush();
}

/// The key that the file holds as hexadecimal digits; empty when it holds none of this length.
QByteArray readKey(const QString &path, qsizetype bytes)
{
    QFile file(path);
    const QByteArray key = file.open(QIODevice::ReadOnly) ? QByteArray::fromHex(file.read(1024).trimmed()) : QByteArray();
    return key.size() == bytes ? key : QByteArray();
}

int makeKey(const QString &path)
{
    QByteArray open(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray secret(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_keypair(reinterpret_cast<unsigned char *>(open.data()), reinterpret_cast<unsigned char *>(secret.data()));
    const bool isWritten =
        writeNew(path, secret.toHex() + '\n', true) && writeNew(path + QStringLiteral(".pub"), open.toHex() + '\n', false);
    sodium_memzero(secret.data(), std::size_t(secret.size()));
    return isWritten
        ? say(QStringLiteral("%1 is the secret; %1.pub goes into the app (cmake -DHANDRAIL_PACK_KEY=%1.pub)").arg(path), done)
        : say(QStringLiteral("Not written: is there a file already?"), failed);
}

bool holds(const TextSource &texts, const QString &id)
{
    const KnownIds ids = idsOf(texts);
    return ids.skills.contains(id) || ids.modules.contains(id) || ids.lessons.contains(id) || ids.places.contains(id);
}

int makePack(const PackManifest &manifest, const QByteArray &secret, const QString &folder, const QString &path)
{
    const FolderTexts texts(folder);
    const QList<ContentFault> faults = faultsOf(texts, idsOf(*builtInTexts()));
    for (const ContentFault &fault : faults)
        say(QStringLiteral("%1: %2: %3").arg(fault.path, nameOf(fault.kind), fault.what), failed);
    if (!faults.isEmpty())
        return failed;
    // At a clinic both would be one Library: who withdraws the text takes the pack away.
    if (holds(texts, manifest.id) || holds(*builtInTexts(), manifest.id))
        return say(QStringLiteral("Not made: a text has the id %1 already. Give the pack another.").arg(manifest.id), failed);
    // Its words are the clinic's own: these rules are said, not held.
    for (const lint::Finding &finding : lint::look(texts, lint::Whose::AClinics, SystemClock().nowUtc().date()).findings)
        say(QString(u"warning: " % finding.path % u": " % finding.what), failed);
    QMap<QString, QByteArray> all;
    PackManifest whole = manifest;
    for (const QString &text : texts.paths()) {
        all.insert(text, texts.text(text));
        if (const QString locale = textPlaceOf(text)->locale; !whole.locales.contains(locale))
            whole.locales << locale;
    }
    const QByteArray pack = signedPack(whole, all, secret);
    const auto read = Pack::open(pack, secret.last(packKeyBytes), idsOf(*builtInTexts()));
    if (!read)
        return say(nameOf(read.error().fault) + u' ' + read.error().what, failed);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pack) != pack.size() || !file.commit())
        return say(QStringLiteral("Not written: ") + file.errorString(), failed);
    return say(QStringLiteral("%1: %2 texts, %3 bytes").arg(path).arg(all.size()).arg(pack.size()), done);
}

int writeOut(const QByteArray &bundle)
{
    QFile out;
    const bool isWritten = out.open(stdout, QIODevice::WriteOnly) && out.write(bundle) == bundle.size() && out.flush();
    return isWritten ? done : say(QStringLiteral("Not written"), failed);
}

/// A Library that is active and holds nothing would take a pack of its id away, and not bring it back.
int restore(const QString &id, const TextSource &texts, const QString &packId = {})
{
    if (id == packId)
        return say(QStringLiteral("Nothing done: %1 is the pack itself. A pack comes back when it is published again.").arg(id),
                   failed);
    if (holds(texts, id))
        return writeOut(restorationOf(id));
    return say(
        QStringLiteral("Nothing done: there is no skill, module, lesson or place %1. One of your own: restore --key FILE.pub ID "
                       "PACK. A pack comes back when it is published again.")
            .arg(id),
        failed);
}

/// One's own text or pack is not known here, so that it is said and not refused.
int withdraw(const QString &id)
{
    if (!holds(*builtInTexts(), id))
        say(QStringLiteral("warning: no text of ours is called %1. A text or pack of your own is withdrawn if that is its id.")
                .arg(id),
            failed);
    return writeOut(withdrawalOf(id));
}

enum class For { Check, Publish, Restore };

int readPack(const QByteArray &key, const QString &path, For what, const QString &id)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(file.errorString(), failed);
    const QByteArray bytes = file.read(maximumPackBytes + 1);
    const auto pack = Pack::open(bytes, key, idsOf(*builtInTexts()));
    if (!pack)
        return say(nameOf(pack.error().fault) + u' ' + pack.error().what, failed);
    if (what == For::Publish)
        return writeOut(offerOf(**pack, bytes));
    if (what == For::Restore)
        return restore(id, **pack, (*pack)->manifest().id);
    const PackManifest &manifest = (*pack)->manifest();
    return say(QStringLiteral("%1, version %2: %3 texts").arg(manifest.id).arg(manifest.version).arg((*pack)->paths().size()),
               done);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication program(argc, argv);
    QCommandLineParser line;
    const QCommandLineOption id(QStringLiteral("id"), {}, QStringLiteral("id"));
    const QCommandLineOption version(QStringLiteral("version"), {}, QStringLiteral("n"));
    const QCommandLineOption key(QStringLiteral("key"), {}, QStringLiteral("file"));
    const QCommandLineOption help(QStringLiteral("help"));
    line.addOptions({id, version, key, help});
    if (sodium_init() < 0)
        return failed;
    if (!line.parse(QCoreApplication::arguments()))
        return say(line.errorText(), wrongUse);
    const QStringList words = line.positionalArguments();
    if (line.isSet(help))
        return say(QString::fromLatin1(usage), done);
    if (words.size() == 2 && words.constFirst() == QLatin1String("key"))
        return makeKey(words.at(1));
    const QString verb = words.value(0);
    const bool isPublishing = verb == QLatin1String("publish"), isRestoring = verb == QLatin1String("restore");
    const bool isOfPack = isRestoring ? words.size() == 3 : words.size() == 2 && (isPublishing || verb == QLatin1String("check"));
    if (isOfPack && line.isSet(key)) {
        const QByteArray open = readKey(line.value(key), packKeyBytes);
        const For what = isRestoring ? For::Restore : isPublishing ? For::Publish : For::Check;
        return open.isEmpty() ? say(QStringLiteral("No key in that file"), wrongUse)
                              : readPack(open, words.last(), what, words.at(1));
    }
    if (words.size() == 2 && (isRestoring || verb == QLatin1String("withdraw"))) {
        if (!isContentId(words.at(1)))
            return say(QStringLiteral("An id has lower-case letters, digits and hyphens"), wrongUse);
        return isRestoring ? restore(words.at(1), *builtInTexts()) : withdraw(words.at(1));
    }
    if (words.size() == 3 && words.constFirst() == QLatin1String("make") && line.isSet(key) && line.isSet(id)
        && line.isSet(version)) {
        const QByteArray secret = readKey(line.value(key), crypto_sign_SECRETKEYBYTES);
        if (secret.isEmpty())
            return say(QStringLiteral("No secret key in that file"), wrongUse);
        const PackManifest manifest{line.value(id), line.value(version).toInt(), {}, SystemClock().nowUtc()};
        return makePack(manifest, secret, words.at(1), words.at(2));
    }
    return say(QString::fromLatin1(usage), wrongUse);
}
