package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vaiwg.policeuk.HandMadeArchive.crime;
import static vaiwg.policeuk.HandMadeArchive.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;

/** What a later release changes, and that it does not matter whether it comes in the same import or in another. */
class ReleasesTest {
    private static final String FORCE = "west-midlands";
    private static final String JANUARY = "2022-01";
    private static final String FEBRUARY = "2022-02";
    private static final String MARCH = "2022-03";
    private static final Instant END_OF_JANUARY = Instant.parse("2022-02-01T00:00:00Z");
    private static final Instant END_OF_FEBRUARY = Instant.parse("2022-03-01T00:00:00Z");
    private static final Instant END_OF_MARCH = Instant.parse("2022-03-31T23:00:00Z");

    @TempDir
    private Path folder;

    private int releases;

    private Path release(HandMadeArchive archive) {
        return archive.zip(folder.resolve("release" + ++releases + ".zip"));
    }

    private static HandMadeArchive street(String month, String... rows) {
        return new HandMadeArchive().street(month, FORCE, rows);
    }

    /** Kind, crime, version, month or status, changedAt. */
    private static List<Tuple> crimes(List<FeedRecord> records) {
        return records.stream()
                .filter(record -> record.value() instanceof CrimeRecording)
                .map(record -> (CrimeRecording) record.value())
                .map(crime -> tuple(
                        crime.getCrimeReference(),
                        crime.getVersion(),
                        crime.getStatus() == CrimeStatus.ACTIVE ? crime.getOffenceGroup() : crime.getStatusReason(),
                        crime.getChangedAt()))
                .toList();
    }

    private static List<Tuple> outcomes(List<FeedRecord> records) {
        return records.stream()
                .filter(record -> record.value() instanceof Outcome)
                .map(record -> (Outcome) record.value())
                .map(outcome -> tuple(
                        outcome.getCrimeReference(),
                        outcome.getVersion(),
                        outcome.getOutcomeGroup(),
                        outcome.getChangedAt()))
                .toList();
    }

    @Test
    void what_a_later_release_changes_is_known_from_the_midnight_that_ends_its_newest_month() {
        Path earlier = release(street(
                JANUARY, crime("same", JANUARY, "Drugs"), crime("moved", JANUARY, "Drugs"), crime("gone", JANUARY)));
        Path later = release(street(
                        JANUARY,
                        crime("same", JANUARY, "Drugs"),
                        crime("moved", JANUARY, "Robbery"),
                        crime("new", JANUARY, "Drugs"))
                .street(FEBRUARY, FORCE, crime("next", FEBRUARY, "Drugs")));
        Played played = Played.of(earlier, later);
        assertThat(crimes(played.records()))
                .containsExactly(
                        tuple("same", 1L, "drugs", END_OF_JANUARY),
                        tuple("moved", 1L, "drugs", END_OF_JANUARY),
                        tuple("gone", 1L, "violence-and-sexual-offences", END_OF_JANUARY),
                        tuple("next", 1L, "drugs", END_OF_FEBRUARY),
                        tuple("gone", 2L, "not_in_release", END_OF_FEBRUARY),
                        tuple("moved", 2L, "robbery", END_OF_FEBRUARY),
                        tuple("new", 1L, "drugs", END_OF_FEBRUARY));
        assertThat(played.records()).extracting(FeedRecord::timestamp).isSorted();
        assertThat(played.records().get(played.records().size() - 1).value()).isInstanceOf(Progress.class);
        assertThat(played.archive().end()).isEqualTo(END_OF_FEBRUARY);
        assertThat(played.archive().imported().changes())
                .extracting(ReleaseChange::cause, ReleaseChange::crimeType, ReleaseChange::came, ReleaseChange::went)
                .containsExactly(
                        tuple(CorrectionCause.NEWLY_RECORDED, "drugs", 1L, 0L),
                        tuple(CorrectionCause.RECLASSIFIED, "drugs", 0L, 1L),
                        tuple(CorrectionCause.RECLASSIFIED, "robbery", 1L, 0L),
                        tuple(CorrectionCause.NOT_IN_RELEASE, "violence-and-sexual-offences", 0L, 1L));
        Imported imported = played.archive().imported();
        assertThat(imported.events()).isEqualTo(7);
        assertThat(imported.late()).isZero();
        assertThat(imported.text())
                .contains(
                        "Release release1.zip, known from 2022-02-01\n",
                        "Release release2.zip, known from 2022-03-01\n");
    }

