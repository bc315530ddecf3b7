package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.ControlTotal;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

class ProgressRowTest {
    private static final Instant MORNING = Instant.parse("2026-03-03T06:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");

    private final EventReader reader = new EventReader(
            new EventOptions(Forces.of(Set.of("f")), LocalDate.of(2000, 1, 1), Optional.empty()), CodeMaps.shipped());

    /** A code has blanks around it where records may have them too: it is the code that counts. */
    @Test
    void what_a_source_counted_is_read_with_its_progress() throws IOException {
        DecodedRecord record = read(
                EventStream.CRIME_RECORDING,
                total().build(),
                total().setStatus("CANCELLED").setCode(" 19C ").setRecords(7).build());
        assertThat(record.rejected).isNull();
        assertThat(record.progress).isTrue();
        assertThat(record.unusableTotals).isZero();
        assertThat(record.totals)
                .extracting(total -> total.force, total -> total.records, total -> total.status, total -> total.code)
                .containsExactly(tuple("f", 3_120L, null, null), tuple("f", 7L, "CANCELLED", "19C"));
        assertThat(record.totals).allSatisfy(total -> {
            assertThat(total.from).isEqualTo(MIDNIGHT.toEpochMilli());
            assertThat(total.to).isEqualTo(MORNING.toEpochMilli());
            assertThat(total.statedAt).isEqualTo(MORNING.toEpochMilli());
            assertThat(total.stream).isEqualTo((byte) EventStream.CRIME_RECORDING.ordinal());
        });
    }

    /** What can be done wrong in a total, which must not cost its progress. */
    private enum Slip {
        NOT_A_WHOLE_HOUR {
            @Override
            ControlTotal.Builder make() {
                return total().setTo(MORNING.minusSeconds(1));
            }
        },
        NO_TIME {
            @Override
            ControlTotal.Builder make() {
                return total().setFrom(MORNING);
            }
        },
        BEYOND_ITS_PROGRESS {
            @Override
            ControlTotal.Builder make() {
                return total().setTo(MORNING.plus(Duration.ofHours(1)));
            }
        },
        TOO_LONG {
            @Override
            ControlTotal.Builder make() {
                return total().setFrom(MORNING.minus(Duration.ofDays(32)));
            }
        },
        LESS_THAN_NOTHING {
            @Override
            ControlTotal.Builder make() {
                return total().setRecords(-1);
            }
        },
        OF_AN_UNKNOWN_FORCE {
            @Override
            ControlTotal.Builder make() {
                return total().setForce("g");
            }
        },
        OF_NO_FORCE {
            @Override
            ControlTotal.Builder make() {
                return total().setForce("{}");
            }
        },
        OF_AN_UNKNOWN_STATUS {
            @Override
            ControlTotal.Builder make() {
                return total().setStatus("GONE");
            }
        },
        OF_NO_CLASS {
            @Override
            ControlTotal.Builder make() {
                return total().setCode("a class of its own");
            }
        };

        abstract ControlTotal.Builder make();
    }

    @ParameterizedTest
    @EnumSource
    void a_total_that_cannot_be_compared_is_left_out_and_takes_nothing_from_its_progress(Slip slip) throws IOException {
        DecodedRecord record = read(EventStream.CRIME_RECORDING, slip.make().build(), total().build());
        assertThat(record.rejected).isNull();
        assertThat(record.changedAt).isEqualTo(MORNING.toEpochMilli());
        assertThat(record.unusableTotals).isEqualTo(1);
        assertThat(record.totals).singleElement().matches(total -> total.records == 3_120);
    }

    @Test
    void only_streams_that_have_a_status_or_a_class_are_counted_by_it() throws IOException {
        ControlTotal ofStatus = total().setStatus("CANCELLED").build();
        ControlTotal ofCode = total().setCode("16").build();
        assertThat(read(EventStream.OUTCOME, ofStatus, ofCode).totals).hasSize(1);
        assertThat(read(EventStream.STALKING, ofStatus, ofCode).totals).isEmpty();
        assertThat(read(EventStream.NOTE, total().build()).totals).isEmpty();
    }

    private static ControlTotal.Builder total() {
        return ControlTotal.newBuilder()
                .setForce("f")
                .setFrom(MIDNIGHT)
                .setTo(MORNING)
                .setRecords(3_120);
    }

    private DecodedRecord read(EventStream stream, ControlTotal... totals) throws IOException {
        byte[] value = Progress.newBuilder()
                .setCompleteThrough(MORNING)
                .setTotals(List.of(totals))
                .build()
                .toByteBuffer()
                .array();
        return reader.read(stream, MORNING.toEpochMilli(), null, value);
    }
}
