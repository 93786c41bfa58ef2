"""Faults in time limits and in who is responsible."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, cut, edited, replaced
from text import DATE, ascii_digits, dates, is_plan, lines, pick, runs, signing_day

_STOP = "[^。；\n]"
_UNTIL = rf"(?:{DATE}|[0-9０-９]{{4}}年[0-9０-９]{{1,2}}月|[0-9０-９]{{4}}年)(?:[底末])?(?:之?前)?"
_TIME = re.compile(
    r"[0-9０-９]年|[0-9０-９]月|每[年月周季半学日两天]|年底|月底|季度|年度|工作日|定期|[0-9]小时内|年均|次年|长期|年内|[周月季]报|周调度|直至"
)
_LIMIT = re.compile(r"[；;，,。]?(?:完成|整改|办理)?时限[：:][^；;。\n]*")


def _wide_limit(text: str) -> bool:
    """Whether the plan sets one time limit for everything, outside its measures."""
    rows = [
        line.text
        for line in lines(text)
        if not re.search("责任|牵头|整改措施[：:]", line.text) and not re.search("[|\t]", line.text)
    ]
    wide = re.compile(
        rf"{_UNTIL}[，,]?{_STOP}{{0,22}}(?:全部|全面|集中整改|整改到位)|各项措施均应于|有明确.{{0,4}}以外"
        rf"|(?:问题|任务|措施){_STOP}{{0,12}}{_UNTIL}{_STOP}{{0,8}}完成"
    )
    return any(wide.search(row) for row in rows)


def _limits(text: str) -> list[tuple[int, int]]:
    """Limits of measures of a plan that have no other word of time in their line."""
    if not is_plan(text) or _wide_limit(text):
        return []
    found = []
    for line in lines(text):
        match = _LIMIT.search(line.text)
        if match and match.start() > 0 and not _TIME.search(line.text.replace(match[0], "")):
            found.append((line.start + match.start(), line.start + match.end()))
    return found


def limit_cut(text: str, random: Random) -> Planted | None:
    """A measure has lost its 完成时限."""
    at = pick(random, _limits(text))
    return None if at is None else cut(text, *at, near=0)


_INLINE = re.compile(
    r"(?P<lead>[，,](?:确保)?|(?<=[。）]))(?:于|自)?(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底)?之?前"
    r"(?P<verb>(?:完成|公布施行|印发|办结|全部交付)(?=[。；]))?"
)


def date_in_measure_cut(text: str, random: Random) -> Planted | None:
    """The only date in the words of a measure was taken out."""
    if not is_plan(text) or _wide_limit(text):
        return None
    choices = []
    for line in lines(text):
        if not re.match(
            r"[ \u3000]*(?:[0-9０-９]{1,2}[.．]|（[0-9]{1,2}）|[一二三四五六]是).*(?:责任|牵头)", line.text
        ):
            continue
        choices += [
            (line.start + match.start(), line.start + match.end())
            for match in _INLINE.finditer(line.text)
            if (match["lead"] == "" or match["verb"]) and not _TIME.search(line.text.replace(match[0], ""))
        ]
    at = pick(random, choices)
    return None if at is None else cut(text, *at, near=0)


def limit_line_cut(text: str, random: Random) -> Planted | None:
    """A measure whose limit stands on a line of its own has lost that line."""
    if not is_plan(text) or _wide_limit(text):
        return None
    found = []
    rows = lines(text)
    for index, line in enumerate(rows):
        before = next((row for row in reversed(rows[:index]) if row.text.startswith("整改措施")), None)
        if re.match(r"(?:完成|整改)时限[：:]", line.text) and before and not _TIME.search(before.text):
            found.append((line, before))
    chosen = pick(random, found)
    if chosen is None:
        return None
    line, before = chosen
    return edited(
        text, [Edit(line.start, line.end + 1, "")], f"cut “{line.text}”", also=[(before.start, before.end)], near=6
    )


def _cells(text: str, head: str) -> list[tuple[int, int, str]]:
    """The cells of the columns whose head matches, each with its row."""
    found: list[tuple[int, int, str]] = []
    columns: list[int] = []
    for line in lines(text):
        mark = "|" if "|" in line.text else "\t"
        cells = line.text.split(mark)
        if len(cells) < 4:
            columns = []
        elif not columns and any(re.search(head, cell) for cell in cells):  # a later row may name 领导小组
            columns = [index for index, cell in enumerate(cells) if re.search(head, cell)]
        elif columns and not re.fullmatch(r"[\s|:\-]*", line.text):
            for index in columns:
                start = line.start + sum(len(cell) + 1 for cell in cells[:index])
                inner = cells[index]
                lead = len(inner) - len(inner.lstrip(" "))
                found.append((start + lead, start + lead + len(inner.strip(" ")), line.text))
    return found


def limit_cell_emptied(text: str, random: Random) -> Planted | None:
    """A cell of the column of time limits is empty."""
    if not is_plan(text) or _wide_limit(text):
        return None
    cells = [
        (start, end) for start, end, row in _cells(text, "时限") if not _TIME.search(row.replace(text[start:end], ""))
    ]
    at = pick(random, cells)
    return None if at is None else cut(text, *at, near=0)


def limit_made_a_status(text: str, random: Random) -> Planted | None:
    """A status stands where the date stood.

    限时完成 promises a limit and names none. 立行立改 is how many offices sort what they do at once, in this very column: an editor with
    the draft alone cannot say that it is wrong.
    """
    if not is_plan(text) or _wide_limit(text):
        return None
    choices = [
        (start, end) for start, end, row in _cells(text, "时限") if not _TIME.search(row.replace(text[start:end], ""))
    ]
    for start, end in _limits(text):
        colon = re.search("[：:]", text[start:end])
        assert colon is not None
        choices.append((start + colon.end(), end))
    at = pick(random, choices)
    if at is None:
        return None
    status = random.choice(("立行立改", "限时完成"))
    return replaced(text, *at, status, checkable=status != "立行立改")


_REMAINDER = re.compile(
    rf"(?:剩余|其余|余下|未完成|未化解|另外?|尚有|余)(?:的)?{_STOP}{{0,3}}?(?P<number>[0-9０-９]{{1,5}}[个项条件户处笔人名宗家套]){_STOP}{{0,28}}?"
    rf"(?P<limit>[，,]?(?:将?均?|计划|预计|拟|最迟|限定|承诺|纳入清收计划[，,])?(?:于|在|待)?{_UNTIL}(?:前)?)(?P<verb>[^，,。；\n]{{0,14}})(?=[。；,，])"
)


_TASKS = re.compile(rf"(?:措施|任务){_STOP}{{0,24}}$")
_AHEAD = re.compile("将|拟|计划|预计|最迟|限定|承诺")


def _open_counts(text: str) -> list[re.Match[str]]:
    """Counted remainders with a date of their own that the draft mentions nowhere else.

    Problems and measures are left out (55条措施完成53条，其余2条将于…): the draft gives their date again in its outlook, or the date of
    the problems they belong to. So is the first of two dates (预计分别于6月底、9月底完成): without it the sentence falls apart.
    """
    if is_plan(text):
        return []
    return [
        match
        for match in _REMAINDER.finditer(text)
        if len(re.findall(rf"(?<![0-9０-９]){match['number']}", text)) == 1
        and not re.search("问题|措施|任务", text[match.start() : match.end("number") + 3])
        and not _TASKS.search(text[max(match.start() - 60, 0) : match.start()])
        and not match["verb"].startswith("、")
    ]


def _comma(match: re.Match[str]) -> str:
    """The comma before a time limit: it stays when the limit goes."""
    return match["limit"][:1] if match["limit"][0] in "，," else ""


def remainder_date_cut(text: str, random: Random) -> Planted | None:
    """What is left is to be done, but it is no longer said by when."""
    match = pick(random, _open_counts(text))
    if match is None:
        return None
    start, end = match.start("limit") + len(_comma(match)), match.end("verb")
    return replaced(text, start, end, random.choice(("正在推进", "正在抓紧办理", "将继续推进", "仍在办理中")))


def remainder_date_dropped(text: str, random: Random) -> Planted | None:
    """Only the date fell out: 其余2名将交流.

    Where no word before the date looks ahead (已完成招标，12月底前完工), what is left says that the work is done: no fault to be seen.
    """
    choices = []
    for match in _open_counts(text):
        date_at = re.search(rf"(?:于)?{_UNTIL}前?", match["limit"])
        if date_at and match["verb"] and _AHEAD.search(match["limit"][: date_at.start()]):
            choices.append((match.start("limit") + date_at.start(), match.start("limit") + date_at.end()))
    at = pick(random, choices)
    return None if at is None else cut(text, *at, near=0)


def promise_added(text: str, random: Random) -> Planted | None:
    """A promise without a time limit at the end of an item; a date in the sentence before might be meant for it as well."""
    if is_plan(text):
        return None
    top = next((group for group in runs(text, 3) if group[0].style in {"N、", "第N部分", "第N章"}), None)
    if top is None:
        return None
    choices = [
        line
        for line in lines(text)
        if re.search(r"^[ \u3000]*(?:[0-9０-９]{1,2}[.．、]|（[0-9]）|整改情况|[一二三]是).*。$", line.text)
        and len(line.text) > 40
        and not re.search(f"{_UNTIL}[^。]*。$", line.text)
        and top[1].line.end < line.start < top[-1].line.start
    ]
    line = pick(random, choices)
    if line is None:
        return None
    promise = random.choice(
        ("后期将提请会议研究解决。", "拟报上级批准后实施。", "争取彻底解决遗留问题。", "相关手续正在协调办理。")
    )
    return edited(text, [Edit(line.end, line.end, promise)], f"added “{promise}”", also=[(line.start, line.end)])


def vague_for_date(text: str, random: Random) -> Planted | None:
    """尽快 where the date of a remainder stood."""
    choices = [
        (match.start("limit") + len(_comma(match)), match.end("limit")) for match in _open_counts(text) if match["verb"]
    ]
    at = pick(random, choices)
    return None if at is None else replaced(text, *at, random.choice(("将尽快", "将适时", "近期")))


def vague_in_plan(text: str, random: Random) -> Planted | None:
    """尽快 where the time limit of a measure stood."""
    if not is_plan(text):
        return None
    choices = [
        (start, end) for start, end, row in _cells(text, "时限") if not _TIME.search(row.replace(text[start:end], ""))
    ]
    for start, end in _limits(text):
        colon = re.search("[：:]", text[start:end])
        assert colon is not None
        choices.append((start + colon.end(), end))
    at = pick(random, choices)
    return None if at is None else replaced(text, *at, random.choice(("尽快完成", "近期完成", "适时推进")))


_OWNER = re.compile(r"(?:牵头|责任|整改)(?:校?领导|部门|单位|科室|股室|人)[：:][^；;。\n]*[；;。]?")


def owner_cut(text: str, random: Random) -> Planted | None:
    """A measure has lost all who are responsible for it."""
    if not is_plan(text):
        return None
    choices = []
    for line in lines(text):
        found = list(_OWNER.finditer(line.text))
        if found and found[0].start() > 8:
            choices.append([(line.start + match.start(), line.start + match.end()) for match in found])
    chosen = pick(random, choices)
    if chosen is None:
        return None
    return edited(text, [Edit(start, end, "") for start, end in chosen], "cut “责任领导…；责任部门…”")


def owner_lines_cut(text: str, random: Random) -> Planted | None:
    """A measure whose owners stand on lines of their own has lost those lines."""
    if not is_plan(text):
        return None
    rows = lines(text)
    choices = []
    for index, line in enumerate(rows):
        if not re.match(r"(?:牵头|责任)(?:校?领导)[：:]", line.text):
            continue
        block = [line]
        while index + len(block) < len(rows) and re.match(r"责任[^：:]{1,4}[：:]", rows[index + len(block)].text):
            block.append(rows[index + len(block)])
        block_text = text[line.start : block[-1].end]
        if "\n" not in block_text and "；" not in block_text:
            continue
        choices.append(block)
    block_chosen = pick(random, choices)
    if block_chosen is None:
        return None
    start, end = block_chosen[0].start, block_chosen[-1].end + 1
    return cut(text, start, end, near=6)


def owner_cells_emptied(text: str, random: Random) -> Planted | None:
    """The cells for leader and department of one row are empty."""
    if not is_plan(text):
        return None
    rows: dict[str, list[tuple[int, int]]] = {}
    for start, end, row in _cells(text, "领导|科室|部门|责任"):
        rows.setdefault(row, []).append((start, end))
    chosen = pick(random, list(rows.values()))
    if chosen is None:
        return None
    return edited(text, [Edit(start, end, "") for start, end in chosen], "emptied the cells of leader and department")


_OPEN = re.compile("[将拟]|计划|预计|力争|争取|剩余|其余|余下|另外?[0-9０-９]|未|尚|正在")
_OUTLOOK = re.compile("下一步|下步|今后|打算|安排")


def _looks_ahead(text: str, start: int) -> bool:
    """Whether what a date is set for is still to be done by the words around it.

    Without such words (环城路于2022年12月31日前建成通车) a date that has passed reads as the day by which it was done: the draft alone
    cannot show that it was not.
    """
    if is_plan(text):
        return True
    sentence = text[max(text.rfind("。", 0, start), text.rfind("\n\n", 0, start)) + 1 : start]
    top = next((group for group in runs(text, 3) if group[0].style in {"N、", "第N部分", "第N章"}), ())
    part = next((heading for heading in reversed(top) if heading.line.start < start), None)
    return bool(_OPEN.search(sentence) or (part and _OUTLOOK.search(part.line.text)))


def deadline_a_year_early(text: str, random: Random) -> Planted | None:
    """The year of a time limit for open work was left as it was in last year's draft."""
    signed = signing_day(text)
    choices = []
    for found in dates(text):
        after = text[found.end : found.end + 12]
        if signed and found.day > signed and found.day.year - 1 <= signed.year and re.match("之?前|底前", after):
            new = found.day.year - 1
            if (new, found.day.month, found.day.day) < (signed.year, signed.month, signed.day):
                choices.append((found, new))
    chosen = pick(random, choices)
    if chosen is None:
        return None
    found, year = chosen
    model = text[found.start : found.start + 4]
    new_year = (
        str(year)
        if ascii_digits(model) == model
        else str(year).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    )
    return replaced(text, found.start, found.start + 4, new_year, checkable=_looks_ahead(text, found.start))


