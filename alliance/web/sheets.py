"""The files that dress a page: kept for a year, as their address says what is in them."""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
KEPT = "public, max-age=31536000, immutable"


def address(folder: Path = FOLDER) -> str:
    """Where these files are served: a path that changes when one of them does.

    One mark for all, in the path, since the sheets name each other by paths of their own.
    """
    content = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            content.update(hashlib.sha256(file.read_bytes()).digest())
    return f"/static/{content.hexdigest()[:12]}"
