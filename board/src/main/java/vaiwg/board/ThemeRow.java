package vaiwg.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A row of a table by theme.
 *
 * @param slice the published slice
 * @param title what the row is called
 * @param note what must be said of the row, or empty
 */
record ThemeRow(String slice, String title, String note) {
    private static final String OVERLAPS = "overlaps the other rows";

    static final ThemeRow RAPE = new ThemeRow("theme=rape", "Rape", "");
    static final ThemeRow TOTAL = new ThemeRow("", "Total", "");
    private static final ThemeRow TOTAL_OF_THEMES = new ThemeRow("", "Total", "each crime once");

    private static final List<ThemeRow> THEMES = List.of(
            RAPE,
            new ThemeRow("theme=other_sexual", "Other sexual offences", ""),
            new ThemeRow("theme=stalking_harassment", "Stalking and harassment", ""),
            new ThemeRow("theme=domestic_abuse", "Domestic abuse", OVERLAPS),
            new ThemeRow("theme=violence_sexual", "Violence and sexual offences", "as one group in this source"));

    /**
     * The rows of a measure: the themes it was published for in any view, then the total. A theme it was never published for is
     * outside the measure.
     */
    static List<ThemeRow> of(Set<String> slices) {
        List<ThemeRow> rows = new ArrayList<>(
                THEMES.stream().filter(theme -> slices.contains(theme.slice())).toList());
        if (slices.contains("") || rows.isEmpty()) {
            rows.add(rows.isEmpty() ? TOTAL : TOTAL_OF_THEMES);
        }
        return rows;
    }

    /** The four themes and the total. */
    static List<ThemeRow> themesAndTotal() {
        List<ThemeRow> rows = new ArrayList<>(THEMES.subList(0, 4));
        rows.add(TOTAL_OF_THEMES);
        return rows;
    }

    /** The slice of this row cut further by a dimension; the keys of a slice are in order. */
    String with(String key, String value) {
        String cut = key + "=" + value;
        if (slice.isEmpty()) {
            return cut;
        }
        return cut.compareTo(slice) < 0 ? cut + ";" + slice : slice + ";" + cut;
    }
}
