"""The part a plain line plays, by its words and its place: title, contact details, signature, what belongs to the web page.

The head of a draft is what stands before its first heading or paragraph; its tail is found from the end backwards, line by line, as long
as each line is one of those that close a document. A line in the middle is never taken for either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from disclosure_grammar.lines import SPACES
from disclosure_grammar.pieces import HEADINGS, Row
from disclosure_grammar.tree import Kind

RESIDUE = re.compile(
    r"^[ \t\u3000【\[]*(?:当前位置|您(?:现在|当前)?的?位置|文章来源|信息来源|稿件来源|来源[：:]|作者[：:]|发布(?:时间|日期|机构|者|人)[：:]|时间[：:]\s*\d{4}"
    r"|字数[：:]|字[体号][：:]|阅读(?:次数|量|全文)|浏览(?:次数|量)|点击(?:次数|量|数|下载)|访问量|责任编辑|编辑[：:]|审核[：:]|校对[：:]|供稿|索引号|主题分类"
    r"|复制(?:下载|本文|链接)|下载(?:本文|全文|文档)|打印(?:本页|此页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)|分享(?:到|至|$)|收藏本[页文]|扫一扫|上一[篇条页]|下一[篇条页]"
    r"|相关(?:阅读|链接|新闻|文章|推荐)|精彩专题|为您推荐|热点(?:排行|推荐)|猜你喜欢|设为首页|加入收藏|网站(?:声明|地图)|联系我们|关于我们|版权(?:所有|声明)"
    r"|[Cc]opyright|©|主办单位[：:]|承办单位[：:]|技术支持[：:]|备案号|.{0,4}ICP备|.{0,6}公网安备|网站标识码|大约剩余\d+%|剩余\d+%|本文来自|转载请|首页\s*[>＞|])"
)
_PAGE_META = re.compile(
    r"(?:发布|更新)?(?:时间|日期)[：:]\s*\d{4}|来源[：:]|浏览|阅读[：:(（]|字[体号大][：:]|【?\s*字体"
)

_DATE = (
    r"(?:[0-9０-９]{2,4}\s*年\s*[0-9０-９]{1,2}\s*月(?:\s*[0-9０-９]{1,2}\s*[日号])?"
    r"|[二一〇○零三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
    r"|[0-9０-９]{4}\s*[-./．／—]\s*[0-9０-９]{1,2}\s*[-./．／—]\s*[0-9０-９]{1,2}"
    r"|[×xX*＊_]{0,4}\s*年\s*[×xX*＊_]{0,3}\s*月\s*[×xX*＊_]{0,3}\s*日)"
)
DATE_LINE = re.compile(rf"^[（(]?{_DATE}[）)]?$")
_SIGNED = re.compile(rf"^(?P<body>[^，。；：、,;:\n]{{4,40}}?)[ \t\u3000]*(?P<date>{_DATE})$")
_BODY = re.compile(
    r"(?:党组|党委|党工委|委员会|党支部|党总支|法院|检察院|总?局|厅|[省市县区州盟旗镇乡]委|政府|办公厅|办公室|大学|学院|学校|中学|小学|医院|公司|集团|中心|协会|联合会"
    r"|联社|银行|纪委|监委|工委|小组|[^小]组|馆|站|所|研究院|设计院|社|厂|部|处|街道|人大|政协|工会|团委|妇联)[）)]?(?:[（(](?:盖章|公章|章|印章)[）)])?$"
)
_TITLE_WORD = re.compile(
    r"关于|整改|情况|通报|报告|方案|公告|公示|公开|公布|通知|总结|计划|清单|汇报|要点|意见|办法|细则|通告|决定|措施|工作"
)
_CONTACT = re.compile(
    r"(?:电\s*话|热\s*线|传\s*真|(?:邮|信)\s*箱|[Ee]-?\s?[Mm]ail|邮\s*编|邮政编码|(?:地|住)\s*址|联系方式|联\s*系\s*人|网\s*址|微信公众号|举报平台|来信来访|来访接待)"
    r"[^：:。；\n]{0,10}[：:]|(?:电\s*话|热\s*线|传\s*真|邮\s*编|邮政编码|手机)[^0-9０-９：:\n]{0,6}[（(]?[0-9０-９]{3}|[0-9A-Za-z_.-]+[@＠][0-9A-Za-z-]+"
)
_CONTACT_LABEL = re.compile(
    r"^(?:[^，。；：:]{0,6})(?:电\s*话|热\s*线|传\s*真|邮\s*箱|信\s*箱|邮\s*编|邮政编码|地\s*址|联系方式)[：:]?$"
)
_SETS_UP = re.compile(r"^[^，。；]{0,8}(?:开通|设立|设置|公布|公开|畅通|建立|完善|开设|拓宽)(?!.{0,20}[：:])")
_INVITATION = re.compile(
    r"(?:欢\s*迎|敬\s*请|恳\s*请|请)(?:社会各界|[^。；]{0,6}(?:广大|各界|全体|党员|干部|群众|职工|师生|市民|公众|人民))?[^。；]{0,40}(?:监督|批评|反映|举报|提出)"
    r"|如(?:果)?(?:有|对)[^。；]{0,24}(?:意见|建议|问题|异议|线索)[^。；]{0,30}(?:反映|反馈|联系|提出|告知|来电|来信)|自觉接受[^。]{0,20}监督"
)
_NOTE = re.compile(r"^[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]$")
_ANNEX_NOTE = re.compile(r"^附\s*(?:件|表)?\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:]")
_ANNEX_BODY = re.compile(r"^[【\[]?附\s*(?:件|表)\s*[0-9０-９一二三四五六七八九十]{0,2}[】\]]?$")
_CLOSING_WORDS = re.compile(
    r"^(?:特此(?:通报|公告|公示|报告|公开|通知|说明)|以上(?:情况)?(?:报告|通报)?.{0,6})[。.!！]?$"
)
_ENDS_OPEN = tuple("。；，：、！？;:,!?…")
_ENDS_SENTENCE = tuple("。！？；!?;")
_CONTACT_HEADING = re.compile(
    r"联系方式|监督方式|监督渠道|监督举报|举报方式|反馈方式|意见反馈|征求意见|接受监督|联系渠道|公开监督"
)
_SALUTATION = re.compile(r"^[^。；“”]{2,60}[：:]$")
_ADDRESSED = re.compile(r"各|全[院校体市县区]|单位|部门|同志|群众|党[委组]|干警|市民|[市县区省]委|有关|师生|职工")
_TITLE_MOST, _CAPTION_MOST, _SHORT, _LABEL_MOST, _NAME_MOST, _VALUES_MOST = 70, 40, 60, 24, 12, 8


def is_contact_heading(title: str) -> bool:
    """Whether a heading announces how to reach the office."""
    return bool(_CONTACT_HEADING.search(title)) and len(title) <= 24


def assign(rows: Sequence[Row]) -> int:
    """Name the plain lines of a document, in place.

    Returns:
        The index of the first row of the tail: it closes all sections above it, those about contacts excepted.
    """
    tail = _tail(rows)
    head = _head(rows, tail)
    for row in rows[head:tail]:
        _middle(row)
    for number in range(len(rows) - 1):
        if rows[number].type == "OPENING" and rows[number + 1].type in HEADINGS:
            rows[number].retype("TEXT")
    return tail


# ---- the head ----


def _head(rows: Sequence[Row], tail: int) -> int:
    """Name the lines above the text proper; returns the index of its first line."""
    end = next((n for n, row in enumerate(rows[:tail]) if _starts_text(row)), min(tail, len(rows)))
    _page_head(rows[:end])
    plain = [row for row in rows[:end] if row.type == "TEXT"]
    titled = _titles(plain)
    for row in plain:
        if row.type == "TEXT":
            _under_title(row, titled)
    return end


def _starts_text(row: Row) -> bool:
    if row.type != "TEXT":
        return (row.type in HEADINGS and not RESIDUE.match(row.text)) or (row.type == "LABEL" and not _is_page(row))
    return row.text.endswith(_ENDS_SENTENCE) or len(row.text) > _TITLE_MOST


def _is_page(row: Row) -> bool:
    return bool(RESIDUE.match(row.text))


def _page_head(rows: Sequence[Row]) -> None:
    for row in rows:
        if row.type in ("TEXT", "LABEL") and (_is_page(row) or (_PAGE_META.search(row.text) and len(row.text) < 80)):
            row.retype("RESIDUE")
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        between = row.type == "TEXT" and before.type == after.type == "RESIDUE"
        if between and len(row.text) <= _NAME_MOST and not _TITLE_WORD.search(row.text):
            row.retype("RESIDUE")  # the name of a site or an editor


def _titles(plain: Sequence[Row]) -> bool:
    """Name the title: up to three short lines, the last of which holds a word that titles hold."""
    for row in plain:
        if row.line.depth == 1:
            row.retype("TITLE")
            return True
    for number, row in enumerate(plain[:4]):
        if _CONTACT.search(row.text[:_LABEL_MOST]):
            break
        if _TITLE_WORD.search(row.text) and not row.text.endswith(_ENDS_OPEN) and not DATE_LINE.match(row.text):
            last = number
            while last + 1 < len(plain) and last < number + 2 and _continues_title(plain[last + 1]):
                last += 1
            for part in plain[max(number - 2, 0) : last + 1]:
                if not part.text.endswith(_ENDS_OPEN) and not _NOTE.match(part.text):
                    part.retype("TITLE")
            return True
    for row in plain[:1]:
        plainly = not row.text.endswith(_ENDS_OPEN) and not _CONTACT.search(row.text[:_LABEL_MOST])
        if plainly and not DATE_LINE.match(row.text) and not _NOTE.match(row.text):
            row.retype("TITLE")
            return True
    return False


def _continues_title(row: Row) -> bool:
    return bool(re.search(r"(?:通报|报告|方案|公告|公示|公开|情况|通知|公布|通告)$", row.text)) and len(row.text) <= 40


def _under_title(row: Row, titled: bool) -> None:
    text = row.text
    if DATE_LINE.match(text):
        row.retype("DATE")
    elif _NOTE.match(text) or re.match(r"^[^\s，。]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*\d+\s*号$", text):
        row.retype("NOTE")
    elif _SALUTATION.match(text) and _ADDRESSED.search(text):
        row.retype("SALUTATION")
    elif titled and not text.endswith(_ENDS_OPEN):
        row.retype("SIGNATORY" if _BODY.search(text) and len(text) <= 40 else "CAPTION")


# ---- the middle ----


def _middle(row: Row) -> None:
    if row.type == "TEXT" and (row.line.depth or row.line.bold or _is_caption(row.text)):
        row.retype("RESIDUE" if RESIDUE.match(row.text) and len(row.text) <= 24 else "CAPTION")
    elif row.type in ("TEXT", "LABEL") and len(row.text) <= 24 and _NAVIGATION.match(row.text):
        row.retype("RESIDUE")


_NAVIGATION = re.compile(
    r"^(?:复制下载|阅读全文|点击下载|返回顶部|打印本页|关闭窗口|分享到[：:]?|大约剩余\d+%的?内容被锁住了?|下载全文|展开全文|查看更多)$"
)


def _is_caption(text: str) -> bool:
    return (
        len(text) <= _CAPTION_MOST and not text.endswith(_ENDS_OPEN) and "。" not in text and not DATE_LINE.match(text)
    )


# ---- the tail ----


def _tail(rows: Sequence[Row]) -> int:
    """Name the lines that close the document; returns the index of the first of them."""
    end = _document_end(rows)
    at = end
    seen = False
    while at > 0:
        role = _closing_role(rows, at - 1, end)
        if not role:
            break
        if role != "TEXT":
            seen = True
            _name(rows[at - 1], role)
        at -= 1
    while at < end and rows[at].type in ("TEXT", "COMMENT", "BLANK"):
        at += 1  # 特此通报。 closes the text, it is no part of the tail
    return at if seen else end


def page_foot(rows: Sequence[Row]) -> None:
    """Name what the web page adds below the document and its annexes, in place."""
    start = len(rows)
    while start > 0 and len(rows[start - 1].text) <= 2 * _SHORT and not rows[start - 1].text.endswith(("。", "；")):
        start -= 1
    candidates = range(start, len(rows))
    first = next((n for n in candidates if rows[n].type in ("TEXT", "LABEL") and _is_page(rows[n])), len(rows))
    for row in rows[first:]:
        if row.line.kind is None:
            row.retype("RESIDUE")


def _document_end(rows: Sequence[Row]) -> int:
    """The index behind the last line that is not page residue."""
    end = len(rows)
    while end and rows[end - 1].type == "RESIDUE":
        end -= 1
    return end


def _closing_role(rows: Sequence[Row], at: int, end: int) -> str:
    """The part a line plays in the tail, or an empty string where it belongs to the text above."""
    row, text = rows[at], rows[at].text
    if row.line.kind in (Kind.COMMENT, Kind.BLANK):
        return "TEXT"
    if row.type in HEADINGS:
        return _numbered_role(rows, at)
    if row.type == "OPENING" or len(text) > 400:
        return "INVITATION" if row.type == "TEXT" and _INVITATION.search(text) and _CONTACT.search(text) else ""
    if row.type not in ("TEXT", "LABEL"):
        return ""
    return _plain_role(rows, at, end)


def _plain_role(rows: Sequence[Row], at: int, end: int) -> str:
    text = rows[at].text
    if DATE_LINE.match(text):
        return "DATE"
    if _ANNEX_NOTE.match(text) and len(text) <= 2 * _SHORT:
        return "ANNEX_NOTE"
    if _INVITATION.search(text) and _invites(rows, at, end):
        return "INVITATION"
    if (_CONTACT.search(text) and not _SETS_UP.match(text)) or _behind_label(rows, at):
        return "CONTACT"
    if rows[at].type == "LABEL":
        return "CONTACT" if _next_to_contact(rows, at) else ""
    if _CLOSING_WORDS.match(text):
        return "TEXT"
    if _NOTE.match(text) and len(text) <= 2 * _SHORT:
        return "NOTE"
    if _SIGNED.match(text) and _BODY.search(_SIGNED.match(text)["body"]):  # type: ignore[index]
        return "SIGNED"
    if _signs(rows, at):
        return "SIGNATORY"
    return "CONTACT" if len(text) <= _SHORT and _next_to_contact(rows, at) else ""


def _behind_label(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is a contact label alone, or the value (or one of several with numbers) below such a label."""
    if _CONTACT_LABEL.match(rows[at].text):
        return True
    for above in range(at - 1, max(at - _VALUES_MOST, -1), -1):
        if _CONTACT_LABEL.match(rows[above].text):
            return len(rows[at].text) <= _SHORT and (above == at - 1 or _has_number(rows[at].text))
        if not _has_number(rows[above].text) or len(rows[above].text) > _SHORT:
            return False
    return False


