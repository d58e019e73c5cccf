// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chatservice.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/markdowndocument.h"
#include "ui/chat/transcript.h"

#include <QApplication>
#include <QDesktopServices>
#include <QImage>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

// What a model writes is shown and does nothing: no connection, no file read, no program started.
class TestInert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        for (const QString &scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "noteOpened");
    }

    void cleanup()
    {
        for (const QString &scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void aReplyFullOfAddressesMakesNoConnectionAndOpensNothing()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QSignalSpy connections(&server, &QTcpServer::newConnection);
        const QString root = QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort());
        ChatPane pane;
        ChatService service(hostileReply(root).toUtf8());
        Deployment deployment{.deployedModel = service.conversation()->deployedModel(), .status = Status::Running};
        pane.resize(700, 1600);
        pane.setConversation(service.conversation(), &deployment);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        service.conversation()->send(QStringLiteral("show me"));
        QTRY_COMPARE(service.conversation()->turns().constLast().state, Turn::State::Complete);
        auto *transcript = pane.findChild<Transcript *>();
        transcript->selectAll();
        QTRY_VERIFY(transcript->selectedText().contains(QLatin1String("the end")));
        hoverEverywhere(transcript);
        pane.grab();
        requireReaches(server); // a connection that was made would have been seen by now
        QCOMPARE(connections.count(), 1);
        QVERIFY(m_opened.isEmpty());
    }

    void markupIsShownAsItIsWritten()
    {
        const auto document = documentOf(QStringLiteral("a <img src=\"x\"> <b>c</b> <!-- d --> <a href='e'>f</a>\n"));
        QCOMPARE(document->toPlainText(), QStringLiteral("a <img src=\"x\"> <b>c</b> <!-- d --> <a href='e'>f</a>"));
        const auto block = documentOf(QStringLiteral("<script src='x'>\ng\n</script>\n"));
        QVERIFY(block->toPlainText().contains(QLatin1String("<script src='x'>")));
    }

    void aDocumentGivesOutNeitherFilesNorResources()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("picture.png"));
        QVERIFY(QImage(7, 7, QImage::Format_RGB32).save(file));
        const auto document = documentOf(QStringLiteral("![a](%1)").arg(QUrl::fromLocalFile(file).toString()));
        for (const QUrl &url : {QUrl::fromLocalFile(file), QUrl(QStringLiteral("qrc:/icons/chat.svg")), QUrl(file),
                                QUrl(QStringLiteral("data:image/png;base64,AAAA"))}) {
            const QVariant image = document->resource(QTextDocument::ImageResource, url);
            QCOMPARE(image.value<QImage>().size(), QSize(1, 1));
            for (const int type : {int(QTextDocument::StyleSheetResource), int(QTextDocument::HtmlResource),
                                   int(QTextDocument::MarkdownResource)})
                QCOMPARE(document->resource(type, url).toString(), QString());
        }
    }

    void onlyAClickOnHttpsReachesTheSystem_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("opened");
        QTest::newRow("https") << QStringLiteral("https://example.com/a") << 1;
        QTest::newRow("http") << QStringLiteral("http://example.com/a") << 0;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << 0;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << 0;
        QTest::newRow("data") << QStringLiteral("data:text/html,x") << 0;
        QTest::newRow("custom") << QStringLiteral("slipway-test:x") << 0;
    }

    void onlyAClickOnHttpsReachesTheSystem()
    {
        QFETCH(QString, link);
        QFETCH(int, opened);
        ChatPane pane;
        ChatService service(QStringLiteral("[words](%1)").arg(link).toUtf8());
        Deployment deployment{.deployedModel = service.conversation()->deployedModel(), .status = Status::Running};
        pane.resize(480, 640);
        pane.setConversation(service.conversation(), &deployment);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        service.conversation()->send(QStringLiteral("go"));
        auto *transcript = pane.findChild<Transcript *>();
        QTRY_VERIFY(!pointOf(transcript, link).isNull());
        const QPoint point = pointOf(transcript, link);
        QTest::mouseMove(transcript->viewport(), point);
        QVERIFY(m_opened.isEmpty());
        QTest::mouseClick(transcript->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(m_opened.size(), opened);
        if (opened)
            QCOMPARE(m_opened.first(), QUrl(link));
    }

public Q_SLOTS:
    void noteOpened(const QUrl &url) { m_opened.append(url); }

private:
    static QStringList schemes()
    {
        return {QStringLiteral("https"), QStringLiteral("http"),       QStringLiteral("file"),
                QStringLiteral("data"),  QStringLiteral("javascript"), QStringLiteral("slipway-test"),
                QStringLiteral("qrc"),   QStringLiteral("mailto")};
    }

    static QString hostileReply(const QString &root)
    {
        const QString text = QStringLiteral("![a](%1a.png) ![b][ref] [![c](%1c.png)](%1d)\n\n"
                                            "<img src=\"%1e.png\"><link rel=stylesheet href=\"%1f.css\">\n\n"
                                            "> ![g](%1g.svg)\n\n- ![h](%1h.png)\n\n"
                                            "| a | ![i](%1i.png) |\n|---|---|\n| ![j](file:///etc/hostname) | k |\n\n"
                                            "![l](qrc:/icons/chat.svg) ![m](data:image/png;base64,AAAA)\n\n"
                                            "<iframe src=\"%1n\"></iframe>\n<style>@import url(%1o)</style>\n\n"
                                            "<%1p> %1q\n\nthe end\n\n[ref]: %1b.png\n");
        return text.arg(root);
    }

    static std::unique_ptr<QTextDocument> documentOf(const QString &source)
    {
        MarkdownBlock block;
        block.source = source;
        return markdownDocument(block, TextStyle::of(QApplication::font(), QApplication::palette()));
    }

    static void hoverEverywhere(Transcript *transcript)
    {
        for (int y = 0; y < transcript->viewport()->height(); y += 12) {
            for (int x = 0; x < transcript->viewport()->width(); x += 40)
                QTest::mouseMove(transcript->viewport(), {x, y});
        }
    }

    static void requireReaches(const QTcpServer &server)
    {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QTRY_VERIFY(probe.state() == QAbstractSocket::ConnectedState && server.hasPendingConnections());
    }

    static QPoint pointOf(const Transcript *transcript, const QString &link)
    {
        for (int y = 0; y < transcript->viewport()->height(); y += 3) {
            for (int x = 0; x < transcript->viewport()->width(); x += 6) {
                if (transcript->linkAt({x, y}) == link)
                    return {x, y};
            }
        }
        return {};
    }

    QList<QUrl> m_opened;
};

QTEST_MAIN(TestInert)
#include "tst_ui_inert.moc"
