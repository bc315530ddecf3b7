package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.statistics.signals.alarm.AlarmSignals;

class AbusePageTest {
    private static final String EARLY = AlarmSignals.BASIS;

    private final Matter matter = SampleReport.usual().matters().get(0);
    private final Block.FiguresTable above = table(Facts.whoAre());

    /** Page 2 said that stalking is to be acted on; its figures on page 4 said nothing of it. */
    @Test
    void beside_the_figures_of_stalking_an_open_matter_is_said_as_on_pages_1_and_2() {
        assertThat(AbusePage.ofMatter(table(""), above, beside("")).note())
                .isEqualTo(matter.title() + ". " + matter.text());
        assertThat(FirstPage.worst(List.of(matter), List.of(), SampleReport.AS_AT))
                .extracting(sentence -> sentence.headline() + " " + sentence.text())
                .containsExactly(matter.title() + ". " + matter.text());
    }

    @Test
    void it_takes_the_place_of_whom_figures_are_of_where_the_table_above_says_that() {
        String other = "Too few: fewer cases than a chart needs.";
        Block.FiguresTable both = table(other + " " + Facts.whoAre());
        assertThat(AbusePage.ofMatter(both, above, beside("")).note()).endsWith(matter.text() + " " + other);
        assertThat(AbusePage.ofMatter(both, table(""), beside("Not seen above."))
                        .note())
                .endsWith(matter.text() + " Not seen above. " + both.note());
    }

    @Test
    void nothing_is_said_of_a_matter_whose_numbers_are_withheld() {
        AbusePage.Beside withheld = new AbusePage.Beside(matter.withoutNumbers(true), "");
        assertThat(AbusePage.firstTold(Stream.of(withheld))).isEmpty();
        assertThat(AbusePage.firstTold(Stream.of(withheld, beside("")))).contains(beside(""));
        assertThat(AbusePage.firstTold(Stream.of())).isEmpty();
    }

    /** Each row said "no change" below a matter to act on. */
    @Test
    void a_matter_of_other_cases_or_days_says_why_attrition_beside_it_does_not_show_it() {
        String stalking = "victim_does_not_support";
        assertThat(AbusePage.unseen(matter(stalking, "theme=stalking", EARLY), rows(State.NO_CHANGE)))
                .isEqualTo(
                        "Victim attrition does not show it: that is of stalking and harassment, by the day of recording;"
                                + " this is of stalking alone, by the day of the outcome.");
        assertThat(AbusePage.unseen(matter(stalking, "theme=stalking", "settled_90d"), rows(State.NO_CHANGE)))
                .isEqualTo(
                        "Victim attrition does not show it: that is of stalking and harassment; this is of stalking alone.");
        assertThat(AbusePage.unseen(
                        matter("victim_attrition", "theme=stalking_harassment", EARLY), rows(State.NO_CHANGE)))
                .isEqualTo(
                        "Victim attrition does not show it: that is by the day of recording; this is by the day of the outcome.");
    }

    @Test
    void nothing_is_said_where_attrition_shows_it_or_the_matter_is_of_the_same_cases_or_of_something_else() {
        PublishedMatter stalking = matter("victim_does_not_support", "theme=stalking", EARLY);
        assertThat(AbusePage.unseen(stalking, rows(State.ACT))).isEmpty();
        assertThat(AbusePage.unseen(stalking, table(""))).isEmpty();
        assertThat(AbusePage.unseen(
                        matter("victim_attrition", "theme=stalking_harassment", "settled_90d"), rows(State.NO_CHANGE)))
                .isEmpty();
        assertThat(AbusePage.unseen(
                        matter("recorded_offences", "theme=stalking", "settled_90d"), rows(State.NO_CHANGE)))
                .isEmpty();
    }

    private AbusePage.Beside beside(String unseen) {
        return new AbusePage.Beside(matter, unseen);
    }

    private static PublishedMatter matter(String kpi, String slice, String basis) {
        return SampleMatter.of(
                new SeriesKey(kpi, basis, "28d", slice),
                "Stalking: more cases end without the victim's support",
                "act",
                Periods.AS_AT.minusDays(27),
                Periods.AS_AT.minusDays(1));
    }

    private static Block.FiguresTable rows(State attrition) {
        SeriesKey key =
                new SeriesKey("victim_attrition", "settled_90d", "365d", "sex=female;theme=stalking_harassment");
        Block.Row row = SampleReport.row(
                "Victim attrition",
                "",
                Better.DOWN,
                SampleReport.share(key, 6_892, 26_020),
                attrition,
                TargetState.NONE);
        return new Block.FiguresTable("Stalking and harassment", "", List.of(row));
    }

    private static Block.FiguresTable table(String note) {
        return new Block.FiguresTable("Stalking and harassment", note, List.of());
    }
}
