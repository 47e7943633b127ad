"""Changes to one letter's tree, as cases write them: words replaced, blocks dropped, swapped, doubled, put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from respondent.document.tree import Document, Inline, Paragraph, Run
from respondent.document.walk import Node, children, inlines, nodes, runs
from respondent.language import Language, Pair

Change = Callable[[Node], tuple[Node, ...]]
"""What stands in the place of a node: itself, another, several, none."""


def changed(documents: Pair[Document], edits: Sequence[Mapping[str, Sequence[str]]]) -> Pair[Document]:
    """Return both letters with edits made, each a verb with what it takes, the letter and the block first.

    ``replace: [en, closing.1, old, new]`` · ``drop: [cy, copies]`` · ``double: [en, closing.1]`` ·
    ``swap: [en, a, b]`` · ``insert: [en, after-this, words]`` · ``mark: [cy, block, en]`` for the language of
    its words.
    """
    for edit in edits:
        ((verb, (letter, block, *more)),) = edit.items()
        languages = Language if letter == "both" else (Language(letter),)
        for language in languages:
            documents = _with(documents, language, _VERBS[verb](documents.in_(language), block, *more))
    return documents


def _with(documents: Pair[Document], language: Language, document: Document) -> Pair[Document]:
    return Pair.of(lambda one: document if one == language else documents.in_(one))


def replaced(document: Document, id: str, old: str, new: str) -> Document:
    """Return the letter with words replaced in a block, which must have them once in a run."""
    found = [run for run in runs([_block(document, id)]) if old in run.text]
    assert len(found) == 1, f"{old!r} stands in {len(found)} runs of {id}"
    return _each_run(document, id, lambda run: replace(run, text=run.text.replace(old, new)))


def dropped(document: Document, id: str) -> Document:
    """Return the letter without a block."""
    return edited(document, lambda node: () if node.id == _known(document, id) else (node,))


def doubled(document: Document, id: str) -> Document:
    """Return the letter with a block twice."""
    return edited(document, lambda node: (node, node) if node.id == _known(document, id) else (node,))


def swapped(document: Document, first: str, second: str) -> Document:
    """Return the letter with two blocks in each other's place."""
    one, two = _block(document, first), _block(document, second)
    return edited(document, lambda node: ({first: two, second: one}.get(node.id, node),))


def with_paragraph(document: Document, after: str, words: str) -> Document:
    """Return the letter with a paragraph in its language put in after a block."""
    language = document.language
    paragraph = Paragraph(f"{after}.put-in", language, (Run(words, language),))
    return edited(document, lambda node: (node, paragraph) if node.id == _known(document, after) else (node,))


def marked(document: Document, id: str, language: str) -> Document:
    """Return the letter with the words of a block said to be in a language."""
    return _each_run(document, id, lambda run: replace(run, language=Language(language)))


def lengthened(document: Document, id: str) -> Document:
    """Return the letter with a word more at the end of a block."""
    last = [node for node in _under(document, id) if inlines(node)][-1]
    more = Run(" Ychwanegol", last.language)
    return edited(
        document, lambda node: (_filled(node, [*inlines(node), more]) if node.id == last.id else node,)
    )


def _each_run(document: Document, id: str, change: Callable[[Run], Run]) -> Document:
    ids = {node.id for node in _under(document, id)}

    def filled(node: Node) -> Node:
        return _filled(node, [change(one) if isinstance(one, Run) else one for one in inlines(node)])

    return edited(document, lambda node: (filled(node) if node.id in ids and inlines(node) else node,))


_VERBS: Mapping[str, Callable[..., Document]] = {
    "replace": replaced,
    "drop": dropped,
    "double": doubled,
    "swap": swapped,
    "insert": with_paragraph,
    "mark": marked,
}


def edited(document: Document, change: Change) -> Document:
    """Return the letter with each of its nodes changed, from the leaves up."""

    def all_of(blocks: Sequence[Node]) -> tuple[Node, ...]:
        return tuple(new for node in blocks for new in change(_rebuilt(node, all_of(children(node)))))

    parts = [
        replace(part, letterhead=all_of(part.letterhead), blocks=all_of(part.blocks), foot=all_of(part.foot))  # type: ignore[arg-type]  # blocks stay blocks
        for part in document.parts
    ]
    return replace(document, parts=tuple(parts))


def _rebuilt(node: Node, inner: tuple[Node, ...]) -> Node:
    for name in ("blocks", "items", "cells"):
        if hasattr(node, name):
            return _with_values(node, **{name: inner})
    return _with_values(node, header=inner[0], rows=inner[1:]) if inner else node


def _filled(node: Node, content: Sequence[Inline]) -> Node:
    name = "inlines" if hasattr(node, "inlines") else "label"
    return _with_values(node, **{name: tuple(content)})


def _with_values(node: Node, **values: object) -> Node:
    made: Node = replace(cast(Any, node), **values)
    return made


def _all(document: Document) -> list[Node]:
    return [node for part in document.parts for node in nodes((*part.letterhead, *part.blocks, *part.foot))]


def _block(document: Document, id: str) -> Node:
    found = [node for node in _all(document) if node.id == id]
    assert found, f"no block {id}; there are {', '.join(node.id for node in _all(document))}"
    return found[0]


def _known(document: Document, id: str) -> str:
    return _block(document, id).id


def _under(document: Document, id: str) -> list[Node]:
    return list(nodes([_block(document, id)]))
