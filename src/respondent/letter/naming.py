"""Names the office, the people and the dates of one letter in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, get_args

from respondent.document.tree import Paragraph, Picture, Run, Words
from respondent.grammar import english, welsh
from respondent.grammar.protocol import Grammar
from respondent.language import Pair
from respondent.letter import letter as views
from respondent.letter.choice import CHIEF_OFFICER, HOLDER, Choice
from respondent.letter.letter import Blocks, Value
from respondent.letter.value import Localizer
from respondent.response.bodies import Bodies, bodies_on, key, shipped_bodies
from respondent.response.kinds import NoticeKind
from respondent.response.office import Body, Office, Person
from respondent.response.office import PictureFile as PictureFile
from respondent.response.reading import OfficeFile

GRAMMARS: Pair[Grammar[str]] = Pair(welsh, english)


PEOPLE = "people, "
"""How the gap of somebody begins whom `office.yaml` does not know on the letter's day."""


class NamedParties(NamedTuple):
    """The office and the people of a letter. Letters of one day to the same people share them."""

    letterhead: views.Letterhead
    writer: views.OfficeView
    recipients: tuple[views.Recipient, ...]
    copies: tuple[views.Recipient, ...]
    salutation: Value
    """That of each recipient, one below the other."""

    notices: Mapping[str, Blocks]


_MOST_CACHED = 64
"""The size limit of the cache. Few letters of one run differ in day, recipients and copies."""


@dataclass(frozen=True, eq=False)
class LetterNames:
    """An office as its letters name it. Letters of one day to the same people share one result."""

    office: OfficeFile
    labels: Pair[Mapping[str, str]]
    """The labels in both languages, including those of the office."""

    shipped: tuple[Body, ...] = field(default_factory=shipped_bodies)
    """The bodies that come with the program, or that a release has sealed."""

    _cache: dict[tuple[object, ...], NamedParties] = field(default_factory=dict)

    def bodies(self, day: date) -> Bodies:
        """Return the bodies that recommendations may be addressed to, with their names on a day."""
        return bodies_on(day, self.office.facts, self.shipped)

    def naming(self, choice: Choice, localizer: Localizer) -> Naming:
        """Return the names of one letter."""
        return Naming(self.office.facts, choice, self.labels, localizer, self.bodies(choice.day))

    def parties(self, choice: Choice, localizer: Localizer, recipients: tuple[str, ...]) -> NamedParties:
        """Return the office and the people of a letter.

        Args:
            choice: The records for the letter's day.
            localizer: For the language of the letter.
            recipients: The roles to which the letter is addressed.
        """
        key = (choice.day, recipients, choice.copies, localizer.language)
        if key not in self._cache:
            if len(self._cache) >= _MOST_CACHED:
                self._cache.clear()
            self._cache[key] = self.naming(choice, localizer).parties(recipients)
        return self._cache[key]


