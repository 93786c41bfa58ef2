"""Persons, and what only looks like one, as drafts really write them: passages on which a rule about privacy once went wrong.

The people and the numbers are made up; the check digits are computed.
"""

from __future__ import annotations

import re

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source, Span
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.facts.personal import extract
from disclosure_lint.facts.personal.checks import luhn, valid_checksum
from disclosure_lint.mask import Masker
from disclosure_lint.rule import Draft
from disclosure_rules.privacy import RULES

_MARK = re.compile(r"⟦((?:PII|SEC)\d{3}):(.*?)⟧", re.DOTALL)


def identity(birth: str) -> str:
    """An identity number of a county that there is not."""
    return next(number for last in "0123456789X" if valid_checksum(number := f"429900{birth}124{last}"))


def card(digits: str) -> str:
    return next(number for last in "0123456789" if luhn(number := f"622200{digits}{last}"))


PERSON = identity("19870315")
ASSET, OTHER_ASSET = identity("20180912"), "429900201809120047"
CARD = card("000000012345")
TAX_NUMBER = "429900751012345"


def findings(text: str) -> list[tuple[str, str]]:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, "progress", facts, Comparisons(document, facts))
    found = [(finding.span, rule.code) for rule in RULES for finding in rule.check(draft, None) if finding.span]
    return [(code, text[span.start : span.end]) for span, code in sorted(found)]


NUMBERS = {
    "tax-number": f"纳税人识别号{TAX_NUMBER}已注销。",
    "asset-that-fits-the-check": f"固定资产编号{ASSET}的复印机、设备编号：{ASSET}的服务器已核销。",
    "list-of-assets": f"资产编号{ASSET}、{OTHER_ASSET}，合同编号{OTHER_ASSET}和{OTHER_ASSET}已补录。",
    "payment-slip": f"缴入国库（缴款书号{ASSET}）。",
    "identity-called-a-number": f"低保证编号⟦PII001:{PERSON}⟧已注销。",
    "list-of-people": f"身份证号⟦PII001:{PERSON}⟧、⟦PII001:42990019870315124⟧重复参保。",
    "account-with-holder-ahead": f"户名：青岚县医疗保障局；开户行：青岚农商银行；账号：{CARD}。",
    "account-with-holder-behind": f"退款请转账号：{CARD}，户名：云溪市住房公积金中心。",
    "account-of-a-person": f"户名：李桂兰；开户行：青岚农商银行；账号：⟦PII002:{CARD}⟧。",
    "account-of-an-office-then-a-person": f"户名：青岚县财政局，已退付，户名：李某，账号⟦PII002:{CARD}⟧。",
    "card-with-hard-spaces": f"退至李某账户⟦PII002:{chr(0xA0).join((CARD[:4], CARD[4:8], CARD[8:12], CARD[12:16], CARD[16:]))}⟧。",
    "identity-with-a-character-of-no-width": f"李某身份证⟦PII001:{PERSON[:6]}\u200b{PERSON[6:]}⟧已更正。",
    "mobile-with-marks-of-direction": "李某微信：\u202d⟦PII003:13900001234⟧\u202c，已核实。",
    "identifier-of-an-article": "来源：青岚县卫健委，文章ID：13900001234",
    "mailbox": "局长信箱：13900001234@163.com。",
    "reception": "局长接待日电话：13900001234。书记热线13900005678，微信同号。",
    "same-for-messages": "纪检工作人员13900001234（微信同号）。",
    "names-and-numbers-published": "向社会公布网格员姓名、电话，如城东社区网格员李红梅13900001234。",
    "said-to-be-on-the-wall": "首问负责人陈立新，手机：13900001234，已在大厅公示。",
    "while-it-is-posted": "公示期间，村民李桂兰⟦PII003:13900001234⟧提出异议。",
    "point-that-is-a-contact": "1.举报电话：13900001234。\n（二）监督举报手机：13900001234，全天开通。",
    "point-about-somebody": "3.当事人李某电话：⟦PII003:13900001234⟧。",
    "point-that-is-an-account": f"5.清收专户：账号{CARD}。",
}
PEOPLE = {
    "ladies-and-gentlemen": "投诉人李女士、信访人王先生、举报人张老师、来访人刘阿姨、投诉人陈总、反映人周氏兄弟已答复。",
    "alias": "信访人刘桂兰（化名）反映的问题已办结。李某被诫勉，给予王建军（化名）警告处分。",
    "name-with-a-dot": "举报人⟦PII005:阿依古丽·买买提⟧反映的问题已办结，举报人奖励·宣传专栏上线。",
    "table-with-telephones": "序号\t投诉人\t联系方式\n1\t⟦PII005:刘秀英⟧\t⟦PII005:0717-5559876⟧\n2\t李某\t无",
    "table-with-telephones-of-others": "序号\t举报人\t承办人\t联系电话\n1\t匿名\t王建国\t0717-5550132\n2\t李某\t李红\t0717-5550133",
    "couple": "针对信访人⟦PII005:赵德柱⟧、⟦PII005:钱桂芬⟧夫妇的诉求，依法答复。",
    "appointment": "免去张志远水利局局长职务，任命李建华为水利局局长。对李某进行诫勉。",
    "removed-from-office": "免去⟦PII006:张志远⟧办公室主任职务，对李某进行诫勉。",
    "village": "常青村退缴奖金，对李某诫勉。",
    "point-about-an-informant": "4.关于信访人：⟦PII005:王桂兰⟧反映的问题。已整改。",
    "home-in-brackets": "低保户王桂兰（住⟦PII004:石坪镇上湾村3组12号⟧）已清退。",
    "home-behind-a-name": "投诉件当事人刘洋，住⟦PII004:幸福小区3栋2单元501室⟧，已答复。",
    "home-that-changed": "户主李某现住址变更为⟦PII004:石坪镇东街12号2栋301室⟧。",
    "site-that-moved": "施工单位项目部住址变更为大河镇上湾村3组12号。",
    "point-that-is-a-home": "6.家庭住址：⟦PII004:石坪镇上湾村3组12号⟧。",
    "housing": "安装路灯，住户满意。高层住宅，住上湾路3号楼的居民共32户。申请人田某住所证明已核对。",
    "list-of-outcomes": "1.李某某，党内警告；\n2.⟦PII006:王海波⟧，诫勉谈话；\n3.赵某，通报批评。",
    "list-shared-with-a-masked-name": "对⟦PII006:吴海燕⟧、郑某某等14名责任法官进行约谈提醒。",
    "list-behind-a-masked-name": "对违反纪律的张某某、⟦PII006:王海波⟧2人进行诫勉。",
    "health-work-is-no-name": "对李某诫勉，给予卫生院院长警告处分。",
    "list-of-leaders": "对李某诫勉。\n王建国，党委书记；张志远，约谈组组长；\n张建国：约谈单位5家；李红梅：通报批评2次。",
    "suspected": "⟦PII006:吴海涛⟧（镇财政所所长）涉嫌贪污，被立案审查调查，对李某某诫勉。",
    "did-badly": "经办人⟦PII006:李红⟧（工号138）审核不严，被批评教育；复核人张某被诫勉。",
    "others-are-sanctioned": "陈晓东审核台账，被批评教育人员作检讨。周敏负责落实，被通报的单位整改，对李某诫勉。",
}


