"""The words that announce a contact detail: 联系电话：, 邮  编：, E-mail:."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern

_GAP = " {0,6}"  # 电  话 is set wide to line up with 通信地址


class Promise(StrEnum):
    """What a label promises."""

    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    ADDRESS = "address"
    PO_BOX = "po-box"
    BOX = "box"  # 举报信箱: of paper or electronic, the label does not say
    POSTCODE = "postcode"
    WEBSITE = "website"
    ANY = "any"  # 联系方式
    PERSON = "person"  # 联系人: a number may follow the name
    HOURS = "hours"  # 工作时间: no contact detail, but the end of the one before
    OTHER = "other"  # QQ, 微信, 账号: its digits are no phone number


class Label(NamedTuple):
    """A label found in a text.

    Attributes:
        promise: what it announces.
        start, end: the place of its words.
        value: where what it announces begins, behind colon, 为 and spaces.
        colon: whether such a sign stands between.
    """

    promise: Promise
    start: int
    end: int
    value: int
    colon: bool


def _wide(words: str) -> str:
    """A pattern for words parted by | that may be set wide."""
    return "|".join(_GAP.join(word) for word in words.split("|"))


_CORES = {
    Promise.EMAIL: rf"(?:{_wide('电子邮箱|电子邮件|邮箱')}|电子信箱|网络邮箱|网络信箱)(?:地址|号)?|电邮(?= ?:)"
    r"|(?<![A-Za-z])[Ee][-_]? ?[Mm][Aa][Ii][Ll](?![A-Za-z])",
    Promise.POSTCODE: rf"{_wide('邮政编码|邮编')}|邮政编号|邮码",
    Promise.PO_BOX: rf"(?:{_wide('邮政信箱')}|邮政专用信箱|专用邮政信箱|专用信箱)(?:地址)?",
    Promise.BOX: "信箱(?:地址)?",
    Promise.WEBSITE: rf"{_wide('网址')}|(?:官方|门户|举报|官方举报)?网站(?:地址|举报)?|官网(?:地址)?",
    Promise.ANY: rf"{_wide('联系方式')}|联系方法|联络方式|(?:反映|反馈|受理|监督|举报)(?:渠道|方式)",
    Promise.FAX: rf"{_wide('传真')}(?:电话|号码)?|(?<![A-Za-z])(?:FAX|Fax|fax)\.?(?![A-Za-z])",
    Promise.PHONE: rf"(?:{_wide('电话|手机')}|热线|座机)(?: ?号 ?码|热线|号)?(?:电话)?(?: ?[/、及和(] ?{_wide('传真')}\)?)?"
    r"|(?:请|可)?(?:拨打|致电)|来电(?= ?:)|(?<![A-Za-z])(?:TEL|Tel|tel|Phone|PHONE)\.?(?![A-Za-z])|☎",
    Promise.ADDRESS: rf"(?<!邮箱)(?<!邮件)(?<!网站)(?<!I[Pp])(?:{_wide('地址')})"
    r"|(?:接访|接待|受理|办公|来访|信访|反映|寄送|邮寄|联系|通信|通讯)地点|地点(?=:)|(?:(?:来信|来函|信函|信件|书信)(?:来访)?|来访|邮寄)(?= ?:)"
    r"|(?:(?:来信|信件|信函|书信|材料|举报信)?(?:请|可)?(?:邮寄|寄送|寄)(?:至|往|到|送至))|(?:来信|信件|信函)(?:请|可)寄",
    Promise.PERSON: r"(?:联系|联络|收件|收信|经办|接待|受理)人(?:员)?(?=[: ]|及|姓名)",
    Promise.HOURS: r"(?:工作|办公|受理|接待|接听|接访|值班|服务|公示)(?:时间|期限?)|时间(?=:)",
    Promise.OTHER: r"(?<![A-Za-z@])[Qq]{2}(?![A-Za-z@.])(?:群|号码?)*|微信(?:公众)?(?:号|平台)*|公众号|帐号|账号|卡号|开户行|信用代码|备案号|身份证号?码?",
}
_FIRST = "电邮网专信官门举联反受监传手热座请可拨致地接办来寄通书材收经工值服公时微帐账卡开备身☎EeFfTtPQq"
_CORE = "|".join(f"(?P<{promise.name}>{pattern})" for promise, pattern in _CORES.items())
_LABEL = Pattern(f"(?=[{_FIRST}])(?:{_CORE})")  # trying every core at every character costs ten times as much
_WIDE_PREFIXES = "联系|联络|咨询|举报|监督|投诉|通信|通讯|邮寄|信访"
_PREFIXES = (
    "值班|办公|邮政|服务|受理|反映|反馈|接访|来访|来信|来电|接待|公开|固定|移动|单位|详细|收件|收信|寄送|意见|建议|征集|纪检|监察|巡察|巡视|整改|违纪|违法|问题"
    "|线索|选人用人|党风|政风|行风|廉政|作风|日常|专用|专门|统一|群众|社会|电子|官方|现场|信件|夜间|白天|全国|免费|24小时|及|和|、|/|\\(|\\)"
)
_BEFORE = Pattern(rf"(?:(?:{_wide(_WIDE_PREFIXES)}|办公室|工作日|{_PREFIXES}) {{0,2}})+$")
_PLAIN = (Promise.PERSON, Promise.HOURS, Promise.OTHER)
_VERB = Pattern(r"寄|拨打|致电")  # 将意见邮寄至: what stands before is what is sent
_LOOK_BACK = 24
_SUFFIX = Pattern(
    r" {0,2}(?:\((?!0[0-9]{2,3}\))(?![^()]{0,16}[0-9@]{5})[^()]{1,16}\))? {0,2}(?:[0-9一二三四五](?=[::]))?"
)
_CONNECTOR = Pattern(r"[ |]{0,8}(?:[】\]] ?:?|(?:统一|分别)?[为是] ?:?|如下 ?:?|:{1,2}|[|])[ |]{0,8}[\"“'‘<]?")
_HINTS = Pattern(r"[话箱址编线真邮手寄@☎]|来[电信访函] ?[:：]|联系|联络|方式|渠道|地点|座机|ail|AIL|el|EL|ax|AX")


def hinted(text: str) -> bool:
    """Whether a label might stand in a text: a cheap look before the exact one."""
    return bool(_HINTS.search(text))


def find(text: str) -> list[Label]:
    """The labels in a folded text, in order."""
    found: list[Label] = []
    for match in _LABEL.finditer(text):
        promise = Promise[match.lastgroup or ""]
        start = match.start()
        if found and start < found[-1].value:  # in the bracket behind the label before
            continue
        if _notes(text, start, match.end()):
            continue
        before = _BEFORE.search(text[max(start - _LOOK_BACK, 0, found[-1].end if found else 0) : start])
        if before and promise not in _PLAIN and not _VERB.search(match[0]):
            start -= len(_inside(before[0]))
        suffix = _SUFFIX.match(text, match.end())
        end = suffix.end() if suffix else match.end()
        connector = _CONNECTOR.match(text, end)
        value = connector.end() if connector else end
        if promise in (Promise.BOX, Promise.PO_BOX) and not _opens_box(text, start, match.end(), connector is not None):
            continue
        found.append(Label(promise, start, match.end(), value, connector is not None))
    return found


def _notes(text: str, start: int, end: int) -> bool:
    """Whether a label only says what the value before it is: 0717-6261234（电话）."""
    value = text[:start].rstrip(" (")[-1:]
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")" and value.isascii() and value.isalnum()


def _inside(words: str) -> str:
    """The words before a label that belong to it: not those in front of a bracket that opens between them."""
    if words.count("(") > words.count(")"):
        words = words[words.rindex("(") + 1 :]
    return words.lstrip(" 及和、/()")


def _opens_box(text: str, start: int, end: int, colon: bool) -> bool:
    """Whether a bare 信箱 is a label; in 第216号信箱 it is the end of what one announces."""
    if text[start - 1 : start].isdigit() or text[start - 1 : start] in ("号", "用"):
        return False
    return colon or text[end : end + 1].isdigit()
