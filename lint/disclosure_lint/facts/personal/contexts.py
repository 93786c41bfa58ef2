"""The words around a long number: whose it is, and whether it is anybody's at all."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern

_MARKS = "。！？!?；;"
_ACCOUNT_REACH = 60
_NAME_REACH = 24
_MOST_LISTED, _LONGEST_LISTED = 8, 48

_THING = Pattern(
    r"(?:(?<![A-Za-z])(?:ID|id)|代码|编码|案号|文号|单号|票号|编号|证号|批号|序号|书号|税号|识别号|流水号?|备案号|注册号|登记号|许可证|合同号|"
    r"订单|发票|凭证|条码|条形码|序列号|设备号|运单|资产|标识|机号|车架号|代号)[^，,。；;、卡户]{0,8}$"
)
"""Words before a number that belongs to a thing."""
_CODE = Pattern(
    r"(?:(?:代码|编码)[^，,。；;]{0,8}|(?:资产|设备|合同|协议|采购|招标|中标|项目|工程|订单|发票|票据|凭证|缴款书|流水|运单|批次|报告|文件|档案|案件|工单|警情)"
    r"(?:编号|号码?|单号)[为是：:\s“\"（(]{0,3})$"
)
"""Words right before a number that is a thing's, even if it happens to fit the check of an identity number (one in eleven does)."""
_LISTED = Pattern(r"[0-9０-９A-Za-z\-]{6,}(?:[（(][^（()）]{1,16}[）)])?(?:、|\s?[和及与]\s?)$")
"""A number that another follows in a list: what the first is called, the second is too."""
_ACCOUNT = Pattern(r"账号|帐号|开户|账户|帐户")
_CARD = Pattern(r"(?:卡号|银行卡|储蓄卡|借记卡|信用卡|社保卡|行卡)[^，,。；;]{0,12}$")
_IDENTITY = Pattern(r"身份(?:证|号)[^，,。；;]{0,12}$")
_AMOUNT = Pattern(r"\s*(?:[余多]?[元万亿件项个人次户份条字辆吨亩平米公％%]|号(?!码))")
_OFFICE_ACCOUNT = Pattern(
    r"廉政|退缴|缴款|缴费|缴纳|专户|专用|财政|对公|单位|公款|基本(?:存款)?[账帐]?户|国库|非税|捐赠|捐款|工会|党费|保证金"
)
_OWN_ACCOUNT = Pattern(r"个人|本人|私人|名下|其[账帐卡]|某|[×＊]|银行卡|储蓄卡|借记卡|信用卡")
_HOLDER = (
    r"(?:户名|账户名称?|收款人|收款单位)[：:\s]{0,2}[^，,；;。：:（(]{2,30}"
    r"(?:局|院|委|会|公司|集团|银行|中心|政府|学校|大学|中学|小学|厅|处|部|所|站|办公室|合作社)"
)
"""An office as the holder of an account."""
_HOLDER_AHEAD = Pattern(rf"{_HOLDER}(?:[，,；;）)\s](?:(?!户名|[退转汇支]|某)[^。]){{0,40}})?$")
_HOLDER_BEHIND = Pattern(rf"[（(，,；;、\s]{{1,3}}{_HOLDER}")
_OFFICE_LINE = Pattern(
    r"(?:联系|举报|监督|咨询|投诉|服务|公开|办公|受理|反馈|信访|报名|工作|公布|设立|开通)[^，,。；;：:]{0,6}"
    r"(?:电话|热线|手机|方式|号码)|(?:公布|公开|公示(?!期))[^。；;]{0,30}(?:电话|手机|联系方式|号码)|"
    r"(?:接待|接访|预约|求助|抢修|维修|报警|便民|客服)[^，,。；;：:]{0,3}电话|"
    r"值班|热线|来电|传真|联系人|联络人|微信同号|(?:可|请)[^，,。；;]{0,6}(?:联系|拨打|致电)"
)
_PUBLISHED = Pattern(
    r"[0-9０-９ \-－.．·]+(?:[）)]?[，,]?[^，,。；;]{0,12}(?:公布|公示(?!期)|公告|可随时|随时联系)|[，,（(]?微信同号|@)"
)
"""A number that is said to have been published, or begins a mailbox."""
_LABELLED = Pattern(r"(?:电\s*话|手\s*机|联\s*系\s*方\s*式)[^，,。；;]{0,4}[:：]?\s*$")
_CONTACT_WORDS = Pattern(r"邮\s*编|邮\s*箱|地\s*址|信\s*箱|欢迎")
_PEOPLE = (
    "当事人|信访人|举报人|反映人|检举人|控告人|来访人|投诉人|申请人|上访人|被执行人|申请执行人|原告|被告|患者|家属|家长|学生|本人|村民|居民|群众|业主|"
    "户主|农户|房主|受害人|被害人|嫌疑人"
)
_PERSON = Pattern(
    rf"(?:{_PEOPLE}|某某?|[×xX＊*]{{1,2}})(?:(?!可|请|拨|向|通过|举报|监督|投诉|咨询|服务|公[布开示]|设[立置]|开[通设]|提供|方便)[^。；;：:]){{0,20}}[（(，,：:、\s]{{0,2}}[其的]?"
    r"(?:本人|个人)?(?:联系|手机|电话|移动|邮箱|微信)"
)
"""Words before somebody's own number, with a word for the number between."""
_BESIDE_PERSON = Pattern(rf"(?:{_PEOPLE}|某某?|[×＊*]{{1,2}})[（(，,：:、\s]{{0,2}}$")
"""Somebody right before a number."""
_BETWEEN = Pattern(
    r"(?:同志|本人)?[（(，,：:、\s|]{0,3}[的其]?(?:本人|个人)?(?:联系|手机|移动)?(?:电话|手机|方式)?(?:号码?)?[为是]?[：:（(\s]{0,3}$"
)
_BEFORE_NAME = Pattern(
    r"(?:^|[，,。；;：:、（(“”\"\s|]|[长记任员师官警理监计纳手医士民众部工志生主人属户和与及对据由向])$"
)


