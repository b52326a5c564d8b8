// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "crisis/ClinicContactFile.h"
#include "crisis/Crisis.h"
#include "ports/Browser.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// One line to call or text, as the Help page shows it.
struct CrisisLine {
    Q_GADGET
    QML_VALUE_TYPE(crisisLine)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString shown MEMBER shown)
    Q_PROPERTY(QString callLabel MEMBER callLabel)
    Q_PROPERTY(QString callNote MEMBER callNote)
    Q_PROPERTY(QString textLabel MEMBER textLabel)
    Q_PROPERTY(QString textNote MEMBER textNote)
    Q_PROPERTY(bool canText MEMBER canText)
    Q_PROPERTY(QString webLabel MEMBER webLabel)
    Q_PROPERTY(QString webNote MEMBER webNote)
    Q_PROPERTY(QString more MEMBER more)
    Q_PROPERTY(QString facts MEMBER facts)

public:
    QString id; ///< empty: this region has no such line
    QString shown;
    QString callLabel;
    QString callNote;
    QString textLabel;
    QString textNote;
    bool canText = false;
    QString webLabel; ///< empty: no page to open
    QString webNote;
    QString more;
    QString facts; ///< the number, and all that is said of the line
};

/// The fixed words of the Help page, from the crisis pack.
struct CrisisWords {
    Q_GADGET
    QML_VALUE_TYPE(crisisWords)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString lead MEMBER lead)
    Q_PROPERTY(QString clinicLabel MEMBER clinicLabel)
    Q_PROPERTY(QString dangerTitle MEMBER dangerTitle)
    Q_PROPERTY(QString dangerNote MEMBER dangerNote)
    Q_PROPERTY(QString anyPhone MEMBER anyPhone)
    Q_PROPERTY(QString footer MEMBER footer)

public:
    QString title;
    QString lead;
    QString clinicLabel;
    QString dangerTitle;
    QString dangerNote;
    QString anyPhone;
    QString footer;
};

/// The Help page's object. Made from local data alone; nothing here waits for an account, a key or a network.
class CrisisView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(handrail::CrisisWords page READ page NOTIFY wordsChanged)
    Q_PROPERTY(handrail::CrisisLine lifeline READ lifeline NOTIFY wordsChanged)
    Q_PROPERTY(handrail::CrisisLine emergency READ emergency NOTIFY wordsChanged)
    Q_PROPERTY(handrail::CrisisLine poison READ poison NOTIFY wordsChanged)
    Q_PROPERTY(handrail::CrisisLine treatment READ treatment NOTIFY wordsChanged)
    Q_PROPERTY(QVariantList otherLines READ otherLines NOTIFY wordsChanged)
    Q_PROPERTY(QVariantList webPages READ webPages NOTIFY wordsChanged)
    Q_PROPERTY(bool hasClinic READ hasClinic NOTIFY clinicChanged)
    Q_PROPERTY(QString clinicName READ clinicName NOTIFY clinicChanged)
    Q_PROPERTY(QString clinicPhone READ clinicPhone NOTIFY clinicChanged)
    Q_PROPERTY(QString clinicHours READ clinicHours NOTIFY clinicChanged)
    Q_PROPERTY(QString overdoseTitle READ overdoseTitle NOTIFY wordsChanged)
    Q_PROPERTY(QString overdoseFirst READ overdoseFirst NOTIFY wordsChanged)
    Q_PROPERTY(QString overdoseFirstNote READ overdoseFirstNote NOTIFY wordsChanged)
    Q_PROPERTY(QString overdoseLookForLabel READ overdoseLookForLabel NOTIFY wordsChanged)
    Q_PROPERTY(QString overdoseLookFor READ overdoseLookFor NOTIFY wordsChanged)
    Q_PROPERTY(QVariantList overdoseSteps READ overdoseSteps NOTIFY wordsChanged)
    Q_PROPERTY(QString overdoseNotes READ overdoseNotes NOTIFY wordsChanged)
    Q_PROPERTY(QString withdrawal READ withdrawal NOTIFY wordsChanged)
    Q_PROPERTY(bool canCall READ canCall CONSTANT)
    Q_PROPERTY(QString shownNumber READ shownNumber NOTIFY shownNumberChanged)
    Q_PROPERTY(QString shownLabel READ shownLabel NOTIFY shownNumberChanged)

