#include "draw/draw_overlay.h"

namespace banwen {

void draw_overlay(const CleanPage&, const Overlay&, const std::filesystem::path&, const DrawOptions&) {}

}  // namespace banwen
