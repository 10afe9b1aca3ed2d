#include "resources.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

/// Texts only: each ends with a zero byte that its count leaves out.
static const struct {
  const char *name;
  const unsigned char *bytes;
} resources[] = {
    {"guides/en/ASC-01.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-01.md" suffix(, 0)
    }},
    {"guides/en/ASC-02-01.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-02-01.md" suffix(, 0)
    }},
    {"guides/en/ASC-02-02.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-02-02.md" suffix(, 0)
    }},
    {"guides/en/ASC-03.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-03.md" suffix(, 0)
    }},
    {"guides/en/ASC-04.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-04.md" suffix(, 0)
    }},
    {"guides/en/ASC-05.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-05.md" suffix(, 0)
    }},
    {"guides/en/ASC-06.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-06.md" suffix(, 0)
    }},
    {"guides/en/ASC-07.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-07.md" suffix(, 0)
    }},
    {"guides/en/ASC-08.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-08.md" suffix(, 0)
    }},
    {"guides/en/ASC-09.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-09.md" suffix(, 0)
    }},
    {"guides/en/ASC-10.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-10.md" suffix(, 0)
    }},
    {"guides/en/ASC-11.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-11.md" suffix(, 0)
    }},
    {"guides/en/ASC-12.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-12.md" suffix(, 0)
    }},
    {"guides/en/ASC-13.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-13.md" suffix(, 0)
    }},
    {"guides/en/ASC-14.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-14.md" suffix(, 0)
    }},
    {"guides/en/ASC-15.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-15.md" suffix(, 0)
    }},
    {"guides/en/ASC-16.md", (const unsigned char[]){
#embed "../../Resources/Guides/en/ASC-16.md" suffix(, 0)
    }},
    {"guides/ja/ASC-01.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-01.md" suffix(, 0)
    }},
    {"guides/ja/ASC-02-01.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-02-01.md" suffix(, 0)
    }},
    {"guides/ja/ASC-02-02.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-02-02.md" suffix(, 0)
    }},
    {"guides/ja/ASC-03.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-03.md" suffix(, 0)
    }},
    {"guides/ja/ASC-04.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-04.md" suffix(, 0)
    }},
    {"guides/ja/ASC-05.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-05.md" suffix(, 0)
    }},
    {"guides/ja/ASC-06.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-06.md" suffix(, 0)
    }},
    {"guides/ja/ASC-07.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-07.md" suffix(, 0)
    }},
    {"guides/ja/ASC-08.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-08.md" suffix(, 0)
    }},
    {"guides/ja/ASC-09.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-09.md" suffix(, 0)
    }},
    {"guides/ja/ASC-10.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-10.md" suffix(, 0)
    }},
    {"guides/ja/ASC-11.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-11.md" suffix(, 0)
    }},
    {"guides/ja/ASC-12.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-12.md" suffix(, 0)
    }},
    {"guides/ja/ASC-13.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-13.md" suffix(, 0)
    }},
    {"guides/ja/ASC-14.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-14.md" suffix(, 0)
    }},
    {"guides/ja/ASC-15.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-15.md" suffix(, 0)
    }},
    {"guides/ja/ASC-16.md", (const unsigned char[]){
#embed "../../Resources/Guides/ja/ASC-16.md" suffix(, 0)
    }},
    {"demo/sts.txt", (const unsigned char[]){
#embed "../../Resources/Demo/sts.txt" suffix(, 0)
    }},
    {"demo/iam.txt", (const unsigned char[]){
#embed "../../Resources/Demo/iam.txt" suffix(, 0)
    }},
    {"demo/cloudtrail.txt", (const unsigned char[]){
#embed "../../Resources/Demo/cloudtrail.txt" suffix(, 0)
    }},
    {"demo/ec2-regions.txt", (const unsigned char[]){
#embed "../../Resources/Demo/ec2-regions.txt" suffix(, 0)
    }},
    {"demo/ec2-instances.txt", (const unsigned char[]){
#embed "../../Resources/Demo/ec2-instances.txt" suffix(, 0)
    }},
    {"demo/ec2-volumes.txt", (const unsigned char[]){
#embed "../../Resources/Demo/ec2-volumes.txt" suffix(, 0)
    }},
    {"demo/ec2-networks.txt", (const unsigned char[]){
#embed "../../Resources/Demo/ec2-networks.txt" suffix(, 0)
    }},
    {"demo/logs.txt", (const unsigned char[]){
#embed "../../Resources/Demo/logs.txt" suffix(, 0)
    }},
    {"demo/s3.txt", (const unsigned char[]){
#embed "../../Resources/Demo/s3.txt" suffix(, 0)
    }},
    {"demo/s3-control.txt", (const unsigned char[]){
#embed "../../Resources/Demo/s3-control.txt" suffix(, 0)
    }},
    {"demo/s3-evidence.txt", (const unsigned char[]){
#embed "../../Resources/Demo/s3-evidence.txt" suffix(, 0)
    }},
    {"demo/ec2-access.txt", (const unsigned char[]){
#embed "../../Resources/Demo/ec2-access.txt" suffix(, 0)
    }},
    {"demo/billing.txt", (const unsigned char[]){
#embed "../../Resources/Demo/billing.txt" suffix(, 0)
    }},
    {"demo/cloudfront.txt", (const unsigned char[]){
#embed "../../Resources/Demo/cloudfront.txt" suffix(, 0)
    }},
};

const unsigned char *resource_named(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, name) != 0) continue;
    *count = strlen((const char *)resources[i].bytes);
    return resources[i].bytes;
  }
  *count = 0;
  return NULL;
}
