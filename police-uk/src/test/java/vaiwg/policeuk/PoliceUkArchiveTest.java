package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vaiwg.policeuk.HandMadeArchive.crime;
import static vaiwg.policeuk.HandMadeArchive.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;

class PoliceUkArchiveTest {
    private static final String FORCE = "west-midlands";

    @TempDir
    private Path folder;

    private final HandMadeArchive archive = new HandMadeArchive();

    private Played play() {
        return Played.of(archive.folder(folder));
    }

    @Test
    void a_street_row_becomes_a_crime_with_the_dates_of_its_london_month() {
        archive.street("2022-06", FORCE, crime("c1", "2022-06", "Criminal damage and arson"));
        CrimeRecording crime = play().sent(CrimeRecording.class).get(0);
        assertThat(crime.getCrimeReference()).isEqualTo("c1");
        assertThat(crime.getForce()).isEqualTo(FORCE);
        assertThat(crime.getVersion()).isEqualTo(1);
        assertThat(crime.getStatus()).isEqualTo(CrimeStatus.ACTIVE);
        assertThat(crime.getSource()).isEqualTo(Source.ARCHIVE);
        assertThat(crime.getDateResolution()).isEqualTo(DateResolution.MONTH);
        assertThat(crime.getRecordedAt()).isEqualTo(Instant.parse("2022-05-31T23:00:00Z"));
        assertThat(crime.getChangedAt()).isEqualTo(Instant.parse("2022-06-30T23:00:00Z"));
        assertThat(crime.getReportedAt()).isNull();
        assertThat(crime.getOffenceCode()).isNull();
        assertThat(crime.getOffenceGroup()).isEqualTo("criminal-damage-and-arson");
        assertThat(crime.getLsoa()).isEqualTo("E01017449");
    }

    @Test
    void an_outcome_row_becomes_an_outcome_with_the_dates_of_its_london_month() {
        archive.street("2022-03", FORCE, crime("c1", "2022-03"));
        archive.outcomes("2022-03", FORCE, outcome("c1", "2022-03", "Local resolution"));
        Outcome outcome = play().sent(Outcome.class).get(0);
        assertThat(outcome.getCrimeReference()).isEqualTo("c1");
        assertThat(outcome.getForce()).isEqualTo(FORCE);
        assertThat(outcome.getVersion()).isEqualTo(1);
        assertThat(outcome.getSource()).isEqualTo(Source.ARCHIVE);
        assertThat(outcome.getDateResolution()).isEqualTo(DateResolution.MONTH);
        assertThat(outcome.getOutcomeType()).isEqualTo("8");
        assertThat(outcome.getOutcomeGroup()).isEqualTo("local-resolution");
        assertThat(outcome.getAssignedAt()).isEqualTo(Instant.parse("2022-03-01T00:00:00Z"));
        assertThat(outcome.getChangedAt()).isEqualTo(Instant.parse("2022-03-31T23:00:00Z"));
    }

