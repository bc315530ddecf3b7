package vaiwg.statistics.signals.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.DataMoves;

/** What is stored of alarms is a promise: this build's format. */
class StoredAlarmsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/vaiwg/statistics/signals/alarms.hex");
    private static final int FIRST = 20_000;
    private static final int ORDINARY = ForceAlarms.RUN_IN + Baseline.DAYS;
    private static final int DAYS = ORDINARY + 12;

    @Test
    void alarms_are_stored_as_they_always_were() throws IOException {
        ForceAlarms alarms =
                new ForceAlarms(FIRST, Thresholds.shipped(), CodeMaps.shipped().workingDays());
        for (int day = 0; day < DAYS; day++) {
            tellNext(alarms, day);
            alarms.judge(
                    day == DAYS - 1
                            ? (kpi, theme, first, last) -> kpi.equals("victim_does_not_support")
                            : DataMoves.NONE);
        }
        assertThat(alarms.open()).extracting(Alarm::dataMoved).containsExactlyInAnyOrder(true, false);
        String text = HexFormat.of().formatHex(alarms.toBytes()) + "\n";
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
        assertThat(restored(GOLDEN).open()).isEqualTo(alarms.open());
        byte[] other = alarms.toBytes();
        other[0]++;
        assertThat(ForceAlarms.isReadable(other)).isFalse();
    }

    private static ForceAlarms restored(Path golden) throws IOException {
        byte[] stored = HexFormat.of().parseHex(Files.readString(golden).strip());
        assertThat(ForceAlarms.isReadable(stored)).isTrue();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            ForceAlarms alarms = ForceAlarms.begin(
                    in, Thresholds.shipped(), CodeMaps.shipped().workingDays());
            assertThat(in.readInt()).isEqualTo(FIRST + DAYS - 1);
            for (int day = 0; day < DAYS; day++) {
                tellNext(alarms, day);
            }
            alarms.read(in);
            return alarms;
        }
    }

    /** Twenty cases, of which ten, and in the end fifteen, have outcome 16 at once. */
    private static void tellNext(ForceAlarms alarms, int day) {
        alarms.advance();
        RiskDays days = alarms.risk(Stratum.VAIWG);
        for (int crime = 0; crime < 20; crime++) {
            days.record(days.through(), 1);
            boolean ended16 = crime < (day < ORDINARY ? 10 : 15);
            days.end(days.through(), days.through(), ended16 ? Cause.OUTCOME_16 : Cause.OTHER_OUTCOME, 1);
        }
    }
}
