// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/stopsignal.h"

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace Slipway::Simulator {

namespace {

int openSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

StopSignal::StopSignal(QObject *parent) :
    QObject(parent), m_descriptor(openSignals()), m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &StopSignal::received);
}

StopSignal::~StopSignal()
{
    m_notifier.setEnabled(false);
    ::close(m_descriptor);
}

} // namespace Slipway::Simulator
