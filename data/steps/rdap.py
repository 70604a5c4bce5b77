"""rdap.tsv: the RDAP servers of the top-level domains, from IANA's bootstrap file."""

from __future__ import annotations

import hashlib
import json

from steps import Inputs, Step

_SOURCE = "sources/rdap-dns-2026-07-23.json"


def _build(inputs: Inputs) -> bytes:
    content = inputs[_SOURCE]
    stated = json.loads(content)
    made = []
    for tlds, urls in stated["services"]:
        secure = sorted(url for url in urls if url.startswith("https://"))
        if secure:
            base = secure[0] if secure[0].endswith("/") else secure[0] + "/"
            made.append(f"{base}\t{' '.join(sorted(tld.lower() for tld in tlds))}")
    head = (
        "# RDAP servers by top-level domain (RFC 9224): server, then its top-level domains.\n"
        "# IANA, RDAP bootstrap file for Domain Name System registrations; https servers alone.\n"
        f"# published {stated['publication']}\n"
        f"# sha256 {hashlib.sha256(content).hexdigest()}\n"
    )
    return (head + "\n".join(sorted(made)) + "\n").encode()


STEP = Step("rdap.tsv", (_SOURCE,), _build)
