"""What parse makes of a text: the table of the interface, and any text at all."""

from __future__ import annotations

import pickle
import time

import names_made
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confusables import ConfusablesError, InvalidName, parse
from confusables.errors import InvalidName as InvalidNameOfErrors
from confusables.labels import to_ascii, to_unicode
from confusables.model import Name
from confusables.names import (
    addresses,
    brand,
    from_labels,
    registrable,
    shown,
    split_suffix,
    written_out,
)

SECOND = 1.0  # of the processor: those of others on the machine do not count


@pytest.mark.parametrize(
    ("text", "label", "suffix", "subdomain"),
    [
        ("lepanierbleu.ca", "lepanierbleu", "ca", ""),
        ("HTTPS://www.LePanierBleu.CA/x?y#z", "lepanierbleu", "ca", ""),
        ("lepanierbleu.ca.", "lepanierbleu", "ca", ""),
        ("  lepanierbleu.ca\n", "lepanierbleu", "ca", ""),
        ("shop.lepanierbleu.co.uk", "lepanierbleu", "co.uk", "shop"),
        ("www.shop.lepanierbleu.co.uk", "lepanierbleu", "co.uk", "shop"),
        ("wwwshop.example.com", "example", "com", "wwwshop"),
        ("foo.github.io", "foo", "github.io", ""),
        ("bar.foo.github.io", "foo", "github.io", "bar"),
        ("github.io", "github", "io", ""),
        ("foo.qc.ca", "foo", "qc.ca", ""),
        ("foo.gouv.fr", "foo", "gouv.fr", ""),
        ("foo.gouv.qc.ca", "foo", "gouv.qc.ca", ""),
        ("www.foo.gouv.qc.ca", "foo", "gouv.qc.ca", ""),
        ("bar.foo.gov.hu", "foo", "gov.hu", "bar"),
        ("gouv.qc.ca", "gouv", "qc.ca", ""),
        ("foo.gov.github.io", "gov", "github.io", "foo"),
        ("foo.gov.co.uk", "gov", "co.uk", "foo"),
        ("foo.gov.eu", "gov", "eu", "foo"),
        ("www.gouv.qc.ca", "gouv", "qc.ca", ""),
        ("foo.gov.com", "gov", "com", "foo"),
        ("Booking.com", "booking", "com", ""),
        ("www.com", "www", "com", ""),
        ("x.com", "x", "com", ""),
        ("foo.com:8080/path", "foo", "com", ""),
        ("//foo.com/path", "foo", "com", ""),
        ("ftp://foo.com", "foo", "com", ""),
        ("foo.com/a..b", "foo", "com", ""),
        ("https://foo.com/?q=a@b..c", "foo", "com", ""),
        ("a%62c.com", "abc", "com", ""),
        ("_dmarc.foo.com", "foo", "com", "_dmarc"),
        ("ab--cd.com", "ab--cd", "com", ""),
        ("ＬＥＰＡＮＩＥＲ．ＣＯＭ", "lepanier", "com", ""),
        ("lepanier。com", "lepanier", "com", ""),
    ],
)
def test_domains_and_urls(text: str, label: str, suffix: str, subdomain: str) -> None:
    name = parse(text)
    assert (name.label, name.suffix, name.subdomain) == (label, suffix, subdomain)
    assert name.listed
    assert name.ascii == f"{label}.{suffix}"
    assert name.input == text
    assert name.written == ()


