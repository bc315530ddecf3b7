package vaiwg.cli.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.options.HttpEndpoint;

/** In how many days each disk that Prometheus watches is full, where it goes on as in the last week. */
public final class DiskTrendCheck implements Check {
    private static final double LEAST_DAYS = 30;
    private static final double A_YEAR = 365;
    /** Slower than a byte in a thousand seconds is no filling, and nothing is divided by 0. */
    private static final String DAYS_LEFT = """
            min by (mountpoint) (
              node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"}
              / clamp_min(-deriv(node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"}[7d]), 0.001) / 86400)
            """;

    private final Supplier<Optional<HttpEndpoint>> remoteWrite;

    public DiskTrendCheck(Supplier<Optional<HttpEndpoint>> remoteWrite) {
        this.remoteWrite = remoteWrite;
    }

    @Override
    public String name() {
        return "time to full";
    }

    @Override
    public Set<String> needs() {
        return Set.of(PrometheusCheck.NAME);
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        List<PrometheusQuestions.Sample> disks = remoteWrite
                .get()
                .flatMap(PrometheusQuestions::of)
                .orElseThrow(() -> new IllegalStateException("No Prometheus is asked: give --remote-write."))
                .ask(DAYS_LEFT);
        if (disks.isEmpty()) {
            found.skipped("Prometheus scrapes no node exporter: how fast the disks fill is not known.");
        }
        for (PrometheusQuestions.Sample disk : disks) {
            if (disk.value() < LEAST_DAYS) {
                found.todo("At the pace of the last week the disk at " + disk.mountpoint() + " is full in "
                        + (long) disk.value() + " days: make room, or give it more.");
            } else {
                found.ok("At the pace of the last week the disk at " + disk.mountpoint() + " has room for "
                        + (disk.value() < A_YEAR ? (long) disk.value() + " days." : "more than a year."));
            }
        }
    }
}
