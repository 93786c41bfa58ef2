"""Rules about contacts (联系方式)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.contacts import (
    contact_mislabelled,
    contact_spacing,
    invalid_email,
    invalid_phone,
    invalid_postcode,
    missing_contact,
    missing_email,
    missing_invitation,
    missing_phone,
    missing_postal_address,
    public_mail_domain,
)

RULES: tuple[Rule, ...] = (
    missing_contact.RULE,
    missing_phone.RULE,
    missing_postal_address.RULE,
    missing_email.RULE,
    invalid_phone.RULE,
    invalid_email.RULE,
    invalid_postcode.RULE,
    contact_spacing.RULE,
    public_mail_domain.RULE,
    missing_invitation.RULE,
    contact_mislabelled.RULE,
)
