// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcriptbuttons.h"

#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Slipway {

static QString nameOf(const TranscriptButtons::Wish &wish)
{
    const QLatin1String kinds[] = {QLatin1String("copyCode"),   QLatin1String("fold"),
                                   QLatin1String("retry"),      QLatin1String("copyRequestId"),
                                   QLatin1String("regenerate"), QLatin1String("goOn"),
                                   QLatin1String("branchBack"), QLatin1String("branchCount"),
                                   QLatin1String("branchOn"),   QLatin1String("messageMenu")};
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
    case Kind::Regenerate:
        return tr("Regenerate");
    case Kind::GoOn:
        return tr("Continue");
    case Kind::BranchBack:
        return QStringLiteral("‹");
    case Kind::BranchOn:
        return QStringLiteral("›");
    case Kind::Menu:
        return QStringLiteral("⋯");
    case Kind::BranchCount:
    case Kind::Fold:
        break;
    }
    return {};
}

QString TranscriptButtons::tipOf(const Wish &wish) const
{
    switch (wish.kind) {
    case Kind::Regenerate:
        return tr("Ask for another reply; this one stays as a branch");
    case Kind::GoOn:
        return tr("Ask the model for the rest; it is told to go on where this ends");
    case Kind::BranchBack:
        return tr("Branch before");
    case Kind::BranchOn:
        return tr("Next branch");
    case Kind::BranchCount:
        return tr("Branch %1", "2/3").arg(wish.text);
    case Kind::Menu:
        return tr("What can be done with this message");
    case Kind::Copy:
    case Kind::Fold:
    case Kind::Retry:
    case Kind::RequestId:
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
        const QString tip = tipOf(wish);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(wish.kind == Kind::Copy ? tr("Copy code") : (tip.isEmpty() ? text : tip));
    }
    if (button->isEnabled() != wish.enabled)
        button->setEnabled(wish.enabled);
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

QSize TranscriptButtons::sizeOf(const QString &text)
{
    QSize &size = m_sizes[text];
    if (size.width() > 0)
        return size;
    QToolButton sample;
    sample.setFont(Look::small(m_surface->font()));
    sample.setAutoRaise(true);
    sample.setText(text);
    return size = sample.sizeHint();
}

int TranscriptButtons::widthOf(const QString &text)
{
    return sizeOf(text).width();
}

int TranscriptButtons::copyWidth()
{
    return std::max(widthOf(textOf(Kind::Copy)), widthOf(tr("Copied")));
}

int TranscriptButtons::height()
{
    return sizeOf(textOf(Kind::Menu)).height();
}

void TranscriptButtons::forgetSizes()
{
    m_sizes.clear();
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
