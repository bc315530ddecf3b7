package vaiwg.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/** Asks the Prometheus into which the job writes, with the same login. */
record PrometheusQuestions(HttpEndpoint endpoint, String address) {
    private static final String WRITE = "/api/v1/write";
    private static final String QUERY = "/api/v1/query?query=";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGEST = 1 << 20;
    private static final int OK = 200;

    /**
     * One series of an answer.
     *
     * @param mountpoint its label, empty where it has none
     */
    record Sample(String mountpoint, double value) {}

    /** Empty where the address does not say at which one is asked: it is Prometheus's own path that is known. */
    static Optional<PrometheusQuestions> of(HttpEndpoint endpoint) {
        String written = endpoint.address().toString().replaceAll("/+$", "");
        return written.endsWith(WRITE)
                ? Optional.of(
                        new PrometheusQuestions(endpoint, written.substring(0, written.length() - WRITE.length())))
                : Optional.empty();
    }

    /** @throws IllegalStateException in one sentence, where it does not answer */
    List<Sample> ask(String query) throws InterruptedException {
        URI page = URI.create(address + QUERY + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            HttpCaller caller = new HttpCaller(endpoint, PATIENCE, LARGEST);
            HttpCaller.Answer answer = caller.call(caller.request(page).GET().build());
            if (answer.status() != OK) {
                throw new IllegalStateException("Prometheus at " + address + " answers a question with "
                        + answer.status() + ": let the login of --remote-write-user ask too, or correct the address.");
            }
            return samples(new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    NoAnswer.sentence(
                            "Prometheus at " + address,
                            e,
                            "--remote-write-ca-file",
                            " does not answer: start it, or correct --remote-write."),
                    e);
        }
    }

    private static List<Sample> samples(JsonNode answer) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode series : answer.path("data").path("result")) {
            samples.add(new Sample(
                    series.path("metric").path("mountpoint").asText(""),
                    Double.parseDouble(
                            series.path("value").path(1).asText("NaN").replace("Inf", "Infinity"))));
        }
        return samples;
    }
}
