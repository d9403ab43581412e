#include "scan/pdf_page_content.h"

#include <set>
#include <string>
#include <vector>

namespace banwen {
namespace {

const std::set<std::string>& painting_operators() {
    static const std::set<std::string> names = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"};
    return names;
}

const std::set<std::string>& text_operators() {
    static const std::set<std::string> names = {"Tj", "TJ", "'", "\""};
    return names;
}

struct GraphicsState {
    QPDFMatrix place;
    int text_mode = 0;
    bool opaque = true;
    bool text_is_visible() const { return text_mode != 3 && text_mode != 7; }
};

using Rectangle = QPDFObjectHandle::Rectangle;

bool lets_through(QPDFObjectHandle image) {
    QPDFObjectHandle dict = image.getDict();
    QPDFObjectHandle mask = dict.getKey("/ImageMask");
    return (mask.isBool() && mask.getBoolValue()) || !dict.getKey("/SMask").isNull() ||
           !dict.getKey("/Mask").isNull();
}

bool is_opaque(QPDFObjectHandle graphics_state) {
    QPDFObjectHandle blending = graphics_state.getKeyIfDict("/BM");
    QPDFObjectHandle share = graphics_state.getKeyIfDict("/ca");
    QPDFObjectHandle mask = graphics_state.getKeyIfDict("/SMask");
    const bool normal = blending.isNull() || (blending.isName() && blending.getName() == "/Normal");
    return normal && (!share.isNumber() || share.getNumericValue() >= 1) && !mask.isDictionary();
}

// To within the rounding of a producer: a fiftieth of the page's side.
bool covers(const QPDFMatrix& place, const Rectangle& page) {
    const Rectangle box = place.transformRectangle({0, 0, 1, 1});
    const double x = (page.urx - page.llx) / 50;
    const double y = (page.ury - page.lly) / 50;
    return box.llx <= page.llx + x && box.lly <= page.lly + y && box.urx >= page.urx - x &&
           box.ury >= page.ury - y;
}

// Follows the operators of a content stream as far as they say where images stand.
class ContentWalk : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentWalk(QPDFPageObjectHelper holder, GraphicsState state, const Rectangle& visible,
                PdfPageContent& content, int depth)
        : resources_(holder.getAttribute("/Resources", false)),
          visible_(visible),
          content_(content),
          state_(state),
          depth_(depth) {}

    void handleObject(QPDFObjectHandle object, size_t, size_t) override {
        if (object.isInlineImage()) content_.other_marks = true;
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        run(object.getOperatorValue());
        operands_.clear();
    }

    void handleEOF() override {}

  private:
    void run(const std::string& name) {
        if (painting_operators().contains(name)) content_.other_marks = true;
        if (text_operators().contains(name) && state_.text_is_visible()) content_.other_marks = true;
        if (name == "q") saved_.push_back(state_);
        if (name == "Q" && !saved_.empty()) {
            state_ = saved_.back();
            saved_.pop_back();
        }
        if (name == "Tr" && operands_.size() == 1) state_.text_mode = static_cast<int>(number(0));
        if (name == "cm" && operands_.size() == 6)
            state_.place.concat({number(0), number(1), number(2), number(3), number(4), number(5)});
        const bool named = operands_.size() == 1 && operands_[0].isName();
        if (name == "gs" && named) state_.opaque = is_opaque(resource("/ExtGState"));
        if (name == "Do" && named) show(resource("/XObject"));
    }

    double number(std::size_t i) { return operands_[i].isNumber() ? operands_[i].getNumericValue() : 0; }

    QPDFObjectHandle resource(const char* kind) {
        return resources_.getKeyIfDict(kind).getKeyIfDict(operands_[0].getName());
    }

    void show(QPDFObjectHandle object) {
        if (object.isImage(false)) {
            show_image(object);
        } else if (object.isFormXObject()) {
            show_form(object);
        }
    }

    void show_image(const QPDFObjectHandle& image) {
        const bool hides_all = state_.opaque && !lets_through(image) && covers(state_.place, visible_);
        if (hides_all) content_ = {};
        ++content_.images;
        content_.image = image;
        content_.place = state_.place;
    }

    void show_form(QPDFObjectHandle form) {
        constexpr int kDeepest = 8;
        if (depth_ >= kDeepest) {
            content_.other_marks = true;
            return;
        }
        GraphicsState inside = state_;
        QPDFObjectHandle matrix = form.getDict().getKey("/Matrix");
        if (matrix.isMatrix()) inside.place.concat(QPDFMatrix(matrix.getArrayAsMatrix()));
        QPDFPageObjectHelper holder(form);
        ContentWalk walk(holder, inside, visible_, content_, depth_ + 1);
        holder.parseContents(&walk);
    }

    QPDFObjectHandle resources_;
    Rectangle visible_;
    PdfPageContent& content_;
    GraphicsState state_;
    int depth_ = 0;
    std::vector<GraphicsState> saved_;
    std::vector<QPDFObjectHandle> operands_;
};

}  // namespace

PdfPageContent look_at_page(QPDFPageObjectHelper page, const Rectangle& visible) {
    PdfPageContent content;
    ContentWalk walk(page, {}, visible, content, 0);
    page.parseContents(&walk);
    return content;
}

}  // namespace banwen
