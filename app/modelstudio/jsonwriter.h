// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Slipway {

/// How a body is laid out: as it travels, or with a line for each member, for people.
enum class JsonLayout { Compact, Indented };

/// Writes one JSON text from its beginning to its end, members in the order in which they are given. Text goes out as
/// raw UTF-8. Every object and array that is begun is ended by the caller.
class JsonWriter
{
public:
    explicit JsonWriter(JsonLayout layout = JsonLayout::Compact) : m_layout(layout) {}

    void beginObject();
    void endObject() { end('}'); }
    void beginArray();
    void endArray() { end(']'); }
    void key(QByteArrayView name); ///< ASCII that needs no escape

    void value(const QString &text);
    void value(qint64 number);
    void value(double number); ///< the shortest text that reads back the same; must be finite
    void value(bool truth);
    void raw(QByteArrayView json); ///< a value that is valid JSON already, written as it is

    template<typename T>
    void member(QByteArrayView name, const T &content)
    {
        key(name);
        value(content);
    }

    const QByteArray &bytes() const { return m_bytes; }

private:
    void separate();
    void newLine();
    void end(char bracket);

    JsonLayout m_layout;
    QByteArray m_bytes;
    int m_depth = 0;
    bool m_isFirst = true;
    bool m_isAfterKey = false;
};

} // namespace Slipway
