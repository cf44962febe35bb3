"""What a refusal told, field by field."""

from collections.abc import Callable

import pytest

from alliance.events.base import Refused


def faults(act: Callable[[], object]) -> dict[str, str]:
    """The sentences with which this was refused, by form field; fails when it was not."""
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults
