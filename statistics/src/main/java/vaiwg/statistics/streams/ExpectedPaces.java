package vaiwg.statistics.streams;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.EventStream;

/**
 * What a site says of how many records a force sends of a stream: dated rows of {@code stream,events_a_week,from}; 0 says that it is not
 * sent. The newest row from a day on or before a midnight counts. A row is added and never changed, so that midnights of the past stay what they were.
 */
public final class ExpectedPaces implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final ExpectedPaces NONE = new ExpectedPaces(List.of());

    private final ArrayList<Row> rows;

    /**
     * What is said from a day on.
     *
     * @param events a week, from 0
     * @param from a day number
     */
    record Row(String force, EventStream stream, double events, int from) implements Serializable {}

    private ExpectedPaces(List<Row> rows) {
        this.rows = new ArrayList<>(rows);
    }

    /**
     * What sites say.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or says something twice
     */
    public static ExpectedPaces of(Sites sites) {
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> row : sites.file(SiteFile.EXPECTED).rows()) {
            Row read = row(row);
            require(
                    rows.stream()
                            .noneMatch(other -> other.force.equals(read.force)
                                    && other.stream == read.stream
                                    && other.from == read.from),
                    "says again what is expected from a day on",
                    row);
            rows.add(read);
        }
        return new ExpectedPaces(rows);
    }

    /** What is said of a stream for a midnight. */
    Optional<Row> of(String force, EventStream stream, int midnight) {
        return rows.stream()
                .filter(row -> row.force.equals(force) && row.stream == stream && row.from <= midnight)
                .max((one, other) -> Integer.compare(one.from, other.from));
    }

    private static Row row(Map<String, String> row) {
        EventStream stream = EventStream.ofSlug(row.get("stream"))
                .filter(StreamArrivals::isWatched)
                .orElseThrow(() -> unreadable("names no stream of records, such as stalking", row));
        require(
                row.get("events_a_week").matches("[0-9]{1,7}(\\.[0-9]{1,3})?"),
                "has no number from 0 in the column events_a_week",
                row);
        return new Row(row.get(Sites.FORCE), stream, Double.parseDouble(row.get("events_a_week")), day(row));
    }

    private static int day(Map<String, String> row) {
        try {
            return Math.toIntExact(LocalDate.parse(row.get("from")).toEpochDay());
        } catch (DateTimeException e) {
            throw unreadable("has no date like 2026-09-26 in the column from", row);
        }
    }

    private static void require(boolean holds, String otherwise, Map<String, String> row) {
        if (!holds) {
            throw unreadable(otherwise, row);
        }
    }

    private static IllegalStateException unreadable(String why, Map<String, String> row) {
        return new IllegalStateException("A row of expected records, " + row.values() + ", " + why);
    }
}
