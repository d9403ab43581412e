// What a finder returns: a value and how sure it is of it.
#pragma once

namespace banwen {

// confidence 0..1. Below the finder's own threshold the caller leaves the page as it stands.
template <typename T>
struct Found {
    T value{};
    double confidence = 0;
};

}  // namespace banwen
