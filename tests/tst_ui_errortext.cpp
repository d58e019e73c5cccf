// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include <QTest>

using namespace Slipway;

Q_DECLARE_METATYPE(Slipway::Error::Kind)

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAHeadline()
    {
        for (int kind = 0; kind <= int(Error::Kind::ServerFault); ++kind)
            QVERIFY(!textOf(Error{.kind = Error::Kind(kind), .httpStatus = 500}, Deed::Read).headline.isEmpty());
    }

    void aLostCreateSaysThatItMayBeBilledAndIsNotSentAgain()
    {
        const auto text = textOf(Error{.kind = Error::Kind::Lost, .sent = true}, Deed::Create);
        QVERIFY(text.meaning.contains(QStringLiteral("billed")));
        QVERIFY(text.meaning.contains(QStringLiteral("not sent again")));
    }

    void aCreateThatNeverLeftSaysThatNothingIsBilled()
    {
        const auto text = textOf(
            Error{.kind = Error::Kind::Unreachable, .detail = QStringLiteral("connection refused")}, Deed::Create);
        QVERIFY(text.headline.contains(QStringLiteral("connection refused")));
        QVERIFY(text.meaning.contains(QStringLiteral("Nothing was deployed")));
    }

    void deletingWhatIsGoneIsToldAsThat()
    {
        Error error{.kind = Error::Kind::NotFound, .httpStatus = 404, .code = QStringLiteral("NotFound"), .sent = true};
        QVERIFY(textOf(error, Deed::Delete).meaning.contains(QStringLiteral("already gone")));
        error.code.clear(); // whoever said this need not be the service
        QVERIFY(textOf(error, Deed::Delete).meaning.contains(QStringLiteral("billed as before")));
    }

    void aReplyWithAHoleIsToldAsThat()
    {
        const Error error{
            .kind = Error::Kind::BadReply, .httpStatus = 200, .detail = QStringLiteral("missing event"), .sent = true};
        QVERIFY(textOf(error, Deed::Prompt).headline.contains(QStringLiteral("part of the reply was lost")));
        QVERIFY(!textOf(error, Deed::Prompt).meaning.contains(QStringLiteral("URL")));
    }

    void everyMutationInDoubtSpeaksOfTheBill()
    {
        for (const Deed deed : {Deed::Create, Deed::Scale, Deed::UpdateLimits, Deed::Delete}) {
            for (int kind = 0; kind <= int(Error::Kind::ServerFault); ++kind) {
                for (const bool sent : {false, true}) {
                    const auto text = textOf(Error{.kind = Error::Kind(kind), .sent = sent}, deed);
                    QVERIFY2(text.meaning.contains(QStringLiteral("billed")), qPrintable(text.meaning));
                }
            }
        }
    }

    void theServicesWordsStandBesideOursAsTheyCame()
    {
        const Error error{.kind = Error::Kind::Refused,
                          .httpStatus = 400,
                          .code = QStringLiteral("InvalidParameter"),
                          .message = QStringLiteral("<b>bad</b> \u202Eevil"),
                          .requestId = QStringLiteral("r-1")};
        const auto text = textOf(error, Deed::Create);
        QVERIFY(text.service.startsWith(QStringLiteral("InvalidParameter: <b>bad</b> ")));
        QVERIFY(!text.service.contains(QChar(0x202E)));
        QVERIFY(text.whole().contains(QStringLiteral("r-1")));
    }

    void aCertificateIsDistrustedInWords_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *why, const char *words) { QTest::newRow(why) << QString::fromLatin1(words); };
        row("self-signed", "its certificate is self-signed.");
        row("unknown-issuer", "an authority that this computer does not trust.");
        row("expired", "its certificate has expired.");
        row("not-yet-valid", "its certificate is not valid yet.");
        row("wrong-host", "its certificate is for another host name.");
        row("revoked", "its certificate was revoked.");
        row("other", "its certificate is not in order.");
        row("self-signed,wrong-host", "is self-signed, its certificate is for another host name.");
        row("SSL routines::wrong version number", "could be made: SSL routines::wrong version number.");
        row("", "could be made.");
    }

    void aCertificateIsDistrustedInWords()
    {
        QFETCH(const QString, words);
        const Error error{.kind = Error::Kind::Tls, .detail = QString::fromLatin1(QTest::currentDataTag())};
        const ErrorText text = textOf(error, Deed::Create);
        QVERIFY2(text.headline.endsWith(words), qPrintable(text.headline));
        QVERIFY(text.headline.startsWith(QStringLiteral("No trusted connection to the service could be made")));
        QVERIFY(text.meaning.contains(QStringLiteral("Nothing was deployed")));
    }

    void aRedirectSaysWhereItWouldHaveGone()
    {
        const Error error{.kind = Error::Kind::Redirected,
                          .httpStatus = 302,
                          .detail = QStringLiteral("https://evil.example/\u202Elogin"),
                          .sent = true};
        const ErrorText text = textOf(error, Deed::Read);
        QVERIFY2(text.headline.contains(QStringLiteral("never followed: https://evil.example/")),
                 qPrintable(text.headline));
        QVERIFY(!text.headline.contains(QChar(0x202E)));
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_ui_errortext.moc"
