package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.suppression.FigureKey;

/** Figures of published values, and the changes between them. */
final class Figures {
    /** A share of fewer cases stands with its interval. */
    static final int INTERVAL_BELOW = 1_000;

    private static final int POINTS = 100;

    private Figures() {}

    /**
     * A figure of a snapshot, or of none where that was not kept.
     *
     * @param asAt of the report, for a figure of no snapshot
     */
    static Figure of(
            MeasureEntry measure, Reading reading, String slice, Optional<SnapshotValues> snapshot, LocalDate asAt) {
        SeriesKey key = reading.of(measure.kpi(), slice);
        LocalDate day = snapshot.map(values -> values.snapshot().asAt()).orElse(asAt);
        Optional<PublishedValue> found = snapshot.flatMap(values -> values.find(key));
        Figure none = Figure.without(key, day, unit(measure), Figure.State.NONE)
                .of(countsWork(measure, key), found.flatMap(PublishedValue::withheld));
        if (found.isPresent()) {
            return shown(measure, found.get(), none);
        }
        boolean finer = Slice.isFinerThanThemes(slice);
        boolean kept = snapshot.filter(values ->
                        values.has(key) && !(finer && values.snapshot().themesOnly()))
                .isPresent();
        if (!kept) {
            return none.without(Figure.State.NOT_KEPT);
        }
        if (measure.restricted()) {
            return none.without(Figure.State.SUPPRESSED);
        }
        // Zero of zero has no row.
        return measure.kind() == MeasureEntry.Kind.COUNT ? none.with(0, null, 0, Figure.State.SHOWN) : none;
    }

    private static Figure shown(MeasureEntry measure, PublishedValue value, Figure none) {
        if (value.suppressed()) {
            return none.with(null, null, Double.NaN, Figure.State.SUPPRESSED);
        }
        boolean compared = value.compared() || measure.kind() == MeasureEntry.Kind.COUNT;
        if (value.small() || !compared) {
            Integer numerator = measure.kind() == MeasureEntry.Kind.PERCENTILE ? null : value.numerator();
            Figure.State few = numerator == null ? Figure.State.TOO_FEW : Figure.State.COUNT_ONLY;
            boolean asFew = compared || value.small() && numerator != null;
            return none.with(numerator, value.denominator(), Double.NaN, asFew ? few : Figure.State.NOT_COMPARED);
        }
        boolean interval = value.numerator() == null
                || value.denominator() != null && value.denominator() < INTERVAL_BELOW && !measure.shownAsCount();
        Figure shown =
                none.with(value.numerator(), value.denominator(), unit(measure).of(value.value()), Figure.State.SHOWN);
        return interval ? shown.between(value.lower(), value.upper()) : shown;
    }

    private static boolean countsWork(MeasureEntry measure, SeriesKey key) {
        return measure.countsWork() && !new FigureKey(key.kpi(), key.basis(), key.slice()).isOfPeople();
    }

    static Unit unit(MeasureEntry measure) {
        return switch (measure.kind()) {
            case COUNT -> Unit.COUNT;
            case SHARE -> Unit.SHARE;
            case RATE -> Unit.PER_100;
            case POPULATION_RATE -> measure.unit().endsWith("per 1,000") ? Unit.PER_1_000 : Unit.PER_10_000;
            case PERCENTILE -> measure.unit().startsWith("hour") ? Unit.HOURS : Unit.DAYS;
        };
    }

    /**
     * How much a figure differs from the same of an earlier snapshot; unknown where either is not shown, holds less than its window
     * says, or counts by another definition.
     */
    static FigureChange change(
            MeasureEntry measure,
            Figure now,
            SnapshotValues snapshot,
            Figure before,
            Optional<SnapshotValues> earlier) {
        Unit unit = measure.shownAsCount() ? Unit.COUNT : now.unit();
        if (earlier.isEmpty() || !now.isShown() || !before.isShown()) {
            return new FigureChange(Double.NaN, unit);
        }
        Optional<PublishedValue> one = snapshot.find(now.key());
        Optional<PublishedValue> other = earlier.get().find(now.key());
        boolean alike = one.isEmpty()
                || other.isEmpty()
                || Objects.equals(one.get().definitionHash(), other.get().definitionHash())
                        && !one.get().partial()
                        && !other.get().partial();
        if (!alike) {
            return new FigureChange(Double.NaN, unit);
        }
        return new FigureChange(
                measure.shownAsCount() ? now.numerator() - before.numerator() : difference(now, before), unit);
    }

    /** Of shares in points of a hundred, of others in their unit. */
    static double difference(Figure now, Figure before) {
        return (now.unit() == Unit.SHARE ? POINTS : 1) * (now.value() - before.value());
    }

    static Better better(MeasureEntry measure) {
        return switch (measure.direction()) {
            case "up" -> Better.UP;
            case "down" -> Better.DOWN;
            default -> Better.NEITHER;
        };
    }
}