    @Test
    void a_releases_date_is_the_midnight_that_begins_it() {
        Path earlier = release(street(JANUARY, crime("c1", JANUARY)));
        Path later = release(street(JANUARY, crime("c2", JANUARY)));
        List<FeedRecord> records =
                Played.of(List.of(LocalDate.of(2022, 6, 15)), earlier, later).records();
        Instant released = Instant.parse("2022-06-14T23:00:00Z");
        assertThat(crimes(records))
                .containsExactly(
                        tuple("c1", 1L, "violence-and-sexual-offences", END_OF_JANUARY),
                        tuple("c1", 2L, "not_in_release", released),
                        tuple("c2", 1L, "violence-and-sexual-offences", released));
        assertThat(records).extracting(FeedRecord::timestamp).isSorted();
        assertThat(((Progress) records.get(records.size() - 1).value()).getCompleteThrough())
                .isEqualTo(released);
    }

    @Test
    void a_crime_of_a_month_that_a_later_release_does_not_have_stays() {
        Path earlier = release(street(JANUARY, crime("c1", JANUARY)).street(FEBRUARY, FORCE, crime("c2", FEBRUARY)));
        Path later = release(street(FEBRUARY, crime("c3", FEBRUARY)));
        assertThat(crimes(Played.of(earlier, later).records()))
                .extracting(row -> row.toList().get(0), row -> row.toList().get(2))
                .containsExactly(
                        tuple("c1", "violence-and-sexual-offences"),
                        tuple("c2", "violence-and-sexual-offences"),
                        tuple("c2", "not_in_release"),
                        tuple("c3", "violence-and-sexual-offences"));
    }

