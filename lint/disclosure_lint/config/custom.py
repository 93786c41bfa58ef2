"""The rules that configuration files write themselves, in ``[[rules.custom]]`` tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from disclosure_lint.config.layers import Layer, Origin
from disclosure_lint.config.schema import CUSTOM
from disclosure_lint.rule import Rule, Text

if TYPE_CHECKING:
    from disclosure_lint.custom import CustomRule

KEY = "rules"


class Written(NamedTuple):
    """A rule of a configuration file.

    Attributes:
        custom: the rule and its examples.
        layer: the file it stands in.
        number: which of the tables there it is.
    """

    custom: CustomRule
    layer: Layer
    number: int

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return self.custom.rule

    @property
    def origin(self) -> Origin:
        """Where it is written."""
        return self.layer.origin(KEY, CUSTOM, self.number)


def written(layers: Sequence[Layer]) -> tuple[Written, ...]:
    """The rules of all files, those of the lowest first; one of the same code in a nearer file takes the place of the other.

    Raises:
        ConfigError: two rules go by the same word.
    """
    found: dict[str, Written] = {}
    for layer in layers:
        for number, custom in enumerate(layer.values.get(KEY, ())):
            each = Written(custom, layer, number)
            other = found.get(each.rule.code)
            if other is not None and other.layer is layer:
                raise _taken(each, "code", other.rule)
            found[each.rule.code] = each
    names: dict[str, Written] = {}
    for each in found.values():
        for key, word in (("code", each.rule.code), ("name", each.rule.name)):
            other = names.setdefault(word.lower(), each)
            if other is not each:
                raise _taken(each, key, other.rule)
    return tuple(found.values())


def demand_own_names(rules: Sequence[Written], known: Sequence[Rule]) -> None:
    """See that no rule of one's own is called like a rule of a pack, or like a family of them.

    Raises:
        ConfigError: one is.
    """
    words = {word.lower(): rule for rule in known for word in (rule.code, rule.name, *rule.aliases)}
    families = {_letters(rule) for rule in known}
    for each in rules:
        for key, word in (("code", each.rule.code), ("name", each.rule.name)):
            if (other := words.get(word.lower())) is not None:
                raise _taken(each, key, other)
        if (letters := _letters(each.rule)) in families:
            reason = Text(
                f"“{letters}”开头的编号是规则包里的规则用的，请另取字母。",
                f"codes with '{letters}' belong to rules of a pack: take other letters.",
            )
            raise each.layer.error(reason, KEY, CUSTOM, each.number, "code")


def _letters(rule: Rule) -> str:
    return rule.code.rstrip("0123456789")


def _taken(each: Written, key: str, other: Rule) -> Exception:
    word, owner = getattr(each.rule, key), f"{other.code} {other.name}"
    reason = Text(f"“{word}”已经是规则 {owner} 的叫法，请另取。", f"'{word}' is taken by {owner}: take another.")
    return each.layer.error(reason, KEY, CUSTOM, each.number, key)
