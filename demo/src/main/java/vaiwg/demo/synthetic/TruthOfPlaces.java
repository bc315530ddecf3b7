package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.Map;
import vaiwg.demo.synthetic.TrueFigures.View;

/** Crimes in public by how often their cell was met in the year before the end. */
final class TruthOfPlaces {
    private static final View YEAR = View.recorded(TrueFigures.YEAR);
    private static final int OFTEN = 3;

    private final TrueFigures figures;
    private final Map<String, Integer> crimes = new HashMap<>();

    TruthOfPlaces(TrueFigures figures) {
        this.figures = figures;
    }

    /** Takes the cell of a crime in public that was recorded on a day; null where the place is not matched. */
    void add(String cell, int day) {
        if (cell != null && figures.isIn(YEAR, day)) {
            crimes.merge(cell, 1, Integer::sum);
        }
    }

    /** Once all crimes are there. */
    void count() {
        for (int here : crimes.values()) {
            for (int one = 0; one < here; one++) {
                figures.person("repeat_location_share", "", YEAR, here >= OFTEN);
            }
        }
    }
}
