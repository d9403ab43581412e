// Each message goes behind its length in eight bytes: both ends run on one machine.
#include "batch/message_channel.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace banwen {
namespace {

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        // A worker that has died is an answer to the coordinator, and no reason to die with it.
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

}  // namespace

MessageChannel::~MessageChannel() {
    ::close(socket_);
}

bool MessageChannel::send(std::string_view message) {
    const std::uint64_t length = message.size();
    std::string bytes(sizeof length, '\0');
    std::memcpy(bytes.data(), &length, sizeof length);
    return send_all(socket_, bytes.append(message));
}

Received MessageChannel::take_message() {
    std::uint64_t length = 0;
    if (pending_.size() < sizeof length) return {};
    std::memcpy(&length, pending_.data(), sizeof length);
    if (pending_.size() - sizeof length < length) return {};
    Received received{Delivery::message, pending_.substr(sizeof length, length)};
    pending_.erase(0, sizeof length + length);
    return received;
}

Received MessageChannel::receive(std::chrono::milliseconds patience) {
    const auto begun = std::chrono::steady_clock::now();
    while (true) {
        Received received = take_message();
        if (received.delivery == Delivery::message) return received;
        if (closed_) return {Delivery::closed, {}};
        int wait = -1;
        if (patience.count() >= 0) {
            const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now() - begun);
            if (passed > patience) return {};
            wait = static_cast<int>((patience - passed).count());
        }
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, wait) == 0) return {};
        std::array<char, 1 << 16> block;
        const ssize_t count = ::recv(socket_, block.data(), block.size(), MSG_DONTWAIT);
        if (count > 0) pending_.append(block.data(), static_cast<std::size_t>(count));
        const bool failed = count < 0 && errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK;
        if (count == 0 || failed) closed_ = true;
    }
}

}  // namespace banwen
