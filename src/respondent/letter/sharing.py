"""Evidence and answers that recommendations share: equal words under different ids count as the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from respondent.response.model import Answer, Evidence, Response
from respondent.response.text import Text

ItemT = TypeVar("ItemT", Evidence, Answer)


@dataclass(frozen=True, slots=True)
class Shared:
    """An account or an answer, which a letter prints once."""

    kind: Literal["evidence", "answer"]
    ids: tuple[str, ...]
    """All evidence, or all answers, with these words. The first is printed."""

    items: tuple[str, ...]
    """Our recommendations that it serves, in the order of the response."""

    heading: tuple[Hashable, ...]
    """What its heading depends on: the speaker, or the kinds of action."""

    @property
    def id(self) -> str:
        """The id under which it is printed."""
        return self.ids[0]


def shared(response: Response, ours: Mapping[str, str]) -> tuple[Shared, ...]:
    """Return the evidence and the answers of a response, each with the recommendations that it serves.

    Args:
        response: The facts.
        ours: The report of each recommendation that applies to us, in the order of the response.
    """
    order = {id: index for index, id in enumerate(ours)}

    def served(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({id for id in ids if id in order}, key=order.__getitem__))

    def reports(ids: Iterable[str]) -> frozenset[str]:
        return frozenset(ours[id] for id in served(ids))

    def account(item: Evidence) -> tuple[Hashable, ...]:
        # The notice follows an item of evidence by its id, so that one keeps a place of its own.
        notice = item.id if item.id == response.letter.notice_after else ""
        return (item.by, item.quoted, notice)

    def action(item: Answer) -> tuple[Hashable, ...]:
        return tuple(bool(text) for text in _action(item))

    def merged(
        kind: Literal["evidence", "answer"],
        items: Sequence[ItemT],
        served_by: Callable[[ItemT], Iterable[str]],
        words: Callable[[ItemT], Hashable],
        heading: Callable[[ItemT], tuple[Hashable, ...]],
    ) -> Iterator[Shared]:
        groups: dict[Hashable, list[ItemT]] = {}
        for item in items:
            key = (heading(item), reports(served_by(item)), words(item) or item.id)
            groups.setdefault(key, []).append(item)
        for group in groups.values():
            ids = tuple(item.id for item in group)
            yield Shared(kind, ids, served(id for item in group for id in served_by(item)), heading(group[0]))

    return (
        *merged(
            "evidence",
            response.evidence,
            lambda item: item.answers,
            lambda item: words_of(item.text),
            account,
        ),
        *merged(
            "answer",
            response.answers,
            lambda item: item.recommendations,
            lambda item: tuple(filter(None, map(words_of, _action(item)))),
            action,
        ),
    )


def _action(answer: Answer) -> tuple[Text | None, ...]:
    return (answer.action_taken, answer.action_proposed, answer.reason_for_none)


def words_of(text: Text | None) -> tuple[str, ...]:
    """Return the words of a text in both languages. A text that is not written yet is like no other."""
    pair = (text.both or text.cy, text.both or text.en) if text else (None, None)
    return tuple(" ".join(words.split()) for words in pair if words) if all(pair) else ()


def connected(members: Sequence[str], sets: Iterable[Iterable[str]]) -> list[tuple[str, ...]]:
    """Return the members in groups: two of one set are in one group. All keep their order.

    >>> connected("abcde", ["ac", "ce"])
    [('a', 'c', 'e'), ('b',), ('d',)]
    """
    leader = {member: member for member in members}

    def leading(member: str) -> str:
        while leader[member] != member:
            leader[member] = leader[leader[member]]  # halves the path, so that later look-ups are short
            member = leader[member]
        return member

    for together in sets:
        first, *rest = (leading(member) for member in together)
        for other in rest:
            leader[leading(other)] = leading(first)
    groups: dict[str, list[str]] = {}
    for member in members:
        groups.setdefault(leading(member), []).append(member)
    return [tuple(group) for group in groups.values()]
