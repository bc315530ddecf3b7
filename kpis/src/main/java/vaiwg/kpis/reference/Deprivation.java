package vaiwg.kpis.reference;

import java.util.List;
import java.util.Optional;
import vaiwg.kpis.cases.UnitCode;

/**
 * How deprived small areas are: dated deciles with their source, 1 the most deprived. A decile counts from its day on until the next of
 * the same area; before the first, and where there is none, nothing is known.
 */
public final class Deprivation {
    /** The deciles of the most deprived fifth. */
    private static final int LAST_OF_THE_FIFTH = 2;

    private static final List<String> HEAD = List.of("lsoa", "decile", "from", "source");

    private final Dated<Long> deciles = new Dated<>();
    private final String text;

    private Deprivation(String text) {
        this.text = text;
    }

    /**
     * Reads the rows of a file.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or says something twice
     */
    public static Deprivation of(ReferenceFile file) {
        Deprivation deprivation = new Deprivation(file.rows().isEmpty() ? "" : file.text());
        file.rows().forEach(row -> deprivation.add(new CheckedRow("deprivation", row)));
        return deprivation;
    }

    /**
     * Whether an area is in the most deprived fifth on a day; empty where the file does not know it.
     *
     * @param lsoa the area's code as a {@link UnitCode}
     * @param day a day number
     */
    public Optional<Boolean> isMostDeprived(long lsoa, int day) {
        return deciles.on(lsoa, day).map(decile -> decile <= LAST_OF_THE_FIFTH);
    }

    public boolean isEmpty() {
        return deciles.isEmpty();
    }

    /** The whole text, which is part of every definition; empty where the file has no rows. */
    public String text() {
        return text;
    }

    /** A hash of the text; empty where the file has no rows. */
    public String fingerprint() {
        return text.isEmpty() ? "" : Long.toHexString(UnitCode.of(text));
    }

    private void add(CheckedRow row) {
        row.require(row.cells().keySet().containsAll(HEAD), "has not the columns " + String.join(", ", HEAD));
        row.require(!row.get("lsoa").isEmpty(), "names no area");
        row.require(row.get("decile").matches("[1-9]|10"), "has no decile from 1 to 10");
        row.require(!row.get("source").isEmpty(), "names no source");
        long area = UnitCode.of(row.get("lsoa"));
        row.require(
                deciles.add(area, row.day("from", "2019-09-26"), Integer.parseInt(row.get("decile"))),
                "says again how deprived an area is from a day on");
    }
}
