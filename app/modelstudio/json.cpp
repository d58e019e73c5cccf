// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/json.h"

#include "app/modelstudio/jsontoken.h"

#include <simdjson.h>

#include <cstring>
#include <vector>

namespace Slipway {

namespace ondemand = simdjson::ondemand;

namespace {

/// One value of a text. Values stand in the order of the text, so that a container is followed by what it holds.
struct Node
{
    quint32 begin = 0;
    quint32 end = 0;
    quint32 keyBegin = 0; ///< inside the quotes; of an object's member only
    quint32 keyEnd = 0;
    quint32 next = 0; ///< index of the first value behind this one and all it holds
    Json::Type type = Json::Type::Missing;
    bool hasEscapedKey = false;
};

QByteArray withoutByteOrderMark(QByteArray bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
}

/// simdjson reads some bytes past the end; they must belong to the buffer.
QByteArray padded(const QByteArray &bytes)
{
    QByteArray copy;
    copy.reserve(bytes.size() + qsizetype(simdjson::SIMDJSON_PADDING));
    copy.append(bytes);
    return copy;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

struct Json::Text
{
    QByteArray bytes;
    std::vector<Node> nodes;

    QByteArrayView keyOf(const Node &node) const
    {
        return QByteArrayView(bytes).sliced(node.keyBegin, node.keyEnd - node.keyBegin);
    }

    QByteArrayView keyWithQuotes(const Node &node) const
    {
        return QByteArrayView(bytes).sliced(node.keyBegin - 1, node.keyEnd - node.keyBegin + 2);
    }

    bool hasKey(const Node &node, QByteArrayView name) const
    {
        if (node.hasEscapedKey)
            return unescaped(keyOf(node)).toUtf8() == name;
        const auto size = static_cast<size_t>(name.size());
        return node.keyEnd - node.keyBegin == size && std::memcmp(bytes.data() + node.keyBegin, name.data(), size) == 0;
    }
};

/// Walks a whole text once, which is what makes simdjson check all of it, and notes where each value stands.
class Json::Reader
{
public:
    explicit Reader(Text &text) : m_text(text), m_start(text.bytes.constData()) {}

    simdjson::error_code read();

private:
    bool readDocument(ondemand::document &document);
    bool readLoneScalar();
    bool readValue(ondemand::value value, const Node &key, int depth);
    bool readObject(ondemand::value value, int depth);
    bool readArray(ondemand::value value, int depth);
    bool noteScalar(Node node);
    Node keyAt(const char *key) const;
    quint32 endOfContainer(ondemand::value &value);
    quint32 trimmedEnd(quint32 begin, quint32 end) const;
    quint32 offset(const char *place) const { return quint32(place - m_start); }

    Text &m_text;
    const char *m_start;
};

simdjson::error_code Json::Reader::read()
{
    static thread_local ondemand::parser parser;
    const auto size = size_t(m_text.bytes.size());
    ondemand::document document;
    if (const auto error = parser.iterate(m_start, size, size + simdjson::SIMDJSON_PADDING).get(document))
        return error;
    m_text.nodes.reserve(size / 24 + 4);
    return readDocument(document) ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
}

bool Json::Reader::readDocument(ondemand::document &document)
{
    ondemand::value value;
    const auto error = document.get_value().get(value);
    if (error == simdjson::SCALAR_DOCUMENT_AS_VALUE)
        return readLoneScalar();
    if (error || !readValue(value, Node(), 1))
        return false;
    const char *rest = nullptr;
    return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
}

bool Json::Reader::readLoneScalar()
{
    Node node;
    const auto size = quint32(m_text.bytes.size());
    while (node.begin < size && isSpace(m_start[node.begin]))
        ++node.begin;
    node.end = trimmedEnd(node.begin, size);
    return noteScalar(node);
}

bool Json::Reader::readValue(ondemand::value value, const Node &key, int depth)
{
    if (depth > depthLimit)
        return false;
    const std::string_view token = value.raw_json_token();
    Node node = key;
    node.begin = offset(token.data());
    if (token.front() != '{' && token.front() != '[') {
        node.end = trimmedEnd(node.begin, node.begin + quint32(token.size()));
        return noteScalar(node);
    }
    const bool isObject = token.front() == '{';
    node.type = isObject ? Type::Object : Type::Array;
    const size_t index = m_text.nodes.size();
    m_text.nodes.push_back(node);
    if (isObject ? !readObject(value, depth) : !readArray(value, depth))
        return false;
    m_text.nodes[index].end = endOfContainer(value);
    m_text.nodes[index].next = quint32(m_text.nodes.size());
    return true;
}

bool Json::Reader::readObject(ondemand::value value, int depth)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return false;
    for (auto result : object) {
        ondemand::field field;
        if (std::move(result).get(field))
            return false;
        const Node key = keyAt(field.key().raw());
        if (key.hasEscapedKey && !isJsonString(m_text.keyWithQuotes(key)))
            return false;
        if (!readValue(field.value(), key, depth + 1))
            return false;
    }
    return true;
}

bool Json::Reader::readArray(ondemand::value value, int depth)
{
    ondemand::array array;
    if (value.get_array().get(array))
        return false;
    for (auto result : array) {
        ondemand::value item;
        if (std::move(result).get(item) || !readValue(item, Node(), depth + 1))
            return false;
    }
    return true;
}

bool Json::Reader::noteScalar(Node node)
{
    const auto token = QByteArrayView(m_text.bytes).sliced(node.begin, node.end - node.begin);
    if (isJsonString(token))
        node.type = Type::String;
    else if (token == "true" || token == "false")
        node.type = Type::Boolean;
    else if (token == "null")
        node.type = Type::Null;
    else if (isJsonNumber(token))
        node.type = Type::Number;
    else
        return false;
    node.next = quint32(m_text.nodes.size()) + 1;
    m_text.nodes.push_back(node);
    return true;
}

/// The key that begins at `key`, inside its quotes. That it ends somewhere is known: simdjson saw the closing quote.
Node Json::Reader::keyAt(const char *key) const
{
    Node node;
    node.keyBegin = offset(key);
    while (*key != '"') {
        node.hasEscapedKey = node.hasEscapedKey || *key == '\\';
        key += *key == '\\' ? 2 : 1;
    }
    node.keyEnd = offset(key);
    return node;
}

/// The end of a container that was just read: behind it stands the next token, or nothing.
quint32 Json::Reader::endOfContainer(ondemand::value &value)
{
    const char *next = nullptr;
    const bool isLast = value.current_location().get(next) != simdjson::SUCCESS;
    return trimmedEnd(0, isLast ? quint32(m_text.bytes.size()) : offset(next));
}

quint32 Json::Reader::trimmedEnd(quint32 begin, quint32 end) const
{
    while (end > begin && isSpace(m_start[end - 1]))
        --end;
    return end;
}

std::optional<Json> Json::parse(QByteArray bytes)
{
    const auto text = std::make_shared<Text>();
    text->bytes = padded(withoutByteOrderMark(std::move(bytes)));
    auto error = Reader(*text).read();
    if (error == simdjson::UTF8_ERROR) {
        text->bytes = padded(QString::fromUtf8(text->bytes).toUtf8());
        error = Reader(*text).read();
    }
    if (error)
        return std::nullopt;
    return Json(text, 0);
}

Json::Type Json::type() const
{
    return m_text ? m_text->nodes[m_index].type : Type::Missing;
}

QByteArrayView Json::view() const
{
    if (!m_text)
        return {};
    const Node &node = m_text->nodes[m_index];
    return QByteArrayView(m_text->bytes).sliced(node.begin, node.end - node.begin);
}

Json Json::operator[](QByteArrayView name) const
{
    if (!isObject())
        return {};
    quint32 found = 0;
    const auto &nodes = m_text->nodes;
    for (quint32 index = m_index + 1; index < nodes[m_index].next; index = nodes[index].next) {
        if (m_text->hasKey(nodes[index], name))
            found = index;
    }
    return found ? Json(m_text, found) : Json();
}

QList<Json::Member> Json::members() const
{
    QList<Member> members;
    if (!isObject())
        return members;
    const auto &nodes = m_text->nodes;
    for (quint32 index = m_index + 1; index < nodes[m_index].next; index = nodes[index].next)
        members.append({unescaped(m_text->keyOf(nodes[index])), Json(m_text, index)});
    return members;
}

QList<Json> Json::items() const
{
    QList<Json> items;
    if (!isArray())
        return items;
    const auto &nodes = m_text->nodes;
    for (quint32 index = m_index + 1; index < nodes[m_index].next; index = nodes[index].next)
        items.append(Json(m_text, index));
    return items;
}

QString Json::text() const
{
    if (!hasValue())
        return {};
    const QByteArrayView token = view();
    return isString() ? unescaped(token.sliced(1, token.size() - 2)) : QString::fromUtf8(token);
}

std::optional<qint64> Json::integer() const
{
    if (type() == Type::Number)
        return wholeNumber(view());
    return isString() ? wholeNumber(view().sliced(1, view().size() - 2).trimmed()) : std::nullopt;
}

std::optional<bool> Json::boolean() const
{
    const QByteArrayView token = view();
    if (token == "true" || token == "\"true\"")
        return true;
    if (token == "false" || token == "\"false\"")
        return false;
    return std::nullopt;
}

QByteArray Json::source() const
{
    return view().toByteArray();
}

} // namespace Slipway
