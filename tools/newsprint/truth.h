// The truth of an issue as JSON (schema banwen-truth/1): what is printed, and where its ink lies on
// the worn scan. Made from the sheets and their proofs, never from a second reckoning.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "proof.h"
#include "wear.h"

namespace banwen::newsprint {

// One page as delivered. line_ink: as in Proof.
struct DeliveredPage {
    std::string file;
    int dpi = 300;
    Wear wear;
    SheetMap map;
    std::vector<std::vector<Box>> line_ink;
};

nlohmann::ordered_json describe_issue(const Issue& issue, const std::vector<DeliveredPage>& pages);

}  // namespace banwen::newsprint
