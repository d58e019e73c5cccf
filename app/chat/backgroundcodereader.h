// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/codereader.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace Slipway {

class BackgroundThread;

/// Reads one code after the other in a thread of its own, and tells of each once, later.
class BackgroundCodeReader : public QObject
{
    Q_OBJECT
public:
    explicit BackgroundCodeReader(QObject *parent = nullptr);
    ~BackgroundCodeReader() override; ///< waits for what is being read just now, not for more

    void read(int ticket, const QString &language, const QString &code);

Q_SIGNALS:
    void wasRead(int ticket, const QList<Slipway::CodeToken> &tokens);

private:
    CodeReader m_reader; ///< for the thread only
    std::atomic<bool> m_isEnding = false;
    std::unique_ptr<BackgroundThread> m_thread; ///< from the first code on
};

} // namespace Slipway
