package vaiwg.board.web;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import java.util.concurrent.TimeUnit;

/** What a pages' server does, in numbers for Prometheus; none says who did it, or what a page shows. */
final class ServerMetrics {
    private static final double[] SECONDS = {0.1, 0.5, 1, 5, 30, 120};

    private final CollectorRegistry registry = new CollectorRegistry();
    private final Counter requests = Counter.build(
                    "vaiwg_pages_requests_total", "Requests answered, by class of status")
            .labelNames("status")
            .register(registry);
    private final Counter refusals = Counter.build(
                    "vaiwg_pages_refusals_total", "Requests refused in a sentence, by status")
            .labelNames("status")
            .register(registry);
    private final Histogram seconds = Histogram.build("vaiwg_pages_request_seconds", "Seconds from request to answer")
            .buckets(SECONDS)
            .register(registry);
    private final Counter failedLogIns = Counter.build(
                    "vaiwg_pages_failed_log_ins_total", "Log-ins with a wrong password")
            .register(registry);
    private final Histogram reports = Histogram.build(
                    "vaiwg_pages_report_seconds", "Seconds in which reports were made")
            .buckets(SECONDS)
            .register(registry);

    CollectorRegistry registry() {
        return registry;
    }

    void answered(int status, long nanos) {
        requests.labels(status / 100 + "xx").inc();
        seconds.observe(seconds(nanos));
    }

    void refused(int status) {
        refusals.labels(Integer.toString(status)).inc();
    }

    void logInFailed() {
        failedLogIns.inc();
    }

    void reportMade(long nanos) {
        reports.observe(seconds(nanos));
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
