"""What layers make of the rules: which are on, how grave, with which options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from disclosure_lint import registry
from disclosure_lint.config.layers import Layer
from disclosure_lint.errors import UnknownRuleError
from disclosure_lint.invalid import InvalidError
from disclosure_lint.rule import Rule, Severity
from disclosure_lint.settings import Active


def selection(rules: Sequence[Rule], layers: Sequence[Layer]) -> frozenset[str]:
    """The codes of the rules that layers, the lowest first, switch on."""
    on = registry.select(rules)
    for layer in layers:
        values = layer.values
        try:
            on = registry.select(
                rules, values.get("select"), values.get("ignore", ()), values.get("extend-select", ()), on
            )
        except UnknownRuleError as error:
            key = next(
                key for key in ("select", "extend-select", "ignore") if error.selector in (values.get(key) or ())
            )
            raise layer.error(error.text, key, list(values[key]).index(error.selector)) from error
    return on


def activated(rule: Rule, layers: Sequence[Layer], rules: Sequence[Rule]) -> Active:
    """A rule with the severity and options that layers, the lowest first, give it."""
    severity: Severity | None = None
    options: dict[str, Any] = {}
    last: tuple[Layer, str] | None = None
    for layer in layers:
        severity = _severity(rule, layer, rules) or severity
        for name, table in layer.values.get("options", {}).items():
            if _named(rule, name, layer, rules):
                options |= _checked(rule, table, layer, name)
                last = (layer, name)
    try:
        return Active(rule, _make(rule, options), severity)
    except InvalidError as error:
        assert last is not None, "only options that are set can be refused"
        raise last[0].error(error.reason, "options", last[1]) from error


def _make(rule: Rule, options: Mapping[str, Any]) -> Any:
    if not options:
        return rule.options() if rule.options else None
    from disclosure_lint.config.options import make_options

    return make_options(rule, options)


def _checked(rule: Rule, table: Mapping[str, Any], layer: Layer, name: str) -> dict[str, Any]:
    from disclosure_lint.config.options import check_options

    try:
        return check_options(rule, table)
    except InvalidError as error:
        raise layer.error(error.reason, "options", name, *error.keys) from error


def _severity(rule: Rule, layer: Layer, rules: Sequence[Rule]) -> Severity | None:
    """What a layer makes of a rule, by its most specific selector."""
    found: dict[int, Severity] = {}
    for selector, severity in layer.values.get("severity", {}).items():
        try:
            named = registry.find(rules, selector)
        except UnknownRuleError as error:
            raise layer.error(error.text, "severity", selector) from error
        if rule in named:
            found[len(named)] = severity
    return found[min(found)] if found else None


def _named(rule: Rule, name: str, layer: Layer, rules: Sequence[Rule]) -> bool:
    """Whether a table of options is a rule's: named by code, name or older name."""
    words = {word.lower(): known for known in rules for word in (known.code, known.name, *known.aliases)}
    if name.lower() not in words:
        near = registry.nearest(name, (word for known in rules for word in (known.code, known.name)))
        raise layer.error(UnknownRuleError(name, near).text, "options", name)
    return words[name.lower()] is rule
