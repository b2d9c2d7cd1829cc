package io.rapport.crm.quickstart.sample;

import io.rapport.crm.quickstart.sample.Shopper.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes people who plainly do not exist: names of plants and stones, e-mail addresses of the domains that are reserved
 * for examples, telephone numbers of the ranges that regulators set aside for films and books.
 */
final class Identities {

    private static final List<String> FIRST_NAMES = List.of(
            "Acacia",
            "Agate",
            "Alder",
            "Amber",
            "Aster",
            "Basil",
            "Beryl",
            "Bramble",
            "Briar",
            "Cedar",
            "Clover",
            "Coral",
            "Dahlia",
            "Fern",
            "Flint",
            "Garnet",
            "Hazel",
            "Heather",
            "Iris",
            "Jade",
            "Jasper",
            "Juniper",
            "Laurel",
            "Linden",
            "Marigold",
            "Myrtle",
            "Olive",
            "Onyx",
            "Opal",
            "Pearl",
            "Reed",
            "Rowan",
            "Ruby",
            "Sage",
            "Sorrel",
            "Thistle",
            "Topaz",
            "Willow",
            "Yarrow",
            "Zinnia");

    private static final List<String> LAST_NAMES = List.of(
            "Anyone",
            "Demoson",
            "Dummyfield",
            "Example",
            "Fixture",
            "Imagined",
            "Inventa",
            "Makebelieve",
            "Mockley",
            "Nobody",
            "Notreal",
            "Paperman",
            "Placeholder",
            "Pretend",
            "Sampleton",
            "Someone",
            "Specimen",
            "Standin",
            "Testerly",
            "Unreal");

    private static final List<String> COUNTRIES = List.of("GB", "DE", "FR", "US");

    /** {@code #} stands for digits that count up. */
    private static final List<List<String>> FICTIONAL_NUMBERS = List.of(
            List.of("+44 20 7946 0###", "+44 7700 900###"),
            List.of("+49 30 23125 ###", "+49 89 99998 ###"),
            List.of("+33 1 99 00 ## ##"),
            List.of("+1 212 555 01##", "+1 312 555 01##", "+1 415 555 01##"));

    private final Dice dice;
    private final int[] used = new int[COUNTRIES.size()];

    Identities(Dice dice) {
        this.dice = dice;
    }

    Identity next(int number) {
        String first = dice.oneOf(FIRST_NAMES);
        String last = dice.oneOf(LAST_NAMES);
        String domain = dice.chance(0.5) ? "example.com" : "example.org";
        String address = String.format(Locale.ROOT, "%s.%s.%d@%s", first, last, number, domain);
        String email = dice.chance(0.96) ? address.toLowerCase(Locale.ROOT) : "";
        int country = dice.weighted(40, 30, 20, 10);
        String phone = dice.chance(0.7) ? phone(country) : "";
        String id = String.format(Locale.ROOT, "C%04d", number);
        return new Identity(id, first + " " + last, email, phone, COUNTRIES.get(country));
    }

    /** A number nobody else has, or none once the country's fictional ranges are used up. */
    private String phone(int country) {
        int next = used[country]++;
        for (String range : FICTIONAL_NUMBERS.get(country)) {
            int size = size(range);
            if (next < size) {
                return fill(range, next);
            }
            next -= size;
        }
        return "";
    }

    private static int size(String range) {
        return range.chars().filter(c -> c == '#').map(place -> 10).reduce(1, Math::multiplyExact);
    }

    private static String fill(String range, int number) {
        StringBuilder filled = new StringBuilder(range);
        int left = number;
        List<Integer> places = new ArrayList<>();
        for (int i = range.length() - 1; i >= 0; i--) {
            if (range.charAt(i) == '#') {
                places.add(i);
            }
        }
        for (int place : places) {
            filled.setCharAt(place, (char) ('0' + left % 10));
            left /= 10;
        }
        return filled.toString();
    }
}
