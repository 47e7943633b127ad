"""A text in both languages: the two side by side, or one string for what is the same in both."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from respondent.grammar.welsh import Mutation, Noun
from respondent.language import Language, Pair
from respondent.response.record import Line, LongText, Record
from respondent.response.refusals import incomplete, refusal


def _blank_is_missing(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


class Bilingual(Record):
    """A text in Welsh and English."""

    cy: LongText | None = Field(default=None, description="The text in Welsh")
    en: LongText | None = Field(default=None, description="The text in English")
    both: LongText | None = Field(default=None, description="One text for both languages")

    @model_validator(mode="before")
    @classmethod
    def _plain_string(cls, value: object) -> object:
        return {"both": value} if isinstance(value, str) else value

    @field_validator("cy", "en", "both", mode="before")
    @classmethod
    def _blank(cls, value: object) -> object:
        return _blank_is_missing(value)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.both and (self.cy or self.en):
            fault = "a text has `both` and also `cy` or `en`"
            raise refusal(fault, "write either `both`, or `cy` and `en`", at="both")
        return self

    def in_(self, language: Language) -> str | None:
        """Return the text in `language`; none where it is missing."""
        return self.both or Pair(self.cy, self.en).in_(language)

    @property
    def is_same(self) -> bool:
        """Whether one text serves both languages: a name, a number, an address."""
        return self.both is not None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": ["string", "number"]}, record]}


class Text(Bilingual):
    """A text of a response. Either language may still be missing: a draft then shows a gap."""

    source: Literal["cy", "en"] | None = Field(
        default=None, description="The language it was written in first; left out, that of the response"
    )


class FullText(Bilingual):
    """A text that must be given in both languages, because the office's own words are never a gap."""

    @model_validator(mode="after")
    def _full(self) -> Self:
        if not self.both and not (self.cy and self.en):
            missing = [name for name, text in (("cy", self.cy), ("en", self.en)) if not text]
            raise incomplete(missing, "texts of the office need both languages")
        return self

    @cached_property
    def pair(self) -> Pair[str]:
        """The text in both languages."""
        return Pair(self.both or self.cy or "", self.both or self.en or "")


class Name(FullText):
    """A name or title in both languages, with what Welsh grammar has to know of it (see docs/welsh.md)."""

    gender: Literal["m", "f", ""] = Field(default="", description="The gender of the Welsh noun")
    number: Literal["singular", "plural"] = Field(
        default="singular", description="A plural does not soften after the article"
    )
    plural: str = Field(default="", description="The Welsh plural")
    mutates: Literal["yes", "no", "soft-only"] = Field(
        default="yes", description="no: never, as with foreign names; soft-only: the soft mutation alone"
    )
    initial_sound: Literal["auto", "vowel", "consonant"] = Field(
        default="auto", description="The sound it begins with, if the spelling does not show it: acronyms"
    )
    article: Literal["none", "with", "built-in"] = Field(
        default="none", description="with: used with the article; built-in: the name contains it"
    )
    forms: dict[Mutation, LongText] = Field(
        default={}, description="Mutated forms that override the rules, by mutation: soft, nasal, aspirate, h"
    )

    @cached_property
    def noun(self) -> Noun:
        """The Welsh noun, as the grammar takes it."""
        return Noun(
            cy=self.pair.cy,
            gender=self.gender,
            number=self.number,
            plural=self.plural,
            mutates=self.mutates,
            initial_sound=self.initial_sound,
            article=self.article,
            forms=self.forms,
        )


class Lines(Record):
    """Lines of an address: one list for both languages, or one for each."""

    cy: tuple[Line, ...] = Field(default=(), description="The lines in Welsh")
    en: tuple[Line, ...] = Field(default=(), description="The lines in English")
    both: tuple[Line, ...] = Field(default=(), description="The same lines for both languages")

    @model_validator(mode="before")
    @classmethod
    def _plain_list(cls, value: object) -> object:
        return {"both": value} if isinstance(value, list) else value

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.both) == bool(self.cy or self.en) or bool(self.cy) != bool(self.en):
            fault = "the lines are neither one list nor a list each in `cy` and `en`"
            raise refusal(fault, "write one list for both languages, or one for each")
        return self

    def in_(self, language: Language) -> tuple[str, ...]:
        """Return the lines in `language`."""
        return self.both or Pair(self.cy, self.en).in_(language)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [record["properties"]["both"], record]}


class Published(Record):
    """Words that the inspectorate published: in English, and in Welsh if there is a Welsh form.

    A body need not translate what it has not produced, but uses the Welsh version where the other has made
    one (Welsh Language Standards (No. 2) Regulations 2016, Schedule 1, Part 3; No. 5 to be confirmed).
    """

    en: LongText | None = Field(
        default=None, description="The words exactly as published; left empty, the draft shows a gap"
    )
    cy: LongText | None = Field(default=None, description="The Welsh, if there is any")
    welsh: Literal["official", "office", "none"] = Field(
        default="none",
        description="Whose the Welsh is: the inspectorate's, the office's own translation, or none",
    )

    @field_validator("cy", "en", mode="before")
    @classmethod
    def _blank(cls, value: object) -> object:
        return _blank_is_missing(value)

    @model_validator(mode="after")
    def _origin(self) -> Self:
        if self.cy and self.welsh == "none":
            fault = "the Welsh text has no origin"
            advice = (
                "add  welsh: official  if the inspectorate published it, or  welsh: office  if it is yours"
            )
            raise refusal(fault, advice, at="cy")
        return self

    def in_(self, language: Language) -> str | None:
        """Return the words in `language`; none where there are none."""
        return Pair(self.cy, self.en).in_(language)

    def language_in(self, letter: Language) -> Language:
        """Return the language in which a letter quotes the words: its own if there is Welsh, else English."""
        return Language.EN if self.welsh == "none" else letter
