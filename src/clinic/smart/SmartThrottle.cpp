// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartThrottle.h"

#include <algorithm>
#include <boost/asio/ip/address_v6.hpp>

namespace handrail::clinic {

namespace {

using namespace std::chrono_literals;

// A guesser with many names or addresses must not fill the memory: past this, faded records go, then all of them.
constexpr qsizetype maxRecords = 20'000;
constexpr SmartThrottle::Time fadesAfter = 30min;

QByteArray userKey(const QString &userName)
{
    return userName.left(128).toUtf8();
}

// Of IPv6 one household or machine has a whole /64, with as many addresses as it likes (RFC 6177).
QByteArray networkOf(const QByteArray &address)
{
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address_v6(address.toStdString(), error);
    if (error || parsed.is_v4_mapped())
        return address;
    const auto bytes = parsed.to_bytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), 8).toHex() + "/64";
}

QByteArray pairKey(const QString &userName, const QByteArray &address)
{
    return address + '\n' + userKey(userName);
}

} // namespace

// Five tries are free at one address, as people mistype. Many addresses together get more, but wait shorter: that limit hurts the
// person too. A clinic's Wi-Fi is one address for many people.
constexpr SmartThrottle::Rule SmartThrottle::pairRule{5, 5s, 15min};
constexpr SmartThrottle::Rule SmartThrottle::userRule{20, 5s, 1min};
constexpr SmartThrottle::Rule SmartThrottle::addressRule{40, 5s, 5min};

SmartThrottle::Time SmartThrottle::wait(const QHash<QByteArray, Record> &records, const QByteArray &key, Time now)
{
    const auto found = records.constFind(key);
    return found == records.constEnd() ? Time{} : std::max(Time{}, found->openAt - now);
}

SmartThrottle::Counted SmartThrottle::count(QHash<QByteArray, Record> &records, const QByteArray &key, const Rule &rule, Time now)
{
    if (records.size() >= maxRecords) {
        records.removeIf(
            [now](const std::pair<const QByteArray &, Record &> &entry) { return now - entry.second.lastFailure > fadesAfter; });
        if (records.size() >= maxRecords)
            records.clear();
    }
    Record &record = records[key];
    const Record before = record;
    if (now - record.lastFailure > fadesAfter)
        record.failures = 0;
    record.lastFailure = now;
    ++record.failures;
    const int over = record.failures - rule.freeFailures;
    if (over >= 0)
        record.openAt = now + std::min<Time>(rule.longestWait, rule.firstWait * (1LL << std::min(over, 20)));
    return {key, before, record.failures};
}

SmartThrottle::Time SmartThrottle::waitFor(const QString &userName, const QByteArray &peer, Time now) const
{
    const QByteArray address = networkOf(peer);
    Time longest = std::max(wait(m_pairs, pairKey(userName, address), now), wait(m_addresses, address, now));
    if (!m_known.contains(pairKey(userName, address)))
        longest = std::max(longest, wait(m_users, userKey(userName), now));
    return longest;
}

void SmartThrottle::takeBack(QHash<QByteArray, Record> &records, const Counted &counted, const Rule &rule)
{
    const auto found = records.find(counted.key);
    if (found == records.end())
        return;
    if (found->failures == counted.failures) { // nobody failed since
        found->openAt = counted.before.openAt;
        found->lastFailure = counted.before.lastFailure;
    }
    if (--found->failures < rule.freeFailures)
        found->openAt = {};
    if (found->failures <= 0)
        records.erase(found);
}

SmartThrottle::Attempt SmartThrottle::noteAttempt(const QString &userName, const QByteArray &peer, Time now)
{
    const QByteArray address = networkOf(peer);
    return {count(m_pairs, pairKey(userName, address), pairRule, now).key, count(m_users, userKey(userName), userRule, now),
            count(m_addresses, address, addressRule, now)};
}

void SmartThrottle::noteSuccess(const Attempt &attempt)
{
    m_pairs.remove(attempt.pair);
    takeBack(m_users, attempt.user, userRule);
    takeBack(m_addresses, attempt.address, addressRule);
    if (m_known.size() >= maxRecords)
        m_known.clear();
    m_known.insert(attempt.pair);
}

} // namespace handrail::clinic
