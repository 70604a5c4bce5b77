"""Beyond one machine: the same screening mapped over corpora by Spark, in the user's session.

Each corpus is a shard, which every worker can read under its path. In turn,

1. *propose*, mapped over shards with the names broadcast: the candidates of each name in a shard;
2. the best of each name are kept across shards;
3. *hold*, mapped over shards: what each holds of the labels that are left, by exact keys;
4. *judge*, mapped over names: ``Checker`` itself, over what was gathered in place of the corpora.

So the rows are those of the local engine over the same corpora, however a label's registrations
lie in them. Needs the extra ``spark``.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from confusables.checker import Checker
from confusables.corpus import Corpus, Found, Question
from confusables.errors import InvalidName
from confusables.names import parse
from confusables.screen import Row, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from confusables.model import Reading, Registration

__all__ = ["screen", "screen_texts"]

# What each column holds, for Spark and for Arrow; text where it is not said.
_KINDS = {
    "at": ("long", "int64"), "rank": ("int", "int32"), "shard": ("int", "int32"),
    "guess": ("double", "float64"), "probability": ("double", "float64"),
    "bits": ("double", "float64"), "held": ("binary", "binary"), "also": ("array<string>", ""),
}  # fmt: skip
_TEXT = ("string", "string")
_PROPOSED = ("at", "label", "guess", "shard")
_HELD = ("label", "shard", "held")
_ROWS = (
    "at", "rank", "name", "domain", "probability", "bits", "kind", "level", "also", "brand",
    "error", "existing", "compared",
)  # fmt: skip


def screen(
    names: DataFrame, corpora: Sequence[str], *, column: str = "name", **settings: Any
) -> DataFrame:
    """The rows of a screening of the names in a column, with ``at`` and ``rank`` to order them by.

    ``corpora`` are paths of built corpora, or ``shipped``; ``settings`` are those of ``Checker``.
    The names are gathered on the driver. Raises CorpusError where a corpus cannot be opened here.
    """
    from pyspark.sql import functions as f

    for path in corpora:
        _opened(path)
    spark, shards = names.sparkSession, len(corpora)
    texts = [str(row[0]) for row in names.select(column).collect()]
    tasks = shards * max(1, min(len(texts) // 64, -(-2 * _parallelism(names) // shards)))
    most = _checker([_Gathered()], settings).judged

    proposed = _mapped(
        spark.range(0, tasks, 1, tasks), _PROPOSED, _propose, texts, corpora, tasks, settings
    )
    of_label = f.expr("row_number() over (partition by at, label order by guess desc, shard)")
    of_name = f.expr("row_number() over (partition by at order by guess desc, label)")
    kept = proposed.withColumn("n", of_label).where("n = 1")
    kept = kept.withColumn("n", of_name).where(f"n <= {most}").drop("n").persist()

    every = spark.range(shards).withColumnRenamed("id", "shard")
    held = _mapped(kept.select("label").distinct().crossJoin(every), _HELD, _hold, corpora)
    held = held.groupBy("label").agg(f.collect_list(f.struct("shard", "held")).alias("held"))
    found = f.collect_list(f.struct("label", "guess", "shard", "held")).alias("found")
    gathered = kept.join(held, "label").groupBy("at").agg(found)
    every = spark.range(len(texts)).withColumnRenamed("id", "at")
    return _mapped(every.join(gathered, "at", "left"), _ROWS, _judge, texts, shards, settings)


def screen_texts(
    spark: SparkSession, texts: Iterable[str], corpora: Sequence[str], **settings: Any
) -> Iterator[tuple[Row, ...]]:
    """The rows of each text in order, as they come from the workers."""
    listed = list(texts)
    # Half a character, which no name may have, cannot travel.
    sound = [(text.encode("utf-8", "replace").decode(),) for text in listed]
    found = screen(spark.createDataFrame(sound, "name string"), corpora, **settings)
    ordered = found.orderBy("at", "rank").toLocalIterator(prefetchPartitions=True)
    for at, of_name in groupby(ordered, key=attrgetter("at")):
        text = listed[at]
        if text != sound[at][0]:
            yield rows(_checker([_Gathered()], settings), text)  # which says why it is none
            continue
        yield tuple(_row(row.asDict()) for row in of_name)


def _row(shown: dict[str, Any]) -> Row:
    held = {column: value for column, value in shown.items() if value is not None}
    return Row.from_dict({"domain": None, **held})


def _mapped(
    of: DataFrame, columns: tuple[str, ...], work: Callable[..., Iterable[Any]], *given: Any
) -> DataFrame:
    """``work`` mapped over batches of rows; ``given`` goes to every worker once."""

    def mapped(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        kinds = [(c, _KINDS.get(c, _TEXT)[1]) for c in columns]
        schema = pa.schema([(c, k or pa.list_(pa.string())) for c, k in kinds])
        for batch in batches:
            for found in work(batch.to_pylist(), *given):
                yield pa.RecordBatch.from_pylist(found, schema)

    return of.mapInArrow(mapped, ", ".join(f"{c} {_KINDS.get(c, _TEXT)[0]}" for c in columns))


def _parallelism(names: DataFrame) -> int:
    """How many tasks the session runs at a time; 8 where it does not tell."""
    from pyspark.errors import PySparkException

    try:
        return int(names.sparkSession.sparkContext.defaultParallelism)
    except PySparkException:
        return 8


def _opened(path: str) -> Corpus:
    """The corpus of a path, opened once in a process as long as the file is the same."""
    if path == "shipped":
        return Corpus.shipped()
    try:
        stat = Path(path).stat()
    except OSError:
        return Corpus.open(path)  # which says what is wrong
    return _opened_file(path, (stat.st_ino, stat.st_size, stat.st_mtime_ns))


@lru_cache(maxsize=64)
def _opened_file(path: str, _version: tuple[int, int, int]) -> Corpus:
    return Corpus.open(path)


def _propose(
    tasks: list[dict[str, Any]],
    texts: Sequence[str],
    corpora: Sequence[str],
    count: int,
    settings: dict[str, Any],
) -> Iterator[list[dict[str, Any]]]:
    """Candidates of a share of the names in one shard; a task is a share and a shard."""
    checker, shares = _checker([_Gathered()], settings), count // len(corpora)
    for task in tasks:
        share, shard = divmod(task["id"], len(corpora))
        for at in range(share, len(texts), shares):
            try:
                asked = checker.question(parse(texts[at]))
            except InvalidName:
                continue
            hits = checker.proposals(asked, _opened(corpora[shard]))
            yield [
                {"at": at, "label": hit.label, "guess": hit.guess, "shard": shard} for hit in hits
            ]


def _hold(labels: list[dict[str, Any]], corpora: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    """What a shard holds of a label: its registrations and readings."""
    found = []
    for row in labels:
        corpus = _opened(corpora[row["shard"]])
        if hit := corpus.find(row["label"]):
            held = pickle.dumps((corpus.registrations(hit), corpus.readings(hit)))
            found.append({**row, "held": held})
    yield found


def _judge(
    names: list[dict[str, Any]], texts: Sequence[str], shards: int, settings: dict[str, Any]
) -> Iterator[list[dict[str, Any]]]:
    """The rows of names by what was gathered of them."""
    for name in names:
        gathered = [_Gathered() for _ in range(shards)]
        for found in name["found"] or ():
            for part in found["held"]:
                gathered[part["shard"]].held[found["label"]] = part["held"]
            gathered[found["shard"]].found.append(Found(found["label"], 0, found["guess"]))
        checker = _checker(gathered, settings)
        made = enumerate(rows(checker, texts[name["at"]]))
        yield [{"at": name["at"], "rank": rank, **row.to_dict()} for rank, row in made]


def _checker(gathered: list[_Gathered], settings: dict[str, Any]) -> Checker:
    return Checker(cast("list[Corpus]", gathered), **settings)


class _Gathered:
    """What of a shard matters for one name, as ``Checker`` asks a corpus for it."""

    name = as_of = digest = ""
    names, sources = 0, ()

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.found: list[Found] = []

    def candidates(self, _: Question) -> Iterator[Found]:
        """The candidates that were kept, best guess first."""
        return iter(sorted(self.found, key=lambda hit: (-hit.guess, hit.label)))

    def find(self, label: str) -> Found | None:
        """A label that the shard holds."""
        return Found(label, 0) if label in self.held else None

    def _parts(self, found: Found) -> tuple[tuple[Registration, ...], tuple[Reading, ...] | None]:
        parts: tuple[tuple[Registration, ...], tuple[Reading, ...] | None]
        parts = pickle.loads(self.held[found.label])  # noqa: S301 - made by this run's own workers
        return parts

    def registrations(self, found: Found) -> tuple[Registration, ...]:
        """What is registered under the label in the shard."""
        return self._parts(found)[0]

    def readings(self, found: Found) -> tuple[Reading, ...] | None:
        """The readings of the label that the shard keeps."""
        return self._parts(found)[1]