@pytest.mark.parametrize(
    ("text", "label", "written"),
    [
        ("Le Panier bleu", "lepanierbleu", ("le", "panier", "bleu")),
        ("St. Hubert", "sthubert", ("st", "hubert")),
        ("A.P.C.", "apc", ("apc",)),
        ("J.P. Morgan", "jpmorgan", ("jp", "morgan")),
        ("H&M", "hm", ("h", "m")),
        ("Toys “R” Us", "toysrus", ("toys", "r", "us")),
        ("Studio.54", "studio54", ("studio", "54")),
        ("Yahoo!", "yahoo", ("yahoo",)),
        ("Le Panier bleu®", "lepanierbleu", ("le", "panier", "bleu")),
        ("Amazon.com, Inc.", "amazoncominc", ("amazon", "com", "inc")),
        ("panier-bleu", "panierbleu", ("panier", "bleu")),
    ],
)
def test_brands(text: str, label: str, written: tuple[str, ...]) -> None:
    name = parse(text)
    assert (name.label, name.suffix, name.written) == (label, None, written)
    assert name.ascii == label


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("foo.com", ""),
        ("https://foo.com/", ""),
        ("https://foo.com/a/b/", "/a/b"),
        ("foo.com:8080/a", ":8080/a"),
        ("https://foo.com?q=1#z", "?q=1#z"),
        ("Foo/Bar", ""),
    ],
)
def test_what_stands_behind_the_host_is_kept_and_no_part_of_the_name(text: str, path: str) -> None:
    name = parse(text)
    assert name.path == path
    if name.suffix:
        assert name == parse("foo.com")


def test_a_registry_knows_nothing_below_a_government_that_the_list_lacks() -> None:
    assert registrable("bar.foo.gouv.qc.ca") == ("foo.gouv.qc.ca", True)
    assert registrable("gouv.qc.ca") == ("gouv.qc.ca", False)
    assert registrable("foo.gouv.fr") == ("foo.gouv.fr", False)
    assert registrable("foo.exemple.test") == ("exemple.test", False)
    assert registrable("github.io") == ("github.io", False)


def test_a_brand_with_accents_keeps_them_in_its_label() -> None:
    name = parse("L'Oréal")
    assert (name.unicode, name.suffix, name.written) == ("loréal", None, ("l", "oreal"))
    assert name.label == "xn--loral-dsa"
    assert parse("Bénéteau").unicode == "bénéteau"


@pytest.mark.parametrize("text", ["हिन्दी", "ไทยแลนด์", "עִבְרִית", "தமிழ்", "👨‍👩‍👧", "👍🏽"])
def test_a_brand_is_the_label_of_its_domain(text: str) -> None:
    assert parse(text).label == parse(f"{text}.com").label


def test_variation_selectors_tell_nothing_apart() -> None:
    assert parse("☃\ufe0f.net").label == parse("☃.net").label == parse("☃\ufe0f").label


def test_a_suffix_on_no_list_is_accepted_and_told() -> None:
    name = parse("exemple.test")
    assert (name.label, name.suffix, name.listed) == ("exemple", "test", False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bénéteau.com", "xn--bnteau-bvab.com"),
        ("BÉNÉTEAU.com", "xn--bnteau-bvab.com"),
        ("be\u0301ne\u0301teau.com", "XN--BNTEAU-BVAB.com"),
        ("日本.jp", "xn--wgv71a.jp"),
        ("gоogle.com", "xn--gogle-jye.com"),
        ("straße.de", "xn--strae-oqa.de"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("😀.ws", "xn--e28h.ws"),
        ("bénéteau", "xn--bnteau-bvab"),
    ],
)
def test_unicode_and_punycode_are_one_name(one: str, other: str) -> None:
    assert parse(one) == parse(other)
    assert hash(parse(one)) == hash(parse(other))


