#pragma once
#include <stddef.h>
#include <stdint.h>

/// One element. Ranges are bytes of the document's `text`; links are indices of nodes, 0 for none
/// (the root is node 0, and nobody's child or sibling).
typedef struct {
  /// The local name, without a namespace prefix.
  uint32_t name_start, name_length;
  /// The character data of an element without children; empty for others.
  uint32_t text_start, text_length;
  uint32_t first_child, next_sibling;
} xml_node;

typedef struct {
  xml_node *nodes;
  uint32_t node_count;
  /// UTF-8, whatever the encoding of the source.
  char *text;
  uint32_t text_count;
} xml_document;

typedef enum {
  xml_parsed,
  xml_malformed,
  /// A DOCTYPE, which no AWS answer has and attacks by entities need.
  xml_doctype,
  xml_too_deep,
  xml_too_large,
  xml_out_of_memory,
} xml_status;

/// Reads a whole document into a table; attributes, comments and instructions are skipped.
///
/// `detail` is set to a static text about malformed input, `line` to where parsing stopped. Release
/// the document with `xml_free`, also after a failure.
xml_status xml_parse(const uint8_t *bytes, size_t count, xml_document *document,
                     const char **detail, uint64_t *line);

void xml_free(xml_document *document);
