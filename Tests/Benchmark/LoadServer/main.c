/* Answers like AWS, from a generated account of any size, with a set latency.
 *
 *   LoadServer [--buckets=N] [--volumes=N] [--instances=N] [--roles=N] [--latency=MS] [--shielded]
 *              [--rules=TEXT]
 *
 * Serves on loopback on one thread and prints the port. `GET /counts` tells the requests so far by
 * operation, the largest number that were under way at once, and the seconds from the first
 * request to the last answer; `POST /counts` sets them back; `POST /rules` sets what befalls calls,
 * as rules.h says. Serves until its standard input ends. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "account.h"
#include "counts.h"
#include "rules.h"

enum { MOST_CONNECTIONS = 65536, MOST_EVENTS = 256 };

struct connection {
  /* Tells a late answer that its connection is another one by now. */
  unsigned generation;
  struct text in, out;
  size_t sent;
};

/* An answer that is not due yet; as all wait equally long, they stand in order. */
struct pending {
  double due;
  int socket;
  unsigned generation;
  enum fate fate;
  struct request request;
  struct pending *next;
};

static struct account account = {.buckets = 300, .volumes = 1000, .instances = 200, .roles = 100};
static struct connection *connections;
static struct pending *first_pending, **last_pending = &first_pending;
static double latency = 0.05;
static int poller;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void hang_up(int socket) {
  struct connection *connection = &connections[socket];
  connection->generation++;
  connection->in.count = connection->out.count = connection->sent = 0;
  close(socket);
}

static void watch(int socket, unsigned events, int operation) {
  struct epoll_event event = {.events = events, .data.fd = socket};
  epoll_ctl(poller, operation, socket, &event);
}

