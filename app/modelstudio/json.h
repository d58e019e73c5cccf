// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Slipway {

/// One value of a JSON text, for reading what a service sent without losing anything: numbers of any size keep their
/// text, members keep their order, and a member that is not there is Missing instead of an error. Cheap to copy; the
/// values of one text share it, so that a kept value keeps the whole text (source() is a copy of its own). Immutable.
class Json
{
public:
    enum class Type { Missing, Null, Boolean, Number, String, Array, Object };
    struct Member;

    /// The deepest nesting that is read; deeper texts are refused.
    static constexpr int depthLimit = 64;

    Json() = default;

    /// The whole of `bytes` as one value, or nothing where it is not exactly one complete JSON value. A byte order mark
    /// is skipped; bytes that are not UTF-8 become U+FFFD.
    static std::optional<Json> parse(const QByteArray &bytes);

    /// The same value without a share in its text: cheaper to walk through, for as long as this one keeps that. After
    /// that it may read as part of another text.
    Json borrowed() const &;
    Json borrowed() && = delete;

    Type type() const;
    bool isPresent() const { return m_text != nullptr; }  ///< also true for null
    bool hasValue() const { return type() > Type::Null; } ///< neither missing nor null
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    bool isString() const { return type() == Type::String; }

    /// The member of that name; of several with one name the last. Missing where this is no object.
    Json operator[](QByteArrayView name) const;
    QList<Member> members() const; ///< in the order in which they were sent, repeated names included
    QList<Json> items() const;     ///< of an array

    QString text() const; ///< a string's content; anything else as its JSON text; empty when null or missing
    bool isText(QByteArrayView content) const; ///< a string that is written so, between its quotes
    std::optional<qint64> integer() const;     ///< a whole number that fits, also written as 4.0, 4e2 or "4"
    std::optional<bool> boolean() const;       ///< true and false, also as strings
    QByteArray source() const;                 ///< the bytes as they came, without the space around them

private:
    struct Text;
    class Reader;
    static std::shared_ptr<Text> emptyText(qsizetype size);
    Json(std::shared_ptr<const Text> text, quint32 index) : m_text(std::move(text)), m_index(index) {}
    QByteArrayView view() const;

    std::shared_ptr<const Text> m_text;
    quint32 m_index = 0;
};

struct Json::Member
{
    QString name;
    Json value;
};

} // namespace Slipway
