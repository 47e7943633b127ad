"""Decides what stands where in a letter, once for both languages: order, groups, headings, references.

Templates only word the plan. It holds ids and counts, and no words of a language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from string import ascii_uppercase
from typing import Literal

from respondent.letter.numbering import Numbering, numbering
from respondent.letter.reasons import addressee_in
from respondent.letter.sharing import Shared, connected, shared, words_of
from respondent.response.kinds import CONCERNS
from respondent.response.model import Recommendation, Response
from respondent.response.office import ANNEX_ABOVE

StepKind = Literal["heading", "quotation", "evidence", "answer", "not-ours", "together", "elsewhere", "also"]
"""What a step prints. The last three only where shared words stand apart from what they are about:
``together`` before such an answer, ``elsewhere`` to point to it, ``also`` below such evidence."""

LabelForm = Literal["", "number", "full"]
"""How much a label over a quotation says: nothing, the number, or kind and number."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a letter prints in a group."""

    kind: StepKind
    id: str
    """The id of the recommendation, the evidence or the answer."""

    about: tuple[str, ...] = ()
    """The recommendations that it has to name. Empty if its place shows what it is about."""

    label: LabelForm = ""
    is_inner: bool = False
    """Whether it stands below a heading inside its group."""

    is_continued: bool = False
    """Whether it needs no heading, because the step before has the same one."""

    under: tuple[str, ...] = ()
    """For ``elsewhere``: the recommendation below which the answer stands."""


@dataclass(frozen=True, slots=True)
class Group:
    """Recommendations that stand together."""

    id: str
    items: tuple[str, ...]
    heading: tuple[str, ...]
    """The recommendations that its heading names. Empty if it needs none."""

    steps: tuple[Step, ...]
    theme: str = ""
    """The heading of the office's own that begins with this group."""

    part: str = ""
    """Its letter, where the quotations are in the annex: A."""


@dataclass(frozen=True, slots=True)
class Others:
    """Recommendations that are not for us, for one reason."""

    items: tuple[str, ...]
    reason: str = ""
    """The recommendation whose `why_not` is printed. Empty if they are for their addressees."""

    is_for_bodies: bool = True
    """Whether the letter names the bodies for which they are, and no other reason."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How many recommendations a report makes, and of what kinds."""

    made: int
    listed: int
    ours: int
    areas: int
    """The areas for improvement that apply to us."""

    concerns: int
    """The causes of concern that apply to us."""

    about_concerns: int
    """The recommendations that belong to them."""

    is_one_each: bool
    """Whether each cause of concern has exactly one recommendation."""

    is_answered: bool
    """Whether the letter responds to the areas too."""

    is_together: bool
    """Whether one group without a heading holds all that is ours, with one answer for all."""

    is_renumbered: bool
    """Whether the letter numbers what has no numbers in the report."""

    @property
    def unlisted(self) -> int:
        """The recommendations that the response does not list."""
        return self.made - self.listed


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """The section of a report."""

    id: str
    scope: Scope
    groups: tuple[Group, ...]
    others: tuple[Others, ...]
    shared: tuple[Step, ...]
    """What several groups of the office's own share."""

    is_one_voice: bool = False
    """Whether its parts are accounts by the force alone, so that one heading serves them all."""

    part: str = ""
    """The letter of the part about the others, in a letter with an annex."""


