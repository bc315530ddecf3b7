package vaiwg.kpis.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import vaiwg.schemas.Slugged;

/**
 * What a figure is read beside.
 *
 * @param slice of which slice of the measure, as in the tables; empty for the total
 * @param name what it is of in few words, such as "Audit of July 2021"
 * @param value as the source states it, in {@code unit}
 * @param from the first day that it is of; empty where the source does not say
 * @param validFrom from this day on it is shown, and a target counts
 * @param reason why the measure counts something else; empty where it is comparable
 * @param force whose figures it stands beside; empty for every force's
 */
public record Benchmark(
        String measure,
        String slice,
        Kind kind,
        String name,
        double value,
        Unit unit,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        LocalDate validFrom,
        String reason,
        String source,
        String quote,
        String force) {
    /** What it is to the force. */
    public enum Kind implements Slugged {
        /** Where the force began. */
        BASELINE,
        /** What it has to reach. */
        TARGET,
        /** A figure of others, such as the most similar forces. */
        COMPARATOR;
    }

    /** What its value is in. */
    public enum Unit implements Slugged {
        /** A number of cases; of a share or a rate its numerator. */
        COUNT(1),
        PERCENT(100),
        PER_100(100),
        PER_1000(1_000),
        PER_10000(10_000),
        DAYS(1),
        HOURS(1);

        private final int scale;

        Unit(int scale) {
            this.scale = scale;
        }
    }

    public boolean isComparable() {
        return reason.isEmpty();
    }

    /** Whether it is of every single case, or of none: then each part of them has it too. */
    boolean isOfEveryCase() {
        return unit == Unit.PERCENT && (value == 100 || value == 0);
    }

    /** The value in the unit in which the measure is published: a share between 0 and 1. */
    public double inUnitOfMeasure() {
        return value / unit.scale;
    }

    boolean isOf(String otherMeasure, String otherSlice) {
        return measure.equals(otherMeasure) && slice.equals(otherSlice);
    }

    /** Whether its value can be one of the measure's; a target needs a good direction too, and cannot be a numerator alone. */
    boolean fits(Measure figure) {
        boolean numerator = unit == Unit.COUNT && kind != Kind.TARGET;
        boolean inItsUnit =
                switch (figure.kind()) {
                    case COUNT -> unit == Unit.COUNT;
                    case SHARE -> unit == Unit.PERCENT || numerator;
                    case RATE -> unit == Unit.PER_100 || numerator;
                    case POPULATION_RATE -> unit.scale == figure.readPer();
                    case PERCENTILE -> unit.slug().equals(figure.unit());
                };
        return inItsUnit && (kind != Kind.TARGET || figure.direction() != Direction.NONE);
    }
}
