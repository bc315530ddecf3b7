package vaiwg.jobs.panes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.suppression.PeopleCount;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.verdict.Matter;
import vaiwg.statistics.verdict.Matters;
import vaiwg.statistics.verdict.OpenSignal;
import vaiwg.statistics.verdict.SeriesVerdict;
import vaiwg.statistics.verdict.Verdict;
import vaiwg.statistics.verdict.VerdictText;

/** What is to be said of a force's figures at a midnight, and the matters that are open. */
public final class SnapshotVerdicts {
    public Row[] rows = {};
    public MatterRow[] matters = {};

    static SnapshotVerdicts of(Matters.Decided decided) {
        SnapshotVerdicts all = new SnapshotVerdicts();
        all.rows = decided.verdicts().stream().map(Row::of).toArray(Row[]::new);
        all.matters = decided.matters().stream().map(MatterRow::of).toArray(MatterRow[]::new);
        return all;
    }

    /** The matters that whoever may see no figure of conduct may be told. */
    static MatterRow[] shown(List<Matter> matters) {
        return matters.stream()
                .filter(matter -> Stream.of(List.of(matter.main()), matter.shownAlso(), matter.sameCases())
                        .flatMap(List::stream)
                        .noneMatch(figure -> figure.measure().isRestricted()))
                .map(MatterRow::of)
                .toArray(MatterRow[]::new);
    }

    /**
     * A verdict with the numbers on which its sentence rests; what it has not is null.
     *
     * @param amount 1 where the figure is more than usual, -1 where it is less, 0 where nothing is to be said
     * @param judgedAt the midnight at which the newest period of its chart became known; days are day numbers
     * @param usual the centre of the chart, and {@code lower} and {@code upper} its limits, in the unit of its values
     * @param more how many more people, or cases, than usual
     * @param before the numerator of a stock a year before, and {@code wholeBefore} the denominator
     * @param read the numerator of the figure as it is read beside its target, and {@code wholeRead} the denominator
     * @param goal what the figure has to reach, in the measure's unit
     * @param few whether its numbers, which are no row of a chart, are of one to four people
     * @param signals the names of the signals that stand on it
     */
    public record Row(
            int slot,
            Verdict.State state,
            Verdict.Target target,
            Verdict.Why why,
            Integer since,
            String rule,
            int amount,
            Integer judgedAt,
            Integer firstDay,
            Integer lastDay,
            Integer numerator,
            Integer denominator,
            Double usual,
            Double lower,
            Double upper,
            Integer more,
            Integer before,
            Integer wholeBefore,
            Integer read,
            Integer wholeRead,
            Double goal,
            String what,
            String figures,
            boolean few,
            String signals) {
        static Row of(SeriesVerdict one) {
            Optional<ChartReading> reading = one.reading();
            Optional<ChartReading> limits = reading.filter(ChartReading::hasLimits);
            boolean count = one.column().isCount();
            Optional<SlotValues.Figure> read = one.read();
            return new Row(
                    one.slot(),
                    one.verdict().state(),
                    one.verdict().target(),
                    one.verdict().why(),
                    boxed(one.verdict().since()),
                    reading.flatMap(ChartReading::completed)
                            .map(completed -> completed.rule().slug())
                            .orElse(null),
                    one.amount(),
                    one.chart()
                            .map(chart -> chart.closed())
                            .filter(closed -> reading.isPresent())
                            .orElse(null),
                    reading.map(newest -> newest.block().firstDay()).orElse(null),
                    reading.map(ChartReading::lastDay).orElse(null),
                    reading.map(newest -> newest.block().numerator()).orElse(null),
                    reading.filter(newest -> !count)
                            .map(newest -> newest.block().denominator())
                            .orElse(null),
                    limits.map(newest -> newest.limits().centre()).orElse(null),
                    limits.map(newest -> newest.limits().lower()).orElse(null),
                    limits.map(newest -> newest.limits().upper()).orElse(null),
                    boxed(one.more()),
                    one.levels().map(levels -> levels.before().numerator()).orElse(null),
                    one.levels()
                            .filter(levels -> !count)
                            .map(levels -> levels.before().denominator())
                            .orElse(null),
                    read.map(SlotValues.Figure::numerator).orElse(null),
                    read.filter(figure -> !count)
                            .map(SlotValues.Figure::denominator)
                            .orElse(null),
                    one.target().isPresent() ? one.target().getAsDouble() : null,
                    VerdictText.what(one).orElse(null),
                    VerdictText.figures(one).orElse(null),
                    isOfFew(one),
                    one.signals().stream().map(OpenSignal::id).collect(Collectors.joining(",")));
        }
    }

    /**
     * @param slot of the figure that shows it best, whose period is {@code firstDay} to {@code lastDay}
     * @param areas policing areas, separated by commas
     * @param since the first day of what raised it, and {@code day} the last
     * @param shownAlso the charts of other cases that show it too, separated by commas
     */
    public record MatterRow(
            int slot,
            String id,
            String area,
            String concern,
            String theme,
            String areas,
            String movement,
            Verdict.State state,
            Verdict.Why why,
            int raised,
            int due,
            int since,
            int day,
            boolean daily,
            Integer firstDay,
            Integer lastDay,
            String what,
            String figures,
            boolean few,
            String signals,
            String shownAlso,
            String sameCases) {
        static MatterRow of(Matter matter) {
            SeriesVerdict main = matter.main();
            Optional<OpenSignal> alarm = main.speaks().filter(one -> main.isDaily());
            return new MatterRow(
                    main.slot(),
                    matter.id(),
                    main.measure().priority().slug(),
                    main.measure().concern(),
                    matter.theme(),
                    String.join(",", matter.areas()),
                    matter.movement().slug(),
                    matter.state(),
                    main.verdict().why(),
                    matter.raised(),
                    matter.due(),
                    matter.since(),
                    matter.day(),
                    alarm.isPresent(),
                    alarm.map(OpenSignal::since)
                            .or(() -> main.reading()
                                    .map(reading -> reading.block().firstDay()))
                            .orElse(null),
                    alarm.map(OpenSignal::day)
                            .or(() -> main.reading().map(ChartReading::lastDay))
                            .orElse(null),
                    matter.what(),
                    VerdictText.figures(main).orElseThrow(),
                    isOfFew(main),
                    String.join(",", matter.signals()),
                    charts(matter.shownAlso()),
                    charts(matter.sameCases()));
        }

        private static String charts(List<SeriesVerdict> figures) {
            return String.join(
                    ",",
                    figures.stream()
                            .map(one -> one.measure().slug() + "|"
                                    + one.column().basis().slug() + "|" + one.slice())
                            .toList());
        }
    }

    /** Of the numbers that are in no row of a chart, by which others are withheld: those of an alarm, and of the figure as it is read. */
    private static boolean isOfFew(SeriesVerdict one) {
        boolean alarm = one.isDaily()
                && Stream.of(one.speaks().orElseThrow())
                        .anyMatch(signal -> signal.n() < PeopleCount.LEAST || signal.observed() < PeopleCount.LEAST);
        boolean read = one.verdict().target() == Verdict.Target.SHORT
                && !one.measure().countsWork()
                && one.read()
                        .map(figure -> PeopleCount.of(one.measure().kind(), figure.numerator(), figure.denominator()))
                        .filter(PeopleCount::isSmall)
                        .isPresent();
        return alarm || read;
    }

    private static Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
