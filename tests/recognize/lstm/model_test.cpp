#include "recognize/lstm/model.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "recognize/lstm/model_files.h"

namespace banwen::lstm {
namespace {

using test::model_file;
using testing::HasSubstr;

Model read(const ModelBytes& bytes) {
    return read_model({bytes.data(), bytes.size()});
}

// What is said about it; "" when it is read.
std::string fault_of(const ModelBytes& bytes) {
    try {
        read(bytes);
        return "";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::model);
        return error.what();
    }
}

TEST(ReadModel, KnowsModelsOfAnyAndOfAFixedHeight) {
    const Model accurate = read(model_file("accurate"));
    EXPECT_EQ(accurate.network.input_height, 0);
    EXPECT_EQ(accurate.network.codes(), 388);
    EXPECT_EQ(accurate.characters.size(), 5074);
    EXPECT_FALSE(accurate.dictionary.empty());
    const Model fast = read(model_file("fast"));
    EXPECT_EQ(fast.network.input_height, 48);
    const Model english = read(model_file("eng"));
    EXPECT_FALSE(english.characters.has_unspaced_script);
}

TEST(ReadModel, TakesTheBlacklistFromTheModelsSettings) {
    const Model model = read(model_file("accurate"));
    int forbidden = 0;
    for (const Character& character : model.characters.characters)
        if (!character.enabled) {
            ++forbidden;
            EXPECT_THAT(std::string("氵宀灬丿丶ˇ幺扌亻〆‰囗"), HasSubstr(character.text));
        }
    EXPECT_GT(forbidden, 0);
}

TEST(ReadModel, RefusesATruncatedFileWhereverItEnds) {
    const ModelBytes whole = model_file("accurate");
    // Everywhere near the beginning, where the lengths stand, then in growing strides.
    for (std::size_t size = 0; size < whole.size(); size += size < 3000 ? 7 : size / 23) {
        const ModelBytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_NE(fault_of(part), "") << size;
    }
}

TEST(ReadModel, RefusesATruncatedComponentWhereverItEnds) {
    const ModelBytes whole = model_file("fast");
    for (const Component which :
         {Component::network, Component::word_dawg, Component::unicharset, Component::recoder}) {
        const ModelBytes component = component_of(whole, which);
        for (std::size_t size = 1; size < component.size(); size += 1 + size / 5) {
            const ModelBytes part(component.begin(), component.begin() + static_cast<std::ptrdiff_t>(size));
            EXPECT_NE(fault_of(with_component(whole, which, part)), "")
                << static_cast<int>(which) << ' ' << size;
        }
    }
}

TEST(ReadModel, NeverBreaksOnChangedBytes) {
    const ModelBytes whole = model_file("eng");
    const ModelBytes network = component_of(whole, Component::network);
    const ModelBytes codes = component_of(whole, Component::recoder);
    std::mt19937 random(5);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        const bool in_network = round % 2 == 0;
        ModelBytes changed = in_network ? network : codes;
        for (int i = 0; i < 3; ++i)
            changed[random() % std::min<std::size_t>(changed.size(), 4000)] =
                static_cast<std::uint8_t>(random());
        refused +=
            fault_of(with_component(whole, in_network ? Component::network : Component::recoder, changed))
                    .empty()
                ? 0
                : 1;
    }
    EXPECT_GT(refused, 20);
}

TEST(ReadModel, SaysThatThereIsNoNetwork) {
    EXPECT_THAT(fault_of(with_component(model_file("fast"), Component::network, {})),
                HasSubstr("no LSTM network"));
}

TEST(ReadModel, NamesALayerThatItDoesNotKnow) {
    const ModelBytes whole = model_file("fast");
    ModelBytes network = component_of(whole, Component::network);
    const std::string known = "SummLSTM", other = "SummGRUx";
    const auto place = std::search(network.begin(), network.end(), known.begin(), known.end());
    ASSERT_NE(place, network.end());
    std::copy(other.begin(), other.end(), place);
    EXPECT_THAT(fault_of(with_component(whole, Component::network, network)), HasSubstr(other));
}

TEST(ReadModel, TakesAModelWithoutDictionaries) {
    EXPECT_TRUE(read(without_dictionaries(model_file("fast"))).dictionary.empty());
}

}  // namespace
}  // namespace banwen::lstm
