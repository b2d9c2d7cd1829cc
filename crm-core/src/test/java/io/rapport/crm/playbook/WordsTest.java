package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "broken, BROKEN",
        "stra\u00dfe, STRASSE",
        "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u038c\u03a3",
        "stra\u00dfe, STRA\u1e9eE",
        "iade, \u0130ADE",
        "kap\u0131, KAPI",
        "caf\u00e9, CAFE\u0301",
        "kaputt, \uff2b\uff21\uff30\uff35\uff34\uff34",
        "\u043f\u043e\u0441\u044b\u043b\u043a\u0430, \u041f\u041e\u0421\u042b\u041b\u041a\u0410"
    })
    void words_that_differ_in_case_or_form_only_are_the_same(String one, String other) {
        assertThat(Words.in(one)).hasSize(1).isEqualTo(Words.in(other));
    }

    @Test
    void text_is_cut_where_neither_letter_mark_nor_digit_stands() {
        assertThat(Words.in("My parcel (no. 4711) arrived\u2014broken!\n\u201cWhy?\u201d"))
                .containsExactly("my", "parcel", "no", "4711", "arrived", "broken", "why");
        assertThat(Words.in(" ?! ")).isEmpty();
    }

    @Test
    void the_default_locale_does_not_matter() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Words.in("TITLE")).containsExactly("title");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Property
    void folding_twice_is_folding_once(@ForAll String text) {
        List<String> once = Words.in(text);

        assertThat(Words.in(String.join(" ", once))).isEqualTo(once);
    }
}
