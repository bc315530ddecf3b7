package vaiwg.cli.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.kpis.time.LondonDays;

/** Whether Prometheus answers, has figures, scrapes the job under the name that the alerts know; and how long its disks last. */
public record PrometheusChecks(Supplier<Optional<HttpEndpoint>> remoteWrite) {
    private static final String PROMETHEUS = "prometheus";
    private static final String NEWEST = "max(last_over_time(vaiwg_snapshot_as_at_seconds[400d]))";
    private static final String SCRAPED = "max(up{job=\"flink\"})";
    private static final long MILLIS = 1_000;
    private static final double LEAST_DAYS = 30;
    private static final double A_YEAR = 365;
    /** Slower than a byte in a thousand seconds is no filling, and nothing is divided by 0. */
    private static final String DAYS_LEFT = """
            min by (mountpoint) (
              node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"}
              / clamp_min(-deriv(node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"}[7d]), 0.001) / 86400)
            """;

    public List<Check> all() {
        return List.of(new Check(PROMETHEUS, this::figures), new Check("time to full", this::timeToFull, PROMETHEUS));
    }

    private void figures(Findings found) throws InterruptedException {
        Optional<HttpEndpoint> endpoint = remoteWrite.get();
        if (endpoint.isEmpty()) {
            found.skipped("No --remote-write is given: figures are not pushed.");
            return;
        }
        Optional<PrometheusQuestions> questions = PrometheusQuestions.of(endpoint.get());
        if (questions.isEmpty()) {
            found.skipped(endpoint.get() + " does not end in /api/v1/write: where it answers questions is not known.");
            return;
        }
        List<PrometheusQuestions.Sample> newest = questions.get().ask(NEWEST);
        String where = "Prometheus at " + questions.get().address();
        if (newest.isEmpty()) {
            found.todo(where
                    + " holds no snapshot of any force: docs/runbook.md, VaiwgSnapshotAbsent, says what to look at.");
        } else {
            int day = LondonDays.dayOf((long) newest.get(0).value() * MILLIS);
            found.ok(where + " answers; its newest snapshot is that of " + LocalDate.ofEpochDay(day) + ".");
        }
        List<PrometheusQuestions.Sample> scraped = questions.get().ask(SCRAPED);
        if (scraped.isEmpty() || scraped.get(0).value() < 1) {
            found.todo(where + " does not reach the job's own metrics: scrape its --metrics-port under the job name"
                    + " flink, as prometheus/prometheus.yml does.");
        }
    }

    /** In how many days each disk that it watches is full, where it goes on as in the last week. */
    private void timeToFull(Findings found) throws InterruptedException {
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
