package vaiwg.bench.measure;

import java.util.List;

/**
 * One row of one run.
 *
 * @param warm whether it is the last run of its JVM and not the first
 * @param wallMillis from its beginning to its answer
 * @param cpuMillis user and system time of the JVM, all threads
 * @param serverMillis the same of the servers that work for it
 * @param otherMillis of everything else on the machine at that time, the broker included where it is none of these
 * @param answer the hash of its answer as known at the end, empty where there is none
 * @param middle likewise as known in the middle of the log
 */
public record Measurement(
        int round,
        Entry entry,
        boolean warm,
        long wallMillis,
        long cpuMillis,
        long serverMillis,
        long otherMillis,
        String answer,
        String middle) {
    public static final String HEADER = "round,entry,warm,wall_ms,cpu_ms,server_ms,other_ms,answer,middle";

    /** As a row of a file with {@link #HEADER}. */
    public String toLine() {
        return String.join(
                ",",
                List.of(
                        Integer.toString(round),
                        entry.id(),
                        Boolean.toString(warm),
                        Long.toString(wallMillis),
                        Long.toString(cpuMillis),
                        Long.toString(serverMillis),
                        Long.toString(otherMillis),
                        answer,
                        middle));
    }

    /** What {@link #toLine} gave. */
    public static Measurement of(String line) {
        String[] fields = line.split(",", -1);
        return new Measurement(
                Integer.parseInt(fields[0]),
                Entry.of(fields[1]),
                Boolean.parseBoolean(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                Long.parseLong(fields[5]),
                Long.parseLong(fields[6]),
                fields[7],
                fields[8]);
    }

    /** Processor time in all, of the JVM and of the servers. */
    public long allMillis() {
        return cpuMillis + serverMillis;
    }
}
