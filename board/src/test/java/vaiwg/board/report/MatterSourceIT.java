package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.time.LondonDays;

/** Where the newest cases of the first matter to act on are, where that is of a policing area alone. */
class MatterSourceIT {
    private static final String RAPE = "theme=rape";
    private static final SeriesKey NEWEST = new SeriesKey("victim_attrition", "settled_90d", "28d", RAPE);
    private static final SeriesKey YEAR = new SeriesKey("victim_attrition", "settled_90d", "365d", RAPE);
    private static final LocalDate RAISED = LocalDate.of(2026, 11, 19);

    /** Ages of the whole force beside it would read as those of the area. */
    @Test
    void an_area_with_a_matter_of_its_own_stands_beside_the_others_and_the_force() throws Exception {
        try (ReportPublication published = withMatterOf("coventry")) {
            List<Block.Grid> source = source(published);
            assertThat(source)
                    .extracting(Block.Grid::title)
                    .containsExactly("Rape, where: recorded 31 Jul to 27 Aug 2026");
            assertThat(source.get(0).lines())
                    .extracting(Block.Line::title)
                    .containsExactly("Coventry", "Solihull", "The force");
            assertThat(source.get(0).lines().get(0).cells())
                    .extracting(cell -> cell.part().of(cell.figure().orElseThrow()))
                    .containsExactly(60, 700);
        }
    }

    @Test
    void an_area_of_which_nothing_is_published_is_not_called_beside_others() throws Exception {
        try (ReportPublication published = withMatterOf("walsall")) {
            assertThat(source(published)).isEmpty();
        }
    }

    /** With that matter alone, and figures of two areas, and of an age in the whole force. */
    private static ReportPublication withMatterOf(String area) throws Exception {
        ReportPublication published = SmallForce.published();
        published.value(SmallForce.FORCE, SmallForce.AS_AT, NEWEST, 172, 371);
        for (String cut : List.of("lpa=coventry", "lpa=solihull", "age=18-24")) {
            cases(published, cut + ";" + RAPE);
        }
        published.rewrite("DELETE FROM vaiwg.kpi_matter_row");
        SeriesKey chart = SmallForce.CHART.withSlice("lpa=" + area + ";" + RAPE);
        published.raised(SmallForce.FORCE, "s2", chart, RAISED, SmallForce.AS_AT, "act", "One area, rape: more");
        return published;
    }

    private static void cases(ReportPublication published, String slice) throws SQLException {
        published.value(SmallForce.FORCE, SmallForce.AS_AT, NEWEST.withSlice(slice), 60, 150);
        published.value(SmallForce.FORCE, SmallForce.AS_AT, YEAR.withSlice(slice), 700, 2_000);
    }

    private static List<Block.Grid> source(ReportPublication published) throws Exception {
        Report report = ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        SmallForce.FORCE,
                        SmallForce.AS_AT,
                        Optional.empty(),
                        Tier.INTERNAL,
                        Optional.empty(),
                        LondonDays.startOf(SmallForce.AS_AT),
                        false));
        assertThat(report.matters()).extracting(Matter::title).containsExactly("One area, rape: more");
        return Walk.find(report.page("matters").orElseThrow(), Block.Grid.class).stream()
                .filter(grid -> grid.title().startsWith("Rape, "))
                .toList();
    }
}
