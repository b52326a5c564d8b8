// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/JoinWindow.h"
#include "care/SessionJoin.h"
#include "ports/Browser.h"
#include "view/Navigator.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SessionItem.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// The way into a video session, for patient and relative: getting ready, waiting, and the tap at which the link is made. The link goes to the browser
/// at once and stays nowhere here.
class JoinView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY changed)
    Q_PROPERTY(handrail::SessionItem item READ item NOTIFY changed)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed)
    Q_PROPERTY(QString movedText READ movedText NOTIFY changed)
    Q_PROPERTY(QString offText READ offText NOTIFY changed)
    Q_PROPERTY(QString countdown READ countdown NOTIFY changed)
    Q_PROPERTY(QString nobodyText READ nobodyText NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString initial READ initial NOTIFY changed)
    Q_PROPERTY(bool isLinkMade READ isLinkMade NOTIFY changed)
    Q_PROPERTY(bool isLinkBare READ isLinkBare NOTIFY changed)
    Q_PROPERTY(bool canJoin READ canJoin NOTIFY changed)
    Q_PROPERTY(bool shouldCall READ shouldCall NOTIFY changed)

public:
    enum Step {
        Nothing, ///< no session is asked for
        Early,   ///< it opens later
        Ready,   ///< Join can be pressed
        Asking,  ///< the clinic is asked for the link
        Opened,  ///< the browser has it
        Refused  ///< text says why and what to do
    };
    Q_ENUM(Step)

    JoinView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, Navigator &navigator,
             Browser &browser, QObject *parent = nullptr);

    [[nodiscard]] QString sessionId() const { return m_id; }
    void setSessionId(const QString &id);
    [[nodiscard]] SessionItem item() const { return m_item; }
    [[nodiscard]] Step step() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString whenText() const { return m_whenText; }
    /// "Moved. Was 5:00 pm", until somebody is in it; also while they wait here. Else empty.
    [[nodiscard]] QString movedText() const;
    /// What was to be off, and the link takes no such choice along: "Turn your microphone off in the browser, too." Said as soon as that is known;
    /// else empty.
    [[nodiscard]] QString offText() const;
    /// The same of what somebody chooses now.
    Q_INVOKABLE [[nodiscard]] QString offWords(bool isMicOn, bool isCameraOn) const;
    [[nodiscard]] QString countdown() const { return m_item.countdown; }
    /// "Nobody by 6:10 pm?", from before it opens on; empty when there is nobody to wait for.
    [[nodiscard]] QString nobodyText() const;
    /// The given name of who is signed in; the first word of it, as the clinic puts it into its links.
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString initial() const { return m_name.left(1).toUpper(); }
    /// The clinic gives the link at the tap. Where it runs a Jitsi that name is in it, which nobody knows before; else the page behind the link may ask.
    [[nodiscard]] bool isLinkMade() const { return m_isMade; }
    /// The session has a link of its own, which takes no choices along.
    [[nodiscard]] bool isLinkBare() const { return m_isBare && !m_isMakingLinks; }
    [[nodiscard]] bool canJoin() const;
    /// To call the clinic is what helps now.
    [[nodiscard]] bool shouldCall() const;

    /// Join, or the way to it, was pressed: the check first, unless it is to be left out.
    Q_INVOKABLE void begin(const QString &id);
    /// From the check: joins if that is open, else waits. What is chosen goes into a link that the clinic makes.
    Q_INVOKABLE void ready(bool isMicOn, bool isCameraOn);
    /// The tap. A second one while the clinic is asked does nothing.
    Q_INVOKABLE void join();
    /// Back to where it was begun, or to the one question after it. The clinic is told nothing.
    Q_INVOKABLE void leave();

    void refresh();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::optional<Session> find(const QString &id) const;
    [[nodiscard]] Role role() const;
    [[nodiscard]] QString timeOf(const QDateTime &utc) const;
    /// When it opens: as the clinic said, else as this device knows.
    [[nodiscard]] QDateTime opensAt() const;
    /// Within the hour: one can wait for it here. Who waits for one that moves away is told to come back.
    [[nodiscard]] bool isSoon() const { return m_clock.nowUtc().addSecs(3600) >= opensAt(); }
    [[nodiscard]] QString refusedTitle() const;
    [[nodiscard]] QString refusedText() const;
    [[nodiscard]] bool isHowItWasAsked() const;
    void forget();
    void follow();
    QCoro::Task<void> ask(QString id);

    enum class Came { Nothing, Asking, Opened, NoBrowser, Refused };

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    Navigator &m_navigator;
    Browser &m_browser;
    QString m_id;
    SessionItem m_item;
    JoinState m_state = JoinState::None;
    bool m_isLateKnown = false; ///< the clinic has noted that the patient comes late
    bool m_isMade = false;
    bool m_isBare = false;
    QDateTime m_opensAt;
    QDateTime m_callFrom;
    QTimeZone m_zone;
    QString m_whenText;
    QString m_name;
    bool m_isMicOn = true;
    bool m_isCameraOn = false;
    bool m_isChoiceLost = false; ///< both were chosen, and the link that opened does not say so
    bool m_hasChosen = false;
    Came m_came = Came::Nothing;
    JoinAnswer::Kind m_refusal = JoinAnswer::Kind::Failed;
    ProblemKind m_problem = ProblemKind::Offline;
    QDateTime m_saidOpensAt; ///< by the clinic
    QDateTime m_heldOpensAt; ///< m_opensAt of the session that the clinic said this of
    bool m_isMakingLinks = false;
    int m_asked = 0; ///< an answer to an older question is nobody's
};

/// A link that the clinic made for its Jitsi: others take no choices along.
[[nodiscard]] bool takesChoices(const QUrl &link);
/// Such a link with how microphone and camera are at the start; any other as it is.
[[nodiscard]] QUrl startingWith(const QUrl &link, bool isMicOn, bool isCameraOn);

} // namespace handrail
