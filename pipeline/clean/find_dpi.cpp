#include "clean/find_dpi.h"

namespace banwen {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kSmallestTypeMm = 2.2;
constexpr double kLargestTypeMm = 6.0;
constexpr double kSure = 0.3;      // confidence of the type size below which it decides nothing
constexpr double kUsualDpi = 300;  // of a scan that tells nothing at all

}  // namespace

Resolution find_dpi(double file_dpi, const Found<double>& type_size, double default_type_mm) {
    const bool has_type = type_size.value > 0 && type_size.confidence >= kSure;
    if (!has_type) return {file_dpi > 0 ? file_dpi : kUsualDpi, file_dpi <= 0};
    if (file_dpi > 0) {
        const double type_mm = type_size.value / file_dpi * kMmPerInch;
        if (type_mm >= kSmallestTypeMm && type_mm <= kLargestTypeMm) return {file_dpi, false};
    }
    return {type_size.value * kMmPerInch / default_type_mm, true};
}

}  // namespace banwen
