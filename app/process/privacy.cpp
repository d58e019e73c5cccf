// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/privacy.h"

#include <QtGlobal>

#include <cstdlib>
#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace Slipway {

// A core_pattern that is a pipe does not ask for the limit, only for the flag; so both. Without the flag the leak
// checker of a sanitizer cannot look into its own process, and a sandbox's portal does not know who calls.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__)
    if (!qEnvironmentVariableIsSet("FLATPAK_ID"))
        prctl(PR_SET_DUMPABLE, 0);
#endif
}

// Unsetting only drops the pointer: the text itself stays where the kernel shows it to others, hence the overwriting.
QByteArray takeFromEnvironment(const char *name)
{
    char *held = std::getenv(name);
    if (!held)
        return {};
    const QByteArray value = QByteArray(held).trimmed();
    std::memset(held, 0, std::strlen(held));
    qunsetenv(name);
    return value;
}

} // namespace Slipway
