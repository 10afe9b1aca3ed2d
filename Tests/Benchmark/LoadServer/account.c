#define _GNU_SOURCE
#include "account.h"

#include "evidence.h"

#define S3 "http://s3.amazonaws.com/doc/2006-03-01/"
#define EC2 "http://ec2.amazonaws.com/doc/2016-11-15/"

static const char *const regions[REGIONS] = {
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1",
    "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2",
    "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"};

static const char trust[] = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D";
static const char read_only[] =
    "%7B%22Version%22%3A%20%222012-10-17%22%2C%20%22Statement%22%3A%20%5B%7B%22Effect%22%3A%20"
    "%22Allow%22%2C%20%22Action%22%3A%20%5B%22s3%3AGet%2A%22%2C%20%22s3%3AList%2A%22%5D%2C%20"
    "%22Resource%22%3A%20%22%2A%22%7D%5D%7D";

static int region_number(const char *name) {
  for (int number = 0; number < REGIONS; number++)
    if (!strcmp(regions[number], name)) return number;
  return 0;
}

/* A third in the first region, the rest evenly. */
static void spread(int count, int *lists[REGIONS], int counts[REGIONS]) {
  for (int region = 0; region < REGIONS; region++)
    lists[region] = malloc(sizeof(int) * (count + 1));
  for (int number = 0; number < count; number++) {
    int region = number % 3 ? number % REGIONS : 0;
    lists[region][counts[region]++] = number;
  }
}

void account_fill(struct account *account) {
  spread(account->volumes, account->volumes_in, account->volume_counts);
  spread(account->instances, account->instances_in, account->instance_counts);
}

void field_value(const char *fields, const char *name, char *value, size_t size) {
  size_t length = strlen(name);
  value[0] = 0;
  for (const char *field = fields; field; field = strchr(field, '&')) {
    if (*field == '&') field++;
    if (strncmp(field, name, length) || field[length] != '=') continue;
    size_t count = strcspn(field + length + 1, "&");
    snprintf(value, size, "%.*s", (int)count, field + length + 1);
    return;
  }
}

void request_operation(const struct request *request, char *name, size_t size) {
  if (!strcmp(request->service, "s3")) {
    bool is_control = !strncmp(request->path, "/v20180820/", 11);
    bool is_list = !is_control && !strcmp(request->path, "/");
    const char *last = strrchr(request->path, '/');
    if (is_list) snprintf(name, size, "ListBuckets");
    else if (is_control) snprintf(name, size, "s3control:%s", last ? last + 1 : "");
    else snprintf(name, size, "s3:%.*s", (int)strcspn(request->query, "="), request->query);
  } else if (request->target[0]) {
    const char *dot = strrchr(request->target, '.');
    snprintf(name, size, "%s", dot ? dot + 1 : request->target);
  } else {
    field_value(request->form, "Action", name, size);
  }
}

/* Where a page begins, and where it ends. */
struct page {
  int start, end;
};

static struct page page(const char *fields, const char *token, int count, int size) {
  char value[32];
  field_value(fields, token, value, sizeof value);
  int start = atoi(value);
  return (struct page){start, start + size < count ? start + size : count};
}

/* The key names the account, and `own_account` finds it there. */
static void assume(const char *form, struct text *out) {
  char role[256];
  field_value(form, "RoleArn", role, sizeof role);
  const char *iam = strstr(role, "iam%3A%3A");
  const char *account = iam ? iam + strlen("iam%3A%3A") : ACCOUNT;
  text_print(
      out,
      "<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::%.12s:assumed-role"
      "/audit/ascheck</Arn><AssumedRoleId>AROAEXAMPLE:ascheck</AssumedRoleId></AssumedRoleUser>"
      "<Credentials><AccessKeyId>ASIA%.12s</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
      "<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
      "</Credentials></AssumeRoleResult></AssumeRoleResponse>",
      account, account);
}

/* Puts the caller's account in the place of `ACCOUNT`. */
static void own_account(const struct request *request, struct text *out) {
  const char *account = request->key + strlen("ASIA");
  if (strncmp(request->key, "ASIA", 4) || strlen(account) != strlen(ACCOUNT)) return;
  char *place = out->bytes, *end = out->bytes + out->count;
  while ((place = memmem(place, (size_t)(end - place), ACCOUNT, strlen(ACCOUNT))))
    memcpy(place, account, strlen(ACCOUNT));
}

