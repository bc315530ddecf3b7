package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/** Sends one request at a time, and says what became of it. */
final class RemoteWriteClient implements Delivery.Transport {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteWriteClient.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** Of an answer's body, in bytes: the reason stands at its beginning. */
    private static final int LARGEST_ANSWER = 16 * 1024;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpEndpoint endpoint;
    private final HttpCaller caller;

    RemoteWriteClient(HttpEndpoint endpoint) {
        this(endpoint, TIMEOUT);
    }

    RemoteWriteClient(HttpEndpoint endpoint, Duration timeout) {
        this.endpoint = endpoint;
        this.caller = new HttpCaller(endpoint, timeout, LARGEST_ANSWER);
    }

    @Override
    public Answer send(byte[] body) throws InterruptedException {
        try {
            HttpRequest request = caller.request(endpoint.address())
                    .header("Content-Type", "application/x-protobuf")
                    .header("Content-Encoding", "snappy")
                    .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return classify(caller.call(request));
        } catch (IllegalArgumentException e) {
            LOG.warn("Prometheus is sent nothing: {}", e.getMessage());
            return Answer.REJECTED;
        } catch (IOException e) {
            LOG.debug("Prometheus does not answer", e);
            return Answer.RETRY;
        }
    }

    private static Answer classify(HttpCaller.Answer answer) {
        int status = answer.status();
        if (status / 100 == 2) {
            return Answer.ACCEPTED;
        }
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            return Answer.RETRY;
        }
        if (status == TOO_LARGE) {
            return Answer.BAD_SAMPLE;
        }
        if (status != BAD_REQUEST) {
            return Answer.REJECTED;
        }
        String reason = new String(answer.body(), StandardCharsets.UTF_8);
        if (reason.contains("duplicate sample")) {
            return Answer.DUPLICATE;
        }
        return reason.contains("too old sample") ? Answer.TOO_OLD : Answer.BAD_SAMPLE;
    }
}
