package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.kpis.cases.PerpetratorTrait;

/** Who the people are that have a place on the early awareness programme. */
final class AwarenessProfile {
    private AwarenessProfile() {}

    /** Without rows where the snapshot keeps no such breakdown. */
    static NumberTable table(MeasureEntry places, SnapshotValues now) {
        List<NumberTable.Row> rows = PerpetratorTrait.slices().entrySet().stream()
                .flatMap(slice -> AwarenessCourse.figure(places, now, slice.getKey())
                        .filter(figure -> figure.state() != Figure.State.NOT_KEPT)
                        .map(figure -> new NumberTable.Row(
                                Words.capital(slice.getValue()), "", List.of(new Entry.Of(figure, Part.VALUE)), false))
                        .stream())
                .toList();
        return new NumberTable(
                "People with a place on the awareness course, by age, sex and relationship",
                "As the selection says",
                "",
                List.of("People"),
                rows,
                "");
    }
}
