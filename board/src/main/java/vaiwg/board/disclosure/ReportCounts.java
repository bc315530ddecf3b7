package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vaiwg.board.disclosure.Counts.Unit;
import vaiwg.board.files.Figures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;

/** All counts of a report and what they say of each other, read off its structure; beside it what the report before has shown. */
final class ReportCounts {
    final Counts counts = new Counts();
    final Map<Figure, Integer> figures = new LinkedHashMap<>();
    final Map<ChartPoint, Integer> points = new LinkedHashMap<>();
    final Map<Stock, Integer> levels = new LinkedHashMap<>();

    final Map<Composition, Bars> bars = new LinkedHashMap<>();

    /** Cells of one measure, basis, window, day and kind of number, by slice. */
    private final Map<String, Map<SliceKey, Integer>> bySlice = new LinkedHashMap<>();

    /** Slices whose number the database has withheld already: there is one, below five. */
    private final Map<String, Set<SliceKey>> hidden = new LinkedHashMap<>();

    /** Numerators of one measure, basis, day and slice, by window. */
    private final Map<String, Map<String, Integer>> byWindow = new LinkedHashMap<>();

    private final Set<Figure> publishedBefore;
    private final Optional<Report> previous;

    /** Units of a composition: of its parts, the last one last, and of its bars' wholes. */
    record Bars(List<Integer> parts, List<Integer> wholes) {}

    /** The level of a backlog on a day. */
    record Stock(String title, Backlog.Level level) {}

    ReportCounts(Report report, Optional<Report> previous) {
        this.previous = previous;
        this.publishedBefore = new LinkedHashSet<>();
        previous.ifPresent(before -> Figures.of(before).forEach(shown -> publishedBefore.add(shown.figure())));
        add(report, false);
        previous.ifPresent(before -> add(before, true));
        hidden.forEach((key, slices) -> withheldBefore(key, slices));
        bySlice.values().forEach(cells -> SliceRelations.add(counts, cells));
        byWindow.values().forEach(this::nested);
        report.revisions().rows().forEach(this::revised);
        previous.ifPresent(before -> samePeriods(report, before));
    }

    private void add(Report report, boolean before) {
        for (ShownFigure shown : Figures.distinct(report)) {
            figure(shown.figure(), before, report);
        }
        // A point is drawn on page 1 and on its area's page, and is withheld in all places or in none.
        for (ChartPoint point : new LinkedHashSet<>(ChartPoint.of(report))) {
            point(point, before);
        }
        for (AreaPage area : report.areas()) {
            for (Backlog backlog : area.backlogs()) {
                backlog.periods().forEach(level -> level(new Stock(backlog.title(), level), backlog, before));
            }
            area.composition().ifPresent(whole -> composition(whole, before));
        }
        report.characteristics().flatMap(page -> page.record()).ifPresent(whole -> composition(whole, before));
    }

    private void figure(Figure figure, boolean before, Report report) {
        Integer numerator = figure.numerator();
        Integer denominator = figure.denominator();
        if (figure.state() == Figure.State.NONE && !figure.slice().isEmpty()) {
            numerator = 0;
            denominator = 0;
        }
        if (numerator == null && denominator == null) {
            if (figure.state() == Figure.State.SUPPRESSED && !before) {
                hidden.computeIfAbsent("number|" + key(figure), of -> new LinkedHashSet<>())
                        .add(SliceKey.of(figure.slice()));
            }
            return;
        }
        boolean percentile = SmallNumber.isPercentile(figure.unit());
        List<Integer> cells = new ArrayList<>();
        String key = key(figure);
        SliceKey slice = SliceKey.of(figure.slice());
        if (numerator != null && !percentile) {
            int cell = cell("number of " + key + "|" + slice, numerator);
            cells.add(cell);
            bySlice.computeIfAbsent("number|" + key, of -> new LinkedHashMap<>())
                    .putIfAbsent(slice, cell);
            byWindow.computeIfAbsent(
                            String.join(
                                    "|",
                                    figure.kpi(),
                                    figure.basis(),
                                    figure.asAt().toString(),
                                    slice.toString()),
                            of -> new TreeMap<>())
                    .putIfAbsent(figure.window(), cell);
        }
        if (denominator != null) {
            // Measures of the same cases share their whole.
            String of = String.join(
                    "|", figure.basis(), figure.window(), figure.asAt().toString());
            int cell = cell("whole of " + of + "|" + slice, denominator);
            cells.add(cell);
            bySlice.computeIfAbsent("whole|" + key, by -> new LinkedHashMap<>()).putIfAbsent(slice, cell);
            if (numerator != null && !percentile) {
                rest(key + "|" + slice, denominator, numerator, cells);
            }
        }
        boolean small =
                figure.state() == Figure.State.SUPPRESSED || SmallNumber.of(figure.unit(), numerator, denominator);
        // A figure of the earlier day that was withheld then is still withheld.
        boolean withheldThen = !before
                && previous.isPresent()
                && figure.asAt().equals(previous.get().edition().asAt())
                && !publishedBefore.contains(figure)
                && !isKnownNow(report, figure);
        int unit = unit(figure.kpi() + "|" + key + "|" + slice, cells, small || withheldThen, before);
        figures.putIfAbsent(figure, unit);
    }

