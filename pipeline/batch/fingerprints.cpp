#include "batch/fingerprints.h"

#include "core/error.h"
#include "scan/fingerprint.h"

namespace banwen {
namespace {

std::string fingerprint_or_nothing(const std::string& file) {
    try {
        return fingerprint_of(file);
    } catch (const Error&) {
        return "";
    }
}

}  // namespace

std::string Fingerprints::of(const std::string& file) {
    std::promise<std::string> promise;
    std::shared_future<std::string> result;
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        const auto [place, inserted] = known_.try_emplace(file);
        if (inserted) place->second = promise.get_future().share();
        first = inserted;
        result = place->second;
    }
    if (first) promise.set_value(fingerprint_or_nothing(file));
    return result.get();
}

}  // namespace banwen
