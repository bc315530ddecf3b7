package vaiwg.demo.synthetic;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/**
 * A history that a file of {@code scenarios} tells, step by step of each kind of case. What a case comes to is fixed there; on which day it
 * begins, and how long after one another its steps are, the seed decides, but all lies before the end.
 */
public final class ScriptedHistory implements Feed {
    private static final long DAY_OF_CASE = 71;
    private static final long CASE = 72;

    private final long seed;
    private final Script script;
    private final ForceCalendar calendar;
    private final ObjectMapper json = new ObjectMapper();
    private final LineEvents events;
    private final Map<EventStream, MessageDecoder<SpecificRecord>> decoders = new EnumMap<>(EventStream.class);

    /**
     * A file.
     *
     * @param first its first day
     * @param end the day at whose beginning it ends
     * @param steps by the names that cases use
     * @param closing what is printed at its end
     */
    private record Script(
            String describe, String first, String end, Map<String, Step> steps, List<Cases> cases, JsonNode closing) {}

    /**
     * A change that is made to a record.
     *
     * @param of tells apart several records of a case in one stream; absent where there is one
     * @param at when it is made, as {@link ScriptedCase} reads it; absent for some days after the step before
     * @param mark the disturbance that it is, where it is one
     * @param value fields that are set; the others stay as they were
     */
    record Step(String stream, String of, String at, Disturbance mark, ObjectNode value) {
        String record() {
            return stream + (of == null ? "" : "/" + of);
        }
    }

    /**
     * Cases of one kind.
     *
     * @param steps in their order; those joined by a plus are one change, and the first says of which record and when
     * @param from the first day on which one may begin, absent for the first of all
     * @param to the last
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private record Cases(int count, String steps, Integer from, Integer to) {
        List<List<Step>> changes(Map<String, Step> named) {
            return Arrays.stream(steps.split(" "))
                    .map(change -> Arrays.stream(change.split("\\+"))
                            .map(name -> Objects.requireNonNull(named.get(name), name))
                            .toList())
                    .toList();
        }
    }

    private ScriptedHistory(long seed, Script script) {
        this.seed = seed;
        this.script = script;
        this.calendar = new ForceCalendar(LocalDate.parse(script.first()), LocalDate.parse(script.end()));
        this.events = new LineEvents(
                Source.SYNTHETIC,
                EventOptions.of(Forces.any()),
                CodeMaps.shipped(),
                EventIds.forgotten(),
                Clock.fixed(end(), ForceCalendar.LONDON));
        for (EventStream stream : EventStream.values()) {
            decoders.put(
                    stream, new BinaryMessageDecoder<>(SpecificData.getForSchema(stream.schema()), stream.schema()));
        }
    }

    /** @param name of a file in {@code scenarios} */
    public static ScriptedHistory named(String name, long seed) {
        try (InputStream file = ScriptedHistory.class.getResourceAsStream("/scenarios/" + name + ".json")) {
            return new ScriptedHistory(seed, new ObjectMapper().readValue(file, Script.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the scenario " + name + " cannot be read", e);
        }
    }

    @Override
    public String describe() {
        return script.describe() + ", seed " + seed + ", " + calendar.days() + " days to "
                + calendar.date(calendar.days() - 1);
    }

    @Override
    public long expectedRecords() {
        return script.cases().stream()
                .mapToLong(cases -> (long) cases.count() * cases.steps().split(" ").length)
                .sum();
    }

    @Override
    public Instant end() {
        return Instant.ofEpochMilli(calendar.end());
    }

    /** What is printed at its end. */
    public JsonNode closing() {
        return script.closing();
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        run(sink);
    }

    /** Runs the history without handing it over and counts what is true of it. */
    public Truth truth() {
        return run(record -> {}).truth();
    }

    private Simulation run(Consumer<FeedRecord> sink) {
        Map<Integer, List<ScriptedCase>> cases = new HashMap<>();
        int kind = 0;
        for (Cases alike : script.cases()) {
            List<List<Step>> changes = alike.changes(script.steps());
            int from = alike.from() == null ? 0 : alike.from();
            int to = alike.to() == null ? calendar.days() - 1 : alike.to();
            for (int number = 0; number < alike.count(); number++) {
                int day = from + Draw.at(seed, DAY_OF_CASE, kind, number).below(to - from + 1);
                double place = alike.count() == 1 ? 0 : (double) number / (alike.count() - 1);
                cases.computeIfAbsent(day, key -> new ArrayList<>())
                        .add(new ScriptedCase(
                                calendar,
                                day,
                                "C" + kind + "-" + number,
                                place,
                                Draw.at(seed, CASE, kind, number),
                                changes));
            }
            kind++;
        }
        Simulation simulation = new Simulation(
                seed,
                calendar,
                (day, taker) -> cases.getOrDefault(day, List.of()).forEach(one -> taker.accept(one.live(this::event))));
        simulation.run(sink);
        return simulation;
    }

    /** A change as the job would take it: a file that says something else is no scenario. */
    private SpecificRecord event(EventStream stream, ObjectNode value) {
        try {
            byte[] line = json.writeValueAsBytes(value);
            ReadyEvent event = events.read(line, 0, line.length, Optional.of(stream));
            return decoders.get(stream).decode(event.value());
        } catch (BadLine e) {
            throw new IllegalStateException("the scenario has an event that is rejected: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written or read", e);
        }
    }
}
