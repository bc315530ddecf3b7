package vaiwg.kpis.catalogue;

/**
 * Where the Strategy Board's report shows a measure. What is restricted is in the restricted annex whatever else is declared: page 1 may
 * name it there, and shows no figure of it.
 *
 * @param order its number among the figures of page 1, from 1; 0 where page 1 does not name it
 * @param name what page 1 calls it; empty where page 1 does not name it
 * @param slice the slice that page 1 shows, as in the tables; empty for the total
 */
public record Placement(Place place, int order, String name, String slice) {
    public boolean isOnPageOne() {
        return order > 0;
    }

    static Placement of(Declared declared, String shortTitle) {
        return new Placement(
                place(declared),
                declared.order,
                declared.order > 0 && declared.headline.isEmpty() ? shortTitle : declared.headline,
                declared.headlineSlice);
    }

    private static Place place(Declared declared) {
        if (declared.restricted) {
            return Place.RESTRICTED_ANNEX;
        }
        if (declared.order > 0) {
            return Place.HEADLINE;
        }
        return declared.annexed ? Place.ANNEX : Place.AREA;
    }
}
