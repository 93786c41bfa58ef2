"""Word documents with automatic numbers: each format, each way of counting, and the labels that Word shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from disclosure_grammar.readers.word.xml import Element, tree
from word_files import num, p, part

NUMBERS = (1, 2, 9, 10, 11, 12, 20, 21, 26, 27, 99, 100, 101, 110, 111, 1000, 1001)
FORMATS = {
    "decimal": "1 2 9 10 11 12 20 21 26 27 99 100 101 110 111 1000 1001",
    "decimalHalfWidth": "1 2 9 10 11 12 20 21 26 27 99 100 101 110 111 1000 1001",
    "decimalZero": "01 02 09 10 11 12 20 21 26 27 99 100 101 110 111 1000 1001",
    "decimalFullWidth": "１ ２ ９ １０ １１ １２ ２０ ２１ ２６ ２７ ９９ １００ １０１ １１０ １１１ １０００ １００１",
    "decimalFullWidth2": "１ ２ ９ １０ １１ １２ ２０ ２１ ２６ ２７ ９９ １００ １０１ １１０ １１１ １０００ １００１",
    "decimalEnclosedCircle": "① ② ⑨ ⑩ ⑪ ⑫ ⑳ 21 26 27 99 100 101 110 111 1000 1001",
    "decimalEnclosedCircleChinese": "① ② ⑨ ⑩ ⑪ ⑫ ⑳ 21 26 27 99 100 101 110 111 1000 1001",
    "decimalEnclosedFullstop": "⒈ ⒉ ⒐ ⒑ ⒒ ⒓ ⒛ 21 26 27 99 100 101 110 111 1000 1001",
    "decimalEnclosedParen": "⑴ ⑵ ⑼ ⑽ ⑾ ⑿ ⒇ 21 26 27 99 100 101 110 111 1000 1001",
    "chineseCounting": "一 二 九 十 十一 十二 二十 二十一 二十六 二十七 九十九 一○○ 一○一 一一○ 一一一 一○○○ 一○○一",
    "chineseCountingThousand": "一 二 九 十 十一 十二 二十 二十一 二十六 二十七 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一",
    "chineseLegalSimplified": "壹 贰 玖 壹拾 壹拾壹 壹拾贰 贰拾 贰拾壹 贰拾陆 贰拾柒 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟 壹仟零壹",
    "ideographTraditional": "甲 乙 壬 癸 11 12 20 21 26 27 99 100 101 110 111 1000 1001",
    "ideographZodiac": "子 丑 申 酉 戌 亥 20 21 26 27 99 100 101 110 111 1000 1001",
    "ideographDigital": "一 二 九 一〇 一一 一二 二〇 二一 二六 二七 九九 一〇〇 一〇一 一一〇 一一一 一〇〇〇 一〇〇一",
    "ideographEnclosedCircle": "㈠ ㈡ ㈨ ㈩ 11 12 20 21 26 27 99 100 101 110 111 1000 1001",
    "ideographLegalTraditional": "壹 貳 玖 壹拾 壹拾壹 壹拾貳 貳拾 貳拾壹 貳拾陸 貳拾柒 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟 壹仟零壹",
    "japaneseCounting": "一 二 九 十 十一 十二 二十 二十一 二十六 二十七 九十九 百 百一 百十 百十一 千 千一",
    "japaneseDigitalTenThousand": "一 二 九 一〇 一一 一二 二〇 二一 二六 二七 九九 一〇〇 一〇一 一一〇 一一一 一〇〇〇 一〇〇一",
    "japaneseLegal": "壱 弐 九 壱拾 壱拾壱 壱拾弐 弐拾 弐拾壱 弐拾六 弐拾七 九拾九 壱百 壱百壱 壱百壱拾 壱百壱拾壱 壱阡 壱阡壱",
    "taiwaneseCounting": "一 二 九 十 十一 十二 二十 二十一 二十六 二十七 九十九 一○○ 一○一 一一○ 一一一 一○○○ 一○○一",
    "taiwaneseCountingThousand": "一 二 九 十 十一 十二 二十 二十一 二十六 二十七 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一",
    "taiwaneseDigital": "一 二 九 一○ 一一 一二 二○ 二一 二六 二七 九九 一○○ 一○一 一一○ 一一一 一○○○ 一○○一",
    "upperLetter": "A B I J K L T U Z AA UUUU VVVV WWWW FFFFF GGGGG LLLLLLLLL MMMMMMMMM",
    "lowerLetter": "a b i j k l t u z aa uuuu vvvv wwww fffff ggggg lllllllll mmmmmmmmm",
    "upperRoman": "I II IX X XI XII XX XXI XXVI XXVII XCIX C CI CX CXI M MI",
    "lowerRoman": "i ii ix x xi xii xx xxi xxvi xxvii xcix c ci cx cxi m mi",
    "ordinal": "1st 2nd 9th 10th 11th 12th 20th 21st 26th 27th 99th 100th 101st 110th 111th 1000th 1001st",
    "hex": "1 2 9 A B C 14 15 1A 1B 63 64 65 6E 6F 3E8 3E9",
    "001": "001 002 009 010 011 012 020 021 026 027 099 100 101 110 111 1000 1001",
    "unheardOf": "1 2 9 10 11 12 20 21 26 27 99 100 101 110 111 1000 1001",
}
# where LibreOffice writes a format otherwise than Word: from which number on, and how
OTHERWISE = {
    "decimalEnclosedCircle": (21, "goes on with ㉑; Word's circles end at ⑳"),
    "decimalEnclosedCircleChinese": (21, "goes on with ㉑; Word's circles end at ⑳"),
    "decimalEnclosedFullstop": (1, "writes plain digits"),
    "decimalEnclosedParen": (1, "writes plain digits"),
    "chineseCounting": (100, "writes 一百; Word goes digit by digit above 99"),
    "taiwaneseCounting": (100, "writes 一百; Word goes digit by digit above 99"),
    "taiwaneseDigital": (1, "writes plain digits"),
    "ideographDigital": (10, "writes 十; Word goes digit by digit"),
    "ideographEnclosedCircle": (1, "writes ①; Word writes ㈠"),
    "japaneseCounting": (100, "writes 一百 like the Chinese formats"),
    "japaneseDigitalTenThousand": (1, "writes plain digits"),
    "japaneseLegal": (10, "goes digit by digit"),
    "upperLetter": (781, "does not begin anew behind thirty times the alphabet"),
    "lowerLetter": (781, "does not begin anew behind thirty times the alphabet"),
    "hex": (10, "writes plain decimals"),
    "ordinal": (1, "writes it in the language of the text"),
    "001": (1, "is no name that a file has but stands for a custom format"),
}


NAMES = {"Normal": "Normal", "H1": "heading 1", "H2": "heading 2", "Title": "Title"}
LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)


def lvl(at: int, form: str = "decimal", text: str | None = None, more: str = "", start: str = "1") -> str:
    """A w:lvl; ``more`` stands in front of its w:lvlText."""
    begin = f'<w:start w:val="{start}"/>' if start else ""
    shown = f"%{at + 1}." if text is None else text
    return f'<w:lvl w:ilvl="{at}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>'


def abstract(number: int, *levels: str, head: str = "") -> str:
    """A w:abstractNum."""
    return f'<w:abstractNum w:abstractNumId="{number}">{head}{"".join(levels)}</w:abstractNum>'


def override(at: int, start: int | None = None, level: str = "") -> str:
    """A w:lvlOverride."""
    begin = f'<w:startOverride w:val="{start}"/>' if start is not None else ""
    return f'<w:lvlOverride w:ilvl="{at}">{begin}{level}</w:lvlOverride>'


def num_pr(number: int | None = None, level: int | None = None, more: str = "") -> str:
    """A w:numPr."""
    at = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    of = f'<w:numId w:val="{number}"/>' if number is not None else ""
    return f"<w:numPr>{at}{of}{more}</w:numPr>"


def style(identifier: str, inner: str = "", based: str = "", kind: str = "paragraph", name: str = "") -> str:
    """A w:style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    shown = name or NAMES.get(identifier, identifier)
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{shown}"/>{on}<w:pPr>{inner}</w:pPr></w:style>'


