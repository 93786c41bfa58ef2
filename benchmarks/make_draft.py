"""Make a long clean disclosure out of the examples: full-width marks, totals that agree, a contact block.

    python benchmarks/make_draft.py OUT [--kilobytes 96]

The bodies of the problems come from the clean examples, in turn; numbers and totals are worked out, so that the draft stays clean at
every length.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCES = ("clean-disclosure.txt", "university-disclosure.txt", "company-disclosure.txt")
ASPECTS = (
    "（一）贯彻落实党的路线方针政策和党中央决策部署方面",
    "（二）落实全面从严治党战略部署方面",
    "（三）落实新时代党的组织路线方面",
    "（四）落实巡视、审计等监督发现问题整改方面",
)
HEAD = """中共云溪市人民政府办公厅党组关于省委第三巡视组反馈意见整改进展情况的通报

根据省委统一部署，2024年3月11日至5月20日，省委第三巡视组对市政府办公厅党组开展了常规巡视，并于2024年7月16日反馈了巡视意见。\
按照巡视工作有关要求，现将巡视整改进展情况予以公布。

一、党组组织落实巡视整改情况

办公厅党组对照反馈的4个方面{total}个问题，逐项明确责任领导、责任处室和完成时限，实行台账管理、对账销号。截至2025年1月16日，\
反馈的{total}个问题已全部完成整改。

二、巡视反馈问题整改落实情况

"""
TAIL = """三、下一步工作安排

办公厅党组将坚持标本兼治，持续巩固整改成果，推动机关党的建设和各项工作高质量发展。

欢迎广大干部群众对巡视整改落实情况进行监督。如有意见建议，请及时向我们反映。

联系电话：0712-5550108
电子邮箱：zgjd@yunxi-office.example
通信地址：云溪市澄江大道1号市政府办公厅机关党委
邮政编码：432099

中共云溪市人民政府办公厅党组
2025年2月18日
"""
OFFICES = (
    "综合处",
    "秘书处",
    "督查处",
    "人事处",
    "财务处",
    "信息处",
    "法规处",
    "行政处",
    "会务处",
    "联络处",
    "保卫处",
    "机关党委",
)
"""Who takes the lead, another one each time the stock of problems is gone through: no paragraph stands twice."""
_OPEN = re.compile("将于|预计|计划于|其余|剩余|未结")
_PROBLEM = re.compile(r"^(?:\d+\.|（\d+）)([^。\n]+?)(?:的问题)?。(.{40,})$", re.MULTILINE)


def problems() -> list[tuple[str, str]]:
    """Title and body of every problem in the clean examples whose body runs on in the line and leaves nothing to be done."""
    texts = ((EXAMPLES / name).read_text("utf-8") for name in SOURCES)
    found = (match for text in texts for match in _PROBLEM.finditer(text))
    return [(match[1].removeprefix("针对"), match[2]) for match in found if not _OPEN.search(match[2])]


def draft(size: int) -> str:
    """A clean draft of about ``size`` bytes in UTF-8."""
    stock, bodies, length = problems(), list[str](), len((HEAD + TAIL).encode())
    while length < size or len(bodies) % len(ASPECTS):
        turn, at = divmod(len(bodies), len(stock))
        title, body = stock[at]
        bodies.append(f"{title}。{body}本条由{OFFICES[turn % len(OFFICES)]}牵头落实。\n\n")
        length += len(bodies[-1].encode()) + 4
    share = len(bodies) // len(ASPECTS)
    parts = [HEAD.format(total=len(bodies))]
    for number, body in enumerate(bodies):
        if number % share == 0:
            parts.append(f"{ASPECTS[number // share]}\n\n")
        parts.append(f"{number + 1}.{body}")
    return "".join([*parts, TAIL])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kilobytes", type=float, default=96)
    arguments = parser.parse_args()
    arguments.out.write_text(draft(int(arguments.kilobytes * 1000)), "utf-8")


if __name__ == "__main__":
    main()
