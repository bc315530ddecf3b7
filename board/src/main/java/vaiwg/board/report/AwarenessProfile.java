package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.kpis.cases.PerpetratorAge;

/** How old the people are who have a place on the early awareness programme; of their sex and relationship the annex has the shares. */
final class AwarenessProfile {
    private AwarenessProfile() {}

    /** Without rows where the snapshot keeps no breakdown by age. */
    static NumberTable table(MeasureEntry places, SnapshotValues now) {
        List<NumberTable.Row> rows = PerpetratorAge.words().entrySet().stream()
                .flatMap(age -> AwarenessCourse.figure(places, now, "age=" + age.getKey())
                        .filter(figure -> figure.state() != Figure.State.NOT_KEPT)
                        .map(figure -> new NumberTable.Row(
                                Words.capital(age.getValue()), "", List.of(new Entry.Of(figure, Part.VALUE)), false))
                        .stream())
                .toList();
        return new NumberTable(
                "People with a place on the awareness course, by age",
                "As the selection says",
                "Age",
                List.of("People"),
                rows,
                "");
    }
}
