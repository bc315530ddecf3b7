package vaiwg.cli.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.kpis.time.LondonDays;

/** Whether Prometheus answers, has figures, and scrapes the job under the name that the alerts know. */
public final class PrometheusCheck implements Check {
    static final String NAME = "prometheus";

    private static final String NEWEST = "max(last_over_time(vaiwg_snapshot_as_at_seconds[400d]))";
    private static final String SCRAPED = "max(up{job=\"flink\"})";
    private static final long MILLIS = 1_000;

    private final Supplier<Optional<HttpEndpoint>> remoteWrite;

    public PrometheusCheck(Supplier<Optional<HttpEndpoint>> remoteWrite) {
        this.remoteWrite = remoteWrite;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void look(Findings found) throws InterruptedException {
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
}
