#pragma once
#include <stddef.h>
#include <stdint.h>

/// Writes the 32 bytes of SHA-256 of `data`. Returns 1, or 0 when libcrypto refuses.
int digest_sha256(const uint8_t *data, size_t count, uint8_t *out32);

/// SHA-256 of data that comes piece by piece. `begin` returns NULL, and the others 0, when
/// libcrypto refuses; `finish` comes once, `end` last.
struct digest_hash;
struct digest_hash *digest_sha256_begin(void);
int digest_sha256_add(struct digest_hash *hash, const uint8_t *data, size_t count);
int digest_sha256_finish(struct digest_hash *hash, uint8_t *out32);
void digest_sha256_end(struct digest_hash *hash);

/// Writes the 20 bytes of SHA-1, for names that are made of it and nothing that must be safe.
/// Returns 1, or 0 when libcrypto refuses.
int digest_sha1(const uint8_t *data, size_t count, uint8_t *out20);

/// Writes the 32 bytes of HMAC-SHA-256. Returns 1, or 0 when libcrypto refuses.
int digest_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count,
                       uint8_t *out32);

/// Signs `data` with a P-256 key in PEM, as ES256 of RFC 7518 has it: 32 bytes each of r and s.
/// Also writes the 32 bytes each of the public key's x and y. Returns 1, or 0 for anything but
/// such a key.
int digest_sign_es256(const char *pem, size_t pem_count, const uint8_t *data, size_t count,
                      uint8_t *signature64, uint8_t *public64);
