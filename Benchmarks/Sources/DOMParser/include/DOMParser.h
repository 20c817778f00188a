// simdjson behind functions that Swift can call.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with a document of its own, which has the room behind it that simdjson asks for.
typedef struct dom_parser dom_parser;

dom_parser *dom_parser_make(const uint8_t *bytes, size_t length);
void dom_parser_free(dom_parser *parser);

/// Parses the document, walks all of it and copies each string into one of its own: the least that reading it into values
/// costs. Gives back how many values it holds, -1 if it cannot be parsed.
int64_t dom_parser_read(dom_parser *parser);

#ifdef __cplusplus
}
#endif
