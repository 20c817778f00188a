// Debian's simdjson, as the bound of what reading a document can cost.

#include "DOMParser.h"

#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

struct dom_parser {
    dom_parser(const uint8_t *bytes, size_t length) : document(reinterpret_cast<const char *>(bytes), length) {}

    simdjson::dom::parser parser;
    simdjson::padded_string document;
};

namespace {

struct values {
    std::vector<std::string> strings;
    int64_t count = 0;
    double sum = 0;
};

void walk(simdjson::dom::element element, values &values) {
    values.count += 1;
    switch (element.type()) {
    case simdjson::dom::element_type::ARRAY:
        for (auto child : simdjson::dom::array(element)) walk(child, values);
        break;
    case simdjson::dom::element_type::OBJECT:
        for (auto member : simdjson::dom::object(element)) walk(member.value, values);
        break;
    case simdjson::dom::element_type::STRING:
        values.strings.emplace_back(std::string_view(element));
        break;
    case simdjson::dom::element_type::INT64:
        values.sum += double(int64_t(element));
        break;
    case simdjson::dom::element_type::UINT64:
        values.sum += double(uint64_t(element));
        break;
    case simdjson::dom::element_type::DOUBLE:
        values.sum += double(element);
        break;
    case simdjson::dom::element_type::BOOL:
        values.sum += bool(element) ? 1 : 0;
        break;
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    }
}

} // namespace

dom_parser *dom_parser_make(const uint8_t *bytes, size_t length) {
    return new dom_parser(bytes, length);
}

void dom_parser_free(dom_parser *parser) { delete parser; }

int64_t dom_parser_read(dom_parser *parser) {
    simdjson::dom::element root;
    if (parser->parser.parse(parser->document).get(root)) return -1;
    values values;
    walk(root, values);
    return values.count + (values.sum == 0.5 ? 1 : 0);
}
