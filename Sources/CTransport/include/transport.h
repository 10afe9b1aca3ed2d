#pragma once
#include <stddef.h>
#include <stdint.h>

/// HTTP by libcurl, without its macros, its types and its callbacks.
///
/// Everything here belongs to the thread that opened the engine, except `transport_wake`.
typedef struct transport_engine transport_engine;

/// One request and what came back.
typedef struct transport_transfer transport_transfer;

typedef struct {
  const char *user_agent;
  /// A file of trusted certificates, or NULL for the system's.
  const char *ca_bundle;
  /// URLs of proxies by the scheme of the request, and the hosts that are reached without one as
  /// `NO_PROXY` lists them; NULL for none.
  const char *http_proxy, *https_proxy, *no_proxy;
  /// How many idle connections stay open for the next request.
  long kept_connections;
  /// A longer body fails its transfer.
  size_t largest_body;
} transport_settings;

typedef struct {
  uint64_t id;
  /// NULL when an answer came, else why none did.
  const char *failure;
  long status;
  const uint8_t *body;
  size_t body_count;
  /// The lines of the last header block, each ending in a line feed.
  const uint8_t *headers;
  size_t headers_count;
} transport_outcome;

/// Returns NULL when libcurl does not start or memory is out.
transport_engine *transport_open(const transport_settings *settings);
/// Every transfer must have been released.
void transport_close(transport_engine *engine);

/// Moves all transfers on as far as they go without waiting.
void transport_run(transport_engine *engine);
/// Waits until there is something to run, or until woken.
void transport_wait(transport_engine *engine, int milliseconds);
/// Ends the wait, this one or the next. May be called on any thread.
void transport_wake(transport_engine *engine);

/// Returns NULL when memory is out.
transport_transfer *transport_prepare(transport_engine *engine, uint64_t id, const char *method,
                                      const char *url);
/// `line` is `name: value`. Returns 0 when memory is out.
int transport_add_header(transport_transfer *transfer, const char *line);
/// The bytes are copied. Returns 0 when memory is out.
int transport_set_body(transport_transfer *transfer, const uint8_t *bytes, size_t count);
/// Whatever the variables say, this one goes past any proxy.
void transport_avoid_proxies(transport_transfer *transfer);
void transport_set_limits(transport_transfer *transfer, long connect_milliseconds,
                          long total_milliseconds);
/// Returns NULL, or why the transfer cannot start.
const char *transport_start(transport_transfer *transfer);

/// Returns NULL when no transfer has ended since the last call. The caller releases it.
transport_transfer *transport_next_finished(transport_engine *engine);
/// Its pointers live until the transfer is released.
transport_outcome transport_result(const transport_transfer *transfer);
/// Ends the transfer if it still runs, and keeps its handle for the next one.
void transport_release(transport_transfer *transfer);
