package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.kpis.catalogue.Benchmark;

/** Makes what figures are read beside: their targets, baselines and comparators. */
final class BesideMaker {
    private final Material material;

    BesideMaker(Material material) {
        this.material = material;
    }

    /** The target of a figure, with what the newest period's limits say of it. */
    Optional<Target> target(MeasureEntry measure, String slice, Optional<ChartedPeriod> newest) {
        return entries(measure, slice).stream()
                .filter(BesideMaker::isTarget)
                .reduce((earlier, later) -> later)
                .map(entry -> new Target(
                        Figures.unit(measure).of(entry.inUnitOfMeasure()), Judge.assurance(newest), remark(entry)));
    }

    /** Its baselines and comparators, and targets of something else. */
    List<Beside> of(MeasureEntry measure, String slice) {
        return entries(measure, slice).stream()
                .filter(entry -> !isTarget(entry))
                .map(entry -> new Beside(
                        entry.isOfCases()
                                ? entry.value()
                                : Figures.unit(measure).of(entry.inUnitOfMeasure()),
                        entry.isOfCases() ? Unit.COUNT : Figures.unit(measure),
                        entry.isComparable(),
                        remark(entry)))
                .toList();
    }

    private List<Benchmark> entries(MeasureEntry measure, String slice) {
        return material.benchmarks().of(measure.kpi(), slice, material.asAt());
    }

    private static boolean isTarget(Benchmark entry) {
        return entry.kind() == Benchmark.Kind.TARGET && entry.isComparable();
    }

    private static String remark(Benchmark entry) {
        return ReportWords.capital(entry.kind().slug()) + ": " + entry.name() + " (" + entry.source() + ")"
                + (entry.isComparable() ? "." : "; not the same figure: " + entry.reason() + ".");
    }
}
