"""Classifiers (量词): what must follow a numeral to make it a count."""

from __future__ import annotations

_LENGTHS = ["月", "小时", "工作日", "交易日", "自然日", "季度", "星期", "礼拜", "年头", "年度", "钟头", "百分点"]

_NOT_BEFORE: dict[str, str] = {
    "大类": "", "小类": "", "大项": "", "小项": "", "大方面": "", "方面": "", "大板块": "", "板块": "",
    "人次": "", "场次": "", "家次": "", "户次": "", "件次": "", "批次": "", "班次": "", "人份": "", "课时": "", "学时": "",
    "平方公里": "", "平方米": "", "立方米": "", "公里": "", "公顷": "", "公斤": "", "亩": "", "吨": "", "米": "", "美元": "", "元": "",
    "个": " ".join(f"{half}{length}" for length in _LENGTHS for half in ("", "半", "多", "余")),
    "项": "", "条": "例 件 线", "件": "", "类": "似 推", "种": "", "人": "民 大 力 均", "名": "单 额 称", "位": "于 置 次 列 居",
    "家": "庭 长 属", "户": "籍 外", "次": "数 日 月 年 要 序", "场": "所 地 景", "期": "间 限 末", "轮": "", "起": "来 步 草 诉",
    "宗": "", "例": "", "案": "", "份": "", "篇": "", "本": "院 级 地 人 单位 月 年", "册": "", "编": "", "章": "", "套": "",
    "部": "门 分 长 署 委", "批": "评 示 准 复", "处": "理 级 置 分 长 室 于", "所": "有 属 在 需", "座": "", "栋": "", "间": "",
    "台": "", "辆": "", "艘": "", "架": "", "张": "", "幅": "", "块": "", "面": "积 向 对 临 试 前", "支": "部 持 付 出 行 队",
    "组": "织 长 建", "笔": "", "堂": "", "节": "", "门": "", "道": "路", "盏": "", "株": "", "棵": "", "头": "", "只": "", "枚": "",
    "则": "", "幢": "", "字": "", "页": "", "集": "", "款": "项", "大": "队 道 厅 街 楼 学 院 桥 约 量 会 数 年",
}  # fmt: skip
"""Every measure word with what would make another word of it: 3个月 is a length of time, 15名单 is no count."""

_STILL = {"条": ("线索",), "支": ("队伍",)}
"""What goes on like another word and is none: 3条线索."""

_CHINESE = frozenset(
    {
        "大类", "小类", "大项", "大方面", "方面", "大板块", "板块", "人次", "场次", "批次", "亩", "元", "个", "项", "条", "件", "类", "种",
        "名", "家", "户", "次", "场", "起", "份", "篇", "套", "宗", "轮", "处", "大",
    }
)  # fmt: skip
"""Those that count behind a Chinese numeral too; others only look like a count there (三期 四面 五门)."""

_NOT_CHINESE = {"个": ("人",), "次": ("会议",), "大": ("精神", "报告", "以来", "代表")}

_BLOCKED = {word: tuple(blocked.split()) for word, blocked in _NOT_BEFORE.items()}
_BY_FIRST: dict[str, tuple[str, ...]] = {
    first: tuple(sorted((word for word in _NOT_BEFORE if word[0] == first), key=len, reverse=True))
    for first in {word[0] for word in _NOT_BEFORE}
}


def measure_word(text: str, at: int, *, chinese: bool) -> str:
    """The measure word at a place behind a numeral, or an empty string.

    Args:
        text: the text.
        at: the place.
        chinese: whether the numeral is a Chinese one.
    """
    for word in _BY_FIRST.get(text[at : at + 1], ()):
        if not text.startswith(word, at):
            continue
        end = at + len(word)
        if text.startswith(_BLOCKED[word], end) and not text.startswith(_STILL.get(word, ()), end):
            continue
        if not chinese or (word in _CHINESE and not text.startswith(_NOT_CHINESE.get(word, ()), end)):
            return word
    return ""
