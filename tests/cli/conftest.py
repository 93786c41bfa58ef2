"""A way to run the program as a user does, without starting a process for each test."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from disclosure_lint.cli import main

CLEAN_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "PYTHONIOENCODING")


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def lint(capsys, monkeypatch, tmp_path):
    """Run ``disclosure-lint`` with these arguments in an empty folder; ``stdin`` is what it reads."""
    for name in CLEAN_LOCALE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run


FAULTY = """\
中共青岚县人民法院党组关于巡察整改进展情况的通报

根据县委统一部署，2023年3月6日至4月28日，县委第二巡察组对青岚县人民法院党组开展了常规巡察，2023年6月12日反馈了巡察意见。现将截至2023年12月15日的整改进展情况通报如下。
一、整改工作组织落实情况
党组先后召开专题会议6次，研究部署整改工作。反馈的79项问题已完成整改77项，整改完成率97.74%，其余2项预计2024年3月底前完成。
三、重点问题整改情况
（一）关于学习不深入问题
组织集中学习12次，已完成整改。
（二）关于作风不实问题
开展明察暗访4次，已完成整改。
四、下一步工作打算
持续巩固整改成果。
欢迎广大干部群众对巡察整改落实情况进行监督。联系电话：010-66123456；通信地址：青岚县文昌路66号；邮政编码：432100；电子邮箱：xcb@qinglan.example。
中共青岚县人民法院党组
2023年12月20日
"""
CLEAN = FAULTY.replace("97.74%", "97.47%").replace("三、", "二、").replace("四、", "三、")


@pytest.fixture
def faulty_text():
    """The same draft as text, for files of another format."""
    return FAULTY


@pytest.fixture
def faulty(tmp_path):
    """A draft with a wrong percentage and a number left out."""
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path.name


@pytest.fixture
def clean(tmp_path):
    """The same draft without its faults."""
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path.name
