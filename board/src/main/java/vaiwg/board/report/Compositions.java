package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.board.Digits;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;

/** Makes the bars of where cases end: outcome 16 first, what is charged, ended otherwise or open last. */
final class Compositions {
    static final String ATTRITION = "victim_attrition";

    private static final String OTHERS = "substitution";

    /** @param outcomes of the other endings; none of attrition */
    private record Part(String title, List<String> outcomes) {
        String measure() {
            return outcomes.isEmpty() ? ATTRITION : OTHERS;
        }

        /** Of a slice those that it adds up. */
        List<String> slices(String slice) {
            return outcomes.isEmpty()
                    ? List.of(slice)
                    : outcomes.stream()
                            .map(outcome -> Slices.cut(slice, "outcome", outcome))
                            .toList();
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("Outcome 16: victim does not support", List.of()),
            new Part("14: no suspect named, victim does not support", List.of("14")),
            new Part("15: victim supports, evidence not enough", List.of("15")),
            new Part("18: no suspect identified", List.of("18")),
            new Part(
                    "20, 21, 22: other agency, no public interest, diversion",
                    List.of("20", "21", "22")));
    private static final String REST = "charged, other outcome or still open";

    private Compositions() {}

    /** By theme, of the measure of attrition as it is read; empty where a theme has no figures of all the endings. */
    static Optional<Composition> endings(Material material, List<String> themes) {
        Optional<Reading> reading = material.dictionary()
                .find(ATTRITION)
                .flatMap(measure -> measure.reading(material.edition().byMonth()));
        if (reading.isEmpty() || !lacking(material).isEmpty()) {
            return Optional.empty();
        }
        List<Composition.Bar> bars = new ArrayList<>();
        for (String theme : themes) {
            bar(material, reading.get(), theme).ifPresent(bars::add);
        }
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(PARTS.stream().map(Part::title).toList());
        names.add(REST);
        return Optional.of(new Composition(
                "Where cases stand after " + Bases.horizon(reading.get().basis()) + ", %",
                Bases.period(reading.get(), material.asAt()),
                names,
                bars,
                alternative(bars)));
    }

    /** The endings that a snapshot with attrition lacks: without all of them attrition may not be read alone. */
    static List<String> lacking(Material material) {
        Optional<Reading> reading = material.dictionary()
                .find(ATTRITION)
                .flatMap(measure -> measure.reading(material.edition().byMonth()));
        if (reading.isEmpty() || !material.now().has(reading.get().of(ATTRITION, ""))) {
            return List.of();
        }
        return PARTS.stream()
                .map(Part::measure)
                .distinct()
                .filter(kpi -> !material.now().has(reading.get().of(kpi, "")))
                .toList();
    }

    private static Optional<Composition.Bar> bar(Material material, Reading reading, String theme) {
        String slice = Slices.ofTheme(theme);
        Optional<PublishedValue> whole = material.now().find(reading.of(ATTRITION, slice));
        int minimum = material.dictionary()
                .find(ATTRITION)
                .map(MeasureEntry::minimumN)
                .orElse(0);
        if (whole.isEmpty() || whole.get().denominator() == null || whole.get().denominator() < minimum) {
            return Optional.empty();
        }
        int of = whole.get().denominator();
        List<Double> shares = new ArrayList<>();
        int left = of;
        for (Part part : PARTS) {
            int number = part.slices(slice).stream()
                    .mapToInt(ending -> material.now()
                            .find(reading.of(part.measure(), ending))
                            .map(PublishedValue::numerator)
                            .orElse(0))
                    .sum();
            shares.add((double) number / of);
            left -= number;
        }
        shares.add((double) left / of);
        return Optional.of(new Composition.Bar(Slices.themeTitle(theme), shares, of, theme.isEmpty()));
    }

    private static String alternative(List<Composition.Bar> bars) {
        return bars.stream()
                .map(bar -> bar.title() + ": " + Digits.percent(bar.shares().get(0)) + " ended with outcome 16, "
                        + Digits.percent(bar.shares().get(bar.shares().size() - 1))
                        + " were charged, ended otherwise or are open.")
                .collect(Collectors.joining(" "));
    }

    /**
     * Whether another ending moved in a year, in a sentence: a fall of outcome 16 means nothing while one of them rises.
     *
     * @param theme beside which the total is told; empty for the total alone
     */
    static String substitution(Material material, String theme) {
        Optional<MeasureEntry> attrition = material.dictionary().find(ATTRITION);
        Optional<Reading> reading =
                attrition.flatMap(measure -> measure.reading(material.edition().byMonth()));
        if (reading.isEmpty()) {
            return "";
        }
        String own = moved(material, reading.get(), theme);
        String all = theme.isEmpty() ? "" : moved(material, reading.get(), "");
        return (own + " " + all).strip();
    }

    private static String moved(Material material, Reading reading, String theme) {
        Optional<MeasureEntry> measure = material.dictionary().find(OTHERS);
        String most = "";
        double points = Double.NaN;
        for (Part part : PARTS.subList(1, PARTS.size())) {
            for (String outcome : part.outcomes()) {
                String slice = Slices.cut(Slices.ofTheme(theme), "outcome", outcome);
                double change = measure.map(entry -> change(material, entry, reading, slice))
                        .orElse(Double.NaN);
                if (Double.isNaN(points) || Math.abs(change) > Math.abs(points)) {
                    points = change;
                    most = measure.map(entry -> entry.values().getOrDefault("outcome=" + outcome, ""))
                            .orElse("");
                }
            }
        }
        if (Double.isNaN(points)) {
            return "";
        }
        String whose = theme.isEmpty() ? "all crimes" : Slices.crimes(theme);
        if (Math.abs(points) < 1) {
            return "Of " + whose + ", no other ending moved by more than " + Digits.decimal(Math.abs(points), 1)
                    + " points in a year.";
        }
        return "Of " + whose + ", the ending that moved most in a year is " + ReportWords.lower(most) + ": "
                + (points > 0 ? "+" : "") + Digits.decimal(points, 1) + " points.";
    }

    private static double change(Material material, MeasureEntry measure, Reading reading, String slice) {
        Figure now = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
        Figure before = Figures.of(measure, reading, slice, material.aYearBefore(slice), material.asAt());
        return Figures.change(measure, now, material.now(), before, material.aYearBefore(slice))
                .amount();
    }
}
