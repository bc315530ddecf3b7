package vaiwg.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.json.EventIds;

/** With which key ids of events are made that bring none. */
public final class EventIdOptions {
    @Option(
            names = "--event-id-key",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_EVENT_ID_KEY:-vaiwg-data/event-id-key}",
            description = {
                "The file with the secret key of event ids, or VAIWG_EVENT_ID_KEY (${DEFAULT-VALUE});",
                "made where there is none. Keep it: with another key, what is loaded again is no copy."
            })
    private Path file;

    public EventIds ids() {
        return EventIds.ofKeyIn(file);
    }
}
