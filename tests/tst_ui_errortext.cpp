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
        const auto text = textOf(Error{.kind = Error::Kind::NotFound, .httpStatus = 404, .sent = true}, Deed::Delete);
        QVERIFY(text.meaning.contains(QStringLiteral("already gone")));
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
};

QTEST_MAIN(TestErrorText)
#include "tst_ui_errortext.moc"
