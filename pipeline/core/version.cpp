#include "core/version.h"

namespace banwen {

std::string_view version() {
    return BANWEN_VERSION;
}

}  // namespace banwen
