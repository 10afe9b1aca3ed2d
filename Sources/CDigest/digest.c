#include "digest.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <pthread.h>

/* `EVP_sha256()` would be looked up, under locks, at every call: longer than a short hash takes. */
static EVP_MD *sha256;
static pthread_once_t once = PTHREAD_ONCE_INIT;
/* A context is made once a thread: to make one takes as long as a short hash. */
static pthread_key_t context_key;
static void free_context(void *context) { EVP_MD_CTX_free(context); }
static void fetch(void) {
  sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  pthread_key_create(&context_key, free_context);
}

static EVP_MD_CTX *context(void) {
  pthread_once(&once, fetch);
  EVP_MD_CTX *context = pthread_getspecific(context_key);
  if (!context) {
    context = EVP_MD_CTX_new();
    pthread_setspecific(context_key, context);
  }
  return context;
}

int digest_sha256(const uint8_t *data, size_t count, uint8_t *out32) {
  unsigned int length = 0;
  EVP_MD_CTX *hash = context();
  return hash && sha256 && EVP_DigestInit_ex2(hash, sha256, NULL) == 1 &&
         EVP_DigestUpdate(hash, data, count) == 1 &&
         EVP_DigestFinal_ex(hash, out32, &length) == 1 && length == 32;
}

struct digest_hash *digest_sha256_begin(void) {
  pthread_once(&once, fetch);
  EVP_MD_CTX *hash = EVP_MD_CTX_new();
  if (hash && sha256 && EVP_DigestInit_ex2(hash, sha256, NULL) == 1) return (void *)hash;
  EVP_MD_CTX_free(hash);
  return NULL;
}

int digest_sha256_add(struct digest_hash *hash, const uint8_t *data, size_t count) {
  return EVP_DigestUpdate((void *)hash, data, count) == 1;
}

int digest_sha256_finish(struct digest_hash *hash, uint8_t *out32) {
  unsigned int length = 0;
  return EVP_DigestFinal_ex((void *)hash, out32, &length) == 1 && length == 32;
}

void digest_sha256_end(struct digest_hash *hash) { EVP_MD_CTX_free((void *)hash); }

int digest_sha1(const uint8_t *data, size_t count, uint8_t *out20) {
  unsigned int length = 0;
  return EVP_Digest(data, count, out20, &length, EVP_sha1(), NULL) == 1 && length == 20;
}

int digest_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count,
                       uint8_t *out32) {
  unsigned int length = 0;
  return HMAC(EVP_sha256(), key, (int)key_count, data, count, out32, &length) != NULL &&
         length == 32;
}

/// The key of a PEM text that is not encrypted, so that nobody is asked for a password.
static EVP_PKEY *read_key(const char *pem, size_t count) {
  BIO *bio = BIO_new_mem_buf(pem, (int)count);
  EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio, NULL, NULL, "") : NULL;
  BIO_free(bio);
  return key;
}

static int write_public(EVP_PKEY *key, uint8_t *public64) {
  BIGNUM *x = NULL, *y = NULL;
  int is_done = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_EC_PUB_X, &x) == 1 &&
                EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_EC_PUB_Y, &y) == 1 &&
                BN_bn2binpad(x, public64, 32) == 32 && BN_bn2binpad(y, public64 + 32, 32) == 32;
  BN_free(x);
  BN_free(y);
  return is_done;
}

static int write_signature(const uint8_t *der, size_t count, uint8_t *signature64) {
  ECDSA_SIG *signature = d2i_ECDSA_SIG(NULL, &der, (long)count);
  if (!signature) return 0;
  int is_done = BN_bn2binpad(ECDSA_SIG_get0_r(signature), signature64, 32) == 32 &&
                BN_bn2binpad(ECDSA_SIG_get0_s(signature), signature64 + 32, 32) == 32;
  ECDSA_SIG_free(signature);
  return is_done;
}

int digest_sign_es256(const char *pem, size_t pem_count, const uint8_t *data, size_t count,
                      uint8_t *signature64, uint8_t *public64) {
  EVP_PKEY *key = read_key(pem, pem_count);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  uint8_t der[128];
  size_t der_count = sizeof der;
  int is_done = key && context && EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_bits(key) == 256 &&
                EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
                EVP_DigestSign(context, der, &der_count, data, count) == 1 &&
                write_signature(der, der_count, signature64) && write_public(key, public64);
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  return is_done;
}
