"""The journal itself: what was taken out of it, so that it can still be proved."""

from alliance.events.base import Code, Digest, Event, Id, event

ALL = "alliance"
"""There is one journal, and so one stream of what happened to it."""
REDACTIONS = f"journal:{ALL}"
UNSEALED = "0" * 64
"""What stands in the place of a seal over a text that was taken away: it could be guessed back."""


@event("text_redacted", "journal", "Tekst weggehaald")
class TextRedacted(Event):
    """A keeper took a text about a person out of an entry; what stood there is nowhere any more."""

    journal: Id
    entry: int  # the position of the entry
    field: Code  # which text of it: title, lines.0.reason
    digest: Digest  # of what remains of the entry
