"""Seals: a hash over what was sent or approved, so that the same is known again and a copy told."""

import hashlib

import msgspec


def seal(*said: object) -> str:
    """A SHA-256 in hexadecimal over facts in this order: the same facts give the same seal."""
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()
