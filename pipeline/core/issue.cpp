#include "core/issue.h"

namespace banwen {

std::string_view name_of(PageStatus status) {
    switch (status) {
        case PageStatus::read:
            return "read";
        case PageStatus::blank:
            return "blank";
        case PageStatus::failed:
            return "failed";
    }
    return "failed";
}

}  // namespace banwen
