package vaiwg.board.page;

import java.util.Optional;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.Edition;

/** Records with other words in them. */
final class Hostile {
    private Hostile() {}

    static BlockChart chart(BlockChart chart, String words) {
        return new BlockChart(
                words,
                words,
                words,
                words,
                words,
                chart.unit(),
                chart.points(),
                chart.estimates(),
                chart.rebases().stream()
                        .map(rebase -> new BlockChart.Rebase(rebase.day(), words, words))
                        .toList(),
                chart.baseline(),
                chart.sameWeeksAYearBefore(),
                words);
    }

    static Edition edition(Edition edition, String words) {
        return new Edition(
                words,
                words,
                edition.asAt(),
                edition.generation(),
                edition.tier(),
                edition.status(),
                edition.number(),
                edition.previous(),
                edition.yearBefore(),
                edition.notesUntil(),
                Optional.of(words),
                Optional.of(words),
                words,
                edition.historyFrom(),
                edition.dataThrough(),
                edition.complete(),
                edition.synthetic(),
                edition.reconstructed(),
                edition.themesOnly(),
                edition.byMonth());
    }
}
