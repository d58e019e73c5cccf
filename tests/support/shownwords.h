// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTabBar>
#include <QTextDocument>
#include <QWindow>

namespace Slipway::Test {

/// One text as it reaches the eyes of a person, and where.
struct ShownWords
{
    QString place;
    QString text;
};

/// Every text of every window of the program, shown or hidden, read as Qt draws it: markup carried out where it would
/// be, mnemonics taken away where they would be.
class ShownWordsReader
{
public:
    static QList<ShownWords> everything()
    {
        ShownWordsReader reader;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            reader.readWidget(window);
            for (QWidget *child : window->findChildren<QWidget *>())
                reader.readWidget(child);
        }
        return reader.m_words;
    }

    static QString drawn(const QString &text, Qt::TextFormat format)
    {
        const bool rich = format == Qt::RichText || (format == Qt::AutoText && Qt::mightBeRichText(text));
        if (!rich)
            return text;
        QTextDocument document;
        document.setHtml(text);
        return document.toPlainText();
    }

    static QString withoutMnemonic(const QString &text)
    {
        QString shown;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] == u'&' && ++at == text.size())
                break;
            shown += text[at];
        }
        return shown;
    }

private:
    void note(const QWidget *widget, const char *what, const QString &text)
    {
        if (!text.isEmpty())
            m_words.append(
                {QStringLiteral("%1 %2 %3")
                     .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), QLatin1String(what)),
                 text});
    }

    void readWidget(QWidget *widget)
    {
        note(widget, "tool tip", drawn(widget->toolTip(), Qt::AutoText));
        note(widget, "what's this", drawn(widget->whatsThis(), Qt::AutoText));
        note(widget, "accessible name", widget->accessibleName());
        note(widget, "accessible description", widget->accessibleDescription());
        note(widget, "status tip", drawn(widget->statusTip(), Qt::AutoText));
        if (widget->isWindow() && widget->windowHandle())
            note(widget, "window title", widget->windowHandle()->title().remove(QChar(0x2060)));
        for (const QAction *action : widget->actions()) {
            note(widget, "action", withoutMnemonic(action->text()));
            note(widget, "action's tip", drawn(action->toolTip(), Qt::AutoText));
        }
        readText(widget);
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            readItems(view, view->rootIndex());
    }

    void readText(QWidget *widget)
    {
        if (const auto *label = qobject_cast<QLabel *>(widget))
            note(widget, "text",
                 label->buddy() ? withoutMnemonic(label->text()) : drawn(label->text(), label->textFormat()));
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            note(widget, "text", withoutMnemonic(button->text()));
        else if (const auto *box = qobject_cast<QGroupBox *>(widget))
            note(widget, "title", withoutMnemonic(box->title()));
        else if (const auto *menu = qobject_cast<QMenu *>(widget))
            note(widget, "title", withoutMnemonic(menu->title()));
        else if (const auto *plain = qobject_cast<QPlainTextEdit *>(widget))
            note(widget, "text", plain->toPlainText() + plain->placeholderText());
        else if (const auto *line = qobject_cast<QLineEdit *>(widget))
            readLine(line);
        else if (const auto *combo = qobject_cast<QComboBox *>(widget))
            readCombo(combo);
        else if (const auto *tabs = qobject_cast<QTabBar *>(widget))
            readTabs(tabs);
        else if (const auto *bar = qobject_cast<QProgressBar *>(widget))
            note(bar, "text", bar->text());
    }

    void readLine(const QLineEdit *line)
    {
        note(line, "text", line->text());
        note(line, "placeholder", line->placeholderText());
    }

    void readCombo(const QComboBox *combo)
    {
        for (int i = 0; i < combo->count(); ++i) {
            note(combo, "item", combo->itemText(i));
            note(combo, "item's tip", drawn(combo->itemData(i, Qt::ToolTipRole).toString(), Qt::AutoText));
        }
    }

    void readTabs(const QTabBar *tabs)
    {
        for (int i = 0; i < tabs->count(); ++i) {
            note(tabs, "tab", withoutMnemonic(tabs->tabText(i)));
            note(tabs, "tab's tip", drawn(tabs->tabToolTip(i), Qt::AutoText));
        }
    }

    void readItems(const QAbstractItemView *view, const QModelIndex &parent)
    {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                note(view, "cell", index.data(Qt::DisplayRole).toString());
                note(view, "cell's tip", drawn(index.data(Qt::ToolTipRole).toString(), Qt::AutoText));
                note(view, "cell's status", drawn(index.data(Qt::StatusTipRole).toString(), Qt::AutoText));
                if (column == 0)
                    readItems(view, index);
            }
        }
    }

    QList<ShownWords> m_words;
};

} // namespace Slipway::Test
