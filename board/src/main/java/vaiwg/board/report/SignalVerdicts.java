package vaiwg.board.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SignalCourse;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Movement;

/** States of figures by the signals and charts of the snapshot, until the snapshot itself has them. */
final class SignalVerdicts implements Verdicts {
    private final Material material;
    private final ChartChoice choice;
    private final Map<SeriesKey, SignalCourse> open = new HashMap<>();

    SignalVerdicts(Material material) {
        this.material = material;
        this.choice = new ChartChoice(material.charts(), material.asAt());
        material.signals().stream().filter(SignalCourse::isOpen).forEach(signal -> open.merge(
                signal.key(), signal, (one, other) -> one.newest().state().equals("act") ? one : other));
    }

    @Override
    public FigureVerdict of(SeriesKey series) {
        MeasureEntry measure = material.dictionary().find(series.kpi()).orElseThrow();
        Reading reading = new Reading(series.basis(), series.window());
        Optional<SeriesKey> chart = choice.beside(measure, reading, series.slice());
        Optional<ChartedPeriod> newest = choice.newest(choice.periods(measure, reading, series.slice()));
        Optional<SignalCourse> signal = chart.map(open::get);
        State state = signal.map(course -> signalled(course, measure))
                .orElseGet(() -> chart.isEmpty()
                        ? State.NOT_CHARTED
                        : newest.map(SignalVerdicts::charted).orElse(State.TOO_FEW));
        return new FigureVerdict(
                state, target(measure, series), signal.map(course -> course.first().since()), "");
    }

    @Override
    public List<Matter> open() {
        return new Matters(material)
                .open().stream()
                        .filter(matter -> matter.cause().movement() != Movement.BETTER)
                        .map(Matters.OpenMatter::matter)
                        .toList();
    }

    private static State signalled(SignalCourse signal, MeasureEntry measure) {
        if (SignalCauses.movement(signal, measure) == Movement.BETTER) {
            return State.IMPROVING;
        }
        return signal.newest().state().equals("act") ? State.ACT : State.WATCH;
    }

    private static State charted(ChartedPeriod newest) {
        boolean stock = newest.chart() == ChartedPeriod.Chart.CHANGE;
        return switch (Judge.of(newest).verdict()) {
            case CONCERN, CHANGE -> State.WATCH;
            case BETTER -> stock ? State.NO_CHANGE : State.IMPROVING;
            case USUAL, USUAL_RISE, USUAL_FALL -> State.NO_CHANGE;
            case TOO_FEW -> State.TOO_FEW;
            case NO_LIMITS, NOT_CHARTED -> State.NOT_CHARTED;
        };
    }

    private TargetState target(MeasureEntry measure, SeriesKey series) {
        Collection<Benchmark> beside = material.benchmarks().of(series.kpi(), series.slice(), material.asAt());
        Optional<Double> target = beside.stream()
                .filter(entry -> entry.kind() == Benchmark.Kind.TARGET && entry.isComparable())
                .reduce((earlier, later) -> later)
                .map(Benchmark::inUnitOfMeasure);
        Optional<PublishedValue> value = material.now().find(series).filter(found -> !Double.isNaN(found.value()));
        if (target.isEmpty() || value.isEmpty()) {
            return TargetState.NONE;
        }
        double ahead = value.get().value() - target.get();
        return (measure.direction().equals("down") ? -ahead : ahead) >= 0 ? TargetState.MEETS : TargetState.SHORT;
    }
}
