// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/settings.h"
#include "tests/support/eventloop.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChangeReachesTheFileByItself()
    {
        Settings settings(m_file);
        for (const char *word : {"one", "two", "three"}) {
            settings.setValue(QStringLiteral("word"), QLatin1String(word));
            QTRY_VERIFY(onDisk().contains(QByteArray("word=") + word));
            QVERIFY(takeTurns(2));
        }
    }

    /// Whoever writes to the file waits for its lock.
    void theEventLoopDoesNotWaitForTheDisk()
    {
        Settings settings(m_file);
        QLockFile lock(m_file + QStringLiteral(".lock"));
        QVERIFY(lock.lock());
        settings.setValue(QStringLiteral("word"), QStringLiteral("late"));
        QVERIFY(takeTurns(5));
        QVERIFY(!onDisk().contains("word=late"));
        lock.unlock();
        QTRY_VERIFY(onDisk().contains("word=late"));
    }

    void whatWasChangedLastIsWrittenAtTheEnd()
    {
        {
            Settings settings(m_file);
            settings.setValue(QStringLiteral("word"), QStringLiteral("before"));
            QVERIFY(takeTurns(2));
            settings.setValue(QStringLiteral("word"), QStringLiteral("last"));
        }
        QVERIFY(onDisk().contains("word=last"));
    }

private:
    QByteArray onDisk() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("slipway.ini"));
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
