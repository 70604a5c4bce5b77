"""Lookup: the order of sources, terms, privacy, and who is told."""

from __future__ import annotations

import os
import threading
import time

import pytest
from lookups.loopback import NOT_FOUND, domain_object, http, path_of, registry, say

from confusables import Checker
from confusables.lookups import Lookup, Told
from confusables.model import Reason

NAME = "exemple.test"
RECORD = b"Domain Name: exemple.test\r\nRegistrar: Example\r\nCreated: 2001-02-03\r\n"


@pytest.fixture
def lookup(whole):
    made: list[Lookup] = []

    def make(**more: object) -> Lookup:
        made.append(Lookup(**{"timeout": 2, "allow_loopback": True, "witness": False, **more}))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_rdap_comes_first_and_suffices(serve, lookup) -> None:
    rdap, whois = serve(registry), serve(say(RECORD), end=b"\r\n")
    asking = lookup(rdap={"test": rdap.url}, whois={"test": whois.address})
    assert asking.ask(NAME).source == "rdap"
    assert asking.ask("no.test").verdict == "no-record"
    assert whois.connections == 0


@pytest.mark.parametrize("status", [400, 401, 404, 451, 500])
def test_port_43_comes_after_an_rdap_that_knows_nothing(serve, lookup, status) -> None:
    rdap = serve(say(http(b"", status)))
    whois = serve(say(RECORD), end=b"\r\n")
    answer = lookup(rdap={"test": rdap.url}, whois={"test": whois.address}).ask(NAME)
    assert (answer.verdict, answer.source, answer.created) == ("registered", "whois", "2001-02-03")
    assert [heard.source for heard in answer.heard] == ["rdap", "whois"]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (http(b"", 429), "throttled"),
        (http(NOT_FOUND.replace(b"Object not found", b"The name is reserved"), 404), "reserved"),
    ],
)
def test_a_final_word_of_rdap_is_not_gone_around(serve, lookup, reply, reason) -> None:
    rdap, whois = serve(say(reply)), serve(say(b"No match\r\n"), end=b"\r\n")
    answer = lookup(rdap={"test": rdap.url}, whois={"test": whois.address}).ask(NAME)
    assert (answer.verdict, answer.reason) == ("unknown", reason)
    assert whois.connections == 0


def test_a_slow_rdap_leaves_time_for_port_43(serve, lookup) -> None:
    rdap = serve(lambda conn, request: rdap.pause(10))
    whois = serve(say(RECORD), end=b"\r\n")
    answer = lookup(rdap={"test": rdap.url}, whois={"test": whois.address}).ask(NAME)
    assert (answer.verdict, answer.source) == ("registered", "whois")


def test_two_unknowns_keep_the_first_reason(serve, lookup) -> None:
    rdap, whois = serve(say(http(b"x"))), serve(say(b"hello"), end=b"\r\n")
    answer = lookup(rdap={"test": rdap.url}, whois={"test": whois.address}).ask(NAME)
    assert (answer.source, answer.reason) == ("rdap", "malformed")
    assert [heard.reason for heard in answer.heard] == ["malformed", "unrecognised"]


def test_terms_that_forbid_automation(serve, lookup) -> None:
    server = serve(say(b"exemple.nl is free"), end=b"\r\n")
    strict = lookup(whois={"test": server.address})
    answer = strict.ask("exemple.nl")
    assert (answer.verdict, answer.reason) == ("unknown", "terms")
    assert strict.told(["exemple.nl"]) == ()
    assert {one.how for one in lookup(accept_terms=["nl"]).told(["exemple.nl"])} >= {"whois"}
    assert server.connections == 0


@pytest.mark.parametrize("how", ["rdap", "whois"])
def test_a_server_of_ones_own_has_no_terms_in_the_way(serve, lookup, how) -> None:
    whois, rdap = serve(say(b"exemple.nl is free"), end=b"\r\n"), serve(registry)
    own = lookup(
        **({"whois": {"nl": whois.address}} if how == "whois" else {"rdap": {"nl": rdap.url}})
    )
    assert own.told(["exemple.nl"]) == (Told("127.0.0.1", how, 1, True),)
    assert own.ask("exemple.nl").verdict == ("no-record" if how == "whois" else "registered")
    assert dict(own.ask_all(["exemple.nl"]))["exemple.nl"].source == how


def test_answers_under_such_terms_are_not_kept(serve, lookup, tmp_path) -> None:
    server = serve(say(b"exemple.nl is free"), end=b"\r\n")
    more = {"whois": {"nl": server.address}, "accept_terms": ["nl"], "cache": tmp_path / "c"}
    for _ in range(2):
        assert lookup(**more).ask("exemple.nl").verdict == "no-record"
    assert server.connections == 2


