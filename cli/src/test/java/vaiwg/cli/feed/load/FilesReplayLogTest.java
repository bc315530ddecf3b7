package vaiwg.cli.feed.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

class FilesReplayLogTest {
    private static final String PREFIX = "vaiwg.";
    private static final Instant COMPLETE = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void files_are_played_as_often_as_is_wanted_and_are_complete_at_their_end() throws Exception {
        List<InputFile> samples = Stream.of(EventStream.CRIME_RECORDING, EventStream.OUTCOME)
                .map(stream -> new InputFile("../docs/samples/" + stream.slug() + ".jsonl"))
                .toList();
        LineFindings findings = new LineFindings(new PrintWriter(Writer.nullWriter()), 0);
        EventFiles files = new EventFiles(
                samples,
                Optional.empty(),
                new LineEvents(Source.LOAD, EventOptions.of(Forces.any()), EventIds.forgotten(), Clock.systemUTC())
                        ::read);
        try (FilesReplayLog log = FilesReplayLog.read(files, findings, PREFIX, COMPLETE)) {
            List<String> first = play(log);
            assertThat(first).hasSize(Math.toIntExact(findings.lines())).doesNotHaveDuplicates();
            assertThat(play(log)).isEqualTo(first);
        }
    }

    private static List<String> play(FilesReplayLog log) {
        List<String> heard = new ArrayList<>();
        LogPlayer player = new LogPlayer(
                ShippedCatalogue.get(),
                PREFIX,
                EventOptions.of(Forces.any()),
                Optional.empty(),
                new ReplayListener() {
                    @Override
                    public void admitted(DecodedRecord record) {
                        heard.add(record.topic + '@' + record.offset);
                    }
                },
                Clock.systemUTC());
        player.play(log);
        assertThat(player.completeThrough()).isEqualTo(COMPLETE.toEpochMilli());
        assertThat(player.records()).isEqualTo(log.records());
        return heard;
    }
}
