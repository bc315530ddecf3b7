package vaiwg.board.web;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;

/** A request is not answered with what it asks for; the message is what its sender is told, in one sentence. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    private Refusal(int status, String sentence, Map<String, String> headers) {
        // No trace: whoever is refused often must not cost much.
        super(sentence, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    static Refusal of(int status, String sentence) {
        return new Refusal(status, sentence, Map.of());
    }

    static Refusal badRequest(String sentence) {
        return of(HttpStatus.BAD_REQUEST_400, sentence);
    }

    static Refusal forbidden(String sentence) {
        return of(HttpStatus.FORBIDDEN_403, sentence);
    }

    /** With a header of the answer besides. */
    Refusal with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Refusal(status, getMessage(), more);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
