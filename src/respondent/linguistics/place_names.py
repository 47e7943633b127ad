"""Places, initials and titles that Welsh and English call differently."""

from __future__ import annotations

from collections.abc import Mapping

from respondent.linguistics.dates import DAY_NAMES
from respondent.linguistics.words import folded, listed

# The words that tell a place by its names; a town and what is called after it stand together.
# After the Welsh Language Commissioner's list and the offices' own pages; forces from the agreed terms.
_NAMES = """
Casnewydd Newport
Caerdydd Cardiff
Abertawe Swansea
Mynwy Trefynwy Monmouth Monmouthshire
Fenni Abergavenny
Caerffili Caerphilly
Coed Duon Blackwood
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
Aberhonddu Brycheiniog Brecon
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
Brynbuga Wysg Usk
"""


def _by_name() -> dict[str, str]:
    welsh_names: dict[str, str] = {}
    for line in _NAMES.split("\n"):
        for name in line.split():
            welsh_names.setdefault(folded(name), line.split()[0])
    return welsh_names


PLACES: Mapping[str, str] = _by_name()
"""The Welsh name of a place, by each of its names in small letters without accents."""

WELSH_INITIALS = listed("initials.cy.txt")
"""Initials that are Welsh: English has others, or the words in full."""

TITLES = listed("titles.cy.txt")
"""Words before the name of a person."""

NO_NAMES = DAY_NAMES.cy | {"Saesneg", "Gymraeg", "Cymraeg", "Nadolig", "Pasg", "English", "Welsh"}
"""Words with a capital letter that are no names."""

GIVEN_NAMES = listed("given-names.txt")
"""Names behind which a family name stands."""
