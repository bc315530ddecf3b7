package vaiwg.statistics.streams;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.reference.CheckedRow;
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
        for (Map<String, String> cells : sites.file(SiteFile.EXPECTED).rows()) {
            CheckedRow row = new CheckedRow("expected records", cells);
            Row read = row(row);
            row.require(
                    rows.stream()
                            .noneMatch(other -> other.force.equals(read.force)
                                    && other.stream == read.stream
                                    && other.from == read.from),
                    "says again what is expected from a day on");
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

    private static Row row(CheckedRow row) {
        EventStream stream = EventStream.ofSlug(row.get("stream"))
                .filter(StreamArrivals::isWatched)
                .orElseThrow(() -> row.unreadable("names no stream of records, such as stalking"));
        row.require(
                row.get("events_a_week").matches("[0-9]{1,7}(\\.[0-9]{1,3})?"),
                "has no number from 0 in the column events_a_week");
        double events = Double.parseDouble(row.get("events_a_week"));
        return new Row(row.get(Sites.FORCE), stream, events, row.day("from", "2026-09-26"));
    }
}
