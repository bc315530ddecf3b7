package vaiwg.bench.measure;

/**
 * One run of a contestant.
 *
 * @param warm whether it is not the first run of its JVM
 * @param wallMillis from its beginning to its answer
 * @param cpuMillis user and system time of the JVM, all threads
 * @param serverMillis the same of the servers that work for it
 * @param otherMillis of everything else on the machine at that time, the broker included where it is none of these
 * @param answer the hash of its answer, empty where there is none
 */
public record Measurement(
        boolean warm, long wallMillis, long cpuMillis, long serverMillis, long otherMillis, String answer) {
    /** As a line, which {@link #of} reads. */
    public String toLine() {
        return warm + "," + wallMillis + "," + cpuMillis + "," + serverMillis + "," + otherMillis + "," + answer;
    }

    /** What {@link #toLine} gave. */
    public static Measurement of(String line) {
        String[] fields = line.split(",", -1);
        return new Measurement(
                Boolean.parseBoolean(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                fields[5]);
    }

    /** Processor time in all, of the JVM and of the servers. */
    public long allMillis() {
        return cpuMillis + serverMillis;
    }
}
