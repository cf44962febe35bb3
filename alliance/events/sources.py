"""Sources: what an import could not decide by itself, and whether a journal holds examples."""

from collections.abc import Sequence
from datetime import date

from alliance.events.base import Digest, Event, Id, Text, Title, event, refuse

UNKNOWN = "Deze vraag bestaat niet. Kies er een uit de lijst met vragen bij het inlezen."
ANSWERED = "Deze vraag is al beantwoord. Er is niets meer te doen."


@event("import_question_raised", "question", "Vraag bij het inlezen")
class ImportQuestionRaised(Event):
    """The file and a member both changed something; nothing was overwritten."""

    question: Id
    item: Title  # the stream it is about
    digest: Digest  # of what the file says now, so that it is asked once
    difference: Text


@event("import_question_answered", "question", "Vraag bij het inlezen beantwoord")
class ImportQuestionAnswered(Event):
    """The aanjager looked at the difference and did what was needed."""

    question: Id


@event("examples_added", "example", "Voorbeelden toegevoegd")
class ExamplesAdded(Event):
    """From here on this journal holds invented examples; every page says so."""

    example: Id
    until: date


def answer_question(history: Sequence[Event], *, question: str) -> ImportQuestionAnswered:
    """The aanjager is done with a difference; what had to change was written down by itself."""
    refuse(
        form=(not history and UNKNOWN)
        or (any(isinstance(event, ImportQuestionAnswered) for event in history) and ANSWERED)
    )
    return ImportQuestionAnswered(question=question)
