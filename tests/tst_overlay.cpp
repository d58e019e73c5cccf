// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/overlay.h"

#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/json.h"

#include <QTest>

using namespace Slipway;

namespace {

/// JSON with ' for ", because moc stumbles over raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Deployment read(const QByteArray &text)
{
    return DeploymentReader().readAs(*Json::parse(text), QStringLiteral("qwen-1")).value();
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsLaidOverWhatIsKnown_data()
    {
        QTest::addColumn<QByteArray>("held");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("four fields of a delete")
            << json("{'deployed_model':'qwen-1','name':'mine','status':'RUNNING','capacity':8,'x':1.50}")
            << json("{'deployed_model':'qwen-1','status':'DELETING','model_name':'qwen','capacity':8}")
            << json("{'deployed_model':'qwen-1','name':'mine','status':'DELETING','capacity':8,'x':1.50,'model_name':'"
                    "qwen'}");
        QTest::newRow("a whole object") << json("{'deployed_model':'qwen-1','rpm_limit':5}")
                                        << json("{'deployed_model':'qwen-1','rpm_limit':'7'}")
                                        << json("{'deployed_model':'qwen-1','rpm_limit':'7'}");
        QTest::newRow("null says nothing")
            << json("{'deployed_model':'qwen-1','name':'mine'}") << json("{'deployed_model':'qwen-1','name':null}")
            << json("{'deployed_model':'qwen-1','name':'mine'}");
        QTest::newRow("names that need an escape")
            << json("{'deployed_model':'qwen-1','a\\'b':1,'名':'1'}") << json("{'a\\'b':2,'名':'2'}")
            << json("{'deployed_model':'qwen-1','a\\'b':2,'名':'2'}");
    }

    void anAnswerIsLaidOverWhatIsKnown()
    {
        QFETCH(const QByteArray, held);
        QFETCH(const QByteArray, answer);
        QFETCH(const QByteArray, expected);
        QCOMPARE(QString::fromUtf8(overlaid(read(held), read(answer)).source), QString::fromUtf8(expected));
    }

    void theValueIsReadFromBoth()
    {
        const Deployment result = overlaid(read(json("{'status':'RUNNING','name':'mine','capacity':8}")),
                                           read(json("{'status':'UPDATING','capacity':4}")));
        QCOMPARE(result.deployedModel, QStringLiteral("qwen-1"));
        QCOMPARE(result.status, Status::Updating);
        QCOMPARE(result.name, QStringLiteral("mine"));
        QCOMPARE(result.capacity, std::optional<qint64>(4));
    }
};

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
