#include "xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum {
  deepest = 64,
  // Keeps every offset below 2^32: converting to UTF-8 makes at most two bytes of one.
  largest = 1 << 30,
  chunk = 1 << 24,
};

typedef struct {
  XML_Parser parser;
  xml_document *document;
  uint32_t node_capacity, text_capacity;
  uint32_t depth;
  // The open elements, and the last child of each.
  uint32_t open[deepest], last_child[deepest];
  xml_status status;
} builder;

static void stop(builder *b, xml_status status) {
  b->status = status;
  XML_StopParser(b->parser, XML_FALSE);
}

/// Makes room for `extra` more items of `size` bytes; doubles, so that appending stays linear.
static int reserve(void **items, uint32_t *capacity, uint32_t count, uint32_t extra, size_t size) {
  if (*capacity - count >= extra) return 1;
  uint64_t wanted = (uint64_t)*capacity * 2;
  if (wanted < (uint64_t)count + extra) wanted = (uint64_t)count + extra;
  if (wanted > UINT32_MAX) return 0;
  void *grown = realloc(*items, wanted * size);
  if (!grown) return 0;
  *items = grown;
  *capacity = (uint32_t)wanted;
  return 1;
}

static int append_text(builder *b, const char *bytes, uint32_t count) {
  xml_document *d = b->document;
  if (!reserve((void **)&d->text, &b->text_capacity, d->text_count, count, 1)) return 0;
  memcpy(d->text + d->text_count, bytes, count);
  d->text_count += count;
  return 1;
}

/// Drops what lies between an element's tag and its first child: indentation, as a rule.
static void drop_text(xml_document *d, xml_node *node) {
  d->text_count -= node->text_length;
  node->text_length = 0;
}

static void link_node(builder *b, uint32_t index) {
  if (b->depth == 0) return;
  xml_node *nodes = b->document->nodes;
  uint32_t *last = &b->last_child[b->depth - 1];
  if (*last == 0) {
    xml_node *parent = &nodes[b->open[b->depth - 1]];
    drop_text(b->document, parent);
    parent->first_child = index;
  } else {
    nodes[*last].next_sibling = index;
  }
  *last = index;
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  (void)attributes;
  builder *b = user;
  xml_document *d = b->document;
  if (b->depth == deepest) return stop(b, xml_too_deep);
  if (!reserve((void **)&d->nodes, &b->node_capacity, d->node_count, 1, sizeof(xml_node)))
    return stop(b, xml_out_of_memory);
  uint32_t index = d->node_count++;
  d->nodes[index] = (xml_node){0};
  link_node(b, index);

  const char *colon = strchr(name, ':');
  const char *local = colon ? colon + 1 : name;
  uint32_t length = (uint32_t)strlen(local), start = d->text_count;
  if (!append_text(b, local, length)) return stop(b, xml_out_of_memory);
  d->nodes[index].name_start = start;
  d->nodes[index].name_length = length;
  d->nodes[index].text_start = start + length;
  b->open[b->depth] = index;
  b->last_child[b->depth] = 0;
  b->depth++;
}

static void XMLCALL on_end(void *user, const XML_Char *name) {
  (void)name;
  ((builder *)user)->depth--;
}

static void XMLCALL on_text(void *user, const XML_Char *bytes, int count) {
  builder *b = user;
  xml_node *node = &b->document->nodes[b->open[b->depth - 1]];
  if (node->first_child != 0) return;
  if (!append_text(b, bytes, (uint32_t)count)) return stop(b, xml_out_of_memory);
  node->text_length += (uint32_t)count;
}

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system_id,
                               const XML_Char *public_id, int has_internal_subset) {
  (void)name, (void)system_id, (void)public_id, (void)has_internal_subset;
  stop(user, xml_doctype);
}

static xml_status feed(builder *b, const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  do {
    size_t length = count - offset < chunk ? count - offset : chunk;
    int is_final = offset + length == count;
    if (XML_Parse(b->parser, (const char *)bytes + offset, (int)length, is_final) != XML_STATUS_OK)
      return b->status != xml_parsed ? b->status
             : XML_GetErrorCode(b->parser) == XML_ERROR_NO_MEMORY ? xml_out_of_memory
                                                                  : xml_malformed;
    offset += length;
  } while (offset < count);
  return xml_parsed;
}

xml_status xml_parse(const uint8_t *bytes, size_t count, xml_document *document,
                     const char **detail, uint64_t *line) {
  *document = (xml_document){0};
  *detail = "";
  *line = 0;
  if (count > largest) return xml_too_large;
  XML_Parser parser = XML_ParserCreate(NULL);
  if (!parser) return xml_out_of_memory;
  builder b = {.parser = parser, .document = document, .status = xml_parsed};
  XML_SetUserData(parser, &b);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  xml_status status = feed(&b, bytes, count);
  if (status == xml_malformed) *detail = XML_ErrorString(XML_GetErrorCode(parser));
  *line = XML_GetCurrentLineNumber(parser);
  XML_ParserFree(parser);
  return status;
}

void xml_free(xml_document *document) {
  free(document->nodes);
  free(document->text);
  *document = (xml_document){0};
}
