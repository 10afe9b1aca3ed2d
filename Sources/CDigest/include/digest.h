#pragma once
#include <stddef.h>
#include <stdint.h>

/// Writes the 32 bytes of SHA-256 of `data`. Returns 1, or 0 when libcrypto refuses.
int digest_sha256(const uint8_t *data, size_t count, uint8_t *out32);

/// Writes the 32 bytes of HMAC-SHA-256. Returns 1, or 0 when libcrypto refuses.
int digest_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count,
                       uint8_t *out32);
