"""By what names and words a document and the site around it are told apart."""

from __future__ import annotations

import re
from functools import lru_cache

from disclosure_grammar.readers.html.line import Box, Line
from disclosure_grammar.wording import (
    ANNEX_NOTE,
    BODY,
    BREADCRUMB,
    CLOSING_WORDS,
    CONTACT,
    DATE_LINE,
    INVITATION,
    SIGNED,
    is_page_line,
)

SHORT = 120
"""Characters: a longer line is no title and says nothing about a page."""

_SENTENCE = re.compile(r"[。；！？，;,!?]")
_SENTENCE_LEAST = 20

# ---- the names that pages give to their blocks ----

HOLDERS = frozenset({
    "div", "section", "article", "main", "td", "center", "form", "body", "blockquote", "table", "tr", "dd", "li", "span", "font",
})  # fmt: skip
"""The elements that may hold a document, not only a part of it."""

_ARTICLES = frozenset({"article", "main"})
_SITE_ELEMENTS = frozenset({"nav", "footer", "aside", "search"})
_SITE_ROLES = frozenset({
    "navigation", "contentinfo", "banner", "search", "complementary", "menu", "menubar", "toolbar",
})  # fmt: skip
_ARTICLE_NAMES = frozenset({
    "article", "content", "contents", "detail", "details", "zoom", "ucapcontent", "editor", "trs", "view", "text", "txt", "con", "main", "post",
    "entry", "news", "xxgk", "zw", "zhengwen", "rich", "media",
})  # fmt: skip
_SITE_NAMES = frozenset({
    "nav", "navbar", "navigation", "menu", "foot", "footer", "bottom", "copyright", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "breadnav",
    "position", "location", "dqwz", "weizhi", "mianbaoxie", "share", "bdshare", "bdsharebuttonbox", "fenxiang", "qrcode", "ewm", "erweima",
    "sidebar", "aside", "related", "relate", "recommend", "recommended", "hot", "toolbar", "tools", "print", "dayin", "search", "login",
    "topbar", "banner", "logo", "links", "friendlink", "yqlj", "pager", "pagination", "prevnext", "comment", "comments", "comm", "advert",
    "ad", "ads", "skip", "accessibility", "wza",
})  # fmt: skip
_BANNER_NAMES = frozenset({"header", "head", "top", "logo", "banner"})
_TITLE_NAMES = frozenset({"title", "biaoti", "bt", "headline", "tit", "subject", "heading"})
_DATA_NAMES = frozenset({
    "info", "source", "meta", "laiyuan", "pubtime", "publish", "ly", "editor", "author", "explain", "property", "date",
})  # fmt: skip
_SECTION = re.compile(r"(?:Word)?Section[0-9]+")
_NAMES = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

# ---- what is said ----

_TITLE = re.compile(r"关于.{2,80}(?:通报|报告|方案|公告|公示|公开|公布|通知|情况)|整改(?:进展|落实|工作)?(?:情况|方案)")
_FOOT = re.compile(
    r"ICP备|公网安备|网安备|版权所有|[Cc]opyright|©|网站标识码|技术支持|友情链接|(?:主办|承办)(?:单位)?[：:]|网站地图|您是第.{0,12}位"
    r"|(?:浏览器|分辨率).{0,12}(?:浏览|访问|以上|升级|版本)"
)
_MORE = re.compile(
    r"\s*(?:相关|延伸|推荐|热点|热门|最新|更多|精彩|图片|网友)(?:阅读|链接|新闻|文章|推荐|排行|专题|信息|公告|动态|评论|资讯|内容)\s*[：:]?\s*(?:更多|[>＞»+…]+)?\s*"
)
_DATA = re.compile(
    r"(?:(?:文章|信息|稿件|新闻)?来源|发布(?:时间|日期|机构|人|者)|责任?编辑?|编辑|作者|审核|供稿|(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字[体号]|(?:录入|更新)时间|日期|时间)\s*[：:（(]|浏览\s*[0-9]"
)
_DAY = re.compile(r"[12][0-9]{3}\s*[-/.年]\s*[0-9]{1,2}\s*[-/.月]\s*[0-9]{1,2}日?")
_PUBLISHED = re.compile(
    rf"[12][0-9]{{3}}([-/.])[0-9]{{1,2}}\1[0-9]{{1,2}}|{_DAY.pattern}\s+[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?"
    rf"|(?:文章|信息|稿件|新闻)?来源\s*[：:][^，。；：:]{{0,20}}"
    rf"|(?:发布|录入|更新)?(?:时间|日期)\s*[：:]\s*{_DAY.pattern}(?:\s[^，。；至到~—-]{{0,20}})?"
)
"""When a page was published, or where its text comes from, as programs write it; no document dates itself so."""
_ITEM = re.compile(r"[0-9]{1,2}\s*[.．、]|.{1,80}\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar)\b", re.IGNORECASE)
_OPENING = "【[（( \t\u3000"


