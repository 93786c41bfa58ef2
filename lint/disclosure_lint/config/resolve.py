"""From layers to the settings of a run and of each file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from disclosure_lint import registry
from disclosure_lint.config import schema
from disclosure_lint.config.files import SUPPRESSIONS, discover, load_layers, upwards
from disclosure_lint.config.layers import Layer, Origin
from disclosure_lint.config.rules import activated, selection
from disclosure_lint.config.values import Settings
from disclosure_lint.errors import ConfigError, PackError
from disclosure_lint.invalid import InvalidError
from disclosure_lint.rule import Rule, Severity, Text
from disclosure_lint.settings import Active, FileSettings

if TYPE_CHECKING:
    from disclosure_lint.config.custom import Written
    from disclosure_lint.sidecar import Sidecar


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
        return self._settings(())

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

    @property
    def custom(self) -> tuple[Written, ...]:
        """The rules that the files write themselves, those of the file that is extended first.

        Raises:
            ConfigError: two of them have the same name.
        """
        if not any("rules" in layer.values for layer in self.general):
            return ()
        if "rules" not in self._known:
            from disclosure_lint.config.custom import written  # few configurations have any

            self._known["rules"] = written(self.general)
        found: tuple[Written, ...] = self._known["rules"]
        return found

    def rules(self) -> tuple[Rule, ...]:
        """The rules of the packs, and behind them those that the files write themselves.

        Raises:
            ConfigError: a pack cannot be loaded, or a rule is called like another.
            DuplicateRuleError: two rules of packs share a code or a name.
        """
        rules = self._of_packs()
        if not self.custom:
            return rules
        from disclosure_lint.config.custom import demand_own_names

        demand_own_names(self.custom, rules)
        return (*rules, *(each.rule for each in self.custom))

    def _of_packs(self) -> tuple[Rule, ...]:
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
            selection(rules, (layer,))
            for rule in rules if layer.values.keys() & {"severity", "options"} else ():
                activated(rule, (layer,), rules)

    def for_file(self, path: str, rules: Sequence[Rule]) -> FileSettings:
        """How a file is to be checked.

        Raises:
            ConfigError: a rule or option that is named does not exist.
        """
        matching = self._matching(path)
        if ("checked", id(rules)) not in self._known:
            self.check(rules)
            self._known["checked", id(rules)] = rules  # keeps the id from being used again
        key = (id(rules), matching)
        if key not in self._known:
            layers = self._layers(matching)
            on = selection(rules, layers)
            self._known[key] = tuple(activated(rule, layers, rules) for rule in rules if rule.code in on)
        active: tuple[Active, ...] = self._known[key]
        values = self._settings(matching).values
        genre = None if values["genre"] == schema.AUTO else values["genre"]
        return FileSettings(active, tuple(rules), genre, values["stage"], self._sidecar(path), self.today)

    def companions(self, path: str) -> tuple[str, ...]:
        """The other files of the sets that a file belongs to, as absolute paths.

        Raises:
            ConfigError: a set names a file that does not exist.
        """
        if not any("sets" in layer.values for layer in self.general):
            return ()
        if "sets" not in self._known:
            from disclosure_lint.config.sets import files_of_sets  # few configurations have any

            self._known["sets"] = files_of_sets(self.general)
        own = os.path.normcase(os.path.abspath(path))
        found: dict[str, None] = {}
        for files in self._known["sets"]:
            names = {os.path.normcase(file): file for file in files}
            if names.pop(own, None) is not None:
                found.update(dict.fromkeys(names.values()))
        return tuple(found)

    def settings_for(self, path: str) -> Settings:
        """The values that hold for one file."""
        return self._settings(self._matching(path))

    def _settings(self, matching: tuple[int, ...]) -> Settings:
        if ("settings", matching) not in self._known:
            self._known["settings", matching] = Settings.of(self._layers(matching))
        settings: Settings = self._known["settings", matching]
        return settings

    def _matching(self, path: str) -> tuple[int, ...]:
        """Which of the ``[[per-file]]`` tables hold for a file."""
        return tuple(n for n, layer in enumerate(self.some) if matches(layer.files, self.relative(path)))

    def _layers(self, matching: tuple[int, ...]) -> tuple[Layer, ...]:
        return (*self.general, *(self.some[number] for number in matching), self.command_line)

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
    except InvalidError as error:
        raise Layer({}).error(error.reason, *error.keys) from error
    base = os.path.dirname(os.path.abspath(path)) if path is not None else os.getcwd()
    return Config(path, base, general, some, command_line)
