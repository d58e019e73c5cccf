// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/oneshotbody.h"

#include <cstring>

namespace Slipway {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::readData(char *to, qint64 wanted)
{
    const qint64 count = qMin<qint64>(wanted, m_bytes.size() - pos());
    if (count <= 0)
        return -1;
    std::memcpy(to, m_bytes.constData() + pos(), static_cast<size_t>(count));
    m_handedOut += count;
    return count;
}

} // namespace Slipway
