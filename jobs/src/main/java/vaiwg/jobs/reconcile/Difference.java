package vaiwg.jobs.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.jobs.store.SeriesName;

/**
 * Something that was published and is not what the log says. It tells by how much, and not the figures themselves.
 *
 * @param table where it is
 * @param series of which line of values, where it is of one
 * @param how in which columns, or by how much
 * @param suspect the first record by which the two part
 */
public record Difference(
        Kind kind,
        Origin origin,
        String table,
        String force,
        Optional<SeriesName> series,
        LocalDate asAt,
        String how,
        Optional<Suspect> suspect) {
    /** What is otherwise. */
    public enum Kind {
        RULE("was counted by another rule than this build's"),
        MIDNIGHT_LOST("the midnight is missing between others"),
        MIDNIGHT_ADDED("the midnight is published, and the log has none"),
        LOST("is in the log, and not in the table"),
        ADDED("is in the table, and not in the log"),
        CHANGED("is otherwise in the table than in the log");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Since when. */
    public enum Origin {
        /** The job published something else. */
        PUBLISHED("it was published so"),
        /** The job published what the log says. */
        SINCE("it was published as the log says, and the table was changed since");

        private final String words;

        Origin(String words) {
            this.words = words;
        }
    }

    Difference with(Optional<Suspect> other) {
        return new Difference(kind, origin, table, force, series, asAt, how, other);
    }

    /** In a line. */
    public String inWords() {
        String what = Stream.of(
                        asAt.toString(),
                        force,
                        series.map(Difference::name).orElse(table))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return what + ": " + kind.words + (how.isEmpty() ? "" : " (" + how + ")")
                + (kind == Kind.RULE ? "" : "; " + origin.words)
                + suspect.map(record -> "; " + record.inWords()).orElse("") + ".";
    }

    private static String name(SeriesName series) {
        return String.join(" ", series.kpi(), series.basis(), series.window(), series.slice())
                .strip();
    }
}
