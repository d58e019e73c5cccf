// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wirewatch.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <optional>

#include <arpa/inet.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr int room = 256 * 1024 * 1024; // of the kernel's, for the notes of one reply
constexpr size_t headers = 128;

/// TCP over IPv4 from that port, on its way in (loopback shows every packet twice); its headers alone.
bool filter(int socket, quint16 port)
{
    sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, quint32(SKF_AD_OFF + SKF_AD_PKTTYPE)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PACKET_HOST, 0, 6),
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 9),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, IPPROTO_TCP, 0, 4),
        BPF_STMT(BPF_LDX | BPF_B | BPF_MSH, 0),
        BPF_STMT(BPF_LD | BPF_H | BPF_IND, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, port, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, headers),
        BPF_STMT(BPF_RET | BPF_K, 0),
    };
    const sock_fprog program{.len = std::size(code), .filter = code};
    return setsockopt(socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) == 0;
}

int openAt(quint16 port)
{
    const int opened = socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); // nothing comes before bind()
    sockaddr_ll loopback{};
    loopback.sll_family = AF_PACKET;
    loopback.sll_protocol = htons(ETH_P_IP);
    loopback.sll_ifindex = int(if_nametoindex("lo"));
    const int on = 1;
    const bool isReady = opened >= 0 && filter(opened, port) &&
                         setsockopt(opened, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room) == 0 &&
                         setsockopt(opened, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on) == 0 &&
                         bind(opened, reinterpret_cast<const sockaddr *>(&loopback), sizeof loopback) == 0;
    if (!isReady && opened >= 0)
        close(opened);
    return isReady ? opened : -1;
}

struct Packet
{
    quint16 to = 0;
    double at = 0;
    qint64 bytes = 0;
};

double timeIn(msghdr *message)
{
    for (cmsghdr *each = CMSG_FIRSTHDR(message); each; each = CMSG_NXTHDR(message, each)) {
        if (each->cmsg_level != SOL_SOCKET || each->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec time{};
        memcpy(&time, CMSG_DATA(each), sizeof time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    return 0;
}

std::optional<Packet> next(int socket)
{
    std::array<uchar, headers> bytes{};
    std::array<char, 256> notes{};
    iovec part{bytes.data(), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = notes.data();
    message.msg_controllen = notes.size();
    if (recvmsg(socket, &message, 0) < 40)
        return std::nullopt;
    const qsizetype ip = (bytes[0] & 15) * 4;
    const qsizetype tcp = (bytes[size_t(ip) + 12] >> 4) * 4;
    return Packet{.to = qFromBigEndian<quint16>(&bytes[size_t(ip) + 2]),
                  .at = timeIn(&message),
                  .bytes = qFromBigEndian<quint16>(&bytes[2]) - ip - tcp};
}

bool missedSome(int socket)
{
    tpacket_stats counted{};
    socklen_t size = sizeof counted;
    return getsockopt(socket, SOL_PACKET, PACKET_STATISTICS, &counted, &size) != 0 || counted.tp_drops > 0;
}

} // namespace

WireWatch::WireWatch(quint16 serverPort) : m_socket(openAt(serverPort)) {}

WireWatch::~WireWatch()
{
    if (m_socket >= 0)
        close(m_socket);
}

QList<WireWatch::Arrival> WireWatch::takeArrivals()
{
    if (m_socket < 0)
        return {};
    QHash<quint16, QList<Arrival>> connections;
    while (const auto packet = next(m_socket)) {
        QList<Arrival> &so = connections[packet->to];
        if (packet->bytes > 0)
            so.append({packet->at, packet->bytes + (so.isEmpty() ? 0 : so.constLast().bytes)});
    }
    if (missedSome(m_socket) || connections.isEmpty())
        return {};
    const auto came = [](const QList<Arrival> &each) { return each.isEmpty() ? 0 : each.constLast().bytes; };
    return *std::max_element(connections.cbegin(), connections.cend(),
                             [&](const auto &one, const auto &other) { return came(one) < came(other); });
}

} // namespace Slipway
