// The only source of chance: the same seed gives the same throws on every machine, which the
// distributions of <random> do not promise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace banwen::newsprint {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 0x1234567ULL) {}

    // SplitMix64: any two seeds give unrelated sequences, also neighbouring ones.
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    // Uniform in [low, high).
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(next() >> 11) * 0x1.0p-53;
    }

    // Uniform in low..high, both included.
    int whole(int low, int high) {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }

    bool chance(double probability) { return between(0, 1) < probability; }

    // One of the values; the vector must not be empty.
    template <typename T>
    const T& pick(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(next() % values.size())];
    }

    template <typename T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[static_cast<std::size_t>(next() % i)]);
    }

    // Dice for one part of the work, so that a change there leaves the others' throws alone.
    Dice fork(std::uint64_t name) { return Dice(next() ^ (name * 0xD6E8FEB86659FD93ULL)); }

  private:
    std::uint64_t state_;
};

}  // namespace banwen::newsprint
