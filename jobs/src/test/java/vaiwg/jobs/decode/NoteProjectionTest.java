package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.Events;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Standing;

class NoteProjectionTest {
    private final Projected notes = new Projected();

    @Test
    void a_note_keeps_its_words_for_the_database_and_what_it_is_for_the_panes() throws Rejection {
        OwnerNote note = notes.note(Events.note("signal-1").setPost(" ").build());
        assertThat(note.cause).isEqualTo("Staff moved");
        assertThat(note.action).isEqualTo("Staff moved back");
        assertThat(note.post).as("blank is nothing").isNull();
        assertThat(note.at).isEqualTo(Events.CHANGED.toEpochMilli());
        assertThat(note.version.signalId).isEqualTo("signal-1");
        assertThat(note.version.version).isEqualTo(1);
        assertThat(note.version.acknowledgement).isFalse();
    }

    @Test
    void who_was_logged_in_is_kept_beside_the_post_where_it_is_told() throws Rejection {
        assertThat(notes.note(Events.note("signal-1").setLogin("j.smith").build()).login)
                .isEqualTo("j.smith");
        assertThat(notes.note(Events.note("signal-1").build()).login).isNull();
        rejected("login has more than 200 characters", Events.note("signal-1").setLogin("l".repeat(201)));
        rejected("login holds the character NUL", Events.note("signal-1").setLogin("a\0b"));
    }

    @Test
    void an_acknowledgement_may_say_nothing_but_a_note_may_not() throws Rejection {
        Note.Builder silent = Events.note("signal-1").setCause(null).setAction("  ");
        assertThat(notes.note(silent.setKind(NoteKind.ACKNOWLEDGEMENT).build()).version.acknowledgement)
                .isTrue();
        rejected("a note with neither cause nor action", silent.setKind(NoteKind.NOTE));
    }

    @Test
    void a_report_to_the_board_and_how_a_commitment_stands_name_what_there_is() throws Rejection {
        assertThat(notes.note(Events.note("report/our_behaviour/2026-11").build()).standing)
                .isNull();
        assertThat(notes.note(Events.note("report/an_area_of_a_site/2026-11").build()).standing)
                .isNull();
        Note.Builder stands = Events.note("commitment/rape-5").setCause(null).setAction(null);
        assertThat(notes.note(stands.setStanding(Standing.BEHIND).build()).standing)
                .isEqualTo("behind");
        rejected("a note with neither cause nor action", stands.setStanding(null));
        String nothing = "signalId names no area and meeting of the board, nor an action of one";
        rejected(nothing, Events.note("report/our_behaviour/2026-10"));
        rejected(nothing, Events.note("report/no.body/2026-11"));
        rejected(nothing, Events.note("report//2026-11"));
        rejected(nothing, Events.note("report/our_behaviour/2026"));
        rejected(
                "an acknowledgement of what is no signal",
                Events.note("commitment/rape-5").setKind(NoteKind.ACKNOWLEDGEMENT));
        rejected("standing is of a commitment alone", Events.note("signal-1").setStanding(Standing.DONE));
    }

    @Test
    void an_action_of_the_board_has_a_post_and_days_in_london() throws Rejection {
        Instant summer = Instant.parse("2026-06-30T23:00:00Z");
        Note.Builder asked = Events.note("action/2026-05/1").setCause(null).setOwner("Head of Crime");
        OwnerNote note = notes.note(asked.setDue(summer).build());
        assertThat(note.owner).isEqualTo("Head of Crime");
        assertThat(LocalDate.ofEpochDay(note.due)).isEqualTo("2026-07-01");
        assertThat(note.done).isNull();
        Note.Builder done = Events.note("action/2026-05/1").setCause(null).setAction(null);
        assertThat(notes.note(done.setDone(Events.CHANGED).build()).done)
                .as("that it was done is enough")
                .isEqualTo(LondonDays.dayOf(Events.CHANGED.toEpochMilli()));
        rejected(
                "done is more than a day after changedAt",
                Events.note("action/2026-05/1").setDone(Events.CHANGED.plus(Duration.ofDays(2))));
        rejected(
                "owner has more than 200 characters",
                Events.note("action/2026-05/1").setOwner("o".repeat(201)));
        String alone = "owner, due and done are of an action of the board alone";
        rejected(alone, Events.note("signal-1").setDue(summer));
        rejected(alone, Events.note("commitment/rape-5").setOwner("Head of Crime"));
        String nothing = "signalId names no area and meeting of the board, nor an action of one";
        rejected(nothing, Events.note("action/2026-05"));
        rejected(nothing, Events.note("action/2026-05/0"));
        rejected(nothing, Events.note("action/2026-04/1"));
    }

    @Test
    void what_was_done_names_a_day_and_a_figure_and_is_said_in_short() throws Rejection {
        String subject = "intervention/2026-05-01/decision_told:theme=rape/coventry";
        OwnerNote note = notes.note(Events.note(subject).setCause(null).build());
        assertThat(note.version.signalId).isEqualTo(subject);
        assertThat(note.action).isEqualTo("Staff moved back");
        OwnerNote takenBack = notes.note(Events.note(subject).setAction(null).build());
        assertThat(takenBack.action).as("it was not done").isNull();
        assertThat(notes.note(Events.note("intervention/2026-05-01/a_figure_of_another_build")
                                .build())
                        .action)
                .isNotNull();
        assertThat(notes.note(Events.note(subject).setAction("a".repeat(200)).build()).action)
                .hasSize(200);
        rejected(
                "action of an intervention has more than 200 characters",
                Events.note(subject).setAction("a".repeat(201)));
        String nothing = "signalId names no day and figure of an intervention";
        rejected(nothing, Events.note("intervention/2026-02-30/decision_told"));
        rejected(nothing, Events.note("intervention/2026-05-01/decision_told:lpa=coventry"));
        rejected("an acknowledgement of what is no signal", Events.note(subject).setKind(NoteKind.ACKNOWLEDGEMENT));
        rejected("standing is of a commitment alone", Events.note(subject).setStanding(Standing.DONE));
        rejected(
                "owner, due and done are of an action of the board alone",
                Events.note(subject).setOwner("Head of Crime"));
    }

    @Test
    void what_no_table_can_hold_or_nobody_wrote_is_rejected() {
        rejected("cause holds the character NUL", Events.note("signal-1").setCause("a\0b"));
        rejected("action has more than 4000 characters", Events.note("signal-1").setAction("a".repeat(4_001)));
        rejected("post has more than 200 characters", Events.note("signal-1").setPost("p".repeat(201)));
        rejected("signalId is no name of a signal", Events.note("signal\n1"));
        rejected("signalId is no name of a signal", Events.note(" "));
        rejected(
                "at is more than a day after changedAt",
                Events.note("signal-1").setAt(Events.CHANGED.plus(Duration.ofDays(2))));
        rejected("eventId is no UUID", Events.note("signal-1").setEventId("1"));
    }

    private void rejected(String detail, Note.Builder event) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> notes.note(event.build()))
                .withMessage(detail)
                .matches(rejection -> rejection.reason() == Rejection.Reason.IMPOSSIBLE_VALUE);
    }
}
