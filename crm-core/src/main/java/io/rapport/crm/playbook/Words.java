package io.rapport.crm.playbook;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts text into words and folds their case, so that the words of a rule and of a ticket compare equal. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

    private Words() {}

    /** The folded words of a text, in its order. */
    static List<String> in(String text) {
        return WORD.matcher(Normalizer.normalize(text, Form.NFKC))
                .results()
                .map(MatchResult::group)
                .map(Words::folded)
                .toList();
    }

    private static String folded(String word) {
        // Upper case joins what lower case alone keeps apart: sharp s and ss, the two small sigmas, the dotless i.
        // Lower
        // case before that, since the capital sharp s has no other upper case.
        String lower = word.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        // The dotted capital I of Turkish becomes an i with a dot that is its own already.
        return Normalizer.normalize(lower.replace("i\u0307", "i"), Form.NFKC);
    }
}
