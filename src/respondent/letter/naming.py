"""Who writes, to whom, from where, on which day: the names of one letter in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from respondent.document.tree import Paragraph, Picture, Run
from respondent.grammar import english, welsh
from respondent.language import Pair
from respondent.letter import letter as views
from respondent.letter.choice import CHIEF_OFFICER, HOLDER, Choice
from respondent.letter.letter import Blocks
from respondent.letter.value import Localizer
from respondent.response.office import Office, Person
from respondent.response.office import PictureFile as PictureFile
from respondent.response.reading import OfficeFile

GRAMMARS = Pair(welsh, english)


NOTICES = ("correspondence", "availability")


class NamedParties(NamedTuple):
    """What a letter says of the office and its people: the same for all of one day to the same people."""

    letterhead: views.Letterhead
    writer: views.OfficeView
    recipients: tuple[views.Recipient, ...]
    copies: tuple[views.Recipient, ...]
    notices: Mapping[str, Blocks]


@dataclass(frozen=True, eq=False)
class LetterNames:
    """An office as its letters name it; what was said once is kept for the letters that follow."""

    office: OfficeFile
    labels: Pair[Mapping[str, str]]
    """The labels in both languages, those of the office among them."""

    _kept: dict[tuple[object, ...], NamedParties] = field(default_factory=dict)

    def said(self, choice: Choice, speaker: Localizer, recipients: tuple[str, ...]) -> NamedParties:
        """Return what a letter says of the office.

        Args:
            choice: What holds on the letter's day.
            speaker: Says it, in the letter's language.
            recipients: The roles that the letter goes to.
        """
        key = (choice.day, recipients, choice.copies, speaker.language)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = Naming(self.office.facts, choice, self.labels, speaker).said(recipients)
        return self._kept[key]


_MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Naming:
    """Says the names of an office and its people in one language."""

    office: Office
    choice: Choice
    labels: Pair[Mapping[str, str]]
    speaker: Localizer

    def said(self, recipients: tuple[str, ...]) -> NamedParties:
        """Return all that a letter says of the office."""
        return NamedParties(
            letterhead=self.letterhead(),
            writer=self.writer(),
            recipients=tuple(self.recipient(role) for role in recipients),
            copies=tuple(self.recipient(role) for role in self.choice.copies),
            notices={kind: self.notice(kind) for kind in NOTICES},
        )

    def day(self, day: date | None) -> str:
        """Return a date in the office's style; empty for none."""
        if day is None:
            return ""
        style = Pair(self.office.dates.cy, self.office.dates.en).in_(self.speaker.language)
        return str(GRAMMARS.in_(self.speaker.language).date_text(day, style))

    def letterhead(self) -> views.Letterhead:
        """Return the head of the first page."""
        speaker, names, contacts = self.speaker, self.choice.names, self.choice.contacts
        ways = {"telephone": contacts.telephone, "email": contacts.email, "web": contacts.web}
        return views.Letterhead(
            office=speaker.bilingual(names.office),
            address=speaker.bilingual_lines(contacts.address),
            contacts=tuple(
                views.Contact(speaker.bilingual_label(self.labels, key), speaker.bilingual(text))
                for key, text in ways.items()
                if text
            ),
            body=speaker.bilingual(names.body),
            holder=self._signatory(self.choice.people[HOLDER]),
            logo=self._picture("logo", self.office.stationery.logo),
        )

    def writer(self) -> views.OfficeView:
        """Return the office that writes."""
        speaker, names, people = self.speaker, self.choice.names, self.choice.people
        chief = people.get(CHIEF_OFFICER)
        return views.OfficeView(
            body=speaker.name(names.body),
            name=speaker.name(names.office),
            area=speaker.name(names.area),
            force=speaker.name(self.choice.force.name),
            email=speaker.words(self.choice.contacts.email),
            holder=self._signatory(people[HOLDER]),
            holder_title=speaker.name(people[HOLDER].title or names.body),
            chief_officer=speaker.name(chief.title if chief else None) or speaker.labels["chief-officer"],
            sign_off=speaker.words(self.office.sign_off),
            signature=self._picture("signature", self.office.stationery.signature),
        )

    def _signatory(self, person: Person) -> str:
        return " ".join(filter(None, (self.speaker.words(person.name), person.post_nominals)))

    def _picture(self, id: str, picture: PictureFile | None) -> Blocks:
        return (Picture(id, self.speaker.language, id, self.speaker.words(picture.alt)),) if picture else ()

    def recipient(self, role: str) -> views.Recipient:
        """Return who holds a role on the letter's day."""
        person, speaker = self.choice.people[role], self.speaker
        name = self._signatory(person) or speaker.words(person.title)
        post = speaker.name(person.title) if person.name else ""
        address = person.address.in_(self.speaker.language) if person.address else ()
        lines = [name, *([str(post)] if post else ()), *address]
        return views.Recipient(speaker.column(lines), speaker.words(person.salutation), name, post)

    def notice(self, kind: str) -> Blocks:
        """Return the office's approved words, a paragraph a language; nothing where it has none."""
        notice = self.choice.notices.get(kind)
        if notice is None:
            return ()
        return tuple(
            Paragraph(f"{kind}.{language}", language, (Run(notice.text.pair.in_(language), language),))
            for language in self.speaker.order
        )
