// A socket between the coordinator and one worker, over which whole messages go.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace banwen {

enum class Delivery {
    message,
    nothing_yet,
    closed,  // the other side is gone; what it sent before has been received
};

struct Received {
    Delivery delivery = Delivery::nothing_yet;
    std::string bytes;  // of a message
};

// Owns one end of the socket. Belongs to one thread.
class MessageChannel {
  public:
    explicit MessageChannel(int socket) : socket_(socket) {}
    ~MessageChannel();
    MessageChannel(const MessageChannel&) = delete;
    MessageChannel& operator=(const MessageChannel&) = delete;

    // Whether the other side was there to take it.
    [[nodiscard]] bool send(std::string_view message);

    // The next message; nothing_yet when `patience` has passed without. A patience below 0 has no end.
    Received receive(std::chrono::milliseconds patience);

  private:
    Received take_message();

    int socket_;
    std::string pending_;  // what has come in of messages not yet taken
    bool closed_ = false;
};

}  // namespace banwen
