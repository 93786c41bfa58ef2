"""Passages about placeholders, marks, spaces and repetitions that a rule once misread."""

from __future__ import annotations

import nasty
import pytest

from disclosure_rules import numbering, writing

RULES = (*writing.RULES, *numbering.RULES)


def items(text: str) -> str:
    """A disclosure with these lines under its second heading."""
    return nasty.disclosure(items=f"{text}\n")


FORM = (
    "附件：意见征集表\n姓名：________ 联系电话：________________\n您的意见建议：____________________________\n"
    "填表日期：    年    月    日\n是否愿意公开：□是 □否\n"
)
TAIL = "中共松岭县白石镇委员会\n2024年1月9日\n"
NARROW_MARKS = (  # broken at 60 columns by an editor that takes a quotation mark for narrow
    "中共松岭县白石镇委员会关于巡察整改进展情况的通报\n\n"
    "  2023年4月6日至6月5日，县委第二巡察组对白石镇党委开展了常规\n巡察。7月14日，反馈了巡察意见。现将整改情况予以公布。\n\n"
    "  一、整改工作情况\n\n"
    "  镇党委坚决扛起整改主体责任，召开党委会5次、推进会3次，把反\n馈的21个问题分解到9个站办所，逐项明确责任人和时限，目前21个\n"
    "问题已全部整改完成。\n\n  二、具体整改情况\n\n"
    "  （一）工作落实不到位。做到“事事有回音、件件有着落”“马上就办”\n，办结信访件36件，逐一答复来信来访的群众。\n\n"
    "  （二）服务群众不主动。开展“门诊接诉”“上门问诉”，“马上就办”\n成为常态，镇党委逐一答复，群众满意率达到98%。\n\n"
    "  （三）惠民资金监管不到位。对2021年以来发放的耕地地力补贴\n逐笔核对，收回重复发放资金，涉及农户31户，已全部上缴县财政\n专户。\n\n"
    + TAIL
)

SOUND = {
    "words-set-bold": items(
        "1.责任压得不实。__压实责任__，约谈责任人5名。\n2.制度执行不严。__修订制度__：修订采购办法。"
    ),
    "placeholders-spoken-of": items(
        "1.照抄照搬模板。查处材料里“××学院”“XX同志”“（此处填写单位名称）”字样未改的问题3起。\n"
        "2.文风不实。对落款写成“2023年×月×日”的2份方案退回重拟。"
    ),
    "a-list-of-that-name": items("1.督办不力。把TODO清单并入督办系统，建立台账。"),
    "noughts-of-years": items(
        "1.档案不全。补齐二○○八年、二〇〇九年档案36卷，一○○二号档案已归档，表彰“〇〇后”先进12名。"
    ),
    "people-in-rings": items("1.执纪偏软。对刘○○等3名责任人给予党纪处分。"),
    "names-that-are-not-the-true-ones": items("1.救助不精准。核查某某镇（化名）、××村等地信访反映的问题，处分1人。"),
    "a-form-behind-the-date": nasty.disclosure() + FORM,
    "a-state-in-black-brackets": items(
        "1.学风建设抓得不严。查处学术不端行为2起，通报1次。【已销号】\n2.资产管理不规范。盘点资产1.2万件，报废312件。\n"
        "3.食堂监管不到位。更换承包商1家，抽检合格率99.2%。\n4.宿舍安全有隐患。整改消防隐患46处。"
    ),
    "names-with-a-point": items(
        "1.课程设置陈旧。开设C++、C#、.NET课程，参考路径为..\\data\\、./bin，平均分提高3.5分。"
    ),
    "gaps-of-an-exam": items("1.命题不规范。期末试卷选择题“（　　）”空格、填空题“____”长短不一的问题已整改。"),
    "a-motto-of-short-words": items("1.校园文化不彰。凝练校风“求实 求真”，开展主题为“求知 求新”的讲座6场。"),
    "a-slogan-of-uneven-parts": items(
        "1.主题教育不实。“强国 复兴有我”征文获奖2篇，“礼赞 新时代”主题活动参与1200人次。"
    ),
    "chiefs-of-what-they-are-named-by": items("1.党建薄弱。党支部党支部书记一肩挑的做法已纠正，一步步一步步推进整改。"),
    "too-short-to-show-that-lines-are-broken": (
        "中共松岭县白石镇委员会关于巡察整改进展情况的通报\n\n2023年4月，县委第二巡察组反馈了巡察意见。为抓好整改落\n"
        "实，制定了整改方案，现将情况予以公布。\n\n一、整改情况\n\n反馈的12个问题，已全部整改完成。\n\n"
        "1.项目监管不严。对6个项目开展抽检，发现问题14个。\n\n2.河湖管理不到位。整治“四乱”问题26个。\n\n"
        "二、下一步打算\n\n镇党委将持续巩固整改成果，健全长效机制。\n\n" + TAIL
    ),
}

