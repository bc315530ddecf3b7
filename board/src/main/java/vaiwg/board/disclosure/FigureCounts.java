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
import vaiwg.board.files.ReportFigures;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;

/** The counts of figures: each figure is a unit with its count and its whole, and the rest of it is a count too. */
final class FigureCounts {
    private static final String WHOLE = "whole|";

    private final Counts counts;
    private final SliceCells bySlice;
    private final Report report;
    private final Optional<Report> previous;
    private final Set<Figure> publishedBefore = new LinkedHashSet<>();
    private final Map<Figure, Integer> units = new LinkedHashMap<>();

    /** Numerators of one measure, basis, day and slice, by window. */
    private final Map<String, Map<String, Integer>> byWindow = new LinkedHashMap<>();

    FigureCounts(Counts counts, SliceCells bySlice, Report report, Optional<Report> previous) {
        this.counts = counts;
        this.bySlice = bySlice;
        this.report = report;
        this.previous = previous;
        previous.ifPresent(before -> ReportFigures.of(before).forEach(shown -> publishedBefore.add(shown.figure())));
    }

    Map<Figure, Integer> units() {
        return units;
    }

    /** @param before whether the report before has shown it, so that it cannot be withheld */
    void add(Figure figure, boolean before) {
        boolean none = figure.state() == Figure.State.NONE && !figure.slice().isEmpty();
        Integer numerator = none ? Integer.valueOf(0) : figure.numerator();
        Integer denominator = none ? Integer.valueOf(0) : figure.denominator();
        String key = key(figure);
        SliceKey slice = SliceKey.of(figure.slice());
        if (numerator == null && denominator == null) {
            if (figure.state() == Figure.State.SUPPRESSED && !before) {
                bySlice.addHidden("number|" + key, slice);
            }
            return;
        }
        boolean counted = numerator != null && !SmallNumber.isPercentile(figure.unit());
        List<Integer> cells = new ArrayList<>();
        if (counted) {
            cells.add(number(figure, numerator));
        }
        if (denominator != null) {
            int cell = counts.cell(whole(figure), denominator);
            cells.add(cell);
            bySlice.add(wholes(figure), slice, cell);
            if (counted) {
                counts.rest(key + "|" + slice, cell, cells.get(0));
            }
        }
        boolean small =
                figure.state() == Figure.State.SUPPRESSED || SmallNumber.of(figure.unit(), numerator, denominator);
        boolean primary = !before && (small || wasWithheld(figure));
        int said = counted ? cells.get(0) : Unit.NOTHING;
        units.putIfAbsent(
                figure,
                counts.unit(new Unit(
                        figure.kpi() + "|" + key + "|" + slice,
                        Counts.array(cells),
                        primary,
                        before,
                        before ? List.of() : count(figure),
                        said)));
    }

    private int number(Figure figure, int numerator) {
        SliceKey slice = SliceKey.of(figure.slice());
        int cell = counts.cell(name(figure), numerator);
        bySlice.add("number|" + key(figure), slice, cell);
        String day = figure.asAt().toString();
        byWindow.computeIfAbsent(
                        String.join("|", figure.kpi(), figure.basis(), day, slice.toString()), of -> new TreeMap<>())
                .putIfAbsent(figure.window(), cell);
        return cell;
    }

    /** What a figure's count is called. */
    static String name(Figure figure) {
        return "number of " + key(figure) + "|" + SliceKey.of(figure.slice());
    }

    /** What a figure's whole is called: measures of the same cases share it, and the cases of the oldest are another figure's count. */
    private static String whole(Figure figure) {
        String slice = "|" + SliceKey.of(figure.slice());
        return figure.oldestOf().isEmpty()
                ? "whole of " + period(figure) + slice
                : "number of " + figure.oldestOf() + "|" + period(figure) + slice;
    }

    /** The figures that count the cases of which it is the age of the oldest: without them it is not shown. */
    private List<Integer> count(Figure oldest) {
        return units.entrySet().stream()
                .filter(unit -> unit.getKey().kpi().equals(oldest.oldestOf()))
                .filter(unit -> period(unit.getKey()).equals(period(oldest))
                        && unit.getKey().slice().equals(oldest.slice()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The kind of the wholes of a figure's measure, in the same period. */
    static String wholes(Figure figure) {
        return WHOLE + key(figure);
    }

    /** Whether a kind is of wholes of any measure in a figure's period. */
    static boolean isOfWholes(String kind, Figure figure) {
        return kind.startsWith(WHOLE) && kind.endsWith("|" + period(figure));
    }

    private static String key(Figure figure) {
        return figure.kpi() + "|" + period(figure);
    }

    private static String period(Figure figure) {
        return String.join("|", figure.basis(), figure.window(), figure.asAt().toString());
    }

    /** A figure of the earlier day that was withheld then is still withheld. */
    private boolean wasWithheld(Figure figure) {
        return previous.isPresent()
                && figure.asAt().equals(previous.get().edition().asAt())
                && !publishedBefore.contains(figure)
                && report.revisions().rows().stream().noneMatch(row -> row.now().equals(figure));
    }

    /** Of two windows that end on the same day the longer has the shorter in it: what is left is a count too. */
    void nested() {
        for (Map<String, Integer> cells : byWindow.values()) {
            List<String> windows = cells.keySet().stream()
                    .filter(window -> window.matches("[0-9]+[dm]"))
                    .toList();
            for (String shorter : windows) {
                for (String longer : windows) {
                    if (length(shorter) < length(longer) && shorter.endsWith(longer.substring(longer.length() - 1))) {
                        counts.remainder(cells.get(longer), cells.get(shorter), 0);
                    }
                }
            }
        }
    }

    private static int length(String window) {
        return Integer.parseInt(window.substring(0, window.length() - 1));
    }
}