def weight(line: Line) -> int:
    """How much a line says that a document is where it stands: its length if it is a sentence or a row of a table."""
    size = line.size
    if line.linked * 2 > size or (size <= SHORT and says_foot(line.text)):
        return 0
    return size if line.row is not None or (size >= _SENTENCE_LEAST and _SENTENCE.search(line.text)) else 0


def is_link(line: Line) -> bool:
    """Whether most of a line leads to other pages."""
    return line.linked * 2 > len(line.text.strip())


def is_article(box: Box) -> bool:
    """Whether a page calls a block its article."""
    given = box.element.attributes
    return (
        box.element.name in _ARTICLES or given.get("role") in ("main", "article") or bool(_names(box) & _ARTICLE_NAMES)
    )


def is_surely_site(box: Box) -> bool:
    """Whether a block is no article by its element or role."""
    return box.element.name in _SITE_ELEMENTS or box.element.attributes.get("role") in _SITE_ROLES


def is_site(box: Box) -> bool:
    """Whether a page calls a block something else than its article."""
    return is_surely_site(box) or bool(_names(box) & _SITE_NAMES)


def is_banner(box: Box) -> bool:
    """Whether a page calls a block its head, where the name of the site stands."""
    return box.element.name == "header" or bool(_names(box) & _BANNER_NAMES)


def is_title(box: Box) -> bool:
    """Whether a page calls a block a title."""
    return bool(_names(box) & _TITLE_NAMES)


def is_data(box: Box) -> bool:
    """Whether a page calls a block data about its article: source, author, day of publication."""
    return bool(_names(box) & _DATA_NAMES)


def is_section_of_word(box: Box) -> bool:
    """Whether a word processor wrote a block."""
    return bool(_SECTION.fullmatch(box.element.attributes.get("class", "")))


def says_title(words: str) -> bool:
    """Whether a line speaks as titles do."""
    return len(words) <= SHORT and bool(_TITLE.search(words))


def says_data(words: str) -> bool:
    """Whether a line may be data about an article."""
    return len(words) <= SHORT and bool(_DATA.search(words))


def says_published(words: str) -> bool:
    """Whether a line says when and where the page was published, as every site does under the title."""
    if len(words) > SHORT:
        return False
    words = words.strip(_OPENING)
    opens = bool(_DAY.match(words)) or bool(_DATA.match(words))
    said = len(_DATA.findall(words)) + bool(_DAY.match(words))
    return bool(_PUBLISHED.fullmatch(words)) or (opens and said > 1)


def says_day(words: str) -> bool:
    """Whether a short line holds a day."""
    return len(words) <= SHORT and bool(_DAY.search(words))


def says_site(words: str) -> bool:
    """Whether only a site says a line."""
    return is_page_line(words) or bool(_FOOT.search(words))


def says_foot(words: str) -> bool:
    """Whether a line stands only at the foot of a site."""
    return bool(_FOOT.search(words))


def says_more(words: str) -> bool:
    """Whether a line stands above a list of other pages."""
    return bool(_MORE.fullmatch(words))


def says_path(words: str) -> bool:
    """Whether a line tells the way to the page."""
    return bool(BREADCRUMB.search(words))


def says_annex(words: str) -> bool:
    """Whether a line names an annex."""
    return words.startswith("附") or bool(ANNEX_NOTE.match(words))


def says_item(words: str) -> bool:
    """Whether a line below ``附件`` goes on with the list: it is numbered, or the name of a file."""
    return bool(_ITEM.match(words))


def says_contact(words: str) -> bool:
    """Whether a line tells how to reach the office."""
    return len(words) <= 2 * SHORT and bool(CONTACT.search(words))


def says_dated(words: str) -> bool:
    """Whether a line dates a document, with or without the name of who signs it."""
    return len(words) <= SHORT and bool(DATE_LINE.match(words) or SIGNED.match(words))


def says_signed(words: str) -> bool:
    """Whether a line may be signature or date of a document."""
    return len(words) <= SHORT and bool(says_dated(words) or BODY.search(words))


def says_end(words: str) -> bool:
    """Whether a line is another one of those that close a document."""
    return len(words) <= 2 * SHORT and bool(
        INVITATION.search(words) or ANNEX_NOTE.match(words) or CLOSING_WORDS.match(words)
    )


def says_close(words: str) -> bool:
    """Whether a line is one of those that close a document."""
    return says_contact(words) or says_signed(words) or says_end(words)


def _names(box: Box) -> frozenset[str]:
    """The words in the class and the name of a block."""
    given = box.element.attributes
    return _split(f"{given.get('class', '')} {given.get('id', '')}") if given else frozenset()


@lru_cache(maxsize=1024)
def _split(names: str) -> frozenset[str]:
    return frozenset(_NAMES.findall(_CAMEL.sub(" ", names).lower()))
