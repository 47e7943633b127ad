"""Family P: names and addresses are the same in both letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from respondent.checks.block_pair import MARGINS, BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.document.tree import Run
from respondent.grammar.welsh.lexicon import lexicon
from respondent.grammar.welsh.radical import radicals
from respondent.language import NAMES, Language, Pair
from respondent.linguistics.language_detection import belongs, is_foreign, is_welsh_word
from respondent.linguistics.place_names import GIVEN_NAMES, NO_NAMES, PLACES, TITLES, WELSH_INITIALS
from respondent.linguistics.words import Word, folded, is_first, words
from respondent.response.office import Office


@check("P301", Severity.WARNING)
def names_alike(case: Case) -> Iterator[Fact]:
    """Names of people and places, and initials, are the same."""
    for block in case.pair.blocks:
        if block.is_compared:
            yield from _names(case, block)


@check("P302", Severity.WARNING)
def addresses_alike(case: Case) -> Iterator[Fact]:
    """Web and e-mail addresses are the same; the office's own may differ by language."""
    own, sites = _contacts(case.rules), _sites(case.rules)
    for block in case.pair.blocks:
        if block.section not in MARGINS and not block.is_same_language and not block.has_gap:
            yield from _addresses(case, block, own, sites)


def _names(case: Case, block: BlockPair) -> Iterator[Fact]:
    named = block.capitals.cy
    if not named:
        return
    unknown = list(_strangers(block, named))
    if unknown:
        agreed = _agreed(case, block)
        unknown = [name for name in unknown if agreed.isdisjoint(candidates(name))]
    if unknown:
        what = f"the Welsh names {', '.join(dict.fromkeys(unknown))}, the English does not"
        yield _fact(case, block, what, ", ".join(unknown))
    places = _places(block)
    only = Pair(places.cy - places.en, places.en - places.cy)  # of counters: what is left over
    if only.cy and only.en and not unknown:
        listed = only.map(lambda names: ", ".join(sorted(names)))
        yield _fact(
            case, block, f"the Welsh names {listed.cy}, the English {listed.en}", f"{listed.cy}|{listed.en}"
        )


def _agreed(case: Case, block: BlockPair) -> set[str]:
    """Return the words of the Welsh names that office.yaml or the terms give for what the English names."""
    text = block.texts.en
    names = [name.cy for name in case.bilingual_names if name.en in text]
    names += [wording for use in case.vocabulary.uses(text) for wording in use.term.wordings]
    return {folded(word.text) for name in names for word in words(name)}


def _strangers(block: BlockPair, named: list[Word]) -> Iterator[str]:
    """Yield the names of the Welsh that the English lacks, or has less often with other names instead."""
    english_counts = Counter(folded(word.text) for word in block.capitals.en)
    small = {word.small for word in block.words.en}
    others = None
    for word in named:
        name = next((name_form for name_form in candidates(word.text) if english_counts[name_form]), "")
        english_counts[name] -= bool(name)
        if name or word.small in small or not _is_untranslated_name(word, block, named):
            continue
        if others is None:
            others = list(_unanswered(block))
        if _is_spelt_out(word, block) or (not others and _is_welsh_name(word, block, named)):
            continue
        if others or not any(name_form in english_counts for name_form in candidates(word.text)):
            yield word.text


def _unanswered(block: BlockPair) -> Iterator[str]:
    """Yield the names of the English that the Welsh does not have."""
    welsh_names = {name for word in block.capitals.cy for name in candidates(word.text)}
    before = ""
    for word in block.capitals.en:
        is_name = before in GIVEN_NAMES or not belongs(word.small, Language.EN)
        if is_name and folded(word.text) not in welsh_names and folded(word.text) not in PLACES:
            yield word.text
        before = word.text


def _fact(case: Case, block: BlockPair, what: str, about: str) -> Fact:
    advice = "correct the name that is wrong, or add both to terms.csv where each language has its own"
    return fact(case, (block.id, None), what, advice, about)


@lru_cache(maxsize=8192)
def candidates(name: str) -> frozenset[str]:
    """Return what a Welsh form of a name may be in English: itself, or unmutated; accents left out."""
    return frozenset(folded(radical.word) for radical in radicals(name))


def _is_untranslated_name(word: Word, block: BlockPair, named: list[Word]) -> bool:
    """Return whether a word of a Welsh text is a name that no translation changes.

    Initials are, but for Welsh ones; a word beside another name or behind a title; a word that Welsh
    could not spell.
    """
    if sum(map(str.isupper, word.text)) > 1:
        return word.text not in WELSH_INITIALS and not _is_shouted(word.text)
    if word.text in NO_NAMES or _is_place(word):
        return False
    before = next((other for other in named if other.end == word.start - 1), None)
    if before and before.text in GIVEN_NAMES and block.texts.cy[before.end] == " ":
        return True
    if not _is_unknown(word):
        return False
    is_name = is_foreign(word.small) and not is_first(block.texts.cy, word)
    return is_name or word.text in GIVEN_NAMES or (before is not None and before.text in TITLES)


