"""Words to be spoken: in a video, so that it was made for this request; at the beginning of a call, by both sides."""

from collections.abc import Callable, Sequence

PAGE = """
amber anchor apple arrow autumn basket beacon berry bridge bronze butter candle canyon carpet castle cedar
cherry circle cloud coffee copper cotton cricket dancer desert dolphin dragon eagle ember engine falcon
feather forest garden ginger glacier golden granite hammer harbour hazel honey island ivory jacket jungle
kettle kitchen ladder lantern lemon linen lion maple marble meadow melon mirror mountain needle ocean olive
orange orchid otter paper pepper pillow planet pocket prairie purple rabbit ribbon river rocket saddle salmon
shadow silver spider spring summer sunset thunder tiger timber tunnel turtle valley velvet violet walnut
willow window winter yellow zebra
"""
WORDS: tuple[str, ...] = tuple(PAGE.split())
"""Short, common, hard to confuse when spoken."""

PHRASE_WORDS = 3


def phrase(choose: Callable[[Sequence[str]], str]) -> str:
    """Three words to be spoken in a video; `choose` is `secrets.choice`, or a fake."""
    return " ".join(choose(WORDS) for _ in range(PHRASE_WORDS))


def call_word(choose: Callable[[Sequence[str]], str]) -> str:
    """One word that both sides know before a call."""
    return choose(WORDS)
