// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour.h"

#include "ui/program.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <cstdio>

namespace Slipway {

constexpr int stepLimit = 40000; // milliseconds until a step counts as failed
constexpr int lookEvery = 20;    // milliseconds between two looks at the screen

Tour::Tour(Program &program, const QString &folder) : m_program(program), m_folder(folder)
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &Tour::look);
    plan();
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder) || !m_files.isValid()) {
        std::fprintf(stderr, "tour: cannot make the folder %s\n", qPrintable(m_folder));
        QMetaObject::invokeMethod(
            this, [this] { end(1); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(this, &Tour::beginStep, Qt::QueuedConnection);
}

void Tour::add(const QString &name, std::function<void()> act, std::function<bool()> shown)
{
    m_steps.append({name, std::move(act), std::move(shown), true});
}

void Tour::pass(const QString &name, std::function<void()> act, std::function<bool()> shown)
{
    m_steps.append({name, std::move(act), std::move(shown), false});
}

void Tour::beginStep()
{
    if (m_at == m_steps.size()) {
        std::printf("tour: %lld steps held, %d pictures in %s\n", qlonglong(m_steps.size()), m_pictures,
                    qPrintable(m_folder));
        end(0);
        return;
    }
    m_waiting.start();
    if (!inFront()->isActiveWindow()) // without a window manager none is, once a dialog is closed
        inFront()->activateWindow();
    if (m_steps[m_at].act)
        m_steps[m_at].act();
    m_look.start();
}

void Tour::look()
{
    const Step &step = m_steps[m_at];
    if (!step.shown()) {
        if (m_waiting.elapsed() < stepLimit)
            return;
        savePicture(QStringLiteral("failed-") + step.name);
        std::fprintf(stderr, "tour: the step “%s” did not show what it should\n", qPrintable(step.name));
        end(1);
        return;
    }
    m_look.stop();
    if (step.picture && !savePicture(step.name)) {
        std::fprintf(stderr, "tour: cannot write into %s\n", qPrintable(m_folder));
        end(1);
        return;
    }
    ++m_at;
    QMetaObject::invokeMethod(this, &Tour::beginStep, Qt::QueuedConnection);
}

void Tour::end(int status)
{
    m_look.stop();
    QApplication::exit(status);
}

// Dialogs are windows of their own; a person sees them over the main window, and so does the picture.
bool Tour::savePicture(const QString &name)
{
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what it shows is to have its room
    QPixmap picture = m_program.window().grab();
    QPainter painter(&picture);
    drawDialogs(painter);
    painter.end();
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    return picture.save(file);
}

void Tour::drawDialogs(QPainter &painter) const
{
    const QWidget &window = m_program.window();
    const QWidget *below = &window;
    QPoint at;
    const auto over = dialogs();
    for (QDialog *one : over) {
        painter.fillRect(QRect(at, below->size()), QColor(0, 0, 0, 70));
        at = QPoint((window.width() - one->width()) / 2, qMax(0, (window.height() - one->height()) / 2));
        painter.drawPixmap(at, one->grab());
        painter.setPen(window.palette().color(QPalette::Mid));
        painter.drawRect(QRect(at, one->size()).adjusted(-1, -1, 0, 0));
        below = one;
    }
    if (QMenu *open = menu()) { // it opened where the screen has room, and that is around the window's own place
        at += below->mapFromGlobal(open->mapToGlobal(QPoint()));
        painter.drawPixmap(at.x(), qMin(at.y(), window.height() - open->height()), open->grab());
    }
}

} // namespace Slipway
