"""The twenty pairs: a new name and the existing one that people take it for (or do not)."""

from __future__ import annotations

__all__ = ["NOT_CONFUSED", "PAIRS"]

PAIRS = (
    ("lepanierbleu.ca", "monpanierbleu.com"),
    ("digiweb.fr", "digiweb.com"),
    ("ouestjob.com", "cyberouest.com"),
    ("freesbee.fr", "frisbee.fr"),
    ("freesbee.fr", "freebsd.org"),
    ("ovhcloud.com", "ovh.com"),
    ("numergy.fr", "cloudwatt.fr"),
    ("gandi.net", "ghandi.net"),
    ("beneteau.com", "bénéteau.com"),
    ("01net.com", "o1net.com"),
    ("alterway.fr", "alter-way.fr"),
    ("rapid.space", "rapidspace.com"),
    ("poplist.com", "postlist.com"),
    ("paypal.com", "paypa1.com"),
    ("google.com", "gооgle.com"),
    ("lapetiteboutique.fr", "mapetiteboutique.fr"),
    ("boutiquedupain.fr", "painboutique.fr"),
    ("bluebasket.ca", "lepanierbleu.ca"),
    ("panierbleu.quebec", "lepanierbleu.ca"),
    ("rnicrosoft.com", "microsoft.com"),
)

NOT_CONFUSED = ("numergy.fr", "cloudwatt.fr")
"""Always named together, mistaken for one another by nobody."""