static void sts(struct text *out) {
  text_print(
      out,
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::" ACCOUNT
      ":user/auditor</Arn><UserId>AIDAEXAMPLE</UserId><Account>" ACCOUNT
      "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
}

static void role(int number, struct text *out) {
  text_print(
      out,
      "<member><Path>/</Path><RoleName>role-%05d</RoleName><RoleId>AROArole-%05d</RoleId>"
      "<Arn>arn:aws:iam::" ACCOUNT ":role/role-%05d</Arn><AssumeRolePolicyDocument>%s"
      "</AssumeRolePolicyDocument><InstanceProfileList><member><Arn>arn:aws:iam::" ACCOUNT
      ":instance-profile/role-%05d</Arn></member></InstanceProfileList><RolePolicyList><member>"
      "<PolicyName>read</PolicyName><PolicyDocument>%s</PolicyDocument></member></RolePolicyList>"
      "<AttachedManagedPolicies/></member>",
      number, number, number, trust, number, read_only);
}

static void iam(const struct account *account, const char *form, const char *action,
                struct text *out) {
  text_print(out, "<%sResponse><%sResult>", action, action);
  if (!strcmp(action, "GetAccountSummary")) {
    text_print(out, "<SummaryMap><entry><key>AccountAccessKeysPresent</key><value>0</value></entry>"
                    "</SummaryMap>");
  } else if (!evidence_iam(action, out)) {
    struct page roles = page(form, "Marker", account->roles, 1000);
    bool is_last = roles.end == account->roles;
    text_print(out, "<IsTruncated>%s</IsTruncated>", is_last ? "false" : "true");
    if (!is_last) text_print(out, "<Marker>%d</Marker>", roles.end);
    text_print(out, "<UserDetailList/><GroupDetailList/><RoleDetailList>");
    for (int number = roles.start; number < roles.end; number++) role(number, out);
    text_print(out, "</RoleDetailList><Policies/>");
  }
  text_print(out, "</%sResult></%sResponse>", action, action);
}

static void volume(int number, struct text *out) {
  bool is_sealed = number % 16 != 0 && number % 16 != 5;
  text_print(
      out,
      "<item><volumeId>vol-%017x</volumeId><size>100</size><status>in-use</status><encrypted>%s"
      "</encrypted><volumeType>gp3</volumeType><attachmentSet/><tagSet><item><key>Name</key>"
      "<value>data</value></item></tagSet></item>",
      number, is_sealed ? "true" : "false");
}

static void instance(int number, struct text *out) {
  text_print(
      out,
      "<item><ownerId>" ACCOUNT "</ownerId><instancesSet><item><instanceId>i-%017x</instanceId>"
      "<instanceState><code>16</code><name>running</name></instanceState><iamInstanceProfile><arn>"
      "arn:aws:iam::" ACCOUNT ":instance-profile/role-00000</arn></iamInstanceProfile></item>"
      "</instancesSet></item>",
      number);
}

/* A page of what a region has, or the one that is named. */
static void resources(const char *form, const char *id_field, const int *numbers, int count,
                      int size, void (*write)(int, struct text *), const char *set,
                      struct text *out) {
  char id[64];
  field_value(form, id_field, id, sizeof id);
  text_print(out, "<%s>", set);
  if (id[0]) {
    write((int)strtol(strchr(id, '-') + 1, NULL, 16), out);
    text_print(out, "</%s>", set);
    return;
  }
  struct page shown = page(form, "NextToken", count, size);
  for (int place = shown.start; place < shown.end; place++) write(numbers[place], out);
  text_print(out, "</%s>", set);
  if (shown.end < count) text_print(out, "<nextToken>%d</nextToken>", shown.end);
}

static void region_list(struct text *out) {
  text_print(out, "<regionInfo>");
  for (int region = 0; region < REGIONS; region++)
    text_print(out, "<item><regionName>%s</regionName><optInStatus>opt-in-not-required"
                    "</optInStatus></item>", regions[region]);
  text_print(out, "</regionInfo>");
}

static void ec2(const struct account *account, const struct request *request, const char *action,
                struct text *out) {
  int region = region_number(request->region);
  text_print(out, "<%sResponse xmlns=\"" EC2 "\">", action);
  if (!strcmp(action, "DescribeRegions")) {
    region_list(out);
  } else if (!strcmp(action, "GetEbsEncryptionByDefault")) {
    text_print(out, "<ebsEncryptionByDefault>true</ebsEncryptionByDefault>");
  } else if (!strcmp(action, "DescribeVolumes")) {
    resources(request->form, "VolumeId.1", account->volumes_in[region],
              account->volume_counts[region], 500, volume, "volumeSet", out);
  } else if (!strcmp(action, "DescribeInstances")) {
    resources(request->form, "InstanceId.1", account->instances_in[region],
              account->instance_counts[region], 1000, instance, "reservationSet", out);
  } else if (!strcmp(action, "DescribeVpcs")) {
    text_print(out, "<vpcSet><item><vpcId>vpc-%s</vpcId><ownerId>" ACCOUNT "</ownerId><cidrBlock>"
                    "172.31.0.0/16</cidrBlock><isDefault>true</isDefault></item></vpcSet>",
               request->region);
  } else if (!strcmp(action, "DescribeFlowLogs")) {
    text_print(out, "<flowLogSet><item><flowLogId>fl-%s</flowLogId><resourceId>vpc-%s</resourceId>"
                    "<flowLogStatus>ACTIVE</flowLogStatus><deliverLogsStatus>SUCCESS"
                    "</deliverLogsStatus><trafficType>ALL</trafficType><logDestinationType>s3"
                    "</logDestinationType><logDestination>arn:aws:s3:::bucket-000000"
                    "</logDestination></item></flowLogSet>",
               request->region, request->region);
  } else {
    evidence_ec2(request->region, action, out);
  }
  text_print(out, "</%sResponse>", action);
}

static void json(const char *action, struct text *out) {
  if (!strcmp(action, "DescribeTrails"))
    text_print(out, "{\"trailList\": [{\"Name\": \"everything\", \"S3BucketName\": "
                    "\"bucket-000000\", \"HomeRegion\": \"us-east-1\", \"IsMultiRegionTrail\": "
                    "true, \"IsOrganizationTrail\": false, \"IncludeGlobalServiceEvents\": true, "
                    "\"HasCustomEventSelectors\": false, \"TrailARN\": "
                    "\"arn:aws:cloudtrail:us-east-1:" ACCOUNT ":trail/everything\"}]}");
  else if (!strcmp(action, "GetTrailStatus"))
    text_print(out, "{\"IsLogging\": true}");
  else if (!strcmp(action, "GetEventSelectors"))
    text_print(out, "{\"EventSelectors\": [{\"ReadWriteType\": \"All\", "
                    "\"IncludeManagementEvents\": true, \"DataResources\": []}]}");
  else if (!evidence_json(action, out))
    text_print(out, "{\"logGroups\": []}");
}

static void bucket_list(const struct account *account, const char *query, struct text *out) {
  struct page shown = page(query, "continuation-token", account->buckets, 1000);
  text_print(out, "<ListAllMyBucketsResult xmlns=\"" S3 "\"><Buckets>");
  for (int number = shown.start; number < shown.end; number++)
    text_print(out, "<Bucket><Name>bucket-%06d</Name><CreationDate>2024-01-01T00:00:00.000Z"
                    "</CreationDate><BucketRegion>%s</BucketRegion></Bucket>",
               number, regions[number % REGIONS]);
  text_print(out, "</Buckets>");
  if (shown.end < account->buckets)
    text_print(out, "<ContinuationToken>%d</ContinuationToken>", shown.end);
  text_print(out, "</ListAllMyBucketsResult>");
}

static void block_settings(bool is_on, struct text *out) {
  const char *word = is_on ? "true" : "false";
  text_print(out, "<PublicAccessBlockConfiguration xmlns=\"" S3 "\"><BlockPublicAcls>%s"
                  "</BlockPublicAcls><IgnorePublicAcls>%s</IgnorePublicAcls><BlockPublicPolicy>%s"
                  "</BlockPublicPolicy><RestrictPublicBuckets>%s</RestrictPublicBuckets>"
                  "</PublicAccessBlockConfiguration>", word, word, word, word);
}

/* Returns the status. */
static int sub_resource(const char *kind, const char *bucket, struct text *out) {
  if (!strcmp(kind, "encryption"))
    text_print(out, "<ServerSideEncryptionConfiguration xmlns=\"" S3 "\"><Rule>"
                    "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                    "</ApplyServerSideEncryptionByDefault></Rule>"
                    "</ServerSideEncryptionConfiguration>");
  else if (!strcmp(kind, "logging"))
    text_print(out, "<BucketLoggingStatus xmlns=\"" S3 "\"><LoggingEnabled><TargetBucket>"
                    "bucket-000000</TargetBucket><TargetPrefix>%s/</TargetPrefix></LoggingEnabled>"
                    "</BucketLoggingStatus>", bucket);
  else if (!strcmp(kind, "publicAccessBlock"))
    block_settings(false, out);
  else if (!strcmp(kind, "policyStatus"))
    text_print(out, "<PolicyStatus xmlns=\"" S3 "\"><IsPublic>false</IsPublic></PolicyStatus>");
  else if (!strcmp(kind, "ownershipControls"))
    text_print(out, "<OwnershipControls xmlns=\"" S3 "\"><Rule><ObjectOwnership>"
                    "BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");
  else if (!strcmp(kind, "acl"))
    text_print(out, "<AccessControlPolicy xmlns=\"" S3 "\"><AccessControlList/>"
                    "</AccessControlPolicy>");
  else if (!strcmp(kind, "object-lock")) {
    text_print(out, "<Error><Code>ObjectLockConfigurationNotFoundError</Code></Error>");
    return 404;
  } else {
    return evidence_bucket(kind, out);
  }
  return 200;
}

static int s3(const struct account *account, const struct request *request, struct text *out) {
  if (!strncmp(request->path, "/v20180820/", 11)) {
    if (strstr(request->path, "/publicAccessBlock")) block_settings(account->shielded, out);
    else text_print(out, "<ListAccessPointsResult><AccessPointList/></ListAccessPointsResult>");
    return 200;
  }
  if (!strcmp(request->path, "/")) {
    bucket_list(account, request->query, out);
    return 200;
  }
  char kind[64], bucket[128];
  snprintf(kind, sizeof kind, "%.*s", (int)strcspn(request->query, "="), request->query);
  snprintf(bucket, sizeof bucket, "%.*s", (int)strcspn(request->path + 1, "/"), request->path + 1);
  return sub_resource(kind, bucket, out);
}

void account_answer(const struct account *account, const struct request *request,
                    struct answer *answer) {
  char action[64];
  request_operation(request, action, sizeof action);
  answer->status = 200;
  answer->kind = "text/xml";
  if (!strcmp(request->service, "s3")) {
    answer->status = s3(account, request, &answer->body);
  } else if (request->target[0]) {
    answer->kind = "application/x-amz-json-1.1";
    json(action, &answer->body);
  } else if (!strcmp(request->service, "sts")) {
    if (!strcmp(action, "AssumeRole")) assume(request->form, &answer->body);
    else sts(&answer->body);
  } else if (!strcmp(request->service, "monitoring")) {
    evidence_alarms(&answer->body);
  } else if (!strcmp(request->service, "cloudfront")) {
    evidence_distributions(&answer->body);
  } else if (!strcmp(request->service, "iam")) {
    iam(account, request->form, action, &answer->body);
  } else {
    ec2(account, request, action, &answer->body);
  }
  own_account(request, &answer->body);
}

void account_refuse(const struct request *request, bool throttled, struct answer *answer) {
  bool is_s3 = !strcmp(request->service, "s3"), is_ec2 = !strcmp(request->service, "ec2");
  answer->kind = "text/xml";
  answer->status = !throttled ? 500 : is_s3 || is_ec2 ? 503 : 400;
  struct text *out = &answer->body;
  if (is_s3)
    text_print(out, "<Error><Code>%s</Code></Error>", throttled ? "SlowDown" : "InternalError");
  else if (is_ec2)
    text_print(out, "<Response><Errors><Error><Code>%s</Code></Error></Errors></Response>",
               throttled ? "RequestLimitExceeded" : "InternalError");
  else if (request->target[0])
    text_print(out, "{\"__type\": \"%s\"}", throttled ? "ThrottlingException" : "InternalFailure");
  else
    text_print(out, "<ErrorResponse><Error><Code>%s</Code></Error></ErrorResponse>",
               throttled ? "Throttling" : "InternalFailure");
}
