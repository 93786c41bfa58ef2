"""Every setting with its value and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from disclosure_lint.config import schema
from disclosure_lint.config.layers import DEFAULT, Layer, Origin
from disclosure_lint.registry import DEFAULT_PACKS

DEFAULTS: Mapping[str, Any] = {
    "select": None,
    "ignore": (),
    "extend-select": (),
    "severity": {},
    "fail-on": "error",
    "genre": schema.AUTO,
    "stage": "final",
    "lang": None,
    "output-format": "full",
    "exclude": (),
    "packs": DEFAULT_PACKS,
    "max-size": 50 * 1024 * 1024,
    "options": {},
}
_ADDING = ("ignore", "extend-select")


@dataclass(frozen=True)
class Settings:
    """Values with their origins.

    Attributes:
        values: every setting by its key; ``select`` None means the rules that are on by themselves.
        origins: where each value comes from, by key; ``severity.TOT003`` and ``options.TOT003.most`` for parts of a table.
    """

    values: Mapping[str, Any]
    origins: Mapping[str, Origin]

    @classmethod
    def of(cls, layers: Sequence[Layer]) -> Settings:
        """The values of layers, the lowest first, over the defaults."""
        values = dict(DEFAULTS)
        origins = dict.fromkeys(DEFAULTS, DEFAULT)
        for layer in layers:
            if "select" in layer.values:  # starts afresh: what lower layers added or took away is over
                for key in _ADDING:
                    values[key], origins[key] = (), DEFAULT
            for key, value in layer.values.items():
                if key not in DEFAULTS:
                    continue
                values[key] = _merged(key, values[key], value)
                origins[key] = layer.origin(key)
                origins.update(_parts(key, value, layer))
        return cls(values, origins)


def _merged(key: str, old: Any, new: Any) -> Any:
    if key in _ADDING:
        return (*old, *(selector for selector in new if selector not in old))
    if key == "severity":
        return old | new
    if key == "options":
        return old | {rule: old.get(rule, {}) | table for rule, table in new.items()}
    return new


def _parts(key: str, value: Any, layer: Layer) -> Iterator[tuple[str, Origin]]:
    if key == "severity":
        yield from ((f"{key}.{selector}", layer.origin(key, selector)) for selector in value)
    elif key == "options":
        for rule, table in value.items():
            yield from ((f"{key}.{rule}.{name}", layer.origin(key, rule, name)) for name in table)
