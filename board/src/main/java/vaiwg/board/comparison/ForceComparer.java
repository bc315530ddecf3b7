package vaiwg.board.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vaiwg.statistics.signals.charts.Funnel;
import vaiwg.statistics.signals.charts.Limits;

/** Puts forces into the funnel of a measure. None is ranked. */
public final class ForceComparer {
    /** Of fewer forces nobody can say how much they usually differ. */
    public static final int FEWEST = 3;

    /** Points of a limit that is drawn: the eye sees no corners. */
    private static final int STEPS = 60;

    private ForceComparer() {}

    /** The measure of these counts, which are all of it. */
    public static ComparedMeasure compare(ForceMeasure measure, List<ForceCount> counts) {
        List<ForceCount> compared = counts.stream()
                .filter(count -> count.leftOut().isEmpty())
                .sorted(Comparator.comparing(ForceCount::force))
                .toList();
        List<Funnel.Unit> units = compared.stream()
                .map(count -> new Funnel.Unit(count.force(), count.numerator(), count.denominator()))
                .toList();
        Optional<Funnel> funnel = funnel(measure, units);
        return new ComparedMeasure(
                measure,
                units.stream().map(unit -> force(measure, unit, funnel)).toList(),
                funnel.map(found -> curve(measure, found, units)),
                leftOut(counts));
    }

    private static Optional<Funnel> funnel(ForceMeasure measure, List<Funnel.Unit> units) {
        if (units.size() < FEWEST) {
            return Optional.empty();
        }
        Funnel funnel = measure.funnel(units);
        boolean same = funnel.target() == 0 || measure.isOfOutcomes() && funnel.target() == 1;
        return same ? Optional.empty() : Optional.of(funnel);
    }

    private static ComparedForce force(ForceMeasure measure, Funnel.Unit unit, Optional<Funnel> funnel) {
        return new ComparedForce(
                unit.name(),
                unit.numerator(),
                unit.denominator(),
                measure.shown((double) unit.numerator() / unit.denominator()),
                funnel.map(found -> found.z(unit)).orElse(Double.NaN),
                funnel.map(found -> place(Math.abs(found.z(unit)))).orElse(ComparedForce.Place.NOT_COMPARED));
    }

    private static ComparedForce.Place place(double distance) {
        if (distance > Funnel.NEAR_CERTAIN) {
            return ComparedForce.Place.FAR;
        }
        return distance > Funnel.WARNING ? ComparedForce.Place.BEYOND : ComparedForce.Place.WITHIN;
    }

    private static ComparedMeasure.Curve curve(ForceMeasure measure, Funnel funnel, List<Funnel.Unit> units) {
        int least = units.stream().mapToInt(Funnel.Unit::denominator).min().orElseThrow();
        int most = units.stream().mapToInt(Funnel.Unit::denominator).max().orElseThrow();
        // Of roots of sizes, as the axis is.
        double from = 0.9 * Math.sqrt(least);
        double step = (Math.sqrt(most) - from) / STEPS;
        List<FunnelRange> ranges = IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> range(measure, funnel, (int) Math.max(1, Math.round(Math.pow(from + i * step, 2)))))
                .toList();
        return new ComparedMeasure.Curve(
                measure.shown(funnel.target()), measure.shown(Math.sqrt(funnel.betweenUnits())), ranges);
    }

    private static FunnelRange range(ForceMeasure measure, Funnel funnel, int size) {
        Limits warning = funnel.limits(size, Funnel.WARNING);
        Limits nearCertain = funnel.limits(size, Funnel.NEAR_CERTAIN);
        return new FunnelRange(
                size,
                measure.shown(warning.lower()),
                measure.shown(warning.upper()),
                measure.shown(nearCertain.lower()),
                measure.shown(nearCertain.upper()));
    }

    private static List<ComparedMeasure.LeftOut> leftOut(List<ForceCount> counts) {
        TreeMap<String, List<String>> byReason = new TreeMap<>();
        counts.forEach(count -> count.leftOut()
                .ifPresent(reason -> byReason.computeIfAbsent(reason, forces -> new ArrayList<>())
                        .add(count.force())));
        return byReason.entrySet().stream()
                .map(reason -> new ComparedMeasure.LeftOut(
                        reason.getKey(), reason.getValue().stream().sorted().toList()))
                .toList();
    }
}
