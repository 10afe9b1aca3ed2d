"""Checks a proof of possession (RFC 9449) against the key it should be made with.

With `keys`, prints one line: a new key in both forms of PEM. Otherwise reads one line: key (PEM)
and proof, and prints one line: the proof's header and payload, or null where the signature is not
the key's.
"""

import base64
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (Encoding, NoEncryption, PrivateFormat,
                                                          load_pem_private_key)


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def keys():
    key = ec.generate_private_key(ec.SECP256R1())
    return [key.private_bytes(Encoding.PEM, form, NoEncryption()).decode().strip()
            for form in (PrivateFormat.TraditionalOpenSSL, PrivateFormat.PKCS8)]


def checked(given):
    header, payload, signature = given["proof"].split(".")
    public = load_pem_private_key(given["key"].encode(), None).public_key()
    raw = decode(signature)
    pair = utils.encode_dss_signature(int.from_bytes(raw[:32], "big"),
                                      int.from_bytes(raw[32:], "big"))
    try:
        public.verify(pair, f"{header}.{payload}".encode(), ec.ECDSA(SHA256()))
    except InvalidSignature:
        return None
    head = json.loads(decode(header))
    numbers = public.public_numbers()
    point = [int.from_bytes(decode(head["jwk"][name]), "big") for name in "xy"]
    if point != [numbers.x, numbers.y]:
        return None
    return dict(json.loads(decode(payload)), typ=head["typ"], alg=head["alg"])


print(json.dumps(keys() if sys.argv[1:] == ["keys"]
                 else checked(json.loads(sys.stdin.readline()))))
