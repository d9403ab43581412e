#include "recognize/lstm/traineddata.h"

#include <algorithm>
#include <vector>

namespace banwen::lstm {

TrainedData::TrainedData(Bytes file) {
    ByteReader reader(file, "its table of components");
    const std::size_t count = reader.count(8);
    if (count == 0 || count > kMostComponents) damaged("it is no traineddata file");
    std::vector<std::int64_t> starts;
    for (std::size_t i = 0; i < count; ++i)
        starts.push_back(reader.i64());

    const auto first_byte = static_cast<std::int64_t>(file.size() - reader.left());
    const auto end_of_file = static_cast<std::int64_t>(file.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (starts[i] == -1) continue;
        if (starts[i] < first_byte || starts[i] > end_of_file)
            damaged("a component lies outside of the file");
        std::int64_t end = end_of_file;
        for (const std::int64_t next : starts)
            if (next > starts[i]) end = std::min(end, next);
        components_[i] =
            file.subspan(static_cast<std::size_t>(starts[i]), static_cast<std::size_t>(end - starts[i]));
    }
}

}  // namespace banwen::lstm
