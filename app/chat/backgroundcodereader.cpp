// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/backgroundcodereader.h"

#include "app/files/backgroundthread.h"

namespace Slipway {

BackgroundCodeReader::BackgroundCodeReader(QObject *parent) : QObject(parent) {}

BackgroundCodeReader::~BackgroundCodeReader()
{
    m_isEnding = true;
    m_thread.reset();
}

/// Colours can wait, the reply that holds the code cannot: the system likes to put this thread on the processor that
/// asked it, which is the one that paints the frames.
void BackgroundCodeReader::read(int ticket, const QString &language, const QString &code)
{
    if (!m_thread)
        m_thread = std::make_unique<BackgroundThread>(QStringLiteral("code"), QThread::IdlePriority);
    m_thread->run([this, ticket, language, code] {
        if (m_isEnding)
            return;
        const QList<CodeToken> tokens = m_reader.read(language, code);
        QMetaObject::invokeMethod(
            this, [this, ticket, tokens] { Q_EMIT wasRead(ticket, tokens); }, Qt::QueuedConnection);
    });
}

} // namespace Slipway
