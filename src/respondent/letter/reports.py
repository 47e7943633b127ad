"""The reports that a letter answers, as it prints them."""

from __future__ import annotations

from dataclasses import dataclass

from respondent.letter.letter import ReportView
from respondent.letter.naming import Naming
from respondent.letter.placing import Placement
from respondent.letter.sentence import filled
from respondent.response.model import Report


@dataclass(frozen=True)
class LetterReports:
    """The reports of a response in the language of the names."""

    placement: Placement
    naming: Naming

    def views(self) -> tuple[ReportView, ...]:
        """Return the reports in the order of the response."""
        return tuple(self._view(report) for report in self.placement.response.reports)

    def _view(self, report: Report) -> ReportView:
        localizer, choice, id = self.naming.localizer, self.naming.choice, f"reports.{report.id}"
        inspectorate, sentence = choice.inspectorates[report.id][0], choice.sentences[report.id]
        short = localizer.words(inspectorate.short)
        title = localizer.value(f"{id}.title", report.title)
        published = self.naming.day(report.published)
        slots = {"report": title, "published": published, "inspectorate": short}
        listed = self.placement.count(report.id, "recommendation", ours=False)
        total = report.makes or listed
        return ReportView(
            id=report.id,
            title=title,
            name=localizer.value(f"{id}.name", report.name) or title,
            kind=localizer.labels[f"kind-{report.kind}"],
            inspectorate=localizer.name(inspectorate.name),
            short_inspectorate=short,
            is_first=self._is_first(report),
            force=localizer.value(f"{id}.force", report.force),
            published=published,
            statutory_sentence=(
                filled(localizer.words(sentence.text), slots, localizer.language) if sentence else ""
            ),
            recommendations=total,
            is_partial=total > listed,
            ours=self.placement.count(report.id, "recommendation", ours=True),
            areas=self.placement.count(report.id, "area-for-improvement", ours=True),
        )

    def _is_first(self, report: Report) -> bool:
        reports = self.placement.response.reports
        return report.id == next(
            candidate.id for candidate in reports if candidate.publishers == report.publishers
        )
