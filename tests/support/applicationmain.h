// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/application.h"

#include <QTest>

/// Like QTEST_MAIN, with the program's own application object: for what is painted, and when.
#define SLIPWAY_TEST_MAIN(TestObject)                                                                                  \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        Slipway::Application application(argc, argv);                                                                  \
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);                                                               \
        TestObject test;                                                                                               \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
