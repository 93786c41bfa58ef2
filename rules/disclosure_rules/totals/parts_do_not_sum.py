"""TOT002: the parts do not add up to the total."""

from __future__ import annotations

from disclosure_lint.comparisons.model import Verdict
from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    Text,
    Value,
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for comparison in draft.comparisons.of("arithmetic"):
        if comparison.verdict is Verdict.VERIFIED or "sums_zh" not in comparison.data:
            continue
        data = comparison.data
        fields: dict[str, Value] = {
            "terms": Text(data["terms_zh"], data["terms_en"]),
            "sums": Text(data["sums_zh"], data["sums_en"]),
            "whole": Text(data["whole"], comparison.stated),
        }
        if not comparison.firm:
            yield Finding.of(comparison, fields, "thin", "thin")
        else:
            yield Finding.of(comparison, fields, "single" if "single" in data else "main")


RULE = Rule(
    code="TOT002",
    name="parts-do-not-sum",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    grades={"thin": Severity.INFO},
    summary=Text("各分项相加不等于总数。", "The parts do not add up to the total."),
    messages={
        "main": Text(
            "分项与总数不符：{terms}，{sums}，总数却写{whole}。",
            "The parts do not make the total: {terms} ({sums}), against a total of {whole}.",
        ),
        "single": Text(
            "其中的{terms}比总数{whole}还多。",
            "One part of it ({terms}) is more than the total of {whole}.",
        ),
        "thin": Text(
            "分项相加与总数略有出入：{terms}，{sums}，总数却写{whole}；请核对是写错、有重叠，还是没有列全。",
            "The parts come close to the total and miss it: {terms} ({sums}), against {whole}; a slip, an overlap, or a part left out?",
        ),
    },
    help=Text(
        "对照台账核实总数和每个分项；如果分项有重叠或没有列全，在文中说明（如“另有几项……”）。",
        "Check the total and every part against the ledger; if parts overlap or some are not listed, say so.",
    ),
    why=Text(
        "总数与分项对不上，读者会认为有问题被漏报或重复计算。",
        "Figures that do not add up look as if problems were dropped or counted twice.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("查摆“促改革促发展”整改事项⟦15个⟧，截至2023年10月底，完成1个、阶段性完成13个。\n"),
        Bad("巡察反馈的4个方面⟦17个⟧问题，已完成整改14个，正在整改2个。\n"),
        Bad("群众来信来访⟦45件⟧，已办结43件，正在办理3件。\n"),
        Bad("本轮整改任务共⟦50项⟧，其中立行立改类12项、限期整改类30项、长期坚持类7项。\n"),
        Bad("6个党支部分别查摆问题5个、6个、7个、5个、4个、3个，共计⟦31个⟧。\n"),
        Bad("召开党委会6次、领导小组会8次、专题会5次，共⟦20次⟧。\n"),
        Bad("撰写调研报告⟦8篇⟧，其中9篇获市领导批示。\n"),
        Bad("建立健全制度⟦42项⟧，其中修订18项、新建25项。\n"),
        Bad(
            "整改情况如下：\n\n|方面|问题数|已完成|\n|---|---|---|\n|政治建设|3|3|\n|队伍建设|5|4|\n|财务管理|4|4|\n|合计|12|⟦12⟧|\n"
        ),
        Bad("班子共查摆问题⟦126条⟧，其中班子问题30条、个人问题95条。\n", severity=Severity.INFO),
        Good("巡察反馈的4个方面17个问题，已完成整改15个，正在整改2个，完成率88.2%。\n"),
        Good("反馈问题63个，立行立改30个，已完成整改61个，长期坚持10个。\n"),
        Good("全院共有党员45人，其中女党员12人、少数民族党员8人。\n"),
        Good("共查摆问题126条，其中政治建设方面30条、作风建设方面25条等，已逐条制定措施。\n"),
        Good("运用“四种形态”处理20人次，其中第一种形态15人次、第二种形态3人次。\n"),
        Good("招聘教师187名，其中音体美教师46名、心理健康教师15名；交流轮岗教师256名。\n"),
        Good("反馈问题近60个，已完成整改40余个，正在整改15个。\n"),
    ),
)
