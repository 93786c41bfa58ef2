"""The page on the JSON says what is true."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")


def schema(name):
    return json.loads(files("disclosure_lint").joinpath(f"schemas/{name}.schema.json").read_text(encoding="utf-8"))


def test_the_example_holds_to_the_schema():
    (example,) = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    jsonschema.validate(json.loads(example), schema("check"))


def test_every_key_is_named():
    for name, parts in (
        ("check", ("file", "diagnostic", "fix")),
        ("figures", ("figure", "check")),
        ("outline", ("node",)),
    ):
        definitions = schema(name)["$defs"]
        for part in parts:
            missing = [
                key for key in definitions[part]["properties"] if f'"{key}"' not in PAGE and f"`{key}`" not in PAGE
            ]
            assert not missing, (name, part, missing)


def test_schemas_are_json_schemas():
    for name in ("check", "figures", "outline"):
        jsonschema.Draft202012Validator.check_schema(schema(name))
