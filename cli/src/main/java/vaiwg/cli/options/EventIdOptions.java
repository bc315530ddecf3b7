package vaiwg.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.json.EventIds;

/** With which key ids of events are made that bring none. */
public final class EventIdOptions {
    @Option(
            names = "--event-id-key",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_EVENT_ID_KEY:-vaiwg-data/event-id-key}")
    private Path file;

    public EventIds ids() {
        return EventIds.ofKeyIn(file);
    }
}
