"""The text report: what a person who has never seen the program understands."""

from __future__ import annotations

import re

import pytest

from confusables import Checker, Corpus, compare
from confusables.report.terminal import rendered
from confusables.report.text import _marked, comparison
from confusables.report.words import bits


def _report(tmp_path, rows: str, name: str, **settings):
    (tmp_path / "list.csv").write_text(f"domain,name,owner,country,since\n{rows}\n", "utf-8")
    return Checker(Corpus.load(tmp_path / "list.csv"), **settings).check(name)


@pytest.mark.parametrize(
    ("new", "old", "marked"),
    [
        ("lepanierbleu.ca", "monpanierbleu.com", ("[le]panierbleu.[ca]", "[mon]panierbleu.[com]")),
        ("digiweb.fr", "digiweb.com", ("digiweb.[fr]", "digiweb.[com]")),
        ("ouestjob.com", "cyberouest.com", ("ouest[job].com", "[cyber]ouest.com")),
        ("rnicrosoft.com", "microsoft.com", ("[rn]icrosoft.com", "[m]icrosoft.com")),
        ("alterway", "alter-way.fr", ("alterway", "alter[-]way.[fr]")),
        ("gandi.net", "gnadi.co.uk", ("g[an]di.[net]", "g[na]di.[co.uk]")),
        ("rapid.space", "rapidspace.com", ("rapid.[space]", "rapid[space].[com]")),
        ("gооgle.com", "google.com", ("g[оо]gle.com", "g[oo]gle.com")),
        ("maboulangerie.com", "baker.com", ("[maboulangerie].com", "[baker].com")),
        # Letters that both have by chance, inside what differs or inside a word.
        ("kiddobank.com", "kiddoland.com", ("kiddo[bank].com", "kiddo[land].com")),
        ("mondossiersante.ca", "mondossiernotaire.fr",
         ("mondossier[sante].[ca]", "mondossier[notaire].[fr]")),
        ("laboutiqueducoin.ca", "laboutiqueduvoisin.ca",
         ("laboutiquedu[coin].ca", "laboutiquedu[voisin].ca")),
        ("bluebirdcafe.com", "blue-bird.com", ("bluebird[cafe].com", "blue[-]bird.com")),
        ("mondossier.ca", "on-dossier.ca", ("[m]ondossier.ca", "on[-]dossier.ca")),
        # An accent is a difference beside no other but a slip; a hyphen is one where it stands.
        ("œuvrebleue.ca", "oeuvreverte.ca", ("œuvre[bleue].ca", "oeuvre[verte].ca")),
        ("vélocité", "velocite.fr", ("v[é]locit[é]", "v[e]locit[e].[fr]")),
        ("vélocité", "velocite-mulhouse.fr", ("vélocité", "velocite[-mulhouse].[fr]")),
        ("masantéquébec.ca", "sante.ca", ("[ma]santé[québec].ca", "sante.ca")),
        ("monespacesante", "e-space.ge", ("[mon]espace[sante]", "e[-]space.[ge]")),
        ("santepublique.fr", "santé-publique.fr", ("sant[e]publique.fr", "sant[é-]publique.fr")),
        ("müller.de", "mueller.de", ("m[ü]ller.de", "m[ue]ller.de")),
        ("health-data.fr", "health-info.fr", ("health-[data].fr", "health-[info].fr")),
        ("💩.la", "💩💩.la", ("💩.la", "💩[💩].la")),
    ],
)  # fmt: skip
def test_what_differs_stands_in_brackets(new: str, old: str, marked: tuple[str, str]) -> None:
    one, other = _marked(new, old)
    assert (one.plain, other.plain) == marked
    assert one.plain.replace("[", "").replace("]", "") == new
    assert other.plain.replace("[", "").replace("]", "") == old


def test_the_verdict_comes_first_in_the_singular_and_the_plural(tmp_path) -> None:
    one = _report(tmp_path, "monpanierbleu.com,,,,", "lepanierbleu.ca").to_text()
    assert one.startswith("lepanierbleu.ca: WARNING — one existing name that people are likely")
    two = _report(tmp_path, "monpanierbleu.com,,,,\nlapanierbleu.fr,,,,", "lepanierbleu.ca")
    assert two.to_text().startswith("lepanierbleu.ca: WARNING — 2 existing names that people are")
    none = _report(tmp_path, "windmill.org,,,,", "lepanierbleu.ca").to_text()
    assert none.startswith("lepanierbleu.ca: NONE FOUND — no existing name")
    assert "(s)" not in one + two.to_text() + none


NO_PROMISE = "does not say that nobody holds such a name"


