// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/memory.h"

#include <cstdio>

namespace Slipway {

struct SoakOptions
{
    double minutes = 7.2;
    quint64 seed = 1;
    double speed = 200;
    double heapBound = 4; ///< MiB that the heap may have grown by at the end
    double ownBound = 16; ///< likewise for all memory of its own
};

/// What a soak has come through.
struct SoakReport
{
    double minutes = 0;
    qsizetype requests = 0;
    qsizetype mishaps = 0; ///< requests that a fault hit
    int good = 0;          ///< polls
    int failed = 0;
    int mutations = 0;
    qint64 longestGap = 0;  ///< milliseconds between two turns of the event loop
    double longestWork = 0; ///< of these at work; the rest it waited for a processor that others had
    qsizetype journalEntries = 0;
    qsizetype conversations = 0;
    bool usable = false;
    QList<MemoryFigures> memory; ///< every two seconds
    QList<qsizetype> objects;    ///< of window and session, likewise
    QList<double> made;          ///< MiB of what the hand made and can still look at, likewise, see madeBy()

    /// What stays of so much: a mutation is 1360 bytes and its texts, a conversation two turns of 864 and theirs.
    static double madeBy(qsizetype journalEntries, qsizetype conversations)
    {
        return (2048.0 * double(journalEntries) + 4096.0 * double(conversations)) / (1024 * 1024);
    }

    /// The first two minutes fill caches (fonts, icons, the catalog), in a short run its first half.
    MemoryFigures start() const { return MemoryFigures::median(memory.mid(warm(), share())); }

    MemoryFigures end() const { return MemoryFigures::median(memory.last(share())); }

    double madeSinceStart() const { return made.isEmpty() ? 0 : made.constLast() - made.value(warm()); }

    bool isFlat(const SoakOptions &options) const
    {
        return end().heap - start().heap - madeSinceStart() <= options.heapBound &&
               end().own - start().own <= options.ownBound;
    }

    void print(const SoakOptions &options) const
    {
        std::printf("simulated hours   %.1f (%.1f min at speed %.0f, seed %lld)\n", minutes * options.speed / 60,
                    minutes, options.speed, static_cast<long long>(options.seed));
        std::printf("requests          %lld\n", static_cast<long long>(requests));
        std::printf("faults survived   %lld\n", static_cast<long long>(mishaps));
        std::printf("polls             %d good, %d failed\n", good, failed);
        std::printf("mutations made    %d\n", mutations);
        std::printf("longest stall     %lld ms, of these at work %.0f ms\n", static_cast<long long>(longestGap),
                    longestWork);
        std::printf("memory at start   %s\n", qPrintable(start().text()));
        std::printf("memory at end     %s\n", qPrintable(end().text()));
        std::printf("heap by tenths   %s MiB\n", qPrintable(heapByTenths()));
        std::printf("objects          %s\n", qPrintable(objectsByTenths()));
        std::printf("still held        %lld journal entries, %lld conversations\n",
                    static_cast<long long>(journalEntries), static_cast<long long>(conversations));
        std::printf("made since start  %.1f MiB by count, which stay to be looked at\n", madeSinceStart());
        std::printf("usable at the end %s\n", usable ? "yes" : "NO");
        std::printf("memory            %s (bounds: heap +%.0f MiB and what was made, own +%.0f MiB)\n",
                    isFlat(options) ? "flat" : "GROWS", options.heapBound, options.ownBound);
    }

private:
    qsizetype warm() const { return std::max(memory.size() / 5, std::min<qsizetype>(60, memory.size() / 2)); }
    qsizetype share() const { return std::max<qsizetype>(1, memory.size() / 10); }

    QString heapByTenths() const
    {
        QString text;
        for (qsizetype first = 0; first + share() <= memory.size(); first += share())
            text += u' ' + QString::number(MemoryFigures::median(memory.mid(first, share())).heap, 'f', 1);
        return text;
    }

    /// The fewest of each tenth: what stays while dialogs come and go.
    QString objectsByTenths() const
    {
        QString text;
        for (qsizetype first = 0; first + share() <= objects.size(); first += share()) {
            const auto begin = objects.begin() + first;
            text += u' ' + QString::number(*std::min_element(begin, begin + share()));
        }
        return text;
    }
};

} // namespace Slipway
