#include "recognize/lstm/kernels.h"

#include <cstdlib>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "recognize/lstm/forward_pass.h"

namespace banwen::lstm {
namespace {

// Networks and lines of random values: kernels must agree on any, not only on what a trained model gives.
class Random {
  public:
    explicit Random(unsigned seed) : generator_(seed) {}

    int whole(int least, int most) { return std::uniform_int_distribution(least, most)(generator_); }

    Weights weights(int outputs, int inputs) {
        Weights made{outputs, inputs, {}, {}};
        for (int i = 0; i < outputs * (inputs + 1); ++i)
            made.values.push_back(static_cast<std::int8_t>(whole(-128, 127)));
        for (int i = 0; i < outputs; ++i)
            made.scales.push_back(static_cast<float>(whole(1, 40)) * 2e-6F);
        return made;
    }

    Memory memory(int inputs, int units) {
        const int all = inputs + units;
        return {inputs,
                units,
                weights(units, all),
                weights(units, all),
                weights(units, all),
                weights(units, all)};
    }

    GrayImage line(int width, int height) {
        GrayImage image = blank_image(width, height);
        for (std::uint8_t& pixel : image.pixels)
            pixel = static_cast<std::uint8_t>(whole(0, 255));
        return image;
    }

  private:
    std::mt19937 generator_;
};

// `odd`: sizes that fill no vector.
Network random_network(Random& random, int odd) {
    Network network;
    const int reach = random.whole(1, 2);
    const int patch = 2 * reach + 1;
    network.convolution = {reach, reach, random.weights(16 - odd, patch * patch)};
    network.pooling = {random.whole(2, 3), 3};
    network.columns = random.memory(16 - odd, 32 - odd);
    network.lines = {{Direction::from_left, random.memory(32 - odd, 48 + odd)},
                     {Direction::from_right, random.memory(48 + odd, 32)}};
    network.output = random.weights(70 + odd, 32);
    return network;
}

std::vector<GrayImage> random_lines(Random& random) {
    std::vector<GrayImage> lines;
    for (const int width : {190, 120, 119, 60, 33, 31, 8})
        lines.push_back(random.line(width, random.whole(30, 48)));
    return lines;
}

std::vector<float> probabilities_of(const Network& network, const Kernels& kernels,
                                    const std::vector<GrayImage>& lines) {
    std::vector<const GrayImage*> images;
    for (const GrayImage& line : lines)
        images.push_back(&line);
    ForwardPass pass(network, kernels, 7);
    const Probabilities& result = pass.run(images);
    std::vector<float> all;
    for (int line = 0; line < result.lines(); ++line)
        for (int step = 0; step < result.steps(line); ++step)
            all.insert(all.end(), result.at(line, step), result.at(line, step) + network.codes());
    return all;
}

TEST(Kernels, GiveTheSameBytes) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        Random random(seed);
        const Network network = random_network(random, static_cast<int>(seed % 3));
        const std::vector<GrayImage> lines = random_lines(random);
        const std::vector<float> wanted = probabilities_of(network, usable_kernels().back(), lines);
        for (const Kernels& kernels : usable_kernels())
            EXPECT_TRUE(probabilities_of(network, kernels, lines) == wanted)
                << kernels.name << ", seed " << seed;
    }
}

TEST(Kernels, GiveProbabilities) {
    Random random(12);
    const Network network = random_network(random, 2);
    const std::vector<GrayImage> lines = random_lines(random);
    for (const Kernels& kernels : usable_kernels()) {
        const std::vector<float> probabilities = probabilities_of(network, kernels, lines);
        const auto codes = static_cast<std::size_t>(network.codes());
        for (std::size_t row = 0; row < probabilities.size(); row += codes) {
            double sum = 0;
            for (std::size_t code = 0; code < codes; ++code)
                sum += probabilities[row + code];
            EXPECT_NEAR(sum, 1, 1e-5);
        }
    }
}

TEST(Kernels, EndWithOnesForEveryProcessor) {
    EXPECT_EQ(usable_kernels().back().name, "portable");
}

class NamedKernels : public testing::Test {
  protected:
    static void name(const char* text) { setenv("BANWEN_CPU", text, 1); }
    ~NamedKernels() override { unsetenv("BANWEN_CPU"); }
};

TEST_F(NamedKernels, AreTaken) {
    name("portable");
    EXPECT_EQ(chosen_kernels().name, "portable");
    name("exact");
    EXPECT_EQ(chosen_kernels().name, "exact");
}

TEST_F(NamedKernels, ThatDoNotExistAreRefusedWithThoseThatDo) {
    name("abacus");
    try {
        chosen_kernels();
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::usage);
        EXPECT_THAT(error.what(),
                    testing::AllOf(testing::HasSubstr("abacus"), testing::HasSubstr("portable")));
    }
}

}  // namespace
}  // namespace banwen::lstm