@dataclass(frozen=True, slots=True)
class Naming:
    """Names an office and its people in one language."""

    office: Office
    choice: Choice
    labels: Pair[Mapping[str, str]]
    localizer: Localizer
    bodies: Bodies

    def parties(self, recipients: tuple[str, ...]) -> NamedParties:
        """Return the office, its notices, the recipients and those who get a copy."""
        addressed = tuple(self.recipient(role) for role in recipients)
        return NamedParties(
            letterhead=self.letterhead(),
            writer=self.writer(),
            recipients=addressed,
            copies=tuple(self.recipient(role) for role in self.choice.copies),
            salutation=self.salutation(recipients),
            notices={kind: self.notice(kind) for kind in get_args(NoticeKind)},
        )

    def day(self, day: date | None) -> str:
        """Return a date in the office's style, or nothing without a date."""
        if day is None:
            return ""
        style = Pair(self.office.dates.cy, self.office.dates.en).in_(self.localizer.language)
        return GRAMMARS.in_(self.localizer.language).date_text(day, style)

    def letterhead(self) -> views.Letterhead:
        """Return the head of the first page."""
        localizer, names, contacts = self.localizer, self.choice.names, self.choice.contacts
        ways = {"telephone": contacts.telephone, "email": contacts.email, "web": contacts.web}
        return views.Letterhead(
            office=localizer.bilingual(names.office),
            address=localizer.bilingual_lines(contacts.address),
            contacts=tuple(
                views.Contact(localizer.bilingual_label(self.labels, key), localizer.bilingual(text))
                for key, text in ways.items()
                if text
            ),
            body=localizer.bilingual(names.body),
            holder=self.named(HOLDER),
            logo=self._picture("logo", self.office.stationery.logo),
        )

    def writer(self) -> views.OfficeView:
        """Return the office that writes."""
        localizer, names, people = self.localizer, self.choice.names, self.choice.people
        chief, holder = people.get(CHIEF_OFFICER), people.get(HOLDER)
        return views.OfficeView(
            body=localizer.name(names.body),
            name=localizer.name(names.office),
            area=localizer.name(names.area),
            force=localizer.name(self.choice.force.name),
            email=localizer.words(self.choice.contacts.email),
            holder=self.named(HOLDER),
            holder_title=localizer.name((holder.title if holder else None) or names.body),
            chief_officer=localizer.name(chief.title if chief else None) or localizer.labels["chief-officer"],
            chief_officer_post=localizer.words(chief.title if chief else None)
            or localizer.labels["chief-officer"],
            chief_officer_name=localizer.words(chief.name if chief else None),
            sign_off=localizer.words(self.office.sign_off),
            signature=self._picture("signature", self.office.stationery.signature),
        )

    def _signatory(self, person: Person) -> str:
        return " ".join(filter(None, (self.localizer.words(person.name), person.post_nominals)))

    def _picture(self, id: str, picture: PictureFile | None) -> Blocks:
        return (
            (Picture(id, self.localizer.language, id, self.localizer.words(picture.alt)),) if picture else ()
        )

    def recipient(self, role: str) -> views.Recipient:
        """Return the person in a role on the letter's day, or a gap."""
        person, localizer, name = self.choice.people.get(role), self.localizer, self.named(role)
        if person is None:
            return views.Recipient(localizer.column([name]), "", name, "")
        post = localizer.name(person.title) if person.name else ""
        address = person.address.in_(localizer.language) if person.address else ()
        lines = [name, *([str(post)] if post else ()), *address]
        return views.Recipient(localizer.column(lines), localizer.words(person.salutation), name, post)

    def named(self, role: str) -> str | Words:
        """Return the name and letters of the person in a role, else the post; a gap if nobody is known."""
        person, localizer = self.choice.people.get(role), self.localizer
        if person is None:
            return localizer.missing(f"{PEOPLE}{role} on {self.choice.day}")
        return self._signatory(person) or self._post_alone(person)

    def _post_alone(self, person: Person) -> str:
        """Return a post that stands for a name: *Yr Ysgrifennydd Cartref*, the Chief Constable of a force.

        The Welsh has the article that the office's record or that of the body gives. A post with the name of
        its force has none: a definite genitive follows (Yr Arddulliadur, *y fannod*).
        """
        title = self.localizer.name(person.title)
        force = self.localizer.name(self.choice.force.name)
        if person.role == CHIEF_OFFICER and str(force) not in str(title):
            return Pair(f"{title} {force}", f"{title} of {force}").in_(self.localizer.language)
        if not isinstance(title, welsh.Noun):
            return str(title)
        body = self.bodies.names.get(key(person.title.pair.en)) if person.title else None
        words = str(welsh.join([body.noun if body and body.pair.cy == title.cy else title]))
        return words[:1].upper() + words[1:]

    def salutation(self, recipients: tuple[str, ...]) -> Value:
        """Return how the letter greets its recipients.

        Each has a line of its own: in one line, the second title would have another form in Welsh, which the
        office does not give. *Annwyl* softens it, *a* does not: Annwyl Weinidog, but a Gweinidog.
        """
        return self.localizer.column(self._greeting(role) for role in recipients)

    def _greeting(self, role: str) -> str | Words:
        person, localizer = self.choice.people.get(role), self.localizer
        if person is None:
            return self.named(role)
        gap = f"{PEOPLE}{role} on {self.choice.day}, salutation"
        return localizer.words(person.salutation) or localizer.missing(gap)

    def notice(self, kind: NoticeKind) -> Blocks:
        """Return the office's own notice, a paragraph for each language, if it has one."""
        notice = self.choice.notices.get(kind)
        if notice is None:
            return ()
        return tuple(
            Paragraph(f"{kind}.{language}", language, (Run(notice.text.pair.in_(language), language),))
            for language in self.localizer.order
        )
