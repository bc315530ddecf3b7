package vaiwg.bench.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.profile.FlightRecording;
import vaiwg.bench.profile.Stacks;
import vaiwg.bench.profile.StageTimes;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class FlightRecordingTest {
    private static final int DAYS = 10;
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void a_recorded_run_of_the_core_is_divided_among_its_stages_and_nothing_is_lost() throws Exception {
        CaseLog log = CaseLog.of(SEED, DAYS);
        Path recording = folder.resolve("core.jfr");
        List<Measurement> measured = new ArrayList<>();
        new Laps(false, measured::add, new FlightRecording(recording)).time(() -> {
            new StageRun(ShippedCatalogue.get(), Stage.ROWS).play(log.records());
            return Optional.empty();
        });
        Stacks stacks = Stacks.of(recording);
        assertThat(stacks.ownMillis()).containsKeys("collector", "compiler");
        assertThat(stacks.allocated().keySet())
                .as("with what was allocated on top")
                .anyMatch(stack -> stack.contains(";vaiwg.engine.") && stack.contains(";new "));
        assertThat(stacks.samples().keySet())
                .anyMatch(stack -> stack.contains(";vaiwg.bench.stages.StageRun.play;"))
                .anyMatch(stack -> stack.contains(";vaiwg.engine."));
        StageTimes times = new StageTimes(stacks, measured.get(0), log.events());
        assertThat(times.micros().keySet())
                .extracting(StageTimes.Cell::stage)
                .contains("judgement", "collector", "compiler", "servers");
        assertThat(times.micros().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()
                        * log.events())
                .as("microseconds of all stages")
                .isCloseTo(measured.get(0).allMillis() * 1e3, within(1.0));
    }
}
