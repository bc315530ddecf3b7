package vaiwg.kpis.catalogue;

/**
 * Where a measure stands among others. What is restricted is in the restricted annex whatever else is declared: it may be named as a headline,
 * without its value. Which figures page 1 of the report shows is in {@link PageOne}.
 *
 * @param order its number among the headlines of the strategy, from 1; 0 where it is none
 * @param name what it is called as a headline; empty where it is none
 * @param slice the slice that is the headline, as in the tables; empty for the total
 */
public record Placement(Place place, int order, String name, String slice) {
    public boolean isHeadline() {
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
