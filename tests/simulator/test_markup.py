"""Telegram's HTML, read here without a process. Sources: tdlib's parser unless a docstring says otherwise."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.entities import slice_utf16, trim, utf16_length
from simulator.errors import ApiError
from simulator.markup import parse_html
from simulator.rendering import as_html

STYLED = [
    ("<b>x</b>", "bold"),
    ("<strong>x</strong>", "bold"),
    ("<i>x</i>", "italic"),
    ("<em>x</em>", "italic"),
    ("<u>x</u>", "underline"),
    ("<ins>x</ins>", "underline"),
    ("<s>x</s>", "strikethrough"),
    ("<strike>x</strike>", "strikethrough"),
    ("<del>x</del>", "strikethrough"),
    ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
    ('<span class="tg-spoiler">x</span>', "spoiler"),
    ("<code>x</code>", "code"),
    ("<pre>x</pre>", "pre"),
    ("<blockquote>x</blockquote>", "blockquote"),
    ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
    ("<B>x</B>", "bold"),
    ("<b>x</>", "bold"),
]

REFUSED = [
    ("<x>y</x>", 'Unsupported start tag "x" at byte offset 0'),
    ("й<br>", 'Unsupported start tag "br" at byte offset 2'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("a <b", "Unclosed start tag at byte offset 2"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
]

# The page and its source text: nothing outside the entities may become a tag.
WRITTEN = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)


@pytest.mark.parametrize(("source", "kind"), STYLED)
def test_a_tag_becomes_an_entity(source, kind):
    """Documented: the list of tags."""
    assert parse_html(source) == ("x", [{"type": kind, "offset": 0, "length": 1}])


@pytest.mark.parametrize(("source", "words"), REFUSED)
def test_wrong_html_is_refused_in_telegrams_words(source, words):
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: can't parse entities: {words}")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a & b > c", "a & b > c"),
        ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "'),
        ("&#65;&#x42;&copy;", "AB&copy;"),
        ("&lt", "<"),
    ],
)
def test_only_four_named_references_and_numbers_are_decoded(source, text):
    assert parse_html(source)[0] == text


def test_offsets_count_utf16_units():
    """Documented."""
    text, entities = parse_html("😀<b>é😀</b>!")
    assert text == "😀é😀!"
    assert entities == [{"type": "bold", "offset": 2, "length": 3}]


def test_tags_nest_outer_first():
    _, entities = parse_html("<b>a<i>b</i></b>")
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("bold", 0, 2),
        ("italic", 1, 1),
    ]


def test_nothing_nests_inside_code():
    _, entities = parse_html("<code>a<b>b</b></code>")
    assert [entity["type"] for entity in entities] == ["code"]


@pytest.mark.parametrize(
    "source",
    ['<pre><code class="language-python">x</code></pre>', '<code class="language-python"><pre>x</pre></code>'],
)
def test_code_in_pre_names_its_language(source):
    assert parse_html(source)[1] == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


def test_a_time_is_an_entity_with_its_moment():
    """Documented since Bot API 9.5; the refusal of a bad format is assumed."""
    _, entities = parse_html('<tg-time unix="1795442400" format="wDt">Monday</tg-time>')
    expected = {"type": "date_time", "offset": 0, "length": 6, "unix_time": 1795442400, "date_time_format": "wDt"}
    assert entities == [expected]
    with pytest.raises(ApiError):
        parse_html('<tg-time unix="1795442400" format="zz">Monday</tg-time>')


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ('<a href="https://example.com">x</a>', {"type": "text_link", "url": "https://example.com/"}),
        ('<a href="example.com/a?b=1&amp;c=2">x</a>', {"type": "text_link", "url": "http://example.com/a?b=1&c=2"}),
        ('<a href="tg://user?id=1001">x</a>', {"type": "text_mention", "user_id": 1001}),
    ],
)
def test_links(source, entity):
    assert parse_html(source)[1] == [{"offset": 0, "length": 1} | entity]


def test_a_link_to_nowhere_is_plain_text():
    assert parse_html('<a href="javascript:alert(1)">x</a>') == ("x", [])


def test_an_empty_tag_leaves_nothing():
    assert parse_html("<b></b>x") == ("x", [])


def test_white_space_around_a_text_goes_and_entities_move():
    text, entities = trim(*parse_html("  <b> a </b> "))
    assert (text, entities) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


@given(WRITTEN)
def test_an_escaped_text_comes_back_as_it_was(text):
    assert parse_html(html.escape(text)) == (text, [])


@given(WRITTEN, WRITTEN, WRITTEN)
def test_an_entity_covers_what_its_tag_covered(before, inside, after):
    source = f"{html.escape(before)}<b>{html.escape(inside)}</b>{html.escape(after)}"
    text, entities = parse_html(source)
    covered = [slice_utf16(text, entity["offset"], entity["length"]) for entity in entities]
    assert covered == ([inside] if inside else [])
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(WRITTEN, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), max_size=5))
def test_rendered_html_says_the_same_and_stays_safe(text, places):
    """Whatever entities cross each other, the page shows the text, and only our tags."""
    end = utf16_length(text)
    entities = [
        {"type": "bold", "offset": offset, "length": min(length, end - offset)}
        for offset, length in places
        if offset < end
    ]
    shown = as_html(text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))
    without_tags = shown.replace("<b>", "").replace("</b>", "")
    if all(character <= "\uffff" for character in text):
        assert html.unescape(without_tags) == html.unescape(html.escape(text))
    assert "<" not in without_tags


def test_rendering_keeps_the_marks_a_page_needs():
    source = (
        '<blockquote expandable>a</blockquote><tg-time unix="5" format="r">b</tg-time>'
        '<a href="https://example.com/?x=1&amp;y=2">c</a><tg-spoiler>&lt;i&gt;</tg-spoiler>'
    )
    assert as_html(*parse_html(source)) == (
        '<blockquote class="expandable">a</blockquote><time data-unix="5" data-format="r">b</time>'
        '<a href="https://example.com/?x=1&amp;y=2" target="_blank" rel="noreferrer noopener">c</a>'
        '<span class="tg-spoiler">&lt;i&gt;</span>'
    )
