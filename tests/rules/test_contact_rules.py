"""The CON rules over whole drafts: what they say together, and where they keep silent."""

from __future__ import annotations

import pytest

from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.engine import lint_text
from disclosure_lint.registry import load_rules
from disclosure_lint.settings import Active, FileSettings

RULES = load_rules(("disclosure_rules",))
CONTACT_RULES = tuple(Active.default(rule) for rule in RULES if rule.code.startswith("CON"))
HEAD = "中共青岚县第二人民医院委员会关于巡察整改进展情况的通报\n根据县委统一部署，县委第一巡察组对县第二人民医院党委开展了巡察。\n"
BODY = "一、整改落实情况\n" + "".join(
    f"{number}.关于制度执行不严问题。修订制度{number + 1}项，培训职工{number * 20}人次，清退费用{number + 2}.5万元。\n"
    for number in range(1, 16)
)
INVITATION = "欢迎广大干部群众对整改落实情况进行监督。如有意见建议，请及时向我们反映。"
SIGNED = "中共青岚县第二人民医院委员会\n2023年8月18日\n"


def lint(text: str, genre: str = "progress") -> list[Diagnostic]:
    report = lint_text(text, FileSettings(CONTACT_RULES, RULES, genre=genre), path="draft.txt")
    return list(report.diagnostics)


def codes(text: str, genre: str = "progress") -> list[str]:
    return sorted(diagnostic.code for diagnostic in lint(text, genre))


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("", ["CON001", "CON010"]),
        (INVITATION, ["CON001"]),
        (f"{INVITATION}邮箱：qlyy@qinglan.gov.cn。", ["CON002", "CON003"]),
        (f"{INVITATION}电话：0717-6261234。", ["CON003", "CON004"]),
        (f"{INVITATION}地址：青岚县建设路12号。", ["CON002", "CON004"]),
        (f"{INVITATION}电话：0717-6261234；地址：青岚县建设路12号。", ["CON004"]),
        (f"{INVITATION}电话：0717-6261234；地址：青岚县建设路12号；邮编：443499；邮箱：qlyy@qinglan.gov.cn。", []),
        (f"{INVITATION}\n电  话：0717-6261234\n地  址：青岚县建设路12号\n邮  箱：qlyy@qinglan.gov.cn", []),
        ("联系电话：0717-6261234；地址：青岚县建设路12号；邮箱：qlyy@qinglan.gov.cn。", ["CON010"]),
        (f"{INVITATION}网址：www.qlyy.cn。", ["CON001"]),
        (f"{INVITATION}邮编：443499。", ["CON001"]),
        (f"{INVITATION}传真：0717-6261235；地址：青岚县建设路12号；邮箱：qlyy@qinglan.gov.cn。", ["CON002"]),
        (f"{INVITATION}电话：0717-62612345；地址：青岚县建设路12号；邮箱：qlyy@qinglan.gov.cn。", ["CON005"]),
        (f"{INVITATION}电话：0717-6261234；地址：青岚县建设路12号；邮编：44341；邮箱：qlyy＠qinglan.gov.cn。", ["CON006", "CON007"]),
        (f"{INVITATION}电话：0717- 626 1234；地址：青岚县建设路12号；邮箱：qlyy@163.com。", ["CON008", "CON009"]),
        (f"{INVITATION}电话：0717-6261234；邮政信箱：青岚县建设路12号；邮箱：qlyy@qinglan.gov.cn。", ["CON011"]),
    ],
    ids=[
        "nothing", "invitation-only", "mail-only", "phone-only", "address-only", "no-mail", "whole", "whole-in-lines", "no-invitation",
        "website-only", "postcode-only", "fax-for-phone", "wrong-phone", "wrong-postcode-and-mail", "spaces-and-provider", "street-in-box",
    ],
)  # fmt: skip
def test_closing_parts(tail, expected):
    text = f"{HEAD}{BODY}{tail}\n{SIGNED}"
    assert codes(text) == expected


