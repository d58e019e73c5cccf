// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_table URL SUFFIX: what one poll is made of, without a window. Reads the whole list of a service at URL twice,
// between which some rows change, compares the readings, and parses one page. Prints figures, asserts nothing.
#include "app/fleet/rowdiff.h"
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentanswers.h"
#include "app/modelstudio/deploymentlisting.h"
#include "app/modelstudio/deploymentreader.h"
#include "tests/support/benchmark.h"

#include <QCoreApplication>
#include <QNetworkReply>

using namespace Slipway;

namespace {

constexpr int runs = 51;

class TableBench : public QObject
{
public:
    TableBench(const QUrl &root, QString suffix) :
        m_root(root), m_suffix(std::move(suffix)), m_client(endpointAt(root, {}, "sk-bench")), m_listing(&m_client)
    {
        read();
    }

private:
    void read()
    {
        m_listing.ask(
            this,
            [this](const Result<DeploymentList> &list) {
                if (!list) {
                    QCoreApplication::exit(1);
                    return;
                }
                m_known = {.deployments = list->deployments, .rowOf = indexOf(list->deployments)};
                m_readings.append(list->deployments);
                if (m_readings.size() < 3)
                    read();
                else
                    compare();
            },
            m_known);
    }

    void compare()
    {
        const QList<Deployment> &held = m_readings.at(1);
        const QList<Deployment> same(held.begin(), held.end()); // as the rows that are known come from the next poll
        const RowIndex index = indexOf(held);
        const QString rows = QString::number(held.size()) + m_suffix;
        Bench::print(QLatin1String("diff_") + rows + QLatin1String("_unchanged"),
                     Bench::time(runs, [&] { planRows(held, index, same); }), "ms");
        Bench::print(QLatin1String("diff_") + rows + QLatin1String("_changed"),
                     Bench::time(runs, [&] { planRows(held, index, m_readings.at(2)); }), "ms");
        fetchPage();
    }

    void fetchPage()
    {
        QNetworkRequest request(QUrl(m_root.toString() + QStringLiteral("/deployments?page_no=2&page_size=100")));
        request.setRawHeader("Authorization", "Bearer sk-bench");
        QNetworkReply *reply = m_network.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const Reply page{.status = 200, .body = reply->readAll()};
            const auto taken = [&page](const KnownDeployments &known) {
                return Bench::time(runs, [&] {
                    DeploymentReader reader;
                    readDeploymentPage(page, reader, known);
                });
            };
            Bench::print(QLatin1String("page_parse") + m_suffix, taken({}), "ms");
            Bench::print(QLatin1String("page_parse_again") + m_suffix, taken(m_known), "ms");
            QCoreApplication::quit();
        });
    }

    QUrl m_root;
    QString m_suffix;
    Client m_client;
    DeploymentListing m_listing;
    KnownDeployments m_known;
    QNetworkAccessManager m_network;
    QList<QList<Deployment>> m_readings;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto root = parseBaseUrl(arguments.value(1));
    if (!root)
        return 2;
    const TableBench bench(*root, arguments.value(2));
    return QCoreApplication::exec();
}
