package vaiwg.kpis.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.kpis.cases.UnitCode;

/**
 * How deprived small areas are: dated deciles with their source, 1 the most deprived. A decile counts from its day on until the next of
 * the same area; before the first, and where there is none, nothing is known.
 */
public final class Deprivation {
    /** The deciles of the most deprived fifth. */
    private static final int LAST_OF_THE_FIFTH = 2;

    private static final List<String> HEAD = List.of("lsoa", "decile", "from", "source");

    private final Map<Long, NavigableMap<Integer, Integer>> deciles = new HashMap<>();
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
        file.rows().forEach(deprivation::add);
        return deprivation;
    }

    /**
     * Whether an area is in the most deprived fifth on a day; empty where the file does not know it.
     *
     * @param lsoa the area's code as a {@link UnitCode}
     * @param day a day number
     */
    public Optional<Boolean> isMostDeprived(long lsoa, int day) {
        return Optional.ofNullable(deciles.get(lsoa))
                .map(byDay -> byDay.floorEntry(day))
                .map(decile -> decile.getValue() <= LAST_OF_THE_FIFTH);
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

    private void add(Map<String, String> row) {
        require(row.keySet().containsAll(HEAD), "has not the columns " + String.join(", ", HEAD), row);
        require(!row.get("lsoa").isEmpty(), "names no area", row);
        require(row.get("decile").matches("[1-9]|10"), "has no decile from 1 to 10", row);
        require(!row.get("source").isEmpty(), "names no source", row);
        Integer before = deciles.computeIfAbsent(UnitCode.of(row.get("lsoa")), area -> new TreeMap<>())
                .put(day(row), Integer.parseInt(row.get("decile")));
        require(before == null, "says again how deprived an area is from a day on", row);
    }

    private static int day(Map<String, String> row) {
        try {
            return Math.toIntExact(LocalDate.parse(row.get("from")).toEpochDay());
        } catch (DateTimeException e) {
            throw unreadable("has no date like 2019-09-26 in the column from", row);
        }
    }

    private static void require(boolean holds, String otherwise, Map<String, String> row) {
        if (!holds) {
            throw unreadable(otherwise, row);
        }
    }

    private static IllegalStateException unreadable(String why, Map<String, String> row) {
        return new IllegalStateException("A row of deprivation " + why + ": " + String.join(",", row.values()));
    }
}
