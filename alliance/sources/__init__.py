"""What comes in: files from outside, checked, compared with the journal, and turned into events."""

from alliance.sources.examples import NotEmpty, add_examples
from alliance.sources.faults import Unfit
from alliance.sources.intake import Report, import_folder

__all__ = ["NotEmpty", "Report", "Unfit", "add_examples", "import_folder"]
