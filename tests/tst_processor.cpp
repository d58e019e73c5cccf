// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/processor.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <sched.h>
#include <thread>

using namespace Slipway;
using namespace std::chrono_literals;

class TestProcessor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadThatWorksWorks()
    {
        const OwnProcessorTime processor;
        const auto began = std::chrono::steady_clock::now();
        const auto took = [&] { return std::chrono::steady_clock::now() - began; };
        const ProcessorTime before = processor.now();
        while ((processor.now() - before).worked < 5ms && took() < 20s) {
        }
        const ProcessorTime spent = processor.now() - before;
        QVERIFY(spent.worked >= 5ms);
        QVERIFY(spent.worked <= took());
    }

    void aThreadThatSleepsDoesNeither()
    {
        const OwnProcessorTime processor;
        const ProcessorTime before = processor.now();
        std::this_thread::sleep_for(50ms); // proves silence
        QVERIFY((processor.now() - before).worked < 25ms);
    }

    // Two that want the one processor: each waits while the other has it.
    void aThreadThatSharesAProcessorWaits()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly) || file.readAll().trimmed() == "0 0 0")
            QSKIP("This kernel does not tell how long a thread waits.");
        std::atomic<bool> isHeld = true;
        std::atomic<bool> done = false;
        std::chrono::nanoseconds waited{};
        std::thread first([&] {
            const OwnProcessorTime processor;
            isHeld = stayOnOneProcessor();
            std::thread second([&] { // it stays where its maker is
                while (!done) {
                }
            });
            const ProcessorTime before = processor.now();
            const auto began = std::chrono::steady_clock::now();
            while (waited < 5ms && std::chrono::steady_clock::now() - began < 20s)
                waited = (processor.now() - before).waited;
            done = true;
            second.join();
        });
        first.join();
        if (!isHeld)
            QSKIP("This system does not keep a thread on one processor.");
        QVERIFY(waited >= 5ms);
    }

private:
    static bool stayOnOneProcessor()
    {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        return sched_setaffinity(0, sizeof(one), &one) == 0;
    }
};

QTEST_GUILESS_MAIN(TestProcessor)
#include "tst_processor.moc"
