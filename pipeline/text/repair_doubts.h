// Doubtful readings overturned by the paper's own text, a name that was read well elsewhere in the issue, or
// by how the language goes.
#pragma once

#include "core/issue.h"
#include "text/clean_text.h"

namespace banwen {

// A glyph whose best reading is doubtful takes another one that the recognizer offered, where the sure
// text of the issue holds that one between the same neighbours at least twice, and the best one never.
// The chosen reading moves to the front, the others stay behind it. Where the paper is silent the
// language may speak, if `evidence` asks for it and knows_language(): it takes another reading that
// makes the run of Han characters around it clearly likelier, how sure the recognizer was of either
// counted in. Numerals are facts and stay as they were read; so do the few characters of a name or a
// credit that stand alone. Every change is in the ledger with both readings.
Issue repair_doubts(Issue issue, Evidence evidence);

}  // namespace banwen
