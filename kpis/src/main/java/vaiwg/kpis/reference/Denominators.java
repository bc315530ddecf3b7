package vaiwg.kpis.reference;

import java.util.List;

/**
 * How many people a rate is for: dated figures with their source, by force, and by local policing area where rates are cut by
 * areas. A figure counts from its day on until the next of the same people; before the first, and where there is none, a rate has
 * no denominator and no value.
 */
public final class Denominators {
    /** In the place of a policing area: the whole force. */
    public static final String WHOLE_FORCE = "";

    private static final List<String> HEAD = List.of("force", "population", "lpa", "from", "number", "source");

    private final Dated<People> numbers = new Dated<>();

    private record People(String force, Population population, String lpa) {}

    private Denominators() {}

    /**
     * Reads the rows of a file.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or says something twice
     */
    public static Denominators of(ReferenceFile file) {
        Denominators denominators = new Denominators();
        file.rows().forEach(row -> denominators.add(new CheckedRow("denominators", row)));
        return denominators;
    }

    /** The number of people on a day (a day number), or 0 where no figure is in force. */
    public int on(int day, String force, Population population, String lpa) {
        return numbers.on(new People(force, population, lpa), day).orElse(0);
    }

    private void add(CheckedRow row) {
        row.require(row.cells().keySet().containsAll(HEAD), "has not the columns " + String.join(", ", HEAD));
        row.require(!row.get("source").isEmpty(), "names no source");
        Population population = row.constant("population", Population.values(), "names an unknown population");
        int day = row.day("from", "2021-03-21");
        row.require(row.get("number").matches("[1-9][0-9]{0,8}"), "has no whole number above 0 in the column number");
        People people = new People(row.get("force"), population, row.get("lpa"));
        row.require(
                numbers.add(people, day, Integer.parseInt(row.get("number"))),
                "says again how many they are from a day on");
    }
}
