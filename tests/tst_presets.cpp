// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/presets.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

class TestPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    }

    void whatIsSavedComesBackInTheNextRun()
    {
        Presets(m_settings.get()).save(QStringLiteral("简短"), brief());
        QSettings again(m_settings->fileName(), QSettings::IniFormat);
        const Presets presets(&again);
        QCOMPARE(presets.names(), QStringList{QStringLiteral("简短")});
        QCOMPARE(presets.find(QStringLiteral("简短")), brief());
        QCOMPARE(presets.nameOf(brief()), QStringLiteral("简短"));
        QCOMPARE(presets.nameOf(ChatSettings()), QString());
    }

    void namesAreSortedAndEachIsThereOnce()
    {
        Presets presets(m_settings.get());
        QSignalSpy changed(&presets, &Presets::changed);
        presets.save(QStringLiteral("b"), brief());
        presets.save(QStringLiteral("a"), {});
        presets.save(QStringLiteral("b"), {});
        QCOMPARE(presets.names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(presets.find(QStringLiteral("b")), ChatSettings());
        QCOMPARE(changed.count(), 3);
    }

    void renamingNeverLosesAnother()
    {
        Presets presets(m_settings.get());
        presets.save(QStringLiteral("a"), brief());
        presets.save(QStringLiteral("b"), {});
        QVERIFY(!presets.rename(QStringLiteral("a"), QStringLiteral("b")));
        QVERIFY(!presets.rename(QStringLiteral("a"), QString()));
        QVERIFY(!presets.rename(QStringLiteral("c"), QStringLiteral("d")));
        QVERIFY(presets.rename(QStringLiteral("a"), QStringLiteral("c")));
        QCOMPARE(presets.find(QStringLiteral("c")), brief());
        QVERIFY(!presets.has(QStringLiteral("a")));
    }

    void whatIsRemovedIsGoneFromTheSettings()
    {
        Presets presets(m_settings.get());
        presets.save(QStringLiteral("secret plan"), brief());
        presets.remove(QStringLiteral("secret plan"));
        QFile file(m_settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret plan"));
        QVERIFY(Presets(m_settings.get()).names().isEmpty());
    }

    void aDamagedEntryCostsNoOther()
    {
        Presets presets(m_settings.get());
        presets.save(QStringLiteral("a"), brief());
        presets.save(QStringLiteral("b"), brief());
        m_settings->setValue(QStringLiteral("presets/1/parameters"), QStringLiteral("{\"top_k\":"));
        const Presets read(m_settings.get());
        QCOMPARE(read.find(QStringLiteral("a"))->parameters, GenerationParameters());
        QCOMPARE(read.find(QStringLiteral("b")), brief());
    }

private:
    static ChatSettings brief()
    {
        ChatSettings settings{.systemPrompt = QStringLiteral("Be brief.\nNo \"quotes\"; 中文"), .stream = false};
        settings.parameters = {.temperature = 0.3,
                               .topK = 5,
                               .stop = QStringList{QStringLiteral("\n\n"), QStringLiteral("end")},
                               .enableThinking = false,
                               .further = FurtherParameters{"{ \"n\":1,\n\"a\":\"中文\" }"}};
        return settings;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
