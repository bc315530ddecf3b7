package org.apache.flink.metrics.prometheus;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Flink's Prometheus reporter on 127.0.0.1, for a job in one process: Flink's own can only listen on all interfaces. It is in Flink's
 * package because the registry that it serves is visible there alone.
 */
public final class LoopbackReporter extends AbstractPrometheusReporter {
    private static final String HOST = "127.0.0.1";

    private HTTPServer server;

    @Override
    public void open(MetricConfig config) {
        super.open(config);
        try {
            server = new HTTPServer.Builder()
                    .withHostname(HOST)
                    .withPort(Integer.parseInt(config.getProperty("port")))
                    .withRegistry(registry)
                    .withDaemonThreads(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The metrics cannot be offered on port " + config.getProperty("port") + "; choose another.", e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        super.close();
    }

    /** As Flink finds it, by a service. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public LoopbackReporter createMetricReporter(Properties properties) {
            return new LoopbackReporter();
        }
    }
}