public:
    /// `file` keeps the clinic's public line outside the sealed store. `browser` must outlive this object.
    CrisisView(Crisis &crisis, ClinicContactFile file, Browser &browser, QObject *parent = nullptr);

    [[nodiscard]] CrisisWords page() const;
    [[nodiscard]] CrisisLine lifeline() const;
    [[nodiscard]] CrisisLine emergency() const;
    [[nodiscard]] CrisisLine poison() const;
    [[nodiscard]] CrisisLine treatment() const; ///< who tells where to get care
    /// A list of crisisLine.
    [[nodiscard]] QVariantList otherLines() const;
    /// A list of crisisLine: those that have a page to write or to search on.
    [[nodiscard]] QVariantList webPages() const;
    [[nodiscard]] bool hasClinic() const { return m_crisis.clinic().has_value(); }
    [[nodiscard]] QString clinicName() const;
    [[nodiscard]] QString clinicPhone() const;
    [[nodiscard]] QString clinicHours() const;
    [[nodiscard]] QString overdoseTitle() const { return m_crisis.overdose().title; }
    [[nodiscard]] QString overdoseFirst() const { return m_crisis.overdose().first; }
    [[nodiscard]] QString overdoseFirstNote() const { return m_crisis.overdose().firstNote; }
    [[nodiscard]] QString overdoseLookForLabel() const { return m_crisis.overdose().lookForLabel; }
    [[nodiscard]] QString overdoseLookFor() const { return m_crisis.overdose().lookFor; }
    /// A list of {title, detail}.
    [[nodiscard]] QVariantList overdoseSteps() const;
    [[nodiscard]] QString overdoseNotes() const { return m_crisis.overdose().notes.join(u' '); }
    [[nodiscard]] QString withdrawal() const { return m_crisis.pack().withdrawal; }
    [[nodiscard]] bool canCall() const { return m_crisis.canCall(); }
    /// The number to dial on any phone, or the address for any browser, when this device cannot; empty else.
    [[nodiscard]] QString shownNumber() const { return m_shownNumber; }
    [[nodiscard]] QString shownLabel() const { return m_shownLabel; }

    /// `id` of a line, or "clinic". On a device without a phone the number is shown large instead.
    Q_INVOKABLE void call(const QString &id);
    Q_INVOKABLE void text(const QString &id);
    /// Opens the line's page in the web browser; without one its address is shown large instead.
    Q_INVOKABLE void openPage(const QString &id);
    Q_INVOKABLE void hideNumber();
    /// Any page, the same way. It must be https.
    void openAddress(const QUrl &web);
    /// Of the person's own contact. It must be diallable.
    void callNumber(const QString &number);
    void textNumber(const QString &number, const QString &message);

    /// The same lines in another language.
    void setPack(CrisisPack pack);
    /// The clinic's line as the last download gave it; `isOnDisk`: for the next start too.
    void keepClinic(const KeptClinic &clinic, bool isOnDisk);
    /// Somebody of the clinic at `server` is in (KeptClinic::server): another clinic's line is not theirs, and is forgotten.
    void forgetClinicBut(const QString &server);
    /// Leaves no trace of it on this device; `isOnDisk` as in keepClinic(): without, what somebody else left there stays.
    void forgetClinic(bool isOnDisk = true);

Q_SIGNALS:
    void wordsChanged();
    void clinicChanged();
    void shownNumberChanged();

private:
    /// The number of a line, large. Its name is what a person can do with it.
    void show(const QString &number, const QString &label);
    [[nodiscard]] QString numberOf(const QString &id) const;

    Crisis &m_crisis;
    ClinicContactFile m_file;
    Browser &m_browser;
    QString m_shownNumber;
    QString m_shownLabel;
    QString m_clinicServer; ///< whose line it is
};

} // namespace handrail
