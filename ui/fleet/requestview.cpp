// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/requestview.h"

#include "ui/fleet/copybutton.h"
#include "ui/look.h"

#include <QGridLayout>
#include <QPlainTextEdit>

namespace Slipway {

RequestView::RequestView(QWidget *parent) :
    Fold(QStringLiteral("request"), parent),
    m_text(new QPlainTextEdit),
    m_copy(new CopyButton(QStringLiteral("copyRequest")))
{
    m_text->setObjectName(QStringLiteral("requestText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Look::monospace(m_text->font()));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * 6);
    m_text->setMaximumHeight(m_text->fontMetrics().lineSpacing() * 14);
    auto *content = new QWidget;
    auto *layout = new QGridLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Look::smallGap);
    layout->addWidget(m_text, 0, 0);
    layout->addWidget(m_copy, 1, 0, Qt::AlignTrailing);
    setContent(content);
    retranslate();
}

static QString visibleLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = Look::visible(line);
    return lines.join(u'\n');
}

/// What is copied is exact.
void RequestView::setBody(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    if (const QString shown = visibleLines(text); m_text->toPlainText() != shown)
        m_text->setPlainText(shown);
    m_copy->setCopied(text);
}

void RequestView::retranslate()
{
    setTitle(tr("Request"));
    m_text->setAccessibleName(tr("The request as it is sent"));
    m_copy->setWhat(tr("Copy the request"));
}

} // namespace Slipway
