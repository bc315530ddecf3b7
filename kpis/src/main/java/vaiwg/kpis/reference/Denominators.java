package vaiwg.kpis.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many people a rate is for: dated figures with their source, by force, and by local policing area where rates are cut by
 * areas. A figure counts from its day on until the next of the same people; before the first, and where there is none, a rate has
 * no denominator and no value.
 */
public final class Denominators {
    /** In the place of a policing area: the whole force. */
    public static final String WHOLE_FORCE = "";

    private static final List<String> HEAD = List.of("force", "population", "lpa", "from", "number", "source");

    private final Map<People, NavigableMap<Integer, Integer>> numbers = new HashMap<>();

    private record People(String force, Population population, String lpa) {}

    private Denominators() {}

    /**
     * Reads the rows of a file.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or says something twice
     */
    public static Denominators of(ReferenceFile file) {
        Denominators denominators = new Denominators();
        file.rows().forEach(denominators::add);
        return denominators;
    }

    /** The number of people on a day (a day number), or 0 where no figure is in force. */
    public int on(int day, String force, Population population, String lpa) {
        return Optional.ofNullable(numbers.get(new People(force, population, lpa)))
                .map(byDay -> byDay.floorEntry(day))
                .map(Map.Entry::getValue)
                .orElse(0);
    }

    private void add(Map<String, String> row) {
        require(row.keySet().containsAll(HEAD), "has not the columns " + String.join(", ", HEAD), row);
        require(!row.get("source").isEmpty(), "names no source", row);
        People people = new People(row.get("force"), population(row), row.get("lpa"));
        Integer before = numbers.computeIfAbsent(people, key -> new TreeMap<>()).put(day(row), number(row));
        require(before == null, "says again how many they are from a day on", row);
    }

    private static Population population(Map<String, String> row) {
        return Arrays.stream(Population.values())
                .filter(population -> population.slug().equals(row.get("population")))
                .findFirst()
                .orElseThrow(() -> unreadable("names an unknown population", row));
    }

    private static int day(Map<String, String> row) {
        try {
            return Math.toIntExact(LocalDate.parse(row.get("from")).toEpochDay());
        } catch (DateTimeException e) {
            throw unreadable("has no date like 2021-03-21 in the column from", row);
        }
    }

    private static int number(Map<String, String> row) {
        require(row.get("number").matches("[1-9][0-9]{0,8}"), "has no whole number above 0 in the column number", row);
        return Integer.parseInt(row.get("number"));
    }

    private static void require(boolean holds, String otherwise, Map<String, String> row) {
        if (!holds) {
            throw unreadable(otherwise, row);
        }
    }

    private static IllegalStateException unreadable(String why, Map<String, String> row) {
        return new IllegalStateException("A row of denominators " + why + ": " + String.join(",", row.values()));
    }
}
