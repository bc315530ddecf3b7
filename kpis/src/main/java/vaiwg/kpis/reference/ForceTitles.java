package vaiwg.kpis.reference;

import java.util.Map;

/** Forces as people call them: events and files have their slugs only. */
public final class ForceTitles {
    private static final Map<String, String> OTHERWISE =
            Map.of("btp", "British Transport Police", "dyfed-powys", "Dyfed-Powys");
    private static final String POLICE = " Police";

    private ForceTitles() {}

    /** {@code city-of-london}: City of London. */
    public static String of(String slug) {
        return OTHERWISE.getOrDefault(slug, PlaceNames.of(slug));
    }

    /** {@code city-of-london}: City of London Police. */
    public static String police(String slug) {
        String title = of(slug);
        return title.endsWith(POLICE) ? title : title + POLICE;
    }
}