def is_of_thing(before: str) -> bool:
    """Whether a number belongs to a thing, as the words before it say."""
    return _THING.search(before) is not None


def is_code(before: str) -> bool:
    """Whether the words right before a number say which thing it numbers."""
    return _CODE.search(before) is not None


def listed_from(text: str, start: int) -> int:
    """Where the list of numbers begins that the number at ``start`` stands in: the words before the first are about all."""
    for _ in range(_MOST_LISTED):
        match = _LISTED.search(text, max(start - _LONGEST_LISTED, 0), start)
        if match is None:
            break
        start = match.start()
    return start


def is_called_identity(before: str) -> bool:
    """Whether the words before a number call it an identity number."""
    return _IDENTITY.search(before) is not None


def is_called_card(before: str) -> bool:
    """Whether the words before a number call it that of a card."""
    return _CARD.search(before) is not None


def is_called_account(before: str) -> bool:
    """Whether an account is spoken of before a number."""
    return _ACCOUNT.search(before) is not None


def is_amount(text: str, end: int) -> bool:
    """Whether the number that ends there counts something."""
    return _AMOUNT.match(text, end) is not None


def is_office_account(text: str, start: int, end: int) -> bool:
    """Whether an account is that of an office: for fines, fees, money given back."""
    if _HOLDER_AHEAD.search(text, max(start - _ACCOUNT_REACH, 0), start) or _HOLDER_BEHIND.match(text, end):
        return True
    before = text[max(start - _ACCOUNT_REACH, _sentence(text, start)) : start]
    return bool(_OFFICE_ACCOUNT.search(before)) and not _OWN_ACCOUNT.search(before)


def is_somebodys_line(text: str, start: int) -> bool:
    """Whether a mobile number is said to be somebody's own."""
    sentence = text[_sentence(text, start) : start]
    return _PERSON.search(sentence) is not None


def is_office_line(text: str, start: int, contact: bool) -> bool:
    """Whether the sentence up to a mobile number offers it as the way to reach an office."""
    sentence = text[_sentence(text, start) : start]
    if contact or _OFFICE_LINE.search(sentence) or _PUBLISHED.match(text, start):
        return True
    return bool(_LABELLED.search(sentence) and _CONTACT_WORDS.search(text))


def is_beside_person(text: str, start: int) -> bool:
    """Whether a person stands right before a number, by name or not."""
    from disclosure_lint.facts.personal.names import name_before

    before = text[max(start - _NAME_REACH, _sentence(text, start)) : start]
    if _BESIDE_PERSON.search(before):
        return True
    between = _BETWEEN.search(before)
    return between is not None and name_before(before, between.start(), _BEFORE_NAME) is not None


def _sentence(text: str, start: int) -> int:
    """Where the sentence begins that a place stands in."""
    return max(text.rfind(mark, 0, start) + 1 for mark in _MARKS)
