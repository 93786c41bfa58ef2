"""From layers to the settings of a run and of each file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from disclosure_lint import registry
from disclosure_lint.config import schema
from disclosure_lint.config.files import SUPPRESSIONS, discover, load_layers, upwards
from disclosure_lint.config.layers import DEFAULT, Layer, Origin
from disclosure_lint.errors import ConfigError, PackError, UnknownRuleError
from disclosure_lint.rule import Rule, Severity, Text
from disclosure_lint.settings import Active, FileSettings

if TYPE_CHECKING:
    from disclosure_lint.sidecar import Sidecar

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
    "packs": registry.DEFAULT_PACKS,
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


@dataclass(frozen=True)
class Config:
    """All that is set for a run.

    Attributes:
        path: the configuration file, or None.
        base: the folder from which globs hold.
        general: the layers that hold for every file, the lowest first, the command line left out.
        some: the layers of ``[[per-file]]`` tables.
        command_line: what the command line sets.
        today: the day against which suppressions are held; None for the day of the run.
    """

    path: str | None
    base: str
    general: tuple[Layer, ...]
    some: tuple[Layer, ...]
    command_line: Layer
    today: date | None = None
    _known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def settings(self) -> Settings:
        """The values that hold for the run and for a file that no ``[[per-file]]`` table names."""
        if "settings" not in self._known:
            self._known["settings"] = Settings.of((*self.general, self.command_line))
        settings: Settings = self._known["settings"]
        return settings

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Where each value comes from."""
        return self.settings.origins

    @property
    def fail_on(self) -> Severity | None:
        """The least severity that makes a run fail; None where nothing does."""
        level = self._value("fail-on")
        return None if level == schema.NEVER else Severity(level)

    @property
    def lang(self) -> str | None:
        """``"zh"`` or ``"en"``; None where nothing is set."""
        lang: str | None = self._value("lang")
        return lang

    @property
    def stage(self) -> str:
        """``draft`` or ``final``."""
        return str(self._value("stage"))

    @property
    def output_format(self) -> str:
        """The format of ``check``."""
        return str(self._value("output-format"))

    @property
    def max_size(self) -> int:
        """The most bytes a file may have."""
        return int(self._value("max-size"))

    @property
    def exclude(self) -> tuple[str, ...]:
        """Globs of files that are passed over in folders; they hold from ``base``."""
        return tuple(self._value("exclude"))

    @property
    def packs(self) -> tuple[str, ...]:
        """The rule packs."""
        return tuple(self._value("packs"))

    def _value(self, key: str) -> Any:
        return self.settings.values[key]

    def rules(self) -> tuple[Rule, ...]:
        """The rules of the packs.

        Raises:
            ConfigError: a pack cannot be loaded.
            DuplicateRuleError: two rules share a code or a name.
        """
        try:
            return registry.load_rules(self.packs)
        except PackError as error:
            layer = next((one for one in reversed((*self.general, self.command_line)) if "packs" in one.values), None)
            if layer is None:
                raise
            raise layer.error(error.text, "packs", layer.values["packs"].index(error.pack)) from error

    def check(self, rules: Sequence[Rule]) -> None:
        """See that every rule and option that is named exists, in tables for some files as well.

        Raises:
            ConfigError: one does not.
        """
        for layer in (*self.general, *self.some, self.command_line):
            _selection(rules, (layer,))
            for rule in rules if layer.values.keys() & {"severity", "options"} else ():
                _active(rule, (layer,), rules)

    def for_file(self, path: str, rules: Sequence[Rule]) -> FileSettings:
        """How a file is to be checked.

        Raises:
            ConfigError: a rule or option that is named does not exist.
        """
        matching = tuple(n for n, layer in enumerate(self.some) if matches(layer.files, self.relative(path)))
        key = (id(rules), matching)
        if ("checked", id(rules)) not in self._known:
            self.check(rules)
            self._known["checked", id(rules)] = rules  # keeps the id from being used again
        if key not in self._known:
            self._known[key] = self._resolve(
                (*self.general, *(self.some[n] for n in matching), self.command_line), rules
            )
        active, values = self._known[key]
        genre = None if values["genre"] == schema.AUTO else values["genre"]
        return FileSettings(active, tuple(rules), genre, values["stage"], self._sidecar(path), self.today)

    def _resolve(self, layers: Sequence[Layer], rules: Sequence[Rule]) -> tuple[tuple[Active, ...], Mapping[str, Any]]:
        on = _selection(rules, layers)
        active = tuple(_active(rule, layers, rules) for rule in rules if rule.code in on)
        return active, Settings.of(layers).values

    def _sidecar(self, path: str) -> Sidecar | None:
        """The suppressions beside a file, read once for each folder."""
        key = ("sidecar", os.path.dirname(os.path.abspath(path)))
        if key not in self._known:
            self._known[key] = _beside(path)
        found: Sidecar | None = self._known[key]
        return found

    def relative(self, path: str) -> str:
        """A path from the folder where globs hold, with forward slashes."""
        try:
            relative = os.path.relpath(path, self.base)
        except ValueError:  # another drive
            relative = os.path.basename(path)
        parts = relative.replace(os.sep, "/").split("/")
        return "/".join(part for part in parts if part != "..")


def _beside(path: str) -> Sidecar | None:
    found = upwards(path, SUPPRESSIONS)
    if found is None:
        return None
    from disclosure_lint.sidecar import read  # few drafts have one

    return read(found)


def matches(globs: tuple[str, ...], path: str) -> bool:
    """Whether a path answers to globs read like lines of a .gitignore."""
    from pathspec import GitIgnoreSpec  # slow to import, so only where somebody writes globs

    return GitIgnoreSpec.from_lines(globs).match_file(path)


def _selection(rules: Sequence[Rule], layers: Sequence[Layer]) -> frozenset[str]:
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


def _active(rule: Rule, layers: Sequence[Layer], rules: Sequence[Rule]) -> Active:
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
    except schema.InvalidError as error:
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
    except schema.InvalidError as error:
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


def load(
    start: str | os.PathLike[str],
    explicit: str | os.PathLike[str] | None = None,
    isolated: bool = False,
    overrides: Mapping[str, object] | None = None,
) -> Config:
    """The configuration of a run.

    Args:
        start: the file or folder from which a configuration file is looked for, upwards.
        explicit: the file to read instead.
        isolated: read no file.
        overrides: what the command line sets, by the keys of the file (``_`` may stand for ``-``); a value None is not set.

    Raises:
        ConfigError: a file cannot be read, or what it or the command line says is not allowed.
    """
    path = None if isolated else os.fspath(explicit) if explicit is not None else discover(os.fspath(start))
    if path is not None and not os.path.isfile(path):
        raise ConfigError(Text("找不到这个配置文件。", "there is no such configuration file."), path)
    general, some = load_layers(path) if path is not None else ((), ())
    given = {key.replace("_", "-"): value for key, value in (overrides or {}).items() if value is not None}
    try:
        command_line = Layer(schema.check(given))
    except schema.InvalidError as error:
        raise Layer({}).error(error.reason, *error.keys) from error
    base = os.path.dirname(os.path.abspath(path)) if path is not None else os.getcwd()
    return Config(path, base, general, some, command_line)
