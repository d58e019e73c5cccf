// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/quitsignal.h"

#include <csignal>

#include <sys/eventfd.h>
#include <unistd.h>

namespace Slipway {

namespace {

int bell = -1; // a signal handler knows nothing else

void ring(int)
{
    const quint64 once = 1;
    [[maybe_unused]] const auto written = ::write(bell, &once, sizeof once);
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT})
        ::sigaction(signal, &action, nullptr);
}

int openBell()
{
    bell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return bell;
}

} // namespace

QuitSignal::QuitSignal(QObject *parent) : QObject(parent), m_notifier(openBell(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier.setEnabled(false);
        Q_EMIT received();
    });
    handle(ring);
}

QuitSignal::~QuitSignal()
{
    handle(SIG_DFL);
    m_notifier.setEnabled(false);
    ::close(std::exchange(bell, -1));
}

} // namespace Slipway