    private static String key(Figure figure) {
        return String.join(
                "|",
                figure.kpi(),
                figure.basis(),
                figure.window(),
                figure.asAt().toString());
    }

    /** Whether a figure of an earlier day is what is known of it now, which no report has shown before. */
    private static boolean isKnownNow(Report report, Figure figure) {
        return report.revisions().rows().stream().anyMatch(row -> row.now().equals(figure));
    }

    /** What the database withheld is not known here either: it is taken for what is left of its whole, if that is as little. */
    private void withheldBefore(String key, Set<SliceKey> slices) {
        Map<SliceKey, Integer> cells = bySlice.getOrDefault(key, new LinkedHashMap<>());
        Map<SliceKey, Integer> found = new LinkedHashMap<>();
        for (SliceKey slice : slices) {
            int number = SliceRelations.leftFor(slice, slices, cells, counts);
            found.put(slice, counts.cell("withheld " + key + "|" + slice, Math.min(number, Counts.LEAST - 1), true));
        }
        found.forEach(cells::putIfAbsent);
    }

    private void rest(String key, int whole, int part, List<Integer> cells) {
        if (part <= whole) {
            int rest = counts.cell(
                    "rest of " + key + " " + part + "/" + whole, whole - part, SmallNumber.isSmall(whole - part));
            counts.parts(cells.get(1), List.of(cells.get(0), rest));
        }
    }

    private void point(ChartPoint at, boolean before) {
        BlockPoint point = at.point();
        boolean percentile = SmallNumber.isPercentile(at.unit());
        List<Integer> cells = new ArrayList<>();
        String key = String.join(
                "|",
                at.kpi(),
                at.unit().name(),
                point.firstDay().toString(),
                point.lastDay().toString());
        SliceKey slice = SliceKey.of(at.slice());
        if (!percentile) {
            int cell = cell("chart's number of " + key + "|" + slice, point.numerator());
            cells.add(cell);
            bySlice.computeIfAbsent("chart's number|" + key, of -> new LinkedHashMap<>())
                    .putIfAbsent(slice, cell);
        }
        if (point.denominator() != null) {
            int cell = cell("chart's whole of " + key + "|" + slice, point.denominator());
            cells.add(cell);
            bySlice.computeIfAbsent("chart's whole|" + key, of -> new LinkedHashMap<>())
                    .putIfAbsent(slice, cell);
            if (!percentile) {
                rest("chart " + key + "|" + slice, point.denominator(), point.numerator(), cells);
            }
        }
        boolean small = SmallNumber.of(at.unit(), point.numerator(), point.denominator());
        points.putIfAbsent(at, unit("chart " + key + "|" + slice, cells, small, before));
    }

    private void level(Stock stock, Backlog backlog, boolean before) {
        Figure overdue = backlog.overdue();
        boolean isFigure = stock.level().day().equals(overdue.asAt())
                && overdue.numerator() != null
                && overdue.numerator() == stock.level().number();
        String name = isFigure
                ? "number of "
                        + String.join(
                                "|",
                                overdue.kpi(),
                                overdue.basis(),
                                overdue.window(),
                                overdue.asAt().toString())
                        + "|" + SliceKey.of(overdue.slice())
                : "level of " + stock.title() + "|" + stock.level().day();
        int cell = cell(name, stock.level().number());
        levels.putIfAbsent(
                stock,
                unit(name, List.of(cell), SmallNumber.isSmall(stock.level().number()), before));
    }