    @Test
    void a_crime_that_is_back_in_a_third_release_is_active_again_and_one_that_moved_is_not_cancelled() {
        Path first = release(street(JANUARY, crime("c1", JANUARY), crime("c2", JANUARY))
                .street(FEBRUARY, FORCE, crime("c3", FEBRUARY)));
        Path second = release(street(JANUARY, crime("x", JANUARY))
                .street(FEBRUARY, FORCE, crime("c3", FEBRUARY), crime("c2", FEBRUARY)));
        Path third = release(street(JANUARY, crime("c1", JANUARY), crime("x", JANUARY)));
        Played played = Played.of(
                List.of(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 1), LocalDate.of(2022, 5, 1)),
                first,
                second,
                third);
        assertThat(played.archive().imported().changes())
                .extracting(ReleaseChange::cause, change -> change.month().toString(), ReleaseChange::came)
                .containsExactly(
                        tuple(CorrectionCause.NEWLY_RECORDED, JANUARY, 1L),
                        tuple(CorrectionCause.NOT_IN_RELEASE, JANUARY, 0L),
                        tuple(CorrectionCause.MOVED_MONTH, JANUARY, 0L),
                        tuple(CorrectionCause.MOVED_MONTH, FEBRUARY, 1L),
                        tuple(CorrectionCause.REINSTATED, JANUARY, 1L));
        CrimeRecording back = played.crimes().get(new Played.CrimeKey(FORCE, "c1"));
        assertThat(back.getStatus()).isEqualTo(CrimeStatus.ACTIVE);
        assertThat(back.getStatusReason()).isNull();
        assertThat(back.getVersion()).isEqualTo(3);
    }

    @Test
    void an_outcome_is_corrected_withdrawn_and_falls_back_to_an_earlier_one() {
        HandMadeArchive one = street(JANUARY, crime("c1", JANUARY), crime("c2", JANUARY), crime("c3", JANUARY))
                .outcomes(JANUARY, FORCE, outcome("c3", JANUARY, "Suspect charged"))
                .outcomes(
                        FEBRUARY,
                        FORCE,
                        outcome("c1", FEBRUARY, "Local resolution"),
                        outcome("c2", FEBRUARY, "Local resolution"),
                        outcome("c3", FEBRUARY, "Offender fined"));
        HandMadeArchive two =
                new HandMadeArchive().outcomes(FEBRUARY, FORCE, outcome("c1", FEBRUARY, "Unable to prosecute suspect"));
        Played played = Played.of(release(one), release(two));
        assertThat(outcomes(played.records()).subList(4, 7))
                .containsExactly(
                        tuple("c1", 2L, "unable-to-prosecute", END_OF_FEBRUARY),
                        tuple("c2", 2L, null, END_OF_FEBRUARY),
                        tuple("c3", 3L, "charged", END_OF_FEBRUARY));
        Outcome none = played.outcomes().get(new Played.CrimeKey(FORCE, "c2"));
        assertThat(none.getOutcomeType()).isNull();
        assertThat(none.getAssignedAt()).isNull();
    }

    @Test
    void a_stub_takes_nothing_back() {
        String[] crimes =
                IntStream.range(0, 20).mapToObj(i -> crime("c" + i, JANUARY)).toArray(String[]::new);
        Played played = Played.of(release(street(JANUARY, crimes)), release(street(JANUARY, crime("c0", JANUARY))));
        assertThat(played.archive().imported().changes()).isEmpty();
        assertThat(played.archive().imported().text())
                .contains("* 2022-01-west-midlands-street.csv has less than a tenth of the 20 crimes that an earlier"
                        + " release had: it is a stub, and nothing vanishes by it.\n");
    }

    @Test
    void a_second_import_says_the_same_as_one_of_both_releases() {
        Path earlier = release(street(JANUARY, crime("c1", JANUARY), crime("c2", JANUARY), crime("c3", JANUARY))
                .street(FEBRUARY, FORCE, crime("f1", FEBRUARY), crime("f2", FEBRUARY)));
        Path later = release(street(JANUARY, crime("c1", JANUARY, "Drugs"), crime("c4", JANUARY), crime("f2", JANUARY))
                .street(FEBRUARY, FORCE, crime("f1", FEBRUARY), crime("c2", FEBRUARY))
                .street(MARCH, FORCE, crime("m1", MARCH))
                .outcomes(JANUARY, FORCE, outcome("c1", JANUARY, "Suspect charged"))
                .outcomes(
                        MARCH, FORCE, outcome("c1", MARCH, "Offender fined"), outcome("c2", MARCH, "Suspect charged")));
        Path last = release(street(JANUARY, crime("c1", JANUARY, "Drugs"), crime("c4", JANUARY))
                .street(FEBRUARY, FORCE, crime("f1", FEBRUARY), crime("f2", FEBRUARY))
                .street(MARCH, FORCE, crime("m1", MARCH))
                .outcomes(JANUARY, FORCE, outcome("c4", JANUARY, "Suspect charged"))
                .outcomes(MARCH, FORCE, outcome("c1", MARCH, "Offender fined")));
        List<FeedRecord> together = Played.of(earlier, later, last).records();

        List<FeedRecord> topics = new java.util.ArrayList<>(Played.of(earlier).records());
        topics.addAll(Played.after(topics, later).records());
        topics.addAll(Played.after(topics, last).records());
        assertThat(events(topics)).containsExactlyInAnyOrderElementsOf(events(together));
        assertThat(events(topics)).extracting(EventKey::eventId).doesNotHaveDuplicates();
    }

    @Test
    void the_same_release_again_sends_nothing() {
        Path release = release(street(JANUARY, crime("c1", JANUARY), crime("c1", JANUARY, "Drugs"))
                .outcomes(
                        JANUARY,
                        FORCE,
                        outcome("c1", JANUARY, "Suspect charged"),
                        outcome("c1", JANUARY, "Local resolution"),
                        outcome("orphan", JANUARY, "Offender fined")));
        List<FeedRecord> topics = Played.of(release).records();
        Played again = Played.after(topics, release);
        assertThat(events(again.records())).isEmpty();
        assertThat(again.archive().imported().text())
                .endsWith("Nothing was sent: the topics hold all of this already.\n");
        assertThat(again.records()).isNotEmpty().allMatch(record -> record.value() instanceof Progress);
    }

    @Test
    void an_import_that_broke_off_is_taken_up_again_and_its_rest_is_no_correction() {
        Path release = release(street(JANUARY, crime("c1", JANUARY))
                .street(FEBRUARY, FORCE, crime("f1", FEBRUARY), crime("f2", FEBRUARY), crime("f3", FEBRUARY)));
        List<FeedRecord> whole = Played.of(release).records();
        for (int sent = 1; sent < whole.size(); sent++) {
            List<FeedRecord> topics = new java.util.ArrayList<>(whole.subList(0, sent));
            Played rest = Played.after(topics, release);
            topics.addAll(rest.records());
            assertThat(events(topics)).as("after %s records", sent).isEqualTo(events(whole));
            assertThat(rest.archive().imported().changes()).isEmpty();
        }
    }

    @Test
    void months_that_the_topics_had_closed_are_said_to_come_late() {
        Path february = release(street(FEBRUARY, crime("f1", FEBRUARY)));
        Path both = release(street(JANUARY, crime("c1", JANUARY)).street(FEBRUARY, FORCE, crime("f1", FEBRUARY)));
        Played second = Played.after(Played.of(february).records(), both);
        assertThat(crimes(second.records()))
                .containsExactly(tuple("c1", 1L, "violence-and-sexual-offences", END_OF_JANUARY));
        assertThat(second.archive().imported().late()).isEqualTo(1);
        assertThat(second.archive().imported().text())
                .contains("1 of them are of months that the topics had been said");
    }

    @Test
    void event_ids_differ_between_releases_and_not_between_a_zip_and_a_folder() {
        HandMadeArchive archive = street(JANUARY, crime("c1", JANUARY));
        Set<EventKey> first = new HashSet<>(events(Played.of(release(archive)).records()));
        assertThat(events(Played.of(archive.folder(folder.resolve("unpacked"))).records()))
                .containsExactlyElementsOf(first);
        Path other = release(street(JANUARY, crime("c1", JANUARY), crime("c2", JANUARY)));
        assertThat(events(Played.of(other).records()))
                .extracting(EventKey::eventId)
                .doesNotContainAnyElementsOf(
                        first.stream().map(EventKey::eventId).toList());
    }

    @Test
    void releases_that_do_not_fit_are_rejected_with_a_sentence() {
        Path january = release(street(JANUARY, crime("c1", JANUARY)));
        Path both = release(street(JANUARY, crime("c1", JANUARY)).street(FEBRUARY, FORCE, crime("f1", FEBRUARY)));
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(both, january), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("release1.zip corrects release2.zip and would be older (2022-02-01, 2022-03-01);"
                        + " give the earlier release first, or say --release.");
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(both), List.of(LocalDate.of(2022, 2, 28))))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("release2.zip holds 2022-02, so it cannot be a release of 2022-02-28;"
                        + " give the day on which it was published.");
        assertThatThrownBy(() -> PoliceUkArchive.open(
                        List.of(january, both),
                        List.of(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 2), LocalDate.of(2023, 1, 3))))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("There are 2 releases and 3 dates;"
                        + " give one --release for the last of them, or one for each.");
    }

    /** What makes two events the same. */
    record EventKey(String kind, String crime, long version, String eventId, Instant changedAt) {}

    private static List<EventKey> events(List<FeedRecord> records) {
        return records.stream()
                .filter(record -> !(record.value() instanceof Progress))
                .map(record -> record.value() instanceof CrimeRecording crime
                        ? new EventKey(
                                "crime",
                                crime.getCrimeReference(),
                                crime.getVersion(),
                                crime.getEventId(),
                                crime.getChangedAt())
                        : outcomeKey((Outcome) record.value()))
                .toList();
    }

    private static EventKey outcomeKey(Outcome outcome) {
        return new EventKey(
                "outcome",
                outcome.getCrimeReference(),
                outcome.getVersion(),
                outcome.getEventId(),
                outcome.getChangedAt());
    }
}
