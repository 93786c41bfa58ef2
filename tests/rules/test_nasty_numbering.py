"""Passages full of numbers that a rule once misread."""

from __future__ import annotations

import nasty
import pytest

SOUND = {
    "inner-list-that-opens-in-mid-clause": nasty.disclosure(
        items="（一）教育管理\n一是修订方案。首先组织调研，其次邀请论证，最后提交审议。二是完善督导制度。"
        "三是开展检查，发现问题一是台账更新慢，二是考核方式单一，已督促整改。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
    "item-that-opens-with-a-figure": nasty.disclosure(
        items="（一）工程建设\n1.修订招标办法。\n2.2023年8月，开展专项检查。\n3.10月底，通报检查结果。\n4.追责2人。\n5.5公里破损路面完成修复。\n"
        "6.公开工程进度。\n（二）资产管理不规范\n1.完成资产清查。\n"
    ),
    "dated-items-in-one-paragraph": nasty.disclosure(
        items="（一）公路养护\n针对这一问题：1.2023年7月出台考核办法；2.8月起按月通报；3.12月底前完成全覆盖检查。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
    "problems-numbered-in-captions": nasty.disclosure(
        items="问题1：招标采购不规范\n（1）修订采购办法。\n（2）核查合同214份。\n问题2：安全责任不落实\n（1）签订责任书。\n问题3：选人用人不规范\n"
        "1）完善选任流程；\n2）开展档案核查；\n3）规范考核。\n"
    ),
}

FAULTY = {
    "lost-item-of-the-outer-list": nasty.disclosure(
        items="（一）教育管理\n一是修订方案。二是开展检查，发现问题一是台账更新慢，二是考核方式单一，已督促整改。⟦NUM007:四是⟧完善督导制度。\n"
        "（二）资产管理不规范\n完成资产清查。\n"
    ),
    "gap-among-dated-items": nasty.disclosure(
        items="1.2023年8月，修订采购办法。\n2.2023年9月，公开采购结果。\n⟦NUM002:4.⟧2023年11月，通报典型案例3起。\n5.12月，开展回头看。\n"
    ),
    "same-number-before-a-month": nasty.disclosure(
        items="（一）工程建设\n1.10月，开展专项检查。\n⟦NUM003:1.⟧11月，通报检查结果。\n3.12月，追责2人。\n（二）资产管理不规范\n1.完成资产清查。\n"
    ),
}


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND)
def test_sound_numbering_is_silent(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked


@pytest.mark.parametrize("draft", FAULTY.values(), ids=FAULTY)
def test_faulty_numbering_is_found(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked
