"""How to reach the office: phone numbers, mailboxes, addresses, and the invitation to use them."""
