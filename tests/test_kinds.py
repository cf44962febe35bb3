"""What was stored is read for ever: every name, every version, and nothing that cannot be read."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
import msgspec.inspect as shapes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance.events.base import (
    KINDS,
    Code,
    Contact,
    Event,
    Fact,
    Id,
    Place,
    Text,
    Title,
    WebAddress,
)
from alliance.journal import decode

HERE = Path(__file__).parent
NAMES = (HERE / "stored_names.txt").read_text("utf-8").split()
"""Every name under which something was ever stored; lines are added, never changed or removed."""
EXAMPLES = [
    json.loads(line) for line in (HERE / "stored_examples.jsonl").read_text("utf-8").splitlines()
]
"""An event of every shape ever released, as it was stored; likewise never changed."""
TEXTS = (Id, Code, Title, Text, Place, Contact, WebAddress)
FIXED_PARTS = {"stored_name", "subject", "label", "stream"}


def stored(example: dict[str, Any]) -> Event:
    return decode(example["name"], json.dumps(example["data"]).encode())


def shape_of(kind: type[Event]) -> shapes.StructType:
    shape = shapes.type_info(kind)
    assert isinstance(shape, shapes.StructType)
    return shape


def inside(shape: shapes.Type) -> list[shapes.Type]:
    """A type and everything it is made of."""
    match shape:
        case shapes.StructType(fields=fields):
            return [shape, *(part for field in fields for part in inside(field.type))]
        case shapes.VarTupleType(item_type=item):
            return [shape, *inside(item)]
        case shapes.UnionType(types=types):
            return [part for one in types for part in inside(one)]
        case shapes.Metadata(type=bare):
            return inside(bare)
    return [shape]


def values(shape: shapes.Type) -> st.SearchStrategy[Any]:
    """Values that fit a type, as a form or a file could give them."""
    match shape:
        case shapes.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: values(field.type) for field in fields})
        case shapes.VarTupleType(item_type=item):
            return st.lists(values(item), max_size=2).map(tuple)
        case shapes.UnionType(types=types):
            return st.one_of(*map(values, types))
        case shapes.Metadata(type=bare):
            return values(bare)
        case shapes.LiteralType(values=words):
            return st.sampled_from(words)
        case shapes.StrType(pattern=str(pattern), max_length=longest):
            fitting = st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)
            return fitting.filter(lambda text: len(text) <= (longest or len(text)))
        case shapes.StrType(min_length=shortest, max_length=longest):
            written = st.characters(exclude_categories=["Cs"])
            return st.text(written, min_size=shortest or 0, max_size=min(longest or 0, 30))
        case shapes.IntType():
            return st.integers(-(2**53), 2**53)
        case shapes.BoolType():
            return st.booleans()
        case shapes.DateType():
            return st.dates()
        case shapes.TimeType():
            return st.times()
        case shapes.NoneType():
            return st.none()
    raise AssertionError(f"no event should hold {shape}")


def test_every_stored_name_is_listed_and_none_ever_vanishes() -> None:
    assert sorted(KINDS) == NAMES, "add the new name to tests/stored_names.txt; remove none"


def test_a_stored_name_is_what_happened_to_one_subject() -> None:
    odd = [
        name
        for name in NAMES
        if not re.fullmatch(
            r"[a-z]+(_[a-z]+)*_(\w+ed|set|held|left|done|given|taken|sent|withdrawn|over)", name
        )
    ]
    assert odd == []
    assert [name for name in NAMES if re.search(r"_(event|created|updated)$", name)] == []


def test_every_event_ever_stored_can_still_be_read() -> None:
    for example in EXAMPLES:
        assert stored(example).stored_name == example["name"]


def test_there_is_a_stored_example_of_every_event_as_it_is_today() -> None:
    newest = {example["name"]: example["data"] for example in EXAMPLES}
    assert newest.keys() == KINDS.keys()
    for name, kind in KINDS.items():
        assert newest[name].keys() == set(kind.__struct_fields__), (
            f"add a line with today's {name} to tests/stored_examples.jsonl"
        )


def test_no_stored_example_leaves_a_field_empty() -> None:
    newest = {example["name"]: example["data"] for example in EXAMPLES}
    empty = {
        f"{name}.{field}"
        for name, data in newest.items()
        for field, value in data.items()
        if value in (None, [], "")
    }
    assert empty == set()


def test_an_example_is_stored_again_as_the_same_bytes() -> None:
    newest = {example["name"]: example for example in EXAMPLES}
    for name, example in newest.items():
        assert json.loads(msgspec.json.encode(stored(example))) == example["data"], name


@pytest.mark.parametrize("name", NAMES)
def test_whatever_an_event_says_reads_back_as_the_same(name: str) -> None:
    @settings(max_examples=10, deadline=None, database=None)
    @given(values(shape_of(KINDS[name])))
    def stays_the_same(event: Event) -> None:
        assert decode(name, msgspec.json.encode(event)) == event

    stays_the_same()


def test_a_field_that_is_not_known_is_refused() -> None:
    for example in EXAMPLES:
        more = {**example, "data": example["data"] | {"surprise": "!"}}
        with pytest.raises(msgspec.ValidationError, match="unknown field `surprise`"):
            stored(more)


def test_text_in_an_event_always_has_a_shape() -> None:
    bare = [
        (kind.stored_name, shape)
        for kind in KINDS.values()
        for shape in inside(shape_of(kind))
        if isinstance(shape, shapes.StrType) and not (shape.pattern or shape.max_length)
    ]
    assert bare == []


def test_a_key_never_ends_with_a_line_break() -> None:
    example = next(each for each in EXAMPLES if each["name"] == "offer_confirmed")
    with pytest.raises(msgspec.ValidationError, match="matching regex"):
        stored({**example, "data": {"offer": "koffieochtend\n"}})


def test_numbers_in_an_event_are_whole_and_nothing_is_left_untyped() -> None:
    kinds = (shapes.FloatType, shapes.AnyType, shapes.DictType, shapes.ListType, shapes.RawType)
    loose = [
        (kind.stored_name, shape)
        for kind in KINDS.values()
        for shape in inside(shape_of(kind))
        if isinstance(shape, kinds)
    ]
    assert loose == []


def test_every_event_belongs_to_the_stream_of_its_subject() -> None:
    for example in EXAMPLES:
        event = stored(example)
        assert event.stream == f"{event.subject}:{example['data'][event.subject]}"
        fields = shape_of(type(event)).fields
        assert [field.required for field in fields if field.name == event.subject] == [True]


def test_no_field_hides_what_every_event_has() -> None:
    assert [kind for kind in KINDS.values() if FIXED_PARTS & set(kind.__struct_fields__)] == []


def test_events_are_frozen_and_keyword_only() -> None:
    for kind in KINDS.values():
        for part in (
            shape.cls for shape in inside(shape_of(kind)) if isinstance(shape, shapes.StructType)
        ):
            assert issubclass(part, Fact)
            assert part.__struct_config__.frozen
            assert part.__struct_config__.forbid_unknown_fields


def test_ids_are_called_the_same_everywhere() -> None:
    called: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS.values():
        called[kind.subject].add(kind.__module__)
        assert not [field for field in kind.__struct_fields__ if field.endswith("_id")]
    assert {subject: modules for subject, modules in called.items() if len(modules) > 1} == {}


def test_a_stored_name_belongs_to_its_first_owner() -> None:
    from alliance.events.base import event

    class Impostor(Event):
        action: Id

    with pytest.raises(ValueError, match="already taken"):
        event("action_agreed", "action", "Iets anders")(Impostor)
    with pytest.raises(ValueError, match="no field 'offer'"):
        event("impostor_seen", "offer", "Iets anders")(Impostor)
    assert "impostor_seen" not in KINDS