def test_emoji_are_told_apart_by_code_point() -> None:
    assert parse("😀.com").label != parse("😁.com").label
    assert parse("😀").unicode == "😀"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("\t\n", "empty"),
        (".", "dots alone"),
        ("...", "dots alone"),
        (". .", "dots alone"),
        ("a..fr", "empty label"),
        (".a.fr", "empty label"),
        ("bad name..", "empty label"),
        ("a" * 64, "longer than 63"),
        ("a" * 64 + ".com", "longer than 63"),
        ("é" * 60 + ".com", "longer than 63"),
        (".".join(["a" * 60] * 5) + ".com", "longer than 253"),
        ("a" * 10_001, "longer than 10,000"),
        ("192.0.2.1", "IP address"),
        ("http://192.0.2.1/", "IP address"),
        ("192.0.2.1:80", "IP address"),
        ("１９２.0.2.1", "IP address"),
        ("::1", "IP address"),
        ("[::1]", "IP address"),
        ("[2001:db8::1]:80", "IP address"),
        ("http://[2001:db8::1]/", "IP address"),
        ("user:pw@host", "user"),
        ("user@example.com", "user"),
        ("https://user:pw@example.com/", "user"),
        ("co.uk", "ending alone"),
        ("qc.ca", "ending alone"),
        ("http://", "without a host"),
        ("https:///path", "without a host"),
        ("foo.com:http", "port"),
        ("-foo.com", "hyphen"),
        ("foo-.com", "hyphen"),
        ("foo_bar.com", "may not stand in a domain"),
        ("h&m.com", "may not stand in a domain"),
        ("xn--.com", "punycode"),
        ("xn--zzzzzzzz.com", "punycode"),
        ("xn--abc-.com", "punycode"),
        ("xn--a😀.com", "punycode"),
        ("xn--é.com", "punycode"),
        ("xn--xn---epa.com", "punycode"),
        ("a.xn--a😀", "punycode"),
        ("\ud800.com", "surrogate"),
        ("caf\udce9.com", "not UTF-8"),
        ("@scope/package", "behind the slash"),
        ("a\x00b.com", "control"),
        ("a\x1b[31mb.com", "control"),
        ("a\u202eb.com", "reading direction"),
        ("%dd.fr", "not UTF-8"),
        ("http://a%EF%BF%BD.com", "wrong encoding"),
        ("foo.xn--\ufb01", "punycode"),
        ("!!!", "no letter and no digit"),
        ("\u200b", "no letter and no digit"),
    ],
)
def test_what_names_nothing_is_refused_with_what_and_where(text: str, problem: str) -> None:
    with pytest.raises(InvalidName) as caught:
        parse(text)
    assert problem in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("le-panier-.fr", 9),
        ("pañ-.fr", 3),
        ("shop.-le.fr", 5),
        ("a..fr", 1),
        ("bad name..", 8),
        ("foo_bar.com", 3),
        ("ab\x00c.com", 2),
        ("user@a.com", 4),
    ],
)
def test_the_place_is_told(text: str, position: int) -> None:
    with pytest.raises(InvalidName) as caught:
        parse(text)
    assert caught.value.position == position
    assert f"at character {position + 1}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a_b.com", "'_' may not stand in a domain, at character 2: “a_b.com”"),
        ("*.baz.fr", "'*' may not stand in a domain, at character 1: “*.baz.fr”"),
        ('"a,b".com', '\'"\' may not stand in a domain, at character 1: “"a,b".com”'),
        ("_dmarc.a*b.fr", "'*' may not stand in a domain, at character 9: “_dmarc.a*b.fr”"),
        ("é_é.fr", "'_' may not stand in a domain, at character 2: “é_é.fr”"),
    ],
)
def test_a_character_that_no_domain_has_is_named(text: str, told: str) -> None:
    with pytest.raises(InvalidName) as caught:
        parse(text)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("what", [None, b"foo.com", ["foo.com"], 3])
def test_what_is_no_text_is_a_mistake_of_the_caller(what) -> None:
    with pytest.raises(TypeError, match="a name is a text"):
        parse(what)


def test_invalid_name_is_a_value_error_and_can_be_pickled() -> None:
    error = InvalidName("a problem", where="x", position=3)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert isinstance(error, ValueError)
    assert isinstance(error, ConfusablesError)
    assert InvalidNameOfErrors is InvalidName
    assert (str(again), again.position) == (str(error), 3)


def test_the_name_is_no_part_of_the_identity_as_typed() -> None:
    assert parse("LePanierBleu.ca") == parse("lepanierbleu.CA.")


