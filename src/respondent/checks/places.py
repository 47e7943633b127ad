"""Places, initials and titles that Welsh and English call differently."""

from __future__ import annotations

from collections.abc import Mapping

from respondent.checks.days import MONTHS, WEEKDAYS
from respondent.checks.words import folded

# The word that tells the Welsh name, then the English ones. Names as the Welsh Language Commissioner's list and the
# offices' own pages have them; forces from the agreed terms.
_NAMES = """
Casnewydd Newport
Caerdydd Cardiff
Abertawe Swansea
Mynwy Monmouth Monmouthshire
Trefynwy Monmouth
Fenni Abergavenny
Caerffili Caerphilly
Duon Blackwood
Ebwy Ebbw
Pŵl Pontypool
Rhisga Risca
Bargod Bargoed
Cymru Wales
Lloegr England
Alban Scotland
Iwerddon Ireland
Prydain Britain
Llundain London
Wrecsam Wrexham
Caerfyrddin Carmarthen Carmarthenshire
Penfro Pembroke Pembrokeshire
Aberteifi Cardigan
Aberhonddu Brecon
Brycheiniog Brecon
Morgannwg Glamorgan
Barri Barry
Nedd Neath
Dinbych Denbigh Denbighshire
Fflint Flint Flintshire
Môn Anglesey
Rhuthun Ruthin
Manceinion Manchester
Lerpwl Liverpool
Mersi Merseyside
Rhydychen Oxford
Caergrawnt Cambridge
Bryste Bristol
Caer Cheshire Chester
Amwythig Shrewsbury Shropshire
Henffordd Hereford Herefordshire
Caerhirfryn Lancashire
Caerloyw Gloucester Gloucestershire
Dyfnaint Devon
Cernyw Cornwall
Efrog York Yorkshire
Hafren Severn
Gwy Wye
Wysg Usk
"""


def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _NAMES.split("\n"):
        for name in line.split():
            found.setdefault(folded(name), line.split()[0])
    return found


PLACES: Mapping[str, str] = _by_name()
"""The Welsh name of a place, by each of its names in small letters without accents."""

WELSH_INITIALS = frozenset(
    "CHTh CHTHau SCHTh AS ASau AC EF EM DU GIG AEF AHEM TGCh AAD ADY BBaCh UE ON ISO CPS TCC CCB CBS GEG".split()
)
"""Initials that are Welsh: English has others, or the words in full."""

TITLES = frozenset(
    "Mr Mrs Ms Miss Mx Dr Syr Arglwydd Arglwyddes Farnwr Barnwr Athro Arolygydd Uwcharolygydd Rhingyll Ringyll Sarsiant "
    "Cwnstabl Gwnstabl Gwnstabliaid Ditectif Dditectif Parchedig Barchedig Cynghorydd Gynghorydd".split()
)
"""Words before the name of a person."""

NO_NAMES = (
    MONTHS.cy.keys()
    | WEEKDAYS.cy.keys()
    | {"Saesneg", "Gymraeg", "Cymraeg", "Nadolig", "Pasg", "English", "Welsh"}
)
"""Words with a capital letter that are no names."""

GIVEN_NAMES = frozenset(
    """Adam Adrian Alan Alex Alice Alison Alun Amanda Amy Andrea Andrew Angela Angharad Anita Ann Anna Anne Anthony Aled
    Arfon Arwel Barbara Ben Bethan Beverley Brian Bronwen Bryn Carl Carol Caroline Carwyn Catherine Catrin Ceri Charles
    Charlotte Chloe Chris Christine Christopher Claire Clare Colin Craig Dafydd Daniel David Dawn Debbie Deborah Delyth
    Denise Derek Dewi Diane Donna Dylan Edward Eifion Eleanor Eleri Elin Elinor Elizabeth Elen Ellen Eluned Emily Emma
    Emyr Eric Eryl Euros Evan Ffion Fiona Frances Gail Gareth Gary Gavin Gemma Geoffrey George Geraint Gerallt Gethin
    Gillian Glenys Graham Grace Gwen Gwenda Gwenllian Gwyn Gwyneth Hannah Harriet Harry Hayley Heather Hefin Helen
    Heledd Huw Hywel Iestyn Ieuan Ian Ifan Iwan Jack Jacob Jacqueline James Jane Janet Jason Jayne Jean Jeff Jennifer
    Jenny Jeremy Jessica Jill Joan Joanna Joanne Joe John Jonathan Joseph Joshua Judith Julia Julian Julie June Karen
    Kate Katherine Kathryn Katie Keith Kelly Kenneth Kerry Kevin Kim Laura Lauren Lee Leighton Leslie Lewis Liam Linda
    Lisa Llinos Louise Lowri Lucy Luke Lynne Malcolm Mandy Manon Marc Margaret Maria Marian Mark Martin Mary Matthew
    Megan Mererid Michael Michelle Mike Mohammed Myfanwy Natalie Nathan Neil Nerys Nia Nicholas Nicola Nigel Non Olivia
    Olwen Owain Owen Patricia Patrick Paul Pauline Peter Philip Phil Rachel Ray Rebecca Rhian Rhiannon Rhodri Rhydian
    Rhys Richard Robert Robin Roger Ross Russell Ruth Ryan Sally Sajid Sam Samantha Samuel Sandra Sara Sarah Sharon
    Shaun Shirley Siân Siobhan Sioned Simon Sophie Stacey Stephanie Stephen Steve Steven Stuart Sue Susan Suella Tegwen
    Theresa Thomas Tim Timothy Tina Tom Tomos Tony Tracey Trevor Tudur Valerie Vaughan Victoria Wayne Wendy William
    Yvonne Yvette""".split()
)
"""Given names behind which a family name stands: common ones of Wales and England, and of people in office."""