def _has_number(text: str) -> bool:
    return bool(re.search(r"[0-9０-９]{5}", text))


def _invites(rows: Sequence[Row], at: int, end: int) -> bool:
    """An invitation stands at the end, not in the middle of a long paragraph about accepting supervision."""
    text = rows[at].text
    return len(text) <= 200 or bool(_CONTACT.search(text)) or at == end - 1


def _numbered_role(rows: Sequence[Row], at: int) -> str:
    """Numbered lines close a document as the list behind 附件： or as numbered contact details."""
    text = rows[at].words
    if len(text) > 2 * _SHORT:
        return ""
    for above in range(at - 1, max(at - 16, -1), -1):
        if rows[above].type in HEADINGS:
            continue
        if rows[above].type == "TEXT" and _ANNEX_NOTE.match(rows[above].text):
            return "" if text.endswith("。") else "ANNEX_NOTE"
        break
    return "CONTACT" if _CONTACT.search(text[:_LABEL_MOST]) else ""


def _signs(rows: Sequence[Row], at: int) -> bool:
    """A short line without marks that names a body, or stands right above the signing date."""
    text = rows[at].text
    if len(text) > 40 or any(mark in text for mark in "，。；：:,;“”《》、"):
        return False
    if rows[at].line.depth or (rows[at].line.bold and not _BODY.search(text)):
        return False
    below = next((row for row in rows[at + 1 :] if row.type not in ("COMMENT", "BLANK")), None)
    if below is not None and below.type in ("DATE", "SIGNATORY", "SIGNED") and not re.search(r"[0-9０-９@＠]", text):
        return True
    return bool(_BODY.search(text)) and (below is None or below.type not in ("CONTACT", "INVITATION"))


