#include "model_parts.h"

#include <cstring>

namespace banwen {
namespace {

using lstm::Component;
using lstm::TrainedData;

template <typename Value>
void append(ModelBytes& to, Value value) {
    const auto at = to.size();
    to.resize(at + sizeof value);
    std::memcpy(to.data() + at, &value, sizeof value);
}

constexpr std::size_t kComponents = 24;

}  // namespace

ModelBytes component_of(const ModelBytes& file, Component which) {
    const lstm::Bytes bytes = TrainedData({file.data(), file.size()}).component(which);
    return {bytes.begin(), bytes.end()};
}

ModelBytes with_component(const ModelBytes& file, Component which, const ModelBytes& bytes) {
    const TrainedData data({file.data(), file.size()});
    std::vector<lstm::Bytes> components;
    for (std::size_t i = 0; i < kComponents; ++i)
        components.push_back(i == static_cast<std::size_t>(which)
                                 ? lstm::Bytes{bytes.data(), bytes.size()}
                                 : data.component(static_cast<Component>(i)));
    ModelBytes made;
    append(made, static_cast<std::uint32_t>(kComponents));
    auto place = static_cast<std::int64_t>(sizeof(std::uint32_t) + kComponents * sizeof(std::int64_t));
    for (const lstm::Bytes& component : components) {
        append(made, component.empty() ? std::int64_t{-1} : place);
        place += static_cast<std::int64_t>(component.size());
    }
    for (const lstm::Bytes& component : components)
        made.insert(made.end(), component.begin(), component.end());
    return made;
}

ModelBytes without_dictionaries(const ModelBytes& file) {
    ModelBytes stripped = file;
    for (const Component which : {Component::punctuation_dawg, Component::word_dawg, Component::number_dawg})
        stripped = with_component(stripped, which, {});
    return stripped;
}

}  // namespace banwen
