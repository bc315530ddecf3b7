package vaiwg.jobs.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.jobs.store.SeriesName;
import vaiwg.jobs.store.SnapshotTable;

/**
 * Something that was published and is not what the log says. It tells by how much, and not the figures themselves.
 *
 * @param table where it is
 * @param series of which line of values, where it is of one
 * @param how in which columns, or by how much
 * @param suspect the first record at which the two differ
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
    public enum Kind {
        RULE(false, "was counted by another rule than this build's"),
        MIDNIGHT_LOST(false, "the midnight is missing between others"),
        MIDNIGHT_ADDED(false, "the midnight is published, and the log has none"),
        MIDNIGHT_CHANGED(false, "the midnight is said to have other values than the log gives"),
        LOST(true, "is in the log, and not in the table"),
        ADDED(true, "is in the table, and not in the log"),
        CHANGED(true, "is otherwise in the table than in the log");

        private final boolean isOfRow;
        private final String words;

        Kind(boolean isOfRow, String words) {
            this.isOfRow = isOfRow;
            this.words = words;
        }
    }

    /** Since when. */
    public enum Origin {
        /** The job published something else. */
        PUBLISHED("it was published so"),
        SINCE("it was published as the log says, and the table was changed since");

        private final String words;

        Origin(String words) {
            this.words = words;
        }
    }

    /** With the record that parts the two; of figures of conduct, and of records of it, no place is told: there it is a person's. */
    Difference with(Optional<Suspect> other) {
        boolean isRestricted = series.filter(SeriesName::restricted).isPresent();
        return new Difference(
                kind,
                origin,
                table,
                force,
                series,
                asAt,
                how,
                other.filter(record -> !isRestricted && !record.stream().isRestricted()));
    }

    public String inWords() {
        String what = Stream.of(asAt.toString(), force, where())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return what + ": " + kind.words + (how.isEmpty() ? "" : " (" + how + ")")
                + (kind.isOfRow ? "; " + origin.words : "")
                + suspect.map(record -> "; " + record.inWords()).orElse("") + ".";
    }

    /** A value is said by its name alone. */
    private String where() {
        String name = series.map(Difference::name).orElse("");
        boolean byName = !name.isEmpty() && (isOfValue() || !kind.isOfRow);
        return byName ? name : name.isEmpty() ? table : table + " of " + name;
    }

    private boolean isOfValue() {
        return table.equals(SnapshotTable.VALUES);
    }

    private static String name(SeriesName series) {
        return String.join(" ", series.kpi(), series.basis(), series.window(), series.slice())
                .strip();
    }
}