static void flush(int socket) {
  struct connection *connection = &connections[socket];
  while (connection->sent < connection->out.count) {
    ssize_t count = send(socket, connection->out.bytes + connection->sent,
                         connection->out.count - connection->sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EAGAIN) return watch(socket, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
    if (count < 0) return hang_up(socket);
    connection->sent += (size_t)count;
  }
  connection->out.count = connection->sent = 0;
}

static void respond(int socket, const struct answer *answer) {
  struct text *out = &connections[socket].out;
  text_print(out, "HTTP/1.1 %d X\r\ncontent-type: %s\r\ncontent-length: %zu\r\n\r\n",
             answer->status, answer->kind, answer->body.count);
  text_add(out, answer->body.bytes, answer->body.count);
  flush(socket);
}

/* Standard output and tests: what is about the server itself. */
static void control(int socket, const struct request *request, const char *body, size_t count) {
  static struct answer answer;
  answer = (struct answer){.status = 200, .kind = "application/json", .body = answer.body};
  answer.body.count = 0;
  bool is_post = !strcmp(request->method, "POST");
  if (!strcmp(request->path, "/rules")) {
    char text[4096];
    snprintf(text, sizeof text, "%.*s", (int)count, body);
    if (!rules_set(text)) answer.status = 400;
    text_print(&answer.body, "{}");
  } else {
    if (is_post) counts_reset();
    counts_write(&answer.body);
  }
  respond(socket, &answer);
}

static void finish(struct pending *pending) {
  static struct answer answer;
  counts_end(now());
  if (connections[pending->socket].generation != pending->generation) return;
  if (pending->fate == FATE_DROP) return hang_up(pending->socket);
  answer.body.count = 0;
  if (pending->fate == FATE_ANSWER) account_answer(&account, &pending->request, &answer);
  else account_refuse(&pending->request, pending->fate == FATE_THROTTLE, &answer);
  respond(pending->socket, &answer);
}

static void begin(int socket, const struct request *request) {
  char operation[64];
  struct pending *pending = malloc(sizeof *pending);
  if (!pending) abort();
  double moment = now();
  request_operation(request, operation, sizeof operation);
  counts_begin(operation, moment);
  *pending = (struct pending){
      .due = moment + latency, .socket = socket, .generation = connections[socket].generation,
      .fate = rules_fate(operation, moment), .request = *request};
  if (pending->fate == FATE_THROTTLE) counts_throttle();
  *last_pending = pending;
  last_pending = &pending->next;
}

/* Copies a header's value; empty where there is none. */
static void header(const char *head, const char *end, const char *name, char *value, size_t size) {
  size_t length = strlen(name);
  value[0] = 0;
  for (const char *line = head; line && line < end; line = memchr(line, '\n', end - line)) {
    if (*line == '\n') line++;
    if (strncasecmp(line, name, length) || line[length] != ':') continue;
    const char *start = line + length + 1 + strspn(line + length + 1, " ");
    snprintf(value, size, "%.*s", (int)strcspn(start, "\r"), start);
    return;
  }
}

/* `Credential=KEY/DAY/REGION/SERVICE/aws4_request` */
static void scope(const char *authorization, struct request *request) {
  const char *credential = strstr(authorization, "Credential=");
  if (credential)
    sscanf(credential, "Credential=%23[^/]/%*[^/]/%23[^/]/%23[^/]", request->key,
           request->region, request->service);
}

/* Reads one request from the front; returns the bytes it took, or 0 where more must come. */
static size_t take(int socket) {
  struct text *in = &connections[socket].in;
  const char *end = memmem(in->bytes, in->count, "\r\n\r\n", 4);
  if (!end) return 0;
  char length[16], authorization[512], target[512];
  header(in->bytes, end, "content-length", length, sizeof length);
  size_t head = (size_t)(end - in->bytes) + 4, count = strtoul(length, NULL, 10);
  if (in->count < head + count) return 0;
  struct request request = {0};
  sscanf(in->bytes, "%7s %511s", request.method, target);
  size_t cut = strcspn(target, "?");
  snprintf(request.path, sizeof request.path, "%.*s", (int)cut, target);
  snprintf(request.query, sizeof request.query, "%s", target[cut] ? target + cut + 1 : "");
  if (!strcmp(request.path, "/counts") || !strcmp(request.path, "/rules")) {
    control(socket, &request, in->bytes + head, count);
    return head + count;
  }
  header(in->bytes, end, "authorization", authorization, sizeof authorization);
  header(in->bytes, end, "x-amz-target", request.target, sizeof request.target);
  scope(authorization, &request);
  size_t form = count < sizeof request.form ? count : sizeof request.form - 1;
  memcpy(request.form, in->bytes + head, form);
  begin(socket, &request);
  return head + count;
}

static void receive(int socket) {
  struct text *in = &connections[socket].in;
  unsigned generation = connections[socket].generation;
  text_room(in, 4097);
  ssize_t count = recv(socket, in->bytes + in->count, 4096, 0);
  if (count < 0 && errno == EAGAIN) return;
  if (count <= 0) return hang_up(socket);
  in->count += (size_t)count;
  in->bytes[in->count] = 0;
  size_t taken;
  while (connections[socket].generation == generation && (taken = take(socket))) {
    memmove(in->bytes, in->bytes + taken, in->count - taken + 1);
    in->count -= taken;
  }
}

static void welcome(int listener) {
  int socket, one = 1;
  while ((socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    if (socket >= MOST_CONNECTIONS) {
      close(socket);
      continue;
    }
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    watch(socket, EPOLLIN, EPOLL_CTL_ADD);
  }
}

/* Milliseconds until the next answer is due, rounded up; -1 for ever. */
static int answer_what_is_due(void) {
  while (first_pending && first_pending->due <= now()) {
    struct pending *pending = first_pending;
    first_pending = pending->next;
    if (!first_pending) last_pending = &first_pending;
    finish(pending);
    free(pending);
  }
  return first_pending ? (int)((first_pending->due - now()) * 1000) + 1 : -1;
}

static void serve(int listener) {
  struct epoll_event events[MOST_EVENTS];
  char ending;
  for (;;) {
    int count = epoll_wait(poller, events, MOST_EVENTS, answer_what_is_due());
    for (int number = 0; number < count; number++) {
      int socket = events[number].data.fd;
      if (socket == STDIN_FILENO && read(STDIN_FILENO, &ending, 1) <= 0) return;
      if (socket == STDIN_FILENO) continue;
      if (socket == listener) {
        welcome(listener);
        continue;
      }
      if (events[number].events & EPOLLOUT) {
        watch(socket, EPOLLIN, EPOLL_CTL_MOD);
        flush(socket);
      }
      if (events[number].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(socket);
    }
  }
}

static bool option(const char *argument) {
  char name[32];
  double value = 0;
  if (!strncmp(argument, "--rules=", 8)) return rules_set(argument + 8);
  if (!strcmp(argument, "--shielded")) return account.shielded = true;
  if (sscanf(argument, "--%31[a-z]=%lf", name, &value) != 2) return false;
  if (!strcmp(name, "latency")) latency = value / 1000;
  else if (!strcmp(name, "buckets")) account.buckets = (int)value;
  else if (!strcmp(name, "volumes")) account.volumes = (int)value;
  else if (!strcmp(name, "instances")) account.instances = (int)value;
  else if (!strcmp(name, "roles")) account.roles = (int)value;
  else return false;
  return true;
}

int main(int count, char **arguments) {
  for (int place = 1; place < count; place++)
    if (!option(arguments[place])) return fprintf(stderr, "no option: %s\n", arguments[place]), 64;
  signal(SIGPIPE, SIG_IGN);
  account_fill(&account);
  connections = calloc(MOST_CONNECTIONS, sizeof *connections);
  poller = epoll_create1(0);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = inet_addr("127.0.0.1")};
  socklen_t size = sizeof address;
  if (!connections || bind(listener, (struct sockaddr *)&address, size) ||
      listen(listener, 1024) || getsockname(listener, (struct sockaddr *)&address, &size))
    return perror("listen"), 70;
  watch(listener, EPOLLIN, EPOLL_CTL_ADD);
  watch(STDIN_FILENO, EPOLLIN, EPOLL_CTL_ADD);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  serve(listener);
  return 0;
}
