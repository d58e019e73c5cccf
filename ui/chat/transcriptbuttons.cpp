// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcriptbuttons.h"

#include <QTimer>
#include <QToolButton>

#include <utility>

namespace Slipway {

static QString nameOf(const TranscriptButtons::Wish &wish)
{
    const QLatin1String kinds[] = {QLatin1String("copyCode"), QLatin1String("fold"), QLatin1String("retry"),
                                   QLatin1String("copyRequestId")};
    return QStringLiteral("%1-%2-%3-%4")
        .arg(kinds[int(wish.kind)])
        .arg(wish.message)
        .arg(wish.row.section)
        .arg(wish.row.row);
}

QString TranscriptButtons::textOf(Kind kind)
{
    switch (kind) {
    case Kind::Copy:
        return tr("Copy");
    case Kind::Retry:
        return tr("Try again");
    case Kind::RequestId:
        return tr("Copy request id");
    case Kind::Fold:
        break;
    }
    return {};
}

TranscriptButtons::TranscriptButtons(QWidget *surface) : QObject(surface), m_surface(surface) {}

void TranscriptButtons::show(const QList<Wish> &wishes)
{
    QHash<QString, QPointer<QToolButton>> gone = std::exchange(m_buttons, {});
    QWidget *before = nullptr;
    for (const Wish &wish : wishes) {
        const QString name = nameOf(wish);
        QToolButton *button = gone.take(name);
        const bool fresh = !button;
        if (fresh)
            button = buttonFor(name, wish);
        put(button, wish);
        if (fresh && before)
            QWidget::setTabOrder(before, button);
        before = button;
        m_buttons.insert(name, button);
    }
    for (QToolButton *button : std::as_const(gone)) {
        if (!button)
            continue;
        if (button->hasFocus())
            m_surface->parentWidget()->setFocus();
        button->hide();
        button->deleteLater(); // it may be the one whose click is being handled
    }
}

QToolButton *TranscriptButtons::buttonFor(const QString &name, const Wish &wish)
{
    auto *button = new QToolButton(m_surface);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::ArrowCursor);
    button->setFont(Look::small(m_surface->font()));
    button->setAutoRaise(true);
    button->setToolButtonStyle(wish.kind == Kind::Fold ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    connect(button, &QToolButton::clicked, this, [this, button, wish] {
        if (wish.kind == Kind::Copy || wish.kind == Kind::RequestId)
            confirm(button);
        Q_EMIT pressed(wish.kind, wish.message, wish.row);
    });
    return button;
}

void TranscriptButtons::put(QToolButton *button, const Wish &wish) const
{
    const bool confirmed = button->property("confirmed").toBool();
    const QString text = confirmed ? button->text() : wish.text;
    if (button->text() != text || button->accessibleName().isEmpty()) {
        button->setText(text);
        button->setAccessibleName(wish.kind == Kind::Copy ? tr("Copy code") : text);
    }
    if (wish.kind == Kind::Fold)
        button->setArrowType(wish.checked ? Qt::DownArrow : Qt::RightArrow);
    const QSize size = button->sizeHint();
    const int x = wish.kind == Kind::Fold ? wish.area.left() : wish.area.right() + 1 - size.width();
    const QRect area(QPoint(x, wish.area.top()), size);
    if (button->geometry() != area)
        button->setGeometry(area);
    if (button->isHidden())
        button->show();
}

int TranscriptButtons::widthOf(const QString &text) const
{
    QToolButton sample;
    sample.setFont(Look::small(m_surface->font()));
    sample.setAutoRaise(true);
    sample.setText(text);
    return sample.sizeHint().width();
}

/// Says for a moment that it was done.
void TranscriptButtons::confirm(QToolButton *button)
{
    const QString text = button->text();
    button->setProperty("confirmed", true);
    button->setText(tr("Copied"));
    QTimer::singleShot(1500, button, [button, text] {
        button->setProperty("confirmed", false);
        button->setText(text);
    });
}

} // namespace Slipway
