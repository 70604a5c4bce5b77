"""rdap.tsv: the RDAP servers of the top-level domains, from IANA's bootstrap file."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from confusables.lookups.bootstrap import parsed
from steps import Inputs, Step

_SOURCE = "sources/rdap-dns-2026-07-23.json"


def _build(inputs: Inputs) -> bytes:
    content = inputs[_SOURCE]
    stated = parsed(content)
    served: dict[str, list[str]] = defaultdict(list)
    for tld, server in stated.servers.items():
        served[server].append(tld)
    made = (f"{server}\t{' '.join(sorted(tlds))}" for server, tlds in served.items())
    head = (
        "# RDAP servers by top-level domain (RFC 9224): server, then its top-level domains.\n"
        "# IANA, RDAP bootstrap file for Domain Name System registrations; https servers alone.\n"
        f"# published {stated.published}\n"
        f"# sha256 {hashlib.sha256(content).hexdigest()}\n"
    )
    return (head + "\n".join(sorted(made)) + "\n").encode()


STEP = Step("rdap.tsv", (_SOURCE,), _build)
