"""TXT001: a place that was to be filled in and was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Related, Rule, Severity, Text, Value

if TYPE_CHECKING:
    from disclosure_lint.facts.writing.placeholder import Placeholder

_MANY = 10  # so many alike that each has a finding of its own; a template has hundreds
_SHOWN = 20  # places shown of those folded into one finding
_ALIKE = Text("同样的占位", "the same placeholder")
_NO_MORE = Text("", "")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag placeholders; those alike are one finding where a name may be withheld, or where the draft is full of them."""
    from disclosure_lint.facts.writing.placeholders import extract

    alike: dict[tuple[str, bool], list[Placeholder]] = {}
    for one in extract(draft.document):
        alike.setdefault((draft.source.slice(one.span), one.certain), []).append(one)
    for (_, certain), places in alike.items():
        if certain and len(places) <= _MANY:
            yield from (_finding(one, ()) for one in places)
        else:
            yield _finding(places[0], places[1:])


def _finding(one: Placeholder, others: Sequence[Placeholder]) -> Finding:
    more = _NO_MORE
    if others:
        more = Text(f"同样的写法另有{len(others)}处。", f" There are {len(others)} more like it.")
    fields: dict[str, Value] = {"found": one.span, "around": one.around, "more": more}
    related = tuple(Related(other.span, _ALIKE) for other in others[:_SHOWN])
    return Finding(one.span, fields, one.kind.value, "firm" if one.certain else "thin", related)


def _says(zh: str, en: str) -> Text:
    """A message; both sentences may be followed by how many others there are."""
    return Text(zh + "{more}", en + "{more}")


RULE = Rule(
    code="TXT001",
    name="placeholder",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    summary=Text(
        "该填的内容没有填，留着占位的符号或提示语。",
        "Something was to be filled in, and marks or a prompt still stand in its place.",
    ),
    messages={
        "name": _says(
            "“{around}”里的占位没有换成地名或单位名称。",
            "“{around}” still holds a placeholder: the name of the place or body is missing.",
        ),
        "word": _says(
            "“{around}”里留着占位符号，这里该写的字没有填。",
            "“{around}” still holds a placeholder: the words that belong there are missing.",
        ),
        "number": _says(
            "“{around}”里的占位没有换成数字。",
            "“{around}” still holds a placeholder: the figure is missing.",
        ),
        "date": _says(
            "日期“{found}”没有填完整。",
            "The date “{found}” has not been filled in.",
        ),
        "contact": _says(
            "联系方式“{found}”还是占位，没有填真实的号码或地址。",
            "“{found}” is a placeholder: the real number or address is missing.",
        ),
        "empty": _says(
            "“{around}”里有一对空的标点，里面的内容没有填。",
            "“{around}” holds a pair of marks with nothing between them.",
        ),
        "blank": _says(
            "“{around}”里的填空线没有填。",
            "The blank in “{around}” has not been filled in.",
        ),
        "note": _says(
            "“{found}”是起草时留的记号，这里的内容还没有补上。",
            "“{found}” is a drafter's note: what belongs here is still missing.",
        ),
        "sample": _says(
            "“{found}”是范文留下的字样，不属于正式文稿。",
            "“{found}” is left over from a sample text and has no place in the final draft.",
        ),
        "hint": _says(
            "“{found}”是模板的填写提示，没有换成实际内容。",
            "“{found}” is a prompt of the template that was not replaced by the real words.",
        ),
        "ellipsis": _says(
            "这里只写了“{found}”，应有的内容没有写。",
            "“{found}” stands alone where text should be.",
        ),
        "field": _says(
            "“{found}”是办公软件报的错，引用的内容没有显示出来。",
            "“{found}” is an error message of the office program: what it refers to did not appear.",
        ),
        "garbled": _says(
            "“{found}”是乱码，原来的文字在转换编码时丢了。",
            "“{found}” is garbled: the words were lost when the text was converted.",
        ),
        "withheld": _says(
            "“{around}”里的名称没有写出来，可能是有意隐去，也可能是忘了填，请核对。",
            "The name in “{around}” is not spelt out: withheld on purpose, or forgotten? Please check.",
        ),
    },
    help=Text(
        "换成实际内容；有意隐去的人名、案件、企业可以保留，不算问题。",
        "Put in the real words; the name of a person, case or company that is withheld on purpose may stay as it is.",
    ),
    why=Text(
        "占位符号一旦公开，读者会认为文稿是照模板套的，没有人审过。",
        "A placeholder in print tells readers that the text was filled into a template and read by nobody.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "青岚县人民法院整改方案\n一、整改目标\n为⟦*市⟧经济社会发展提供司法保障，打造具有⟦*⟧特色的审判品牌。\n",
            "plan",
        ),
        Bad(
            "二、整改进展\n1.关于学习不深入问题。⟦×月×日⟧召开专题会议，集中学习⟦XX次⟧，完成整改⟦____⟧项。具体数据：⟦待补充⟧\n"
            "三、下一步工作\n⟦……⟧\n监督电话：⟦0717-XXXXXXX⟧\n中共⟦××县⟧水利局党组\n⟦2024年×月×日⟧\n"
        ),
        Bad("一、整改情况\n⟦（填写单位名称）⟧党组召开会议⟦【】⟧次，情况见⟦错误！未找到引用源。⟧\n"),
        Bad(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n一、整改情况\n向⟦××公司⟧追回多付工程款，对××公司记入不良记录。\n",
            severity=Severity.WARNING,
        ),
        Good(
            "一、整改情况\n1.办结刘某某等24人涉黑案，对李××、王某给予处分，约谈××公司负责人；某些问题、某项工作仍需跟进。\n"
        ),
        Good(
            "一、整改情况\n1.更换X光机2台，改造3×4米窗口5处，核查手机号139****1234，开具“*办公用品*复印纸”发票3张。\n"
        ),
        Good(
            "一、整改情况\n* 第一项工作已完成。\n**压实责任。**处置待定资产3项，完成率98%*。\n*注：数据为初步统计……\n"
        ),
    ),
)
