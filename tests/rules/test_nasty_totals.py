"""Passages about totals that a rule once misread."""

from __future__ import annotations

import nasty
import pytest

SOUND = {
    "a-list-that-makes-its-whole-and-figures-behind-it": nasty.disclosure(
        items="（一）制度建设滞后\n梳理现行制度61项，完善制度32项，其中新建14项、修订18项，废止9项，保留20项。\n"
        "（二）资产管理不规范\n完成资产清查。\n"
    ),
    "so-many-each": nasty.disclosure(
        items="（一）支部建设薄弱\n全局6个党支部各查摆问题3个，共18个，已全部整改。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
    "problems-of-two-sources": nasty.disclosure(
        "县委巡察反馈5个方面、16类、43个问题，其中主要问题16个、一般问题27个；经济责任审计移交问题7个。截至2023年11月10日，"
        "巡察反馈问题完成整改41个，审计移交问题完成整改7个，累计完成48个；2个未完成问题预计2024年6月底前完成。"
    ),
    "sum-of-sorts": nasty.disclosure(
        "截至2023年11月10日，反馈的27个问题中，立行立改完成14个，限期整改完成11个，合计完成25个；其余2个2024年6月底前完成。"
    ),
    "shares-of-an-account": nasty.disclosure(
        "截至2023年11月10日，反馈的31个问题已完成整改30个，占96.8%；正在推进1个，占3%，2023年12月底前完成。"
    ),
    "outcome-behind-a-list": nasty.disclosure(
        "县委巡察组反馈了以下问题：",
        "1.学习不经常；\n2.督查不到位；\n3.拨付不及时。\n截至2023年11月10日，上述3个问题已全部完成整改，具体情况如下：\n"
        "（一）学习不经常。组织学习9次。\n（二）督查不到位。开展督查12次。\n（三）拨付不及时。拨付资金860万元。\n",
    ),
    "another-column-that-may-overlap": nasty.disclosure(
        "各方面整改情况：\n| 方面 | 问题数 | 已完成 | 正在推进 | 长期坚持 | 完成率 |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 党的建设 | 11 | 10 | 0 | 1 | 90.9% |\n| 公路养护 | 9 | 8 | 1 | — | 88.9% |\n| 工程建设 | 6 | 6 | 0 | — | 100% |\n"
        "正在推进的1个问题2024年3月底前完成。"
    ),
    "rows-that-add-up": nasty.disclosure(
        "各方面整改情况：\n方面\t反馈问题数\t已完成\t未完成\n党的建设\t11\t10\t1\n公路养护\t9\t9\t\n工程建设\t6\t6\t0\n"
        "未完成的1个问题2024年3月底前完成。"
    ),
}

FAULTY = {
    "list-behind-the-parts-still-wrong": nasty.disclosure(
        items="（一）制度建设滞后\n完善制度⟦TOT002:32项⟧，其中新建14项、修订19项。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
    "sum-of-sorts": nasty.disclosure(
        "截至2023年11月10日，反馈的27个问题中，立行立改完成14个，限期整改完成11个，合计完成⟦TOT002:26个⟧；"
        "其余1个2024年6月底前完成。"
    ),
    "closed-and-not-closed": nasty.disclosure(
        items="（一）执法办案不规范\n评查案卷⟦TOT002:132件⟧，其中已结126件，未结7件。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
    "ranks": nasty.disclosure(
        items="（一）队伍结构不合理\n有专业技术人员⟦TOT002:81人⟧，其中正高9人、副高24人、中级52人。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
    "share-of-an-account": nasty.disclosure(
        "截至2023年11月10日，反馈的52个问题已完成整改46个，占88.5%；基本完成6个，占⟦TOT003:12.5%⟧，2024年3月底前全部完成。"
    ),
    "more-done-in-a-row": nasty.disclosure(
        "各方面整改情况：\n方面\t反馈问题数\t完成数\n党的建设\t12\t12\n公路养护\t9\t⟦TOT001:10⟧\n工程建设\t6\t6\n各类问题均已整改到位。"
    ),
    "row-that-does-not-add-up": nasty.disclosure(
        "各方面整改情况：\n| 方面 | 问题数 | 已完成 | 正在推进 |\n| --- | --- | --- | --- |\n| 党的建设 | 11 | 11 | 0 |\n"
        "| 公路养护 | ⟦TOT002:9⟧ | 7 | 1 |\n| 工程建设 | 6 | 6 | 0 |\n正在推进的问题2024年3月底前完成。"
    ),
    "wrong-cell-told-of-by-its-column-only": nasty.disclosure(
        "各方面整改情况：\n方面\t问题数\t已完成\t正在推进\n党的建设\t11\t11\t0\n公路养护\t9\t7\t1\n工程建设\t6\t6\t0\n合计\t26\t⟦TOT002:25⟧\t1\n"
        "正在推进的问题2024年3月底前完成。"
    ),
}


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND)
def test_sound_totals_are_silent(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked


@pytest.mark.parametrize("draft", FAULTY.values(), ids=FAULTY)
def test_faulty_totals_are_found(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked
