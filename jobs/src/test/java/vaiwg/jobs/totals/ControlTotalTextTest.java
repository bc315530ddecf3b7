package vaiwg.jobs.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.schemas.EventStream;

class ControlTotalTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-03T00:00:00Z | 2026-03-03T06:00:00Z | 3120 | 3112 | Crime recording: 3,112 of 3,120 received to 06:00 on 3 March 2026; 8 are missing.
            2026-03-03T00:00:00Z | 2026-03-04T00:00:00Z | 3120 | 3120 | Crime recording: all 3,120 received for 3 March 2026.
            2026-06-30T23:00:00Z | 2026-07-01T23:00:00Z | 2    | 1    | Crime recording: 1 of 2 received for 1 July 2026; 1 is missing.
            2026-03-01T00:00:00Z | 2026-03-04T00:00:00Z | 3    | 4    | Crime recording: 4 received, of which the source has 3, from 1 March 2026 to 3 March 2026; 1 is too many.
            2026-03-01T05:00:00Z | 2026-03-01T06:00:00Z | 3    | 3    | Crime recording: all 3 received from 05:00 on 1 March 2026 to 06:00 on 1 March 2026.
            2026-03-01T00:00:00Z | 2026-03-02T06:00:00Z | 3    | 3    | Crime recording: all 3 received from 1 March 2026 to 06:00 on 2 March 2026.
            """)
    void what_came_is_told_with_the_days_and_hours_of_london(
            Instant from, Instant to, long records, long received, String words) {
        assertThat(ControlTotalText.of(total(EventStream.CRIME_RECORDING, from, to, records, received)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, 19C, 'Crime recording (CANCELLED, 19C): '", ", 19C, 'Crime recording (19C): '"})
    void status_and_class_are_named(String status, String code, String beginning) {
        ComparedTotal total = total(EventStream.CRIME_RECORDING, Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), 1, 1);
        total.stated.status = status;
        total.stated.code = code;
        assertThat(ControlTotalText.of(total)).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"CPS_REFERRAL, CPS referral", "VICTIM_CONTACT, Victim contact", "OUTCOME, Outcome"})
    void streams_are_named_as_people_write_them(EventStream stream, String name) {
        ComparedTotal total = total(stream, Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), 1, 1);
        assertThat(ControlTotalText.of(total)).startsWith(name + ": ");
    }

    private static ComparedTotal total(EventStream stream, Instant from, Instant to, long records, long received) {
        StatedTotal stated = new StatedTotal();
        stated.force = "f";
        stated.stream = (byte) stream.ordinal();
        stated.from = from.toEpochMilli();
        stated.to = to.toEpochMilli();
        stated.records = records;
        stated.statedAt = stated.to;
        return ComparedTotal.of(stated, received, stated.to);
    }
}
