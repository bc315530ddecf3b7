package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.RevisionReader.Revision;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;

/** Makes the page of what was published in the last report and is known to be otherwise now. */
final class RevisionsMaker {
    private static final double LITTLE = 0.5;

    private final Material material;

    RevisionsMaker(Material material) {
        this.material = material;
    }

    RevisionsPage make() {
        if (material.previous().isEmpty()) {
            return new RevisionsPage(
                    new Statement(
                            Optional.empty(),
                            "This is the first report, so nothing that was published before can be revised.",
                            "",
                            Optional.empty()),
                    List.of(),
                    List.of());
        }
        List<RevisionsPage.Row> rows = material.dictionary().onPage1().stream()
                .filter(measure -> !measure.restricted())
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .flatMap(reading ->
                                row(measure, reading, material.previous().get()).stream()))
                .toList();
        return new RevisionsPage(lead(rows), rows, notes());
    }

    /** Stocks and percentiles are never revised; their past cannot be known again. */
    private Optional<RevisionsPage.Row> row(MeasureEntry measure, Reading reading, SnapshotValues previous) {
        boolean revised = !reading.basis().equals("stock")
                && measure.kind() != MeasureEntry.Kind.PERCENTILE
                && measure.kind() != MeasureEntry.Kind.POPULATION_RATE;
        SeriesKey key = reading.of(measure.kpi(), measure.slice());
        Optional<PublishedValue> published = previous.find(key);
        if (!revised || published.isEmpty() || published.get().numerator() == null) {
            return Optional.empty();
        }
        Figure before = Figures.of(measure, reading, measure.slice(), Optional.of(previous), material.asAt());
        if (isOtherDefinition(measure, published.get())) {
            return Optional.of(new RevisionsPage.Row(
                    measure.page1Title(),
                    before,
                    before.without(Figure.State.NOT_KEPT),
                    new FigureChange(Double.NaN, before.unit()),
                    List.of(new RevisionsPage.Cause("another definition", 0, 0))));
        }
        List<Revision> revisions = material.revisions().stream()
                .filter(candidate -> candidate.key().equals(key))
                .toList();
        Figure now = revisions.isEmpty() ? before : known(before, published.get(), revisions);
        List<RevisionsPage.Cause> causes = revisions.stream()
                .map(one -> new RevisionsPage.Cause(one.cause().words(), one.numerator(), one.denominator()))
                .toList();
        return Optional.of(new RevisionsPage.Row(measure.page1Title(), before, now, change(before, now), causes));
    }

    private static boolean isOtherDefinition(MeasureEntry measure, PublishedValue published) {
        return !Objects.equals(measure.definitionHash(), published.definitionHash());
    }

    /** What was published, and all that became known otherwise since. */
    private static Figure known(Figure before, PublishedValue published, List<Revision> revisions) {
        int numerator = published.numerator()
                + revisions.stream().mapToInt(Revision::numerator).sum();
        Integer denominator = published.denominator() == null
                ? null
                : Integer.valueOf(published.denominator()
                        + revisions.stream().mapToInt(Revision::denominator).sum());
        double value = denominator == null ? numerator : (double) numerator / denominator;
        boolean shown = before.state() == Figure.State.SHOWN;
        return before.with(numerator, denominator, shown ? before.unit().of(value) : Double.NaN, before.state());
    }

    private static FigureChange change(Figure before, Figure now) {
        return new FigureChange(Figures.difference(now, before), now.unit());
    }

    private Statement lead(List<RevisionsPage.Row> rows) {
        List<RevisionsPage.Row> moved = rows.stream()
                .filter(row -> row.change().isKnown() && row.change().amount() != 0)
                .toList();
        String since =
                "Since the report of " + Days.full(material.edition().previous().orElseThrow());
        if (moved.isEmpty()) {
            return new Statement(Optional.empty(), since + " no figure of page 1 was revised.", "", Optional.empty());
        }
        RevisionsPage.Row most = moved.stream()
                .filter(row -> row.change().unit() != Unit.COUNT)
                .max((one, other) -> Double.compare(
                        Math.abs(one.change().amount()), Math.abs(other.change().amount())))
                .orElse(moved.get(0));
        boolean little =
                most.change().unit() == Unit.COUNT || Math.abs(most.change().amount()) < LITTLE;
        return new Statement(
                Optional.empty(),
                since + " figures were revised " + (little ? "little." : "by up to " + points(most) + "."),
                most.title() + ", published as " + ValueText.of(most.published(), false) + ", is "
                        + ValueText.of(most.now(), false) + " as known now.",
                Optional.empty());
    }

    private static String points(RevisionsPage.Row row) {
        return Digits.decimal(Math.abs(row.change().amount()), 1)
                + (row.change().unit() == Unit.SHARE ? " points" : "");
    }

    private List<String> notes() {
        int late = material.late().stream().mapToInt(stream -> stream.events()).sum();
        List<String> notes = new ArrayList<>();
        notes.add("Each figure is the one of the last report, and the same cases as they are known now.");
        if (late > 0) {
            notes.add(Digits.count(late) + " records came after their time since the last report ("
                    + String.join(
                            ", ",
                            material.late().stream()
                                    .map(stream ->
                                            stream.stream().replace('-', ' ') + " " + Digits.count(stream.events()))
                                    .toList())
                    + ") and are counted in their own days.");
        }
        return notes;
    }
}
