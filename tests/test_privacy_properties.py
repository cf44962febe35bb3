"""The text check, whatever the number, the address or the day: found, or rightly let through."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from alliance.privacy import personal

NUMBERS = st.integers(10_000_000, 99_999_999)


def with_check_digit(head: int) -> str | None:
    """The citizen service number that begins with these eight digits, if there is one."""
    rest = sum(w * int(d) for w, d in zip(range(9, 1, -1), str(head), strict=True)) % 11
    return f"{head}{rest}" if rest < 10 else None


AROUND = st.sampled_from(["{}", "nummer {}.", "({})", "zie {}, graag", "BSN:{}", "regel\n{}\n"])


@given(number=NUMBERS.map(with_check_digit).filter(bool), around=AROUND)
def test_every_bsn_is_found(number: str, around: str) -> None:
    assert "burgerservicenummer" in (personal(around.format(number)) or "")


@given(head=NUMBERS, off=st.integers(1, 9))
def test_nine_digits_that_fail_the_eleven_test_are_no_bsn(head: int, off: int) -> None:
    if right := with_check_digit(head):
        wrong = right[:-1] + str((int(right[-1]) + off) % 10)
        assert personal(f"zaak {wrong}") is None


PHONES = st.builds(
    lambda style, digits: "".join(digits.pop(0) if sign == "#" else sign for sign in style),
    st.sampled_from(
        [
            "06########",
            "06-########",
            "06 ## ## ## ##",
            "06.##.##.##.##",
            "+316########",
            "+31 6 #### ####",
            "0031 6 ########",
            "+31 (0)6 ########",
            "010-#######",
            "(010) ### ## ##",
            "010 ### ## ##",
            "088 - ### ####",
            "0180 ######",
            "0180/######",
        ]
    ),  # fmt: skip
    st.lists(st.sampled_from("23456789"), min_size=8, max_size=8).map(list),
)


@given(number=PHONES, around=AROUND)
def test_every_dutch_way_to_write_a_phone_number_is_found(number: str, around: str) -> None:
    assert personal(around.format(number)) is not None


WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)


@given(
    name=st.lists(WORDS, min_size=1, max_size=3).map(".".join),
    domain=st.lists(WORDS, min_size=2, max_size=3).map(".".join),
    around=AROUND,
)
def test_every_mail_address_is_found(name: str, domain: str, around: str) -> None:
    assert "mailadres" in (personal(around.format(f"{name}@{domain}")) or "")


@given(
    day=st.dates(date(2010, 1, 1), date(2039, 12, 31)),
    written=st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%y", "%d.%m.%Y"]),
)
def test_a_date_of_today_and_hours_are_no_birthday_and_no_phone(day: date, written: str) -> None:
    assert personal(f"Op {day.strftime(written)} 10.30 uur, of 09.00-10.30-12.00") is None
