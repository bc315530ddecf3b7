package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;

/**
 * A force goes live as {@code docs/go-live.md} has it: its history is loaded through an instant, from there on its systems feed it.
 * Until then its snapshots are reconstructed, from the first that knows a live event on they are published.
 */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class GoLiveIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate CUT_OVER = LocalDate.of(2024, 11, 1);
    private static final LocalDate END = LocalDate.of(2024, 11, 12);
    private static final String KINDS =
            "SELECT as_at, kind FROM kpi_snapshot WHERE force = '" + SmallCase.FORCE + "' ORDER BY as_at";

    @TempDir
    private Path folder;

    @Test
    void loaded_history_is_reconstructed_and_the_first_snapshot_with_a_live_event_is_published(
            Installation installation) throws Exception {
        EventLog log = installation.newLog();
        loadHistory(log);
        RunSettings settings = RunSettings.of(startOf(END), 2).withCheckpoints(Duration.ofMillis(200));
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(startOf(CUT_OVER));
            assertThat(run.query("SELECT DISTINCT kind FROM kpi_snapshot")).containsExactly("reconstructed");
            Await.until("a checkpoint is taken", () -> run.newestCheckpoint().isPresent());
            settings = settings.into(run.database()).restoredFrom(run.kill());
        }
        feedLive(log);
        Figures goneLive;
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(startOf(END));
            run.stop();
            assertThat(run.query(KINDS)).isEqualTo(expectedKinds());
            requireWords(run);
            goneLive = run.figures();
        }
        Figures atOnce = installation.replay(log, RunSettings.of(startOf(END), 1));
        assertThat(goneLive.differencesFrom(atOnce))
                .as("a rebuild from the same log")
                .isEmpty();
    }

    @Test
    void a_live_event_that_changes_no_figure_is_live_too_and_one_at_midnight_belongs_to_that_midnight(
            Installation installation) throws Exception {
        EventLog log = installation.newLog();
        loadHistory(log);
        Outcome ofNoCrime = new SmallCase("unknown").outcome(startOf(CUT_OVER.plusDays(1)));
        ofNoCrime.setSource(Source.FEED);
        log.send(List.of(new SmallCase("unknown").delivered(ofNoCrime, startOf(CUT_OVER.plusDays(1)))));
        log.completeThrough(startOf(END));

        Figures figures = installation.replay(log, RunSettings.of(startOf(END), 2));

        assertThat(figures.snapshots())
                .filteredOn(line -> line.contains(",published,"))
                .first()
                .asString()
                .contains("," + CUT_OVER.plusDays(1) + ",");
    }

    /** Cases of a month and their outcomes, told day by day, and at the end that nothing older follows. */
    private static void loadHistory(EventLog log) {
        for (LocalDate day = FIRST; day.isBefore(CUT_OVER); day = day.plusDays(1)) {
            Instant noon = startOf(day).plus(Duration.ofHours(12));
            List<FeedRecord> records = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                records.add(crime("history-" + day + "-" + i, noon, Source.LOAD));
            }
            if (day.isAfter(FIRST.plusDays(9))) {
                records.add(outcome("history-" + day.minusDays(9) + "-0", noon, Source.LOAD));
            }
            log.send(records);
            log.completeThrough(startOf(day.plusDays(1)));
        }
    }

    /** The first live day is quiet; then cases come, and once more a correction of what was loaded. */
    private static void feedLive(EventLog log) {
        for (LocalDate day = CUT_OVER; day.isBefore(END); day = day.plusDays(1)) {
            Instant noon = startOf(day).plus(Duration.ofHours(12));
            if (day.isAfter(CUT_OVER)) {
                log.send(List.of(crime("live-" + day, noon, Source.FEED)));
            }
            if (day.equals(CUT_OVER.plusDays(5))) {
                CrimeRecording corrected = new SmallCase("history-" + FIRST + "-1").crime(noon);
                corrected.setVersion(2);
                corrected.setOffenceCode("19C");
                corrected.setSource(Source.LOAD);
                log.send(List.of(new SmallCase("history-" + FIRST + "-1").delivered(corrected, noon)));
            }
            log.completeThrough(startOf(day.plusDays(1)));
        }
    }

    private static FeedRecord crime(String reference, Instant at, Source source) {
        CrimeRecording crime = new SmallCase(reference).crime(at);
        crime.setSource(source);
        return new SmallCase(reference).delivered(crime, at);
    }

    private static FeedRecord outcome(String reference, Instant at, Source source) {
        Outcome outcome = new SmallCase(reference).outcome(at);
        outcome.setSource(source);
        return new SmallCase(reference).delivered(outcome, at);
    }

    /** The first live event is of the day after the cut-over: the midnight at that day's end knows it. */
    private static List<String> expectedKinds() {
        return FIRST.plusDays(1)
                .datesUntil(END.plusDays(1))
                .map(day -> day + "," + (day.isAfter(CUT_OVER.plusDays(1)) ? "published" : "reconstructed"))
                .toList();
    }

    private void requireWords(JobRun run) throws Exception {
        assertThat(report(run, CUT_OVER))
                .contains("Worked out later for this day: nobody was shown these figures then.");
        assertThat(report(run, END)).doesNotContain("Worked out later");
    }

    private String report(JobRun run, LocalDate asAt) throws Exception {
        Path report = folder.resolve("report-" + asAt);
        List<String> arguments = new ArrayList<>(List.of("report", "--force", SmallCase.FORCE));
        arguments.addAll(List.of("--as-at", asAt.toString(), "--out", report.toString()));
        arguments.addAll(DatabaseArguments.of(run.database(), folder));
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        return Files.readString(report.resolve("index.html"));
    }
}
