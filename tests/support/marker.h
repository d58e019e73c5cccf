// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringConverter>
#include <QStringList>
#include <QUrl>

namespace Slipway::Test {

/// A key that is looked for where no key may be: as it is and in the forms in which it could hide.
class Marker
{
public:
    explicit Marker(QByteArray key) : m_key(std::move(key))
    {
        const QString text = QString::fromLatin1(m_key);
        m_forms = {m_key,
                   QUrl::toPercentEncoding(text),
                   m_key.toHex(),
                   m_key.toHex().toUpper(),
                   QStringEncoder(QStringConverter::Utf16LE)(text),
                   QStringEncoder(QStringConverter::Utf16BE)(text)};
        for (int phase = 0; phase < 3;
             ++phase) // of three bytes to four letters; the ones at the ends are neighbours' too
            m_forms +=
                (QByteArray(phase, 'x') + m_key).toBase64(QByteArray::OmitTrailingEquals).sliced(phase + 1).chopped(2);
    }

    const QByteArray &key() const { return m_key; }

    bool isIn(const QByteArray &bytes) const
    {
        for (const QByteArray &form : m_forms) {
            if (bytes.contains(form))
                return true;
        }
        return false;
    }

    bool isIn(const QString &text) const { return isIn(text.toUtf8()); }

    /// Files below a folder, hidden ones too, whose name or content has it; `exempt` is a part of the path.
    QStringList filesBelow(const QString &folder, const QString &exempt = {}) const
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!exempt.isEmpty() && file.fileName().contains(exempt))
                continue;
            const bool readable = QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly); // no sockets
            if (isIn(file.fileName()) || (readable && isIn(file.readAll())))
                found += file.fileName();
        }
        return found;
    }

private:
    QByteArray m_key;
    QList<QByteArray> m_forms;
};

} // namespace Slipway::Test