@pytest.mark.parametrize("form", ["to_text", "to_markdown", "to_html"])
def test_what_a_report_does_not_say_stands_in_every_form_for_people(tmp_path, form) -> None:
    def told(name: str, rows: str) -> str:
        return " ".join(getattr(_report(tmp_path, rows, name), form)().split())

    found, none = told("lepanierbleu.ca", "monpanierbleu.com,,,,"), told("abc.ca", "xyz.org,,,,")
    found, none = (re.sub("</?code>", "", text) for text in (found, none))
    for text in (found, none):
        assert "Nothing here is legal advice" in text
    assert found.count(NO_PROMISE) == 1
    assert none.count(NO_PROMISE) == 2
    assert "What to do" in none
    assert "--online --probe 10" in none
    assert "--online" not in found


def test_what_kind_of_list_was_searched_is_told_as_far_as_it_is_known(tmp_path) -> None:
    (tmp_path / "top.csv").write_text("1,windmill.org\n2,example.com\n", "utf-8")
    zone = "org. 86400 in soa a. b. 1 2 3 4 5\nwindmill.org.\t86400\tin\tns\ta.\n"
    (tmp_path / "org.txt").write_text(zone + "org. 86400 in soa a. b. 1 2 3 4 5\n", "utf-8")
    (tmp_path / "own.txt").write_text("windmill.org\n", "utf-8")
    lists = {name: Corpus.load(tmp_path / name) for name in ("top.csv", "org.txt", "own.txt")}
    told = {name: Checker(one).check("abc.ca").to_text(width=300) for name, one in lists.items()}
    assert "popular names, no complete list of any ending (top.csv)" in told["top.csv"]
    assert "names as their registry lists them (org.txt)" in told["org.txt"]
    assert "lists whose kind is not stated (own.txt)" in told["own.txt"]
    assert "no list above is known to be one" in told["top.csv"]
    assert "no list above is known to be one" not in told["org.txt"]
    assert "zones that are not published" in told["org.txt"]
    (tmp_path / "more.corpus").unlink(missing_ok=True)
    Corpus.build(tmp_path / "one.corpus", [tmp_path / "org.txt", tmp_path / "top.csv"])
    whole = Corpus.build(tmp_path / "more.corpus", [tmp_path / "one.corpus", tmp_path / "own.txt"])
    text = Checker(whole).check("abc.ca").to_text(width=400)
    for part in ("registry lists them (org.txt)", "ending (top.csv)", "not stated (own.txt)"):
        assert part in text
    assert "brands that have shops or branches" in Checker().check("abc.ca").to_text(width=300)


def test_a_name_without_a_domain_is_headed_as_its_owner_writes_it(tmp_path) -> None:
    """Its label looks like a host (digiwebfrance)."""
    report = _report(tmp_path, ",Digiweb France,,FR,", "digiweb.fr")
    assert (report.collisions[0].domain, report.collisions[0].unicode) == (None, "digiwebfrance")
    assert "\n1. Digiweb France  " in report.to_text()
    assert "\n## 1. Digiweb France — " in report.to_markdown()
    assert "1. <bdi>Digiweb France</bdi>" in report.to_html()
    assert "<bdi>digiwebfrance</bdi>" not in report.to_html().partition("Countries")[2]
    shown = report.to_dict()["collisions"][0]
    assert (shown["domain"], shown["name"]) == (None, "Digiweb France")
    assert shown["unicode"] == "digiwebfrance"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_on_a_narrow_terminal_no_word_is_cut(tmp_path, lang) -> None:
    row = "monpanierbleudelavieillecapitale.com,,,FR,2017-06"
    report = _report(tmp_path, row, "lepanierbleudelavieillecapitale.ca")
    narrow = report.to_text(lang, width=38, explain=True)
    assert "…" not in narrow
    assert max(map(len, narrow.splitlines())) <= 38
    wide = re.sub(r"(?m)(?<=\d) +[-+]+ +", "", report.to_text(lang, explain=True))  # no bars
    assert "".join(narrow.split()) == "".join(wide.split())
    told = rendered(comparison(compare("lepanierbleu.ca", "monpanierbleu.com"), lang), width=38)
    assert "…" not in told


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_first_line_says_that_the_name_itself_is_registered(tmp_path, form) -> None:
    report = _report(tmp_path, "windmill.org,Windmill,,CA,", "windmill.org")
    assert report.level == "none-found"
    told = getattr(report, f"to_{form}")()
    assert "NONE FOUND" not in told
    first = told.partition('<p class="told">')[2] if form == "html" else told
    assert "REGISTERED ALREADY" in first.splitlines()[0]
    assert "no other existing name" in " ".join(first.lower().split())
    french = getattr(report, f"to_{form}")("fr")
    assert "DÉJÀ ENREGISTRÉ" in french