FAULTY = {
    "one-underscore-pair-each": items("1.责任压得不实。完成⟦TXT001:__⟧项，约谈⟦TXT001:__⟧人。"),
    "a-blank-in-quotes": items("1.党建薄弱。打造“⟦TXT001:____⟧”党建品牌，获评“⟦TXT001:（ ）⟧”称号。"),
    "rings": items("1.项目管理不规范。会同⟦TXT001:〇〇县⟧财政局追回⟦TXT001:○○万元⟧，完善资料26份。"),
    "a-placeholder-in-quotes": items("1.党建薄弱。创建“⟦TXT001:XX⟧”党建品牌，打造⟦TXT001:*⟧特色阵地。"),
    "editor-below-the-date": nasty.disclosure() + "⟦TXT002:（责任编辑：周小梅）⟧\n",
    "a-wall-in-two-steps": items(
        "1.学习不深入。组织学习12次。\n⟦TXT002:开通会员，免费下载全文⟧\n2.调研不够。调研36次。"
    ),
    "half-a-label-is-one-fault": items("1.学习不深入。整改措施：（1）修订办法；⟦TXT003:（⟧2组织培训；（3）开展自查。"),
    "a-lead-that-just-stops": (
        "中共青岚县水利局党组关于巡察整改进展情况的通报\n\n2023年9月4日至11月3日，县委第一巡察组对县水利局党组开展了巡察。"
        "12月8日反馈了巡察意见。⟦TXT004:现将整改情况通报如下⟧\n\n一、整改情况\n\n反馈的12个问题，已全部整改完成。\n\n"
        "1.项目监管不严。对6个在建项目开展抽检。\n\n2.河湖管理不到位。整治“四乱”问题26个。\n\n"
        "二、下一步打算\n\n持续巩固整改成果，健全长效机制。\n\n中共青岚县水利局党组\n2024年6月11日\n"
    ),
    "behind-the-first-clause-of-a-numbered-sentence": items(
        "1.整改超标用房问题，清退办公⟦TXT007:　⟧用房3间，修订管理办法。\n2.整改公车问题，封存车辆2辆。"
    ),
    "in-quotes-that-name-nothing": items("1.沟通不畅。以“书面⟦TXT007: ⟧沟通”方式征求意见36条。"),
    "said-twice-across-a-line-break": NARROW_MARKS.replace(
        "，办结信访件36件，逐一答复来信来访的群众。",
        "，办结信访件36件，对照上级要求进一步规范信访办理流程⟦TXT008:信访办理\n流程⟧。",
    ),
    "three-characters-that-open-a-clause": items("1.执行不力。局党组⟦TXT008:局党组⟧高度重视，开展专项行动3次。"),
    "a-sentence-that-goes-on-the-second-time": items(
        "1.评查走过场。对2021年以来发回重审、改判案件逐案评查，形成评查报告86份，追责4人。健全常态化评查机制。"
        "⟦TXT008:对2021年以来发回重审、改判案件逐案评查，形成评查报告86份，追责4人⟧，推动办案质量持续提升。"
    ),
}


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND.keys())
def test_a_sound_passage_is_not_flagged(draft: str) -> None:
    assert nasty.told(draft, rules=RULES)[0] == []


@pytest.mark.parametrize("draft", FAULTY.values(), ids=FAULTY.keys())
def test_a_faulty_passage_is_flagged_where_it_is(draft: str) -> None:
    found, expected = nasty.told(draft, rules=RULES)
    assert found == expected
