"""A checker imports what its checks need when it is made, so that forks and threads get on."""

from __future__ import annotations

from child import printed

LATE = """
import sys
from confusables import Checker, Launch
checker = Checker(launch=Launch(visits=1000, peak=True), markets=["CA", "FR"])
before = set(sys.modules)
for name in ("lepanierbleu.ca", "Get Blue Fern", "рост.com", "😀.com", "paypa1.com", "H&M",
             "xn--bnteau-bvab.com", "4saisons.fr", "日本.jp", "foo.github.io", "x" * 63):
    report = checker.check(name)
    list(report.suggestions)
    report.to_json()
print(*sorted(set(sys.modules) - before))
"""


def test_a_check_imports_nothing() -> None:
    assert printed(LATE).split() == []


def test_importing_the_package_does_not() -> None:
    code = "import sys, confusables; print('numpy.ma' in sys.modules, 'tldextract' in sys.modules)"
    assert printed(code).split() == ["False", "False"]
