package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Unit;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.suppression.FigureKey;
import vaiwg.kpis.suppression.PeopleCount;
import vaiwg.kpis.suppression.Suppression;
import vaiwg.kpis.suppression.Withheld;

/** The board's tier: what is of one to four people is withheld, with what would tell it within one table; all else is shown as it is. */
final class Withholding implements DisclosureRule {
    private final Set<String> nobody;
    private final Sentences sentences;
    private final Map<FigureKey, PeopleCount> cells = new LinkedHashMap<>();
    private final Set<FigureKey> withheld = new HashSet<>();

    /**
     * @param report all of whose numbers it looks at
     * @param nobody measures that are about nobody
     */
    Withholding(Report report, Set<String> nobody, Sentences sentences) {
        this.nobody = nobody;
        this.sentences = sentences;
        new RecordTree()
                .with(ScoreRow.class, row -> {
                    row.spark().forEach(point -> add(ShownPoint.of(row, point)));
                    return Optional.of(row);
                })
                .with(BlockChart.class, chart -> {
                    chart.points().forEach(point -> add(ShownPoint.of(chart, point)));
                    chart.sameWeeksAYearBefore().ifPresent(point -> add(ShownPoint.of(chart, point)));
                    return Optional.of(chart);
                })
                .one(report);
        List<FigureKey> keys = List.copyOf(cells.keySet());
        Withheld[] of = Suppression.among(keys, Map.of(), ShippedCatalogue.get().sharedWholes())
                .of(cells.values().toArray(PeopleCount[]::new));
        IntStream.range(0, of.length).filter(i -> of[i] != null).forEach(i -> withheld.add(keys.get(i)));
        quote(report);
    }

    private void add(ShownPoint point) {
        if (!nobody.contains(point.kpi())) {
            cells.putIfAbsent(
                    point.key(),
                    PeopleCount.of(
                            kind(point.unit()),
                            point.point().numerator(),
                            Optional.ofNullable(point.point().denominator()).orElse(0)));
        }
    }

    /** No text may say what is withheld, but what another figure says in the same words. */
    private void quote(Report report) {
        List<Figure> shown = new ArrayList<>();
        new RecordTree()
                .with(Figure.class, figure -> {
                    if (why(figure).isPresent()) {
                        sentences.withhold(figure.numerator(), figure.denominator(), figure.value());
                    } else {
                        shown.add(figure);
                    }
                    return Optional.of(figure);
                })
                .with(BlockChart.class, chart -> {
                    chart.points().stream()
                            .filter(point -> point(ShownPoint.of(chart, point)).isEmpty())
                            .forEach(
                                    point -> sentences.withhold(point.numerator(), point.denominator(), point.value()));
                    return Optional.of(chart);
                })
                .one(report);
        shown.forEach(figure -> sentences.show(figure.numerator(), figure.denominator(), figure.value()));
    }

    static Measure.Kind kind(Unit unit) {
        return switch (unit) {
            case COUNT -> Measure.Kind.COUNT;
            case SHARE -> Measure.Kind.SHARE;
            case PER_100 -> Measure.Kind.RATE;
            case PER_1_000, PER_10_000 -> Measure.Kind.POPULATION_RATE;
            case DAYS, HOURS -> Measure.Kind.PERCENTILE;
        };
    }

    /** As it was decided when it was published; of one that is no published row, as of what is known now, by its own numbers alone. */
    private static Optional<Withheld> why(Figure figure) {
        if (figure.aboutNobody() || figure.numerator() == null && figure.denominator() == null) {
            return Optional.empty();
        }
        PeopleCount count = PeopleCount.of(
                kind(figure.unit()),
                Optional.ofNullable(figure.numerator()).orElse(0),
                Optional.ofNullable(figure.denominator()).orElse(0));
        return figure.withheld().or(() -> Optional.of(Withheld.SMALL).filter(small -> count.isSmall()));
    }

    @Override
    public Figure figure(Figure figure) {
        Optional<Withheld> why = why(figure);
        boolean isCount = figure.numerator() != null && kind(figure.unit()) != Measure.Kind.PERCENTILE;
        boolean saysFew = isCount && figure.numerator() < PeopleCount.LEAST && why.equals(Optional.of(Withheld.SMALL));
        return why.isEmpty() ? figure : figure.without(saysFew ? Figure.State.BELOW_FIVE : Figure.State.SUPPRESSED);
    }

    @Override
    public Optional<BlockPoint> point(ShownPoint point) {
        return withheld.contains(point.key()) ? Optional.empty() : Optional.of(point.point());
    }

    @Override
    public Optional<Backlog.Level> level(String kpi, Backlog.Level level) {
        boolean isShown = nobody.contains(kpi) || !PeopleCount.isSmall(level.number());
        return Optional.of(level).filter(of -> isShown);
    }

    /** Parts that are withheld in a bar are drawn in one with what is left, in all bars. */
    @Override
    public Optional<Composition> composition(Composition whole) {
        int last = whole.parts().size() - 1;
        Set<Integer> joined = new TreeSet<>();
        for (Composition.Bar bar : whole.bars()) {
            Withheld[] parts = Suppression.ofParts(last + 1)
                    .of(bar.shares().stream()
                            .map(share -> PeopleCount.ofCount((int) Math.round(share * bar.of())))
                            .toArray(PeopleCount[]::new));
            IntStream.rangeClosed(0, last).filter(i -> parts[i] != null).forEach(joined::add);
        }
        List<Integer> kept = IntStream.range(0, last)
                .filter(part -> !joined.contains(part))
                .boxed()
                .toList();
        if (joined.isEmpty()) {
            return Optional.of(whole);
        }
        if (kept.isEmpty() || whole.bars().stream().anyMatch(bar -> PeopleCount.isSmall(bar.of()))) {
            return Optional.empty();
        }
        List<String> names =
                new ArrayList<>(kept.stream().map(whole.parts()::get).toList());
        names.add(whole.parts().get(last) + ", or one of few cases");
        List<Composition.Bar> bars = new ArrayList<>();
        for (Composition.Bar bar : whole.bars()) {
            List<Double> shares =
                    new ArrayList<>(kept.stream().map(bar.shares()::get).toList());
            shares.add(IntStream.rangeClosed(0, last)
                    .filter(part -> !kept.contains(part))
                    .mapToDouble(bar.shares()::get)
                    .sum());
            bars.add(new Composition.Bar(bar.title(), shares, bar.of(), bar.total()));
        }
        return Optional.of(
                new Composition(whole.title(), whole.subtitle(), names, bars, sentences.clean(whole.alternative())));
    }

    /** What is counted then would follow from now and the change. */
    @Override
    public FigureChange change(Figure now, FigureChange change) {
        boolean isFewThen = change.unit() == Unit.COUNT
                && now.numerator() != null
                && !now.aboutNobody()
                && PeopleCount.isSmall((int) Math.round(now.numerator() - change.amount()));
        return now.isShown() && !isFewThen ? change : new FigureChange(Double.NaN, change.unit());
    }

    @Override
    public List<RevisionsPage.Cause> causes(List<RevisionsPage.Cause> causes) {
        Withheld[] few = Suppression.ofParts(causes.size())
                .of(causes.stream()
                        .map(cause ->
                                new PeopleCount(Math.abs(cause.numerator()), Math.abs(cause.denominator()), false))
                        .toArray(PeopleCount[]::new));
        return IntStream.range(0, few.length)
                .filter(i -> few[i] == null)
                .mapToObj(causes::get)
                .toList();
    }

    @Override
    public Sentences sentences() {
        return sentences;
    }
}