    @Test
    void the_street_files_last_outcome_category_is_never_read() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01").replace("Under investigation", "Local resolution"));
        assertThat(play().sent(Outcome.class)).isEmpty();
    }

    @Test
    void unable_to_prosecute_is_a_group_and_never_outcome16() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        archive.outcomes("2022-01", FORCE, outcome("c1", "2022-01", "Unable to prosecute suspect"));
        Outcome outcome = play().sent(Outcome.class).get(0);
        assertThat(outcome.getOutcomeType()).isNull();
        assertThat(outcome.getOutcomeGroup()).isEqualTo("unable-to-prosecute");
    }

    @Test
    void a_court_result_leaves_the_charge_and_its_month_as_they_are() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        archive.outcomes("2022-01", FORCE, outcome("c1", "2022-01", "Suspect charged"));
        archive.outcomes("2022-05", FORCE, outcome("c1", "2022-05", "Defendant found not guilty"));
        Outcome current = play().outcomes().get(new Played.CrimeKey(FORCE, "c1"));
        assertThat(current.getVersion()).isEqualTo(2);
        assertThat(current.getOutcomeType()).isEqualTo("1");
        assertThat(current.getOutcomeGroup()).isEqualTo("not-guilty");
        assertThat(current.getAssignedAt()).isEqualTo(Instant.parse("2022-01-01T00:00:00Z"));
        assertThat(current.getChangedAt()).isEqualTo(Instant.parse("2022-05-31T23:00:00Z"));
    }

    @Test
    void a_court_result_without_a_charge_in_the_files_is_a_charge_of_its_own_month_and_counted() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        archive.outcomes("2022-02", FORCE, outcome("c1", "2022-02", "Offender fined"));
        Played played = play();
        Outcome current = played.outcomes().get(new Played.CrimeKey(FORCE, "c1"));
        assertThat(current.getOutcomeType()).isEqualTo("1");
        assertThat(current.getAssignedAt()).isEqualTo(Instant.parse("2022-02-01T00:00:00Z"));
        assertThat(played.report(FORCE).count(Count.COURT_RESULTS_WITHOUT_CHARGE))
                .isEqualTo(1);
    }

    @Test
    void the_last_row_of_a_repeated_id_is_the_crime() {
        archive.street(
                "2022-01",
                FORCE,
                crime("c1", "2022-01", "Public order"),
                crime("c2", "2022-01"),
                crime("c1", "2022-01", "Robbery"));
        archive.street("2022-02", FORCE, crime("c2", "2022-02", "Drugs"));
        Played played = play();
        assertThat(played.crimes().values())
                .extracting(
                        CrimeRecording::getCrimeReference,
                        CrimeRecording::getVersion,
                        CrimeRecording::getOffenceGroup,
                        CrimeRecording::getRecordedAt)
                .containsExactlyInAnyOrder(
                        tuple("c1", 2L, "robbery", Instant.parse("2022-01-01T00:00:00Z")),
                        tuple("c2", 2L, "drugs", Instant.parse("2022-02-01T00:00:00Z")));
        ForceReport report = played.report(FORCE);
        assertThat(report.count(Count.CRIMES)).isEqualTo(2);
        assertThat(report.count(Count.REPEATED_IN_MONTH)).isEqualTo(1);
        assertThat(report.count(Count.REPEATED_IN_OTHER_MONTH)).isEqualTo(1);
    }

    @Test
    void the_same_id_in_two_forces_is_two_crimes() {
        archive.street("2022-01", "kent", crime("c1", "2022-01")).street("2022-01", "essex", crime("c1", "2022-01"));
        Played played = play();
        assertThat(played.crimes()).hasSize(2);
        assertThat(played.sent(CrimeRecording.class))
                .extracting(CrimeRecording::getVersion)
                .containsExactly(1L, 1L);
        assertThat(played.sent(CrimeRecording.class))
                .extracting(CrimeRecording::getEventId)
                .doesNotHaveDuplicates();
    }

    @Test
    void outcomes_of_a_crime_are_versions_in_the_order_of_month_and_line() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        archive.outcomes("2022-02", FORCE, outcome("c1", "2022-02", "Unable to prosecute suspect"));
        archive.outcomes(
                "2022-01",
                FORCE,
                outcome("c1", "2022-01", "Suspect charged"),
                outcome("c1", "2022-01", "Local resolution"));
        Played played = play();
        assertThat(played.sent(Outcome.class))
                .extracting(Outcome::getVersion, Outcome::getOutcomeGroup)
                .containsExactly(tuple(1L, "charged"), tuple(2L, "local-resolution"), tuple(3L, "unable-to-prosecute"));
    }

    @Test
    void rows_without_an_id_are_counted_and_not_sent() {
        archive.street("2022-01", FORCE, crime("", "2022-01", "Anti-social behaviour"), crime("  ", "2022-01"));
        archive.outcomes("2022-01", FORCE, outcome("", "2022-01", "Local resolution"));
        Played played = play();
        assertThat(played.records()).allMatch(record -> record.value() instanceof Progress);
        ForceReport report = played.report(FORCE);
        assertThat(report.count(Count.STREET_ROWS_WITHOUT_ID)).isEqualTo(2);
        assertThat(report.count(Count.OUTCOME_ROWS_WITHOUT_ID)).isEqualTo(1);
    }

    @Test
    void an_outcome_of_an_unknown_crime_is_sent_once_and_counted_as_an_orphan() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        archive.outcomes(
                "2022-01",
                FORCE,
                outcome("old", "2022-01", "Suspect charged"),
                outcome("old", "2022-01", "Suspect charged"));
        Played played = play();
        assertThat(played.sent(Outcome.class)).hasSize(1);
        assertThat(played.report(FORCE).count(Count.ORPHAN_CRIMES)).isEqualTo(1);
        assertThat(played.report(FORCE).count(Count.ORPHAN_OUTCOME_ROWS)).isEqualTo(2);
    }

    @Test
    void an_outcome_before_the_crimes_month_belongs_to_the_crime_once_it_comes() {
        archive.outcomes("2022-01", FORCE, outcome("c1", "2022-01", "Suspect charged"));
        archive.street("2022-02", FORCE, crime("c1", "2022-02"));
        assertThat(play().report(FORCE).count(Count.ORPHAN_CRIMES)).isZero();
    }

    @Test
    void records_come_month_by_month_and_nothing_older_follows_a_progress_record() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01")).street("2022-01", "kent", crime("k1", "2022-01"));
        archive.outcomes("2022-01", FORCE, outcome("c1", "2022-01", "Suspect charged"));
        archive.outcomes("2022-04", FORCE, outcome("c1", "2022-04", "Offender fined"));
        Played played = play();
        assertThat(played.records()).extracting(FeedRecord::key).containsSubsequence("k1", "c1", "c1", "c1");
        assertThat(played.records()).extracting(FeedRecord::timestamp).isSorted();
        Instant complete = Instant.MIN;
        for (FeedRecord record : played.records()) {
            if (record.value() instanceof Progress progress) {
                assertThat(progress.getCompleteThrough()).isAfterOrEqualTo(complete);
                complete = progress.getCompleteThrough();
            } else {
                assertThat(Instant.ofEpochMilli(record.timestamp())).isAfter(complete);
            }
        }
        assertThat(complete).isEqualTo(played.archive().end());
    }

    @Test
    void every_stream_has_a_progress_record_at_each_months_end_also_of_a_month_without_files() {
        archive.street("2022-02", FORCE, crime("c1", "2022-02")).street("2022-04", FORCE, crime("c2", "2022-04"));
        Played played = play();
        assertThat(played.archive().end()).isEqualTo(Instant.parse("2022-04-30T23:00:00Z"));
        for (EventStream stream : EventStream.values()) {
            assertThat(played.records())
                    .filteredOn(record -> record.stream() == stream && record.value() instanceof Progress)
                    .extracting(
                            record -> Instant.ofEpochMilli(record.timestamp()),
                            record -> ((Progress) record.value()).getCompleteThrough())
                    .containsExactly(
                            tuple(Instant.parse("2022-03-01T00:00:00Z"), Instant.parse("2022-02-28T23:59:59.999Z")),
                            tuple(Instant.parse("2022-03-31T23:00:00Z"), Instant.parse("2022-03-31T22:59:59.999Z")),
                            tuple(played.archive().end(), played.archive().end()));
        }
    }

    @Test
    void a_zip_a_folder_and_single_files_give_the_same_records() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        archive.outcomes("2022-01", FORCE, outcome("c1", "2022-01", "Suspect charged"));
        List<FeedRecord> fromFolder = play().records();
        Path month = folder.resolve("2022-01");
        assertThat(Played.of(archive.zip(folder.resolve("archive.ZIP"))).records())
                .isEqualTo(fromFolder);
        assertThat(Played.of(
                                month.resolve("2022-01-west-midlands-outcomes.csv"),
                                month.resolve("2022-01-west-midlands-street.csv"))
                        .records())
                .isEqualTo(fromFolder);
    }

    @Test
    void an_archive_can_be_played_twice_with_the_same_records_and_report() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"), crime("c1", "2022-01"));
        Played first = play();
        String report = first.archive().imported().text();
        List<FeedRecord> again = new ArrayList<>();
        first.archive().play(again::add);
        assertThat(again).isEqualTo(first.records());
        assertThat(first.archive().imported().text()).isEqualTo(report);
    }

    @Test
    void totals_are_of_whole_years_back_from_a_forces_newest_month_and_of_outcomes_where_any_is_told() {
        archive.street("2020-12", FORCE, crime("too-early", "2020-12"))
                .street("2021-01", FORCE, crime("c0", "2021-01"))
                .street(
                        "2022-03",
                        FORCE,
                        crime("c1", "2022-03"),
                        crime("c2", "2022-03"),
                        crime("c3", "2022-03"),
                        crime("b1", "2022-03", "Burglary"))
                .outcomes(
                        "2022-03",
                        FORCE,
                        outcome("c1", "2022-03", "Suspect charged"),
                        outcome("c2", "2022-03", "Unable to prosecute suspect"),
                        outcome("c3", "2022-03", "Local resolution"),
                        outcome("b1", "2022-03", "Suspect charged"))
                .street("2022-12", FORCE, crime("c4", "2022-12"))
                .outcomes("2022-12", FORCE, outcome("c1", "2022-12", "Offender fined"))
                .street("2022-01", "kent", crime("k1", "2022-01"))
                .street("2022-12", "kent", crime("k2", "2022-12"))
                .street("2022-12", "surrey", crime("s1", "2022-12"));
        assertThat(play().archive().totals()).isEqualTo("""
                force,period,offence_group,outcome,count
                kent,2022-12,violence_sexual,,2
                west-midlands,2022-12,violence_sexual,,4
                west-midlands,2022-12,violence_sexual,ANY,3
                west-midlands,2022-12,violence_sexual,1,1
                west-midlands,2022-12,violence_sexual,UNABLE_TO_PROSECUTE,1
                west-midlands,2021-12,violence_sexual,,1
                west-midlands,2021-12,violence_sexual,ANY,0
                west-midlands,2021-12,violence_sexual,1,0
                west-midlands,2021-12,violence_sexual,UNABLE_TO_PROSECUTE,0
                """);
    }

    @Test
    void there_is_no_report_before_a_play() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01"));
        PoliceUkArchive opened = PoliceUkArchive.open(List.of(archive.folder(folder)), List.of());
        assertThatThrownBy(opened::imported).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(opened::totals).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_description_names_forces_months_and_files() {
        archive.street("2022-01", FORCE, crime("c1", "2022-01")).street("2022-03", "kent", crime("k1", "2022-03"));
        assertThat(PoliceUkArchive.open(List.of(archive.folder(folder)), List.of())
                        .describe())
                .isEqualTo("data.police.uk, kent, west-midlands, 2022-01 to 2022-03, 2 files");
    }
}