    private void composition(Composition whole, boolean before) {
        int last = whole.parts().size() - 1;
        List<Integer> wholes = new ArrayList<>();
        List<List<Integer>> cells = new ArrayList<>();
        whole.parts().forEach(part -> cells.add(new ArrayList<>()));
        for (Composition.Bar bar : whole.bars()) {
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i <= last; i++) {
                int number = (int) Math.round(bar.shares().get(i) * bar.of());
                int cell = cell("part " + whole.parts().get(i) + " of " + whole.title() + "|" + bar.title(), number);
                parts.add(cell);
                cells.get(i).add(cell);
                sameAsFigure(cell, number, bar.of());
            }
            int of = cell("whole of " + whole.title() + "|" + bar.title(), bar.of());
            boolean small = SmallNumber.isSmall(bar.of());
            wholes.add(unit("whole of " + whole.title() + "|" + bar.title(), List.of(of), small, before));
            counts.parts(of, parts);
        }
        List<Integer> units = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            boolean small = cells.get(i).stream().anyMatch(counts::isGuarded);
            // What is withheld is drawn in one with what is left: then nobody sees what was left alone.
            units.add(counts.unit(new Unit(
                    "part " + whole.parts().get(i) + " of " + whole.title(),
                    cells.get(i).stream().mapToInt(cell -> cell).toArray(),
                    small && !before,
                    before,
                    i < last ? List.of() : List.copyOf(units))));
        }
        bars.putIfAbsent(whole, new Bars(units, wholes));
    }

    /** The same number of the same whole in a bar and in a figure is taken for the same count. */
    private void sameAsFigure(int part, int number, int whole) {
        for (Figure figure : figures.keySet()) {
            if (figure.numerator() != null
                    && figure.denominator() != null
                    && !SmallNumber.isPercentile(figure.unit())
                    && figure.numerator() == number
                    && figure.denominator() == whole) {
                counts.parts(
                        part, List.of(counts.units().get(figures.get(figure)).cells()[0]));
            }
        }
    }

    /** Of two windows that end on the same day the longer has the shorter in it: what is left is a count too. */
    private void nested(Map<String, Integer> cells) {
        List<String> windows = cells.keySet().stream()
                .filter(window -> window.matches("[0-9]+[dm]"))
                .toList();
        for (String shorter : windows) {
            for (String longer : windows) {
                if (length(shorter) < length(longer) && shorter.endsWith(longer.substring(longer.length() - 1))) {
                    remainder(cells.get(longer), cells.get(shorter), 0);
                }
            }
        }
    }

    private static int length(String window) {
        return Integer.parseInt(window.substring(0, window.length() - 1));
    }

    private void revised(RevisionsPage.Row row) {
        difference(row.published(), row.now());
    }

    /** A difference of one to four between two editions is that many people. */
    private void difference(Figure one, Figure other) {
        if (figures.containsKey(one)
                && figures.containsKey(other)
                && one.numerator() != null
                && other.numerator() != null
                && !SmallNumber.isPercentile(one.unit())) {
            int first = counts.units().get(figures.get(one)).cells()[0];
            int second = counts.units().get(figures.get(other)).cells()[0];
            boolean grew = counts.value(second) >= counts.value(first);
            remainder(grew ? second : first, grew ? first : second, 1);
        }
    }

    /** @param least what of a remainder is guarded at least: nothing at all is no news of anybody where a period was counted twice */
    private void remainder(int whole, int part, int least) {
        int left = counts.value(whole) - counts.value(part);
        if (whole != part && left >= 0) {
            String name = counts.name(whole) + " less " + counts.name(part);
            int rest = counts.cell(name, left, left >= least && SmallNumber.isSmall(left));
            counts.parts(whole, List.of(part, rest));
        }
    }

    /** What both reports say of one period: months end with the month, and closed periods of charts are those of their days. */
    private void samePeriods(Report report, Report before) {
        boolean sameMonths = report.edition()
                .asAt()
                .withDayOfMonth(1)
                .equals(before.edition().asAt().withDayOfMonth(1));
        List<Figure> then = sameMonths ? List.copyOf(publishedBefore) : List.of();
        for (Figure now : List.copyOf(figures.keySet())) {
            if (now.window().endsWith("m") && now.asAt().equals(report.edition().asAt())) {
                then.stream().filter(figure -> isSame(now, figure)).forEach(figure -> difference(figure, now));
            }
        }
        for (ChartPoint now : points.keySet()) {
            for (ChartPoint other : points.keySet()) {
                if (now != other && now.isOfSamePeriod(other) && !SmallNumber.isPercentile(now.unit())) {
                    int first = counts.units().get(points.get(other)).cells()[0];
                    int second = counts.units().get(points.get(now)).cells()[0];
                    if (counts.value(second) > counts.value(first)) {
                        remainder(second, first, 1);
                    }
                }
            }
        }
    }

    static boolean isSame(Figure one, Figure other) {
        return one.kpi().equals(other.kpi())
                && one.basis().equals(other.basis())
                && one.window().equals(other.window())
                && one.slice().equals(other.slice());
    }

    /** Two counts of one name, such as one as published and as known now, are two cells. */
    private int cell(String name, int value) {
        return counts.cell(name + " = " + value, value, SmallNumber.isSmall(value));
    }

    private int unit(String name, List<Integer> cells, boolean primary, boolean fixed) {
        int[] of = cells.stream().mapToInt(cell -> cell).toArray();
        return counts.unit(new Unit(name, of, primary && !fixed, fixed, List.of()));
    }
}
