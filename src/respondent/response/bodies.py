"""Bodies in both languages: those that come with the program, those of the office, the force, the office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from pydantic import Field

from respondent import resources
from respondent.files import yaml
from respondent.response.office import Body, Office, holding_on
from respondent.response.record import Record
from respondent.response.text import Name

BODIES = "bodies.yaml"
"""The bodies that come with the program, among its templates."""

OFFICE, FORCE = "office", "force"
"""The ids of the office that writes and of its force, whatever they are called on the day."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that one office knows on a day."""

    names: Mapping[str, Name]
    """By the key of each name that one goes by."""

    def named(self, addressee: Name) -> Name | None:
        """Return the name in both languages of an addressee of a response; none for an unknown one.

        One text for both languages is an id or an English name.
        """
        return self.names.get(key(addressee.both)) if addressee.both else addressee


def bodies_on(day: date, office: Office, shipped: tuple[Body, ...]) -> Bodies:
    """Return the bodies that an office knows. Its own precede those that come with the program.

    The office itself and its force precede all. “Police and crime commissioner” alone is any commissioner:
    the one who writes goes by the full name.
    """
    return Bodies({**_by_key(shipped), **_by_key(office.bodies), **dict(_ours(day, office))})


# Each letter asks for the names of all bodies, which are few and the same.
@lru_cache(maxsize=1024)
def key(name: str) -> str:
    """Return what an id and an English name of the same body have in common.

    >>> key("the College of Policing"), key("college-of-policing"), key("National Police Chiefs’ Council")
    ('college-of-policing', 'college-of-policing', 'national-police-chiefs-council')
    """
    letters = re.sub(r"['’]", "", name.casefold())
    return "-".join(re.findall(r"\w+", letters)).removeprefix("the-")


@cache
def shipped_bodies() -> tuple[Body, ...]:
    """Return the bodies that come with the program."""
    return bodies_in(resources.templates())


def bodies_in(shipped: Path) -> tuple[Body, ...]:
    """Return the bodies of a folder of templates. Those that releases sealed before have none."""
    file = shipped / BODIES
    return _BodiesFile.model_validate(yaml.load(file).value).bodies if file.is_file() else ()


class _BodiesFile(Record):
    bodies: tuple[Body, ...] = Field(description="The bodies")


def _by_key(bodies: tuple[Body, ...]) -> dict[str, Name]:
    return {key(text): body.name for body in bodies for text in (body.id, body.name.pair.en, *body.also)}


def _ours(day: date, office: Office) -> Iterator[tuple[str, Name]]:
    if names := holding_on(day, office.names):
        body = _with_article(names.body)
        yield OFFICE, body
        yield key(body.pair.en), body
    if force := holding_on(day, office.force):
        yield FORCE, force.name
        yield key(force.name.pair.en), force.name


def _with_article(name: Name) -> Name:
    """Return the name of an office with the article of an English sentence: the Commissioner for Gwent."""
    en = name.pair.en
    if en.casefold().startswith("the "):
        return name
    return Name.model_validate({**name.model_dump(exclude={"both"}), "cy": name.pair.cy, "en": f"the {en}"})
