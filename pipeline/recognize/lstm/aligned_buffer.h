// Memory for vectors: begins where a cache line does, keeps its size until more is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>

namespace banwen::lstm {

class AlignedBuffer {
  public:
    // At least `bytes` bytes of no certain content; what was there before may be gone.
    std::byte* hold(std::size_t bytes) {
        if (bytes > size_) {
            memory_.reset(static_cast<std::byte*>(::operator new(bytes, kAlignment)));
            size_ = bytes;
        }
        return memory_.get();
    }

    std::byte* data() const { return memory_.get(); }

  private:
    static constexpr std::align_val_t kAlignment{64};
    struct Delete {
        void operator()(std::byte* memory) const { ::operator delete(memory, kAlignment); }
    };
    std::unique_ptr<std::byte, Delete> memory_;
    std::size_t size_ = 0;
};

}  // namespace banwen::lstm
