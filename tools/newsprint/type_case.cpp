#include "type_case.h"

#include <map>
#include <numbers>
#include <stdexcept>
#include <tuple>

#include <pango/pangocairo.h>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

// Layouts are made once at this size and scaled while drawing: unhinted outlines scale without loss.
constexpr double kCaseEm = 64.0;

struct Sort {
    PangoLayout* layout = nullptr;
    double advance = 0;  // ems
    Box ink;             // ems
};

PangoContext* make_context(PangoFontMap* fonts) {
    PangoContext* context = pango_font_map_create_context(fonts);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

Box in_ems(const PangoRectangle& r) {
    const double unit = PANGO_SCALE * kCaseEm;
    return {r.x / unit, r.y / unit, r.width / unit, r.height / unit};
}

}  // namespace

struct TypeCase::Cache {
    // A font map of our own, since the shared one is never freed.
    PangoFontMap* fonts = pango_cairo_font_map_new();
    PangoContext* context = make_context(fonts);
    std::map<std::tuple<std::string, int, std::string>, Sort> sorts;

    const Sort& find(const Face& face, std::u32string_view text);
};

const Sort& TypeCase::Cache::find(const Face& face, std::u32string_view text) {
    auto [it, fresh] = sorts.try_emplace({face.family, face.weight, to_utf8(text)});
    Sort& sort = it->second;
    if (!fresh) return sort;
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, face.family.c_str());
    pango_font_description_set_weight(font, static_cast<PangoWeight>(face.weight));
    pango_font_description_set_absolute_size(font, kCaseEm * PANGO_SCALE);
    sort.layout = pango_layout_new(context);
    pango_layout_set_font_description(sort.layout, font);
    pango_font_description_free(font);
    const std::string& bytes = std::get<2>(it->first);
    pango_layout_set_text(sort.layout, bytes.data(), static_cast<int>(bytes.size()));
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(sort.layout, 0), &ink, &logical);
    sort.advance = in_ems(logical).w;
    sort.ink = in_ems(ink);
    return sort;
}

TypeCase::TypeCase() : cache_(std::make_unique<Cache>()) {}

TypeCase::~TypeCase() {
    for (auto& [key, sort] : cache_->sorts)
        g_object_unref(sort.layout);
    g_object_unref(cache_->context);
    g_object_unref(cache_->fonts);
}

void TypeCase::require(const std::string& family) const {
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_context_list_families(cache_->context, &families, &count);
    bool found = false;
    for (int i = 0; i < count; ++i)
        found |= family == pango_font_family_get_name(families[i]);
    g_free(families);
    if (!found) throw std::runtime_error("the font family is not installed: " + family);
}

double TypeCase::advance(const Face& face, std::u32string_view text) const {
    return cache_->find(face, text).advance * face.stretch;
}

Box TypeCase::ink(const Face& face, std::u32string_view text) const {
    const Box box = inset(cache_->find(face, text).ink, -face.swell / 2);
    return {box.x * face.stretch, box.y, box.w * face.stretch, box.h};
}

Box TypeCase::ink(const Face& face, std::u32string_view text, const Stand& stand) const {
    const Box ems = ink(face, text);
    const double em = stand.size;
    if (stand.turned)
        return {stand.at.x - ems.bottom() * em, stand.at.y + ems.x * em, ems.h * em, ems.w * em};
    return {stand.at.x + ems.x * em, stand.at.y + ems.y * em, ems.w * em, ems.h * em};
}

void TypeCase::show(cairo_t* context, const Face& face, std::u32string_view text, const Stand& stand) const {
    PangoLayoutLine* line = pango_layout_get_line_readonly(cache_->find(face, text).layout, 0);
    cairo_save(context);
    cairo_set_operator(context, stand.tone == Tone::paper ? CAIRO_OPERATOR_DEST_OUT : CAIRO_OPERATOR_OVER);
    cairo_set_source_rgba(context, 0, 0, 0, 1);
    cairo_translate(context, stand.at.x, stand.at.y);
    if (stand.turned) cairo_rotate(context, std::numbers::pi / 2);
    cairo_scale(context, stand.size / kCaseEm * face.stretch, stand.size / kCaseEm);
    cairo_move_to(context, 0, 0);
    if (face.swell > 0) {
        pango_cairo_layout_line_path(context, line);
        cairo_set_line_width(context, face.swell * kCaseEm);
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke(context);
        cairo_move_to(context, 0, 0);
    }
    pango_cairo_show_layout_line(context, line);
    cairo_restore(context);
}

}  // namespace banwen::newsprint
