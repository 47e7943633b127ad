"""Where the rules are published: the names that trigger and numeral rows cite."""

from __future__ import annotations

ARDDULLIADUR = (
    "Yr Arddulliadur, style guide of the Welsh Government, https://www.gov.wales/bydtermcymru/style-guide"
)
NUMBERS = "Yr Arddulliadur, articles on numbers, read as quoted in github.com/techiaith (techiaith-g2p)"
LLYW = "Welsh-language style guide of llyw.cymru, https://www.llyw.cymru"
JONES = "Bob Morris Jones, words that cause mutation, https://users.aber.ac.uk/bmj/Tr/Cym/tr_geir.html"
BBC = "BBC Learn Welsh, Y Treigladau, https://docslib.org/doc/4287673"
SABOTHOL = "Cynllun Sabothol, answers of the help line, https://www.cynllunsabothol.org.uk"
WICIPEDIA = "Wicipedia, Rhifau yn y Gymraeg, https://cy.wikipedia.org/wiki/Rhifau_yn_y_Gymraeg"
LETTERS = "published official letters of the Welsh Government and Senedd"
PROSE = "counted in tagged Welsh prose; no published rule named"
