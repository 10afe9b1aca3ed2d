#include "digest.h"
#include <openssl/evp.h>
#include <openssl/hmac.h>

int digest_sha256(const uint8_t *data, size_t count, uint8_t *out32) {
  unsigned int length = 0;
  return EVP_Digest(data, count, out32, &length, EVP_sha256(), NULL) == 1 && length == 32;
}

int digest_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count,
                       uint8_t *out32) {
  unsigned int length = 0;
  return HMAC(EVP_sha256(), key, (int)key_count, data, count, out32, &length) != NULL &&
         length == 32;
}
