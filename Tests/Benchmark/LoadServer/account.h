/* A generated account, and what AWS answers about it. */
#pragma once
#include <stdbool.h>
#include "text.h"

/* The account of every answer, unless the caller has assumed a role in another: then that one's
 * twelve digits stand in its place. */
#define ACCOUNT "111122223333"

enum { REGIONS = 17 };

struct account {
  int buckets, volumes, instances, roles;
  /* Block Public Access of the account leaves nothing to be public. */
  bool shielded;
  /* The numbers of the volumes and instances of each region. */
  int *volumes_in[REGIONS], *instances_in[REGIONS];
  int volume_counts[REGIONS], instance_counts[REGIONS];
};

/* What a request asks, cut out of its bytes: nothing is copied or kept. */
struct request {
  char method[8], path[256], query[256], key[24], service[24], region[24], target[128], form[512];
};

struct answer {
  int status;
  const char *kind;
  struct text body;
};

void account_fill(struct account *account);

/* The call's own name, such as DescribeVolumes; for S3 that of the sub-resource. */
void request_operation(const struct request *request, char *name, size_t size);

/* The value of a form's or a query's field; empty where there is none. */
void field_value(const char *fields, const char *name, char *value, size_t size);

void account_answer(
    const struct account *account, const struct request *request, struct answer *answer);

/* A refusal in the service's own dialect: `throttled`, else a fault of the server's. */
void account_refuse(const struct request *request, bool throttled, struct answer *answer);
