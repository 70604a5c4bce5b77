"""Hypothesis strategies of names: any text, labels in many scripts, domains."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["SCRIPTS", "any_text", "brands", "domains", "labels", "words_of"]

# Letters that IDNA allows at any place of a label.
SCRIPTS = {
    "latin": "abcdefghijklmnopqrstuvwxyzéèêàçñöüßœ",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщыьэюяіј",
    "greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "devanagari": "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
    "han": "日本中文国電話商店青籃子水火山木金土人大小上下",
}
_PIECES = (
    "le", "la", "mon", "ma", "the", "my", "un", "panier", "bleu", "blue", "basket", "shop",
    "boutique", "cloud", "petite", "rnicro", "vvorld", "1", "2", "24", "deux", "zwei", "haus",
    "bénéteau", "ouest", "job", "hotel", "hotels", "pain", "du", "o", "zxq", "-",
)  # fmt: skip


def words_of(script: str) -> st.SearchStrategy[str]:
    """A label in the letters of one script."""
    return st.text(SCRIPTS[script], min_size=1, max_size=14)


@st.composite
def _pieced(draw: st.DrawFn) -> str:
    made = "".join(draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4))).strip("-")
    return made.replace("--", "-").replace("--", "-") or "panier"


_ASCII = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,8})?", fullmatch=True)
_SUFFIXES = ("com", "ca", "fr", "co.uk", "qc.ca", "de", "org", "net", "space", "quebec", "рф")

labels = st.one_of(_pieced(), _ASCII, *map(words_of, SCRIPTS))
"""A label as a person types it, in one of seven scripts or of usual words."""

domains = st.builds(lambda label, suffix: f"{label}.{suffix}", labels, st.sampled_from(_SUFFIXES))

brands = st.lists(labels, min_size=1, max_size=3).map(" ".join)

_NASTY = st.sampled_from(
    ["\u202e", "\u200b", "\u200d", "\ufe0f", "\x00", "\ud800", "\udfff", "😀", "👨‍👩‍👧", "。", "．",
     "xn--", "..", "://", "@", "[", "]", "%", ":", "/", "\\", "\t", "\n", "İ", "ſ", "ß", "½", "①",
     "\u0301", "\u1160", "\u3164", "\U0010ffff", "\ue000", "·", "’", "_", "-", "--", " ", ".com"]
)  # fmt: skip

any_text = st.one_of(
    st.text(st.characters(), max_size=80),
    st.text(st.one_of(st.integers(0, 0x10FFFF).map(chr)), max_size=60),
    st.lists(st.one_of(_NASTY, labels, st.text(max_size=3)), max_size=12).map("".join),
    st.builds(lambda c, n: c * n, st.one_of(_NASTY, st.text(max_size=2)), st.integers(1, 5000)),
    domains,
    brands,
).map(lambda text: text[:10_000])
"""Anything: surrogates, controls, bidi, NUL, emoji, up to 10,000 characters."""
