package vaiwg.board.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Report;
import vaiwg.board.report.Statement;

/** Records with other words in them. */
final class Hostile {
    private static final String WORDS =
            "</style><script>alert(1)</script>\"'><img src=x onerror=y>&amp;]]>\u0000\u0007";

    private Hostile() {}

    /** Hostile words wherever a force, an owner or a chart is named. */
    static Report report(Report report) {
        List<AreaPage> areas = new ArrayList<>();
        for (AreaPage area : report.areas()) {
            areas.add(new AreaPage(
                    area.number(),
                    area.slug(),
                    WORDS,
                    WORDS,
                    new Statement(Optional.empty(), WORDS, WORDS, Optional.of(WORDS)),
                    area.main().map(chart -> chart(chart, WORDS)),
                    area.multiples().stream().map(chart -> chart(chart, WORDS)).toList(),
                    area.table(),
                    area.composition(),
                    area.followed(),
                    area.areas(),
                    area.backlogs(),
                    area.figures(),
                    area.comments(),
                    List.of(WORDS),
                    WORDS));
        }
        return new Report(
                edition(report.edition(), WORDS),
                report.summary(),
                areas,
                report.characteristics(),
                report.signals(),
                report.governance(),
                report.revisions(),
                report.quality(),
                report.annex(),
                report.restricted());
    }

    private static BlockChart chart(BlockChart chart, String words) {
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
                chart.dated().stream()
                        .map(dated -> new BlockChart.Dated(dated.day(), dated.number(), words))
                        .toList(),
                chart.baseline(),
                chart.sameWeeksAYearBefore(),
                words);
    }

    private static Edition edition(Edition edition, String words) {
        return new Edition(
                words,
                words,
                edition.asAt(),
                edition.publication(),
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
