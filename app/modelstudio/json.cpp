// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/json.h"

#include "app/modelstudio/jsontoken.h"

#include <simdjson.h>

#include <atomic>
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

/// Where a member's name stands, inside the quotes; nowhere for what has none.
struct Key
{
    quint32 begin = 0;
    quint32 end = 0;
    bool isEscaped = false;
};

QByteArrayView withoutByteOrderMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
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

    /// simdjson reads some bytes past the end; they must belong to the buffer.
    void set(QByteArrayView text)
    {
        bytes.reserve(text.size() + qsizetype(simdjson::SIMDJSON_PADDING));
        bytes.resize(0);
        bytes.append(text);
        nodes.clear();
    }

    QByteArrayView keyOf(const Node &node) const
    {
        return QByteArrayView(bytes).sliced(node.keyBegin, node.keyEnd - node.keyBegin);
    }

    QByteArrayView withQuotes(const Key &key) const
    {
        return QByteArrayView(bytes).sliced(key.begin - 1, key.end - key.begin + 2);
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
    bool readValue(ondemand::value &value, const Key &key, int depth);
    bool readObject(ondemand::value &value, int depth);
    bool readArray(ondemand::value &value, int depth);
    Node &note(const Key &key, quint32 begin);
    bool noteScalar(const Key &key, quint32 begin, quint32 end);
    Key keyBetween(const char *begin, const char *value) const;
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
    if (error || !readValue(value, Key(), 1))
        return false;
    const char *rest = nullptr;
    return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
}

bool Json::Reader::readLoneScalar()
{
    quint32 begin = 0;
    const auto size = quint32(m_text.bytes.size());
    while (begin < size && isSpace(m_start[begin]))
        ++begin;
    return noteScalar(Key(), begin, trimmedEnd(begin, size));
}

bool Json::Reader::readValue(ondemand::value &value, const Key &key, int depth)
{
    if (depth > depthLimit)
        return false;
    const std::string_view token = value.raw_json_token();
    if (token.empty()) // the text ends where a value would begin
        return false;
    const quint32 begin = offset(token.data());
    if (token.front() != '{' && token.front() != '[')
        return noteScalar(key, begin, trimmedEnd(begin, begin + quint32(token.size())));
    const bool isObject = token.front() == '{';
    const size_t index = m_text.nodes.size();
    note(key, begin).type = isObject ? Type::Object : Type::Array;
    if (isObject ? !readObject(value, depth) : !readArray(value, depth))
        return false;
    m_text.nodes[index].end = endOfContainer(value);
    m_text.nodes[index].next = quint32(m_text.nodes.size());
    return true;
}

bool Json::Reader::readObject(ondemand::value &value, int depth)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return false;
    for (auto result : object) {
        if (result.error())
            return false;
        // Where it is: a copy would take as long as the rest.
        ondemand::field &&field = std::move(result).value_unsafe();
        const Key key = keyBetween(field.key().raw(), field.value().raw_json_token().data());
        if (key.isEscaped && !isJsonString(m_text.withQuotes(key)))
            return false;
        if (!readValue(field.value(), key, depth + 1))
            return false;
    }
    return true;
}

bool Json::Reader::readArray(ondemand::value &value, int depth)
{
    ondemand::array array;
    if (value.get_array().get(array))
        return false;
    for (auto result : array) {
        if (result.error())
            return false;
        ondemand::value item = result.value_unsafe();
        if (!readValue(item, Key(), depth + 1))
            return false;
    }
    return true;
}

/// Field by field in its place: copies of what was just written in smaller parts are slow.
Node &Json::Reader::note(const Key &key, quint32 begin)
{
    Node &node = m_text.nodes.emplace_back();
    node.begin = begin;
    node.keyBegin = key.begin;
    node.keyEnd = key.end;
    node.hasEscapedKey = key.isEscaped;
    return node;
}

bool Json::Reader::noteScalar(const Key &key, quint32 begin, quint32 end)
{
    const auto token = QByteArrayView(m_text.bytes).sliced(begin, end - begin);
    Type type = Type::Missing;
    if (isJsonString(token))
        type = Type::String;
    else if (token == "true" || token == "false")
        type = Type::Boolean;
    else if (token == "null")
        type = Type::Null;
    else if (isJsonNumber(token))
        type = Type::Number;
    else
        return false;
    Node &node = note(key, begin);
    node.end = end;
    node.type = type;
    node.next = quint32(m_text.nodes.size());
    return true;
}

/// The key that begins at `begin`, inside its quotes, and whose value begins at `value`. Between the two there is its
/// closing quote, a colon, and space: simdjson saw to that.
Key Json::Reader::keyBetween(const char *begin, const char *value) const
{
    const char *end = value - 1;
    while (*end != ':')
        --end;
    while (*end != '"')
        --end;
    const bool isEscaped = std::memchr(begin, '\\', size_t(end - begin)) != nullptr;
    return {.begin = offset(begin), .end = offset(end), .isEscaped = isEscaped};
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

/// A text to be filled: the last one, if it was a small one and nobody keeps it. A stream is thousands of them.
std::shared_ptr<Json::Text> Json::emptyText(qsizetype size)
{
    constexpr qsizetype small = 4096;
    static thread_local std::shared_ptr<Text> spare;
    if (size > small)
        return std::make_shared<Text>();
    if (!spare || spare.use_count() > 1)
        spare = std::make_shared<Text>();
    std::atomic_thread_fence(std::memory_order_acquire); // the last who kept it may have been another thread
    return spare;
}

std::optional<Json> Json::parse(const QByteArray &bytes)
{
    const auto text = emptyText(bytes.size());
    text->set(withoutByteOrderMark(bytes));
    auto error = Reader(*text).read();
    if (error == simdjson::UTF8_ERROR) {
        text->set(QString::fromUtf8(text->bytes).toUtf8());
        error = Reader(*text).read();
    }
    if (error)
        return std::nullopt;
    return Json(text, 0);
}

Json Json::borrowed() const &
{
    return Json(std::shared_ptr<const Text>(std::shared_ptr<const Text>(), m_text.get()), m_index);
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

bool Json::isText(QByteArrayView content) const
{
    const QByteArrayView token = view();
    return isString() && token.size() == content.size() + 2 && token.sliced(1, content.size()) == content;
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
