// Each further look is laid beside the first by the cheapest alignment of their characters, where two glyphs
// of different text pair only when they stand in about the same place. What a place shows is then weighed by
// the product of the looks' confidences: a reading that one look is nearly sure of loses to one that both
// hold possible. A look that sees nothing at a place speaks for nothing with a fixed confidence.
//
// The errors of a network that is unsure change with the look, and those of two networks are not the same;
// what all of them misread alike stays misread.
#include "recognize/vote.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "core/characters.h"

namespace banwen {
namespace {

constexpr double kSeesNothing = 0.6;  // confidence of a look in there being no glyph where it has none
constexpr double kFloor = 0.001;      // confidence of a look in what it did not offer
constexpr double kOffPlace = 0.5;     // an edit's worth for an em between two glyphs
// Looks err alike in part: k of them are worth k to this power as if each had seen the line alone.
constexpr double kIndependence = 0.25;

const std::string& text_of(const Glyph& glyph) {
    return glyph.readings.front().text;
}

constexpr int kNone = -1;

// Indices of the glyphs that stand in the same place; kNone where one look has nothing.
struct Pair {
    int first = kNone;
    int other = kNone;
};

class Alignment {
  public:
    Alignment(const std::vector<Glyph>& first, const std::vector<Glyph>& other, double em)
        : first_(first), other_(other), em_(em), costs_((first.size() + 1) * (other.size() + 1)) {
        for (std::size_t i = 0; i <= first.size(); ++i)
            for (std::size_t j = 0; j <= other.size(); ++j)
                at(i, j) = cheapest(i, j);
    }

