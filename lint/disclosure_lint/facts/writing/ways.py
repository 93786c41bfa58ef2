"""The ways of leaving a place open in writing: blanks, notes to oneself, prompts of a template, what programs leave."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.writing.placeholder import PlaceholderKind

_S = r"[ \t\u3000\xa0]"
_OPENS, _CLOSES = r"[（(【\[<＜{｛〔「]", r"[）)】\]>＞}｝〕」]"
_THING = r"(?:名称|全称|姓名|名字|地名|职务|日期|时间|数字|数据|数量|金额|内容|电话|地址|情况|标题|正文|原因|文字|年度|年份|单位|部门|人数)"
_PROMPT = (
    rf"(?:请?在此处?|此处)(?:填写|填入|填|插入|输入|补充|添加|写|列|附|放|替换|应|请|需|须)[^（()）【】\[\]<>{{}}《》。\n]{{0,30}}"
    rf"|请?(?:填写|填入|输入|插入)(?:[^不错漏（()）【】\[\]<>{{}}《》。，\n]{{0,12}}{_THING})?"
    r"|请(?:[^（()）【】\[\]<>{}《》。，\n]{0,8}(?=[补核确填]))?(?:补充|替换|修改|核实|核对|确认|完善|填写)(?![^。）)】\]\n]{0,8}[意报附表问])[^（()）【】\[\]<>{}《》。，\n]{0,12}|根据实际(?:情况)?(?:填写|修改)"
)
_FIELD = (
    r"(?:本?单位|部门|机构|公司|学校|医院|法院|乡镇|局)(?:名称|全称)|地名|数字|具体(?:数字|数量|日期|时间|金额|名称)"
)


class Way(NamedTuple):
    """One way of leaving a place open: marks one of which it cannot do without (or a trace of it), how it looks, what it is."""

    marks: tuple[str, ...] | Pattern
    pattern: Pattern
    kind: PlaceholderKind

    def may_be_in(self, text: str) -> bool:
        """Whether a text may hold it: told in a fraction of the time that a search takes."""
        if isinstance(self.marks, Pattern):
            return self.marks.search(text) is not None
        return any(mark in text for mark in self.marks)


WAYS = (
    Way(
        ("_", "＿"),
        Pattern(
            rf"(?<![A-Za-z0-9./@_＿-])(?:(?:[12][0-9]{{3}}年{_S}?|[12][0-9]{{0,2}})?[_＿]+(?:{_S}{{0,8}}[年月日时分]{_S}{{0,8}}[_＿]*){{1,5}}"
            r"|(?:[_＿]{2,}|(?<=[\u4e00-\u9fff：:（(])[_＿](?=[项个件条次人名%％页]))(?![A-Za-z0-9]))"
        ),
        PlaceholderKind.BLANK,
    ),
    Way(
        ("年 ", "年\u3000", "年\xa0", "月 ", "月\u3000", "月\xa0", "_月"),
        Pattern(
            rf"(?:(?:[12][0-9]{{3}}|(?<![0-9])){_S}{{0,8}}年(?:{_S}{{1,8}}|{_S}?[0-9]{{1,2}}{_S}?)|(?<![0-9])[0-9]{{1,2}})月{_S}{{1,8}}日"
            rf"|(?<![0-9])[12][0-9]{{3}}年(?:{_S}{{1,8}}月(?![均度])|月日)"
        ),
        PlaceholderKind.DATE,
    ),
    Way(
        ("待补", "待填", "待定", "待插入", "待添加", "待核", "待确认", "待完善", "TODO", "TBD", "FIXME", "Todo"),
        Pattern(
            r"(?<![A-Za-z])(?:TODO|TBD|FIXME|Todo)(?![A-Za-z]|\s?(?:清单|列表|事项|应用|软件))"
            rf"|(?:(?<=[（(【\[，,。；;：:、])|^{_S}*)(?:(?:有关|相关|具体)?(?:数据|内容|材料|数字|图片|名单|时间|情况|名称|日期))?"
            rf"(?:待(?:补充(?:完善)?|补|填写|填|插入|添加)|待定)(?={_S}*(?:[）)】\],，。；;、]|$))"
            rf"|(?<=[（(【\[])(?:数据|数字|时间|日期)?待(?:核实|核对|核定|核|确认|完善)(?=[）)】\]])"
        ),
        PlaceholderKind.NOTE,
    ),
    Way(
        Pattern(
            rf"{_OPENS}{_S}?"
            r"(?:请[^（()）\n]{0,8}[补核确填替修完]|请[在输插]|在此|此处|填[写入]|输入|插入|根据实际"
            r"|本?[单部机公学医法乡局][^（()）]{0,2}[名全]称|地名|数字|具体[数日时金名])"
        ),
        Pattern(rf"{_OPENS}{_S}?(?:{_PROMPT}|{_FIELD}){_S}?{_CLOSES}(?!{_S}?[：:])"),
        PlaceholderKind.HINT,
    ),
    Way(
        ("此处",),
        Pattern(
            r"(?:单击|点击)(?:或点击)?此处(?:输入|添加)(?:文字|文本|标题|日期)?"
            r"|(?:^|(?<=[。，；：:,;]))此处(?:填写|填入|插入|补充|添加)[^，。；\n]{0,12}"
        ),
        PlaceholderKind.HINT,
    ),
    Way(
        ("{", "«", "｛"),
        Pattern(r"\{\{[^{}\n]{0,40}\}\}|\$?\{[^{}\n]{0,30}\}|｛[^｛｝\n]{0,20}｝|«[^«»\n]{1,30}»"),
        PlaceholderKind.HINT,
    ),
    Way(
        ("示例", "样例", "测试文", "orem ipsum"),
        Pattern(
            rf"(?<=[（(【\[])(?:示例|样例)(?=[）)】\]])|(?:示例|样例|测试)(?:文字|文本)|^{_S}*(?:示例|样例)[0-9一二三]?(?=[：:]|{_S}*$)|[Ll]orem ipsum"
        ),
        PlaceholderKind.SAMPLE,
    ),
    Way(
        ("…", "..."),
        Pattern(
            rf"^{_S}*(?:[（(]?[0-9一二三四五六七八九十]{{1,3}}[）)、.．]{{1,2}})?(?:…+|\.{{3,}})。?{_S}*$"
            r"|(?<=[（(【\[])(?:…+|\.{3,})(?=[）)】\]])"
        ),
        PlaceholderKind.ELLIPSIS,
    ),
    Way(
        ("错误", "Error", "#REF", "#N/A", "#VALUE", "#DIV", "#NAME"),
        Pattern(
            r"错误[！!：:]\s?(?:未找到引用源|未定义书签|书签自引用无效|不能通过编辑域代码创建对象|文档中没有指定样式的文字|未指定文件名|未知的文档属性名称|找不到引用源)[。.]?"
            r"|Error[!:] (?:Reference source not found|Bookmark not defined|No text of specified style in document)\.?"
            r"|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?)"
        ),
        PlaceholderKind.FIELD,
    ),
    Way(
        ("\ufffd", "锟斤", "烫烫烫", "屯屯屯", "ï¼", "ã€", "â€"),
        Pattern(
            r"\ufffd+|锟斤[锟斤拷]*|烫烫烫[烫屯]*|屯屯屯[烫屯]*|(?:[ïãâäåæçèé][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2010-\u2122€]{1,2})+"
        ),
        PlaceholderKind.GARBLED,
    ),
)