def deadline_before_signing(text: str, random: Random) -> Planted | None:
    """A time limit for open work has passed by the day of signing: month and day are those of an older version."""
    signed = signing_day(text)
    if signed is None:
        return None
    choices = [
        found
        for found in dates(text)
        if found.day > signed
        and found.day.year in {signed.year, signed.year + 1}
        and re.match("之?前", text[found.end : found.end + 3])
    ]
    found = pick(random, choices)
    if found is None or signed.month < 3:
        return None
    month = random.randrange(1, signed.month)
    day = f"{signed.year}年{month}月{random.randint(1, 28)}日"
    return replaced(text, found.start, found.end, day, checkable=_looks_ahead(text, found.start))


_ANY = ("DDL001", "DDL002", "DDL003", "DDL005")

OPERATORS = (
    Operator("DDL001", limit_cut),
    Operator("DDL001", date_in_measure_cut),
    Operator("DDL001", limit_line_cut),
    Operator("DDL001", limit_cell_emptied),
    Operator("DDL001", limit_made_a_status, ("DDL003",)),
    Operator("DDL002", remainder_date_cut, ("DDL003",)),
    Operator("DDL002", remainder_date_dropped, ("DDL003",)),
    Operator("DDL002", promise_added, ("DDL003",)),
    Operator("DDL003", vague_for_date, ("DDL002",)),
    Operator("DDL003", vague_in_plan, ("DDL001",)),
    Operator("DDL004", owner_cut),
    Operator("DDL004", owner_lines_cut),
    Operator("DDL004", owner_cells_emptied),
    Operator("DDL005", deadline_a_year_early, (*_ANY, "DAT001", "DAT002")),  # 29 February of the year before
    Operator("DDL005", deadline_before_signing, (*_ANY, "DAT002")),
)