@dataclass(frozen=True)
class Plan:
    """The plan of a letter."""

    reports: tuple[ReportPlan, ...]
    first: tuple[Step, ...]
    """Answers to all that is ours, where the quotations are in an annex: they stand before the groups."""

    shared: tuple[Step, ...]
    """What several reports share."""

    good_practice: tuple[str, ...]
    """The evidence that answers nothing of ours."""

    accounts: tuple[str, ...]
    """The evidence in the order of the response, for a narrative letter."""

    answers: tuple[Step, ...]
    """The answers in the order of the response, for a narrative letter."""

    names: Mapping[str, Numbering]
    """What each recommendation is called."""

    printed: Mapping[tuple[str, str], str]
    """The id under which evidence and answers are printed, by kind and id: equal words are printed once."""

    has_annex: bool

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The recommendations whose words the letter or its annex quotes, in the order in which it does."""
        if self.has_annex:
            return tuple(self.names)
        groups = (group for report in self.reports for group in report.groups)
        return tuple(step.id for group in groups for step in group.steps if step.kind == "quotation")

    @cached_property
    def reason_sections(self) -> Mapping[str, str]:
        """The section that gives the reason why each recommendation is not ours."""
        sections: dict[str, str] = {}
        for report in self.reports:
            for step in (step for group in report.groups for step in group.steps if step.kind == "not-ours"):
                sections.update(dict.fromkeys(step.about, f"not-ours.{step.id}"))
            for entry in report.others:
                is_named = entry.is_for_bodies
                section = f"others.{report.id}" if is_named else f"not-ours.{entry.items[0]}"
                sections.update(dict.fromkeys(entry.items, section))
        return sections

    @cached_property
    def part_of(self) -> Mapping[str, str]:
        """Return the part that each recommendation is in."""
        groups = ((group.part, group.items) for report in self.reports for group in report.groups)
        others = ((report.part, entry.items) for report in self.reports for entry in report.others)
        return {id: part for part, ids in (*groups, *others) for id in ids}


def plan(response: Response, annex_above: int = ANNEX_ABOVE) -> Plan:
    """Return the plan of a response's letters.

    Args:
        response: The facts.
        annex_above: The most quotations that the letter holds itself.
    """
    return _Planner(response, annex_above).plan()


@dataclass(frozen=True)
class _Planner:
    """Makes one plan. Look-ups go through maps, so that the work grows with the number of recommendations."""

    response: Response
    annex_above: int

    def plan(self) -> Plan:
        reports = tuple(self._report(report.id) for report in self.response.reports)
        shared = self._shared
        return Plan(
            reports=_lettered(reports) if self._has_annex else reports,
            first=tuple(
                Step("answer", item.id, is_continued=True) for item in shared if self._is_first(item)
            ),
            shared=self._apart(self._by_home.get(None, ())),
            good_practice=tuple(item.id for item in shared if item.kind == "evidence" and not item.items),
            accounts=tuple(item.id for item in shared if item.kind == "evidence"),
            answers=self._apart(item for item in shared if item.kind == "answer"),
            names=self._names,
            printed={(item.kind, id): item.id for item in shared for id in item.ids},
            has_annex=self._has_annex,
        )

    @cached_property
    def _items(self) -> Mapping[str, Recommendation]:
        return {item.id: item for item in self.response.recommendations}

    @cached_property
    def _unit(self) -> Mapping[str, str]:
        """The cause of concern of each of our recommendations, or itself: what always stands together."""
        ours = [item for item in self.response.recommendations if item.applies]
        causes = {item.id: item.report for item in ours if item.kind in CONCERNS}
        return {
            item.id: item.cause_of_concern
            if item.cause_of_concern and causes.get(item.cause_of_concern) == item.report
            else item.id
            for item in ours
        }

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        """The recommendations of each unit, a cause of concern first."""
        members: dict[str, list[str]] = {}
        for id, unit in self._unit.items():
            members.setdefault(unit, [unit])
            if id != unit:
                members[unit].append(id)
        return {unit: tuple(ids) for unit, ids in members.items()}

    @cached_property
    def _theme(self) -> Mapping[str, str]:
        """The group of the office's own that each unit is in."""
        themes = self.response.letter.groups
        return {
            self._unit[id]: theme.id for theme in themes for id in theme.recommendations if id in self._unit
        }

    @cached_property
    def _shared(self) -> tuple[Shared, ...]:
        return shared(self.response, {id: self._items[id].report for id in self._unit})

    @cached_property
    def _served(self) -> frozenset[str]:
        """The recommendations that some evidence or answer serves."""
        return frozenset(id for item in self._shared for id in item.items)

    @cached_property
    def _makes(self) -> Mapping[str, int | None]:
        return {report.id: report.makes for report in self.response.reports}

    @cached_property
    def _has_annex(self) -> bool:
        return self.response.letter.grouping == "shared" and len(self._items) > self.annex_above

    @cached_property
    def _is_narrative(self) -> bool:
        return self.response.letter.layout == "narrative"

    @cached_property
    def _our_recommendations(self) -> frozenset[str]:
        return frozenset(id for id in self._unit if self._items[id].kind == "recommendation")

    def _is_first(self, item: Shared) -> bool:
        """Return whether an answer stands before all groups: it covers all that the law asks us to answer."""
        if not self._has_annex or self._is_narrative or item.kind != "answer" or len(item.items) < 2:
            return False
        return self._our_recommendations <= frozenset(item.items)

    def _home(self, item: Shared) -> tuple[str, str] | None:
        """Return the report and the theme below which something is printed; None if it has no one place."""
        if not item.items or self._is_first(item):  # good practice, and what stands before all groups
            return ("", "")
        reports = {self._items[id].report for id in item.items}
        themes = {self._theme.get(self._unit[id], "") for id in item.items}
        if len(reports) > 1:
            return None
        return (reports.pop(), themes.pop() if len(themes) == 1 else "*")

    @cached_property
    def _by_home(self) -> Mapping[tuple[str, str] | None, list[Shared]]:
        homes: dict[tuple[str, str] | None, list[Shared]] = {}
        for item in self._shared:
            homes.setdefault(self._home(item), []).append(item)
        return homes

    # The section of a report

    def _report(self, report: str) -> ReportPlan:
        units = [unit for unit in self._members if self._items[unit].report == report]
        if self._has_annex:  # the law asks for answers to recommendations, so areas for improvement follow
            units.sort(key=lambda unit: self._items[unit].kind == "area-for-improvement")
        explained, others = self._not_ours(report)
        order = {theme.id: index for index, theme in enumerate(self.response.letter.groups)}
        themes = sorted(
            {self._theme.get(unit, "") for unit in units}, key=lambda id: order.get(id, len(order))
        )
        is_alone = (
            len(themes) == 1
            and not themes[0]
            and not explained
            and not self._is_one_of_several(report, units)
        )
        groups = [
            group for theme in themes for group in self._groups(report, theme, units, is_alone=is_alone)
        ]
        is_one_voice = self._is_one_voice(groups)
        if is_one_voice:  # one heading above all of them names the speaker
            groups = [
                replace(group, steps=tuple(replace(step, is_continued=True) for step in group.steps))
                for group in groups
            ]
        return ReportPlan(
            id=report,
            scope=self._scope(report, groups),
            groups=(*groups, *explained),
            others=tuple(others),
            shared=self._apart(self._by_home.get((report, "*"), ())),
            is_one_voice=is_one_voice,
        )

    def _is_one_of_several(self, report: str, units: Sequence[str]) -> bool:
        """Return whether one recommendation is listed of several, so that its number tells which."""
        makes = self._makes[report]
        ids = [id for unit in units for id in self._members[unit]]
        return len(ids) == 1 and bool(self._names[ids[0]].number) and (makes or 1) > 1

    def _is_one_voice(self, groups: Sequence[Group]) -> bool:
        steps = [step for group in groups for step in group.steps]
        account = ("evidence", "force", False)
        return self._has_annex and all(self._heading(step) == account and not step.about for step in steps)

    def _groups(self, report: str, theme: str, units: Sequence[str], *, is_alone: bool) -> list[Group]:
        units = [unit for unit in units if self._theme.get(unit, "") == theme]
        own = self._by_home.get((report, theme), [])
        if self._is_narrative:
            own = []
        if self._is_narrative or self.response.letter.grouping == "none":
            components: list[tuple[str, ...]] = [(unit,) for unit in units]
        else:
            components = connected(units, map(self._units_of, own))
        groups = [
            self._group(units_, items, is_alone=is_alone and len(components) == 1)
            for units_, items in self._with_shared(components, own)
            if items or not self._has_annex
        ]
        return [replace(groups[0], theme=theme), *groups[1:]] if groups else []

    def _group(self, units: Sequence[str], own: Sequence[Shared], *, is_alone: bool) -> Group:
        items = tuple(id for unit in units for id in self._members[unit])
        needs_heading = not is_alone or self._has_annex or self._is_narrative
        heading = tuple(units) if needs_heading else ()
        grouping = self.response.letter.grouping
        steps = (
            self._in_order(units, own, heading) if grouping == "none" else self._steps(units, own, heading)
        )
        return Group(units[0], items, heading, tuple(steps))

    def _steps(self, units: Sequence[str], own: Sequence[Shared], heading: Sequence[str]) -> list[Step]:
        """Return the steps of a group, nested by what is shared.

        If only an answer serves the whole group, each part of it keeps its own account, and the answer ends
        the group. Otherwise all is quoted first, then the accounts stand, then the answers.
        """
        whole = [item for item in own if self._units_of(item) == set(units)]
        rest = [item for item in own if self._units_of(item) != set(units)]
        if not rest or not whole or any(item.kind == "evidence" for item in whole):
            return self._flat(units, own, heading)
        steps: list[Step] = []
        for child, items in self._children(units, rest):
            flat = self._flat(child, items, child)
            if flat:
                steps += [Step("heading", child[0], child), *(replace(step, is_inner=True) for step in flat)]
        return [*steps, *self._apart(whole)]

    def _children(
        self, units: Sequence[str], own: Sequence[Shared]
    ) -> Iterator[tuple[tuple[str, ...], list[Shared]]]:
        """Yield the parts of a group with what is theirs; neighbours that have nothing are one part."""
        parts = self._with_shared(connected(units, map(self._units_of, own)), own)
        for has_items, neighbours in groupby(parts, key=lambda part: bool(part[1])):
            if has_items:
                yield from neighbours
            else:
                yield tuple(unit for part, _ in neighbours for unit in part), []

    def _with_shared(
        self, parts: Sequence[tuple[str, ...]], own: Sequence[Shared]
    ) -> list[tuple[tuple[str, ...], list[Shared]]]:
        """Return each part with what serves any of its units."""
        part_of = {unit: index for index, part in enumerate(parts) for unit in part}
        below: list[list[Shared]] = [[] for _ in parts]
        for item in own:
            for index in {part_of[unit] for unit in self._units_of(item)}:
                below[index].append(item)
        return list(zip(parts, below, strict=True))

    def _flat(self, units: Sequence[str], own: Sequence[Shared], heading: Sequence[str]) -> list[Step]:
        """Return quotations, then accounts, then answers; first those that serve all of the units."""
        steps = self._quotations(units, heading)
        is_clear = True  # until something about a part of the units stands between
        for item in sorted(own, key=lambda item: (item.kind == "answer", not self._serves_all(item, units))):
            is_whole = self._serves_all(item, units)
            is_clear = is_clear and is_whole
            about = () if is_clear else self._named(item.items)
            steps.append(Step(item.kind, item.id, about))
        return self._continued(steps)

    def _in_order(self, units: Sequence[str], own: Sequence[Shared], heading: Sequence[str]) -> list[Step]:
        """Return the steps of a group that keeps the report's order: shared words stand once, first."""
        steps = self._quotations(units, heading)
        pointers: list[Step] = []
        for item in sorted(own, key=lambda item: item.kind == "answer"):
            here = tuple(id for id in item.items if self._unit[id] in units)
            first, others = self._unit[item.items[0]], tuple(id for id in item.items if id not in here)
            if first in units:
                if item.kind == "answer" and others:
                    steps.append(Step("together", item.id, self._named(item.items)))
                steps.append(Step(item.kind, item.id, () if self._serves_all(item, units) else here))
                if item.kind == "evidence" and others:
                    steps.append(Step("also", item.id, self._named(others)))
            elif item.kind == "answer" and self._unit[item.items[-1]] in units:
                served = [id for id in item.items if self._unit[id] != first]
                pointers.append(Step("elsewhere", item.id, self._named(served), under=(first,)))
        return [*self._continued(steps), *pointers]

    def _quotations(self, units: Sequence[str], heading: Sequence[str]) -> list[Step]:
        if self._has_annex:
            return []
        return self._quoted([id for unit in units for id in self._members[unit]], heading)

    def _quoted(self, ids: Sequence[str], heading: Sequence[str]) -> list[Step]:
        """Return the quotations below a heading. A number is label enough where the heading says the rest."""
        names = self._names
        is_plain = bool(heading) and len({names[id].kind for id in ids}) == 1
        is_short = is_plain and not self._is_mixed and not any(names[id].source for id in ids)
        form: LabelForm = "number" if is_short and all(names[id].number for id in ids) else "full"
        return [
            Step("quotation", id, label="" if len(ids) == 1 or tuple(heading) == (id,) else form)
            for id in ids
        ]

    @cached_property
    def _is_mixed(self) -> bool:
        """Whether quotations differ in whose Welsh they are, so that each has to say it."""
        return len({item.text.welsh for item in self.response.recommendations}) > 1

    @cached_property
    def _names(self) -> Mapping[str, Numbering]:
        return numbering(self.response)

    def _apart(self, items: Iterable[Shared]) -> tuple[Step, ...]:
        """Return the steps of what has to name the recommendations that it is about."""
        steps = [Step(item.kind, item.id, self._named(item.items)) for item in items]
        return tuple(self._continued(steps))

    def _continued(self, steps: Sequence[Step]) -> list[Step]:
        """Return the steps, with those marked that stand below the heading of the one before."""
        marked: list[Step] = []
        before: tuple[object, ...] = ()
        for step in steps:
            heading = (step.about, *self._heading(step))
            is_same = len(heading) > 1 and heading == before
            marked.append(replace(step, is_continued=True) if is_same else step)
            before = heading
        return marked

    @cached_property
    def _headings(self) -> Mapping[tuple[str, str], tuple[object, ...]]:
        """What the heading of each evidence and answer says, by kind and id."""
        return {(item.kind, item.id): (item.kind, *item.heading[:2]) for item in self._shared}

    def _heading(self, step: Step) -> tuple[object, ...]:
        return self._headings.get((step.kind, step.id), ())

    def _units_of(self, item: Shared) -> set[str]:
        return {self._unit[id] for id in item.items}

    def _serves_all(self, item: Shared, units: Sequence[str]) -> bool:
        """Return whether something serves all recommendations of the units, or their causes of concern."""
        served = set(item.items)
        return all(
            unit in served or all(id in served for id in self._members[unit][1:] or (unit,)) for unit in units
        )

    def _named(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what a reference names: not a cause of concern beside its own recommendations."""
        ids = tuple(ids)
        causes = {self._items[id].cause_of_concern for id in ids}
        return tuple(id for id in ids if id not in causes)

    # What is not for us

    def _not_ours(self, report: str) -> tuple[list[Group], list[Others]]:
        """Return what is quoted with a reason of the office's own, and what is only listed."""
        if self.response.letter.introduction == "own":
            return [], []  # the office's opening says all
        by_reason: dict[tuple[str, ...], list[str]] = {}
        for item in self.response.recommendations:
            if item.report == report and not item.applies:
                words = words_of(item.why_not) or ((item.id,) if item.why_not else _addressees(item))
                by_reason.setdefault(words, []).append(item.id)
        explained, others = [], []
        for ids in by_reason.values():
            reason = self._items[ids[0]].why_not
            is_for_bodies = reason is None or addressee_in(reason) is not None
            entry = Others(tuple(ids), ids[0] if reason else "", is_for_bodies)
            if is_for_bodies or self._has_annex or self._is_narrative:
                others.append(entry)
            else:
                explained.append(self._explained(entry))
        return explained, others

    def _explained(self, entry: Others) -> Group:
        reason = Step("not-ours", entry.reason, entry.items)
        return Group(
            entry.items[0], entry.items, entry.items, (*self._quoted(entry.items, entry.items), reason)
        )

    # How much of a report is ours

    def _scope(self, report: str, groups: Sequence[Group]) -> Scope:
        items = [item for item in self.response.recommendations if item.report == report]
        recommendations = [item for item in items if item.kind == "recommendation"]
        ours = [item for item in recommendations if item.applies]
        areas = [item.id for item in items if item.kind == "area-for-improvement" and item.applies]
        causes = [item.id for item in items if item.kind in CONCERNS and item.applies]
        about = Counter(item.cause_of_concern for item in recommendations if item.cause_of_concern in causes)
        makes = self._makes[report]
        answers = [step for group in groups for step in group.steps if step.kind == "answer"]
        numbers = [self._names[item.id] for item in items]
        return Scope(
            made=len(recommendations) if makes is None else makes,
            listed=len(recommendations),
            ours=len(ours),
            areas=len(areas),
            concerns=len(causes),
            about_concerns=sum(about.values()),
            is_one_each=all(about[cause] == 1 for cause in causes),
            is_answered=self._served.issuperset(areas),
            is_together=len(groups) == 1 and len(answers) == 1 and not groups[0].heading,
            is_renumbered=any(name.is_own for name in numbers),
        )


def _addressees(item: Recommendation) -> tuple[str, ...]:
    return tuple(body.pair.en for body in item.addressees)


def _lettered(reports: Sequence[ReportPlan]) -> tuple[ReportPlan, ...]:
    """Return the reports with a letter for each part, the same in both languages: there is no part *Ch*."""
    letters = _letters()
    return tuple(
        replace(
            report,
            groups=tuple(replace(group, part=next(letters)) for group in report.groups),
            part=next(letters) if report.others else "",
        )
        for report in reports
    )


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA to ZZ."""
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)
