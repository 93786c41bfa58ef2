"""The catalogue of rules, generated from the rules themselves: ``rules/README.md`` and what ``explain`` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from disclosure_lint.asides import Aside
from disclosure_lint.report import SEVERITIES
from disclosure_lint.rule import GENRES, Bad, ChangeKind, Commented, Good, Rule, Safety, Text

GENRE_NAMES = {
    "progress": Text("整改进展通报", "progress disclosure"),
    "plan": Text("整改方案", "plan"),
    "report": Text("整改报告", "report"),
    "other": Text("其他文本", "other text"),
}
FAMILIES = {
    "STR": Text("结构：该有的部分是否齐全", "Structure: is every part there"),
    "NUM": Text("序号：是否连续、规范", "Numbering: is it unbroken and in order"),
    "TOT": Text("数字：前后是否一致、能否算得出", "Totals: do the figures agree"),
    "DDL": Text("时限：何时完成", "Deadlines: by when"),
    "DAT": Text("日期：是否存在、是否先后有序", "Dates: are they possible and in order"),
    "CON": Text("联系方式：群众找得到吗", "Contacts: can the public reach the office"),
    "PII": Text("个人信息：不该公开的", "Personal data: what must not be published"),
    "SEC": Text("涉密：不该公开的", "Secrecy: what must not be published"),
    "CIT": Text("引用：文件名称与文号", "Citations: titles and document numbers"),
    "TRM": Text("提法：固定表述", "Terms: fixed expressions"),
    "TXT": Text("文字：占位符、标点、空格", "Text: placeholders, marks, spaces"),
    "DOC": Text("文件本身", "The file itself"),
    "SUP": Text("忽略批注", "Suppressions"),
    "XDC": Text("多份文件之间", "Across documents"),
}
_GRADES = {
    "firm": Text("有把握", "firm evidence"),
    "thin": Text("把握不大", "thin evidence"),
    "slight": Text("仅供参考", "slight evidence"),
    "hidden": Text("页面上看不见的", "not seen on the page"),
}
_SAFETIES = {
    Safety.SAFE: Text("有，不改变意思（safe）", "safe: changes no meaning"),
    Safety.UNSAFE: Text("有，须人工确认（unsafe）", "unsafe: somebody must confirm it"),
    Safety.DISPLAY: Text("只显示建议的改法（display）", "shown only, never applied (display)"),
}
_NO_FIX = Text("无", "none")
ACROSS = Text(
    "只在 `--together` 或配置里的 `[[sets]]` 给出整改方案时运行",
    "only where `--together` or `[[sets]]` of the configuration brings a plan",
)
_HEAD = """\
<!-- Generated from the rules; do not edit. `pytest tests/test_catalogue.py --force-regen` writes it anew. -->

# 规则目录 / Rules

每条规则的说明、依据和正误示例都写在规则模块里，本页由此生成，示例同时也是测试。⟦ ⟧标出被指出的文字；没有标记的错误示例指整份文稿。
Every rule carries its own words, its basis and its examples; this page is generated from them and the examples are tests.
⟦ ⟧ marks the characters a finding points at; a bad example without marks is about the whole draft.
"""


def markdown(rules: Sequence[Rule]) -> str:
    """The whole catalogue in Markdown, Chinese first, English below."""
    parts = [_HEAD, *_tables(rules)]
    parts.extend(_rule(rule) for rule in rules)
    return "\n".join(parts)


def severities(rule: Rule, language: str) -> Mapping[str, str]:
    """The severity of each grade of evidence, in words."""
    grades = {"firm": rule.severity, **rule.grades}
    return {_grade(grade, language): SEVERITIES[severity].lang(language) for grade, severity in grades.items()}


def genres(rule: Rule, language: str) -> str:
    """The genres a rule speaks about, in words."""
    named = [GENRE_NAMES[genre].lang(language) for genre in GENRES if genre in rule.genres]
    return ("、" if language == "zh" else ", ").join(named)


def options(rule: Rule) -> Mapping[str, Any]:
    """The options of a rule, written as in the configuration, with their defaults."""
    if rule.options is None:
        return {}
    defaults = rule.options()
    return {field.name.replace("_", "-"): getattr(defaults, field.name) for field in fields(rule.options)}


def family(rule: Rule) -> Text:
    """The name of the family a rule belongs to; an unknown family (of another pack) is named by its letters."""
    letters = rule.code.rstrip("0123456789")
    return FAMILIES.get(letters, Text(letters, letters))


def _grade(grade: str, language: str) -> str:
    return _GRADES[grade].lang(language) if grade in _GRADES else grade


def _tables(rules: Sequence[Rule]) -> Iterator[str]:
    for name in dict.fromkeys(family(rule) for rule in rules):
        yield f"## {name.zh} / {name.en}\n"
        yield "| 编号 code | 名称 name | 级别 severity | 适用 genre | 查什么 what it flags |\n|---|---|---|---|---|"
        for rule in rules:
            if family(rule) == name:
                grades = "/".join(dict.fromkeys(SEVERITIES[s].zh for s in (rule.severity, *rule.grades.values())))
                summary = f"{rule.summary.zh}<br>{rule.summary.en}"
                yield f"| [{rule.code}](#{rule.code.lower()}) | `{rule.name}` | {grades} | {genres(rule, 'zh')} | {_cell(summary)} |"
        yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _rule(rule: Rule) -> str:
    lines = [f'## <a id="{rule.code.lower()}"></a>{rule.code} {rule.name}\n']
    for language in ("zh", "en"):
        lines.extend(_words(rule, language))
    lines.extend(_options(rule))
    lines.extend(_examples(rule))
    return "\n".join(lines)


def _words(rule: Rule, language: str) -> Iterator[str]:
    def pair(zh: str, en: str, words: str) -> str:
        return f"- **{Text(zh, en).lang(language)}** {words}"

    yield rule.summary.lang(language) + "\n"
    yield pair("为什么：", "Why:", rule.why.lang(language))
    yield pair("怎么改：", "What to do:", rule.help.lang(language))
    yield pair("依据：", "Basis:", rule.basis.lang(language))
    graded = severities(rule, language).items()
    single = len(graded) == 1
    words = "; ".join(severity if single else f"{severity} ({grade})" for grade, severity in graded)
    yield pair("级别：", "Severity:", words)
    yield pair("适用：", "Genres:", genres(rule, language))
    yield pair("自动修改：", "Fix:", fixes(rule, language))
    if rule.across:
        yield pair("对照：", "Runs:", ACROSS.lang(language))
    if rule.aliases:
        yield pair("曾用名：", "Former names:", ", ".join(rule.aliases))
    if rule.unfinished:
        yield pair("起草阶段：", "At stage draft:", Text("`--stage draft` 时只作提示", "an info only").lang(language))
    if not rule.enabled:
        yield pair(
            "默认：",
            "Default:",
            Text("关闭，用 `--extend-select` 打开", "off; switch on with `--extend-select`").lang(language),
        )
    yield pair("提示语：", "Says:", "<br>".join(f"“{message.lang(language)}”" for message in rule.messages.values()))
    yield ""


def fixes(rule: Rule, language: str) -> str:
    """What kinds of fixes a rule offers, in words."""
    named = [_SAFETIES[safety].lang(language) for safety in rule.fixes] or [_NO_FIX.lang(language)]
    return ("；" if language == "zh" else "; ").join(named)


def _options(rule: Rule) -> Iterator[str]:
    defaults = options(rule)
    if not defaults:
        return
    yield "| 选项 option | 默认 default |\n|---|---|"
    for name, default in defaults.items():
        yield f"| `{name}` | `{_cell(toml(default))}` |"
    yield ""


def toml(value: Any) -> str:
    """A default the way the configuration file would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (tuple, list, frozenset, set)):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        yield from _example(example)


def _example(example: Bad | Good) -> Iterator[str]:
    head = "错误示例 Bad" if isinstance(example, Bad) else "正确示例 Good"
    notes = [f"`{example.genre}`"]
    if isinstance(example, Bad) and example.severity is not None:
        notes.append(SEVERITIES[example.severity].zh)
    notes.extend(f"`{name.replace('_', '-')} = {toml(value)}`" for name, value in example.options.items())
    yield f"{head} ({', '.join(notes)})\n"
    yield from _fenced(example.marked if isinstance(example, Bad) else example.text)
    if example.asides:
        yield "Word文稿中的修订和批注 In the Word document\n"
        for aside in map(described, example.asides):
            yield f"- {aside.zh}<br>{aside.en}"
        yield ""
    for plan in example.plans:
        yield "对照的方案 Plan\n"
        yield from _fenced(plan)
    if isinstance(example, Bad) and example.fixed is not None:
        yield "改后 Fixed\n"
        yield from _fenced(example.fixed)


def described(aside: Aside) -> Text:
    """A tracked change or comment of an example, in words."""
    words = aside.words
    if isinstance(aside, Commented):
        said, author = aside.text, aside.author
        return Text(f"{author}对“{words}”的批注：{said}", f"a comment by {author} on “{words}”: {said}")
    return {
        ChangeKind.INSERTION: Text(f"修订：插入“{words}”", f"a tracked insertion: “{words}”"),
        ChangeKind.DELETION: Text(f"修订：“{words}”之前有删除", f"a tracked deletion before “{words}”"),
        ChangeKind.MOVE: Text(f"修订：移动“{words}”", f"a tracked move: “{words}”"),
        ChangeKind.FORMAT: Text(f"修订：改“{words}”的格式", f"a tracked change of the format of “{words}”"),
    }[aside.kind]


def _fenced(text: str) -> Iterator[str]:
    fence = "````" if "```" in text else "```"
    yield f"{fence}text\n{text.rstrip(chr(10))}\n{fence}\n"
