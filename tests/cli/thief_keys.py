"""A reader's own key at work outside the program, as lib/store/seal does it: X25519, XChaCha20-Poly1305, Ed25519 by libsodium."""

import base64
import ctypes
import hashlib
import json
import os
import pathlib
import sqlite3

import check_chain
from check_chain import number, sized
from own_sums import digest, sodium


def room(size):
    return ctypes.create_string_buffer(size)


def public_of(secret):
    out = room(32)
    sodium.crypto_scalarmult_base(out, secret)
    return out.raw


def unwrapped(secret, blob, binding):
    ephemeral, nonce, sealed = blob[1:33], blob[33:57], blob[57:]
    shared = room(32)
    sodium.crypto_scalarmult(shared, secret, ephemeral)
    key = hashlib.blake2b(sized("mediasi-wrap-1") + sized(ephemeral) + sized(public_of(secret)), key=shared.raw,
                          digest_size=32).digest()
    out = room(len(sealed))
    failed = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, None, None, sealed, ctypes.c_ulonglong(len(sealed)), binding, ctypes.c_ulonglong(len(binding)), nonce, key)
    return None if failed else out.raw[:len(sealed) - 16]


def wrapped(public, plain, binding):
    secret, nonce = os.urandom(32), os.urandom(24)
    ephemeral, shared, out = public_of(secret), room(32), room(len(plain) + 16)
    sodium.crypto_scalarmult(shared, secret, public)
    key = hashlib.blake2b(sized("mediasi-wrap-1") + sized(ephemeral) + sized(public), key=shared.raw, digest_size=32).digest()
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out, None, plain, ctypes.c_ulonglong(len(plain)), binding,
                                                      ctypes.c_ulonglong(len(binding)), None, nonce, key)
    return b"\1" + ephemeral + nonce + out.raw


def sign_pair(secrets):
    public, pair = room(32), room(64)
    sodium.crypto_sign_seed_keypair(public, pair, secrets[32:64])
    return public.raw, pair.raw


def signed(pair, message):
    out = room(64)
    sodium.crypto_sign_detached(out, None, message, ctypes.c_ulonglong(len(message)), pair)
    return out.raw


def canonical(facts):
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def take_over(store):
    """secrets of his own, given to the readers that are there: their public keys lie in the table; all hashes follow"""
    secrets = os.urandom(96)
    read, (sign, pair) = public_of(secrets[:32]), sign_pair(secrets)
    entries = [list(row) for row in store.execute(f"SELECT {check_chain.COLUMNS}, tables FROM entry ORDER BY seq")]
    first = json.loads(entries[0][11])
    entries[0][11] = canonical({**first, "read_key": read.hex(), "sign_key": sign.hex()})
    digests = {}
    for row in store.execute("SELECT id, officer, kind, salt, params FROM reader").fetchall():
        binding = b"".join(map(sized, ("mediasi-reader-2", first["store"], str(row[0]), *row[1:5])))
        blob = wrapped(bytes.fromhex(row[4].split("box=")[1]), secrets, binding)
        store.execute("UPDATE reader SET wrapped = ? WHERE id = ?", (blob, row[0]))
        digests[str(row[0])] = digest(sized("mediasi-reader-row-2"), number(row[0]), *map(sized, (*row[1:], blob))).hex()
    before = bytes(32)
    for *row, tables in entries:
        if row[2] == "reader":
            facts = json.loads(row[11])
            facts.pop("signature")
            facts["hash"] = digests[facts["reader"]]
            text = b"".join(map(sized, ("mediasi-reader-entry-1", first["store"], read, before, str(row[0]), row[1], row[2],
                                        row[4], row[5], row[6], row[7], canonical(facts))))
            row[11] = canonical({**facts, "signature": signed(pair, text).hex()})
        sealed = store.execute("SELECT path, blob FROM sealed WHERE seq = ? ORDER BY path", (row[0],)).fetchall()
        before = check_chain.entry_hash(before, row, tables, sealed)
        store.execute("UPDATE entry SET facts = ?, hash = ? WHERE seq = ?", (row[11], before, row[0]))


class Master:
    """what a key file opens in this copy of the store: the reading, signing and index secrets"""

    def __init__(self, path, key_file):
        store = sqlite3.connect(path)
        self.store = json.loads(store.execute("SELECT facts FROM entry WHERE seq = 1").fetchone()[0])["store"]
        key = base64.b64decode(pathlib.Path(key_file).read_text().split()[2])
        box = hashlib.blake2b(b"mediasi-reader-box-1", key=key, digest_size=32).digest()
        found = [unwrapped(box, row[5], b"".join(map(sized, ("mediasi-reader-2", self.store, str(row[0]), *row[1:5]))))
                 for row in store.execute("SELECT id, officer, kind, salt, params, wrapped FROM reader")]
        (self.secrets,) = [master for master in found if master]
        self.public, self.pair = sign_pair(self.secrets)

    def sign(self, message):
        return signed(self.pair, message)

    def erasure(self, case, first):
        line = f"{case} {first} 2026-06-10 habis_retensi {'ab' * 32}"
        return line, self.sign(f"mediasi-erasure-1 {self.store} {line}".encode()).hex()

    def checkpoint(self, seq, head):
        text = f"mediasi-checkpoint-1\nstore {self.store}\nmade 2026-03-12T09:00:00Z\nentry {seq} {head.hex()}\n"
        signature = self.sign(hashlib.blake2b(text.encode(), digest_size=64).digest())
        key_number = hashlib.blake2b(self.public, digest_size=32).digest()[:8]
        comment = "store of somebody"
        lines = ["untrusted comment: signature", base64.b64encode(b"ED" + key_number + signature).decode(),
                 f"trusted comment: {comment}", base64.b64encode(self.sign(signature + comment.encode())).decode()]
        return text, "\n".join(lines) + "\n"
