"""No output of any command shows what identifies a person: each kind stands in a heading, in the text and in a table."""

from __future__ import annotations

import pytest

FORMATS = ("full", "concise", "json", "github", "sarif")
SECRETS = {
    "identity": "429900198703151246",
    "identity-mistyped": "429900198803151247",
    "identity-wide": "４２９９００１９８６０３１５１２４６",
    "bank-card": "6222000000000000004",
    "mobile": "13900001234",
    "mobile-grouped": "138 0000 5678",
    "address": "大河镇上湾村3组12号",
    "informant": "孙丽华",
    "informant-short": "张伟",
    "informant-unit": "云溪市水利局",
    "informant-phone": "0717-5559876",
    "exposed": "王建军",
    "exposed-table": "冯国平",
}
"""What must not be seen: of each the part that masking takes away."""
HIDDEN = (
    "198703151246", "198803151247", "１９８６０３", "0000000004", "00001234", "0000 56", "上湾村3组", "丽华", "张伟", "溪市水利局", "5559876",
    "建军", "国平",
)  # fmt: skip
DRAFT = """\
中共青岚县人民法院党组关于巡察整改进展情况的通报

根据县委统一部署，2023年3月6日至4月28日，县委第二巡察组对青岚县人民法院党组开展了常规巡察，2023年6月12日反馈了巡察意见。现将整改进展情况通报如下。
一、整改工作组织落实情况
反馈的79项问题已完成整改77项，整改完成率97.74%，举报人{informant}反映的2项已办结，投诉人{informant-short}反映的1项已办结，尽快答复。
三、举报人{informant-short}反映的低保问题
（一）关于信访人{informant}（手机{mobile}）来访3次的问题
当事人身份证号{identity}、{identity-wide}，同案人{identity-mistyped},银行卡{bank-card}, 李某某家住{address}共3次来访
举报人系{informant-unit}职工，已按投诉人电话{informant-phone}回访2次，拨打{mobile-grouped}核实1次 。。
（二）对原科长{exposed}进行诫勉谈话
对李某某诫勉谈话，给予{exposed}党内警告处分
| 序号 | 姓名 | 处理结果 |
| --- | --- | --- |
| 1 | 李某某 | 党内警告，身份证号{identity} |
| 2 | {exposed-table} | 诫勉谈话 |
四、下一步工作打算
持续巩固整改成果。
2023年12月20日
"""


@pytest.fixture(params=["a.txt", "a.md"])
def draft(request, lint, tmp_path):
    (tmp_path / request.param).write_text(DRAFT.format(**SECRETS), encoding="utf-8")
    return request.param


def assert_hidden(shown: str) -> None:
    plain = shown.encode().decode("unicode_escape") if shown.isascii() else shown
    assert [words for words in HIDDEN if words in plain] == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_check(lint, draft, name, lang):
    outcome = lint("check", draft, "--output-format", name, "--lang", lang, "--genre", "progress")
    assert outcome.code == 1
    for code in ("PII001", "PII002", "PII003", "PII004", "PII005", "PII006"):
        assert code in outcome.out
    assert_hidden(outcome.out + outcome.err)


@pytest.mark.parametrize("command", ["figures", "outline"])
@pytest.mark.parametrize("name", ["text", "json"])
def test_other_commands(lint, draft, command, name):
    outcome = lint(command, draft, "--output-format", name)
    assert outcome.code == 0
    assert "整改" in outcome.out
    assert_hidden(outcome.out + outcome.err)


def test_fingerprints_do_not_depend_on_the_digits(lint, tmp_path):
    def fingerprints(secrets: dict[str, str]) -> list[str]:
        (tmp_path / "a.txt").write_text(DRAFT.format(**secrets), encoding="utf-8")
        (file,) = lint("check", "a.txt", "--output-format", "json").data["files"]
        return [f"{found['code']} {found['fingerprint']}" for found in file["diagnostics"]]

    other = SECRETS | {"identity": "429900198703151203", "mobile": "13911111134"}
    assert fingerprints(SECRETS) == fingerprints(other)
