// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/CrisisPack.h"

#include "content/SoundText.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace handrail {

namespace {

constexpr qsizetype maximumBytes = 64 * 1024;
constexpr qsizetype maximumText = 400;
constexpr qsizetype maximumEntries = 24;

/// Collects what is wrong while the pack is read, so that the reading itself stays a plain list of fields.
class PackReader
{
public:
    [[nodiscard]] bool isSound() const { return m_fault.isEmpty(); }
    [[nodiscard]] QString fault() const { return m_fault; }
    void fail(const QString &fault)
    {
        if (m_fault.isEmpty())
            m_fault = fault;
    }

    QString text(const QJsonObject &object, QLatin1String key, bool isNeeded)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined() && !isNeeded)
            return {};
        return sound(value, key);
    }

    QString diallable(const QJsonObject &object, QLatin1String key)
    {
        const QString number = text(object, key, false);
        if (!number.isEmpty() && !isDiallable(number))
            fail(QStringLiteral("number not diallable"));
        return number;
    }

    QStringList texts(const QJsonObject &object, QLatin1String key, bool isNeeded)
    {
        QStringList list;
        for (const QJsonValue &value : array(object, key, isNeeded))
            list << sound(value, key);
        return list;
    }

    QJsonArray array(const QJsonObject &object, QLatin1String key, bool isNeeded)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined() && !isNeeded)
            return {};
        const QJsonArray list = value.toArray();
        if (!value.isArray() || (isNeeded && list.isEmpty()) || list.size() > maximumEntries)
            fail(QStringLiteral("list ") + key);
        return list.size() > maximumEntries ? QJsonArray() : list;
    }

private:
    QString sound(const QJsonValue &value, QLatin1String key)
    {
        const QString found = value.toString();
        const bool isOdd = found.contains(u'\n') || !isSoundText(found);
        if (!value.isString() || found.trimmed().isEmpty() || found.size() > maximumText || isOdd) {
            fail(QStringLiteral("text ") + key);
            return {};
        }
        return found;
    }

    QString m_fault;
};

CrisisNumber readNumber(PackReader &reader, const QJsonObject &object)
{
    CrisisNumber number;
    number.id = reader.text(object, QLatin1String("id"), true);
    number.shown = reader.text(object, QLatin1String("shown"), true);
    number.callLabel = reader.text(object, QLatin1String("callLabel"), true);
    number.callNote = reader.text(object, QLatin1String("callNote"), false);
    number.call = reader.diallable(object, QLatin1String("call"));
    number.textLabel = reader.text(object, QLatin1String("textLabel"), false);
    number.textNote = reader.text(object, QLatin1String("textNote"), false);
    number.text = reader.diallable(object, QLatin1String("text"));
    number.more = reader.texts(object, QLatin1String("more"), false);
    number.webLabel = reader.text(object, QLatin1String("webLabel"), false);
    number.webNote = reader.text(object, QLatin1String("webNote"), false);
    const QString web = reader.text(object, QLatin1String("web"), false);
    if (!web.isEmpty()) {
        number.web = QUrl(web, QUrl::StrictMode);
        if (!number.web.isValid() || number.web.scheme() != QLatin1String("https") || number.web.host().isEmpty()
            || !number.web.userInfo().isEmpty())
            reader.fail(QStringLiteral("web address"));
    }
    if (number.call.isEmpty())
        reader.fail(QStringLiteral("number missing"));
    if (number.text.isEmpty() != number.textLabel.isEmpty())
        reader.fail(QStringLiteral("text line half given"));
    if (web.isEmpty() != number.webLabel.isEmpty())
        reader.fail(QStringLiteral("web page half given"));
    return number;
}

CrisisPage readPageWords(PackReader &reader, const QJsonObject &object)
{
    CrisisPage page;
    page.title = reader.text(object, QLatin1String("title"), true);
    page.lead = reader.text(object, QLatin1String("lead"), true);
    page.clinicLabel = reader.text(object, QLatin1String("clinicLabel"), true);
    page.dangerTitle = reader.text(object, QLatin1String("dangerTitle"), true);
    page.dangerNote = reader.text(object, QLatin1String("dangerNote"), true);
    page.anyPhone = reader.text(object, QLatin1String("anyPhone"), true);
    page.footer = reader.text(object, QLatin1String("footer"), true);
    return page;
}

