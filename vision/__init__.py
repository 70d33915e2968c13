"""Looks at pictures: bytes in, facts out. Knows neither Telegram nor the database."""
