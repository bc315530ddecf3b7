package vaiwg.cli.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.FieldValues;
import vaiwg.cli.feed.json.LineReader;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/** Counts what is in lines, by force and stream, in memory that does not grow with them. */
public final class Profile {
    private static final String NO_FORCE = "(no force)";
    private static final String FURTHER = "(further forces)";
    private static final int DEEPEST = 8;
    /** More forces than there are: beyond them a line's force is a slip. */
    private static final int MOST_FORCES = 100;

    private final EventDecoder decoder = new EventDecoder();
    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();
    private final CodeBook codes;
    private final Set<String> folders;
    private final Instant earliest;
    private final Instant now;
    private final SeenVersions versions = new SeenVersions();
    /** By force, then by stream. */
    private final TreeMap<String, TreeMap<EventStream, StreamProfile>> streams = new TreeMap<>();

    /**
     * @param maps by which codes are known
     * @param folders the forces that have one
     * @param earliest the first day on which a change can have been made
     */
    public Profile(CodeMaps maps, Set<String> folders, LocalDate earliest, Clock clock) {
        this.codes = new CodeBook(maps);
        this.folders = folders;
        this.earliest = LondonDays.startOf(earliest);
        this.now = clock.instant();
    }

    /** Takes an event that the job would use. */
    public void add(ReadyEvent ready) {
        SpecificRecord event = decoder.decode(ready.value()).orElseThrow();
        String force = text(event, "force");
        String name = String.join(
                "/",
                force,
                ready.stream().slug(),
                text(event, ready.stream().subject()),
                ready.stream().step().map(step -> text(event, step)).orElse(""),
                text(event, "version"));
        stream(orFurther(force), ready.stream()).add(new FieldValues(event), ready.changedAt(), name, earliest, now);
    }

    /**
     * Takes a line that the job would reject, as far as it can be read.
     *
     * @param known the stream of all lines of its file, if the line itself does not tell
     */
    public void reject(LineReader line, Optional<EventStream> known) {
        if (line.isTooLong()) {
            return;
        }
        JsonNode object;
        try {
            object = json.readTree(line.buffer(), line.from(), line.length());
        } catch (IOException e) {
            // It is counted by its reason, and nothing else can be said of it.
            return;
        }
        Optional<EventStream> stream =
                known.or(() -> EventStream.ofSlug(object.path("stream").asText()));
        if (object.isObject() && stream.isPresent()) {
            String said = object.path("force").asText();
            String force = Forces.isSlug(said) ? said : NO_FORCE;
            stream(orFurther(force), stream.get()).reject(new FieldValues(object), earliest, now);
        }
    }

    private String orFurther(String force) {
        return streams.containsKey(force) || streams.size() < MOST_FORCES ? force : FURTHER;
    }

    private StreamProfile stream(String force, EventStream stream) {
        return streams.computeIfAbsent(force, any -> new TreeMap<>())
                .computeIfAbsent(stream, any -> new StreamProfile(force, stream, codes, versions));
    }

    private static String text(SpecificRecord event, String field) {
        return event.get(event.getSchema().getField(field).pos()).toString();
    }

    /** @param most unknown codes of a field that are named */
    public ProfileAnswer answer(LineFindings findings, long most) {
        return new ProfileAnswer(
                findings.lines(),
                findings.badLines(),
                findings.badByReason(),
                versions.isWhole(),
                streams.entrySet().stream()
                        .flatMap(force -> force.getValue().values().stream()
                                .map(stream -> stream.answer(folders.contains(force.getKey()), most)))
                        .toList());
    }
}
