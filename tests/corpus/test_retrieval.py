"""What is proposed for a new name, and in which order."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_made import labels

from confusables import Checker, Corpus, Level, compare
from confusables.corpus import build
from confusables.corpus.format import SectionFile
from confusables.corpus.rows import bare_line, ending
from confusables.corpus.scan import budget
from confusables.corpus.search import Question, search
from confusables.corpus.store import Store
from confusables.model import Kind
from confusables.names import parse
from confusables.views import View, base_form

if TYPE_CHECKING:
    from pathlib import Path

# Real words in eight other scripts, long enough for two slips.
WORDS = {
    "Cyrillic": "магазин погода новости строительство недвижимость автомобиль здоровье рецепты книга школа музыка театр путешествие гостиница кредитование",  # noqa: E501 - a list of words
    "Greek": "εφημερίδα θάλασσα ξενοδοχείο εστιατόριο αυτοκίνητο φαρμακείο μουσική παιχνίδια ταξίδια βιβλιοθήκη κατάστημα υπολογιστής τράπεζα γυμναστήριο λουλούδια",  # noqa: E501 - a list of words
    "Arabic": "الاخبار المدرسة السيارات المطاعم التجارة الرياضة المستشفى المكتبة العقارات الموسيقى السياحة التعليم الحاسوب الهواتف المتجر",  # noqa: E501 - a list of words
    "Hebrew": "חדשות מסעדות מכוניות ירושלים ביטוחים אוניברסיטה תיירות משכנתא קניונים בריאות ספורטאים מחשבים תקשורת בנקאות מתכונים",  # noqa: E501 - a list of words
    "Thai": "โรงแรมกรุงเทพ ร้านอาหารไทย หนังสือพิมพ์ ท่องเที่ยวไทย รถยนต์มือสอง โรงพยาบาล มหาวิทยาลัย อสังหาริมทรัพย์ ดอกไม้สด เครื่องสำอาง",  # noqa: E501 - a list of words
    "Devanagari": "समाचारपत्र विश्वविद्यालय रेलगाड़ी अस्पताल पुस्तकालय मोबाइलफोन शिक्षकसंघ भारतदर्शन सरकारीनौकरी किसानबाज़ार",  # noqa: E501 - a list of words
    "Kana": "ニュースサイト ホテルよやく ショッピング ラーメンガイド コンピューター ミュージック スポーツクラブ ファッション レストラン カメラレンズ",  # noqa: E501 - a list of words
    "Han": "北京旅游酒店預訂 上海汽车二手交易 香港房屋租賃中心 中国新闻网络电视 日本料理教室案内 台灣水果直送商店 东京大学图书馆 健康生活百科全书 云南茶叶批发市场 在线音乐下载中心",  # noqa: E501 - a list of words
}


def _slip(random_: random.Random, text: str, edits: int, letters: str) -> str:
    for _ in range(edits):
        sort, at = random_.randrange(4), random_.randrange(len(text))
        letter = random_.choice(letters)
        text = (
            text[:at] + letter + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        )[sort]
    return text


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("scripts")
    words = [word for text in WORDS.values() for word in text.split()]
    (folder / "list").write_text("\n".join(f"{word}.com" for word in words), "utf-8")
    return Corpus.build(folder / "c", [folder / "list"])


@pytest.mark.parametrize("script", WORDS)
@pytest.mark.parametrize("edits", [1, 2])
def test_slips_in_other_scripts_are_found(many: Corpus, script: str, edits: int) -> None:
    random_ = random.Random(f"{script}{edits}")
    letters = "".join(sorted(set(WORDS[script]) - {" "}))
    found = tried = 0
    for word in WORDS[script].split():
        target = parse(f"{word}.com").unicode
        for _ in range(4):
            made = _slip(random_, word, edits, letters)
            if edits > budget(len(word)) or made == word:
                continue
            try:
                new = View(parse(f"{made}.com"))
            except ValueError:
                continue  # no label: a mark that stands first, say
            tried += 1
            found += target in {hit.label for hit in many.candidates(new)}
    assert tried > 20
    assert found / tried >= 0.95


def test_a_name_in_latin_lookalikes_is_found_from_its_own_script(tmp_path: Path) -> None:
    """рост is searched as poct; a slip in Cyrillic (рист) makes letters that Latin lacks."""
    (tmp_path / "list").write_text("рост.рф\nкарта.рф\npoct.com\n", "utf-8")
    corpus = Corpus.build(tmp_path / "c", [tmp_path / "list"])
    for slip in ("рист.рф", "роств.рф", "росст.рф"):
        assert "рост" in {hit.label for hit in corpus.candidates(View(parse(slip)))}
    assert {"рост", "poct"} <= {h.label for h in corpus.candidates(View(parse("росt.com")))}


@given(labels, st.lists(labels, min_size=1, max_size=8))
def test_the_best_guess_stands_first_and_rows_stand_once(new: str, others: list[str]) -> None:
    corpus = Corpus.shipped()
    hits = list(search(corpus._store, Question(View(parse(f"{new}.com")))))
    assert [hit.bits for hit in hits] == sorted((hit.bits for hit in hits), reverse=True)
    assert len({hit.row for hit in hits}) == len(hits)


def test_a_translation_is_ranked_by_its_key_and_not_by_its_letters(tmp_path: Path) -> None:
    near = [f"bluebaske{letter}.com" for letter in "abcdefghijklmnopqrsuvwxyz"]
    (tmp_path / "list").write_text("\n".join([*near, "panierbleu.fr"]))
    corpus = Corpus.build(tmp_path / "c", [tmp_path / "list"])
    found = list(corpus.candidates(View(parse("bluebasket.com"))))
    guess = {hit.label: hit.guess for hit in found}
    # By letters alone it would stand behind anything.
    assert guess["panierbleu"] > 0


def test_of_a_key_with_many_rows_the_nearest_are_proposed(tmp_path: Path) -> None:
    rows = [f"{chr(97 + n % 26)}{n}zwiebelturm.com" for n in range(1800)]
    (tmp_path / "list").write_text("\n".join([*rows, "zwiebelturm.de", "zwiebelturmshop.de"]))
    corpus = Corpus.build(tmp_path / "c", [tmp_path / "list"])
    found = [hit.label for hit in corpus.candidates(View(parse("zwiebelturm.com")))]
    assert found[0] == "zwiebelturm"
    assert "zwiebelturmshop" in found
    assert len(found) < 1500


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("aegon.es", "segurosaegon.com"),
        ("extra.com", "clubeextra.com"),
        ("boursorama.com", "qqboursorama.fr"),
        ("boursorama.com", "boursoramaqq.fr"),
        ("nertflix-upgrade.com", "netflix.com"),
        ("monpanierbleuquebecois.ca", "panierbleuquebecois.com"),
    ],
)
def test_what_begins_or_ends_with_a_name_or_holds_a_slip_of_it_is_proposed(
    tmp_path: Path, new: str, old: str
) -> None:
    rows = [f"{chr(97 + n % 26)}{n}zwiebelturm.com" for n in range(400)]
    (tmp_path / "list").write_text("\n".join([*rows, old]))
    corpus = Corpus.build(tmp_path / "c", [tmp_path / "list"])
    found = {hit.label for hit in corpus.candidates(View(parse(new)))}
    assert old.partition(".")[0] in found


@given(st.lists(labels, min_size=1, max_size=30))
def test_rows_stand_in_order_of_their_endings(names: list[str]) -> None:
    listed = io.BytesIO()
    lines = [bare_line(base_form(name), name, "com", "list") for name in names]
    build.write(listed, lines, [], build.Skipped())
    store = Store(SectionFile(listed.getvalue(), "memory"))
    endings = [ending(base_form(store.record(int(row))[0])) for row in store.by_ending]
    assert endings == sorted(endings)
    assert sorted(store.by_ending.tolist()) == list(range(store.plain))


def test_several_corpora_are_one(tmp_path: Path) -> None:
    (tmp_path / "base").write_text("lepanierbleu.ca\nlepanierbleu.fr\n")
    (tmp_path / "day").write_text("lepanierbleu.com\nmonpanierbleue.com\n")
    parts = [Corpus.build(tmp_path / f"{n}.corpus", [tmp_path / n]) for n in ("base", "day")]
    whole = Corpus.build(tmp_path / "all", [tmp_path / "base.corpus", tmp_path / "day.corpus"])
    one, two = (Checker(c, min_probability=0.0).check("monpanierbleu.com") for c in (parts, whole))
    assert [(c.domain, c.bits) for c in one.collisions] == [
        (c.domain, c.bits) for c in two.collisions
    ]
    found = {c.label: {c.domain, *(r.domain for r in c.also)} for c in one.collisions}
    assert found["lepanierbleu"] == {"lepanierbleu.ca", "lepanierbleu.fr", "lepanierbleu.com"}


def test_check_gives_the_number_of_compare_though_readings_come_from_the_file() -> None:
    corpus = Corpus.shipped()
    for name in ("lepanierbleu.ca", "freesbee.fr", "ovhcloud.com", "digiweb.fr"):
        for collision in Checker(corpus, min_probability=0.0).check(name).collisions:
            if collision.domain:
                assert compare(name, collision.domain).bits == pytest.approx(collision.bits)


def test_names_that_a_guess_finds_hopeless_are_judged_where_all_are_asked_for() -> None:
    corpus = Corpus.shipped()
    few = Checker(corpus).check("hotelparis.com")
    all_ = Checker(corpus, min_probability=0.0, limit=20).check("hotelparis.com")
    assert len(all_.collisions) == 20
    shown = {c.domain for c in all_.collisions if c.level != Level.BELOW}
    assert {c.domain for c in few.collisions} == shown


def test_a_rare_word_that_is_all_of_a_name_but_its_determiner_is_worth_judging(tmp_path) -> None:
    (tmp_path / "list").write_text("magarderie.com\ngarderieplus.com\n")
    (hit,) = Checker(Corpus.load(tmp_path / "list")).check("Ma place en garderie").collisions
    assert (hit.domain, hit.kind) == ("magarderie.com", Kind.SHARED_WORD)
    assert hit.probability == compare("Ma place en garderie", "magarderie.com").probability
