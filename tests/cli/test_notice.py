from __future__ import annotations

from confusables.cli import main


def test_english_and_french(capsys):
    assert main(["notice", "lepanierbleu.ca", "monpanierbleu.com"]) == 0
    english = capsys.readouterr().out
    assert "Dear Sir or Madam," in english
    assert "Looking for Mon Panier bleu (France)?" in english
    assert "since June 2017, before us" in english
    assert main(["notice", "lepanierbleu.ca", "monpanierbleu.com", "--lang", "fr"]) == 0
    french = capsys.readouterr().out
    assert "Vous cherchez Mon Panier bleu (France)\u202f?" in french
    assert "«\u00a0" in french


def test_names_that_no_corpus_holds(capsys):
    assert main(["notice", "Une Petite Boutique", "qwxzkjv.fr"]) == 0
    shown = capsys.readouterr().out
    assert "Looking for qwxzkjv.fr?" in shown
    assert "Une Petite Boutique" in shown


def test_one_name_twice_and_no_name(capsys):
    assert main(["notice", "exemple.fr", "EXEMPLE.fr"]) == 65
    assert "one and the same name" in capsys.readouterr().err
    assert main(["notice", "a..fr", "exemple.fr"]) == 65
    assert main(["notice", "exemple.fr"]) == 2
    assert main(["notice", "a.fr", "b.fr", "--lang", "xx"]) == 2


def test_brands_of_the_same_letters_written_as_other_words_are_two(capsys):
    assert main(["notice", "crossenv", "cross-env"]) == 0
    assert "one and the same" not in capsys.readouterr().err


def test_a_row_of_a_list_that_cannot_be_used_is_code_65(capsys, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("domain,country\nmonpanierbleu.com,FR\nwindmill.org,France\n", "utf-8")
    assert main(["notice", "lepanierbleu.ca", "monpanierbleu.com", "--corpus", str(path)]) == 65
    told = capsys.readouterr()
    assert "list.csv:3: country is 'France'" in told.err
    assert "Looking for monpanierbleu.com (France)?" in told.out


def test_into_a_file(capsys, tmp_path):
    path = tmp_path / "letter.txt"
    code = main(["notice", "lepanierbleu.ca", "monpanierbleu.com", "--output", str(path)])
    assert code == 0
    assert capsys.readouterr().out == ""
    assert "Dear Sir or Madam," in path.read_text(encoding="utf-8")


def test_a_corpus_of_ones_own(capsys, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("domain,name,country\nqwxzkjv.fr,La Boutique,BE\n", encoding="utf-8")
    assert main(["notice", "neuf.fr", "qwxzkjv.fr", "--corpus", str(path)]) == 0
    assert "Looking for La Boutique (Belgium)?" in capsys.readouterr().out


def test_what_the_letter_says_and_nothing_bears_out_is_told(capsys):
    for new, existing, told in (
        ("qwxz.ca", "google.com", "hardly taken for one another"),
        ("monpanierbleu.ca", "monpanierbleus.zz", "is in no list that was searched"),
        ("google.com", "googel.com", "google.com is registered already"),
    ):
        assert main(["notice", new, existing]) == 0
        assert told in capsys.readouterr().err
    assert main(["notice", "panierbleu.ca", "monpanierbleu.com"]) == 0
    assert capsys.readouterr().err == ""


def test_what_was_left_aside_of_an_address_comes_first(capsys):
    assert main(["notice", "shop.lepanierbleu.ca", "monpanierbleu.com"]) == 0
    told = "Only lepanierbleu.ca was compared. Left aside: the subdomain “shop”."
    assert capsys.readouterr().out.startswith(told + "\n\nLetter to the holder")
    assert main(["notice", "shop.example.com", "blog.example.com"]) == 65
    err = capsys.readouterr().err
    assert "the subdomain “blog”" in err
    assert "example.com and example.com are one and the same name" in err


def test_a_letter_to_somebody_whose_name_is_another_does_not_call_it_near(capsys):
    assert main(["notice", "Mon dossier santé", "tesla.com", "--lang", "fr"]) == 0
    shown = capsys.readouterr()
    assert "Objet\u00a0: Mon dossier santé et Tesla\n" in shown.out
    assert "parce que [votre raison]." in shown.out
    assert "proches" not in shown.out
    assert "ne risquent guère d’être confondus" in shown.err
    assert main(["notice", "carnetsante.gouv.qc.ca", "carnet.hr"]) == 0
    assert "two names that some people may confuse" in capsys.readouterr().out
