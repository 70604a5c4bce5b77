"""The HTML page: one file, escaped, the same in a real browser at every width and on paper."""

from __future__ import annotations

import base64
import itertools
import json
import re
import shutil
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from market_made import collision
from market_made import report as made_report

from confusables import Checker, Corpus, Launch
from confusables.market import layered
from confusables.model import Answer, Reason, Registration, Verdict
from confusables.report.words import bits, opened

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
browser_only = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs Debian's chromium and chromium-driver"
)
NEW = "lepanierbleu.ca"
HOSTILE = (
    'monpanierbleu.com,"<script>alert(1)</script> <img src=//x.test/a>",'
    '"\u202eevil\x07",FR,2017-06\n'
    'lapanierbleu.fr,"{{ 7*7 }} شركة","""><b>x</b>",CA,\n'
)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("html") / "list.csv"
    path.write_text(f"domain,name,owner,country,since\n{HOSTILE}", "utf-8")
    launch = Launch(visits=200_000, peak=True)
    checker = Checker(Corpus.load(path), markets=["CA"], launch=launch)
    return checker.check("lepanierbleu.ca")


class _Page(HTMLParser):
    """Tags, identifiers and addresses of a page; tags that are not closed in order are an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in ("src", "href", "action", "srcset", "background"):
                self.addresses.append(value)
        if tag not in ("meta", "link", "br", "img"):
            self._open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self._open.pop() == tag


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_page_is_well_formed_and_fetches_nothing(report, lang) -> None:
    text = report.to_html(lang)
    page = _Page(text)
    assert f'<html lang="{lang}">' in text
    assert set(page.addresses) == {"data:,", "#main"}
    assert "script" not in page.tags
    assert "url(" not in text
    assert "@import" not in text
    assert len(page.ids) == len(set(page.ids))
    assert page.tags.count("h1") == 1
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h\d", tag)]
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_hostile_text_stays_text(report) -> None:
    text = report.to_html()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert not {"\u202e", "\x07"} & set(text)
    assert not {"script", "img", "b"} & set(_Page(text).tags)


def test_all_that_a_lawyer_keeps_is_on_the_page(report) -> None:
    text = report.to_html()
    corpus = report.coverage.corpora[0]
    for part in (
        report.made.at, report.made.version, report.made.weights, report.made.suffix_list,
        corpus.digest, "June 2017", "France", "Canada (your launch)", "Write to the holder",
        "Trademark and company registers", "Stray visits",
    ):  # fmt: skip
        assert str(part) in text
    for found in report.collisions:
        assert bits(found.bits, "en") in text
        for term in found.terms:
            assert bits(term.bits, "en") in text


def _timeline(found) -> list[str]:
    told = re.search(r'<ol class="timeline">(.*?)</ol>', found.to_html(), re.DOTALL)
    return [" ".join(re.sub("<[^>]*>", " ", item).split()) for item in told[1].splitlines() if item]


def test_lines_begin_with_a_capital_and_the_heading_is_the_name(report) -> None:
    text = re.sub(
        r"<(bdi|small|strong|span)[^>]*>|</(bdi|small|strong|span)>", "", report.to_html()
    )
    assert "<h1>lepanierbleu.ca</h1>" in text
    for line in re.findall(r"<(?:p|dt|caption)[^>]*>([^<]+)<", text):
        assert not line[:1].islower(), line


def test_a_page_of_several_names_speaks_of_them(report) -> None:
    from confusables.report.html import page

    assert "mistake it for</title>" in page([report])
    assert "mistake them for</title>" in page([report, report])
    assert "peut les confondre</title>" in page([report, report], "fr")


def test_a_name_keeps_its_first_letter_and_an_option_its_hyphens() -> None:
    adidas = Registration("adi.com", "adidas", ("adidas",), ("DE",))
    made = layered(made_report(collisions=[replace(collision("adi.com"), registration=adidas)]))
    assert '<p class="who">adidas · Germany' in made.to_html()
    assert opened("adi.com is registered already") == "adi.com is registered already"
    assert opened("same owner: A. B.") == "Same owner: A. B."
    assert (
        "The option <code>--explain</code> shows"
        in layered(made_report(collisions=[collision()]), launch=Launch(20_000)).to_html()
    )


def test_countries_of_the_same_names_share_a_row_and_none_stands_alone() -> None:
    far = collision(countries=("AE", "US", "DE", "CA"))
    page = layered(made_report(collisions=[far], markets=("CA",)), ["CA"]).to_html()
    rows = re.findall(r'<th scope="row">([^<]*)</th><td><bdi>', page)
    assert rows == ["Canada (your launch)", "Germany, United Arab Emirates, United States"]
    alone = layered(made_report(collisions=[], markets=("CA",)), ["CA"]).to_html()
    assert "your launch" not in alone


def test_on_paper_what_is_tall_may_go_on_on_the_next_page(report) -> None:
    (kept,) = re.findall(
        r"([^{}]*)\{break-inside:avoid\}", report.to_html().partition("@media print")[2]
    )
    assert ".collision" not in kept


def test_bits_stand_folded_unless_they_were_asked_for(report) -> None:
    text = report.to_html()
    shown = re.sub(r"<details>.*?</details>|<footer>.*?</footer>", "", text, flags=re.DOTALL)
    assert text.count("<details>") == len(report.collisions)
    assert '<ul class="reasons"><li>' in shown
    for told in ("bit", "fitted on", "judged"):
        assert told not in shown.partition("<body>")[2]
    assert text.count("<details>\n<summary>How this percentage comes about</summary>")
    assert "<details open>" in report.to_html(explain=True)


def test_what_is_to_be_done_about_several_names_is_explained_once() -> None:
    several = [collision(f"{n}panierbleu.com", countries=("FR",)) for n in "abcdef"]
    page = layered(made_report(collisions=several), ["CA"], ["fr"]).to_html()
    assert page.count("and this report is no legal opinion") == 1
    assert "people are likely to take it for apanierbleu.com, bpanierbleu.com," in page
    assert "dpanierbleu.com, +2, and many may come upon either" in page
    assert page.count("<strong>What to do:</strong> choose another name; ") == 6


def test_suggestions_stand_by_the_mistake_that_leads_to_them(report) -> None:
    page = report.to_html()
    kinds = re.findall(r"<dt>([^<]*)</dt><dd><span><bdi>", page)
    assert len(kinds) == len(set(kinds)) > 1
    assert "Determiner" in kinds
    for suggestion in report.suggestions[:5]:
        assert f"<bdi>{suggestion.domain}</bdi>" in page


def test_candidates_have_a_title_and_lead_to_their_reports() -> None:
    from confusables.market import choose
    from confusables.report.html import page

    ranked = choose([made_report("a.ca", [collision()]), made_report("b.ca")])
    made = page([c.report for c in ranked], "fr", ranked)
    assert "comparaison des noms envisagés</title>" in made
    assert "<h1>Comparaison des noms envisagés</h1>" in made
    assert re.findall(r'<a href="#(r\d)"><strong><bdi>([^<]*)<', made) == [
        ("r0", "b.ca"), ("r1", "a.ca")
    ]  # fmt: skip
    assert set(_Page(made).ids) >= {"r0", "r1"}


def test_who_was_first_goes_by_the_date_that_the_registry_states() -> None:
    answer = Answer(
        Verdict.REGISTERED, Reason.FOUND, "rdap", "2026-11-26T10:00:00Z", created="2015-02-03"
    )
    older = replace(collision(since="2017-06"), lookup=answer)
    held = layered(made_report(collisions=[older], existing=Registration(NEW, since="2016-01-01")))
    assert held.collisions[0].first.existing == "2015-02-03"
    assert _timeline(held) == [
        "3 February 2015 monpanierbleu.com", f"1 January 2016 {NEW} (the new name)"
    ]  # fmt: skip
    page = held.to_html("fr")
    assert '<time datetime="2015-02-03">3\u00a0février\u00a02015</time>' in page
    assert ">1er\u00a0janvier\u00a02016</time>" in page


def test_a_name_that_is_registered_at_an_unknown_date_is_not_said_to_be_none_yet() -> None:
    held = layered(made_report(collisions=[collision(since="2017-06")], existing=Registration(NEW)))
    assert _timeline(held)[-1] == f"date not stated {NEW} (the new name)"
    free = layered(made_report(collisions=[collision(since="2017-06")]))
    assert _timeline(free)[-1] == f"not yet {NEW} (the new name)"


def test_a_notebook_shows_the_same_without_a_page_around_it(report) -> None:
    shown = report._repr_html_()
    assert "<html" not in shown
    assert "monpanierbleu.com" in shown


def test_without_jinja2_the_install_line_is_told(report, monkeypatch) -> None:
    import sys

    from confusables.report import html

    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"pip install 'domain-confusables\[html\]'"):
        report.to_html()
    assert report._repr_html_().startswith("<pre>lepanierbleu.ca: WARNING")
    html._environment.cache_clear()


def test_fifty_collisions_are_small_and_quick(tmp_path) -> None:
    from many import many_collisions

    found = many_collisions(tmp_path)
    assert len(found.collisions) == 50
    began = time.process_time()
    text = found.to_html()
    assert time.process_time() - began < 1.0
    assert len(text.encode()) < 500_000


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@browser_only
@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [375, 1280])
def test_in_a_browser(report, browser, tmp_path, lang, width) -> None:
    path = tmp_path / "report.html"
    path.write_text(report.to_html(lang, explain=True), "utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    browser.get_log("performance")
    browser.get(path.as_uri())
    assert browser.get_log("browser") == []
    assert _asked(browser) <= {path.as_uri(), "data:,"}
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width
    assert browser.execute_script("return document.images.length + document.scripts.length") == 0
    assert "<script>alert(1)</script>" in browser.find_element("css selector", "main").text
    assert browser.execute_script(_LOW_CONTRAST) == []
    assert browser.execute_script(_CUT) == []
    bars = browser.find_elements("css selector", ".track i")
    assert max(bar.size["width"] for bar in bars) > width / 5
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")


def _asked(browser) -> set[str]:
    """Every address that the page asked for."""
    found = set()
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.add(message["params"]["request"]["url"])
    return found


_CUT = """
return [...document.querySelectorAll('main *')].filter(e => {
  const box = e.getBoundingClientRect();
  return !e.closest('.unseen') && box.width && (box.left < -1 || box.right > innerWidth + 1);
}).map(e => e.outerHTML.slice(0, 80));
"""
# Elements with text of their own whose contrast is below 4.5 to 1.
_LOW_CONTRAST = """
const rgb = c => c.match(/[\\d.]+/g).map(Number);
const light = c => rgb(c).slice(0, 3).map(v => v / 255)
  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const behind = e => {
  for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor;
    if ((rgb(c)[3] ?? 1) > 0) return c;
  }
  return 'rgb(255, 255, 255)';
};
return [...document.querySelectorAll('main *')].filter(e => {
  const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  if (!own || e.closest('.unseen')) return false;
  const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05) < 4.5;
}).map(e => e.outerHTML.slice(0, 80));
"""
