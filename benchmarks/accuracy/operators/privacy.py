"""Personal numbers, homes and names that nobody took out, and marks of secrecy."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, edited, replaced
from text import paragraphs, pick

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = "赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻"
_GIVEN = ("建国", "志强", "秀英", "卫东", "晓梅", "国庆", "海燕", "文斌", "立新", "永红", "明", "军", "芳", "磊")


def _name(random: Random) -> str:
    return random.choice(_SURNAMES) + random.choice(_GIVEN)


def _identity(random: Random) -> str:
    """An invented identity number with a right check digit."""
    area = random.choice(("110101", "420502", "130102", "431103", "522601", "610113"))
    born = f"{random.randint(1955, 1999)}{random.randint(1, 12):02d}{random.randint(1, 28):02d}"
    body = f"{area}{born}{random.randint(1, 999):03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def _card(random: Random) -> str:
    """An invented bank card number with a right check digit."""
    length = random.choice((15, 18))
    body = random.choice(("621700", "622848", "621226", "623052")) + "".join(
        random.choice("0123456789") for _ in range(length - 6)
    )
    total = 0
    for at, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if at % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return body + str(-total % 10)


def _mobile(random: Random) -> str:
    return (
        random.choice(("130", "135", "138", "139", "150", "158", "177", "186", "189"))
        + f"{random.randint(0, 99999999):08d}"
    )


def _added(text: str, sentence: str, random: Random) -> Planted | None:
    """A sentence at the end of a paragraph of the body."""
    line = pick(random, paragraphs(text)[1:])
    if line is None:
        return None
    at = line.start + len(line.text.rstrip())
    return edited(text, [Edit(at, at, sentence)], f"added “{sentence}”")


def identity_pasted(text: str, random: Random) -> Planted | None:
    """An identity number behind a name."""
    label = random.choice(("身份证号：", "身份证号码", "公民身份号码：", ""))
    return _added(text, f"对{_name(random)}（{label}{_identity(random)}）多领的补贴已追回。", random)


def identity_mistyped(text: str, random: Random) -> Planted | None:
    """An identity number with one digit mistyped; it still is one to every reader."""
    number = _identity(random)
    at = random.randrange(14, 17)
    number = number[:at] + str((int(number[at]) + random.randint(1, 9)) % 10) + number[at + 1 :]
    return _added(text, f"已为群众{_name(random)}（身份证号{number}）办结相关手续。", random)


def card_pasted(text: str, random: Random) -> Planted | None:
    """A bank card number."""
    return _added(text, f"清退款项已存入{_name(random)}的银行卡，卡号{_card(random)}。", random)


def card_in_groups(text: str, random: Random) -> Planted | None:
    """A bank card number in groups of four."""
    number = _card(random)
    grouped = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return _added(text, f"退款账户（开户行：农业银行，账号：{grouped}）已核实。", random)


def mobile_pasted(text: str, random: Random) -> Planted | None:
    """The mobile number of a private person in the body."""
    return _added(text, f"已电话回访群众{_name(random)}（{_mobile(random)}），本人表示满意。", random)


def mobile_labelled(text: str, random: Random) -> Planted | None:
    """A mobile number with a label in the body."""
    return _added(text, f"经与当事人{_name(random)}联系（手机：{_mobile(random)}），相关款项已退还。", random)


def home_pasted(text: str, random: Random) -> Planted | None:
    """The home of a private person."""
    estate = f"{random.choice('幸和平安康')}{random.choice('福苑园')}小区{random.randint(1, 20)}号楼"
    home = f"{estate}{random.randint(1, 4)}单元{random.randint(1, 18)}0{random.randint(1, 4)}室"
    return _added(text, f"工作人员到{_name(random)}家中（家住{home}）走访慰问。", random)


def village_home_pasted(text: str, random: Random) -> Planted | None:
    """The home of a villager."""
    home = f"{random.choice('杨柳松石')}{random.choice('树坪湾沟')}村{random.randint(1, 9)}组{random.randint(2, 90)}号"
    return _added(text, f"已将补助资金发放给困难群众{_name(random)}（住址：{home}）。", random)


def informant_named(text: str, random: Random) -> Planted | None:
    """Who reported is named."""
    return _added(text, f"针对举报人{_name(random)}反映的问题，已组织专人核查并答复。", random)


def informant_with_unit(text: str, random: Random) -> Planted | None:
    """Who wrote the letter is named with his place of work."""
    unit = random.choice(("办公室职工", "退休干部", "财务科干部"))
    return _added(text, f"收到{unit}{_name(random)}实名举报后，立即成立调查组开展核查。", random)


_MASKED = re.compile(rf"[{_SURNAMES}刘李王吴何赵钱]某某")


def mask_forgotten(text: str, random: Random) -> Planted | None:
    """One of several masked persons stands there with his full name."""
    choices = list(_MASKED.finditer(text))
    if len(choices) < 2:
        return None
    match = random.choice(choices)
    return replaced(text, *match.span(), match[0][0] + random.choice(_GIVEN))


def disciplined_named(text: str, random: Random) -> Planted | None:
    """A draft that masks those who were disciplined names one in full."""
    if not _MASKED.search(text):
        return None
    outcome = random.choice(("党内严重警告处分", "政务记过处分", "党内警告处分"))
    return _added(text, f"给予{_name(random)}{outcome}。", random)


def _at_top(text: str, line: str) -> Planted:
    return edited(text, [Edit(0, 0, f"{line}\n")], f"a first line “{line}”", near=1, whole=True)


def secrecy_mark(text: str, random: Random) -> Planted | None:
    """The mark of secrecy of the inner version was left at the head."""
    level = random.choice(("秘密", "机密"))
    return _at_top(text, random.choice((f"{level}★{random.choice((1, 3, 5, 10))}年", f"{level}", f"密级：{level}")))


def internal_mark(text: str, random: Random) -> Planted | None:
    """Internal material."""
    return _at_top(text, random.choice(("内部资料 注意保存", "内部资料，不得外传", "内部文件  严禁外传")))


OPERATORS = (
    Operator("PII001", identity_pasted),
    Operator("PII001", identity_mistyped),
    Operator("PII002", card_pasted),
    Operator("PII002", card_in_groups),
    Operator("PII003", mobile_pasted),
    Operator("PII003", mobile_labelled),
    Operator("PII004", home_pasted),
    Operator("PII004", village_home_pasted),
    Operator("PII005", informant_named),
    Operator("PII005", informant_with_unit),
    Operator("PII006", mask_forgotten),
    Operator("PII006", disciplined_named),
    Operator("SEC001", secrecy_mark),
    Operator("SEC001", internal_mark),
)