def test_a_review_says_so(tmp_path) -> None:
    told = _report(
        tmp_path, "monpanierbleu.com,,,,", "lepanierbleu.ca", warn_at=1.0, review_at=0.0
    ).to_text()
    assert told.startswith("lepanierbleu.ca: TO REVIEW — one existing name that some people may")


def test_who_where_and_since_when_or_that_it_is_not_stated(tmp_path) -> None:
    rows = "monpanierbleu.com,Mon Panier bleu,Paniers SARL,FR,2017-06\nlapanierbleu.fr,,,,"
    rows += "\nlepanierbleue.com,,,,"
    told = _report(tmp_path, rows, "lepanierbleu.ca").to_text(width=200)
    assert "Mon Panier bleu · Paniers SARL · France · since June 2017" in told
    assert "France, by the ending · date not stated" in told
    assert "country not stated · date not stated" in told


def test_that_letters_are_the_same_is_no_reason_beside_one_that_says_why(tmp_path) -> None:
    for old in ("clicsante.ca", "clicsanté.fr"):
        told = _report(tmp_path, f"{old},,,,", "clicsanté.ca").to_text(width=200)
        assert "• the same" in told
        assert "letter or digit" not in told
        assert "letters and digits" not in told
        told = _report(tmp_path, f"{old},,,,", "clicsanté.ca").to_text(width=200, explain=True)
        assert "letter" in told


def test_a_country_in_common_is_named_once_and_none_is_told_twice(tmp_path) -> None:
    told = _report(tmp_path, "lapanierbleu.ca,,,,", "lepanierbleu.ca").to_text(width=200)
    assert "the same country: Canada; not known which was first" in told
    told = _report(tmp_path, "lapanierbleu.net,,,,", "lepanierbleu.com").to_text(width=200)
    assert "countries not known: no ending tells where the two are active" in told


def test_what_was_searched_and_what_not_stands_last(tmp_path) -> None:
    told = _report(tmp_path, "windmill.org,,,,", "lepanierbleu.ca").to_text()
    assert told.index("Searched:") < told.index("Not searched:")
    assert "1 names" not in told
    assert "trademark and company registers" in told


def test_suggestions_are_never_called_registered_or_free(tmp_path) -> None:
    told = _report(tmp_path, "windmill.org,,,,", "lepanierbleu.ca").to_text(width=200)
    assert "nobody has asked whether they are registered" in told
    for word in ("available", "is free", "unregistered"):
        assert word not in told


def test_own_and_accepted_names_stand_apart_with_why(tmp_path) -> None:
    told = _report(
        tmp_path, "monpanierbleu.com,,,,\nlapanierbleu.fr,,,,", "lepanierbleu.ca",
        mine=["monpanierbleu.com"], accepted={"lapanierbleu.fr": "agreed"},
    ).to_text()  # fmt: skip
    assert "monpanierbleu.com — on your own list" in told
    assert "lapanierbleu.fr — accepted: agreed" in told


def test_bits_of_an_explanation_add_up(tmp_path) -> None:
    report = _report(tmp_path, "monpanierbleu.com,,,,", "lepanierbleu.ca")
    hit = report.collisions[0]
    told = report.to_text(explain=True)
    for value in (hit.prior_bits, hit.bits, *(term.bits for term in hit.terms)):
        assert bits(value, "en") in told


def test_text_of_a_stranger_does_not_act_on_the_terminal(tmp_path) -> None:
    rows = 'monpanierbleu.com,"[bold red]x[/] \x1b[31m\u202eevil","\x1b]0;t\x07o",FR,'
    told = _report(tmp_path, rows, "lepanierbleu.ca").to_text(width=200)
    assert not {"\x1b", "\u202e", "\x07"} & set(told)
    assert "[bold red]" in told


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_keep_the_width(tmp_path, width: int) -> None:
    rows = "monpanierbleu.com,Mon Panier bleu,Paniers SARL,FR,2017-06"
    told = _report(tmp_path, rows, "lepanierbleu.ca").to_text(width=width)
    assert max(map(len, told.splitlines())) <= width
    assert not any(line.endswith(" ") for line in told.splitlines())


def test_in_a_notebook_the_text_is_given_and_not_shown(tmp_path, monkeypatch) -> None:
    report = _report(tmp_path, "monpanierbleu.com,,,,", "lepanierbleu.ca")
    outside = report.to_text()
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    assert report.to_text() == outside


LOOKS_THE_SAME, SPELLED = "gооgle.com", "gооgle.com (xn--ggle-55da.com)"


