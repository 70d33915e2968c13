"""The seed case: what the stories of all rooms answer, where they do not say otherwise."""

from collections.abc import Mapping

SEED_CASE: Mapping[str, str] = {
    "username": "marta.k@example.com",
    "phone": "+44 7400 123456",
    "phone_access": "Yes, I can use it",
    "full_name": "Marta Kowalska",
    "birth_date": "22 March 1985",
    "transactions": "22 March 2019, 2.00456 BTC, deposit",
    "verified": "Yes, I did",
    "address": "24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom",
    "card_verified": "Yes, I did",
    "banks": "Barclays Bank, Bank of England",
    "doc_type": "International passport",
    "doc_country": "Portugal",
    "expiry_date": "22 March 2031",
    "issue_date": "22 March 2021",
}
"""The examples of the help article, and answers in their manner; every one is typed."""
