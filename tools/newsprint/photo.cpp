#include "photo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dice.h"

namespace banwen::newsprint {
namespace {

constexpr double kLinesPerInch = 85;  // what newsprint carries
constexpr double kScreenAngle = std::numbers::pi / 4;

// Smooth noise in one dimension: cosine between random heights at whole numbers.
class Ridge {
  public:
    Ridge(Dice& dice, int points) {
        for (int i = 0; i <= points + 1; ++i)
            heights_.push_back(dice.between(0, 1));
    }

    double at(double u) const {
        const double t = std::clamp(u, 0.0, 1.0) * static_cast<double>(heights_.size() - 2);
        const auto i = static_cast<std::size_t>(t);
        const double f = (1 - std::cos((t - std::floor(t)) * std::numbers::pi)) / 2;
        return heights_[i] * (1 - f) + heights_[i + 1] * f;
    }

  private:
    std::vector<double> heights_;
};

// Smooth noise in two dimensions, 0..1: what makes drawn surfaces look photographed.
class Texture {
  public:
    explicit Texture(Dice& dice) : knots_(kSide * kSide) {
        for (double& knot : knots_)
            knot = dice.between(0, 1);
    }

    double at(double x, double y) const {
        const double fx = x - std::floor(x);
        const double fy = y - std::floor(y);
        const double upper = mix(knot(x, y), knot(x + 1, y), fx);
        return mix(upper, mix(knot(x, y + 1), knot(x + 1, y + 1), fx), fy);
    }

  private:
    static constexpr std::size_t kSide = 64;

    static double mix(double a, double b, double f) { return a + (b - a) * f * f * (3 - 2 * f); }
    double knot(double x, double y) const {
        const auto i = static_cast<std::size_t>(std::floor(x)) % kSide;
        const auto j = static_cast<std::size_t>(std::floor(y)) % kSide;
        return knots_[j * kSide + i];
    }

    std::vector<double> knots_;
};

struct House {
    double left, right, eaves, ridge, tone;
};

// Someone seen from the waist up: x and y of the head's middle, its radius, tones of face and coat.
struct Person {
    double x, y, radius, face, coat;
};

// Sky, two ranges of hills, ground, houses, and perhaps people in front. u, v in 0..1 from the upper
// left; `shape` is width by height, so that heads stay round.
class Scene {
  public:
    Scene(Dice dice, double shape)
        : shape_(shape), far_(dice, 6), near_(dice, 10), texture_(dice), light_(dice.between(0.1, 0.9)) {
        horizon_ = dice.between(0.34, 0.6);
        for (int i = dice.whole(1, 6); i > 0; --i)
            add_house(dice);
        for (int i = dice.chance(0.6) ? dice.whole(1, 5) : 0; i > 0; --i)
            add_person(dice);
    }

    // Share of the paper that ink covers.
    double ink(double u, double v) const {
        const double grain = texture_.at(u * shape_ * 60, v * 60) - 0.5;
        const double cloud = texture_.at(u * shape_ * 4 + 9, v * 7) - 0.5;
        for (auto person = people_.rbegin(); person != people_.rend(); ++person)
            if (const double tone = person_tone(*person, u, v); tone >= 0)
                return tone + 0.12 * grain + 0.2 * cloud;
        for (const House& house : houses_)
            if (const double tone = house_tone(house, u, v); tone >= 0) return tone + 0.1 * grain;
        const double near = horizon_ - 0.14 * near_.at(u) + 0.012 * grain;
        const double far = horizon_ - 0.1 - 0.2 * far_.at(u);
        if (v < far) return 0.1 + 0.2 * std::abs(u - light_) + 0.22 * cloud;
        if (v < near) return 0.4 + 0.5 * (v - far) + 0.15 * grain + 0.1 * cloud;
        if (v < horizon_) return 0.72 + 0.3 * grain;
        const double furrow = texture_.at(u * shape_ * 9 + 30, v * v * 50) - 0.5;
        return 0.42 + 0.25 * (v - horizon_) + 0.4 * furrow + 0.15 * grain;
    }

  private:
    void add_house(Dice& dice) {
        const double left = dice.between(0, 0.9);
        const double wide = dice.between(0.06, 0.2);
        const double eaves = horizon_ + dice.between(-0.06, 0.08);
        houses_.push_back(
            {left, left + wide, eaves, eaves - dice.between(0.04, 0.1), dice.between(0.3, 0.8)});
    }

    void add_person(Dice& dice) {
        const double radius = dice.between(0.055, 0.1);
        people_.push_back({dice.between(0.08, 0.92), dice.between(0.42, 0.66), radius,
                           dice.between(0.18, 0.4), dice.between(0.3, 0.95)});
    }

