// The copy desk: the stories of an issue in the paper's dress, and their lines and headings once set,
// so that no price is paid twice while plans are tried.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "copy_fitting.h"
#include "headline.h"

namespace banwen::newsprint {

// How an article stands to a jump: complete here, left for another page, or arrived from one.
enum class Part { whole, leaving, arriving };

struct Copy {
    std::size_t story = 0;
    Position from;
    Part part = Part::whole;
    int other_page = 0;  // the page jumped to or from
};

class CopyDesk {
  public:
    CopyDesk(const TypeCase& type_case, const PaperStyle& style, const std::vector<Story>& stories);

    const TypeCase& type_case() const { return type_case_; }
    const PaperStyle& style() const { return style_; }
    std::size_t stories() const { return stories_.size(); }
    const Story& story(std::size_t index) const { return stories_[index]; }
    // The story with the marks of upright lines where the mode asks for them.
    const Story& story(std::size_t index, Mode mode) const;
    const std::vector<CopyLine>& lines(const Copy& copy, const BodyType& type, double measure) const;
    const Head& head(std::size_t story, const HeadDress& dress, double room, int columns) const;

  private:
    const TypeCase& type_case_;
    const PaperStyle& style_;
    const std::vector<Story>& stories_;
    std::vector<Story> upright_stories_;
    mutable std::map<std::string, std::vector<CopyLine>> lines_;
    mutable std::map<std::string, Head> heads_;
};

}  // namespace banwen::newsprint
