"""What is meant for one sheet of A4 fits on it, for whoever prints it."""

import re

import pytest

from tests.browser.conftest import Enter

pytestmark = pytest.mark.browser
PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize("role", ["aanjager", "kernvoorzitter", "wijkgroep", "contactpersoon"])
def test_the_page_for_who_is_new_goes_on_one_sheet(enter: Enter, role: str) -> None:
    page = enter(role)
    page.goto("/welkom")
    assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_the_page_a_group_hands_over_goes_on_one_sheet(enter: Enter) -> None:
    page = enter("kernvoorzitter")
    page.goto("/welkom/kerngroep")
    assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1
