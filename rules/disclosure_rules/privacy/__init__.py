"""Rules about personal data (个人信息) and secrecy marks (密级标志)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.privacy import (
    anonymisation_broken,
    bank_card,
    home_address,
    identity_number,
    informant,
    personal_mobile,
    secrecy_mark,
)

RULES: tuple[Rule, ...] = (
    identity_number.RULE,
    bank_card.RULE,
    personal_mobile.RULE,
    home_address.RULE,
    informant.RULE,
    anonymisation_broken.RULE,
    secrecy_mark.RULE,
)
