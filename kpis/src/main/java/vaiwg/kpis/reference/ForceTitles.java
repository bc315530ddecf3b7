package vaiwg.kpis.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Forces as people call them: events and files have their slugs only. */
public final class ForceTitles {
    private static final Map<String, String> OTHERWISE =
            Map.of("btp", "British Transport Police", "dyfed-powys", "Dyfed-Powys");
    private static final String POLICE = " Police";
    private static final List<String> SMALL = List.of("and", "of");

    private ForceTitles() {}

    /** {@code city-of-london}: City of London. */
    public static String of(String slug) {
        return OTHERWISE.getOrDefault(
                slug, Arrays.stream(slug.split("-")).map(ForceTitles::word).collect(Collectors.joining(" ")));
    }

    /** {@code city-of-london}: City of London Police. */
    public static String police(String slug) {
        String title = of(slug);
        return title.endsWith(POLICE) ? title : title + POLICE;
    }

    private static String word(String word) {
        return word.isEmpty() || SMALL.contains(word)
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
