#include "transport.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { pool_size = 64 };

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
} buffer;

struct transport_engine {
  CURLM *multi;
  char *user_agent, *ca_bundle, *http_proxy, *https_proxy, *no_proxy;
  size_t largest_body;
  /// Idle transfers, kept with their easy handles and buffers.
  transport_transfer *pool[pool_size];
  size_t pooled;
};

struct transport_transfer {
  transport_engine *engine;
  CURL *easy;
  uint64_t id;
  struct curl_slist *header_lines;
  buffer body, headers;
  CURLcode code;
  int is_running;
  char problem[CURL_ERROR_SIZE];
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static CURLcode start_code;
static void start_libcurl(void) { start_code = curl_global_init(CURL_GLOBAL_DEFAULT); }

static int append(buffer *to, const void *from, size_t count) {
  if (to->capacity - to->count < count) {
    size_t capacity = to->capacity ? to->capacity : 4096;
    while (capacity - to->count < count) capacity *= 2;
    uint8_t *bytes = realloc(to->bytes, capacity);
    if (!bytes) return 0;
    to->bytes = bytes;
    to->capacity = capacity;
  }
  memcpy(to->bytes + to->count, from, count);
  to->count += count;
  return 1;
}

static size_t body_arrived(char *bytes, size_t size, size_t number, void *context) {
  transport_transfer *transfer = context;
  size_t count = size * number;
  if (count > transfer->engine->largest_body - transfer->body.count) return 0;
  return append(&transfer->body, bytes, count) ? count : 0;
}

static size_t header_arrived(char *bytes, size_t size, size_t number, void *context) {
  transport_transfer *transfer = context;
  size_t count = size * number;
  /* A status line begins a block: `100 Continue` and a proxy's answer come before the real one. */
  if (count >= 5 && memcmp(bytes, "HTTP/", 5) == 0) transfer->headers.count = 0;
  if (count > transfer->engine->largest_body - transfer->headers.count) return 0;
  return append(&transfer->headers, bytes, count) ? count : 0;
}

/// Returns 0 when memory is out.
static int copy(char **to, const char *text) {
  *to = text ? strdup(text) : NULL;
  return !text || *to;
}

transport_engine *transport_open(const transport_settings *settings) {
  pthread_once(&once, start_libcurl);
  if (start_code != CURLE_OK) return NULL;
  transport_engine *engine = calloc(1, sizeof *engine);
  if (!engine) return NULL;
  engine->multi = curl_multi_init();
  engine->largest_body = settings->largest_body;
  if (!engine->multi || !copy(&engine->user_agent, settings->user_agent) ||
      !copy(&engine->ca_bundle, settings->ca_bundle) ||
      !copy(&engine->http_proxy, settings->http_proxy) ||
      !copy(&engine->https_proxy, settings->https_proxy) ||
      !copy(&engine->no_proxy, settings->no_proxy)) {
    transport_close(engine);
    return NULL;
  }
  /* Otherwise libcurl keeps four connections for each running transfer and closes the others. */
  curl_multi_setopt(engine->multi, CURLMOPT_MAXCONNECTS, settings->kept_connections);
  return engine;
}

static void destroy(transport_transfer *transfer) {
  curl_slist_free_all(transfer->header_lines);
  if (transfer->easy) curl_easy_cleanup(transfer->easy);
  free(transfer->body.bytes);
  free(transfer->headers.bytes);
  free(transfer);
}

void transport_close(transport_engine *engine) {
  while (engine->pooled) destroy(engine->pool[--engine->pooled]);
  if (engine->multi) curl_multi_cleanup(engine->multi);
  free(engine->user_agent);
  free(engine->ca_bundle);
  free(engine->http_proxy);
  free(engine->https_proxy);
  free(engine->no_proxy);
  free(engine);
}

void transport_run(transport_engine *engine) {
  int running;
  curl_multi_perform(engine->multi, &running);
}

void transport_wait(transport_engine *engine, int milliseconds) {
  curl_multi_poll(engine->multi, NULL, 0, milliseconds, NULL);
}

void transport_wake(transport_engine *engine) { curl_multi_wakeup(engine->multi); }

static transport_transfer *take(transport_engine *engine) {
  if (engine->pooled) return engine->pool[--engine->pooled];
  transport_transfer *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  transfer->engine = engine;
  transfer->easy = curl_easy_init();
  if (transfer->easy) return transfer;
  destroy(transfer);
  return NULL;
}

/// Always said, so that libcurl asks no variables of its own.
static void set_proxy(const transport_engine *engine, CURL *easy, const char *url) {
  const char *proxy = strncmp(url, "https:", 6) == 0 ? engine->https_proxy : engine->http_proxy;
  curl_easy_setopt(easy, CURLOPT_PROXY, proxy ? proxy : "");
  curl_easy_setopt(easy, CURLOPT_NOPROXY, engine->no_proxy ? engine->no_proxy : "");
}

static void set_method(CURL *easy, const char *method) {
  if (strcmp(method, "HEAD") == 0) {
    curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
  } else {
    /* By name, because a body alone would make any request a POST. */
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method);
  }
}