@pytest.mark.parametrize("passage", [pytest.param(text, id=name) for name, text in {**NUMBERS, **PEOPLE}.items()])
def test_passage(passage: str) -> None:
    marked = f"关于巡察整改进展情况的通报\n一、整改情况\n{passage}\n二、下一步打算\n继续整改。\n"
    assert findings(_MARK.sub(lambda match: match[2], marked)) == [
        (match[1], match[2]) for match in _MARK.finditer(marked)
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "★机密　　　　　　　　　　　　　份号：000012",
        "☆ 秘密",
        "机密　　000012",
        "特急 秘密",
        "密级：机密  保密期限：5年",
    ],
)
def test_mark_at_the_head(mark: str) -> None:
    ((code, words),) = findings(f"{mark}\n关于巡察整改进展情况的通报\n一、整改情况\n已整改。\n")
    assert code == "SEC001"
    assert words in {"机密", "秘密"}


@pytest.mark.parametrize(
    ("passage", "secret"),
    [
        pytest.param(f"李某身份证{PERSON[:6]}\u200b{PERSON[6:]}。", PERSON[6:], id="no-width"),
        pytest.param("李某手机13900001234，又1390\u200b0001234。", "00012", id="no-width-elsewhere"),
        pytest.param("举报人张伟来信。张伟案、张伟户已办结，约见张伟，访张伟家。", "张伟", id="short-name"),
    ],
)
def test_nothing_is_shown(passage: str, secret: str) -> None:
    text = f"一、整改情况\n{passage}\n二、下一步打算\n继续整改。\n"
    source = Source("draft.txt", text)
    masker = Masker(source, extract(parse(source)))
    assert secret not in masker.slice(Span(0, len(text))).replace("\u200b", "")
    assert secret not in masker.text(text).replace("\u200b", "")
