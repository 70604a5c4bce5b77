"""espeak-ng, where it is installed and asked for: a second ear beside the rules of the languages.

It is run as a program: the names stand on its standard input, many at once, and never in a command.
What it writes, in the International Phonetic Alphabet, is brought to the alphabet of ``phones``.
"""

from __future__ import annotations

import re
import subprocess
from shutil import which
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from confusables.errors import MissingProgram, SpeakerError
from confusables.labels import LONGEST
from confusables.languages.phones import undouble

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Espeak"]

_VOICES: Final = {
    "fr": "fr-fr", "en": "en-us", "de": "de", "es": "es-419", "it": "it", "pt": "pt-br", "nl": "nl",
}  # fmt: skip
_KEPT: Final = 100_000  # names that were said and are remembered


def _table(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in normalize("NFD", text).split())


_ALPHABET: Final = _table(
    "tʃ:c dʒ:j aɪ:ay aʊ:aw ɔɪ:oy ɔø:oy oʊ:o əʊ:o eɪ:ey ɛɪ:ey œy:Oy ʌʊ:aw"
    " ɑ̃:A ɐ̃:A ã:A ɛ̃:I œ̃:I ẽ:I ɔ̃:Q õ:Q"
    " a:a ɑ:a ɐ:a æ:a e:e ɛ:e i:i ɪ:i ɨ:i ᵻ:i o:o ɔ:o ɒ:o u:u ʊ:u ʌ:u"
    " y:U ʏ:U ɵ:U ø:O œ:O ə:q ɜ:q ɚ:qr"
    " p:p b:b t:t d:d k:k ɡ:g g:g f:f v:v s:s z:z ʃ:S ʒ:Z θ:T ð:T m:m n:n ŋ:N ɲ:Y l:l ɫ:l ɬ:l"
    " r:r ɾ:r ʁ:r ʀ:r ɹ:r h:h ɦ:h x:x ç:x ɣ:g β:b ʎ:ly w:w ɥ:w ʋ:v j:y ʝ:y"
)
# Where a language's rules hear one of the signs otherwise.
_OWN: Final = {
    "en": _table("ɾ:t ʔ:t eɪ:e ɑːɹ:ar ɑː:o ɜː:qr"),
    "de": _table("??:ur"),  # so version 1.51 writes the vowel of Burg
    "es": _table("ð:d ʎ:y ɟ:y ŋ:n"),
    "it": _table("dz:ts ŋ:n"),
    "pt": _table("tʃ:t dʒ:d ɾə:r x:r y:i ɐ̃ŋ:A eɪŋ:I iŋ:I õŋ:Q oŋ:Q ũŋ:u uŋ:u"),
    "nl": _table("ɣ:x tʲ:c"),
}


class _Reader:
    """What a line of espeak-ng tells, as phones of a language."""

    def __init__(self, code: str) -> None:
        self._phones = _ALPHABET | _OWN.get(code, {})
        signs = sorted(self._phones, key=len, reverse=True)
        self._sign = re.compile("|".join(map(re.escape, signs)))

    def __call__(self, line: str) -> str:
        # Without the marks of a change of language, as (en), and of stress.
        bare = re.sub(r"\([^)]*\)|[ˈˌ]", "", normalize("NFD", line))
        return undouble("".join(self._phones[sign] for sign in self._sign.findall(bare)))


def _word(text: str) -> str:
    """What is read of a text: its letters, nothing of one that is too long."""
    word = "".join(filter(str.isalpha, text.lower()))
    # espeak-ng 1.51 may crash on words of some hundreds of letters.
    return word if len(word) <= LONGEST else ""


class Espeak:
    """The program espeak-ng as a ``Speaker``, in those of its voices that are installed.

    ``timeout`` are the seconds that it may take for one batch of names in one language. Raises
    MissingProgram where it is not installed, SpeakerError where it fails or has none of the voices.
    """

    name: Final = "espeak-ng"

    def __init__(self, timeout: float = 30.0) -> None:
        self._program = which(self.name)
        if self._program is None:
            raise MissingProgram(self.name, "espeak-ng")
        self._timeout = timeout
        self._said: dict[str, dict[str, str]] = {}
        listed = {row.split()[1] for row in self._asked("--voices") if len(row.split()) > 1}
        self._voices = {code: voice for code, voice in _VOICES.items() if voice in listed}
        if not self._voices:
            raise SpeakerError(f"{self.name} failed: it lists no voice")

    def sounds(self, texts: Sequence[str]) -> list[dict[str, str]]:
        """How each text sounds in each language, as phones; its letters alone are read."""
        words = [_word(text) for text in texts]
        said = self._said
        if len(said) > _KEPT:
            said = self._said = {}
        fresh = [word for word in dict.fromkeys(words) if word and word not in said]
        spoken = {code: self._read(code, voice, fresh) for code, voice in self._voices.items()}
        for at, word in enumerate(fresh):
            said[word] = {code: lines[at] for code, lines in spoken.items()}
        return [said[word] if word else {} for word in words]

    def _read(self, code: str, voice: str, words: list[str]) -> list[str]:
        """The phones of the words in a language."""
        reader = _Reader(code)
        return list(map(reader, self._lines(voice, words)))

    def _lines(self, voice: str, words: list[str]) -> list[str]:
        """A line a word, as espeak-ng writes them; one that gets several has them as one, one
        that crashes it has none.
        """
        if not words:
            return []
        lines = self._asked("-q", "--ipa", "-b", "1", "-v", voice, words=words)
        if len(lines) == len(words):
            return lines
        if len(words) == 1:
            return ["".join(lines)]
        half = len(words) // 2
        return self._lines(voice, words[:half]) + self._lines(voice, words[half:])

    def _asked(self, *options: str, words: Sequence[str] = ()) -> list[str]:
        """The lines that the program writes; none where it crashes."""
        given = "".join(f"{word}\n" for word in words).encode("utf-8")
        try:
            done = subprocess.run(  # noqa: S603 - its own path and options; names are its input
                [str(self._program), *options],
                input=given,
                capture_output=True,
                check=False,
                timeout=self._timeout,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SpeakerError(f"{self.name} failed: {error}") from error
        if done.returncode > 0:
            raise SpeakerError(f"{self.name} failed: its exit code is {done.returncode}")
        return [] if done.returncode else done.stdout.decode("utf-8", "replace").splitlines()
