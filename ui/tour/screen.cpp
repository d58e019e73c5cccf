// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tour's steps look at and aim at.
#include "app/fleet/deploymentmodel.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>

namespace Slipway {

QList<QDialog *> Tour::dialogs() const
{
    QList<QDialog *> all = m_program.window().findChildren<QDialog *>();
    all.removeIf([](const QDialog *one) { return !one->isVisible(); });
    return all;
}

QDialog *Tour::dialog() const
{
    return dialogs().isEmpty() ? nullptr : dialogs().constLast();
}

bool Tour::asksForFile() const
{
    return qobject_cast<QFileDialog *>(dialog());
}

QWidget *Tour::inFront() const
{
    QWidget *over = dialog();
    return over ? over : static_cast<QWidget *>(&m_program.window());
}

QMenu *Tour::menu() const
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QWidget *Tour::button(const QString &beginning) const
{
    const auto all = inFront()->findChildren<QWidget *>();
    for (QWidget *one : all) {
        if (one->objectName().startsWith(beginning) && one->isVisible() && one->isEnabled())
            return one;
    }
    return nullptr;
}

void Tour::clickCommand(Commands::Id command) const
{
    auto *bar = m_program.window().findChild<QToolBar *>(QStringLiteral("toolBar"));
    Hand::click(bar->widgetForAction(m_program.window().commands()->action(command)));
}

void Tour::openMenu(const char *button) const
{
    auto *opens = find<QAbstractButton>(button);
    QMetaObject::invokeMethod(
        opens, [opens] { Hand::click(opens); }, Qt::QueuedConnection);
}

void Tour::chooseSetting(const char *box, int key) const
{
    auto *settings = find<QAbstractButton>("chatSettingsButton");
    Hand::click(settings);
    Hand::key(find<QComboBox>(box), key);
    Hand::click(settings);
}

void Tour::clickTab(int index) const
{
    auto *tabs = m_program.window().findChild<QTabWidget *>(QStringLiteral("detail"))->tabBar();
    Hand::click(tabs, tabs->tabRect(index).center());
}

void Tour::chooseRunning(int count) const
{
    auto *table = m_program.window().findChild<QTableView *>(QStringLiteral("fleetTable"));
    Qt::KeyboardModifier keys = Qt::NoModifier;
    for (int row = 0; row < table->model()->rowCount() && count > 0; ++row) {
        const QModelIndex cell = table->model()->index(row, DeploymentModel::DeployedModelColumn);
        const Deployment *deployment = store()->find(cell.data(DeploymentModel::IdRole).toString());
        if (!deployment || deployment->status != Status::Running)
            continue;
        table->scrollTo(cell);
        Hand::click(table->viewport(), table->visualRect(cell).center(), keys);
        keys = Qt::ControlModifier;
        --count;
    }
}

void Tour::ask(const QString &prompt) const
{
    auto *input = find<QPlainTextEdit>("prompt");
    Hand::replace(input, prompt);
    Hand::key(input, Qt::Key_Return);
}

QString Tour::pathOf(const QString &name) const
{
    return m_files.filePath(name);
}

QString Tour::written(const QString &name, const QString &text) const
{
    QFile file(pathOf(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
    return file.fileName();
}

void Tour::passFile(const QString &name, const QString &path, std::function<bool()> shown)
{
    pass(
        name,
        [this, path] {
            auto *line = find<QLineEdit>("fileNameEdit");
            Hand::replace(line, path);
            Hand::key(line, Qt::Key_Return);
        },
        [this, shown = std::move(shown)] { return !asksForFile() && shown(); });
}

// ---- what the program knows

DeploymentStore *Tour::store() const
{
    Session *session = m_program.sessions().current();
    return session ? session->store() : nullptr;
}

bool Tour::hasStatus(Status status) const
{
    const Deployment *deployment = store()->find(m_deployed);
    return deployment && deployment->status == status;
}

Conversation *Tour::conversation() const
{
    return m_program.sessions().current()->conversations()->of(m_deployed);
}

const Turn *Tour::lastTurn() const
{
    const QList<Turn> &turns = conversation()->turns();
    return turns.isEmpty() ? nullptr : &turns.constLast();
}

bool Tour::isAnswered() const
{
    const Turn *turn = lastTurn();
    return turn && turn->role == Role::Assistant && turn->state == Turn::State::Complete;
}

} // namespace Slipway
