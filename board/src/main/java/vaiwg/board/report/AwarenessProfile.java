package vaiwg.board.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.kpis.cases.PerpetratorTrait;

/** Who the people are that have a place on the EASI programme. */
final class AwarenessProfile {
    private AwarenessProfile() {}

    /**
     * Without rows of a breakdown of which the snapshot has no figure: nobody has a row of zero, which is only known where another row of the
     * breakdown is published.
     */
    static NumberTable table(MeasureEntry places, SnapshotValues now) {
        Set<String> published = places.reading(false).stream()
                .flatMap(reading -> now.slices(places.kpi(), reading).stream())
                .map(AwarenessProfile::dimension)
                .collect(Collectors.toSet());
        List<NumberTable.Row> rows = PerpetratorTrait.slices().entrySet().stream()
                .filter(slice -> published.contains(dimension(slice.getKey())))
                .flatMap(slice -> AwarenessCourse.figure(places, now, slice.getKey())
                        .map(figure -> new NumberTable.Row(
                                ReportWords.capital(slice.getValue()),
                                "",
                                List.of(new Entry.Of(figure, Part.VALUE)),
                                false))
                        .stream())
                .toList();
        return new NumberTable(
                "People with a place on the EASI programme, by age, sex and relationship",
                "As the selection says",
                "Group",
                List.of("People"),
                rows,
                "");
    }

    private static String dimension(String slice) {
        return slice.substring(0, Math.max(0, slice.indexOf('=')));
    }
}
