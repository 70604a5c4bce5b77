from __future__ import annotations

import json

import pytest

from confusables.cli import main

LISTED = """domain,name,country,since
monpanierbleu.com,Mon Panier bleu,FR,2017-06
lepanierbleu.ca,Le Panier bleu,CA,2020-04-05
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("launch") / "names.csv"
    path.write_text(LISTED, encoding="utf-8")
    return str(path)


def check(capsys, corpus, *arguments):
    code = main(["check", *arguments, "--corpus", corpus, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_json_bears_the_layers(capsys, corpus):
    _, made = check(
        capsys, corpus, "lepanierbleu.ca", "--market-language", "fr", "--min-probability", "0",
        "--launch-visits", "200000", "--peak", "--neighbour-capacity", "60",
    )  # fmt: skip
    found = made["collisions"][0]
    assert found["market"]["new"] == ["CA"]
    assert found["market"]["existing"] == ["FR"]
    assert found["market"]["shared_languages"] == ["fr"]
    assert found["market"]["overlap"] == "shared-language"
    assert found["first"]["who"] == "existing"
    assert (found["first"]["new"], found["first"]["existing"]) == ("2020-04-05", "2017-06")
    stray = found["stray_visits"]
    assert 0 < stray["low"] < stray["middle"] < stray["high"] < 200_000
    assert stray["peak_low"] < stray["peak_per_minute"] < stray["peak_high"]
    assert stray["capacity"] == 60
    assert stray["direction"] == "reverse"
    assert all(set(a) == {"name", "value", "source"} for a in stray["assumptions"])
    assert all(a["source"] for a in stray["assumptions"])
    assert all({"action", "because"} <= set(a) for a in found["advice"])


def test_without_visits_there_are_none(capsys, corpus):
    _, made = check(capsys, corpus, "lepanierbleu.ca", "--min-probability", "0")
    found = made["collisions"][0]
    assert found["stray_visits"] is None
    assert found["market"]["overlap"] == "shared-language"


def test_the_launch_moves_no_probability(capsys, corpus):
    plain = check(capsys, corpus, "lepanierbleu.ca", "--min-probability", "0")
    more = check(
        capsys, corpus, "lepanierbleu.ca", "--min-probability", "0", "--market", "JP",
        "--launch-visits", "10000000", "--peak", "--neighbour-capacity", "1",
    )  # fmt: skip
    assert plain[0] == more[0]
    for name in ("probability", "bits", "terms", "level", "kind"):
        assert plain[1]["collisions"][0][name] == more[1]["collisions"][0][name]


def test_an_assumption_can_be_set(capsys, corpus):
    _, made = check(
        capsys, corpus, "lepanierbleu.ca", "--min-probability", "0", "--launch-visits", "1000",
        "--assume", "from-memory=0.5", "--assume", "ending-com=0.1,0.2,0.3",
    )  # fmt: skip
    shown = {a["name"]: a for a in made["collisions"][0]["stray_visits"]["assumptions"]}
    assert shown["from-memory"] == {"name": "from-memory", "value": [0.5] * 3, "source": "given"}
    assert shown["ending-com"]["value"] == [0.1, 0.2, 0.3]


def test_choose_ranks_and_keeps_the_unusable(capsys, corpus):
    code, made = check(
        capsys, corpus, "lepanierbleu.ca", "a..b", "qwxzkjv.ca", "--choose", "--review-at", "0.01",
        "--warn-at", "0.01", "--launch-visits", "1000",
    )  # fmt: skip
    assert code == 65
    assert [c["name"] for c in made["candidates"]] == ["qwxzkjv.ca", "lepanierbleu.ca", "a..b"]
    assert made["candidates"][1]["reports"][0]["collisions"][0]["domain"] == "monpanierbleu.com"
    assert made["candidates"][1]["stray_visits"]["middle"] > 0


def test_choose_never_says_that_a_name_is_not_registered(capsys, corpus):
    _, made = check(capsys, corpus, "lepanierbleu.ca", "qwxzkjv.ca", "--choose")
    told = {c["name"]: c["registered"] for c in made["candidates"]}
    assert told == {"lepanierbleu.ca": True, "qwxzkjv.ca": None}


@pytest.mark.parametrize(
    ("lang", "taken", "free"),
    [("en", "registered already", "none found"), ("fr", "déjà enregistré", "rien trouvé")],
)
def test_choose_says_of_no_registered_name_that_none_was_found(corpus, tmp_path, lang, taken, free):
    (tmp_path / "names.csv").write_text("domain\nqwxzkjv.ca\n", encoding="utf-8")
    made = {}
    for form in ("text", "html"):
        out = tmp_path / form
        main([
            "check", "qwxzkjv.ca", "zxqvkjwpt.com", "--choose", "--lang", lang, "--format", form,
            "--corpus", str(tmp_path / "names.csv"), "--output", str(out),
        ])  # fmt: skip
        made[form] = out.read_text("utf-8")
    rows = [line for line in made["text"].splitlines() if line[:2] in ("1.", "2.")]
    assert [free in row for row in rows] == [True, False]
    assert " ".join(rows[1].split()[2:4]) == taken
    ranking = made["html"].partition("</ol>")[0]
    assert f'none-found">{free}<' in ranking
    assert f'review">{taken}<' in ranking


def test_choose_as_text_and_lines(capsys, corpus):
    main(["check", "qwxzkjv.ca", "qwxzkjw.fr", "--choose", "--corpus", corpus])
    assert "Clear, in what was searched: qwxzkjv.ca, qwxzkjw.fr." in capsys.readouterr().out
    main(["check", "qwxzkjv.ca", "--choose", "--corpus", corpus, "--format", "jsonl"])
    assert len(json.loads(capsys.readouterr().out)["candidates"]) == 1


def test_text_shows_the_layers_after_the_verdict(capsys, corpus):
    main([
        "check", "lepanierbleu.ca", "--corpus", corpus, "--min-probability", "0",
        "--warn-at", "0.01", "--review-at", "0.01", "--launch-visits", "200000", "--peak",
    ])  # fmt: skip
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith("lepanierbleu.ca: WARNING")
    assert "Canada / France: a shared language, French; the existing name was first" in shown
    assert "stray visits: about" in shown
    assert "how many the site can take is not known" in shown
    assert "write to the holder before launch" in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--market", "UK"], "GB is meant"),
        (["--market", "ZZ"], "no country code"),
        (["--market-language", "fr-CA"], "fr is meant"),
        (["--market-language", "frankish"], "no language code"),
        (["--launch-visits", "-1"], "at least 0"),
        (["--launch-visits", "99999999999999"], "at most"),
        (["--launch-visits", "1" + 400 * "0"], "must be at most 10,000,000,000"),
        (["--launch-visits", "many"], "many"),
        (["--limit", "9223372036854775807"], "no whole number from 1 to 1,000,000,000 (see"),
        (["--limit", "1" + 5000 * "0"], "no whole number from 1 to 1,000,000,000 (see"),
        (["--limit", "2.5"], "'2.5' is no whole number"),
        (["--launch-visits", "1", "--neighbour-capacity", "0"], "at least"),
        (["--launch-visits", "1", "--neighbour-capacity", "nan"], "no number"),
        (["--peak"], "need --launch-visits"),
        (["--neighbour-capacity", "5"], "need --launch-visits"),
        (["--assume", "from-memory"], "NAME=LOW"),
        (["--assume", "from-memory=a,b,c"], "NAME=LOW"),
        (["--assume", "from-memory=0.1,0.2"], "NAME=LOW"),
        (["--assume", "from-memory=2"], "no share"),
        (["--assume", "luck=0.1"], "no assumption is called"),
    ],
)
def test_what_cannot_be_is_wrong_usage(capsys, corpus, arguments, says):
    assert main(["check", "lepanierbleu.ca", "--corpus", corpus, *arguments]) == 2
    shown = capsys.readouterr()
    assert says in shown.err
    assert shown.out == ""


def test_a_market_without_data_is_not_known(capsys, corpus):
    _, made = check(capsys, corpus, "lepanierbleu.ca", "--market", "AQ", "--min-probability", "0")
    assert made["collisions"]
    for found in made["collisions"]:
        assert found["market"]["new"] == ["AQ"]
        assert found["market"]["overlap"] in ("not-known", "generic-suffix")


@pytest.mark.parametrize("form", ["text", "html"])
def test_of_no_usable_candidate_there_is_no_page(cli, form) -> None:
    done = cli("check", "a..b", "..", "--choose", "--format", form)
    assert (done.code, done.out, len(done.err.splitlines())) == (65, "", 2)
