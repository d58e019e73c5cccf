// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds a fuzzer the files of the folders or files it is given, each as it is, cut short at places, and with bytes
// changed at places: what the fuzzer found once, and a little of its work, with any compiler and in no time.
#include "tests/support/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

/// For the fuzzers that have none.
extern "C" [[gnu::weak]] int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

static void feed(const std::string &bytes)
{
    // of its own size, so that a sanitizer sees a read past its end
    const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

static std::size_t replay(const fs::path &file)
{
    constexpr std::size_t places = 48;
    std::ifstream stream(file, std::ios::binary);
    const std::string whole(std::istreambuf_iterator<char>(stream), {});
    std::cout << file.filename().string() << std::endl; // told before it can break
    feed(whole);
    std::size_t fed = 1;
    const std::size_t step = std::max<std::size_t>(1, whole.size() / places);
    for (std::size_t at = 0; at < whole.size(); at += step) {
        feed(whole.substr(0, at));
        for (const char other : {'\0', '"', '\n', '\xff'}) {
            std::string changed = whole;
            changed[at] = other;
            feed(changed);
        }
        fed += 5;
    }
    return fed;
}

static std::vector<fs::path> filesIn(const fs::path &place)
{
    if (fs::is_regular_file(place))
        return {place};
    std::vector<fs::path> files;
    for (const auto &entry : fs::recursive_directory_iterator(place)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    std::size_t fed = 0;
    for (int i = 1; i < argc; ++i) {
        for (const fs::path &file : filesIn(argv[i]))
            fed += replay(file);
    }
    std::cout << fed << " inputs, no promise broken" << std::endl;
    return fed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
