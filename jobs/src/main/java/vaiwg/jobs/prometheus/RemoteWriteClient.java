package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends one request at a time, and says what became of it. */
final class RemoteWriteClient {
    /** What Prometheus made of a request. */
    enum Answer {
        ACCEPTED,
        /** 429, 5xx or no answer: the same request may succeed later. */
        RETRY,
        /** 400 for a sample that is there already, too old or out of order: sending it again would not help. */
        ALREADY_THERE,
        /** Any other 4xx: the request is wrong, or not allowed. */
        REFUSED
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI uri;

    RemoteWriteClient(URI uri) {
        this.uri = uri;
    }

    Answer send(byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return classify(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Answer.RETRY;
        }
    }

    private static Answer classify(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return Answer.ACCEPTED;
        }
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            return Answer.RETRY;
        }
        return status == BAD_REQUEST && isOfOrder(response.body()) ? Answer.ALREADY_THERE : Answer.REFUSED;
    }

    private static boolean isOfOrder(String body) {
        return body.contains("duplicate sample")
                || body.contains("out of order")
                || body.contains("out of bounds")
                || body.contains("too old");
    }
}
