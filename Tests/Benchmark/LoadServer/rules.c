#include "rules.h"

enum { MOST_RULES = 64 };

static struct rule {
  char operation[64];
  enum fate fate;
  double value;
  /* Of a rate: calls that may come at once now, and when that was so. */
  double tokens, counted;
} rules[MOST_RULES];
static int count;
/* A fixed seed, so that a run can be repeated. */
static unsigned random_state = 1;

static double random_share(void) {
  random_state = random_state * 1664525u + 1013904223u;
  return (random_state >> 8) / 16777216.0;
}

static bool add(const char *line) {
  char kind[16];
  struct rule rule = {0};
  if (count == MOST_RULES) return false;
  if (sscanf(line, "%63s %15s %lf", rule.operation, kind, &rule.value) != 3) return false;
  if (!strcmp(kind, "rate")) rule.fate = FATE_THROTTLE;
  else if (!strcmp(kind, "fail")) rule.fate = FATE_FAULT;
  else if (!strcmp(kind, "drop")) rule.fate = FATE_DROP;
  else return false;
  rule.tokens = rule.value;
  rules[count++] = rule;
  return true;
}

bool rules_set(const char *text) {
  count = 0;
  for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
    char copy[128];
    snprintf(copy, sizeof copy, "%.*s", (int)strcspn(line, "\n"), line);
    if (copy[strspn(copy, " \t")] == 0 || add(copy)) continue;
    count = 0;
    return false;
  }
  return true;
}

static bool is_over_rate(struct rule *rule, double now) {
  if (rule->counted > 0) rule->tokens += (now - rule->counted) * rule->value;
  if (rule->tokens > rule->value) rule->tokens = rule->value;
  rule->counted = now;
  if (rule->tokens < 1) return true;
  rule->tokens -= 1;
  return false;
}

enum fate rules_fate(const char *operation, double now) {
  for (int number = 0; number < count; number++) {
    struct rule *rule = &rules[number];
    if (strcmp(rule->operation, "*") && strcmp(rule->operation, operation)) continue;
    bool befalls = rule->fate == FATE_THROTTLE ? is_over_rate(rule, now)
                                               : random_share() < rule->value;
    if (befalls) return rule->fate;
  }
  return FATE_ANSWER;
}
