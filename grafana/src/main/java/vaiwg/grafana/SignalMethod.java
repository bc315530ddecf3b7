package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Priority;

/**
 * How signals are judged: what the words in the tables of matters mean. It is a panel, and no page of documents, since a dashboard knows of
 * an installation what its database says, and a link from each matter must lead somewhere everywhere.
 */
final class SignalMethod {
    /** Fixed, so that the link stays good wherever the panel is placed. */
    private static final int ID = 100;

    private static final int HEIGHT = 17;

    /** Where the panel is shown alone. */
    static final String LINK = "/d/vaiwg-definitions?viewPanel=panel-" + ID + "&" + Variables.CARRIED;

    static final String TITLE = "Method of signals";

    private SignalMethod() {}

    static Panel panel() {
        List<String> rows = new ArrayList<>();
        for (Ask ask : Ask.values()) {
            rows.add(row(ask.words(), ask.meaning()));
        }
        for (SignalRule rule : SignalRule.values()) {
            rows.add(row(FirstLetters.capital(rule.words()), rule.meaning()));
        }
        rows.add(row(
                "Of other cases",
                "How many other charts of the same concern left their usual range in the same direction, and count"
                        + " other cases: other policing areas, themes that exclude one another, other records. One cause"
                        + " is one line."));
        rows.add(row(
                "Of the same cases",
                "How many other charts show it of cases that are in this one too. They are no further evidence."));
        rows.add(row(
                "Raised, due",
                "The day on which the matter was raised; an answer is due " + Priority.DAYS_TO_ANSWER
                        + " days later. The figures are of the newest period."));
        rows.add(row(
                "No change, improving",
                "The newest period varies as usual. A stock is judged by its level beside that of a year before: a"
                        + " backlog that has grown is not improving, whatever it did last month."));
        rows.add(row(
                "Short of target",
                "A comparable target is not met, as in a duty in every case that is met in some. It is said apart from"
                        + " whether the figure changes."));
        rows.add(row(
                "Record too young",
                "Of crimes that stay open for years the age can only grow while the record is young, so it is"
                        + " not judged yet."));
        rows.add(row(
                "In 28 days to a day",
                "The period that the chart judges. Tables of figures show 12 months, so the two differ. Within so many"
                        + " days: each case is looked at as many days after it was recorded."));
        rows.add(row(
                "Usual, upper and lower limit",
                "Made of the first twelve periods and kept since; of counts, of the same weeks of the year before."
                        + " Within the limits a figure varies as it always did."));
        rows.add(row(
                "Which signals are listed",
                "Of charts those in which all periods since the change, together, differ from those before it"
                        + " by as much as chance does once in 370 periods of a main figure, and once in 10,000 of"
                        + " any other."));
        PanelReading reading = new PanelReading(
                "What the tables of open matters say, and what it means. All of it is in docs/signals.md.",
                "a line a word",
                "none",
                "of the chart that raised a signal",
                "28 days");
        return PanelKinds.table(TITLE, reading, PanelSource.PUBLISHED, 24, HEIGHT)
                .with("id", ID)
                .sql(
                        "SELECT * FROM (VALUES\n  " + String.join(",\n  ", rows)
                                + ") method(\"On the dashboards\", \"What it means\")",
                        "table")
                .field("On the dashboards", "custom.width", 230)
                .field("What it means", "custom.wrapText", true);
    }

    private static String row(String words, String meaning) {
        return List.of(words, meaning).stream().map(FigureRow::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