@pytest.mark.parametrize(
    ("new", "old"), [(LOOKS_THE_SAME, "google.com"), ("google.com", LOOKS_THE_SAME)]
)
def test_letters_of_another_script_are_told_where_a_name_heads_something(tmp_path, new, old):
    found = _report(tmp_path, f"{old},,,,", new)
    shown = {"new": SPELLED if new == LOOKS_THE_SAME else new}
    shown["old"] = SPELLED if old == LOOKS_THE_SAME else old
    assert found.to_text(width=200).startswith(f"{shown['new']}: ")
    assert f"\n1. {shown['old']}  warning" in found.to_text(width=200)
    assert found.to_markdown().startswith(f"# {shown['new']}: ")
    assert f"## 1. {shown['old']} — " in found.to_markdown()
    assert f"<h1><bdi>{shown['new']}</bdi></h1>" in found.to_html()
    assert f"1. <bdi>{shown['old']}</bdi>" in found.to_html()
    told = rendered(comparison(compare(new, old), "en"), width=200)
    assert told.startswith(f"{shown['new']} · {shown['old']}  ")


LEFT_ASIDE = [
    ("en", "Only example.com was compared."
     " Left aside: the subdomain “shop”, “/a/b” behind the name."),
    ("fr", "Seul example.com a été comparé."
     " Laissé de côté\u00a0: le sous-domaine «\u00a0shop\u00a0»,"
     " «\u00a0/a/b\u00a0» à la suite du nom."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "told"), LEFT_ASIDE)
def test_what_was_left_aside_of_an_address_comes_first(tmp_path, lang, told) -> None:
    found = _report(tmp_path, "windmill.org,,,,", "https://shop.example.com/a/b")
    assert found.to_text(lang, width=200).startswith(f"{told}\nexample.com")
    assert told in found.to_markdown(lang)
    assert f"<p>{told}</p>" in found.to_html(lang)
    assert found.to_dict()["name"]["path"] == "/a/b"
    for whole in ("example.com", "https://www.example.com/", "Example"):
        assert "eft aside" not in _report(tmp_path, "windmill.org,,,,", whole).to_text()


def test_two_hosts_under_one_name_are_not_said_to_be_the_same() -> None:
    one, other = "shop.example.com", "https://blog.example.com/x"
    told = rendered(comparison(compare(one, other), "en"), width=100)
    assert told.splitlines() == [
        "Only example.com was compared. Left aside: the subdomain “shop”.",
        "Only example.com was compared. Left aside: the subdomain “blog”, “/x” behind the name.",
        "That is one and the same for both; the rest was not compared.",
    ]
    told = rendered(comparison(compare(one, "exampel.com"), "en"), width=100)
    assert told.startswith("Only example.com was compared. Left aside: the subdomain “shop”.\n")
    found = compare("dossier.gouv.qc.ca", "carnet.gouv.qc.ca")
    assert not found.same


def test_intended_addresses_stand_apart_in_every_form(tmp_path) -> None:
    rows = "papertrail.com,Trail,Trails Inc,US,2009"
    found = _report(tmp_path, rows, "Paper Trail", suffixes=["com", "app"])
    told = [
        "Your intended addresses: papertrail.com, papertrail.app.",
        "papertrail.com is registered already: Trail · Trails Inc · United States · since 2009.",
        "Nothing here tells whose that is; if it is yours, list it with --mine.",
        "No list that was searched holds papertrail.app, which does not say that nobody does.",
    ]
    text = found.to_text(width=400)
    assert "\n".join(told) in text
    assert "\n\n".join(told) in found.to_markdown()
    page = re.sub("</?code>", "", found.to_html())
    assert "\n".join(f"<p>{line}</p>" for line in told) in page
    assert "existing  papertrail.com\n" in text
    assert "→ make sure whose it is\n" in text
    french = found.to_text("fr", width=400)
    assert "Vos adresses prévues\u00a0: papertrail.com, papertrail.app.\n" in french
    data = found.to_dict()
    assert [p["domain"] for p in data["intended"]] == ["papertrail.com", "papertrail.app"]
    assert data["intended"][0]["existing"]["owners"] == ["Trails Inc"]
    assert data["existing"] is None
    assert data["intended"][1]["existing"] is None
    assert [p["own"] for p in data["intended"]] == [False, False]
    both = _report(tmp_path, f"{rows}\npapertrail.app,,,,", "Paper Trail", suffixes=["com", "app"])
    assert "those that are yours, list with --mine" in both.to_text(width=400)
    mine = _report(tmp_path, rows, "Paper Trail", suffixes=["com"], mine=["papertrail.com"])
    told = "Your intended address: papertrail.com.\npapertrail.com is registered already: Trail"
    assert told in mine.to_text(width=400)
    assert "since 2009 — on your own list.\n" in mine.to_text(width=400)
    assert mine.to_dict()["intended"][0]["own"] is True
