package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.kpis.catalogue.RevisedFigure;

/** Makes the table of when, and why, support for cases ended: of the outcomes 16 of a year, by theme. */
final class EndsOfSupport {
    /** Its whole is all outcomes 16. How many record both is not said by theme: less that, it would be told how many record one alone. */
    private static final String ALL = RevisedFigure.WITHDRAWAL_REASON_RECORDED.slug();

    private final Material material;

    /**
     * A measure that the snapshot has.
     *
     * @param part the slice that names the value of its dimension; empty of one without a dimension
     */
    private record Known(String name, MeasureEntry measure, Reading reading, String part) {}

    EndsOfSupport(Material material) {
        this.material = material;
    }

    /** The table, or none where the snapshot has neither stages nor reasons. */
    List<NumberTable> tables() {
        List<Known> stages = known("withdrawal_stage");
        List<Known> reasons = known("withdrawal_reason");
        return known(ALL).stream()
                .filter(all -> !stages.isEmpty() && !reasons.isEmpty())
                .map(all -> table(all, stages, reasons))
                .toList();
    }

    private List<Known> known(String kpi) {
        return material.dictionary().find(kpi).stream()
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .filter(reading -> material.now().has(reading.of(kpi, "")))
                        .flatMap(reading -> values(measure).entrySet().stream()
                                .map(value -> new Known(value.getValue(), measure, reading, value.getKey()))))
                .toList();
    }

    private static Map<String, String> values(MeasureEntry measure) {
        return measure.values().isEmpty() ? Map.of("", "Outcomes 16") : measure.values();
    }

    private NumberTable table(Known all, List<Known> stages, List<Known> reasons) {
        List<String> slices = ThemeTable.slices(material, all.measure(), all.reading(), true);
        List<NumberTable.Row> rows = new ArrayList<>();
        rows.add(row(all.name(), slices, true, slice -> new Entry.Of(figure(all, slice), Part.DENOMINATOR)));
        rows.addAll(parts("stage", all, stages, slices));
        rows.addAll(parts("reason", all, reasons, slices));
        return new NumberTable(
                "When, and why, support ended",
                Bases.period(all.reading(), material.asAt()) + "; stages and reasons in % of those that record one",
                "Stage or reason",
                slices.stream().map(Slices::title).toList(),
                rows,
                "");
    }

    /** How many record it, the share of each part of these, and how many record none. */
    private List<NumberTable.Row> parts(String what, Known all, List<Known> parts, List<String> slices) {
        return Stream.of(
                        Stream.of(row(
                                "With a " + what + " on record",
                                slices,
                                true,
                                slice -> new Entry.Of(largest(parts, slice), Part.DENOMINATOR))),
                        parts.stream()
                                .map(part -> row(
                                        part.name(),
                                        slices,
                                        false,
                                        slice -> new Entry.Of(figure(part, slice), Part.VALUE))),
                        Stream.of(row(
                                "Without a " + what + " on record",
                                slices,
                                false,
                                slice -> new Entry.Rest(figure(all, slice), largest(parts, slice)))))
                .flatMap(rows -> rows)
                .toList();
    }

    /** Of parts, which all are of the same whole, the one that is withheld last: with it its whole would be withheld. */
    private Figure largest(List<Known> parts, String slice) {
        return parts.stream()
                .map(part -> figure(part, slice))
                .max(Comparator.comparing(Figure::numerator, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseThrow();
    }

    private static NumberTable.Row row(String title, List<String> slices, boolean total, Function<String, Entry> cell) {
        return new NumberTable.Row(title, "", slices.stream().map(cell).toList(), total);
    }

    private Figure figure(Known of, String slice) {
        String figure = String.join(";", Stream.of(of.part(), slice).filter(cut -> !cut.isEmpty()).toList());
        return Figures.of(of.measure(), of.reading(), figure, Optional.of(material.now()), material.asAt());
    }
}
