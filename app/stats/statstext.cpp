// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/statstext.h"

#include "app/stats/gauge.h"

#include <algorithm>

namespace Slipway {

using std::chrono::nanoseconds;

namespace {

class Lines
{
public:
    void add(const QByteArray &name, double value, int decimals, const char *unit, const QByteArray &more = {})
    {
        m_text += name + ": " + QByteArray::number(value, 'f', decimals) + ' ' + unit;
        m_text += (more.isEmpty() ? QByteArray() : ' ' + more) + '\n';
    }
    void milliseconds(const QByteArray &name, nanoseconds value, const QByteArray &more = {})
    {
        add(name, double(value.count()) / 1e6, 2, "ms", more);
    }
    void seconds(const QByteArray &name, nanoseconds value) { add(name, double(value.count()) / 1e9, 4, "s"); }
    void count(const QByteArray &name, qsizetype value, const char *unit) { add(name, double(value), 0, unit); }
    void memory(const QByteArray &name, const MemoryFigures &value)
    {
        add("pss" + name, value.pss, 2, "MiB");
        add("rss" + name, value.rss, 2, "MiB");
        add("own" + name, value.own, 2, "MiB");
        add("heap" + name, value.heap, 2, "MiB");
    }

    QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

nanoseconds median(const QList<PollFigures> &polls, nanoseconds PollFigures::*figure)
{
    QList<nanoseconds> values;
    for (const PollFigures &poll : polls)
        values.append(poll.*figure);
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void addRun(Lines &lines, const Gauge &gauge)
{
    if (gauge.firstRows())
        lines.milliseconds("start_to_first_rows", *gauge.firstRows());
    lines.seconds("run", gauge.runTime());
    lines.seconds("cpu", Gauge::cpuTime());
    lines.count("frames", gauge.frames(), "frames");
    lines.count("stalls", gauge.loop().stallCount(), "stalls");
    lines.milliseconds("longest_stretch", gauge.loop().longest());
    if (gauge.memoryAtFirstRows())
        lines.memory("_at_first_rows", *gauge.memoryAtFirstRows());
    lines.memory("", MemoryFigures::now());
}

void addPolls(Lines &lines, const Gauge &gauge)
{
    const QList<PollFigures> polls = gauge.polls();
    lines.count("polls", gauge.pollCount(), "polls");
    if (polls.isEmpty())
        return;
    lines.milliseconds("poll_wall_median", median(polls, &PollFigures::wall));
    lines.milliseconds("poll_parse_median", median(polls, &PollFigures::parse));
    lines.milliseconds("poll_apply_median", median(polls, &PollFigures::apply));
    lines.seconds("poll_cpu_median", median(polls, &PollFigures::cpu));
    for (qsizetype i = 0; i < polls.size(); ++i) {
        const PollFigures &poll = polls.at(i);
        const QByteArray name = "poll_" + QByteArray::number(gauge.pollCount() - polls.size() + i + 1);
        lines.milliseconds(name + "_wall", poll.wall, poll.ok ? QByteArray() : QByteArray("failed"));
        lines.milliseconds(name + "_parse", poll.parse);
        lines.milliseconds(name + "_apply", poll.apply);
        if (poll.painted)
            lines.milliseconds(name + "_painted", *poll.painted);
        lines.seconds(name + "_cpu", poll.cpu);
        lines.milliseconds(name + "_longest_stretch", poll.longest);
        lines.count(name + "_frames", poll.frames, "frames");
        lines.count(name + "_rows", poll.rows, "rows");
        lines.count(name + "_changed", poll.changed, "rows");
    }
}

void addStalls(Lines &lines, const Gauge &gauge)
{
    const QList<Stall> &stalls = gauge.loop().stalls();
    for (qsizetype i = 0; i < stalls.size(); ++i)
        lines.milliseconds("stall_" + QByteArray::number(i + 1), stalls.at(i).lasted, stalls.at(i).circumstances());
}

} // namespace

QByteArray statsText(const Gauge &gauge)
{
    Lines lines;
    addRun(lines, gauge);
    addPolls(lines, gauge);
    addStalls(lines, gauge);
    return lines.text();
}

} // namespace Slipway
