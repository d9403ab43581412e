#include "recognize/lstm/model.h"

#include "core/error.h"
#include "recognize/lstm/traineddata.h"

namespace banwen::lstm {
namespace {

constexpr int kHasCodes = 64;
constexpr std::int64_t kSeedFactor = 0x10000001;

// What follows the network in its component.
struct Trailer {
    int flags = 0;
    int samples = 0;  // of the training; Tesseract's noise is seeded with it
    int null_code = 0;
};

Trailer read_trailer(ByteReader& reader) {
    reader.string();  // the network's shape in words
    Trailer trailer;
    trailer.flags = reader.i32();
    reader.i32();  // iterations of the training
    trailer.samples = reader.i32();
    trailer.null_code = reader.i32();
    reader.skip(3 * sizeof(float));  // rates of the training
    return trailer;
}

Dictionary read_dictionary(const TrainedData& data) {
    return {Dawg(data.component(Component::punctuation_dawg)), Dawg(data.component(Component::word_dawg)),
            Dawg(data.component(Component::number_dawg))};
}

}  // namespace

Model read_model(Bytes file) {
    const TrainedData data(file);
    if (data.component(Component::network).empty())
        throw Error(ExitCode::model, "the model has no LSTM network");
    ByteReader reader(data.component(Component::network), "its network");
    Network network = read_network(reader);

    // Characters and codes have components of their own, or stand around the network's last figures.
    ByteReader own_set(data.component(Component::unicharset), "its set of characters");
    ByteReader own_codes(data.component(Component::recoder), "its codes");
    const bool apart = own_set.left() > 0 && own_codes.left() > 0;
    CharacterSet characters = read_character_set(apart ? own_set : reader);
    const Trailer trailer = read_trailer(reader);
    if ((trailer.flags & kHasCodes) == 0)
        throw Error(ExitCode::model, "the model writes characters without codes, which is not known here");
    CodeTrie codes(apart ? own_codes : reader, characters.size(), network.codes());
    if (trailer.null_code < 0 || trailer.null_code >= network.codes()) damaged("its null code is none");
    forbid_blacklist(characters, data.component(Component::config));
    return {std::move(network), std::move(characters),         std::move(codes),
            trailer.null_code,  kSeedFactor * trailer.samples, read_dictionary(data)};
}

}  // namespace banwen::lstm
