package vaiwg.cli.options;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.Pseudonyms;
import vaiwg.cli.feed.load.EventFiles;
import vaiwg.cli.feed.load.InputFile;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.feed.pseudonym.PseudonymKeys;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.EventOptions;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/** Which JSON lines, and of which stream. */
public final class LineOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "JSON lines, also packed (.gz); - for standard input.")
    private List<String> files = List.of();

    @Option(names = "--stream", paramLabel = "STREAM")
    private Optional<String> stream = Optional.empty();

    @Option(names = "--show", paramLabel = "N", defaultValue = "20")
    private long shown;

    public boolean areNone() {
        return files.isEmpty();
    }

    public Optional<EventStream> stream() {
        return stream.map(LineOptions::streamOrFail);
    }

    /** How many findings are shown one by one. */
    public long shown() {
        return shown;
    }

    public LineFindings findings(PrintWriter out) {
        return new LineFindings(out, shown);
    }

    /**
     * @param source of events that name none
     * @param rules by which they are used or rejected
     * @param maps by which codes are strange or not: those of the forces' folders
     * @param ids of events that bring none
     * @param historyAlone whether lines that say that they were told as they happened are rejected
     * @param keys of the pseudonyms, where lines hold identifiers
     */
    public EventFiles files(
            Source source,
            EventOptions rules,
            CodeMaps maps,
            EventIds ids,
            boolean historyAlone,
            Optional<PseudonymKeys> keys) {
        LineEvents events = new LineEvents(source, rules, maps, ids, Clock.systemUTC());
        keys.map(Pseudonyms::new).ifPresent(events::with);
        LineEvents reading = historyAlone ? events.ofHistoryAlone() : events;
        return new EventFiles(inputs(), stream(), reading::read);
    }

    /** The files themselves. */
    public List<InputFile> inputs() {
        if (areNone()) {
            throw CommandFailure.wrongUsage("Name the files of JSON lines, or - for standard input.");
        }
        List<InputFile> inputs = files.stream().map(InputFile::new).toList();
        inputs.forEach(InputFile::requireReadable);
        return inputs;
    }

    public static EventStream streamOrFail(String slug) {
        return EventStream.ofSlug(slug)
                .orElseThrow(() -> CommandFailure.wrongUsage("There is no stream '" + slug + "': choose "
                        + Arrays.stream(EventStream.values())
                                .map(EventStream::slug)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
