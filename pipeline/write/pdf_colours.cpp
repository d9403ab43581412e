// An ICC profile of version 4.2 for sRGB (IEC 61966-2-1), made of its published numbers: the primaries as
// seen under D50, the curve as the formula that it is.
#include "write/pdf_colours.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "write/big_endian.h"

namespace banwen {
namespace {

using Bytes = std::string;

// As s15Fixed16, in which ICC profiles have their numbers.
void put_numbers(Bytes& bytes, const std::vector<double>& values) {
    for (const double value : values)
        put32(bytes, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

Bytes element(std::string_view type) {
    return Bytes(type) + Bytes(4, '\0');
}

Bytes xyz(const std::vector<double>& values) {
    Bytes bytes = element("XYZ ");
    put_numbers(bytes, values);
    return bytes;
}

Bytes curve() {
    Bytes bytes = element("para");
    put16(bytes, 3);
    put16(bytes, 0);
    put_numbers(bytes, {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045});
    return bytes;
}

Bytes adaptation_to_d50() {
    Bytes bytes = element("sf32");
    put_numbers(bytes, {1.04788, 0.02292, -0.05019, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168});
    return bytes;
}

Bytes text(std::string_view ascii) {
    Bytes bytes = element("mluc");
    for (const std::uint32_t value : {1U, 12U})  // one record of 12 bytes
        put32(bytes, value);
    bytes += "enUS";
    put32(bytes, static_cast<std::uint32_t>(2 * ascii.size()));
    put32(bytes, 28);  // where it begins
    for (const char c : ascii)
        put16(bytes, static_cast<unsigned char>(c));
    return bytes;
}

struct Tag {
    const char* name;
    Bytes bytes;
};

std::vector<Tag> srgb_tags() {
    return {{"desc", text("sRGB")},
            {"cprt", text("No copyright, use freely")},
            {"wtpt", xyz({0.9642, 1, 0.8249})},
            {"chad", adaptation_to_d50()},
            {"rXYZ", xyz({0.43607, 0.22249, 0.01392})},
            {"gXYZ", xyz({0.38515, 0.71687, 0.09708})},
            {"bXYZ", xyz({0.14307, 0.06061, 0.71410})},
            {"rTRC", curve()},
            {"gTRC", curve()},
            {"bTRC", curve()}};
}

// `size` of the whole profile, in bytes.
Bytes header(std::size_t size) {
    Bytes bytes;
    put32(bytes, static_cast<std::uint32_t>(size));
    put32(bytes, 0);           // made with no named colour engine
    put32(bytes, 0x04200000);  // version 4.2
    bytes += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2024U, 1U, 1U, 0U, 0U, 0U})  // always the same date
        put16(bytes, part);
    bytes += "acsp";
    bytes.resize(68, '\0');
    put_numbers(bytes, {0.9642, 1, 0.8249});
    bytes.resize(128, '\0');
    return bytes;
}

Bytes srgb_profile() {
    const std::vector<Tag> tags = srgb_tags();
    constexpr std::size_t kHeader = 128;
    const std::size_t first = kHeader + 4 + 12 * tags.size();
    Bytes table, body;
    put32(table, static_cast<std::uint32_t>(tags.size()));
    for (const Tag& tag : tags) {
        table += tag.name;
        put32(table, static_cast<std::uint32_t>(first + body.size()));
        put32(table, static_cast<std::uint32_t>(tag.bytes.size()));
        body += tag.bytes;
        body.append((4 - body.size() % 4) % 4, '\0');
    }
    return header(first + body.size()) + table + body;
}

}  // namespace

void set_output_colours(QPDF& pdf) {
    QPDFObjectHandle profile = QPDFObjectHandle::newStream(&pdf, srgb_profile());
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    QPDFObjectHandle intent = QPDFObjectHandle::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        "/Info (sRGB IEC61966-2.1) >>");
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(profile));
    QPDFObjectHandle intents = QPDFObjectHandle::newArray();
    intents.appendItem(intent);
    pdf.getRoot().replaceKey("/OutputIntents", intents);
}

}  // namespace banwen
