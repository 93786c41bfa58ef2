"""What a web page has left in a draft: lines of its menu, its data about the page, its pay wall, its foot."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node


class ResidueKind(StrEnum):
    """The part of a web page a line comes from."""

    READING = "reading"  # 阅读全文 下载本文 剩余40%未读
    RIGHTS = "rights"  # 版权所有 ICP备 主办单位：
    DATA = "data"  # 来源： 发布时间： 浏览次数： 字体：
    NAVIGATION = "navigation"  # 当前位置：首页 打印本页 上一篇：
    OTHER = "other"  # the name of a site between such lines


class Residue(NamedTuple):
    """A line that belongs to a web page and not to the document."""

    node: Node
    kind: ResidueKind


_KINDS = {
    ResidueKind.RIGHTS: Pattern(
        r"版权|[Cc]opyright|©|ICP备|备案|公网安备|标识码|(?:主办|承办)单位|技术支持|(?:本站|免责)声明|转载|IPv6|分辨率|浏览器"
    ),
    ResidueKind.READING: Pattern(
        r"全文|复制|下载|未读|锁|登录后|会员|VIP|付费|购买|继续阅读|查看更多|加载|展开|收起|\d\s*%"
    ),
    ResidueKind.DATA: Pattern(
        r"来源|作者|编辑|责编|审核|校对|供稿|发布|时间|日期|次数|阅读|浏览|点击|访问|访客|字数|字[体号]|索引号|主题分类|原标题|第\s*\d+\s*位"
    ),
    ResidueKind.NAVIGATION: Pattern(
        r"位置|首页|打印|关闭|返回|分享|收藏|[上下]一[篇条页]|相关|推荐|专题|排行|我们|地图|链接|搜索|关键[字词]|扫|喜欢|[>＞»]|无障碍|评论|附件|注册"
    ),
}
_PAGE_NUMBER = Pattern(
    r"\s*(?:[-—－–~·]{1,2}\s*[0-9０-９]{1,4}\s*[-—－–~·]{1,2}|第\s*[0-9０-９]{1,4}\s*页[^。]{0,12})\s*$"
)


def extract(document: Document) -> Iterator[Residue]:
    """The lines left of a web page, in the order of the text; the number of a printed page is none."""
    for leaf in document.leaves:
        if leaf.kind is Kind.RESIDUE and not _PAGE_NUMBER.match(leaf.text):
            yield Residue(leaf, _kind(leaf.text))


def _kind(text: str) -> ResidueKind:
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(text)), ResidueKind.OTHER)
