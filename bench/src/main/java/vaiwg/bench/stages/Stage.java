package vaiwg.bench.stages;

/** How far an event is taken in a measurement; each stage does what those before it do, but for {@link #COUNT}. */
public enum Stage {
    DECODE("decode", "Avro to the fields that figures read"),
    COUNT("decode, count by case", "the yardstick: a number for each case and nothing else"),
    CASES("+ cases", "every version of the case is kept, copies and conflicts are found"),
    DELTAS("+ deltas", "what the case contributed before and contributes now, in all measures, and the difference"),
    PERSONS("+ people and places", "likewise what the crimes of one victim, suspect or place have in common"),
    PANES("+ panes", "the cells of the days, rolling windows, follow-up of cases; every midnight all windows move on"),
    ROWS(
            "+ snapshots",
            "every midnight the rows that are published: totals and themes, on the first of a month all slices");

    private final String title;
    private final String meaning;

    Stage(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    boolean reaches(Stage other) {
        return this != COUNT && compareTo(other) >= 0;
    }
}