def test_a_suffix_named_for_one_kind_is_not_asked_elsewhere(serve, lookup) -> None:
    whois = serve(say(b"hello"), end=b"\r\n")
    asking = lookup(whois={"fr": whois.address})
    assert asking.told(["exemple.fr"]) == (Told("127.0.0.1", "whois", 1, True),)
    assert asking.ask("exemple.fr").reason == "unrecognised"
    rdap = serve(say(http(b"x")))
    asking = lookup(rdap={"fr": rdap.url})
    assert asking.told(["exemple.fr"]) == (Told("127.0.0.1", "rdap", 1, True),)


def test_who_will_be_told_without_telling_anybody(lookup) -> None:
    told = lookup().told(["a.fr", "b.fr", "c.com", "d.de", "é è", "x.sans-service"])
    hosts = {(one.host, one.how): (one.domains, one.in_clear) for one in told}
    assert hosts["whois.denic.de", "whois"] == (1, True)
    assert hosts["whois.verisign-grs.com", "whois"] == (1, True)
    assert hosts["whois.nic.fr", "whois"] == (2, True)
    rdap = [one for one in told if one.how == "rdap"]
    assert {one.domains for one in rdap} == {1, 2}
    assert not any(one.in_clear for one in rdap)


def test_dns_is_told_too(lookup) -> None:
    told = lookup(dns="127.0.0.1:5353").told(["a.test"])
    assert told == (Told("127.0.0.1:5353", "dns", 1, True),)


def test_a_proxy_is_not_gone_around(serve, lookup) -> None:
    proxy = serve(registry)
    whois = serve(say(RECORD), end=b"\r\n")
    asking = lookup(
        rdap={"test": "http://127.0.0.1:9/"},
        whois={"test": whois.address, "autre": whois.address},
        proxies={"http": proxy.url},
        dns="127.0.0.1:1",
    )
    assert asking.ask(NAME).verdict == "registered"
    assert asking.ask("exemple.autre").reason == "no-service"
    assert whois.connections == 0


def test_a_witness_is_heard(serve, lookup) -> None:
    text = b"Nom : exemple.test\r\nDescription of the thing\r\n"
    server = serve(say(text), end=b"\r\n")
    answer = lookup(whois={"test": server.address}, witness=True, timeout=5).ask(NAME)
    assert answer.verdict == "unknown"


@pytest.mark.parametrize(
    "bad",
    [
        {"timeout": 0},
        {"timeout": -1},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"timeout": 1e10},
        {"rdap": {"test": "ftp://a/"}},
        {"rdap": {"test": "127.0.0.1"}},
        {"rdap": {"test": "http://127.0.0.1:x/"}},
        {"rdap": {"test": "http://127.0.0.1:0/"}},
        {"rdap": {"test": "http://127.0.0.1:65536/"}},
        {"rdap": {"test": "http://user@127.0.0.1/"}},
        {"rdap": {"test": "http://127 .0.0.1/"}},
        {"rdap": {"test": "http://[::1"}},
        {"whois": {"test": "a b"}},
        {"whois": {"test": "host:x"}},
        {"whois": {"te st": "host"}},
        {"accept_terms": ["n l"]},
        {"dns": "127.0.0.1:x"},
        {"dns": ["a b"]},
        {"dns": "resolver.example"},
    ],
)
def test_wrong_settings_are_said_at_once(bad) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Lookup(**bad)


def test_suffixes_may_be_written_in_any_form(serve, lookup) -> None:
    server = serve(registry)
    asking = lookup(rdap={".Québec.": server.url, "co.test": server.url})
    assert asking.ask("exemple.québec").verdict == "registered"
    assert asking.ask("exemple.co.test").verdict == "registered"
    assert asking.ask("exemple.test").reason == "no-service"


@pytest.mark.parametrize("domain", ["exemple.github.io", "exemple.uk.com", "exemple.eu.org"])
def test_names_under_private_suffixes_are_not_asked_of_the_top_level(lookup, domain) -> None:
    asking = lookup()
    assert asking.told([domain]) == ()
    assert asking.ask(domain).reason == "no-service"


def test_the_registrable_name_is_asked_about(lookup, serve) -> None:
    assert lookup().told(["www.exemple.fr"]) == lookup().told(["exemple.fr"])
    asking = lookup()
    assert asking._asked_for("www.Exemple.co.uk") == "exemple.co.uk"
    assert asking._asked_for("co.uk") == "co.uk"
    server = serve(registry)
    assert lookup(rdap={"co.test": server.url}).ask("a.b.co.test").verdict == "registered"
    assert path_of(server.requests[0]) == "a.b.co.test"


