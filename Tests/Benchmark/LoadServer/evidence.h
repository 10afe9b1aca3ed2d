/* Answers about what only reviewers of manual rows see: little of each, as a scan reads them by
 * the region and by the bucket whatever they say. */
#pragma once
#include <stdbool.h>
#include "text.h"

/* False for calls that are not about evidence; what comes between the result's tags. */
bool evidence_iam(const char *action, struct text *out);
bool evidence_json(const char *action, struct text *out);

/* Nothing for calls that are not about evidence. */
void evidence_ec2(const char *region, const char *action, struct text *out);

void evidence_alarms(struct text *out);
void evidence_distributions(struct text *out);

/* Of a bucket's policy, website, versioning and lifecycle; returns the status. */
int evidence_bucket(const char *kind, struct text *out);