SOUND = {
    "under-a-heading": f"""二、联系方式
{INVITATION}
（一）县第二人民医院党委办公室
电话：0717-6261234
（二）县委巡察办
电话：0717-6261235
通信地址：青岚县建设路12号
电子邮箱：xcb@qinglan.gov.cn
""",
    "numbered-in-a-line": """公开时间：2023年8月18日至9月18日。如对整改情况有异议，可通过以下方式反映：1.电话：0717-6261234；\
2.邮寄地址：青岚县建设路12号党委办公室收；3.电子邮箱：qlyy@qinglan.gov.cn。
""",
    "in-a-sentence": """敬请社会各界予以监督，有关意见可寄送至青岚县建设路12号县第二人民医院纪委（邮编443499），\
或致电0717-6261234、发送邮件至qlyy@qinglan.gov.cn。
""",
    "with-a-person": f"""{INVITATION}
联系人：李明 联系电话：0717-6261234（工作日8:00-12:00,14:30-17:30）
通讯地址及邮编：青岚县建设路12号，443499
E-mail：qlyy@qinglan.gov.cn
""",
    "offices-as-labels": f"""{INVITATION}监督电话：
县第二人民医院纪委 6261234
县委巡察办 6261235
来信请寄：青岚县建设路12号县第二人民医院纪委
电子邮箱：qlyy@qinglan.gov.cn
""",
    "offices-in-brackets": """欢迎广大干部群众监督，意见建议请反馈至县第二人民医院纪委（0717-6261234，青岚县建设路12号，qlyy@qinglan.gov.cn）。
""",
    "half-width": """欢迎广大干部群众监督,如有意见请及时反映.联系电话:0717-6261234(工作日);地址:青岚县建设路12号;邮箱:qlyy@qinglan.gov.cn.
""",
    "bare-labels-on-lines": f"""{INVITATION}
监督电话
0717-6261234
电子邮箱
qlyy@qinglan.gov.cn
通信地址
青岚县建设路12号
""",
    "numbered-run-in": f"""二、监督方式
{INVITATION}
（一）来电。0717-6261234。
（二）来信。青岚县建设路12号，邮编443499。
（三）来函。qlyy@qinglan.gov.cn。
""",
    "in-one-bracket": """以上整改情况，如有异议，请于公示期内以书面形式向县委巡察办（地址：青岚县行政中心2号楼301室，邮编：443499，电话：0717-6261234，\
邮箱：qlyy@qinglan.gov.cn）反映。
""",
    "table": f"""{INVITATION}

| 单位 | 联系电话 | 通信地址 | 电子邮箱 |
|---|---|---|---|
| 县第二人民医院纪委 | 6261234 | 青岚县建设路12号 | qlyy@qinglan.gov.cn |

""",
}


@pytest.mark.parametrize("closing", SOUND.values(), ids=SOUND.keys())
def test_sound_closing_parts_are_silent(closing):
    assert codes(f"{HEAD}{BODY}{closing}{SIGNED}") == []


@pytest.mark.parametrize("closing", SOUND.values(), ids=SOUND.keys())
def test_details_below_the_signature_count(closing):
    assert codes(f"{HEAD}{BODY}{SIGNED}{closing}") == []


def test_a_plan_needs_no_public_contact():
    assert codes("县第二人民医院巡察整改方案\n一、整改措施\n设立举报邮箱：qlyy@163.com。\n", "plan") == []


def test_a_plan_with_a_wrong_number_has_it_flagged():
    assert codes("县第二人民医院巡察整改方案\n一、整改措施\n公布举报电话：0717-62612345。\n", "plan") == ["CON005"]


@pytest.mark.parametrize("genre", ["report", "other"])
def test_other_genres_need_no_contact(genre):
    assert codes(f"{HEAD}{BODY}", genre) == []


def test_a_measure_is_no_contact_line():
    body = f"{HEAD}{BODY}16.关于渠道不畅问题。公布举报电话0717-6261234，设立邮箱qlyy@qinglan.gov.cn。\n二、下一步打算\n持续巩固。\n{SIGNED}"
    assert codes(body) == ["CON001", "CON010"]


def test_the_mailbox_of_the_page_is_no_contact_line():
    text = f"{HEAD}{BODY}{INVITATION}\n{SIGNED}\n设为首页 | 加入收藏 | 联系我们\n版权所有 投稿邮箱：news@qq.com 备案号：鄂ICP备11020403号\n"
    assert codes(text) == ["CON001"]


def test_missing_ways_point_at_the_block():
    text = f"{HEAD}{BODY}{INVITATION}邮箱：qlyy@qinglan.gov.cn。\n{SIGNED}"
    spans = {diagnostic.span for diagnostic in lint(text)}
    assert [text[span.start : span.end] for span in spans if span] == ["邮箱：qlyy@qinglan.gov.cn"]


def test_a_wrong_number_is_told_with_its_digits():
    text = f"{HEAD}{BODY}{INVITATION}电话：0717-62612345，地址：青岚县建设路12号，邮箱：qlyy@qinglan.gov.cn。\n{SIGNED}"
    (diagnostic,) = lint(text)
    assert diagnostic.message.zh == "区号0717的电话号码应为7位，这里是8位：“0717-62612345”。"
    assert (
        diagnostic.message.en == "Phone numbers with the area code 0717 have 7 digits, this one has 8: “0717-62612345”."
    )
    assert diagnostic.values == {"stated": "8", "computed": "7"}


def test_a_number_with_either_length_names_both():
    (diagnostic,) = (d for d in lint(f"{HEAD}{BODY}{INVITATION}电话：0851-581234。\n{SIGNED}") if d.code == "CON005")
    assert diagnostic.message.zh.startswith("区号0851的电话号码应为7或8位")
    assert diagnostic.message.en.startswith("Phone numbers with the area code 0851 have 7 or 8 digits")
