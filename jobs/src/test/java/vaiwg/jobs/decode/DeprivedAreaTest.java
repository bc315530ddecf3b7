package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.Events;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

/** What a run's file of deprivation says of a crime whose record leaves it open. */
class DeprivedAreaTest {
    private static final CountedField FIELD = CountedField.field(EventStream.CRIME_RECORDING, "deprivedArea");
    private static final String FILE =
            "lsoa,decile,from,source\nE01009758,1,2019-09-26,a test\nE01009758,3,2025-10-30,a test\n";

    private final Projected withFile =
            new Projected(CodeMaps.of(Sites.shipped().with("west-midlands", SiteFile.DEPRIVATION, FILE)));

    @Test
    void an_area_of_the_file_says_it_by_the_day_of_recording() throws Rejection {
        assertThat(said(withFile, crime("E01009758", "2025-10-29T23:59:00Z", null)))
                .isEqualTo(1);
        assertThat(said(withFile, crime("E01009758", "2025-10-30T00:00:00Z", null)))
                .isZero();
    }

    @Test
    void what_the_record_says_and_what_nobody_knows_stay() throws Rejection {
        long unknown = FIELD.kind().none();
        assertThat(said(withFile, crime("E01009758", "2025-10-29T12:00:00Z", false)))
                .isZero();
        assertThat(said(withFile, crime("E01000001", "2025-10-29T12:00:00Z", null)))
                .isEqualTo(unknown);
        assertThat(said(withFile, crime(null, "2025-10-29T12:00:00Z", null))).isEqualTo(unknown);
        assertThat(said(new Projected(), crime("E01009758", "2025-10-29T12:00:00Z", null)))
                .isEqualTo(unknown);
    }

    private static long said(Projected projected, CrimeRecording event) throws Rejection {
        return FIELD.in(projected.crime(event));
    }

    private static CrimeRecording crime(String lsoa, String recordedAt, Boolean deprived) {
        Instant recorded = Instant.parse(recordedAt);
        return Events.crime("20CV/12345/25")
                .setChangedAt(recorded)
                .setRecordedAt(recorded)
                .setReportedAt(recorded)
                .setLsoa(lsoa)
                .setDeprivedArea(deprived)
                .build();
    }
}
