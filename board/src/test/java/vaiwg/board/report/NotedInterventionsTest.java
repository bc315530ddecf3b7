package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedNote;
import vaiwg.kpis.catalogue.Commitment;

class NotedInterventionsTest {
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    private static final String IN_COVENTRY = "intervention/2026-05-01/decision_told:theme=rape/coventry";
    private static final String EVERYWHERE = "intervention/2026-06-01/charge_rate";

    @Test
    void what_a_lead_noted_is_an_intervention_from_its_day_on() {
        assertThat(of(Tier.BOARD, note(IN_COVENTRY, 1, "", "Calls"), note(EVERYWHERE, 2, "why", "Cards")))
                .extracting(
                        Commitment::register,
                        entry -> entry.day().orElseThrow(),
                        Commitment::text,
                        Commitment::addressed,
                        Commitment::owner,
                        Commitment::measures)
                .containsExactly(
                        tuple(
                                Commitment.Register.INTERVENTION,
                                LocalDate.of(2026, 5, 1),
                                "Calls",
                                "coventry",
                                "the lead",
                                List.of(Commitment.Seen.of("decision_told:theme=rape"))),
                        tuple(
                                Commitment.Register.INTERVENTION,
                                LocalDate.of(2026, 6, 1),
                                "Cards",
                                "",
                                "the lead",
                                List.of(Commitment.Seen.of("charge_rate"))));
    }

    @Test
    void the_newest_note_of_a_name_holds_and_one_without_what_was_done_takes_it_back() {
        PublishedNote calls = note(IN_COVENTRY, 1, "", "Calls");
        PublishedNote better = note(IN_COVENTRY, 2, "", "Calls and letters");
        PublishedNote takenBack = note(IN_COVENTRY, 3, "It began in June", "");
        PublishedNote again = note(IN_COVENTRY, 4, "", "Calls after all");
        assertThat(texts(calls, better)).containsExactly("Calls and letters");
        assertThat(texts(calls, better, takenBack)).isEmpty();
        assertThat(texts(calls, better, takenBack, again)).containsExactly("Calls after all");
    }

    @Test
    void what_is_noted_after_the_day_of_the_report_is_not_in_it() {
        PublishedNote calls = note(IN_COVENTRY, 26, "", "Calls");
        assertThat(texts(calls, note(IN_COVENTRY, 27, "Not done", ""))).containsExactly("Calls");
        assertThat(texts(note(EVERYWHERE, 27, "", "Cards"))).isEmpty();
    }

    @Test
    void other_notes_and_names_of_nothing_are_no_interventions() {
        assertThat(texts(
                        note("action/2026-11/1", 1, "", "Calls"),
                        note("signal-1", 1, "", "Calls"),
                        note("intervention/some_day/decision_told", 1, "", "Calls")))
                .isEmpty();
    }

    @Test
    void the_public_is_told_that_something_was_done_and_not_in_what_words() {
        assertThat(of(Tier.PUBLIC, note(IN_COVENTRY, 1, "", "Calls")))
                .extracting(Commitment::text, Commitment::addressed)
                .containsExactly(tuple("Told to the Board alone", "coventry"));
        assertThat(of(Tier.INTERNAL, note(IN_COVENTRY, 1, "", "Calls")))
                .extracting(Commitment::text)
                .containsExactly("Calls");
    }

    private static List<String> texts(PublishedNote... notes) {
        return of(Tier.BOARD, notes).stream().map(Commitment::text).toList();
    }

    private static List<Commitment> of(Tier tier, PublishedNote... notes) {
        return NotedInterventions.of(List.of(notes), "west-midlands", AS_AT, tier);
    }

    private static PublishedNote note(String subject, int day, String cause, String action) {
        return new PublishedNote(
                subject,
                false,
                cause,
                action,
                "the lead",
                Optional.empty(),
                LocalDate.of(2026, 11, day),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }
}
