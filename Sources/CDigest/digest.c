#include "digest.h"
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <pthread.h>

/* `EVP_sha256()` would be looked up, under locks, at every call: longer than a short hash takes. */
static EVP_MD *sha256;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static void fetch(void) { sha256 = EVP_MD_fetch(NULL, "SHA256", NULL); }

int digest_sha256(const uint8_t *data, size_t count, uint8_t *out32) {
  unsigned int length = 0;
  pthread_once(&once, fetch);
  return sha256 && EVP_Digest(data, count, out32, &length, sha256, NULL) == 1 && length == 32;
}

int digest_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count,
                       uint8_t *out32) {
  unsigned int length = 0;
  return HMAC(EVP_sha256(), key, (int)key_count, data, count, out32, &length) != NULL &&
         length == 32;
}
