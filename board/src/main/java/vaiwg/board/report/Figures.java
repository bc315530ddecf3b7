package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.suppression.FigureKey;

/** Figures of published values, and the changes between them. */
final class Figures {
    private static final int INTERVAL_BELOW = 1_000;
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
        if (snapshot.isEmpty() || !snapshot.get().has(key)) {
            return none(measure, key, snapshot, asAt, Figure.State.NOT_KEPT);
        }
        Optional<PublishedValue> found = snapshot.get().find(key);
        if (found.isPresent()) {
            return shown(measure, found.get(), snapshot.get());
        }
        if (snapshot.get().snapshot().themesOnly() && Slices.isFinerThanThemes(slice)) {
            return none(measure, key, snapshot, asAt, Figure.State.NOT_KEPT);
        }
        if (measure.restricted()) {
            return none(measure, key, snapshot, asAt, Figure.State.SUPPRESSED);
        }
        // Zero of zero has no row.
        return measure.kind() == MeasureEntry.Kind.COUNT
                ? figure(measure, key, snapshot.get(), 0, null, 0, Double.NaN, Double.NaN, Figure.State.SHOWN)
                : none(measure, key, snapshot, asAt, Figure.State.NONE);
    }

    private static Figure shown(MeasureEntry measure, PublishedValue value, SnapshotValues snapshot) {
        if (value.suppressed()) {
            return figure(
                    measure,
                    value.key(),
                    snapshot,
                    null,
                    null,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Figure.State.SUPPRESSED);
        }
        boolean compared = value.compared() || measure.kind() == MeasureEntry.Kind.COUNT;
        if (value.small() || !compared) {
            Integer numerator = measure.kind() == MeasureEntry.Kind.PERCENTILE ? null : value.numerator();
            Figure.State few = numerator == null ? Figure.State.TOO_FEW : Figure.State.COUNT_ONLY;
            return figure(
                    measure,
                    value.key(),
                    snapshot,
                    numerator,
                    value.denominator(),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    compared ? few : Figure.State.NOT_COMPARED);
        }
        boolean interval = value.numerator() == null
                || value.denominator() != null && value.denominator() < INTERVAL_BELOW && !measure.shownAsCount();
        return figure(
                measure,
                value.key(),
                snapshot,
                value.numerator(),
                value.denominator(),
                unit(measure).of(value.value()),
                interval ? value.lower() : Double.NaN,
                interval ? value.upper() : Double.NaN,
                Figure.State.SHOWN);
    }

    private static Figure none(
            MeasureEntry measure,
            SeriesKey key,
            Optional<SnapshotValues> snapshot,
            LocalDate asAt,
            Figure.State state) {
        return Figure.without(
                        measure.kpi(),
                        key.basis(),
                        key.window(),
                        key.slice(),
                        snapshot.map(values -> values.snapshot().asAt()).orElse(asAt),
                        unit(measure),
                        state)
                .of(isAboutNobody(measure, key), Optional.empty());
    }

    private static Figure figure(
            MeasureEntry measure,
            SeriesKey key,
            SnapshotValues snapshot,
            Integer numerator,
            Integer denominator,
            double value,
            double lower,
            double upper,
            Figure.State state) {
        return new Figure(
                measure.kpi(),
                key.basis(),
                key.window(),
                key.slice(),
                snapshot.snapshot().asAt(),
                unit(measure),
                numerator,
                denominator,
                value,
                lower,
                upper,
                state,
                isAboutNobody(measure, key),
                snapshot.find(key).flatMap(PublishedValue::withheld));
    }

    private static boolean isAboutNobody(MeasureEntry measure, SeriesKey key) {
        return measure.aboutNobody() && !new FigureKey(key.kpi(), key.basis(), key.slice()).isOfPeople();
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
        SeriesKey key = new SeriesKey(now.kpi(), now.basis(), now.window(), now.slice());
        Optional<PublishedValue> one = snapshot.find(key);
        Optional<PublishedValue> other = earlier.get().find(key);
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
