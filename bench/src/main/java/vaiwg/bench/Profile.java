package vaiwg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.profile.FlameGraph;
import vaiwg.bench.profile.Stacks;
import vaiwg.bench.profile.StageTimes;
import vaiwg.bench.results.Results;

/**
 * Where contestants' warm runs spend their processor time: a picture of each, and one table by stage.
 *
 * @param folder of the pictures
 */
record Profile(Race race, EventLog log, Path folder) {
    static final String COLUMNS = "contestant stage task us percent bytes";

    /** What takes less, in microseconds an event, is in the table of numbers and not on the page. */
    private static final double LEAST_ON_PAGE = 0.1;

    private static final String ALLOCATED = "-allocated";

    /** Of each contestant its times, in order. */
    Map<Entry, StageTimes> measure(List<Entry> entries, Path scratch) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Map<Entry, StageTimes> times = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Path recording = scratch.resolve(entry.id() + ".jfr");
            Measurement measured = race.recorded(entry, recording);
            Stacks stacks = Stacks.of(recording);
            Files.writeString(
                    picture(entry, ""), FlameGraph.svg(stacks.samples(), entry.id() + ": samples of a warm run"));
            Files.writeString(
                    picture(entry, ALLOCATED),
                    FlameGraph.svg(stacks.allocated(), entry.id() + ": bytes that a warm run allocates"));
            times.put(entry, new StageTimes(stacks, measured, log.records(entry.streams())));
        }
        return times;
    }

    private Path picture(Entry entry, String of) {
        return folder.resolve(entry.id() + of + ".svg");
    }

    /** All of it, for the file of numbers. */
    static Results table(Map<Entry, StageTimes> times) {
        Results table = new Results(COLUMNS);
        times.forEach((entry, ofEntry) -> ofEntry.micros()
                .forEach((cell, micros) -> table.add(List.of(
                        entry.id(),
                        cell.stage(),
                        cell.task(),
                        Results.number("%.3f", micros),
                        Results.number("%.1f", 100 * micros / total(ofEntry)),
                        Results.number("%.0f", ofEntry.bytes(cell))))));
        return table;
    }

    /**
     * What takes something, as a part of a page.
     *
     * @param pictures the folder of the pictures, as a link of the page
     */
    static String page(Map<Entry, StageTimes> times, String pictures, Results measured) throws IOException {
        StringBuilder page = new StringBuilder("\nMeasured");
        measured.head()
                .forEach((name, value) ->
                        page.append("; ").append(name).append(' ').append(value));
        page.append(".\n\n| stage, µs an event | task |")
                .append(cells(times.keySet(), entry -> "`" + entry.id() + "`"))
                .append("\n|---|---|")
                .append("--:|".repeat(times.size()));
        Set<StageTimes.Cell> cells = new LinkedHashSet<>();
        times.values().forEach(ofEntry -> cells.addAll(ofEntry.micros().keySet()));
        for (StageTimes.Cell cell : inOrderOfStages(cells)) {
            if (times.values().stream().anyMatch(ofEntry -> micros(ofEntry, cell) >= LEAST_ON_PAGE)) {
                page.append("\n| " + cell.stage() + " | " + cell.task() + " |")
                        .append(cells(times.values(), of -> Results.number("%.1f", micros(of, cell))));
            }
        }
        page.append("\n| **all**, with what is less | |")
                .append(cells(times.values(), of -> "**" + Results.number("%.1f", total(of)) + "**"));
        page.append("\n\nThe stacks as pictures:");
        for (Entry entry : times.keySet()) {
            page.append(link(entry.id(), pictures)).append(link(entry.id() + ALLOCATED, pictures));
        }
        return page.append(".\n\n").toString();
    }

    private static <T> String cells(Collection<T> some, Function<T, String> text) {
        return some.stream().map(one -> ' ' + text.apply(one) + " |").collect(Collectors.joining());
    }

    private static String link(String picture, String pictures) {
        return " [" + picture + "](" + pictures + picture + ".svg)";
    }

    /** As the first contestant has the stages; what only a later one does stands with its stage. */
    private static List<StageTimes.Cell> inOrderOfStages(Set<StageTimes.Cell> cells) {
        Map<String, List<StageTimes.Cell>> byStage = new LinkedHashMap<>();
        cells.forEach(cell -> byStage.computeIfAbsent(cell.stage(), stage -> new ArrayList<>())
                .add(cell));
        return byStage.values().stream().flatMap(List::stream).toList();
    }

    private static double micros(StageTimes times, StageTimes.Cell cell) {
        return times.micros().getOrDefault(cell, 0.0);
    }

    private static double total(StageTimes times) {
        return times.micros().values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