def _is_spelt_out(word: Word, block: BlockPair) -> bool:
    """Return whether initials in brackets are of the Welsh words before them: *Uned Atal Trais (UAT)*.

    The English has the initials of its own words. Small words may be left out, the first letter may mutate.
    """
    if not block.texts.cy[: word.start].endswith("(") or not word.text.isupper():
        return False
    rest = word.text.lower()
    for other in reversed([other.small for other in block.words.cy if other.end < word.start]):
        if any(radical[0] == rest[-1] for radical in (other, *candidates(other))):
            rest = rest[:-1]
        elif len(other) > _SMALL_WORD:
            return False
        if not rest:
            return any(len(english.text) > 1 and english.text.isupper() for english in block.capitals.en)
    return False


_SMALL_WORD = 3
"""Letters of the longest word that initials leave out: *yr*, *ar*; not *Atal*."""


def _is_welsh_name(word: Word, block: BlockPair, named: list[Word]) -> bool:
    """Return whether a word is a part of what has a name of its own in Welsh: *Taclo'r Tacle*, Crimestoppers.

    Such a name has several words, at least one of them Welsh and none of them in the English, which has
    another name there. What a title begins, or has a given name in it, is a person. Initials are no such
    name, and the capital that begins a sentence is no part of one.
    """
    if sum(map(str.isupper, word.text)) > 1:
        return False
    group = _joined(word, block, named)
    english = {folded(other.text) for other in block.capitals.en}
    return (
        len(group) > 1
        and any(is_welsh_word(other.small) for other in group)
        and group[0].text not in TITLES
        and not any(other.text in GIVEN_NAMES for other in group)
        and all(english.isdisjoint(candidates(other.text)) for other in group)
        and _has_another_name(block)
    )


def _joined(word: Word, block: BlockPair, named: list[Word]) -> list[Word]:
    """Return the words of the name that a word belongs to."""
    named = [other for other in named if other is word or not is_first(block.texts.cy, other)]
    group, index = [word], named.index(word)
    for other in reversed(named[:index]):
        if _JOINT.fullmatch(block.texts.cy, other.end, group[0].start):
            group.insert(0, other)
    for other in named[index + 1 :]:
        if _JOINT.fullmatch(block.texts.cy, group[-1].end, other.start):
            group.append(other)
    return group


def _has_another_name(block: BlockPair) -> bool:
    """Return whether the English has a capital within a sentence for what the Welsh does not name."""
    welsh = {name for word in block.capitals.cy for name in candidates(word.text)}
    return any(
        folded(word.text) not in welsh | PLACES.keys() and not is_first(block.texts.en, word)
        for word in block.capitals.en
    )


# What stands between the words of one name.
_JOINT = re.compile(r" (?:yr? )?|['’]r ")


def _is_unknown(word: Word) -> bool:
    """Return whether a word in capitals is neither Welsh nor a place: what is left are names."""
    if belongs(word.small, Language.CY) or is_welsh_word(word.small) or word.text in NO_NAMES:
        return False
    return not _is_place(word)


def _is_place(word: Word) -> bool:
    return any(name in PLACES or name in _gazetteer() for name in candidates(word.text))


def _is_shouted(text: str) -> bool:
    """Return whether a word in capitals is an ordinary word: LONDON, CWMBRÂN."""
    return len(text) > 5 and text.isupper() and (is_welsh_word(text.lower()) or text.lower() == "london")


@cache
def _gazetteer() -> Mapping[str, str]:
    """Return the places of the lexicon: they are alike in both languages unless `PLACES` says otherwise."""
    return {folded(word): word for word, classes in lexicon().items() if "l" in classes and word[0].isupper()}


def _places(block: BlockPair) -> Pair[Counter[str]]:
    """Return how often both texts name places, by their Welsh names."""
    welsh = (_place(candidates(word.text)) for word in block.capitals.cy)
    english = (_place((folded(word.text),)) for word in block.capitals.en)
    return Pair(Counter(filter(None, welsh)), Counter(filter(None, english)))


def _place(names: frozenset[str] | tuple[str, ...]) -> str:
    for name in names:
        if name in PLACES:
            return PLACES[name]
    return next((_gazetteer()[name] for name in names if name in _gazetteer()), "")


# Hosts without www count only under the domains that offices use: any other *a.b* is a missing space.
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>()]+|\b(?:[\w-]+\.)+(?:uk|wales|cymru|org|com|net)\b(?:/[^\s<>()]*)?"
)
# The part of an address that chooses the language: it differs by design between the two letters.
_LANGUAGE_PART = re.compile(
    r"/(?:(?:cy|en)(?:-gb)?|cym|eng|welsh|english|cymraeg|saesneg)(?=[/?#]|$)|^(?:cy|en|cymraeg|english)\.(?=.+\.)"
    r"|[?&](?:lang|language|locale|iaith)=(?:cy|en)(?:[-_]gb)?(?=[&#]|$)"
    r"|(?<=[\w-])\.cy(?=[?#]|$)"  # GOV.UK: /government/publications/report.cy
)
_LANGUAGE_NAMED = re.compile(rf"{_LANGUAGE_PART.pattern}|\.cymru(?=/|$)")
_HOSTS = (
    *(("llyw.cymru", "gov.wales"), ("senedd.cymru", "senedd.wales")),
    *(
        (".scth.", ".pcc."),
        (".heddlu.uk", ".police.uk"),
    ),  # swyddfa comisiynydd yr heddlu a throseddu; the force
)
"""Bilingual hosts, or parts of them: each has one name in Welsh and one in English."""

