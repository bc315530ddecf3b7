package vaiwg.kpis.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.schemas.Slugged;

/**
 * A row that people write, whose cells are told where it cannot be read.
 *
 * @param of what the rows of its file are of, such as leads
 */
public record CheckedRow(String of, Map<String, String> cells) {
    public String get(String column) {
        return cells.get(column);
    }

    /** @throws IllegalStateException in one sentence, where it does not hold */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            throw unreadable(otherwise);
        }
    }

    /**
     * The constant that a cell names.
     *
     * @throws IllegalStateException in one sentence, where it names none
     */
    public <E extends Slugged> E constant(String column, E[] values, String otherwise) {
        return Stream.of(values)
                .filter(value -> value.slug().equals(get(column)))
                .findFirst()
                .orElseThrow(() -> unreadable(otherwise));
    }

    /**
     * The date in a cell; absent where that is empty.
     *
     * @param like a date as it should be written
     * @throws IllegalStateException in one sentence, where it is none
     */
    public Optional<LocalDate> date(String column, String like) {
        try {
            return get(column).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(get(column)));
        } catch (DateTimeException e) {
            throw unreadable(noDate(column, like));
        }
    }

    /** Likewise the number of the day, where there has to be one. */
    public int day(String column, String like) {
        LocalDate date = date(column, like).orElseThrow(() -> unreadable(noDate(column, like)));
        return Math.toIntExact(date.toEpochDay());
    }

    public IllegalStateException unreadable(String why) {
        return new IllegalStateException("A row of " + of + " " + why + ": " + String.join(",", cells.values()));
    }

    private static String noDate(String column, String like) {
        return "has no date like " + like + " in the column " + column;
    }
}
