"""Evidence and answers that recommendations share: equal words under different ids count as the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from respondent.response.model import Response
from respondent.response.text import Text


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
    same: dict[Hashable, list[_Item]] = {}
    for item in _items(response):
        reports = frozenset(ours[id] for id in item.served if id in order)
        same.setdefault((item.kind, item.heading, reports, item.words or item.id), []).append(item)
    return tuple(
        Shared(
            kind=items[0].kind,
            ids=tuple(item.id for item in items),
            items=tuple(
                sorted({id for item in items for id in item.served if id in order}, key=order.__getitem__)
            ),
            heading=items[0].heading,
        )
        for items in same.values()
    )


def same_words(response: Response) -> Mapping[str, tuple[str, ...]]:
    """Return for each text that a letter prints for several ids the texts that have the same words.

    Both are ids of fields: ``evidence.training.text``.
    """
    ours = {item.id: item.report for item in response.recommendations if item.applies}
    reasons: dict[Hashable, list[str]] = {}
    for item in response.recommendations:
        if words := words_of(item.why_not):
            reasons.setdefault((item.report, words), []).append(item.id)
    same = [(item.kind, item.ids) for item in shared(response, ours)]
    return {
        path.format(first): tuple(map(path.format, others))
        for kind, (first, *others) in (*same, *(("reason", ids) for ids in reasons.values()))
        for path in _PATHS[kind]
        if others
    }


_PATHS = {
    "evidence": ("evidence.{}.text",),
    "answer": ("answers.{}.action_taken", "answers.{}.action_proposed", "answers.{}.reason_for_none"),
    "reason": ("recommendations.{}.why_not",),
}
"""The ids of the fields of evidence, of an answer, and of a reason why a recommendation is not ours."""


class _Item(NamedTuple):
    """An item of evidence or an answer."""

    kind: Literal["evidence", "answer"]
    id: str
    served: tuple[str, ...]
    heading: tuple[Hashable, ...]
    words: tuple[Hashable, ...]


def _items(response: Response) -> Iterator[_Item]:
    for evidence in response.evidence:
        # The notice follows an item of evidence by its id, so that one keeps a place of its own.
        notice = evidence.id if evidence.id == response.letter.notice_after else ""
        heading = (evidence.by, evidence.quoted, notice)
        yield _Item("evidence", evidence.id, evidence.answers, heading, words_of(evidence.text))
    for answer in response.answers:
        texts = (answer.action_taken, answer.action_proposed, answer.reason_for_none)
        words = tuple(filter(None, map(words_of, texts)))
        yield _Item("answer", answer.id, answer.recommendations, tuple(map(bool, texts)), words)


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
