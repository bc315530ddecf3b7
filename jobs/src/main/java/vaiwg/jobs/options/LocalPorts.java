package vaiwg.jobs.options;

/**
 * Ports on 127.0.0.1 of a job that runs in this JVM; a cluster configures its own.
 *
 * @param web of Flink's web page, 0 for none
 * @param metrics of Flink's Prometheus reporter, 0 for none
 */
public record LocalPorts(int web, int metrics) {
    /** Neither page nor metrics. */
    public static LocalPorts none() {
        return new LocalPorts(0, 0);
    }
}