# From this likeness on, two words are one word with a slip (*servey, survey*), and no translation.
_SLIP = 0.8


def _addresses(
    case: Case, block: BlockPair, own: frozenset[str], sites: frozenset[tuple[str, str]]
) -> Iterator[Fact]:
    addresses = Pair.of(lambda language: _addresses_in(block, language))
    only = Pair(
        sorted(addresses.cy.keys() - addresses.en.keys() - own),
        sorted(addresses.en.keys() - addresses.cy.keys() - own),
    )
    for welsh in list(only.cy):
        is_marked = addresses.cy[welsh]
        for english in list(only.en):
            if _is_translated(welsh, english, sites, is_marked=is_marked or addresses.en[english]):
                only.cy.remove(welsh)
                only.en.remove(english)
                break
    if not (only.cy or only.en):
        return
    listed = only.map(", ".join)
    if listed.cy and listed.en:
        what = f"the Welsh has the address {listed.cy}, the English {listed.en}"
    else:
        lacking = Language.CY if listed.en else Language.EN
        what = f"the address {listed.cy or listed.en} is not in the {NAMES.in_(lacking)}"
    advice = "compare the addresses and correct the one that is wrong"
    yield fact(case, (block.id, None), what, advice, f"{listed.cy}|{listed.en}")


def _addresses_in(block: BlockPair, language: Language) -> Mapping[str, bool]:
    """Return the addresses of a text as they are compared, each with whether a part names a language."""
    text = block.texts.in_(language)
    links = [
        address.href for address in block.inlines.in_(language) if isinstance(address, Run) and address.href
    ]
    if block.plain.in_(language) is text:  # no address was blanked in it
        return _marked(links)
    emails = _EMAIL.findall(text)
    webs = _WEB.findall(_EMAIL.sub(" ", text))
    return _marked([*emails, *webs, *links])


def _marked(addresses: Sequence[str]) -> Mapping[str, bool]:
    plain = map(_plain, addresses)
    return {_normal(address): bool(_LANGUAGE_NAMED.search(address)) for address in plain}


def _is_translated(welsh: str, english: str, sites: frozenset[tuple[str, str]], *, is_marked: bool) -> bool:
    """Return whether two addresses are one page of a bilingual site, whose names may be translated.

    As many parts follow the host in both, with the same figures, and none differs by a slip alone.
    """
    parts = Pair(_parts(welsh), _parts(english))
    hosts = Pair(parts.cy[0], parts.en[0])
    is_bilingual = hosts.cy.endswith(".cymru") and hosts.en.endswith(".wales")
    if not (is_bilingual or (hosts.cy, hosts.en) in sites or (is_marked and hosts.cy == hosts.en)):
        return False
    return len(parts.cy) == len(parts.en) and not any(map(_is_slip, parts.cy[1:], parts.en[1:]))


def _parts(address: str) -> list[str]:
    """Return the host of an address, then the name before it or the parts of the path."""
    name, _, host = address.rpartition("@")
    return [host, name] if name else address.split("/")


def _is_slip(first: str, other: str) -> bool:
    if first == other:
        return False
    likeness = SequenceMatcher(None, first, other, autojunk=False).ratio()
    return likeness >= _SLIP or re.findall(r"\d+", first) != re.findall(r"\d+", other)


def _plain(address: str) -> str:
    """Return an address in small letters, without https, www, a full stop."""
    plain = address.rstrip(".,;:!?’'\"").lower()
    return re.sub(r"^(?:https?://|mailto:|tel:)?(?:www\.)?", "", plain)


def _normal(address: str) -> str:
    """Return an address as addresses are compared: plain, without the language."""
    plain = _plain(address)
    for welsh, english in _HOSTS:
        plain = plain.replace(welsh, english)
    return _LANGUAGE_PART.sub("", plain).rstrip("/")


def _contacts(office: Office) -> frozenset[str]:
    """Return the office's own addresses in both languages."""
    fields = [field for contacts in office.contacts for field in (contacts.email, contacts.web) if field]
    return frozenset(_normal(value) for field in fields for _, value in field.pair.items())


def _sites(office: Office) -> frozenset[tuple[str, str]]:
    """Return the hosts of the office's own site that has one in each language."""
    webs = [contacts.web.pair.map(_normal) for contacts in office.contacts if contacts.web]
    hosts = [web.map(lambda address: _parts(address)[0]) for web in webs]
    return frozenset((host.cy, host.en) for host in hosts if host.cy != host.en)
