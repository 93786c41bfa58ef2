"""NUM007 over a table of enumerations: sound, faulty, and prose that only looks like one."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source, Span
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Bad, Draft
from disclosure_rules.numbering.enumeration_broken import RULE

SOUND = {
    "inline": "一是学习文件；二是查摆问题；三是整改落实。\n",
    "inline-half-width": "一是学习文件;二是查摆问题;三是整改落实.\n",
    "inline-comma": "主要做法有，一是学习文件，二是查摆问题，三是整改落实。\n",
    "inline-sentences": "一是学习文件。制定计划12项。二是查摆问题。查出问题6个。三是整改落实。\n",
    "behind-label": "整改情况：一是学习文件；二是查摆问题。\n",
    "behind-sentence": "因机构改革，原科室已经撤销。一是明确职责；二是补充人员。\n",
    "lines": "一是学习文件。\n二是查摆问题。\n三是整改落实。\n",
    "lines-with-text-between": "一是学习文件。\n共学习四次。\n二是查摆问题。\n共查摆六次。\n三是整改落实。\n",
    "lines-full-width-spaces": "　　一是学习文件。\n　　二是查摆问题。\n",
    "eleven": "".join(f"{n}是做好第{k}步工作；" for k, n in enumerate("一二三四五六七八九十", 1))
    + "十一是做好总结。\n",
    "two-groups-one-line": "一是学习；二是查摆。整改中：一是立规；二是执行；三是检查。\n",
    "two-groups-two-lines": "一是学习；二是查摆。\n一是立规；二是执行；三是检查。\n",
    "groups-per-section": "1.学习不够\n一是补学；二是研讨。\n2.作风不实\n一是通报；二是约谈；三是检查。\n",
    "groups-per-opening": (
        "针对“学习不够”问题，进行以下整改。\n一是补学。\n二是研讨。\n针对“作风不实”问题，进行以下整改。\n一是通报。\n二是约谈。\n"
    ),
    "run-in-heading": "1.坚持政治引领。一是学习文件；二是查摆问题。\n2.坚持从严治院。一是通报；二是约谈。\n",
    "nested-inline": "一是健全制度，做到：一是有章可循；二是有章必循。二是加强检查。\n",
    "nested-lines": "一是抓好以下两项。\n一是学习。\n二是检查。\n二是做好总结。\n",
    "nested-other-form": "一是健全制度：①接访制度；②公开制度。二是加强检查。\n",
    "nested-brackets": "一是健全制度：(1)接访制度；(2)公开制度。二是加强检查：(1)每月；(2)每季。\n",
    "of-them": "其一，学习不够。其二，检查不严。其三，问责不力。\n",
    "first-then": "首先，学习文件。其次，查摆问题。再次，整改落实。最后，总结提高。\n",
    "first-last": "首先，学习文件。最后，总结提高。\n",
    "ordinal": "第一，学习文件。第二，查摆问题。第三，整改落实。\n",
    "ordinal-is": "第一是学习文件，第二是查摆问题。\n",
    "must": "一要提高认识；二要压实责任；三要跟踪问效。\n",
    "must-and-is": "一要提高认识；二要压实责任。具体做法：一是学习；二是检查。\n",
    "circled": "核查内容：①采购合同；②公车台账；③接待清单。\n",
    "bracketed": "核查内容：（1）采购合同；（2）公车台账；（3）接待清单。\n",
    "half-bracket": "核查内容：1）采购合同；2）公车台账；3）接待清单。\n",
    "arabic-inline": "整改措施：1.召开会议；2.完善制度；3.开展检查。\n",
    "in-quotation": "会议提出“一是抓学习；二是抓整改”的要求。\n",
    "is-behind-words": "院党组坚持一是抓学习；二是抓整改；三是抓长效。\n",
    "first-then-is": "首先，抓学习；二是抓整改；三是抓长效。\n",
    "split-over-sections": "一是学习方面。\n1.补学文件。\n二是整改方面。\n2.修订制度。\n",
    "markdown": "- 一是学习文件。\n- 二是查摆问题。\n- 三是整改落实。\n",
    "bold": "**一是学习文件。**共四次。\n**二是查摆问题。**共六次。\n",
    "labels-between": (
        "一是关于学习不够的问题。\n整改情况：一是补学；二是研讨；三是测试。\n二是关于作风不实的问题。\n整改情况：一是通报；二是约谈。\n"
    ),
}

SOUND |= {
    "is-and-must-mixed": "提出5点要求：一是要学习；二是要检查；三是公开；四是加大投入；五要优化环境。\n",
    "is-then-must": "一是学习文件；二要查摆问题；三要整改落实；四是总结。\n",
    "must-inside-is": "一是抓学习，一要读原文，二要写心得，三要讲党课；二是抓检查，一要每月查，二要每季评；三是抓问责。\n",
    "is-inside-must": "一要抓学习：一是读原文；二是写心得。二要抓检查：一是每月查；二是每季评；三是年底考。三要抓问责。\n",
    "bullets": "需要解决三个问题。\n* 一是读原文。\n\n* 二是写心得。\n\n* 三是讲党课。\n",
}

TEMPTING = {
    "this-one-is": "究其原因，这一是认识不足，其中教育管理不严占多数。\n",
    "what-if-is": "万一是误报，应当及时更正；唯一是办公室未参加。\n",
    "unify": "名称统一是为了规范，同一是非标准不能两用。\n",
    "first-topic": "严格执行“第一议题”制度，履行第一责任人责任，第一时间研究部署。\n",
    "first-must": "首先要提高认识，全体干警都要参加。\n",
    "first-rank": "考核全市第一，第二季度继续保持。\n",
    "first-and-second": "第一、二审案件均已结案，第一、第二季度分别通报。\n",
    "again": "再次召开会议，再次强调纪律，最后一批案件已经办结。\n",
    "consistently": "其一贯表现良好，其一直从事审判工作，其二级单位三家。\n",
    "festivals": "在“五一”、“十一”期间开展检查。五一、十一是检查重点。\n",
    "title-with-number": "按照《关于作风建设的意见(二)》和《工作规程》(3)执行。\n",
    "reference": "附件①③所列的事项已经办结，其余见附件②。\n",
    "lone-in-clause": "成绩有目共睹，一是因为领导重视。\n",
    "lone-goes-on": "一是学习不够；另外，检查也不严。\n",
    "decimal": "占比如下：1.5万元；3.2万元；7.8万元。\n",
    "building": "涉及房屋：1、2号楼。\n",
    "proverb": "坚持一是一、二是二，实事求是填报。\n",
    "elements": "把握要点：二要素缺一不可。\n",
    "articles": "违反了该办法第八条，（3）和（5）两项除外。\n",
    "circled-goes-on-from-a-label-above": "存在问题：①采购论证不充分。\n整改情况：②的整改已经完成。\n",
    "circled-reference": "上表备注：②为当年新增事项，①、②合计12项。\n",
    "second-below-a-paragraph": "1.关于接访的问题\n修订接访办法。\n其次，公布接访安排。最后，开展检查。\n",
    "last-mile": "打通服务群众“最后一公里”，最后期限为年底。\n",
}

FAULTY = {
    "circled-from-the-start-of-a-line": "（一）管理问题\n①清理合同；⟦③⟧收缴承包费。\n",
    "bold-gap": "**一是学习。**共四次。\n**二是查摆。**共六次。\n**⟦四是⟧总结。**共一次。\n",
    "gap-inline": "一是学习；二是查摆；⟦四是⟧总结。\n",
    "gap-lines": "一是学习。\n二是查摆。\n⟦四是⟧总结。\n",
    "gap-of-two-items": "整改情况：一是学习文件。⟦三是⟧修订制度。\n",
    "gap-of-several": "一是学习；⟦五是⟧总结；六是归档。\n",
    "gap-in-second-group": "一是学习。\n二是查摆。\n整改方面：\n一是立规。\n⟦三是⟧检查。\n",
    "gap-in-second-section": "1.学习不够\n一是补学。\n二是研讨。\n2.作风不实\n一是通报。\n⟦三是⟧检查。\n",
    "start-lost": "整改情况：⟦二是⟧查摆；三是总结。\n",
    "start-lost-second-section": "1.学习不够\n一是补学。\n二是研讨。\n2.作风不实\n⟦二是⟧通报。\n三是检查。\n",
    "duplicate-last": "一是学习；二是查摆；⟦二是⟧总结。\n",
    "duplicate-middle": "一是学习；二是查摆；⟦二是⟧总结；四是归档。\n",
    "duplicate-first": "一是学习。\n⟦一是⟧查摆。\n三是总结。\n",
    "swapped": "一是学习；⟦三是⟧查摆；二是总结；四是归档。\n",
    "swapped-start": "⟦二是⟧学习；一是查摆；三是总结。\n",
    "must-gap": "一要学习；二要查摆；⟦四要⟧总结。\n",
    "of-them-gap": "其一，学习不够。其二，检查不严。⟦其四⟧，问责不力。\n",
    "first-gap": "首先，学习文件。⟦再次⟧，整改落实。最后，总结提高。\n",
    "ordinal-gap": "第一，学习文件。第二，查摆问题。⟦第四⟧，整改落实。\n",
    "circled-gap": "核查内容：①采购合同；②公车台账；⟦④⟧接待清单。\n",
    "bracketed-gap": "核查内容：(1)采购合同；(2)公车台账；⟦(4)⟧接待清单。\n",
    "bracketed-duplicate": "核查内容：（1）采购合同；（2）公车台账；⟦（2）⟧接待清单。\n",
    "circled-start-lost": "存在问题：⟦②⟧采购论证不充分；③台账登记不及时。\n",
    "circled-start-lost-behind-a-full-list": "问题：①管理松；②监督软。\n措施：⟦②⟧修订办法；③开展检查。\n",
    "nested-gap": "一是健全制度：①接访制度；⟦③⟧公开制度。二是加强检查。\n",
}

THIN = {
    "outer-or-inner": "⟦一是⟧健全制度，做到：一是有章可循；二是有章必循。三是加强检查。四是总结。\n",
    "lone": "整改情况：⟦一是⟧院党组召开专题会议研究部署。\n",
    "lone-line": "⟦一是⟧学习文件。\n共学习四次。\n",
    "lone-second": "整改情况：学习文件。⟦二是⟧院党组召开专题会议研究部署。\n",
    "circled-lone-second": "存在问题：⟦②⟧台账登记不及时。\n整改情况：已逐笔补登。\n",
    "first-lost-below-a-heading": "1.关于接访的问题\n⟦其次⟧，公布接访安排。最后，开展检查。\n",
    "ordinal-of-two": "第一，学习文件。⟦第三⟧，整改落实。\n",
}


def _findings(text: str) -> list[tuple[Span | None, str]]:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, "progress", facts, Comparisons(document, facts))
    return [(finding.span, finding.grade) for finding in RULE.check(draft, None)]


@pytest.mark.parametrize("text", [*SOUND.values(), *TEMPTING.values()], ids=[*SOUND, *TEMPTING])
def test_sound_lists_and_prose_are_left_alone(text: str) -> None:
    assert _findings(text) == []


@pytest.mark.parametrize(
    ("marked", "grade"),
    [*((text, "firm") for text in FAULTY.values()), *((text, "thin") for text in THIN.values())],
    ids=[*FAULTY, *THIN],
)
def test_broken_lists_are_found_at_the_label(marked: str, grade: str) -> None:
    example = Bad(marked)
    assert _findings(example.text) == [(span, grade) for span in example.spans]