    double person_tone(const Person& person, double u, double v) const {
        const double x = (u - person.x) * shape_ / person.radius;
        const double y = (v - person.y) / person.radius;
        if (x * x / 0.72 + y * y < 1) {
            const bool hair = y < -0.35 + 0.18 * x;
            return hair ? 0.9 : person.face + 0.16 * std::abs(x) + 0.08 * y;
        }
        // Sloping shoulders, then arms that widen a little towards the waist.
        const double shoulder = 1.15 + 0.5 * std::pow(std::abs(x) / 1.5, 3);
        const bool coat = y > shoulder && std::abs(x) < 1.85 + 0.06 * y;
        if (coat) return person.coat - 0.1 * std::cos(x * 2.2);
        return std::abs(x) < 0.4 && y > 0 && y < 1.3 ? person.face + 0.2 : -1;
    }

    static double house_tone(const House& house, double u, double v) {
        const double wide = house.right - house.left;
        const double along = (u - house.left) / wide;
        if (along < 0 || along > 1) return -1;
        const double roof = house.ridge + (house.eaves - house.ridge) * std::abs(along * 2 - 1);
        const double ground = house.eaves + wide * 0.8;
        if (v < roof || v > ground) return -1;
        if (v < house.eaves) return 0.82;
        const bool window = std::fmod(along * 4, 1.0) > 0.6 && std::fmod(v * 18, 1.0) > 0.55;
        return window ? 0.88 : house.tone * 0.5;
    }

    double shape_;
    Ridge far_;
    Ridge near_;
    Texture texture_;
    double light_;
    double horizon_ = 0.5;
    std::vector<House> houses_;
    std::vector<Person> people_;
};

// A plate in whole pixels, clipped to the raster.
struct Plate {
    int left, top, width, height;
};

Plate plate_of(const Box& box, int dpi, const Raster& ink) {
    const double scale = dpi / kMillimetresPerInch;
    Plate plate{std::max(0, static_cast<int>(box.x * scale)), std::max(0, static_cast<int>(box.y * scale)),
                static_cast<int>(box.w * scale), static_cast<int>(box.h * scale)};
    plate.width = std::min(plate.width, ink.width - plate.left);
    plate.height = std::min(plate.height, ink.height - plate.top);
    return plate;
}

// The screen that turns tones to dots: two crossed waves at 45 degrees.
class Screen {
  public:
    explicit Screen(int dpi) {
        const double turn = 2 * std::numbers::pi * kLinesPerInch / dpi;
        c_ = std::cos(kScreenAngle) * turn;
        s_ = std::sin(kScreenAngle) * turn;
    }

    // A soft threshold against the screen's hills gives dots with antialiased edges.
    std::uint8_t ink(double tone, int x, int y) const {
        const double screen = (std::cos(c_ * x + s_ * y) + std::cos(c_ * y - s_ * x) + 2) / 4;
        return static_cast<std::uint8_t>(std::lround(255 * std::clamp((tone - screen) * 3 + 0.5, 0.0, 1.0)));
    }

  private:
    double c_ = 0;
    double s_ = 0;
};

void print_photo(const Panel& panel, const Plate& plate, const Screen& screen, Raster& ink) {
    const Scene scene(Dice(*panel.photo), panel.box.w / panel.box.h);
    for (int y = 0; y < plate.height; ++y) {
        for (int x = 0; x < plate.width; ++x) {
            const double tone = std::clamp(
                scene.ink(static_cast<double>(x) / plate.width, static_cast<double>(y) / plate.height), 0.03,
                0.95);
            ink.at(plate.left + x, plate.top + y) = screen.ink(tone, x, y);
        }
    }
}

void print_tint(const Panel& panel, const Plate& plate, const Screen& screen, Raster& ink) {
    const bool plain = panel.grey <= 0 || panel.grey >= 1;
    const auto flat = static_cast<std::uint8_t>(panel.grey <= 0 ? 0 : 255);
    for (int y = 0; y < plate.height; ++y)
        for (int x = 0; x < plate.width; ++x)
            ink.at(plate.left + x, plate.top + y) = plain ? flat : screen.ink(panel.grey, x, y);
}

}  // namespace

void print_dots(const Panel& panel, int dpi, Raster& ink) {
    const Plate plate = plate_of(panel.box, dpi, ink);
    const Screen screen(dpi);
    if (panel.photo)
        print_photo(panel, plate, screen, ink);
    else
        print_tint(panel, plate, screen, ink);
}

}  // namespace banwen::newsprint
