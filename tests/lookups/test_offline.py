"""Fault 60: nothing is asked, and nothing that can ask is imported, unless the user wants it."""

from __future__ import annotations

import socket

import pytest
from child import printed

# In the child, every socket and every name resolution is forbidden, loopback as well.
FORBID = """
import sys
def audit(event, arguments):
    if event.startswith("socket.") and event not in ("socket.gethostname",):
        raise RuntimeError(f"offline: {event} {arguments}")
sys.addaudithook(audit)
"""


def run(code: str) -> str:
    return printed(FORBID + code)


def test_the_hook_bites() -> None:
    with pytest.raises(AssertionError, match="offline: socket"):
        run("import socket; socket.socket()")


def test_fault_60_checking_opens_no_socket() -> None:
    run(
        "import confusables\n"
        "confusables.check('lepanierbleu.ca')\n"
        "confusables.parse('Le Panier bleu')\n"
    )


# What imports swallow as well: urllib3 would bind a socket to see whether IPv6 works here.
NOTED = """
import sys
noted = []
sys.addaudithook(lambda event, given: event.startswith("socket.") and noted.append((event, given)))
import confusables
confusables.check('lepanierbleu.ca').to_json()
print(noted)
"""


def test_fault_60_checking_does_not_even_try_to_open_a_socket() -> None:
    assert printed(NOTED).split() == ["[]"]


def test_what_others_ask_of_urllib3_is_as_before() -> None:
    assert (
        printed(
            "import confusables, socket\n"
            "confusables.parse('lepanierbleu.ca')\n"
            "from urllib3.util.connection import HAS_IPV6\n"
            "print(socket.has_ipv6, HAS_IPV6)\n"
        ).split()
        == [str(socket.has_ipv6)] * 2
    )


def test_fault_60_reading_and_telling_open_no_socket() -> None:
    run(
        "from confusables.lookups import Lookup, read_rdap, read_whois\n"
        "read_whois('exemple.fr', b'%% No entries found in the AFNIC Database.')\n"
        "read_rdap('exemple.fr', 404, b'{\"errorCode\": 404}')\n"
        "with Lookup() as lookup:\n"
        "    assert lookup.told(['exemple.fr', 'exemple.com', 'exemple.de'])\n"
        "    assert lookup.ask('exemple.sans-service').reason == 'no-service'\n"
        "    assert lookup.ask('exemple.nl').reason == 'terms'\n"
    )


@pytest.mark.parametrize("module", ["confusables", "confusables.lookups"])
def test_what_can_ask_is_imported_on_first_use(module) -> None:
    seen = run(f"import sys, {module}\nprint(*sorted(sys.modules))")
    assert not {"requests", "urllib3", "whois", "dns", "dns.resolver"} & set(seen.split())
