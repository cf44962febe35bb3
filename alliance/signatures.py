"""Signatures: what makes an address that we gave out work, and one that was guessed not."""

import hmac
from base64 import urlsafe_b64encode


def signature(of: str, secret: str) -> str:
    """Twenty-two characters that only the secret of the site can make of this."""
    digest = hmac.digest(secret.encode(), of.encode(), "sha256")
    return urlsafe_b64encode(digest[:16]).decode().rstrip("=")


def is_signed(given: str, right: str) -> bool:
    """Whether what was given is the right thing, found out in the same time either way."""
    return hmac.compare_digest(given.encode(), right.encode())