transport_transfer *transport_prepare(transport_engine *engine, uint64_t id, const char *method,
                                      const char *url) {
  transport_transfer *transfer = take(engine);
  if (!transfer) return NULL;
  CURL *easy = transfer->easy;
  transfer->id = id;
  transfer->code = CURLE_OK;
  transfer->problem[0] = 0;
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->problem);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body_arrived);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header_arrived);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  /* The path is signed as it stands. */
  curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
  /* A libcurl without zlib refuses this and goes on without compression. */
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(easy, CURLOPT_USERAGENT, engine->user_agent);
  if (engine->ca_bundle) curl_easy_setopt(easy, CURLOPT_CAINFO, engine->ca_bundle);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  set_proxy(engine, easy, url);
  set_method(easy, method);
  return transfer;
}

int transport_add_header(transport_transfer *transfer, const char *line) {
  struct curl_slist *longer = curl_slist_append(transfer->header_lines, line);
  if (longer) transfer->header_lines = longer;
  return longer != NULL;
}

int transport_set_body(transport_transfer *transfer, const uint8_t *bytes, size_t count) {
  CURL *easy = transfer->easy;
  return curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count) == CURLE_OK &&
         curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes) == CURLE_OK;
}

void transport_avoid_proxies(transport_transfer *transfer) {
  curl_easy_setopt(transfer->easy, CURLOPT_NOPROXY, "*");
}

void transport_set_limits(transport_transfer *transfer, long connect_milliseconds,
                          long total_milliseconds) {
  curl_easy_setopt(transfer->easy, CURLOPT_CONNECTTIMEOUT_MS, connect_milliseconds);
  curl_easy_setopt(transfer->easy, CURLOPT_TIMEOUT_MS, total_milliseconds);
}

const char *transport_start(transport_transfer *transfer) {
  curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->header_lines);
  CURLMcode code = curl_multi_add_handle(transfer->engine->multi, transfer->easy);
  transfer->is_running = code == CURLM_OK;
  return code == CURLM_OK ? NULL : curl_multi_strerror(code);
}

transport_transfer *transport_next_finished(transport_engine *engine) {
  int left;
  CURLMsg *message;
  while ((message = curl_multi_info_read(engine->multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    transport_transfer *transfer = NULL;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    transfer->code = message->data.result;
    return transfer;
  }
  return NULL;
}

transport_outcome transport_result(const transport_transfer *transfer) {
  transport_outcome outcome = {
      .id = transfer->id,
      .body = transfer->body.bytes,
      .body_count = transfer->body.count,
      .headers = transfer->headers.bytes,
      .headers_count = transfer->headers.count,
  };
  curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &outcome.status);
  if (transfer->code != CURLE_OK) {
    outcome.failure =
        transfer->problem[0] ? transfer->problem : curl_easy_strerror(transfer->code);
  }
  return outcome;
}

/// Frees what a bulky answer took, so that the pool stays small.
static void empty(buffer *what) {
  what->count = 0;
  if (what->capacity <= 65536) return;
  free(what->bytes);
  *what = (buffer){0};
}

void transport_release(transport_transfer *transfer) {
  transport_engine *engine = transfer->engine;
  if (transfer->is_running) curl_multi_remove_handle(engine->multi, transfer->easy);
  transfer->is_running = 0;
  if (engine->pooled == pool_size) {
    destroy(transfer);
    return;
  }
  curl_easy_reset(transfer->easy);
  curl_slist_free_all(transfer->header_lines);
  transfer->header_lines = NULL;
  empty(&transfer->body);
  empty(&transfer->headers);
  engine->pool[engine->pooled++] = transfer;
}
