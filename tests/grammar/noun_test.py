"""The values of the grammar: they cannot be changed, and are equal where their fields are."""

from __future__ import annotations

import copy
import pickle

import pytest

from respondent.grammar.value import Value
from respondent.grammar.welsh import TRIGGERS, Mutation, Noun, Phrase, after

LLU = Noun(cy="llu", gender="m")
VALUES = [LLU, after("i", LLU), TRIGGERS["i"], TRIGGERS["i"].rule]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_no_field_can_be_set_or_deleted(value: Value) -> None:
    for name in (*vars(value), "other"):
        with pytest.raises(AttributeError, match=name):
            setattr(value, name, "x")
        with pytest.raises(AttributeError, match=name):
            delattr(value, name)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_copy_is_equal_and_has_the_same_hash(value: Value) -> None:
    for same in (copy.deepcopy(value), pickle.loads(pickle.dumps(value)), value.replace()):
        assert same == value
        assert hash(same) == hash(value)


def test_a_noun_is_equal_where_all_its_fields_are() -> None:
    assert Noun(cy="llu", gender="m") == LLU
    assert Noun(cy="llu", gender="m", forms={Mutation.SOFT: "lu"}) != LLU
    assert Noun(cy="llu") != LLU
    assert LLU != "llu"
    assert {LLU: 1}[Noun(cy="llu", gender="m")] == 1


def test_a_noun_with_stored_forms_has_a_hash() -> None:
    assert (
        len({Noun(cy="llu", forms={Mutation.SOFT: "lu"}), Noun(cy="llu", forms={Mutation.SOFT: "lu"})}) == 1
    )


def test_a_noun_takes_its_fields_by_name() -> None:
    with pytest.raises(TypeError):
        Noun("llu")  # type: ignore[call-arg]


def test_an_unknown_field_is_refused() -> None:
    assert LLU.replace(plural="lluoedd") == Noun(cy="llu", gender="m", plural="lluoedd")
    with pytest.raises(TypeError, match="pluarl"):
        LLU.replace(pluarl="lluoedd")


def test_repr_shows_the_constructor() -> None:
    assert repr(LLU) == (
        "Noun(cy='llu', gender='m', number='singular', plural='', mutates='yes', initial_sound='auto', "
        "article='none', forms={})"
    )
    assert repr(Phrase("llu", LLU)).startswith("Phrase(text='llu', head=Noun(cy='llu', ")