def _next_to_contact(rows: Sequence[Row], at: int) -> bool:
    """Whether a short line stands among contact lines: below one (within two lines) and above one."""
    below = at + 1 < len(rows) and rows[at + 1].type in ("CONTACT", "INVITATION")
    above = any(
        rows[n].type in ("TEXT", "LABEL") and (_CONTACT.search(rows[n].text) or _INVITATION.search(rows[n].text))
        for n in range(max(at - 3, 0), at)
    )
    return below and above


def _name(row: Row, role: str) -> None:
    if role == "SIGNED":
        match = _SIGNED.match(row.text)
        start = row.line.prose.text.index(row.text)
        row.retype("SIGNATORY")
        if match:
            cut = start + match.start("date")
            row.pieces[0].end = cut
            row.pieces.append(type(row.pieces[0])("DATE", row.index, cut, len(row.line.prose.text)))
    elif row.line.kind is None and role != "TEXT":
        row.retype(role)


def annex_starts(rows: Sequence[Row]) -> list[int]:
    """Where whole annexes begin: a line that is just 附件 or 附件1, below a date line that signs the document."""
    signed = next((n for n, row in enumerate(rows) if n and DATE_LINE.match(row.text)), None)
    if signed is None:
        return []
    return [n for n in range(signed + 1, len(rows)) if rows[n].type == "TEXT" and _ANNEX_BODY.match(rows[n].text)]


def strip(text: str) -> str:
    """A text without the spaces around it, full-width ones included."""
    return text.strip(SPACES)
