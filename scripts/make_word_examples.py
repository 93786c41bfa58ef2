"""Write the Word drafts in ``examples``: a disclosure with planted faults and tracked changes, a clean one, and a plan in a table.

``python scripts/make_word_examples.py`` rewrites them; the same bytes every time. No body, person or figure in them exists. Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from word_writer import Cell, Draft, List

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PLAIN = List(2)
"""（一） put on paragraphs by hand, not by a heading style."""
FIRST, SECOND, THIRD = List(4), List(5), List(6)
"""1. likewise, for items whose text runs on behind the heading; each starts anew."""


def tracked() -> bytes:
    """A disclosure that three people are still working on.

    Planted: 12 done and 2 in part of 15; 94.38 % for 43 of 46 (93.48 %); 16 problems at the end where 15 was put everywhere else after one
    was deleted; 一是 二是 四是 after 三是 was deleted; 31 November; a half-width comma; a phone number one digit short; a placeholder in the
    header. One wrong percentage is as printed in the feedback, and a comment says so. Changes and comments are still in it.
    """
    draft = Draft("市水利局党组整改进展情况的通报（送审稿）", "陈立新")
    draft.header("市水利局党组整改进展情况通报（送审稿，2026年X月X日）")
    draft.page_numbers()
    draft.add("中共云溪市水利局党组关于市委第四巡察组\v反馈意见整改进展情况的通报", style="a3")
    draft.add(style="a3")
    draft.add(
        "根据市委统一部署，2025年3月10日至5月23日，市委第四巡察组对市水利局党组开展了常规巡察，并于2025年7月8日反馈了巡察意见。"
        "按照巡察工作有关要求，现将巡察整改进展情况予以公布。"
    )
    draft.add("党组组织落实巡察整改情况", style="1")
    draft.add("提高政治站位，扛牢整改责任", style="2")
    draft.add(
        "局党组把巡察整改作为一项重大政治任务，先后召开党组会议9次、整改工作推进会5次，逐条研究反馈意见。"
        "党组书记认真履行第一责任人职责，班子成员按照分工领办问题，做到重要情况亲自过问、重点环节亲自协调、整改进度亲自督办。"
    )
    draft.add("细化整改任务，明确整改措施", style="2")
    draft.add(
        "对照市委第四巡察组反馈的3个方面", draft.deleted("16"), draft.inserted("15"), "个具体问题，局党组研究制定整改方案，逐项明确责任领导、"
        "责任科室和完成时限，共制定整改措施46条", draft.note("整改措施按方案所列条目统计，同一措施涉及多个问题的只统计一次。"), "。"
    )  # fmt: skip
    draft.add(
        "截至2025年12月31日，反馈的", draft.deleted("16"), draft.inserted("15"), "个具体问题",
        draft.commented("刘敏", "这两个数加起来不是15，请与台账核对。", "已完成整改12个，阶段性完成2个"),
        "，均已明确后续阶段目标。46条整改措施已落实43条，落实率为94.38%；未落实的3条将于2026年6月底前落实到位。",
    )  # fmt: skip
    draft.add("巡察反馈问题整改情况", style="1")
    draft.add("落实党中央和上级党委决策部署方面", style="2")
    _problem(draft, "关于理论学习联系实际不够的问题",
             "修订局党组理论学习中心组学习制度，2025年7月以来开展集中学习8次、专题研讨3次，围绕水网建设、河湖治理形成调研报告6篇。")  # fmt: skip
    _problem(
        draft, "关于重点水利项目推进不力的问题",
        draft.commented("刘敏", "disclosure-lint: ignore TOT003 反馈意见原文如此，不作改动",
                        "巡察反馈时指出，2024年实施的23个项目中有9个未按期完工，占38.13%"),
        "。一是对未按期完工的项目逐个制定赶工计划，目前9个项目已全部完工。二是建立项目月调度机制，召开调度会7次。",
        draft.deleted("三是约谈施工单位4家。"), "四是修订项目建设管理办法，把工期履约情况纳入信用评价。",
    )  # fmt: skip
    _problem(draft, "关于农村供水保障存在薄弱环节的问题",
             "排查千人以上供水工程41处,对其中水压不足的6处更换管网11.5公里，受益群众1.3万人。")  # fmt: skip
    _problem(draft, "关于河湖管护责任落实不到位的问题",
             "建立河长办与部门联合巡查机制，清理整治河湖乱占乱建问题27处，在重点河段安装视频监控18套。")  # fmt: skip
    _problem(draft, "关于意识形态阵地管理不够严的问题",
             "制定局属网站和公众号信息发布审核办法，落实“三审三校”，清理长期不更新的工作群13个。")  # fmt: skip
    draft.add("落实全面从严治党主体责任方面", style="2")
    _problem(draft, "关于主体责任压力传导不够的问题",
             "制定党组班子及成员责任清单，开展廉政谈话36人次，对3个局属单位党组织书记进行了约谈提醒。")  # fmt: skip
    _problem(draft, "关于招标投标监管不严的问题",
             "对2023年以来的58个招标项目开展自查，发现程序不规范问题7个，已于2025年11月31日前全部整改到位。")  # fmt: skip
    _problem(
        draft,
        "关于财务报销审核把关不严的问题",
        "修订局机关财务管理办法，对近三年的报销凭证开展抽查，退回不合规票据22张。",
    )
    _problem(draft, "关于公务用车管理不规范的问题", "实行派车单、里程、油耗对照管理，每月公示车辆使用情况。")
    _problem(draft, "关于采砂监管存在廉洁风险的问题",
             "与公安、交通运输部门建立联合执法机制，开展夜间巡查64次，对在岗满五年的6名执法人员进行了轮岗。")  # fmt: skip
    _removed(draft, "关于下属企业监管缺位的问题", "该问题已并入招标投标监管问题一并整改。")
    draft.add("落实新时代党的组织路线方面", style="2")
    _problem(draft, "关于专业技术人才储备不足的问题", "引进水利工程、水文专业人才5名，选派8名年轻干部到项目一线锻炼。")
    _problem(draft, "关于干部轮岗交流不及时的问题", "对任职满八年的中层干部进行摸底，已轮岗交流7名。")
    _problem(
        draft, "关于党支部组织生活不规范的问题", "机关党委对11个党支部开展组织生活检查，指出问题19个，已全部整改到位。"
    )
    _problem(draft, "关于干部人事档案管理不规范的问题", "对86份干部人事档案逐卷审核，补充缺失材料31份。")
    _problem(draft, "关于教育培训针对性不强的问题", "制定年度教育培训计划，按岗位分级分类确定培训内容。")
    draft.add(draft.inserted("围绕水旱灾害防御、工程建设管理举办培训班4期，培训干部职工260人次。"), mark="ins")
    draft.add("下一步工作安排", style="1")
    draft.add("持续巩固整改成果。对照反馈的16个具体问题适时开展“回头看”，防止问题反弹回潮。", numbers=PLAIN)
    draft.add("持续健全长效机制。坚持以改促治、标本兼治，把整改成果转化为水利事业高质量发展的实际成效。", numbers=PLAIN)
    draft.add("持续加强队伍建设。紧盯时间节点抓好后续整改，一件一件抓到底。", numbers=PLAIN)
    draft.add("欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。")
    draft.add("联系电话：", draft.commented("周明远", "请办公室打一下这个号码。", "0717-555013"))
    draft.add("电子邮箱：", draft.link("mailto:jgdw@yunxi-water.example", "jgdw@yunxi-water.example"))
    draft.add("通信地址：云溪市滨江路86号云溪市水利局机关党委")
    draft.add("邮政编码：443099")
    draft.add()
    draft.add("中共云溪市水利局党组", style="af")
    draft.add("2026年3月2日", style="af")
    return draft.pack()


def _problem(draft: Draft, title: str, *answer: str) -> None:
    draft.add(title, style="3")
    draft.add(*answer)


def _removed(draft: Draft, title: str, answer: str) -> None:
    """A problem that was deleted with change tracking on, paragraph marks and all."""
    draft.add(draft.deleted(title), style="3", mark="del")
    draft.add(draft.deleted(answer), mark="del")


def clean() -> bytes:
    """A disclosure in which nothing is wrong: a red head in a text box, three levels of numbers, a table, a footnote, a cross reference."""
    draft = Draft("县教育局党组整改进展情况的通报", "何静")
    draft.header("青岚县教育局")
    draft.page_numbers()
    draft.add(draft.red_head("中共青岚县教育局党组文件", "青教党发〔2026〕7号"))
    draft.add("中共青岚县教育局党组关于县委第一巡察组\v反馈意见整改进展情况的通报", style="a3")
    draft.add(style="a3")
    draft.add(
        "根据县委统一部署，2025年4月7日至6月13日，县委第一巡察组对县教育局党组开展了常规巡察，并于2025年8月20日反馈了巡察意见。"
        "按照巡察工作有关要求，现将巡察整改进展情况予以公布。"
    )
    draft.add("党组组织落实巡察整改情况", style="1")
    draft.add("压实整改责任", style="2")
    draft.add(
        "局党组先后召开党组会议7次、整改工作推进会4次，逐条研究反馈意见，成立由党组书记、局长任组长的巡察整改工作领导小组，"
        "办公室设在局机关党委，实行台账管理、对账销号。"
    )
    draft.add("明确整改任务", style="2")
    draft.add(
        "对照县委第一巡察组反馈的3个方面8个具体问题，局党组研究制定整改方案，逐项明确责任领导、责任股室和完成时限，共制定整改措施25条。"
        "截至2026年1月31日，反馈的8个具体问题已完成整改7个，整改完成率为87.5%", draft.note("整改完成率为已完成整改的问题数与反馈问题总数之比。"),
        "；其余1个问题正在推进，计划于2026年6月底前完成。各方面进展情况见", draft.field(r"REF _Ref196234501 \h", "表1"), "。"
    )  # fmt: skip
    draft.add(
        draft.bookmarked("_Ref196234501", "表", draft.field(r"SEQ 表 \* ARABIC", "1")),
        "　各方面整改进展情况",
        style="af1",
    )
    draft.table(
        (3600, 1700, 1700, 1700),
        ("方面", "反馈问题", "已完成", "正在推进"),
        (
            ("党的建设和思想政治工作", "3", "3", "0"),
            ("教育经费和校园安全管理", "3", "2", "1"),
            ("干部教师队伍建设", "2", "2", "0"),
            ("合计", "8", "7", "1"),
        ),
    )
    draft.add("巡察反馈问题整改情况", style="1")
    draft.add("党的建设和思想政治工作方面", style="2")
    draft.add(
        "针对学校党组织领导的校长负责制落实不到位的问题。一是修订中小学校议事规则，明确党组织会议和校长办公会议的议事范围。"
        "二是对全县21所学校的会议记录开展抽查，发现问题14个，均已督促改正。", numbers=FIRST
    )  # fmt: skip
    draft.add(
        "针对思想政治理论课教师配备不足的问题。通过公开招聘和校内转岗，补充专职教师12名，组织集体备课9次。",
        numbers=FIRST,
    )
    draft.add(
        "针对党支部组织生活质量不高的问题。局机关党委每季度检查1次组织生活记录，评选示范党支部3个。", numbers=FIRST
    )
    draft.add("教育经费和校园安全管理方面", style="2")
    draft.add(
        "针对营养改善计划资金使用不规范的问题。对2023年以来的资金逐笔核对，规范食材采购、验收、结算流程，公开账目18次。",
        numbers=SECOND,
    )
    draft.add(
        "针对校舍维修项目验收滞后的问题。对5个维修项目逐项明确责任人，目前已验收4个，剩余1个将于2026年6月底前完成验收。",
        numbers=SECOND,
    )
    draft.add(
        "针对校车安全管理存在漏洞的问题。会同公安、交通运输部门开展联合检查6次，更换到期车辆3辆。", numbers=SECOND
    )
    draft.add("干部教师队伍建设方面", style="2")
    draft.add(
        "针对教师交流轮岗推进不够的问题。制定城乡教师交流轮岗实施办法，2025年秋季学期交流教师46名。", numbers=THIRD
    )
    draft.add(
        "针对校长选拔任用程序不够规范的问题。修订校长选拔任用办法，对近三年任用的17名校长的材料逐份复核，补齐手续4件。",
        numbers=THIRD,
    )
    draft.add("下一步工作安排", style="1")
    draft.add("持续抓好后续整改。对正在推进的1个问题紧盯时间节点，确保如期完成。", numbers=PLAIN)
    draft.add("持续健全长效机制。坚持以改促治、标本兼治，推动全县教育事业高质量发展。", numbers=PLAIN)
    draft.add("欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。")
    draft.add("联系电话：0717-5550132")
    draft.add("电子邮箱：", draft.link("mailto:dwbgs@qinglan-edu.example", "dwbgs@qinglan-edu.example"))
    draft.add("通信地址：青岚县城关镇学府路12号青岚县教育局机关党委")
    draft.add("邮政编码：443199")
    draft.add()
    draft.add("中共青岚县教育局党组", style="af")
    draft.add("2026年2月26日", style="af")
    return draft.pack()


def plan() -> bytes:
    """A plan whose measures stand in a table: cells over several rows and columns, numbers put in by Word; 5 has no limit, 7 nobody in charge."""
    draft = Draft("区城市管理局党组整改方案", "吴桐")
    draft.header("白鹭湖区城市管理局")
    draft.page_numbers()
    draft.add("中共白鹭湖区城市管理局党组\v关于区委第二巡察组反馈意见的整改方案", style="a3")
    draft.add(style="a3")
    draft.add(
        "2025年9月1日至10月31日，区委第二巡察组对区城市管理局党组开展了常规巡察，2025年12月9日反馈了巡察意见。为抓好整改落实，制定本方案。"
    )
    draft.add("指导思想", style="1")
    draft.add(
        "坚持以习近平新时代中国特色社会主义思想为指导，把巡察整改作为推动城市管理工作高质量发展的重要契机，真改、实改、彻底改。"
    )
    draft.add("整改目标", style="1")
    draft.add("对照反馈的3个方面8个问题，逐一对账销号，做到事事有着落、件件有回音，建立健全长效机制。")
    draft.add("整改措施", style="1")
    number = Cell(number=True)
    above = Cell(down="continue")
    first, second, third = "王海涛", "邓晓燕", "孙志强"
    draft.table(
        (600, 1900, 2900, 1000, 1300, 1300),
        ("序号", "问题", "整改措施", "责任领导", "责任部门", "完成时限"),
        (
            (Cell("（一）聚焦城市管理职能责任方面", across=6),),
            (number, "垃圾分类设施运行不正常", "对全区64处分类投放点逐一检修，建立巡检台账", Cell(first, down="restart"), "环卫科", "2026年3月底前"),
            (number, "餐饮油烟投诉处置不及时", "会同生态环境部门开展联合检查，建立投诉限时办结机制", above, Cell("执法大队", down="restart"),
             Cell("2026年4月底前", down="restart")),
            (number, "占道经营反复出现", "划定临时疏导点3处，实行网格包段管理", above, above, above),
            (Cell("（二）聚焦全面从严治党责任方面", across=6),),
            (number, "党组专题研究党建工作偏少", "每半年召开1次党组会议专题研究全面从严治党工作", second, "机关党委", "每半年1次"),
            (number, "行政处罚裁量不规范", "组织案件评查，对同类案件处罚幅度差异较大的逐案说明", second, "法规科", ""),
            (number, "环卫设备采购验收把关不严", "修订采购管理办法，实行采购、验收、付款岗位分离", second, "办公室", "2026年3月底前"),
            (Cell("（三）聚焦新时代党的组织路线方面", across=6),),
            (number, "协管人员管理松散", "制定协管人员管理办法，组织岗前培训和考核", "", "", "2026年6月底前"),
            (number, "党支部组织生活不规范", "开展支部书记培训，每季度检查1次组织生活记录", third, "机关党委", "每季度1次"),
        ),
    )  # fmt: skip
    draft.add("组织保障", style="1")
    draft.add(
        "加强组织领导。成立由党组书记、局长任组长的整改工作领导小组，领导小组办公室设在机关党委，负责统筹协调。",
        numbers=PLAIN,
    )
    draft.add("严格督导检查。领导小组办公室对照台账跟踪督办，对敷衍整改、虚假整改的严肃问责。", numbers=PLAIN)
    draft.add("注重建章立制。把整改与完善制度结合起来，巩固整改成果。", numbers=PLAIN)
    draft.add()
    draft.add("中共白鹭湖区城市管理局党组", style="af")
    draft.add("2025年12月26日", style="af")
    return draft.pack()


DRAFTS: dict[str, Callable[[], bytes]] = {
    "tracked-disclosure.docx": tracked,
    "clean-disclosure.docx": clean,
    "plan.docx": plan,
}


def main() -> None:
    for name, make in DRAFTS.items():
        (EXAMPLES / name).write_bytes(make())


if __name__ == "__main__":
    main()
