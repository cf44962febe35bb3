"""Sources: what an import could not decide by itself, and whether a journal holds examples."""

from datetime import date

from alliance.events.base import Digest, Event, Id, Text, Title, event


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
