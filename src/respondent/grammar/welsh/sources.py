"""The published sources of the rules, as triggers, numerals and phrases cite them."""

from __future__ import annotations

ARDDULLIADUR = (
    "Yr Arddulliadur, style guide of the Welsh Government, https://www.gov.wales/bydtermcymru/style-guide"
)
NUMBERS = "Yr Arddulliadur, articles on numbers, as quoted in techiaith-g2p, https://github.com/techiaith/techiaith-g2p"
JONES = "Bob Morris Jones, words that cause mutation, http://users.aber.ac.uk/bmj/Tr/Cym/tr_geir.html"
JONES_ORDINALS = "Bob Morris Jones, ordinals, http://users.aber.ac.uk/bmj/Tr/Cym/tr_trefn.html"
BBC = "BBC Learn Welsh, Y Treigladau, https://docslib.org/doc/4287673"
BITESIZE = (
    "BBC Bitesize, Treigladau a chenedl enwau, https://www.bbc.co.uk/bitesize/guides/z2yp9qt/revision/2"
)
SABOTHOL = "Cynllun Sabothol, http://cynllunsabothol.org.uk/atebion/llinell_y_fannod_enw_ben.php.cy"
GRAMADEG = "Dr Gramadeg, mutations, https://parallel.cymru/ask-dr-gramadeg-introducing-mutations/"
SHORT_ORDINALS = (
    "Dr Gramadeg, https://parallel.cymru/ask-dr-gramadeg-introducing-cardinal-and-ordinal-numbers/"
)
ITEM_NUMBERS = (
    "legislation.gov.uk, as collected in https://github.com/techiaith/llm-evals-cy: adrannau 55 i 59; "
    "adrannau 30 a 33 i 36; paragraffau 71 i 79, 81, 84 a 186"
)
LETTERS = "seen in published official letters; no published rule named"
PROSE = "counted in tagged Welsh prose; no published rule named"

ARTICLE = f"{BBC}; {SABOTHOL}"
ADJECTIVE = f"{ARDDULLIADUR}; {GRAMADEG}"
DATES = "published official letters and https://www.llyw.cymru; no published rule named"
