// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/commandline.h"

#include "app/simulator/faults.h"

#include <QCommandLineParser>
#include <QFile>
#include <QLocale>

#include <optional>

namespace Slipway::Simulator {

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Without an exponent, as people write it.
QString plain(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

void addOptions(QCommandLineParser &parser)
{
    for (const char *name :
         {"port", "deployments", "api-key", "workspace", "seed", "speed", "tokens-per-second", "reply", "fault"})
        parser.addOption({text(name), {}, text("value")});
    parser.addOption({{text("h"), text("help")}, {}});
    parser.addOption({{text("v"), text("version")}, {}});
}

/// Reads numbers, and remembers the first option that has none.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) {}

    qint64 whole(const char *name, qint64 usual, qint64 least, qint64 most)
    {
        if (!m_parser.isSet(text(name)))
            return usual;
        bool good = false;
        const qint64 value = m_parser.value(text(name)).toLongLong(&good);
        if (!good || value < least || value > most)
            blame(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
        return value;
    }

    double real(const char *name, double usual, double least, double most)
    {
        if (!m_parser.isSet(text(name)))
            return usual;
        bool good = false;
        const double value = m_parser.value(text(name)).toDouble(&good);
        if (!good || !(value >= least) || value > most)
            blame(name, QStringLiteral("a number from %1 to %2").arg(plain(least), plain(most)));
        return value;
    }

    QByteArray file(const char *name)
    {
        if (!m_parser.isSet(text(name)))
            return {};
        QFile file(m_parser.value(text(name)));
        if (!file.open(QIODevice::ReadOnly))
            m_problem = QStringLiteral("Cannot read \"%1\": %2.").arg(file.fileName(), file.errorString());
        return file.isOpen() ? file.readAll() : QByteArray();
    }

    QStringList faults()
    {
        for (const QString &spec : m_parser.values(text("fault")))
            if (!Fault::parsed(spec, &m_problem))
                break;
        return m_parser.values(text("fault"));
    }

    QString problem() const { return m_problem; }

private:
    void blame(const char *name, const QString &wanted)
    {
        m_problem = QStringLiteral("--%1 wants %2, not \"%3\".").arg(text(name), wanted, m_parser.value(text(name)));
    }

    const QCommandLineParser &m_parser;
    QString m_problem;
};

void readOptions(const QCommandLineParser &parser, CommandLine &line)
{
    Reader reader(parser);
    Options &options = line.options;
    options.port = static_cast<quint16>(reader.whole("port", 0, 0, 65'535));
    options.deployments = static_cast<int>(reader.whole("deployments", options.deployments, 0, 1'000'000));
    options.seed = static_cast<quint64>(reader.whole("seed", 1, 0, std::numeric_limits<qint64>::max()));
    options.speed = reader.real("speed", options.speed, 0.001, 1'000'000);
    options.tokensPerSecond = reader.real("tokens-per-second", options.tokensPerSecond, 0, 1'000'000);
    options.apiKey = parser.value(text("api-key")).toUtf8();
    options.workspace = parser.value(text("workspace"));
    options.reply = reader.file("reply");
    options.faults = reader.faults();
    options.recorded = 0;
    line.problem = reader.problem();
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    CommandLine line;
    if (!parser.parse(arguments)) {
        line.problem = parser.errorText() + (parser.errorText().endsWith(u'.') ? QString() : text("."));
        return line;
    }
    line.help = parser.isSet(text("help"));
    line.version = parser.isSet(text("version"));
    if (!line.help && !line.version)
        readOptions(parser, line);
    if (line.problem.isEmpty() && !parser.positionalArguments().isEmpty())
        line.problem = QStringLiteral("\"%1\" is no option.").arg(parser.positionalArguments().constFirst());
    return line;
}

QString helpText()
{
    return QStringLiteral(R"(Usage: slipway-simulator [option]...
A Model Studio on this computer, for trying and testing: simulated and free of charge.
Prints "listening on http://127.0.0.1:PORT/api/v1" when ready; SIGTERM or Ctrl+C ends it.
Point the official SDK at it with DASHSCOPE_HTTP_BASE_URL and any DASHSCOPE_API_KEY.

  --port N               the port on 127.0.0.1; 0 (default) takes any free one
  --deployments N        how many deployments there are at first, default 12
  --api-key KEY          the only key that is accepted; default: any, but there must be one
  --workspace ID         the key's workspace; requests for another one are refused.
                         Default: none is refused
  --seed N               what ids and the like are made from, default 1
  --speed X              time runs X times faster, default 1. At 1, PENDING takes 8 s,
                         each of at most four steps of UPDATING 2 s, SCALING 2 s,
                         DELETING 3 s. Does not change the pace of replies
  --tokens-per-second N  pace of replies, default 40; 0 = as fast as it can
  --reply FILE           answer every prompt with the UTF-8 text in FILE
  --fault SPEC           make requests fail; may be given several times, see below
  --help, --version

A deployment whose suffix or name contains "fail" ends as FAILED; one whose name contains
"fail-update" starts, but its scaling ends as UPDATING_FAILED. One whose name contains
"stream-only", "native-only", "compatible-only" or "no-PARAMETER" (as in "no-top-k") refuses
what that says.

SPEC is
)") + faultGrammar() +
           u'\n';
}

} // namespace Slipway::Simulator
