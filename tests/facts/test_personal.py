"""What identifies a person, and what only looks like it. The numbers and names are made up; the check digits are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.personal import extract
from disclosure_lint.facts.personal.checks import luhn, valid_checksum
from disclosure_lint.facts.personal.numbers import find

IDENTITY = "110105194912310025"
IDENTITY_X = "11010519491231002X"
CARD = "6222020000000000000"


def found(text: str, **flags: bool) -> list[tuple[str, str]]:
    return [(text[number.start : number.end], number.kind) for number in find(Prose(text), **flags)]


def test_made_up_numbers_have_right_check_digits() -> None:
    assert valid_checksum(IDENTITY_X)
    assert not valid_checksum(IDENTITY)
    assert luhn(CARD)


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        pytest.param(f"当事人王某（身份证号：{IDENTITY_X}）已签收。", IDENTITY_X, "identity", id="identity"),
        pytest.param(f"身份证号{IDENTITY_X.lower()}。", IDENTITY_X.lower(), "identity", id="identity-small-x"),
        pytest.param(
            "身份证号１１０１０５１９４９１２３１００２Ｘ。",
            "１１０１０５１９４９１２３１００２Ｘ",
            "identity",
            id="identity-full-width",
        ),
        pytest.param("身份证号110105 19491231 002X。", "110105 19491231 002X", "identity", id="identity-spaced"),
        pytest.param(f"退赔{IDENTITY}等人。", IDENTITY, "identity", id="identity-wrong-check-digit"),
        pytest.param("持身份证110105491231002领取。", "110105491231002", "identity", id="identity-old-form"),
        pytest.param("身份证号1101051949123100。", "1101051949123100", "identity", id="identity-cut-short"),
        pytest.param(
            "身份证号：1101051949123100255。", "1101051949123100255", "identity", id="identity-one-digit-more"
        ),
        pytest.param("身份证“110105194913310025”。", "110105194913310025", "identity", id="identity-wrong-month"),
        pytest.param("身份证号110105 1949 1231 0025。", "110105 1949 1231 0025", "identity", id="identity-in-fours"),
        pytest.param(f"退至账号{CARD}。", CARD, "bank-card", id="card"),
        pytest.param("银行卡号6222020000000000001。", "6222020000000000001", "bank-card", id="card-mistyped"),
        pytest.param("退至账户6222020000000000001。", "6222020000000000001", "bank-card", id="account-like-a-card"),
        pytest.param("退至6222 0200 0000 0000 000。", "6222 0200 0000 0000 000", "bank-card", id="card-in-groups"),
        pytest.param(
            "开户行工行，卡号4111111111111111。", "4111111111111111", "bank-card", id="card-of-another-issuer"
        ),
        pytest.param("已电话13800001234核实。", "13800001234", "mobile", id="mobile"),
        pytest.param("王某138-0000-1234反映。", "138-0000-1234", "mobile", id="mobile-with-dashes"),
        pytest.param("王某1380000 1234反映。", "1380000 1234", "mobile", id="mobile-in-two-groups"),
        pytest.param("王某138.0000.1234反映。", "138.0000.1234", "mobile", id="mobile-with-dots"),
        pytest.param("王某+8613800001234反映。", "8613800001234", "mobile", id="mobile-with-country"),
        pytest.param("王某邮箱13800001234@163.com。", "13800001234", "mobile", id="mobile-as-mailbox"),
        pytest.param("王某１３８００００１２３４反映。", "１３８００００１２３４", "mobile", id="mobile-full-width"),
        pytest.param(
            "信访人刘某（联系电话：13800001234）反映。", "13800001234", "mobile", id="mobile-of-a-complainant"
        ),
        pytest.param(
            "整改期间设立举报电话。村民李某13800001234反映。", "13800001234", "mobile", id="office-line-ended-before"
        ),
    ],
)
def test_personal_number(text: str, number: str, kind: str) -> None:
    assert found(text) == [(number, kind)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("统一社会信用代码91440300192203821X。", id="credit-code-digits"),
        pytest.param("统一社会信用代码12100000400010275N。", id="credit-code-letter"),
        pytest.param("案号（2024）青01民终123号。", id="case-number"),
        pytest.param("青岚发〔2024〕15号。", id="document-number"),
        pytest.param("涉及资金13812345678.25元。", id="amount-with-cents"),
        pytest.param("涉及资金13812345678元。", id="amount"),
        pytest.param("面积13812345678平方米。", id="area"),
        pytest.param("财政专户账号42050162083600001234。", id="account-of-an-office"),
        pytest.param("加油卡号1000114200001234567。", id="card-of-no-bank"),
        pytest.param("涉案金额1,381,234,567.00元。", id="amount-with-commas"),
        pytest.param("办公电话0971-6161234。", id="landline"),
        pytest.param("联系电话：13800001234。", id="contact-mobile"),
        pytest.param("举报电话：0971-6161234，13800001234。", id="second-contact-mobile"),
        pytest.param("24小时值班手机13800001234。", id="duty-mobile"),
        pytest.param("地址：青岚县人民路1号；电话：13800001234；邮编：810000。", id="line-of-contact-details"),
        pytest.param("欢迎广大群众监督。联 系 电 话：13800001234", id="label-with-spaces"),
        pytest.param("流水号202411150000000001。", id="serial-number"),
        pytest.param("110105202413310025", id="impossible-month"),
        pytest.param("991105194912310020", id="no-such-province"),
        pytest.param("详见http://www.qinglan.example/art/13800001234.html", id="address-of-a-page"),
        pytest.param("2024111512345678", id="sixteen-digits-without-context"),
        pytest.param("12800001234", id="no-such-network"),
        pytest.param("", id="empty"),
    ],
)
def test_no_personal_number(text: str) -> None:
    assert found(text) == []


def test_contact_lines_show_mobiles_but_no_identity_numbers() -> None:
    assert found(f"联系人：王某 13800001234 {IDENTITY_X}", contact=True) == [(IDENTITY_X, "identity")]


def test_spans_of_a_draft() -> None:
    text = f"一、整改情况\n  王某{IDENTITY_X}已退缴。\n二、监督\n联系电话：0971-6161234。\n"
    facts = extract(parse(Source("a.txt", text)))
    assert [text[fact.span.start : fact.span.end] for fact in facts] == [IDENTITY_X]


def test_comment_and_residue_are_searched_for_identity_numbers() -> None:
    text = f"一、整改情况\n<!-- 核对 {IDENTITY_X} 和 13800001234 -->\n已整改。\n"
    assert [fact.kind for fact in extract(parse(Source("a.txt", text)))] == ["identity"]


ALPHABET = st.sampled_from([*"0123456789０１５Xx -－，。：电话账号身份证62138\n", "1380000", "联系电话", "11010519"])


@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text(text: str) -> None:
    last = 0
    for start, end, kind, _, _ in find(Prose(text)):
        assert last <= start < end <= len(text)
        assert kind in {"identity", "bank-card", "mobile"}
        assert sum(character.isdigit() for character in text[start:end]) >= 11
        last = end


@pytest.mark.parametrize("number", ["110105194912310021", "11010519491231002X", "13800001234", "6222020000000000000"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "　\n　　"], ids=["lf", "crlf", "cr", "spaces"])
def test_a_number_broken_by_the_end_of_a_line(number: str, end: str) -> None:
    for at in range(1, len(number)):
        text = f"一、整改情况\n当事人王某银行卡、身份证、本人手机{number[:at]}{end}{number[at:]}）反映的问题已办结。\n二、下一步打算\n继续整改。\n"
        spans = [fact.span for fact in extract(parse(Source("a.txt", text)))]
        assert number[:at] + end + number[at:] in [text[span.start : span.end] for span in spans]


def facts_of(body: str) -> list[tuple[str, str, bool, str]]:
    """What is found in a part of a draft: the words, the kind, whether it is sure, the form."""
    text = f"关于巡察整改进展情况的通报\n一、整改情况\n（一）有关情况\n{body}\n二、下一步打算\n继续整改。\n"
    return [
        (text[fact.span.start : fact.span.end], fact.kind, fact.firm, fact.form)
        for fact in extract(parse(Source("a.txt", text)))
    ]


@pytest.mark.parametrize(
    ("body", "form"),
    [
        pytest.param(f"王某{IDENTITY_X}已退缴。", "main", id="all-fits"),
        pytest.param(f"王某{IDENTITY}已退缴。", "mistyped", id="check-digit"),
        pytest.param("王某110105491231002已退缴。", "old", id="old-form"),
        pytest.param("王某身份证号11010519491231002已退缴。", "length", id="one-digit-short"),
        pytest.param("补贴转入6222000000000000004。", "main", id="card"),
        pytest.param("退至银行卡6222000000000000003。", "mistyped", id="card-check-digit"),
        pytest.param("退至账户6222000000000000003。", "account", id="account"),
        pytest.param("投诉人赵某（女，65岁，联系电话13800001234）表示满意。", "main", id="mobile-of-somebody"),
        pytest.param("经与信访群众刘桂兰（138-0000-1234）沟通。", "main", id="mobile-beside-a-name"),
        pytest.param("经拨打13800001234核实。", "alone", id="mobile-alone"),
    ],
)
def test_how_sure_a_number_is(body: str, form: str) -> None:
    ((_, _, firm, found_form),) = facts_of(body)
    assert found_form == form
    assert firm is (form == "main")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("公款退缴账户6222000000000000004（户名：青岚县财政局）。", id="account-of-an-office"),
        pytest.param("发票号码6222000000000000004已核销。", id="invoice"),
        pytest.param("（2023）鄂0521执恢13800001234号已办结。", id="case-number"),
        pytest.param("合同号420521-13800001234。", id="part-of-a-longer-number"),
        pytest.param("包保责任人张建国，联系电话13800001234，已公示。", id="published-on-a-board"),
        pytest.param("为方便当事人，设立联系电话13800001234。", id="set-up-for-everybody"),
        pytest.param("驻村队员李某（13800001234）的信息已公布。", id="said-to-be-published"),
        pytest.param("| 科室 | 联系人 | 电话 |\n| --- | --- | --- |\n| 立案庭 | 李某 | 13800001234 |", id="phone-list"),
    ],
)
def test_numbers_of_an_office(body: str) -> None:
    assert facts_of(body) == []


@pytest.mark.parametrize(
    ("body", "found", "form"),
    [
        pytest.param("举报人李建国反映的问题已办结。", ["李建国"], "name", id="beside"),
        pytest.param("举报人于海反映的问题已办结。", ["于海"], "name", id="surname-like-a-preposition"),
        pytest.param("信访人：张伟，反映邻里纠纷。", ["张伟"], "name", id="colon"),
        pytest.param("举报人姓名：欧阳建国。", ["欧阳建国"], "name", id="two-character-surname"),
        pytest.param("投诉人张伟和李强反映供暖问题。", ["张伟", "李强"], "name", id="two"),
        pytest.param("张伟于2023年来访，投诉人张伟于2023年撤诉。", ["张伟"], "name", id="before-a-preposition"),
        pytest.param("村民李建国实名举报村支书。", ["李建国"], "name", id="real-name-report"),
        pytest.param("与赵建华（举报人）面谈。", ["赵建华"], "name", id="in-brackets-behind"),
        pytest.param("举报人系云溪市水利局退休职工。", ["云溪市水利局"], "unit", id="workplace"),
        pytest.param("已按投诉人电话0717-5550132回访。", ["0717-5550132"], "phone", id="landline"),
        pytest.param("序号\t信访人\t反映事项\n1\t李建国\t积水\n2\t王某\t噪音", ["李建国"], "name", id="table"),
    ],
)
def test_informants(body: str, found: list[str], form: str) -> None:
    assert facts_of(body) == [(words, "informant", True, form) for words in found]


@pytest.mark.parametrize(
    "body",
    [
        "举报人李某某、信访人王××、投诉人张*反映的问题已办结。",
        "建立举报人信息保护制度，举报人员身份严格保密，举报人安全有保障。",
        "举报人反映的张伟违规问题不实。被举报人王建军作出说明。",
        "信访人高龄，信访人关于拆迁的诉求，信访人马上回访，投诉人方面表示认可，举报人陈述的事实。",
        "信访人于当日息诉，反映人大代表建议3条，举报人民币奖励3万元。",
        "信访人为本村村民，举报人为本单位职工，信访人系外地农民工。",
        "收到实名举报12件，鼓励群众实名举报，严查实名举报反映的问题。",
        "院长王建军与举报人面谈。",
    ],
    ids=["masked", "system", "reported", "words-like-names", "more-words", "no-unit", "reports", "leader"],
)
def test_no_informants(body: str) -> None:
    assert facts_of(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("李某某家住大河镇上湾村3组12号，已答复。", "大河镇上湾村3组12号", id="village"),
        pytest.param("李建国家住大河镇上湾村五组，已答复。", "大河镇上湾村五组", id="group-in-words"),
        pytest.param(
            "原告张某，女，1956年生，住云溪市高新区创业大道99号阳光花园6栋1单元1203室。",
            "云溪市高新区创业大道99号阳光花园6栋1单元1203室",
            id="of-a-party",
        ),
        pytest.param("家庭住址：青岚县人民路１２号２栋３０１室。", "青岚县人民路１２号２栋３０１室", id="full-width"),
        pytest.param("户籍所在地为青岚县大河乡上湾村三组。", "青岚县大河乡上湾村三组", id="registered"),
        pytest.param(
            "| 姓名 | 家庭住址 |\n| --- | --- |\n| 张某 | 青岚县人民路12号2栋 |", "青岚县人民路12号2栋", id="table"
        ),
    ],
)
def test_homes(body: str, found: str) -> None:
    assert [(words, kind) for words, kind, _, _ in facts_of(body)] == [(found, "address")]


@pytest.mark.parametrize(
    "body",
    [
        "居住在幸福小区3号楼的12户居民、居住在上湾村3组的困难群众得到走访。",
        "清理超标准住房12套，被告公司住所地青岚县工业园区8号。",
        "家住房困难职工12户，国家住建部要求，大家住人民路1号宾馆的费用已退回，专家住人民路2号。",
        "住院部搬迁至人民路12号3号楼，户籍窗口迁至人民路12号，现住房公积金存缴规范。",
        "上湾村3组道路硬化，办公地点：人民路1号院2号楼3层301室。",
        "对被执行人住址登记不实的问题，已逐案核实。",
    ],
    ids=["many", "company", "words", "offices", "sites", "no-place"],
)
def test_no_homes(body: str) -> None:
    assert facts_of(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("给予原科长王建军党内警告处分，对李某某诫勉。", ["王建军"], id="given"),
        pytest.param("对赵建华、副科长孙立进行批评教育，对王某诫勉。", ["赵建华", "孙立"], id="two"),
        pytest.param("王建军因违规被给予党内警告处分，李××被免职。", ["王建军"], id="passive"),
        pytest.param("责令王建军退缴1.2万元，对李某立案审查。", ["王建军"], id="made-to"),
        pytest.param("免去张志远综合科科长职务，给予刘某诫勉处理。", ["张志远"], id="removed"),
        pytest.param("约谈欧阳明、李红2人，给予张某某警告。", ["欧阳明", "李红"], id="object"),
        pytest.param("对职工赵国强、孙丽华、周某某等3人批评教育。", ["赵国强", "孙丽华"], id="ahead-of-a-masked-name"),
        pytest.param(
            "| 姓名 | 处理 |\n| --- | --- |\n| 李某某 | 党内警告 |\n| 王建军 | 诫勉 |", ["王建军"], id="table"
        ),
    ],
)
def test_exposed_names(body: str, found: list[str]) -> None:
    assert [(words, kind) for words, kind, _, _ in facts_of(body)] == [(words, "exposed") for words in found]


@pytest.mark.parametrize(
    "body",
    [
        "给予原科长王建军党内警告处分，对李红诫勉。",
        "党组书记王建军对李某某进行诫勉谈话。由赵建华约谈张某某。责任领导：王建军。",
        "给予严重警告处分3人，对施工单位、卫生院、文旅局、分管领域约谈，对管理人员批评教育，李某某被诫勉。",
        "以王建军严重违纪违法案为鉴，对刘某某立案审查。",
        "王建国诉李红立案执行案已办结，对干警刘某某通报批评。",
        "学习《关于给予王建军开除党籍处分的决定》，李某某被诫勉。",
        "审理刘某某涉黑案件。给予原科长王建军警告处分。",
        "对某些单位、关于某公司的问题批评教育，给予李红警告处分。",
    ],
    ids=["none-masked", "leaders", "no-names", "known-case", "cases", "title", "other-matter", "things"],
)
def test_no_exposed_names(body: str) -> None:
    assert facts_of(body) == []


def test_an_exposed_name_points_at_a_masked_one_of_the_same_surname() -> None:
    text = "对李某某诫勉，对王某诫勉。\n给予王建军警告处分。\n"
    (fact,) = extract(parse(Source("a.txt", text)))
    assert fact.other is not None
    assert text[fact.other.start : fact.other.end] == "王某"


PIECES = st.sampled_from(
    [
        *"李某王建国对住村路3号组、，。：（）和\n",
        "举报人",
        "实名举报",
        "家住",
        "诫勉",
        "处分",
        "给予",
        "欧阳",
        "| 信访人 |",
        "1380000",
        "\t",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_words(text: str) -> None:
    facts = extract(parse(Source("a.txt", text)))
    assert len({fact.span for fact in facts}) == len(facts)
    assert list(facts) == sorted(facts, key=lambda fact: fact.span)
    for fact in facts:
        assert text[fact.span.start : fact.span.end].strip()
        assert fact.span.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["李", "住村1号", "举报人", "对王", "、王建", "1", "1 ", "家住村", "给予因", "某处分"]
)
def test_long_repetition_takes_no_time(piece: str) -> None:
    assert len(extract(parse(Source("a.txt", f"举报人家住某处分{piece * 20000}")))) < 10


def test_a_sentence_about_somebody_is_no_line_of_contact_details() -> None:
    text = "一、整改情况\n举报人李建国家住青岚县大河镇上湾村3组12号，电话13900001234。\n青岚县水利局\n2024年3月5日\n"
    assert [fact.kind for fact in extract(parse(Source("a.txt", text)))] == ["informant", "address", "mobile"]
    office = "一、整改情况\n已整改。\n地址：青岚县人民路12号3栋201室；手机：13900001234。\n青岚县水利局\n2024年3月5日\n"
    assert extract(parse(Source("a.txt", office))) == ()