    std::vector<Pair> pairs() const {
        std::vector<Pair> pairs;
        std::size_t i = first_.size(), j = other_.size();
        while (i > 0 || j > 0) {
            Pair pair;
            if (i > 0 && j > 0 && cost(i, j) == cost(i - 1, j - 1) + change(i - 1, j - 1))
                pair = {static_cast<int>(--i), static_cast<int>(--j)};
            else if (i > 0 && cost(i, j) == cost(i - 1, j) + 1)
                pair.first = static_cast<int>(--i);
            else
                pair.other = static_cast<int>(--j);
            pairs.push_back(pair);
        }
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

  private:
    double& at(std::size_t i, std::size_t j) { return costs_[i * (other_.size() + 1) + j]; }
    double cost(std::size_t i, std::size_t j) const { return costs_[i * (other_.size() + 1) + j]; }

    double change(std::size_t i, std::size_t j) const {
        const double off = std::abs(first_[i].box.center().x - other_[j].box.center().x) / em_;
        return (text_of(first_[i]) == text_of(other_[j]) ? 0 : 1) + kOffPlace * std::min(off, 4.0);
    }

    double cheapest(std::size_t i, std::size_t j) const {
        if (i == 0 || j == 0) return static_cast<double>(i + j);
        return std::min({cost(i - 1, j - 1) + change(i - 1, j - 1), cost(i - 1, j) + 1, cost(i, j - 1) + 1});
    }

    const std::vector<Glyph>& first_;
    const std::vector<Glyph>& other_;
    double em_;
    std::vector<double> costs_;
};

// A mark is the same mark in either width, and a quotation mark whichever way it is turned: the networks
// write both at random.
std::string ballot_for(const std::string& text) {
    std::u32string characters = from_utf8(text);
    for (char32_t& c : characters) {
        if (c > 0xFF00 && c < 0xFF5F) c -= 0xFEE0;
        if (c == U'“' || c == U'”' || c == U'″') c = U'"';
    }
    return to_utf8(characters);
}

// What was offered at a place, by ballot.
struct Candidate {
    std::string text;  // as the first look that offered it writes it; "" for nothing
    double weight = 0;
};

struct Place {
    Glyph glyph;  // of the first look that has one here
    std::map<std::string, Candidate> candidates;
    int seen = 0;  // by so many looks
};

void offer(Place& place, const std::string& text, double confidence) {
    if (confidence <= kFloor) return;
    Candidate& candidate = place.candidates[ballot_for(text)];
    if (candidate.weight == 0) candidate.text = text;
    candidate.weight += std::log(confidence / kFloor);
}

void show(Place& place, const Glyph& glyph) {
    ++place.seen;
    std::map<std::string, double> best;  // a look has one vote for a ballot, however often it offers it
    for (const Reading& reading : glyph.readings) {
        double& confidence = best[ballot_for(reading.text)];
        if (confidence > 0) continue;
        confidence = reading.confidence;
        offer(place, reading.text, confidence);
    }
}

// Places of the first look, and before each (or, last, behind all) those of which it knows nothing.
struct Poll {
    std::vector<Place> places;
    std::vector<std::vector<Place>> between;
};

Poll first_poll(const std::vector<Glyph>& first) {
    Poll poll{{}, std::vector<std::vector<Place>>(first.size() + 1)};
    for (const Glyph& glyph : first) {
        poll.places.push_back({glyph, {}, 0});
        show(poll.places.back(), glyph);
    }
    return poll;
}

// The place from `from` on that has the glyph's text already, or a new one. Gives its index.
std::size_t newcomers_place(std::vector<Place>& places, std::size_t from, const Glyph& glyph) {
    for (std::size_t k = from; k < places.size(); ++k)
        if (text_of(places[k].glyph) == text_of(glyph)) return k;
    places.insert(places.begin() + static_cast<std::ptrdiff_t>(from), Place{glyph, {}, 0});
    return from;
}

void add_look(Poll& poll, const std::vector<Glyph>& first, const std::vector<Glyph>& look, double em) {
    std::size_t next = 0;   // glyph of the first look that comes next
    std::size_t taken = 0;  // newcomers before it
    for (const Pair& pair : Alignment(first, look, em).pairs()) {
        if (pair.first == kNone) {
            const Glyph& glyph = look[static_cast<std::size_t>(pair.other)];
            const std::size_t place = newcomers_place(poll.between[next], taken, glyph);
            show(poll.between[next][place], glyph);
            taken = place + 1;
            continue;
        }
        next = static_cast<std::size_t>(pair.first) + 1;
        taken = 0;
        if (pair.other != kNone) show(poll.places[next - 1], look[static_cast<std::size_t>(pair.other)]);
    }
}

// The place's glyph with its readings in the order of the votes; without readings where nothing won.
Glyph elected(Place place, int looks) {
    for (int unseen = place.seen; unseen < looks; ++unseen)
        offer(place, "", kSeesNothing);
    const double power = std::pow(looks, kIndependence - 1);
    double sum = 0, most = 0;
    for (const auto& [ballot, candidate] : place.candidates)
        most = std::max(most, candidate.weight);
    std::vector<Reading>& readings = place.glyph.readings;
    readings.clear();
    for (const auto& [ballot, candidate] : place.candidates) {
        readings.push_back({candidate.text, std::exp(power * (candidate.weight - most))});
        sum += readings.back().confidence;
    }
    for (Reading& reading : readings)
        reading.confidence /= sum;
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Reading& a, const Reading& b) { return a.confidence > b.confidence; });
    if (readings.empty() || readings.front().text.empty()) return {};
    std::erase_if(readings, [](const Reading& reading) { return reading.text.empty(); });
    return std::move(place.glyph);
}

}  // namespace

std::vector<Glyph> voted(std::span<const std::vector<Glyph>> looks, double type_size) {
    if (looks.empty()) return {};
    const std::vector<Glyph>& first = looks.front();
    if (looks.size() == 1) return first;
    Poll poll = first_poll(first);
    for (const std::vector<Glyph>& look : looks.subspan(1))
        add_look(poll, first, look, std::max(type_size, 1.0));

    std::vector<Glyph> result;
    const auto elect = [&](Place& place) {
        Glyph glyph = elected(std::move(place), static_cast<int>(looks.size()));
        if (!glyph.readings.empty()) result.push_back(std::move(glyph));
    };
    for (std::size_t i = 0; i <= first.size(); ++i) {
        for (Place& place : poll.between[i])
            elect(place);
        if (i < first.size()) elect(poll.places[i]);
    }
    return result;
}

}  // namespace banwen
