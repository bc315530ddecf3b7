package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/**
 * Groups of victims of a theme: what is counted of those who are known to belong to one, between which bounds it lies whoever the unknown are, and
 * its relative risk beside all others who are known: where those are not even half of them, nothing is compared.
 */
final class Groups {
    private static final int POINTS = 100;
    private static final double Z = 1.959963984540054;
    private static final List<String> HEADS = List.of(
            "Counted", "of", "%", "Lowest and highest possible %, whoever the unknown are", "Relative risk (95%)");
    private static final String RISK =
            "Relative risk: beside all others who are known; it holds only if those unknown are like them.";
    private static final String HIDDEN = " A dash: nothing to compare; what is hidden is called suppressed.";

    private Groups() {}

    /**
     * None where exact numbers are not told, or the figures are not broken down so.
     *
     * @param whole the slice whose victims belong to the groups, such as {@code theme=rape}
     */
    static Block.Grid grid(Facts facts, String title, String kpi, String whole, String by) {
        List<Line> lines = new ArrayList<>();
        boolean compared = true;
        boolean hidden = false;
        boolean little = false;
        String known = "";
        Optional<MeasureEntry> measure = facts.isExact() ? facts.measure(kpi) : Optional.empty();
        Optional<Reading> reading = measure.flatMap(facts::reading);
        if (reading.isPresent()) {
            String none = Slice.both(Slice.of(by, Slice.UNKNOWN), whole);
            Optional<Figure> all = counted(facts, kpi, whole);
            Optional<Figure> unknown =
                    facts.figure(kpi, none).map(Groups::noneIsZero).filter(Groups::isCounted);
            known = known(by, all, unknown);
            little = isLittleKnown(all, unknown);
            compared = unknown.filter(figure -> figure.state() == Figure.State.NOT_COMPARED)
                    .isEmpty();
            for (String slice : facts.material().now().slices(kpi, reading.get()).stream()
                    .sorted()
                    .toList()) {
                Optional<String> group = Slice.value(slice, by).filter(value -> !value.equals(Slice.UNKNOWN));
                if (group.isPresent() && slice.equals(Slice.both(Slice.of(by, group.get()), whole))) {
                    Figure figure = facts.figure(kpi, slice).orElseThrow();
                    compared &= figure.state() != Figure.State.NOT_COMPARED;
                    hidden |= figure.state().isHidden();
                    lines.add(line(
                            ReportWords.capital(group.get().replace('_', ' ')), figure.ofThoseKnown(), all, unknown));
                }
            }
            if (!lines.isEmpty()) {
                unknown.filter(figure -> figure.denominator() > 0)
                        .ifPresent(figure ->
                                lines.add(line("Not on record", figure.ofThoseKnown(), Optional.empty(), unknown)));
            }
        }
        String note = note(known, little, compared) + (hidden ? HIDDEN : "");
        int columns = HEADS.size() - (little ? 1 : 0);
        return new Block.Grid(
                title,
                note.strip(),
                "Victims",
                HEADS.subList(0, columns),
                lines.stream().map(line -> first(columns, line)).toList());
    }

    /** Whether of more than half of these victims it is unknown to which group they belong. */
    static boolean isLittleKnown(Optional<Figure> all, Optional<Figure> unknown) {
        return all.isPresent()
                && unknown.isPresent()
                && unknown.get().denominator()
                        > all.get().denominator() - unknown.get().denominator();
    }

    /** What must be said of the comparison; nothing where enough are known for it. */
    static String note(String known, boolean little, boolean compared) {
        if (little) {
            return known + ": too little is known to compare groups.";
        }
        return compared ? "" : (known.isEmpty() ? "" : known + ". ") + RISK;
    }

    private static Line first(int columns, Line line) {
        return new Line(line.title(), line.cells().subList(0, columns), line.total());
    }

    /** "Ethnicity is known of 42.8% of these victims (30,150 of 70,514)"; empty where either number is not told. */
    static String known(String by, Optional<Figure> all, Optional<Figure> unknown) {
        if (all.isEmpty() || unknown.isEmpty()) {
            return "";
        }
        int of = all.get().denominator();
        int known = of - unknown.get().denominator();
        return ReportWords.capital(by.replace('_', ' ')) + " is known of " + Digits.percent(known, of)
                + " of these victims (" + Digits.count(known) + " of " + Digits.count(of) + ")";
    }

    private static Optional<Figure> counted(Facts facts, String kpi, String slice) {
        return facts.figure(kpi, slice).filter(Groups::isCounted);
    }

    private static boolean isCounted(Figure figure) {
        return figure.isShown() && figure.numerator() != null;
    }

    /** Where all victims are known there is no row of the others: the bounds are then the share itself. */
    static Figure noneIsZero(Figure unknown) {
        return unknown.state() == Figure.State.NONE ? unknown.with(0, 0, Double.NaN, Figure.State.SHOWN) : unknown;
    }

    static Line line(String title, Figure group, Optional<Figure> all, Optional<Figure> unknown) {
        boolean has = group.isShown() && all.isPresent() && unknown.isPresent();
        String none = Facts.instead(group);
        return new Line(
                title,
                List.of(
                        Cell.of(group, Part.COUNT),
                        Cell.of(group, Part.WHOLE),
                        Cell.of(group, Part.VALUE),
                        Cell.of(has ? bounds(group, unknown.get()) : none),
                        Cell.of(has ? ratio(group, all.get(), unknown.get()) : none)),
                false);
    }

    /** "24.1 to 38.5": the least where all of the unknown without, the most where all of them with it belong to the group. */
    static String bounds(Figure group, Figure unknown) {
        double counted = group.numerator();
        int without = unknown.denominator() - unknown.numerator();
        return Digits.decimal(POINTS * counted / (group.denominator() + without), 1) + " to "
                + Digits.decimal(
                        POINTS * (counted + unknown.numerator()) / (group.denominator() + unknown.numerator()), 1);
    }

    /** "1.33 (0.91 to 1.96)", by Katz (1978); a dash where one side had no case. */
    static String ratio(Figure group, Figure all, Figure unknown) {
        double counted = group.numerator();
        double of = group.denominator();
        double others = all.numerator() - counted - unknown.numerator();
        double ofOthers = all.denominator() - of - unknown.denominator();
        if (counted <= 0 || others <= 0) {
            return "–";
        }
        double ratio = counted / of / (others / ofOthers);
        double spread = Math.exp(Z * Math.sqrt(1 / counted - 1 / of + 1 / others - 1 / ofOthers));
        return Digits.decimal(ratio, 2) + " (" + Digits.decimal(ratio / spread, 2) + " to "
                + Digits.decimal(ratio * spread, 2) + ")";
    }
}
