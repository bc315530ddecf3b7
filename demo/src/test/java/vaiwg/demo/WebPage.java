package vaiwg.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a page of a server that runs. It is asked again until it has answered to the end: a server that closes a connection which was
 * kept open, or is too busy to take one, has not ended, and what reads may be asked twice.
 */
public final class WebPage {
    private WebPage() {}

    /** The answer, whatever its status. */
    public static HttpResponse<String> get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        AtomicReference<IOException> last = new AtomicReference<>();
        try {
            Await.until(url + " answers", () -> {
                try {
                    answer.set(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
                    return true;
                } catch (IOException e) {
                    last.set(e);
                    return false;
                }
            });
        } catch (AssertionError e) {
            e.addSuppressed(last.get());
            throw e;
        }
        return answer.get();
    }
}
