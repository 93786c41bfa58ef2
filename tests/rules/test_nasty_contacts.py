"""Contact lines that a rule once misread."""

from __future__ import annotations

import nasty
import pytest

_CHANNELS = (
    "监督反映渠道：\n1.来电：县交通运输局机关纪委%s转606；\n2.来信：青岚县迎宾路18号县交通运输局机关纪委收，邮编：443500（请注明“巡察整改”）；\n"
    "3.来访：行政楼6楼机关纪委；\n4.电邮：qljt@qinglan.gov.cn。\n欢迎社会各界监督。\n"
)

SOUND = {
    "numbered-ways": nasty.disclosure(contact=_CHANNELS % "0717-5550132"),
    "ways-line-by-line": nasty.disclosure(
        contact="欢迎社会各界监督。\n来电：0717-5550132\n来信：青岚县迎宾路18号县交通运输局\n邮编：443500\n电邮：qljt@qinglan.gov.cn\n"
    ),
}

FAULTY = {
    "numbered-ways-short-number": nasty.disclosure(
        contact=(_CHANNELS % "0717-555012").replace("0717-555012转606", "⟦CON005:0717-555012转606⟧")
    ),
}


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND)
def test_sound_contacts_are_silent(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked


@pytest.mark.parametrize("draft", FAULTY.values(), ids=FAULTY)
def test_faulty_contacts_are_found(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked
