"""From a ``[[rules.custom]]`` table to a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, make_dataclass
from functools import cache, partial
from string import Formatter
from typing import Any, NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.custom.examples import Example, read_examples
from disclosure_lint.custom.kinds import KINDS
from disclosure_lint.custom.model import Kind, Look, Plan
from disclosure_lint.custom.parts import Named, Part, PartName, regions
from disclosure_lint.custom.values import Table
from disclosure_lint.custom.words import any_of
from disclosure_lint.errors import suggestion
from disclosure_lint.invalid import InvalidError, unknown_key, wrong_choice, wrong_type
from disclosure_lint.registry import nearest
from disclosure_lint.rule import DISCLOSURES, GENRES, Draft, Finding, Rule, Severity, Text

COMMON_KEYS = (
    "code", "name", "kind", "genres", "part", "per", "except", "message", "severity", "summary", "help", "why", "basis", "enabled", "examples",
)  # fmt: skip
_CODE = Pattern(r"[A-Z]+[0-9]+")
_NAME = Pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PER = ("part", "paragraph")
_WHY = Text("本单位自定的规则。", "A rule of the office's own.")
_BASIS = Text("本单位规定", "a rule of the office")


class CustomRule(NamedTuple):
    """A rule made from a table.

    Attributes:
        rule: the rule.
        examples: the examples of the table, to be held against the rule.
        patterns: the regular expressions of the table: an example must show that each can match.
    """

    rule: Rule
    examples: tuple[Example, ...]
    patterns: tuple[str, ...]


def read_tables(tables: Sequence[Mapping[str, Any]]) -> tuple[CustomRule, ...]:
    """The rules of ``[[rules.custom]]`` tables.

    Raises:
        InvalidError: a table is not allowed; its keys begin with the number of the table.
    """
    found: list[CustomRule] = []
    for number, values in enumerate(tables):
        try:
            found.append(read_table(values))
        except InvalidError as error:
            raise InvalidError((number, *error.keys), error.reason) from None
    return tuple(found)


def read_table(values: Mapping[str, Any]) -> CustomRule:
    """The rule of one table.

    Raises:
        InvalidError: the table is not allowed.
    """
    table = Table(values)
    kind_name = table.choice("kind", tuple(KINDS))
    kind = KINDS[kind_name]
    for key in values:
        if key not in (*COMMON_KEYS, *kind.keys):
            raise InvalidError((key,), _foreign(key, kind_name))
    code, plan, part, genres = _code(table), kind.read(table), _part(table), _genres(table)
    allowed = _allowed(table, plan)
    examples = read_examples(table, genres)
    rule = Rule(
        code=code,
        name=_name(table, code),
        genres=genres,
        severity=Severity(table.choice("severity", tuple(Severity), Severity.WARNING)),
        summary=table.sentence("summary", _summary(plan, part)),
        messages=_messages(table, kind, plan),
        help=table.sentence("help", kind.help),
        why=table.sentence("why", _WHY),
        basis=table.sentence("basis", _BASIS),
        check=partial(_check, plan.look, part, allowed),
        examples=tuple(example.draft for example in examples),
        options=_options(tuple(plan.options.items())),
        fixes=plan.fixes,
        enabled=table.flag("enabled", True),
    )
    patterns = tuple(pattern for wanted in plan.wanted for pattern in wanted.patterns)
    return CustomRule(rule, examples, patterns)


def _check(look: Look, part: Part, allowed: tuple[str, ...], draft: Draft, options: Any) -> Iterator[Finding]:
    """What every rule of one's own does: look at its part of the draft, past the words that are allowed."""
    words = (*allowed, *options.allowed)
    return look(regions(draft.document, part, any_of(words) if words else None), options)


def _summary(plan: Plan, part: Part) -> Text:
    """What the rule flags, and where if not everywhere."""
    if part.name is PartName.DRAFT:
        return plan.summary
    return Text(f"{part.called.zh}：{plan.summary.zh}", f"In {part.called.en}: {plan.summary.en}")


@cache
def _options(limits: tuple[tuple[str, int], ...]) -> type[Any]:
    """What may be set otherwise for some files: further words that are right, and the numbers of the table."""
    numbers = [(name, int, field(default=value)) for name, value in limits]
    return make_dataclass("Options", [("allowed", tuple[str, ...], field(default=())), *numbers], frozen=True)


def _foreign(key: str, kind: str) -> Text:
    """That a table of this kind has no such key."""
    own = [name for name, other in KINDS.items() if key in other.keys]
    if own:
        zh, en = "、".join(own), ", ".join(own)
        return Text(f"“{key}”只用于 {zh}，这条规则是 {kind}。", f"'{key}' is for {en}; this rule is of kind {kind}.")
    return unknown_key(key, dict.fromkeys((*COMMON_KEYS, *KINDS[kind].keys)))


def _code(table: Table) -> str:
    code = table.string("code")
    if not _CODE.fullmatch(code):
        raise InvalidError(
            ("code",),
            Text(
                f"编号由大写字母加数字组成，如 QLX001，不能是“{code}”。",
                f"a code is capital letters and digits, as in QLX001, not '{code}'.",
            ),
        )
    return code


def _name(table: Table, code: str) -> str:
    if not table.has("name"):
        return code.lower()
    name = table.string("name")
    if not _NAME.fullmatch(name):
        raise InvalidError(
            ("name",),
            Text(
                f"名称由小写字母、数字和短横线组成，如 no-slogan，不能是“{name}”。",
                f"a name is small letters, digits and hyphens, as in no-slogan, not '{name}'.",
            ),
        )
    return name


def _genres(table: Table) -> frozenset[str]:
    if not table.has("genres"):
        return DISCLOSURES
    found = table.strings("genres")
    for number, genre in enumerate(found):
        if genre not in GENRES:
            raise InvalidError(("genres", number), wrong_choice("genres", genre, GENRES))
    if not found:
        raise InvalidError(
            ("genres",), Text("genres 是空的，这条规则永远不会运行。", "genres is empty: the rule would never run.")
        )
    return frozenset(found)


def _part(table: Table) -> Part:
    """``"lead"``, ``{ section = "下一步" }``, ``{ column = ["责任", "牵头"] }``."""
    paragraphs = table.choice("per", _PER, "part") == "paragraph"
    value = table.values.get("part", PartName.DRAFT.value)
    if isinstance(value, str):
        return Part(PartName(table.choice("part", tuple(PartName), PartName.DRAFT)), paragraphs=paragraphs)
    if not isinstance(value, Mapping):
        expected = ("一个名称，或 { section = … }、{ column = … }", "a name, { section = … } or { column = … }")
        raise InvalidError(("part",), wrong_type("part", value, *expected))
    for key in value:
        if key not in tuple(Named):
            raise InvalidError(("part", key), unknown_key(key, dict.fromkeys(Named)))
    if len(value) != 1:
        raise InvalidError(
            ("part",), Text("part 要么写 section，要么写 column。", "part has either section or column in it.")
        )
    ((key, titles),) = value.items()
    inner = Table({key: [titles] if isinstance(titles, str) else titles})
    try:
        return Part(Named(key), inner.wanted(key), paragraphs)
    except InvalidError as error:
        raise InvalidError(("part", *error.keys[:1]), error.reason) from None


def _allowed(table: Table, plan: Plan) -> tuple[str, ...]:
    """The words that are right; a word to look for that holds one of them could never be found."""
    allowed = table.strings("except")
    for right in allowed:
        hides = any_of([right])
        hidden = next((word for wanted in plan.wanted for word in wanted.words if hides.search(word)), None)
        if hidden is not None:
            raise InvalidError(
                ("except", allowed.index(right)),
                Text(
                    f"“{hidden}”里含有“{right}”，这样就永远查不到了。",
                    f"'{hidden}' holds '{right}', so it could never be found.",
                ),
            )
    return allowed


def _messages(table: Table, kind: Kind, plan: Plan) -> Mapping[str, Text]:
    """What the findings say; a message of the table goes for every variant."""
    fields = [name for name in kind.fields if name not in ("min", "max") or name in plan.options]
    used = {variant: text for variant, text in kind.messages.items() if set(_fields(text.zh)) <= set(fields)}
    if not table.has("message"):
        return used
    message = table.sentence("message", Text("", ""))
    for name in (*_fields(message.zh), *_fields(message.en)):
        if name not in fields:
            raise InvalidError(("message",), _no_field(name, fields))
    return dict.fromkeys(used, message)


def _no_field(name: str, fields: Sequence[str]) -> Text:
    hint, known = suggestion(nearest(name, fields)), [f"{{{each}}}" for each in fields]
    return Text(
        f"提示语里没有“{{{name}}}”可填{hint.zh}；可用 {'、'.join(known)}。",
        f"there is nothing to put in place of '{{{name}}}'{hint.en}; there are {', '.join(known)}.",
    )


def _fields(words: str) -> list[str]:
    """The names in braces; nothing but a name may stand there."""
    try:
        parts = list(Formatter().parse(words))
    except ValueError as error:
        raise InvalidError(
            ("message",),
            Text(
                "提示语里的花括号不成对；花括号本身写作 {{ }}。", "a brace is alone; write {{ }} for braces themselves."
            ),
        ) from error
    return [
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in parts
        if name is not None
    ]
