// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/keymark.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace Slipway {

static constexpr qsizetype saltSize = 8;
static constexpr qsizetype markSize = 8;

static QByteArray markWith(const QByteArray &salt, const QByteArray &key)
{
    return QCryptographicHash::hash(salt + key, QCryptographicHash::Sha256).first(markSize);
}

static QByteArray newSalt()
{
    std::array<quint32, saltSize / sizeof(quint32)> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), saltSize);
}

QString keyMarkOf(const QByteArray &key)
{
    if (key.isEmpty())
        return {};
    const QByteArray salt = newSalt();
    return QString::fromLatin1((salt + markWith(salt, key)).toHex());
}

bool mayBeMarkOf(const QString &mark, const QByteArray &key)
{
    const QByteArray bytes = QByteArray::fromHex(mark.toLatin1());
    if (key.isEmpty() || bytes.size() != saltSize + markSize)
        return true;
    return bytes.sliced(saltSize) == markWith(bytes.first(saltSize), key);
}

} // namespace Slipway
