package vaiwg.jobs.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vaiwg.jobs.options.HttpEndpoint;

/** Asks one server. An answer is whole or none: headers and body come within a time, of which the JDK's own limit covers the headers. */
public final class HttpCaller {
    private final HttpEndpoint endpoint;
    private final Duration patience;
    private final int largest;
    private final HttpClient client;

    /**
     * @param body as far as it is kept
     * @param isCut whether there was more
     */
    public record Answer(int status, byte[] body, boolean isCut) {}

    /**
     * @param patience until the end of an answer
     * @param largest number of bytes of an answer that are kept
     * @throws IllegalArgumentException in one sentence, where the endpoint's CA file cannot be read
     */
    public HttpCaller(HttpEndpoint endpoint, Duration patience, int largest) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.largest = largest;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(patience);
        if (!endpoint.caFile().isEmpty()) {
            builder.sslContext(TrustedAuthorities.of(Path.of(endpoint.caFile())));
        }
        this.client = builder.build();
    }

    /** @throws IllegalArgumentException in one sentence, where a file that the endpoint names cannot be read */
    public static void requireUsable(HttpEndpoint endpoint) {
        new HttpCaller(endpoint, Duration.ofSeconds(1), 0).request(endpoint.address());
    }

    /**
     * A request that shows who asks.
     *
     * @throws IllegalArgumentException in one sentence, where a secret's file cannot be read
     */
    public HttpRequest.Builder request(URI page) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page).timeout(patience);
        endpoint.authorization().forEach(request::setHeader);
        return request;
    }

    /** @throws IOException where the server does not answer in time */
    public Answer call(HttpRequest request) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                request,
                HttpResponse.BodyHandlers.ofByteArrayConsumer(chunk -> chunk.ifPresent(bytes -> keep(bytes, body))));
        try {
            int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            byte[] all = body.toByteArray();
            boolean isCut = all.length > largest;
            return new Answer(status, isCut ? Arrays.copyOf(all, largest) : all, isCut);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("the answer was not over after " + patience);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            // Ends the connection of an answer that is not over; does nothing to one that is.
            answer.cancel(true);
        }
    }

    /** One byte more than is asked for tells that there was more; what follows is read and forgotten. */
    private void keep(byte[] bytes, ByteArrayOutputStream body) {
        body.write(bytes, 0, Math.min(bytes.length, largest + 1 - body.size()));
    }
}