@given(names_made.any_text)
@example("a" * 10_000)
@example("é" * 10_000)
@example("a." * 5_000)
@example("\t" * 10_000)
@example("a" + "\n" * 9_998 + "b")
@example("xn--" * 2_500)
@example("😀" * 10_000)
@example("a\u0301" * 5_000)
@example("\u0301" * 10_000)
@example("%41" * 3_000 + ".com")
@example("ﷺ" * 10_000)
@example("".join(map(chr, range(0x4E00, 0x4E00 + 9_900))))
@example("".join(map(chr, range(0xAC00, 0xAC00 + 9_900))) + ".com")
@example("A.P" * 3_000 + ".")
def test_any_text_is_a_name_or_is_refused_within_a_second(text: str) -> None:
    start = time.process_time()
    try:
        name = parse(text)
    except InvalidName as error:
        assert str(error).isprintable()  # noqa: PT017 - either is right, both are checked
        name = None
    assert time.process_time() - start < SECOND
    if name is not None:
        assert isinstance(name, Name)
        assert name.label.isascii()
        assert 0 < len(name.label) <= 63
        assert len(name.ascii) <= 253
        assert name.label == name.label.lower()
        assert shown(name)


@given(names_made.any_text)
def test_a_name_is_read_from_its_own_output(text: str) -> None:
    try:
        name = parse(text)
    except InvalidName:
        return
    if name.suffix:
        again = parse(name.ascii)
        assert (again.label, again.unicode, again.suffix) == (
            name.label,
            name.unicode,
            name.suffix,
        )
        assert parse(shown(name)) == again
        assert parse(again.ascii) == again
    else:
        again = brand(name.label)
        assert (again.label, again.unicode) == (name.label, name.unicode)
        assert parse(name.unicode).label == name.label


@given(names_made.labels, st.sampled_from(["com", "fr", "co.uk", "рф", "test"]))
def test_unicode_and_punycode_of_any_label_are_one_name(label: str, suffix: str) -> None:
    name = parse(f"{label}.{suffix}")
    assert parse(name.ascii) == name
    assert to_unicode(name.label) == name.unicode
    assert to_ascii(name.unicode) == name.label
    assert from_labels(name.unicode, name.suffix).ascii == name.ascii


def test_the_private_section_is_tried_first() -> None:
    assert split_suffix("foo.github.io") == ("", "foo", "github.io", True)
    assert split_suffix("github.io") == ("", "github", "io", True)
    assert split_suffix("a.b.invalid") == ("a", "b", "invalid", False)


def test_parse_uses_the_codec_of_the_standard_library_nowhere() -> None:
    # The codec "idna" of Python is IDNA 2003 and would turn ß into ss.
    assert parse("faß.de").ascii == "xn--fa-hia.de"


@pytest.mark.parametrize("text", ["caf\ufffd.fr", "goo\u200dgle.com"])
def test_a_letter_that_was_lost_or_that_nobody_sees_is_refused(text: str) -> None:
    with pytest.raises(InvalidName):
        parse(text)


def test_a_joiner_between_pictures_stays() -> None:
    assert "\u200d" in parse("\U0001f468\u200d\U0001f469\u200d\U0001f467.ws").unicode


@pytest.mark.parametrize(
    ("text", "endings", "domains"),
    [
        ("Mon dossier santé", ("quebec", "ca"), ("mondossiersante.quebec", "mondossiersante.ca")),
        ("bénéteau.ca", ("com",), ("xn--bnteau-bvab.ca",)),
        ("lepanierbleu.ca", ("ca",), ("lepanierbleu.ca",)),
        ("Le Panier bleu", (), ()),
        ("Почта", ("com",), ("xn--80a1acny.com",)),
        ("ß" * 40, ("com",), (f"{parse('ß' * 40).label}.com",)),
    ],
)  # fmt: skip
def test_the_addresses_that_a_name_is_meant_to_have(text, endings, domains) -> None:
    assert addresses(parse(text), endings) == domains


def test_letters_are_written_out_where_that_is_a_name() -> None:
    letters = {"ö": "oe"}
    assert written_out(parse("höhle.de"), letters) == parse("hoehle.de")
    assert written_out(parse("Die Höhle"), letters).written == ("die", "hoehle")
    long = parse("ö" + "a" * 47 + "ö.de")
    assert written_out(parse("lamm.de"), letters) == parse("lamm.de")
    assert written_out(long, {"ö": "o" * 9}) is long
