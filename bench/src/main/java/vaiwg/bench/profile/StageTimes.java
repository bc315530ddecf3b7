package vaiwg.bench.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.bench.measure.Measurement;

/**
 * The processor time of a contestant's run by stage and task: that of the JVM's own threads and of servers as it was taken, that of all other
 * threads as their samples have it.
 */
public final class StageTimes {
    /** Of servers, after the stages that are sampled and those of the JVM. */
    static final String SERVERS = "servers";

    private static final double MICROS_A_MILLI = 1_000;
    private static final String NO_TASK = "";

    private final Map<Cell, Double> micros = new LinkedHashMap<>();
    private final Map<Cell, Double> bytes = new HashMap<>();

    /**
     * Where time went.
     *
     * @param task the thread's name, without which of several alike it is; empty for what is no thread of Java
     */
    public record Cell(String stage, String task) {}

    /** @param records among which the time is divided */
    public StageTimes(Stacks stacks, Measurement measured, long records) {
        StageRules rules = StageRules.shipped();
        long own =
                stacks.ownMillis().values().stream().mapToLong(Long::longValue).sum();
        long samples =
                stacks.samples().values().stream().mapToLong(Long::longValue).sum();
        double aSample = Math.max(0, measured.cpuMillis() - own) * MICROS_A_MILLI / records / Math.max(1, samples);
        Map<Cell, Double> sampled = new LinkedHashMap<>();
        stacks.samples().forEach((stack, met) -> sampled.merge(cell(rules, stack), met * aSample, Double::sum));
        stacks.allocated()
                .forEach((stack, some) -> bytes.merge(cell(rules, stack), (double) some / records, Double::sum));
        List<String> order = new ArrayList<>(rules.stages());
        sampled.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Cell, Double> one) ->
                                order.indexOf(one.getKey().stage()))
                        .thenComparing(Map.Entry.<Cell, Double>comparingByValue(Comparator.reverseOrder())))
                .forEach(one -> micros.put(one.getKey(), one.getValue()));
        stacks.ownMillis()
                .forEach((stage, millis) -> micros.put(new Cell(stage, NO_TASK), millis * MICROS_A_MILLI / records));
        micros.put(new Cell(SERVERS, NO_TASK), measured.serverMillis() * MICROS_A_MILLI / records);
    }

    private static Cell cell(StageRules rules, String stack) {
        return new Cell(rules.stageOf(stack), Stacks.threadOf(stack));
    }

    /** Bytes that are allocated an event, about. */
    public double bytes(Cell cell) {
        return bytes.getOrDefault(cell, 0.0);
    }

    /** Microseconds of processor time an event, in the order of the stages. */
    public Map<Cell, Double> micros() {
        return micros;
    }
}
