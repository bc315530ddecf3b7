package vaiwg.grafana;

import java.util.List;

/**
 * The slices that a query may read a figure by, in SQL: that of the policing area and theme chosen above the dashboard first, then of
 * the theme, then of all. A figure that is not broken down by area or theme is shown for all, and it is said beside it.
 *
 * @param prefix of a figure that has variants, such as {@code characteristic=ethnicity}, before the theme in the order of dimensions; empty for the others
 * @param theme the suffix of a row that is of one theme whatever was chosen, such as {@code theme=rape}; null for the chosen theme
 * @param strict whether there is nothing rather than the whole force where the chosen area has no such slice
 */
record Slice(String prefix, String theme, boolean strict) {
    /** What is chosen above the dashboard. */
    static final Slice CHOSEN = new Slice("", null, false);

    private static final String AREA = "CASE WHEN '$lpa' IN ('', 'all') THEN '' ELSE 'lpa=$lpa;' END";
    private static final String THEME = "CASE '$theme' WHEN 'all' THEN '' ELSE 'theme=$theme' END";

    /** A variant of a figure, of the chosen theme. */
    static Slice ofVariant(String prefix) {
        return new Slice(prefix, null, false);
    }

    /** Of one theme, in the chosen area or of the whole force. */
    static Slice ofTheme(String label) {
        return new Slice("", Themes.slice(label), false);
    }

    /** The same variant, of one theme. */
    Slice in(String label) {
        return new Slice(prefix, Themes.slice(label), strict);
    }

    /** The same variant in cells of a table, of one theme. */
    Slice cell(String label) {
        return new Slice(prefix, Themes.slice(label), true);
    }

    boolean isOfTheme() {
        return theme != null;
    }

    /** The SQL expressions, the most wanted first. */
    List<String> candidates() {
        String chosen = theme == null ? THEME : "'" + theme + "'";
        // The dimensions of a slice are in order.
        String before = prefix.compareTo("lpa") < 0 ? "'" + prefix + ";' || " + AREA : AREA + " || '" + prefix + ";'";
        String inArea = "btrim(" + before + " || " + chosen + ", ';')";
        if (strict) {
            return List.of(inArea);
        }
        String anywhere = "btrim('" + prefix + ";' || " + chosen + ", ';')";
        return theme == null ? List.of(inArea, anywhere, "'" + prefix + "'") : List.of(inArea, anywhere);
    }

    /**
     * What is said of the slice that was found, in SQL: nothing where it is of the chosen area and theme.
     *
     * @param found the SQL expression of the slice
     * @param ofTheme the SQL condition that the line is of one theme whatever was chosen
     */
    static String fallback(String found, String ofTheme) {
        return """
            CASE WHEN '$lpa' NOT IN ('', 'all') AND %1$s NOT LIKE '%%lpa=%%' THEN ' · whole force' ELSE '' END || CASE
                  WHEN NOT %2$s AND '$theme' <> 'all' AND %1$s NOT LIKE '%%theme=%%' THEN ' · all themes' ELSE '' END\
            """.formatted(found, ofTheme);
    }
}
