// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/error.h"

#include <QTest>

using namespace Slipway;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestThatNeverLeftCannotHaveHappened()
    {
        for (const auto kind : {Error::Kind::Unreachable, Error::Kind::Timeout, Error::Kind::Cancelled}) {
            Error error;
            error.kind = kind;
            QVERIFY(!mayHaveHappened(error));
        }
    }

    void aLostAnswerMayHaveHappened()
    {
        for (const auto kind :
             {Error::Kind::Lost, Error::Kind::Timeout, Error::Kind::BadReply, Error::Kind::ServerFault}) {
            Error error;
            error.kind = kind;
            error.sent = true;
            QVERIFY(mayHaveHappened(error));
        }
    }

    void aRefusalHasNotHappened()
    {
        for (const int status : {307, 400, 401, 403, 404, 409, 429}) {
            Error error;
            error.kind = kindOfStatus(status);
            error.sent = true;
            QVERIFY2(!mayHaveHappened(error), qPrintable(QString::number(status)));
        }
    }

    void onlyTroubleThatPassesIsTransient()
    {
        QVERIFY(isTransient(Error{.kind = kindOfStatus(429)}));
        QVERIFY(isTransient(Error{.kind = kindOfStatus(503)}));
        QVERIFY(isTransient(Error{.kind = Error::Kind::Unreachable}));
        QVERIFY(!isTransient(Error{.kind = kindOfStatus(401)}));
        QVERIFY(!isTransient(Error{.kind = Error::Kind::Tls}));
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