OverdoseCard readOverdose(PackReader &reader, const QJsonObject &object)
{
    OverdoseCard card;
    card.title = reader.text(object, QLatin1String("title"), true);
    card.first = reader.text(object, QLatin1String("first"), true);
    card.firstNote = reader.text(object, QLatin1String("firstNote"), true);
    card.lookForLabel = reader.text(object, QLatin1String("lookForLabel"), true);
    card.lookFor = reader.text(object, QLatin1String("lookFor"), true);
    for (const QJsonValue &value : reader.array(object, QLatin1String("steps"), true)) {
        const QJsonObject step = value.toObject();
        card.steps << OverdoseStep{reader.text(step, QLatin1String("title"), true),
                                   reader.text(step, QLatin1String("detail"), true)};
    }
    card.notes = reader.texts(object, QLatin1String("notes"), false);
    return card;
}

/// The date in exactly the form YYYY-MM-DD; invalid otherwise.
QDate readDay(const QString &text)
{
    const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    return day.year() >= 2000 && day.year() < 2200 ? day : QDate();
}

} // namespace

const CrisisNumber *CrisisPack::number(QStringView id) const
{
    const auto found = std::find_if(numbers.begin(), numbers.end(), [&](const CrisisNumber &n) { return n.id == id; });
    return found == numbers.end() ? nullptr : &*found;
}

bool isDiallable(QStringView number)
{
    if (number.startsWith(u'+'))
        number = number.sliced(1);
    return number.size() >= 2 && number.size() <= 15
        && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<CrisisPack> readCrisisPack(const QByteArray &json)
{
    if (json.size() > maximumBytes)
        return problem(ProblemKind::BadData, QStringLiteral("crisis pack: too large"));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    if (!document.isObject() || object.value(QLatin1String("format")).toInt() != 1)
        return problem(ProblemKind::BadData, QStringLiteral("crisis pack: not of format 1"));

    PackReader reader;
    CrisisPack pack;
    pack.region = reader.text(object, QLatin1String("region"), true);
    pack.language = reader.text(object, QLatin1String("language"), true);
    pack.reviewDate = readDay(reader.text(object, QLatin1String("reviewDate"), true));
    if (!pack.reviewDate.isValid())
        reader.fail(QStringLiteral("review date"));
    pack.reviewedBy = reader.text(object, QLatin1String("reviewedBy"), true);
    pack.sources = reader.texts(object, QLatin1String("sources"), true);
    pack.page = readPageWords(reader, object.value(QLatin1String("page")).toObject());
    QSet<QString> ids;
    for (const QJsonValue &value : reader.array(object, QLatin1String("numbers"), true)) {
        pack.numbers << readNumber(reader, value.toObject());
        if (ids.contains(pack.numbers.constLast().id))
            reader.fail(QStringLiteral("id twice"));
        ids.insert(pack.numbers.constLast().id);
    }
    if (!ids.contains(QStringLiteral("emergency")))
        reader.fail(QStringLiteral("no emergency line"));
    pack.overdose = readOverdose(reader, object.value(QLatin1String("overdose")).toObject());
    pack.withdrawal = reader.text(object, QLatin1String("withdrawal"), true);
    if (!reader.isSound())
        return problem(ProblemKind::BadData, QStringLiteral("crisis pack: ") + reader.fault());
    return pack;
}

CrisisPack crisisPackFrom(const QByteArray &json, QStringView region)
{
    Result<CrisisPack> pack = readCrisisPack(json);
    return pack && pack->region == region ? *std::move(pack) : builtInCrisisPack(region);
}

namespace {

/// It becomes part of a file name, so only plain letters are looked up.
bool isPlainCode(QStringView code)
{
    return code.size() == 2 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

/// Empty when there is no such file.
QByteArray packFile(const QString &name)
{
    QFile file(QStringLiteral(":/handrail/content/crisis/") + name + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? file.read(maximumBytes + 1) : QByteArray();
}

} // namespace

CrisisPack crisisPack(QStringView region, QStringView language)
{
    if (!isPlainCode(region))
        return builtInCrisisPack(region);
    const CrisisPack english = crisisPackFrom(packFile(region.toString()), region);
    if (language == u"en" || !isPlainCode(language))
        return english;
    const Result<CrisisPack> translated = readCrisisPack(packFile(region.toString() + u'-' + language));
    // A translation may change words, never what is dialled or opened.
    const auto isSameLine = [](const CrisisNumber &one, const CrisisNumber &other) {
        return one.id == other.id && one.call == other.call && one.text == other.text && one.web == other.web;
    };
    if (!translated || translated->region != region || translated->language != language
        || !std::equal(translated->numbers.begin(), translated->numbers.end(), english.numbers.begin(), english.numbers.end(),
                       isSameLine))
        return english;
    return *translated;
}

bool isReviewOverdue(const CrisisPack &pack, const QDate &today, int days)
{
    const qint64 age = pack.reviewDate.daysTo(today);
    return !pack.reviewDate.isValid() || !today.isValid() || age < 0 || age > days;
}

} // namespace handrail
