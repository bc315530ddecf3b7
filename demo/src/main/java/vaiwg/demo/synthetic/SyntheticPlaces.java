package vaiwg.demo.synthetic;

import java.util.List;

/** Invented small areas and cells: the codes have the real form, but lie outside the range that is in use. */
final class SyntheticPlaces {
    /** By alphabet: the place of one among them is in its codes. */
    static final List<String> AREAS = Figures.choice("areas").names();

    static final String CELL = "cell-";
    private static final int SMALL_AREAS = 200;
    /** Of the force; an area has as many of them as it has of the crimes. */
    static final int CELLS = 120_000;

    private static final int FIRST_CODE = 990_000;

    private SyntheticPlaces() {}

    /** A lower layer super output area; null where the area is. */
    static String lsoa(String area, Draw draw) {
        int number = draw.below(SMALL_AREAS);
        return area == null ? null : "E01" + (FIRST_CODE + AREAS.indexOf(area) * SMALL_AREAS + number);
    }

    /** A cell; some of an area come back often. */
    static String cell(String area, Draw draw) {
        int number = draw.chance(Figures.of("repeat_place"))
                ? draw.below(part(Figures.whole("repeat_places"), area))
                : draw.below(part(CELLS, area));
        return area == null ? null : CELL + (AREAS.indexOf(area) * CELLS + number);
    }

    static int part(int ofForce, String area) {
        return (int) Math.ceil(ofForce * Figures.choice("areas").share(area));
    }
}
