package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.schemas.EventStream;

/** What was published stays; days are revised while the job goes on, and a rebuild of the longer log agrees with both. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class RevisedDaysIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final Instant FOURTH = Instant.parse("2024-03-04T00:00:00Z");
    private static final Instant TWELFTH = Instant.parse("2024-03-12T00:00:00Z");

    private static final String RECORDED_ON_THE_FIRST = "SELECT numerator FROM kpi_day WHERE kpi = 'recorded_offences'"
            + " AND basis = 'recorded' AND slice = '' AND day = '2024-03-01'";
    private static final String PUBLISHED = "SELECT as_at, numerator FROM kpi_value WHERE kpi = 'recorded_offences'"
            + " AND basis = 'recorded' AND \"window\" = '28d' AND slice = '' ORDER BY as_at";

    @Test
    void a_late_event_leaves_the_published_row_enters_the_next_snapshot_and_revises_its_day(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        RunSettings settings = RunSettings.of(THIRD, 2).withRows(FIRST, true);
        SmallCase late = new SmallCase("late");
        Instant changed = Instant.parse("2024-03-01T12:00:00Z");
        log.send(List.of(new SmallCase("in-time").recorded(Instant.parse("2024-03-01T10:00:00Z"))));
        log.completeThrough(THIRD);

        Figures gone;
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(THIRD);
            run.awaitRow("the first is known by the day", RECORDED_ON_THE_FIRST);
            assertThat(run.query(RECORDED_ON_THE_FIRST)).containsExactly("1");
            List<String> published = run.figures().values();

            log.send(List.of(late.delivered(late.crime(changed), THIRD.plusSeconds(3600))));
            run.awaitRow("the first is revised with two offences", RECORDED_ON_THE_FIRST + " AND numerator = 2");
            run.awaitRow("it is listed as late", "SELECT FROM late_event");
            assertThat(run.query("SELECT force, stream, event_id, changed_at, known_at FROM late_event"))
                    .containsExactly(String.join(
                            ",",
                            SmallCase.FORCE,
                            "crime-recording",
                            late.eventId(EventStream.CRIME_RECORDING),
                            "2024-03-01 12:00:00+00",
                            "2024-03-03 00:00:00.001+00"));
            assertThat(run.figures().values()).isEqualTo(published);

            log.completeThrough(FOURTH);
            run.awaitSnapshot(FOURTH);
            assertThat(run.query(PUBLISHED)).containsExactly("2024-03-02,1", "2024-03-03,1", "2024-03-04,2");
            assertThat(run.figures().values()).containsAll(published);
            run.stop();
            gone = run.figures();
        }
        Figures rebuilt = installation.replay(log, RunSettings.of(FOURTH, 1).withRows(FIRST, true));
        assertThat(gone.differencesFrom(rebuilt)).isEmpty();
    }

    @Test
    void a_day_whose_figure_waits_for_a_date_is_revised_when_the_date_has_come(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        SmallCase closed = new SmallCase("closed");
        String told = "SELECT day, numerator, denominator FROM kpi_day WHERE kpi = 'decision_told' AND slice = ''";
        log.send(List.of(
                closed.recorded(Instant.parse("2024-03-01T10:00:00Z")),
                closed.closed(Instant.parse("2024-03-01T15:00:00Z"))));
        log.completeThrough(THIRD);

        Figures gone;
        try (JobRun run = installation.start(log, RunSettings.of(THIRD, 1).withRows(FIRST, true))) {
            run.awaitSnapshot(THIRD);
            run.awaitRow("the first is known by the day", RECORDED_ON_THE_FIRST);
            assertThat(run.query(told))
                    .as("the five working days to tell the victim are not over")
                    .isEmpty();

            log.completeThrough(TWELFTH);
            run.awaitSnapshot(TWELFTH);
            run.stop();
            assertThat(run.query(told)).containsExactly("2024-03-01,1,1");
            gone = run.figures();
        }
        Figures rebuilt = installation.replay(log, RunSettings.of(TWELFTH, 2).withRows(FIRST, true));
        assertThat(gone.differencesFrom(rebuilt)).isEmpty();
    }
}
