"""The reports that a letter answers, as it prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from respondent.document.tree import Run, Words
from respondent.letter.items import BESIDE_GROUPS, LetterItems
from respondent.letter.letter import Blocks, GradeView, InspectorateView, ReportView, Value
from respondent.letter.naming import Naming
from respondent.letter.plan import Plan, ReportPlan
from respondent.letter.sentence import filled
from respondent.response.bodies import FORCE, OFFICE
from respondent.response.model import Recommendation, Report

# The main title ends at its first colon or question mark: what follows says it again at length.
_MAIN_TITLE = re.compile(r"[^?:]*\?|[^?:]*(?=: )")

COMMISSIONERS = ("police-and-crime-commissioner", "police-and-crime-commissioners")
"""How a report on one force addresses us: it has one commissioner."""


_COUNTED_AS: Mapping[str, str] = {"letter": "letter", "revisit": "letter", "other": "other"}
"""What several documents are counted as, by their kind; any other kind is a report."""


def counted_as(report: Report) -> str:
    """Return ``report``, ``letter`` or ``other``: what a later sentence calls a document."""
    return _COUNTED_AS.get(report.kind, "report")


def short_title(title: str) -> str:
    """Return the main title of a report, for a heading.

    >>> short_title("Getting the balance right? An inspection of protests")
    'Getting the balance right?'
    >>> short_title("Custody: an inspection"), short_title("Vetting 2022")
    ('Custody', 'Vetting 2022')
    """
    main = _MAIN_TITLE.match(title)
    return main.group() if main and main.group() else title


@dataclass(frozen=True)
class LetterReports:
    """The reports of a response in the language of the names."""

    plan: Plan
    naming: Naming
    items: LetterItems

    def views(self) -> tuple[ReportView, ...]:
        """Return the reports in the order of the response."""
        reports = self.items.response.reports
        named: set[str] = set()
        views = []
        for report, section in zip(reports, self.plan.reports, strict=True):
            views.append(self._view(report, section, named))
            named.update(report.publishers)
        return tuple(views)

    def inspectorates(self) -> tuple[InspectorateView, ...]:
        """Return who published the reports, where it is the same for all."""
        first, *rest = self.items.response.reports
        is_one = all(report.publishers == first.publishers for report in rest)
        return self._inspectorates(first, set()) if is_one else ()

    def _view(self, report: Report, section: ReportPlan, named: set[str]) -> ReportView:
        localizer, id = self.naming.localizer, f"reports.{report.id}"
        title = localizer.value(f"{id}.title", report.title)
        name = localizer.value(f"{id}.name", report.name)
        inspectorates = self._inspectorates(report, named)
        facts = self.items.response.letter
        return ReportView(
            id=report.id,
            title=title,
            name=name or title,
            heading=name or _shortened(title),
            is_subject=facts.subject is None and len(self.items.response.reports) == 1,
            is_national=report.force is None or (report.force.en or "") in str(report.title.en),
            kind=localizer.labels["kind-report" if len(report.publishers) > 1 else f"kind-{report.kind}"],
            noun=localizer.labels[f"kind-{counted_as(report)}"],
            inspectorates=inspectorates,
            force=localizer.value(f"{id}.force", report.force),
            published=self._published(report),
            scope=section.scope,
            grades=tuple(
                GradeView(
                    localizer.value(f"{id}.grades.{graded.id}.area", graded.area),
                    localizer.labels[f"grade-{graded.grade}"],
                )
                for graded in report.grades
            ),
            addressee=self._addressee(section),
            is_for_us_too=self._is_for_us_too(section),
            others=self._others(report, section),
            groups=tuple(self.items.group(group) for group in section.groups),
            not_ours=tuple(self.items.others(entry) for entry in section.others),
            not_ours_count=sum(len(entry.items) for entry in section.others),
            shared=self.items.steps(section.shared, BESIDE_GROUPS),
            is_quoted_first=report.id == next((item.report for item in self.quoted), ""),
            parts=self._parts(section, "recommendation"),
            area_parts=self._parts(section, "area-for-improvement"),
            part=section.part,
            is_one_voice=section.is_one_voice,
        )

    def _inspectorates(self, report: Report, named: set[str]) -> tuple[InspectorateView, ...]:
        localizer = self.naming.localizer
        names = zip(report.publishers, self.naming.choice.inspectorates[report.id], strict=True)
        return tuple(
            InspectorateView(
                localizer.name(record.name),
                localizer.words(record.short),
                is_first=id not in named and record.short.pair != record.name.pair,
            )
            for id, record in names
        )

    def _published(self, report: Report) -> Value:
        """Return the day of a report: a gap if it is later than the letter, for then one of them is wrong."""
        if report.published <= self.naming.choice.day:
            return self.naming.day(report.published)
        localizer = self.naming.localizer
        run = Run(localizer.labels["gap-day"], localizer.language, gap=f"reports.{report.id}.published")
        return Words((run,))

    def _others(self, report: Report, section: ReportPlan) -> Blocks:
        """Return what the office says of recommendations that are not listed, where there are any."""
        if section.scope.unlisted <= 0:
            return ()
        field = f"reports.{report.id}.others"
        return self.naming.localizer.text(field) or (self.naming.localizer.gap(field, ()),)

    @cached_property
    def quoted(self) -> list[Recommendation]:
        """The recommendations that are quoted, in the order in which they are."""
        return [self.items.facts[id] for id in self.plan.quoted]

    def origin(self) -> str:
        """Return whose Welsh the quotations are, or that they differ."""
        origins = {item.text.welsh for item in self.quoted}
        return origins.pop() if len(origins) == 1 else "mixed" if origins else ""

    def statutory_sentence(self) -> Value:
        """Return the office's own sentence. One that names a report cannot stand for several."""
        report, *others = self.items.response.reports
        sentence, localizer = self.naming.choice.sentences[report.id], self.naming.localizer
        words = localizer.words(sentence.text) if sentence else ""
        if others and any(f"{{{slot}}}" in words for slot in ("report", "published")):
            return ""
        title = localizer.value(f"reports.{report.id}.title", report.title)
        short = self._inspectorates(report, set())[0].short
        slots = {"report": title, "published": self._published(report), "inspectorate": short}
        return filled(words, slots, localizer.language) if words else ""

    def _parts(self, section: ReportPlan, kind: str) -> tuple[str, ...]:
        """Return the parts with recommendations of a kind that are ours; none if one is in no part."""
        items = self.items.response.recommendations
        ids = {item.id for item in items if item.report == section.id and item.kind == kind and item.applies}
        parts = {id: group.part for group in section.groups for id in group.items if id in ids and group.part}
        return tuple(dict.fromkeys(parts.values())) if len(parts) == len(ids) else ()

    def _addressee(self, section: ReportPlan) -> Value:
        """Return the kind of body for which all recommendations are: chief constables, not one force."""
        items = self._recommendations(section)
        bodies = {tuple(body.pair.en for body in item.addressees) for item in items}
        if len(bodies) != 1 or len(items) < section.scope.made or len(items[0].addressees) != 1:
            return ""
        name = self.items.bodies.named(items[0].addressees[0])
        return self.items.addressees(items[0]) if name and name.number == "plural" else ""

    def _is_for_us_too(self, section: ReportPlan) -> bool:
        bodies, items = self.items.bodies, self._recommendations(section)
        us = [bodies.names.get(body) for body in (FORCE, OFFICE, *COMMISSIONERS)]
        return bool(items) and all(
            len(item.addressees) == len((FORCE, OFFICE))
            and all(bodies.named(body) in us for body in item.addressees)
            for item in items
        )

    def _recommendations(self, section: ReportPlan) -> list[Recommendation]:
        items = self.items.response.recommendations
        return [item for item in items if item.report == section.id and item.kind == "recommendation"]


def _shortened(title: Value) -> Value:
    """Return the main title. A title of the other language stays marked as such."""
    if isinstance(title, Words):
        return Words(
            tuple(replace(run, text=short_title(run.text)) for run in title.inlines if isinstance(run, Run))
        )
    return short_title(str(title))