def properties(paragraph: str) -> Element | None:
    """The w:pPr of a paragraph."""
    return tree(part("body", paragraph)).children[0].child("w:pPr")


class Scenario(NamedTuple):
    """A document with lists.

    Attributes:
        numbering: the inside of its numbering part.
        body: its paragraphs; numId and level stand for a plain one in that list.
        labels: the label of each paragraph.
        styles: styles, beside the default one.
        elsewhere: the paragraphs, counted from 0, to which LibreOffice gives another label.
        why: the reason.
    """

    numbering: str
    body: tuple[tuple[int, int] | str, ...]
    labels: tuple[str, ...]
    styles: str = ""
    elsewhere: frozenset[int] = frozenset()
    why: str = ""

    @property
    def paragraphs(self) -> list[str]:
        return [entry if isinstance(entry, str) else p("内容", num=entry) for entry in self.body]


OFFICIAL = abstract(
    0,
    lvl(0, "chineseCountingThousand", "%1、"),
    lvl(1, "chineseCountingThousand", "（%2）"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimal", "（%4）"),
    lvl(4, "decimalEnclosedCircle", "%5"),
)
LEGAL = abstract(
    0,
    lvl(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'),
    lvl(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
)
POINTS = abstract(0, lvl(0, text="%1"), lvl(1, text="%1.%2"), lvl(2, text="%1.%2.%3"))
HEADINGS = style("H1", num_pr(1)) + style("H2", num_pr(1, 1)) + style("Point", num_pr(1)) + style("Derived", based="H2")
LINKED = abstract(
    0,
    lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
    lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    lvl(2, "decimal", "%3.", '<w:pStyle w:val="Point"/>'),
)
SCENARIOS: Mapping[str, Scenario] = {
    "official-levels": Scenario(
        OFFICIAL + num(1, 0),
        ((1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (1, 4), (1, 3), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)),
        ("一、", "（一）", "1.", "（1）", "①", "②", "（2）", "2.", "（二）", "1.", "二、", "（一）"),
    ),
    "chapters-and-articles": Scenario(
        LEGAL + num(1, 0),
        ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)),
        ("第一章 ", "第一条 ", "第二条 ", "第二章 ", "第三条 "),
        elsewhere=frozenset({4}),
        why="LibreOffice 7 knows no w:lvlRestart and starts the articles of each chapter anew",
    ),
    "restart-behind-the-highest-only": Scenario(
        abstract(0, lvl(0), lvl(1, text="%1.%2"), lvl(2, text="%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
        ((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)),
        ("1.", "1.1 ", "1)", "1.2 ", "2)", "2.", "2.1 ", "1)"),
        elsewhere=frozenset({4}),
        why="LibreOffice 7 knows no w:lvlRestart",
    ),
    "restart-behind-a-lower-level-means-nothing": Scenario(
        abstract(0, lvl(0), lvl(1, text="%1.%2", more='<w:lvlRestart w:val="5"/>')) + num(1, 0),
        ((1, 0), (1, 1), (1, 0), (1, 1)),
        ("1.", "1.1 ", "2.", "2.1 "),
    ),
    "lists-share-a-count": Scenario(
        POINTS + num(1, 0) + num(2, 0),
        ((1, 0), (1, 0), (2, 0), (1, 0), (2, 1), (1, 1), (1, 0)),
        ("1 ", "2 ", "3 ", "4 ", "4.1 ", "4.2 ", "5 "),
    ),
    "lists-of-their-own": Scenario(
        POINTS + abstract(1, lvl(0, text="（%1）")) + num(1, 0) + num(2, 1),
        ((1, 0), (2, 0), (2, 0), (1, 0), (2, 0)),
        ("1 ", "（1）", "（2）", "2 ", "（3）"),
    ),
    "copies-of-a-list": Scenario(
        abstract(0, lvl(0), head='<w:nsid w:val="30BF3947"/>')
        + abstract(1, lvl(0), head='<w:nsid w:val="30BF3947"/>')
        + abstract(2, lvl(0), head='<w:nsid w:val="30BF3948"/>')
        + abstract(3, lvl(0, text="（%1）"), head='<w:nsid w:val="30BF3947"/>')
        + num(1, 0)
        + num(2, 1)
        + num(3, 2)
        + num(4, 3),
        ((1, 0), (2, 0), (3, 0), (1, 0), (4, 0)),
        ("1.", "2.", "1.", "3.", "（1）"),
        elsewhere=frozenset({1, 3}),
        why="LibreOffice does not ask for w:nsid",
    ),
    "override-restarts-once": Scenario(
        POINTS + num(1, 0) + num(2, 0, override(0, 1)),
        ((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)),
        ("1 ", "2 ", "1 ", "2 ", "3 ", "4 "),
    ),
    "override-with-another-number": Scenario(
        POINTS + num(1, 0, override(0, 7)), ((1, 0), (1, 0), (1, 1)), ("7 ", "8 ", "8.1 ")
    ),
    "override-below-does-not-touch-what-is-above": Scenario(
        POINTS + num(1, 0) + num(2, 0, "".join(override(level, 1) for level in range(9))),
        ((1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1)),
        ("1 ", "1.1 ", "1.2 ", "1.1 ", "1.2 ", "2 ", "2.1 "),
    ),
    "override-above-waits-for-its-level": Scenario(
        POINTS + num(1, 0) + num(2, 0, override(0, 1)),
        ((1, 0), (1, 0), (2, 1), (2, 1), (2, 0), (2, 1)),
        ("1 ", "2 ", "2.1 ", "2.2 ", "1 ", "1.1 "),
    ),
    "override-holds-at-each-restart": Scenario(
        POINTS + num(1, 0) + num(2, 0, override(1, 3)),
        ((2, 0), (2, 1), (2, 1), (2, 0), (2, 1), (1, 0), (1, 1)),
        ("1 ", "1.3 ", "1.4 ", "2 ", "2.3 ", "3 ", "3.1 "),
        elsewhere=frozenset({4}),
        why="LibreOffice takes the number of the override the first time only",
    ),
    "override-of-a-whole-level": Scenario(
        POINTS + num(1, 0) + num(2, 0, override(0, None, lvl(0, "upperRoman", "%1)", start="5"))),
        ((1, 0), (1, 0), (2, 0), (1, 0), (2, 1)),
        ("1 ", "2 ", "III)", "4 ", "IV.1 "),
    ),
    "override-of-a-whole-level-and-its-start": Scenario(
        POINTS + num(1, 0) + num(2, 0, override(0, 4, lvl(0, "upperRoman", "%1)", start="4"))),
        ((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 1)),
        ("1 ", "2 ", "IV)", "V)", "6 ", "VI.1 "),
    ),
    "lower-level-first": Scenario(
        POINTS + num(1, 0),
        ((1, 1), (1, 1), (1, 0), (1, 1), (1, 2)),
        ("1.1 ", "1.2 ", "2 ", "2.1 ", "2.1.1 "),
    ),
    "level-left-out": Scenario(
        POINTS + num(1, 0),
        ((1, 0), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0)),
        ("1 ", "1.1.1 ", "1.1.2 ", "1.2 ", "1.2.1 ", "2 "),
    ),
    "starts": Scenario(
        abstract(0, lvl(0, start="5"), lvl(1, text="%1.%2", start="0")) + abstract(1, lvl(0, start="")) + num(1, 0) + num(2, 1),
        ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0)),
        ("5.", "5.0 ", "5.1 ", "6.", "6.0 ", "0.", "1."),
    ),
    "all-plain-decimals": Scenario(
        abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "upperRoman", "%2)"), lvl(2, "lowerLetter", "%1.%2.%3", "<w:isLgl/>"))
        + num(1, 0),
        ((1, 0), (1, 0), (1, 1), (1, 2), (1, 2)),
        ("一、", "二、", "I)", "2.1.1 ", "2.1.2 "),
        elsewhere=frozenset({3, 4}),
        why="LibreOffice 7 knows no w:isLgl",
    ),
    "reference-to-a-lower-level": Scenario(
        abstract(0, lvl(0, text="%1.%2"), lvl(1)) + num(1, 0),
        ((1, 0), (1, 1)),
        ("", "1."),
        elsewhere=frozenset({0}),
        why="LibreOffice shows the placeholder; Word ignores such a text altogether",
    ),
    "what-is-not-numbered": Scenario(
        abstract(0, lvl(0)) + num(1, 0),
        ((1, 0), p("未编号"), p(num=(1, 0)), p(), (1, 0), p("取消编号", num=(0, 0)), p("没有这个列表", num=(77, 0)), (1, 0)),
        ("1.", "", "2.", "", "3.", "", "", "4."),
    ),
    "level-that-no-list-has": Scenario(
        abstract(0, lvl(0)) + num(1, 0),
        ((1, 0), (1, 12), (1, 0)),
        ("1.", "", "2."),
        elsewhere=frozenset({1, 2}),
        why="LibreOffice takes it for the first level",
    ),
    "level-that-is-not-defined": Scenario(
        abstract(0, lvl(0)) + num(1, 0),
        ((1, 0), (1, 1), (1, 0)),
        ("1.", "", "2."),
        elsewhere=frozenset({1}),
        why="LibreOffice makes up a format of its own",
    ),
    "single-level-lists-have-one-level": Scenario(
        abstract(0, lvl(0), head='<w:multiLevelType w:val="singleLevel"/>') + num(1, 0),
        ((1, 0), (1, 1), (1, 0)),
        ("1.", "2.", "3."),
        elsewhere=frozenset({1, 2}),
        why="LibreOffice makes up a second level",
    ),
    "suffixes": Scenario(
        abstract(
            0,
            lvl(0, "chineseCounting", "第%1章", '<w:suff w:val="nothing"/>'),
            lvl(1, "chineseCounting", "第%2节 ", '<w:suff w:val="nothing"/>'),
            lvl(2, "decimal", "%3. ", '<w:suff w:val="space"/>'),
            lvl(3, "lowerLetter", "%4", '<w:suff w:val="tab"/>'),
            lvl(4, "upperLetter", "%5", '<w:suff w:val="nothing"/>'),
        )
        + num(1, 0),
        tuple((1, level) for level in range(5)),
        ("第一章", "第一节 ", "1.", "a ", "A"),
    ),
    "headings-by-style": Scenario(
        LINKED + num(1, 0),
        (p("总体情况", style="H1"), p("组织领导", style="H2"), p("落实责任", style="Derived"), p("普通段落"), p("整改成效", style="H1")),
        ("一、", "（一）", "（二）", "", "二、"),
        HEADINGS,
    ),
    "level-linked-to-a-style": Scenario(
        LINKED + num(1, 0),
        (p("总体情况", style="H1"), p("要点", style="Point"), p("要点", style="Point")),
        ("一、", "1.", "2."),
        HEADINGS,
        elsewhere=frozenset({1, 2}),
        why="LibreOffice 7 takes a style that names no level for the first level, unless it is a heading",
    ),
    "paragraph-over-style": Scenario(
        LINKED + abstract(1, lvl(0, text="%1)")) + num(1, 0) + num(2, 1),
        (
            p("总体情况", style="H1"), p("取消编号", style="H1", properties=num_pr(0)), p("只改级别", style="H1", properties=num_pr(None, 2)),
            p("另一个列表", style="H1", properties=num_pr(2, 0)), p("整改成效", style="H1"),
        ),
        ("一、", "", "1.", "1)", "二、"),
        HEADINGS,
    ),
    "style-switched-off": Scenario(
        LINKED + num(1, 0),
        (p("总体情况", style="H1"), p("不编号", style="Off"), p("整改成效", style="H1")),
        ("一、", "", "二、"),
        HEADINGS + style("Off", num_pr(0), based="H1"),
    ),
    "list-style": Scenario(
        abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1), head='<w:styleLink w:val="Ours"/>')
        + abstract(1, head='<w:numStyleLink w:val="Ours"/>')
        + num(1, 0)
        + num(2, 1),
        ((2, 0), (2, 1), (2, 0)),
        ("一、", "1.", "二、"),
        style("Ours", num_pr(1), kind="numbering"),
    ),
    "format-that-older-programs-do-not-know": Scenario(
        abstract(
            0,
            '<w:lvl w:ilvl="0"><w:start w:val="8"/><mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
            '</mc:AlternateContent><w:lvlText w:val="第%1号"/></w:lvl>',
        )
        + num(1, 0),
        ((1, 0), (1, 0)),
        ("第008号 ", "第009号 "),
    ),
    "format-of-its-own-without-a-choice": Scenario(
        abstract(0, lvl(0, 'custom" w:format="01, 02, 03, ...', "%1、")) + num(1, 0),
        ((1, 0), (1, 0)),
        ("01、", "02、"),
        elsewhere=frozenset({0, 1}),
        why="LibreOffice knows such a format as a choice only",
    ),
    "hidden-number-counts": Scenario(
        abstract(0, lvl(0), lvl(1).replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>"), lvl(2, text="%2.%3")) + num(1, 0),
        ((1, 0), (1, 1), (1, 1), (1, 2)),
        ("1.", "", "", "2.1 "),
        elsewhere=frozenset({1, 2}),
        why="LibreOffice shows the number all the same",
    ),
}  # fmt: skip
