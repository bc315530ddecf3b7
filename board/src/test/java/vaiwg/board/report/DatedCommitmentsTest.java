package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;

class DatedCommitmentsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    @Test
    void those_of_one_day_are_one_mark_and_those_of_before_one_at_the_beginning() {
        DatedCommitments dated = new DatedCommitments(List.of(
                entry("Posts", "2024-05-01", "victim_attrition"),
                entry("Surveys", "2024-05-01", "victim_attrition:theme=rape"),
                entry("Advice", "2021-07-16", "victim_attrition"),
                entry("Audit", "2022-01-01", "victim_attrition"),
                entry("Of another measure", "2024-06-01", "charge_rate"),
                entry("Too late", "2025-01-01", "victim_attrition"),
                entry("Of no day", "", "victim_attrition")));
        assertThat(dated.of("victim_attrition", "theme=rape", FIRST, LAST))
                .extracting(BlockChart.Dated::day, BlockChart.Dated::number, BlockChart.Dated::text)
                .containsExactly(
                        tuple(FIRST, 1, "before the first period: Advice (when); Audit (when)"),
                        tuple(LocalDate.of(2024, 5, 1), 2, "1 May 2024: Posts (when); Surveys (when)"));
        assertThat(dated.of("victim_attrition", "", FIRST, LAST))
                .extracting(BlockChart.Dated::number, BlockChart.Dated::text)
                .as("what another chart of the page has already keeps its number")
                .containsExactly(
                        tuple(1, "before the first period: Advice (when); Audit (when)"),
                        tuple(3, "1 May 2024: Posts (when)"));
    }

    @Test
    void what_is_dated_on_the_first_day_itself_is_not_said_to_be_before_it() {
        DatedCommitments dated = new DatedCommitments(List.of(
                entry("Advice", "2021-07-16", "victim_attrition"), entry("Posts", "2024-01-01", "victim_attrition")));

        assertThat(dated.of("victim_attrition", "", FIRST, LAST))
                .extracting(BlockChart.Dated::text)
                .containsExactly("before the first period: Advice (when); 1 January 2024: Posts (when)");
    }

    @Test
    void an_intervention_is_said_with_its_area() {
        DatedCommitments dated = new DatedCommitments(List.of(
                entry(Commitment.Register.INTERVENTION, "Calls", "2024-05-01", "charge_rate", "coventry"),
                entry(Commitment.Register.INTERVENTION, "Cards", "2024-06-01", "charge_rate", "")));
        assertThat(dated.of("charge_rate", "", FIRST, LAST))
                .extracting(BlockChart.Dated::text)
                .containsExactly("1 May 2024: Calls (Coventry)", "1 June 2024: Cards (the whole force)");
    }

    @Test
    void what_a_lead_noted_is_drawn_as_a_row_of_the_register_on_the_chart_that_it_names_and_no_other() {
        String name = "2024-05-01/charge_rate:theme=rape/coventry";
        Commitment noted = BoardSubject.done(BoardSubject.intervention(name))
                .orElseThrow()
                .entry("west-midlands", "Calls", "Lead");
        DatedCommitments dated = new DatedCommitments(List.of(noted));
        assertThat(dated.of("charge_rate", "theme=rape", FIRST, LAST))
                .extracting(BlockChart.Dated::text)
                .containsExactly("1 May 2024: Calls (Coventry)");
        assertThat(dated.of("charge_rate", "", FIRST, LAST)).isEmpty();
        assertThat(dated.of("victim_attrition", "theme=rape", FIRST, LAST)).isEmpty();
    }

    private static Commitment entry(String text, String day, String measure) {
        return entry(Commitment.Register.STEP, text, day, measure, "");
    }

    private static Commitment entry(
            Commitment.Register register, String text, String day, String measure, String addressed) {
        return new Commitment(
                register,
                text,
                1,
                "set",
                text,
                addressed,
                "",
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                "when",
                List.of(Commitment.Seen.of(measure)),
                "",
                "1.1",
                "west-midlands");
    }
}
