"""The Dutch that reasons are made of: lists, dates, and what to ask an organisation."""

from collections.abc import Iterable
from datetime import date

QUESTIONS = {
    "mobiliteit": "Is er vervoer naar {}?",
    "taal": "Kun je meedoen met {} als je weinig Nederlands spreekt?",
    "geld": "Is {} gratis of betaalbaar met weinig geld?",
    "digitaal": "Kun je meedoen met {} zonder computer of smartphone?",
    "tijd": "Kan iemand die voor een ander zorgt ook naar {}?",
    "schaamte_taboe": "Kun je bij {} binnenkomen zonder eerst iets uit te leggen?",
}
"""What to ask an organisation of which nobody knows whether its offer takes a drempel away."""
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def quoted(labels: Iterable[str]) -> str:
    """Labels of the alliance's words as a list: each as it was written, between quotation marks."""
    *rest, last = [f"“{label}”" for label in labels] or [""]
    return f"{', '.join(rest)} en {last}" if rest else last


def spoken(day: date) -> str:
    """A date in words: 3 maart 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