def test_safe_for_threads(serve, lookup) -> None:
    server = serve(registry)
    asking = lookup(rdap={"test": server.url})
    answers: list[object] = []
    threads = [
        threading.Thread(target=lambda i=i: answers.append(asking.ask(f"a{i}.test").verdict))
        for i in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["registered"] * 20
    assert {path_of(request) for request in server.requests} == {f"a{i}.test" for i in range(20)}


def test_a_closed_lookup_asks_nobody(serve, lookup) -> None:
    server = serve(registry)
    asking = lookup(rdap={"test": server.url})
    asking.close()
    for ask in (asking.ask, lambda name: asking.ask_all([name])):
        with pytest.raises(RuntimeError, match="the lookup is closed"):
            ask(NAME)
    with pytest.raises(RuntimeError, match="the lookup is closed"):
        Checker(lookup=asking).check("lepanierbleu.ca")
    assert server.connections == 0


def test_what_a_closing_leaves_without_an_answer_is_unknown(serve, lookup) -> None:
    server = serve(registry)
    asking = lookup(rdap={"test": server.url})
    answers = asking.ask_all([NAME, *(f"a{i}.test" for i in range(50))])
    assert next(answers)[1].verdict == "registered"
    asking.close()
    rest = [answer for _, answer in answers]
    assert len(rest) == 50
    assert (rest[-1].verdict, rest[-1].reason) == ("unknown", "refused")
    assert not any(answer.verdict == "no-record" for answer in rest)


def test_no_word_of_an_answer_promises(serve, lookup) -> None:
    server = serve(say(http(NOT_FOUND, 404)))
    answer = lookup(rdap={"test": server.url}).ask(NAME)
    assert "free" not in repr(answer).casefold()
    assert "available" not in repr(answer).casefold()


def test_never_raises_for_any_text(lookup) -> None:
    asking = lookup()
    for text in ("", "\0", "a" * 10_000, "é", "😀.com", "[::1]", None, 7, b"x.test"):
        assert asking.ask(text).reason is Reason.INVALID_NAME


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"whois": {"test": "a:b:c"}}, "not a host and port: 'a:b:c'"),
        ({"rdap": {"test": "a:b:c"}}, "not an address of an RDAP server: 'a:b:c'"),
        ({"rdap": {"test": "http://a:x/"}}, "not an address of an RDAP server: 'http://a:x/'"),
        ({"accept_terms": "nl"}, r"accept_terms are suffixes in a list: \['nl'\]"),
    ],
)
def test_what_is_given_wrongly_is_told(given, told) -> None:
    with pytest.raises(ValueError, match=told):
        Lookup(**given)


def test_the_interfaces_example(serve) -> None:
    server = serve(lambda c, r: c.sendall(http(domain_object(path_of(r)))))
    answer = Lookup(
        timeout=10.0,
        rdap={"test": server.url},
        whois={"test": "127.0.0.1:4343"},
        allow_loopback=True,
    ).ask("exemple.test")
    assert answer.verdict == "registered"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_lookup_goes_on_in_a_process_that_was_forked(serve) -> None:
    """All locks are held, as by threads that the fork leaves out; the parent's witness lives on."""
    server = serve(registry)
    words = serve(say(b"Domain: exemple.words\r\nwords of some kind\r\n"), end=b"\r\n")
    with Lookup(
        rdap={"test": server.url}, whois={"words": words.address}, allow_loopback=True
    ) as lookup:
        lookup.ask("exemple.words")
        assert lookup.ask("exemple.test").verdict == "registered"
        live = lookup._live
        assert live.witness is not None
        held = [live.lock, live.manners._lock, live.wires._lock, live.witness._lock]
        held += [budget.turn for budget in live.manners._budgets.values()]
        for lock in held:
            lock.acquire()
        child = os.fork()
        if not child:
            code = 1
            try:  # whatever is raised: the child is not to go on with the tests
                begun = time.monotonic()
                told = [lookup.ask("exemple.test").verdict, lookup.ask("no.test").verdict]
                lookup.ask("exemple.words")
                lookup.interrupt()
                lookup.close()
                late = time.monotonic() - begun > 8
                code = 0 if told == ["registered", "no-record"] and not late else 2
            finally:
                os._exit(code)
        for lock in held:
            lock.release()
        assert os.waitpid(child, 0)[1] == 0
        assert live.witness._process is not None
        assert live.witness._process.poll() is None
        assert lookup.ask("exemple.test").verdict == "registered"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_was_closed_is_closed_in_a_process_that_was_forked(serve) -> None:
    with Lookup(rdap={"test": serve(registry).url}, allow_loopback=True) as lookup:
        pass
    child = os.fork()
    if not child:
        code = 1
        try:
            lookup.ask("exemple.test")
        except RuntimeError:
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
